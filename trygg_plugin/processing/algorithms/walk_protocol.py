"""trygg:walkprotocol: safety walk protocol of a workspace as PDF, DOCX or HTML."""

from __future__ import annotations

from ..base import N_
from ..documents import DocumentAlgorithm


class WalkProtocol(DocumentAlgorithm):
    NAME = "walkprotocol"
    TITLE = N_("Safety walk protocol")
    KIND = "walk_protocol"
    RECORD = N_("Safety walk (empty: the latest one)")
    HELP = {
        "en": (
            "<p>The three meetings, participants by organisation and role, a map of "
            "the points, the points with theme, proposal, owner, deadline, status and "
            "answer, and what works well.</p><p>A walk tells what so many people saw "
            "at one time in one light. It is no measure of how unsafe a place is, and "
            "it has no public edition by itself. Photos stay in the workspace.</p>"
        ),
        "sv": (
            "<p>De tre mötena, deltagare per organisation och roll, en karta över "
            "punkterna, punkterna med tema, förslag, ägare, sista dag, status och "
            "svar, och det som fungerar bra.</p><p>En vandring säger vad ett antal "
            "människor såg vid ett tillfälle i ett visst ljus. Den mäter inte hur "
            "otrygg en plats är och har ingen egen publik utgåva. Foton stannar i "
            "arbetsytan.</p>"
        ),
    }

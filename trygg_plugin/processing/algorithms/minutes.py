"""trygg:minutes: minutes of a meeting of a workspace as PDF, DOCX or HTML."""

from __future__ import annotations

from ..base import N_
from ..documents import DocumentAlgorithm


class Minutes(DocumentAlgorithm):
    NAME = "minutes"
    TITLE = N_("Minutes of a meeting")
    KIND = "minutes"
    RECORD = N_("Meeting (empty: the latest one)")
    HELP = {
        "en": (
            "<p>Time and place, organisations and roles that took part, every point "
            "of the agenda with its notes and decisions (about what, who, until "
            "when), and lines for approval.</p><p>Organisations and roles take part, "
            "never named persons. Minutes tell of single decisions and have no public "
            "edition.</p>"
        ),
        "sv": (
            "<p>Tid och plats, organisationer och roller som deltog, varje punkt på "
            "dagordningen med anteckningar och beslut (om vad, vem, till när), och "
            "rader för justering.</p><p>Organisationer och roller deltar, aldrig "
            "namngivna personer. Protokoll återger enskilda beslut och har ingen "
            "publik utgåva.</p>"
        ),
    }

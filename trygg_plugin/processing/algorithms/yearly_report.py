"""trygg:yearlyreport: report to the municipal council of a workspace as PDF, DOCX or HTML."""

from __future__ import annotations

from ..base import N_
from ..documents import DocumentAlgorithm


class YearlyReport(DocumentAlgorithm):
    NAME = "yearlyreport"
    TITLE = N_("Report to the municipal council")
    KIND = "yearly_report"
    RECORD = N_("Statutory document (empty: the latest yearly report)")
    PERIOD = True
    HELP = {
        "en": (
            "<p>The year in figures and on maps, the areas compared, problems, "
            "measures and their follow-up, meetings, safety walks and agreements, "
            "where the municipality stands against the law, and the officials' "
            "summary and assessment.</p><p>Problems and measures are told as they "
            "stand on the day of printing; figures are of the year. Keep the report "
            "as an adopted edition when it has been decided, so that it can be "
            "printed again the same.</p>"
        ),
        "sv": (
            "<p>Året i siffror och på kartor, områdena i jämförelse, problem, "
            "åtgärder och deras uppföljning, möten, trygghetsvandringar och "
            "överenskommelser, hur kommunen ligger till mot lagen, och tjänstemännens "
            "sammanfattning och bedömning.</p><p>Problem och åtgärder visas som de "
            "står den dag dokumentet skrivs ut, siffrorna gäller året. Spara "
            "rapporten som fastställd utgåva när den är beslutad, så att den kan "
            "skrivas ut likadan igen.</p>"
        ),
    }

"""trygg:periodpicture: period picture of a workspace as PDF, DOCX or HTML."""

from __future__ import annotations

from ..base import N_
from ..documents import DocumentAlgorithm


class PeriodPicture(DocumentAlgorithm):
    NAME = "periodpicture"
    TITLE = N_("Period picture")
    KIND = "period_picture"
    RECORD = N_("Period (empty: the latest one)")
    PERIOD = True
    HELP = {
        "en": (
            "<p>Key figures against the previous period and last year, maps of where "
            "incidents gather and where they change, priority places, problems and "
            "measures, planned events ahead, and the coordinator's own "
            "texts.</p><p>Only reviewed incidents count. Few reports are not proof of "
            "calm: the figures show what was reported, not everything that "
            "happened.</p>"
        ),
        "sv": (
            "<p>Nyckeltal mot föregående period och i fjol, kartor över var "
            "händelserna samlas och var de förändras, prioriterade platser, problem "
            "och åtgärder, kommande arrangemang, och samordnarens egna "
            "texter.</p><p>Bara granskade händelser räknas. Få rapporter är inget "
            "bevis på lugn: siffrorna visar det som rapporterats, inte allt som "
            "hänt.</p>"
        ),
    }

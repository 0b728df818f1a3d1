"""trygg:situationpicture: statutory situation picture of a workspace as PDF, DOCX or HTML."""

from __future__ import annotations

from ..base import N_
from ..documents import DocumentAlgorithm


class SituationPicture(DocumentAlgorithm):
    NAME = "situationpicture"
    TITLE = N_("Statutory situation picture")
    KIND = "situation_picture"
    RECORD = N_("Statutory document (empty: the latest situation picture)")
    PERIOD = True
    HELP = {
        "en": (
            "<p>Exactly the three parts of the section: mapping of extent and "
            "consequences, other information of importance, and an analysis of both. "
            "The officials' texts stand in the record; figures, maps, surveys, "
            "reporters and causes come from the workspace. Last stands the "
            "decision.</p><p>The document does not write the analysis: people do. "
            "Perceived safety and incidents are shown side by side and never added "
            "up, and different surveys are never mixed.</p>"
        ),
        "sv": (
            "<p>Exakt paragrafens tre delar: kartläggning av omfattning och "
            "konsekvenser, annan information av betydelse och en analys av båda. "
            "Tjänstemännens texter står i posten. Siffror, kartor, undersökningar, "
            "rapportörer och orsaker kommer från arbetsytan. Sist står "
            "beslutet.</p><p>Dokumentet skriver inte analysen: det gör människor. "
            "Upplevd trygghet och händelser visas sida vid sida och läggs aldrig "
            "ihop, och olika undersökningar blandas aldrig.</p>"
        ),
    }

"""trygg:actionplan: action plan of a workspace as PDF, DOCX or HTML."""

from __future__ import annotations

from ..base import N_
from ..documents import DocumentAlgorithm


class ActionPlan(DocumentAlgorithm):
    NAME = "actionplan"
    TITLE = N_("Action plan")
    KIND = "action_plan"
    RECORD = N_("Statutory document (empty: the latest action plan)")
    HELP = {
        "en": (
            "<p>A table for each problem in the columns of Brå's template: cause, "
            "measure, operative goals, when, who, follow-up. Causes and measures are "
            "numbered and matched; a cause that nothing meets stands there too. The "
            "plan names the situation picture that it rests on.</p><p>The colour is "
            "that of the latest follow-up, set by people. It tells whether things go "
            "as planned, not whether the measure has an effect: that is what an "
            "evaluation is for.</p>"
        ),
        "sv": (
            "<p>En tabell för varje problem i kolumnerna från Brås mall: orsak, "
            "åtgärd, operativa mål, när, vem, uppföljning. Orsaker och åtgärder är "
            "numrerade och matchade, och en orsak som ingen åtgärd möter står också "
            "med. Planen anger vilken lägesbild den vilar på.</p><p>Färgen är den "
            "senaste uppföljningens och sätts av människor. Den säger om det går som "
            "planerat, inte om åtgärden har effekt: det svarar en utvärdering på.</p>"
        ),
    }

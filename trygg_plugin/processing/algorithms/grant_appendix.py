"""trygg:grantappendix: grant appendix of a workspace as PDF, DOCX or HTML."""

from __future__ import annotations

from ..base import N_
from ..documents import DocumentAlgorithm


class GrantAppendix(DocumentAlgorithm):
    NAME = "grantappendix"
    TITLE = N_("Grant appendix")
    KIND = "grant_appendix"
    RECORD = N_("Problem (empty: all that are not solved)")
    HELP = {
        "en": (
            "<p>For each problem its description, consequences and evidence, and a "
            "table with a row for each cause and measure: goal, indicator, baseline "
            "and target. The cost of the measures is summed up.</p><p>The chain is as "
            "good as what has been entered: a measure without a cause, or a goal "
            "without an indicator, is shown with a dash and not filled in.</p>"
        ),
        "sv": (
            "<p>För varje problem beskrivning, konsekvenser och underlag, och en "
            "tabell med en rad för varje orsak och åtgärd: mål, indikator, "
            "utgångsvärde och målvärde. Åtgärdernas kostnad summeras.</p><p>Kedjan är "
            "så bra som det som är ifyllt: en åtgärd utan orsak, eller ett mål utan "
            "indikator, visas med ett streck och fylls inte i.</p>"
        ),
    }

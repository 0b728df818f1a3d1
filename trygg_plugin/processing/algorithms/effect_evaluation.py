"""trygg:effectevaluation: the evaluation of a measure as PDF, DOCX or HTML."""

from __future__ import annotations

from ..base import N_
from ..documents import DocumentAlgorithm


class EffectEvaluation(DocumentAlgorithm):
    NAME = "effectevaluation"
    TITLE = N_("Evaluation of a measure as a document")
    KIND = "effect_evaluation"
    RECORD = N_("Measure (empty: the latest one)")
    HELP = {
        "en": (
            "<p>Problem and causes, goal and indicator with baseline, target and "
            "measured values, all follow-ups, and the effect that was calculated: "
            "incidents before and after at the place and in the comparison, the "
            "difference with its interval, and what makes the answer "
            "doubtful.</p><p>Without a stored calculation the document says so: a "
            "green follow-up is no proof of an effect. A difference that chance may "
            "explain does not show that the measure had no effect.</p>"
        ),
        "sv": (
            "<p>Problem och orsaker, mål och indikator med utgångsvärde, målvärde och "
            "mätta värden, alla uppföljningar, och den effekt som beräknats: "
            "händelser före och efter på platsen och i jämförelsen, skillnaden med "
            "sitt intervall, och det som gör svaret osäkert.</p><p>Utan en sparad "
            "beräkning säger dokumentet det: en grön uppföljning är inget bevis på "
            "effekt. En skillnad som slumpen kan förklara visar inte att åtgärden "
            "saknade effekt.</p>"
        ),
    }

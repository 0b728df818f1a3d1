"""What a displacement difference and quotient say together, in sentences that cannot contradict.

Three differences are judged by their intervals: at the place, around it, and both together. What
is said of each stands in one table for every combination, and the quotient, which has no interval,
may add a number but no judgement. Nothing is said about why: counts tell what happened, and only
the comparison stands for what would have happened anyway (Wheeler & Ratcliffe 2018).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import List, Mapping, Tuple

from .displacement import DisplacementDifference, DisplacementQuotient
from .effect_sentence import (
    FEWEST_EVENTS,
    Conclusion,
    Figure,
    Sentence,
    before_after,
    certainty,
    difference,
    few,
    judged,
    sentence,
    too_few,
    with_interval,
)
from .event_counts import half_width
from .suggestion import N_

FEWER, MORE, UNCLEAR, TOO_FEW = "fewer", "more", "no_difference_shown", "too_few"


@dataclass(frozen=True)
class DisplacementConclusion(Conclusion):
    """As Conclusion, whose ``verdict`` is that of place and surroundings together, or of the place
    alone where there are no surroundings or too few events there.

    ``place``: at the place itself; ``around``: around it, "" where no comparison tells. Both are
    "fewer", "more", "no_difference_shown" or "too_few".
    """

    place: str = TOO_FEW
    around: str = ""

    @property
    def light(self) -> str:
        """The colour that the figures speak for; what is not shown is yellow, never green.

        A decrease that shows around the place only is no sign of what was done at the place.
        """
        if self.verdict == MORE:
            return "red"
        shown = self.place == FEWER or (self.place == UNCLEAR and self.around != FEWER)
        return "green" if self.verdict == FEWER and shown else "yellow"


#: What is said of the surroundings: (at the place, around it) -> sentence. "Here" is around it.
AROUND: Mapping[Tuple[str, str], str] = {
    (FEWER, FEWER): N_("Here, too, the difference is larger than chance explains: nothing suggests "
                       "that the events moved here."),
    (FEWER, UNCLEAR): N_("Here chance alone may explain the difference: the figures neither show "
                         "that events moved here nor rule it out."),
    (FEWER, MORE): N_("Here, too, the difference is larger than chance explains: some of the "
                      "events may have moved here."),
    (UNCLEAR, FEWER): N_("Here the difference is larger than chance explains, but since none is "
                         "shown at the place itself, the figures do not tie it to the measure."),
    (UNCLEAR, UNCLEAR): N_("Here, too, chance alone may explain the difference."),
    (UNCLEAR, MORE): N_("Here the difference is larger than chance explains, but since none is "
                        "shown at the place itself, the figures do not show that events moved "
                        "here."),
    (MORE, FEWER): N_("Here, too, the difference is larger than chance explains, in the other "
                      "direction: the figures do not tell whether events moved from here to the "
                      "place."),
    (MORE, UNCLEAR): N_("Here chance alone may explain the difference."),
    (MORE, MORE): N_("Here, too, the difference is larger than chance explains: the increase "
                     "against the comparison is not at the place only."),
}  # fmt: skip

_CLEAR = N_("Together the difference is larger than chance explains.")
_ONLY_TOGETHER = N_("Only together is the difference larger than chance explains.")
_NEITHER = N_("Together, too, chance alone may explain the difference: the figures neither show an "
              "effect nor rule one out.")  # fmt: skip
_OPPOSED = N_("Together the two, in opposite directions, leave a difference that chance alone may "
              "explain.")  # fmt: skip
_UNSURE = N_("Together, where the uncertainty of both adds up, chance alone may explain the "
             "difference.")  # fmt: skip


def together_sentence(place: str, around: str, together: str) -> str:
    """What is said of place and surroundings together."""
    shown = {place, around} & {FEWER, MORE}
    if together in (FEWER, MORE):
        return _CLEAR if shown else _ONLY_TOGETHER
    if not shown:
        return _NEITHER
    return _OPPOSED if shown == {FEWER, MORE} else _UNSURE


def conclude_displacement(
    result: DisplacementDifference, fewest: int = FEWEST_EVENTS
) -> DisplacementConclusion:
    """Conclusion of a weighted displacement difference."""
    said = [before_after(result.treated, result.control)]
    lacking = too_few(sum(result.treated), sum(result.control), fewest)
    if lacking:
        return DisplacementConclusion(TOO_FEW, (*said, lacking))
    if result.weighted:
        said.append(sentence(N_("From here on they are counted per equal length of time and size "
                                "of area.")))  # fmt: skip
    together = judged(result.low, result.high)
    if result.displacement is None or result.displacement_control is None:
        place, around = together, ""
        said += [
            _difference(result.estimate, result.low, result.high, result.level),
            certainty(together),
            sentence(N_("This difference does not tell whether events moved elsewhere.")),
        ]
    else:
        place, around = _two_places(result, fewest, together, said)
        together = place if around == TOO_FEW else together
    said += [
        sentence(N_("All this assumes that the comparison shows what would have happened anyway, "
                    "and that events come independently of each other (Poisson counts).")).opening,
        sentence(N_("The figures tell what happened, not why: more than the measure may have "
                    "changed at the same time.")),
    ]  # fmt: skip
    return DisplacementConclusion(together, tuple(said), place, around)


def conclude_quotient(
    result: DisplacementQuotient,
    beside: DisplacementConclusion,
    events: float,
    fewest: int = FEWEST_EVENTS,
) -> Conclusion:
    """Conclusion of a weighted displacement quotient, told after ``beside``.

    ``events``: all events at the treated place and in its buffer. The quotient has no interval,
    so that its verdict is "not_judged", also where it is not read at all.
    """
    if events < fewest:
        return Conclusion(TOO_FEW, (few(events, fewest),))
    if beside.verdict == TOO_FEW:
        return Conclusion(TOO_FEW, (sentence(N_(
            "The displacement quotient is not read: there are too few events to compare with.")),))
    if beside.place != FEWER:
        said = sentence(N_(
            "The displacement quotient is not read: no clear decrease against the comparison is "
            "shown at the place, so that there is nothing of which it could tell where it went."
        ))  # fmt: skip
    elif result.quotient is None:
        said = sentence(N_(
            "The displacement quotient is not reported: as a share of the comparison area's events "
            "those of the place did not fall."
        ))  # fmt: skip
    elif {FEWER: result.quotient < 0, MORE: result.quotient > 0}.get(beside.around, False):
        said = sentence(N_(
            "The displacement quotient ({q}), which compares shares instead of numbers, points in "
            "another direction than the difference around the place: conclude nothing from it."
        ), q=Figure(result.quotient, 2))  # fmt: skip
    else:
        said = sentence(N_(
            "The displacement quotient is {q}. Above 0 the events around the place fell, too, as a "
            "share of the comparison area's; below 0 they rose, and below -1 they rose by more "
            "than fell away. It has no interval, so that chance may explain it."
        ), q=Figure(result.quotient, 2))  # fmt: skip
    return Conclusion("not_judged", (said.opening,))


def _two_places(
    result: DisplacementDifference, fewest: int, together: str, said: List[Sentence]
) -> Tuple[str, str]:
    """Say what is to be said of the place, around it and of both; gives the first two verdicts."""
    around_it, around_control = result.displacement, result.displacement_control
    assert around_it is not None and around_control is not None  # nosec B101  (asked before)
    reach = half_width(result.level)
    spans = [
        (value, value - reach * se, value + reach * se)
        for value, se in ((result.local, result.se_local), (result.displaced, result.se_displaced))
    ]
    place, around = (judged(low, high) for _value, low, high in spans)
    said += [_difference(*spans[0], result.level), certainty(place)]
    said.append(sentence(
        N_("Around the place the events went from {d0} to {d1}, around the comparison area from "
           "{k0} to {k1}."),
        d0=Figure(around_it[0]), d1=Figure(around_it[1]),
        k0=Figure(around_control[0]), k1=Figure(around_control[1]),
    ).opening)  # fmt: skip
    least = min(sum(around_it), sum(around_control))
    if result.left_out or least < fewest:
        said.append(sentence(
            N_("{n} events, before and after together, are too few to tell whether any moved, and "
               "are left out of the difference."), n=Figure(least),
        ))  # fmt: skip
        return place, TOO_FEW
    said += [
        _difference(*spans[1], result.level), sentence(AROUND[place, around]),
        _together(result.estimate, result.low, result.high, result.level).opening,
        sentence(together_sentence(place, around, together)),
    ]
    return place, around


def _decimals(value: float, low: float, high: float) -> int:
    whole = value == round(value)
    return 0 if whole and min(abs(low), abs(high)) >= 1 else 1


def _difference(change: float, low: float, high: float, level: float) -> Sentence:
    """``change``: events fewer (below 0) or more than expected, with its interval."""
    return difference(-change, low, high, level, _decimals(change, low, high))


def _together(change: float, low: float, high: float, level: float) -> Sentence:
    """As :func:`_difference`, of the place and what lies around it."""
    decimals = _decimals(change, low, high)
    if round(change, decimals) == 0:
        template = N_("At the place and around it together there were as many events as were to "
                      "be expected ({level}% interval: {low} to {high} fewer; a negative number "
                      "means more).")  # fmt: skip
    elif change < 0:
        template = N_("At the place and around it together there were {n} fewer events than was "
                      "to be expected ({level}% interval: {low} to {high} fewer; a negative "
                      "number means more).")  # fmt: skip
    else:
        template = N_("At the place and around it together there were {n} more events than was "
                      "to be expected ({level}% interval: {low} to {high} more; a negative number "
                      "means fewer).")  # fmt: skip
    return with_interval(template, -change, low, high, level, decimals)

"""What the figures of an evaluation say, in sentences that an official can read.

Every conclusion tells what the figures show, what they assume, and how sure they are; from
too few events nothing is concluded. A sentence is a template with figures: the shell around
it translates the template and writes the figures as its language does.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Callable, Optional, Tuple

from .difference_in_differences import DifferenceInDifferences
from .effect_size import EffectSize, MetaAnalysis
from .interrupted_time_series import InterruptedSeries
from .suggestion import N_

FEWEST_EVENTS = 20
"""Events, before and after together, below which nothing is concluded (ours)."""
FEWEST_STEPS = 8
"""Months (or weeks) on either side of the measure (Bernal, Cummins & Gasparrini 2017)."""
FEWEST_AREAS = 5
"""Areas in a group below which clustered errors are said to be too small (ours)."""
VERDICTS = ("fewer", "more", "no_difference_shown", "too_few", "not_judged")


@dataclass(frozen=True)
class Figure:
    """A number in a sentence and how many decimals it is written with."""

    value: float
    decimals: int = 0

    def __str__(self) -> str:
        rounded = round(self.value, self.decimals) + 0.0  # no minus before a zero
        return f"{rounded:,.{self.decimals}f}".replace("-", "\u2212")


@dataclass(frozen=True)
class Sentence:
    """A translatable template and the figures that fill it; ``opens`` a paragraph or not."""

    template: str
    values: Tuple[Tuple[str, Figure], ...] = ()
    opens: bool = False

    @property
    def opening(self) -> Sentence:
        """The same as the first of a paragraph."""
        return replace(self, opens=True)

    def write(
        self,
        translate: Callable[[str], str] = str,
        number: Optional[Callable[[float, int], str]] = None,
    ) -> str:
        """The finished sentence; English unless told otherwise.

        ``translate``: template to template. ``number``: (value, decimals) to text.
        """
        filled = {
            name: str(figure) if number is None else number(figure.value, figure.decimals)
            for name, figure in self.values
        }
        return translate(self.template).format(**filled)


@dataclass(frozen=True)
class Conclusion:
    """What may be concluded: ``verdict`` is one of VERDICTS; the rest are sentences in order.

    "no_difference_shown" is not "no effect": the interval tells what is still possible.
    "not_judged": the figure has no interval, so that chance cannot be ruled out.
    """

    verdict: str
    sentences: Tuple[Sentence, ...]

    def write(
        self,
        translate: Callable[[str], str] = str,
        number: Optional[Callable[[float, int], str]] = None,
    ) -> str:
        """All sentences, as :meth:`Sentence.write`."""
        return " ".join(sentence.write(translate, number) for sentence in self.sentences)

    @property
    def text(self) -> str:
        """All sentences in English."""
        return self.write()


def conclude_effect_size(result: EffectSize, fewest: int = FEWEST_EVENTS) -> Conclusion:
    """Conclusion of a relative effect size."""
    said = [before_after(result.treated, result.control)]
    lacking = too_few(sum(result.treated), sum(result.control), fewest)
    if lacking:
        return Conclusion("too_few", (*said, lacking))
    said.append(_relative(result.res, result.low, result.high, result.level))
    verdict = judged(-result.low + 1, -result.high + 1)
    said.append(certainty(verdict))
    said.append(
        sentence(N_("This assumes that both places would have developed alike without the "
                     "measure; the interval allows for counts that vary {d} times as much as "
                     "chance alone."), d=Figure(result.dispersion, 1))
        if result.dispersion > 1
        else sentence(N_("This assumes that both places would have developed alike without the "
                          "measure and that counts vary by chance alone, which makes the interval "
                          "narrow: monthly counts would tell."))
    )  # fmt: skip
    return Conclusion(verdict, tuple(said))


def conclude_meta_analysis(result: MetaAnalysis) -> Conclusion:
    """Conclusion of several places together."""
    places = int(result.weights.size)
    said = [
        sentence(N_("{n} places are judged together."), n=Figure(places)),
        _relative(result.ratio, result.low, result.high, result.level),
    ]
    verdict = judged(-result.low + 1, -result.high + 1)
    said.append(certainty(verdict))
    if places > 1:
        said.append(
            sentence(N_("The places differ more than chance explains ({i2}% of the variation "
                         "is between them): look at them one by one."), i2=Figure(100 * result.i2))
            if result.p_q < 0.10
            else sentence(N_("The places do not differ more than chance explains."))
        )  # fmt: skip
    return Conclusion(verdict, tuple(said))


def conclude_series(
    result: InterruptedSeries, fewest: int = FEWEST_EVENTS, steps: int = FEWEST_STEPS
) -> Conclusion:
    """Conclusion of an interrupted time series."""
    after = result.counts[result.start :]
    happened, expected = float(after.sum()), float(result.counterfactual[result.start :].sum())
    short = min(result.start, after.size)
    if short < steps:
        return Conclusion("too_few", (sentence(
            N_("The series has only {n} periods on one side of the measure; at least {wanted} "
               "are needed on both before anything can be said."),
            n=Figure(short), wanted=Figure(steps),
        ),))  # fmt: skip
    total = float(result.counts.sum())
    if total < fewest:
        return Conclusion("too_few", (few(total, fewest),))
    low, high = -result.prevented_high, -result.prevented_low
    said = [sentence(
        N_("After the measure there were {n} events; from level, trend and season before it, "
           "{expected} were to be expected."),
        n=Figure(happened), expected=Figure(expected),
    ) if result.comparison is None else sentence(
        N_("After the measure there were {n} events; from level, trend and season before it and "
           "what happened in the comparison area, {expected} were to be expected."),
        n=Figure(happened), expected=Figure(expected),
    )]  # fmt: skip
    said.append(difference(result.prevented, low, high, result.level))
    verdict = judged(low, high)
    said.append(certainty(verdict))
    if result.autocorrelation > 0.3:
        said.append(sentence(N_(
            "Caution: high and low periods follow each other in ways the model does not explain, "
            "so that the interval is too narrow."
        )))  # fmt: skip
    said.append(
        sentence(N_("This assumes that nothing else changed at the same time and that the trend "
                     "before would have gone on."))
        if result.comparison is None
        else sentence(N_("This assumes that whatever else happened at the same time also reached "
                          "the comparison area, and that the trends before would have gone on."))
    )  # fmt: skip
    return Conclusion(verdict, tuple(said))


def conclude_panel(
    result: DifferenceInDifferences, fewest: int = FEWEST_EVENTS, areas: int = FEWEST_AREAS
) -> Conclusion:
    """Conclusion of a difference in differences over areas."""
    t0, t1, c0, c1 = result.totals
    said = [before_after((t0, t1), (c0, c1))]
    lacking = too_few(t0 + t1, c0 + c1, fewest)
    if lacking:
        return Conclusion("too_few", (*said, lacking))
    low, high = -result.prevented_high, -result.prevented_low
    said.append(difference(result.prevented, low, high, result.level))
    verdict = judged(low, high)
    scarce = min(result.n_treated, result.n_control) < areas
    if scarce and verdict != "no_difference_shown" and result.p_permutation > 1 - result.level:
        verdict = "no_difference_shown"
        said.append(sentence(
            N_("With only {n} areas in a group the interval is too narrow, and other choices of "
               "areas show differences as large (p = {p}): chance may explain it."),
            n=Figure(min(result.n_treated, result.n_control)), p=Figure(result.p_permutation, 3),
        ))  # fmt: skip
    else:
        said.append(certainty(verdict))
    if result.pre_trend_p < 0.05:
        said.append(sentence(N_(
            "Caution: the areas already developed differently before the measure, so that the "
            "comparison is doubtful."
        )))  # fmt: skip
    said.append(sentence(N_(
        "This assumes that all areas would have developed in parallel without the measure."
    )))  # fmt: skip
    return Conclusion(verdict, tuple(said))


# --- what several conclusions say ------------------------------------------------------------


def sentence(template: str, **values: Figure) -> Sentence:
    """A template, marked with ``N_``, and its figures."""
    return Sentence(template, tuple(values.items()))


def before_after(treated: Tuple[float, float], control: Tuple[float, float]) -> Sentence:
    """The counts at the place and where nothing was done."""
    return sentence(
        N_("At the place of the measure the events went from {t0} to {t1}, in the comparison area "
           "from {c0} to {c1}."),
        t0=Figure(treated[0]), t1=Figure(treated[1]), c0=Figure(control[0]), c1=Figure(control[1]),
    )  # fmt: skip


def too_few(treated: float, control: float, fewest: int) -> Optional[Sentence]:
    """Why nothing is concluded; None where there are enough events."""
    least = min(treated, control)
    return few(least, fewest) if least < fewest else None


def few(events: float, fewest: int) -> Sentence:
    """So few events allow no conclusion."""
    return sentence(
        N_("{n} events, before and after together, are too few to conclude anything: at least "
           "{wanted} are needed. Wait, or look at longer periods."),
        n=Figure(events), wanted=Figure(fewest),
    )  # fmt: skip


def difference(
    prevented: float, low: float, high: float, level: float, decimals: int = 0
) -> Sentence:
    """Events fewer than expected; ``low``, ``high``: interval of their change, below 0 is fewer."""
    if round(prevented, decimals) == 0:
        template = N_("That is as many events as were to be expected ({level}% interval: {low} to "
                      "{high} fewer; a negative number means more).")  # fmt: skip
    elif prevented > 0:
        template = N_("Against what was to be expected that is {n} fewer events ({level}% "
                      "interval: {low} to {high} fewer; a negative number means more).")
    else:
        template = N_("Against what was to be expected that is {n} more events ({level}% "
                      "interval: {low} to {high} more; a negative number means fewer).")
    return with_interval(template, prevented, low, high, level, decimals)


def with_interval(
    template: str, prevented: float, low: float, high: float, level: float, decimals: int
) -> Sentence:
    """A template with {n}, {level}, {low} and {high}, counted in the direction of the change."""
    if prevented >= 0 or round(prevented, decimals) == 0:
        low, high = -high, -low
    return sentence(
        template, n=Figure(abs(prevented), decimals), level=Figure(100 * level),
        low=Figure(low, decimals), high=Figure(high, decimals),
    )  # fmt: skip


def _relative(ratio: float, low: float, high: float, level: float) -> Sentence:
    """Relative effect size as a share of events: 1/RES - 1 is the change against the control."""
    values = {
        "res": Figure(ratio, 2), "low": Figure(low, 2), "high": Figure(high, 2),
        "level": Figure(100 * level), "share": Figure(abs(100 * (1 / ratio - 1))),
    }  # fmt: skip
    if ratio >= 1:
        return sentence(
            N_("Against the comparison the events fell by {share}% (relative effect size {res}, "
               "{level}% interval {low} to {high}; above 1 is better)."), **values,
        )  # fmt: skip
    return sentence(
        N_("Against the comparison the events rose by {share}% (relative effect size {res}, "
           "{level}% interval {low} to {high}; above 1 is better)."), **values,
    )  # fmt: skip


def judged(low: float, high: float) -> str:
    """The verdict of an interval of a change in events, whichever way round."""
    low, high = min(low, high), max(low, high)
    if high < 0:
        return "fewer"
    return "more" if low > 0 else "no_difference_shown"


def certainty(verdict: str) -> Sentence:
    """How sure the difference is, whose direction has been told: against what was to be expected,
    so that fewer may be more than before."""
    if verdict == "no_difference_shown":
        return sentence(N_("Chance alone may explain the difference: the figures neither show an "
                           "effect nor rule one out."))  # fmt: skip
    return sentence(N_("The difference is larger than chance explains."))

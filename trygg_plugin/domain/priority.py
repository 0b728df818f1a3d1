"""Setting priorities among problems by Brå's criteria.

The criteria stand in ``forms/codelists/priority_criterion.csv`` with their weights (ours); a
problem holds a score of 0 to 3 for each in the field ``priority_<criterion>``. The figure is a
help: the coordinator's and the meeting's judgement decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, List, Mapping, Optional, Sequence, Tuple

from .errors import DomainError
from .record_types import Standard
from .standard_problems import N_

HIGHEST_SCORE = 3
FIELD_PREFIX = "priority_"


@dataclass(frozen=True)
class Priority:
    """The weighted priority of a problem."""

    #: 0 to 100; None when nothing has been scored
    total: Optional[float]
    #: share of the weights that has a score, 0 to 1: how much the total rests on
    answered: float
    #: criterion -> its part of the total; they add up to it
    parts: Mapping[str, float]


def weights_of(standard: Standard) -> Dict[str, float]:
    """Criterion -> weight, as the code list tells; retired criteria and weight 0 are left out.

    Raises DomainError for a weight that is not a number of at least 0.
    """
    weights: Dict[str, float] = {}
    for code in standard.codelists["priority_criterion"].codes:
        text = code.extra.get("weight", "").replace(",", ".")
        try:
            weight = float(text)
        except ValueError:
            weight = -1.0
        if not 0 <= weight < float("inf"):
            raise DomainError(
                "The weight “{weight}” of the criterion “{criterion}” in priority_criterion.csv is "
                "not a number of at least 0.",
                weight=text,
                criterion=code.key,
            )
        if weight > 0 and not code.retired:
            weights[code.key] = weight
    return weights


def scores_of(problem: Mapping[str, object]) -> Dict[str, int]:
    """The scores of a problem record: its fields ``priority_<criterion>`` that hold a number."""
    scores: Dict[str, int] = {}
    for key, value in problem.items():
        if key.startswith(FIELD_PREFIX) and str(value).isdigit():
            scores[key[len(FIELD_PREFIX) :]] = int(str(value))
    return scores


def weighted_priority(
    scores: Mapping[str, Optional[int]], weights: Mapping[str, float]
) -> Priority:
    """The weighted mean of the scores that were given, on a scale of 0 to 100.

    A criterion without a score is left out and not taken for 0: "not judged" is not "no". Scores
    of criteria without a weight are ignored. Raises DomainError for a score outside 0 to 3.
    """
    given: Dict[str, int] = {}
    for criterion, score in scores.items():
        if score is None or criterion not in weights:
            continue
        if not 0 <= score <= HIGHEST_SCORE:
            raise DomainError(
                "The score {score} of the criterion “{criterion}” is not between 0 and {highest}.",
                score=score,
                criterion=criterion,
                highest=HIGHEST_SCORE,
            )
        given[criterion] = score
    whole = sum(weights.values())
    weight = sum(weights[criterion] for criterion in given)
    if weight <= 0:
        return Priority(None, 0.0, {})
    parts = {
        criterion: 100 * score * weights[criterion] / (HIGHEST_SCORE * weight)
        for criterion, score in given.items()
    }
    return Priority(sum(parts.values()), weight / whole, parts)


def in_order(problems: Sequence[Mapping[str, object]]) -> List[Mapping[str, object]]:
    """Problems as the meeting takes them: decided order first, then the figure, then the title."""

    def place(problem: Mapping[str, object]) -> Tuple[float, float, str]:
        rank, total = problem.get("priority_rank"), problem.get("priority_total")
        return (
            float(rank) if isinstance(rank, (int, float)) else float("inf"),
            -float(total) if isinstance(total, (int, float)) else float("inf"),
            str(problem.get("title") or ""),
        )

    return sorted(problems, key=place)


# --- suggestions ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class ProblemFigures:
    """What the data tell of a problem in a period; None where it is not known."""

    #: incidents of the problem in the period, and of every problem, itself included
    incidents: int
    all_problems: Sequence[int] = ()
    previous_period: Optional[int] = None
    same_last_year: Optional[int] = None
    #: months between its first incident and today
    months_active: Optional[int] = None
    #: incidents per 1,000 residents or per km², here and in reference areas
    rate: Optional[float] = None
    reference_rate: Optional[float] = None
    #: share of its incidents within the few places that have most
    share_at_top_places: Optional[float] = None
    #: mean severity 1 to 4, reviewed where it is
    mean_severity: Optional[float] = None
    #: share of its incidents that several or many people were part of or met
    share_with_many: Optional[float] = None


@dataclass(frozen=True)
class Suggestion:
    """A score that the data speak for, and the reason; the coordinator decides."""

    criterion: str
    score: int
    reason: str
    values: Mapping[str, object]

    @property
    def sentence(self) -> str:
        return self.reason.format(**self.values)


@dataclass(frozen=True)
class Thresholds:
    """From which value on a criterion scores 1, 2 and 3. Ours: a start to be adjusted."""

    common: Tuple[float, float, float] = (0.25, 0.5, 0.75)
    increasing: Tuple[float, float, float] = (1.1, 1.3, 1.6)
    long_lasting: Tuple[float, float, float] = (3, 6, 12)
    deviating: Tuple[float, float, float] = (1.2, 1.5, 2.0)
    place_bound: Tuple[float, float, float] = (0.3, 0.5, 0.7)
    affects_many: Tuple[float, float, float] = (0.2, 0.4, 0.6)
    serious: Tuple[float, float, float] = (1.75, 2.5, 3.25)
    #: changes are not judged on fewer incidents than this, both periods together
    fewest_for_change: int = 10


def suggest(figures: ProblemFigures, thresholds: Optional[Thresholds] = None) -> List[Suggestion]:
    """Scores that the figures speak for. A criterion the figures say nothing about is left out."""
    limits = thresholds or Thresholds()
    found: List[Suggestion] = []

    def add(criterion: str, value: float, reason: str, **values: object) -> None:
        score = sum(value >= limit for limit in getattr(limits, criterion))
        found.append(Suggestion(criterion, score, reason, values))

    others = list(figures.all_problems)
    if len(others) > 1:
        fewer = sum(count < figures.incidents for count in others)
        add(
            "common",
            fewer / (len(others) - 1),
            N_("Incidents in the period: {count}. Other problems with fewer: {fewer} of {others}."),
            count=figures.incidents,
            fewer=fewer,
            others=len(others) - 1,
        )
    changes = [
        (earlier, (figures.incidents + 0.5) / (earlier + 0.5))
        for earlier in (figures.previous_period, figures.same_last_year)
        if earlier is not None and earlier + figures.incidents >= limits.fewest_for_change
    ]
    if changes:
        # The smaller change counts: a rise that the season explains is no rise.
        earlier, ratio = min(changes, key=lambda change: change[1])
        add(
            "increasing",
            ratio,
            N_("Incidents in the period: {count}, in the one compared with: {earlier}."),
            count=figures.incidents,
            earlier=earlier,
        )
    if figures.months_active is not None:
        add(
            "long_lasting",
            figures.months_active,
            N_("Months since the first incident: {months}."),
            months=figures.months_active,
        )
    if figures.rate is not None and figures.reference_rate:
        ratio = figures.rate / figures.reference_rate
        add(
            "deviating",
            ratio,
            N_("{percent:.0f} per cent of what similar areas have."),
            percent=100 * ratio,
        )
    if figures.share_at_top_places is not None:
        add(
            "place_bound",
            figures.share_at_top_places,
            N_("{percent:.0f} per cent of the incidents lie at the few places that have most."),
            percent=100 * figures.share_at_top_places,
        )
    if figures.share_with_many is not None:
        add(
            "affects_many",
            figures.share_with_many,
            N_("{percent:.0f} per cent of the incidents concern several people."),
            percent=100 * figures.share_with_many,
        )
    if figures.mean_severity is not None:
        add(
            "serious",
            figures.mean_severity,
            N_("Mean severity {severity:.1f} of 4."),
            severity=figures.mean_severity,
        )
    return found

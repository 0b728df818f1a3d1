"""Harm weighting: events count by how much harm their kind does, not one each.

The weights are the municipality's own, in an editable table. The Swedish Crime Harm
Index (Kärrholm, Neyroud & Smaaland 2020: days of imprisonment) can be entered there;
its full table is not free to ship. A missing weight is never guessed: such events have
no harm and are counted and told.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, Hashable, Iterable, Mapping, Optional, Sequence, Tuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .errors import AnalysisError

Floats = NDArray[np.float64]

CITATION = (
    "Kärrholm, F., Neyroud, P. & Smaaland, J. (2020). Designing the Swedish Crime Harm Index: "
    "an evidence-based strategy. Cambridge Journal of Evidence-Based Policing 4, 15–33."
)


def read_weights(rows: Iterable[Tuple[str, object]]) -> Dict[str, Optional[float]]:
    """The table (category, weight) as numbers; an empty weight becomes None.

    Weights may be texts with a decimal comma and spaces between thousands. Raises
    AnalysisError for what is no number, for negative and infinite weights, and for a
    category that stands twice with different weights.
    """
    table: Dict[str, Optional[float]] = {}
    for category, given in rows:
        weight = _number(category, given)
        if category in table and table[category] != weight:
            raise AnalysisError("The category {category} has two different harm weights.",
                                category=category)
        table[category] = weight
    return table


def _number(category: str, given: object) -> Optional[float]:
    if given is None or (isinstance(given, float) and np.isnan(given)):
        return None
    text = "".join(str(given).split()).replace("\N{MINUS SIGN}", "-").replace(",", ".")
    if not text:
        return None
    try:
        weight = float(text)
    except ValueError:
        weight = np.nan
    if not np.isfinite(weight) or weight < 0:
        raise AnalysisError(
            "The harm weight of {category} is {given}; it must be a number of 0 or more, or "
            "empty.", category=category, given=given,
        )
    return weight


@dataclass(frozen=True)
class HarmWeights:
    """``weight``: (n,) per event, NaN where its category has none. ``missing``: categories
    without a weight and how many events they have, most first (None: no category)."""

    weight: Floats
    missing: Tuple[Tuple[Optional[Hashable], int], ...]

    @property
    def weighted(self) -> int:
        """Events that have a weight."""
        return int(np.isfinite(self.weight).sum())

    @property
    def unweighted(self) -> int:
        """Events that have none: they are in no sum of harm."""
        return int(self.weight.size - self.weighted)


def harm_weights(
    categories: Sequence[Optional[Hashable]], table: Mapping[Hashable, Optional[float]]
) -> HarmWeights:
    """The weight of each event's category, and what the table does not know.

    Raises AnalysisError when no event has a weight.
    """
    weight = np.full(len(categories), np.nan)
    missing: Dict[Optional[Hashable], int] = {}
    for i, category in enumerate(categories):
        known = None if category is None else table.get(category)
        if known is None:
            missing[category] = missing.get(category, 0) + 1
        else:
            weight[i] = known
    if len(categories) and not np.isfinite(weight).any():
        raise AnalysisError(
            "None of the {count} events has a category with a harm weight. Fill in the weights "
            "in the table first.", count=len(categories),
        )
    ordered = sorted(missing.items(), key=lambda item: -item[1])
    return HarmWeights(weight, tuple(ordered))


@dataclass(frozen=True)
class CellHarm:
    """Harm of n cells; arrays have shape (n,).

    ``harm``: sum of weights; ``events``: all events; ``unweighted``: those without a weight.
    ``largest_share``: share of the largest single event in the cell's harm (NaN without
    harm): near 1 means that one event makes the spot.
    """

    harm: Floats
    events: Floats
    unweighted: Floats
    largest_share: Floats


def harm_per_cell(cell: ArrayLike, weight: ArrayLike, cells: int) -> CellHarm:
    """Sum harm per cell; ``cell``: (m,) 0 to cells - 1, or -1 outside; ``weight``: (m,)."""
    where = np.asarray(cell, dtype=np.int64)
    harm = np.asarray(weight, dtype=np.float64)
    if where.shape != harm.shape:
        raise AnalysisError("There are {weights} harm weights for {events} events.",
                            weights=harm.size, events=where.size)
    inside = where >= 0
    known = inside & np.isfinite(harm)
    if (harm[known] < 0).any():
        raise AnalysisError("A harm weight is below 0.")
    total = np.bincount(where[known], harm[known], minlength=cells).astype(np.float64)
    largest = np.zeros(cells)
    np.maximum.at(largest, where[known], harm[known])
    share: Floats = np.divide(largest, total, out=np.full(cells, np.nan), where=total > 0)
    return CellHarm(
        total,
        np.bincount(where[inside], minlength=cells).astype(np.float64),
        np.bincount(where[inside & ~known], minlength=cells).astype(np.float64),
        share,
    )

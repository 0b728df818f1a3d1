"""How well a hot-spot map of one period meets the events of the next.

Hit rate and PAI: Chainey, Tompson & Uhlig 2008. PEI: Hunt 2016. RRI: Levine 2008. A map is
read from its hottest place downwards; every figure is told for the hottest k places.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .errors import AnalysisError
from .event_counts import checked_counts

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class ForecastAccuracy:
    """Figures for the k = 1 ... n hottest places; arrays have shape (n,).

    ``order``: places from the hottest (positions in the input). ``hits``: events of the next
    period in them. ``hit_rate``: share of all those events. ``area``: km²; ``area_share``: of
    all. ``pai``: hit rate / area share (1 as good as chance). ``pei``: hits / most hits that
    any choice of the same area would have had (1 is perfect). ``rri``: events forecast in
    them / hits (1 is calibrated; NaN without a forecast in events). ``recapture``: their share
    of next period's events / their share of the forecast.
    """

    order: NDArray[np.int64]
    hits: Floats
    hit_rate: Floats
    area: Floats
    area_share: Floats
    pai: Floats
    pei: Floats
    rri: Floats
    recapture: Floats

    def at_area_share(self, share: float) -> int:
        """Position (0-based) of the largest set of hottest places within a share of the area.

        Raises AnalysisError when not even the hottest place fits.
        """
        fits = int(np.searchsorted(self.area_share, share * (1 + 1e-12), side="right"))
        if fits == 0:
            raise AnalysisError(
                "The hottest place alone covers {first:.1%} of the area, more than the {share:.1%} "
                "asked for.", first=float(self.area_share[0]), share=share,
            )  # fmt: skip
        return fits - 1


def forecast_accuracy(
    forecast: ArrayLike,
    observed: ArrayLike,
    area: ArrayLike,
    score: Optional[ArrayLike] = None,
) -> ForecastAccuracy:
    """Accuracy of a map against the next period.

    ``forecast``: (n,) events expected per place (the earlier period's counts serve).
    ``observed``: (n,) events of the next period. ``area``: (n,) km² or one number for all.
    ``score``: (n,) what the map ranks by (a density, a z score), ``forecast`` unless given;
    equal scores keep the input's order. Raises AnalysisError without observed events.
    """
    expected = checked_counts(forecast)
    found = checked_counts(observed)
    size = np.asarray(area, dtype=np.float64)
    if size.ndim == 0:
        size = np.full(found.size, float(size))
    rank = expected if score is None else np.asarray(score, dtype=np.float64)
    if not expected.size == found.size == size.size == rank.size:
        raise AnalysisError("Forecast, observed events, areas and scores must be equally many.")
    if found.size == 0 or found.sum() <= 0:
        raise AnalysisError("The next period has no events to compare the map with.")
    if not (np.isfinite(size).all() and (size > 0).all()):
        raise AnalysisError("Every place needs an area above 0 km².")
    if not np.isfinite(rank).all():
        raise AnalysisError("The map has no value in {n} places; give them 0 or leave them out.",
                            n=int((~np.isfinite(rank)).sum()))  # fmt: skip
    order = np.argsort(-rank, kind="stable")
    hits, total = np.cumsum(found[order]), float(found.sum())
    covered, whole = np.cumsum(size[order]), float(size.sum())
    predicted = np.cumsum(expected[order])
    with np.errstate(divide="ignore", invalid="ignore"):
        pai = (hits / total) / (covered / whole)
        pei = hits / _most_hits(found, size, covered)
        rri = predicted / hits
        recapture = (hits / total) / (predicted / expected.sum())
    rri[hits == 0] = np.nan
    recapture[predicted == 0] = np.nan
    return ForecastAccuracy(
        order, hits, hits / total, covered, covered / whole, pai, pei, rri, recapture
    )


def _most_hits(found: Floats, size: Floats, covered: Floats) -> Floats:
    """Most events that so much area could hold: densest places first, the last one in part."""
    best = np.argsort(-(found / size), kind="stable")
    area = np.concatenate(([0.0], np.cumsum(size[best])))
    events = np.concatenate(([0.0], np.cumsum(found[best])))
    return np.asarray(np.interp(covered, area, events))

"""Where the risk is raised now, because something happened near and lately.

Each recent event raises the risk around it by a weight that depends on the distance
band and the time band; the map is the sum. The weights are either what the Knox test
measured here (observed over expected, less one, where it is significant), or the
general decay of prospective mapping (Bowers, Johnson & Pease 2004).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional, Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .errors import AnalysisError
from .near_repeat import KnoxTable, read_events
from .progress import Progress, silent


def knox_weights(table: KnoxTable, *, alpha: float = 0.05) -> NDArray[np.float64]:
    """Excess over chance of each band, ratio − 1, 0 where p > ``alpha`` or ratio ≤ 1.

    Shape (distance bands, time bands). A band that chance never fills has no ratio; its
    observed/analytic expectation is taken instead.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        analytic = np.where(table.expected > 0, table.observed / table.expected, 1.0)
    ratio = np.where(np.isnan(table.ratio), analytic, table.ratio)
    return np.where((table.p <= alpha) & (ratio > 1.0), ratio - 1.0, 0.0)


def promap_weights(
    distance_breaks: Sequence[float], time_breaks: Sequence[float]
) -> NDArray[np.float64]:
    """1/(1 + s) · 1/(1 + t) for the s-th distance and t-th time band, both from 0.

    Bowers, Johnson & Pease (2004) use bands of half a 50 m cell and of a week.
    """
    s = np.arange(len(distance_breaks) - 1)
    t = np.arange(len(time_breaks) - 1)
    return np.outer(1.0 / (1.0 + s), 1.0 / (1.0 + t))


@dataclass(frozen=True)
class RiskMap:
    """``values``: (rows, columns), rows by ``y``; ``recent``: events that raise it;
    ``future``: events after ``now``, which do not count; ``left_out``: no place or date."""

    values: NDArray[np.float64]
    recent: int
    future: int
    left_out: int


def risk_map(
    x: ArrayLike,
    y: ArrayLike,
    times: ArrayLike,
    now: object,
    columns_x: ArrayLike,
    rows_y: ArrayLike,
    distance_breaks: Sequence[float],
    time_breaks: Sequence[float],
    weights: NDArray[np.float64],
    *,
    progress: Optional[Progress] = None,
) -> RiskMap:
    """Sum of the weights of recent events at each cell centre (Euclidean distance).

    ``x``, ``y``, ``times``: (n,) as in :func:`.near_repeat.knox_test`; ``now``: the day for
    which the map holds, of the same kind as ``times``. ``columns_x`` (columns,) and
    ``rows_y`` (rows,): cell centres in metres, each sorted, either way. ``weights``:
    (distance bands, time bands). The last finite limit of each bounds the reach; an
    infinite last band is not mapped, since there is no near and lately in it.
    """
    px, py, when, left_out = read_events(x, y, times)
    today = float(read_events([0.0], [0.0], np.array([now]))[2].astype(np.float64).sum())
    cx = np.asarray(columns_x, dtype=np.float64).ravel()
    cy = np.asarray(rows_y, dtype=np.float64).ravel()
    space = np.asarray(distance_breaks, dtype=np.float64)
    span = np.asarray(time_breaks, dtype=np.float64)
    table = np.asarray(weights, dtype=np.float64)
    if table.shape != (space.size - 1, span.size - 1):
        raise AnalysisError(
            "The weights have {rows} × {columns} bands but the limits give {s} × {t}.",
            rows=table.shape[0],
            columns=table.shape[-1],
            s=space.size - 1,
            t=span.size - 1,
        )
    space, span = space[np.isfinite(space)], span[np.isfinite(span)]
    age = today - when.astype(np.float64)
    band = np.searchsorted(span, age, side="right") - 1
    use = np.flatnonzero((band >= 0) & (band < span.size - 1) & (age >= 0))
    values = np.zeros((cy.size, cx.size))
    flip_x, flip_y = _descending(cx), _descending(cy)
    sx, sy = (cx[::-1] if flip_x else cx), (cy[::-1] if flip_y else cy)
    reach = float(space[-1]) if space.size else 0.0
    report = progress or silent
    for count, i in enumerate(use):
        if count % 256 == 0:
            report(count / use.size)
        left, right = np.searchsorted(sx, [px[i] - reach, px[i] + reach])
        low, high = np.searchsorted(sy, [py[i] - reach, py[i] + reach])
        if left == right or low == high:
            continue
        dx, dy = sx[left:right] - px[i], sy[low:high] - py[i]
        distance = np.sqrt(dx[None, :] ** 2 + dy[:, None] ** 2)
        ring = np.searchsorted(space, distance, side="right") - 1
        of_ring = np.append(table[: space.size - 1, band[i]], 0.0)
        # Beyond the last limit, and nearer than the first, nothing is added.
        ring[(ring < 0) | (ring > space.size - 2)] = space.size - 1
        values[low:high, left:right] += of_ring[ring]
    report(1.0)
    values = values[::-1] if flip_y else values
    values = values[:, ::-1] if flip_x else values
    return RiskMap(values, int(use.size), int(np.count_nonzero(age < 0)), left_out)


def _descending(centres: NDArray[np.float64]) -> bool:
    steps = np.diff(centres)
    if np.any(steps > 0) and np.any(steps < 0):
        raise AnalysisError("The cell centres must be sorted; give a regular grid.")
    return bool(np.any(steps < 0))

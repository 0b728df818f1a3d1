"""Who reports, and who went silent: silence is not calm.

Each reporter (an organisation, or an organisation in an area) is measured against its own
history alone: some report daily, some twice a year.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .errors import AnalysisError
from .event_counts import checked_counts
from .multiple_testing import benjamini_hochberg

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class ReporterCoverage:
    """Coverage of m reporters over p periods; arrays have shape (m,) unless said.

    ``total``: reports in all. ``first``, ``latest``: positions of the first and latest period
    with a report (-1: none). ``silent_periods``: periods since the latest. ``longest_gap``:
    longest earlier run of periods without a report. ``rate``: reports per period while
    reporting (first to latest). ``p``: probability of a silence at least as long if the
    reporter went on as before; NaN where there is no history or no silence. ``p_adjusted``:
    Benjamini-Hochberg over reporters. ``silent``: silent longer than ever before, and more
    than chance explains. ``active``: (p,) reporters that reported in each period.
    """

    total: Ints
    first: Ints
    latest: Ints
    silent_periods: Ints
    longest_gap: Ints
    rate: Floats
    p: Floats
    p_adjusted: Floats
    silent: NDArray[np.bool_]
    active: Ints


def reporter_coverage(
    counts: ArrayLike, exposure: Optional[ArrayLike] = None, alpha: float = 0.05
) -> ReporterCoverage:
    """Who reports, and whose present silence is unlikely against its own history.

    ``counts``: (m, p) reports per reporter and period, oldest period first. ``exposure``:
    (p,) or (m, p) how much reporting a period gives reason to expect (days, school days,
    earlier years' season), equal unless given; 0 where a reporter cannot report (summer
    holidays), so that this silence says nothing.

    Exact and conditional on the history: with S reports after the first one, spread over an
    exposure of which the share q lies before the present silence, the chance that none falls
    in the silence is q to the power S (Przyborowski & Wilenski 1940, one count being 0). The
    first report is not counted, since it defines where the history starts. Poisson reporting
    is assumed; because real reports come in batches, a reporter is called silent only if this
    gap is also longer than any before.
    """
    table = checked_counts(counts, 2, whole=True)
    m, periods = table.shape
    if m == 0 or periods == 0:
        raise AnalysisError("There are no reporters or no periods to look at.")
    weight = np.ones(periods) if exposure is None else np.asarray(exposure, dtype=np.float64)
    try:
        weight = np.broadcast_to(weight, table.shape)
    except ValueError:
        raise AnalysisError(
            "The exposure must have one number per period ({periods}), or one per reporter and "
            "period.", periods=periods,
        ) from None  # fmt: skip
    if not np.isfinite(weight).all() or (weight < 0).any():
        raise AnalysisError("The exposure of a period cannot be negative or missing.")

    reported = table > 0
    ever = reported.any(axis=1)
    first = np.where(ever, reported.argmax(axis=1), -1)
    latest = np.where(ever, periods - 1 - reported[:, ::-1].argmax(axis=1), -1)
    total = table.sum(axis=1)
    silence = np.where(ever, periods - 1 - latest, 0)

    upto = np.concatenate((np.zeros((m, 1)), np.cumsum(weight, axis=1)), axis=1)
    rows = np.arange(m)
    known = upto[rows, latest + 1] - upto[rows, np.maximum(first, 0)]
    quiet = upto[:, -1] - upto[rows, latest + 1]
    with np.errstate(divide="ignore", invalid="ignore"):
        share = known / (known + quiet)
        p = share ** (total - 1.0)
        rate = total / (latest - first + 1)
    judged = ever & (silence > 0) & (total >= 2) & (known > 0)
    p = np.where(judged, p, np.nan)
    adjusted = benjamini_hochberg(p)
    gaps = _longest_gaps(reported, first, latest)
    with np.errstate(invalid="ignore"):
        silent = (adjusted <= alpha) & (silence > gaps)
    return ReporterCoverage(
        total.astype(np.int64), first.astype(np.int64), latest.astype(np.int64),
        silence.astype(np.int64), gaps, np.where(ever, rate, 0.0), p, adjusted,
        np.asarray(silent, dtype=np.bool_), reported.sum(axis=0).astype(np.int64),
    )  # fmt: skip


def _longest_gaps(reported: NDArray[np.bool_], first: Ints, latest: Ints) -> Ints:
    """Longest run of periods without a report between the first and the latest report."""
    m, periods = reported.shape
    run = np.zeros(m, dtype=np.int64)
    longest = np.zeros(m, dtype=np.int64)
    for j in range(periods):
        inside = (j > first) & (j < latest) & (first >= 0)
        run = np.where(inside & ~reported[:, j], run + 1, 0)
        longest = np.maximum(longest, run)
    return longest

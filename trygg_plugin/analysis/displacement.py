"""Did the events go away, or only elsewhere? Weighted displacement difference and quotient.

Weighted displacement difference: Wheeler & Ratcliffe 2018. Weighted displacement quotient:
Bowers & Johnson 2003; Guerette 2009 (POP Center tool guide 10).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional, Sequence, Tuple

import numpy as np

from .errors import AnalysisError
from .event_counts import checked_level, checked_pair, half_width, two_sided_p

Pair = Tuple[float, float]


@dataclass(frozen=True)
class DisplacementDifference:
    """Weighted displacement difference: events fewer (below 0) or more than expected.

    ``local``: at the treated place against its control; ``displaced``: around it against its
    control (0 without these areas); ``estimate`` their sum. ``se...``: standard errors.
    ``z``, ``p``: two-sided, normal. ``low``, ``high``: interval of ``estimate`` at ``level``.
    ``treated``, ``control``, ``displacement``, ``displacement_control``: counts put in;
    ``weighted``: they were divided by lengths of periods or sizes of areas. ``left_out``: around
    the place there were too few events, so that ``estimate`` is of the place alone.
    """

    estimate: float
    se: float
    z: float
    p: float
    low: float
    high: float
    level: float
    local: float
    se_local: float
    displaced: float
    se_displaced: float
    treated: Pair
    control: Pair
    displacement: Optional[Pair]
    displacement_control: Optional[Pair]
    weighted: bool
    left_out: bool = False


def displacement_difference(
    treated: Pair,
    control: Pair,
    displacement: Optional[Pair] = None,
    displacement_control: Optional[Pair] = None,
    *,
    time_weights: Pair = (1.0, 1.0),
    area_weights: Sequence[float] = (1.0, 1.0, 1.0, 1.0),
    dispersion: float = 1.0,
    level: float = 0.95,
    fewest: float = 0,
) -> DisplacementDifference:
    """WDD = (T1 - T0) - (C1 - C0) + (D1 - D0) - (K1 - K0) of (before, after) counts.

    ``time_weights``: lengths of the periods (before, after); ``area_weights``: sizes of the
    treated, control, displacement and displacement control places. Counts are divided by
    them. ``fewest``: events, before and after together, below which the displacement area or its
    control is left out: a ring without events would let the other one's chance rule the sum.
    ``dispersion``: variance over that of Poisson counts (1 or more). Assumes that
    counts are independent and large enough for the normal distribution (about 5 and more).
    Raises AnalysisError for weights that are not above 0 or a missing counterpart.
    """
    checked_level(level)
    if (displacement is None) != (displacement_control is None):
        raise AnalysisError(
            "The displacement area and its comparison area belong together; give both or neither."
        )
    if len(time_weights) != 2 or len(area_weights) != 4:
        raise AnalysisError("Weights are needed for 2 periods and 4 areas.")
    if not all(np.isfinite(w) and w > 0 for w in (*time_weights, *area_weights)):
        raise AnalysisError("The lengths of periods and the sizes of areas must be above 0.")
    if not (np.isfinite(dispersion) and dispersion > 0):
        raise AnalysisError("The dispersion must be above 0.")
    treat_w, control_w, near_w, far_w = area_weights
    treated, control = checked_pair(treated), checked_pair(control)
    local, local_variance = _contrast(treated, control, time_weights, treat_w, control_w)
    moved, moved_variance, left_out = 0.0, 0.0, False
    if displacement is not None and displacement_control is not None:
        displacement = checked_pair(displacement)
        displacement_control = checked_pair(displacement_control)
        left_out = min(sum(displacement), sum(displacement_control)) < fewest
        if not left_out:
            moved, moved_variance = _contrast(
                displacement, displacement_control, time_weights, near_w, far_w
            )
    estimate = local + moved
    se = float(np.sqrt((local_variance + moved_variance) * dispersion))
    z, p, low, high = _judged(estimate, se, level)
    return DisplacementDifference(
        estimate, se, z, p, low, high, level,
        local, float(np.sqrt(local_variance * dispersion)),
        moved, float(np.sqrt(moved_variance * dispersion)),
        treated, control, displacement, displacement_control,
        any(w != 1.0 for w in (*time_weights, *area_weights)), left_out,
    )  # fmt: skip


@dataclass(frozen=True)
class HarmDifference:
    """Weighted displacement difference in harm; fields as in DisplacementDifference."""

    estimate: float
    se: float
    z: float
    p: float
    low: float
    high: float
    level: float


def harm_difference(
    differences: Sequence[DisplacementDifference],
    weights: Sequence[float],
    level: float = 0.95,
) -> HarmDifference:
    """Sum of the differences of several kinds of events, each times its harm weight.

    ``differences``: one per kind, counted apart and independent. ``weights``: harm per event.
    """
    return combined_harm([d.estimate for d in differences], [d.se for d in differences],
                         weights, level)  # fmt: skip


def combined_harm(
    estimates: Sequence[float],
    errors: Sequence[float],
    weights: Sequence[float],
    level: float = 0.95,
) -> HarmDifference:
    """As :func:`harm_difference`, from estimates and their standard errors."""
    e, s, w = (np.asarray(v, dtype=np.float64) for v in (estimates, errors, weights))
    if not e.size == s.size == w.size or e.size == 0:
        raise AnalysisError("Every kind of event needs one difference and one harm weight.")
    if not (np.isfinite(np.concatenate((e, s, w))).all() and (w >= 0).all() and (s >= 0).all()):
        raise AnalysisError("Harm weights must be numbers of 0 or more.")
    estimate, se = float(e @ w), float(np.sqrt(np.sum((s * w) ** 2)))
    z, p, low, high = _judged(estimate, se, checked_level(level))
    return HarmDifference(estimate, se, z, p, low, high, level)


READINGS = (
    "diffusion_larger", "diffusion", "nothing_moved", "displacement", "displacement_equal",
    "displacement_larger",
)  # fmt: skip


@dataclass(frozen=True)
class DisplacementQuotient:
    """The WDQ family; NaN where a control count of 0 leaves a share undefined.

    ``success``: change of the treated place's share of the control (below 0 is good);
    ``buffer``: the same for the buffer. ``quotient``: buffer / success, None when success is
    not below 0 (nothing there to displace). ``reading``: one of READINGS, or None.
    ``gross_effect``: events fewer at the treated place. ``net_effect``: Rb/Cb - Ra/Ca.
    ``total_net_effect``: events fewer in treated place and buffer together, had they
    otherwise followed the control.
    """

    success: float
    buffer: float
    quotient: Optional[float]
    reading: Optional[str]
    gross_effect: float
    net_effect: float
    total_net_effect: float


def displacement_quotient(treated: Pair, buffer: Pair, control: Pair) -> DisplacementQuotient:
    """Weighted displacement quotient of (before, after) counts; no interval exists for it.

    Raises AnalysisError when the control has no events in one of the periods.
    """
    rb, ra = checked_pair(treated)
    db, da = checked_pair(buffer)
    cb, ca = checked_pair(control)
    if cb == 0 or ca == 0:
        raise AnalysisError(
            "The comparison area has no events before or after, so that shares of it are not "
            "defined; choose a larger comparison area or longer periods."
        )
    success, around = ra / ca - rb / cb, da / ca - db / cb
    quotient = around / success if success < 0 else None
    return DisplacementQuotient(
        success, around, quotient, None if quotient is None else _reading(quotient),
        rb - ra, -success, (rb * ca / cb - ra) + (db * ca / cb - da),
    )  # fmt: skip


def _reading(quotient: float) -> str:
    if quotient > 1:
        return "diffusion_larger"
    if quotient > 0:
        return "diffusion"
    if quotient == 0:
        return "nothing_moved"
    if quotient > -1:
        return "displacement"
    return "displacement_equal" if quotient == -1 else "displacement_larger"


def _contrast(
    place: Pair, reference: Pair, time: Pair, place_weight: float, reference_weight: float
) -> Tuple[float, float]:
    """(change at the place - change at its reference, Poisson variance), weights applied."""
    estimate = variance = 0.0
    for sign, counts, size in ((1.0, place, place_weight), (-1.0, reference, reference_weight)):
        for direction, count, length in zip((-1.0, 1.0), counts, time):
            estimate += sign * direction * count / (length * size)
            variance += count / (length * size) ** 2
    return estimate, variance


def _judged(estimate: float, se: float, level: float) -> Tuple[float, float, float, float]:
    """(z, p, low, high)."""
    if se == 0:
        return float("nan"), 1.0, estimate, estimate
    reach = half_width(level) * se
    z = estimate / se
    return z, two_sided_p(z), estimate - reach, estimate + reach

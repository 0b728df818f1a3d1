"""The shapes by which an event spreads over its surroundings (Silverman 1986, chapter 4).

Every kernel is a density in the plane (it integrates to 1) that depends only on the
distance d. Compact kernels take a radius R as their bandwidth and are 0 from d = R on;
the Gaussian takes its standard deviation. In units of the bandwidth, rho = (d / bandwidth)².
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Callable, Dict, Optional

import numpy as np
from numpy.typing import NDArray

from .errors import AnalysisError

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Kernel:
    """A radial kernel in units of its bandwidth.

    ``peak``: value at d = 0 for bandwidth 1. ``profile``: value / peak from rho (any shape),
    correct for 0 <= rho < reach². ``reach``: distance in bandwidths beyond which it is 0; the
    Gaussian is cut at 8 standard deviations, where 1.3e-14 of its mass is left.
    ``sd``: standard deviation along one axis for bandwidth 1, by which kernels of equal
    smoothness are matched. ``power``: p where the profile is (1 − rho)^p, else None.
    """

    name: str
    peak: float
    reach: float
    sd: float
    profile: Callable[[Floats], Floats]
    power: Optional[int]

    def value(self, squared_distance: Floats, bandwidth: Floats) -> Floats:
        """Density per m² at squared distances (m²) for bandwidths (m) that broadcast with them."""
        rho = squared_distance / (bandwidth * bandwidth)
        inside = rho < self.reach * self.reach
        scale = self.peak / (bandwidth * bandwidth)
        shape = self.profile(np.where(inside, rho, 0.0))
        result: Floats = np.where(inside, shape * scale, 0.0)
        return result


def _quartic(rho: Floats) -> Floats:
    u = 1.0 - rho
    return u * u


def _epanechnikov(rho: Floats) -> Floats:
    return 1.0 - rho


def _uniform(rho: Floats) -> Floats:
    return np.ones_like(rho)


def _triangular(rho: Floats) -> Floats:
    result: Floats = 1.0 - np.sqrt(rho)
    return result


def _gaussian(rho: Floats) -> Floats:
    result: Floats = np.exp(-0.5 * rho)
    return result


KERNELS: Dict[str, Kernel] = {
    kernel.name: kernel
    for kernel in (
        Kernel("quartic", 3.0 / math.pi, 1.0, math.sqrt(1.0 / 8.0), _quartic, 2),
        Kernel("epanechnikov", 2.0 / math.pi, 1.0, math.sqrt(1.0 / 6.0), _epanechnikov, 1),
        Kernel("uniform", 1.0 / math.pi, 1.0, 0.5, _uniform, 0),
        Kernel("triangular", 3.0 / math.pi, 1.0, math.sqrt(0.15), _triangular, None),
        Kernel("gaussian", 0.5 / math.pi, 8.0, 1.0, _gaussian, None),
    )
}


def kernel_named(name: str) -> Kernel:
    """The kernel of a name: quartic, epanechnikov, uniform, triangular or gaussian."""
    try:
        return KERNELS[name]
    except KeyError:
        raise AnalysisError(
            "There is no kernel named {name}; choose one of {known}.",
            name=name,
            known=", ".join(KERNELS),
        ) from None

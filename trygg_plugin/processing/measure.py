"""A measure, its places and its time: the ground that the effect methods stand on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Dict, List, Optional, Tuple

import numpy as np
from qgis.core import QgsGeometry

from ..analysis.errors import AnalysisError
from ..domain.errors import DomainError
from ..i18n import tr, tr_error
from . import areas, incidents, outputs
from .base import Run, TryggAlgorithm

if TYPE_CHECKING:
    from ..analysis.effect_sentence import Conclusion

TREATED = "TREATED"
CONTROL = "CONTROL"
BUFFER = "BUFFER"
BUFFER_WIDTH = "BUFFER_WIDTH"
BUFFER_CONTROL = "BUFFER_CONTROL"
START = "MEASURE_START"
DAY = np.timedelta64(1, "D")
Span = Tuple[np.datetime64, np.datetime64]


def add_parameters(
    algorithm: TryggAlgorithm,
    treated: str = "required",
    control: str = "required",
    buffers: bool = False,
    weights: bool = False,
) -> None:
    """Incidents, first day of the measure, treated place, comparison place, and buffers.

    ``treated``, ``control``: "required", "optional" or "none".
    """
    incidents.add_parameters(algorithm, dates="required", weights=weights)
    algorithm.add_day(START, tr("First day of the measure"), optional=False)
    if treated != "none":
        algorithm.add_vector(TREATED, tr("Place of the measure"), optional=treated == "optional")
    if control != "none":
        algorithm.add_vector(
            CONTROL, tr("Comparison place"), optional=control == "optional",
            help_text=tr("A similar place without the measure, not too near."),
        )
    if buffers:
        algorithm.add_vector(
            BUFFER, tr("Places around, where incidents may move to"), optional=True,
        )
        algorithm.add_number(
            BUFFER_WIDTH, tr("Or: width of a ring around the measure (m)"), optional=True,
            minimum=0.001,
        )
        algorithm.add_vector(
            BUFFER_CONTROL, tr("Comparison place of the places around"), optional=True,
            advanced=True,
        )


@dataclass
class Measure:
    """Events in the places of a measure, before and after it began.

    ``inside``: name of the place ("treated", "control", "buffer", "buffer_control") to
    booleans (n,) by event; ``km2`` likewise. ``before``, ``after``: days, the second excluded.
    """

    events: incidents.Incidents
    start: np.datetime64
    before: Span
    after: Span
    inside: Dict[str, np.ndarray]
    km2: Dict[str, float]
    shapes: Dict[str, QgsGeometry] = field(default_factory=dict)

    @property
    def lengths(self) -> Tuple[float, float]:
        """Days before and after."""
        return days_of(self.before), days_of(self.after)

    def counts(self, place: str, some: Optional[np.ndarray] = None) -> Tuple[float, float]:
        """Events (before, after) in a place; ``some``: only these (booleans by event)."""
        inside = self.inside[place] if some is None else self.inside[place] & some
        return (
            float((inside & self._within(self.before)).sum()),
            float((inside & self._within(self.after)).sum()),
        )

    def months(self, place: str) -> Tuple[np.ndarray, np.ndarray]:
        """Counts per month of the measure's calendar, (before, after), whole months only."""
        edges, first = month_edges(self.start, self.before[0], self.after[1])
        counts = self.series(place, edges)
        return counts[:first], counts[first:]

    def series(self, place: Optional[str], edges: np.ndarray) -> np.ndarray:
        """Counts per step between edges in a place (None: everywhere)."""
        days = self.events.start.astype("datetime64[D]").astype(np.int64)
        if place is not None:
            days = days[self.inside[place]]
        return np.histogram(days, edges.astype("datetime64[D]").astype(np.int64))[0].astype(float) \
            if len(edges) > 1 else np.empty(0)

    def _within(self, span: Span) -> np.ndarray:
        days = self.events.start.astype("datetime64[D]")
        return (days >= span[0]) & (days < span[1])


def read(run: Run, equal_periods: bool = True) -> Measure:
    """The events, places and periods that the parameters of :func:`add_parameters` name.

    ``equal_periods``: as many days before as after, as far as the data reach; otherwise all.
    """
    events = incidents.read(run)
    start = run.needed_day(START)
    first, end = events.period
    if not first < start < end:
        raise DomainError(
            "The measure begins on {start}, but the incidents used are from {first} to {last}: "
            "there must be some time before and after it.",
            start=str(start), first=str(first), last=str(end - DAY),
        )
    before, after = (first, start), (start, end)
    if equal_periods:
        length = min(start - first, end - start)
        before, after = (start - length, start), (start, start + length)
    run.log(tr("Before: {a} to {b}; after: {c} to {d} (first and last days).").format(
        a=str(before[0]), b=str(before[1] - DAY), c=str(after[0]), d=str(after[1] - DAY)))
    shapes = _shapes(run, events)
    inside = {
        name: _within(events, shape) for name, shape in shapes.items()
    }
    _refuse_overlap(shapes)
    return Measure(
        events, start, before, after, inside,
        {name: shape.area() / 1e6 for name, shape in shapes.items()}, shapes,
    )


def month_edges(
    start: np.datetime64, first: np.datetime64, end: np.datetime64
) -> Tuple[np.ndarray, int]:
    """Borders of whole months counted from the measure's first day, and how many lie before it."""
    day = min(int((start - start.astype("datetime64[M]")) / DAY), 27)
    months = np.arange(-1200, 1200) + start.astype("datetime64[M]").astype(np.int64)
    borders = months.astype("datetime64[M]").astype("datetime64[D]") + day
    anchor = borders[1200]
    borders = borders[(borders >= first) & (borders <= end)]
    return borders, int((borders < anchor).sum())


def week_edges(
    start: np.datetime64, first: np.datetime64, end: np.datetime64
) -> Tuple[np.ndarray, int]:
    """As :func:`month_edges`, in weeks."""
    before, after = int((start - first) / DAY) // 7, int((end - start) / DAY) // 7
    return start + 7 * DAY * np.arange(-before, after + 1), before


def scatter(run: Run, found: Measure) -> float:
    """How much more the months' counts vary than chance alone lets them, at least 1; told."""
    from ..analysis.effect_size import over_dispersion

    series = [*found.months("treated"), *found.months("control")]
    try:
        return over_dispersion([part for part in series if len(part) > 1])
    except AnalysisError as error:
        run.warn(tr("Scatter between months is not measured: {reason}").format(
            reason=tr_error(error)))
        return 1.0


def days_of(span: Span) -> float:
    return float((span[1] - span[0]) / DAY)


def sentences(conclusion: Conclusion) -> List[str]:
    """The conclusion in the user's language and way of writing numbers."""
    return [sentence.write(tr, outputs.shown_number) for sentence in conclusion.sentences]


def _shapes(run: Run, events: incidents.Incidents) -> Dict[str, QgsGeometry]:
    shapes: Dict[str, QgsGeometry] = {}
    for name, key in ((TREATED, "treated"), (CONTROL, "control"), (BUFFER, "buffer"),
                      (BUFFER_CONTROL, "buffer_control")):
        if run.algorithm.parameterDefinition(name) is not None and run.given(name):
            found = areas.read(run, name, events.crs)
            shapes[key] = QgsGeometry.unaryUnion(found.geometries)
            if 1e6 * found.km2.sum() > shapes[key].area() * (1 + 1e-6):
                run.warn(tr("Areas of “{layer}” overlap each other and are taken as one: an "
                            "incident in several of them counts once.").format(layer=found.layer))
    if run.algorithm.parameterDefinition(BUFFER_WIDTH) is not None and "buffer" not in shapes:
        width = run.number(BUFFER_WIDTH)
        if width is not None:
            ring = shapes["treated"].buffer(width, 16).difference(shapes["treated"])
            for key in ("control", "buffer_control"):
                if key in shapes:
                    ring = ring.difference(shapes[key])
            if ring.isEmpty():
                raise DomainError("Nothing is left of the ring around the measure. Choose another "
                                  "width or comparison place.")
            shapes["buffer"] = ring
    return shapes


def _within(events: incidents.Incidents, shape: QgsGeometry) -> np.ndarray:
    rings = areas.rings_of(shape)
    inside = np.zeros(len(events), dtype=bool)
    inside[areas.positions_inside(events.x, events.y, rings)] = True
    return inside


def _refuse_overlap(shapes: Dict[str, QgsGeometry]) -> None:
    names = {"treated": tr("Place of the measure"), "control": tr("Comparison place"),
             "buffer": tr("Places around"), "buffer_control": tr("Comparison of the places around")}
    keys = list(shapes)
    for i, one in enumerate(keys):
        for other in keys[i + 1:]:
            shared = shapes[one].intersection(shapes[other])
            if shared.area() > 1e-6 * min(shapes[one].area(), shapes[other].area()):
                raise DomainError(
                    "“{one}” and “{other}” overlap, so incidents would count in both. Choose "
                    "places that do not overlap.", one=names[one], other=names[other],
                )



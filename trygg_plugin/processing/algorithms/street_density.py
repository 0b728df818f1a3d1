"""trygg:streetdensity – how dense incidents lie along streets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, Iterable, List

import numpy as np
from qgis.core import (
    QgsCoordinateTransform,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsProcessing,
    QgsWkbTypes,
)

from ...compat import is_null, transformed
from ...domain.errors import DomainError
from ...i18n import tr
from .. import groups, incidents, outputs, styles
from ..base import N_, Run, TryggAlgorithm

if TYPE_CHECKING:
    from ...analysis.street_network import StreetNetwork

METHODS = ("continuous", "discontinuous")


class StreetDensity(TryggAlgorithm):
    NAME = "streetdensity"
    TITLE = N_("Density along streets")
    GROUP = groups.WHERE
    TAGS = (N_("network"), N_("street"))
    HELP = {
        "en": "<p>Moves each incident to the nearest street, and tells how dense incidents lie "
        "along the streets: per kilometre of street, measured as one walks and not across blocks. "
        "Also counts per segment.</p>"
        "<p><b>Read it as</b> incidents per kilometre of street around the place. At a crossing "
        "the density is split among the streets (equal split), so crossings are not favoured.</p>"
        "<p><b>It does not say</b> how many pass by. Incidents far from every street are left out "
        "and counted. Lines that cross without a shared vertex stay apart (bridges). "
        "Source: Okabe, Satoh &amp; Sugihara 2009.</p>",
        "sv": "<p>Flyttar varje händelse till närmaste gata och säger hur tätt händelserna ligger "
        "längs gatorna: per kilometer gata, mätt som man går och inte tvärs över kvarter. Räknar "
        "också per gatusegment.</p>"
        "<p><b>Läs den som</b> händelser per kilometer gata runt platsen. I en korsning delas "
        "tätheten mellan gatorna (lika delning), så att korsningar inte gynnas.</p>"
        "<p><b>Den säger inte</b> hur många som går förbi. Händelser långt från alla gator "
        "utelämnas och räknas. Linjer som korsas utan gemensam punkt hålls isär (broar). "
        "Källa: Okabe, Satoh &amp; Sugihara 2009.</p>",
    }

    def define(self) -> None:
        incidents.add_parameters(self)
        self.add_vector("STREETS", tr("Streets"), QgsProcessing.SourceType.TypeVectorLine)
        self.add_field("STREET_NAME", tr("Name of the street"), "STREETS")
        self.add_number("BANDWIDTH", tr("Bandwidth along streets (m)"), 300.0, minimum=0.001)
        self.add_number("PIECE", tr("Length of a piece (m)"), 25.0, minimum=0.1)
        self.add_number("WITHIN", tr("Farthest from a street (m)"), 100.0, minimum=0.001)
        self.add_choice("METHOD", tr("At crossings"), (
            tr("Continuous (equal split)"), tr("Discontinuous (equal split)"),
        ), advanced=True)
        self.add_flag("JOIN", tr("Join lines that cross without a shared vertex"), advanced=True)
        self.add_vector_sink("OUTPUT", tr("Density along streets"), outputs.LINES)
        self.add_vector_sink("SEGMENTS", tr("Counts per street segment"), outputs.LINES,
                             optional=True)
        self.add_number_output("SNAPPED", tr("Incidents on streets"))
        self.add_number_output("MAXIMUM", tr("Highest density (per km of street)"))

    def compute(self, run: Run) -> Dict[str, Any]:
        from ...analysis.network_density import lixels, network_density
        from ...analysis.street_network import snap, street_network

        events = incidents.read(run)
        lines, names = read_lines(run, "STREETS", events.crs, run.field("STREET_NAME"))
        network = street_network(lines, join_crossings=run.flag("JOIN"),
                                 progress=run.step(0.15, 0.3))
        within = run.number("WITHIN") or np.inf
        snapped = snap(network, events.x, events.y, within=within, progress=run.step(0.3, 0.4))
        on_street = snapped.edge >= 0
        if not on_street.any():
            raise DomainError(
                "No incident lies within {within} m of a street. Are both layers about the same "
                "place, and are their coordinate systems right?", within=within,
            )
        if not on_street.all():
            run.log(tr("{count} incidents lie farther than {within:g} m from every street and are "
                       "left out.").format(count=int((~on_street).sum()), within=within))
        pieces = lixels(network, run.number("PIECE") or 25.0)
        density = network_density(
            network, snapped.edge, snapped.offset, pieces.edge, pieces.centre,
            run.number("BANDWIDTH") or 300.0, method=run.choice("METHOD", METHODS),
            weights=events.weight, progress=run.step(0.4, 0.9),
        )
        unit = tr("per km of street")
        layer = outputs.write_layer(
            run, "OUTPUT",
            [
                outputs.Column("street", tr("Street"),
                               [names[i] for i in network.edge_line[pieces.edge].tolist()]),
                outputs.Column("density", tr("Incidents {unit}").format(unit=unit), density),
                outputs.Column("length", tr("Length (m)"), 1000.0 * pieces.length_km),
            ],
            _parts(network, pieces.edge, pieces.start, pieces.end),
            QgsWkbTypes.Type.LineString, events.crs,
            styles.graduated("density", _breaks(density), unit=unit),
        )
        segments = self._segments(run, events, network, snapped.edge, names)
        return {"OUTPUT": layer, "SEGMENTS": segments, incidents.EVENTS: len(events),
                "SNAPPED": int(on_street.sum()), "MAXIMUM": float(density.max())}

    @staticmethod
    def _segments(
        run: Run, events: incidents.Incidents, network: StreetNetwork, edge: np.ndarray,
        names: List[str],
    ) -> str:
        from ...analysis.street_network import segment_rates

        if not run.given("SEGMENTS"):
            return ""
        counts, per_km = segment_rates(network, edge, events.weight)
        every = np.arange(network.edges)
        return outputs.write_layer(
            run, "SEGMENTS",
            [
                outputs.Column("street", tr("Street"), [names[i] for i in
                                                        network.edge_line.tolist()]),
                outputs.Column("count", tr("Incidents"), counts),
                outputs.Column("length", tr("Length (m)"), network.edge_length),
                outputs.Column("per_km", tr("Incidents per km"), per_km),
            ],
            _parts(network, every, np.zeros(len(every)), network.edge_length),
            QgsWkbTypes.Type.LineString, events.crs,
            styles.graduated("per_km", _breaks(per_km)),
        )


def _breaks(values: np.ndarray) -> List[float]:
    """Classes of the streets that have incidents; the many others join the lowest."""
    breaks = styles.quantile_breaks(values[values > 0.0])
    return [0.0, *breaks[1:]]


def read_lines(run: Run, name: str, crs: Any, label: Any) -> Any:
    """Vertices of every line (k, 2) in the CRS worked in, and the line's name."""
    source = run.source(name)
    if QgsWkbTypes.geometryType(source.wkbType()) != QgsWkbTypes.GeometryType.LineGeometry:
        raise DomainError("The layer “{layer}” holds no lines. Choose a street layer.",
                          layer=source.sourceName())
    at = source.fields().lookupField(label) if label else -1
    request = QgsFeatureRequest().setSubsetOfAttributes([at] if at >= 0 else [])
    own = source.sourceCrs()
    operation = None
    if own.isValid() and crs.isValid() and own != crs:
        operation = QgsCoordinateTransform(own, crs, run.context.transformContext())
    lines: List[np.ndarray] = []
    names: List[str] = []
    left_out = 0
    for feature in source.getFeatures(request):
        run.progress(0.15)
        geometry = QgsGeometry(feature.geometry())
        if geometry.isNull() or geometry.isEmpty():
            left_out += 1
            continue
        if operation is not None and not transformed(geometry, operation):
            left_out += 1
            continue
        if QgsWkbTypes.isCurvedType(geometry.wkbType()):
            geometry = QgsGeometry(geometry.constGet().segmentize())
        parts = geometry.asMultiPolyline() if geometry.isMultipart() else [geometry.asPolyline()]
        value = feature.attribute(at) if at >= 0 else None
        for part in parts:
            lines.append(np.array([(point.x(), point.y()) for point in part]).reshape(-1, 2))
            names.append("" if is_null(value) else str(value))
    if left_out:
        run.log(tr("{count} streets have no line and are left out.").format(count=left_out))
    if not lines:
        raise DomainError("The layer “{layer}” holds no lines.", layer=source.sourceName())
    return lines, names


def _parts(
    network: StreetNetwork, edge: np.ndarray, start: np.ndarray, end: np.ndarray
) -> Iterable[QgsGeometry]:
    """The geometry of parts of edges, with the vertices between."""
    first = np.searchsorted(network.piece_edge, np.arange(network.edges), side="left")
    last = np.searchsorted(network.piece_edge, np.arange(network.edges), side="right")
    from_x, from_y = network.coordinates(edge, start)
    to_x, to_y = network.coordinates(edge, end)
    for i, one in enumerate(edge.tolist()):
        offsets = network.piece_offset[first[one] : last[one]]
        inner = np.flatnonzero((offsets > start[i] + 1e-9) & (offsets < end[i] - 1e-9))
        corners = network.piece_from[first[one] + inner]
        yield QgsGeometry.fromPolylineXY([
            QgsPointXY(float(from_x[i]), float(from_y[i])),
            *(QgsPointXY(float(x), float(y)) for x, y in corners),
            QgsPointXY(float(to_x[i]), float(to_y[i])),
        ])

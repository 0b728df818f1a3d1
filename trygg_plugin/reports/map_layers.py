"""A document's map as QGIS layers, so that a printed page shows a real map above any background."""

from __future__ import annotations

from typing import Dict, List, Sequence, Tuple

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsField,
    QgsFillSymbol,
    QgsGeometry,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsPointXY,
    QgsRendererCategory,
    QgsSymbol,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import QVariant
from qgis.PyQt.QtGui import QColor

from ..project.symbology import name_labels, see_through
from .charts.palette import ink_on
from .document import Map, MapClass, MapLayer, Shape
from .layouts import ReportError
from .maps import spread

#: Diameter of a numbered marker in mm.
MARKER = 4.6
#: What is drawn by other than points.
_KINDS = {"area": "MultiPolygon", "outline": "MultiPolygon", "line": "MultiLineString"}
_SHAPES = {"circle": "circle", "square": "square", "triangle": "triangle"}


def layers_of(shown: Map, mm_per_unit: float) -> List[QgsVectorLayer]:
    """The map's layers, topmost first. ``mm_per_unit``: scale of the printed map."""
    crs = QgsCoordinateReferenceSystem(shown.crs)
    made = [_layer(layer, crs, mm_per_unit) for layer in shown.layers if layer.shapes]
    return made[::-1]


def _layer(
    layer: MapLayer, crs: QgsCoordinateReferenceSystem, mm_per_unit: float
) -> QgsVectorLayer:
    kind = _KINDS.get(layer.classes[layer.shapes[0].of].marker, "Point")
    points = kind == "Point"
    made = QgsVectorLayer(kind, layer.title, "memory")
    made.setCrs(crs)
    columns = [QgsField("of", QVariant.Int), QgsField("label", QVariant.String)]
    if not made.dataProvider().addAttributes(columns):
        raise ReportError("The layer “{layer}” of a map cannot be drawn.", layer=layer.title)
    made.updateFields()
    places = _places(layer.shapes, mm_per_unit) if points else {}
    features = []
    for index, shape in enumerate(layer.shapes):
        feature = QgsFeature(made.fields())
        feature.setGeometry(
            QgsGeometry.fromPointXY(QgsPointXY(*places[index])) if points
            else _lines(shape) if kind == "MultiLineString" else _polygon(shape)
        )
        feature.setAttributes([shape.of, shape.label])
        features.append(feature)
    if not made.dataProvider().addFeatures(features)[0]:
        raise ReportError("The layer “{layer}” of a map cannot be drawn.", layer=layer.title)
    made.setRenderer(QgsCategorizedSymbolRenderer("of", [
        QgsRendererCategory(index, _symbol(one), one.label)
        for index, one in enumerate(layer.classes)
    ]))  # fmt: skip
    if any(shape.label for shape in layer.shapes):
        made.setLabeling(_numbers(layer) if points else name_labels("label", 8.0))
        made.setLabelsEnabled(True)
    return made


def _places(shapes: Sequence[Shape], mm_per_unit: float) -> Dict[int, Tuple[float, float]]:
    """Where the markers stand, none upon another."""
    own = [shape.rings[0][0] for shape in shapes]
    return dict(enumerate(spread(own, 1.15 * MARKER / mm_per_unit)))


def _polygon(shape: Shape) -> QgsGeometry:
    """A polygon of all the rings: those inside others are holes."""
    whole = QgsGeometry()
    for ring in shape.rings:
        part = QgsGeometry.fromPolygonXY([[QgsPointXY(x, y) for x, y in ring]])
        whole = part if whole.isNull() else whole.symDifference(part)
    # what cannot be made of several parts is empty, and draws nothing
    return whole if whole.convertToMultiType() else QgsGeometry()


def _lines(shape: Shape) -> QgsGeometry:
    return QgsGeometry.fromMultiPolylineXY(
        [[QgsPointXY(x, y) for x, y in line] for line in shape.rings]
    )


def _symbol(kind: MapClass) -> QgsSymbol:
    width = str(kind.width)
    if kind.marker == "line":
        return QgsLineSymbol.createSimple({"line_color": kind.line, "line_width": width})
    if kind.marker == "outline":
        return QgsFillSymbol.createSimple(
            {"style": "no", "outline_color": kind.line, "outline_width": width}
        )
    if kind.marker == "area":
        return QgsFillSymbol.createSimple({
            # see-through colours stay vectors in a PDF, and let a background show
            "color": see_through(kind.fill, 217), "outline_color": kind.line,
            "outline_width": width, "outline_style": "solid" if kind.width else "no",
        })  # fmt: skip
    size = MARKER * (1.25 if kind.marker == "triangle" else 1.0)
    return QgsMarkerSymbol.createSimple({
        "name": _SHAPES.get(kind.marker, "circle"), "color": kind.fill, "size": str(size),
        "outline_color": kind.line, "outline_width": width,
    })  # fmt: skip


def _numbers(layer: MapLayer) -> QgsVectorLayerSimpleLabeling:
    """The markers' numbers, on the markers and always shown."""
    text = QgsTextFormat()
    text.setSize(6.5)
    dark = [ink_on(kind.fill) for kind in layer.classes]
    text.setColor(QColor(dark[0]))  # noqa: QGS202  (a text, no raster)
    settings = QgsPalLayerSettings()
    settings.fieldName = "label"
    settings.setFormat(text)
    settings.placement = QgsPalLayerSettings.Placement.OverPoint
    settings.displayAll = True
    if len(set(dark)) > 1:
        from qgis.core import QgsProperty

        cases = " ".join(
            f"WHEN \"of\" = {i} THEN '{colour}'" for i, colour in enumerate(dark)
        )
        properties = settings.dataDefinedProperties()
        properties.setProperty(
            QgsPalLayerSettings.Property.Color,
            QgsProperty.fromExpression(f"CASE {cases} END"),
        )
        settings.setDataDefinedProperties(properties)
    return QgsVectorLayerSimpleLabeling(settings)

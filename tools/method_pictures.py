"""The pictures of docs/metoder and docs/methods, made by the tools themselves on invented data.

Makes the demo workspace, runs each method on it as the toolbox would, and keeps the chart (SVG)
or a small map of the styled result (PNG) in docs/images/methods/, once in Swedish and once in
English. Every picture says that its data are invented. Run it again when a method or its style
has changed: ``PYTHONPATH=. python tools/method_pictures.py [method …]``.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Callable, Dict, List, Mapping, Optional, Sequence, Set, Tuple

import numpy as np
from qgis.core import (
    QgsApplication,
    QgsCategorizedSymbolRenderer,
    QgsColorRampLegendNode,
    QgsColorRampLegendNodeSettings,
    QgsFeature,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsGeometry,
    QgsLayout,
    QgsLayoutExporter,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendStyle,
    QgsMapLayer,
    QgsMapLayerLegendUtils,
    QgsMarkerSymbol,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QDate, QDateTime, QSettings, QSize, QSizeF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QImage

from trygg_plugin.i18n import load_translator
from trygg_plugin.processing.provider import TryggProvider
from trygg_plugin.reports import charts

_SCRATCH = Path(tempfile.mkdtemp(prefix="trygg-pictures-"))
ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "docs" / "images" / "methods"
LANGUAGES = ("sv", "en")
TODAY = "2026-09-01"
MEASURE_START = "2025-09-01"
INVENTED = {"sv": "Påhittade data", "en": "Invented data"}
BORDER = {"sv": "Kommungräns: SCB (CC0)", "en": "Municipal border: SCB (CC0)"}
#: Around the invented town, where the demo's incidents lie densest: width and height in metres.
VIEW = (4600.0, 4200.0)
#: Outputs of the tools that are charts.
CHARTS = ("CHART", "WHEEL")
MILLIMETRES = QgsUnitTypes.LayoutUnit.LayoutMillimeters


# ---------------------------------------------------------------- what a picture needs


@dataclass
class Bench:
    """The invented data, and the language that the pictures are made in now."""

    incidents: QgsVectorLayer
    areas: QgsVectorLayer
    language: str = "sv"
    made: Dict[str, Any] = field(default_factory=dict)

    def say(self, swedish: str, english: str) -> str:
        return swedish if self.language == "sv" else english

    def common(self, **more: Any) -> Dict[str, Any]:
        return {"INPUT": self.incidents, "DATE_FIELD": "time_from", **more}


def run(bench: Bench, name: str, parameters: Mapping[str, Any],
        shown: Sequence[str] = ("OUTPUT",)) -> Dict[str, Any]:
    """Results of ``trygg:name``; the layers named in ``shown`` loaded and styled."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"trygg:{name}")
    if algorithm is None:
        raise SystemExit(f"There is no algorithm trygg:{name}.")
    context = QgsProcessingContext()
    project = QgsProject()
    context.setProject(project)
    values = dict(parameters)
    for definition in algorithm.parameterDefinitions():
        output = definition.name()
        if not definition.isDestination() or output in values:
            continue
        kind = definition.type()
        if kind == "sink":
            target = QgsProcessingOutputLayerDefinition("memory:", project)
            values[output] = target if output in shown else "memory:"
        elif kind == "rasterDestination":
            path = str(_SCRATCH / f"{name}_{output}_{bench.language}.tif")
            values[output] = (QgsProcessingOutputLayerDefinition(path, project)
                              if output in shown else path)
        elif output in CHARTS:
            values[output] = str(_SCRATCH / f"{name}_{output}_{bench.language}.svg")
    feedback = QgsProcessingFeedback()
    answer, fine = algorithm.run(values, context, feedback)
    if not fine:
        raise SystemExit(f"trygg:{name} failed:\n{feedback.textLog()}")
    for destination, details in context.layersToLoadOnCompletion().items():
        layer = QgsProcessingUtils.mapLayerFromString(destination, context)
        if details.postProcessor() is not None:
            details.postProcessor().postProcessLayer(layer, context, feedback)
        answer[details.outputName] = layer
    bench.made[f"{name}_context"] = (context, project)  # the layers live as long as these
    return answer


# ---------------------------------------------------------------- how a picture is kept


def keep_chart(bench: Bench, name: str, svg: str) -> None:
    """Write a chart with a strip below it that says what its data are."""
    found = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)" width="([\d.]+)mm" height="([\d.]+)mm"',
                      svg)
    assert found is not None, "a chart of ours states its size"
    width, height, millimetres_wide, millimetres_high = map(float, found.groups())
    strip = 14.0
    svg = svg.replace(
        found.group(0),
        f'viewBox="0 0 {width:g} {height + strip:g}" width="{millimetres_wide:g}mm" '
        f'height="{millimetres_high * (height + strip) / height:g}mm"',
    )
    mark = (f'<rect x="0" y="{height:g}" width="{width:g}" height="{strip:g}" fill="#ffffff"/>'
            f'<text x="{width - 6:g}" y="{height + 10:g}" text-anchor="end" font-size="9" '
            f'font-family="sans-serif" fill="#8a1c1c">{INVENTED[bench.language]}</text></svg>')
    head, _, _ = svg.rpartition("</svg>")
    (TARGET / f"{name}_{bench.language}.svg").write_text(head + mark + "\n", encoding="utf-8")


def keep_map(
    bench: Bench, name: str, layers: Sequence[Tuple[QgsMapLayer, str]],
    view: Optional[QgsRectangle] = None, points: bool = True,
) -> None:
    """Draw layers (uppermost first, with their legend titles) under the invented incidents."""
    project = QgsProject()
    project.setCrs(bench.incidents.crs())
    outlines = bench.areas.clone()
    outlines.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(
        {"style": "no", "outline_color": "#606060", "outline_width": "0.25"})))
    dots = bench.incidents.clone()
    dots.setRenderer(QgsSingleSymbolRenderer(QgsMarkerSymbol.createSimple(
        {"color": "#404040", "outline_style": "no", "size": "0.5"})))
    stack: List[QgsMapLayer] = [outlines]
    for layer, title in layers:
        layer.setName(title)
        _round_ramp(layer)
        stack.append(layer)
    if points:
        stack.insert(1, dots)
    for layer in stack:
        project.addMapLayer(layer, False)

    layout = QgsLayout(project)
    layout.initializeDefaults()
    layout.pageCollection().page(0).setPageSize(QgsLayoutSize(160, 100, MILLIMETRES))
    picture = QgsLayoutItemMap(layout)
    layout.addLayoutItem(picture)
    shape = QgsLayoutSize(105, 93, MILLIMETRES)
    picture.attemptMove(QgsLayoutPoint(1, 1, MILLIMETRES))
    picture.attemptResize(shape)
    picture.setFrameEnabled(True)
    picture.setLayers(stack)
    picture.setCrs(project.crs())
    # the first extent gives the item its scale and another shape; zooming keeps the shape
    picture.setExtent(view or around_town(bench))
    picture.attemptResize(shape)
    picture.zoomToExtent(view or around_town(bench))

    legend = QgsLayoutItemLegend(layout)
    legend.setAutoUpdateModel(False)
    root = legend.model().rootGroup()
    root.removeAllChildren()
    for layer, _ in layers:
        root.addLayer(layer)
    _drop_entries(legend)
    for style, size in ((QgsLegendStyle.Style.Subgroup, 8.5),
                        (QgsLegendStyle.Style.SymbolLabel, 7.5)):
        legend.rstyle(style).setFont(QFont("DejaVu Sans", -1))
        font = legend.styleFont(style)
        font.setPointSizeF(size)
        legend.setStyleFont(style, font)
    legend.setWrapString("|")
    legend.setBoxSpace(0)
    legend.attemptMove(QgsLayoutPoint(108, 2, MILLIMETRES))
    layout.addLayoutItem(legend)

    bar = QgsLayoutItemScaleBar(layout)
    bar.setLinkedMap(picture)
    bar.applyDefaultSize(QgsUnitTypes.DistanceUnit.DistanceMeters)
    bar.setStyle("Line Ticks Up")
    bar.setNumberOfSegments(2)
    bar.setNumberOfSegmentsLeft(0)
    bar.setUnitsPerSegment(_nice(picture.extent().width() / 9.0))
    bar.setFont(QFont("DejaVu Sans", 7))
    bar.setHeight(1.5)
    bar.attemptMove(QgsLayoutPoint(108, 85, MILLIMETRES))
    layout.addLayoutItem(bar)
    _note(layout, f"{INVENTED[bench.language]}. {BORDER[bench.language]}")

    path = TARGET / f"{name}_{bench.language}.png"
    image = QgsLayoutExporter(layout).renderPageToImage(0, QSize(), 120)
    # fewer shades are not seen, and make the file a third
    small = image.convertToFormat(QImage.Format.Format_RGB555).convertToFormat(
        QImage.Format.Format_RGB32)
    if not small.save(str(path), "PNG", 0):
        raise SystemExit(f"The picture {path} could not be written.")
    for layer, _ in layers:  # they belong to the run's own project, too
        project.takeMapLayer(layer)


def _nice(metres: float) -> float:
    power = 10.0 ** np.floor(np.log10(metres))
    return float(max(step for step in (1.0, 2.0, 5.0) if step * power <= metres) * power)


def _round_ramp(layer: QgsMapLayer) -> None:
    """Whole numbers, or three digits, at the ends of a raster's colour bar."""
    if not isinstance(layer, QgsRasterLayer):
        return
    ramp = layer.renderer().shader().rasterShaderFunction()
    settings = QgsColorRampLegendNodeSettings(ramp.legendSettings())
    for set_label, value in ((settings.setMinimumLabel, ramp.minimumValue()),
                             (settings.setMaximumLabel, ramp.maximumValue())):
        set_label(f"{value:.0f}" if abs(value) >= 10 else f"{value:.2g}")
    ramp.setLegendSettings(settings)


def _drop_entries(legend: QgsLayoutItemLegend) -> None:
    """Leave out band names, and classes that no feature has."""
    for node in legend.model().rootGroup().findLayers():
        entries = legend.model().layerLegendNodes(node)
        absent = _absent_classes(node.layer())
        kept = [i for i, entry in enumerate(entries)
                if not str(entry.data(Qt.ItemDataRole.DisplayRole)).startswith("Band ")
                and str(entry.data(Qt.ItemDataRole.DisplayRole)) not in absent]
        for i in kept:
            if isinstance(entries[i], QgsColorRampLegendNode):
                QgsMapLayerLegendUtils.setLegendNodeSymbolSize(node, i, QSizeF(6, 30))
        QgsMapLayerLegendUtils.setLegendNodeOrder(node, kept)
        legend.model().refreshLayerLegend(node)


def _absent_classes(layer: QgsMapLayer) -> Set[str]:
    renderer = layer.renderer()
    if not isinstance(renderer, QgsCategorizedSymbolRenderer):
        return set()
    there = layer.uniqueValues(layer.fields().lookupField(renderer.classAttribute()))
    return {one.label() for one in renderer.categories() if one.value() not in there}


def _note(layout: QgsLayout, text: str) -> None:
    label = QgsLayoutItemLabel(layout)
    label.setText(text)
    label.setFont(QFont("DejaVu Sans", 7))
    label.setFontColor(QColor("#8a1c1c"))
    label.attemptMove(QgsLayoutPoint(1, 95, MILLIMETRES))
    label.attemptResize(QgsLayoutSize(150, 4.5, MILLIMETRES))
    layout.addLayoutItem(label)


def around_town(bench: Bench, scale: float = 1.0) -> QgsRectangle:
    """The view of most pictures, around the median incident."""
    points = [f.geometry().asPoint() for f in bench.incidents.getFeatures()
              if not f.geometry().isNull()]
    x, y = np.median([p.x() for p in points]), np.median([p.y() for p in points])
    width, height = VIEW[0] * scale, VIEW[1] * scale
    return QgsRectangle(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


# ---------------------------------------------------------------- more invented data


def memory_copy(source: QgsVectorLayer, keep: Callable[[QgsFeature], bool]) -> QgsVectorLayer:
    """A layer in memory with the features that ``keep`` lets through."""
    copy = source.materialize(QgsFeatureRequest())
    drop = [f.id() for f in copy.getFeatures() if not keep(f)]
    copy.dataProvider().deleteFeatures(drop)
    return copy


def area_named(bench: Bench, start: str) -> QgsVectorLayer:
    return memory_copy(bench.areas, lambda f: str(f["name"]).startswith(start))


def with_a_measure(bench: Bench) -> QgsVectorLayer:
    """Incidents of which 45 % are taken away in the centre after the measure's first day."""
    rng = np.random.default_rng(7)
    centre = area_named(bench, "Centrum")
    shape = QgsGeometry.unaryUnion([f.geometry() for f in centre.getFeatures()])
    start = QDateTime.fromString(MEASURE_START, "yyyy-MM-dd")

    def keep(feature: QgsFeature) -> bool:
        moment = feature["time_from"]
        fell = (isinstance(moment, QDateTime) and moment >= start
                and not feature.geometry().isNull() and shape.contains(feature.geometry()))
        return not (fell and rng.random() < 0.45)

    return memory_copy(bench.incidents, keep)


def near_repeats(bench: Bench) -> QgsVectorLayer:
    """Vandalism of which a part is followed within days by one more, nearby."""
    rng = np.random.default_rng(5)
    copy = memory_copy(bench.incidents, lambda f: not f.geometry().isNull())
    added = []
    for feature in list(copy.getFeatures()):
        if rng.random() > 0.35:
            continue
        point = feature.geometry().asPoint()
        one = QgsFeature(feature)
        one.setGeometry(QgsGeometry.fromPointXY(
            QgsPointXY(point.x() + rng.normal(0, 30), point.y() + rng.normal(0, 30))))
        for name in ("time_from", "time_to"):
            if isinstance(one[name], QDateTime):
                one[name] = one[name].addDays(int(rng.integers(1, 7)))
        added.append(one)
    copy.dataProvider().addFeatures(added)
    return copy


def built_up(bench: Bench) -> QgsVectorLayer:
    """The ground within 300 m of an incident in the view: the invented town.

    Forest and fields around it would make every house look hot (see the page on Gi*).
    """
    layer = QgsVectorLayer("Polygon?crs=EPSG:3006", "town", "memory")
    view = around_town(bench)
    discs = [f.geometry().buffer(300.0, 8) for f in bench.incidents.getFeatures()
             if not f.geometry().isNull() and view.contains(f.geometry().asPoint())]
    town = QgsGeometry.unaryUnion(discs).buffer(150.0, 8).buffer(-150.0, 8)
    for part in town.asGeometryCollection() or [town]:
        feature = QgsFeature()
        feature.setGeometry(part)
        layer.dataProvider().addFeatures([feature])
    return layer


def risk_factors(bench: Bench) -> List[QgsVectorLayer]:
    """Invented bars where incidents are many, and invented schools anywhere in the town."""
    rng = np.random.default_rng(11)
    points = [f.geometry().asPoint() for f in bench.incidents.getFeatures()
              if not f.geometry().isNull()]
    view = around_town(bench, 0.9)
    middle = view.center()
    central = [p for p in points if p.distance(middle) < 700.0]
    bars = [central[i] for i in rng.choice(len(central), 9, replace=False)]
    schools = [QgsPointXY(rng.uniform(view.xMinimum(), view.xMaximum()),
                          rng.uniform(view.yMinimum(), view.yMaximum())) for _ in range(9)]
    layers = []
    for name, places in ((bench.say("Krogar", "Bars"), bars),
                         (bench.say("Skolor", "Schools"), schools)):
        layer = QgsVectorLayer("Point?crs=EPSG:3006", name, "memory")
        features = []
        for place in places:
            feature = QgsFeature()
            feature.setGeometry(QgsGeometry.fromPointXY(place))
            features.append(feature)
        layer.dataProvider().addFeatures(features)
        layers.append(layer)
    bench.made["factors"] = layers  # they live as long as this
    return layers


def blocks(bench: Bench) -> QgsVectorLayer:
    """Squares of 200 m over the view, with an invented number of residents each."""
    rng = np.random.default_rng(3)
    layer = QgsVectorLayer("Polygon?crs=EPSG:3006&field=population:integer", "blocks", "memory")
    view, side = around_town(bench), 200.0
    features = []
    for x in np.arange(view.xMinimum(), view.xMaximum(), side):
        for y in np.arange(view.yMinimum(), view.yMaximum(), side):
            feature = QgsFeature(layer.fields())
            feature.setAttributes([int(rng.integers(20, 200))])
            feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(x, y, x + side, y + side)))
            features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def streets(bench: Bench) -> QgsVectorLayer:
    """Invented streets in slightly bent blocks of about 140 by 190 m."""
    layer = QgsVectorLayer("LineString?crs=EPSG:3006&field=name:string", "streets", "memory")
    view = around_town(bench, 1.05)
    columns = np.arange(view.xMinimum(), view.xMaximum(), 190.0)
    rows = np.arange(view.yMinimum(), view.yMaximum(), 140.0)

    def bent(x: float, y: float) -> QgsPointXY:
        return QgsPointXY(x + 35 * np.sin(y / 420.0), y + 35 * np.sin(x / 510.0))

    features = []
    for line in ([[(x, y) for y in rows] for x in columns]
                 + [[(x, y) for x in columns] for y in rows]):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromPolylineXY([bent(x, y) for x, y in line]))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


# ---------------------------------------------------------------- the pictures

PICTURES: Dict[str, Callable[[Bench], None]] = {}


def picture(draw: Callable[[Bench], None]) -> Callable[[Bench], None]:
    PICTURES[draw.__name__] = draw
    return draw


def chart_of(bench: Bench, name: str, **parameters: Any) -> Dict[str, Any]:
    answer = run(bench, name, bench.common(**parameters), shown=())
    keep_chart(bench, name, Path(answer["CHART"]).read_text(encoding="utf-8"))
    return answer


@picture
def kerneldensity(bench: Bench) -> None:
    answer = run(bench, "kerneldensity", bench.common(
        BOUNDARY=bench.areas, BANDWIDTH=300, CELL_SIZE=25, EDGE=1, PER_YEAR=True))
    keep_map(bench, "kerneldensity", [(answer["OUTPUT"], bench.say(
        "Händelser per km² och år|bandbredd 300 m", "Incidents per km² and year|bandwidth 300 m"))])


@picture
def adaptivedensity(bench: Bench) -> None:
    answer = run(bench, "adaptivedensity", bench.common(
        BOUNDARY=bench.areas, BANDWIDTH=250, CELL_SIZE=25))
    keep_map(bench, "adaptivedensity", [(answer["OUTPUT"], bench.say(
        "Händelser per km²|anpassad bandbredd", "Incidents per km²|adaptive bandwidth"))])


@picture
def relativerisk(bench: Bench) -> None:
    answer = run(bench, "relativerisk", bench.common(
        CATEGORY_FIELD="category", CATEGORIES="vandalism", CONTROLS=bench.incidents,
        BOUNDARY=bench.areas, BANDWIDTH=350, CELL_SIZE=50))
    keep_map(bench, "relativerisk", [(answer["OUTPUT"], bench.say(
        "Skadegörelse mot alla|händelser (log)", "Vandalism against all|incidents (log)"))])


@picture
def changesurface(bench: Bench) -> None:
    layer = with_a_measure(bench)
    answer = run(bench, "changesurface", bench.common(
        INPUT=layer, SPLIT=MEASURE_START, BOUNDARY=bench.areas, BANDWIDTH=300, CELL_SIZE=50))
    keep_map(bench, "changesurface", [(answer["OUTPUT"], bench.say(
        "Förändring per km² och år", "Change per km² and year"))], points=False)


@picture
def getisord(bench: Bench) -> None:
    answer = run(bench, "getisord", bench.common(BOUNDARY=built_up(bench), CELL_SIZE=100))
    keep_map(bench, "getisord", [(answer["OUTPUT"], bench.say(
        "Getis-Ord Gi*|sexhörningar 100 m", "Getis-Ord Gi*|hexagons of 100 m"))])


@picture
def localmoran(bench: Bench) -> None:
    answer = run(bench, "localmoran", bench.common(BOUNDARY=built_up(bench), CELL_SIZE=100))
    keep_map(bench, "localmoran", [(answer["OUTPUT"], bench.say(
        "Lokal Moran|sexhörningar 100 m", "Local Moran|hexagons of 100 m"))])


@picture
def arearates(bench: Bench) -> None:
    answer = run(bench, "arearates", bench.common(
        AREAS=bench.areas, AREA_NAME="name", POPULATION="population",
        CHANGE_START="2026-05-01", CHANGE_END="2026-08-31"))
    keep_map(bench, "arearates", [(answer["OUTPUT"], bench.say(
        "Händelser per 1 000", "Incidents per 1,000"))],
        view=bench.areas.extent(), points=False)
    keep_chart(bench, "arearates_funnel", Path(answer["CHART"]).read_text(encoding="utf-8"))


@picture
def stdbscan(bench: Bench) -> None:
    answer = run(bench, "stdbscan", bench.common(
        PERIOD_START="2026-05-01", DISTANCE=100, DAYS=30, MINIMUM=5))
    keep_map(bench, "stdbscan", [(answer["OUTPUT"], bench.say(
        "Grupper: minst 5 inom|100 m och 30 dagar",
        "Groups: at least 5 within|100 m and 30 days"))])


@picture
def streetdensity(bench: Bench) -> None:
    answer = run(bench, "streetdensity", bench.common(STREETS=streets(bench), BANDWIDTH=300))
    keep_map(bench, "streetdensity", [(answer["OUTPUT"], bench.say(
        "Händelser per km gata|påhittade gator", "Incidents per km of street|invented streets"))],
        points=False)


@picture
def harm(bench: Bench) -> None:
    table = QgsVectorLayer("None?field=category:string&field=weight:double", "weights", "memory")
    for category, weight in (("disorder", 12.0), ("vandalism", 3.0), ("unsafe_gathering", 1.0),
                             ("unsafe_place", 1.0), ("against_employee", 12.0)):
        row = QgsFeature(table.fields())
        row.setAttributes([category, weight])
        table.dataProvider().addFeatures([row])
    answer = run(bench, "kerneldensity", bench.common(
        CATEGORY_FIELD="category", WEIGHT_TABLE=table, WEIGHT_KEY="category",
        WEIGHT_VALUE="weight", BOUNDARY=bench.areas, BANDWIDTH=300, CELL_SIZE=25, EDGE=1,
        PER_YEAR=True))
    keep_map(bench, "harm", [(answer["OUTPUT"], bench.say(
        "Skada per km² och år|påhittade vikter", "Harm per km² and year|invented weights"))])


@picture
def riskterrain(bench: Bench) -> None:
    answer = run(bench, "riskterrain", bench.common(
        FACTORS=risk_factors(bench), BOUNDARY=built_up(bench), CELL_SIZE=100))
    keep_map(bench, "riskterrain", [(answer["OUTPUT"], bench.say(
        "Riskpoäng (1: lägst)|påhittade platser", "Risk score (1: lowest)|invented places"))])


@picture
def priorityplaces(bench: Bench) -> None:
    answer = run(bench, "priorityplaces", bench.common(
        BOUNDARY=bench.areas, CELL_SIZE=100, MOST=8, PLACE_FIELD="place_name"))
    keep_map(bench, "priorityplaces", [(answer["OUTPUT"], bench.say(
        "Prioriterade platser", "Priority places"))])


@picture
def aoristic(bench: Bench) -> None:
    chart_of(bench, "aoristic", DATE_TO_FIELD="time_to")


@picture
def calendartrend(bench: Bench) -> None:
    answer = chart_of(bench, "calendartrend")
    keep_chart(bench, "calendartrend_wheel", Path(answer["WHEEL"]).read_text(encoding="utf-8"))


@picture
def alerts(bench: Bench) -> None:
    chart_of(bench, "alerts", METHOD=1, LATEST=52)


@picture
def nearrepeat(bench: Bench) -> None:
    chart_of(bench, "nearrepeat", INPUT=near_repeats(bench), PERIOD_START="2025-09-01")


@picture
def emerginghotspots(bench: Bench) -> None:
    answer = run(bench, "emerginghotspots", bench.common(
        BOUNDARY=built_up(bench), CELL_SIZE=200, PERIOD_START="2025-09-01"))
    keep_map(bench, "emerginghotspots", [(answer["OUTPUT"], bench.say(
        "Framväxande heta platser", "Emerging hot spots"))])


@picture
def spacetimescan(bench: Bench) -> None:
    answer = run(bench, "spacetimescan", bench.common(
        INPUT=near_repeats(bench), PERIOD_START="2026-06-01", MAX_RADIUS=300, MAX_DAYS=21,
        SIMULATIONS=199, ALPHA=1.0))
    keep_map(bench, "spacetimescan", [(answer["OUTPUT"], bench.say(
        "Kluster i rum och tid", "Space-time clusters"))])


@picture
def poissonscan(bench: Bench) -> None:
    answer = run(bench, "poissonscan", bench.common(
        AREAS=blocks(bench), POPULATION="population", PERIOD_START="2026-06-01", MAX_RADIUS=600,
        SIMULATIONS=199))
    keep_map(bench, "poissonscan", [(answer["OUTPUT"], bench.say(
        "Kluster mot påhittad|befolkning", "Clusters against an|invented population"))])


@picture
def concentration(bench: Bench) -> None:
    chart_of(bench, "concentration", CELL_SIZE=150)


@picture
def pointpatterntest(bench: Bench) -> None:
    answer = run(bench, "pointpatterntest", bench.common(
        INPUT=with_a_measure(bench), BOUNDARY=built_up(bench), CELL_SIZE=250, SPLIT=MEASURE_START))
    keep_map(bench, "pointpatterntest", [(answer["OUTPUT"], bench.say(
        "Platsens andel av händelserna", "The place's share of incidents"))])


@picture
def forecastaccuracy(bench: Bench) -> None:
    answer = run(bench, "forecastaccuracy", bench.common(
        BOUNDARY=built_up(bench), CELL_SIZE=150, AREA_SHARE=2))
    keep_map(bench, "forecastaccuracy", [(answer["OUTPUT"], bench.say(
        "De hetaste 2 procenten av ytan", "The hottest 2 per cent of the area"))])


@picture
def reportercoverage(bench: Bench) -> None:
    chart_of(bench, "reportercoverage", REPORTER_FIELD="reporter_role",
             PERIOD_START="2025-09-01")


@picture
def displacement(bench: Bench) -> None:
    chart_of(bench, "displacement", **_measure(bench), BUFFER_WIDTH=400)


@picture
def effectsize(bench: Bench) -> None:
    chart_of(bench, "effectsize", **_measure(bench))


@picture
def interruptedtimeseries(bench: Bench) -> None:
    chart_of(bench, "interruptedtimeseries", **_measure(bench))


@picture
def differenceindifferences(bench: Bench) -> None:
    values = _measure(bench)
    del values["CONTROL"]
    answer = run(bench, "differenceindifferences", bench.common(
        **values, AREAS=bench.areas, AREA_NAME="name", PERIOD_START="2024-09-01"))
    layer = answer["OUTPUT"]
    rows = [(str(f["area"] if "area" in layer.fields().names() else f["name"]).split(" (")[0],
             float(f["before"]), float(f["after"])) for f in layer.getFeatures()]
    keep_chart(bench, "differenceindifferences", charts.before_after(
        rows, bench.language, title=bench.say("Händelser per område, före och efter",
                                              "Incidents per area, before and after")))


@picture
def fishbone(bench: Bench) -> None:
    """For the handbook, which is in Swedish."""
    if bench.language != "sv":
        return
    bones = [
        charts.Bone("Den utsatta", "", [
            charts.Cause(1, "Få människor i rörelse efter klockan 20"),
            charts.Cause(2, "Ingen vet vem man ringer"),
        ]),
        charts.Bone("Gärningspersonen", "", [
            charts.Cause(3, "Ungdomar samlas utan annat att göra"),
        ]),
        charts.Bone("Objektet eller platsen", "", [
            charts.Cause(4, "Gångvägen ligger mörk"),
            charts.Cause(5, "Skymmande växtlighet längs muren", 4),
            charts.Cause(6, "Klotter får sitta kvar i veckor"),
        ]),
    ]  # fmt: skip
    made = charts.fishbone("Klotter på gångvägen vid stationen", bones, "sv")
    (TARGET.parent / "fiskben.svg").write_text(made + "\n", encoding="utf-8")


def _measure(bench: Bench) -> Dict[str, Any]:
    return {"INPUT": with_a_measure(bench), "MEASURE_START": MEASURE_START,
            "TREATED": area_named(bench, "Centrum"), "CONTROL": area_named(bench, "Norrbacka")}


# ---------------------------------------------------------------- all of it


def start_qgis() -> QgsApplication:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # a profile of its own: the language is set here, and the user's settings stay as they are
    os.environ["XDG_CONFIG_HOME"] = str(_SCRATCH / "profile")
    sys.path.append("/usr/share/qgis/python/plugins")
    application = QgsApplication([], False)
    application.initQgis()
    from processing.core.Processing import Processing

    Processing.initialize()
    provider = TryggProvider()
    application.processingRegistry().addProvider(provider)
    application.trygg_provider = provider  # type: ignore[attr-defined]
    return application


def speak(language: str, before: List[Any]) -> None:
    """Have QGIS and our sentences in a language, as the setting does in a running QGIS."""
    settings = QSettings()
    settings.setValue("locale/overrideFlag", True)
    settings.setValue("locale/userLocale", {"sv": "sv_SE", "en": "en_GB"}[language])
    for translator in before:
        QCoreApplication.removeTranslator(translator)
    before.clear()
    translator = load_translator(language)
    if translator is not None:
        QCoreApplication.installTranslator(translator)
        before.append(translator)


def open_bench() -> Bench:
    workspace = _SCRATCH / "demo.gpkg"
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("trygg:createdemo")
    _, fine = algorithm.run(
        {"TODAY": QDateTime(QDate.fromString(TODAY, "yyyy-MM-dd")), "LANGUAGE": 0,
         "OUTPUT": str(workspace)},
        QgsProcessingContext(), QgsProcessingFeedback(),
    )
    if not fine:
        raise SystemExit("The demo workspace could not be made.")
    incidents = QgsVectorLayer(f"{workspace}|layername=incident", "incident")
    incidents.setSubsetString('"deleted_at" IS NULL')
    areas = QgsVectorLayer(f"{workspace}|layername=area", "area")
    return Bench(incidents, areas)


def main(wanted: Sequence[str]) -> None:
    unknown = set(wanted) - set(PICTURES)
    if unknown:
        raise SystemExit(f"There is no picture of {', '.join(sorted(unknown))}. "
                         f"There are: {', '.join(PICTURES)}.")
    TARGET.mkdir(parents=True, exist_ok=True)
    application = start_qgis()
    bench = open_bench()
    translators: List[Any] = []
    for language in LANGUAGES:
        bench.language = language
        speak(language, translators)
        for name in wanted or PICTURES:
            print(f"  {name} ({language})", flush=True)
            PICTURES[name](bench)
    del application


if __name__ == "__main__":
    main(sys.argv[1:])

"""What algorithms leave behind: rasters, layers, tables, charts, summaries; styled and explained.

Every writer takes the :class:`~.base.Run` and the parameter's name and returns what belongs
under that name in the algorithm's results.
"""

from __future__ import annotations

import html
import json
import os
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Callable, Dict, Iterable, List, Optional, Sequence, Tuple

import numpy as np
from qgis.core import (
    QgsAbstractMetadataBase,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsMapLayer,
    QgsPointXY,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsProcessingParameterFeatureSource,
    QgsRasterFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QLocale, QTime, QVariant

from ..data.arrays import Categories
from ..domain.errors import DomainError
from ..i18n import tr, user_language
from .base import Run

POINTS = QgsProcessing.SourceType.TypeVectorPoint
LINES = QgsProcessing.SourceType.TypeVectorLine

Style = Callable[[QgsMapLayer], None]

#: Custom property of result layers: JSON of algorithm, time and parameters.
RESULT_PROPERTY = "trygg/result"

# QGIS keeps no reference to a Python post-processor: it would be gone before it is called.
_waiting: List[QgsProcessingLayerPostProcessorInterface] = []


# ---------------------------------------------------------------- layers when loaded


class _Finisher(QgsProcessingLayerPostProcessorInterface):
    """Styles a result when QGIS loads it, and writes down how it came to be."""

    def __init__(self, style: Optional[Style], aliases: Dict[str, str], told: Dict[str, Any]):
        super().__init__()
        self._style, self._aliases, self._told = style, aliases, told

    def postProcessLayer(  # noqa: N802  (QGIS calls it)
        self,
        layer: QgsMapLayer,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        if isinstance(layer, QgsVectorLayer):
            for name, alias in self._aliases.items():
                index = layer.fields().lookupField(name)
                if index >= 0:
                    layer.setFieldAlias(index, alias)
        if self._style is not None:
            self._style(layer)
            layer.triggerRepaint()
            layer.emitStyleChanged()
        layer.setCustomProperty(RESULT_PROPERTY, json.dumps(self._told, ensure_ascii=False))
        metadata: QgsAbstractMetadataBase = layer.metadata()
        metadata.setAbstract(in_words(self._told))
        layer.setMetadata(metadata)
        if self in _waiting:
            _waiting.remove(self)


def finish(
    run: Run,
    destination: str,
    style: Optional[Style] = None,
    aliases: Optional[Dict[str, str]] = None,
) -> None:
    """Have a result styled, named by its aliases and documented once QGIS loads it."""
    if not destination or not run.context.willLoadLayerOnCompletion(destination):
        return
    finisher = _Finisher(style, aliases or {}, told_of(run))
    _waiting.append(finisher)
    run.context.layerToLoadOnCompletionDetails(destination).setPostProcessor(finisher)


def told_of(run: Run) -> Dict[str, Any]:
    """How a result came to be: algorithm, time, and the parameters that were given."""

    def named(value: Any, layer: Optional[QgsVectorLayer]) -> str:
        return str(value) if layer is None else layer.name()

    return {
        "algorithm": f"trygg:{run.algorithm.NAME}",
        "title": run.algorithm.displayName(),
        "made": datetime.now().isoformat(timespec="seconds"),
        "parameters": given_parameters(run, named),
    }


def given_parameters(
    run: Run, name_layer: Callable[[Any, Optional[QgsVectorLayer]], str]
) -> Dict[str, Any]:
    """Every given parameter as plain text or number.

    ``name_layer`` gets what was given for an input and the layer that it is, if it is one,
    and says how it is to be called.
    """
    given: Dict[str, Any] = {}
    for definition in run.algorithm.parameterDefinitions():
        name = definition.name()
        if definition.isDestination() or not run.given(name):
            continue
        value = run.parameters.get(name, definition.defaultValue())
        if isinstance(definition, QgsProcessingParameterFeatureSource):
            if isinstance(value, QgsProcessingFeatureSourceDefinition):
                value = value.source.staticValue()
            layer = run.algorithm.parameterAsVectorLayer(
                {**run.parameters, name: value}, name, run.context)
            value = name_layer(value, layer)
        elif hasattr(value, "toString"):
            value = value.toString("yyyy-MM-dd")
        elif hasattr(value, "authid"):
            value = value.authid()
        elif isinstance(value, list):
            value = [name_layer(one, one if isinstance(one, QgsVectorLayer) else None)
                     for one in value]
        elif not isinstance(value, (bool, int, float, str)):
            value = str(value)
        given[name] = value
    return given


def in_words(told: Dict[str, Any]) -> str:
    """What :func:`told_of` found, as a sentence."""
    given = "; ".join(f"{name} = {value}" for name, value in told["parameters"].items())
    return tr("Made by {title} ({algorithm}) at {made}. Parameters: {given}.").format(
        title=told["title"], algorithm=told["algorithm"], made=told["made"], given=given
    )


# ---------------------------------------------------------------- rasters


def write_raster(
    run: Run,
    name: str,
    values: np.ndarray,
    x_min: float,
    y_max: float,
    cell_size: float,
    crs: QgsCoordinateReferenceSystem,
    band_names: Sequence[str] = (),
    style: Optional[Style] = None,
) -> str:
    """Write (rows, columns) or (bands, rows, columns) float64, row 0 northernmost; NaN is nodata.

    Returns the file's path, or "" when the optional output is not wanted.
    """
    path = run.algorithm.parameterAsOutputLayer(run.parameters, name, run.context)
    if not path:
        return ""
    if not np.isfinite(values).any():
        raise DomainError("No cell of the raster has a value: no cell's middle lies in the "
                          "boundary. Choose smaller cells.")
    from osgeo import gdal

    bands = values[None, :, :] if values.ndim == 2 else values
    driver_name = QgsRasterFileWriter.driverForExtension(os.path.splitext(path)[1]) or "GTiff"
    # only GTiff and the like can be created empty; others are copied from memory
    driver = gdal.GetDriverByName(driver_name)
    direct = driver is not None and driver.GetMetadataItem("DCAP_CREATE") == "YES"
    maker = driver if direct else gdal.GetDriverByName("MEM")
    options = ["BIGTIFF=IF_SAFER"] if driver_name == "GTiff" else []
    if options and bands[0].size > 1_000_000:  # below that, speed matters more than size
        options += ["COMPRESS=DEFLATE", "PREDICTOR=3"]
    error = None
    try:
        dataset = maker.Create(
            path if direct else "", bands.shape[2], bands.shape[1], bands.shape[0],
            gdal.GDT_Float64, options,
        )
    except RuntimeError as problem:
        dataset, error = None, problem
    if dataset is None:
        raise QgsProcessingException(
            tr("The raster “{path}” cannot be written. Is the folder there and the file not open "
               "in another program? {reason}").format(path=path, reason=error or "")
        )
    dataset.SetGeoTransform((x_min, cell_size, 0.0, y_max, 0.0, -cell_size))
    if crs.isValid():
        dataset.SetProjection(crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED_GDAL))
    dataset.SetMetadataItem("TRYGG_RESULT", json.dumps(told_of(run), ensure_ascii=False))
    for number, band_values in enumerate(bands, start=1):
        band = dataset.GetRasterBand(number)
        band.SetNoDataValue(float("nan"))
        if number <= len(band_names):
            band.SetDescription(band_names[number - 1])
        band.WriteArray(np.ascontiguousarray(band_values, dtype=np.float64))
    dataset.FlushCache()
    if not direct and driver is not None:
        driver.CreateCopy(path, dataset)
    dataset = None
    finish(run, path, style)
    return path


# ---------------------------------------------------------------- layers and tables


@dataclass(frozen=True)
class Column:
    """A field of a result: ``values`` is an array, a list, or Categories, one per feature."""

    name: str
    alias: str
    values: Any

    def field(self) -> QgsField:
        field = QgsField(self.name, self._type())
        field.setAlias(self.alias)  # noqa: QGS202  (a field, no user profile)
        return field

    def _type(self) -> Any:
        if isinstance(self.values, Categories):
            return QVariant.String
        values = np.asarray(self.values) if not isinstance(self.values, np.ndarray) else self.values
        if values.dtype.kind == "M":
            days = np.datetime_data(values.dtype)[0] in ("D", "M", "Y", "W")
            return QVariant.Date if days else QVariant.DateTime
        if values.dtype.kind == "b":
            return QVariant.Bool
        if values.dtype.kind in "iu":
            return QVariant.Int if values.dtype.itemsize <= 4 else QVariant.LongLong
        return QVariant.Double if values.dtype.kind == "f" else QVariant.String

    def items(self) -> List[Any]:
        """Plain Python values for QGIS; missing ones are None."""
        if isinstance(self.values, Categories):
            return list(self.values.texts())
        values = np.asarray(self.values) if not isinstance(self.values, np.ndarray) else self.values
        if values.dtype.kind == "M":
            if self._type() == QVariant.Date:
                days = values.astype("datetime64[D]").tolist()
                return [None if d is None else QDate(d.year, d.month, d.day) for d in days]
            moments = values.astype("datetime64[ms]").tolist()
            return [
                None if m is None else QDateTime(
                    QDate(m.year, m.month, m.day),
                    QTime(m.hour, m.minute, m.second, m.microsecond // 1000),
                )
                for m in moments
            ]
        if values.dtype.kind == "f":
            return [v if v == v and abs(v) != float("inf") else None for v in values.tolist()]
        if values.dtype.kind == "O":
            return list(self.values)
        return list(values.tolist())


def write_layer(
    run: Run,
    name: str,
    columns: Sequence[Column],
    geometries: Optional[Iterable[QgsGeometry]] = None,
    geometry_type: Any = QgsWkbTypes.Type.NoGeometry,
    crs: Optional[QgsCoordinateReferenceSystem] = None,
    style: Optional[Style] = None,
) -> str:
    """Write features with these columns; returns the layer's id, "" when it is not wanted."""
    fields = QgsFields()
    for column in columns:
        fields.append(column.field())
    sink, destination = run.algorithm.parameterAsSink(
        run.parameters, name, run.context, fields, geometry_type,
        crs if crs is not None else QgsCoordinateReferenceSystem(),
    )
    if sink is None:
        if not run.given(name):
            return ""
        raise QgsProcessingException(run.algorithm.invalidSinkError(run.parameters, name))
    rows = zip(*(column.items() for column in columns))
    shapes = iter(geometries) if geometries is not None else None
    batch: List[QgsFeature] = []
    for row in rows:
        feature = QgsFeature(fields)
        feature.setAttributes(list(row))
        if shapes is not None:
            feature.setGeometry(next(shapes))
        batch.append(feature)
        if len(batch) == 5000:
            _add(sink, batch, name)
            batch = []
    _add(sink, batch, name)
    del sink
    finish(run, destination, style, {column.name: column.alias for column in columns})
    return destination


def write_table(run: Run, name: str, columns: Sequence[Column],
                style: Optional[Style] = None) -> str:
    """Write a table without geometry; returns its layer id, "" when it is not wanted."""
    return write_layer(run, name, columns, style=style)


def _add(sink: QgsFeatureSink, features: List[QgsFeature], name: str) -> None:
    if features and not sink.addFeatures(features, QgsFeatureSink.Flag.FastInsert):
        raise QgsProcessingException(
            tr("The result “{name}” could not be written: {reason}").format(
                name=name, reason=sink.lastError() or tr("no reason is given.")
            )
        )


def point_geometries(x: np.ndarray, y: np.ndarray) -> Iterable[QgsGeometry]:
    """A point for each pair of coordinates; none where one is missing."""
    for one_x, one_y in zip(x.tolist(), y.tolist()):
        if one_x == one_x and one_y == one_y:
            yield QgsGeometry.fromPointXY(QgsPointXY(one_x, one_y))
        else:
            yield QgsGeometry()


def ring_geometries(rings: np.ndarray) -> Iterable[QgsGeometry]:
    """A polygon for each closed ring of an array (n, corners, 2)."""
    n, corners, _ = rings.shape
    head = np.frombuffer(
        b"\x01" + np.array([3, 1, corners], dtype="<u4").tobytes(), dtype=np.uint8
    )
    for ring in np.ascontiguousarray(rings, dtype="<f8"):
        geometry = QgsGeometry()
        geometry.fromWkb(head.tobytes() + ring.tobytes())
        yield geometry


# ---------------------------------------------------------------- files


def write_text(run: Run, name: str, text: str) -> str:
    """Write an optional text file (SVG, HTML); returns its path, "" when it is not wanted."""
    path = run.algorithm.parameterAsFileOutput(run.parameters, name, run.context)
    if not path:
        return ""
    try:
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise QgsProcessingException(
            tr("The file “{path}” cannot be written: {reason}").format(
                path=path, reason=error.strerror
            )
        ) from error
    return path


@dataclass(frozen=True)
class Table:
    """A small table of a summary; cells are shown as they are."""

    head: Sequence[str]
    rows: Sequence[Sequence[Any]]
    caption: str = ""


_PAGE = """<!DOCTYPE html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title><style>
body {{ font-family: sans-serif; color: #1a1a1a; background: #ffffff; max-width: 52em;
  margin: 1.5em auto; padding: 0 1em; line-height: 1.45 }}
table {{ border-collapse: collapse; margin: 1em 0 }}
th, td {{ border-bottom: 1px solid #d9d9d9; padding: .25em .7em; text-align: left }}
td.number {{ text-align: right }}
caption {{ text-align: left; font-weight: bold; padding: .3em 0 }}
svg {{ max-width: 100%; height: auto }} small {{ color: #555555 }}
</style></head><body><h1>{title}</h1>
{body}
<p><small>{made}</small></p></body></html>
"""


def write_summary(
    run: Run,
    sentences: Sequence[str],
    tables: Sequence[Table] = (),
    charts: Sequence[str] = (),
    name: str = "SUMMARY",
) -> str:
    """A short page: sentences, charts (SVG text of our own) and tables; "" if not wanted."""
    if not run.given(name):
        return ""
    parts = [f"<p>{html.escape(sentence)}</p>" for sentence in sentences]
    parts += [f"<figure>{_inline(chart)}</figure>" for chart in charts]
    parts += [_table(table) for table in tables]
    page = _PAGE.format(
        language=user_language(),
        title=html.escape(run.algorithm.displayName()),
        body="\n".join(parts),
        made=html.escape(in_words(told_of(run))),
    )
    return write_text(run, name, page)


def _inline(svg: str) -> str:
    start = svg.find("<svg")
    return svg[start:] if start >= 0 else ""


def _table(table: Table) -> str:
    caption = f"<caption>{html.escape(table.caption)}</caption>" if table.caption else ""
    head = "".join(f'<th scope="col">{html.escape(text)}</th>' for text in table.head)
    rows = []
    for row in table.rows:
        cells = "".join(
            f"<td{_numeric(value)}>{html.escape(_shown(value))}</td>" for value in row
        )
        rows.append(f"<tr>{cells}</tr>")
    return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"


def shown_number(value: float, decimals: int = 0) -> str:
    """A number as the user's language writes it; a dash where there is none."""
    if not np.isfinite(value):
        return "–"
    locale = QLocale("sv_SE" if user_language() == "sv" else "en_GB")
    return str(locale.toString(float(value), "f", decimals))


def _numeric(value: Any) -> str:
    return ' class="number"' if isinstance(value, (int, float, np.number)) else ""


def _shown(value: Any) -> str:
    if value is None or (isinstance(value, (float, np.floating)) and not np.isfinite(value)):
        return "–"
    if isinstance(value, (float, np.floating)):
        return f"{float(value):,.4g}".replace(",", "\u202f")
    return str(value)


def extent_of(layer_extent: Any) -> Tuple[float, float, float, float]:
    """A QgsRectangle as x min, y min, x max, y max."""
    return (
        layer_extent.xMinimum(), layer_extent.yMinimum(),
        layer_extent.xMaximum(), layer_extent.yMaximum(),
    )

"""Points and columns of any QGIS vector source as numpy arrays.

Two ways lead to the same answer. The **fast way** reads the source with GDAL's Arrow
stream (GDAL 3.6 and later; GeoPackage, FlatGeobuf, GeoParquet, PostGIS): no Python object
per feature. The **general way** walks QGIS's features: memory layers, layers with
unsaved edits, joined or virtual fields, filter expressions. Both honour the subset
string, the selection and the limit, both place nulls and multi points alike, and both
share everything after the raw reading, so that a result never depends on the way.
"""

from __future__ import annotations

import re
import struct
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Callable, Dict, Iterator, List, Mapping, Optional, Sequence, Tuple

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsProcessingFeatureSource,
    QgsProviderRegistry,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QVariant

from ..compat import is_null
from ..domain.errors import DomainError
from .postgis_source import PostgisSource, postgis_source

NUMBER = "number"
TIME = "time"
CATEGORY = "category"

Progress = Callable[[float], None]

#: Formats whose Arrow stream answers as QGIS's own reading does (tests/data/test_arrays.py).
_FAST_DRIVERS = frozenset({"GPKG", "FlatGeobuf", "Parquet", "PostgreSQL"})
_BATCH_POINTS = 65536
#: numpy pads every geometry to the longest of its batch: one huge multi point must not
#: make the whole batch huge.
_BATCH_MULTI = 4096
_PROBE = 16
_DAY_MS = 86_400_000
_JULIAN_1970 = 2440588
#: Well-known binary: little-endian, type 1 (point).
_PLAIN_POINT = np.array([1, 1, 0, 0, 0], dtype=np.uint8)
_NAT = np.iinfo(np.int64).min


@dataclass(frozen=True)
class Categories:
    """A text column: ``labels[codes[i]]`` is the text of row i; code -1 is null.

    ``codes``: int32, shape (n,). ``labels``: the distinct texts, sorted.
    """

    codes: np.ndarray
    labels: Tuple[str, ...]

    def take(self, rows: np.ndarray) -> Categories:
        """The same column for some of its rows."""
        return Categories(self.codes[rows], self.labels)

    def among(self, wanted: Sequence[str]) -> np.ndarray:
        """Which rows hold one of the texts: bool, shape (n,)."""
        known = {label: code for code, label in enumerate(self.labels)}
        return np.isin(self.codes, [known[text] for text in wanted if text in known])

    def texts(self) -> List[Optional[str]]:
        """The text of every row, None for null."""
        lookup = [*self.labels, None]
        return [lookup[code] for code in self.codes.tolist()]


@dataclass(frozen=True)
class Points:
    """What was read. All arrays have one entry per feature, in the source's order.

    ``x``, ``y``: NaN where a feature has no place. ``columns``: float64 (NaN is null) for
    NUMBER, datetime64[ms] (NaT is null) for TIME as the clock at the place showed it,
    :class:`Categories` for CATEGORY.
    ``dates_only``: TIME columns that hold no time of day. ``unreadable``: number of values a
    column holds that could not be understood (they count as null).
    ``multi``: features with several points, placed at the mean of them.
    """

    fid: np.ndarray
    x: np.ndarray
    y: np.ndarray
    columns: Dict[str, Any]
    crs: QgsCoordinateReferenceSystem
    dates_only: frozenset = frozenset()
    unreadable: Dict[str, int] = field(default_factory=dict)
    multi: int = 0
    #: features that could not be transformed to the wanted CRS
    outside_crs: int = 0
    fast: bool = False

    def __len__(self) -> int:
        return len(self.fid)


@dataclass(frozen=True)
class Origin:
    """All that the fast way must know of a layer; made on the layer's own thread."""

    #: a file, or the address of a database: that one may hold a password, so it is never shown
    path: str = field(repr=False)
    layer_name: Optional[str]
    layer_id: Optional[int]
    subset: str
    open_options: Tuple[str, ...]
    #: feature ids, sorted, when only the selection is wanted
    selected: Optional[np.ndarray]
    limit: int
    provider_fields: frozenset
    #: what must be asked of a table of PostGIS before it is read
    database: Optional[PostgisSource] = None


def origin_of(
    layer: QgsVectorLayer, selected_only: bool = False, limit: int = -1, expression: str = ""
) -> Optional[Origin]:
    """Where the fast way finds the layer, or None when only QGIS itself can read it right.

    Call it on the thread that owns the layer (``prepareAlgorithm``): it looks at the edit
    buffer and the selection.
    """
    if expression or layer is None or not layer.isValid():
        return None
    if layer.providerType() == "postgres":
        return _origin_in_postgis(layer, selected_only, limit)
    if layer.providerType() != "ogr":
        return None
    buffer = layer.editBuffer()
    if buffer is not None and buffer.isModified():
        return None
    source = layer.source()
    if "|geometrytype=" in source.lower() or "authcfg=" in source.lower():
        return None
    subset = layer.subsetString()
    if subset.strip().lower().startswith("select"):
        return None
    parts = QgsProviderRegistry.instance().decodeUri("ogr", source)
    fields = layer.fields()
    names = frozenset(
        fields.at(i).name()
        for i in range(fields.count())
        if fields.fieldOrigin(i) == QgsFields.FieldOrigin.OriginProvider
    )
    layer_id = parts.get("layerId")
    return Origin(
        path=parts.get("path") or "",
        layer_name=parts.get("layerName") or None,
        layer_id=None if is_null(layer_id) else int(layer_id),
        subset=subset,
        open_options=tuple(parts.get("openOptions") or ()),
        selected=_selected(layer) if selected_only else None,
        limit=limit,
        provider_fields=names,
    )


def _origin_in_postgis(
    layer: QgsVectorLayer, selected_only: bool, limit: int
) -> Optional[Origin]:
    found = postgis_source(layer)
    if found is None:
        return None
    return Origin(
        path=found.connection,
        layer_name=None,
        layer_id=0,
        subset=layer.subsetString(),
        open_options=found.open_options,
        selected=_selected(layer) if selected_only else None,
        limit=limit,
        provider_fields=found.fields,
        database=found,
    )


def _selected(layer: QgsVectorLayer) -> np.ndarray:
    return np.sort(np.array(list(layer.selectedFeatureIds()), dtype=np.int64))


def check_points(source: QgsFeatureSource) -> None:
    """Raises DomainError for a layer of lines, polygons or no places at all."""
    if QgsWkbTypes.geometryType(source.wkbType()) != QgsWkbTypes.GeometryType.PointGeometry:
        raise DomainError(
            "The layer “{layer}” holds no points. Choose a point layer, "
            "or make points of it first (centroids).",
            layer=source.sourceName(),
        )


def read_points(
    source: QgsFeatureSource,
    columns: Mapping[str, str],
    *,
    origin: Optional[Origin] = None,
    crs: Optional[QgsCoordinateReferenceSystem] = None,
    transform_context: Optional[QgsCoordinateTransformContext] = None,
    progress: Optional[Progress] = None,
) -> Points:
    """Read the points of a source and some of its columns.

    ``source``: a layer or a ``QgsProcessingFeatureSource`` that already stands for the
    selection, limit and filter wanted. ``columns``: name to NUMBER, TIME or CATEGORY.
    ``origin``: :func:`origin_of` the same layer with the same selection and limit, if the
    fast way may be tried. ``crs``: transform to it. ``progress`` cancels by raising.
    Raises DomainError for a source without points, unknown columns, or a column that
    cannot be what is asked of it (a number as a time).
    """
    check_points(source)
    fields = source.fields()
    wanted: Dict[str, QgsField] = {}
    for name in columns:
        index = fields.lookupField(name)
        if index < 0:
            raise DomainError(
                "The layer “{layer}” has no field “{field}”.",
                layer=source.sourceName(),
                field=name,
            )
        wanted[name] = fields.at(index)

    raw = None
    if origin is not None:
        with _quiet_gdal():
            raw = _read_with_gdal(origin, source, wanted, progress)
    fast = raw is not None
    if raw is None:
        raw = _read_features(source, wanted, progress)

    values: Dict[str, Any] = {}
    unreadable: Dict[str, int] = {}
    dates_only = set()
    for name, kind in columns.items():
        values[name], bad = _as_kind(raw.columns[name], kind, name, source.sourceName())
        if bad:
            unreadable[name] = bad
        if kind == TIME and _holds_dates_only(wanted[name], values[name]):
            dates_only.add(name)

    x, y, outside = raw.x, raw.y, 0
    own = source.sourceCrs()
    if crs is not None and crs.isValid() and own.isValid() and crs != own:
        x, y, outside = transform(x, y, own, crs, transform_context)
    return Points(
        fid=raw.fid,
        x=x,
        y=y,
        columns=values,
        crs=crs if crs is not None and crs.isValid() else own,
        dates_only=frozenset(dates_only),
        unreadable=unreadable,
        multi=raw.multi,
        outside_crs=outside,
        fast=fast,
    )


# ---------------------------------------------------------------- coordinates


def transform(
    x: np.ndarray,
    y: np.ndarray,
    source: QgsCoordinateReferenceSystem,
    target: QgsCoordinateReferenceSystem,
    context: Optional[QgsCoordinateTransformContext] = None,
) -> Tuple[np.ndarray, np.ndarray, int]:
    """Coordinates in another CRS by QGIS's own transformation, all at once.

    Returns x, y and how many could not be transformed (they become NaN).
    """
    operation = QgsCoordinateTransform(source, target, context or QgsCoordinateTransformContext())
    operation.setBallparkTransformsAreAppropriate(True)
    new_x, new_y = np.full(len(x), np.nan), np.full(len(x), np.nan)
    rows = np.flatnonzero(np.isfinite(x) & np.isfinite(y))
    pending = [rows[i : i + 100_000] for i in range(0, len(rows), 100_000)]
    failed = 0
    while pending:
        part = pending.pop()
        moved = _transform_line(x[part], y[part], operation)
        if moved is not None:
            fine = np.isfinite(moved).all(axis=1)
            new_x[part[fine]], new_y[part[fine]] = moved[fine, 0], moved[fine, 1]
            failed += int(len(part) - fine.sum())
        elif len(part) == 1:
            failed += 1
        else:
            # QGIS refuses a whole array for one bad point: halve until it stands alone.
            half = len(part) // 2
            pending += [part[:half], part[half:]]
    return new_x, new_y, failed


def _transform_line(
    x: np.ndarray, y: np.ndarray, operation: QgsCoordinateTransform
) -> Optional[np.ndarray]:
    """The array as the vertices of one line, since QGIS transforms these in one call."""
    n = len(x)
    if n == 1:
        x, y = np.repeat(x, 2), np.repeat(y, 2)
    geometry = QgsGeometry()
    geometry.fromWkb(
        struct.pack("<BII", 1, 2, len(x)) + np.column_stack((x, y)).astype("<f8").tobytes()
    )
    try:
        if geometry.transform(operation) != 0:
            return None
    except QgsCsException:
        return None
    return np.frombuffer(geometry.asWkb().data(), dtype="<f8", offset=9).reshape(-1, 2)[:n]


def _decode_wkb(buffer: np.ndarray) -> Optional[Tuple[np.ndarray, np.ndarray, np.ndarray]]:
    """x, y and number of points of padded well-known binaries (uint8, shape (n, width)).

    None when a geometry is of a kind not foreseen here.
    """
    n, width = buffer.shape
    x, y = np.full(n, np.nan), np.full(n, np.nan)
    parts = np.zeros(n, dtype=np.int64)
    if n == 0 or width < 5:
        return x, y, parts
    if width == 21 and (buffer[:, :5] == _PLAIN_POINT).all():
        place = np.ascontiguousarray(buffer[:, 5:]).view("<f8")
        return place[:, 0].copy(), place[:, 1].copy(), np.ones(n, dtype=np.int64)
    present = buffer[:, :5].any(axis=1)
    if (buffer[present, 0] != 1).any():
        return None
    codes = np.ascontiguousarray(buffer[:, 1:5]).view("<u4").ravel()
    for code in np.unique(codes[present]).tolist():
        flat = code & 0x0FFFFFFF
        dims = 2 + bool(code & 0x80000000) + bool(code & 0x40000000)
        thousands, base = divmod(flat, 1000)
        if thousands:
            dims = 4 if thousands == 3 else 3
        rows = np.flatnonzero(present & (codes == code))
        if base == 1 and thousands <= 3:
            place = np.ascontiguousarray(buffer[rows, 5:21]).view("<f8")
            x[rows], y[rows], parts[rows] = place[:, 0], place[:, 1], 1
        elif base == 4 and thousands <= 3:
            counts = np.ascontiguousarray(buffer[rows, 5:9]).view("<u4").ravel()
            step = 5 + 8 * dims
            for count in np.unique(counts[counts > 0]).tolist():
                some = rows[counts == count]
                block = buffer[some, 9 : 9 + count * step].reshape(len(some), count, step)
                place = np.ascontiguousarray(block[:, :, 5:21]).view("<f8")
                x[some], y[some] = place[:, :, 0].mean(axis=1), place[:, :, 1].mean(axis=1)
                parts[some] = count
        else:
            return None
    return x, y, parts


# ---------------------------------------------------------------- raw columns


@dataclass
class _Raw:
    """What either way read: columns are float64, datetime64[ms] or Categories."""

    fid: np.ndarray
    x: np.ndarray
    y: np.ndarray
    columns: Dict[str, Any]
    multi: int


def _field_kind(field_: QgsField) -> str:
    kind = field_.type()
    if kind in (
        QVariant.Int,
        QVariant.UInt,
        QVariant.LongLong,
        QVariant.ULongLong,
        QVariant.Double,
        QVariant.Bool,
    ):
        return NUMBER
    if kind in (QVariant.Date, QVariant.DateTime):
        return TIME
    return CATEGORY


def _is_bool(field_: QgsField) -> bool:
    return field_.type() == QVariant.Bool


def _holds_dates_only(field_: QgsField, values: np.ndarray) -> bool:
    """A date field, or a column where no row has a time of day (a date in a wider type)."""
    if field_.type() == QVariant.Date:
        return True
    known = values[~np.isnat(values)].astype(np.int64)
    return len(known) > 0 and not (known % _DAY_MS).any()


def _as_kind(raw: Any, kind: str, name: str, layer: str) -> Tuple[Any, int]:
    """A raw column as what the caller asked for, and how many values were not understood."""
    if kind == CATEGORY:
        return _to_categories(raw), 0
    if isinstance(raw, Categories):
        parse = parse_number if kind == NUMBER else parse_time
        parsed = [parse(label) for label in raw.labels]
        if kind == NUMBER:
            table = np.array([np.nan if v is None else v for v in parsed] + [np.nan])
        else:
            table = np.array([*parsed, None], dtype="datetime64[ms]")
        misread = np.array([v is None for v in parsed] + [False])
        return table[raw.codes], int(misread[raw.codes].sum())
    is_time = raw.dtype.kind == "M"
    if is_time != (kind == TIME):
        if is_time:
            message = (
                "The field “{field}” of the layer “{layer}” holds times. Choose a number field."
            )
        else:
            message = (
                "The field “{field}” of the layer “{layer}” holds numbers. Choose a date field."
            )
        raise DomainError(message, field=name, layer=layer)
    return raw, 0


def _to_categories(raw: Any) -> Categories:
    if isinstance(raw, Categories):
        return raw
    null = np.isnat(raw) if raw.dtype.kind == "M" else np.isnan(raw)
    codes = np.full(len(raw), -1, dtype=np.int32)
    found, inverse = np.unique(raw[~null], return_inverse=True)
    codes[~null] = inverse
    if raw.dtype.kind == "M":
        labels = [str(v) for v in found]
    else:
        labels = [str(int(v)) if v == int(v) else repr(v) for v in found.tolist()]
    return _sorted_categories(codes, labels)


def _sorted_categories(codes: np.ndarray, labels: Sequence[str]) -> Categories:
    """Labels in order and unique, codes accordingly, so that both ways number them alike."""
    ordered = sorted(set(labels))
    position = {label: i for i, label in enumerate(ordered)}
    table = np.array([position[label] for label in labels] + [-1], dtype=np.int32)
    codes = table[codes]
    used = np.zeros(len(ordered) + 1, dtype=bool)
    used[codes] = True
    if not used[:-1].all():
        keep = np.flatnonzero(used[:-1])
        renumber = np.full(len(ordered) + 1, -1, dtype=np.int32)
        renumber[keep] = np.arange(len(keep), dtype=np.int32)
        codes, ordered = renumber[codes], [ordered[i] for i in keep]
    return Categories(codes, tuple(ordered))


_TIME_TEXT = re.compile(
    r"^\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})"
    r"(?:[T\s]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,](\d+))?)?)?"
    r"\s*(?:Z|[+-]\d{2}:?\d{2})?\s*$"
)


def parse_time(text: str) -> Optional[np.datetime64]:
    """A written time with the year first, as the clock showed it; None when it is not one."""
    match = _TIME_TEXT.match(text)
    if match is None:
        return None
    year, month, day, hour, minute, second, fraction = match.groups()
    try:
        moment = datetime(
            int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0)
        )
    except ValueError:
        return None
    milliseconds = int((fraction or "0").ljust(3, "0")[:3])
    return np.datetime64(moment, "ms") + np.timedelta64(milliseconds, "ms")


def parse_number(text: str) -> Optional[float]:
    """A written number, decimal comma or point, spaces between thousands; None if it is not one."""
    plain = re.sub(r"[\s\u00a0\u202f]", "", text).replace(",", ".")
    try:
        value = float(plain)
    except ValueError:
        return None
    return value if np.isfinite(value) else None


# ---------------------------------------------------------------- the general way


def _read_features(
    source: QgsFeatureSource, wanted: Mapping[str, QgsField], progress: Optional[Progress]
) -> _Raw:
    fields = source.fields()
    indexes = [fields.lookupField(name) for name in wanted]
    request = QgsFeatureRequest().setSubsetOfAttributes(indexes)
    if isinstance(source, QgsProcessingFeatureSource):
        # points are never invalid, and the check would build a geometry engine for each
        features = source.getFeatures(
            request, QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
        )
    else:
        features = source.getFeatures(request)
    total = max(1, source.featureCount())
    collectors = [_collector(field_) for field_ in wanted.values()]
    takers = [(index, collector.take) for index, collector in zip(indexes, collectors)]
    fids: List[int] = []
    xs: List[float] = []
    ys: List[float] = []
    nan = float("nan")
    multi = 0
    single = QgsWkbTypes.isSingleType(source.wkbType())
    # a million rounds: what need not be asked is not asked
    for feature in features:
        fids.append(feature.id())
        for index, take in takers:
            take(feature.attribute(index))
        geometry = feature.geometry()
        place = geometry.constGet()
        if place is None:
            xs.append(nan)
            ys.append(nan)
        elif single:
            xs.append(place.x())  # NaN for an empty point
            ys.append(place.y())
        elif place.isEmpty():
            xs.append(nan)
            ys.append(nan)
        else:
            decoded = _decode_wkb(np.frombuffer(geometry.asWkb().data(), np.uint8)[None, :])
            if decoded is None:
                xs.append(nan)
                ys.append(nan)
            else:
                xs.append(float(decoded[0][0]))
                ys.append(float(decoded[1][0]))
                multi += int(decoded[2][0] > 1)
        if progress is not None and not len(fids) & 0x3FFF:
            progress(min(1.0, len(fids) / total))
    columns = {name: c.column() for name, c in zip(wanted, collectors)}
    return _Raw(
        np.array(fids, dtype=np.int64),
        np.array(xs, dtype=np.float64),
        np.array(ys, dtype=np.float64),
        columns,
        multi,
    )


class _Numbers:
    def __init__(self) -> None:
        self.values: List[float] = []

    def take(self, value: Any) -> None:
        self.values.append(float("nan") if is_null(value) else value)

    def column(self) -> np.ndarray:
        return np.array(self.values, dtype=np.float64)


class _Times:
    """The digits of the value itself: what its own clock showed, whatever zone it names."""

    def __init__(self) -> None:
        self.days: List[int] = []
        self.clock: List[int] = []

    def take(self, value: Any) -> None:
        kind = type(value)
        if kind is QDateTime and value.isValid():
            self.days.append(value.date().toJulianDay())
            self.clock.append(value.time().msecsSinceStartOfDay())
        elif kind is QDate and value.isValid():
            self.days.append(value.toJulianDay())
            self.clock.append(0)
        else:
            self.days.append(_NAT)
            self.clock.append(0)

    def column(self) -> np.ndarray:
        days = np.array(self.days, dtype=np.int64)
        null = days == _NAT
        days[null] = _JULIAN_1970
        moments = (days - _JULIAN_1970) * _DAY_MS + np.array(self.clock, dtype=np.int64)
        moments[null] = _NAT
        return moments.view("datetime64[ms]")


class _Texts:
    def __init__(self) -> None:
        self.codes: List[int] = []
        self.known: Dict[str, int] = {}

    def take(self, value: Any) -> None:
        if type(value) is str:
            self.codes.append(self.known.setdefault(value, len(self.known)))
        elif is_null(value):
            self.codes.append(-1)
        else:
            self.codes.append(self.known.setdefault(str(value), len(self.known)))

    def column(self) -> Categories:
        return _sorted_categories(np.array(self.codes, dtype=np.int32), list(self.known))


def _collector(field_: QgsField) -> Any:
    return {NUMBER: _Numbers, TIME: _Times, CATEGORY: _Texts}[_field_kind(field_)]()


# ---------------------------------------------------------------- the fast way


def _read_with_gdal(
    origin: Origin,
    source: QgsFeatureSource,
    wanted: Mapping[str, QgsField],
    progress: Optional[Progress],
) -> Optional[_Raw]:
    """The Arrow stream's answer, or None when this file or GDAL cannot give it."""
    from osgeo import gdal, ogr

    if not hasattr(ogr.Layer, "GetArrowStreamAsNumPy"):
        return None
    if not {field_.name() for field_ in wanted.values()} <= origin.provider_fields:
        return None
    if any(_is_bool(field_) for field_ in wanted.values()):
        return None  # GDAL 3.6.2 unpacks the bits of a true/false column wrongly
    try:
        dataset = gdal.OpenEx(
            origin.path,
            gdal.OF_VECTOR | gdal.OF_READONLY,
            open_options=list(origin.open_options),
        )
    except RuntimeError:
        return None
    if dataset is None or dataset.GetDriver().ShortName not in _FAST_DRIVERS:
        return None
    if origin.layer_name is not None:
        layer = dataset.GetLayerByName(origin.layer_name)
    else:
        layer = dataset.GetLayer(origin.layer_id or 0)
    if layer is None:
        return None
    if origin.database is not None and not origin.database.fits(dataset, layer):
        return None
    definition = layer.GetLayerDefn()
    ours = {}
    for name, field_ in wanted.items():
        if definition.GetFieldIndex(field_.name()) < 0:
            return None
        ours[name] = field_
    needed = {field_.name() for field_ in ours.values()}
    ignored = [
        definition.GetFieldDefn(i).GetName()
        for i in range(definition.GetFieldCount())
        if definition.GetFieldDefn(i).GetName() not in needed
    ]
    layer.SetIgnoredFields(ignored)
    # Of all features, filter or not: to count those that a filter lets through is to read twice.
    total = 1 if progress is None else max(1, layer.GetFeatureCount())
    if origin.subset and layer.SetAttributeFilter(origin.subset) != 0:
        return None
    single = QgsWkbTypes.isSingleType(source.wkbType())
    batch_size = _BATCH_POINTS if single else _BATCH_MULTI
    fid_name = layer.GetFIDColumn() or "OGC_FID"
    geometry_name = layer.GetGeometryColumn() or "wkb_geometry"

    gdal.ErrorReset()
    parts: Dict[str, List[Any]] = {name: [] for name in ours}
    fids, xs, ys, multi, seen = [], [], [], 0, 0
    try:
        stream = layer.GetArrowStreamAsNumPy([f"MAX_FEATURES_IN_BATCH={batch_size}"])
        for batch in stream:
            decoded = _decode_batch(batch.get(geometry_name))
            fid = batch.get(fid_name)
            if decoded is None or fid is None:
                return None
            x, y, counts = decoded
            rows: Any = slice(None)
            seen += len(fid)
            if origin.selected is not None:
                rows = np.flatnonzero(_in_sorted(np.asarray(fid), origin.selected))
            if origin.limit >= 0:
                kept = sum(len(part) for part in fids)
                rows = np.arange(len(fid))[rows][: max(0, origin.limit - kept)]
            # copies: the stream's arrays live only as long as their batch
            fids.append(np.array(fid[rows], dtype=np.int64))
            xs.append(x[rows])
            ys.append(y[rows])
            multi_rows = counts[rows] > 1
            multi += int(multi_rows.sum())
            for name, field_ in ours.items():
                column = _decode_column(batch[field_.name()][rows], field_)
                if column is None or (origin.database is not None and _may_be_late(column, field_)):
                    return None
                parts[name].append(column)
            if progress is not None:
                progress(min(1.0, seen / total))
            if 0 <= origin.limit <= sum(len(part) for part in fids):
                break
    except (RuntimeError, SystemError):
        return None  # GDAL 3.13 fails on a FlatGeobuf with features without a place
    if gdal.GetLastErrorType() >= gdal.CE_Failure:
        return None  # a stream that broke, as when the server goes, ends like one that is read
    columns = {name: _join(parts[name], field_) for name, field_ in ours.items()}
    raw = _Raw(_concat(fids, np.int64), _concat(xs), _concat(ys), columns, multi)
    return raw if _probe_agrees(raw, source, wanted) else None


def _may_be_late(column: Any, field_: QgsField) -> bool:
    """Whether a column has days before 1970: from a database GDAL 3.6.2 gives the day after."""
    return field_.type() == QVariant.Date and bool((column <= np.datetime64(0, "ms")).any())


@contextmanager
def _quiet_gdal() -> Iterator[None]:
    """What GDAL says of a failure is kept from the log: the general way decides and tells."""
    from osgeo import gdal

    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        yield
    finally:
        gdal.PopErrorHandler()


def _concat(parts: List[np.ndarray], dtype: Any = np.float64) -> np.ndarray:
    return np.concatenate(parts) if parts else np.empty(0, dtype=dtype)


def _in_sorted(values: np.ndarray, ordered: np.ndarray) -> np.ndarray:
    if len(ordered) == 0:
        return np.zeros(len(values), dtype=bool)
    place = np.minimum(np.searchsorted(ordered, values), len(ordered) - 1)
    return ordered[place] == values


def _decode_batch(
    geometries: Any,
) -> Optional[Tuple[np.ndarray, np.ndarray, np.ndarray]]:
    if geometries is None:
        return None
    data = np.ma.getdata(geometries)
    if data.dtype.kind == "O":
        width = max((len(value) for value in data if value), default=0)
        data = np.array([bytes(value or b"") for value in data], dtype=f"V{max(width, 5)}")
    if data.dtype.kind not in "VS" or data.dtype.itemsize == 0:
        return None
    buffer = np.ascontiguousarray(data).view(np.uint8).reshape(len(data), data.dtype.itemsize)
    mask = np.ma.getmaskarray(geometries) if np.ma.isMaskedArray(geometries) else None
    if mask is not None and mask.any():
        buffer = np.where(mask[:, None], np.uint8(0), buffer)
    return _decode_wkb(buffer)


def _decode_column(values: Any, field_: QgsField) -> Any:
    """One batch of a column: float64, datetime64[ms], or (codes, labels) for texts."""
    data = np.ma.getdata(values)
    mask = np.ma.getmaskarray(values) if np.ma.isMaskedArray(values) else None
    kind = _field_kind(field_)
    if kind == NUMBER:
        if data.dtype.kind not in "iufb":
            return None
        numbers = data.astype(np.float64)
        if mask is not None:
            numbers[mask] = np.nan
        return numbers
    if kind == TIME:
        if data.dtype.kind != "M":
            return None
        moments = data.astype("datetime64[ms]")
        if mask is not None:
            moments[mask] = np.datetime64("NaT")
        return moments
    if data.dtype.kind == "O":  # GDAL after 3.6: texts of a large batch as Python objects
        known: Dict[Any, int] = {}
        codes = np.array([known.setdefault(v, len(known)) for v in data.tolist()], dtype=np.int32)
        labels = ["" if v is None else v if isinstance(v, str) else bytes(v).decode("utf-8")
                  for v in known]
        if None in known:
            codes[codes == known[None]] = -1
    elif data.dtype.kind == "S":
        codes, first = _factorise(data)
        labels = [value.decode("utf-8") for value in data[first].tolist()]
    else:
        return None
    if mask is not None:
        codes[mask] = -1
    return codes, labels


def _factorise(data: np.ndarray) -> Tuple[np.ndarray, np.ndarray]:
    """Codes of byte texts and the row where each first stands.

    Sorting machine words is many times faster than sorting texts: texts of up to eight
    bytes are words already, longer ones are mixed into one and checked afterwards.
    """
    n, width = len(data), data.dtype.itemsize
    if n == 0:
        return np.empty(0, np.int32), np.empty(0, np.int64)
    words = -(-max(width, 1) // 8)
    padded = np.zeros(n, dtype=f"S{words * 8}")
    padded[:] = data
    matrix = padded.view(np.uint64).reshape(n, words)
    key = matrix[:, 0].copy()
    for column in range(1, words):
        key *= np.uint64(0x9E3779B97F4A7C15)
        key ^= key >> np.uint64(29)
        key += matrix[:, column]
    _, first, inverse = np.unique(key, return_index=True, return_inverse=True)
    if words > 1 and not (data == data[first[inverse]]).all():
        _, first, inverse = np.unique(data, return_index=True, return_inverse=True)
    return inverse.astype(np.int32), first


def _join(parts: List[Any], field_: QgsField) -> Any:
    kind = _field_kind(field_)
    if kind == NUMBER:
        return _concat(parts)
    if kind == TIME:
        return _concat(parts, "datetime64[ms]")
    known: Dict[str, int] = {}
    codes = []
    for part_codes, labels in parts:
        table = [known.setdefault(label, len(known)) for label in labels]
        codes.append(np.array([*table, -1], dtype=np.int32)[part_codes])
    return _sorted_categories(_concat(codes, np.int32), list(known))


def _probe_agrees(raw: _Raw, source: QgsFeatureSource, wanted: Mapping[str, QgsField]) -> bool:
    """Whether QGIS reads the first features as GDAL's stream did.

    A guard against versions of either that treat a value (time zones above all) in another
    way: then the general way decides.
    """
    if len(raw.fid) == 0:
        return source.featureCount() <= 0
    first = _read_features(_Head(source, _PROBE), wanted, None)
    n = len(first.fid)
    if n == 0 or not np.array_equal(raw.fid[:n], first.fid):
        return False
    for mine, theirs in ((raw.x, first.x), (raw.y, first.y)):
        if not np.array_equal(mine[:n], theirs, equal_nan=True):
            return False
    for name in wanted:
        mine, theirs = raw.columns[name], first.columns[name]
        if isinstance(mine, Categories):
            if mine.take(slice(0, n)).texts() != theirs.texts():
                return False
        elif mine.dtype.kind == "M":
            # GDAL keeps seconds as a float: QGIS cuts what the stream rounds, a millisecond off
            apart = mine[:n].view(np.int64).astype(float) - theirs.view(np.int64).astype(float)
            if (np.abs(apart) > 1).any():
                return False
        elif not np.array_equal(mine[:n], theirs, equal_nan=True):
            return False
    return True


class _Head:
    """The first features of a source, read as the general way reads them."""

    def __init__(self, source: QgsFeatureSource, count: int) -> None:
        self._source, self._count = source, count

    def fields(self) -> QgsFields:
        return self._source.fields()

    def wkbType(self) -> int:
        return self._source.wkbType()

    def featureCount(self) -> int:
        return self._count

    def getFeatures(self, request: QgsFeatureRequest) -> Any:
        return self._source.getFeatures(request.setLimit(self._count))


def as_dates(values: np.ndarray) -> List[Optional[date]]:
    """The days of a TIME column as Python dates, None for null."""
    return values.astype("datetime64[D]").tolist()

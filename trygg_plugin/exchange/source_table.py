"""Files as rows: CSV in its many shapes, Excel, ODS and every layer that OGR reads.

A CSV file is read with Python's own reader, so that every cell keeps its text and every row
its number. All else goes through OGR.
"""

from __future__ import annotations

import codecs
import csv
import datetime as dt
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Iterator, List, Mapping, NamedTuple, Optional, Sequence, Tuple

from osgeo import gdal, ogr

from ..domain.standard_problems import N_
from .errors import ExchangeError

DELIMITERS = (";", ",", "\t", "|")
CSV_SUFFIXES = (".csv", ".txt", ".tsv")
_SAMPLE_LINES = 50
_BLOCK = 1 << 20
#: First bytes of files that are often named .csv though they are something else.
_SIGNATURES = ((b"%PDF", "PDF"), (b"PK\x03\x04", "Excel or zip"), (b"\xd0\xcf\x11\xe0", "Excel"),
               (b"\x89PNG", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"SQLite format 3", "GeoPackage"))


class Row(NamedTuple):
    """A row as the file shows it. ``number``: line or spreadsheet row, the header being 1.
    ``problem``: why its cells cannot be trusted. ``place``: WKB of a layer's point."""

    number: int
    cells: Sequence[Any]
    problem: Optional[Tuple[str, dict]] = None
    place: Optional[bytes] = None


@dataclass
class SourceTable:
    """An opened file: its columns, how it was read, and its rows (once)."""

    path: Path
    columns: List[str]
    rows: Iterator[Row]
    #: estimate of the work, in the unit of :attr:`done`
    size: int
    encoding: str = ""
    delimiter: str = ""
    #: CRS of the rows' places as WKT, for layers
    crs: Optional[str] = None
    layers: List[str] = field(default_factory=list)


def open_table(
    path: Path,
    layer: Optional[str] = None,
    encoding: Optional[str] = None,
    delimiter: Optional[str] = None,
) -> SourceTable:
    """Open a file for reading. Raises ExchangeError with a sentence for a missing, empty or
    unreadable one, for a file that is not what its name says, and for an unknown layer."""
    try:
        with open(path, "rb") as file:
            head = file.read(4096)
    except OSError as error:
        raise ExchangeError(
            "The file {path} cannot be read: {reason}", path=path, reason=error.strerror
        ) from error
    if not head:
        raise ExchangeError("The file {path} is empty (0 bytes).", path=path)
    if path.suffix.lower() in CSV_SUFFIXES:
        return _open_csv(path, head, encoding, delimiter)
    return _open_ogr(path, layer)


# ---- CSV


def _open_csv(
    path: Path, head: bytes, encoding: Optional[str], delimiter: Optional[str]
) -> SourceTable:
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            raise ExchangeError(
                "The file {path} is named as text but is a {kind} file. Give it its right name, "
                "or save it as CSV.",
                path=path,
                kind=kind,
            )
    chosen = encoding or _detect_encoding(path, head)
    _check_decodes(path, chosen)
    delimiter = delimiter or _detect_delimiter(path, chosen)
    columns = _header(path, chosen, delimiter)
    return SourceTable(
        path=path,
        columns=columns,
        rows=_csv_rows(path, chosen, delimiter, len(columns)),
        size=_count_lines(path),
        encoding=chosen,
        delimiter=delimiter,
    )


def _detect_encoding(path: Path, head: bytes) -> str:
    if head.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if b"\0" in head:
        raise ExchangeError(
            "The file {path} is not a text file. Save it as CSV and try again.", path=path
        )
    # Swedish text in Windows-1252 is practically never valid UTF-8.
    return "utf-8" if _decodes(path, "utf-8") else "cp1252"


def _decodes(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        with open(path, "rb") as file:
            while True:
                block = file.read(_BLOCK)
                decoder.decode(block, final=not block)
                if not block:
                    return True
    except UnicodeDecodeError:
        return False


def _check_decodes(path: Path, encoding: str) -> None:
    try:
        fine = _decodes(path, encoding)
    except LookupError:
        fine = False
    if not fine:
        raise ExchangeError(
            "The file {path} is not written in {encoding}. Choose another encoding.",
            path=path,
            encoding=encoding,
        )


def _detect_delimiter(path: Path, encoding: str) -> str:
    """The delimiter that gives most rows the same number of cells, and more than one."""
    with open(path, encoding=encoding, newline="") as file:
        lines = [line for line, _ in zip(file, range(_SAMPLE_LINES))]

    def score(delimiter: str) -> Tuple[float, int]:
        try:
            widths = [len(row) for row in csv.reader(lines, delimiter=delimiter) if row]
        except csv.Error:
            return (0.0, 0)
        if not widths or widths[0] < 2:
            return (0.0, 0)
        return (sum(width == widths[0] for width in widths) / len(widths), widths[0])

    best = max(DELIMITERS, key=score)
    # A file with one column has no delimiter to find; any will do.
    return best if score(best) > (0.0, 0) else ";"


def _header(path: Path, encoding: str, delimiter: str) -> List[str]:
    with open(path, encoding=encoding, newline="") as file:
        try:
            first = next((row for row in csv.reader(file, delimiter=delimiter) if any(row)), None)
        except csv.Error as error:
            raise ExchangeError(
                "The first row of {path} cannot be read: {reason}", path=path, reason=error
            ) from error
    if first is None:
        raise ExchangeError("The file {path} has no rows.", path=path)
    return _distinct([name.strip() for name in first])


def _distinct(names: Sequence[str]) -> List[str]:
    """Column names, each once; nameless columns are numbered as spreadsheets letter them."""
    made: List[str] = []
    seen: Counter[str] = Counter()
    for position, name in enumerate(names, start=1):
        name = name or f"column {position}"
        seen[name] += 1
        made.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return made


def _count_lines(path: Path) -> int:
    with open(path, "rb") as file:
        return sum(block.count(b"\n") for block in iter(lambda: file.read(_BLOCK), b"")) + 1


def _csv_rows(path: Path, encoding: str, delimiter: str, width: int) -> Iterator[Row]:
    with open(path, encoding=encoding, newline="") as file:
        reader = csv.reader(file, delimiter=delimiter)
        header_seen = False
        start = 1
        while True:
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield Row(
                    start, (), (N_("The row cannot be read: {reason}"), {"reason": str(error)})
                )
                start = reader.line_num + 1
                continue
            number, start = start, reader.line_num + 1
            if not any(cells):
                continue
            if not header_seen:
                header_seen = True
                continue
            if len(cells) != width:
                yield Row(
                    number,
                    cells,
                    (
                        N_(
                            "The row has {found} cells where the header has {expected}; a "
                            "delimiter or a quotation mark may be missing."
                        ),
                        {"found": len(cells), "expected": width},
                    ),
                )
                continue
            yield Row(number, cells)


# ---- all else


#: The first row of a sheet names its columns, whatever stands in it.
_HEADERS = {"OGR_XLSX_HEADERS": "FORCE", "OGR_ODS_HEADERS": "FORCE", "OGR_XLS_HEADERS": "FORCE"}


@contextmanager
def _settings(values: Mapping[str, str]) -> Iterator[None]:
    """GDAL settings for a while; sheets are read when they are first looked at."""
    before = {key: gdal.GetConfigOption(key) for key in values}
    for key, value in values.items():
        gdal.SetConfigOption(key, value)
    try:
        yield
    finally:
        for key, old in before.items():
            gdal.SetConfigOption(key, old)


def _open_ogr(path: Path, layer_name: Optional[str]) -> SourceTable:
    with _settings(_HEADERS):
        dataset = _open_dataset(path)
        layers = [dataset.GetLayer(index).GetName() for index in range(dataset.GetLayerCount())]
        if not layers:
            raise ExchangeError("The file {path} holds no tables.", path=path)
        if layer_name is None:
            layer_name = layers[0]
        if layer_name not in layers:
            raise ExchangeError(
                "The file {path} has no table “{layer}”. It has: {layers}.",
                path=path,
                layer=layer_name,
                layers=", ".join(layers),
            )
        layer = dataset.GetLayerByName(layer_name)
        definition = layer.GetLayerDefn()
        names = [definition.GetFieldDefn(i).GetName() for i in range(definition.GetFieldCount())]
        count = int(layer.GetFeatureCount())
    if not names and count == 0:
        raise ExchangeError("The file {path} has no rows.", path=path)
    crs = layer.GetSpatialRef()
    return SourceTable(
        path=path,
        columns=_distinct(names),
        rows=_ogr_rows(dataset, layer, len(names)),
        size=max(count, 1),
        crs=crs.ExportToWkt() if crs is not None else None,
        layers=layers,
    )


def _open_dataset(path: Path) -> Any:
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_READONLY)
    except RuntimeError:
        dataset = None
    finally:
        gdal.PopErrorHandler()
    if dataset is None:
        raise ExchangeError(
            "The file {path} is not of a kind that can be read. Save it as CSV, Excel (xlsx), "
            "ODS or GeoPackage.",
            path=path,
        )
    return dataset


def _ogr_rows(dataset: Any, layer: Any, width: int) -> Iterator[Row]:
    # ``dataset`` is held here: a layer whose dataset is gone crashes.
    layer.ResetReading()
    for number, feature in enumerate(iter(layer.GetNextFeature, None), start=2):
        cells = [_cell(feature, index) for index in range(width)]
        geometry = feature.GetGeometryRef()
        if geometry is None or geometry.IsEmpty():
            if any(cell not in (None, "") for cell in cells):
                yield Row(number, cells)
            continue
        flat = ogr.GT_Flatten(geometry.GetGeometryType())
        if flat == ogr.wkbMultiPoint and geometry.GetGeometryCount() == 1:
            geometry, flat = geometry.GetGeometryRef(0), ogr.wkbPoint
        if flat != ogr.wkbPoint:
            yield Row(
                number,
                cells,
                (
                    N_("The place is not a single point but {kind}."),
                    {"kind": ogr.GeometryTypeToName(flat).lower()},
                ),
            )
            continue
        point = ogr.Geometry(ogr.wkbPoint)
        point.AddPoint_2D(geometry.GetX(), geometry.GetY())
        yield Row(number, cells, None, bytes(point.ExportToWkb(ogr.wkbNDR)))
    del dataset


def _cell(feature: Any, index: int) -> Any:
    if not feature.IsFieldSetAndNotNull(index):
        return None
    kind = feature.GetFieldDefnRef(index).GetType()
    if kind in (ogr.OFTDate, ogr.OFTDateTime):
        year, month, day, hour, minute, second, zone = feature.GetFieldAsDateTime(index)
        if kind == ogr.OFTDate:
            return dt.date(year, month, day)
        moment = dt.datetime(year, month, day, hour, minute, int(second))
        if zone > 1:  # 0: unknown, 1: local; else quarters of an hour from UTC, which is 100
            offset = dt.timedelta(minutes=15 * (zone - 100))
            return moment.replace(tzinfo=dt.timezone(offset))
        return moment
    if kind == ogr.OFTTime:
        _y, _m, _d, hour, minute, second, _zone = feature.GetFieldAsDateTime(index)
        return dt.time(hour, minute, int(second))
    if kind == ogr.OFTReal:
        return feature.GetFieldAsDouble(index)
    if kind in (ogr.OFTInteger, ogr.OFTInteger64):
        if feature.GetFieldDefnRef(index).GetSubType() == ogr.OFSTBoolean:
            return bool(feature.GetFieldAsInteger(index))
        return feature.GetFieldAsInteger64(index)
    return feature.GetFieldAsString(index)

"""Places as well-known binary, and the GeoPackage blob around it.

Plain SQLite knows nothing of places, but GDAL's spatial-index triggers call five
functions on them. They stand here, so that a connection of ours may write spatial tables
with bound parameters in one transaction with all others.
"""

from __future__ import annotations

import struct
from typing import Any, Iterator, Optional, Tuple

from .errors import DataError

Envelope = Tuple[float, float, float, float]
"""min x, max x, min y, max y"""

_HEADER = struct.Struct("<2sBBi")
_ENVELOPE_SIZES = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}
#: single type -> the multi type that a table of that kind holds
_MULTI = {2: 5, 3: 6}


def wkb_of(place: Any) -> Optional[bytes]:
    """A place as WKB: from WKB bytes, or anything with ``asWkb()`` such as a QgsGeometry.

    Heights and measures of a QgsGeometry go: the tables hold none, and a server refuses them.
    None and empty geometries give None: a record without a place.
    """
    if place is None:
        return None
    if hasattr(place, "asWkb"):
        if place.isNull() if hasattr(place, "isNull") else place.isEmpty():
            return None
        place = bytes(_flat(place).asWkb())
    wkb = bytes(place)
    return wkb if wkb and wkb_envelope(wkb) is not None else None


def _flat(place: Any) -> Any:
    shape = place.constGet() if hasattr(place, "constGet") else None
    if shape is None or not (shape.is3D() or shape.isMeasure()):
        return place
    shape = shape.clone()
    # each answers whether there was one
    return shape if any([shape.dropZValue(), shape.dropMValue()]) else place


def point_wkb(x: float, y: float) -> bytes:
    """A point as WKB."""
    return struct.pack("<BIdd", 1, 1, x, y)


def wkb_kind(wkb: bytes) -> int:
    """The kind of a geometry, whatever its dimensions: 1 point, 2 line, 3 polygon, 4–6 several."""
    (kind,) = struct.unpack_from("<I" if wkb[0] else ">I", wkb, 1)
    return int(kind & 0x0FFFFFFF) % 1000


def multi(wkb: bytes) -> bytes:
    """A single line or polygon as its multi type, which is what the tables hold."""
    order = "<" if wkb[0] else ">"
    (kind,) = struct.unpack_from(order + "I", wkb, 1)
    wanted = _MULTI.get(kind % 1000)
    if wanted is None or kind >= 0x10000000:
        return wkb
    return struct.pack(order + "BII", wkb[0], kind // 1000 * 1000 + wanted, 1) + wkb


def to_blob(wkb: bytes, srs_id: int) -> bytes:
    """A GeoPackage geometry: header, envelope (not for points) and WKB."""
    kind = struct.unpack_from("<I" if wkb[0] else ">I", wkb, 1)[0] % 1000
    if kind == 1:
        return _HEADER.pack(b"GP", 0, 1, srs_id) + wkb
    envelope = wkb_envelope(wkb)
    if envelope is None:
        return _HEADER.pack(b"GP", 0, 0x11, srs_id) + wkb
    return _HEADER.pack(b"GP", 0, 3, srs_id) + struct.pack("<4d", *envelope) + wkb


def from_blob(blob: bytes) -> bytes:
    """The WKB inside a GeoPackage geometry."""
    if len(blob) < 8 or blob[:2] != b"GP":
        raise DataError("The workspace holds a place that is not a GeoPackage geometry.")
    return bytes(blob[8 + _ENVELOPE_SIZES[(blob[3] >> 1) & 7] :])


def blob_envelope(blob: Optional[bytes]) -> Optional[Envelope]:
    """The envelope of a GeoPackage geometry; None when it is null or empty."""
    if blob is None or len(blob) < 13 or blob[:2] != b"GP":
        return None
    flags = blob[3]
    if flags & 0x10:
        return None
    if (flags >> 1) & 7:
        return struct.unpack_from("<4d" if flags & 1 else ">4d", blob, 8)  # type: ignore[return-value]
    return wkb_envelope(blob[8:])


def wkb_envelope(wkb: bytes) -> Optional[Envelope]:
    """The envelope of a WKB geometry; None when it is empty."""
    if len(wkb) == 21 and wkb[:5] == b"\x01\x01\x00\x00\x00":
        x, y = struct.unpack_from("<dd", wkb, 5)
        return None if x != x or y != y else (x, x, y, y)
    xs, ys = [], []
    for x, y in _coordinates(wkb, [0]):
        if x == x and y == y:
            xs.append(x)
            ys.append(y)
    return (min(xs), max(xs), min(ys), max(ys)) if xs else None


def _coordinates(wkb: bytes, position: list) -> Iterator[Tuple[float, float]]:
    """Every vertex of a geometry, read from ``position[0]``, which is moved past it."""
    try:
        order = "<" if wkb[position[0]] else ">"
        (kind,) = struct.unpack_from(order + "I", wkb, position[0] + 1)
        position[0] += 5
        if kind & 0x20000000:  # EWKB with an SRID
            position[0] += 4
        extra = bool(kind & 0x80000000) + bool(kind & 0x40000000)
        kind &= 0x0FFFFFFF
        dimensions = 2 + extra + (0, 1, 1, 2)[kind // 1000]
        kind %= 1000
        if kind == 1:
            yield from _vertices(wkb, position, order, dimensions, 1)
        elif kind in (2, 8):
            yield from _vertices(wkb, position, order, dimensions, _count(wkb, position, order))
        elif kind in (3, 17):
            for _ in range(_count(wkb, position, order)):
                yield from _vertices(wkb, position, order, dimensions, _count(wkb, position, order))
        else:
            for _ in range(_count(wkb, position, order)):
                yield from _coordinates(wkb, position)
    except (struct.error, IndexError) as error:
        raise DataError("A place could not be read: its binary form is damaged.") from error


def _count(wkb: bytes, position: list, order: str) -> int:
    (count,) = struct.unpack_from(order + "I", wkb, position[0])
    position[0] += 4
    return int(count)


def _vertices(
    wkb: bytes, position: list, order: str, dimensions: int, count: int
) -> Iterator[Tuple[float, float]]:
    size = 8 * dimensions
    if position[0] + count * size > len(wkb):
        raise IndexError
    for _ in range(count):
        yield struct.unpack_from(order + "dd", wkb, position[0])
        position[0] += size

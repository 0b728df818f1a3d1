"""Values on their way into and out of a table: Python's types and the stored form.

Both engines store the same text for a time, so that a workspace can move between them.
"""

from __future__ import annotations

from datetime import date, datetime, timezone
from typing import Any, Iterable, Optional, Tuple

from ..compat import is_null
from .errors import DataError
from .schema import Column


def to_stored(value: Any, column: Column) -> Any:
    """A Python or Qt value as it is stored in a column.

    Times with a zone become the machine's wall clock; sequences of codes become ``{a,b}``.
    """
    if value is None:
        return None
    # the common cases first: an import asks this a million times
    kind = type(value)
    if kind is str and column.type == "text":
        return _text(value, column)
    if kind is datetime and column.type == "datetime":
        return wall_clock(value)
    if is_null(value):
        return None
    if hasattr(value, "toPyDateTime"):
        value = value.toPyDateTime()
    elif hasattr(value, "toPyDate"):
        value = value.toPyDate()
    if column.type == "datetime":
        return _wall_clock(value, column)
    if column.type == "date":
        if isinstance(value, datetime):
            return value.date().isoformat()
        return value.isoformat() if isinstance(value, date) else str(value)
    if column.type == "stamp" and isinstance(value, datetime):
        return stamp(value)
    if column.type == "boolean" and isinstance(value, bool):
        return int(value)
    if column.type == "text":
        if isinstance(value, (list, tuple, set, frozenset)):
            return codes_text(value)
        return _text(str(value), column)
    if column.type in ("integer", "decimal") and hasattr(value, "item"):
        return value.item()  # numpy's numbers
    return value


def from_stored(value: Any, column: Column) -> Any:
    """A stored value as Python's: datetime, date, bool, number or text."""
    if value is None:
        return None
    if column.type == "datetime":
        return value if isinstance(value, datetime) else datetime.fromisoformat(str(value)[:23])
    if column.type == "stamp":
        if isinstance(value, datetime):
            return value.astimezone(timezone.utc)
        return datetime.fromisoformat(str(value).rstrip("Z")).replace(tzinfo=timezone.utc)
    if column.type == "date":
        return date.fromisoformat(str(value)[:10])
    if column.type == "boolean":
        return bool(value)
    return value


def wall_clock(value: datetime) -> str:
    """A date and time as stored: ``YYYY-MM-DDTHH:MM:SS.mmm``, without a zone."""
    if value.tzinfo is not None:
        value = value.astimezone().replace(tzinfo=None)
    return value.isoformat(timespec="milliseconds")


def stamp(value: datetime) -> str:
    """A moment as stored in stamps: UTC with ``Z``."""
    moment = value.astimezone(timezone.utc).replace(tzinfo=None)
    return moment.isoformat(timespec="milliseconds") + "Z"


def codes_text(codes: Iterable[str]) -> str:
    """Several codes as QGIS's value relation stores them: ``{a,b}``."""
    return "{" + ",".join(str(code) for code in codes) + "}"


def codes_of(text: Optional[str]) -> Tuple[str, ...]:
    """The codes in ``{a,b}`` or ``{"a","b"}``; none for an empty field."""
    if not text:
        return ()
    inner = str(text).strip().strip("{}").replace('"', "")
    return tuple(code.strip() for code in inner.split(",") if code.strip())


def _text(value: str, column: Column) -> str:
    # SQLite reads a text only up to a NUL: what follows would escape every rule
    if "\0" in value:
        raise DataError("The text in {column} holds a NUL character.", column=column.key)
    return value


def _wall_clock(value: Any, column: Column) -> str:
    if isinstance(value, datetime):
        return wall_clock(value)
    if isinstance(value, date):
        return wall_clock(datetime(value.year, value.month, value.day))
    try:
        return wall_clock(datetime.fromisoformat(str(value).replace("Z", "+00:00")))
    except ValueError:
        raise DataError(
            "{value} in {column} is not a date and time (YYYY-MM-DD HH:MM).",
            value=repr(str(value)),
            column=column.key,
        ) from None

"""How the columns of a file become an incident: a profile that is saved and used again."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any, Dict, Mapping, Optional, Sequence

from ..domain.record_types import Standard
from .errors import ExchangeError
from .parsing import DATE_ORDERS

PROFILE_VERSION = 1
ARRIVALS = ("submitted", "approved")


@dataclass(frozen=True)
class FieldMapping:
    """Where a field's value comes from: a column, or a constant for every row.

    ``values`` turns the file's texts (any case, spaces around them ignored) into codes of
    ours; ``otherwise`` is the code for a text that is not among them (None: the row is
    rejected, so that nothing is guessed).
    """

    column: Optional[str] = None
    constant: Optional[str] = None
    values: Mapping[str, str] = field(default_factory=dict)
    otherwise: Optional[str] = None


@dataclass(frozen=True)
class TimeMapping:
    """Columns of a time: a date, or date and time of day together; and a time of day apart."""

    date: Optional[str] = None
    clock: Optional[str] = None


@dataclass(frozen=True)
class Profile:
    """A mapping from a source's files to incidents.

    ``source`` names where the rows come from and is part of their identity; two files of the
    same source share it. ``zone``: time zone (such as Europe/Stockholm) into which times
    with an offset are turned; without it the clock is kept as written. ``crs`` belongs to
    the columns ``x`` and ``y``. ``place_required``: reject rows without a place instead of
    keeping them to be located later.
    """

    name: str
    source: str
    mapping: Mapping[str, FieldMapping] = field(default_factory=dict)
    time_from: TimeMapping = field(default_factory=TimeMapping)
    time_to: TimeMapping = field(default_factory=TimeMapping)
    external_id: Optional[str] = None
    date_order: str = "dmy"
    zone: Optional[str] = None
    x: Optional[str] = None
    y: Optional[str] = None
    crs: str = "EPSG:4326"
    place_required: bool = False
    arrival: str = "submitted"
    layer: Optional[str] = None
    encoding: Optional[str] = None
    delimiter: Optional[str] = None
    version: int = PROFILE_VERSION

    def columns(self) -> Dict[str, str]:
        """Column by field: where a sentence about a field should point."""
        found = {key: m.column for key, m in self.mapping.items() if m.column}
        if self.time_from.date:
            found["time_from"] = self.time_from.date
        if self.time_to.date:
            found["time_to"] = self.time_to.date
        return found


def save_profile(profile: Profile, path: Path) -> None:
    """Write a profile as JSON that people can read."""
    text = json.dumps(asdict(profile), ensure_ascii=False, indent=2)
    try:
        path.write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise ExchangeError(
            "The profile {path} cannot be written: {reason}", path=path, reason=error.strerror
        ) from error


def load_profile(path: Path) -> Profile:
    """Read a profile; ExchangeError with a sentence when it is none."""
    try:
        read = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ExchangeError(
            "The profile {path} cannot be read: {reason}", path=path, reason=error.strerror
        ) from error
    except ValueError as error:
        raise ExchangeError("The file {path} is not an import profile.", path=path) from error
    return profile_from(read, str(path))


def profile_from(read: Any, name: str) -> Profile:
    """A profile from the parts of a JSON object."""
    known = {part.name for part in fields(Profile)}
    if not isinstance(read, dict) or not {"name", "source"} <= set(read):
        raise ExchangeError("The file {path} is not an import profile.", path=name)
    unknown = sorted(set(read) - known)
    if unknown:
        raise ExchangeError(
            "The profile {path} has the unknown entry “{entry}”. It may come from a newer "
            "version of Trygg.",
            path=name,
            entry=unknown[0],
        )
    try:
        parts = dict(read)
        parts["mapping"] = {
            key: FieldMapping(**value) for key, value in (read.get("mapping") or {}).items()
        }
        for key in ("time_from", "time_to"):
            parts[key] = TimeMapping(**(read.get(key) or {}))
        return Profile(**parts)
    except (TypeError, AttributeError) as error:
        raise ExchangeError(
            "The profile {path} is not well formed: {reason}", path=name, reason=error
        ) from error


def check_profile(profile: Profile, columns: Sequence[str], standard: Standard) -> None:
    """Raise ExchangeError when the profile names what the file or the standard lacks."""
    record = standard.records["incident"]
    known = {f.key: f for f in record.fields}
    if not profile.source.strip():
        raise ExchangeError("Name the source of the file; it tells its rows from others'.")
    if profile.arrival not in ARRIVALS:
        raise ExchangeError("Rows may arrive as {arrivals}, not as “{arrival}”.",
                            arrivals=", ".join(ARRIVALS), arrival=profile.arrival)
    if profile.date_order not in DATE_ORDERS:
        raise ExchangeError("The date order must be one of {orders}.",
                            orders=", ".join(DATE_ORDERS))
    if not profile.time_from.date:
        raise ExchangeError("Choose the column that says when the incident happened.")
    if bool(profile.x) != bool(profile.y):
        raise ExchangeError("A place needs both coordinates; choose the column of the other one.")
    named = [m.column for m in profile.mapping.values()]
    named += [profile.time_from.date, profile.time_from.clock, profile.time_to.date]
    named += [profile.time_to.clock, profile.external_id, profile.x, profile.y]
    for column in named:
        if column and column not in columns:
            raise ExchangeError(
                "The file has no column “{column}”. Its columns are: {columns}.",
                column=column,
                columns=", ".join(columns),
            )
    for key, mapping in profile.mapping.items():
        if key not in known:
            raise ExchangeError("An incident has no field “{field}”.", field=key)
        codelist = known[key].codelist
        if codelist is None:
            continue
        codes = {code.key for code in standard.codelists[codelist].codes}
        for code in [*mapping.values.values(), mapping.otherwise]:
            if code and code not in codes:
                raise ExchangeError(
                    "The code list {list} has no code “{code}”.", list=codelist, code=code
                )

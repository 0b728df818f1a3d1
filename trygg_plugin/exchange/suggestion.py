"""A first profile for a file nobody has mapped yet, from the names of its columns.

Only names are looked at, never values: what is suggested is for a person to see and mend.
"""

from __future__ import annotations

import re
from typing import Dict, List, Optional, Sequence

from ..domain.record_types import Standard
from .profile import FieldMapping, Profile, TimeMapping

#: What other systems call our fields; labels and keys of the standard are known anyway.
_ALSO = {
    "time_from": ("datum", "date", "tidpunkt", "händelsedatum", "starttid", "start", "från",
                  "datum från", "occurred", "occurrencedate", "datetime"),
    "time_to": ("till", "datum till", "sluttid", "slut", "end"),
    "clock_from": ("tid", "klockslag", "time", "hour", "timme", "tid från", "occurrencehour"),
    "clock_to": ("tid till", "klockslag till", "end time"),
    "external_id": ("id", "ärendenummer", "ärende", "löpnummer", "löpnr", "ärendenr", "nr",
                    "objectid", "guid", "event_unique_id"),
    "x": ("x", "e", "east", "easting", "öst", "lon", "long", "longitud", "longitude", "lng",
          "x-koordinat", "e-koordinat"),
    "y": ("y", "n", "north", "northing", "nord", "lat", "latitud", "latitude", "y-koordinat",
          "n-koordinat"),
    "place_name": ("plats", "adress", "gata", "address", "location"),
    "category": ("kategori", "typ", "type", "händelsetyp", "brottstyp"),
    "description": ("beskrivning", "text", "fritext", "kommentar", "notes"),
    "area": ("område", "stadsdel", "distrikt", "neighbourhood", "district"),
    "reporter_organisation": ("organisation", "rapportör", "uppgiftslämnare", "förvaltning"),
}
_DEGREES = ("lon", "long", "longitud", "longitude", "lng", "lat", "latitud", "latitude")


def suggest_profile(
    columns: Sequence[str], standard: Standard, source: str, crs: str = "EPSG:3006"
) -> Profile:
    """A profile for the columns; ``crs`` is that of coordinates not named as degrees."""
    free: Dict[str, str] = {}
    for column in columns:
        free.setdefault(_plain(column), column)

    def take(names: Sequence[str]) -> Optional[str]:
        for name in names:
            column = free.pop(_plain(name), None)
            if column is not None:
                return column
        return None

    def named(key: str) -> List[str]:
        record = standard.records["incident"]
        label = next((f.label for f in record.fields if f.key == key), {})
        return [key, *label.values(), *_ALSO.get(key, ())]

    time_from = TimeMapping(take(named("time_from")), take(_ALSO["clock_from"]))
    time_to = TimeMapping(take(named("time_to")), take(_ALSO["clock_to"]))
    x, y = take(_ALSO["x"]), take(_ALSO["y"])
    external_id = take(_ALSO["external_id"])
    mapping = {}
    for field in standard.records["incident"].fields:
        if field.key in ("time_from", "time_to", "status") or field.read_only:
            continue
        column = take(named(field.key))
        if column is not None:
            mapping[field.key] = FieldMapping(column=column)
    in_degrees = bool(x) and _plain(str(x)) in _DEGREES
    return Profile(
        name=source,
        source=source,
        mapping=mapping,
        time_from=time_from,
        time_to=time_to,
        external_id=external_id,
        x=x if y else None,
        y=y if x else None,
        crs="EPSG:4326" if in_degrees else crs,
    )


def _plain(name: str) -> str:
    return re.sub(r"[\s_\-.:]+", " ", name.strip().casefold()).strip()

"""Each kind of check as a SQLite condition that is true when the rule is broken.

``new`` is the alias of the row that is asked (``NEW`` in a trigger). A null answer counts
as kept: every condition but ``required`` lets an empty field pass.
"""

from __future__ import annotations

from typing import Callable, Dict

from .schema import BEGIN, CONTEXT, GEOMETRY, IMPORTED, Check, Table
from .sql_text import name, text, texts

WALL_CLOCK = "%Y-%m-%dT%H:%M:%f"
STAMP = "%Y-%m-%dT%H:%M:%fZ"
NOW = f"strftime('{STAMP}', 'now')"

#: Clocks of phones and computers differ by this much; not yet the future.
CLOCK_TOLERANCE = "+5 minutes"


def broken(check: Check, table: Table, new: str = "NEW") -> str:
    """The condition under which a check refuses a row."""
    return _KINDS[check.kind](check, table, new)


def wall_clock(value: str) -> str:
    """A date and time in the one form that is stored: local, no zone, milliseconds.

    QGIS 3.22 writes local time without a zone, later ones with a zone, SQL clients with a
    blank; a value with a zone is moved to this machine's.
    """
    zoned = f"{value} GLOB '*Z' OR {value} GLOB '*:??[-+]??:??' OR {value} GLOB '*.*[-+]??:??'"
    return (
        f"CASE WHEN length({value}) = 23 THEN {value} ELSE strftime('{WALL_CLOCK}', {value}, "
        f"CASE WHEN {zoned} THEN 'localtime' ELSE '+0 days' END) END"
    )


def well_known_binary(value: str) -> str:
    """The WKB inside a GeoPackage geometry: what follows a header of four possible lengths."""
    flags = f"hex(substr({value}, 4, 1))"
    return (
        f"substr({value}, CASE WHEN {flags} IN ('01', '00', '11', '10') THEN 9 "
        f"WHEN {flags} IN ('03', '02', '13', '12') THEN 41 "
        f"WHEN {flags} IN ('05', '04', '07', '06', '15', '14', '17', '16') THEN 57 ELSE 73 END)"
    )


def _column(new: str, key: str) -> str:
    return f"{new}.{name(key)}"


def _required(check: Check, table: Table, new: str) -> str:
    value = _column(new, check.field)
    if table.column(check.field).type == "text":
        return f"({value} IS NULL OR trim({value}) = '')"
    return f"{value} IS NULL"


def _integer(check: Check, table: Table, new: str) -> str:
    return f"typeof({_column(new, check.field)}) NOT IN ('integer', 'null')"


def _decimal(check: Check, table: Table, new: str) -> str:
    return f"typeof({_column(new, check.field)}) NOT IN ('real', 'integer', 'null')"


def _boolean(check: Check, table: Table, new: str) -> str:
    return f"{_column(new, check.field)} NOT IN (0, 1)"


def _date(check: Check, table: Table, new: str) -> str:
    value = _column(new, check.field)
    return f"({value} IS NOT NULL AND date({value}, '+0 days') IS NOT {value})"


def _datetime(check: Check, table: Table, new: str) -> str:
    value = _column(new, check.field)
    # the form must survive a round trip; only with a modifier SQLite makes 30 February 1 March
    return (
        f"({value} IS NOT NULL AND CASE length({value}) "
        f"WHEN 23 THEN strftime('{WALL_CLOCK}', {value}, '+0 days') IS NOT {value} "
        f"ELSE length({value}) < 16 OR date(substr({value}, 1, 10), '+0 days') "
        f"IS NOT substr({value}, 1, 10) OR strftime('{WALL_CLOCK}', {value}) IS NULL END)"
    )


def _length(check: Check, table: Table, new: str) -> str:
    return f"length({_column(new, check.field)}) > {int(check.maximum or 0)}"


def _minimum(check: Check, table: Table, new: str) -> str:
    return f"{_column(new, check.field)} < {check.minimum!r}"


def _maximum(check: Check, table: Table, new: str) -> str:
    return f"{_column(new, check.field)} > {check.maximum!r}"


def _code(check: Check, table: Table, new: str) -> str:
    value = _column(new, check.field)
    return (
        f"({value} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {name(check.table or '')} c "  # nosec B608
        f"WHERE c.code = {value} AND c.retired IS NOT 1))"
    )


def _codes(check: Check, table: Table, new: str) -> str:
    value = _column(new, check.field)
    # stored as QGIS does: {a,b} or {"a","b"}; made a JSON list to walk it
    listed = f"'[\"' || replace(replace(trim({value}, '{{}}'), '\"', ''), ',', '\",\"') || '\"]'"
    return (
        f"({value} IS NOT NULL AND {value} NOT IN ('{{}}', '') AND "  # nosec B608
        f"({value} NOT GLOB '{{*}}' OR instr({value}, '\\') OR EXISTS (SELECT 1 "
        f"FROM json_each({listed}) e LEFT JOIN {name(check.table or '')} c "
        f"ON c.code = e.value AND c.retired IS NOT 1 WHERE c.code IS NULL)))"
    )


def _cascade(check: Check, table: Table, new: str) -> str:
    value, parent = (_column(new, key) for key in check.fields)
    return (
        f"({value} IS NOT NULL AND {parent} IS NOT "  # nosec B608
        f"(SELECT c.parent FROM {name(check.table or '')} c WHERE c.code = {value}))"
    )


def _reference(check: Check, table: Table, new: str) -> str:
    value = _column(new, check.field)
    return (
        f"({value} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {name(check.table or '')} r "  # nosec B608
        f"WHERE r.uuid = {value} AND r.deleted_at IS NULL))"
    )


def _comparable(check: Check, table: Table, new: str, key: str) -> str:
    value = _column(new, key)
    if table.column(key).type == "datetime":
        return wall_clock(value)
    return value


def _order(check: Check, table: Table, new: str) -> str:
    first, second = (_comparable(check, table, new, key) for key in check.fields[:2])
    return f"{first} > {second}"


def _given(table: Table, new: str, key: str) -> str:
    value = _column(new, key)
    if table.column(key).type == "text":
        return f"({value} IS NOT NULL AND trim({value}) <> '')"
    return f"{value} IS NOT NULL"


def _condition(check: Check, table: Table, new: str) -> str:
    """Whether the second field asks for the first."""
    other = check.fields[1]
    if not check.values:
        return _given(table, new, other)
    value = _column(new, other)
    if table.column(other).type == "boolean":
        truths = {"yes": "1", "no": "0"}
        return f"{value} IN ({', '.join(truths.get(v, v) for v in check.values)})"
    return f"{value} IN ({texts(check.values)})"


def _required_when(check: Check, table: Table, new: str) -> str:
    return f"({_condition(check, table, new)} AND NOT {_given(table, new, check.fields[0])})"


def _confirmed_when(check: Check, table: Table, new: str) -> str:
    value = _column(new, check.fields[0])
    return f"({_condition(check, table, new)} AND {value} IS NOT 1)"


def _not_future(check: Check, table: Table, new: str) -> str:
    value = _comparable(check, table, new, check.field)
    if table.column(check.field).type == "date":
        late = f"{value} > date('now', 'localtime')"
    else:
        late = f"{value} > strftime('{WALL_CLOCK}', 'now', 'localtime', '{CLOCK_TOLERANCE}')"
    if check.unless_field is None:
        return f"({late})"
    unless = _column(new, check.unless_field)
    if not check.values:
        return f"({late} AND {unless} IS NULL)"
    return f"({late} AND ({unless} IS NULL OR {unless} NOT IN ({texts(check.values)})))"


def _distinct(check: Check, table: Table, new: str) -> str:
    first, second = (_column(new, key) for key in check.fields[:2])
    return f"{first} = {second}"


def _unique(check: Check, table: Table, new: str) -> str:
    same = " AND ".join(f"o.{name(key)} = {_column(new, key)}" for key in check.fields)
    return (
        f"EXISTS (SELECT 1 FROM {name(table.key)} o WHERE {same} AND o.deleted_at IS NULL "  # nosec B608
        f"AND o.fid IS NOT {new}.fid)"
    )


def _geometry(check: Check, table: Table, new: str) -> str:
    value = _column(new, GEOMETRY)
    wanted = {"point": (1,), "line": (2, 5), "polygon": (3, 6)}.get(
        check.values[0], (1, 2, 3, 4, 5, 6)
    )
    # ISO types: 1000 more with Z, 2000 with M, 3000 with both; either byte order
    types = [kind + more for kind in wanted for more in (0, 1000, 2000, 3000)]
    known = [b"\x01" + kind.to_bytes(4, "little") for kind in types]
    known += [b"\x00" + kind.to_bytes(4, "big") for kind in types]
    literals = ", ".join(f"x'{prefix.hex()}'" for prefix in known)
    return (
        f"({value} IS NOT NULL AND (typeof({value}) <> 'blob' "
        f"OR substr({well_known_binary(value)}, 1, 5) NOT IN ({literals})))"
    )


def _state(check: Check, table: Table, new: str) -> str:
    """Asked of a new record; a change of state is asked by :func:`transition_broken`."""
    value = _column(new, check.field)
    known = f"SELECT 1 FROM trygg_transition t WHERE t.record = {text(table.key)}"  # nosec B608
    return (
        f"({value} IS NOT NULL AND EXISTS ({known}) AND NOT EXISTS "  # nosec B608
        f"({known} AND t.to_state = {value} AND (t.from_state = {text(BEGIN)} "
        f"OR t.from_state = {text(IMPORTED)} "
        f"AND EXISTS (SELECT 1 FROM {CONTEXT} WHERE mode = 'importing'))))"
    )


def transition_broken(check: Check, table: Table, old: str = "OLD", new: str = "NEW") -> str:
    """The condition under which a change of state is not one of the steps allowed."""
    before, after = _column(old, check.field), _column(new, check.field)
    known = f"SELECT 1 FROM trygg_transition t WHERE t.record = {text(table.key)}"  # nosec B608
    return (
        f"({before} IS NOT {after} AND EXISTS ({known}) AND NOT EXISTS "
        f"({known} AND t.from_state = coalesce({before}, '') AND t.to_state = {after}))"
    )


def frozen_broken(check: Check, old: str = "OLD") -> str:
    """The condition under which a stored row may no longer change in the check's fields.

    Disposal (gallring) reaches what is frozen too.
    """
    held = f"NOT EXISTS (SELECT 1 FROM {CONTEXT} WHERE mode = 'disposing')"  # nosec B608
    if check.unless_field is None:
        return held
    state = f"coalesce({_column(old, check.unless_field)}, '')"
    return f"({state} NOT IN ({texts(check.values)}) AND {held})"


def _settled(check: Check, table: Table, new: str) -> str:
    """The condition under which the record that the first field refers to lets nothing be added.
    An import brings what was settled elsewhere."""
    return _settled_as(check, new, "importing")


def _settled_as(check: Check, row: str, *modes: str) -> str:
    """The condition under which the record that the first field refers to lets nothing be changed
    or taken away, but in these modes and by disposal."""
    allowed = f"SELECT 1 FROM {CONTEXT} WHERE mode IN ({texts(('disposing', *modes))})"  # nosec B608
    return (
        f"(EXISTS (SELECT 1 FROM {name(check.table or '')} s "  # nosec B608
        f"WHERE s.uuid = {_column(row, check.field)} "
        f"AND coalesce(s.{name(check.unless_field or '')}, '') NOT IN ({texts(check.values)})) "
        f"AND NOT EXISTS ({allowed}))"
    )


def kept_from_update(check: Check, table: Table) -> str:
    """The condition under which a stored row is kept from a change; "" for other checks."""
    if check.kind == "settled":
        # neither out of what is settled nor into it
        return f"({_settled_as(check, 'OLD')} OR {_settled_as(check, 'NEW')})"
    return frozen_broken(check) if check.kind == "frozen" else ""


def kept_from_delete(check: Check, table: Table) -> str:
    """The condition under which a stored row is kept from a delete; "" for other checks."""
    if check.kind == "settled":
        return _settled_as(check, "OLD")
    return frozen_broken(check) if check.kind == "frozen" else ""


_KINDS: Dict[str, Callable[[Check, Table, str], str]] = {
    "required": _required,
    "integer": _integer,
    "decimal": _decimal,
    "boolean": _boolean,
    "date": _date,
    "datetime": _datetime,
    "length": _length,
    "minimum": _minimum,
    "maximum": _maximum,
    "code": _code,
    "codes": _codes,
    "cascade": _cascade,
    "reference": _reference,
    "order": _order,
    "required_when": _required_when,
    "confirmed_when": _confirmed_when,
    "not_future": _not_future,
    "distinct": _distinct,
    "unique": _unique,
    "geometry": _geometry,
    "state": _state,
    "settled": _settled,
}

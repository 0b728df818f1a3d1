"""Each kind of check as a PostgreSQL condition that is true when the rule is broken.

Asked in plpgsql of ``NEW`` (and ``OLD``). A null answer counts as kept, as in an ``IF``. A
condition may have two parts: plpgsql answers the first by itself, and only if it holds the second
is worth a query. Kinds of value (a date, a number, yes or no) and of place need no condition: the
columns' types keep them.

``s`` is the quoted name of the workspace's schema: every function names what it asks, since
the search path belongs to whoever writes.
"""

from __future__ import annotations

from typing import Callable, Dict, Iterable, List, Tuple, Union

from .schema import BEGIN, GEOMETRY, IMPORTED, TRANSITION, Check, Column, Table
from .sql_text import name, text, texts

Condition = Tuple[str, ...]
"""Parts that must all hold, each asked only after the one before."""

#: Clocks of phones and computers differ by this much; not yet the future.
CLOCK_TOLERANCE = "interval '5 minutes'"

#: The moment of a change, as in all stamps.
NOW = "clock_timestamp()"

#: Kinds that PostgreSQL's own types keep.
BY_TYPE = ("integer", "decimal", "boolean", "date", "datetime")

#: The form of a wall clock in history, the same on every engine.
_WALL_CLOCK = "YYYY-MM-DD\"T\"HH24:MI:SS.MS"


def broken(check: Check, table: Table, s: str) -> Condition:
    """The condition under which a check refuses a new row; empty when the types keep it."""
    return _parts(_KINDS[check.kind](check, table, s))


def broken_by_update(check: Check, table: Table, s: str) -> Condition:
    """The condition under which a check refuses a change of one of its fields."""
    if check.kind == "state":
        return (_transition(check, table, s),)
    if check.kind == "settled":
        # neither out of what is settled nor into it
        return (f"({_settled_as('OLD', check, s)} OR {_settled_as('NEW', check, s)})",)
    return (frozen(check),) if check.kind == "frozen" else broken(check, table, s)


def broken_by_delete(check: Check, s: str) -> Condition:
    """The condition under which a check refuses a delete; empty when it says nothing of it."""
    if check.kind == "settled":
        return (_settled_as("OLD", check, s),)
    return (frozen(check),) if check.kind == "frozen" else ()


def _parts(found: Union[str, Condition]) -> Condition:
    if isinstance(found, str):
        return (found,) if found else ()
    return found


def frozen(check: Check) -> str:
    """The condition under which a stored row may no longer change in the check's fields."""
    held = f"NOT {in_mode('disposing')}"
    if check.unless_field is None:
        return held
    state = f"coalesce(OLD.{name(check.unless_field)}, '')"
    return f"{state} NOT IN ({texts(check.values)}) AND {held}"


def _settled_as(row: str, check: Check, s: str, *modes: str) -> str:
    """The condition under which the record that the first field refers to lets nothing be changed
    or taken away, but in these modes and by disposal."""
    return (
        f"(NOT {in_mode('disposing', *modes)} AND EXISTS (SELECT 1 "  # nosec B608
        f"FROM {s}.{name(check.table or '')} p WHERE p.uuid = {row}.{name(check.field)} "
        f"AND coalesce(p.{name(check.unless_field or '')}, '') NOT IN ({texts(check.values)})))"
    )


def in_mode(*modes: str) -> str:
    """Whether the transaction is in one of these modes; ``modes`` is the trigger's variable."""
    return "(" + " OR ".join(f"strpos(modes, {text(f',{one},')}) > 0" for one in modes) + ")"


def now(s: str) -> str:
    """The municipality's wall clock, whatever zone the server keeps."""
    return f"{s}.trygg_now()"


def stored_json(row: str, column: Column) -> str:
    """A column's value as history holds it, alike on every engine."""
    value = f"{row}.{name(column.key)}"
    return f"to_char({value}, {text(_WALL_CLOCK)})" if column.type == "datetime" else value


def place_json(row: str) -> str:
    """A place as history holds it: WKB in hex."""
    return f"upper(encode(ST_AsBinary({row}.{name(GEOMETRY)}, 'NDR'), 'hex'))"


def record_json(row: str, table: Table) -> str:
    """All that a record says, without the empty fields. A function takes 100 arguments."""
    pairs = [f"{text(key)}, {stored_json(row, table.column(key))}" for key in table.fields]
    if table.geometry != "none":
        pairs.append(f"{text(GEOMETRY)}, {place_json(row)}")
    parts = [
        f"jsonb_build_object({', '.join(pairs[start : start + 45])})"
        for start in range(0, len(pairs), 45)
    ]
    return f"jsonb_strip_nulls({' || '.join(parts)})"


def changed(keys: Iterable[str]) -> str:
    """Whether one of these columns changes in an update."""
    return " OR ".join(f"NEW.{name(key)} IS DISTINCT FROM OLD.{name(key)}" for key in keys)


def by_fields(checks: Iterable[Check]) -> Dict[tuple, List[Check]]:
    """Checks that are asked together, since the same change asks for them."""
    grouped: Dict[tuple, List[Check]] = {}
    for check in checks:
        grouped.setdefault(check.fields, []).append(check)
    return grouped


def _new(key: str) -> str:
    return f"NEW.{name(key)}"


def _by_type(check: Check, table: Table, s: str) -> str:
    return ""


def _required(check: Check, table: Table, s: str) -> str:
    value = _new(check.field)
    if table.column(check.field).type == "text":
        return f"{value} IS NULL OR btrim({value}) = ''"
    return f"{value} IS NULL"


def _length(check: Check, table: Table, s: str) -> str:
    return f"char_length({_new(check.field)}) > {int(check.maximum or 0)}"


def _minimum(check: Check, table: Table, s: str) -> str:
    return f"{_new(check.field)} < {check.minimum!r}"


def _maximum(check: Check, table: Table, s: str) -> str:
    return f"{_new(check.field)} > {check.maximum!r}"


def _code(check: Check, table: Table, s: str) -> Condition:
    value = _new(check.field)
    return (
        f"{value} IS NOT NULL",
        f"NOT EXISTS (SELECT 1 FROM {s}.{name(check.table or '')} c "  # nosec B608
        f"WHERE c.code = {value} AND NOT c.retired)",
    )


def _codes(check: Check, table: Table, s: str) -> Condition:
    value = _new(check.field)
    # stored as QGIS does: {a,b} or {"a","b"}
    listed = f"string_to_array(replace(btrim({value}, '{{}}'), '\"', ''), ',')"
    return (
        f"{value} IS NOT NULL AND {value} NOT IN ('{{}}', '')",
        f"{value} !~ '^[{{].*[}}]$' OR strpos({value}, E'\\\\') > 0 OR EXISTS (SELECT 1 "  # nosec B608
        f"FROM unnest({listed}) e LEFT JOIN {s}.{name(check.table or '')} c "
        f"ON c.code = e AND NOT c.retired WHERE c.code IS NULL)",
    )


def _cascade(check: Check, table: Table, s: str) -> Condition:
    value, parent = (_new(key) for key in check.fields)
    return (
        f"{value} IS NOT NULL",
        f"{parent} IS DISTINCT FROM "  # nosec B608
        f"(SELECT c.parent FROM {s}.{name(check.table or '')} c WHERE c.code = {value})",
    )


def _reference(check: Check, table: Table, s: str) -> Condition:
    value = _new(check.field)
    return (
        f"{value} IS NOT NULL",
        f"NOT EXISTS (SELECT 1 FROM {s}.{name(check.table or '')} r "  # nosec B608
        f"WHERE r.uuid = {value} AND r.deleted_at IS NULL)",
    )


def _order(check: Check, table: Table, s: str) -> str:
    first, second = (_new(key) for key in check.fields[:2])
    return f"{first} > {second}"


def _given(table: Table, key: str) -> str:
    value = _new(key)
    if table.column(key).type == "text":
        return f"({value} IS NOT NULL AND btrim({value}) <> '')"
    return f"{value} IS NOT NULL"


def _condition(check: Check, table: Table) -> str:
    """Whether the second field asks for the first."""
    other = check.fields[1]
    if not check.values:
        return _given(table, other)
    if table.column(other).type == "boolean":
        truths = {"yes": "true", "no": "false"}
        return f"{_new(other)} IN ({', '.join(truths.get(v, v) for v in check.values)})"
    return f"{_new(other)} IN ({texts(check.values)})"


def _required_when(check: Check, table: Table, s: str) -> str:
    return f"{_condition(check, table)} AND NOT {_given(table, check.fields[0])}"


def _confirmed_when(check: Check, table: Table, s: str) -> str:
    return f"{_condition(check, table)} AND {_new(check.fields[0])} IS NOT TRUE"


def _not_future(check: Check, table: Table, s: str) -> str:
    value = _new(check.field)
    if table.column(check.field).type == "date":
        late = f"{value} > {now(s)}::date"
    else:
        late = f"{value} > {now(s)} + {CLOCK_TOLERANCE}"
    if check.unless_field is None:
        return late
    unless = _new(check.unless_field)
    if not check.values:
        return f"{late} AND {unless} IS NULL"
    return f"{late} AND ({unless} IS NULL OR {unless} NOT IN ({texts(check.values)}))"


def _distinct(check: Check, table: Table, s: str) -> str:
    first, second = (_new(key) for key in check.fields[:2])
    return f"{first} = {second}"


def _unique(check: Check, table: Table, s: str) -> str:
    same = " AND ".join(f"o.{name(key)} = {_new(key)}" for key in check.fields)
    return (
        f"EXISTS (SELECT 1 FROM {s}.{name(table.key)} o WHERE {same} AND o.deleted_at IS NULL "  # nosec B608
        f"AND o.fid IS DISTINCT FROM NEW.fid)"
    )


def _geometry(check: Check, table: Table, s: str) -> str:
    if check.values[0] != "any":
        return ""  # the column's type
    kinds = ("POINT", "LINESTRING", "POLYGON")
    known = [*kinds, *(f"MULTI{kind}" for kind in kinds)]
    return f"rtrim(GeometryType({_new(GEOMETRY)}), 'ZM') NOT IN ({texts(known)})"


def _known_steps(table: Table, s: str) -> str:
    return f"SELECT 1 FROM {s}.{TRANSITION} t WHERE t.record = {text(table.key)}"  # nosec B608


def _state(check: Check, table: Table, s: str) -> str:
    """Asked of a new record; a change of state is asked by :func:`_transition`."""
    value, known = _new(check.field), _known_steps(table, s)
    return (
        f"{value} IS NOT NULL AND EXISTS ({known}) AND NOT EXISTS ({known} "  # nosec B608
        f"AND t.to_state = {value} AND (t.from_state = {text(BEGIN)} "
        f"OR t.from_state = {text(IMPORTED)} AND {in_mode('importing')}))"
    )


def _transition(check: Check, table: Table, s: str) -> str:
    before, after, known = f"OLD.{name(check.field)}", _new(check.field), _known_steps(table, s)
    return (
        f"EXISTS ({known}) AND NOT EXISTS "
        f"({known} AND t.from_state = coalesce({before}, '') AND t.to_state = {after})"
    )


def _settled(check: Check, table: Table, s: str) -> str:
    """As above, of what is added: an import brings what was settled elsewhere."""
    return _settled_as("NEW", check, s, "importing")


_KINDS: Dict[str, Callable[[Check, Table, str], Union[str, Condition]]] = {
    **dict.fromkeys(BY_TYPE, _by_type),
    "required": _required,
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

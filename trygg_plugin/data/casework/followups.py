"""Follow-up of measures: what is due, what was found, and what that does to the measure."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Dict, List, Mapping, Optional, Sequence, Tuple

from ...domain.follow_up_due import Due, due
from ...domain.states import MEASURE
from ..errors import DataError
from ..records import Record
from ..transaction import Transaction
from ..values import from_stored
from ..workspace import Workspace

#: How a follow-up may leave a measure, and the states that it passes on the way.
OUTCOMES: Mapping[str, Tuple[str, ...]] = {
    "goes_on": ("decided", "ongoing"),
    "completed": ("decided", "ongoing", "completed", "followed_up"),
    "cancelled": ("decided", "ongoing", "cancelled", "followed_up"),
}
_COLUMNS = (
    "m.uuid, m.title, m.status, m.deadline, m.start_date, m.end_date, m.horizon, "
    "m.follow_up_due, m.created_at, m.responsible_function, m.problem, p.title AS problem_title, "
    "a.name AS responsible"
)


@dataclass(frozen=True)
class DueMeasure:
    """A measure that is due, with its last follow-up's day and colour, if any."""

    uuid: str
    title: str
    status: str
    problem: str
    responsible: str
    deadline: Optional[date]
    due: Due
    last: Optional[date]
    colour: str


def due_list(
    workspace: Workspace, today: date, *, within: int = 0, limit: Optional[int] = None
) -> List[DueMeasure]:
    """Measures that are due today, or ``within`` days, the longest overdue first."""
    with workspace.reading():
        rows = workspace.query(
            f"SELECT {_COLUMNS} FROM measure m JOIN problem p ON p.uuid = m.problem "  # nosec B608
            "LEFT JOIN actor a ON a.uuid = m.responsible_organisation "
            "WHERE m.deleted_at IS NULL AND m.status NOT IN ({p}, {p})",
            ["proposed", "effect_assessed"],
        )
        latest = latest_follow_ups(workspace)
    table = workspace.schema.table("measure")
    found: List[DueMeasure] = []
    for row in rows:
        values = {
            key: from_stored(row[key], table.column(key))
            for key in ("status", "deadline", "start_date", "end_date", "horizon", "follow_up_due")
        }
        made = from_stored(row["created_at"], table.column("created_at"))
        day, colour = latest.get(str(row["uuid"]), (None, ""))
        reason = due(values, day, made.date() if made else None)
        if reason is None or reason.overdue(today) < -within:
            continue
        found.append(
            DueMeasure(
                str(row["uuid"]), str(row["title"]), str(row["status"]),
                str(row["problem_title"]),
                ", ".join(t for t in (row["responsible"], row["responsible_function"]) if t),
                values["deadline"], reason, day, colour,
            )
        )  # fmt: skip
    found.sort(key=lambda one: (one.due.day, one.title, one.uuid))
    return found[:limit]


def latest_follow_ups(workspace: Workspace) -> Dict[str, Tuple[date, str]]:
    """measure -> day and colour of its last follow-up."""
    table = workspace.schema.table("follow_up")
    found: Dict[str, Tuple[date, str]] = {}
    for row in workspace.query(
        "SELECT measure, date, colour FROM follow_up WHERE deleted_at IS NULL "
        "ORDER BY date, created_at, uuid"
    ):
        day = from_stored(row["date"], table.column("date"))
        found[str(row["measure"])] = (day, str(row["colour"]))
    return found


def follow_ups_of(workspace: Workspace, measure: str) -> List[Record]:
    """The follow-ups of a measure, the newest first."""
    rows = workspace.rows("follow_up", "measure = {p}", [measure])
    return sorted(
        rows, key=lambda row: (row["date"], row.created_at or datetime.min), reverse=True
    )


def outcomes_of(status: str) -> Tuple[str, ...]:
    """How a follow-up may leave a measure that stands in a state; empty: as it is."""
    return tuple(name for name, path in OUTCOMES.items() if status in path[:-1])


def record_follow_up(
    workspace: Workspace,
    measure: str,
    values: Mapping[str, Any],
    *,
    outcome: Optional[str] = None,
    cancelled_reason: Optional[str] = None,
    next_day: Optional[date] = None,
    note: Optional[str] = None,
    base_version: Optional[int] = None,
    user: Optional[str] = None,
) -> str:
    """Store a follow-up and move its measure, all or nothing; gives the follow-up's uuid.

    ``values``: fields of follow_up but ``measure``. ``outcome``: a key of OUTCOMES, None leaves
    the measure where it is. ``next_day``: when it is looked at next; None: not planned.
    """
    with workspace.transaction(user) as transaction:
        record = transaction.get("measure", measure)
        if record["status"] == "proposed":
            raise DataError(
                "The measure “{title}” is only proposed. Decide on it before it is followed up.",
                title=record["title"],
            )
        made = transaction.insert("follow_up", {**values, "measure": measure})
        # with a version even if nothing changes: what was judged must be what stands there now
        if base_version is not None or record["follow_up_due"] != next_day:
            transaction.update(
                "measure", measure, {"follow_up_due": next_day}, base_version=base_version
            )
        if outcome is not None:
            extra = {"cancelled": {"cancelled_reason": cancelled_reason}}
            _walk(transaction, record, OUTCOMES[outcome], extra, note)
    return made


def _walk(
    transaction: Transaction, measure: Record, path: Sequence[str],
    extra: Mapping[str, Mapping[str, Any]], note: Optional[str],
) -> None:  # fmt: skip
    """Move a measure along a path of states, from where it stands to the path's end."""
    status = measure["status"]
    if status == path[-1]:
        return
    if status not in path:
        raise DataError(
            "The measure “{title}” cannot be moved like that from the state it is in. Open it and "
            "look at its state.",
            title=measure["title"],
        )
    for state in path[path.index(status) + 1 :]:
        transaction.change_state("measure", measure.uuid, state, extra.get(state), note=note)


# --- effect ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class StoredEffect:
    """An effect as it stands in a follow-up: the calculation's inputs and what came out."""

    follow_up: str
    date: date
    inputs: Mapping[str, Any]
    figures: Mapping[str, Any]
    sentence: str


def store_effect(
    workspace: Workspace,
    measure: str,
    *,
    method: str,
    estimate: Optional[float],
    low: Optional[float],
    high: Optional[float],
    sentence: str,
    inputs: Mapping[str, Any],
    figures: Mapping[str, Any],
    follow_up: Optional[str] = None,
    colour: str = "yellow",
    day: Optional[date] = None,
    user: Optional[str] = None,
) -> str:
    """Store an effect in a follow-up and let the measure be "effect assessed", all or nothing.

    ``follow_up``: the one to write in, else a new one of ``day`` with ``colour``. ``inputs`` and
    ``figures`` are kept as JSON, so that the calculation can be made again and compared. The
    measure must be carried out or called off, and followed up at least by this.
    """
    effect = {
        "effect_method": method, "effect_estimate": estimate, "effect_low": low,
        "effect_high": high, "effect_sentence": sentence,
        "effect_parameters": json.dumps(
            {"inputs": inputs, "figures": figures}, ensure_ascii=False, sort_keys=True,
            allow_nan=False,
        ),
    }  # fmt: skip
    with workspace.transaction(user) as transaction:
        record = transaction.get("measure", measure)
        if record["status"] in ("proposed", "decided", "ongoing"):
            raise DataError(
                "The measure “{title}” still goes on. Record that it was completed or called off "
                "before its effect is assessed.",
                title=record["title"],
            )
        if follow_up is not None:
            transaction.update("follow_up", follow_up, effect)
        else:
            follow_up = transaction.insert(
                "follow_up",
                {"measure": measure, "date": day or date.today(), "colour": colour, **effect},
            )
        while record["status"] != "effect_assessed":
            (state,) = MEASURE.steps[record["status"]]
            transaction.change_state("measure", measure, state)
            record = transaction.get("measure", measure)
    return follow_up


def stored_effect(record: Record) -> Optional[StoredEffect]:
    """The effect in a follow-up record; None where none was calculated."""
    try:
        kept = json.loads(record["effect_parameters"] or "")
        inputs, figures = dict(kept["inputs"]), dict(kept["figures"])
    except (ValueError, KeyError, TypeError):
        return None
    return StoredEffect(
        record.uuid, record["date"], inputs, figures, record["effect_sentence"] or ""
    )

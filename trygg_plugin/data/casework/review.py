"""What a reviewer does with incidents, each act as one transaction that can be taken back.

An act is told which version of an incident the reviewer saw. Where someone else has changed it
since, it is left alone and told, and the act goes on with the next.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Callable, Deque, Dict, List, Mapping, Optional, Sequence, Tuple

from ...domain.personal_data import Finding, find_personal_data, remove
from ...domain.states import INCIDENT, next_states
from ..errors import DataError, WorkspaceLocked
from ..geometry import point_wkb
from ..history import Change
from ..records import Record
from ..transaction import KEEP, Transaction
from ..workspace import Workspace
from .undo import changes_since, mark, undo

TABLE = "incident"
_NOTES = {
    "undone": {"sv": "Ångrat", "en": "Undone"},
    "personal_data": {"sv": "Personuppgift borttagen", "en": "Personal data removed"},
    "place": {"sv": "Platsen rättad", "en": "Place corrected"},
}
#: Answers of an earlier rejection, emptied when the incident is taken up again.
_OF_REJECTION: Mapping[str, Any] = {"rejection_reason": None, "duplicate_of": None}


@dataclass(frozen=True)
class Seen:
    """An incident as the reviewer saw it."""

    uuid: str
    version: int


@dataclass(frozen=True)
class Done:
    """What became of an act: the incidents written, those left alone and why, and the changes
    that :func:`take_back` needs."""

    uuids: Tuple[str, ...] = ()
    refused: Tuple[Tuple[str, DataError], ...] = ()
    changes: Tuple[Change, ...] = field(default=(), repr=False)

    def __add__(self, other: Done) -> Done:
        return Done(
            self.uuids + other.uuids, self.refused + other.refused, self.changes + other.changes
        )


#: What is written for one incident, inside a transaction.
Step = Callable[[Transaction, Record], None]


def begin(workspace: Workspace, seen: Sequence[Seen], *, user: Optional[str] = None) -> Done:
    """Take incidents up for review, also those that were approved or rejected."""
    return act(workspace, seen, lambda t, r: move(t, r, "under_review"), user=user)


def approve(
    workspace: Workspace,
    seen: Sequence[Seen],
    values: Optional[Mapping[str, Any]] = None,
    *,
    user: Optional[str] = None,
) -> Done:
    """Approve incidents, with handling fields that go with it."""
    return act(workspace, seen, lambda t, r: move(t, r, "approved", values), user=user)


def ask_completion(
    workspace: Workspace, seen: Sequence[Seen], request: str, *, user: Optional[str] = None
) -> Done:
    """Send incidents back with what is missing."""
    if not request.strip():
        raise DataError("Say what needs to be completed, so that the reporter can answer.")
    values = {"completion_request": request.strip()}
    return act(workspace, seen, lambda t, r: move(t, r, "needs_completion", values), user=user)


def reject(
    workspace: Workspace,
    seen: Sequence[Seen],
    reason: str,
    *,
    note: Optional[str] = None,
    user: Optional[str] = None,
) -> Done:
    """Reject incidents for a reason of the code list; duplicates are for ``duplicates.merge``."""
    values = {**_OF_REJECTION, "rejection_reason": reason}
    return act(
        workspace, seen, lambda t, r: move(t, r, "rejected", values, note=note), user=user
    )


def set_values(
    workspace: Workspace,
    seen: Sequence[Seen],
    values: Mapping[str, Any],
    *,
    note: Optional[str] = None,
    user: Optional[str] = None,
) -> Done:
    """Set handling fields, such as reviewed severity, secrecy or whether it may be published."""
    return act(
        workspace, seen, lambda t, r: t.update(TABLE, r.uuid, values, note=note), user=user
    )


def correct_place(
    workspace: Workspace,
    seen: Seen,
    point: Tuple[float, float],
    area: Optional[str],
    *,
    precision: Optional[str] = None,
    user: Optional[str] = None,
) -> Done:
    """Move an incident to a point (in the workspace's CRS) and into the area that holds it.

    Codes of DeSO and RegSO belong to the old point and are emptied.
    """
    values: Dict[str, Any] = {"area": area, "deso": None, "regso": None}
    if precision is not None:
        values["place_precision"] = precision
    known = set(workspace.schema.table(TABLE).fields)
    kept = {key: value for key, value in values.items() if key in known}
    place, note = point_wkb(*point), _NOTES["place"][workspace.language]
    return act(
        workspace, [seen],
        lambda t, r: t.update(TABLE, r.uuid, kept, geometry=place, note=note), user=user,
    )  # fmt: skip


def remove_personal_data(
    workspace: Workspace,
    seen: Sequence[Seen],
    only: Optional[Mapping[str, Sequence[Finding]]] = None,
    *,
    user: Optional[str] = None,
) -> Done:
    """Replace what is found in texts by ``[…]``: ``only`` these (field -> findings), or all.

    The former text stands in history until it is disposed of.
    """
    record = workspace.standard.records[TABLE]
    checked = [one.key for one in record.fields if one.checked_for_personal_data]
    note = _NOTES["personal_data"][workspace.language]

    def step(transaction: Transaction, incident: Record) -> None:
        changed = {}
        for key in checked if only is None else only:
            text = incident[key]
            found = find_personal_data(text) if only is None else only[key]
            if text and found:
                changed[key] = remove(text, found)
        if changed:
            transaction.update(TABLE, incident.uuid, changed, note=note)

    return act(workspace, seen, step, user=user)


def forward(
    workspace: Workspace,
    seen: Sequence[Seen],
    organisation: str,
    *,
    request: Optional[str] = None,
    due: Optional[date] = None,
    user: Optional[str] = None,
) -> Done:
    """Forward incidents to an organisation (uuid of an actor); their state stays."""

    def step(transaction: Transaction, incident: Record) -> None:
        transaction.insert("incident_forward", {
            "incident": incident.uuid, "organisation": organisation,
            "request": (request or "").strip() or None, "due_date": due,
        })  # fmt: skip

    return act(workspace, seen, step, user=user)


def link_problem(
    workspace: Workspace, seen: Sequence[Seen], problem: str, *, user: Optional[str] = None
) -> Done:
    """Link incidents to a problem; those that are linked already stay so."""

    def step(transaction: Transaction, incident: Record) -> None:
        known = transaction.rows(
            "problem_incident", "problem = {p} AND incident = {p}", [problem, incident.uuid]
        )
        if not known:
            transaction.insert(
                "problem_incident", {"problem": problem, "incident": incident.uuid}
            )

    return act(workspace, seen, step, user=user)


def new_problem(
    workspace: Workspace,
    incidents: Sequence[str],
    values: Mapping[str, Any],
    *,
    user: Optional[str] = None,
) -> Tuple[str, Done]:
    """A new problem that the incidents show; its uuid and what was done."""
    from .problems import create_problem

    before = mark(workspace)
    made = create_problem(workspace, values, incidents, user=user)
    changes = tuple(changes_since(workspace, before))
    return made, Done(uuids=tuple(incidents), changes=changes)


def take_back(
    workspace: Workspace,
    done: Done,
    stands_for: Optional[Dict[Tuple[str, int], int]] = None,
    *,
    user: Optional[str] = None,
) -> None:
    """Undo an act, by steps backwards and by restoring; refused when others came after it.

    ``stands_for`` lets several acts be undone one after the other: (uuid, version) -> the version
    with the same content that an undo has made since. It is read, and added to.
    """
    known = {} if stands_for is None else stands_for
    changes = [
        replace(one, version=known.get((one.uuid, one.version or 0), one.version))
        for one in done.changes
    ]
    with workspace.reading():
        before = mark(workspace)
        undo(workspace, changes, user=user, note=_NOTES["undone"][workspace.language])
        now = {change.uuid: change.version for change in changes_since(workspace, before)}
    first: Dict[str, int] = {}
    for change in done.changes:
        first.setdefault(change.uuid, change.version or 0)
    for uuid, version in first.items():
        known[uuid, version - 1] = now.get(uuid) or 0


# --- how an act is done -------------------------------------------------------------------------


def act(
    workspace: Workspace, seen: Sequence[Seen], step: Step, *, user: Optional[str] = None
) -> Done:
    """Do ``step`` for each incident in one transaction, leaving alone what has changed since.

    Where the database refuses one of them, they are done one by one, so that the others go on.
    Raises WorkspaceLocked when nothing can be written at all.
    """
    with workspace.reading():  # one connection for what is asked before and after
        before = mark(workspace)
        try:
            written, refused = _together(workspace, seen, step, user)
        except WorkspaceLocked:
            raise
        except DataError as error:
            if len(seen) == 1:
                return Done(refused=((seen[0].uuid, error),))
            done = Done()
            for one in seen:
                done += act(workspace, [one], step, user=user)
            return done
        changes = tuple(changes_since(workspace, before)) if written else ()
        return Done(tuple(written), tuple(refused), changes)


def _together(
    workspace: Workspace, seen: Sequence[Seen], step: Step, user: Optional[str]
) -> Tuple[List[str], List[Tuple[str, DataError]]]:
    written: List[str] = []
    refused: List[Tuple[str, DataError]] = []
    with workspace.transaction(user) as transaction:
        for one in seen:
            try:
                incident = meet(transaction, one)
            except DataError as error:
                refused.append((one.uuid, error))
                continue
            step(transaction, incident)
            written.append(one.uuid)
    return written, refused


def meet(transaction: Transaction, seen: Seen) -> Record:
    """The incident, if it still says what the reviewer saw; else a DataError that says who
    changed it and when."""
    incident = transaction.get(TABLE, seen.uuid, deleted=True)
    if incident.deleted_at is None and incident.version == seen.version:
        return incident
    changed = incident.changed_at or incident.created_at
    told = {
        "who": incident.changed_by or "?",
        "when": changed.astimezone().strftime("%Y-%m-%d %H:%M") if changed else "?",
    }
    if incident.deleted_at is not None:
        raise DataError("{who} deleted this incident at {when}. It was left alone.", **told)
    raise DataError(
        "{who} changed this incident at {when}, after you opened it. It was left alone; look at "
        "it again.", **told,
    )  # fmt: skip


def move(
    transaction: Transaction,
    incident: Record,
    state: str,
    values: Optional[Mapping[str, Any]] = None,
    *,
    geometry: Any = KEEP,
    note: Optional[str] = None,
) -> None:
    """Bring an incident to a state by the shortest allowed way, each step in history.

    The values go with the last step. An incident that is in the state already only gets them.
    """
    way = steps_to(str(incident["status"]), state)
    for number, after in enumerate(way, start=1):
        last = number == len(way)
        written: Dict[str, Any] = {"status": after}
        if incident["status"] == "rejected" and number == 1:
            written.update(_OF_REJECTION)
        if last:
            written.update(values or {})
        transaction.update(
            TABLE, incident.uuid, written, geometry=geometry if last else KEEP,
            note=note if last else None,
        )  # fmt: skip
    if not way and (values or geometry is not KEEP):
        transaction.update(TABLE, incident.uuid, values or {}, geometry=geometry, note=note)


def steps_to(before: str, after: str) -> Tuple[str, ...]:
    """The states that follow ``before`` on the shortest allowed way to ``after``.

    DataError when no way leads there. A draft is the reporter's and is not sent in for them.
    """
    if before == after:
        return ()
    ways: Deque[Tuple[str, ...]] = deque([(before,)])
    known = {before}
    while ways and before != "draft":
        way = ways.popleft()
        for state in next_states(INCIDENT, way[-1]):
            if state == after:
                return (*way[1:], state)
            if state not in known:
                known.add(state)
                ways.append((*way, state))
    raise DataError(
        "This incident can no longer be reviewed, or not yet: it is a draft, or it has been fed "
        "back, closed or anonymised. It was left alone."
    )

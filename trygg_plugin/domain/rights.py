"""Who may do what: the five roles, and what each may read and change of every record type.

The only description of rights. The PostgreSQL dialect makes privileges, policies and triggers from
it, the page docs/permissions.md is tried out against it, and panels ask it what to switch off (a
switched-off button protects nothing: the database does). A GeoPackage has no logins and keeps none
of this.

A right names *which records* it reaches with words of :data:`SCOPES`. What the words mean for a
record type stands in the tables below it: :data:`OWN`, :data:`CONCERNS`, :data:`INVOLVED`,
:data:`SHARED_STATES` and :data:`PARENTS`. What is not named here is denied.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Dict, Iterable, Mapping, Optional, Tuple

from .record_types import RecordType
from .standard_problems import N_
from .states import COUNTED_INCIDENT_STATES, MACHINES

REPORTER = "reporter"
CASE_OFFICER = "case_officer"
COORDINATOR = "coordinator"
PARTNER = "partner"
ADMINISTRATOR = "administrator"

#: From the narrowest to the widest. A login has one of them and belongs to an organisation.
ROLES = (REPORTER, PARTNER, CASE_OFFICER, COORDINATOR, ADMINISTRATOR)

#: The database's own administrator, who has made the workspace: keeps all rights.
OWNER = "owner"

#: What people call the roles; English sentences of the translation catalogue.
ROLE_LABELS: Mapping[str, str] = {
    REPORTER: N_("Reporter"),
    PARTNER: N_("Partner"),
    CASE_OFFICER: N_("Case officer"),
    COORDINATOR: N_("Coordinator"),
    ADMINISTRATOR: N_("Administrator"),
}
ROLE_TEXTS: Mapping[str, str] = {
    REPORTER: N_("Adds incidents and sees those of the own organisation."),
    PARTNER: N_("Reads the shared picture and reports progress on the own measures."),
    CASE_OFFICER: N_("Reviews all incidents and prepares problems, measures and meetings."),
    COORDINATOR: N_("Decides, adopts and shares; keeps code lists and the log of disclosures."),
    ADMINISTRATOR: N_("Everything, and the rights of all logins."),
}

#: Roles that work for one organisation and see no more than it may: these need one.
ROLES_OF_AN_ORGANISATION = (REPORTER, PARTNER)

OPERATIONS = ("select", "insert", "update", "delete")

#: Words for the records that a right reaches.
SCOPES: Mapping[str, str] = {
    "all": N_("every record"),
    "own": N_("records of the own organisation"),
    "concerned": N_("records that name the own organisation, unless their secrecy forbids it"),
    "involved": N_("records in which the own organisation takes part"),
    "shared": N_("what is shared: far enough on its way, not secret, and so is what it belongs to"),
    "public": N_("editions that are made for the public"),
}

ALL = ("all",)
NONE: Tuple[str, ...] = ()

# --- what the words mean -----------------------------------------------------------------------

#: Field with the organisation whose record it is. ``parent.field`` goes through a reference.
OWN: Mapping[str, str] = {
    "incident": "reporter_organisation",
    "reporter_contact": "incident.reporter_organisation",
    "feedback_receipt": "organisation",
    "incident_forward": "organisation",
    "problem": "responsible_organisation",
    "measure": "responsible_organisation",
    "decision": "responsible_organisation",
    "priority_place": "organisation",
    "walk_point": "owner_organisation",
}

#: Fields that name an organisation which the record concerns.
CONCERNS: Mapping[str, Tuple[str, ...]] = {
    "incident": ("reporter_organisation", "owner_organisation"),
    "problem": ("responsible_organisation",),
}


@dataclass(frozen=True)
class Link:
    """A table that says which organisations take part in a record."""

    #: field of the record that the table points at
    key: str
    table: str
    reference: str
    organisation: str


INVOLVED: Mapping[str, Link] = {
    "incident": Link("uuid", "incident_forward", "incident", "organisation"),
    "meeting": Link("uuid", "meeting_participant", "meeting", "organisation"),
    "walk": Link("uuid", "walk_participant", "walk", "organisation"),
    "walk_point": Link("walk", "walk_participant", "walk", "organisation"),
    "agreement": Link("uuid", "agreement_party", "agreement", "actor"),
}

#: States from which on a record may be shared; no entry: it has none, or any will do.
SHARED_STATES: Mapping[str, Tuple[str, ...]] = {
    "incident": COUNTED_INCIDENT_STATES,
    "problem": (
        "prioritised", "cause_analysis", "measures_decided", "ongoing", "follow_up", "solved",
        "monitored", "reopened",
    ),
    "measure": (
        "decided", "ongoing", "completed", "cancelled", "followed_up", "effect_assessed",
    ),
    "period": ("shared", "followed_up"),
    "document": ("decided", "in_force", "being_followed_up", "replaced"),
}

#: References through which a record shares the fate of others: shared when all of them may be
#: read. In ``ANY_PARENT`` one of them will do.
PARENTS: Mapping[str, Tuple[str, ...]] = {
    "problem_incident": ("problem", "incident"),
    "problem_light": ("problem", "period"),
    "cause": ("problem",),
    "measure": ("problem",),
    "measure_cause": ("measure", "cause"),
    "follow_up": ("measure",),
    "meeting_participant": ("meeting",),
    "meeting_point": ("meeting",),
    "decision": ("meeting",),
    "decision_problem": ("decision", "problem"),
    "decision_measure": ("decision", "measure"),
    "area_light": ("period",),
    "priority_place": ("period",),
    "edition": ("period", "document"),
    "agreement_party": ("agreement",),
    "walk_participant": ("walk",),
    "walk_point": ("walk",),
}
ANY_PARENT = ("edition",)

#: Field with the secrecy mark, and the column of its code list that says which marks partners
#: read: those of ``all`` records, of ``own`` (that concern the own organisation), or ``none``.
#: A column of a code list, so that a municipality decides; an empty one counts as ``none``.
SECRECY_FIELD = "secrecy"
SECRECY_LIST = "secrecy"
PARTNERS_READ = "partners_read"
#: Column of the same list: whether the mark lets an incident into a union of municipalities.
IN_UNION = "in_union"


# --- the rights --------------------------------------------------------------------------------


@dataclass(frozen=True)
class Right:
    """What one role may do with one record type; the words are those of :data:`SCOPES`.

    ``columns``: fields that may be changed, None for all. ``fields_set``: fields that may be given
    on a new record, None for all. ``steps``: changes of state, None for all of the state machine.
    ``update_states``, ``delete_states``: only while the record is in one of these states.
    """

    select: Tuple[str, ...] = NONE
    insert: Tuple[str, ...] = NONE
    update: Tuple[str, ...] = NONE
    delete: Tuple[str, ...] = NONE
    columns: Optional[Tuple[str, ...]] = None
    fields_set: Optional[Tuple[str, ...]] = None
    steps: Optional[Tuple[Tuple[str, str], ...]] = None
    initial: Optional[Tuple[str, ...]] = None
    update_states: Tuple[str, ...] = ()
    delete_states: Tuple[str, ...] = ()

    def scope(self, operation: str) -> Tuple[str, ...]:
        """The words for one of :data:`OPERATIONS`."""
        return tuple(getattr(self, operation))


_FULL = Right(ALL, ALL, ALL, ALL)
_READ = Right(ALL)
_NOTHING = Right()

#: States into which only the coordinator (or the administrator) brings a record.
DECIDING_STATES: Mapping[str, Tuple[str, ...]] = {
    "incident": ("anonymised",),
    "problem": ("measures_decided",),
    "measure": ("decided",),
    "period": ("adopted", "shared", "followed_up"),
    "document": ("decided", "in_force", "being_followed_up", "replaced"),
}
#: Record types that only they bring out of those states again, too.
ADOPTED_FOR_GOOD = ("period", "document")

#: What a reporter tells; the rest of an incident is the handling (``handling = yes`` in forms/).
_INCIDENT_TOLD = (
    "category", "subcategory", "severity", "description", "place_name", "place_type",
    "place_precision", "time_from", "time_to", "time_certainty", "recurrence", "reported_at",
    "source", "people_count", "people_age", "immediate_actions", "police_reported", "photo",
    "photo_confirmed", "reporter_organisation", "reporter_role", "reporter_id", "channel",
    "status", "geom",
)
#: Filled in by machines from the place; a field app or a form may send them along.
_INCIDENT_DERIVED = ("area", "deso", "regso")

_ANSWER = ("answered_at", "answer")
_POINT_ANSWER = ("status", "answer")
_POINT_STEPS = (
    ("distributed", "answered"), ("distributed", "done"), ("distributed", "declined"),
    ("answered", "done"), ("answered", "declined"), ("done", "answered"), ("declined", "answered"),
)
_POINT_TOLD = (
    "walk", "number", "theme", "works_well", "place_name", "description", "photo",
    "photo_confirmed", "proposal", "status", "geom",
)
_PROGRESS = ("status", "start_date", "end_date", "hours")
_PROGRESS_STEPS = (("decided", "ongoing"), ("ongoing", "completed"))

#: Record type → role → right. The coordinator and the administrator stand in :data:`_LIMITED`
#: only where they may not do everything; a role that is not named may nothing.
_RIGHTS: Mapping[str, Mapping[str, Right]] = {
    # The standard form. A reporter corrects a report until its review begins, answers when it
    # needs completion, and takes back a draft; what has come in is a public record and stays.
    "incident": {
        REPORTER: Right(
            ("own", "concerned", "involved"), ("own",), ("own",), ("own",),
            columns=(*_INCIDENT_TOLD, *_INCIDENT_DERIVED),
            fields_set=(*_INCIDENT_TOLD, *_INCIDENT_DERIVED),
            steps=(("draft", "submitted"), ("needs_completion", "under_review")),
            initial=("draft", "submitted"),
            update_states=("draft", "submitted", "needs_completion"),
            delete_states=("draft",),
        ),
        PARTNER: Right(("shared", "concerned", "involved")),
        CASE_OFFICER: Right(ALL, ALL, ALL),
    },
    "incident_forward": {
        REPORTER: Right(("own",), NONE, ("own",), columns=_ANSWER),
        PARTNER: Right(("own",), NONE, ("own",), columns=_ANSWER),
        CASE_OFFICER: Right(ALL, ALL, ALL),
    },
    # The address for feedback: never another organisation's, never a partner's.
    "reporter_contact": {
        REPORTER: Right(
            ("own",), ("own",), ("own",), ("own",),
            columns=("function_address",), fields_set=("incident", "function_address"),
        ),
        CASE_OFFICER: Right(ALL, ALL, ALL, ALL),
    },
    # Which news of its incidents an organisation has read.
    "feedback_receipt": {
        REPORTER: Right(("own",), ("own",), ("own",), columns=("state", "read_at")),
        PARTNER: Right(("own",), ("own",), ("own",), columns=("state", "read_at")),
        CASE_OFFICER: _FULL,
    },
    "problem": {PARTNER: Right(("shared", "concerned")), CASE_OFFICER: Right(ALL, ALL, ALL)},
    "problem_incident": {PARTNER: Right(("shared",)), CASE_OFFICER: _FULL},
    "problem_light": {PARTNER: Right(("shared",)), CASE_OFFICER: Right(ALL, ALL, ALL)},
    "cause": {PARTNER: Right(("shared",)), CASE_OFFICER: Right(ALL, ALL, ALL)},
    "measure": {
        PARTNER: Right(
            ("shared", "own"), NONE, ("own",), columns=_PROGRESS, steps=_PROGRESS_STEPS,
            update_states=("decided", "ongoing", "completed"),
        ),
        CASE_OFFICER: Right(ALL, ALL, ALL),
    },
    "measure_cause": {PARTNER: Right(("shared",)), CASE_OFFICER: _FULL},
    "follow_up": {PARTNER: Right(("shared",)), CASE_OFFICER: Right(ALL, ALL, ALL)},
    "meeting": {PARTNER: Right(("involved",)), CASE_OFFICER: Right(ALL, ALL, ALL)},
    "meeting_participant": {PARTNER: Right(("shared",)), CASE_OFFICER: _FULL},
    "meeting_point": {PARTNER: Right(("shared",)), CASE_OFFICER: _FULL},
    "decision": {PARTNER: Right(("shared", "own")), CASE_OFFICER: Right(ALL, ALL, ALL)},
    "decision_problem": {PARTNER: Right(("shared",)), CASE_OFFICER: _FULL},
    "decision_measure": {PARTNER: Right(("shared",)), CASE_OFFICER: _FULL},
    "period": {PARTNER: Right(("shared",)), CASE_OFFICER: Right(ALL, ALL, ALL)},
    "area_light": {PARTNER: Right(("shared",)), CASE_OFFICER: Right(ALL, ALL, ALL)},
    "priority_place": {PARTNER: Right(("shared", "own")), CASE_OFFICER: _FULL},
    "document": {PARTNER: Right(("shared",)), CASE_OFFICER: Right(ALL, ALL, ALL)},
    # An edition is what was adopted, word for word: nobody changes one afterwards.
    "edition": {PARTNER: Right(("shared", "public")), CASE_OFFICER: _READ},
    "agreement": {PARTNER: Right(("involved",)), CASE_OFFICER: Right(ALL, ALL, ALL)},
    "agreement_party": {PARTNER: Right(("shared",)), CASE_OFFICER: Right(ALL, ALL, ALL)},
    # The log of disclosures: who exports, writes; who answers for the register, reads.
    "disclosure": {CASE_OFFICER: Right(NONE, ALL)},
    "walk": {
        REPORTER: Right(("involved",)),
        PARTNER: _READ,
        CASE_OFFICER: Right(ALL, ALL, ALL),
    },
    "walk_participant": {REPORTER: Right(("shared",)), PARTNER: _READ, CASE_OFFICER: _FULL},
    # Those who walk note points; those who own a point answer.
    "walk_point": {
        REPORTER: Right(
            ("involved", "own"), ("involved",), ("own",),
            columns=_POINT_ANSWER, fields_set=_POINT_TOLD, steps=_POINT_STEPS,
        ),
        PARTNER: Right(ALL, NONE, ("own",), columns=_POINT_ANSWER, steps=_POINT_STEPS),
        CASE_OFFICER: Right(ALL, ALL, ALL),
    },
    "survey_value": {PARTNER: _READ, CASE_OFFICER: Right(ALL, ALL, ALL)},
    "actor": {REPORTER: _READ, PARTNER: _READ, CASE_OFFICER: _READ},
    "area": {REPORTER: _READ, PARTNER: _READ, CASE_OFFICER: _READ},
}

#: What even the coordinator and the administrator may not do: rewrite what was adopted or logged.
_LIMITED: Mapping[str, Right] = {
    "edition": Right(ALL, ALL, NONE, NONE),
    "disclosure": Right(ALL, ALL, ALL, NONE),
}

#: Code lists: everyone reads them, the coordinator extends them; a code is retired, never removed.
CODES: Mapping[str, Right] = {
    REPORTER: _READ,
    PARTNER: _READ,
    CASE_OFFICER: _READ,
    COORDINATOR: Right(ALL, ALL, ALL),
    ADMINISTRATOR: Right(ALL, ALL, ALL),
}

#: Record types whose history nobody but the administrator reads: a disposed or withdrawn address
#: must not live on there.
HIDDEN_HISTORY = ("reporter_contact",)
#: Role → record types whose history it reads, and of which records: only those that it reads
#: through these words. A partner does not see what stood in others' records before they were
#: shared.
HISTORY: Mapping[str, Mapping[str, Tuple[str, ...]]] = {
    REPORTER: {"incident": ("own",)},
    PARTNER: {"measure": ("own",)},
}

#: Ways past the rules of transition that a database offers, and who may take them.
MODES: Mapping[str, Tuple[str, ...]] = {
    "importing": (CASE_OFFICER, COORDINATOR, ADMINISTRATOR),
    "restoring": (COORDINATOR, ADMINISTRATOR),
    "disposing": (COORDINATOR, ADMINISTRATOR),
    "moving": (ADMINISTRATOR,),
}

#: Who gives and takes the rights of logins, and who sees the list of them.
LOGIN_MANAGERS = (ADMINISTRATOR,)
LOGIN_READERS = (COORDINATOR, ADMINISTRATOR)

#: Settings that come from the workspace's making; everything else the coordinator may set.
FIXED_SETTINGS = ("schema_version", "standard_version", "workspace_id", "crs")
SETTING_WRITERS = (COORDINATOR, ADMINISTRATOR)


def right_of(role: str, record: str) -> Right:
    """What a role may do with a record type. A record type of the municipality's own is read and
    written by case officers, the coordinator and the administrator; others may nothing."""
    if role in (COORDINATOR, ADMINISTRATOR, OWNER):
        return _LIMITED.get(record, _FULL)
    known = _RIGHTS.get(record)
    if known is None:
        return Right(ALL, ALL, ALL) if role == CASE_OFFICER else _NOTHING
    right = known.get(role, _NOTHING)
    return _without_deciding(right, record) if role == CASE_OFFICER else right


def deciding_step(record: str, from_: str, to: str) -> bool:
    """Whether a change of state is a decision that only the coordinator takes."""
    decided = DECIDING_STATES.get(record, ())
    return to in decided or (from_ in decided and record in ADOPTED_FOR_GOOD)


def _without_deciding(right: Right, record: str) -> Right:
    if record not in DECIDING_STATES:
        return right
    steps = tuple(
        (before, after)
        for before, following in MACHINES[record].steps.items()
        for after in following
        if not deciding_step(record, before, after)
    )
    return replace(right, steps=steps)


def may(role: str, record: str, operation: str, field: Optional[str] = None) -> bool:
    """Whether a role may ever do this with a record of the type: what a panel switches off by.

    ``field``: asked of ``update`` and ``insert``, whether that field may be given.
    """
    right = right_of(role, record)
    if not right.scope(operation):
        return False
    limited = {"update": right.columns, "insert": right.fields_set}.get(operation)
    return field is None or limited is None or field in limited


def may_step(role: str, record: str, from_: str, to: str) -> bool:
    """Whether a role may take a record from one state to another, if the state machine has it."""
    right = right_of(role, record)
    if not right.update:
        return False
    if right.update_states and from_ not in right.update_states:
        return False
    return right.steps is None or (from_, to) in right.steps


def may_go(role: str, mode: str) -> bool:
    """Whether a role may go past the rules in this way."""
    return role == OWNER or role in MODES.get(mode, ())


def sees_history(role: str, record: str) -> bool:
    """Whether a role may read history of any record of the type."""
    if record in HIDDEN_HISTORY:
        return role in (ADMINISTRATOR, OWNER)
    if role in HISTORY:
        return record in HISTORY[role]
    return "all" in right_of(role, record).select


def unknown_names(records: Mapping[str, RecordType]) -> Iterable[str]:
    """Names in the tables above that a standard does not have; a test and the SQL ask."""
    for record, roles in _RIGHTS.items():
        if record not in records:
            yield record
            continue
        known = {one.key for one in records[record].fields} | {"geom"}
        for right in roles.values():
            for listed in (right.columns, right.fields_set):
                yield from (f"{record}.{key}" for key in listed or () if key not in known)


def rights_table(records: Iterable[str]) -> Dict[str, Dict[str, Right]]:
    """Record type → role → right, for those who show or generate them all."""
    return {record: {role: right_of(role, record) for role in ROLES} for record in records}

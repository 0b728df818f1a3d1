"""Why an act of the reviewer's is switched off: the role, or what is chosen.

The one place where the panel asks for rights. A switched-off button protects nothing: on PostgreSQL
the database does; a GeoPackage has no logins, and there everyone may.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Mapping, Optional, Sequence, Tuple

from ....domain.rights import may, may_step
from ....domain.states import INCIDENT, allowed
from ....i18n import tr

if TYPE_CHECKING:
    from ....data.records import Record
    from ....data.workspace import Workspace
    from ....domain.personal_data import Finding

#: Act -> what it does to which record type: operation and field.
_NEEDS: Mapping[str, Tuple[str, str, Optional[str]]] = {
    "begin": ("incident", "update", "status"),
    "severity": ("incident", "update", "severity_reviewed"),
    "secrecy": ("incident", "update", "secrecy"),
    "place": ("incident", "update", "geom"),
    "clean": ("incident", "update", "description"),
    "duplicates": ("incident", "update", "duplicate_of"),
    "forward": ("incident_forward", "insert", None),
    "problem": ("problem_incident", "insert", None),
}
#: Acts that end in a state.
TARGETS: Mapping[str, str] = {
    "begin": "under_review", "approve": "approved", "complete": "needs_completion",
    "reject": "rejected",
}  # fmt: skip


def why_off(
    workspace: Optional[Workspace], act: str, record: Optional[Record],
    findings: Mapping[str, Sequence[Finding]],
) -> str:
    """Why an act on incidents can't be done now; empty when it can. ``workspace``: None while
    nothing is chosen; ``record``: the one incident that is, with what its texts may tell of
    persons, or None for several."""
    if workspace is None:
        return tr("Choose an incident first.")
    if act in ("place", "duplicates") and record is None:
        return tr("Choose one incident only.")
    if act == "clean" and record is not None and not findings:
        return tr("Nothing in the texts looks like personal data.")
    return why_not(workspace, act, record)


def why_not(workspace: Workspace, act: str, record: Optional[Record]) -> str:
    """Why an act can't be done, as a sentence; empty when it can. ``record``: the one incident
    that is chosen, None for several."""
    role = workspace.role
    if role:
        if act in TARGETS and not _role_may_reach(role, TARGETS[act]):
            return tr("Your role does not review incidents.")
        needed = _NEEDS.get(act)
        if needed is not None and not may(role, *needed):
            return tr("Your role may not do this.")
    if record is None or act not in TARGETS:
        return ""
    state = str(record["status"])
    if state == TARGETS[act]:
        return tr("The incident is in that state already.")
    if state in ("draft", "fed_back", "closed", "anonymised"):
        return tr("The incident is a draft, or has gone too far to be reviewed again.")
    return ""


def _role_may_reach(role: str, state: str) -> bool:
    # a reporter who answers takes a step of the same name, but judges nothing
    return may(role, "incident", "update", "severity_reviewed") and any(
        allowed(INCIDENT, before, state) and may_step(role, "incident", before, state)
        for before in INCIDENT.states
    )

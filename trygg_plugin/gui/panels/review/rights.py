"""Why an act of the reviewer's is switched off: the role, or what is chosen.

What the role may stands in ``domain/``; a switched-off button protects nothing, on PostgreSQL the
database does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Mapping, Optional, Sequence

from ....i18n import tr
from ...rights import why_not as role_may_not

if TYPE_CHECKING:
    from ....data.records import Record
    from ....data.workspace import Workspace
    from ....domain.personal_data import Finding

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
    refused = role_may_not(workspace, "problem.link" if act == "problem" else f"incident.{act}")
    if refused:
        return refused
    if record is None or act not in TARGETS:
        return ""
    state = str(record["status"])
    if state == TARGETS[act]:
        return tr("The incident is in that state already.")
    if state in ("draft", "fed_back", "closed", "anonymised"):
        return tr("The incident is a draft, or has gone too far to be reviewed again.")
    return ""

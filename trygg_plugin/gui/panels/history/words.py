"""Sentences of the history panel: what was done, by whom, and what it altered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....i18n import tr
from ...written import moment

if TYPE_CHECKING:
    from datetime import datetime

    from ....data.casework.versions import Difference, Entry


def operation_text(operation: str) -> str:
    """What kind of change it was."""
    return {
        "insert": tr("created"),
        "update": tr("changed"),
        "delete": tr("deleted"),
        "restore": tr("restored"),
    }.get(operation, operation)


def when_text(at: datetime) -> str:
    """The time on the user's clock, to the minute."""
    return moment(at.astimezone())


def who_text(entry: Entry) -> str:
    """Who made a change, never guessed."""
    if entry.verified:
        return entry.who or tr("unknown")
    if entry.who is None:
        return tr("unknown (made without Trygg)")
    return tr("{who} (not verified: made without Trygg)").format(who=entry.who)


def entry_title(entry: Entry) -> str:
    """The line of one version."""
    return tr("{when} – {what} by {who}").format(
        when=when_text(entry.at), what=operation_text(entry.operation), who=who_text(entry)
    )


def difference_text(difference: Difference) -> str:
    """One field before and after."""
    if not difference.old and not difference.new:
        return difference.label
    if not difference.old:
        return f"{difference.label}: {difference.new}"
    return f"{difference.label}: {difference.old} → {difference.new or tr('(empty)')}"

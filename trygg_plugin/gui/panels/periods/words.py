"""What the panel of periods says: changes as words and sentences, states as next actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....i18n import fill, tr

if TYPE_CHECKING:
    from ....reports.figures import Change


def verdict_word(change: Change) -> str:
    """What the test says of a change, in a word or two."""
    return {
        "higher": tr("more"),
        "lower": tr("fewer"),
        "unclear": tr("may be chance"),
        "unknown": tr("not known"),
    }[change.verdict]


def previous_sentence(change: Change) -> str:
    """How a count stands against the period before."""
    return _sentence(change, {
        "higher": tr("More than in the previous period ({before}), by more than chance explains."),
        "lower": tr("Fewer than in the previous period ({before}), by more than chance explains."),
        "unclear": tr("The difference from the previous period ({before}) may be chance."),
        "unknown": tr("There are no data from the whole previous period."),
    })  # fmt: skip


def last_year_sentence(change: Change) -> str:
    """How a count stands against the same period last year."""
    return _sentence(change, {
        "higher": tr("More than in the same period last year ({before}), by more than chance "
                     "explains."),
        "lower": tr("Fewer than in the same period last year ({before}), by more than chance "
                    "explains."),
        "unclear": tr("The difference from the same period last year ({before}) may be chance."),
        "unknown": tr("There are no data from the whole of the same period last year."),
    })  # fmt: skip


def edition_sentence(change: Change) -> str:
    """How a count stands against that of an earlier edition."""
    return _sentence(change, {
        "higher": tr("{after} against {before}: more than chance explains."),
        "lower": tr("{after} against {before}: fewer than chance explains."),
        "unclear": tr("{after} against {before}: the difference may be chance."),
        "unknown": tr("{after}: nothing to compare with."),
    })  # fmt: skip


def next_action(state: str) -> str:
    """What the button says that takes a period onward; empty at the end."""
    return {
        "collecting": tr("Close the period"),
        "closed": tr("Begin the draft"),
        "draft": tr("Take it to the EST meeting"),
        "est_meeting": tr("Adopt…"),
        "adopted": tr("Mark as shared"),
        "shared": tr("Mark as followed up"),
    }.get(state, "")


def state_hint(state: str) -> str:
    """What a period in a state waits for."""
    return {
        "collecting": tr("Reports of the period are coming in."),
        "closed": tr("What arrives from now on is shown as late."),
        "draft": tr("Write the analysis and judge the traffic lights."),
        "est_meeting": tr("The EST group deals with the picture; adopt it afterwards."),
        "adopted": tr("The picture never changes any more. Share it with those who need it."),
        "shared": tr("Follow up the measures when the period after it has passed."),
        "followed_up": tr("The period is finished."),
    }.get(state, "")


def _sentence(change: Change, sentences: dict) -> str:
    return fill(sentences[change.verdict], before=change.before, after=change.after)

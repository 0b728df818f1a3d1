"""How the list is read: at once where an index answers, else away from the window.

What has to be looked through (words, a stretch of the map) is looked through once, in a thread. Its
answer is the key of every incident found: from then on pages, places in the list and what an act
changes are asked by key, so that nothing waits for another look through all that waits.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, List, NamedTuple, Optional, Sequence, Set, Tuple

from ....i18n import tr
from ...record_table import PAGE, Question, Row
from ..parts.asking import Asking

if TYPE_CHECKING:
    from ....data.casework.queue import QueueFilter
    from ....data.workspace import Workspace
    from .page import ReviewPage


@dataclass(frozen=True)
class FoundQuestion(Question):
    """A question whose answer is known by its keys, in their order."""

    keys: Sequence[int] = ()

    def read(self, workspace: Workspace, number: int = 0) -> List[Row]:
        some = tuple(self.keys[number * PAGE : (number + 1) * PAGE])
        marks = ", ".join(["{p}"] * len(some)) or "NULL"
        rows = workspace.query(
            f"SELECT {self.key} AS row_key, {self.columns} FROM {self.tables} "  # nosec B608 parts of ours
            f"WHERE {self.key} IN ({marks})", some,
        )  # fmt: skip
        by_key = {int(row["row_key"]): row for row in rows}
        return [by_key[key] for key in some if key in by_key]


class _Answer(NamedTuple):
    """What was found, and after which change of the workspace."""

    last_change: int
    keys: Sequence[int]


class Reading:
    """Fills the page's table, and says which of its rows an incident has."""

    def __init__(self, page: ReviewPage) -> None:
        self._page = page
        self._asking = Asking()
        self.forget()

    def forget(self) -> None:
        """Another workspace, or none: nothing is read or waited for."""
        self._asking.stop()
        #: what is being looked for away from the window: after which change, and which filter
        self._asked: Optional[Tuple[int, QueueFilter]] = None
        self._read: Optional[Tuple[int, QueueFilter]] = None
        #: what the table shows
        self._shown: Optional[QueueFilter] = None
        self._keys: Optional[Sequence[int]] = None
        self._gone: Set[int] = set()

    @property
    def waiting(self) -> bool:
        """Whether an answer is still to come."""
        return self._asked is not None

    @property
    def is_fresh(self) -> bool:
        """Whether the table shows, or will show, what the workspace holds for the filters."""
        now = (self._page.workspace.last_change(), self._page.filters.wanted())
        return now in (self._read, self._asked)

    def ask(self, row: Optional[int] = None, uuid: Optional[str] = None) -> None:
        """Ask for what the filters want, and choose ``uuid``, or else what stands in ``row``, or
        else what was chosen."""
        wanted = self._page.filters.wanted()
        self._asking.stop()
        self._asked = None
        if wanted.looks_through:
            self._look_for(wanted, row, uuid)
        else:
            self._read_at_once(wanted, row, uuid)

    def after(
        self, touched: Sequence[str], row: Optional[int] = None, uuid: Optional[str] = None
    ) -> None:
        """Show what an act, or taking it back, has left of the list; ``touched``: incidents that
        were written."""
        shown, waited = self._shown, self.waiting
        if shown is None or self._keys is None:
            self._read_at_once(shown or self._page.filters.wanted(), row, uuid)
        else:
            from ....data.casework.queue import keys_of

            with self._page.workspace.reading():
                there = set(keys_of(self._page.workspace, touched, shown).values())
                every = set(keys_of(self._page.workspace, touched).values())
                self._gone = (self._gone | every) - there
                self._show_found(shown, row, uuid)
        if waited:
            self.ask()

    def row_of(self, uuid: str) -> Optional[int]:
        """Which row an incident has, wherever in the list; None when it is not in it."""
        from ....data.casework.queue import keys_of, position

        workspace = self._page.workspace
        if self._keys is None:
            return position(workspace, self._page.filters.wanted(), uuid)
        key = keys_of(workspace, [uuid]).get(uuid)
        keys = self._left()
        return keys.index(key) if key in keys else None

    # --- how

    def _read_at_once(
        self, wanted: QueueFilter, row: Optional[int], uuid: Optional[str]
    ) -> None:
        from ....data.casework.queue import position

        page = self._page
        keep, at = self._wished(row, uuid)
        with page.workspace.reading():
            self._read = (page.workspace.last_change(), wanted)
            self._shown, self._keys = wanted, None
            parts = _parts(page.workspace, wanted)
            page.table.ask(page.workspace, Question(**parts))
            rows = [page.table.find(one, at) for one in keep]
            rows = sorted(row for row in rows if row >= 0)
            if not rows and uuid is not None:
                elsewhere = position(page.workspace, wanted, uuid)
                rows = [] if elsewhere is None else [elsewhere]
            page.show_list(rows or [at])

    def _look_for(self, wanted: QueueFilter, row: Optional[int], uuid: Optional[str]) -> None:
        from ....data.casework.queue import keys

        page, workspace = self._page, self._page.workspace

        def look() -> _Answer:
            with workspace.reading():
                return _Answer(workspace.last_change(), keys(workspace, wanted))

        def told(answer: Optional[_Answer], problem: str) -> None:
            self._asked = None
            if page.shell.current.workspace is not workspace:
                return
            if answer is None:
                page.say_count()
                page.shell.messages.warning(problem)
                return
            self._read = (answer.last_change, wanted)
            self._keys, self._gone = answer.keys, set()
            with workspace.reading():
                self._show_found(wanted, row, uuid)

        self._asked = (workspace.last_change(), wanted)
        page.say_count()
        self._asking.ask(tr("Searching the queue"), look, told)

    def _show_found(
        self, wanted: QueueFilter, row: Optional[int], uuid: Optional[str]
    ) -> None:
        from ....data.casework.queue import keys_of

        page = self._page
        keep, at = self._wished(row, uuid)
        left = self._left()
        self._shown = wanted
        known = keys_of(page.workspace, keep)
        question = FoundQuestion(**_parts(page.workspace, wanted), keys=left)
        page.table.show(page.workspace, question, len(left))
        chosen = set(known.values())
        rows = [number for number, key in enumerate(left) if key in chosen] if chosen else []
        page.show_list(rows or [at])

    def _wished(self, row: Optional[int], uuid: Optional[str]) -> Tuple[List[str], int]:
        """The incidents to choose, and the row to choose where none of them is in the list."""
        page = self._page
        at = row if row is not None else max(page.list.currentIndex().row(), 0)
        if uuid is not None:
            return [uuid], at
        if row is not None:
            return [], at
        return ([page.record.uuid] if page.record is not None else page.list.uuids()), at

    def _left(self) -> Sequence[int]:
        """What was found and has not left the list since."""
        assert self._keys is not None  # nosec B101  (asked only when something was looked for)
        if not self._gone:
            return self._keys
        return [key for key in self._keys if key not in self._gone]


def _parts(workspace: Workspace, wanted: QueueFilter) -> Any:
    from ....data.casework.queue import question

    parts = question(workspace, wanted)
    return {
        "columns": parts.columns, "tables": parts.tables, "where": parts.where,
        "order": parts.order, "parameters": parts.parameters, "key": parts.key,
    }  # fmt: skip

"""Runs a reviewer's acts: many in small parts with progress; the last are undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Dict, List, Optional, Sequence, Tuple

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ....domain.errors import DomainError
from ....i18n import tr, tr_error

if TYPE_CHECKING:
    from ....data.casework.review import Done, Seen
    from ...shell import Shell

#: Incidents written in one transaction: little enough that the window answers in between.
PART = 20
#: Acts that can be taken back, the newest first.
KEPT = 50

Act = Callable[[Sequence["Seen"]], "Done"]


class Acts(QObject):
    """What the panel has done, one act at a time."""

    #: what was done or why it was not, for the panel's own line
    told = pyqtSignal(str)
    #: incidents done and all of them; equal at the end
    progressed = pyqtSignal(int, int)
    #: an act is over: what was done
    finished = pyqtSignal(object)

    def __init__(self, shell: Shell, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._done: List[Tuple[str, Done]] = []
        self._stands_for: Dict[Tuple[str, int], int] = {}
        self._running: Optional[_Running] = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._part)

    @property
    def busy(self) -> bool:
        return self._running is not None

    @property
    def can_undo(self) -> str:
        """What would be undone; empty when there is nothing."""
        return self._done[-1][0] if self._done else ""

    def forget(self) -> None:
        """Another workspace: nothing to undo in it yet."""
        self._done, self._stands_for = [], {}
        if self._running is not None:
            # its parts so far stay written; in the other workspace they mean nothing
            self._running = None
            self._timer.stop()
            self.progressed.emit(0, 0)

    def stop(self) -> None:
        """Leave the rest of a running act undone; what is done can be taken back."""
        if self._running is not None:
            self._running.left = []

    def run(self, what: str, seen: Sequence[Seen], act: Act) -> None:
        """Do an act; ``what`` says in the past tense what was done, such as "Approved"."""
        if self.busy:
            self.told.emit(tr("Wait until what is running is done, or cancel it."))
        if self.busy or not seen:
            return
        self._running = _Running(what, list(seen), act)
        if len(seen) > PART:
            self.progressed.emit(0, len(seen))
        # the first part at once: one incident is done before the key is up again
        self._part()

    def do(self, action: Callable[[], Any], done: str) -> bool:
        """Run any writing of this workspace so that it can be undone; False when refused."""
        from ....data.casework.review import Done
        from ....data.casework.undo import changes_since, mark
        from ....data.errors import DataError

        workspace = self._shell.current.workspace
        if workspace is None:
            return False
        try:
            before = mark(workspace)
            action()
            changes = tuple(changes_since(workspace, before))
        except (DataError, DomainError) as error:
            self._shell.messages.error(error)
            return False
        self._keep(done, Done(changes=changes))
        self.told.emit(done)
        return True

    def undo(self) -> Optional[Done]:
        """Take back the act done last; gives it, or None when it could not be."""
        from ....data.casework.review import take_back
        from ....data.errors import DataError
        from ..parts.doing import user_name

        workspace = self._shell.current.workspace
        if workspace is None or self.busy or not self._done:
            return None
        what, last = self._done[-1]
        try:
            take_back(workspace, last, self._stands_for, user=user_name())
        except (DataError, DomainError) as error:
            # it will not become possible again: what lies under it may still be
            self._done.pop()
            self._shell.messages.error(error)
            return None
        self._done.pop()
        self.told.emit(tr("Undone: {what}").format(what=what))
        return last

    def _part(self) -> None:
        from ....data.errors import DataError

        running = self._running
        if running is None:
            return
        part, running.left = running.left[:PART], running.left[PART:]
        try:
            outcome = running.act(part)
            running.done = outcome if running.done is None else running.done + outcome
        except (DataError, DomainError) as error:
            running.left = []
            self._shell.messages.error(error)
        if running.total > PART:
            self.progressed.emit(running.total - len(running.left), running.total)
        if running.left:
            self._timer.start(0)
        else:
            self._end(running)

    def _end(self, running: _Running) -> None:
        self._running = None
        done = running.done
        if done is None:
            self.finished.emit(None)
            return
        count = len(done.uuids)
        if count:
            said = (
                running.what if running.total == 1
                else tr("{what}: {count} incidents").format(what=running.what, count=count)
            )
            self._keep(said, done)
            self.told.emit(said)
            if running.total > 1:
                self._shell.messages.success(f"{said}.", (tr("Undo"), self._undo_from_message))
        self._tell_refused(done)
        self.finished.emit(done)

    def _tell_refused(self, done: Done) -> None:
        if not done.refused:
            return
        sentence = tr_error(done.refused[0][1])
        for _uuid, error in done.refused[1:]:
            self._shell.messages.log(tr_error(error))
        more = len(done.refused) - 1
        if more:
            sentence += " " + tr("{count} more: see the log tab Trygg.").format(count=more)
        self._shell.messages.warning(sentence)

    def _undo_from_message(self) -> None:
        undone = self.undo()
        if undone is not None:
            self.finished.emit(undone)

    def _keep(self, said: str, done: Done) -> None:
        if done.changes:
            self._done = [*self._done[-KEPT + 1 :], (said, done)]


class _Running:
    def __init__(self, what: str, seen: List[Seen], act: Act) -> None:
        self.what, self.left, self.act = what, seen, act
        self.total = len(seen)
        self.done: Optional[Done] = None

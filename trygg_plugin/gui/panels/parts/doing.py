"""One action of a panel: done as a whole, told with a link that takes it back, or refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, List, Optional

from qgis.core import QgsApplication

from ....domain.errors import DomainError
from ....i18n import tr, tr_error

if TYPE_CHECKING:
    from ....data.history import Change
    from ...shell import Shell


def user_name() -> Optional[str]:
    """Who history shall name; PostgreSQL knows by the login and does not ask."""
    return QgsApplication.userLoginName() or None


class Doing:
    """What one panel has done last, so that it can be undone."""

    def __init__(self, shell: Shell, told: Callable[[], None] = lambda: None) -> None:
        self._shell = shell
        self._told = told
        self._last: List[Change] = []

    @property
    def can_undo(self) -> bool:
        return bool(self._last)

    def forget(self) -> None:
        """Another workspace is open: nothing to undo in it yet."""
        self._last = []
        self._told()

    def do(self, action: Callable[[], Any], done: str) -> bool:
        """Run an action and say what was done; False when it was refused, and why is told."""
        refusal = self.attempt(action, done)
        if refusal:
            self._shell.messages.warning(refusal)
        return not refusal

    def attempt(self, action: Callable[[], Any], done: str) -> str:
        """The same for a dialog, which says itself why it was refused: that sentence, or ""."""
        from ....data.casework.undo import changes_since, mark
        from ....data.errors import DataError

        workspace = self._shell.current.workspace
        if workspace is None:
            return tr(
                "No workspace is open. Open its project, create a workspace, or try the demo."
            )
        try:
            before = mark(workspace)
            action()
            self._last = changes_since(workspace, before)
        except (DataError, DomainError) as error:
            return tr_error(error)
        self._told()
        if done:
            link = (tr("Undo"), self.undo) if self._last else None
            self._shell.messages.success(done, link)
        return ""

    def undo(self) -> None:
        """Take back what was done last; a second time takes the undo back."""
        from ....data.casework.undo import undo

        workspace, last = self._shell.current.workspace, self._last
        if workspace is None or not last:
            return
        self.do(
            lambda: undo(workspace, last, user=user_name(), note=tr("Undone")), tr("Undone.")
        )

"""Says when a GeoPackage is asked for more than it can promise, and shows the way to PostgreSQL.

On a network drive, or while another program has it open, edits may wait, be refused, or at worst
damage the file. It is told once when it is noticed; everything goes on as before.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from threading import Thread
from typing import TYPE_CHECKING, List, Optional, Set

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..i18n import tr
from ..project.layer_keys import workspace_layers
from . import settings
from .panels.parts.doing import user_name

if TYPE_CHECKING:
    from ..data.shared_file import Session, SessionFile
    from .messages import Link
    from .shell import Shell


class SharedFilePart:
    """Looks when a workspace is opened, and once a minute afterwards, away from the window."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._file: Optional[SessionFile] = None
        self._source = ""
        self._look: Optional[_Look] = None
        self._told: Set[str] = set()
        self._watch: Optional[_Watch] = None
        self._timer: Optional[QTimer] = None

    def load(self) -> None:
        self._watch = _Watch()
        self._watch.seen.connect(self._seen)
        self._timer = QTimer(self._watch)
        self._timer.timeout.connect(self.look)
        self._shell.current.changed.connect(self._opened)
        self._opened()

    def unload(self) -> None:
        self._shell.current.changed.disconnect(self._opened)
        self._close()
        if self._watch is not None:
            self._watch.seen.disconnect(self._seen)
            self._watch.deleteLater()
            self._watch, self._timer = None, None

    def look(self) -> None:
        """Show that this session lives, and see whether there is something to tell."""
        if self._file is None or self._look is not None or self._watch is None:
            return
        self._look = _Look(self._file, self._source, self._editing())
        self._watch.look(self._look)

    # --- inside

    def _opened(self) -> None:
        self._close()
        workspace = self._shell.current.workspace
        # a server keeps its sessions apart by itself
        if workspace is None or getattr(workspace.engine, "path", None) is None:
            return
        # not with QGIS: the data room comes with the first workspace
        from ..data.shared_file import BEAT, SessionFile

        self._source = str(workspace.engine.path)
        self._file = SessionFile(
            self._source, user_name() or "", now=datetime.now().timestamp()
        )
        self._told = set()
        if self._timer is not None:
            self._timer.start(BEAT * 1000)
        self.look()

    def _close(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._look = None
        if self._file is not None:
            self._file.close()
            self._file = None

    def _editing(self) -> bool:
        return any(layer.isEditable() for layer in workspace_layers(QgsProject.instance()))

    def _seen(self, look: _Look) -> None:
        if look is not self._look:
            look.file.close()  # of a workspace that has been closed while it looked
            return
        self._look = None
        if look.drive is not None:
            self._tell("network", tr(
                "The workspace lies on the network drive {drive}. A GeoPackage there may be "
                "damaged when several people write at once. One at a time is safe; for several, "
                "move it to PostgreSQL.").format(drive=look.drive))  # fmt: skip
        for session in look.others:
            self._tell(f"{session.key}{session.editing}", _sentence(session))
        if look.programs and not look.others:
            self._tell("programs", tr(
                "Another program on this computer has the workspace open. Saving may have to wait "
                "for it."))  # fmt: skip

    def _tell(self, key: str, sentence: str) -> None:
        quiet = self._quiet()
        if key in self._told or quiet is None or quiet.get():
            return
        self._told.add(key)
        move = self._shell.action("MoveHouse")
        way: Optional[Link] = None
        if move is not None:
            way = (tr("Move to PostgreSQL…"), move.trigger)
        self._shell.messages.warning(
            sentence, way, (tr("Don't show again for this workspace"), lambda: quiet.set(True))
        )

    def _quiet(self) -> Optional[settings.Setting[bool]]:
        workspace = self._shell.current.workspace
        if workspace is None:
            return None
        identity = workspace.meta.get("workspace_id", "")
        return settings.Setting(f"workspace/shared_is_known/{identity}", False, bool)


def _sentence(session: Session) -> str:
    who = session.user or tr("Someone")
    since = datetime.fromtimestamp(session.since).strftime("%H:%M")
    if session.editing:
        return tr(
            "{who} is editing this workspace on {host} (open since {since}). Saving may have to "
            "wait; what both change is shown side by side."
        ).format(who=who, host=session.host, since=since)
    return tr(
        "{who} has this workspace open on {host} since {since}. What both change is shown side by "
        "side when you save."
    ).format(who=who, host=session.host, since=since)


@dataclass
class _Look:
    """One look, and what was seen."""

    file: SessionFile
    source: str
    editing: bool
    drive: Optional[str] = None
    others: List[Session] = field(default_factory=list)
    programs: Set[int] = field(default_factory=set)


class _Watch(QObject):
    """Looks in a thread of its own: a drive that does not answer holds up nobody.

    No QgsTask: this one comes every minute, and is nothing for the list of tasks.
    """

    seen = pyqtSignal(object)

    def look(self, look: _Look) -> None:
        Thread(target=self._run, args=(look,), daemon=True).start()

    def _run(self, look: _Look) -> None:
        from ..data.shared_file import locking_programs, network_place

        try:
            look.drive = network_place(look.source)
            look.file.beat(look.editing)
            look.others = look.file.others()
            look.programs = locking_programs(look.source)
        except OSError:
            pass  # nothing was seen, which is what is told
        try:
            self.seen.emit(look)
        except RuntimeError:
            return  # the plugin has left meanwhile

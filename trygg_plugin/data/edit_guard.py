"""Keeps edits of layers from silently overwriting what someone else saved meanwhile.

Just before QGIS commits, the guard writes what the user means to change and which version
of it they started from (``trygg_intent``); the database's triggers refuse what is stale, QGIS keeps
the edit buffer, and the guard tells who changed what and when. In PostgreSQL a project's layers
send along which version an edit began with, so that the server refuses without the guard too;
the guard knows more: when the editing of the layer began, and what is about to be deleted.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Dict, Iterable, List, Mapping, Optional, Sequence, Set, Tuple

from qgis.core import QgsApplication, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from .conflict_edits import put_into_buffer, read_sides, write_restored
from .errors import DataError
from .merge import Decision, Sides, newest
from .refusals import explain_commit
from .schema import GEOMETRY, HISTORY
from .sql_text import name
from .workspace import Workspace

_CHUNK = 500


@dataclass(frozen=True)
class Conflict:
    """A record that the user wanted to save and that others have changed since.

    ``fields`` are the labels of what the others changed, in the workspace's language.
    """

    table: str
    uuid: str
    who: str
    at: datetime
    deleted: bool
    fields: Tuple[str, ...]
    sentence: str


class EditGuard(QObject):
    """Watches the layers of one workspace. Keep a reference for as long as they live."""

    #: a commit was refused: the layer, its conflicts, and the other refusals as sentences
    refused = pyqtSignal(object, list, list)

    def __init__(
        self, workspace: Workspace, user: Optional[str] = None, parent: Optional[QObject] = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._user = user or QgsApplication.userLoginName() or "unknown"
        self._watched: Dict[str, _Watched] = {}
        #: records whose unsaved edits are being settled, which may be written below them
        self._settling: Set[str] = set()
        workspace.guards.append(self._refuse_unsaved)
        workspace.listeners.append(self._refresh)

    def attach(self, layer: QgsVectorLayer) -> bool:
        """Watch a layer; False when it is not a record table of this workspace."""
        table = table_of_layer(layer, self._workspace)
        if table is None or layer.id() in self._watched:
            return table is not None
        self._watched[layer.id()] = _Watched(self, layer, table)
        return True

    def detach(self, layer_id: str) -> None:
        """Stop watching a layer, which may be gone already."""
        watched = self._watched.pop(layer_id, None)
        if watched is not None:
            watched.disconnect_all()

    def close(self) -> None:
        """Stop watching all layers."""
        for layer_id in list(self._watched):
            self.detach(layer_id)
        if self._refuse_unsaved in self._workspace.guards:
            self._workspace.guards.remove(self._refuse_unsaved)
        if self._refresh in self._workspace.listeners:
            self._workspace.listeners.remove(self._refresh)

    def accept(self, layer: QgsVectorLayer, seen: Optional[str] = None) -> None:
        """The user has seen what others changed and goes on: the next save counts from here.

        ``seen`` is the moment of history that was shown; what came later counts as unseen.
        """
        watched = self._watched.get(layer.id())
        if watched is not None:
            watched.base = self.moment() if seen is None else seen

    def conflicts(self, layer: QgsVectorLayer) -> List[Conflict]:
        """What others have changed of the records with unsaved edits, before any save."""
        watched = self._watched.get(layer.id())
        return [] if watched is None else self.conflicts_since(watched)

    def sides(self, layer: QgsVectorLayer) -> List[Sides]:
        """Mine, theirs and what both began from, of each record in conflict."""
        watched = self._watched.get(layer.id())
        if watched is None:
            return []
        with self._workspace.reading():
            uuids = list(self._touched(watched))
            changed = self._first_foreign(watched, uuids)
            return read_sides(
                self._workspace, layer, watched.table, watched.base,
                [uuid for uuid in uuids if uuid in changed],
            )  # fmt: skip

    def resolve(self, layer: QgsVectorLayer, decisions: Sequence[Decision], title: str) -> bool:
        """Save a layer's edits as decided; the layer stays in edit mode.

        Deleted records that come back are written first, all or none; the rest goes the way
        of every save. False when that is refused, which is told by :attr:`refused`; DataError
        when the first part is. Either way what was not saved is still in the buffer.
        """
        self._settling = {decision.sides.uuid for decision in decisions}
        try:
            restored = write_restored(self._workspace, decisions, self._user)
            put_into_buffer(layer, decisions, title)
        finally:
            self._settling = set()
        if restored:
            layer.dataProvider().reloadData()
        self.accept(layer, newest(decision.sides for decision in decisions))
        return bool(layer.commitChanges(False))

    # --- what the watched layers ask -----------------------------------------------------

    def moment(self) -> str:
        return self._workspace.moment()

    def declare(self, watched: _Watched) -> None:
        """Write the intents of a commit that is about to begin."""
        with self._workspace.reading():
            current = self._touched(watched)
            first = self._first_foreign(watched, list(current))
        if not current:
            return
        bases = {
            uuid: first[uuid]["version"] - 1 if uuid in first else version
            for uuid, version in current.items()
        }
        workspace = self._workspace
        workspace.engine.declare_intents(watched.table, workspace.session, self._user, bases)

    def withdraw(self, watched: _Watched) -> None:
        """Take the intents of a commit back, whatever became of it.

        Behind a lock they stay until they expire; nothing of the user's hangs on it.
        """
        try:
            self._workspace.engine.withdraw_intents(watched.table, self._workspace.session)
        except DataError:
            return

    def tell(self, watched: _Watched) -> None:
        """Say why a commit was refused."""
        others = explain_commit(
            watched.layer.commitErrors(), self._workspace.schema, self._workspace.language
        )
        try:
            conflicts = self.conflicts_since(watched)
        except DataError as error:  # behind a lock, or the connection is gone
            self.refused.emit(watched.layer, [], [error])
            return
        if conflicts:
            others = [one for one in others if getattr(one, "rule", "") not in ("stale", "deleted")]
        self.refused.emit(watched.layer, conflicts, others)

    def conflicts_since(self, watched: _Watched) -> List[Conflict]:
        with self._workspace.reading():
            uuids = list(self._touched(watched))
            changed = self._first_foreign(watched, uuids)
            return [self._conflict(watched, uuid) for uuid in uuids if uuid in changed]

    # --- inside -----------------------------------------------------------------------------

    def _touched(self, watched: _Watched) -> Dict[str, int]:
        """uuid and version as they stand in the database of all records with unsaved edits."""
        found: Dict[str, int] = {}
        for chunk in _chunks(sorted(watched.touched())):
            marks = ", ".join(["{p}"] * len(chunk))
            for row in self._workspace.query(
                f"SELECT uuid, version FROM {name(watched.table)} WHERE fid IN ({marks})",  # nosec B608
                chunk,
            ):
                found[row["uuid"]] = int(row["version"])
        return found

    def _first_foreign(
        self, watched: _Watched, uuids: Sequence[str]
    ) -> Dict[str, Mapping[str, Any]]:
        """Per record, the first change that others made since the layer's edits began."""
        found: Dict[str, Mapping[str, Any]] = {}
        later, moment = self._workspace.engine.since(watched.base)
        for chunk in _chunks(uuids):
            marks = ", ".join(["{p}"] * len(chunk))
            rows = self._workspace.query(
                f"SELECT uuid, min(version) AS version FROM {HISTORY} WHERE uuid IN ({marks}) "  # nosec B608
                f"AND {later} AND table_name = {{p}} AND (session IS NULL OR session <> {{p}}) "
                "GROUP BY uuid",
                [*chunk, *moment, watched.table, self._workspace.session],
            )
            found.update({row["uuid"]: row for row in rows})
        return found

    def _conflict(self, watched: _Watched, uuid: str) -> Conflict:
        workspace = self._workspace
        foreign = [
            change
            for change in workspace.history(uuid, table=watched.table, since=watched.base)
            if change.session != workspace.session
        ]
        last = foreign[-1]
        keys = list(dict.fromkeys(key for change in foreign for key in change.fields))
        deleted = last.operation == "delete"
        labels = tuple(self._label(watched.table, key) for key in keys) if not deleted else ()
        return Conflict(
            table=watched.table,
            uuid=uuid,
            who=last.user,
            at=last.at,
            deleted=deleted,
            fields=labels,
            sentence=self._sentence(watched.table, last.user, last.at, deleted, labels),
        )

    def _label(self, table: str, key: str) -> str:
        language = self._workspace.language
        if key == GEOMETRY:
            return {"sv": "plats", "en": "place"}[language]
        return str(self._workspace.standard.records[table].field(key).label[language])

    def _sentence(
        self, table: str, who: str, at: datetime, deleted: bool, fields: Sequence[str]
    ) -> str:
        language = self._workspace.language
        record = self._workspace.standard.records[table].label[language]
        local = at.astimezone()
        when = local.strftime("%Y-%m-%d %H:%M")
        if language == "sv":
            by = "någon i ett program utan Trygg" if who == "unknown" else who
            what = "togs bort" if deleted else f"ändrades ({', '.join(fields)})"
            return (
                f"{record} {what} av {by} {when}, efter att du börjat redigera. Dina ändringar "
                "är inte sparade men finns kvar i lagret."
            )
        by = "someone in a program without Trygg" if who == "unknown" else who
        what = "was deleted" if deleted else f"was changed ({', '.join(fields)})"
        return (
            f"{record} {what} by {by} {when}, after you began to edit. Your changes are not "
            "saved but are still in the layer."
        )

    def _refuse_unsaved(self, table: str, uuid: str) -> None:
        """Asked by a transaction: a panel must not write below the user's open edits."""
        for watched in self._watched.values():
            if (
                watched.table == table
                and uuid not in self._settling
                and watched.is_modified()
                and uuid in self._touched(watched)
            ):
                raise DataError(
                    "The record has unsaved edits in the layer {layer}. Save or discard them "
                    "first.",
                    layer=watched.layer.name(),
                )

    def _refresh(self, tables: Set[str]) -> None:
        for watched in self._watched.values():
            if watched.table in tables:
                watched.layer.dataProvider().reloadData()
                watched.layer.triggerRepaint()


class _Watched(QObject):
    """One layer: where its edits began, and its signals."""

    def __init__(self, guard: EditGuard, layer: QgsVectorLayer, table: str) -> None:
        super().__init__(guard)
        self._guard = guard
        self.layer: Optional[QgsVectorLayer] = layer
        # a layer that is going away may no longer be asked
        self._layer_id = layer.id()
        self.table = table
        self.base = guard.moment()
        self._committing = False
        self._declared = False
        # A refused commit emits nothing of its own on QGIS 3.22: it is seen by what follows.
        self._afterwards = QTimer(self)
        self._afterwards.setSingleShot(True)
        self._afterwards.setInterval(0)
        self._afterwards.timeout.connect(self._settle)
        self._signals: Tuple[Tuple[Any, Any], ...] = (
            (layer.beforeEditingStarted, self._begin),
            (layer.beforeCommitChanges, self._before_commit),
            (layer.afterCommitChanges, self._after_commit),
            (layer.repaintRequested, self._settle),
            (layer.willBeDeleted, self._gone),
        )
        for signal, slot in self._signals:
            signal.connect(slot)

    def disconnect_all(self) -> None:
        self._afterwards.stop()
        for signal, slot in self._signals:
            try:
                signal.disconnect(slot)
            except (RuntimeError, TypeError):
                continue  # the layer is gone, and its connections with it
        # let go of the layer now: one that outlives QGIS itself brings it down
        self._signals = ()
        self.layer = None
        self.deleteLater()

    def touched(self) -> Set[int]:
        """Keys of the stored records with unsaved edits."""
        buffer = self.layer.editBuffer() if self.layer is not None else None
        if buffer is None:
            return set()
        keys = set(buffer.changedAttributeValues()) | set(buffer.changedGeometries())
        return {key for key in keys | set(buffer.deletedFeatureIds()) if key >= 0}

    def is_modified(self) -> bool:
        return self.layer is not None and bool(self.layer.isModified())

    def _begin(self) -> None:
        self.base = self._guard.moment()

    def _before_commit(self, *_: Any) -> None:
        self._committing = True
        self._afterwards.start()
        try:
            self._guard.declare(self)
        except DataError:
            # The lock that keeps us out keeps the commit out too, and QGIS reports that.
            return
        self._declared = True

    def _after_commit(self) -> None:
        self._committing = False
        self._withdraw()
        self.base = self._guard.moment()

    def _withdraw(self) -> None:
        # nothing to take back behind a lock that let nothing be declared
        declared, self._declared = self._declared, False
        if declared:
            self._guard.withdraw(self)

    def _settle(self, *_: Any) -> None:
        if not self._committing:
            return
        self._committing = False
        self._withdraw()
        self._guard.tell(self)

    def _gone(self) -> None:
        self._guard.detach(self._layer_id)


def table_of_layer(layer: QgsVectorLayer, workspace: Workspace) -> Optional[str]:
    """The record table that a layer shows, or None when it is not one of this workspace."""
    return workspace.engine.table_of_source(layer.source(), layer.providerType())


def _chunks(items: Iterable[Any]) -> Iterable[List[Any]]:
    listed = list(items)
    for start in range(0, len(listed), _CHUNK):
        yield listed[start : start + _CHUNK]

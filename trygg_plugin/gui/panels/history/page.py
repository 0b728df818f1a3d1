"""The panel "History": who changed the chosen record, when and how, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, List, Optional, Tuple

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QFont
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QTabWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ....i18n import tr
from ....project.layer_keys import table_of, workspace_layers
from ...form_parts import note
from ...help import help_button
from ...panel import PanelPage
from ...place_bands import AFTER, BEFORE, PlaceBands, told
from ..parts.doing import user_name
from ..parts.wrapping_tree import WrappingTree
from .deleted_list import DeletedList
from .restore_dialog import RestoreDialog
from .words import difference_text, entry_title

if TYPE_CHECKING:
    from ....data.casework.versions import Entry
    from ....data.history import Change
    from ...shell import Shell

_ENTRY = Qt.ItemDataRole.UserRole


class HistoryPage(PanelPage):
    """The versions of one record, and the list of deleted ones."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.record: Optional[Tuple[str, str]] = None
        self._oldest: Optional[int] = None
        self._dialog: Optional[RestoreDialog] = None
        self._bands = PlaceBands(shell.iface.mapCanvas())
        self._follow = _SelectionOfAll(self)
        self._follow.chosen.connect(self.show_record)
        self.tabs = QTabWidget(self)
        self.tabs.addTab(self._make_versions(), tr("The record"))
        self.deleted = DeletedList(self)
        self.deleted.history_wanted.connect(self.show_record)
        self.deleted.restore_wanted.connect(self._restore_deleted)
        self.deleted.failed.connect(shell.messages.error)
        self.tabs.addTab(self.deleted, tr("Deleted"))
        self.tabs.currentChanged.connect(lambda _index: self.refresh())
        self.tabs.setCornerWidget(help_button("historik", self.tabs))
        layout = QVBoxLayout(self)
        layout.addWidget(self.tabs)
        self._read_versions()

    def _make_versions(self) -> QWidget:
        page = QWidget()
        self.heading = note("", page)
        font = QFont(self.heading.font())
        font.setBold(True)
        self.heading.setFont(font)
        self.hint = note(tr("Select a record on the map or in a table to see its history."), page)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.tree = WrappingTree(page)
        self.tree.setAccessibleName(tr("Versions, newest first"))
        self.tree.currentItemChanged.connect(lambda *_: self._version_chosen())
        self.more = QPushButton(tr("Show older versions"), page)
        self.more.clicked.connect(lambda _checked=False: self._read_older())
        self.restore_button = QPushButton(tr("Restore this version…"), page)
        self.restore_button.clicked.connect(lambda _checked=False: self._restore_chosen())
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 6, 0, 0)
        for widget in (self.heading, self.hint, self.tree, self.more):
            layout.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.addWidget(self.restore_button)
        self.rights.hold("history.restore", self.restore_button)
        buttons.addStretch(1)
        layout.addLayout(buttons)
        return page

    # --- the frame

    def opened(self) -> None:
        self.record = None
        self._follow.attach()
        self.deleted.open(self.workspace, self.shell.current.language)

    def closed(self) -> None:
        self.record = None
        self._follow.detach()
        self._bands.clear()
        self.deleted.open(None, "")
        if self._dialog is not None:
            self._dialog.close()

    def unload(self) -> None:
        self.closed()

    def hideEvent(self, event: Any) -> None:  # noqa: N802
        self._bands.clear()
        super().hideEvent(event)

    def show_record(self, table: str, uuid: str) -> None:
        """Show a record's versions."""
        self.record = (table, uuid)
        self.tabs.setCurrentIndex(0)
        self.refresh()

    def refresh(self) -> None:
        if self.shell.current.workspace is None:
            return
        if self.tabs.currentIndex() == 1:
            self.deleted.refresh()
            return
        self._read_versions()

    # --- versions

    def _read_versions(self) -> None:
        from ....data.casework.versions import PAGE, name_of, versions

        there = self.record is not None
        self.hint.setVisible(not there)
        for widget in (self.heading, self.tree, self.restore_button):
            widget.setVisible(there)
        if self.record is None:
            self.more.hide()
            self._bands.clear()
            self.tree.clear()
            return
        table, uuid = self.record
        language = self.shell.current.language
        chosen = self._chosen_entry()
        with self.workspace.reading():
            entries = versions(self.workspace, table, uuid, language)
            title = name_of(self.workspace, table, uuid, language)
        label = self.workspace.standard.records[table].label[language]
        self.heading.setText(f"{label}: {title}")
        self.tree.clear()
        self._oldest = None
        self._add(entries, PAGE)
        wanted = next(
            (number for number, entry in enumerate(entries)
             if chosen is not None and entry.change.id == chosen.change.id), 0,
        )  # fmt: skip
        if entries:
            self.tree.setCurrentItem(self.tree.topLevelItem(wanted))
            self.tree.topLevelItem(wanted).setExpanded(True)
        self._version_chosen()

    def _read_older(self) -> None:
        if self.record is None or self._oldest is None:
            return
        from ....data.casework.versions import PAGE, versions
        from ....data.errors import DataError

        table, uuid = self.record
        try:
            entries = versions(
                self.workspace, table, uuid, self.shell.current.language, before=self._oldest
            )
        except DataError as error:
            self.shell.messages.error(error, (tr("Try again"), self._read_older))
            return
        self._add(entries, PAGE)

    def _add(self, entries: List[Entry], page: int) -> None:
        for entry in entries:
            item = QTreeWidgetItem(self.tree, [entry_title(entry)])
            item.setData(0, _ENTRY, entry)
            item.setToolTip(0, entry_title(entry))
            lines = [difference_text(one) for one in entry.differences]
            if entry.place is not None:
                lines.append(_place_line(*entry.place, self.workspace.crs))
            if entry.note:
                lines.append(tr("Reason: {note}").format(note=entry.note))
            for line in lines or [tr("Nothing that people fill in was changed.")]:
                child = QTreeWidgetItem(item, [line])
                child.setToolTip(0, line)
            if not entry.verified:
                font = QFont(item.font(0))
                font.setItalic(True)
                item.setFont(0, font)
            self._oldest = entry.change.id
        # a page that is not full is the last one
        self.more.setVisible(len(entries) == page)

    def _chosen_entry(self) -> Optional[Entry]:
        item = self.tree.currentItem()
        if item is not None and item.parent() is not None:
            item = item.parent()
        return None if item is None else item.data(0, _ENTRY)

    def _version_chosen(self) -> None:
        entry = self._chosen_entry()
        first = self.tree.topLevelItem(0)
        newest = first.data(0, _ENTRY) if first is not None else None
        # the newest version is what stands there already, unless the record is deleted
        self.restore_button.setEnabled(
            entry is not None and (entry is not newest or entry.operation == "delete")
        )
        if entry is None or entry.place is None or not self.isVisible():
            self._bands.clear()
            return
        old, new = entry.place
        self._bands.show([(old, BEFORE, True), (new, AFTER, False)], self.workspace.crs)

    # --- back to a version

    def _restore_chosen(self) -> None:
        entry = self._chosen_entry()
        if entry is not None:
            self._ask(entry.change)

    def _restore_deleted(self, table: str, uuid: str) -> None:
        from ....data.errors import DataError

        try:
            newest = self.workspace.history(uuid, table=table, limit=1, newest_first=True)
        except DataError as error:
            self.shell.messages.error(error)
            return
        if newest:
            self._ask(newest[0])

    def _ask(self, change: Change) -> None:
        from ....data.casework.versions import differences_to, name_of
        from ....data.errors import DataError

        language = self.shell.current.language
        try:
            record, version, differences = differences_to(self.workspace, change, language)
            title = name_of(self.workspace, change.table, change.uuid, language)
        except DataError as error:
            self.shell.messages.error(error)
            return
        deleted = record.deleted_at is not None
        changes = [difference_text(one) for one in differences]
        # a place that was disposed of does not come back, and what is left of it stays
        if version.geometry != record.geometry and not version.place_disposed:
            changes.append(_place_line(record.geometry, version.geometry, self.workspace.crs))
        dialog = RestoreDialog(title, changes, deleted, self)
        dialog.accepted.connect(lambda: self._restore(change, dialog.reason.text(), title, deleted))
        dialog.finished.connect(self._dialog_done)
        self._dialog = dialog
        dialog.open()

    def _dialog_done(self, _result: int) -> None:
        self._dialog = None

    def _restore(self, change: Change, reason: str, title: str, deleted: bool) -> None:
        from ....data.casework.versions import restore
        from ....data.errors import DataError

        workspace = self.workspace
        try:
            made = restore(workspace, change, reason, user=user_name())
        except DataError as error:
            self.shell.messages.error(
                error, (tr("Try again"), lambda: self._restore(change, reason, title, deleted))
            )
            return
        self.shell.messages.success(
            tr("“{record}” is restored; history tells it.").format(record=title),
            (tr("Undo"), lambda: self._undo(made, deleted, title)),
        )

    def _undo(self, made: List[Change], deleted: bool, title: str) -> None:
        from ....data.casework.versions import undo_restore
        from ....data.errors import DataError

        if self.shell.current.workspace is None:
            return
        try:
            undo_restore(self.workspace, made, deleted, user=user_name())
        except DataError as error:
            self.shell.messages.error(error)
            return
        self.shell.messages.success(
            tr("The restore of “{record}” was taken back.").format(record=title)
        )


def _place_line(old: Optional[bytes], new: Optional[bytes], crs: str) -> str:
    return tr("Place: {what}").format(what=told(old, new, crs))


class _SelectionOfAll(QObject):
    """Tells which record the user selects, in whatever layer of the workspace."""

    chosen = pyqtSignal(str, str)

    def __init__(self, page: HistoryPage) -> None:
        super().__init__(page)
        self._page = page
        self._connected: List[Tuple[QgsVectorLayer, Any]] = []

    def attach(self) -> None:
        self.detach()
        schema = self._page.workspace.schema
        for layer in workspace_layers(QgsProject.instance()):
            table = table_of(layer)
            if table not in schema.tables:
                continue

            def selected(*_: Any, layer: QgsVectorLayer = layer, table: str = table) -> None:
                self._selected(layer, table)

            layer.selectionChanged.connect(selected)
            self._connected.append((layer, selected))

    def detach(self) -> None:
        for layer, slot in self._connected:
            try:
                layer.selectionChanged.disconnect(slot)
            except (RuntimeError, TypeError):
                continue  # the layer is gone, and its connections with it
        self._connected = []

    def _selected(self, layer: QgsVectorLayer, table: str) -> None:
        # a panel that cannot be seen asks nothing; many chosen records are no question about one
        if not self._page.isVisible() or not 0 < layer.selectedFeatureCount() <= 100:
            return
        feature = next(layer.getSelectedFeatures(), None)
        if feature is not None and feature["uuid"]:
            self.chosen.emit(table, str(feature["uuid"]))

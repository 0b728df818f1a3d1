"""Who is here: a button that says how many, and the list behind it where they are ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Mapping, Sequence

from qgis.PyQt.QtCore import QPoint, QRect, Qt, pyqtSignal
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ....i18n import fill, tr

if TYPE_CHECKING:
    from ....data.casework.meetings import Participant

_WHO = Qt.ItemDataRole.UserRole


class PeopleButton(QPushButton):
    """People are ticked when the meeting begins: the agenda needs the room for the rest of it."""

    #: organisation, role, and whether they are here now
    changed = pyqtSignal(str, str, bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAutoDefault(False)
        self.setToolTip(tr("Participants: tick who is here"))
        self._popup = QFrame(self, Qt.WindowType.Popup)
        self._popup.setFrameShape(QFrame.Shape.StyledPanel)
        self.list = QListWidget(self._popup)
        self.list.setAccessibleName(self.toolTip())
        self.list.itemChanged.connect(self._ticked)
        layout = QVBoxLayout(self._popup)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.addWidget(self.list)
        self.clicked.connect(lambda _checked=False: self.open())
        self._tell()

    def show_people(
        self,
        people: Sequence[Participant],
        names: Mapping[str, str],
        roles: Mapping[str, str],
    ) -> None:
        """``names``: organisations, ``roles``: codes, each -> label."""
        self.list.blockSignals(True)
        self.list.clear()
        for one in people:
            item = QListWidgetItem(
                f"{names.get(one.organisation, '')} – {roles.get(one.role, one.role)}")
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(
                Qt.CheckState.Checked if one.present else Qt.CheckState.Unchecked)
            item.setData(_WHO, (one.organisation, one.role))
            self.list.addItem(item)
        self.list.blockSignals(False)
        self._tell()

    def open(self) -> None:
        """Show the list above or below the button; Esc and a click elsewhere take it away."""
        self.list.setFont(self.font())
        screen = QGuiApplication.screenAt(self.mapToGlobal(QPoint())) or (
            QGuiApplication.primaryScreen())
        room = screen.availableGeometry()
        line = self.fontMetrics().height() + 8
        wide = self.list.sizeHintForColumn(0) + 3 * line
        high = line * max(1, self.list.count()) + 12
        below = self.mapToGlobal(QPoint(0, self.height()))
        box = QRect(below.x(), below.y(), min(wide, room.width()), min(high, room.height()))
        if box.bottom() > room.bottom():
            box.moveBottom(below.y() - self.height())
        box.moveTop(max(box.top(), room.top()))
        box.moveLeft(max(room.left(), min(box.left(), room.right() - box.width())))
        self._popup.setGeometry(box)
        self._popup.show()
        self.list.setCurrentRow(max(0, self.list.currentRow()))
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def _ticked(self, item: QListWidgetItem) -> None:
        organisation, role = item.data(_WHO)
        self._tell()
        self.changed.emit(organisation, role, item.checkState() == Qt.CheckState.Checked)

    def _tell(self) -> None:
        items = [self.list.item(row) for row in range(self.list.count())]
        here = sum(item.checkState() == Qt.CheckState.Checked for item in items)
        self.setText(fill(tr("Present: {count} of {all}"), count=here, all=len(items)))
        self.setAccessibleName(self.text())
        self.setEnabled(bool(items))

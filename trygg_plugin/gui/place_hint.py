"""What stands above the map while a place is asked for: what to do, and a coordinate to type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsPointXY,
    QgsProject,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtWidgets import QGridLayout, QLineEdit, QWidget

from ..i18n import tr
from .panels.parts.wrapped import Wrapped

if TYPE_CHECKING:
    from .shell import Shell


Found = Callable[[QgsPointXY], None]


class PlaceHint(QObject):
    """A message that stays while the tool has the map; ``found`` gets a point of the map."""

    def __init__(
        self, shell: Shell, canvas: QgsMapCanvas, said: str, keys: str, found: Found
    ) -> None:
        super().__init__()
        self._canvas, self._found = canvas, found
        workspace = shell.current.workspace
        self._crs = QgsCoordinateReferenceSystem(
            workspace.crs if workspace is not None else "EPSG:3006"
        )
        question = QWidget()
        #: what to do with the mouse, and what with the keys
        self.said, self.keys = Wrapped(said, question), Wrapped(keys, question)
        self.entry = QLineEdit(question)
        self.entry.setAccessibleName(tr("Coordinate"))
        self.entry.setPlaceholderText(tr("or type a coordinate"))
        self.entry.setToolTip(
            tr("Latitude and longitude, such as 59.3293, 18.0686, or metres of {crs}, such as "
               "6580822, 674032. Enter brings the cross there.").format(
                   crs=self._crs.description())
        )  # fmt: skip
        self.entry.setFixedWidth(self.entry.fontMetrics().averageCharWidth() * 28)
        self.entry.returnPressed.connect(self._typed)
        self.entry.installEventFilter(self)
        layout = QGridLayout(question)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.said, 0, 0)
        layout.addWidget(self.entry, 0, 1)
        layout.addWidget(self.keys, 1, 0, 1, 2)
        layout.setColumnStretch(0, 1)
        self.item = shell.messages.ask(question)

    def begin(self, text: str) -> None:
        """Take the keyboard with what was typed on the map."""
        try:
            self.entry.setText(text)
            self.entry.setFocus(Qt.FocusReason.OtherFocusReason)
            self.entry.end(False)
        except RuntimeError:
            return  # the user has closed the message

    def has_focus(self) -> bool:
        try:
            return self.entry.hasFocus()
        except RuntimeError:
            return False

    def close(self) -> None:
        try:
            self.item.dismiss()
        except RuntimeError:
            return  # the user has closed it

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            # back to the map; Esc there ends the tool
            self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().eventFilter(watched, event)

    def _typed(self) -> None:
        from ..exchange.coordinate_text import read_coordinate

        written = read_coordinate(self.entry.text())
        if written is None:
            self.said.setText(
                tr("“{text}” is no coordinate. Write it as 59.3293, 18.0686 or as 6580822, "
                   "674032.").format(text=self.entry.text().strip())
            )  # fmt: skip
            return
        own = QgsCoordinateReferenceSystem("EPSG:4326") if written.degrees else self._crs
        to_map = QgsCoordinateTransform(
            own, self._canvas.mapSettings().destinationCrs(), QgsProject.instance()
        )
        try:
            point = to_map.transform(QgsPointXY(written.east, written.north))
        except QgsCsException:
            self.said.setText(tr("The map has no such place."))
            return
        self._found(point)

"""Hands inside a started QGIS: wait, click, type, and take pictures as a person would see them.

Imported by the scripts that tools/real_qgis.py runs; knows Qt and QGIS, nothing of the plugin.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any, Callable, List, Optional, Tuple, Union

import numpy as np
from qgis.core import QgsApplication
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt, QTimer
from qgis.PyQt.QtGui import QImage, QMouseEvent, QPainter, QPalette, QPen
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QApplication,
    QComboBox,
    QDockWidget,
    QListWidget,
    QMainWindow,
    QTabWidget,
    QToolBar,
    QTreeWidget,
    QWidget,
)


def settle(seconds: float = 0.3) -> None:
    """Let QGIS work for a while."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        time.sleep(0.01)


def until(condition: Callable[[], Any], what: str, seconds: float = 20) -> Any:
    """What ``condition`` gives as soon as it is true. RuntimeError when it never is."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        settle(0.05)
    raise RuntimeError(f"waited {seconds:.0f} s in vain: {what}")


def drawn(canvas: QgsMapCanvas, rest: float = 0.6) -> None:
    """Wait until the map is drawn and no task is at work."""
    settle()
    until(
        lambda: not canvas.isDrawing()
        and QgsApplication.taskManager().countActiveTasks() == 0,
        "the map and the tasks", 120,
    )  # fmt: skip
    settle(rest)


def click(widget: QWidget) -> None:
    """A click on a button that is there and switched on."""
    if not widget.isEnabled() or not widget.isVisible():
        raise RuntimeError(f"“{widget.accessibleName()}” cannot be clicked")
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    settle(0.1)


def write(widget: QWidget, text: str) -> None:
    """Put a text in place of the one that is there, pasted: QTest types Latin-1 on some builds."""
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
    QApplication.clipboard().setText(text)
    QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(widget, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle(0.05)


def press(widget: QWidget, key: Any, modifier: Any = Qt.KeyboardModifier.NoModifier) -> None:
    """One key, to the widget that has or gets the focus."""
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.keyClick(widget, key, modifier)
    settle(0.1)


def choose(combo: QComboBox, data: Any) -> None:
    """Go to the entry of a drop-down list that stands for ``data``, with the arrow keys."""
    index = combo.findData(data)
    if index < 0 or not combo.isEnabled():
        raise RuntimeError(f"“{combo.accessibleName()}” has no entry {data!r}")
    combo.setFocus(Qt.FocusReason.OtherFocusReason)
    _go(combo, combo.currentIndex(), index, (Qt.Key.Key_Up, Qt.Key.Key_Down))
    if combo.currentData() != data:
        raise RuntimeError(f"“{combo.accessibleName()}” does not come to {data!r}")


def turn(tabs: QTabWidget, page: QWidget) -> None:
    """Go to a page by its tab."""
    tabs.tabBar().setFocus(Qt.FocusReason.OtherFocusReason)
    keys = (Qt.Key.Key_Left, Qt.Key.Key_Right)
    _go(tabs.tabBar(), tabs.currentIndex(), tabs.indexOf(page), keys)
    if tabs.currentWidget() is not page:
        raise RuntimeError(f"“{tabs.tabText(tabs.indexOf(page))}” does not come to the front")
    settle(0.2)


def _go(widget: QWidget, now: int, wanted: int, keys: Tuple[Any, Any]) -> None:
    for _ in range(abs(wanted - now)):
        QTest.keyClick(widget, keys[wanted > now])
    settle(0.05)


def pick(view: Union[QListWidget, QTreeWidget], item: Any) -> None:
    """A click on an item of a list or tree."""
    view.scrollToItem(item)
    settle(0.05)
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
        view.visualItemRect(item).center(),
    )  # fmt: skip
    settle(0.1)


def tick(view: QListWidget, row: int) -> None:
    """Tick an item of a list with the space bar, if it is not ticked."""
    item = view.item(row)
    pick(view, item)
    if item.checkState() != Qt.CheckState.Checked:
        press(view, Qt.Key.Key_Space)
    if item.checkState() != Qt.CheckState.Checked:
        raise RuntimeError(f"“{item.text()}” cannot be ticked")


def from_menu(button: QWidget, text: str) -> None:
    """A click on a button that opens a menu, and one on the entry that says ``text``."""
    missing: List[str] = []

    def look() -> None:
        menu = QApplication.activePopupWidget()
        if menu is None:
            QTimer.singleShot(100, look)
            return
        entry = next((a for a in menu.actions() if a.text() == text), None)
        if entry is None:
            missing.append(text)
            menu.close()
            return
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
                         menu.actionGeometry(entry).center())  # fmt: skip

    QTimer.singleShot(100, look)
    click(button)
    if missing:
        raise RuntimeError(f"the menu of “{button.accessibleName()}” has no entry {text}")


def drag(canvas: QgsMapCanvas, start: QPoint, end: QPoint) -> None:
    """Draw a box on the map with the left button held down."""
    view, left = canvas.viewport(), Qt.MouseButton.LeftButton
    plain = Qt.KeyboardModifier.NoModifier
    QTest.mousePress(view, left, plain, start)
    for share in (0.3, 0.6, 1.0):
        # QTest's own moves forget that the button is down
        place = QPointF(start + (end - start) * share)
        QCoreApplication.sendEvent(view, QMouseEvent(
            QEvent.Type.MouseMove, place, QPointF(view.mapToGlobal(place.toPoint())),
            Qt.MouseButton.NoButton, left, plain,
        ))  # fmt: skip
        settle(0.05)
    QTest.mouseRelease(view, left, plain, end)
    settle(0.2)


def when_asked(answer: Callable[[QWidget], None], after: float = 0.8) -> None:
    """Answer the modal question that the next click opens."""

    def look() -> None:
        box = QApplication.activeModalWidget()
        if box is None:
            QTimer.singleShot(200, look)
        else:
            answer(box)

    QTimer.singleShot(int(after * 1000), look)


def arrange(
    window: QMainWindow, keep: List[str], bars: List[str], panel_width: int = 300
) -> None:
    """A window with the layers, the map, and the docks and toolbars that are wanted."""
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.setGeometry(0, 0, 1366, 768)
    for dock in window.findChildren(QDockWidget):
        if dock.objectName() not in ("Layers", *keep):
            dock.hide()
    for bar in window.findChildren(QToolBar):
        if bar.parent() is window:
            bar.setVisible(bar.objectName() in bars)
    layers = window.findChild(QDockWidget, "Layers")
    layers.show()
    settle()
    docks = [found for name in keep if (found := window.findChild(QDockWidget, name)) is not None]
    window.resizeDocks(
        [layers, *docks], [270, *[panel_width] * len(docks)], Qt.Orientation.Horizontal
    )
    settle()


def middle(window: QMainWindow, dialog: QWidget) -> None:
    """Without a window manager nobody else puts a window where it can be seen."""
    place = window.geometry().center() - dialog.rect().center()
    dialog.move(max(place.x(), 0), max(place.y(), 0))
    settle()


def take(path: Path, largest: int, dialog: Optional[QWidget] = None) -> None:
    """The whole screen as PNG; a dialog gets the edge that a window manager would draw."""
    settle(0.5)
    picture = QApplication.primaryScreen().grabWindow(0).toImage()
    if dialog is not None:
        painter = QPainter(picture)
        painter.setPen(QPen(dialog.palette().color(QPalette.ColorRole.Dark), 2))
        painter.drawRect(dialog.geometry())
        painter.end()
    for form in (picture.convertToFormat(QImage.Format.Format_RGB32), commonest(picture)):
        if not form.save(str(path), "PNG", 0):
            raise RuntimeError(f"{path} could not be written")
        if path.stat().st_size <= largest:
            break


def commonest(picture: QImage) -> QImage:
    """The picture in its 256 commonest colours, without dots that mimic others."""
    picture = picture.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(picture.constBits().asstring(picture.sizeInBytes()), "<u4")
    # colours that differ by less than anybody sees count as one
    colours, counts = np.unique(pixels & 0xFFF8F8F8, return_counts=True)
    table = [int(colour) for colour in colours[np.argsort(-counts)[:256]]]
    return picture.convertToFormat(
        QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.ThresholdDither
    )

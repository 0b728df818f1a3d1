"""What a panel needs of a window, without QGIS's own: a map, a message bar, the open workspace."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any, Callable, Dict

_kept: Dict[str, Any] = {}


def shell(workspace: Path) -> Any:
    """The shell of a window in which a workspace is open, with its incidents on the map."""
    from qgis.core import QgsProject, QgsVectorLayer
    from qgis.gui import QgsMapCanvas, QgsMessageBar
    from qgis.PyQt.QtWidgets import QMainWindow

    from trygg_plugin.gui.current import CurrentWorkspace
    from trygg_plugin.gui.messages import Messages
    from trygg_plugin.project.layer_keys import mark

    window = QMainWindow()
    window.resize(1366, 768)
    canvas = QgsMapCanvas(window)
    bar = QgsMessageBar(window)
    window.setCentralWidget(canvas)
    iface = SimpleNamespace(
        mainWindow=lambda: window, mapCanvas=lambda: canvas, messageBar=lambda: bar
    )
    layer = QgsVectorLayer(f"{workspace}|layername=incident", "incident", "ogr")
    layer.setSubsetString('"deleted_at" IS NULL')
    mark(layer, "incident")
    project = QgsProject.instance()
    project.addMapLayer(layer)
    canvas.setDestinationCrs(layer.crs())
    canvas.setExtent(layer.extent())
    messages = Messages(iface)
    current = CurrentWorkspace(messages)
    current.find()
    if current.workspace is None:
        raise RuntimeError(f"The workspace {workspace} could not be opened.")
    window.show()
    _kept.update(window=window, current=current)
    return SimpleNamespace(iface=iface, current=current, messages=messages)


def drawn(widget: Any) -> None:
    """Let a widget be laid out and painted as on a screen."""
    from qgis.PyQt.QtCore import QCoreApplication

    QCoreApplication.processEvents()
    widget.grab()


def until(condition: Callable[[], bool]) -> None:
    """Let events and tasks happen until something is so."""
    from time import monotonic

    from qgis.PyQt.QtCore import QCoreApplication

    end = monotonic() + 120
    while not condition():
        if monotonic() > end:
            raise RuntimeError("What was waited for did not happen within two minutes.")
        QCoreApplication.processEvents()

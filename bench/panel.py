"""What a panel needs of a window, without QGIS's own: a map, a message bar, the open workspace."""

from __future__ import annotations

from time import monotonic, perf_counter, thread_time
from types import SimpleNamespace
from typing import Any, Callable, Dict

_kept: Dict[str, Any] = {}


def shell(target: Any) -> Any:
    """The shell of a window in which a workspace is open, with its incidents on the map."""
    from qgis.core import QgsProject
    from qgis.gui import QgsMapCanvas, QgsMessageBar
    from qgis.PyQt.QtWidgets import QMainWindow

    from trygg_plugin.gui.current import CurrentWorkspace
    from trygg_plugin.gui.messages import Messages

    window = QMainWindow()
    window.resize(1366, 768)
    canvas = QgsMapCanvas(window)
    bar = QgsMessageBar(window)
    window.setCentralWidget(canvas)
    iface = SimpleNamespace(
        mainWindow=lambda: window, mapCanvas=lambda: canvas, messageBar=lambda: bar
    )
    shown = layer(target, "incident")
    project = QgsProject.instance()
    project.addMapLayer(shown)
    canvas.setDestinationCrs(shown.crs())
    canvas.setExtent(shown.extent())
    messages = Messages(iface)
    current = CurrentWorkspace(messages)
    current.find()
    if current.workspace is None:
        raise RuntimeError(f"The workspace {target} could not be opened.")
    window.show()
    _kept.update(window=window, current=current)
    return SimpleNamespace(
        iface=iface, current=current, messages=messages, action=lambda _key: None,
        part=lambda _name: None,
    )


def layer(target: Any, table: str) -> Any:
    """A table of a workspace as the project shows it, without its form."""
    from qgis.core import QgsVectorLayer

    from trygg_plugin.data.workspace import open_workspace
    from trygg_plugin.project.layer_keys import mark

    engine = open_workspace(target).engine
    kind = engine.schema.table(table).geometry
    uri, provider = engine.layer_uri(
        table, "polygon" if kind == "any" else None, '"deleted_at" IS NULL'
    )
    made = QgsVectorLayer(uri, table, provider)
    if not made.isValid():
        raise RuntimeError(f"QGIS cannot read the layer {table} of {target}.")
    mark(made, table)
    return made


def drawn(widget: Any) -> None:
    """Let a widget be laid out and painted as on a screen."""
    from qgis.PyQt.QtCore import QCoreApplication

    QCoreApplication.processEvents()
    widget.grab()


def until(condition: Callable[[], bool]) -> None:
    """Let events and tasks happen until something is so."""
    from qgis.PyQt.QtCore import QCoreApplication

    end = monotonic() + 120
    while not condition():
        if monotonic() > end:
            raise RuntimeError("What was waited for did not happen within two minutes.")
        QCoreApplication.processEvents()


class Pulse:
    """Beats in the window's thread while it is free. What the longest pause between two beats took
    is how long the window did not answer: by the clock, and of this thread's processor time."""

    def __init__(self) -> None:
        from qgis.PyQt.QtCore import Qt, QTimer

        self.longest, self.worked = 0.0, 0.0
        self._at = perf_counter(), thread_time()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.beat)

    def __enter__(self) -> Pulse:
        self._at = perf_counter(), thread_time()
        self._timer.start(5)
        return self

    def __exit__(self, *_: Any) -> None:
        self._timer.stop()
        self.beat()

    def beat(self) -> None:
        now = perf_counter(), thread_time()
        self.longest = max(self.longest, now[0] - self._at[0])
        self.worked = max(self.worked, now[1] - self._at[1])
        self._at = now


def idle() -> bool:
    """Whether no task is under way that will still fill in something."""
    from qgis.core import QgsApplication

    return not QgsApplication.taskManager().activeTasks()

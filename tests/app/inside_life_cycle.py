"""Runs inside QGIS: loads and unloads the installed plugin twice, and says what it saw."""

import gc
import sys
import time

from qgis import utils
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QTranslator
from qgis.PyQt.QtGui import QPalette
from qgis.PyQt.QtWidgets import QAction, QDockWidget, QMenu, QToolBar

NAME = "trygg"
HEAVY = ("pandas", "scipy", "matplotlib", "jinja2")
window = iface.mainWindow()  # noqa: F821  (given by tools/real_qgis.py)


def settle():
    for _ in range(5):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def seen():
    """What a plugin can leave behind in the window."""
    settle()
    registry = QgsApplication.processingRegistry()
    return {
        "toolbars": sorted(bar.objectName() for bar in window.findChildren(QToolBar)),
        "docks": sorted(dock.objectName() for dock in window.findChildren(QDockWidget)),
        "menus": len(window.findChildren(QMenu)),
        "actions": len(window.findChildren(QAction)),
        "children": len(window.children()),
        "translators": len(QCoreApplication.instance().findChildren(QTranslator)),
        "providers": sorted(provider.id() for provider in registry.providers()),
        "plugin menu": [action.text() for action in iface.pluginMenu().actions()],  # noqa: F821
        "help menu": [action.text() for action in iface.pluginHelpMenu().actions()],  # noqa: F821
    }


def load():
    before = set(sys.modules)
    # time on the processor: what other programs take meanwhile is not our cost
    started = time.thread_time()
    loaded = utils.loadPlugin(NAME) and utils.startPlugin(NAME)
    seconds = time.thread_time() - started
    new = {name.split(".")[0] for name in set(sys.modules) - before}
    return {"loaded": loaded, "seconds": seconds, "heavy": sorted(new & set(HEAVY)), "seen": seen()}


def ink():
    """The text colour of the theme, and the colour in which an icon of ours draws its ink."""
    from trygg.trygg_plugin.gui import icons

    palette = window.palette()
    image = icons.icon("trygg").pixmap(32, 32).toImage()
    return {
        "text": palette.color(QPalette.ColorRole.WindowText).lightness(),
        "window": palette.color(QPalette.ColorRole.Window).lightness(),
        "empty": image.isNull() or all(
            image.pixelColor(x, y).alpha() == 0 for x in range(32) for y in range(32)
        ),
    }


utils.updateAvailablePlugins()
result = {"available": NAME in utils.available_plugins, "before": seen(), "rounds": []}
for _ in range(2):
    turn = load()
    turn["theme"] = ink()
    turn["algorithms"] = len(QgsApplication.processingRegistry().providerById(NAME).algorithms())
    turn["help text"] = next(
        action.text()
        for action in window.findChildren(QAction)
        if action.objectName() == "TryggHelp"
    )
    turn["unloaded"] = utils.unloadPlugin(NAME)
    turn["after"] = seen()
    turn["modules left"] = sorted(
        name
        for name, module in sys.modules.items()
        if name.startswith(f"{NAME}.") and not hasattr(module, "__path__")
    )
    result["rounds"].append(turn)
# left switched on, so that QGIS's own way of closing is walked too
result["last"] = load()["loaded"]

"""Runs inside QGIS: sets up what each picture shows, as a person would, and takes it."""

import json
import time
from pathlib import Path

import numpy as np
import processing
from qgis import utils
from qgis.core import QgsApplication, QgsPointXY, QgsProject, QgsRectangle
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtGui import QImage, QPainter, QPalette, QPen
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QToolBar

HERE = Path(QgsApplication.qgisSettingsDirPath()).parent.parent
WISH = json.loads((HERE / "wish.json").read_text(encoding="utf-8"))
FOLDER, SCRATCH = Path(WISH["folder"]), Path(WISH["scratch"])
#: The demo ends on this day, so that the pictures stay the same.
TODAY = "2026-06-30"
CSV = """Löpnr;Datum;Klockslag;Händelsetyp;Plats;Öst;Nord
4711;2026-05-02;22:40;Skadegörelse;Busstorget;{x};{y}
4712;2026-05-03;01:15;Bråk;Stationen;{x};{y}
4713;2026-05-03;02:30;Klotter;Gångtunneln;{x};{y}
4714;2026-05-05;;Oro eller rykte;Skolgården;;
4715;2026-05-08;23:05;Berusning;Busstorget;{x};{y}
"""
window = iface.mainWindow()  # noqa: F821  (given by tools/real_qgis.py)
canvas = iface.mapCanvas()  # noqa: F821
taken = []


def settle(seconds=0.3):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        time.sleep(0.01)


def drawn():
    """Wait until the map is drawn and no task is at work."""
    settle()
    for _ in range(600):
        if not canvas.isDrawing() and QgsApplication.taskManager().countActiveTasks() == 0:
            break
        settle(0.05)
    settle(0.6)


def commonest(picture):
    """The picture in its 256 commonest colours, without dots that mimic others."""
    picture = picture.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(picture.constBits().asstring(picture.sizeInBytes()), "<u4")
    # colours that differ by less than anybody sees count as one
    colours, counts = np.unique(pixels & 0xFFF8F8F8, return_counts=True)
    table = [int(colour) for colour in colours[np.argsort(-counts)[:256]]]
    return picture.convertToFormat(
        QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.ThresholdDither
    )


def take(name, dialog=None):
    """The whole screen; a dialog gets the edge that a window manager would draw."""
    if name.split("-")[0] not in WISH["only"]:
        return
    settle(0.5)
    picture = QApplication.primaryScreen().grabWindow(0).toImage()
    if dialog is not None:
        painter = QPainter(picture)
        painter.setPen(QPen(dialog.palette().color(QPalette.ColorRole.Dark), 2))
        painter.drawRect(dialog.geometry())
        painter.end()
    path = FOLDER / f"{name}.png"
    for form in (picture.convertToFormat(QImage.Format.Format_RGB32), commonest(picture)):
        if not form.save(str(path), "PNG", 0):
            raise RuntimeError(f"{path} could not be written")
        if path.stat().st_size <= WISH["largest"]:
            break
    taken.append(str(path))


def wanted(*names):
    return any(name in WISH["only"] for name in names)


def action(key):
    from trygg.trygg_plugin.gui.shell import Shell  # noqa: F401  (the plugin must be loaded)

    return plugin._shell.action(key)


def part(name):
    return next(p for p in plugin._shell._parts if type(p).__name__ == name)


def middle(dialog):
    """Without a window manager nobody else puts a window where it can be seen."""
    place = window.geometry().center() - dialog.rect().center()
    dialog.move(max(place.x(), 0), max(place.y(), 0))
    settle()


def tidy():
    """A window with the layers, the map and our panel."""
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.setGeometry(0, 0, 1366, 768)
    for dock in window.findChildren(QDockWidget):
        if dock.objectName() not in ("Layers", "TryggPanel"):
            dock.hide()
    kept = ("mFileToolBar", "mMapNavToolBar", "mAttributesToolBar", "TryggToolBar")
    for bar in window.findChildren(QToolBar):
        if bar.parent() is window:
            bar.setVisible(bar.objectName() in kept)
    layers = window.findChild(QDockWidget, "Layers")
    layers.show()
    iface.messageBar().clearWidgets()  # noqa: F821
    settle()
    window.resizeDocks([layers, window.findChild(QDockWidget, "TryggPanel")], [270, 300],
                       Qt.Orientation.Horizontal)
    settle()


def quiet():
    iface.messageBar().clearWidgets()  # noqa: F821


if WISH["scale"] != 1.0:
    font = QApplication.font()
    font.setPointSizeF(font.pointSizeF() * WISH["scale"])
    QApplication.setFont(font)
utils.updateAvailablePlugins()
if not (utils.loadPlugin("trygg") and utils.startPlugin("trygg")):
    raise RuntimeError("the plugin did not load")
plugin = utils.plugins["trygg"]


def scenes():
    tidy()
    take("welcome")

    if wanted("create"):
        action("CreateWorkspace").trigger()
        dialog = part("WorkspacesPart")._dialog
        dialog.municipality.setCurrentIndex(dialog.municipality.findText("Falun"))
        dialog.file.setFilePath("C:/Trygghet/trygg-falun.gpkg")
        middle(dialog)
        take("create", dialog)
        dialog.reject()
        settle()

    if wanted("options"):
        from qgis.PyQt.QtCore import QTimer

        def look():
            dialog = QApplication.activeModalWidget()
            middle(dialog)
            take("options", dialog)
            dialog.reject()

        QTimer.singleShot(1500, look)
        iface.showOptionsDialog(window, "Trygg")  # noqa: F821

    if wanted("demo", "report", "import", "hotspots", "atlas"):
        demo = processing.run("trygg:createdemo", {
            "LANGUAGE": 0 if WISH["language"] == "sv" else 1, "TODAY": TODAY,
            "OUTPUT": str(SCRATCH / "trygg-demo.gpkg"),
        })  # fmt: skip
        part("WorkspacesPart").open(demo["PROJECT"])
        drawn()
        tidy()
        incidents = plugin._shell.current.layer("incident")
        places = [f.geometry().asPoint() for f in incidents.getFeatures() if f.hasGeometry()]
        xs, ys = sorted(p.x() for p in places), sorted(p.y() for p in places)
        east, north = xs[len(xs) // 2], ys[len(ys) // 2]
        canvas.setExtent(QgsRectangle(east - 2600, north - 2200, east + 2600, north + 2200))
        canvas.refresh()
        drawn()
        quiet()
        take("demo")

    if wanted("report"):
        action("Report").trigger()
        part("ReportPart")._tool.stop()
        part("ReportPart")._report_at(QgsPointXY(east, north))
        form = part("ReportPart")._form
        chosen = {"category": "vandalism", "subcategory": "graffiti", "severity": "2"}
        for key, code in chosen.items():
            combo = form.editor(key)
            combo.setCurrentIndex(combo.findData(code))
        form.editor("description").setPlainText("Klotter i gångtunneln. Bilen ABC123 stod kvar.")
        middle(form)
        quiet()
        take("report", form)
        form.reject()
        settle()

    if wanted("import"):
        source = SCRATCH / "Väktarrapporter maj.csv"
        source.write_bytes(CSV.format(x=int(east), y=int(north)).encode("cp1252"))
        action("Import").trigger()
        dialog = part("ImportPart")._dialog
        dialog.file.setFilePath(str(source))
        drawn()
        middle(dialog)
        take("import", dialog)
        dialog.tabs.setCurrentIndex(1)
        take("import-words", dialog)
        dialog.tabs.setCurrentIndex(2)
        take("import-source", dialog)
        dialog.close()
        settle()

    if wanted("hotspots"):
        processing.runAndLoadResults("trygg:getisord", {
            "INPUT": incidents.id(), "OUTPUT": str(SCRATCH / "hotspots.gpkg"),
        })  # fmt: skip
        # the symbols of thousands of incidents would hide what is shown
        canvas.setExtent(QgsRectangle(east - 2200, north - 1900, east + 2200, north + 1900))
        tree = QgsProject.instance().layerTreeRoot()
        tree.findLayer(incidents.id()).setItemVisibilityChecked(False)
        drawn()
        tidy()
        quiet()
        take("hotspots")

    if wanted("atlas"):
        atlas = processing.run("trygg:councilatlas", {
            "WORKSPACE": demo["OUTPUT"], "LANGUAGE": 0 if WISH["language"] == "sv" else 1,
            "OUTPUT": str(SCRATCH / "atlas.pdf"),
        })  # fmt: skip
        QgsProject.instance().setDirty(False)
        QgsProject.instance().read(atlas["PROJECT"])
        drawn()
        layouts = QgsProject.instance().layoutManager().layouts()
        designer = iface.openLayoutDesigner(layouts[0])  # noqa: F821
        designer.window().setGeometry(0, 0, 1366, 768)
        settle(1.0)
        designer.view().zoomFull()
        drawn()
        settle(2.0)
        take("atlas")
        designer.close()
        settle()


try:
    scenes()
finally:
    # or QGIS asks about layers in memory when it is told to end
    iface.newProject(False)  # noqa: F821
result = taken

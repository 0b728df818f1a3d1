"""Runs inside QGIS: sets up what each picture shows, as a person would, and takes it."""

import json
import sys
from pathlib import Path

import processing
from qgis import utils
from qgis.core import QgsApplication, QgsPointXY, QgsProject, QgsRectangle
from qgis.PyQt.QtWidgets import QApplication

sys.path.insert(0, str(Path(__file__).resolve().parent))
import inside_qgis as hands

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


def take(name, dialog=None):
    if name.split("-")[0] in WISH["only"]:
        path = FOLDER / f"{name}.png"
        hands.take(path, WISH["largest"], dialog)
        taken.append(str(path))


def wanted(*names):
    return any(name in WISH["only"] for name in names)


def action(key):
    from trygg.trygg_plugin.gui.shell import Shell  # noqa: F401  (the plugin must be loaded)

    return plugin._shell.action(key)


def part(name):
    return next(p for p in plugin._shell._parts if type(p).__name__ == name)


def tidy():
    """A window with the layers, the map and our panel."""
    quiet()
    bars = ["mFileToolBar", "mMapNavToolBar", "mAttributesToolBar", "TryggToolBar"]
    hands.arrange(window, ["TryggPanel"], bars)


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
        hands.middle(window, dialog)
        take("create", dialog)
        dialog.reject()
        hands.settle()

    if wanted("options"):
        from qgis.PyQt.QtCore import QTimer

        def look():
            dialog = QApplication.activeModalWidget()
            hands.middle(window, dialog)
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
        hands.drawn(canvas)
        tidy()
        incidents = plugin._shell.current.layer("incident")
        places = [f.geometry().asPoint() for f in incidents.getFeatures() if f.hasGeometry()]
        xs, ys = sorted(p.x() for p in places), sorted(p.y() for p in places)
        east, north = xs[len(xs) // 2], ys[len(ys) // 2]
        canvas.setExtent(QgsRectangle(east - 2600, north - 2200, east + 2600, north + 2200))
        canvas.refresh()
        hands.drawn(canvas)
        quiet()
        take("demo")

    if wanted("report"):
        action("Report").trigger()
        part("ReportPart")._tool.stop()
        part("ReportPart")._report_at(QgsPointXY(east, north))
        form = part("ReportPart")._form
        chosen = {"category": "vandalism", "subcategory": "graffiti", "severity": "2"}
        for key, code in chosen.items():
            hands.choose(form.editor(key), code)
        hands.write(form.editor("description"), "Klotter i gångtunneln. Bilen ABC123 stod kvar.")
        hands.middle(window, form)
        quiet()
        take("report", form)
        form.reject()
        hands.settle()

    if wanted("import"):
        source = SCRATCH / "Väktarrapporter maj.csv"
        source.write_bytes(CSV.format(x=int(east), y=int(north)).encode("cp1252"))
        action("Import").trigger()
        dialog = part("ImportPart")._dialog
        dialog.file.setFilePath(str(source))
        hands.drawn(canvas)
        hands.middle(window, dialog)
        take("import", dialog)
        hands.turn(dialog.tabs, dialog.tabs.widget(1))
        take("import-words", dialog)
        hands.turn(dialog.tabs, dialog.tabs.widget(2))
        take("import-source", dialog)
        dialog.close()
        hands.settle()

    if wanted("hotspots"):
        processing.runAndLoadResults("trygg:getisord", {
            "INPUT": incidents.id(), "OUTPUT": str(SCRATCH / "hotspots.gpkg"),
        })  # fmt: skip
        # the symbols of thousands of incidents would hide what is shown
        canvas.setExtent(QgsRectangle(east - 2200, north - 1900, east + 2200, north + 1900))
        tree = QgsProject.instance().layerTreeRoot()
        tree.findLayer(incidents.id()).setItemVisibilityChecked(False)
        hands.drawn(canvas)
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
        hands.drawn(canvas)
        layouts = QgsProject.instance().layoutManager().layouts()
        designer = iface.openLayoutDesigner(layouts[0])  # noqa: F821
        designer.window().setGeometry(0, 0, 1366, 768)
        hands.settle(1.0)
        designer.view().zoomFull()
        hands.drawn(canvas)
        hands.settle(2.0)
        take("atlas")
        designer.close()
        hands.settle()


try:
    scenes()
finally:
    # or QGIS asks about layers in memory when it is told to end
    iface.newProject(False)  # noqa: F821
result = taken

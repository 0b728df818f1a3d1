"""Runs in a process of its own: prints every layout of a project, as an officer would."""

from __future__ import annotations

import os
import sys

from qgis.core import Qgis, QgsApplication, QgsLayoutExporter, QgsProject


def main(path: str, folder: str) -> None:
    application = QgsApplication([], True)
    application.initQgis()
    project = QgsProject.instance()
    assert project.read(path)
    broken = [layer.name() for layer in project.mapLayers().values() if not layer.isValid()]
    assert not broken, broken
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    layouts = sorted(project.layoutManager().layouts(), key=lambda layout: layout.name())
    for number, layout in enumerate(layouts):
        target = os.path.join(folder, f"{number}.pdf")
        if layout.atlas().enabled():
            answer, problem = QgsLayoutExporter.exportToPdf(layout.atlas(), target, settings)
            assert answer == QgsLayoutExporter.ExportResult.Success, problem
        else:
            answer = QgsLayoutExporter(layout).exportToPdf(target, settings)
            assert answer == QgsLayoutExporter.ExportResult.Success
        print(layout.name(), flush=True)
    assert not any("trygg" in name for name in sys.modules)
    # QGIS 3.22 dies now and then while Python takes it apart.
    os._exit(0)


main(sys.argv[1], sys.argv[2])

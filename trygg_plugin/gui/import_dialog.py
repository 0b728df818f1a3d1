"""The dialog "Import incidents": choose a file, say what its columns and words mean, import."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any, Dict, List, Optional, Tuple

from qgis.core import QgsApplication, QgsMapLayer, QgsProcessing, QgsProject
from qgis.gui import QgisInterface, QgsFileWidget
from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
)

from ..data.workspace import Workspace
from ..domain.standard_problems import N_
from ..exchange.errors import ExchangeError
from ..exchange.profile import Profile, check_profile, load_profile, save_profile
from ..exchange.suggestion import suggest_profile
from ..i18n import tr, tr_error
from .algorithm_run import BackgroundRun, RunFailed
from .form_parts import file_field, name_buttons, note, remember_folder, shrink, start_folder
from .import_columns import ColumnsPage, with_columns
from .import_details import DetailsPage
from .import_scan import Scan, ScanTask
from .import_values import ValuesPage, by_its_words
from .written import count

ALGORITHM = "trygg:importincidents"
_DELIMITERS = {";": N_("semicolon"), ",": N_("comma"), "\t": N_("tab"), "|": N_("bar")}


class ImportDialog(QDialog):
    """Does not hold up QGIS; reading and importing are tasks with progress and cancel."""

    #: the import is done: counts by output name
    imported = pyqtSignal(dict)

    # handed over, so that a test can give a window of its own
    def __init__(  # noqa: QGS105
        self, iface: QgisInterface, workspace: Workspace, language: str
    ) -> None:
        super().__init__(iface.mainWindow())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Import incidents"))
        self._iface, self._workspace = iface, workspace
        self._scan: Optional[Scan] = None
        self._profile: Optional[Profile] = None
        self._loaded: Optional[Profile] = None
        self._scanning: Optional[ScanTask] = None
        self._run: Optional[BackgroundRun] = None
        self._folder: Optional[tempfile.TemporaryDirectory[str]] = None
        self.rejects: Optional[QgsMapLayer] = None
        self._make(workspace, language)
        self._show_state()

    def _make(self, workspace: Workspace, language: str) -> None:
        self.file = file_field(
            self, tr("File to import"), QgsFileWidget.StorageMode.GetFile,
            tr("Tables and layers") + " (*.csv *.txt *.tsv *.xlsx *.ods *.xls *.gpkg *.geojson "
            "*.json *.shp *.gml *.kml);;" + tr("All files") + " (*)",
        )
        self.sheet = QComboBox(self)
        self.sheet.setAccessibleName(tr("Sheet or layer"))
        shrink(self.sheet)
        self.sheet.hide()
        self.load = QPushButton(tr("&Load profile…"), self)
        self.keep = QPushButton(tr("Sa&ve profile…"), self)
        top = QHBoxLayout()
        label = QLabel(tr("&File"), self)
        label.setBuddy(self.file)
        for widget, stretch in ((label, 0), (self.file, 1), (self.sheet, 0),
                                (self.load, 0), (self.keep, 0)):
            top.addWidget(widget, stretch)
        self.state = note("", self)
        standard = workspace.standard
        organisations = [
            (row.uuid, str(row["name"]))
            for row in sorted(workspace.rows("actor"), key=lambda row: str(row["name"]))
        ]
        self.columns = ColumnsPage(standard, language, self)
        self.values = ValuesPage(standard, language, self)
        self.details = DetailsPage(standard, language, organisations, self)
        self.tabs = QTabWidget(self)
        self.tabs.addTab(self.columns, tr("&Columns"))
        self.tabs.addTab(self.values, tr("&Words"))
        self.tabs.addTab(self.details, tr("S&ource and all rows"))
        self.progress = QProgressBar(self)
        self.progress.setAccessibleName(tr("Progress"))
        self.progress.hide()
        self.show_rejects = QPushButton(tr("Show the rejected rows"), self)
        self.show_rejects.hide()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.start = self.buttons.addButton(
            tr("&Import"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.stop = self.buttons.addButton(
            tr("Cancel the import"), QDialogButtonBox.ButtonRole.ActionRole
        )
        bottom = QHBoxLayout()
        bottom.addWidget(self.progress, 1)
        bottom.addWidget(self.show_rejects)
        bottom.addStretch(0)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self.state)
        layout.addWidget(self.tabs, 1)
        layout.addLayout(bottom)
        layout.addWidget(self.buttons)
        line = self.fontMetrics().height()
        self.resize(QSize(52 * line, 36 * line).boundedTo(self._iface.mainWindow().size()))

        self.file.fileChanged.connect(self._file_changed)
        self.sheet.activated.connect(self._sheet_chosen)
        self.columns.changed.connect(self._columns_changed)
        self.load.clicked.connect(self._load_profile)
        self.keep.clicked.connect(self._save_profile)
        self.start.clicked.connect(self.run)
        self.stop.clicked.connect(self._cancel)
        self.show_rejects.clicked.connect(self._open_rejects)
        name_buttons(self.buttons)
        self.buttons.rejected.connect(self.close)

    # --- reading the file

    def _file_changed(self, _path: str = "") -> None:
        self.sheet.clear()
        self._read(None)

    def _sheet_chosen(self, _index: int) -> None:
        self._read(self.sheet.currentText())

    def _read(self, layer: Optional[str]) -> None:
        self._forget_scan()
        self._scan = self._profile = None
        path = self.file.filePath()
        if path:
            self._scanning = ScanTask(Path(path), layer, self._scanned)
            QgsApplication.taskManager().addTask(self._scanning)
        self._show_state()

    def _scanned(self, scan: Optional[Scan], problem: str) -> None:
        self._scanning = None
        self._scan = scan
        if scan is None:
            self._show_state(problem)
            return
        if self.sheet.count() == 0:
            self.sheet.addItems(scan.layers)
        self.sheet.setVisible(self.sheet.count() > 1)
        standard = self._workspace.standard
        named = suggest_profile(scan.columns, standard, scan.path.stem, self._workspace.crs)
        suggested = by_its_words(named, scan, standard)
        self.show_profile(self._fitting(self._loaded, scan) or suggested, scan)

    def _fitting(self, profile: Optional[Profile], scan: Scan) -> Optional[Profile]:
        """The loaded profile, if the file has the columns that it names."""
        if profile is None:
            return None
        try:
            check_profile(profile, scan.columns, self._workspace.standard)
        except ExchangeError as error:
            self._show_state(tr_error(error))
            return None
        return profile

    def show_profile(self, profile: Profile, scan: Scan) -> None:
        """Show a profile of what a file holds in all three pages."""
        self._profile = profile
        self.columns.show_scan(scan, profile)
        self.values.show_scan(scan, profile)
        self.details.show_profile(profile)
        self.details.allow_shared(profile)
        self._show_state()

    def _columns_changed(self) -> None:
        if self._scan is None or self._profile is None:
            return
        said = self.values.with_values(self._profile)
        self._profile = with_columns(said, self.columns.chosen())
        self.values.show_scan(self._scan, self._profile)
        self.details.allow_shared(self._profile)
        self._show_state(self.columns.problem())

    # --- profile

    def profile(self) -> Profile:
        """The profile as it is chosen now. Raises ExchangeError when it cannot work."""
        if self._scan is None or self._profile is None:
            raise ExchangeError("Choose a file first.")
        problem = self.columns.problem()
        if problem:
            raise ExchangeError("{sentence}", sentence=problem)
        made = with_columns(self.values.with_values(self._profile), self.columns.chosen())
        made = self.details.with_details(made)
        made = replace(
            made,
            layer=self._scan.layer,
            encoding=self._scan.encoding or None,
            delimiter=self._scan.delimiter or None,
        )
        check_profile(made, self._scan.columns, self._workspace.standard)
        return made

    def _load_profile(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(
            self, tr("Load profile"), start_folder(), tr("Import profiles") + " (*.json)"
        )
        if path:
            self.use_profile(Path(path))

    def use_profile(self, path: Path) -> None:
        """Take a saved profile for this file, or for the next one that is chosen."""
        try:
            self._loaded = load_profile(path)
        except ExchangeError as error:
            self._show_state(tr_error(error))
            return
        if self._scan is not None:
            fitting = self._fitting(self._loaded, self._scan)
            if fitting is not None:
                self.show_profile(fitting, self._scan)

    def _save_profile(self) -> None:
        try:
            made = self.profile()
        except ExchangeError as error:
            self._show_state(tr_error(error))
            return
        path, _kind = QFileDialog.getSaveFileName(
            self, tr("Save profile"), str(Path(start_folder()) / f"{made.source}.json"),
            tr("Import profiles") + " (*.json)",
        )
        if path:
            self.save_profile_to(Path(path).with_suffix(".json"))

    def save_profile_to(self, path: Path) -> None:
        """Save what is chosen now, to be used again."""
        try:
            # encoding and delimiter are the file's, not the source's
            save_profile(replace(self.profile(), encoding=None, delimiter=None), path)
        except ExchangeError as error:
            self._show_state(tr_error(error))
            return
        remember_folder(str(path))
        self._show_state(tr("The profile was saved to {path}.").format(path=path))

    # --- importing

    def run(self) -> None:
        """Import the file by the profile as it is chosen now."""
        try:
            made = self.profile()
            self._folder = tempfile.TemporaryDirectory(prefix="trygg-import-")
            path = Path(self._folder.name) / "profile.json"
            save_profile(made, path)
            self._run = BackgroundRun(ALGORITHM, self._parameters(path), self)
            self._run.progressed.connect(self._progressed)
            self._run.finished.connect(self._finished)
            self._run.start()
        except (ExchangeError, RunFailed) as error:
            self._run = None
            self._drop_folder()
            self._show_state(tr_error(error))
            return
        remember_folder(self.file.filePath())
        self.rejects = None
        self._show_state(tr("Importing… Cancelling leaves nothing behind."))

    def _parameters(self, profile: Path) -> Dict[str, Any]:
        return {
            "INPUT": self.file.filePath(),
            "PROFILE": str(profile),
            "WORKSPACE": self._workspace.source,
            "ARRIVAL": 0,
            "REJECTED": QgsProcessing.TEMPORARY_OUTPUT,
        }

    def _progressed(self, share: float) -> None:
        self.progress.setValue(int(share))  # noqa: QGS202  (no raster)

    def _cancel(self) -> None:
        if self._run is not None:
            self.stop.setEnabled(False)
            self._run.cancel()

    def _finished(self, succeeded: bool, results: Dict[str, Any], problem: str) -> None:
        run, self._run = self._run, None
        self._drop_folder()
        hidden = not self.isVisible()
        if not succeeded:
            self._show_state(problem)
            if hidden:
                self.close()
            return
        if run is not None and results.get("REJECTS"):
            self.rejects = run.context.takeResultLayer(str(results.get("REJECTED", "")))
        self._show_state(outcome(results))
        self.imported.emit(results)
        if hidden:
            self.close()

    def _open_rejects(self) -> None:
        if self.rejects is None:
            return
        if QgsProject.instance().mapLayer(self.rejects.id()) is None:
            self.rejects.setName(tr("Rejected rows of {file}").format(
                file=Path(self.file.filePath()).name))
            if QgsProject.instance().addMapLayer(self.rejects) is None:
                self._show_state(tr("The rejected rows cannot be shown: their table is gone."))
                return
        self._iface.showAttributeTable(self.rejects, "")

    # --- state

    def _show_state(self, sentence: str = "") -> None:
        reading, running = self._scanning is not None, self._run is not None
        if not sentence and reading:
            sentence = tr("Reading the file…")
        elif not sentence and self._scan is None:
            sentence = tr("Choose a file: CSV, Excel, ODS or any layer.")
        elif not sentence and self._scan is not None:
            sentence = _described(self._scan)
        self.state.setText(sentence)
        self.state.setAccessibleName(sentence)
        self.tabs.setEnabled(self._scan is not None and not running)
        self.start.setEnabled(self._scan is not None and not running)
        self.keep.setEnabled(self._scan is not None and not running)
        for widget in (self.file, self.sheet, self.load):
            widget.setEnabled(not running)
        self.stop.setVisible(running)
        self.stop.setEnabled(running)
        self.progress.setVisible(reading or running)
        # without an end in sight while the file is read
        self.progress.setRange(0, 100 if running else 0)
        if running:
            self.progress.setValue(0)  # noqa: QGS202  (no raster)
        self.show_rejects.setVisible(self.rejects is not None)

    def closeEvent(self, event: Any) -> None:  # noqa: N802
        if self._run is None:
            super().closeEvent(event)
            return
        self.reject()
        event.ignore()

    def reject(self) -> None:
        self._forget_scan()
        if self._run is None:
            super().reject()
            return
        # the task works with what this window owns: out of sight now, closed when it has ended
        self._cancel()
        self.hide()

    def _forget_scan(self) -> None:
        task, self._scanning = self._scanning, None
        if task is not None:
            try:
                task.cancel()
            except RuntimeError:
                return  # QGIS has deleted a task that ended

    def _drop_folder(self) -> None:
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None


def outcome(results: Dict[str, Any]) -> str:
    """What became of the rows, as a sentence."""
    counts = {key.lower(): count(int(results.get(key, 0)))
              for key in ("READ", "IMPORTED", "DUPLICATES", "REJECTS")}
    return tr("{read} rows read: {imported} imported, {duplicates} known before, {rejects} "
              "rejected.").format(**counts)


def _described(scan: Scan) -> str:
    parts: List[Tuple[str, str]] = []
    rows = tr("{file}: {rows} rows, {columns} columns").format(
        file=scan.path.name, rows=count(scan.rows), columns=len(scan.columns)
    )
    if scan.encoding:
        parts.append((tr("encoding"), scan.encoding))
    if scan.delimiter:
        parts.append((tr("delimiter"), tr(_DELIMITERS.get(scan.delimiter, scan.delimiter))))
    return ", ".join([rows, *(f"{name} {value}" for name, value in parts)]) + "."

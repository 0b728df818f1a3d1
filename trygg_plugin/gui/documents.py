"""The action "Documents…": which document, of what, in which formats, with links to the files."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Dict, List, Optional, Tuple

from qgis.core import QgsApplication
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from ..i18n import tr, tr_error, user_language
from . import settings
from .algorithm_run import RunFailed, run_here
from .form_parts import choice, file_field, note, remember_folder, start_folder
from .save_dialog import SaveDialog

if TYPE_CHECKING:
    from ..data.workspace import Workspace
    from ..reports.kinds import DocumentKind
    from .shell import Shell

#: Records of which the newest is most likely the one that is wanted.
_NEWEST_FIRST = ("period", "meeting", "walk", "document")
#: Longest part of a file name that a title gives.
_NAME = 60


class DocumentsPart:
    """Adds the action and opens what was written."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell

    def load(self) -> None:
        self._shell.add_action(
            "Documents", tr("Documents…"), self.choose,
            tip=tr("Situation pictures, plans, minutes and reports as PDF, DOCX and HTML"),
            in_toolbar=False,
        )
        self._shell.add_action(
            "Publish", tr("Publish…"), self.publish,
            tip=tr("A public edition of a document, without small counts"), in_toolbar=False,
        )

    def unload(self) -> None:
        """The action goes with the shell."""

    def publish(self) -> None:
        """Show the dialog for a public edition."""
        self.choose(public=True)

    def choose(self, kind: str = "", record: str = "", public: bool = False) -> None:
        """Show the dialog, with a document and a record chosen where a panel knows them."""
        workspace = self._shell.current.workspace
        if workspace is None:
            self._shell.messages.warning(tr(
                "No workspace is open. Open its project, create a workspace, or try the demo."))
            return
        dialog = DocumentsDialog(
            workspace, kind, record, self._shell.iface.mainWindow()
        )
        dialog.public.setChecked(public)
        if dialog.exec() and dialog.files:
            self.tell(dialog.files)
        dialog.deleteLater()

    def tell(self, files: List[Path]) -> None:
        links = [
            (path.suffix.lstrip(".").upper(), lambda path=path: _open(path)) for path in files
        ]
        links.append((tr("Open the folder"), lambda: _open(files[0].parent)))
        self._shell.messages.success(
            tr("The document was written: {name}.").format(name=files[0].stem), *links
        )


class DocumentsDialog(SaveDialog):
    """``files``: what was written, once accepted."""

    def __init__(
        self, workspace: Workspace, kind: str = "", record: str = "",
        parent: Optional[QWidget] = None,
    ) -> None:  # fmt: skip
        super().__init__(parent, tr("Documents"))
        from ..reports.documents import MODULES, kind_of

        self._workspace = workspace
        self.files: List[Path] = []
        self._kinds: Dict[str, DocumentKind] = {key: kind_of(key) for key in MODULES}
        language = user_language()
        self.kind = choice(
            [(key, one.title(language)) for key, one in self._kinds.items()], kind, self,
            tr("Document"),
        )
        self.record = choice([], "", self, tr("Record"))
        self.language = choice(
            settings.LANGUAGES, workspace.language, self, tr("Language of the document")
        )
        self.formats: Dict[str, QCheckBox] = {}
        row = QHBoxLayout()
        # no tr(): names are the same in every language
        for suffix, text in ((".pdf", "&PDF"), (".docx", "&Word"), (".html", "&HTML")):
            box = QCheckBox(text, self)
            box.setChecked(suffix != ".html")
            box.toggled.connect(self._look)
            self.formats[suffix] = box
            row.addWidget(box)
        row.addStretch(1)
        self.folder = file_field(self, tr("Folder"), QgsFileWidget.StorageMode.GetDirectory)
        self.folder.setFilePath(start_folder())
        self.keep = QCheckBox(tr("&Keep it as an adopted edition that never changes"), self)
        self.public = QCheckBox(tr("Pu&blish: a public edition without small counts"), self)
        self.public.toggled.connect(self._look)
        self.hint = note("", self)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(tr("&Document"), self.kind)
        form.addRow(tr("&Tells of"), self.record)
        form.addRow(tr("&Language"), self.language)
        form.addRow(tr("Formats"), row)
        form.addRow(tr("&Folder"), self.folder)
        layout = QVBoxLayout()
        layout.addLayout(form)
        layout.addWidget(self.public)
        layout.addWidget(self.keep)
        layout.addWidget(self.hint)
        layout.addStretch(1)
        self.finish(layout, tr("Write"))
        self.kind.currentIndexChanged.connect(self._list)
        self.record.currentIndexChanged.connect(self._look)
        self._list()
        if record:
            self.record.setCurrentIndex(max(0, self.record.findData(record)))
        self.resize(32 * self.fontMetrics().height(), self.sizeHint().height())

    @property
    def chosen(self) -> DocumentKind:
        return self._kinds[str(self.kind.currentData())]

    def suffixes(self) -> List[str]:
        return [suffix for suffix, box in self.formats.items() if box.isChecked()]

    def save(self) -> str:
        """Run the document's tool; a sentence when it cannot."""
        algorithm = f"trygg:{self.chosen.key.replace('_', '')}"
        suffixes = self.suffixes()
        folder = Path(self.folder.filePath())
        target = folder / f"{self._stem()}{suffixes[0]}"
        parameters = {
            "WORKSPACE": self._workspace.source,
            "LANGUAGE": self.language.currentIndex(), "KEEP": self.keep.isChecked(),
            "PUBLIC": self.public.isChecked(),
            "ALSO": ", ".join(suffix.lstrip(".") for suffix in suffixes[1:]),
            "OUTPUT": str(target),
        }  # fmt: skip
        record = self.record.currentData()
        if self.chosen.record is not None and record:
            parameters["RECORD"] = str(record)
        try:
            results, _log = run_here(
                self, algorithm, parameters, tr("The document is being written…")
            )
        except RunFailed as error:
            return str(error)
        remember_folder(str(target))
        self.files = [Path(name) for name in str(results["FILES"]).split(";")]
        return ""

    def _stem(self) -> str:
        """A file name from the document's and the record's, with what every disk takes."""
        said = self.chosen.title(str(self.language.currentData()))
        if self.chosen.record is not None and self.record.currentData():
            said = f"{said} {self.record.currentText()}"
        plain = re.sub(r"[^\w\-]+", "_", said, flags=re.UNICODE).strip("_")
        return plain[:_NAME].rstrip("_") or "trygg"

    def _list(self, *_: object) -> None:
        """The records that the chosen document may tell of."""
        kind = self.chosen
        self.record.clear()
        if not kind.needs_record:
            self.record.addItem(
                tr("All that are not solved") if kind.record == "problem"
                else tr("The last whole period") if kind.has_period else tr("All"), "")
        for uuid, title in _records(self._workspace, kind):
            self.record.addItem(title, uuid)
        if kind.record in _NEWEST_FIRST and not kind.needs_record and self.record.count() > 1:
            self.record.setCurrentIndex(1)
        self.record.setEnabled(kind.record is not None)
        self._look()

    def _look(self, *_: object) -> None:
        kind = self.chosen
        missing = kind.needs_record and not self.record.currentData()
        formats = self.suffixes()
        refused = self.public.isChecked() and not kind.public
        # a public edition is always kept
        self.keep.setEnabled(not self.public.isChecked())
        self.hint.setText(
            tr("This document tells of single records and has no public edition.") if refused
            else tr("There is no such record yet. Make it first in its layer or panel.") if missing
            else tr("Choose at least one format.") if not formats
            else tr("The PDF is for print. Publish the Word or web edition for those who listen "
                    "to it.") if formats == [".pdf"] else ""
        )
        self.hint.setVisible(bool(self.hint.text()))
        self.save_button.setEnabled(not missing and bool(formats) and not refused)


def _records(workspace: Workspace, kind: DocumentKind) -> List[Tuple[str, str]]:
    """uuid and title of the records, those that one most likely wants first."""
    if kind.record is None:
        return []
    from ..data.casework.titles import titles_of
    from ..data.errors import DataError

    try:
        return titles_of(workspace, kind.record, kind.of_kind)
    except DataError as error:  # the dialog opens without a list, and says why in the log
        QgsApplication.messageLog().logMessage(tr_error(error), "Trygg")
        return []


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


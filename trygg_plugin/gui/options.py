"""The page "Trygg" in QGIS's options."""

from __future__ import annotations

from typing import TYPE_CHECKING, List, Optional, Tuple

from qgis.core import QgsCoordinateReferenceSystem
from qgis.gui import (
    QgsFileWidget,
    QgsOptionsPageWidget,
    QgsProjectionSelectionWidget,
)
from qgis.PyQt.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ..i18n import tr
from . import settings
from .form_parts import choice, file_field, note, searched
from .settings_page import PageFactory, form_of

if TYPE_CHECKING:
    from .shell import Shell


class OptionsPart:
    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._factory: Optional[PageFactory] = None

    def load(self) -> None:
        self._factory = PageFactory(self._shell, OptionsPage)
        self._shell.iface.registerOptionsWidgetFactory(self._factory)

    def unload(self) -> None:
        if self._factory is not None:
            self._shell.iface.unregisterOptionsWidgetFactory(self._factory)
            self._factory = None


class OptionsPage(QgsOptionsPageWidget):
    """Settings of this user; those of a municipality are kept in its workspace when it is made."""

    def __init__(self, shell: Shell, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        # files are read for the lists: when the page is opened, not with QGIS
        from ..domain.standard import default_folder, load_standard
        from ..project.municipalities import municipalities

        workspace, language = shell.current.workspace, shell.current.language
        standard = workspace.standard if workspace else load_standard(default_folder())

        def codes(key: str) -> List[Tuple[str, str]]:
            return [(code.key, str(code.label[language])) for code in standard.codelists[key].codes
                    if not code.retired]

        self.municipality = choice(
            [("", tr("(none chosen)")), *municipalities()], settings.MUNICIPALITY.get(), self,
            tr("Municipality"),
        )
        searched(self.municipality)
        self.name = QLineEdit(settings.MUNICIPALITY_NAME.get(), self)
        self.language = choice(
            [("", tr("As QGIS")), *settings.LANGUAGES], settings.NEW_LANGUAGE.get(), self,
            tr("Language"),
        )
        self.crs = QgsProjectionSelectionWidget(self)
        self.crs.setCrs(QgsCoordinateReferenceSystem(settings.NEW_CRS.get()))
        self.logo = file_field(
            self, tr("Logo"), QgsFileWidget.StorageMode.GetFile,
            tr("Pictures") + " (*.svg *.png *.jpg *.jpeg)",
        )
        self.logo.setFilePath(settings.LOGO.get())
        self.period = choice(
            codes("period_kind"), settings.PERIOD_KIND.get(), self, tr("Period of reports")
        )
        organisations: List[Tuple[str, str]] = []
        if workspace is not None:
            organisations = sorted(
                ((row.uuid, str(row["name"])) for row in workspace.rows("actor")),
                key=lambda pair: pair[1].lower(),
            )
        self.organisation = choice(
            [("", tr("(not given)")), *organisations], settings.REPORTER_ORGANISATION.get(), self,
            tr("Organisation"),
        )
        self.organisation.setEnabled(workspace is not None)
        self.role = choice(
            [("", tr("(not given)")), *codes("reporter_role")], settings.REPORTER_ROLE.get(), self,
            tr("Role"),
        )
        form = form_of([
            (tr("For new workspaces and reports"), [
                (tr("&Municipality"), self.municipality),
                (tr("&Name on maps and reports"), self.name),
                (tr("&Language of layers and forms"), self.language),
                (tr("Coordinate &reference system"), self.crs),
                (tr("Lo&go"), self.logo),
                (tr("&Period of reports"), self.period),
            ]),
            (tr("Filled in when you report; the last answer is remembered"), [
                (tr("&Organisation"), self.organisation), (tr("Rol&e"), self.role),
            ]),
        ], self)  # fmt: skip
        if workspace is None:
            form.addRow(note(tr("Organisations can be chosen while a workspace is open."), self))
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addStretch(1)

    def apply(self) -> None:
        """Keep what is chosen."""
        crs = self.crs.crs()
        for setting, value in (
            (settings.MUNICIPALITY, self.municipality.currentData()),
            (settings.MUNICIPALITY_NAME, self.name.text().strip()),
            (settings.NEW_LANGUAGE, self.language.currentData()),
            (settings.NEW_CRS, crs.authid() if crs.isValid() else settings.NEW_CRS.default),
            (settings.LOGO, self.logo.filePath()),
            (settings.PERIOD_KIND, self.period.currentData()),
            (settings.REPORTER_ROLE, self.role.currentData()),
        ):
            setting.set(value or "")
        if self.organisation.isEnabled():
            settings.REPORTER_ORGANISATION.set(self.organisation.currentData() or "")

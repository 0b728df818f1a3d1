"""The page "Trygg" in the project's properties: what the municipality has chosen for all."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Callable, List, Optional, Tuple

from qgis.gui import QgsColorButton, QgsFileWidget, QgsOptionsPageWidget
from qgis.PyQt.QtCore import QDate
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import (
    QDateEdit,
    QDoubleSpinBox,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ..i18n import tr
from .form_parts import choice, file_field, note
from .settings_page import PageFactory, Row, form_of

if TYPE_CHECKING:
    from ..data.workspace import Workspace
    from .shell import Shell


class ProjectSettingsPart:
    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._factory: Optional[PageFactory] = None

    def load(self) -> None:
        self._factory = PageFactory(self._shell, ProjectSettingsPage)
        self._shell.iface.registerProjectPropertiesWidgetFactory(self._factory)

    def unload(self) -> None:
        if self._factory is not None:
            self._shell.iface.unregisterProjectPropertiesWidgetFactory(self._factory)
            self._factory = None


class ProjectSettingsPage(QgsOptionsPageWidget):
    """Settings that lie in the workspace, the same for all who work in it."""

    def __init__(self, shell: Shell, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._layout = QVBoxLayout(self)
        if shell.current.workspace is None:
            self._layout.addWidget(note(
                tr("This project shows no workspace of Trygg. What every workspace begins with "
                   "stands in QGIS's options, under Trygg."), self))
            self._layout.addStretch(1)
            return
        self._build(shell.current.workspace, shell.current.language)

    def _build(self, workspace: Workspace, language: str) -> None:
        from ..data.casework.duplicates import limits_of
        from ..data.casework.law import warning_months
        from ..data.casework.periods import ANCHOR, cadence
        from ..domain.periods import FORTNIGHT_ANCHOR, as_date
        from ..reports.context import COLOUR, COLOUR_KEY
        from .agenda_editor import AgendaEditor

        self.name = QLineEdit(workspace.municipality_name, self)
        self.logo = file_field(self, tr("Logo"), QgsFileWidget.StorageMode.GetFile,
                               tr("Pictures") + " (*.svg *.png *.jpg *.jpeg)")  # fmt: skip
        self.logo.setFilePath(workspace.meta.get("logo", ""))
        self.colour = QgsColorButton(self)
        self.colour.setAllowOpacity(False)
        self.colour.setColor(QColor(  # noqa: QGS202  (a button, no raster)
            workspace.meta.get(COLOUR_KEY) or COLOUR))
        self.colour.setToolTip(tr("Of titles and bands; dark enough for white letters"))
        self._colour = self.colour.color().name()
        kinds = [(code.key, str(code.label[language]))
                 for code in workspace.standard.codelists["period_kind"].codes
                 if not code.retired]  # fmt: skip
        self.cadence = choice(kinds, cadence(workspace), self, tr("Period"))
        anchor = as_date(workspace.meta.get(ANCHOR)) or FORTNIGHT_ANCHOR
        self.anchor = QDateEdit(QDate(anchor.year, anchor.month, anchor.day), self)
        self._anchor = self.anchor.date().toString("yyyy-MM-dd")
        self.anchor.setCalendarPopup(True)  # noqa: QGS202  (no raster)
        self.anchor.setToolTip(tr("Any Monday on which a fortnight began"))
        self.months = QSpinBox(self)
        self.months.setRange(0, 24)
        self.months.setValue(warning_months(workspace))  # noqa: QGS202  (no raster)
        self.months.setSuffix(" " + tr("months"))
        limits = limits_of(workspace)
        self.metres = _decimal(self, limits.distance, 1, 5000, " m", 0)
        self.hours = _decimal(self, limits.hours, 0.5, 24 * 31, " " + tr("hours"), 1)
        self.least = _decimal(self, 100 * limits.least, 0, 100, " %", 0)
        self.agenda = AgendaEditor(workspace, language, self)
        self._layout.addLayout(form_of(self._sections(), self))
        self._layout.addWidget(note(tr("Agendas of meetings"), self))
        self._layout.addWidget(self.agenda)

    def _sections(self) -> List[Tuple[str, List[Row]]]:
        return [
            (tr("On maps and documents"),
             [(tr("&Name of the municipality"), self.name), (tr("Lo&go"), self.logo),
              (tr("Co&lour of documents"), self.colour)]),
            (tr("The cycle"),
             [(tr("&Period"), self.cadence), (tr("A fortnight &began"), self.anchor),
              (tr("&Warn before the two years are over"), self.months)]),
            (tr("Reports that may be duplicates"),
             [(tr("At most this &far apart"), self.metres),
              (tr("At most this &long apart"), self.hours),
              (tr("Show from a &likeness of"), self.least)]),
        ]  # fmt: skip

    def apply(self) -> None:
        """Store what has changed; a refusal is told and leaves the rest as it was."""
        workspace = self._shell.current.workspace
        if workspace is None or not hasattr(self, "name"):
            return
        from ..data.errors import DataError

        try:
            for store in self._changes(workspace):
                store()
        except DataError as error:
            self._shell.messages.error(error)
            return
        self._shell.current.written.emit()

    def _changes(self, workspace: Workspace) -> List[Callable[[], Any]]:
        from ..data.casework import agenda, duplicates, law, periods
        from ..domain.duplicates import Limits
        from ..reports.context import COLOUR_KEY

        meta = workspace.meta
        found: List[Callable[[], Any]] = []
        for key, value, now in (
            ("municipality_name", self.name.text().strip(), workspace.municipality_name),
            ("logo", self.logo.filePath(), meta.get("logo", "")),
            (COLOUR_KEY, self.colour.color().name(), self._colour),
            (periods.ANCHOR, self.anchor.date().toString("yyyy-MM-dd"), self._anchor),
        ):
            if value != now:
                found.append(partial(workspace.set_meta, key, value or None))
        if self.cadence.currentData() != periods.cadence(workspace):
            found.append(lambda: periods.set_cadence(workspace, str(self.cadence.currentData())))
        if self.months.value() != law.warning_months(workspace):
            found.append(lambda: law.set_warning_months(workspace, self.months.value()))
        limits = Limits(self.metres.value(), self.hours.value(), self.least.value() / 100)
        if limits != duplicates.limits_of(workspace):
            found.append(lambda: duplicates.set_limits(workspace, limits))
        for kind, points in self.agenda.changed().items():
            found.append(partial(agenda.set_agenda, workspace, kind, points))
        return found


def _decimal(
    parent: QWidget, value: float, least: float, most: float, suffix: str, decimals: int
) -> QDoubleSpinBox:
    box = QDoubleSpinBox(parent)
    box.setDecimals(decimals)
    box.setRange(least, most)
    box.setSuffix(suffix)
    box.setValue(value)  # noqa: QGS202  (no raster)
    return box

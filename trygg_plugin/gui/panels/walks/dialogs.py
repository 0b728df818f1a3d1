"""The dialogs of safety walks: the plan with its participants, and a point with its photo."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Callable, Dict, List, Mapping, Optional, Sequence, Tuple

from qgis.core import QgsProject
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QGroupBox,
    QPushButton,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ....domain.record_types import RecordType
from ....domain.walks import MOST_PARTICIPANTS
from ....i18n import fill, tr
from ...form_parts import choice, file_field, note, remember_folder
from ...save_dialog import SaveDialog, scrolled
from ..parts.choices import Option, Options
from ..parts.field_form import FieldForm

WALK_FIELDS = (
    "title", "area", "premeeting_at", "walked_at", "feedback_meeting_at", "themes", "light",
    "purpose", "summary",
)  # fmt: skip
POINT_FIELDS = (
    "theme", "works_well", "place_name", "description", "proposal", "owner_organisation",
    "deadline",
)  # fmt: skip

#: Role, number and organisation (None: residents and visitors).
Group = Tuple[str, int, Optional[str]]


class _Dialog(SaveDialog):
    """A form that scrolls."""

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent, title)
        self.content = QWidget()
        self.inside = QVBoxLayout(self.content)
        self._scroll = scrolled(self.content, self)

    def finish_scrolled(self) -> None:
        self.finish(self._scroll)
        line = self.fontMetrics().height()
        self.resize(QSize(30 * line, 34 * line).boundedTo(self.parentWidget().window().size()))


class WalkDialog(_Dialog):
    """``stored`` gets values and participants, and gives a sentence when it was refused."""

    def __init__(
        self,
        parent: QWidget,
        record: RecordType,
        options: Options,
        language: str,
        values: Mapping[str, Any],
        groups: Sequence[Group],
        roles: Sequence[Option],
        organisations: Sequence[Option],
        stored: Callable[[Dict[str, Any], List[Group]], str],
    ) -> None:
        super().__init__(parent, tr("Safety walk"))
        self._stored = stored
        self.form = FieldForm(record, WALK_FIELDS, options, language, self.content)
        self.form.show_values(values)
        self.inside.addWidget(self.form)
        self.groups = _Groups(roles, organisations, self.content)
        for group in groups:
            self.groups.add(group)
        self.inside.addWidget(self.groups)
        self.finish_scrolled()

    def save(self) -> str:
        return self._stored(self.form.values(), self.groups.groups())


class _Groups(QGroupBox):
    """Who takes part: so many of an organisation in a role, never names."""

    def __init__(
        self, roles: Sequence[Option], organisations: Sequence[Option], parent: QWidget
    ) -> None:
        super().__init__(tr("Participants"), parent)
        self._roles, self._organisations = roles, organisations
        self._rows: List[Tuple[Any, Any, Any, Any]] = []
        self._grid = QGridLayout()
        self.count = note("", self)
        self.add_button = QPushButton(tr("Add participants"), self)
        self.add_button.clicked.connect(lambda _checked=False: self.add(("resident", 1, None)))
        layout = QVBoxLayout(self)
        layout.addWidget(note(tr("By organisation and role, never by name."), self))
        layout.addLayout(self._grid)
        layout.addWidget(self.add_button)
        layout.addWidget(self.count)
        self._counted()

    def add(self, group: Group) -> None:
        role, number, organisation = group
        roles = choice(self._roles, role, self, tr("Role"))
        organisations = choice(
            [("", tr("Residents and visitors")), *self._organisations], organisation or "", self,
            tr("Organisation"),
        )  # fmt: skip
        how_many = QSpinBox(self)
        how_many.setRange(1, 200)
        how_many.setValue(number)  # noqa: QGS202  (no raster)
        how_many.setAccessibleName(tr("Number of people"))
        how_many.valueChanged.connect(lambda _value: self._counted())
        remove = QToolButton(self)
        remove.setText("×")
        remove.setAccessibleName(tr("Remove the participants"))
        row = (roles, organisations, how_many, remove)
        remove.clicked.connect(lambda _checked=False: self._remove(row))
        place = self._grid.rowCount()
        for column, widget in enumerate(row):
            self._grid.addWidget(widget, place, column)
        self._rows.append(row)
        self._counted()

    def groups(self) -> List[Group]:
        return [
            (str(roles.currentData()), int(number.value()), organisations.currentData() or None)
            for roles, organisations, number, _remove in self._rows
        ]

    def _remove(self, row: Tuple[Any, Any, Any, Any]) -> None:
        self._rows.remove(row)
        for widget in row:
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._counted()

    def _counted(self) -> None:
        people = sum(number for _role, number, _organisation in self.groups())
        said = fill(tr("{count} people."), count=people)
        if people > MOST_PARTICIPANTS:
            said += " " + fill(
                tr("More than about {most} make talking difficult: walk in two groups."),
                most=MOST_PARTICIPANTS,
            )
        self.count.setText(said)


class PointDialog(_Dialog):
    """``stored`` gets the values, and gives a sentence when it was refused."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        record: RecordType,
        options: Options,
        language: str,
        values: Mapping[str, Any],
        stored: Callable[[Dict[str, Any]], str],
    ) -> None:
        super().__init__(parent, title)
        self._stored = stored
        self._had = values.get("photo")
        self.form = FieldForm(record, POINT_FIELDS, options, language, self.content)
        self.form.show_values(values)
        self.inside.addWidget(self.form)
        label = record.field("photo").label[language]
        self.photo = file_field(
            self.content, label, QgsFileWidget.StorageMode.GetFile,
            tr("Pictures") + " (*.jpg *.jpeg *.png *.webp *.heic)",
        )  # fmt: skip
        self.form.form.addRow(label, self.photo)
        self.kept = note(
            tr("There is a photo. Choose another one to replace it.") if self._had
            else tr("Place, time and camera are taken out of the file."), self.content,
        )  # fmt: skip
        self.form.form.addRow("", self.kept)
        self.confirmed = QCheckBox(record.field("photo_confirmed").label[language], self.content)
        self.confirmed.setChecked(bool(values.get("photo_confirmed")))
        self.form.form.addRow("", self.confirmed)
        self.photo.fileChanged.connect(lambda _path: self.confirmed.setChecked(False))
        self.finish_scrolled()

    def save(self) -> str:
        from ....exchange.errors import ExchangeError
        from ....exchange.photos import store_photo
        from ....i18n import tr_error

        values = self.form.values()
        path = self.photo.filePath()
        if path:
            if not self.confirmed.isChecked():
                return tr("Look at the photo and confirm that no faces or number plates are "
                          "visible.")
            try:
                values["photo"] = store_photo(
                    Path(path), Path(QgsProject.instance().absolutePath() or ".")
                )
            except ExchangeError as error:
                return tr_error(error)
            remember_folder(path)
            values["photo_confirmed"] = True
        elif self._had:
            values["photo_confirmed"] = self.confirmed.isChecked()
        return self._stored(values)

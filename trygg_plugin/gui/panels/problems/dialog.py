"""A new problem: what the chosen incidents suggest, to be put right before it is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List, Optional, Sequence

from qgis.core import QgsGeometry
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
)

from ....i18n import tr, tr_error
from ...form_parts import choice, note
from ...personal_data_notes import PersonalDataNote
from ...save_dialog import SaveDialog
from ..parts.choices import NOTHING, areas, codes, label_of
from ..parts.doing import user_name
from .source import around

if TYPE_CHECKING:
    from .page import ProblemsPage

_KEEP_PLACE, _HULL, _NO_PLACE = "given", "hull", "none"
_ROLE = Qt.ItemDataRole.UserRole


class ProblemDialog(SaveDialog):
    """Asks for title, phenomena, area and place; links the incidents when it is stored.

    ``place`` is a polygon that the incidents lie in. Raises DataError when none of the
    incidents can be the evidence of a problem.
    """

    #: uuid of the problem that was stored
    created = pyqtSignal(str)

    def __init__(
        self, page: ProblemsPage, incidents: Sequence[str], place: Optional[QgsGeometry]
    ) -> None:
        super().__init__(page, tr("New problem"))
        from ....data.casework.problems import Draft, draft_from_incidents

        self._page, self._place = page, place
        workspace, language = page.workspace, page.shell.current.language
        self.draft = (
            draft_from_incidents(workspace, incidents) if incidents else Draft((), 0, {})
        )
        record = workspace.standard.records["problem"]
        label = {field.key: field.label[language] for field in record.fields}

        self.title = QLineEdit(str(self.draft.values.get("title", "")), self)
        self.title.setMaxLength(record.field("title").max_length or 120)
        self.title.setPlaceholderText((record.field("title").help or {}).get(language, ""))
        self.phenomena = QListWidget(self)
        chosen = self.draft.values.get("phenomena", [])
        for key, name in codes(workspace, "category", language):
            count = self.draft.categories.get(key, 0)
            item = QListWidgetItem(f"{name} ({count})" if count else name, self.phenomena)
            item.setData(_ROLE, key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(
                Qt.CheckState.Checked if key in chosen else Qt.CheckState.Unchecked
            )
        self.phenomena.setMaximumHeight(self.fontMetrics().height() * 9)
        self.only_chosen = QCheckBox(tr("Link only incidents of these phenomena"), self)
        self.only_chosen.setVisible(len(self.draft.categories) > 1)
        self.area = choice(
            [NOTHING, *areas(workspace)], self.draft.values.get("area", ""), self, label["area"]
        )
        self.where = choice(self._places(), "", self, tr("Place on the map"))
        self.place_name = QLineEdit(str(self.draft.values.get("place_name", "")), self)
        self.place_name.setMaxLength(record.field("place_name").max_length or 120)
        self.description = QPlainTextEdit(self)
        self.description.setTabChangesFocus(True)
        self.description.setMaximumHeight(self.fontMetrics().height() * 5)
        self.description.setPlaceholderText((record.field("description").help or {})[language])
        self.warning = PersonalDataNote(language, self)
        self.description.textChanged.connect(
            lambda: self.warning.check(self.description.toPlainText())
        )
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for name, widget in (
            (label["title"], self.title),
            (label["phenomena"], self.phenomena),
            ("", self.only_chosen),
            (label["area"], self.area),
            (label["place_name"], self.place_name),
            (tr("Place on the map"), self.where),
            (label["description"], self.description),
            ("", self.warning),
        ):
            if name:
                widget.setAccessibleName(name)
            form.addRow(name, widget)
        content = QVBoxLayout()
        content.addWidget(note(self._told(language), self))
        content.addLayout(form, 1)
        self.finish(content, tr("Create problem"))
        self.accepted.connect(lambda: self.created.emit(self._made))
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.title.selectAll()

    def chosen_phenomena(self) -> List[str]:
        """Keys of the categories that are ticked."""
        items = [self.phenomena.item(row) for row in range(self.phenomena.count())]
        return [item.data(_ROLE) for item in items if item.checkState() == Qt.CheckState.Checked]

    def values(self) -> Dict[str, Any]:
        """The record as it is filled in."""
        phenomena = self.chosen_phenomena()
        children = {
            code.key: code.parent
            for code in self._page.workspace.standard.codelists["subcategory"].codes
        }
        kinds = [
            key for key in self.draft.values.get("subcategories") or []
            if children.get(key) in phenomena
        ]  # fmt: skip
        found = {
            "title": self.title.text().strip() or None,
            "phenomena": phenomena or None,
            "subcategories": kinds or None,
            "area": self.area.currentData() or None,
            "place_name": self.place_name.text().strip() or None,
            "description": self.description.toPlainText().strip() or None,
            "first_noticed": self.draft.values.get("first_noticed"),
        }
        # left out, a field gets its default
        return {key: value for key, value in found.items() if value is not None}

    def save(self) -> str:
        """Create the problem; a sentence when it was refused."""
        from ....data.casework.problems import create_problem
        from ....data.errors import DataError

        values = self.values()
        workspace = self._page.workspace
        missing = [key for key in ("title", "phenomena") if key not in values]
        if missing:
            record = workspace.standard.records["problem"]
            language = self._page.shell.current.language
            return tr("“{field}” is missing.").format(
                field=record.field(missing[0]).label[language])
        try:
            incidents = self._incidents(values["phenomena"])
            place = self._chosen_place(incidents)
        except DataError as error:
            return tr_error(error)

        def write() -> None:
            self._made = create_problem(
                workspace, values, incidents, place=place, user=user_name()
            )

        return self._page.doing.attempt(
            write,
            tr("The problem was created with one incident.") if len(incidents) == 1
            else tr("The problem was created with {count} incidents.").format(
                count=len(incidents)),
        )  # fmt: skip

    def _places(self) -> List[Any]:
        options = []
        if self._place is not None:
            options.append((_KEEP_PLACE, tr("The chosen areas")))
        if self.draft.incidents:
            options.append((_HULL, tr("Around the incidents")))
        options.append((_NO_PLACE, tr("None; drawn later")))
        return options

    def _told(self, language: str) -> str:
        count = len(self.draft.incidents)
        if not count:
            return tr("A problem without incidents needs other evidence: write in the description "
                      "what it rests on.")
        kinds = ", ".join(
            f"{label_of(self._page.workspace, 'category', key, language)} {number}"
            for key, number in self.draft.categories.items()
        )
        said = tr("Incidents that will be linked: {count} ({kinds}).").format(
            count=count, kinds=kinds)
        if self.draft.left_out:
            said += " " + tr("{count} were left out: drafts or rejected.").format(
                count=self.draft.left_out)
        return said

    def _incidents(self, phenomena: Sequence[str]) -> List[str]:
        if not self.only_chosen.isChecked():
            return list(self.draft.incidents)
        known = self.draft.category_of
        return [uuid for uuid in self.draft.incidents if known.get(uuid) in phenomena]

    def _chosen_place(self, incidents: Sequence[str]) -> Optional[QgsGeometry]:
        where = self.where.currentData()
        if where == _KEEP_PLACE:
            return self._place
        if where != _HULL:
            return None
        from ....data.casework.places import points_of

        return around(points_of(self._page.workspace, incidents).values())


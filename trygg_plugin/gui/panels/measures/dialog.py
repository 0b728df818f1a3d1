"""A measure: what, for which problem and causes, by whom and when, its SMART goal and place."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Dict, List, Optional

from qgis.core import QgsGeometry
from qgis.gui import QgsDateEdit
from qgis.PyQt.QtCore import QDate, Qt
from qgis.PyQt.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from ....data.casework import causes, measures, problems
from ....data.geometry import wkb_of
from ....data.records import Record
from ....data.transaction import KEEP
from ....domain.smart import SmartAnswer, smart_answers
from ....i18n import fill, tr
from ...form_parts import choice
from ...personal_data_notes import PersonalDataNote
from ...save_dialog import SaveDialog, scrolled
from ...written import read_number, typed
from ..parts.asking import Asking
from ..parts.choices import NOTHING, areas, codes, organisations
from ..parts.doing import user_name
from ..parts.draw_tool import DRAWING, LINE, POINT, POLYGON, DrawTool, in_crs
from ..parts.wrapped import Wrapped
from ..problems.source import selected_place

if TYPE_CHECKING:
    from ....reports.measure_baseline import Baseline
    from .page import MeasuresPage

_ROLE = Qt.ItemDataRole.UserRole
#: A sign before each question, so that colour is not needed.
_SIGNS = {True: "✓", False: "✗", None: "?"}


class MeasureDialog(SaveDialog):
    """``record`` is changed, or a new measure is planned for ``problem`` (uuid)."""

    def __init__(
        self, page: MeasuresPage, record: Optional[Record] = None, problem: str = ""
    ) -> None:
        super().__init__(
            page, tr("New measure") if record is None else str(record.values["title"])
        )
        self._page, self._record = page, record
        workspace, language = page.workspace, page.shell.current.language
        self._language = language
        self._type = workspace.standard.records["measure"]
        known: Dict[str, Any] = dict(record.values) if record is not None else {}
        #: what is drawn; KEEP while it is as it was
        self.place: Any = KEEP
        self._tool: Optional[DrawTool] = None
        self._asking = Asking()
        self.finished.connect(lambda _result: self._asking.stop())

        self.title = self._line(known, "title")
        self.of_problem = self._problems(str(known.get("problem") or problem))
        self.causes = QListWidget(self)
        self.causes.setMaximumHeight(self.fontMetrics().height() * 6)
        self.causes.setAccessibleName(tr("Causes it acts on"))
        self.kind = self._choice(
            "type", codes(workspace, "measure_type", language, str(known.get("type") or "")), known
        )
        self.approach = self._choice(
            "approach", [NOTHING, *codes(workspace, "measure_approach", language)], known
        )
        owner = str(known.get("responsible_organisation") or "")
        self.owner = self._choice(
            "responsible_organisation", [NOTHING, *organisations(workspace, owner)], known
        )
        self.function = self._line(known, "responsible_function")
        self.start, self.deadline = (
            self._day(known, "start_date"), self._day(known, "deadline")
        )  # fmt: skip
        self.area = self._choice("area", [NOTHING, *areas(workspace)], known)
        self.goal = QPlainTextEdit(str(known.get("goal") or ""), self)
        self.goal.setTabChangesFocus(True)
        self.goal.setMaximumHeight(self.fontMetrics().height() * 4)
        self.goal.setPlaceholderText(self._help("goal"))
        self.indicator = self._line(known, "indicator")
        self.baseline = self._number(known, "indicator_baseline")
        self.target = self._number(known, "indicator_target")
        self.reckon = QPushButton(tr("Compute"), self)
        self.reckon.setToolTip(tr("Incidents per month at the place over the last year"))
        self.reckon.clicked.connect(lambda _checked=False: self.compute_baseline())
        self.told = Wrapped("", self)
        self.told.hide()
        self.smart = Wrapped("", self)
        self.where = Wrapped("", self)
        self._layout(language)
        self.of_problem.currentIndexChanged.connect(lambda _index: self._fill_causes())
        for line in (self.indicator, self.baseline, self.target):
            line.textChanged.connect(lambda _text: self._check())
        self.goal.textChanged.connect(self._check)
        for combo in (self.owner, self.area):
            combo.currentIndexChanged.connect(lambda _index: self._check())
        self.deadline.dateChanged.connect(lambda _date: self._check())
        self._fill_causes()
        self._check()
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        line = self.fontMetrics().height()
        window = page.shell.iface.mainWindow().size()
        self.resize(min(32 * line, window.width()), min(42 * line, window.height()))

    # --- what is filled in

    def values(self) -> Dict[str, Any]:
        """The fields as they are filled in."""
        return {
            "title": self.title.text().strip() or None,
            "problem": self.of_problem.currentData() or None,
            "type": self.kind.currentData() or None,
            "approach": self.approach.currentData() or None,
            "responsible_organisation": self.owner.currentData() or None,
            "responsible_function": self.function.text().strip() or None,
            "start_date": _date_of(self.start),
            "deadline": _date_of(self.deadline),
            "area": self.area.currentData() or None,
            "goal": self.goal.toPlainText().strip() or None,
            "indicator": self.indicator.text().strip() or None,
            "indicator_baseline": read_number(self.baseline.text()),
            "indicator_target": read_number(self.target.text()),
        }

    def chosen_causes(self) -> List[str]:
        """uuids of the causes that are ticked."""
        items = [self.causes.item(row) for row in range(self.causes.count())]
        return [item.data(_ROLE) for item in items if item.checkState() == Qt.CheckState.Checked]

    def stored_place(self) -> Optional[bytes]:
        """The place as it will be stored, as WKB."""
        if self.place is KEEP:
            return None if self._record is None else self._record.geometry
        return wkb_of(self.place)

    def answers(self) -> List[SmartAnswer]:
        """What the SMART questions get from what is filled in."""
        known = {} if self._record is None else dict(self._record.values)
        return smart_answers({**known, **self.values()}, self.stored_place() is not None)

    # --- actions

    def save(self) -> str:
        """Save the measure; a sentence when it was refused."""
        values = self.values()
        for key in ("title", "problem", "type"):
            if values[key] is None:
                return tr("“{field}” is missing.").format(field=self._label(key))
        for key, line in (
            ("indicator_baseline", self.baseline), ("indicator_target", self.target)
        ):  # fmt: skip
            if line.text().strip() and values[key] is None:
                return tr("“{field}” is not a number.").format(field=self._label(key))
        workspace, record = self._page.workspace, self._record

        def write() -> None:
            if record is None:
                given = {key: value for key, value in values.items() if value is not None}
                measures.create_measure(
                    workspace, given, self.chosen_causes(),
                    place=None if self.place is KEEP else self.place, user=user_name(),
                )  # fmt: skip
            else:
                changed = {k: v for k, v in values.items() if v != record.values.get(k)}
                measures.change_measure(
                    workspace, record.uuid, changed, causes=self.chosen_causes(),
                    place=self.place, base_version=record.version, user=user_name(),
                )  # fmt: skip

        refusal = self._page.doing.attempt(
            write, tr("“{title}” is saved.").format(title=values["title"])
        )
        if not refusal:
            self._page._again()
        return refusal

    def compute_baseline(self) -> None:
        """Fill in the baseline from the incidents, counted away from the window, and say what
        was counted."""
        from ....reports.measure_baseline import baseline

        uuid = self.of_problem.currentData()
        if not uuid:
            self._tell(tr("Choose the problem first."))
            return
        workspace, place, today = self._page.workspace, self.stored_place(), date.today()
        self.reckon.setEnabled(False)
        self._tell(tr("Counting…"))
        self._asking.ask(
            tr("Counting the indicator of a measure"),
            lambda: baseline(workspace, place, workspace.get("problem", uuid), today),
            self._reckoned,
        )

    def _reckoned(self, made: Optional[Baseline], problem: str) -> None:
        self.reckon.setEnabled(True)
        if made is None:
            self._tell(problem)
            return
        self._tell(fill(tr(made.reason), **made.values))
        if made.per_month is not None:
            self.baseline.setText(typed(round(made.per_month, 1)))
            if not self.indicator.text().strip():
                word = {"sv": "Händelser per månad på platsen",
                        "en": "Incidents per month at the place"}  # fmt: skip
                self.indicator.setText(word[self._language])

    def draw(self, kind: str) -> None:
        """Draw the place on the map; the dialog comes back afterwards."""
        canvas = self._page.shell.iface.mapCanvas()
        self._tool = DrawTool(canvas, kind, self._drawn)
        self.hide()
        self._tool.start(self._page.shell, DRAWING[kind]())

    def take_selection(self) -> None:
        """The chosen features of the active layer become the place."""
        iface = self._page.shell.iface
        layer = iface.activeLayer() if hasattr(iface, "activeLayer") else None
        place = None
        if layer is not None and hasattr(layer, "selectedFeatures"):
            place = selected_place(layer, self._page.workspace.crs)
        if place is None:
            self._tell(tr("Choose something on the map in the active layer first."))
            return
        self._set_place(place)

    def take_problems_place(self) -> None:
        """The place of the problem becomes the measure's."""
        uuid = self.of_problem.currentData()
        record = self._page.workspace.get("problem", uuid) if uuid else None
        if record is None or record.geometry is None:
            self._tell(tr("The problem has no place on the map."))
            return
        place = QgsGeometry()
        place.fromWkb(record.geometry)
        self._set_place(place)

    # --- making

    def _layout(self, language: str) -> None:
        holder = QWidget(self)
        form = QFormLayout(holder)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        numbers = QHBoxLayout()
        numbers.addWidget(self.baseline, 1)
        numbers.addWidget(self.reckon)
        self.notes: Dict[str, PersonalDataNote] = {}
        rows: List[Any] = [
            ("title", self.title), ("problem", self.of_problem), (None, self.causes),
            ("type", self.kind), ("approach", self.approach),
            ("responsible_organisation", self.owner), ("responsible_function", self.function),
            ("start_date", self.start), ("deadline", self.deadline), ("goal", self.goal),
            ("indicator", self.indicator), ("indicator_baseline", numbers),
            ("", self.told), ("indicator_target", self.target), ("smart", self.smart),
            ("area", self.area),
        ]  # fmt: skip
        for key, widget in rows:
            if key == "smart":
                form.addRow(tr("Is the goal SMART?"), widget)
                continue
            label = tr("Causes it acts on") if key is None else self._label(key) if key else ""
            form.addRow(label, widget)
            if isinstance(widget, QWidget) and label:
                widget.setAccessibleName(label)
                widget.setToolTip(self._help(key) if key else "")
            if key and self._type.field(key).checked_for_personal_data:
                warning = self.notes[key] = PersonalDataNote(language, holder)
                form.addRow("", warning)
                self._watch(widget, warning)
        self.baseline.setAccessibleName(self._label("indicator_baseline"))
        form.addRow(tr("Place on the map"), self.where)
        places = QHBoxLayout()
        for text, slot in (
            (tr("Point"), lambda: self.draw(POINT)),
            (tr("Line"), lambda: self.draw(LINE)),
            (tr("Area"), lambda: self.draw(POLYGON)),
        ):
            places.addWidget(self._button(text, slot, holder))
        form.addRow("", places)
        others = QHBoxLayout()
        others.addWidget(self._button(tr("From the selection"), self.take_selection, holder))
        others.addWidget(self._button(tr("The problem’s"), self.take_problems_place, holder))
        form.addRow("", others)
        self.finish(scrolled(holder, self))

    def _button(self, text: str, slot: Any, parent: QWidget) -> QPushButton:
        button = QPushButton(text, parent)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: slot())
        return button

    def _problems(self, chosen: str) -> Any:
        rows = problems.open_problems(self._page.workspace)
        options = [(row.uuid, str(row["title"])) for row in rows]
        if chosen and chosen not in dict(options):
            title = str(self._page.workspace.get("problem", chosen, deleted=True)["title"])
            options.append((chosen, title))
        return choice(options, chosen, self, self._label("problem"))

    def _line(self, known: Dict[str, Any], key: str) -> QLineEdit:
        line = QLineEdit(str(known.get(key) or ""), self)
        line.setMaxLength(self._type.field(key).max_length or 200)
        line.setPlaceholderText(self._help(key))
        line.setCursorPosition(0)
        return line

    def _number(self, known: Dict[str, Any], key: str) -> QLineEdit:
        line = QLineEdit(self)
        value = known.get(key)
        if value is not None:
            line.setText(typed(value))
        line.setMinimumWidth(60)
        return line

    def _choice(self, key: str, options: Any, known: Dict[str, Any]) -> Any:
        return choice(options, str(known.get(key) or ""), self, self._label(key))

    def _day(self, known: Dict[str, Any], key: str) -> QgsDateEdit:
        edit = QgsDateEdit(self)
        edit.setDisplayFormat("yyyy-MM-dd")
        edit.setAllowNull(True)
        edit.setNullRepresentation("–")
        edit.setCalendarPopup(True)
        day = known.get(key)
        if day is None:
            edit.clear()
        else:
            edit.setDate(QDate(day.year, day.month, day.day))
        return edit

    def _watch(self, widget: Any, warning: PersonalDataNote) -> None:
        if isinstance(widget, QPlainTextEdit):
            widget.textChanged.connect(lambda: warning.check(widget.toPlainText()))
        elif isinstance(widget, QLineEdit):
            widget.textChanged.connect(warning.check)

    def _label(self, key: str) -> str:
        return str(self._type.field(key).label[self._language])

    def _help(self, key: Optional[str]) -> str:
        said = self._type.field(key).help if key else None
        return str(said[self._language]) if said is not None else ""

    # --- inside

    def _fill_causes(self) -> None:
        workspace, uuid = self._page.workspace, self.of_problem.currentData()
        chosen = set(self.chosen_causes())
        if self._record is not None and not self.causes.count():
            chosen = {c.uuid for c in measures.causes_of_measure(workspace, self._record.uuid)}
        self.causes.clear()
        for record in causes.causes_of(workspace, uuid) if uuid else []:
            item = QListWidgetItem(f"{record['number']} {record['title']}", self.causes)
            item.setData(_ROLE, record.uuid)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            ticked = record.uuid in chosen
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self.causes.setVisible(bool(self.causes.count()))

    def _check(self) -> None:
        """The five questions, with what is filled in now."""
        self.problem.hide()
        lines = []
        for answer in self.answers():
            hint = fill(tr(answer.hint), **answer.values)
            lines.append(f"{_SIGNS[answer.answer]} {tr(answer.question)} {hint}")
        self.smart.setText("\n".join(lines))
        place = self.stored_place()
        kinds = {0: tr("A point"), 1: tr("A line"), 2: tr("An area")}
        said = tr("None yet")
        if place is not None:
            geometry = QgsGeometry()
            geometry.fromWkb(place)
            said = kinds.get(geometry.constGet().dimension(), tr("An area"))
        self.where.setText(said)

    def _drawn(self, drawn: Optional[QgsGeometry]) -> None:
        self._tool = None
        if drawn is not None:
            place = in_crs(self._page.shell.iface.mapCanvas(), drawn, self._page.workspace.crs)
            if place is not None:
                self._set_place(place)
        self.show()

    def _set_place(self, place: QgsGeometry) -> None:
        self.place = place
        self._check()

    def _tell(self, sentence: str) -> None:
        self.told.setText(sentence)
        self.told.show()


def _date_of(edit: QgsDateEdit) -> Optional[date]:
    day = edit.date()
    return None if edit.isNull() or not day.isValid() else date(day.year(), day.month(), day.day())

"""What a measure did: places and days are chosen, the figures come with what they do not show."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Callable, List, Optional, Tuple

from qgis.core import QgsGeometry, QgsWkbTypes
from qgis.PyQt.QtCore import QDate, Qt
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ....domain.errors import DomainError
from ....i18n import tr, tr_error
from ...form_parts import choice
from ..parts.asking import Asking
from ..parts.picture import Picture
from ..parts.wrapped import Wrapped

if TYPE_CHECKING:
    from ....data.casework.followups import StoredEffect
    from ....data.records import Record
    from ....data.workspace import Workspace
    from ....domain.effect_windows import Windows
    from ....reports.effect import Effect, EffectInputs

#: Metres that a measure at a point or along a line is taken to reach, to begin with (ours).
REACH = 100
_OWN = "own"
#: uuid and name of an area in the list
_AREA = Qt.ItemDataRole.UserRole + 1


class EffectForm(QWidget):
    """Counts in the background; ``save`` stores an effect and gives a sentence when refused."""

    def __init__(self, parent: QWidget, save: Callable[[Effect], str]) -> None:
        super().__init__(parent)
        self._save = save
        self._asking = Asking()
        self._workspace: Optional[Workspace] = None
        self._measure: Optional[Record] = None
        self._problem: Optional[Record] = None
        self._language = "sv"
        self._stored: Optional[StoredEffect] = None
        self._windows: List[Windows] = []
        self.effect: Optional[Effect] = None
        self._make()

    def show_measure(
        self, workspace: Workspace, measure: Record, problem: Record,
        stored: Optional[StoredEffect], language: str,
    ) -> None:  # fmt: skip
        """Suggestions for a measure, and what is stored of it already."""
        from ....data.casework.places import first_day_known

        self.stop()
        self._workspace, self._measure, self._problem = workspace, measure, problem
        self._language, self._stored = language, stored
        geometry = _geometry(measure)
        self.reach.setVisible(
            geometry is not None
            and geometry.type() != QgsWkbTypes.GeometryType.PolygonGeometry
        )
        self._label(self.reach).setVisible(self.reach.isVisibleTo(self))
        self.ring.setValue(int(measure["buffer_distance"] or 0))  # noqa: QGS202  (no raster)
        start = measure["start_date"] or measure["deadline"] or date.today()
        self.start.blockSignals(True)
        self.start.setDate(QDate(start.year, start.month, start.day))
        self.start.blockSignals(False)
        self._first = first_day_known(workspace)
        self._offer_areas(geometry)
        self._offer_windows()
        self._show(None)
        self.repeat.setVisible(stored is not None)
        if stored is not None:
            self.told.setText(tr("Stored {day}: {sentence}").format(
                day=stored.date.isoformat(), sentence=stored.sentence))

    def stop(self) -> None:
        """What is being counted is no longer wanted."""
        self._asking.stop()
        self.count.setEnabled(True)

    # --- asking

    def reckon(self) -> None:
        """Count with what is chosen."""
        try:
            inputs = self.inputs()
        except DomainError as error:
            self._refuse(tr_error(error))
            return
        self._run(inputs, self._counted)

    def again(self) -> None:
        """Count with the stored inputs, and say whether the figures are the same."""
        from ....reports.effect import EffectInputs

        if self._stored is None:
            return
        try:
            inputs = EffectInputs.read(self._stored.inputs)
        except DomainError as error:
            self._refuse(tr_error(error))
            return
        self._run(inputs, self._repeated)

    def inputs(self) -> EffectInputs:
        """What is chosen; DomainError for what is missing."""
        from ....data.values import codes_of
        from ....reports.effect import inputs_of, place_of

        assert self._measure is not None and self._problem is not None  # nosec B101  (shown first)
        treated = place_of(_geometry(self._measure) or QgsGeometry(), self.reach.value())
        categories = codes_of(self._problem["phenomena"]) if self.only.isChecked() else ()
        return inputs_of(
            treated, str(self._measure["title"]), self._chosen_areas(), self.windows(),
            ring=self.ring.value(), categories=categories,
        )

    def windows(self) -> Windows:
        """The chosen days before and after."""
        from ....domain.effect_windows import Windows

        days = [edit.date().toPyDate() for edit in self.days]
        return Windows("", (days[0], days[1]), (days[2], days[3]))

    def _run(self, inputs: EffectInputs, told: Callable[[Any, str], None]) -> None:
        from ....reports.effect import effect_of

        workspace, language = self._workspace, self._language
        assert workspace is not None  # nosec B101  (the form is shown for a measure of it)
        self.count.setEnabled(False)
        self.told.setText(tr("Counting…"))
        self._asking.ask(
            tr("Reckoning the effect of a measure"),
            lambda: effect_of(workspace, inputs, language), told,
        )

    def _counted(self, effect: Optional[Effect], problem: str) -> None:
        self.count.setEnabled(True)
        if effect is None:
            self._refuse(problem)
            return
        self._show(effect)

    def _repeated(self, effect: Optional[Effect], problem: str) -> None:
        from ....reports.effect import differences, figure_text, figure_word

        self._counted(effect, problem)
        if effect is None or self._stored is None:
            return
        changed = differences(self._stored.figures, effect.figures)
        if not changed:
            said = tr("Repeated with the stored places and days: the figures are the same.")
        else:
            said = tr("Repeated with the stored places and days: other figures than then. "
                      "Incidents have been added or changed since.")
            said += " " + "; ".join(
                tr("{name}: {then} then, {now} now").format(
                    name=figure_word(name, self._language),
                    then=figure_text(name, then, self._language),
                    now=figure_text(name, now, self._language))
                for name, then, now in changed
            )
        self.compared.setText(said)
        self.compared.setVisible(True)

    # --- showing

    def _show(self, effect: Optional[Effect]) -> None:
        from ....reports.effect import chart, verdict_lines

        self.effect = effect
        self.compared.setVisible(False)
        for widget in (self.verdict, self.warning, self.picture, self.save_button):
            widget.setVisible(effect is not None)
        if effect is None:
            self.told.setText("")
            self.picture.show_drawing(None)
            return
        self.verdict.setText("\n".join(verdict_lines(effect, self._language)))
        warnings = list(effect.cautions)
        if effect.too_few:
            warnings.insert(0, tr("The numbers are too small to say anything about the effect. "
                                  "Wait, or choose longer periods."))
        self.warning.setText("\n".join(warnings))
        self.warning.setVisible(bool(warnings))
        language = self._language
        self.picture.show_drawing(
            lambda width: chart(effect, language, (width, 330))[0],
            chart(effect, language)[1],
        )
        self.told.setText("\n\n".join(effect.paragraphs))

    def _refuse(self, sentence: str) -> None:
        self._show(None)
        self.told.setText(sentence)
        self.told.setAccessibleName(sentence)

    def _store(self) -> None:
        if self.effect is not None:
            problem = self._save(self.effect)
            if problem:
                self.compared.setText(problem)
                self.compared.setVisible(True)

    # --- choosing

    def _make(self) -> None:
        self.reach = QSpinBox(self)
        self.reach.setRange(10, 5000)
        self.reach.setValue(REACH)  # noqa: QGS202  (no raster)
        self.ring = QSpinBox(self)
        self.ring.setRange(0, 5000)
        self.ring.setSpecialValueText(tr("not looked for"))
        for spin in (self.reach, self.ring):
            spin.setSingleStep(50)
            spin.setSuffix(" m")
        self.areas = QListWidget(self)
        self.areas.setFixedHeight(7 * self.fontMetrics().height())
        self.areas.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.areas.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.start = _day(self)
        self.start.dateChanged.connect(lambda _day: self._offer_windows())
        self.choice = choice([], "", self, tr("Days to compare"))
        self.choice.currentIndexChanged.connect(self._windows_chosen)
        self.days = [_day(self) for _ in range(4)]
        spans = []
        for first, last, name in ((0, 1, tr("Before")), (2, 3, tr("After"))):
            line = QHBoxLayout()
            for number, word in ((first, tr("first day")), (last, tr("last day"))):
                self.days[number].setAccessibleName(f"{name}, {word}")
                self.days[number].dateChanged.connect(lambda _day: self._own_days())
                line.addWidget(self.days[number], 1)
            spans.append((name, line))
        self.only = QCheckBox(tr("Only the phenomena of the problem"), self)
        self.only.setChecked(True)
        self.only.toggled.connect(self._tell_counts)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for label, widget in (
            (tr("Reaches"), self.reach), (tr("Comparison areas"), self.areas),
            (tr("Look for displacement within"), self.ring),
            (tr("The measure works from"), self.start), (tr("Days to compare"), self.choice),
            *spans, ("", self.only),
        ):  # fmt: skip
            form.addRow(label, widget)
            if isinstance(widget, QWidget) and label:
                widget.setAccessibleName(label)
        self._form = form
        self.count = QPushButton(tr("Reckon the effect"), self)
        self.count.clicked.connect(lambda _checked=False: self.reckon())
        self.repeat = QPushButton(tr("Repeat what is stored"), self)
        self.repeat.clicked.connect(lambda _checked=False: self.again())
        self.verdict = Wrapped("", self)
        bold = self.verdict.font()
        bold.setBold(True)
        self.verdict.setFont(bold)
        self.verdict.setAccessibleName(tr("Verdict"))
        self.warning = Wrapped("", self)
        # a frame of the text's own colour: seen in every theme, and not by colour alone
        self.warning.setFrameShape(QFrame.Shape.Box)
        self.warning.setFrameShadow(QFrame.Shadow.Plain)
        self.warning.setMargin(4)
        self.picture = Picture(self)
        self.told = Wrapped("", self)
        self.compared = Wrapped("", self)
        self.save_button = QPushButton(tr("Save as the measure's effect"), self)
        self.save_button.clicked.connect(lambda _checked=False: self._store())
        buttons = QHBoxLayout()
        buttons.addWidget(self.count, 1)
        buttons.addWidget(self.repeat, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addLayout(form)
        layout.addLayout(buttons)
        for part in (self.verdict, self.warning, self.picture, self.told, self.compared,
                     self.save_button):
            layout.addWidget(part)
        layout.addStretch(1)
        self._show(None)

    def _label(self, field: QWidget) -> QWidget:
        return self._form.labelForField(field)

    def _offer_areas(self, place: Optional[QgsGeometry]) -> None:
        """All areas but those that the measure reaches into; its own choice is ticked."""
        assert self._workspace is not None and self._measure is not None  # nosec B101 the form is shown with both
        self.areas.clear()
        wanted = self._measure["comparison_area"]
        for row in sorted(self._workspace.rows("area"), key=lambda row: str(row["name"])):
            shape = _geometry(row)
            if shape is None or (place is not None and shape.intersects(place)):
                continue
            item = QListWidgetItem(str(row["name"]))
            item.setData(_AREA, (row.uuid, str(row["name"])))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(
                Qt.CheckState.Checked if row.uuid == wanted else Qt.CheckState.Unchecked)
            item.setData(Qt.ItemDataRole.UserRole, shape)
            self.areas.addItem(item)

    def _chosen_areas(self) -> List[Tuple[str, QgsGeometry]]:
        items = [self.areas.item(row) for row in range(self.areas.count())]
        return [
            (item.data(_AREA)[1], item.data(Qt.ItemDataRole.UserRole)) for item in items
            if item.checkState() == Qt.CheckState.Checked
        ]

    def _tell_counts(self, *_: object) -> None:
        """How many incidents each area had before: a comparison without any says nothing."""
        from ....data.casework.places import counts_by_area
        from ....data.values import codes_of

        if self._workspace is None or self._problem is None:
            return
        days = [edit.date().toPyDate() for edit in self.days[:2]]
        categories = codes_of(self._problem["phenomena"]) if self.only.isChecked() else ()
        counts = counts_by_area(
            self._workspace, categories=categories, since=days[0], until=days[1])
        for row in range(self.areas.count()):
            item = self.areas.item(row)
            uuid, name = item.data(_AREA)
            item.setText(tr("{area}: {count} before").format(
                area=name, count=counts.get(uuid, 0)))

    def _offer_windows(self) -> None:
        from ....domain.effect_windows import suggest

        yesterday = date.today() - timedelta(days=1)
        self._windows = suggest(self.start.date().toPyDate(), yesterday, self._first)
        words = {"season": tr("Same season the year before"),
                 "adjacent": tr("As many days right before")}
        self.choice.blockSignals(True)
        self.choice.clear()
        for number, one in enumerate(self._windows):
            days = tr("{days} days").format(days=one.lengths[1])
            self.choice.addItem(f"{words[one.kind]} ({days})", number)
        self.choice.addItem(tr("Own days"), _OWN)
        self.choice.blockSignals(False)
        self.choice.setCurrentIndex(0)
        self._windows_chosen()

    def _windows_chosen(self, *_: object) -> None:
        number = self.choice.currentData()
        if number is None or number == _OWN:
            return
        one = self._windows[number]
        for edit, day in zip(self.days, (*one.before, *one.after)):
            edit.blockSignals(True)
            edit.setDate(QDate(day.year, day.month, day.day))
            edit.blockSignals(False)
        self._tell_counts()

    def _own_days(self) -> None:
        """A day that is changed by hand makes the choice one of one's own."""
        self.choice.blockSignals(True)
        self.choice.setCurrentIndex(self.choice.findData(_OWN))
        self.choice.blockSignals(False)
        self._tell_counts()


def _day(parent: QWidget) -> QDateEdit:
    edit = QDateEdit(parent)
    edit.setCalendarPopup(True)
    edit.setDisplayFormat("yyyy-MM-dd")
    return edit


def _geometry(record: Record) -> Optional[QgsGeometry]:
    if not record.geometry:
        return None
    made = QgsGeometry()
    made.fromWkb(record.geometry)
    return None if made.isEmpty() else made

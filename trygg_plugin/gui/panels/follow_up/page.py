"""Follow-up: which measures are due, what became of them, and whether they helped."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Dict, List, Optional

from qgis.PyQt.QtWidgets import (
    QComboBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ....domain.errors import DomainError
from ....i18n import fill, tr, tr_error, user_language
from ...form_parts import choice
from ...help import help_button
from ...map_selection import MapSelection
from ...panel import PanelPage
from ...written import number
from ..parts.asking import Asking
from ..parts.choices import colour_of, label_of
from ..parts.doing import Doing, user_name
from ..parts.lights import light_icon
from ..parts.line_list import LineList
from ..parts.status_icon import status_icon
from ..parts.wrapped import Wrapped
from .decisions import DecisionsTab
from .effect_form import EffectForm
from .form import FollowUpForm, months_since

if TYPE_CHECKING:
    from ....data.casework.followups import DueMeasure
    from ....data.records import Record
    from ....reports.effect import Effect
    from ...shell import Shell

#: What the list shows: days ahead within which a measure falls due.
NOW, SOON, ALL = 0, 30, 100_000
#: Pixels at the edges: there are tabs in tabs, and a panel may be 320 wide.
_EDGE = 4


class FollowUpPage(PanelPage):
    """The measures that are due, the chosen one's follow-up and effect; and meetings' decisions."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.doing = Doing(shell)
        self.measure: Optional[Record] = None
        self._asking = Asking()
        self.places = MapSelection(shell.iface, shell.current, "measure", self)
        self.places.changed.connect(self._map_chose)
        self.within: QComboBox = choice(
            [(str(NOW), tr("Due now")), (str(SOON), tr("Due within 30 days")),
             (str(ALL), tr("All that will fall due"))], str(NOW), self, tr("Which measures"))
        self.within.currentIndexChanged.connect(lambda _index: self._read())
        self.empty = Wrapped("", self)
        self.list = LineList(
            tr("Measures to follow up"), (tr("Measure"), tr("Why now"), tr("Who")), self)
        self.list.currentItemChanged.connect(lambda *_: self._list_chose())
        self.about = Wrapped("", self)
        self.form = FollowUpForm(self, self._save, self._reckon)
        self.effect = EffectForm(self, self._save_effect)
        self.earlier = Wrapped("", self)
        first = QWidget(self)
        column = QVBoxLayout(first)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        column.addWidget(self.earlier)
        self.tabs = QTabWidget(self)
        self.tabs.addTab(first, tr("Follow-up"))
        self.tabs.addTab(self.effect, tr("Effect"))
        self.decisions = DecisionsTab(self)
        measures = QWidget(self)
        inside = QVBoxLayout(measures)
        inside.setContentsMargins(0, 0, 0, 0)
        for widget in (self.within, self.empty, self.list, self.about):
            inside.addWidget(widget)
        inside.addWidget(self.tabs, 1)
        self.kinds = QTabWidget(self)
        self.kinds.setDocumentMode(True)
        self.kinds.addTab(measures, tr("Measures"))
        self.kinds.addTab(self.decisions, tr("Decisions"))
        self.kinds.setCornerWidget(help_button("uppfoljning", self))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[_EDGE] * 4)
        layout.addWidget(self.kinds)
        self.rights.hold("follow_up.record", self.form.save_button)
        self.rights.hold("follow_up.effect", self.effect.save_button)
        self.rights.hold("decision.carry_out", self.decisions.button)
        self._show(None)

    # --- the frame

    def opened(self) -> None:
        self.doing.forget()
        self._show(None)

    def closed(self) -> None:
        self._stop()
        self.list.clear()
        self.decisions.clear()
        self._show(None)

    def unload(self) -> None:
        self._stop()
        self.places.unload()

    def refresh(self) -> None:
        self.places.follow()
        self._read()
        self.decisions.read()

    def _stop(self) -> None:
        self._asking.stop()
        self.effect.stop()

    # --- the list

    def _read(self) -> None:
        from ....data.casework.followups import due_list

        if self.shell.current.workspace is None:
            return
        chosen = None if self.measure is None else self.measure.uuid
        rows = due_list(self.workspace, date.today(), within=int(self.within.currentData()))
        self.list.blockSignals(True)
        self.list.clear()
        for one in rows:
            self._add(one)
        self.list.blockSignals(False)
        self.empty.setVisible(not rows)
        if not rows:
            self.empty.setText(
                tr("No measure is due. Choose “All that will fall due”, or choose a measure on "
                   "the map."))
        item = self._item_of(chosen)
        if item is not None:
            self.list.blockSignals(True)
            self.list.setCurrentItem(item)
            self.list.blockSignals(False)
        elif chosen is None and rows:
            self.list.setCurrentItem(self.list.topLevelItem(0))

    def _add(self, one: DueMeasure) -> None:
        from ....reports.charts.language import Language
        from ....reports.meeting_points import due_words

        say, today = Language(user_language()).say, date.today()
        icon = None
        if one.colour:
            icon = light_icon(one.colour, colour_of(self.workspace, "traffic_light", one.colour))
        late = one.due.overdue(today) > 0
        if late and icon is None:
            icon = status_icon("overdue")
        self.list.add(
            one.uuid, (one.title, due_words(one, today, say), one.responsible),
            presses="overdue" if late else "", icon=icon, more=one.problem,
        )  # fmt: skip

    def _item_of(self, uuid: Optional[str]) -> Any:
        return self.list.item_of(uuid)

    def _list_chose(self) -> None:
        uuid = self.list.uuid()
        if uuid is not None:
            self.show_measure(uuid)
            self.places.select([uuid], show=True)

    def _map_chose(self, uuids: List[str]) -> None:
        if len(uuids) == 1 and self.shell.current.workspace is not None:
            self.show_measure(uuids[0])

    # --- the chosen measure

    def show_measure(self, uuid: str) -> None:
        """Show one measure, due or not."""
        self._show(self.workspace.get("measure", uuid))
        item = self._item_of(uuid)
        if item is not None:
            self.list.blockSignals(True)
            self.list.setCurrentItem(item)
            self.list.blockSignals(False)

    def _show(self, measure: Optional[Record]) -> None:
        self._stop()
        self.measure = measure
        self.tabs.setVisible(measure is not None)
        self.about.setVisible(measure is not None)
        if measure is None:
            return
        from ....data.casework.followups import follow_ups_of, stored_effect

        workspace, language = self.workspace, self.shell.current.language
        with workspace.reading():
            problem = workspace.get("problem", measure["problem"])
            earlier = follow_ups_of(workspace, measure.uuid)
        self.about.setText(self._told(measure, problem))
        self.form.show_measure(workspace, measure, language)
        self.earlier.setText(self._earlier(earlier))
        effects = [one for one in map(stored_effect, earlier) if one is not None]
        self.effect.show_measure(
            workspace, measure, problem, effects[0] if effects else None, language)

    def _told(self, measure: Record, problem: Record) -> str:
        """What was meant, in a few lines."""
        state = label_of(
            self.workspace, "measure_state", measure["status"], self.shell.current.language)
        lines = [f"{measure['title']} – {state}", str(problem["title"])]
        if measure["goal"]:
            lines.append(tr("Goal: {goal}").format(goal=measure["goal"]))
        if measure["indicator"]:
            lines.append(tr("{indicator}: from {baseline} to {target}").format(
                indicator=measure["indicator"], baseline=number(measure["indicator_baseline"]),
                target=number(measure["indicator_target"])))
        return "\n".join(lines)

    def _earlier(self, rows: List[Record]) -> str:
        language = self.shell.current.language
        lines = []
        for row in rows:
            colour = label_of(self.workspace, "traffic_light", row["colour"], language)
            why = row["reason"] or row["result"] or ""
            lines.append(f"{row['date']}: {colour}" + (f" – {why}" if why else ""))
        return "\n".join([tr("Earlier follow-ups"), *lines]) if lines else ""

    def _reckon(self) -> None:
        """The indicator's value since the measure began, counted away from the window."""
        from ....reports.measure_baseline import baseline

        measure, workspace = self.measure, self.workspace
        if measure is None:
            return
        problem = workspace.get("problem", measure["problem"])
        day = self.form.day.date().toPyDate()
        months = months_since(measure["start_date"], day)
        self.form.reckon.setEnabled(False)
        self.form.say_value(tr("Counting…"))
        self._asking.ask(
            tr("Counting the indicator of a measure"),
            lambda: baseline(workspace, measure.geometry, problem, day, months), self._reckoned,
        )

    def _reckoned(self, found: Any, problem: str) -> None:
        self.form.reckon.setEnabled(True)
        if found is None:
            self.form.say_value(problem)
            return
        self.form.show_value(found.per_month, fill(tr(found.reason), **found.values))

    def _save(self, filled: Dict[str, Any]) -> str:
        from ....data.casework.followups import record_follow_up

        measure = self.measure
        if measure is None:
            return ""
        values = filled.pop("values")
        return self._do(lambda: record_follow_up(
            self.workspace, measure.uuid, values, base_version=measure.version,
            user=user_name(), **filled,
        ), tr("The follow-up of “{title}” is stored.").format(title=measure["title"]))  # fmt: skip

    def _save_effect(self, effect: Effect) -> str:
        from ....data.casework.followups import follow_ups_of, store_effect

        measure = self.measure
        if measure is None:
            return ""
        today = date.today()
        # into today's follow-up where there is one without an effect; else one of its own
        open_one = next(
            (row.uuid for row in follow_ups_of(self.workspace, measure.uuid)
             if row["date"] == today and not row["effect_parameters"]), None)  # fmt: skip
        wdd = effect.difference
        numbers = (None, None, None) if effect.too_few else (wdd.estimate, wdd.low, wdd.high)
        return self._do(lambda: store_effect(
            self.workspace, measure.uuid, method="wdd", estimate=numbers[0], low=numbers[1],
            high=numbers[2], sentence=effect.text, inputs=effect.inputs.stored(),
            figures=effect.figures, follow_up=open_one, day=today, colour=effect.light,
            user=user_name(),
        ), tr("The effect of “{title}” is stored.").format(title=measure["title"]))  # fmt: skip

    def _do(self, action: Any, done: str) -> str:
        """Run an action; "" or the sentence why it was refused, told where it was asked for."""
        from ....data.casework.undo import changes_since, mark, undo
        from ....data.errors import DataError

        measure, workspace = self.measure, self.workspace
        try:
            before = mark(workspace)
            action()
            last = changes_since(workspace, before)
        except (DataError, DomainError) as error:
            return tr_error(error)
        self.shell.messages.success(done, (tr("Undo"), lambda: self.doing.do(
            lambda: undo(workspace, last, user=user_name(), note=tr("Undone")), tr("Undone."))))
        if measure is not None:
            self.show_measure(measure.uuid)
        return ""


"""How a problem develops: its incidents, their months, and its light in a period."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, List, Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ....i18n import fill, tr
from ...form_parts import choice
from ...written import day
from ..parts.asking import Asking
from ..parts.choices import NOTHING, codes, label_of
from ..parts.doing import user_name
from ..parts.lights import light_icon
from ..parts.picture import Picture
from ..parts.wrapped import Wrapped

if TYPE_CHECKING:
    from ....data.records import Record
    from ....reports.problem_figures import ProblemPicture
    from .page import ProblemsPage

#: Periods that can be looked at: this one and so many before.
_BACK = 3


class OverviewTab(QWidget):
    """Figures of the chosen problem; read in a task, since the first ones load the statistics."""

    #: the figures have come: a ProblemPicture
    pictured = pyqtSignal(object)

    def __init__(self, page: ProblemsPage) -> None:
        super().__init__(page)
        self._page = page
        self._asking = Asking()
        self._problem: Optional[Record] = None
        self._fresh: List[str] = []
        #: what is shown
        self.picture: Optional[ProblemPicture] = None
        layout = QVBoxLayout(self)
        self.period = choice([], "", self, tr("Period"))
        self.period.currentIndexChanged.connect(lambda _index: self._ask())
        layout.addWidget(self.period)
        self.figures = Wrapped("", self)
        layout.addWidget(self.figures)
        self.curve = Picture(self)
        layout.addWidget(self.curve)

        self.suggested = Wrapped("", self)
        layout.addWidget(self.suggested)
        row = QHBoxLayout()
        self.light_state = Wrapped("", self)
        layout.addWidget(self.light_state)
        self.light = choice([], "", self, tr("Traffic light"))
        self.light.setMinimumContentsLength(6)
        row.addWidget(self.light, 1)
        self.reason = QLineEdit(self)
        self.reason.setMaxLength(500)
        self.reason.setPlaceholderText(tr("Why this colour"))
        self.reason.setAccessibleName(tr("Why this colour"))
        self.store_light = QPushButton(tr("Set light"), self)
        self.store_light.clicked.connect(lambda _checked=False: self.set_light())
        row.addWidget(self.store_light)
        layout.addLayout(row)
        layout.addWidget(self.reason)

        self.link_chosen = QPushButton(self)
        self.link_chosen.clicked.connect(lambda _checked=False: self.link_selected())
        self.unlink_chosen = QPushButton(self)
        self.unlink_chosen.clicked.connect(lambda _checked=False: self.unlink_selected())
        self.link_fresh = QPushButton(self)
        self.link_fresh.clicked.connect(lambda _checked=False: self.link_new())
        for button in (self.link_fresh, self.link_chosen, self.unlink_chosen):
            layout.addWidget(button)
        layout.addStretch(1)
        self.selected(0)

    def show_problem(self, problem: Record) -> None:
        if self._problem is None or self._problem.uuid != problem.uuid:
            # the figures of the same problem stay until the new ones have come
            self.picture = None
            self.figures.setText(tr("Counting…"))
            self.curve.show_drawing(None)
            self.link_fresh.hide()
        self._problem = problem
        self._fill_choices()
        self._ask()

    def stop(self) -> None:
        """No problem is shown any more."""
        self._asking.stop()
        self._problem, self.picture = None, None

    def selected(self, count: int) -> None:
        """So many incidents are chosen on the map."""
        self.link_chosen.setVisible(count > 0)
        self.unlink_chosen.setVisible(count > 0)
        self.link_chosen.setText(tr("Link the selected ({count})").format(count=count))
        self.unlink_chosen.setText(tr("Unlink the selected ({count})").format(count=count))

    # --- actions

    def link_selected(self) -> None:
        self._link(self._page.incidents.uuids())

    def link_new(self) -> None:
        """The incidents of these phenomena at this place that came since."""
        self._link(self._fresh)

    def unlink_selected(self) -> None:
        from ....data.casework.problems import unlink

        problem, uuids = self._problem, self._page.incidents.uuids()
        if problem is None:
            return
        taken: List[int] = []
        self._page.doing.do(
            lambda: taken.append(
                unlink(self._page.workspace, problem.uuid, uuids, user=user_name())
            ),
            tr("The selected incidents are no longer linked to the problem."),
        )

    def set_light(self) -> None:
        """Store the colour and the reason for the period that is shown."""
        from ....data.casework.periods import open_period
        from ....data.casework.problems import set_light

        problem, colour = self._problem, self.light.currentData()
        period = self._period()
        if problem is None or not colour or period is None:
            return
        workspace = self._page.workspace
        self._page.doing.do(
            lambda: set_light(
                workspace, problem.uuid, open_period(workspace, period, user=user_name()),
                colour, self.reason.text().strip(), user=user_name(),
            ),
            tr("The light is set."),
        )  # fmt: skip

    # --- inside

    def _link(self, uuids: List[str]) -> None:
        from ....data.casework.problems import link

        problem = self._problem
        if problem is None or not uuids:
            return
        self._page.doing.do(
            lambda: link(self._page.workspace, problem.uuid, uuids, user=user_name()),
            tr("The incident is linked to the problem.") if len(uuids) == 1
            else tr("{count} incidents are linked to the problem.").format(count=len(uuids)),
        )

    def _fill_choices(self) -> None:
        from ....data.casework.periods import period_at
        from ....domain.periods import previous, title

        workspace, language = self._page.workspace, self._page.shell.current.language
        period = period_at(workspace, date.today())
        kept = self.period.currentIndex()
        self.period.blockSignals(True)
        self.period.clear()
        for _ in range(_BACK + 1):
            self.period.addItem(title(period, language), period)
            period = previous(period)
        self.period.setCurrentIndex(max(0, kept))
        self.period.blockSignals(False)
        self.light.clear()
        lights = workspace.standard.codelists["traffic_light"].codes
        colours = {code.key: code.colour or "" for code in lights}
        for key, label in [NOTHING, *codes(workspace, "traffic_light", language)]:
            self.light.addItem(light_icon(key, colours.get(key, "")), label, key)

    def _period(self) -> Any:
        return self.period.currentData()

    def _ask(self) -> None:
        problem, period = self._problem, self._period()
        if problem is None or period is None:
            return
        workspace = self._page.workspace

        def question() -> Any:
            from ....data.casework.periods import find
            from ....data.casework.problems import lights_of
            from ....reports.problem_figures import not_linked_yet, problem_picture

            with workspace.reading():
                known = find(workspace, period)
                light = next(
                    (row for row in lights_of(workspace, problem.uuid)
                     if known is not None and row["period"] == known.uuid), None,
                )  # fmt: skip
                picture = problem_picture(workspace, problem, period, date.today())
                return picture, not_linked_yet(workspace, problem, problem["first_noticed"]), light

        self._asking.ask(tr("Counting a problem’s incidents"), question, self._told)

    def _told(self, answer: Any, sentence: str) -> None:
        if answer is None:
            self.figures.setText(sentence)
            return
        picture, self._fresh, light = answer
        self.picture = picture
        self.figures.setText("\n".join(self._sentences(picture)))
        self.link_fresh.setVisible(bool(self._fresh))
        self.link_fresh.setText(
            tr("Link new at the place ({count})").format(count=len(self._fresh))
        )
        self._draw(picture)
        self._show_light(picture, light)
        self.pictured.emit(picture)

    def _sentences(self, picture: ProblemPicture) -> List[str]:
        until = ""
        if picture.last < picture.period.end:
            until = " " + tr("(up to {day})").format(day=day(picture.last))
        said = [
            tr("Incidents in the period{until}: {count}. Linked to the problem in all: {linked}.")
            .format(count=picture.count, until=until, linked=picture.linked)
        ]
        for earlier, name in (
            (picture.previous, tr("As many days of the previous period: {count}{verdict}")),
            (picture.last_year, tr("The same days last year: {count}{verdict}")),
        ):
            if earlier.before is not None:
                # nothing then and nothing now is no difference to judge
                some = bool(earlier.before or picture.count)
                said.append("• " + name.format(
                    count=earlier.before, verdict=_verdict(earlier.verdict) if some else ""))
        if picture.trend is not None:
            said.append("• " + tr(picture.trend.sentence).format(months=picture.trend.months))
        return said

    def _draw(self, picture: ProblemPicture) -> None:
        from ....reports.charts import monthly_curve, monthly_curve_text

        language = self._page.shell.current.language
        now, earlier = list(picture.months[-12:]), list(picture.months[:-12])
        if not now:
            self.curve.show_drawing(None)
            return
        year, month = picture.first_month
        index = year * 12 + month - 1 + len(earlier)
        first = (index // 12, index % 12 + 1)
        before: List[Any] = [None] * (12 - len(earlier)) + earlier if len(now) == 12 else []
        last_year = before if any(value is not None for value in before) else None
        self.curve.show_drawing(
            lambda width: monthly_curve(
                now, first, language, last_year, size=(width, min(240, max(170, width // 2)))
            ),
            monthly_curve_text(now, first, language, last_year),
        )

    def _show_light(self, picture: ProblemPicture, light: Any) -> None:
        workspace, language = self._page.workspace, self._page.shell.current.language
        word = label_of(workspace, "traffic_light", picture.light.colour, language)
        self.suggested.setText(
            tr("Suggested light: {colour}. {reason}").format(
                colour=word, reason=fill(tr(picture.light.reason), **picture.light.values)
            )
        )
        colour = picture.light.colour if light is None else str(light["colour"])
        self.light.setCurrentIndex(max(0, self.light.findData(colour)))
        self.reason.setText("" if light is None else str(light["reason"] or ""))
        self.light_state.setText(
            tr("The light of this period is not set yet.") if light is None
            else tr("The light is set for this period.")
        )  # fmt: skip


def _verdict(verdict: str) -> str:
    if verdict == "higher":
        return tr(" – it has certainly become more")
    if verdict == "lower":
        return tr(" – it has certainly become less")
    return tr(" – the difference can be chance") if verdict == "unclear" else ""

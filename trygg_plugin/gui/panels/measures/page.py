"""Measures by state and by deadline: moved, opened, shown on the map, sent to calendars."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Dict, List, Optional, Sequence

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QShortcut,
    QSizePolicy,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ....data.casework import measures
from ....data.casework.measure_cards import MOST, Card, read_cards
from ....data.errors import DataError
from ....domain.acts import step
from ....domain.state_needs import missing_for_state
from ....domain.states import MEASURE, next_states
from ....i18n import tr, tr_error
from ...form_parts import choice, remember_folder, start_folder
from ...map_selection import MapSelection
from ...panel import PanelPage
from ..parts.choices import label_of, options_of, organisations
from ..parts.doing import Doing, user_name
from ..parts.step_dialog import StepDialog
from ..parts.wrapped import Wrapped
from .board import CardGroups, Group, MeasureBoard
from .dialog import MeasureDialog

if TYPE_CHECKING:
    from ...shell import Shell


class MeasuresPage(PanelPage):
    """Board and list of the same measures, and what can be done with the chosen one."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.doing = Doing(shell, self._can_undo)
        self.cards: List[Card] = []
        self.places = MapSelection(shell.iface, shell.current, "measure", self)
        self.places.changed.connect(self._map_chose)
        self._dialog: Any = None
        layout = QVBoxLayout(self)
        layout.addLayout(self._make_top())
        self.overdue = self._make_overdue()
        layout.addWidget(self.overdue)
        self.empty = Wrapped("", self)
        layout.addWidget(self.empty)
        self.first = QPushButton(tr("Open the panel of problems"), self)
        self.first.clicked.connect(lambda _checked=False: self._open_problems())
        layout.addWidget(self.first)
        self.tabs = QTabWidget(self)
        self.board = MeasureBoard(self._state, self.tabs)
        self.list = CardGroups(tr("Measures by deadline"), self.tabs)
        self.tabs.addTab(self.board, tr("Board"))
        self.tabs.addTab(self.list, tr("By deadline"))
        self.tabs.currentChanged.connect(lambda _index: self._chose(self.card()))
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self._make_bottom())
        self.board.chosen.connect(self._chose)
        self.board.opened.connect(self.open_card)
        self.board.moved.connect(self.move)
        self.list.currentItemChanged.connect(lambda *_: self._chose(self.list.card()))
        self.list.itemActivated.connect(lambda *_: self.open_card(self.list.card()))
        self.list.forward.connect(self._forward)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        undo.activated.connect(self.doing.undo)
        self.rights.hold("measure.create", self.create)
        self.rights.hold("measure.delete", self.remove)
        self._chose(None)

    # --- the frame

    def opened(self) -> None:
        self.doing.forget()

    def closed(self) -> None:
        self.cards = []
        self._fill({})

    def unload(self) -> None:
        self.places.unload()

    def refresh(self) -> None:
        workspace = self.workspace
        with workspace.reading():
            self._fill_owners()
            self.cards = read_cards(
                workspace, date.today(), search=self.search.text().strip(),
                owner=str(self.owner.currentData() or ""),
            )  # fmt: skip
            problems = workspace.query(
                "SELECT count(*) AS n FROM problem WHERE deleted_at IS NULL"
            )[0]["n"]
        colours = workspace.standard.codelists["traffic_light"].codes
        self._fill({code.key: code.colour or "" for code in colours})
        filtered = bool(self.search.text().strip() or self.owner.currentData())
        self.empty.setVisible(not self.cards)
        self.first.setVisible(not self.cards and not problems)
        self.create.setEnabled(bool(problems))
        if filtered:
            said = tr("No measure fits the search.")
        elif problems:
            said = tr("No measures yet. Plan the first one for a problem: who does what by when.")
        else:
            said = tr("Every measure rests on a problem, and there is none yet. Create the "
                      "problem first.")
        if len(self.cards) == MOST:
            said = tr("The first {count} measures are shown; search for others.").format(count=MOST)
            self.empty.show()
        self.empty.setText(said)

    # --- actions

    def create_measure(self, problem: str = "") -> None:
        """Plan a new measure, for a problem when one is given."""
        self._open(MeasureDialog(self, None, problem or self._current_problem()))

    def open_card(self, card: Optional[Card]) -> None:
        """The chosen measure, to be read and changed."""
        if card is None:
            return
        try:
            record = self.workspace.get("measure", card.uuid)
        except DataError as error:
            self.shell.messages.error(error)
            return
        dialog = MeasureDialog(self, record)
        self.rights.hold("measure.change", dialog.save_button)
        self._open(dialog)

    def move(self, uuid: str, state: str, *, ask: bool = False) -> None:
        """Take a measure to a state; asks for what the state needs, and with ``ask`` for a note."""
        card = next((card for card in self.cards if card.uuid == uuid), None)
        if card is None or card.status == state:
            return
        try:
            record = self.workspace.get("measure", uuid)
        except DataError as error:
            self.shell.messages.error(error)
            return
        missing = missing_for_state(
            self.workspace.standard.records["measure"], record.values, state
        )
        title = tr("“{title}” is now: {state}.").format(title=card.title, state=self._state(state))

        def take(values: Dict[str, Any], written: Optional[str]) -> str:
            fine = self.doing.do(
                lambda: measures.advance(
                    self.workspace, uuid, state, values, note=written,
                    base_version=card.version, user=user_name(),
                ),
                title,
            )  # fmt: skip
            self._again()
            return "" if fine else tr("The state was not changed; see the message above the map.")

        if not missing and not ask:
            take({}, None)
            return
        language = self.shell.current.language
        self._open(StepDialog(
            self, f"{card.title}: {self._state(state)}", missing,
            options_of(self.workspace, language), language, take,
        ))  # fmt: skip

    def show_on_map(self) -> None:
        """The place of the chosen measure, chosen and in view."""
        card = self.card()
        if card is not None:
            self.places.select([card.uuid], show=True)

    def delete(self) -> None:
        """Delete the chosen measure; it stays in history and can be brought back."""
        card = self.card()
        if card is None:
            return
        self.doing.do(
            lambda: self.workspace.delete(
                "measure", card.uuid, base_version=card.version, user=user_name()
            ),
            tr("“{title}” was deleted.").format(title=card.title),
        )
        self._again()

    def save_calendar(self) -> None:
        """Ask where to, and write the deadlines of what is shown there."""
        suggested = str(Path(start_folder()) / tr("measures.ics"))
        path, _kind = QFileDialog.getSaveFileName(
            self, tr("Calendar file of deadlines"), suggested, tr("Calendar (*.ics)")
        )
        if path:
            self.write_calendar(path)

    def write_calendar(self, path: str) -> None:
        """The deadlines of all measures, or of the organisation that is chosen, as a file."""
        from ....exchange.calendar_file import measures_calendar

        target = Path(path if path.lower().endswith(".ics") else f"{path}.ics")
        try:
            made = measures_calendar(
                self.workspace, self.shell.current.language,
                organisation=self.owner.currentData() or None,
            )  # fmt: skip
            target.write_bytes(made.text.encode("utf-8"))
        except (DataError, OSError) as error:
            self.shell.messages.warning(
                tr("The calendar file was not written: {reason}").format(reason=tr_error(error))
            )
            return
        remember_folder(str(target))
        said = tr("{count} deadlines were written to {file}.").format(
            count=made.count, file=target.name)
        if made.kept_back:
            said += " " + tr("{count} were kept back: the secrecy of their problem is to be "
                             "assessed first.").format(count=made.kept_back)
        self.shell.messages.success(said)

    def card(self) -> Optional[Card]:
        """The chosen measure."""
        return self.board.card() if self.tabs.currentIndex() == 0 else self.list.card()

    # --- making

    def _make_top(self) -> QVBoxLayout:
        self.create = QToolButton(self)
        self.create.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.create.setIcon(QgsApplication.getThemeIcon("symbologyAdd.svg"))
        self.create.setText(tr("New measure"))
        self.create.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.create.clicked.connect(lambda _checked=False: self.create_measure())
        self.calendar = self._tool(
            tr("Save deadlines as a calendar file (.ics)"), "mIconCalendar.svg",
            "mActionFileSave.svg", self.save_calendar,
        )  # fmt: skip
        self.undo = self._tool(
            tr("Undo what this panel did last (Ctrl+Z)"), "mActionUndo.svg", "", self.doing.undo
        )
        self.undo.setEnabled(False)
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(tr("Search"))
        self.search.setAccessibleName(tr("Search measures"))
        self.search.textChanged.connect(lambda _text: self._again())
        self.owner = choice([("", tr("All organisations"))], "", self, tr("Responsible"))
        self.owner.setMinimumContentsLength(8)
        self.owner.currentIndexChanged.connect(lambda _index: self._again())
        rows = QVBoxLayout()
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.create, 1)
        for button in (self.calendar, self.undo):
            first.addWidget(button)
        second.addWidget(self.search, 1)
        second.addWidget(self.owner, 1)
        rows.addLayout(first)
        rows.addLayout(second)
        self.create.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return rows

    def _tool(self, text: str, drawing: str, instead: str, slot: Any) -> QToolButton:
        button = QToolButton(self)
        icon = QgsApplication.getThemeIcon(drawing)
        button.setIcon(icon if not icon.isNull() or not instead
                       else QgsApplication.getThemeIcon(instead))
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda _checked=False: slot())
        return button

    def _make_overdue(self) -> QWidget:
        box = QWidget(self)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        sign = QLabel(box)
        height = self.fontMetrics().height()
        sign.setPixmap(QgsApplication.getThemeIcon("mIconWarning.svg").pixmap(height, height))
        self.overdue_text = Wrapped("", box)
        row.addWidget(sign)
        row.addWidget(self.overdue_text, 1)
        box.hide()
        return box

    def _make_bottom(self) -> QWidget:
        self.bottom = QWidget(self)
        layout = QVBoxLayout(self.bottom)
        layout.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        self.heading = Wrapped("", self.bottom)
        font = self.heading.font()
        font.setBold(True)
        self.heading.setFont(font)
        row.addWidget(self.heading, 1)
        row.addWidget(self._tool(
            tr("Open (Enter)"), "mActionFormView.svg", "", lambda: self.open_card(self.card())
        ))  # fmt: skip
        row.addWidget(self._tool(
            tr("Show on map"), "mActionZoomToSelected.svg", "", self.show_on_map
        ))  # fmt: skip
        self.remove = self._tool(tr("Delete"), "mActionDeleteSelected.svg", "", self.delete)
        row.addWidget(self.remove)
        layout.addLayout(row)
        self.step = QToolButton(self.bottom)
        self.step.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.step.setMenu(QMenu(self.step))
        self.step.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.step.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout.addWidget(self.step)
        return self.bottom

    # --- inside

    def _state(self, key: str) -> str:
        if self.shell.current.workspace is None:
            return key
        return label_of(self.workspace, "measure_state", key, self.shell.current.language)

    def _fill(self, colours: Dict[str, str]) -> None:
        chosen = self.card()
        self.board.show_cards(self.cards, colours)
        self.list.blockSignals(True)
        self.list.show_groups(_by_deadline(self.cards), colours)
        if chosen is not None:
            self.list.choose(chosen.uuid)
        self.list.blockSignals(False)
        late = sum(card.urgency.kind == "overdue" for card in self.cards)
        self.overdue.setVisible(bool(late))
        self.overdue_text.setText(tr("Overdue measures: {count}").format(count=late))
        self._chose(self.card())

    def _fill_owners(self) -> None:
        kept = self.owner.currentData()
        self.owner.blockSignals(True)
        self.owner.clear()
        self.owner.addItem(tr("All organisations"), "")
        for key, name in organisations(self.workspace):
            self.owner.addItem(name, key)
        self.owner.setCurrentIndex(max(0, self.owner.findData(kept)))
        self.owner.blockSignals(False)

    def _chose(self, card: Optional[Card]) -> None:
        self.bottom.setVisible(card is not None)
        if card is None:
            return
        self.heading.setText(card.title)
        self.step.setText(tr("{state} – next step").format(state=self._state(card.status)))
        self.step.setAccessibleName(self.step.text())
        menu = self.step.menu()
        menu.clear()
        following = next_states(MEASURE, card.status)
        for state in following:
            entry = menu.addAction(
                self._state(state),
                lambda state=state: self.move(card.uuid, state, ask=True),
            )
            self.rights.hold(step("measure", card.status, state), entry)
        self.step.setEnabled(bool(following))
        self.places.select([card.uuid])

    def _forward(self) -> None:
        card = self.list.card()
        following = () if card is None else next_states(MEASURE, card.status)
        if card is not None and following:
            self.move(card.uuid, following[0])

    def _map_chose(self, uuids: List[str]) -> None:
        if len(uuids) == 1 and self.isVisible():
            self.board.choose(uuids[0])
            self.list.choose(uuids[0])
            self._chose(self.card())

    def _current_problem(self) -> str:
        """The problem that its panel shows, if there is one."""
        for part in self.shell._parts:
            dock = getattr(part, "dock", None) if getattr(part, "key", "") == "Problems" else None
            shown = getattr(dock.page, "problem", None) if dock is not None else None
            if shown is not None:
                return str(shown.uuid)
        return ""

    def _open_problems(self) -> None:
        action = self.shell.action("Problems")
        if action is not None and not action.isChecked():
            action.trigger()

    def _open(self, dialog: Any) -> None:
        self._dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _can_undo(self) -> None:
        self.undo.setEnabled(self.doing.can_undo)

    def _again(self) -> None:
        """Read at once, and tell when the database cannot be asked."""
        if self.shell.current.workspace is None:
            return
        try:
            self.refresh()
        except DataError as error:
            self.shell.messages.error(error)


def _by_deadline(cards: Sequence[Card]) -> List[Group]:
    titles = (
        ("overdue", tr("Overdue")),
        ("soon", tr("Soon")),
        ("later", tr("Later")),
        ("none", tr("No deadline")),
        ("ended", tr("Done or cancelled")),
    )
    groups: List[Group] = []
    for kind, title in titles:
        found = [card for card in cards if card.urgency.kind == kind]
        if found:
            groups.append((kind, title, found))
    return groups

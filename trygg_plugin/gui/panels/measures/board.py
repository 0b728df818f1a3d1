"""Measures on a board with a column for each state, or in groups where there is no room for one.

A card is moved by dragging it, or by keyboard: Alt+Right takes it to the next state. Left and
Right go between columns, Enter opens the card.
"""

from __future__ import annotations

from typing import Callable, Dict, List, Optional, Sequence, Tuple

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QMimeData, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QIcon,
    QKeyEvent,
    QResizeEvent,
)
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ....data.casework.measure_cards import Card
from ....domain.states import MEASURE, allowed, next_states
from ....i18n import tr
from ..parts.card_delegate import LINES, PRESSING, ROLE, CardDelegate, Lines
from ..parts.deadlines import deadline_words
from ..parts.lights import light_icon

MIME = "application/x-trygg-measure"
#: Least width of a column, in letters of usual width.
_LETTERS = 24
Group = Tuple[str, str, Sequence[Card]]
"""Key, title and cards."""


def deadline_text(card: Card) -> str:
    """The deadline in words, with what presses first."""
    return deadline_words(card.deadline, card.urgency)


def card_lines(card: Card) -> Lines:
    """What a card says, line by line, and whether the line presses."""
    causes = ""
    if card.causes:
        causes = tr("cause {numbers}").format(numbers=", ".join(map(str, card.causes)))
    lines = (
        (card.title, False),
        (deadline_text(card), card.urgency.kind in PRESSING),
        (card.owner or tr("No one responsible"), False),
        (" · ".join(part for part in (card.problem, causes) if part), False),
    )
    return [line for line in lines if line[0]]


def card_text(card: Card) -> str:
    """The same as plain text, for those who hear it."""
    return "\n".join(text for text, _presses in card_lines(card))


def card_icon(card: Card, colours: Dict[str, str]) -> QIcon:
    """A warning for what is overdue, else the light of the last follow-up."""
    if card.urgency.kind == "overdue":
        return QgsApplication.getThemeIcon("mIconWarning.svg")
    if card.light:
        return light_icon(card.light, colours.get(card.light, ""))
    return QIcon()


class CardColumn(QListWidget):
    """The cards of one state; others may be dropped on it where the step is allowed."""

    #: uuid of a card that was dropped here
    dropped = pyqtSignal(str)
    #: leave for the column on the left (-1) or right (1)
    left = pyqtSignal(int)
    #: move the current card to the next state
    forward = pyqtSignal()

    def __init__(self, state: str, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.state = state
        self.setAccessibleName(title)
        self.setWordWrap(True)
        self.setSpacing(2)
        self.setIconSize(QSize(18, 18))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.setDropIndicatorShown(False)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setItemDelegate(CardDelegate(self))

    def show_cards(self, cards: Sequence[Card], colours: Dict[str, str]) -> None:
        self.clear()
        for card in cards:
            item = QListWidgetItem(card_icon(card, colours), card_text(card), self)
            item.setData(ROLE, card)
            item.setData(LINES, card_lines(card))
            item.setToolTip(card_text(card))

    def card(self) -> Optional[Card]:
        """The current card."""
        item = self.currentItem()
        return None if item is None else item.data(ROLE)

    def choose(self, uuid: str) -> bool:
        for row in range(self.count()):
            if self.item(row).data(ROLE).uuid == uuid:
                self.setCurrentRow(row)
                return True
        return False

    # --- dragging: a card is copied out, and the board is read anew when it has moved

    def mimeTypes(self) -> List[str]:  # noqa: N802
        return [MIME]

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:  # noqa: N802
        data = QMimeData()
        cards = [item.data(ROLE) for item in items]
        if cards:
            data.setData(MIME, f"{cards[0].uuid} {cards[0].status}".encode("ascii"))
        return data

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802
        return Qt.DropAction.CopyAction

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        self._consider(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802
        self._consider(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        self._consider(event)
        if event.isAccepted():
            self.dropped.emit(_dragged(event.mimeData())[0])

    def _consider(self, event: QDropEvent) -> None:
        _uuid, state = _dragged(event.mimeData())
        if allowed(MEASURE, state, self.state):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() == Qt.Key.Key_Right:
            if alt:
                self.forward.emit()
            else:
                self.left.emit(1)
        elif event.key() == Qt.Key.Key_Left and not alt:
            self.left.emit(-1)
        else:
            super().keyPressEvent(event)
            return
        event.accept()


def _dragged(data: Optional[QMimeData]) -> Tuple[str, str]:
    """uuid and state of the card that is dragged."""
    if data is None or not data.hasFormat(MIME):
        return "", ""
    uuid, _, state = bytes(data.data(MIME)).decode("ascii").partition(" ")
    return uuid, state


class CardGroups(QTreeWidget):
    """Cards in groups below one another, for a narrow panel and for the list by deadline."""

    #: move the current card to the next state
    forward = pyqtSignal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setHeaderHidden(True)
        self.setWordWrap(True)
        self.setIndentation(10)
        self.setIconSize(QSize(18, 18))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformRowHeights(False)
        self.setItemDelegate(CardDelegate(self, 2 * self.indentation()))
        # heights follow the width
        self.header().sectionResized.connect(lambda *_: self.scheduleDelayedItemsLayout())

    def show_groups(self, groups: Sequence[Group], colours: Dict[str, str]) -> None:
        closed = {
            self.topLevelItem(i).data(0, ROLE)
            for i in range(self.topLevelItemCount())
            if not self.topLevelItem(i).isExpanded()
        }
        self.clear()
        for key, title, cards in groups:
            top = QTreeWidgetItem(self, [f"{title} ({len(cards)})"])
            top.setData(0, ROLE, key)
            font = QFont(self.font())
            font.setBold(True)
            top.setFont(0, font)
            top.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            for card in cards:
                item = QTreeWidgetItem(top, [card_text(card)])
                item.setData(0, ROLE, card)
                item.setData(0, LINES, card_lines(card))
                item.setIcon(0, card_icon(card, colours))
                item.setToolTip(0, card_text(card))
            top.setExpanded(key not in closed)

    def card(self) -> Optional[Card]:
        item = self.currentItem()
        found = None if item is None else item.data(0, ROLE)
        return found if isinstance(found, Card) else None

    def choose(self, uuid: str) -> bool:
        for i in range(self.topLevelItemCount()):
            top = self.topLevelItem(i)
            for k in range(top.childCount()):
                if top.child(k).data(0, ROLE).uuid == uuid:
                    self.setCurrentItem(top.child(k))
                    return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if (
            event.key() == Qt.Key.Key_Right
            and event.modifiers() & Qt.KeyboardModifier.AltModifier
            and self.card() is not None
        ):
            self.forward.emit()
            event.accept()
            return
        super().keyPressEvent(event)


class MeasureBoard(QStackedWidget):
    """Columns where there is room for them, else groups. Shows cards and says what is wanted."""

    #: a card was chosen
    chosen = pyqtSignal(object)
    #: a card shall be opened
    opened = pyqtSignal(object)
    #: a card (uuid) shall go to a state
    moved = pyqtSignal(str, str)

    def __init__(self, label: Callable[[str], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._label = label
        self._cards: List[Card] = []
        self._colours: Dict[str, str] = {}
        self.groups = CardGroups(tr("Measures by state"), self)
        self.addWidget(self.groups)
        self.columns: List[CardColumn] = []
        self._titles: List[QLabel] = []
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        least = self.fontMetrics().averageCharWidth() * _LETTERS
        for state in MEASURE.states:
            box = QVBoxLayout()
            title = QLabel(holder)
            title.setWordWrap(True)
            column = CardColumn(state, label(state), holder)
            column.setMinimumWidth(least)
            title.setBuddy(column)
            box.addWidget(title)
            box.addWidget(column, 1)
            row.addLayout(box, 1)
            self.columns.append(column)
            self._titles.append(title)
            column.dropped.connect(lambda uuid, state=state: self.moved.emit(uuid, state))
            column.currentItemChanged.connect(lambda *_: self._choose(self.sender()))
            column.itemActivated.connect(lambda item: self.opened.emit(item.data(ROLE)))
            column.left.connect(self._go)
            column.forward.connect(self._forward)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(holder)
        self.addWidget(area)
        self.groups.currentItemChanged.connect(lambda *_: self._choose(self.groups))
        self.groups.itemActivated.connect(lambda *_: self._open(self.groups.card()))
        self.groups.forward.connect(self._forward)

    def show_cards(self, cards: Sequence[Card], colours: Dict[str, str]) -> None:
        """Show these; what was chosen stays chosen."""
        current = self.card()
        self._cards, self._colours = list(cards), colours
        grouped = {s: [c for c in cards if c.status == s] for s in MEASURE.states}
        for column, title in zip(self.columns, self._titles):
            name = self._label(column.state)
            title.setText(f"{name} ({len(grouped[column.state])})")
            column.setAccessibleName(title.text())
            column.blockSignals(True)
            column.show_cards(grouped[column.state], colours)
            column.blockSignals(False)
        self.groups.blockSignals(True)
        self.groups.show_groups(
            [(s, self._label(s), found) for s, found in grouped.items() if found], colours
        )
        self.groups.blockSignals(False)
        if current is not None:
            self.choose(current.uuid)

    def card(self) -> Optional[Card]:
        """The chosen card."""
        if self.currentIndex() == 0:
            return self.groups.card()
        for column in self.columns:
            if column.selectedItems():
                return column.card()
        return None

    def choose(self, uuid: str) -> None:
        """Choose a card, without an echo."""
        for view in (self.groups, *self.columns):
            view.blockSignals(True)
            if not view.choose(uuid) and isinstance(view, CardColumn):
                view.clearSelection()
            view.blockSignals(False)

    def sizeHint(self) -> QSize:  # noqa: N802
        # a dock that opens takes no more of the map than others do; people make it wider
        return QSize(280, 320)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        least = self.fontMetrics().averageCharWidth() * _LETTERS
        wide = self.width() >= 4 * least
        if wide != (self.currentIndex() == 1):
            chosen = self.card()
            self.setCurrentIndex(1 if wide else 0)
            if chosen is not None:
                self.choose(chosen.uuid)

    def _choose(self, view: object) -> None:
        if isinstance(view, CardColumn):
            for column in self.columns:
                if column is not view:
                    column.clearSelection()
        card = view.card() if isinstance(view, (CardColumn, CardGroups)) else None
        if card is not None:
            self.chosen.emit(card)

    def _open(self, card: Optional[Card]) -> None:
        if card is not None:
            self.opened.emit(card)

    def _go(self, places: int) -> None:
        """To the nearest column with cards on that side."""
        at = self.columns.index(self.sender())  # type: ignore[arg-type]
        to = at + places
        while 0 <= to < len(self.columns) and not self.columns[to].count():
            to += places
        if 0 <= to < len(self.columns):
            self.columns[to].setFocus(Qt.FocusReason.OtherFocusReason)
            self.columns[to].setCurrentRow(max(0, self.columns[to].currentRow()))
            self._choose(self.columns[to])

    def _forward(self) -> None:
        card = self.card()
        following = () if card is None else next_states(MEASURE, card.status)
        if card is not None and following:
            self.moved.emit(card.uuid, following[0])

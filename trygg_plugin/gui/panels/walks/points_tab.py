"""The points of a walk: numbered on the map and in a list, given to owners, answered."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Callable, Dict, List, Mapping, Optional, Sequence, Union

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QAction,
    QGridLayout,
    QMenu,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ....domain.walks import overdue
from ....i18n import fill, tr
from ...form_parts import note
from ..parts.wrapping_tree import WrappingTree

if TYPE_CHECKING:
    from ....data.records import Record

_ROLE = Qt.ItemDataRole.UserRole


class PointsTab(QWidget):
    """``chosen`` is told the uuids that were chosen here; actions are told by key."""

    def __init__(
        self, chosen: Callable[[List[str]], None], act: Callable[[str], None],
        parent: Optional[QWidget] = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._told = chosen
        self._quiet = False
        layout = QVBoxLayout(self)
        self.empty = note(
            tr("No points yet. Add each place that was noted, also what works well."), self)
        layout.addWidget(self.empty)
        self.add_button = QPushButton(tr("Add a point on the map"), self)
        self.add_button.clicked.connect(lambda _checked=False: act("add"))
        layout.addWidget(self.add_button)
        self.tree: QTreeWidget = WrappingTree(self)
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(8)
        self.tree.setAccessibleName(tr("Points of the walk"))
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.tree.setMinimumHeight(self.tree.fontMetrics().height() * 9)
        self.tree.itemSelectionChanged.connect(self._selected)
        self.tree.itemActivated.connect(lambda _item, _column: act("edit"))
        layout.addWidget(self.tree, 1)
        grid = QGridLayout()
        #: key of an action -> its button, or its entry in the menu
        self.buttons: Dict[str, Union[QPushButton, QAction]] = {}
        for place, (key, text) in enumerate((
            ("edit", tr("Edit…")), ("answer", tr("Answer…")), ("distribute", tr("To an owner…")),
        )):  # fmt: skip
            button = QPushButton(text, self)
            button.clicked.connect(lambda _checked=False, key=key: act(key))
            self.buttons[key] = button
            grid.addWidget(button, place // 2, place % 2)
        self.more = QPushButton(tr("More"), self)
        menu = QMenu(self.more)
        for key, text in (
            ("photo", tr("Open the photo")),
            ("measure", tr("Make a measure…")), ("move", tr("Move on the map")),
            ("up", tr("Number up")), ("down", tr("Number down")), ("remove", tr("Remove")),
        ):  # fmt: skip
            entry = menu.addAction(text)
            entry.triggered.connect(lambda _checked=False, key=key: act(key))
            self.buttons[key] = entry
        self.more.setMenu(menu)
        grid.addWidget(self.more, 1, 1)
        layout.addLayout(grid)
        self._selected()

    def uuids(self) -> List[str]:
        """The chosen points, by number."""
        rows = [self.tree.topLevelItem(i) for i in range(self.tree.topLevelItemCount())]
        return [str(item.data(0, _ROLE)) for item in rows if item.isSelected()]

    def show_points(
        self,
        points: Sequence[Record],
        names: Mapping[str, str],
        themes: Mapping[str, str],
        states: Mapping[str, str],
    ) -> None:
        """``names``: organisations, ``themes`` and ``states``: codes, each -> label."""
        kept = set(self.uuids())
        self._quiet = True
        self.tree.clear()
        for point in points:
            said = point_sentence(point, names, themes, states)
            item = QTreeWidgetItem([said])
            item.setData(0, _ROLE, point.uuid)
            item.setToolTip(0, said)
            self.tree.addTopLevelItem(item)
            item.setSelected(point.uuid in kept)
        self._quiet = False
        self.empty.setVisible(not points)
        self.tree.setVisible(bool(points))
        self._selected()

    def choose(self, uuids: Sequence[str]) -> None:
        """Choose these, as on the map."""
        self._quiet = True
        for place in range(self.tree.topLevelItemCount()):
            item = self.tree.topLevelItem(place)
            on = item.data(0, _ROLE) in uuids
            item.setSelected(on)
            if on:
                self.tree.scrollToItem(item)
        self._quiet = False
        self._selected(tell=False)

    def _selected(self, tell: bool = True) -> None:
        chosen = self.uuids()
        for key, button in self.buttons.items():
            button.setEnabled(bool(chosen) if key == "distribute" else len(chosen) == 1)
        if tell and not self._quiet:
            self._told(chosen)


def point_sentence(
    point: Record,
    names: Mapping[str, str],
    themes: Mapping[str, str],
    states: Mapping[str, str],
) -> str:
    """A point in some words: number, theme, where, what, who answers by when, and its status."""
    theme = themes.get(str(point["theme"]), str(point["theme"]))
    parts = [f"{point['number']}. {theme}"]
    if point["place_name"]:
        parts[0] += f", {point['place_name']}"
    for key in ("description", "proposal"):
        if point[key]:
            parts.append(" ".join(str(point[key]).split()))
    if point["works_well"]:
        parts.append(tr("Works well"))
    status = states.get(str(point["status"]), str(point["status"]))
    owner = names.get(str(point["owner_organisation"]), "")
    if owner and point["deadline"]:
        parts.append(fill(tr("{status}: {owner}, by {date}"), status=status, owner=owner,
                          date=point["deadline"]))
    else:
        parts.append(f"{status}: {owner}" if owner else status)
    if overdue(point.values, date.today()):
        parts.append(tr("OVERDUE"))
    if point["measure"]:
        parts.append(tr("Is a measure"))
    if point["photo"]:
        parts.append(tr("Has a photo"))
    return ". ".join(part.rstrip(".") for part in parts) + "."

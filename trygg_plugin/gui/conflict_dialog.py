"""Mine beside theirs, field by field: who shall have the last word in each.

Nothing is written before "Save as chosen", and what is refused then is still in the edit buffer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Dict, List, Optional, Sequence, Tuple

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QFont
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..i18n import tr
from .form_parts import note
from .help import help_button
from .place_bands import AFTER, BEFORE, BETWEEN, PlaceBands, told
from .save_dialog import SaveDialog

if TYPE_CHECKING:
    from ..data.casework.words import Words
    from ..data.merge import Decision, FieldSides, Sides

#: Records shown one by one; of more, the rest follows one common choice.
MOST = 100
_SIDES = Qt.ItemDataRole.UserRole
_MINE, _THEIRS = "mine", "theirs"

Choices = Dict[str, QComboBox]


class ConflictDialog(SaveDialog):
    """Decides all conflicts of one layer.

    ``save`` gets the decisions and says whether all was saved, or the sentence why not.
    """

    def __init__(
        self,
        title: str,
        several: Sequence[Sides],
        words: Words,
        crs: str,
        canvas: QgsMapCanvas,
        save: Callable[[List[Decision]], str],
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent, tr("Conflicting edits – {layer}").format(layer=title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(820, 460)
        self._several = list(several)
        self._words, self._crs, self._save = words, crs, save
        self._choices: List[Choices] = []
        self._bands = PlaceBands(canvas)
        self.finished.connect(lambda _result: self._bands.clear())
        layout = QVBoxLayout()
        layout.addWidget(note(
            tr("Others have saved changes of records that you were editing. Choose what is to "
               "stand. Until you save, your edits stay in the layer and nothing is written."),
            self))  # fmt: skip
        layout.addLayout(self._make_shortcuts())
        self.tree = self._make_tree()
        layout.addWidget(self.tree, 1)
        self.rest: Optional[QComboBox] = None
        if len(self._several) > MOST:
            layout.addLayout(self._make_rest())
        self.finish(layout, tr("Save as chosen"))
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Decide later"))
        self._check()
        self._focus_first()

    def choice(self, record: int, key: str = "") -> QComboBox:
        """The choice of one field of a record, or with no field of the record as a whole."""
        return self._choices[record][key]

    # --- parts

    def _make_shortcuts(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.all_mine = QPushButton(tr("&Mine everywhere"), self)
        self.all_theirs = QPushButton(tr("&Theirs everywhere"), self)
        for button, who in ((self.all_mine, _MINE), (self.all_theirs, _THEIRS)):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, who=who: self._choose_all(who))
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(help_button("samtidig-redigering", self))
        return row

    def _make_rest(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.rest = self._combo(tr("The remaining records"), whole=False)
        row.addWidget(note(tr("{count} more records:").format(
            count=len(self._several) - MOST), self))
        row.addWidget(self.rest)
        row.addStretch(1)
        return row

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setColumnCount(5)
        tree.setHeaderLabels([tr("Field"), tr("Before"), tr("Mine"), tr("Theirs"), tr("Keep")])
        tree.setAccessibleName(tr("Conflicting records and their fields"))
        tree.setAlternatingRowColors(True)  # noqa: QGS202  (no raster)
        tree.setUniformRowHeights(False)
        for sides in self._several[:MOST]:
            self._add_record(tree, sides)
        tree.expandAll()
        header = tree.header()
        header.setStretchLastSection(False)
        for column in range(5):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
        for column, width in enumerate((170, 150, 150, 150, 130)):
            header.resizeSection(column, width)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        tree.currentItemChanged.connect(lambda item, _before: self._draw(item))
        return tree

    def _add_record(self, tree: QTreeWidget, sides: Sides) -> None:
        from .panels.history.words import when_text

        who = tr("someone in a program without Trygg") if sides.who == "unknown" else sides.who
        name = self._words.name_of(sides.table, sides.uuid)
        what = tr("deleted") if sides.theirs_deleted else tr("changed")
        top = QTreeWidgetItem(tree, [tr("{record} – {what} by {who} {when}").format(
            record=name, what=what, who=who, when=when_text(sides.at))])
        top.setData(0, _SIDES, sides)
        top.setFirstColumnSpanned(True)
        font = QFont(top.font(0))
        font.setBold(True)
        top.setFont(0, font)
        top.setToolTip(0, top.text(0))
        choices: Choices = {}
        self._choices.append(choices)
        if sides.whole:
            combo = self._whole_combo(sides)
            choices[""] = combo
            row = QTreeWidgetItem(top, [tr("The whole record")])
            row.setText(2, tr("deleted") if sides.mine_deleted else tr("changed"))
            row.setText(3, what)
            tree.setItemWidget(row, 4, combo)
        for one in sides.fields():
            row = QTreeWidgetItem(top, self._texts(sides, one))
            for column in range(4):
                row.setToolTip(column, row.text(column))
            if sides.whole:
                continue
            if not one.mine_changed:
                row.setText(4, tr("Theirs"))
                continue
            combo = self._combo(row.text(0), whole=False)
            if not one.contested:
                combo.setCurrentIndex(combo.findData(_MINE))
            choices[one.key] = combo
            tree.setItemWidget(row, 4, combo)

    def _texts(self, sides: Sides, one: FieldSides) -> List[str]:
        label = self._words.label(sides.table, one.key)
        if one.key == "geom":
            return [
                label, "",
                told(one.base, one.mine, self._crs) if one.mine_changed else "",
                told(one.base, one.theirs, self._crs) if one.theirs_changed else "",
            ]  # fmt: skip
        texts = [self._words.value_text(sides.table, one.key, value) or tr("(empty)")
                 for value in (one.base, one.mine, one.theirs)]  # fmt: skip
        return [label, texts[0], texts[1] if one.mine_changed else "",
                texts[2] if one.theirs_changed else ""]  # fmt: skip

    def _combo(self, name: str, whole: bool) -> QComboBox:
        combo = QComboBox(self.tree if hasattr(self, "tree") else self)
        combo.setAccessibleName(name)
        if not whole:
            combo.addItem(tr("Choose…"), "")
            combo.addItem(tr("Mine"), _MINE)
            combo.addItem(tr("Theirs"), _THEIRS)
        combo.currentIndexChanged.connect(lambda _index: self._check())
        return combo

    def _whole_combo(self, sides: Sides) -> QComboBox:
        combo = self._combo(tr("The whole record"), whole=True)
        mine, theirs = tr("Restore it with mine"), tr("Leave it deleted")
        if sides.mine_deleted:
            mine, theirs = tr("Delete it"), tr("Keep theirs")
        combo.addItem(tr("Choose…"), "")
        combo.addItem(mine, _MINE)
        combo.addItem(theirs, _THEIRS)
        return combo

    # --- what is chosen

    def _chosen(self, number: int) -> Dict[str, str]:
        found = {key: str(combo.currentData()) for key, combo in self._choices[number].items()}
        return {key: who for key, who in found.items() if who}

    def _choose_all(self, who: str) -> None:
        for choices in self._choices:
            for combo in choices.values():
                combo.setCurrentIndex(combo.findData(who))
        if self.rest is not None:
            self.rest.setCurrentIndex(self.rest.findData(who))

    def decisions(self) -> Optional[List[Decision]]:
        """What has been chosen; None while something is undecided."""
        from ..data.merge import decide, preset, undecided

        made: List[Decision] = []
        for number, sides in enumerate(self._several):
            if number < MOST:
                chosen: Any = self._chosen(number)
            else:
                who = self.rest.currentData() if self.rest is not None else ""
                if not who:
                    return None
                chosen = preset(sides, str(who))
            if undecided(sides, chosen):
                return None
            made.append(decide(sides, chosen))
        return made

    def _check(self) -> None:
        if not hasattr(self, "buttons"):
            return
        ready = self.decisions() is not None
        self.save_button.setEnabled(ready)

    def store(self) -> None:
        """Save once all is decided; until then the button is off, too."""
        if self.decisions() is not None:
            super().store()

    def save(self) -> str:
        """Save as chosen; a sentence when it was refused."""
        return self._save(self.decisions() or [])

    # --- map and keyboard

    def _draw(self, item: Optional[QTreeWidgetItem]) -> None:
        while item is not None and item.parent() is not None:
            item = item.parent()
        sides = item.data(0, _SIDES) if item is not None else None
        if sides is None:
            self._bands.clear()
            return
        base, theirs = sides.base.get("geom"), sides.theirs.get("geom")
        mine = sides.mine.get("geom", base)
        drawn: List[Tuple[Optional[bytes], Any, bool]] = [(base, BETWEEN, True)]
        if theirs != base:
            drawn.append((theirs, BEFORE, False))
        if mine != base:
            drawn.append((mine, AFTER, False))
        self._bands.show(drawn if len(drawn) > 1 else [], self._crs)

    def _focus_first(self) -> None:
        for choices in self._choices:
            for combo in choices.values():
                combo.setFocus()
                return

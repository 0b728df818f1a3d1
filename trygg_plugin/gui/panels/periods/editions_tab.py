"""The adopted editions: whether each is what was adopted, and two of them side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, List, Mapping, Optional, Sequence

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ....i18n import fill, tr
from ...form_parts import note
from ..parts.wrapping_tree import WrappingTree
from .words import edition_sentence

if TYPE_CHECKING:
    from ....data.casework.periods import Edition
    from ....reports.period_compare import Comparison

Read = Callable[[str], "Edition"]


class EditionsTab(QWidget):
    """Choose one to check it, two to compare them."""

    def __init__(
        self,
        read: Read,
        failed: Callable[[Exception], None],
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        self._read, self._failed = read, failed
        self._words: Mapping[str, str] = {}
        self._labels: Mapping[str, str] = {}
        layout = QVBoxLayout(self)
        self.empty = note(tr("No period has been adopted yet."), self)
        layout.addWidget(self.empty)
        self.tree = QTreeWidget(self)
        self.tree.setAccessibleName(tr("Adopted editions"))
        self.tree.setHeaderLabels([tr("Edition"), tr("Adopted")])
        self.tree.setRootIsDecorated(False)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.tree.setMinimumHeight(self.tree.fontMetrics().height() * 6)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.itemSelectionChanged.connect(self._selected)
        layout.addWidget(self.tree)
        self.compare_button = QPushButton(tr("Compare the two chosen"), self)
        self.compare_button.clicked.connect(lambda _checked=False: self.compare())
        layout.addWidget(self.compare_button)
        self.told = note("", self)
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout.addWidget(self.told)
        self.result = WrappingTree(self)
        self.result.setAccessibleName(tr("What differs between the editions"))
        self.result.setMinimumHeight(self.result.fontMetrics().height() * 8)
        layout.addWidget(self.result, 1)
        self.show_editions([], {}, {})

    def uuids(self) -> List[str]:
        """The chosen editions."""
        return [
            str(item.data(0, Qt.ItemDataRole.UserRole)) for item in self.tree.selectedItems()
        ]

    def show_editions(
        self,
        editions: Sequence[Mapping[str, Any]],
        colours: Mapping[str, str],
        texts: Mapping[str, str],
    ) -> None:
        """``colours``: traffic light -> word; ``texts``: field of a text -> its label."""
        kept = set(self.uuids())
        self._words, self._labels = colours, texts
        self.tree.clear()
        for row in editions:
            adopted = str(row["adopted_at"] or "")[:10]
            item = QTreeWidgetItem([str(row["title"]), adopted])
            item.setData(0, Qt.ItemDataRole.UserRole, str(row["uuid"]))
            self.tree.addTopLevelItem(item)
            item.setSelected(str(row["uuid"]) in kept)
        some = bool(editions)
        self.empty.setVisible(not some)
        for widget in (self.tree, self.compare_button):
            widget.setVisible(some)
        self._selected()

    def check(self, uuid: str) -> None:
        """Say whether an edition is what was adopted."""
        edition = self._asked(uuid)
        if edition is None:
            return
        said = (
            tr("The content is what was adopted: its checksum agrees.")
            if edition.intact
            else tr("The content is not what was adopted: its checksum does not agree. Take the "
                    "edition from a backup.")
        )
        self.told.setText(
            fill(tr("Adopted by {who}. {said} SHA-256: {sum}…"), who=edition.adopted_by, said=said,
                 sum=edition.checksum[:16])
        )
        self.told.setToolTip(edition.checksum)

    def compare(self) -> None:
        """Set two editions side by side."""
        from ....domain.errors import DomainError
        from ....reports.period_compare import compare_editions

        chosen = [self._asked(uuid) for uuid in self.uuids()[:2]]
        if len(chosen) != 2 or None in chosen:
            return
        try:
            self._show(compare_editions(*(edition.content for edition in chosen if edition)))
        except DomainError as error:
            self._failed(error)

    def _asked(self, uuid: str) -> Optional[Edition]:
        from ....data.errors import DataError

        try:
            return self._read(uuid)
        except DataError as error:
            self._failed(error)
            return None

    def _show(self, comparison: Comparison) -> None:
        self.result.clear()
        self.result.show()
        self.told.setText(fill(tr("{later} compared with {earlier}:"), later=comparison.later,
                               earlier=comparison.earlier))
        for group, title in (
            ("total", tr("All")), ("areas", tr("Areas")), ("categories", tr("Categories"))
        ):  # fmt: skip
            rows = [row for row in comparison.rows if row.group == group]
            self._group(title, [
                f"{row.label}: {edition_sentence(row.change)}" if row.label
                else edition_sentence(row.change) for row in rows
            ])  # fmt: skip
        self._group(tr("Traffic lights"), [
            fill(tr("{area}: {before} before, {after} now."), area=area,
                 before=self._words.get(before, "–"), after=self._words.get(after, "–"))
            for area, before, after in comparison.lights
        ])  # fmt: skip
        self._group(tr("Newly silent reporters"), list(comparison.silent))
        self._group(
            tr("Texts that differ"), [self._labels.get(key, key) for key in comparison.texts]
        )

    def _group(self, title: str, sentences: Sequence[str]) -> None:
        if not sentences:
            return
        group = QTreeWidgetItem([title])
        font = group.font(0)
        font.setBold(True)
        group.setFont(0, font)
        self.result.addTopLevelItem(group)
        group.addChildren([QTreeWidgetItem([sentence]) for sentence in sentences])
        group.setExpanded(True)

    def _selected(self) -> None:
        chosen = self.uuids()
        self.compare_button.setEnabled(len(chosen) == 2)
        self.result.setVisible(False)
        self.told.setText("")
        if len(chosen) == 1:
            self.check(chosen[0])
        elif self.tree.topLevelItemCount() > 1:
            self.told.setText(tr("Choose two editions to compare them."))

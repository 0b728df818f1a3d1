"""The figures of a period in the panel: counts and changes, what came late, who reports."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, List, Optional, Sequence, Tuple

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ....i18n import fill, tr
from ...form_parts import note
from .words import last_year_sentence, previous_sentence, verdict_word

if TYPE_CHECKING:
    from ....data.casework.period_counts import Late
    from ....reports.period_figures import FigureRow, PeriodFigures, ReporterRow

_SENTENCE = Qt.ItemDataRole.UserRole


class FiguresTab(QWidget):
    """A table whose rows have a sentence each: it stands below for the chosen row."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        self.late = note("", self)
        self.span = note("", self)
        layout.addWidget(self.late)
        layout.addWidget(self.span)
        self.tree = _table(
            self, tr("Figures"),
            (tr("Incidents"), tr("Now"), tr("Before"), tr("Last year")), least=3,
        )  # fmt: skip
        self.tree.currentItemChanged.connect(lambda item, _before: self._chosen(item))
        layout.addWidget(self.tree, 1)
        self.sentence = note("", self)
        layout.addWidget(self.sentence)

    def clear(self) -> None:
        self.tree.clear()
        for label in (self.late, self.span, self.sentence):
            label.setText("")

    def show_figures(self, figures: PeriodFigures, late: Late) -> None:
        self.late.setText(_late_sentence(late))
        self.late.setVisible(bool(late.arrived or late.waiting))
        span = tr("Reviewed incidents from {first} to {last}.")
        if figures.through < figures.period.end:
            span = tr("Reviewed incidents from {first} to {last}; the period goes on.")
        self.span.setText(
            fill(span, first=figures.period.start, last=figures.through) + _outside(figures)
        )
        kept = self.tree.currentItem().text(0) if self.tree.currentItem() else ""
        self.tree.clear()
        everything = _row(figures.total, tr("All"))
        self.tree.addTopLevelItem(everything)
        for title, rows in (
            (tr("Areas"), figures.areas), (tr("Categories"), figures.categories)
        ):  # fmt: skip
            if not rows:
                continue
            group = QTreeWidgetItem([title])
            font = group.font(0)
            font.setBold(True)
            group.setFont(0, font)
            self.tree.addTopLevelItem(group)
            group.setFirstColumnSpanned(True)
            for row in rows:
                group.addChild(_row(row, row.label))
            group.setExpanded(True)
        self._choose(kept, everything)

    def _choose(self, text: str, otherwise: QTreeWidgetItem) -> None:
        found = self.tree.findItems(
            text, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
        )
        self.tree.setCurrentItem(found[0] if text and found else otherwise)

    def _chosen(self, item: Optional[QTreeWidgetItem]) -> None:
        said = "" if item is None else str(item.data(0, _SENTENCE) or "")
        self.sentence.setText(said)


class ReportersTab(QWidget):
    """Who reports from where, and who has gone silent: those to call stand first."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        self.summary = note("", self)
        layout.addWidget(self.summary)
        self.tree = _table(
            self, tr("Reporters"),
            (tr("Organisation"), tr("Reports"), tr("Latest"), tr("State")), least=2,
        )  # fmt: skip
        self.tree.currentItemChanged.connect(lambda item, _before: self._chosen(item))
        layout.addWidget(self.tree, 1)
        self.sentence = note("", self)
        layout.addWidget(self.sentence)
        layout.addWidget(note(
            tr("Silence is not calm, and more reports from one place can mean more reporters."),
            self,
        ))  # fmt: skip

    def clear(self) -> None:
        self.tree.clear()
        self.summary.setText("")
        self.sentence.setText("")

    def show_reporters(self, figures: PeriodFigures) -> None:
        silent = [row.label for row in figures.silent]
        self.summary.setText(
            fill(tr("Silent longer than ever before, and more than chance explains: {names}."),
                 names=", ".join(silent))
            if silent
            else tr("Nobody has gone silent by more than chance explains.")
        )
        self.tree.clear()
        for row in figures.reporters:
            label = row.label or tr("Not named")
            item = QTreeWidgetItem([
                label, str(row.count), "–" if row.latest is None else row.latest[1].isoformat(),
                _reporter_state(row),
            ])  # fmt: skip
            item.setTextAlignment(1, int(Qt.AlignmentFlag.AlignRight))
            _say(item, _reporter_sentence(row, label))
            if row.silent:
                _bold(item)
            self.tree.addTopLevelItem(item)
        if self.tree.topLevelItemCount():
            self.tree.setCurrentItem(self.tree.topLevelItem(0))

    def _chosen(self, item: Optional[QTreeWidgetItem]) -> None:
        self.sentence.setText("" if item is None else str(item.data(0, _SENTENCE) or ""))


class _Table(QTreeWidget):
    """Leaves out a column where the panel is narrow; the row's sentence says it anyway."""

    def __init__(self, parent: QWidget, least: int) -> None:
        super().__init__(parent)
        self._least = least

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        wide = self.viewport().width() >= 24 * self.fontMetrics().height()
        if self.isColumnHidden(self._least) == wide:
            self.setColumnHidden(self._least, not wide)


def _table(parent: QWidget, name: str, titles: Sequence[str], least: int) -> QTreeWidget:
    """``least``: the column that is left out first."""
    tree = _Table(parent, least)
    tree.setAccessibleName(name)
    tree.setColumnCount(len(titles))
    tree.setHeaderLabels(list(titles))
    tree.setRootIsDecorated(False)
    tree.setIndentation(round(tree.fontMetrics().height() * 0.6))
    tree.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    tree.setUniformRowHeights(True)
    tree.setMinimumHeight(tree.fontMetrics().height() * 9)
    header = tree.header()
    header.setStretchLastSection(False)
    header.setMinimumSectionSize(24)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    for column in range(1, len(titles)):
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
    return tree


def _row(row: FigureRow, label: str) -> QTreeWidgetItem:
    changed = row.previous.verdict in ("higher", "lower")
    shown = f"{label}: {verdict_word(row.previous)}" if changed else label
    item = QTreeWidgetItem([
        shown, str(row.count), _count(row.previous.before), _count(row.last_year.before),
    ])  # fmt: skip
    for column in (1, 2, 3):
        item.setTextAlignment(column, int(Qt.AlignmentFlag.AlignRight))
    said = fill(tr("{label}, incidents: {count}."), label=label, count=row.count)
    _say(item, " ".join((said, previous_sentence(row.previous), last_year_sentence(row.last_year))))
    if changed:
        _bold(item)
    return item


def _say(item: QTreeWidgetItem, sentence: str) -> None:
    item.setData(0, _SENTENCE, sentence)
    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, sentence)
    for column in range(item.columnCount()):
        item.setToolTip(column, sentence)


def _bold(item: QTreeWidgetItem) -> None:
    font = item.font(0)
    font.setBold(True)
    for column in range(item.columnCount()):
        item.setFont(column, font)


def _count(value: Optional[int]) -> str:
    return "–" if value is None else str(value)


def _late_sentence(late: Late) -> str:
    parts = []
    if late.arrived:
        parts.append(fill(tr("Arrived after the period was closed: {count}."), count=late.arrived))
    if late.waiting:
        parts.append(fill(tr("Waiting for review, not counted: {count}."), count=late.waiting))
    return " ".join(parts)


def _outside(figures: PeriodFigures) -> str:
    parts: List[str] = []
    if figures.outside_areas:
        parts.append(fill(tr("Outside all areas: {count}."), count=figures.outside_areas))
    if figures.without_place:
        parts.append(fill(tr("Without a place: {count}."), count=figures.without_place))
    return "".join(f" {part}" for part in parts)


def _reporter_state(row: ReporterRow) -> str:
    if row.silent:
        return tr("silent")
    if row.latest is None:
        return tr("never")
    return tr("reports") if row.count else tr("pause")


def _reporter_sentence(row: ReporterRow, label: str) -> str:
    parts = [fill(tr("{label}: {count} reports in the period."), label=label, count=row.count)]
    if row.areas:
        places = ", ".join(f"{name} ({count})" for name, count in row.areas)
        parts.append(fill(tr("From {places}."), places=places))
    if row.latest is None:
        parts.append(tr("No report in the time looked back on."))
    elif row.silent_steps:
        parts.append(fill(tr("Latest report in the step of time that ended on {date}; steps "
                             "without a report since: {count}."),
                          date=_day(row.latest), count=row.silent_steps))
    if row.silent:
        parts.append(tr("That is longer than ever before, and more than chance explains: call "
                        "them."))
    return " ".join(parts)


def _day(span: Tuple[date, date]) -> Any:
    return span[1].isoformat()

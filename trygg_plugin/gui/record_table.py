"""Long lists of records: a table that knows its length and reads only the pages that are seen.

With 200,000 incidents the scroll bar shows all of them while Python holds some hundred rows.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Callable, List, Mapping, Optional, Sequence, Tuple

from qgis.PyQt.QtCore import (
    QAbstractTableModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    Qt,
    pyqtSignal,
)
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

if TYPE_CHECKING:
    from ..data.workspace import Workspace

#: Rows read at a time, and pages kept.
PAGE, KEPT = 100, 40
#: Chosen rows that are told: as many as one act is meant for. With all of 200,000 rows marked, the
#: others would have to be read first.
MOST = 500

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Question:
    """What a table shows: an engine-neutral SELECT in its parts.

    ``columns`` and ``tables`` are what stands after SELECT and FROM (``uuid`` must be among the
    columns), ``where`` conditions with ``{p}`` marks, ``order`` the order, which must end in
    something unique. ``counted`` are the tables needed to count, when joins only decorate.
    ``key`` is a unique column of theirs: a page is then first found by it, from an index that holds
    all of ``where`` and ``order``, and only its own rows are read.
    """

    columns: str
    tables: str
    where: str
    order: str
    parameters: Tuple[Any, ...] = ()
    counted: str = ""
    key: str = ""

    def count(self) -> str:
        condition = f" WHERE {self.where}" if self.where else ""
        return f"SELECT count(*) AS n FROM {self.counted or self.tables}{condition}"  # nosec B608 parts of ours

    def page(self) -> str:
        condition = f" WHERE {self.where}" if self.where else ""
        if self.key:
            found = (
                f"SELECT {self.key} FROM {self.counted or self.tables}{condition} "  # nosec B608 parts of ours
                f"ORDER BY {self.order} LIMIT {{p}} OFFSET {{p}}"
            )
            return (
                f"SELECT {self.columns} FROM {self.tables} "  # nosec B608 parts of ours
                f"WHERE {self.key} IN ({found}) ORDER BY {self.order}"
            )
        return (
            f"SELECT {self.columns} FROM {self.tables}{condition} "  # nosec B608 parts of ours
            f"ORDER BY {self.order} LIMIT {{p}} OFFSET {{p}}"
        )

    def read(self, workspace: Workspace, number: int = 0) -> List[Row]:
        """The rows of a page; DataError when the database cannot be asked."""
        return list(workspace.query(self.page(), (*self.parameters, PAGE, number * PAGE)))


@dataclass(frozen=True)
class TableColumn:
    """One column: its title, and what a row says in it. ``icon`` and ``tip`` may add to it."""

    title: str
    text: Callable[[Row], str]
    right: bool = False
    icon: Optional[Callable[[Row], Optional[QIcon]]] = None
    tip: Optional[Callable[[Row], str]] = None


class RecordTable(QAbstractTableModel):
    """The answers to a :class:`Question`; ``ask`` replaces what is shown."""

    #: the number of records, after it has been asked anew
    counted = pyqtSignal(int)
    #: a page could not be read: the error; its rows stand empty
    failed = pyqtSignal(object)

    def __init__(self, columns: Sequence[TableColumn], parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._workspace: Optional[Workspace] = None
        self._question: Optional[Question] = None
        self._total = 0
        self._pages: OrderedDict[int, List[Row]] = OrderedDict()

    def ask(self, workspace: Workspace, question: Question) -> None:
        """Show the answers to a question; DataError when the database cannot be asked."""
        total = int(workspace.query(question.count(), question.parameters)[0]["n"])
        self.show(workspace, question, total)

    def show(
        self, workspace: Workspace, question: Question, total: int, first: Sequence[Row] = ()
    ) -> None:
        """Show answers of which it is known already how many there are, and maybe the first page:
        both can be read away from the window."""
        self.beginResetModel()
        self._workspace, self._question, self._total = workspace, question, total
        self._pages.clear()
        if first:
            self._pages[0] = list(first)
        self.endResetModel()
        self.counted.emit(total)

    def clear(self) -> None:
        self.beginResetModel()
        self._workspace, self._question, self._total = None, None, 0
        self._pages.clear()
        self.endResetModel()
        self.counted.emit(0)

    def record(self, row: int) -> Optional[Row]:
        """What the database answered for a row; None when it has gone meanwhile."""
        if not 0 <= row < self._total:
            return None
        page = self._page(row // PAGE)
        place = row % PAGE
        return page[place] if place < len(page) else None

    def uuid(self, row: int) -> Optional[str]:
        found = self.record(row)
        return None if found is None else str(found["uuid"])

    def find(self, uuid: str, near: int = 0) -> int:
        """The row of a record among the pages already read and those around ``near``; else -1."""
        around = [number for number in (near // PAGE - 1, near // PAGE, near // PAGE + 1)
                  if 0 <= number * PAGE < max(self._total, 1)]  # fmt: skip
        for number in dict.fromkeys([*list(self._pages), *around]):
            for place, row in enumerate(self._page(number)):
                if row["uuid"] == uuid:
                    return number * PAGE + place
        return -1

    def _page(self, number: int) -> List[Row]:
        known = self._pages.get(number)
        if known is not None:
            self._pages.move_to_end(number)
            return known
        if self._workspace is None or self._question is None:
            return []
        from ..data.errors import DataError

        try:
            rows = self._question.read(self._workspace, number)
        except DataError as error:
            rows = []
            self.failed.emit(error)
        self._pages[number] = rows
        if len(self._pages) > KEPT:
            self._pages.popitem(last=False)
        return rows

    # --- what Qt asks

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else self._total

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self._columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        asked = (
            Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.DecorationRole, Qt.ItemDataRole.UserRole,
            Qt.ItemDataRole.AccessibleTextRole,
        )  # fmt: skip
        if role not in asked:
            return None
        row = self.record(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.UserRole:
            return row["uuid"]
        if role == Qt.ItemDataRole.DecorationRole:
            return column.icon(row) if column.icon is not None else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tip(row) if column.tip is not None else column.text(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.title}: {column.text(row)}"
        return column.text(row)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        return None


class RecordList(QTableView):
    """The view of a :class:`RecordTable`: whole rows, by mouse and by keyboard."""

    #: the uuids of the chosen records, in the order of the rows
    chosen = pyqtSignal(list)

    def __init__(self, model: RecordTable, name: str, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAlternatingRowColors(True)  # noqa: QGS202  (no raster)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        # reading every row to see how wide it is would read the whole table
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        header = self.horizontalHeader()
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit(self.uuids()))

    def rows(self) -> List[int]:
        """The chosen rows, the topmost first; at most :data:`MOST`."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())[:MOST]

    def uuids(self) -> List[str]:
        """The chosen records."""
        model: RecordTable = self.model()
        return [found for found in map(model.uuid, self.rows()) if found is not None]

    def choose(self, row: int) -> None:
        """Choose one row and bring it into view; nothing when there is no such row."""
        if 0 <= row < self.model().rowCount():
            self.selectRow(row)
            self.scrollTo(self.model().index(row, 0))

    def choose_rows(self, rows: Sequence[int]) -> None:
        """Choose these rows and no others, the first of them in view."""
        chosen = QItemSelection()
        for row in rows:
            chosen.select(self.model().index(row, 0), self.model().index(row, 0))
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(chosen, flags.ClearAndSelect | flags.Rows)
        if rows:
            first = self.model().index(rows[0], 0)
            self.selectionModel().setCurrentIndex(first, flags.NoUpdate)
            self.scrollTo(first)

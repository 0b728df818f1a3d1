"""The reviewer's list: what an incident says in one line, and the rows that are chosen."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Callable, Dict, List, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QDateTime, Qt
from qgis.PyQt.QtGui import QColor, QIcon, QPainter, QPixmap, QResizeEvent
from qgis.PyQt.QtWidgets import QHeaderView, QWidget

from ....domain.personal_data import find_personal_data
from ....i18n import tr
from ...record_table import RecordList, RecordTable, Row, TableColumn
from ...written import day

if TYPE_CHECKING:
    from ....data.workspace import Workspace

#: As many as one act is meant for; more rows may be marked, but these are what counts.
MOST = 500
#: Room for an icon and the edges of a cell, pixels.
_ICON = 32
#: Up to this width, in letters, titles of columns would be cut and take a row's room.
_NARROW = 45


class ReviewTable(RecordTable):
    """The queue in three columns: which kind, what and where, and since when."""

    def __init__(self, words: Callable[[], CodeWords], parent: QWidget) -> None:
        self._words = words
        super().__init__(
            [
                TableColumn(tr("Category"), self._category, icon=self._colour,
                            tip=lambda row: words().label("category", row["category"])),
                TableColumn(tr("Incident"), _what, icon=_warning, tip=_told),
                TableColumn(tr("Reported"), _since, icon=self._state, tip=self._state_said),
            ],
            parent,
        )  # fmt: skip

    def _category(self, row: Row) -> str:
        return self._words().short("category", row["category"])

    def _colour(self, row: Row) -> Optional[QIcon]:
        return dot(self._words().colour("category", row["category"]))

    def _state(self, row: Row) -> Optional[QIcon]:
        return dot(self._words().colour("incident_state", row["status"]))

    def _state_said(self, row: Row) -> str:
        state = self._words().label("incident_state", row["status"])
        when = _moment(row["reported_at"]).toString("yyyy-MM-dd HH:mm")
        who = f" ({row['changed_by']})" if row["changed_by"] else ""
        return f"{state}{who}, {when}"


class ReviewList(RecordList):
    """The list of the queue; at most :data:`MOST` chosen rows are told."""

    def __init__(self, model: RecordTable, parent: QWidget) -> None:
        super().__init__(model, tr("Incidents that wait for review"), parent)
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        # widths are given, not asked for: that would read the whole table
        letter = self.fontMetrics().horizontalAdvance("0")
        for column, letters in ((0, 4), (2, 10)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(column, letter * letters + _ICON)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(letter * 4)
        self.setMinimumHeight(self.fontMetrics().height() * 5)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        narrow = self.width() <= self.fontMetrics().horizontalAdvance("0") * _NARROW
        self.horizontalHeader().setHidden(narrow)

    def rows(self) -> List[int]:
        """The chosen rows, the topmost first."""
        found = sorted(index.row() for index in self.selectionModel().selectedRows())
        return found[:MOST]

    def uuids(self) -> List[str]:
        model: RecordTable = self.model()
        return [found for found in map(model.uuid, self.rows()) if found is not None]


class CodeWords:
    """Labels, abbreviations and colours of code lists, looked up once a workspace."""

    def __init__(self, workspace: Workspace, language: str) -> None:
        self._lists = {
            key: {code.key: code for code in codelist.codes}
            for key, codelist in workspace.standard.codelists.items()
        }
        self.language = language

    def label(self, codelist: str, key: object) -> str:
        code = self._lists[codelist].get(str(key))
        return str(key or "") if code is None else str(code.label[self.language])

    def short(self, codelist: str, key: object) -> str:
        """The abbreviation, where there is one."""
        code = self._lists[codelist].get(str(key))
        return (code.abbreviation if code is not None else None) or self.label(codelist, key)

    def colour(self, codelist: str, key: object) -> str:
        code = self._lists[codelist].get(str(key))
        return (code.colour if code is not None else None) or "#808080"


_dots: Dict[str, QIcon] = {}


def dot(colour: str) -> QIcon:
    """A filled circle of a colour, with an edge that shows on any ground."""
    if colour not in _dots:
        pixmap = QPixmap(32, 32)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(colour))
        painter.setPen(QColor("#808080"))
        painter.drawEllipse(5, 5, 22, 22)
        painter.end()
        _dots[colour] = QIcon(pixmap)
    return _dots[colour]


@lru_cache(maxsize=4096)
def _suspicious(text: str) -> bool:
    return bool(find_personal_data(text))


def _warning(row: Row) -> Optional[QIcon]:
    if any(_suspicious(row[key]) for key in ("description", "place_name") if row[key]):
        return QgsApplication.getThemeIcon("mIconWarning.svg")
    return None


def _what(row: Row) -> str:
    said = [row["place_name"], row["description"]]
    return " – ".join(str(one).replace("\n", " ") for one in said if one) or "–"


def _told(row: Row) -> str:
    if _warning(row) is not None:
        return tr("The text may hold personal data.") + "\n" + _what(row)
    return _what(row)


def _moment(value: object) -> QDateTime:
    if isinstance(value, datetime):
        return QDateTime(value)
    return QDateTime.fromString(str(value)[:19].replace(" ", "T"), Qt.DateFormat.ISODate)


def _since(row: Row) -> str:
    return day(_moment(row["reported_at"]).date())

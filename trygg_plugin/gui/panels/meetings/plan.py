"""Planning a meeting: when, about what, and which organisations take part in which role."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Callable, Dict, List, Optional

from qgis.PyQt.QtCore import QDateTime, Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDateTimeEdit,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ....i18n import tr
from ...form_parts import choice, searched
from ...save_dialog import SaveDialog
from ..parts.choices import NOTHING, Option, codes, organisations

if TYPE_CHECKING:
    from ....data.casework.agenda import Point
    from ....data.casework.meetings import Participant
    from ....data.records import Record
    from ....data.workspace import Workspace

#: Minutes of a meeting where nobody says (Örebro's weekly one).
MINUTES = 30
_KEY = Qt.ItemDataRole.UserRole


class MeetingPlanDialog(SaveDialog):
    """``done`` takes the plan (see :meth:`plan`) and gives a sentence when it is refused."""

    def __init__(
        self,
        parent: QWidget,
        workspace: Workspace,
        language: str,
        done: Callable[[Dict[str, Any]], str],
        meeting: Optional[Record] = None,
    ) -> None:
        super().__init__(
            parent, tr("Plan a meeting") if meeting is None else tr("Change the plan")
        )
        self._workspace, self._language, self._done = workspace, language, done
        self._meeting = meeting
        kinds = codes(workspace, "meeting_kind", language)
        self.kind = choice(kinds, "est", self, tr("Kind of meeting"))
        self.title = QLineEdit(self)
        self.title.setMaxLength(120)
        self.title.setAccessibleName(tr("Title"))
        self.title.setPlaceholderText(tr("Empty: kind and day"))
        self.starts = QDateTimeEdit(self)
        self.starts.setCalendarPopup(True)
        self.starts.setDisplayFormat("yyyy-MM-dd HH:mm")
        self.starts.setAccessibleName(tr("Starts at"))
        self.minutes = QSpinBox(self)
        self.minutes.setRange(5, 600)
        self.minutes.setSingleStep(5)
        self.minutes.setSuffix(" " + tr("min"))
        self.minutes.setAccessibleName(tr("Length"))
        self.place = QLineEdit(self)
        self.place.setMaxLength(120)
        self.place.setAccessibleName(tr("Place"))
        self.period = choice([NOTHING, *_periods(workspace)], "", self, tr("Period dealt with"))
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for label, widget in (
            (tr("Kind of meeting"), self.kind), (tr("Title"), self.title),
            (tr("Starts at"), self.starts), (tr("Length"), self.minutes),
            (tr("Place"), self.place), (tr("Period dealt with"), self.period),
        ):  # fmt: skip
            form.addRow(label, widget)
        self.people = _PeopleList(workspace, language, self)
        self.agenda = _AgendaList(workspace, language, self)
        self.keep_agenda = QCheckBox(tr("Use this agenda for all meetings of this kind"), self)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addLayout(form)
        left.addWidget(QLabel(tr("Participants (organisation and role, never names)"), self))
        left.addWidget(self.people)
        right.addWidget(QLabel(tr("Agenda"), self))
        right.addWidget(self.agenda)
        right.addWidget(self.keep_agenda)
        columns = QHBoxLayout()
        columns.addLayout(left, 1)
        columns.addLayout(right, 1)
        self.finish(columns, tr("Save the plan"))
        self.resize(860, 520)
        self._fill()
        # an agenda belongs to a kind; a plan that exists has its own
        if meeting is None:
            self.kind.currentIndexChanged.connect(self._kind_chosen)

    def plan(self) -> Dict[str, Any]:
        """kind, title, starts_at, ends_at, place, period, participants, points, keep_agenda."""
        moment = self.starts.dateTime().toPyDateTime().replace(second=0, microsecond=0)
        return {
            "kind": self.kind.currentData(), "title": self.title.text().strip() or None,
            "starts_at": moment, "ends_at": moment + timedelta(minutes=self.minutes.value()),
            "place": self.place.text().strip() or None,
            "period": self.period.currentData() or None,
            "participants": self.people.participants(), "points": self.agenda.points(),
            "keep_agenda": self.keep_agenda.isChecked(),
        }  # fmt: skip

    def save(self) -> str:
        """Save the plan; a sentence when it was refused."""
        return self._done(self.plan())

    def _fill(self) -> None:
        from ....data.casework.agenda import Point
        from ....data.casework.meetings import participants_of, points_of

        meeting = self._meeting
        if meeting is None:
            self.starts.setDateTime(QDateTime(_next_full_hour(datetime.now())))
            self.minutes.setValue(MINUTES)  # noqa: QGS202  (no raster, no web page)
            self._kind_chosen()
            return
        self.kind.setCurrentIndex(max(0, self.kind.findData(meeting["kind"])))
        self.title.setText(meeting["title"])
        self.starts.setDateTime(QDateTime(meeting["starts_at"]))
        length = (meeting["ends_at"] or meeting["starts_at"]) - meeting["starts_at"]
        self.minutes.setValue(int(length.total_seconds() // 60) or MINUTES)  # noqa: QGS202  (no raster, no web page)
        self.place.setText(meeting["place"] or "")
        self.period.setCurrentIndex(max(0, self.period.findData(meeting["period"])))
        self.people.show_participants(participants_of(self._workspace, meeting.uuid))
        self.agenda.show_points([
            Point(row["content"], row["title"]) for row in points_of(self._workspace, meeting.uuid)
        ])  # fmt: skip

    def _kind_chosen(self, *_: object) -> None:
        from ....data.casework.agenda import agenda_of
        from ....data.casework.meetings import usual_participants

        kind = str(self.kind.currentData())
        self.people.show_participants(usual_participants(self._workspace, kind))
        self.agenda.show_points(agenda_of(self._workspace, kind))


class _PeopleList(QWidget):
    """Organisations and roles: added from two lists, removed with Delete."""

    def __init__(self, workspace: Workspace, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._actors = dict(organisations(workspace))
        self._roles = dict(codes(workspace, "meeting_role", language))
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("Participants"))
        self.organisation = choice(list(self._actors.items()), "", self, tr("Organisation"))
        searched(self.organisation)
        # a long name shows its beginning, not its end
        self.organisation.lineEdit().setCursorPosition(0)
        self.role = choice(list(self._roles.items()), "member", self, tr("Role"))
        self.add_button = _button(self, tr("Add"), self.add)
        self.remove_button = _button(self, tr("Remove"), self.remove)
        line = QHBoxLayout()
        line.addWidget(self.organisation, 2)
        line.addWidget(self.role, 1)
        line.addWidget(self.add_button)
        line.addWidget(self.remove_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list, 1)
        layout.addLayout(line)

    def show_participants(self, participants: Any) -> None:
        self.list.clear()
        for one in participants:
            self._show(one.organisation, one.role)

    def participants(self) -> List[Participant]:
        from ....data.casework.meetings import Participant

        return [
            Participant(*self.list.item(row).data(_KEY)) for row in range(self.list.count())
        ]

    def add(self) -> None:
        """The chosen organisation in the chosen role; nothing when it is there already."""
        organisation, role = self.organisation.currentData(), self.role.currentData()
        known = [self.list.item(row).data(_KEY) for row in range(self.list.count())]
        if organisation and (organisation, role) not in known:
            self._show(organisation, role)
            self.list.setCurrentRow(self.list.count() - 1)

    def remove(self) -> None:
        self.list.takeItem(self.list.currentRow())

    def _show(self, organisation: str, role: str) -> None:
        name, word = self._actors.get(organisation, "–"), self._roles.get(role, role)
        item = QListWidgetItem(f"{name} – {word}")
        item.setData(_KEY, (organisation, role))
        self.list.addItem(item)


class _AgendaList(QWidget):
    """Points in order; their titles are edited in place (F2)."""

    def __init__(self, workspace: Workspace, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._contents = codes(workspace, "agenda_content", language)
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("Agenda"))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.content = choice(self._contents, "other", self, tr("Content of the point"))
        line = QHBoxLayout()
        line.addWidget(self.content, 1)
        for text, act in ((tr("Add"), self.add), (tr("Remove"), self.remove),
                          (tr("Up"), lambda: self.move(-1)), (tr("Down"), lambda: self.move(1))):
            line.addWidget(_button(self, text, act))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list, 1)
        layout.addLayout(line)

    def show_points(self, points: Any) -> None:
        self.list.clear()
        for point in points:
            self._show(point.content, point.title)

    def points(self) -> List[Point]:
        from ....data.casework.agenda import Point

        items = [self.list.item(row) for row in range(self.list.count())]
        return [Point(item.data(_KEY), item.text()) for item in items]

    def add(self) -> None:
        self._show(self.content.currentData(), self.content.currentText())
        self.list.setCurrentRow(self.list.count() - 1)
        self.list.editItem(self.list.currentItem())

    def remove(self) -> None:
        self.list.takeItem(self.list.currentRow())

    def move(self, by: int) -> None:
        row = self.list.currentRow()
        if row >= 0 and 0 <= row + by < self.list.count():
            self.list.insertItem(row + by, self.list.takeItem(row))
            self.list.setCurrentRow(row + by)

    def _show(self, content: str, title: str) -> None:
        item = QListWidgetItem(title)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        item.setData(_KEY, content)
        item.setToolTip(dict(self._contents).get(content, content))
        self.list.addItem(item)


def _button(parent: QWidget, text: str, act: Callable[[], None]) -> QPushButton:
    button = QPushButton(text, parent)
    button.setAutoDefault(False)
    button.clicked.connect(lambda _checked=False: act())
    return button


def _periods(workspace: Workspace) -> List[Option]:
    """The latest periods that are not adopted, newest first."""
    rows = workspace.query(
        "SELECT uuid, title FROM period WHERE deleted_at IS NULL AND status NOT IN ({p}, {p}, {p})"
        " ORDER BY date_from DESC, uuid LIMIT {p}",
        ["adopted", "shared", "followed_up", 50],
    )
    return [(str(row["uuid"]), str(row["title"])) for row in rows]


def _next_full_hour(now: datetime) -> datetime:
    return now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)

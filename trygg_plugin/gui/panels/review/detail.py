"""What stands beside the list: the incident, the incident beside its duplicates, or the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, List, NamedTuple

from qgis.PyQt.QtWidgets import QStackedWidget, QTextBrowser

from ....i18n import tr
from .card import ReviewCard
from .duplicates import DuplicatesView

if TYPE_CHECKING:
    from ....data.casework.words import Words
    from ....data.records import Record
    from ....data.workspace import Workspace
    from ....domain.personal_data import Finding
    from .page import ReviewPage


class ReviewDetail(QStackedWidget):
    """One of three at a time; the card is where one comes back to."""

    def __init__(self, page: ReviewPage) -> None:
        super().__init__(page)
        self.card = ReviewCard(self)
        self.duplicates = DuplicatesView(page)
        self.keys = QTextBrowser(self)
        self.keys.setAccessibleName(tr("Keys"))
        for widget in (self.card, self.duplicates, self.keys):
            self.addWidget(widget)

    @property
    def shows_card(self) -> bool:
        return self.currentWidget() is self.card

    @property
    def shows_duplicates(self) -> bool:
        return self.currentWidget() is self.duplicates

    def show_card(self) -> None:
        """Back to the incident, and away with the marks of another on the map."""
        self.duplicates.forget()
        self.setCurrentWidget(self.card)

    def show_duplicates(self) -> None:
        self.setCurrentWidget(self.duplicates)

    def turn_keys(self, told: str) -> None:
        """All keys, or back from them."""
        if self.currentWidget() is self.keys:
            self.show_card()
            return
        self.keys.setHtml(told)  # noqa: QGS202  (no web page, no raster)
        self.setCurrentWidget(self.keys)


class Shown(NamedTuple):
    """An incident as it was read: its record, what in its texts may be personal data (field ->
    findings), and sentences about its problems, where it was forwarded, and its duplicates."""

    record: Record
    findings: Dict[str, List[Finding]]
    notes: List[str]


def read(workspace: Workspace, uuid: str, words: Words) -> Shown:
    """Read an incident and what belongs to it; DataError where it is gone."""
    from ....data.casework.queue import findings

    with workspace.reading():
        record = workspace.get("incident", uuid)
        return Shown(record, findings(workspace, record.values), _notes(workspace, uuid, words))


def _notes(workspace: Workspace, uuid: str, words: Words) -> List[str]:
    from ....data.casework.duplicates import duplicates_of
    from ....data.casework.problems import problems_of

    said = [tr("Problem: {title}").format(title=one["title"])
            for one in problems_of(workspace, uuid)]  # fmt: skip
    for row in workspace.rows("incident_forward", "incident = {p}", [uuid]):
        name = words.name_of("actor", row["organisation"])
        said.append(tr("Forwarded to {name}").format(name=name))
    merged = len(duplicates_of(workspace, uuid))
    if merged:
        said.append(tr("Reports merged into this one: {count}").format(count=merged))
    return said

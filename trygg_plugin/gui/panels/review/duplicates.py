"""An incident beside a report that may tell of the same: two cards, two marks on the map."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, List, Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSplitter,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ....i18n import tr
from ...form_parts import note
from ...place_bands import PlaceBands
from ...written import number
from .card import told

if TYPE_CHECKING:
    from ....data.casework.duplicates import Candidate
    from ....data.records import Record
    from .page import ReviewPage

#: Told apart by the shape on the map, too: a circle and a cross.
_OWN, _OTHER = QColor("#1f6f83"), QColor("#b3541e")
#: From this width on, in letters, the cards stand beside each other.
_BESIDE = 75


class DuplicatesView(QWidget):
    """Which of the candidates, if any, tells of the same; and which report is kept."""

    #: merge: the record that is kept, and the one that is its duplicate
    merge_wanted = pyqtSignal(object, object)
    closed = pyqtSignal()

    def __init__(self, page: ReviewPage) -> None:
        super().__init__(page)
        self._page = page
        self._bands = PlaceBands(page.shell.iface.mapCanvas())
        self.own: Optional[Record] = None
        self.candidates: List[Candidate] = []
        self._at = 0
        self._swapped = False

        self.why = note("", self)
        self.back = self._button(tr("Back (Esc)"), self.close_view)
        self.before = self._button("‹", lambda: self.step(-1), tr("Previous candidate"))
        self.after = self._button("›", lambda: self.step(1), tr("Next candidate (J)"))
        top = QHBoxLayout()
        top.addWidget(self.why, 1)
        for button in (self.before, self.after):
            top.addWidget(button)
        self.cards = [QTextBrowser(self), QTextBrowser(self)]
        self.heads = [QLabel(self), QLabel(self)]
        self.sides = QSplitter(Qt.Orientation.Vertical, self)
        self.sides.setChildrenCollapsible(False)
        for head, card, said in zip(
            self.heads, self.cards, (tr("This report"), tr("The other report"))
        ):
            side = QWidget(self)
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            head.setWordWrap(True)
            card.setAccessibleName(said)
            card.setMinimumHeight(self.fontMetrics().height() * 3)
            column.addWidget(head)
            column.addWidget(card, 1)
            self.sides.addWidget(side)
        self.merge = self._button(tr("Merge (Enter)"), self.accept)
        self.swap = self._button(tr("Swap (X)"), self.swap_kept, tr("Keep the other report (X)"))
        buttons = QGridLayout()
        for place, button in enumerate((self.merge, self.swap, self.back)):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            buttons.addWidget(button, min(place, 1), max(place - 1, 0), 1, 1 if place else 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(top)
        layout.addWidget(self.sides, 1)
        layout.addLayout(buttons)

    def _button(self, text: str, pressed: object, name: str = "") -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setAccessibleName(name or text)
        button.setToolTip(name or text)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda _checked=False: pressed())  # type: ignore[operator]
        return button

    @property
    def other(self) -> Optional[Record]:
        return self.candidates[self._at].record if self.candidates else None

    @property
    def kept(self) -> Optional[Record]:
        """The report that stays: the one that is approved, else the one that came first."""
        own, other = self.own, self.other
        if own is None or other is None:
            return None
        approved = [one["status"] not in _OPEN for one in (own, other)]
        if approved[0] != approved[1]:
            first = own if approved[0] else other
        else:
            first = min((own, other), key=lambda one: (one["reported_at"], one.uuid))
        if not self._swapped:
            return first
        return other if first is own else own

    def open_for(self, own: Record, candidates: List[Candidate]) -> None:
        self.own, self.candidates, self._at, self._swapped = own, candidates, 0, False
        self._show()

    def step(self, places: int) -> None:
        """Another candidate."""
        if self.candidates:
            self._at = (self._at + places) % len(self.candidates)
            self._swapped = False
            self._show()

    def swap_kept(self) -> None:
        self._swapped = not self._swapped
        self._show()

    def accept(self) -> None:
        kept, own, other = self.kept, self.own, self.other
        if kept is not None and own is not None and other is not None:
            self.merge_wanted.emit(kept, other if kept is own else own)

    def close_view(self) -> None:
        self.forget()
        self.closed.emit()

    def forget(self) -> None:
        """Let go of the records and of the marks on the map."""
        self.own, self.candidates = None, []
        self._bands.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        wide = self.width() > self.fontMetrics().horizontalAdvance("0") * _BESIDE
        self.sides.setOrientation(
            Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        )

    def _show(self) -> None:
        from ....data.casework.queue import findings

        own, other = self.own, self.other
        if own is None or other is None:
            return
        page = self._page
        words, fields = page.make_words(), page.fields()
        for head, card, record, said, colour in (
            (self.heads[0], self.cards[0], own, tr("This report"), _OWN),
            (self.heads[1], self.cards[1], other, tr("The other report"), _OTHER),
        ):
            fate = tr("is kept") if record is self.kept else tr("becomes the duplicate")
            shape = "●" if record is own else "✕"
            head.setText(
                f"<span style='color:{colour.name()}'>{shape}</span> <b>{said}</b> – {fate}"
            )
            top, body = told(
                record, fields, words, findings(page.workspace, record.values), self.palette(),
                links=False,
            )
            card.setHtml(top + body)  # noqa: QGS202  (no web page, no raster)
        likeness = self.candidates[self._at].likeness
        place = (
            tr("same name of place") if likeness.distance is None and likeness.same_place_name
            else tr("same area") if likeness.distance is None
            else tr("{metres} m apart").format(metres=round(likeness.distance))
        )
        time = (
            tr("at the same time") if likeness.hours == 0
            else tr("{hours} h apart").format(hours=number(likeness.hours, 1))
        )
        kind = (
            tr("same subcategory") if likeness.same_subcategory and own["subcategory"]
            else tr("same category") if likeness.same_category else tr("other category")
        )
        self.why.setText(
            tr("Candidate {number} of {count}: {percent} % alike – {reasons}.").format(
                number=self._at + 1, count=len(self.candidates),
                percent=round(100 * likeness.score), reasons=", ".join((place, time, kind)),
            )
        )
        several = len(self.candidates) > 1
        self.before.setVisible(several)
        self.after.setVisible(several)
        self.show_places()

    def show_places(self) -> None:
        """Both places on the map, and a line between them."""
        own, other = self.own, self.other
        if own is None or other is None:
            return
        drawn = [(own.geometry, _OWN, False), (other.geometry, _OTHER, True)]
        if own.geometry and other.geometry:
            line = struct.pack("<BII", 1, 2, 2) + own.geometry[-16:] + other.geometry[-16:]
            drawn.insert(0, (line, _OTHER, True))
        self._bands.show(drawn, self._page.workspace.crs)


_OPEN = ("submitted", "under_review", "needs_completion", "draft")

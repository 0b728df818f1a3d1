"""What is planned for a walk: its three meetings, its route, and who takes part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, Mapping, Optional

from qgis.PyQt.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ....i18n import fill, tr
from ...form_parts import note

if TYPE_CHECKING:
    from ....data.casework.walks import Walk
    from ....domain.record_types import RecordType


class PlanTab(QWidget):
    """``edit``, ``draw_route`` and ``open_form`` are called by its buttons."""

    def __init__(
        self,
        edit: Callable[[], None],
        draw_route: Callable[[], None],
        open_form: Callable[[], None],
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        self.text = note("", self)
        layout.addWidget(self.text)
        self.participants = note("", self)
        layout.addWidget(self.participants)
        self.edit_button = self._button(tr("Edit the plan…"), edit)
        self.route_button = self._button(tr("Draw the route"), draw_route)
        self.form_button = self._button(tr("All fields…"), open_form)
        layout.addStretch(1)

    def show_plan(
        self,
        walk: Walk,
        described: RecordType,
        language: str,
        roles: Mapping[str, str],
        names: Mapping[str, str],
    ) -> None:
        """``roles``: codes, ``names``: organisations, each -> label."""
        record = walk.record
        lines = []
        for key in ("premeeting_at", "walked_at", "feedback_meeting_at"):
            when = record[key]
            told = tr("no date yet") if when is None else when.strftime("%Y-%m-%d %H:%M")
            lines.append(f"{described.field(key).label[language]}: {told}.")
        if record["purpose"]:
            lines.append(str(record["purpose"]))
        lines.append(
            tr("The route is on the map.") if record.geometry else tr("No route has been drawn.")
        )
        self.text.setText("\n".join(lines))
        groups = [
            f"{roles.get(group.role, group.role)}"
            + (f", {names.get(str(group.organisation), '')}" if group.organisation else "")
            + f": {group.number}"
            for group in walk.participants
        ]
        self.participants.setText("\n".join(
            [*groups, fill(tr("{count} people."), count=walk.people)] if groups
            else [tr("No participants are named by organisation and role.")]
        ))  # fmt: skip

    def _button(self, text: str, clicked: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.clicked.connect(lambda _checked=False: clicked())
        self.layout().addWidget(button)
        return button

"""The panel of follow-ups; its page is loaded when it is first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....i18n import tr
from ...panel import PanelPart

if TYPE_CHECKING:
    from .page import FollowUpPage


class FollowUpPart(PanelPart):
    key = "FollowUp"
    drawing = "followup"

    def title(self) -> str:
        return tr("Follow-up")

    def make_page(self) -> FollowUpPage:
        from .page import FollowUpPage

        return FollowUpPage(self.shell)

    def show_measure(self, uuid: str) -> None:
        """Show one measure, due or not, for links from elsewhere."""
        page: FollowUpPage = self.open()  # type: ignore[assignment]  # made above
        page.kinds.setCurrentIndex(0)
        page.show_measure(uuid)

"""The review panel (granskning); its page is loaded when it is first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....i18n import tr
from ...panel import PanelPart

if TYPE_CHECKING:
    from .page import ReviewPage


class ReviewPart(PanelPart):
    key = "Review"
    drawing = "review"
    shortcut = "Ctrl+Alt+G"

    def title(self) -> str:
        return tr("Review")

    def make_page(self) -> ReviewPage:
        from .page import ReviewPage

        return ReviewPage(self.shell)

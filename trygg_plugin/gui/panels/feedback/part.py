"""The panel of feedback; its page is loaded when it is first shown."""

from __future__ import annotations

from ....i18n import tr
from ...panel import PanelPage, PanelPart


class FeedbackPart(PanelPart):
    key = "Feedback"
    drawing = "feedback"

    def title(self) -> str:
        return tr("Feedback")

    def make_page(self) -> PanelPage:
        from .page import FeedbackPage

        return FeedbackPage(self.shell)

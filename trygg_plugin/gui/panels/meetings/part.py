"""The panel of meetings; its page is loaded when it is first seen."""

from __future__ import annotations

from ....i18n import tr
from ...panel import PanelPage, PanelPart


class MeetingPart(PanelPart):
    key = "Meetings"
    drawing = "meeting"

    def title(self) -> str:
        return tr("Meetings")

    def make_page(self) -> PanelPage:
        from .page import MeetingPage

        return MeetingPage(self.shell)

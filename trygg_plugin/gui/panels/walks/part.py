"""The panel of safety walks; its page is loaded when it is first seen."""

from __future__ import annotations

from ....i18n import tr
from ...panel import PanelPage, PanelPart


class WalksPart(PanelPart):
    key = "Walks"
    drawing = "walks"

    def title(self) -> str:
        return tr("Safety walks")

    def make_page(self) -> PanelPage:
        from .page import WalksPage

        return WalksPage(self.shell)

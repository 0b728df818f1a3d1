"""The panel of the law; its page is loaded when it is first seen."""

from __future__ import annotations

from ....i18n import tr
from ...panel import PanelPage, PanelPart


class LawPart(PanelPart):
    key = "Law"
    drawing = "law"

    def title(self) -> str:
        return tr("The law")

    def make_page(self) -> PanelPage:
        from .page import LawPage

        return LawPage(self.shell)

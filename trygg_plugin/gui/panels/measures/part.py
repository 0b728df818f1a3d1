"""The panel of measures; its page is loaded when it is first shown."""

from __future__ import annotations

from ....i18n import tr
from ...panel import PanelPage, PanelPart


class MeasuresPart(PanelPart):
    key = "Measures"
    drawing = "measures"

    def title(self) -> str:
        return tr("Measures")

    def make_page(self) -> PanelPage:
        from .page import MeasuresPage

        return MeasuresPage(self.shell)

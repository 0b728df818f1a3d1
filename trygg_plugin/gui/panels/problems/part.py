"""The panel of problems; its page is loaded when it is first shown."""

from __future__ import annotations

from ....i18n import tr
from ...panel import PanelPage, PanelPart


class ProblemsPart(PanelPart):
    key = "Problems"
    drawing = "problems"

    def title(self) -> str:
        return tr("Problems")

    def make_page(self) -> PanelPage:
        from .page import ProblemsPage

        return ProblemsPage(self.shell)

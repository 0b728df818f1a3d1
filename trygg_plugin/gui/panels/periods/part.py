"""The panel of periods; its page is loaded when it is first seen."""

from __future__ import annotations

from ....i18n import tr
from ...panel import PanelPage, PanelPart


class PeriodsPart(PanelPart):
    key = "Periods"
    drawing = "periods"

    def title(self) -> str:
        return tr("Periods")

    def make_page(self) -> PanelPage:
        from .page import PeriodsPage

        return PeriodsPage(self.shell)

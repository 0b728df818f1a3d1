"""Correcting the place of an incident with one click on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY

from ....i18n import tr
from ...point_tool import PointTool, on_map, point_in

if TYPE_CHECKING:
    from ....data.records import Record
    from .page import ReviewPage


class Placing:
    """Takes the map for one click, and gives it back."""

    def __init__(self, page: ReviewPage) -> None:
        self._page = page
        self._tool: Optional[PointTool] = None
        self._uuid = ""

    def pick(self) -> None:
        """The next click on the map is where the shown incident happened."""
        record = self._page.record
        if record is None:
            return
        self.stop()
        shell, said = self._page.shell, tr("Click on the map where it happened.")
        canvas = shell.iface.mapCanvas()
        stored = QgsCoordinateReferenceSystem(self._page.workspace.crs)
        self._uuid = record.uuid
        self._tool = PointTool(canvas, lambda point: self._picked(record, point))
        self._tool.start(shell, said, at=on_map(canvas, record.geometry, stored))
        self._page.said.tell(said)

    def follow(self, shown: Optional[Record]) -> None:
        """Another incident is shown now: a click is not waited for on behalf of the last one."""
        if shown is None or shown.uuid != self._uuid:
            self.stop()

    def stop(self) -> None:
        """No click is waited for any more."""
        if self._tool is not None:
            self._tool.stop()
            self._tool.deleteLater()
            self._tool = None

    def _picked(self, record: Record, point: QgsPointXY) -> None:
        page = self._page
        crs = QgsCoordinateReferenceSystem(page.workspace.crs)
        place = point_in(page.shell.iface.mapCanvas(), point, crs)
        if place.isEmpty():
            page.shell.messages.warning(
                tr("That point has no place in {crs}. Click inside the municipality.").format(
                    crs=crs.authid()
                )
            )
            return
        page.judging.correct_place(record, (place.asPoint().x(), place.asPoint().y()))
        page.list.setFocus()

"""The map as a walk takes it: a click for a point, a line for the route, one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Optional

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsPointXY

from ....i18n import tr
from ...point_tool import PointTool, on_map, point_in
from ..parts.draw_tool import LINE, DrawTool, in_crs

if TYPE_CHECKING:
    from ...shell import Shell


class WalkMap:
    """Holds the tool that has the map, and gives places in the workspace's CRS."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._tool: Optional[Any] = None

    def ask_point(
        self, picked: Callable[[QgsGeometry], None], place: Optional[bytes] = None
    ) -> None:
        """Take the map for one click; ``place`` is where the point lies now (WKB)."""
        self.stop()
        canvas, crs = self._shell.iface.mapCanvas(), self._crs()

        def clicked(point: QgsPointXY) -> None:
            place = point_in(canvas, point, crs)
            if not place.isEmpty():
                picked(place)
                return
            self._shell.messages.warning(
                tr("That point has no place in {crs}. Click inside the municipality.").format(
                    crs=crs.authid()
                )
            )

        self._tool = PointTool(canvas, clicked)
        self._tool.start(
            self._shell, tr("Click on the map where the point lies."),
            at=on_map(canvas, place, crs),
        )  # fmt: skip

    def ask_route(self, drawn: Callable[[QgsGeometry], None]) -> None:
        """Take the map for a line."""
        self.stop()

        def done(line: Optional[QgsGeometry]) -> None:
            self._tool = None
            if line is None:
                return
            route = in_crs(canvas, line, self._crs().authid())
            if route is None:
                self._shell.messages.warning(
                    tr("The route has no place in the workspace's coordinate system.")
                )
                return
            drawn(route)

        canvas = self._shell.iface.mapCanvas()
        self._tool = DrawTool(canvas, LINE, done)
        self._tool.start(self._shell, tr("Click along the route; the right button ends it."))

    def stop(self) -> None:
        """Give the map back."""
        tool, self._tool = self._tool, None
        if tool is not None:
            tool.stop()

    def _crs(self) -> QgsCoordinateReferenceSystem:
        workspace = self._shell.current.workspace
        assert workspace is not None  # nosec B101  (the panel shows no walk without one)
        return QgsCoordinateReferenceSystem(workspace.crs)

"""Finds incidents, problems, measures, areas and meetings from QGIS's own search box (Ctrl+K)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, Optional, Tuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsFeedback,
    QgsGeometry,
    QgsLocatorContext,
    QgsLocatorFilter,
    QgsLocatorResult,
    QgsProject,
    QgsWkbTypes,
)

from ..i18n import tr

if TYPE_CHECKING:
    from ..data.casework.find import Hit
    from ..data.workspace import Workspace
    from .shell import Shell

#: Typed first, it asks only here. QGIS takes no shorter ones from plugins.
PREFIX = "est"
#: Letters before every search box of QGIS's looks here, and before this one alone does.
_LEAST, _LEAST_ALONE = 3, 2
_MOST, _MOST_ALONE = 4, 15
_ON_MAP, _FORM, _REVIEW = 1, 2, 3
_ZOOM_SCALE = 2500
_KEY = "uuid"


class LocatorPart:
    """Adds the filter to QGIS's search box and takes it away."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self.filter: Optional[RecordFilter] = None

    def load(self) -> None:
        self.filter = RecordFilter(self._shell)
        self._shell.iface.registerLocatorFilter(self.filter)

    def unload(self) -> None:
        if self.filter is not None:
            # QGIS deletes it
            self._shell.iface.deregisterLocatorFilter(self.filter)
            self.filter = None


class RecordFilter(QgsLocatorFilter):
    """One search; QGIS makes a copy for each, whose ``fetchResults`` runs in a thread."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._workspace: Optional[Workspace] = None
        self._language = "sv"

    def clone(self) -> QgsLocatorFilter:
        return RecordFilter(self._shell)

    def name(self) -> str:
        return "trygg"

    def displayName(self) -> str:  # noqa: N802
        return tr("Trygg: incidents, problems, measures and places")

    def prefix(self) -> str:
        return PREFIX

    def priority(self) -> QgsLocatorFilter.Priority:
        return QgsLocatorFilter.Priority.Medium

    def prepare(self, _string: str, _context: QgsLocatorContext) -> Any:
        """Asked in the window's thread, before the search begins in its own."""
        self._workspace = self._shell.current.workspace
        self._language = self._shell.current.language
        return []

    def fetchResults(  # noqa: N802
        self, string: str, context: QgsLocatorContext, feedback: QgsFeedback
    ) -> None:
        from ..data.casework.find import find
        from ..data.errors import DataError

        workspace, alone = self._workspace, context.usingPrefix
        if workspace is None or len(string.strip()) < (_LEAST_ALONE if alone else _LEAST):
            return
        try:
            for hit in find(
                workspace, string, most=_MOST_ALONE if alone else _MOST,
                wanted=lambda: not feedback.isCanceled(),
            ):
                if feedback.isCanceled():
                    return
                self.resultFetched.emit(self._result(workspace, hit))
        except DataError as error:
            self.logMessage(str(error))

    def triggerResult(self, result: QgsLocatorResult) -> None:  # noqa: N802
        hit = _data(result)
        self._show(hit)
        if hit["reviewed_here"]:
            self._review(hit)
        elif hit["table"] != "area":
            self._open_form(hit)

    def triggerResultFromAction(self, result: QgsLocatorResult, action: int) -> None:  # noqa: N802
        hit = _data(result)
        if action == _ON_MAP:
            self._show(hit)
        elif action == _REVIEW:
            self._show(hit)
            self._review(hit)
        else:
            self._open_form(hit)

    def _result(self, workspace: Workspace, hit: Hit) -> QgsLocatorResult:
        record = workspace.standard.records[hit.table]
        waiting = hit.table == "incident" and hit.state in _WAITING
        made = QgsLocatorResult()
        made.filter = self
        made.displayString = hit.title
        made.description = hit.detail
        made.group = str(record.label_plural[self._language])
        _keep(made, {
            "table": hit.table, _KEY: hit.uuid, "crs": workspace.crs, "reviewed_here": waiting,
            "place": "" if hit.place is None else hit.place.hex(),
        })  # fmt: skip
        actions = [QgsLocatorResult.ResultAction(_FORM, tr("Open form"))]
        if hit.place is not None:
            actions.insert(0, QgsLocatorResult.ResultAction(_ON_MAP, tr("Show on the map")))
        if waiting:
            actions.append(QgsLocatorResult.ResultAction(_REVIEW, tr("Review")))
        made.actions = actions
        return made

    # --- what a result leads to, in the window's thread

    def _show(self, hit: Dict[str, Any]) -> None:
        if not hit["place"]:
            return
        place = QgsGeometry()
        place.fromWkb(bytes.fromhex(hit["place"]))
        canvas = self._shell.iface.mapCanvas()
        crs = QgsCoordinateReferenceSystem(hit["crs"])
        transform = QgsCoordinateTransform(
            crs, canvas.mapSettings().destinationCrs(), QgsProject.instance()
        )
        try:
            box = transform.transformBoundingBox(place.boundingBox())
        except QgsCsException:
            return
        if place.type() == QgsWkbTypes.GeometryType.PointGeometry:
            canvas.setCenter(box.center())
            canvas.zoomScale(min(canvas.scale(), _ZOOM_SCALE))
        else:
            box.scale(1.2)
            canvas.setExtent(box)
            canvas.refresh()
        canvas.flashGeometries([place], crs)

    def _open_form(self, hit: Dict[str, Any]) -> None:
        layer = self._shell.current.layer(hit["table"])
        if layer is None:
            self._shell.messages.info(tr("The project shows no layer of this kind."))
            return
        request = QgsFeatureRequest().setFilterExpression(f"\"uuid\" = '{hit[_KEY]}'")
        feature = next(layer.getFeatures(request), None)
        if feature is None:
            self._shell.messages.warning(tr("The record is no longer there."))
            return
        self._shell.iface.openFeatureForm(layer, feature, False)

    def _review(self, hit: Dict[str, Any]) -> None:
        part = self._shell.part("ReviewPart")
        if part is not None:
            part.open().show_incident(hit[_KEY])


_WAITING: Tuple[str, ...] = ("submitted", "under_review", "needs_completion")


def _keep(result: QgsLocatorResult, data: Dict[str, Any]) -> None:
    if hasattr(result, "setUserData"):  # QGIS 3.34 and later
        result.setUserData(data)
    else:
        result.userData = data


def _data(result: QgsLocatorResult) -> Dict[str, Any]:
    if hasattr(result, "getUserData"):  # until QGIS 3.34, where reading the attribute may crash
        return dict(result.getUserData())
    data = result.userData
    return dict(data() if callable(data) else data)

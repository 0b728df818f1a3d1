"""Reporting: by a click on the map, without a place, and a place given afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, Optional

from qgis.core import (
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsVectorLayer,
    QgsVectorLayerUtils,
)
from qgis.PyQt.QtWidgets import QAction

from ..compat import is_null
from ..i18n import tr
from . import settings
from .icons import icon
from .layer_edit import Outcome, apply_edit, stop_editing
from .point_tool import PointTool, point_in

if TYPE_CHECKING:
    from .report_form import ReportForm
    from .shell import Shell

TABLE = "incident"
SHORTCUT = "Ctrl+Alt+J"
#: Fields that a reporter fills in the same way every time -> where the last answer is kept.
REMEMBERED: Dict[str, settings.Setting] = {
    "reporter_organisation": settings.REPORTER_ORGANISATION,
    "reporter_role": settings.REPORTER_ROLE,
}


class ReportPart:
    """The actions "Report incident", "Report without a place" and "Locate incident"."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._tool: Optional[PointTool] = None
        self._form: Optional[ReportForm] = None
        self._action: Optional[QAction] = None

    def load(self) -> None:
        shell = self._shell
        self._action = shell.add_action(
            "Report", tr("Report incident"), self.report_on_map, icon=icon("report"),
            tip=tr("Report incident: click where it happened"), checkable=True,
        )
        # in QGIS's list of shortcuts, where it can be changed
        shell.iface.registerMainWindowAction(self._action, SHORTCUT)
        shell.add_action(
            "ReportWithoutPlace", tr("Report incident without a place"), self.report_without_place,
            in_toolbar=False,
        )
        shell.add_action(
            "Locate", tr("Locate incident"), self.locate, in_toolbar=False,
            tip=tr("Give the selected incident its place on the map"),
        )

    def unload(self) -> None:
        if self._action is not None:
            self._shell.iface.unregisterMainWindowAction(self._action)
            self._action = None
        self._stop_tool()
        if self._form is not None:
            self._form.close()

    # --- actions

    def report_on_map(self) -> None:
        """Take the map for one click; the action once more gives it back."""
        waiting = self._tool is not None and self._tool.isActive() and bool(self._tool.action())
        self._stop_tool()
        if waiting or self._layer() is None:
            if self._action is not None:
                self._action.setChecked(False)
            return
        self._pick(self._report_at, self._action)

    def report_without_place(self) -> None:
        layer = self._layer()
        if layer is not None:
            self._open_form(layer, QgsGeometry())

    def locate(self) -> None:
        layer = self._layer()
        if layer is None:
            return
        waiting = [
            feature for feature in layer.getSelectedFeatures() if not feature.hasGeometry()
        ]
        if len(waiting) != 1:
            self._shell.messages.info(
                tr("Select one incident that has no place, then choose Locate incident again."),
                (tr("Show incidents without a place"), self._show_unlocated),
            )
            return
        uuid = str(waiting[0]["uuid"])
        self._pick(lambda point: self._locate_at(uuid, point))

    # --- steps

    def _layer(self) -> Optional[QgsVectorLayer]:
        layer = self._shell.current.layer(TABLE)
        if layer is None or self._shell.current.workspace is None:
            self._shell.messages.warning(
                tr("No workspace is open. Open its project, create a workspace, or try the demo.")
            )
            return None
        return layer

    def _pick(self, picked: Any, action: Optional[QAction] = None) -> None:
        self._stop_tool()
        self._tool = PointTool(self._shell.iface.mapCanvas(), picked)
        if action is not None:
            # stays pressed for as long as the tool has the map
            self._tool.setAction(action)
        self._tool.start(self._shell, tr("Click on the map where it happened."))

    def _stop_tool(self) -> None:
        if self._tool is not None:
            self._tool.stop()
            self._tool.deleteLater()
            self._tool = None

    def _point(self, layer: QgsVectorLayer, point: QgsPointXY) -> Optional[QgsGeometry]:
        geometry = point_in(self._shell.iface.mapCanvas(), point, layer.crs())
        if geometry.isEmpty():
            self._shell.messages.warning(
                tr("That point has no place in {crs}. Click inside the municipality.").format(
                    crs=layer.crs().authid()
                )
            )
            return None
        return geometry

    def _report_at(self, point: QgsPointXY) -> None:
        layer = self._layer()
        geometry = None if layer is None else self._point(layer, point)
        if layer is not None and geometry is not None:
            self._open_form(layer, geometry)

    def _locate_at(self, uuid: str, point: QgsPointXY) -> None:
        layer = self._layer()
        geometry = None if layer is None else self._point(layer, point)
        if layer is None or geometry is None:
            return
        request = QgsFeatureRequest().setFilterExpression(f"\"uuid\" = '{uuid}'")
        feature = next(layer.getFeatures(request), None)
        if feature is None:
            self._shell.messages.warning(tr("The incident is no longer there."))
            return
        outcome = apply_edit(
            self._shell.current,
            layer,
            tr("Locate incident"),
            lambda: self._move(layer, feature, geometry),
            joins=layer.isEditable(),
        )
        self._tell(outcome, tr("The incident has its place."), layer)

    def _move(self, layer: QgsVectorLayer, feature: QgsFeature, geometry: QgsGeometry) -> bool:
        # the layer's own default fills in the area anew
        return bool(layer.changeGeometry(feature.id(), geometry))

    def _open_form(self, layer: QgsVectorLayer, geometry: QgsGeometry) -> None:
        # the form is loaded with the first report, not with QGIS
        from .report_form import ReportForm

        workspace = self._shell.current.workspace
        if workspace is None:
            return
        joins = layer.isEditable()
        if not joins and not layer.startEditing():
            self._shell.messages.warning(
                tr("The layer “{layer}” cannot be edited. Its file may be write-protected.").format(
                    layer=layer.name()
                )
            )
            return

        def save(feature: QgsFeature) -> Outcome:
            return apply_edit(
                self._shell.current, layer, tr("Report incident"),
                lambda: bool(layer.addFeature(feature)), joins,
            )  # fmt: skip

        hint = ""
        if joins:
            hint = tr("“{layer}” is in edit mode: the incident is added to your open edits and is "
                      "stored when you save them.").format(layer=layer.name())
        form = ReportForm(
            self._shell.iface, layer, self._new_feature(layer, geometry),
            workspace.standard.records[TABLE], self._shell.current.language, save, hint,
        )  # fmt: skip
        self._form = form
        form.finished.connect(lambda _result: self._closed(form, layer, joins))
        form.start()

    def _new_feature(self, layer: QgsVectorLayer, geometry: QgsGeometry) -> QgsFeature:
        remembered = {
            index: setting.get()
            for key, setting in REMEMBERED.items()
            if (index := layer.fields().indexOf(key)) >= 0 and self._still_there(key, setting.get())
        }
        scopes = QgsExpressionContextUtils.globalProjectLayerScopes(layer)
        return QgsVectorLayerUtils.createFeature(
            layer, geometry, remembered, QgsExpressionContext(scopes)
        )

    def _still_there(self, key: str, value: str) -> bool:
        """Whether the remembered answer exists in the workspace that is open now."""
        workspace = self._shell.current.workspace
        if not value or workspace is None:
            return False
        field = workspace.standard.records[TABLE].field(key)
        if field.codelist:
            codes = workspace.standard.codelists[field.codelist].codes
            return any(code.key == value and not code.retired for code in codes)
        holder = self._shell.current.layer(str(field.references))
        if holder is None:
            return False
        request = QgsFeatureRequest().setFilterExpression(
            f"\"uuid\" = '{value.replace(chr(39), '')}'"
        )
        return next(holder.getFeatures(request), None) is not None

    def _closed(self, form: ReportForm, layer: QgsVectorLayer, joins: bool) -> None:
        self._form = None
        outcome, stored = form.outcome, form.stored
        if outcome is None or stored is None:
            stop_editing(layer, joins)
            return
        for key, setting in REMEMBERED.items():
            value = stored.attribute(key) if stored.fields().indexOf(key) >= 0 else None
            setting.set("" if is_null(value) else str(value))
        self._tell(outcome, tr("The incident is reported."), layer)

    def _tell(self, outcome: Outcome, done: str, layer: QgsVectorLayer) -> None:
        layer.triggerRepaint()
        if outcome.saved:
            self._shell.messages.success(done)
        elif outcome.joined:
            self._shell.messages.info(
                tr("It was added to your open edits of “{layer}”; save them to store it.").format(
                    layer=layer.name()
                )
            )
        else:
            self._shell.messages.warning(" ".join(outcome.refusals))

    def _show_unlocated(self) -> None:
        layer = self._shell.current.layer(TABLE)
        if layer is not None:
            self._shell.iface.showAttributeTable(layer, "$geometry IS NULL")



"""The project around a workspace: what it holds, and that it stands on its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsLayerTreeModel,
    QgsMapLayer,
    QgsProject,
    QgsRenderContext,
)

from trygg_plugin.project.layer_keys import layers_by_table, workspace_layers, workspace_target
from trygg_plugin.project.layer_tree import CODE_LISTS, GROUPS, OTHER, grouped
from trygg_plugin.project.relations import references, relation_id
from trygg_plugin.project.styles import INCOMING, RECENCY, SITUATION
from trygg_plugin.project.themes import THEMES

INSIDE = Path(__file__).with_name("inside_plain_qgis.py")


def test_every_table_is_a_layer_that_is_found_by_its_property(opened, made):
    standard = made.workspace.standard
    wanted = {*standard.records, *(f"code_{key}" for key in standard.codelists)}
    assert set(opened) == wanted
    assert workspace_target(QgsProject.instance()) == made.workspace.path
    for layer in workspace_layers(QgsProject.instance()):
        assert layer.isValid(), layer.name()
        private = bool(layer.flags() & QgsMapLayer.LayerFlag.Private)
        assert private == layer.customProperty("trygg/table").startswith("code_")


def test_a_table_of_any_geometry_has_a_map_layer_for_each_kind(opened):
    kinds = {
        layer.customProperty("trygg/geometry"): layer.geometryType()
        for layer in workspace_layers(QgsProject.instance())
        if layer.customProperty("trygg/table") == "problem" and layer.isSpatial()
    }
    assert set(kinds) >= {"point", "line", "polygon"}
    assert [int(kinds[kind]) for kind in ("point", "line", "polygon")] == [0, 1, 2]


def test_deleted_records_are_not_shown(made):
    uuid = made.workspace.insert("actor", {"name": "Skolan", "kind": "school"})
    project = QgsProject()
    assert project.read(str(made.project_file))
    actors = layers_by_table(project)["actor"]
    assert actors.featureCount() == 1
    made.workspace.delete("actor", uuid)
    actors.dataProvider().reloadData()
    assert [row["name"] for row in actors.getFeatures()] == []


def test_relations_join_every_reference_to_its_record(formed, standard):
    for language in ("sv", "en"):
        project = formed(language)
        relations = project.relationManager().relations()
        wanted = {relation_id(record.key, field.key) for record, field in references(standard)}
        assert set(relations) == wanted and len(wanted) > 40
        layers = layers_by_table(project)
        for record, field in references(standard):
            relation = relations[relation_id(record.key, field.key)]
            assert relation.isValid()
            assert relation.referencingLayer() == layers[record.key]
            assert relation.referencedLayer() == layers[field.references]
            assert list(relation.fieldPairs().items()) == [(field.key, "uuid")]


def test_relations_survive_being_saved(opened, made):
    relations = QgsProject.instance().relationManager().relations()
    assert set(relations) == {
        relation_id(record.key, field.key)
        for record, field in references(made.workspace.standard)
        if field.references in made.workspace.standard.records
    }
    assert all(relation.isValid() for relation in relations.values())


def test_the_tree_has_a_group_for_every_record_type(opened, standard):
    root = QgsProject.instance().layerTreeRoot()
    groups = [group.name() for group in root.findGroups()]
    assert groups[-1] == CODE_LISTS["sv"]
    assert set(groups) <= {label["sv"] for label, _keys in GROUPS} | {CODE_LISTS["sv"]}
    assert len(root.findLayers()) == len(QgsProject.instance().mapLayers())
    # a municipality's own record type is not lost
    placed = [key for _label, keys in grouped(standard) for key in keys]
    assert sorted(placed) == sorted(standard.records)
    fewer = [(label, keys) for label, keys in grouped(standard) if label == OTHER]
    assert fewer == []


def test_themes_show_the_incidents_in_different_styles(opened):
    project = QgsProject.instance()
    incident = opened["incident"]
    themes = project.mapThemeCollection()
    assert set(themes.mapThemes()) == {label["sv"] for label, _style, _tables in THEMES}
    model = QgsLayerTreeModel(project.layerTreeRoot())
    drawn = {}
    for label, style, _tables in THEMES:
        themes.applyTheme(label["sv"], project.layerTreeRoot(), model)
        node = project.layerTreeRoot().findLayer(incident.id())
        assert node.itemVisibilityChecked() == bool(style), label["sv"]
        if style:
            assert incident.styleManager().currentStyle() == style["sv"]
            drawn[style["sv"]] = incident.renderer().dump()
    assert len(set(drawn.values())) == 3


@pytest.mark.parametrize("style", (SITUATION, RECENCY, INCOMING))
def test_every_style_of_incidents_keeps_the_form_the_time_and_the_map_tip(opened, style):
    layer = opened["incident"]
    assert layer.styleManager().setCurrentStyle(style["sv"])
    category = layer.fields().indexOf("category")
    assert layer.editorWidgetSetup(category).type() == "ValueRelation"
    assert layer.editFormConfig().tabs()
    temporal = layer.temporalProperties()
    assert temporal.startExpression() == '"time_from"'
    assert temporal.endExpression() == 'coalesce("time_to", "time_from")'
    assert not temporal.isActive()


def test_map_tips_name_what_when_and_state_in_words(opened):
    layer = opened["incident"]
    context = QgsExpressionContext(
        QgsExpressionContextUtils.globalProjectLayerScopes(layer)
    )
    context.setFeature(next(layer.getFeatures()))
    tip = QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)
    assert tip == (
        "<b>Gammal händelse</b><br>Arrangemang<br>2026-07-01 21:30<br>Inskickad"
    )


def test_states_decide_what_each_style_draws(opened):
    """The situation picture shows reviewed incidents only, the incoming ones stand apart."""
    layer = opened["incident"]
    feature = next(layer.getFeatures())
    shown = {}
    for style in (SITUATION, RECENCY, INCOMING):
        layer.styleManager().setCurrentStyle(style["sv"])
        for status in ("draft", "submitted", "approved", "closed", "rejected", "anonymised"):
            feature["status"] = status
            shown[style["en"], status] = _is_drawn(layer, feature)
    reviewed = {"approved", "closed", "anonymised"}
    for (style, status), drawn in shown.items():
        if style == INCOMING["en"]:
            assert drawn == (status == "submitted"), (style, status)
        else:
            assert drawn == (status in reviewed), (style, status)


def _is_drawn(layer, feature) -> bool:
    renderer = layer.renderer().clone()
    context = QgsRenderContext()
    context.expressionContext().appendScopes(
        QgsExpressionContextUtils.globalProjectLayerScopes(layer)
    )
    context.expressionContext().setFeature(feature)
    renderer.startRender(context, layer.fields())
    drawn = renderer.willRenderFeature(feature, context)
    renderer.stopRender(context)
    return drawn


def test_the_map_opens_on_the_areas_in_the_workspace_crs(opened):
    project = QgsProject.instance()
    assert project.crs().authid() == "EPSG:3006"
    assert project.title() == "Falu kommun"
    extent = project.viewSettings().defaultViewExtent()
    assert extent.contains(opened["area"].extent())
    assert extent.width() < 3 * opened["area"].extent().width()


def test_the_file_holds_no_absolute_path_and_no_python(made):
    with zipfile.ZipFile(made.project_file) as archive:
        name = next(n for n in archive.namelist() if n.endswith(".qgs"))
        text = archive.read(name).decode("utf-8")
    assert "./kommun.gpkg|layername=incident" in text
    folder = str(made.project_file.parent)
    # QGIS's own hints about layers of relations, which it finds by id, are absolute from 3.40
    named = [line for line in text.splitlines() if folder in line and "<relation " not in line]
    assert named == []
    codes = re.findall(r"<editforminitcodesource>(\d)</editforminitcodesource>", text)
    assert codes and set(codes) == {"0"}
    assert not re.findall(r"<editforminit>[^<]", text)
    assert not re.findall(r"<editforminitcode>\s*<!\[CDATA\[[^\]]", text)


def test_it_moves_with_its_folder_and_works_without_the_plugin(made, tmp_path):
    """A QGIS of its own that has never heard of us opens the moved folder and fills in a form."""
    moved = made.moved
    before = made.workspace.path.read_bytes()
    answer = subprocess.run(
        [sys.executable, str(INSIDE), str(moved / made.project_file.name)],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": "", "QT_QPA_PLATFORM": "offscreen"},
        timeout=120,
    )
    assert answer.returncode == 0, answer.stderr[-2000:]
    assert "all is well" in answer.stdout, answer.stdout
    assert made.workspace.path.read_bytes() == before

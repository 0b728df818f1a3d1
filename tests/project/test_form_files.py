"""styles/forms/: the standard's forms as QML files."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from qgis.core import Qgis

from tools import data_dictionary, forms_qml
from trygg_plugin.data.workspace import create_workspace
from trygg_plugin.domain.standard import default_folder, load_standard
from trygg_plugin.exchange.import_incidents import import_incidents
from trygg_plugin.exchange.source_table import open_table
from trygg_plugin.exchange.suggestion import suggest_profile
from trygg_plugin.project.layer_keys import layers_by_table
from trygg_plugin.project.workspace_project import build_project


@pytest.mark.skipif(
    Qgis.QGIS_VERSION_INT >= 32300, reason="the files are written by the oldest QGIS"
)
def test_the_files_are_what_the_standard_gives(qgis_app, standard):
    made = forms_qml.forms(standard)
    stored = {
        path.name: path.read_text(encoding="utf-8") for path in forms_qml.TARGET.glob("*.qml")
    }
    different = [name for name in made.keys() | stored if made.get(name) != stored.get(name)]
    assert sorted(different) == [], "run tools/forms_qml.py"


def test_the_files_name_nothing_of_the_machine_that_made_them():
    for path in forms_qml.TARGET.glob("*.qml"):
        text = path.read_text(encoding="utf-8")
        for word in ("/tmp", "/home", "/root", "memory", "uid="):
            assert word not in text, path.name


def test_every_file_gives_a_bare_layer_its_form(formed, standard):
    for language in ("sv", "en"):
        wanted = layers_by_table(formed(language))
        bare = forms_qml.bare_layers(standard)
        for key, record in standard.records.items():
            layer = bare[key]
            message, fine = layer.loadNamedStyle(str(forms_qml.TARGET / f"{key}_{language}.qml"))
            assert fine, message
            for field in record.fields:
                index = layer.fields().indexOf(field.key)
                where = f"{key}.{field.key}"
                setup, model = (x.editorWidgetSetup(index) for x in (layer, wanted[key]))
                assert setup.type() == model.type(), where
                if field.type in ("code", "codes"):
                    assert setup.config()["Layer"] == f"code_{field.codelist}", where
                    assert setup.config()["FilterExpression"] == model.config()["FilterExpression"]
                assert layer.attributeAlias(index) == wanted[key].attributeAlias(index), where
                assert (
                    layer.constraintExpression(index) == wanted[key].constraintExpression(index)
                ), where
            tabs = [tab.name() for tab in layer.editFormConfig().tabs()]
            assert tabs == [tab.name() for tab in wanted[key].editFormConfig().tabs()], key


@pytest.fixture(scope="module")
def own_forms(tmp_path_factory) -> Path:
    """A municipality's copy of forms/ with a subcategory and a field of its own."""
    folder = tmp_path_factory.mktemp("own") / "forms"
    shutil.copytree(default_folder(), folder)
    codes = folder / "codelists" / "subcategory.csv"
    text = codes.read_text(encoding="utf-8-sig")
    row = "scooter_pile;unsafe_place;;Elsparkcyklar i drivor;Piles of e-scooters;;;;;"
    codes.write_text(text.rstrip("\n") + f"\n{row}\n", encoding="utf-8-sig")
    form = folder / "incident.ini"
    text = form.read_text(encoding="utf-8")
    field = (
        "[field light_pole]\ntype = text\nmax_length = 12\nchecked_for_personal_data = no\n"
        "label_sv = Stolpnummer\nlabel_en = Pole number\n\n"
    )
    form.write_text(text.replace("[field place_type]", field + "[field place_type]", 1),
                    encoding="utf-8")
    return folder


def test_what_a_municipality_adds_is_everywhere(own_forms, tmp_path, small_standard, qgis_app):
    standard = load_standard(own_forms)
    # fewer record types, so that the test is quick
    small = replace(
        standard,
        records={key: standard.records[key] for key in small_standard.records},
        codelists={key: standard.codelists[key] for key in small_standard.codelists},
    )
    workspace = create_workspace(tmp_path / "egen.gpkg", small)
    # the database
    uuid = workspace.insert(
        "incident",
        {"category": "unsafe_place", "subcategory": "scooter_pile", "channel": "qgis",
         "time_from": "2026-05-01T12:00:00.000", "light_pole": "A 12"},
    )
    assert workspace.get("incident", uuid)["light_pole"] == "A 12"
    with pytest.raises(Exception, match="12"):
        workspace.update("incident", uuid, {"light_pole": "x" * 13})
    # the form in the project
    project = build_project(workspace, "sv")
    incident = layers_by_table(project)["incident"]
    index = incident.fields().indexOf("light_pole")
    assert incident.attributeAlias(index) == "Stolpnummer"
    assert "12" in incident.constraintExpression(index)
    codes = layers_by_table(project)["code_subcategory"]
    assert "scooter_pile" in [row["code"] for row in codes.getFeatures()]
    project.clear()
    # the form as a file
    qml = forms_qml.forms(small)["incident_sv.qml"]
    assert 'name="light_pole"' in qml and "Stolpnummer" in qml
    # the import, which finds the column by its label and keeps its rule
    source = tmp_path / "in.csv"
    source.write_text(
        "Datum;Kategori;Underkategori;Stolpnummer\n"
        "2026-05-02 10:00;Otrygg plats;Elsparkcyklar i drivor;B 7\n"
        "2026-05-02 11:00;Otrygg plats;Elsparkcyklar i drivor;ett alldeles för långt nummer\n",
        encoding="utf-8",
    )
    table = open_table(source)
    result = import_incidents(
        workspace, table, suggest_profile(table.columns, small, "in", workspace.crs)
    )
    assert (result.imported, len(result.rejected)) == (1, 1), result
    assert result.rejected[0].column == "Stolpnummer"
    (row,) = workspace.rows("incident", "light_pole = {p}", ["B 7"])
    assert row["subcategory"] == "scooter_pile"
    # the data dictionary
    text = data_dictionary.dictionary(standard)
    assert "light_pole" in text and "Elsparkcyklar i drivor" in text

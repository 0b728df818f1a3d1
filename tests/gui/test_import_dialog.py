"""Importing a messy file as a person does it in the dialog."""

from __future__ import annotations

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

from trygg_plugin.gui.import_columns import chosen_in, with_columns
from trygg_plugin.gui.import_dialog import ImportDialog
from trygg_plugin.gui.import_scan import WORDS, scan_file

CSV = (
    "Nr;Dag;Kl;Vad;Plats;Öst;Nord\r\n"
    "1;2024-05-01;21:30;Skadegörelse;Torget;500300,5;6580400,2\r\n"
    "2;2024-05-02;22;Klottrat!;Parken;500400;6580500\r\n"
    "3;2024-05-03;;Oro eller rykte;Skolan;;\r\n"
    "4;2024-02-30;12:00;Skadegörelse;Torget;500300;6580400\r\n"
)


@pytest.fixture()
def csv(tmp_path):
    path = tmp_path / "väktare.csv"
    path.write_bytes(CSV.encode("cp1252"))
    return path


@pytest.fixture()
def dialog(opened, window, csv, provider):
    opened.action("Import").trigger()
    made = window.mainWindow().findChild(ImportDialog)
    assert not made.start.isEnabled(), "nothing to import before a file is chosen"
    made.file.setFilePath(str(csv))
    window.wait_until(lambda: made.start.isEnabled())
    yield made
    if window.mainWindow().findChild(ImportDialog) is not None:
        made.close()
    window.settle()


def choose(combo, data) -> None:
    index = combo.findData(data)
    assert index >= 0
    combo.setCurrentIndex(index)


def mapped(dialog) -> None:
    for column, target in (
        ("Nr", "external_id"), ("Dag", "time_from.date"), ("Kl", "time_from.clock"),
        ("Vad", "field:category"), ("Plats", "field:place_name"), ("Öst", "x"), ("Nord", "y"),
    ):  # fmt: skip
        choose(dialog.columns.combo(column), target)


def run(dialog, window) -> None:
    QTest.mouseClick(dialog.start, Qt.MouseButton.LeftButton)
    window.wait_until(lambda: dialog._run is None, 30)


def test_names_and_words_that_are_known_are_suggested(dialog):
    assert dialog.columns.combo("Plats").currentData() == "field:place_name"
    assert "cp1252" in dialog.state.text() and "4" in dialog.state.text()
    mapped(dialog)
    assert dialog.values.combo("category", "Skadegörelse").currentData() == "vandalism"
    assert dialog.values.combo("category", "Klottrat!").currentIndex() == 0
    assert dialog.values.unmapped() == 1


def test_import_counts_every_row_and_shows_the_rejected(dialog, opened, window):
    mapped(dialog)
    choose(dialog.values.combo("category", "Klottrat!"), "vandalism")
    run(dialog, window)
    rows = {row["place_name"]: row for row in opened.current.workspace.rows("incident")}
    assert set(rows) == {"Torget", "Parken", "Skolan"}
    assert rows["Parken"]["category"] == "vandalism" and rows["Parken"].geometry is not None
    assert opened.current.workspace.get("area", rows["Torget"]["area"])["name"] == "Väst"
    assert rows["Skolan"].geometry is None
    assert "4" in dialog.state.text() and "3" in dialog.state.text()
    assert dialog.show_rejects.isVisible()
    QTest.mouseClick(dialog.show_rejects, Qt.MouseButton.LeftButton)
    (reject,) = dialog.rejects.getFeatures()
    assert reject["row"] == 5 and reject["column"] == "Dag"
    assert window.tables[-1][0] == dialog.rejects.id()
    QgsProject.instance().removeMapLayer(dialog.rejects.id())
    dialog.rejects = None
    run(dialog, window)
    assert len(opened.current.workspace.rows("incident")) == 3, "the same file adds nothing"


def test_closing_during_an_import_cancels_it_and_leaves_nothing(dialog, opened, window, tmp_path):
    many = tmp_path / "many.csv"
    rows = "".join(f"{n};2024-05-01;12:00;Skadegörelse;Torget;;\n" for n in range(30_000))
    many.write_text("Nr;Dag;Kl;Vad;Plats;Öst;Nord\n" + rows, encoding="utf-8")
    dialog.file.setFilePath(str(many))
    window.wait_until(lambda: dialog.start.isEnabled(), 30)
    mapped(dialog)
    QTest.mouseClick(dialog.start, Qt.MouseButton.LeftButton)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    window.wait_until(lambda: window.mainWindow().findChild(ImportDialog) is None, 60)
    assert opened.current.workspace.rows("incident") == []


def test_a_saved_profile_gives_the_same_choices_again(dialog, tmp_path):
    mapped(dialog)
    choose(dialog.values.combo("category", "Klottrat!"), "vandalism")
    choose(dialog.details.shared["reporter_role"], "guard")
    dialog.details.source.setText("Väktarna")
    before = dialog.profile()
    dialog.save_profile_to(tmp_path / "v.json")
    for column in ("Nr", "Dag", "Kl", "Vad"):
        choose(dialog.columns.combo(column), "")
    dialog.use_profile(tmp_path / "v.json")
    assert dialog.profile() == before


def test_what_cannot_work_is_told_before_the_import(dialog, window):
    mapped(dialog)
    choose(dialog.columns.combo("Kl"), "time_from.date")
    assert "Dag" in dialog.state.text() and "Kl" in dialog.state.text()
    QTest.mouseClick(dialog.start, Qt.MouseButton.LeftButton)
    assert dialog._run is None and "Dag" in dialog.state.text()
    choose(dialog.columns.combo("Kl"), "")
    choose(dialog.columns.combo("Dag"), "")
    QTest.mouseClick(dialog.start, Qt.MouseButton.LeftButton)
    assert dialog._run is None and "when the incident happened" in dialog.state.text()


@pytest.mark.parametrize(
    ("content", "said"), [(b"", "empty"), (b"%PDF-1.7 x", "PDF")], ids=["0 bytes", "a PDF"]
)
def test_a_file_that_is_none_is_told(dialog, window, tmp_path, content, said):
    bad = tmp_path / "bad.csv"
    bad.write_bytes(content)
    dialog.file.setFilePath(str(bad))
    window.wait_until(lambda: dialog._scanning is None)
    assert said in dialog.state.text() and not dialog.start.isEnabled()


def test_scan_keeps_a_bounded_number_of_words(tmp_path):
    path = tmp_path / "many.csv"
    path.write_text("a;b\n" + "".join(f"{n};x\n" for n in range(WORDS + 50)), encoding="utf-8")
    scan = scan_file(path)
    assert scan.rows == WORDS + 50 and scan.many == ["a"]
    assert len(scan.words["a"]) == WORDS and scan.words["b"] == {"x": WORDS + 50}


@pytest.mark.parametrize(
    ("words", "target"),
    [
        (["Klotter", "Rån", "Skadegörelse"], "field:subcategory"),
        (["Skadegörelse", "Oro eller rykte", "Klotter"], "field:category"),
        (["A", "B"], "field:category"),
    ],
)
def test_a_column_is_a_subcategory_where_its_words_are(dialog, window, tmp_path, words, target):
    path = tmp_path / "lista.csv"
    path.write_text("Datum;Typ\n" + "".join(f"2024-05-01;{w}\n" for w in words), "utf-8")
    dialog.file.setFilePath(str(path))
    window.wait_until(lambda: dialog.start.isEnabled())
    assert dialog.columns.combo("Typ").currentData() == target


def test_columns_and_profile_say_the_same(dialog):
    mapped(dialog)
    profile = dialog.profile()
    assert with_columns(profile, chosen_in(profile)) == profile

"""Import of messy files: every row accounted for, each mess with its exact answer."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from osgeo import ogr, osr
from qgis.core import QgsGeometry

from trygg_plugin.analysis.errors import Cancelled
from trygg_plugin.exchange.errors import ExchangeError
from trygg_plugin.exchange.import_incidents import import_incidents
from trygg_plugin.exchange.profile import (
    FieldMapping,
    Profile,
    TimeMapping,
    load_profile,
    save_profile,
)
from trygg_plugin.exchange.source_table import open_table
from trygg_plugin.exchange.suggestion import suggest_profile

HEADER = "Datum;Klockslag;Typ;Plats;E;N;Text"
GOOD = "2025-06-07;7:32;Klotter;Torget;540000;6720000;Målat på väggen"

PROFILE = Profile(
    name="Felanmälan",
    source="felanmalan",
    mapping={
        "subcategory": FieldMapping("Typ", values={"Klotter på vägg": "graffiti"}),
        "place_name": FieldMapping("Plats"),
        "description": FieldMapping("Text"),
    },
    time_from=TimeMapping("Datum", "Klockslag"),
    x="E",
    y="N",
    crs="EPSG:3006",
)


def write(folder: Path, *rows: str, name: str = "fil.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes("\r\n".join([HEADER, *rows, ""]).encode(encoding))
    return path


def run(workspace, path: Path, profile: Profile = PROFILE, **extra):
    table = open_table(path, profile.layer, profile.encoding, profile.delimiter)
    result = import_incidents(workspace, table, profile, **extra)
    assert result.read == result.imported + result.duplicates + len(result.rejected)
    assert len(workspace.rows("incident")) >= result.imported
    return result


def only_reason(result) -> str:
    (rejected,) = result.rejected
    return f"{rejected.row} {rejected.column}: {rejected.reason}"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_good_row_becomes_an_incident_in_any_encoding(workspace, tmp_path, encoding):
    result = run(workspace, write(tmp_path, GOOD, encoding=encoding))
    assert (result.imported, result.located, result.rejected) == (1, 1, [])
    (record,) = workspace.rows("incident")
    assert record["description"] == "Målat på väggen"
    assert record["category"] == "vandalism"  # follows from the subcategory
    assert record["subcategory"] == "graffiti"
    assert record["time_from"] == dt.datetime(2025, 6, 7, 7, 32)
    assert (record["status"], record["channel"]) == ("submitted", "import")
    point = QgsGeometry()
    point.fromWkb(record.geometry)
    assert (point.asPoint().x(), point.asPoint().y()) == (540000, 6720000)


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_delimiter_is_found(workspace, tmp_path, delimiter):
    path = tmp_path / "fil.csv"
    path.write_text(f"{HEADER}\n{GOOD}\n".replace(";", delimiter), encoding="utf-8")
    assert run(workspace, path).imported == 1


def test_values_come_with_other_case_and_spaces_and_as_labels(workspace, tmp_path):
    rows = [GOOD.replace("Klotter", text) for text in (" klotter  PÅ vägg ", "graffiti", "Brand")]
    assert run(workspace, write(tmp_path, *rows)).imported == 3


@pytest.mark.parametrize(
    ("row", "answer"),
    [
        (GOOD.replace("2025-06-07", "2025-02-29"), "2 Datum: “2025-02-29” is not a time."),
        (GOOD.replace("7:32", "25"), "2 Klockslag: “25” is not a time of day."),
        (GOOD.replace("Klotter", "Ufo"), "2 Typ: “Ufo” is not mapped to any code of subcategory. "
         "Add it to the profile."),
        (GOOD.replace("540000;6720000", "6720000;540000"), "2 N: The coordinates seem to have "
         "changed places: north stands in the column for east."),
        (GOOD.replace("6720000", ""), "2 N: One of the two coordinates is missing."),
        (GOOD.replace("6720000", "norr"), "2 N: The coordinate is not a number."),
        (GOOD.replace("6720000", "99"), "2 N: The place lies outside the area where EPSG:3006 "
         "holds. Check the coordinates and their coordinate system."),
        (GOOD + ";för mycket", "2 : The row has 8 cells where the header has 7; a delimiter or a "
         "quotation mark may be missing."),
        (GOOD.replace("2025-06-07", ""), "2 Datum: The row does not say when it happened."),
        (GOOD.replace("2025-06-07", "2999-06-07"), "2 Datum: Tiden ”från” ligger i framtiden. Det "
         "gäller bara arrangemang."),
    ],
)
def test_a_bad_row_is_rejected_with_its_reason_and_the_others_come_in(
    workspace, tmp_path, row, answer
):
    result = run(workspace, write(tmp_path, row, GOOD))
    assert result.imported == 1
    assert only_reason(result) == answer


def test_personal_data_are_refused_without_being_told(workspace, tmp_path):
    row = GOOD.replace("Målat på väggen", "Sett 811228-9874 vid muren")
    result = run(workspace, write(tmp_path, row, GOOD))
    assert result.imported == 1
    assert result.rejected[0].column == "Text"
    assert "personnummer" in result.rejected[0].reason.lower()
    assert "9874" not in result.rejected[0].reason


def test_a_row_without_a_place_is_kept_unless_the_profile_needs_one(workspace, tmp_path):
    path = write(tmp_path, GOOD.replace("540000;6720000", ";"), GOOD.replace("540000;6720000",
                                                                               "0;0"))
    result = run(workspace, path)
    assert (result.imported, result.located) == (2, 0)
    strict = Profile(**{**PROFILE.__dict__, "source": "annan", "place_required": True})
    assert [r.reason for r in run(workspace, path, strict).rejected] == [
        "The row has no place."] * 2


def test_equal_rows_all_come_in_and_the_same_file_adds_nothing(workspace, tmp_path):
    path = write(tmp_path, GOOD, GOOD, GOOD)
    assert run(workspace, path).imported == 3
    again = run(workspace, path)
    assert (again.imported, again.duplicates) == (0, 3)
    longer = write(tmp_path, GOOD, GOOD, GOOD, GOOD, GOOD.replace("Torget", "Parken"))
    overlapping = run(workspace, longer)
    assert (overlapping.imported, overlapping.duplicates) == (2, 3)


def test_an_external_id_decides_and_another_source_is_another_source(workspace, tmp_path):
    profile = Profile(**{**PROFILE.__dict__, "external_id": "Plats"})
    path = write(tmp_path, GOOD, GOOD.replace("7:32", "8:00"))
    first = run(workspace, path, profile)
    assert (first.imported, first.duplicates) == (1, 1)
    other = Profile(**{**profile.__dict__, "source": "annan"})
    assert run(workspace, path, other).imported == 1


rows_of_a_file = st.lists(
    st.tuples(
        st.sampled_from(["2025-06-07", "2025-02-29", "", "7/6 2025"]),
        st.sampled_from(["Klotter", "Ufo", "Brand", ""]),
        st.sampled_from(["540000;6720000", ";", "6720000;540000", "x;y"]),
    ),
    max_size=12,
)


@settings(max_examples=15, deadline=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=rows_of_a_file, second=rows_of_a_file)
def test_no_row_is_lost_or_doubled_whatever_the_files(workspace, first, second):
    before = len(workspace.rows("incident"))
    source = f"källa {before} {hash((tuple(first), tuple(second)))}"
    profile = Profile(**{**PROFILE.__dict__, "source": source})
    with tempfile.TemporaryDirectory() as folder:
        lines = [[f"{d};;{t};Torget;{p};" for d, t, p in rows] for rows in (first, second)]
        one = run(workspace, write(Path(folder), *lines[0]), profile)
        both = run(workspace, write(Path(folder), *lines[0], *lines[1]), profile)
        assert both.duplicates == one.imported
        again = run(workspace, write(Path(folder), *lines[0], *lines[1]), profile)
        assert again.imported == 0
    assert len(workspace.rows("incident")) == before + one.imported + both.imported


def test_a_cancelled_import_leaves_nothing(workspace, tmp_path):
    path = write(tmp_path, *[GOOD.replace("Torget", f"Plats {n}") for n in range(4100)])

    def cancel(_share: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        run(workspace, path, progress=cancel)
    assert workspace.rows("incident") == []
    assert run(workspace, path).imported == 4100


def test_files_that_are_not_what_they_say(workspace, tmp_path):
    empty = tmp_path / "tom.csv"
    empty.write_bytes(b"")
    pdf = tmp_path / "rapport.csv"
    pdf.write_bytes(b"%PDF-1.4\n%\xe2\xe3\n")
    blank = tmp_path / "blank.csv"
    blank.write_text("\n\n", encoding="utf-8")
    binary = tmp_path / "data.csv"
    binary.write_bytes(b"a;b\n\0\0\1")
    odd = tmp_path / "konstig.xyz"
    odd.write_text("hej", encoding="utf-8")
    for path, words in ((empty, "is empty (0 bytes)"), (pdf, "is a PDF file"),
                        (blank, "has no rows"), (binary, "is not a text file"),
                        (odd, "not of a kind that can be read"),
                        (tmp_path / "saknas.csv", "cannot be read")):
        with pytest.raises(ExchangeError) as error:
            open_table(path)
        assert words in str(error.value)


def test_a_file_with_only_a_header_imports_nothing(workspace, tmp_path):
    assert run(workspace, write(tmp_path)).read == 0


def test_a_missing_column_is_named(workspace, tmp_path):
    path = tmp_path / "fil.csv"
    path.write_text("Datum;Typ\n2025-06-07;Klotter\n", encoding="utf-8")
    with pytest.raises(ExchangeError, match="has no column “Plats”"):
        run(workspace, path)


def test_a_formula_is_a_text_like_any_other(workspace, tmp_path):
    row = GOOD.replace("Målat på väggen", "=HYPERLINK(1)")
    run(workspace, write(tmp_path, row))
    assert workspace.rows("incident")[0]["description"] == "=HYPERLINK(1)"


def test_an_open_quotation_mark_loses_no_row(workspace, tmp_path):
    result = run(workspace, write(tmp_path, GOOD, GOOD.replace("Torget", '"Torget'), GOOD))
    # The quoted cell runs to the end of the file: one row, told as broken.
    assert result.imported == 1
    assert "quotation mark" in only_reason(result)


def test_the_area_is_found_from_the_point(workspace, tmp_path):
    square = QgsGeometry.fromWkt(
        "Polygon((539000 6719000,541000 6719000,541000 6721000,539000 6721000,539000 6719000))"
    )
    area = workspace.insert("area", {"name": "Centrum", "kind": "est_area"}, geometry=square)
    run(workspace, write(tmp_path, GOOD, GOOD.replace("540000", "545000")))
    assert [row["area"] for row in workspace.rows("incident")] == [area, None]


def test_wgs84_and_a_time_zone(workspace, tmp_path):
    path = tmp_path / "fil.csv"
    path.write_text("t;typ;lon;lat\n2025-06-07T05:32:00Z;Klotter;15,6255;60,6065\n",
                    encoding="utf-8")
    profile = Profile(
        name="p", source="p", mapping={"subcategory": FieldMapping("typ")},
        time_from=TimeMapping("t"), x="lon", y="lat", zone="Europe/Stockholm",
    )
    assert run(workspace, path, profile).imported == 1
    (record,) = workspace.rows("incident")
    assert record["time_from"] == dt.datetime(2025, 6, 7, 7, 32)
    point = QgsGeometry()
    point.fromWkb(record.geometry)
    assert point.asPoint().x() == pytest.approx(534180, abs=200)


def test_a_layer_brings_its_own_places_and_types(workspace, tmp_path):
    path = tmp_path / "lager.gpkg"
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(3006)
    layer = dataset.CreateLayer("tips", reference, ogr.wkbPoint)
    layer.CreateField(ogr.FieldDefn("typ", ogr.OFTString))
    layer.CreateField(ogr.FieldDefn("dag", ogr.OFTDate))
    for x in (540000, None):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature["typ"] = "Klotter"
        feature.SetField("dag", 2025, 6, 7, 0, 0, 0, 0)
        if x:
            feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POINT({x} 6720000)"))
        layer.CreateFeature(feature)
    del feature, layer, dataset
    profile = Profile(name="p", source="p", mapping={"subcategory": FieldMapping("typ")},
                      time_from=TimeMapping("dag"))
    result = run(workspace, path, profile)
    assert (result.imported, result.located) == (2, 1)


def test_a_spreadsheet_in_excel_and_ods(workspace, tmp_path):
    for driver, name in (("XLSX", "bok.xlsx"), ("ODS", "bok.ods")):
        path = tmp_path / name
        dataset = ogr.GetDriverByName(driver).CreateDataSource(str(path))
        layer = dataset.CreateLayer("Blad1")
        for column in ("Datum", "Klockslag", "Typ", "Plats", "E", "N", "Text"):
            layer.CreateField(ogr.FieldDefn(column, ogr.OFTString))
        feature = ogr.Feature(layer.GetLayerDefn())
        for index, cell in enumerate(GOOD.split(";")):
            feature.SetField(index, cell)
        layer.CreateFeature(feature)
        del feature, layer, dataset
        profile = Profile(**{**PROFILE.__dict__, "source": name})
        assert run(workspace, path, profile).imported == 1


def test_a_profile_comes_back_from_its_file(tmp_path):
    path = tmp_path / "profil.json"
    save_profile(PROFILE, path)
    assert load_profile(path) == PROFILE
    path.write_text("{\"a\": 1}", encoding="utf-8")
    with pytest.raises(ExchangeError, match="is not an import profile"):
        load_profile(path)


def test_columns_are_suggested_by_name(workspace):
    columns = ["Datum", "Klockslag", "Kategori", "Longitude", "Latitude", "Beskrivning", "Övrigt"]
    profile = suggest_profile(columns, workspace.standard, "fil")
    assert profile.time_from == TimeMapping("Datum", "Klockslag")
    assert (profile.x, profile.y, profile.crs) == ("Longitude", "Latitude", "EPSG:4326")
    assert {key: m.column for key, m in profile.mapping.items()} == {
        "category": "Kategori", "description": "Beskrivning"}


def test_every_import_is_on_record(workspace, tmp_path):
    run(workspace, write(tmp_path, GOOD, GOOD.replace("Klotter", "Ufo")))
    (row,) = workspace.query("SELECT * FROM trygg_import")
    assert (row["rows_read"], row["imported"], row["rejected"], row["file_name"]) == (
        2, 1, 1, "fil.csv")

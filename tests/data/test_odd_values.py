"""Values at the edge of what people and programs write, kept alike by both engines."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from qgis.core import QgsGeometry

from tests.data.conftest import run_sql
from tests.data.test_moving import one_of_each, values_of
from trygg_plugin.data.errors import DataError
from trygg_plugin.data.geometry import point_wkb
from trygg_plugin.data.workspace import open_workspace

NUMBER = "19850101-1236"


@pytest.fixture(scope="module")
def lived_in(shared_workspace):
    """A workspace with one record of each kind."""
    return shared_workspace, one_of_each(shared_workspace)


def test_every_free_text_of_every_record_refuses_a_personal_number(lived_in):
    workspace, made = lived_in
    let_in, tried = [], 0
    for key, record in workspace.standard.records.items():
        for field in record.fields:
            if not field.checked_for_personal_data:
                continue
            tried += 1
            text = {field.key: f"Se {NUMBER}."}
            try:
                if key == "edition":  # never changed once it is made
                    workspace.insert(key, {**values_of(workspace.standard, record, made), **text})
                else:
                    workspace.update(key, made[key], text)
                let_in.append(f"{key}.{field.key}")
            except DataError as error:
                if "personnummer" not in str(error):
                    let_in.append(f"{key}.{field.key}: {error}")
    assert tried > 40 and let_in == []


TEXTS = [
    "\"dubbla\" 'enkla' \\bakstreck {p} %s %(x)s $$ ; DROP TABLE incident; --",
    "👮🏽\u200d♀️ 𝔘𝔫𝔦 \u202eomvänt\u202c \ufeffBOM å\u0308",
    "rad 1\r\nrad 2\n\trad 3\x01\x1f\x7f",
    "å" * 500,
    "",
    "   ",
    "NULL",
    "{a,b}",
]


@pytest.mark.parametrize("text", TEXTS)
def test_texts_come_back_from_records_and_from_history(lived_in, incident, text):
    workspace, _made = lived_in
    uuid = workspace.insert("incident", incident(description="före"))
    workspace.update("incident", uuid, {"description": text})
    assert workspace.get("incident", uuid)["description"] == text
    first, second = workspace.history(uuid)
    assert second.old == {"description": "före"} and second.new == {"description": text}
    workspace.delete("incident", uuid)
    workspace.restore(second)
    assert workspace.get("incident", uuid)["description"] == text


def test_a_text_that_is_too_long_is_told(lived_in, incident):
    workspace, _made = lived_in
    with pytest.raises(DataError) as told:
        workspace.insert("incident", incident(description="x" * 1_000_000))
    assert len(str(told.value)) < 500


@pytest.mark.parametrize("moment", [
    datetime(1, 1, 1), datetime(1899, 12, 31, 23, 59), datetime(1969, 12, 31, 23, 59, 59, 999000),
    datetime(2024, 3, 31, 2, 30), datetime(2024, 10, 27, 2, 30), datetime(2024, 2, 29, 23, 59, 59),
])  # fmt: skip
def test_wall_clocks_come_back_as_they_were(lived_in, incident, moment):
    workspace, _made = lived_in
    uuid = workspace.insert("incident", incident(time_from=moment))
    assert workspace.get("incident", uuid)["time_from"] == moment
    (first,) = workspace.history(uuid)
    workspace.delete("incident", uuid)
    workspace.restore(first)
    assert workspace.get("incident", uuid)["time_from"] == moment


@pytest.mark.parametrize("day", [date(1, 1, 1), date(1969, 12, 31), date(9999, 12, 31)])
def test_days_far_away(lived_in, day):
    workspace, made = lived_in
    workspace.update("measure", made["measure"], {"deadline": day})
    assert workspace.get("measure", made["measure"])["deadline"] == day


def test_delete_and_restore_many_times(lived_in, incident):
    workspace, _made = lived_in
    uuid = workspace.insert("incident", incident(place_name="A"))
    for _round in range(5):
        workspace.delete("incident", uuid)
        with pytest.raises(DataError):
            workspace.delete("incident", uuid)
        workspace.restore(workspace.history(uuid)[0])
    assert workspace.get("incident", uuid).version == 11
    assert [c.operation for c in workspace.history(uuid)] == ["insert", *["delete", "restore"] * 5]


def test_a_record_without_a_uuid_gets_one(lived_in):
    workspace, _made = lived_in
    before = {r.uuid for r in workspace.rows("incident")}
    run_sql(
        workspace,
        "INSERT INTO incident (uuid, category, time_from, place_name) "
        "VALUES (NULL, 'vandalism', {p}, 'utan')",
        [datetime(2024, 1, 1)],
    )
    (made,) = [r for r in workspace.rows("incident") if r.uuid not in before]
    assert len(made.uuid) == 36 and workspace.history(made.uuid)


def test_unknown_yes_or_no_stays_unknown(lived_in):
    workspace, made = lived_in
    for key, record in workspace.standard.records.items():
        for field in record.fields:
            if field.type == "boolean" and not field.required and field.default is None:
                workspace.update(key, made[key], {field.key: True})
                workspace.update(key, made[key], {field.key: None})
                assert workspace.get(key, made[key])[field.key] is None, (key, field.key)


@pytest.mark.parametrize("wkt", ["PointZ(5 6 7)", "PointM(5 6 7)", "PointZM(5 6 7 8)"])
def test_heights_and_measures_go(lived_in, incident, wkt):
    workspace, _made = lived_in
    uuid = workspace.insert("incident", incident(), geometry=QgsGeometry.fromWkt(wkt))
    assert workspace.get("incident", uuid).geometry == point_wkb(5, 6)


@pytest.mark.parametrize("wkt", ["LineStringZ(5 6 7, 5 6 7)", "LineString EMPTY"])
def test_a_route_without_length(lived_in, wkt):
    workspace, made = lived_in
    workspace.update("walk", made["walk"], {}, geometry=QgsGeometry.fromWkt(wkt))
    kept = workspace.get("walk", made["walk"]).geometry
    assert (kept is None) == wkt.endswith("EMPTY")
    box = workspace.engine.within_box("walk")
    (found,) = workspace.query(f"SELECT count(*) AS n FROM walk WHERE {box}", [4, 5, 6, 7])
    assert found["n"] == (0 if kept is None else 1)


def test_two_who_extend_a_code_list(lived_in, incident):
    workspace, _made = lived_in
    other = open_workspace(workspace.source)
    label = {"sv": "Nytt", "en": "New"}
    workspace.add_code("subcategory", "by_two", label, parent="vandalism")
    with pytest.raises(DataError, match="already has by_two"):
        other.add_code("subcategory", "by_two", label, parent="vandalism")
    workspace.add_code("subcategory", "by_one", label, parent="vandalism")
    open_workspace(workspace.source).retire_code("subcategory", "by_one")
    other.retire_code("subcategory", "by_two")
    with pytest.raises(DataError, match="används inte längre"):
        workspace.insert("incident", incident(subcategory="by_two"))

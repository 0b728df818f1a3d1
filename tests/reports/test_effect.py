"""The effect of a measure: counted in the database, the same as the tool's, and repeatable."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta

import pytest
from qgis.core import QgsGeometry, QgsPointXY, QgsRectangle

from trygg_plugin.analysis.displacement import displacement_difference
from trygg_plugin.analysis.errors import Cancelled
from trygg_plugin.domain.effect_windows import Windows
from trygg_plugin.domain.errors import DomainError
from trygg_plugin.reports import effect as effects
from trygg_plugin.reports.charts.language import Language

LEFT, BOTTOM = 500_000.0, 6_580_000.0
TREATED = QgsGeometry.fromRect(QgsRectangle(LEFT, BOTTOM, LEFT + 100, BOTTOM + 100))
CONTROL = QgsGeometry.fromRect(QgsRectangle(LEFT + 1000, BOTTOM, LEFT + 1100, BOTTOM + 100))
WINDOWS = Windows(
    "season", (date(2023, 5, 1), date(2024, 4, 30)), (date(2024, 5, 1), date(2025, 4, 30))
)


@pytest.fixture()
def add(workspace):
    """Adds ``n`` approved incidents at one point, a day apart from ``first``."""

    def add(n, x, first, category="vandalism", status="approved"):
        rows = [[category, first + timedelta(days=i % 300), status, "import"] for i in range(n)]
        with workspace.transaction("test", importing=True) as transaction:
            transaction.insert_many(
                "incident", ["category", "time_from", "status", "channel"], rows,
                geometries=[QgsGeometry.fromPointXY(QgsPointXY(x, BOTTOM + 50))] * n,
            )

    return add


@pytest.fixture()
def counted(workspace, add):
    """60 to 20 at the place, 50 to 48 beside, 10 to 15 around, 12 to 12 around the comparison."""
    before, after = datetime(2023, 5, 2, 20), datetime(2024, 5, 1, 20)
    for n, m, x in ((60, 20, LEFT + 50), (50, 48, LEFT + 1050), (10, 15, LEFT + 150),
                    (12, 12, LEFT + 1150)):
        add(n, x, before)
        add(m, x, after)
    # none of these may count
    add(7, LEFT + 50, datetime(2022, 1, 1))
    add(7, LEFT + 50, after, status="submitted")
    return workspace


def inputs(ring=0.0, **values):
    return effects.inputs_of(
        TREATED, "Tunneln", [("Torget", CONTROL)], WINDOWS, ring=ring, **values
    )


def test_the_figures_are_those_of_the_statistics(counted):
    found = effects.effect_of(counted, inputs(ring=100.0), "sv")
    assert found.counts == {
        "treated": (60, 20), "control": (50, 48), "buffer": (10, 15), "buffer_control": (12, 12)
    }  # fmt: skip
    # the leap day of the year before is no reason to weigh
    assert WINDOWS.lengths == (366, 365)
    assert found.difference == displacement_difference((60, 20), (50, 48), (10, 15), (12, 12))
    assert found.verdict == "fewer" and found.quotient_verdict == "not_judged"
    assert found.quotient == pytest.approx((15 / 48 - 10 / 50) / (20 / 48 - 60 / 50))
    assert "färre" in found.text and "slumpen" in found.text
    assert not found.cautions


def test_it_is_what_the_tool_in_the_toolbox_gives(counted, provider):
    import processing
    from qgis.core import QgsFeature, QgsVectorLayer

    found = effects.effect_of(counted, inputs(ring=100.0), "en")

    def layer(shape):
        made = QgsVectorLayer("MultiPolygon?crs=EPSG:3006", "place", "memory")
        feature = QgsFeature()
        shape = QgsGeometry(shape)
        shape.convertToMultiType()
        feature.setGeometry(shape)
        assert made.dataProvider().addFeatures([feature])[0]
        return made

    uri, key = counted.layer_uri("incident")
    incidents = QgsVectorLayer(f"{uri}|subset=status = 'approved'", "incident", key)
    around = CONTROL.buffer(100, 16).difference(CONTROL)
    told = processing.run("trygg:displacement", {
        "INPUT": incidents, "DATE_FIELD": "time_from", "MEASURE_START": "2024-05-01",
        "PERIOD_START": "2023-05-01", "PERIOD_END": "2025-04-30", "TREATED": layer(TREATED),
        "CONTROL": layer(CONTROL), "BUFFER_WIDTH": 100, "BUFFER_CONTROL": layer(around),
        "OUTPUT": "TEMPORARY_OUTPUT",
    })  # fmt: skip
    assert told["WDD"] == found.difference.estimate
    assert told["WDQ"] == pytest.approx(found.quotient)


def test_periods_of_other_lengths_are_weighed(counted):
    half = Windows("", WINDOWS.before, (date(2024, 5, 1), date(2024, 10, 30)))
    asked = effects.inputs_of(TREATED, "Tunneln", [("Torget", CONTROL)], half)
    found = effects.effect_of(counted, asked, "sv")
    assert found.difference == displacement_difference(
        (60, 20), (50, 48), time_weights=(366 / 183, 1.0)
    )
    assert any("årstid" in caution for caution in found.cautions)


def test_only_the_chosen_categories_count(counted, add):
    add(5, LEFT + 50, datetime(2024, 5, 1), category="disorder")
    everything = effects.effect_of(counted, inputs(), "sv")
    some = effects.effect_of(counted, inputs(categories=["vandalism"]), "sv")
    assert everything.counts["treated"] == (60, 25) and some.counts["treated"] == (60, 20)
    assert set(some.counts) == {"treated", "control"} and some.quotient_verdict == ""


def test_inputs_survive_json_and_repeat_the_figures(counted, add):
    first = effects.effect_of(counted, inputs(ring=100.0), "sv")
    kept = json.loads(json.dumps([first.inputs.stored(), first.figures]))
    again = effects.effect_of(counted, effects.EffectInputs.read(kept[0]), "sv")
    assert again.inputs == first.inputs
    assert effects.differences(kept[1], again.figures) == []
    add(1, LEFT + 50, datetime(2024, 6, 1))
    changed = effects.effect_of(counted, effects.EffectInputs.read(kept[0]), "sv")
    names = [name for name, _then, _now in effects.differences(kept[1], changed.figures)]
    assert "treated_after" in names and "wdd" in names and "control_after" not in names
    with pytest.raises(DomainError, match="cannot be repeated"):
        effects.EffectInputs.read({**kept[0], "format": 99})


def test_few_incidents_conclude_nothing_and_draw_no_interval(workspace, add):
    add(6, LEFT + 50, datetime(2023, 5, 1))
    add(1, LEFT + 50, datetime(2024, 5, 1))
    add(9, LEFT + 1050, datetime(2023, 5, 1))
    found = effects.effect_of(workspace, inputs(ring=50.0), "sv")
    assert found.too_few and found.quotient_verdict in ("too_few", "not_judged")
    assert "för få" in found.text
    svg, words = effects.chart(found, "sv")
    assert "Åtgärdens plats" in svg and "ingen effekt" not in words


def test_a_quotient_that_is_not_computed_is_not_judged(workspace, add):
    for n, m, x in ((40, 60, LEFT + 50), (50, 48, LEFT + 1050), (10, 15, LEFT + 150)):
        add(n, x, datetime(2023, 5, 1))
        add(m, x, datetime(2024, 5, 1))
    found = effects.effect_of(workspace, inputs(ring=100.0), "sv")
    assert found.quotient is None
    assert effects.verdict_word(found.quotient_verdict, "sv") == "Inte bedömt"


def test_cautions_are_told(workspace, add):
    add(12, LEFT + 50, datetime(2023, 8, 1))
    add(300, LEFT + 1050, datetime(2023, 8, 1))
    spring = Windows(
        "", (date(2023, 2, 1), date(2023, 4, 30)), (date(2023, 8, 1), date(2023, 10, 30))
    )
    asked = effects.inputs_of(TREATED, "Tunneln", [("Torget", CONTROL)], spring)
    told = " ".join(effects.effect_of(workspace, asked, "en").cautions)
    assert "season" in told and "only known from" in told and "many times more" in told


def test_places_that_cannot_be_compared_are_refused(workspace):
    near = QgsGeometry.fromRect(QgsRectangle(LEFT + 120, BOTTOM, LEFT + 200, BOTTOM + 100))
    for control, ring, why in ((TREATED, 0.0, "overlap"), (near, 100.0, "reaches into the ring")):
        asked = effects.inputs_of(TREATED, "a", [("b", control)], WINDOWS, ring=ring)
        with pytest.raises(DomainError, match=why):
            effects.effect_of(workspace, asked, "sv")
    with pytest.raises(DomainError, match="at least one comparison"):
        effects.inputs_of(TREATED, "a", [], WINDOWS)
    with pytest.raises(DomainError, match="no place"):
        effects.place_of(QgsGeometry(), 100)
    assert effects.place_of(TREATED, 0).equals(TREATED)
    point = QgsGeometry.fromPointXY(QgsPointXY(LEFT, BOTTOM))
    assert effects.place_of(point, 50).area() == pytest.approx(3.14159 * 2500, rel=0.01)


def test_it_can_be_cancelled(counted):
    def stop(_share):
        raise Cancelled()

    with pytest.raises(Cancelled):
        effects.effect_of(counted, inputs(), "sv", stop)


def test_the_chart_says_the_same_as_the_figures(counted):
    found = effects.effect_of(counted, inputs(), "sv")
    svg, words = effects.chart(found, "sv")
    assert Language("sv").number(found.difference.estimate, 2) in words
    assert "60 före, 20 efter" in words and "60" in svg

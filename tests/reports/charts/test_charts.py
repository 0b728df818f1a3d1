"""Every chart: sound XML, nothing outside the picture, drawn by Qt, honest when empty."""

from __future__ import annotations

import math
import subprocess
import sys
import xml.etree.ElementTree as ET
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trygg_plugin.reports import charts
from trygg_plugin.reports.charts import palette
from trygg_plugin.reports.charts.language import Language
from trygg_plugin.reports.charts.lettering import shorten, text_width, wrap
from trygg_plugin.reports.charts.scales import Heat, nice_ticks

SVG = "{http://www.w3.org/2000/svg}"
DAY = date(2025, 1, 6)
WEEK = [[float((d * 24 + h) % 7) for h in range(24)] for d in range(7)]
LONG = "Ordningsstörning eller brottslighet av annat slag <& \"citat\">"
CURVE = [i / 50 for i in range(51)]


def fish(*counts, text=LONG):
    """Bones with so many causes each, numbered through; every third lies behind the first."""
    numbers = iter(range(1, 1000))
    return [
        charts.Bone(f"Ben {i}", "Vad på platsen gör det möjligt?",
                    [charts.Cause(n, text * (n % 3 + 1), None if n % 3 else 1)
                     for _, n in zip(range(count), numbers)])
        for i, count in enumerate(counts)
    ]  # fmt: skip


FULL_EXAMPLES = {
    "monthly": lambda lang, size: charts.monthly_curve(
        [3, 8, None, 1200], (2025, 11), lang, [1, 2, 3, 4], [0, 1, 2, 3], [5, 6, 7, 8], LONG, size
    ),
    "week": lambda lang, size: charts.week_heat(WEEK, lang, LONG, size),
    "week_shares": lambda lang, size: charts.week_heat(
        [[v * 0.37 for v in row] for row in WEEK], lang, LONG, size
    ),
    "ranked": lambda lang, size: charts.ranked(
        [LONG, "Klotter", "Nedskräpningsproblematik"] * 5, list(range(15)), lang,
        list(range(15, 0, -1)), title=LONG, size=size,
    ),
    "before_after": lambda lang, size: charts.before_after(
        [(LONG, 120, 80), ("Jämförelse", 100, 97)], lang, (-37, -74, 0.4), LONG, title=LONG,
        size=size,
    ),
    "lorenz": lambda lang, size: charts.lorenz(
        CURVE, [1 - (1 - x) ** 4 for x in CURVE], lang, CURVE, CURVE, 0.7, title=LONG, size=size
    ),
    "calendar": lambda lang, size: charts.calendar_heat(DAY, [i % 5 for i in range(500)], lang),
    "knox": lambda lang, size: charts.knox_table(
        ["samma plats", "0–100 m"], ["0–7 dagar", "7–14 dagar"], [[3.1, 1.3], [1.0, 0.4]],
        [[0.001, 0.04], [0.5, 0.9]], lang, LONG, size,
    ),
    "alerts": lambda lang, size: charts.alert_series(
        [DAY + timedelta(days=7 * i) for i in range(60)], [i % 9 for i in range(60)],
        [i % 9 == 8 for i in range(60)], lang, [7.5] * 60, [4.0] * 60, LONG, size,
    ),
    "series_effect": lambda lang, size: charts.series_effect(
        [DAY + timedelta(days=30 * i) for i in range(40)], [20 + i % 7 for i in range(40)], 25,
        lang, [22.0] * 40, [23.0] * 40, [19.0] * 40, [200.0 + i for i in range(40)], LONG, size,
    ),
    "coverage": lambda lang, size: charts.coverage(
        [LONG, "Skolan"], [f"kv {i}" for i in range(20)], [[5] * 20, [4] * 15 + [0] * 5], lang,
        [False, True], LONG, size,
    ),
    "funnel": lambda lang, size: charts.funnel(
        [LONG, "Centrum", "Norr"] * 4, [900 * (i + 1) for i in range(12)],
        [9.0, 4.0, 3.0, 5.0] * 3, 4.5,
        [(0.95, [500, 5000, 11000], [0, 3, 3.5], [9, 6, 5.2]),
         (0.998, [500, 5000, 11000], [0, 2, 3], [20, 7, 6])],
        [True, False, True, False] * 3, lang, LONG, size,
    ),
    "fishbone": lambda lang, size: charts.fishbone(
        LONG, fish(4, 3, 9), lang, LONG, size[0] if size == charts.FULL else 300
    ),
    "year_wheel": lambda lang, size: charts.year_wheel(
        [1.0, 2.0, None, 4.0, 3.0, 2.0, 1.0, 0.5, 0.0, 1.0, 1.0, 2.0], 1.6, lang, LONG, size
    ),
}  # fmt: skip
EMPTY_EXAMPLES = {
    "funnel": lambda: charts.funnel([], [], [], 1.0, [], [], "sv"),
    "year_wheel": lambda: charts.year_wheel([None] * 12, 0.0, "sv"),
    "monthly": lambda: charts.monthly_curve([], (2026, 1), "sv"),
    "week": lambda: charts.week_heat([[0] * 24] * 7, "sv"),
    "ranked": lambda: charts.ranked(["a"], [0], "sv"),
    "before_after": lambda: charts.before_after([], "sv"),
    "lorenz": lambda: charts.lorenz([], [], "sv"),
    "calendar": lambda: charts.calendar_heat(DAY, [0] * 90, "sv"),
    "knox": lambda: charts.knox_table([], [], [], [], "sv"),
    "alerts": lambda: charts.alert_series([], [], [], "sv"),
    "coverage": lambda: charts.coverage([], [], [], "sv"),
    "series_effect": lambda: charts.series_effect([], [], 0, "sv"),
}


@pytest.mark.parametrize("name", FULL_EXAMPLES)
@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("size", [charts.FULL, charts.HALF])
def test_nothing_is_drawn_outside_the_picture(name, language, size):
    root = ET.fromstring(FULL_EXAMPLES[name](language, size))
    assert_inside(root)
    assert root.find(f"{SVG}desc").text.strip().endswith(".")


@pytest.mark.parametrize("name", FULL_EXAMPLES)
def test_texts_do_not_overlap(name):
    for size in (charts.FULL, charts.HALF):
        boxes = text_boxes(ET.fromstring(FULL_EXAMPLES[name]("sv", size)))
        clashes = [
            (a[4], b[4])
            for i, a in enumerate(boxes)
            for b in boxes[i + 1 :]
            if min(a[2], b[2]) - max(a[0], b[0]) > 2 and min(a[3], b[3]) - max(a[1], b[1]) > 2
        ]
        assert not clashes


@pytest.mark.parametrize("name", EMPTY_EXAMPLES)
def test_an_empty_chart_says_so(name):
    root = ET.fromstring(EMPTY_EXAMPLES[name]())
    texts = [t.text for t in root.iter(f"{SVG}text")]
    assert any(t.startswith(("Inga", "Ingen")) for t in texts)
    assert root.find(f"{SVG}polyline") is None


@pytest.mark.parametrize("name", FULL_EXAMPLES)
def test_only_what_qt_draws_is_used(name):
    svg = FULL_EXAMPLES[name]("sv", charts.FULL)
    for forbidden in ("class=", "style=", "clipPath", "filter", "dominant-baseline", "<use",
                      "nan", "inf\""):  # fmt: skip
        assert forbidden not in svg
    allowed = {"svg", "title", "desc", "rect", "line", "polyline", "polygon", "circle", "text"}
    assert {e.tag.replace(SVG, "") for e in ET.fromstring(svg).iter()} <= allowed


@pytest.mark.parametrize("name", FULL_EXAMPLES)
def test_qt_draws_it(name):
    pytest.importorskip("qgis.PyQt.QtSvg", reason="needs QGIS's Qt")
    from qgis.PyQt.QtCore import QByteArray
    from qgis.PyQt.QtGui import QGuiApplication, QImage, QPainter
    from qgis.PyQt.QtSvg import QSvgRenderer

    app = QGuiApplication.instance() or QGuiApplication([])
    renderer = QSvgRenderer(QByteArray(FULL_EXAMPLES[name]("sv", charts.FULL).encode()))
    assert renderer.isValid() and app is not None
    image = QImage(renderer.viewBox().size(), QImage.Format.Format_RGB32)
    image.fill(0xFF00FF00)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    seen = {image.pixel(x, y) & 0xFFFFFF for x in range(0, image.width(), 2)
            for y in range(0, image.height(), 2)}  # fmt: skip
    assert 0x00FF00 not in seen and len(seen) > 3


def test_charts_need_neither_qt_nor_numpy():
    code = (
        "import sys\n"
        "for name in ('qgis', 'PyQt5', 'PyQt6', 'numpy', 'matplotlib'): sys.modules[name] = None\n"
        "from trygg_plugin.reports import charts\n"
        "print(len(charts.lorenz([0, .5, 1], [0, .8, 1], 'sv')))"
    )
    root = Path(__file__).resolve().parents[3]
    made = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True)
    assert made.returncode == 0, made.stderr
    assert int(made.stdout) > 500


def test_hostile_text_is_escaped():
    svg = charts.ranked(["<script>alert('x')</script>\x00\x0b&"], [3], "sv", title="]]> & \"<")
    root = ET.fromstring(svg)
    assert root.find(f"{SVG}title").text == "]]> & \"<"
    assert any("<script>" in (t.text or "") for t in root.iter(f"{SVG}text"))


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.one_of(st.none(), st.floats(0, 1e6), st.integers(0, 10**6)), max_size=60),
    st.sampled_from([charts.FULL, charts.HALF]),
)
def test_any_counts_stay_in_the_monthly_picture(counts, size):
    assert_inside(ET.fromstring(charts.monthly_curve(counts, (2020, 7), "sv", size=size)))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=60), st.integers(0, 10**6)), max_size=20))
def test_ranked_bars_hold_every_event(rows):
    labels, counts = [r[0] for r in rows], [r[1] for r in rows]
    root = ET.fromstring(charts.ranked(labels, counts, "en"))
    assert_inside(root)
    if sum(counts):
        shown = root.find(f"{SVG}desc").text.split(" incidents")[0]
        assert int(shown.replace(",", "")) == sum(counts)


def test_numbers_follow_the_language():
    swedish, english = Language("sv_SE"), Language("en")
    assert swedish.number(1234567.891, 1) == "1\u00a0234\u00a0567,9"
    assert english.number(1234567.891, 1) == "1,234,567.9"
    assert swedish.number(-0.04, 1) == "0,0" and swedish.number(-3) == "−3"
    assert swedish.number(math.nan) == "–" and english.number(None) == "–"
    assert swedish.percent(0.125, 1) == "12,5\u00a0%" and english.percent(0.125, 1) == "12.5%"
    assert swedish.date(date(2026, 5, 3)) == "3\u00a0maj 2026"
    assert [swedish.weekday_short(i) for i in (0, 6)] == ["mån", "sön"]
    assert english.month_short(10) == "Oct" and swedish.month_short(10) == "okt"
    assert swedish.listing(["a", "b", "c"]) == "a, b och c"


@given(st.text(max_size=80), st.floats(20, 200))
def test_wrapped_lines_fit(text, width):
    for line in wrap(text, 11, width, 2):
        assert text_width(line, 11) <= width
    assert text_width(shorten(text, 11, width), 11) <= width


def test_swedish_compounds_are_split_at_a_syllable():
    assert wrap("Nedskräpningsproblematik", 11, 100, 2) == ["Nedskräpnings-", "problematik"]


def test_heat_colours_darken_in_grey_print():
    lights = [palette.luminance(c) for c in (palette.PAPER, *palette.HEAT)]
    assert all(a - b > 0.05 for a, b in zip(lights, lights[1:]))
    series = sorted(palette.luminance(c) for c in (palette.MAIN, palette.ALERT, palette.SECOND))
    assert series[1] - series[0] > 0.15 and series[2] - series[1] > 0.15


@given(st.integers(1, 10**6))
def test_heat_classes_cover_every_value(highest):
    heat = Heat(float(highest), True)
    assert heat.breaks == sorted(heat.breaks) and heat.breaks[-1] >= highest
    assert heat.colour(0) == palette.PAPER and heat.colour(1) != palette.PAPER
    assert heat.colour(highest) == heat.colours[-1]


@given(st.floats(1e-6, 1e9), st.booleans())
def test_ticks_reach_the_highest(highest, whole):
    ticks = nice_ticks(highest, 5, whole)
    assert ticks[0] == 0 and ticks[-1] >= highest * (1 - 1e-9) and len(ticks) <= 8
    assert not whole or all(t == int(t) for t in ticks)


def test_text_alternatives_say_the_numbers():
    said = charts.monthly_curve_text([3, 9, 1], (2026, 1), "sv", [1, 1, 1], [2, 2, 2], [5, 5, 5])
    assert said == (
        "Händelser per månad, jan–mar 2026: 13 totalt, flest i februari 2026 (9). Samma månader "
        "ett år tidigare: 3. Över det förväntade bandet i 1 av 3 månader, under det i 1."
    )
    week = [[0.0] * 24 for _ in range(7)]
    week[4][23], week[0][10] = 3, 1
    assert charts.week_heat_text(week, "en") == (
        "4 incidents by weekday and hour: most on Fridays (75%); the busiest hour of the week is "
        "Friday 23–00. 75% fall between 22 and 06."
    )
    assert charts.lorenz_text([0, 0.1, 1], [0, 0.8, 1], "sv", gini=0.7).startswith(
        "50\u00a0% av händelserna inträffar på 10,0\u00a0% av platserna"
    )
    assert "utesluter" in charts.before_after_text([("A", 9, 1)], "sv", (-8, -14, -2))
    assert "rymmer" in charts.before_after_text([("A", 9, 1)], "sv", (1.2, 0.8, 1.9), no_effect=1)
    assert charts.coverage_text(["A", "B"], ["jan"], [[1], [0]], "sv", [False, True]).endswith(
        "Ovanligt tysta: B."
    )


def text_boxes(root):
    boxes = []
    for text in root.iter(f"{SVG}text"):
        size = float(text.get("font-size"))
        width = text_width(text.text or "", size, text.get("font-weight") == "bold") * 0.93
        x, y = float(text.get("x")), float(text.get("y"))
        start = {"start": x, "middle": x - width / 2, "end": x - width}[text.get("text-anchor")]
        if text.get("transform"):
            boxes.append((x - size, y - width / 2, x, y + width / 2, text.text))
        else:
            boxes.append((start, y - 0.75 * size, start + width, y + 0.2 * size, text.text))
    return boxes


def assert_inside(root):
    width, height = (float(v) for v in root.get("viewBox").split()[2:])
    for left, top, right, bottom, text in text_boxes(root):
        assert left >= -1 and top >= -1 and right <= width + 1 and bottom <= height + 1, text
    for rect in root.iter(f"{SVG}rect"):
        x, y, w, h = (float(rect.get(k)) for k in ("x", "y", "width", "height"))
        assert x >= -1 and y >= -1 and x + w <= width + 1 and y + h <= height + 1
    for shape in [*root.iter(f"{SVG}polyline"), *root.iter(f"{SVG}polygon")]:
        for point in shape.get("points").split():
            x, y = map(float, point.split(","))
            assert -1 <= x <= width + 1 and -1 <= y <= height + 1


def test_the_funnel_names_those_outside_on_their_side():
    said = charts.funnel_text(["A", "B", "C"], [100, 100, 100], [9.0, 1.0, 5.0], 5.0,
                              [True, True, False], "sv")
    assert "Fler än slumpen låter vänta: A." in said and "Färre än slumpen låter vänta: B." in said
    assert "Inget område" in charts.funnel_text(["A"], [1], [5.0], 5.0, [False], "sv")


@settings(max_examples=30, deadline=None)
@given(
    st.text(max_size=120),
    st.lists(st.lists(st.text(max_size=200), max_size=7), max_size=5),
    st.sampled_from([260, 300, 499, 500, 720]),
)
def test_any_fish_stays_in_its_picture(problem, bones, width):
    made = [
        charts.Bone(f"Ben {i}", "Varför?", [charts.Cause(n + 1, t) for n, t in enumerate(texts)])
        for i, texts in enumerate(bones)
    ]
    root = ET.fromstring(charts.fishbone(problem, made, "sv", width=width))
    assert_inside(root)
    boxes = text_boxes(root)
    for i, a in enumerate(boxes):
        for b in boxes[i + 1 :]:
            assert (
                min(a[2], b[2]) - max(a[0], b[0]) <= 2 or min(a[3], b[3]) - max(a[1], b[1]) <= 2
            ), (a, b)


def test_the_fish_numbers_every_cause_and_asks_where_there_is_none():
    svg = charts.fishbone("Klotter", fish(2, 0, 1, text="Mörkt "), "sv")
    texts = [t.text for t in ET.fromstring(svg).iter(f"{SVG}text")]
    assert {"1", "2", "3"} <= set(texts) and "Vad på platsen gör det möjligt?" in texts
    assert charts.fishbone_text("Klotter", fish(1, 0, text="Mörkt"), "sv") == (
        "Orsaker till ”Klotter”. Ben 0: 1 MörktMörkt. Ben 1: inga."
    )
    assert charts.fishbone_text("Klotter", fish(0, 0), "en") == (
        "No causes of “Klotter” have been written down yet."
    )


def test_the_wheel_says_its_extremes():
    rates = [1.0, 2.5, *[1.0] * 9, 0.25]
    said = charts.year_wheel_text(rates, 1.06, "sv")
    assert "flest i februari (2,50), färst i december (0,25)" in said

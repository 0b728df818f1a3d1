"""Public editions as the public gets them: files are read, and attacked with nothing else."""

from __future__ import annotations

import io
import random
import re
import shutil
import zipfile
from dataclasses import replace
from datetime import date, datetime
from html.parser import HTMLParser

import pytest
from lxml import etree
from qgis.core import QgsGeometry

from tests.reports.conftest import square, text_of
from tests.reports.test_documents import TODAY, municipality
from tests.reports.test_public_attack import leaks
from trygg_plugin.data.workspace import open_workspace
from trygg_plugin.domain.errors import DomainError
from trygg_plugin.domain.periods import add_months
from trygg_plugin.domain.privacy import why_not_published
from trygg_plugin.reports import editions, public_edition, public_tables
from trygg_plugin.reports.context import Request
from trygg_plugin.reports.document import Map, Picture, Shape
from trygg_plugin.reports.documents import kind_of
from trygg_plugin.reports.kinds import make_document
from trygg_plugin.reports.layouts import ReportError
from trygg_plugin.reports.public_edition import publish, suppressed
from trygg_plugin.reports.public_tables import ALL, REST, Cell, publish_counts
from trygg_plugin.reports.render_docx import render_docx
from trygg_plugin.reports.render_html import render_html
from trygg_plugin.reports.write import write

AREAS = ("Centrum", "Norr", "Söder")
MONTHS = ("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september",
          "oktober", "november", "december")  # fmt: skip


# --- a small town ---------------------------------------------------------------------------------


@pytest.fixture()
def town(tmp_path, standard):
    """Three areas with few incidents a month, some of which may not be published."""
    workspace = municipality(tmp_path, standard, [
        (name, square(500_000 + 2000 * i, 6_500_000, 2000)) for i, name in enumerate(AREAS)])
    areas = [row.uuid for row in sorted(workspace.rows("area"), key=lambda row: row["name"])]
    rng = random.Random(7)
    add(workspace, [
        (rng.choices((*areas, None), (9, 4, 2, 1))[0],
         rng.choices(("vandalism", "disorder", "gathering"), (6, 3, 1))[0],
         datetime(2025 + i % 2, 1 if i == 0 else rng.randint(1, 8), 1 + i % 27, 20), i)
        for i in range(220)
    ])  # fmt: skip
    return workspace


def add(workspace, rows):
    with workspace.transaction("anna", importing=True) as transaction:
        for area, category, when, i in rows:
            transaction.insert("incident", {
                "category": "staff_incident" if i % 17 == 3 else category, "severity": "2",
                "status": "submitted" if i % 19 == 4 else "approved", "area": area,
                "place_type": "school_grounds" if i % 13 == 5 else "street", "time_from": when,
                "source": "own_observation", "channel": "import", "publishable": i % 7 != 1,
                "secrecy": "to_be_assessed" if i % 23 == 2 else "open",
            }, geometry=QgsGeometry.fromWkt(f"Point({500_100 + 13 * i} 6500500)"))  # fmt: skip


def request_of(first, last, **more):
    return Request("sv", first=first, last=last, today=TODAY, **more)


def true_counts(workspace):
    """Counts of cells from the records, one by one by the rule and not by SQL."""
    rows = [
        row for row in workspace.rows("incident")
        if why_not_published({**row.values}, workspace.standard) is None
    ]

    def count(cell):
        return sum(
            cell.area in (ALL, row["area"] or REST) and cell.category in (ALL, row["category"])
            and cell.start <= row["time_from"].date() < cell.end
            for row in rows
        )

    return count


# --- readers --------------------------------------------------------------------------------------


class Tables(HTMLParser):
    """The captions and cells of all tables of a page."""

    def __init__(self, page):
        super().__init__()
        self.tables, self._cell = [], None
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        if tag == "table":
            self.tables.append(["", []])
        elif tag == "tr" and self.tables:
            self.tables[-1][1].append([])
        elif tag in ("td", "th", "caption"):
            self._cell = ""

    def handle_data(self, data):
        if self._cell is not None:
            self._cell += data

    def handle_endtag(self, tag):
        if tag == "caption":
            self.tables[-1][0] = self._cell.strip()
        elif tag in ("td", "th") and self.tables[-1][1]:
            self.tables[-1][1][-1].append(" ".join(self._cell.split()))
        if tag in ("td", "th", "caption"):
            self._cell = None


def tables_of_docx(content):
    """Rows of texts of all tables."""
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        body = etree.fromstring(file.read("word/document.xml"))
    return [
        [[" ".join("".join(cell.itertext()).split()) for cell in row.iter(f"{w}tc")]
         for row in table.iter(f"{w}tr")]
        for table in body.iter(f"{w}tbl")
    ]  # fmt: skip


def number(text):
    """The count that a cell of a table tells, None for a dash."""
    plain = text.split("(")[0].replace("\xa0", "").replace(" ", "")
    return None if plain == "–" else int(plain)


def read_tables(rows_of, workspace, spans):
    """What the tables tell, by cell; reads headings as people do."""
    uuid_of = {row["name"]: row.uuid for row in workspace.rows("area")}
    uuid_of["Utanför områdena eller utan plats"] = REST
    uuid_of["Hela kommunen"] = ALL
    codes = {c.label["sv"]: c.key for c in workspace.standard.codelists["category"].codes}
    codes["Alla"] = ALL
    told, seen = {}, set()

    def tell(cell, text):
        value = number(text)
        assert told.setdefault(cell, value) == value, "two tables differ"

    for header, *rows in rows_of:
        if header[:1] == ["Område"] and "Föregående period" in header:
            for row in rows:
                for span, text in zip(spans, row[1:]):
                    tell(Cell(uuid_of[row[0]], ALL, *span), text)
        elif header[:1] == ["Område"]:
            for row in rows:
                for label, text in zip(header[1:], row[1:]):
                    tell(Cell(uuid_of[row[0]], codes[label], *spans[0]), text)
        elif header[:1] == ["Kategori"]:
            for row in rows:
                for span, text in zip(spans, row[1:]):
                    tell(Cell(ALL, codes[row[0]], *span), text)
        elif header[:1] == ["Månad"]:
            for row in rows:
                month, year = row[0].split()
                at = 1 + next(i for i, m in enumerate(MONTHS) if m.startswith(month.rstrip(".")))
                for back, text in enumerate(row[1:]):
                    start = date(int(year) - back, at, 1)
                    end = date(start.year + at // 12, at % 12 + 1, 1)
                    tell(Cell(ALL, ALL, start, end), text)
        elif header[1:2] == ["Dagar"] and "whole" not in seen:
            # the first of them is of the whole municipality
            seen.add("whole")
            for row, span in zip(rows, spans):
                tell(Cell(ALL, ALL, *span), row[2])
    return told


def told_by(document, workspace, spans):
    """What the web page and the Word file tell in their tables: the same."""
    page = [rows for _caption, rows in Tables(render_html(document)).tables if rows]
    seen = read_tables(page, workspace, spans)
    assert seen == read_tables(tables_of_docx(render_docx(document)), workspace, spans)
    return seen


def spans(first, last):
    """The period, the one before and the same one last year, as [start, end)."""
    end = add_months(last.replace(day=1), 1)
    months = (end.year - first.year) * 12 + end.month - first.month
    return [(first, end), (add_months(first, -months), first),
            (add_months(first, -12), add_months(end, -12))]  # fmt: skip


# --- attacks --------------------------------------------------------------------------------------

EDITIONS = (
    ("period_picture", date(2026, 3, 1), date(2026, 3, 31)),
    ("council_atlas", date(2026, 3, 1), date(2026, 4, 30)),
    ("yearly_report", date(2026, 1, 1), date(2026, 6, 30)),
)


def test_the_tables_of_all_editions_tell_no_small_count(town):
    count = true_counts(town)
    told = {}
    for key, first, last in EDITIONS:
        document, _uuid = publish(town, kind_of(key), request_of(first, last))
        for cell, value in told_by(document, town, spans(first, last)).items():
            assert value is None or value == count(cell), (key, cell)
            assert value is None or value == 0 or value >= 5
            told[cell] = value if value is not None else told.get(cell)
    hidden = [cell for cell, value in told.items() if value is None and count(cell)]
    assert len(hidden) > 20 and sum(value is not None for value in told.values()) > 20
    areas = [*(row.uuid for row in town.rows("area")), REST]
    categories = sorted({cell.category for cell in told} - {ALL})
    assert leaks(told, count, areas, categories) == []


def test_the_same_tables_leak_without_complementary_suppression(town, monkeypatch):
    count = true_counts(town)

    def only_small(wanted, months, earlier):
        values = {cell: count(cell) for cell in wanted}
        return public_tables.Published(
            {cell: None if 0 < value < 5 else value for cell, value in values.items()})

    monkeypatch.setattr(public_edition, "publish_counts", only_small)
    told = {}
    for key, first, last in EDITIONS[:2]:
        document, _uuid = publish(town, kind_of(key), request_of(first, last))
        told.update(told_by(document, town, spans(first, last)))
    areas = [*(row.uuid for row in town.rows("area")), REST]
    categories = sorted({cell.category for cell in told} - {ALL})
    assert len(leaks(told, count, areas, categories)) > 3


@pytest.mark.parametrize("key", ["period_picture", "council_atlas", "yearly_report"])
def test_nothing_but_told_counts_reaches_a_public_document(town, key, tmp_path, monkeypatch):
    """Two towns that differ only in what is left out give the same bytes: no sentence, bar,
    point, colour, order, alternative text, layer or metadata can hold it."""
    seen = []

    def keep(workspace, context):
        made = suppressed(workspace, context)
        seen.append(made)
        return made

    monkeypatch.setattr(public_edition, "suppressed", keep)
    request = request_of(date(2026, 1, 1), date(2026, 4, 30))
    document, _uuid = publish(town, kind_of(key), request)
    (context,) = seen
    # what could tell more is not there
    assert context.situation.total is None and context.situation.by_area == ()
    assert context.situation.data.incidents is None and not context.situation.map.cells
    hidden = {cell for cell, value in context.published.told.items() if value is None}
    assert hidden
    area = next(cell.area for cell in sorted(hidden) if cell.area not in (ALL, REST))
    add(town, [(area, "vandalism", datetime(2026, 2, 3, 20), 0)] * 40)
    other = make_document(
        town, kind_of(key), replace(request, edition="public"),
        publish=lambda found: replace(suppressed(town, found), published=context.published))
    assert render_html(other) == render_html(document)
    assert render_docx(other) == render_docx(document)
    if key != "period_picture":
        return
    pages = [text_of(write(one, tmp_path / f"{i}.pdf")) for i, one in enumerate((document, other))]
    assert pages[0] == pages[1]


def test_charts_and_maps_hold_told_counts_only(town):
    document, _uuid = publish(
        town, kind_of("period_picture"), request_of(date(2026, 3, 1), date(2026, 4, 30)))
    told = {v for v in document.figures.values() if v is not None}
    maps = [block for block in document.blocks if isinstance(block, Map)]
    assert maps and not any("ruta" in one.caption for one in maps)
    for shape in (s for one in maps for layer in one.layers for s in layer.shapes):
        assert isinstance(shape, Shape) and all(len(ring) > 3 for ring in shape.rings), "a point"
    for picture in (block for block in document.blocks if isinstance(block, Picture)):
        rows = [cell for row in picture.data.rows for cell in row[1:]]
        known = [number(cell) for cell in rows]
        assert {n for n in known if n is not None} <= told
        drawn = picture.svg.count("<circle") if "månad" in picture.caption else None
        if drawn is not None:
            assert drawn <= sum(n is not None for n in known), "a point for a count left out"
        else:
            shown = [number(row[1]) for row in picture.data.rows]
            bars = sum(bool(n) for n in shown)
            assert sum(bool(re.search(rf">{n}( \(|<)", picture.svg)) for n in shown if n) == bars


def test_only_what_may_be_published_is_counted_on_both_engines(any_workspace):
    town = any_workspace
    area = town.insert("area", {"name": "Centrum", "kind": "est_area"},
                       geometry=square(500_000, 6_500_000, 2000))
    add(town, [(area, "vandalism", datetime(2026, 7, 1 + i % 28, 21), i) for i in range(90)])
    document, uuid = publish(
        town, kind_of("period_picture"), request_of(date(2026, 7, 1), date(2026, 7, 31)))
    count = true_counts(town)
    cell = Cell(ALL, ALL, date(2026, 7, 1), date(2026, 8, 1))
    assert document.figures[cell.name] == count(cell) and 40 < count(cell) < 90
    assert town.get("edition", uuid)["public"]
    assert public_edition.earlier_editions(town)[0][cell] == count(cell)


# --- editions -------------------------------------------------------------------------------------


def test_late_reports_are_left_out_of_the_next_edition(town):
    request = request_of(date(2026, 1, 1), date(2026, 4, 30))
    first, uuid = publish(town, kind_of("period_picture"), request)
    assert editions.read(town, uuid) == first
    again, _uuid = publish(town, kind_of("yearly_report"), request)
    assert {n: v for n, v in again.figures.items() if n.startswith("public/")} == {
        n: v for n, v in first.figures.items() if n.startswith("public/")}
    area = town.rows("area")[0].uuid
    add(town, [(area, "vandalism", datetime(2026, 2, 3, 20), 0)] * 2)
    late, _uuid = publish(town, kind_of("period_picture"), request)
    total = Cell(ALL, ALL, date(2026, 1, 1), date(2026, 5, 1)).name
    assert first.figures[total] and late.figures[total] is None
    assert all(value is None for name, value in late.figures.items()
               if name in first.figures and first.figures[name] is None)


def test_what_cannot_be_public_is_refused_and_nothing_kept(demo, tmp_path):
    shutil.copy(demo.path, tmp_path / "copy.gpkg")
    workspace = open_workspace(tmp_path / "copy.gpkg")
    for key, first, last, sentence in (
        ("minutes", None, None, "tells of single records"),
        ("walk_protocol", None, None, "tells of single records"),
        ("grant_appendix", None, None, "tells of single records"),
        ("council_atlas", date(2026, 5, 4), date(2026, 5, 10), "at least a month"),
        ("council_atlas", date(2026, 5, 4), date(2026, 6, 10), "whole months"),
    ):
        with pytest.raises((ReportError, DomainError), match=sentence):
            publish(workspace, kind_of(key), request_of(first, last))
    assert not [row for row in editions.listed(workspace) if row["public"]]


def test_a_municipality_without_areas_or_incidents_publishes_what_there_is(tmp_path, standard):
    workspace = municipality(tmp_path, standard, [])
    document, _uuid = publish(
        workspace, kind_of("period_picture"), request_of(date(2026, 7, 1), date(2026, 7, 31)))
    assert Cell(ALL, ALL, date(2026, 7, 1), date(2026, 8, 1)).name in document.figures
    assert "publik utgåva" in document.subtitle and "112" in render_html(document)
    assert publish_counts([], {}, []).told == {}

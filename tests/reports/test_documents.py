"""The documents as readers get them: the same figures in every format, whole files or none."""

from __future__ import annotations

import errno
import io
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import date, datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Dict, List, Tuple

import pytest
from lxml import etree
from qgis.core import (
    QgsGeometry,
    QgsLayoutItemLabel,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
)
from qgis.PyQt.QtCore import QRectF
from qgis.PyQt.QtGui import QFont

from tests.reports.conftest import PERIOD, images_in, information_of, square, text_of
from trygg_plugin.data.casework.followups import store_effect
from trygg_plugin.data.workspace import Workspace, create_workspace, open_workspace
from trygg_plugin.domain.effect_windows import Windows
from trygg_plugin.project.demo import notice_of
from trygg_plugin.reports import document as blocks
from trygg_plugin.reports import editions, write
from trygg_plugin.reports.charts.lettering import text_width
from trygg_plugin.reports.charts.svg import UNITS_PER_MM
from trygg_plugin.reports.context import Request
from trygg_plugin.reports.document import Document, from_json, to_json
from trygg_plugin.reports.documents import ATLAS, MODULES, kind_of
from trygg_plugin.reports.effect import effect_of, inputs_of, verdict_lines
from trygg_plugin.reports.figures import all_figures
from trygg_plugin.reports.gather import gather
from trygg_plugin.reports.kinds import make_document
from trygg_plugin.reports.layouts import TEMPLATES, ReportError, load_template
from trygg_plugin.reports.render_docx import HEAD_LETTERS, render_docx, shares
from trygg_plugin.reports.render_html import render_html

TODAY = date(2026, 11, 20)
FIRST, LAST = date(2026, 5, 1), date(2026, 8, 31)
GUIDES = Path(__file__).parents[2] / "docs" / "handbok"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STATES = ("approved", "fed_back", "closed", "anonymised")


def request_for(workspace: Workspace, key: str, language: str = "sv", **more: Any) -> Request:
    kind = kind_of(key)
    record = None
    if kind.record is not None and kind.record != "problem":
        rows = workspace.rows(kind.record)
        if kind.of_kind:
            rows = [row for row in rows if row["kind"] == kind.of_kind]
        record = rows[0].uuid
    return Request(language, record=record, today=TODAY, **more)


def made(workspace: Workspace, key: str, language: str = "sv", **more: Any) -> Document:
    return make_document(workspace, kind_of(key), request_for(workspace, key, language, **more))


@pytest.fixture(scope="module")
def documents(demo: Workspace) -> Dict[Tuple[str, str], Document]:
    """Every document of the demo in both languages."""
    return {
        (key, language): made(demo, key, language, notice=notice_of(demo, language))
        for key in MODULES for language in ("sv", "en")
    }  # fmt: skip


@pytest.fixture(scope="module")
def pdfs(documents, tmp_path_factory) -> Dict[str, Path]:
    """Every document of the demo printed, the statement on the law in English."""
    folder = tmp_path_factory.mktemp("documents")
    return {
        key: write.write(
            documents[key, "en" if key == "law_statement" else "sv"], folder / f"{key}.pdf"
        )
        for key in MODULES
    }


def words_of_docx(content: bytes) -> str:
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml"))
    return "\n".join(
        "".join(part.itertext()) for part in root.iter(f"{W}p")
    ).replace("\u00a0", " ")


class Page(HTMLParser):
    """What is in a web page: its tags in order with their attributes, and its words."""

    VOID = ("meta", "img", "br", "rect", "line", "circle", "path", "polyline", "polygon")

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: List[Tuple[str, Dict[str, str]]] = []
        self.words: List[str] = []
        self.open: List[str] = []
        self.feed(text)
        self.close()
        self.text = " ".join(" ".join(self.words).split()).replace("\u00a0", " ")

    def handle_starttag(self, tag: str, attributes: Any) -> None:
        self.tags.append((tag, {key: value or "" for key, value in attributes}))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attributes: Any) -> None:
        self.tags.append((tag, {key: value or "" for key, value in attributes}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open.pop() == tag, f"</{tag}> closes nothing"

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def all(self, *names: str) -> List[Tuple[str, Dict[str, str]]]:
        return [(tag, attributes) for tag, attributes in self.tags if tag in names]


def all_cells(document: Document) -> List[str]:
    return [
        cell.text if isinstance(cell, blocks.Mark) else cell
        for block in document.blocks if isinstance(block, blocks.Table)
        for row in block.rows for cell in row
    ]  # fmt: skip


# --- the documents ------------------------------------------------------------------------------


def test_every_document_is_kept_and_read_again_without_loss(documents):
    for document in documents.values():
        assert from_json(to_json(document)) == document


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_document_is_made_in_its_language(documents, language):
    strange = ("Incidents", "Most ", "Where ") if language == "sv" else (
        "Händelser under", "Vanligast", "Var ")
    for key in MODULES:
        document = documents[key, language]
        assert document.language == language
        headings = [b.text for b in document.blocks if isinstance(b, blocks.Heading)]
        captions = [b.caption for b in document.blocks if hasattr(b, "caption")]
        for text in (*headings, *captions, document.title):
            assert not any(text.startswith(word) for word in strange), text


def counted(workspace: Workspace, first: date, last: date, column: str) -> Dict[Any, int]:
    """An independent count by a column, in SQL of its own."""
    marks = ", ".join(["{p}"] * len(STATES))
    rows = workspace.query(
        f"SELECT {column} AS what, count(*) AS n FROM incident WHERE deleted_at IS NULL "
        f"AND status IN ({marks}) AND substr(time_from, 1, 10) BETWEEN {{p}} AND {{p}} "
        f"GROUP BY {column}",
        [*STATES, first.isoformat(), last.isoformat()],
    )
    return {row["what"]: int(row["n"]) for row in rows}


@pytest.mark.parametrize(
    "key, first, last",
    [
        ("period_picture", FIRST, LAST),
        ("situation_picture", date(2025, 1, 1), date(2025, 12, 31)),
        ("yearly_report", date(2025, 1, 1), date(2025, 12, 31)),
    ],
)
def test_figures_agree_with_sql_and_between_the_formats(demo, documents, pdfs, key, first, last):
    document = documents[key, "sv"]
    by_area = counted(demo, first, last, "area")
    total = sum(by_area.values())
    assert document.figures["total"] == total > 0
    for area in demo.rows("area"):
        assert document.figures[f"area/{area.uuid}"] == by_area.get(area.uuid, 0)
    by_code = counted(demo, first, last, "subcategory")
    for code in demo.standard.codelists["subcategory"].codes:
        told = document.figures.get(f"phenomenon/{code.label['sv']}", 0)
        assert told == by_code.get(code.key, 0)
    html = Page(render_html(document)).text
    docx = " ".join(words_of_docx(render_docx(document)).split())
    pdf = " ".join("".join(text_of(pdfs[key])).split())
    for text in (html, docx, pdf):
        assert f"{total} händelser under perioden" in text
    for cell in (c.replace("\u00a0", " ") for c in all_cells(document) if re.search(r"\d", c)):
        for line in cell.split("\n"):
            assert line in html and line in docx, line
        # a narrow cell breaks its words over lines of the page
        assert all(word in pdf for word in cell.split()[:1]), cell


def test_the_statutory_picture_has_exactly_the_three_parts_of_the_law(documents):
    titles = [
        block.text for block in documents["situation_picture", "sv"].blocks
        if isinstance(block, blocks.Heading) and block.level == 1
    ]
    assert [title[:2] for title in titles] == ["1.", "2.", "3."]
    assert "Kartläggning" in titles[0] and "information" in titles[1] and "Analys" in titles[2]


def test_the_plan_has_the_columns_of_the_template_and_matches_causes(demo, documents):
    document = documents["action_plan", "sv"]
    tables = [block for block in document.blocks if isinstance(block, blocks.Table)]
    for table in tables:
        assert table.header == ("Orsak", "Åtgärd", "Operativa mål", "När", "Vem", "Uppföljning")
    rows = [row for table in tables for row in table.rows]
    assert document.figures["measures"] == len(demo.rows("measure"))
    assert sum(str(row[1]).startswith("Å") for row in rows) == len(demo.rows("measure"))
    causes = {cause.uuid: cause for cause in demo.rows("cause")}
    for link in demo.rows("measure_cause"):
        measure = demo.get("measure", link["measure"])
        cause = causes[link["cause"]]
        named = [row for row in rows if str(row[1]).endswith(str(measure["title"]))]
        assert f"O{cause['number']} {cause['title']}" in str(named[0][0])
    assert any("Lägesbild" in getattr(b, "text", "") for b in document.blocks), "rests on"


def test_the_statement_on_the_law_is_one_page(pdfs):
    (page,) = text_of(pdfs["law_statement"])
    for section in (3, 4, 5, 6, 9, 10, 11, 12, 13):
        assert re.search(rf"^{section} ?§", page, re.MULTILINE)
    assert "Met" in page and "Missing" in page


def test_minutes_tell_every_decision_and_a_walk_every_point(demo, documents):
    minutes = documents["minutes", "sv"]
    meeting = request_for(demo, "minutes").record
    decisions = demo.rows("decision", "meeting = {p}", [meeting])
    cells = all_cells(minutes)
    assert decisions and all(row["text"] in cells for row in decisions)
    walk = all_cells(documents["walk_protocol", "sv"])
    for point in demo.rows("walk_point"):
        assert any(point["description"] in cell for cell in walk)


def test_the_atlas_in_words_has_the_figures_of_the_printed_one(demo):
    request = Request("sv", first=FIRST, last=LAST, today=TODAY)
    document = make_document(demo, kind_of(ATLAS), request)
    data = gather(demo, "sv")
    total, by_area = all_figures(data.incidents, len(data.areas), PERIOD, data.since)
    assert document.figures["total"] == total.total
    for area, figures in zip(data.areas, by_area):
        assert document.figures[f"area/{area.uuid}"] == figures.total
    titles = [b.text for b in document.blocks if isinstance(b, blocks.Heading) and b.level == 2]
    assert set(titles) == {area.name for area in data.areas}
    page = Page(render_html(document))
    assert len(page.all("h3")) >= len(titles) and zipfile.is_zipfile(
        io.BytesIO(render_docx(document)))


def test_an_evaluation_repeats_the_stored_effect_and_tells_what_has_changed(demo, tmp_path):
    shutil.copy(demo.path, tmp_path / "copy.gpkg")
    workspace = open_workspace(tmp_path / "copy.gpkg")
    measure = next(
        row for row in workspace.rows("measure") if row["status"] == "followed_up")
    areas = {row.uuid: row for row in workspace.rows("area")}
    control = next(row for uuid, row in areas.items() if uuid != measure["area"])
    windows = Windows("season", (date(2025, 5, 1), date(2025, 8, 31)), (FIRST, LAST))
    shape, other = QgsGeometry(), QgsGeometry()
    shape.fromWkb(areas[measure["area"]].geometry)
    other.fromWkb(control.geometry)
    inputs = inputs_of(shape, "Platsen", [(str(control["name"]), other)], windows)
    effect = effect_of(workspace, inputs, "sv")
    store_effect(
        workspace, measure.uuid, method="wdd",
        estimate=effect.difference.estimate, low=effect.difference.low,
        high=effect.difference.high, sentence=effect.text, inputs=inputs.stored(),
        figures={**effect.figures, "treated_before": 1.0}, day=TODAY,
    )  # fmt: skip
    kind = kind_of("effect_evaluation")
    document = make_document(
        workspace, kind, Request("sv", record=measure.uuid, today=TODAY))
    before, after = effect.counts["treated"]
    assert document.figures["treated_before"] == before > 0
    assert any(row[1:3] == (f"{before:.0f}", f"{after:.0f}")
               for table in document.blocks if isinstance(table, blocks.Table)
               for row in table.rows)
    page = Page(render_html(document)).text
    said = [*effect.paragraphs, *verdict_lines(effect, "sv")]
    assert all(one.replace("\u00a0", " ") in page for one in said)
    assert f"Åtgärdens plats, före: 1 → {before:.0f}" in page
    assert write.write(document, tmp_path / "effect.docx").exists()


# --- the formats --------------------------------------------------------------------------------


@pytest.mark.parametrize("key", MODULES)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_page_that_everyone_can_read(documents, key, language):
    document = documents[key, language]
    page = Page(render_html(document))
    assert not page.open, "tags are left open"
    assert page.all("html")[0][1]["lang"] == document.tag
    assert len(page.all("main")) == len(page.all("header")) == len(page.all("footer")) == 1
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels.count(1) == 1
    body = levels[levels.index(1) :]
    assert all(b - a <= 1 for a, b in zip(body, body[1:])), "a level of headings is skipped"
    ids = [attributes["id"] for _tag, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    for _tag, attributes in page.all("a"):
        assert attributes["href"].startswith("#") and attributes["href"][1:] in ids
    for _tag, attributes in page.all("th"):
        assert attributes["scope"] in ("col", "row")
    captions = len(page.all("caption"))
    assert captions == len(page.all("table"))
    pictures = page.all("svg")
    assert all(a["role"] == "img" for _tag, a in pictures)
    assert len(pictures) == len(page.all("figure")) == len(page.all("figcaption"))
    assert "<title></title>" not in render_html(document)
    assert not re.search(r'(src|href)="(https?:|file:)', render_html(document)), "not whole"


@pytest.mark.parametrize("key", MODULES)
def test_a_word_file_that_strict_readers_take(documents, key):
    document = documents[key, "sv"]
    archive = zipfile.ZipFile(io.BytesIO(render_docx(document)))
    names = archive.namelist()
    assert names[0] == "[Content_Types].xml" and archive.testzip() is None
    parts = {n: etree.fromstring(archive.read(n)) for n in names if n.endswith((".xml", ".rels"))}
    for relation in parts["word/_rels/document.xml.rels"]:
        assert f"word/{relation.get('Target')}" in names
    types = {part.get("PartName") for part in parts["[Content_Types].xml"]}
    assert all(f"/{name}" in types for name in names
               if name.endswith(".xml") and name != "[Content_Types].xml")
    body = parts["word/document.xml"]
    used = {e.get(f"{W}val") for e in body.iter(f"{W}pStyle", f"{W}tblStyle", f"{W}rStyle")}
    defined = {e.get(f"{W}styleId") for e in parts["word/styles.xml"].iter(f"{W}style")}
    assert used <= defined
    numbers = {e.get(f"{W}numId") for e in parts["word/numbering.xml"].iter(f"{W}num")}
    assert {e.get(f"{W}val") for e in body.iter(f"{W}numId")} <= numbers
    drawn = [e for e in body.iter() if etree.QName(e).localname == "docPr"]
    assert len({e.get("id") for e in drawn}) == len(drawn)
    assert all(e.get("descr") and e.get("name") for e in drawn)
    shown = [b for b in document.blocks if isinstance(b, (blocks.Picture, blocks.Map))]
    assert len(drawn) == len(shown)
    for table in body.iter(f"{W}tbl"):
        columns = len(table.find(f"{W}tblGrid"))
        assert all(len(row.findall(f"{W}tc")) == columns for row in table.iter(f"{W}tr"))
        # every cell must end with a paragraph
        assert all(cell[-1].tag == f"{W}p" for cell in table.iter(f"{W}tc"))
        order = [etree.QName(e).localname for e in table.find(f"{W}tblPr")]
        known = ["tblStyle", "tblW", "tblLayout", "tblLook", "tblCaption"]
        assert order == [name for name in known if name in order]
    ordered = ["pStyle", "keepNext", "keepLines", "pageBreakBefore", "numPr", "pBdr", "tabs",
               "spacing", "ind", "jc", "outlineLvl"]  # fmt: skip
    for properties in body.iter(f"{W}pPr"):
        found = [etree.QName(e).localname for e in properties]
        assert found == sorted(found, key=ordered.index), found
    marks = {e.get(f"{W}name") for e in body.iter(f"{W}bookmarkStart")}
    assert {e.get(f"{W}anchor") for e in body.iter(f"{W}hyperlink")} <= marks
    kinds = [e.get(f"{W}fldCharType") for e in body.iter(f"{W}fldChar")]
    assert kinds.count("begin") == kinds.count("end")
    lang = parts["word/styles.xml"].find(f".//{W}rPrDefault//{W}lang")
    assert lang.get(f"{W}val") == "sv-SE"
    repeated = len(list(body.iter(f"{W}tblHeader")))
    tables = sum(isinstance(b, blocks.Table) for b in document.blocks)
    assert repeated == tables + len(blocks.appendix(document))
    core = " ".join(parts["docProps/core.xml"].itertext())
    assert document.full_title in core and document.municipality in core
    assert "NUMPAGES" in "".join(parts["word/footer1.xml"].itertext())


def test_columns_of_word_files_keep_the_words_of_their_header_whole(documents):
    room = 176.0
    tables = [block for document in documents.values() for block in document.blocks
              if isinstance(block, blocks.Table)]
    narrow = 0
    for table in tables:
        given = shares(table, room)
        assert sum(given) == pytest.approx(1.0)
        for text, share, wished in zip(table.header, given, table.shares):
            words = [text_width(word, HEAD_LETTERS, bold=True) for word in text.split()]
            longest = max(words, default=0.0) / UNITS_PER_MM
            assert share * room > longest, (table.caption, text)
            narrow += wished * room < longest
    assert narrow > 0, "as wished, some would have been broken"


@pytest.mark.native
def test_another_office_program_opens_it(documents, tmp_path):
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not on this machine")
    path = write.write(documents["yearly_report", "sv"], tmp_path / "report.docx")
    subprocess.run(
        [office, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless",
         "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    known = information_of(tmp_path / "report.pdf")
    assert known["Title"].startswith("Årsrapport") and int(known["Pages"]) > 3


def test_every_pdf_names_itself_and_numbers_its_pages(documents, pdfs):
    for key, path in pdfs.items():
        document = documents[key, "en" if key == "law_statement" else "sv"]
        known = information_of(path)
        assert known["Title"] == document.full_title
        assert known["Author"] == "Kumla kommun"
        pages = text_of(path)
        assert len(pages) == int(known["Pages"])
        word = "Page {} of {}" if key == "law_statement" else "Sida {} av {}"
        for number, page in enumerate(pages, start=1):
            assert word.format(number, len(pages)) in page
            assert document.notice in page
    assert b"/Lang <FEFF" in pdfs["minutes"].read_bytes().upper().replace(b"/LANG", b"/Lang")


def test_charts_and_legends_are_printed_as_drawings(pdfs):
    for key in ("period_picture", "situation_picture", "yearly_report"):
        assert images_in(pdfs[key]) == [], key


def test_english_pdfs_are_named_in_english(documents, tmp_path):
    document = documents["minutes", "en"]
    path = write.write(document, tmp_path / "minutes.pdf")
    known = information_of(path)
    assert known["Title"] == document.full_title and known["Title"].startswith("Minutes")
    assert known["Author"] == "Kumla kommun"
    assert f"/Lang <{('feff' + 'en-GB'.encode('utf-16-be').hex())}>".encode() in path.read_bytes()


def test_a_walk_shows_its_way_and_the_areas_around_it(documents):
    (shown,) = [b for b in documents["walk_protocol", "sv"].blocks if isinstance(b, blocks.Map)]
    kinds = [layer.classes[0].marker for layer in shown.layers]
    assert kinds == ["area", "outline", "line", "square"]
    (way,) = shown.layers[2].shapes
    assert len(way.rings) == 1 and len(way.rings[0]) == 6
    assert "Vandringens väg är ritad" in shown.alt


def test_a_walk_of_which_nothing_was_drawn_has_no_map(tmp_path, standard):
    workspace = municipality(tmp_path, standard, [("Centrum", square(500_000, 6_500_000, 2000))])
    uuid = workspace.insert("walk", {"title": "Parken", "walked_at": datetime(2026, 6, 1, 18)})
    document = make_document(
        workspace, kind_of("walk_protocol"), Request("sv", record=uuid, today=TODAY)
    )
    assert not any(isinstance(block, blocks.Map) for block in document.blocks)


def test_a_year_is_not_compared_with_the_same_year_twice(documents):
    for key in ("yearly_report", "situation_picture"):
        page = Page(render_html(documents[key, "sv"])).text
        assert page.count("Föregående period är 1 januari 2024 – 31 december 2024.") == 1
        assert "i fjol" not in page
    assert "41 %" in page and "41 Procent" not in page


def test_the_curve_and_its_table_tell_one_share_of_places(documents):
    (shown,) = [b for b in documents["situation_picture", "sv"].blocks
                if isinstance(b, blocks.Picture) and "koncentrerade" in b.caption]
    half = next(row for row in shown.data.rows if row[0] == "50\u00a0%")
    assert f"på {half[2]} av platserna" in shown.alt


def test_long_pdfs_list_their_chapters_with_the_pages_where_they_begin(documents, pdfs):
    for key in ("period_picture", "situation_picture", "yearly_report"):
        pages = text_of(pdfs[key])
        listed = pages[0][pages[0].index("Innehåll") :]
        headings = [b.text for b in documents[key, "sv"].blocks
                    if isinstance(b, blocks.Heading) and b.level == 1]
        found = [re.search(rf"^\s*{re.escape(text)}\s+(\d+)$", listed, re.MULTILINE)
                 for text in headings]
        assert all(found), key
        numbers = [int(match.group(1)) for match in found if match]
        assert numbers == sorted(numbers) and numbers[-1] <= len(pages)
        for text, number in zip(headings, numbers):
            assert text in pages[number - 1], (key, text)
    assert all("Innehåll" not in text_of(pdfs[key])[0] for key in ("minutes", "grant_appendix"))


def test_long_names_are_shortened_in_the_band_and_whole_below_it(documents, tmp_path):
    name = "Övre Västra Björkskogahöjdens och Strandängarnas kommunalförbund"
    title = "Protokoll: " + "samverkansöverenskommelseuppföljning " * 4
    document = replace(documents["minutes", "sv"], municipality=name, title=title.strip())
    page = text_of(write.write(document, tmp_path / "long.pdf"))[0]
    band = page[: page.index("PÅHITTADE")]
    assert "Övre Västra Björkskogahöjdens" in band and name not in band
    assert band.count("...") == 2, "ellipses, made plain"
    assert document.subtitle.replace("\u00a0", " ") in band
    below = " ".join(page[page.index("PÅHITTADE") :].split())
    assert name in below and below.count("samverkansöverenskommelseuppföljning") == 4


def test_nothing_is_compared_where_nothing_was_collected_before(tmp_path, standard):
    workspace = municipality(tmp_path, standard, [("Centrum", square(500_000, 6_500_000, 2000))])
    report(workspace, 3)
    document = picture_of(workspace)
    (ranked,) = [b for b in document.blocks
                 if isinstance(b, blocks.Picture) and "företeelserna" in b.caption]
    assert "tidigare" not in ranked.alt and "(0)" not in ranked.svg
    assert {row[-1] for row in ranked.data.rows} == {"–"}
    assert not any(isinstance(b, blocks.Map) and "Förändring" in b.caption
                   for b in document.blocks)


def test_a_large_map_is_printed_on_a3(pdfs):
    answer = subprocess.run(
        ["pdfinfo", "-f", "1", "-l", "99", str(pdfs["situation_picture"])],
        capture_output=True, check=True, text=True,
    )
    assert "(A4)" in answer.stdout
    assert re.search(r"size:\s+119[01][\d.]* x 84[12]", answer.stdout), "no page of A3"


def test_what_people_write_is_shown_and_never_carried_out(demo, documents, tmp_path):
    said = "<b>fet</b> & [% 1 + 1 %] {{ 7 * 7 }} \x0b slut"
    document = replace(
        documents["minutes", "sv"], blocks=(*blocks.prose(said), blocks.Heading("[% @layer %]")),
    )
    assert "&lt;b&gt;fet&lt;/b&gt; &amp; [% 1 + 1 %] {{ 7 * 7 }}" in render_html(document)
    assert "<b>fet</b> & [% 1 + 1 %] {{ 7 * 7 }}" in words_of_docx(render_docx(document))
    (page,) = text_of(write.write(document, tmp_path / "said.pdf"))
    assert "<b>fet</b> & [% 1 + 1 %] {{ 7 * 7 }}" in " ".join(page.split())
    assert "[% @layer %]" in page


# --- odd municipalities -------------------------------------------------------------------------


def municipality(
    folder: Path, standard: Any, areas: List[Tuple[str, QgsGeometry]], crs: str = "EPSG:3006"
) -> Workspace:
    return create_workspace(
        folder / "odd.gpkg", standard, municipality_name="Provköpings kommun", crs=crs,
        areas=[({"name": name, "kind": "est_area"}, polygon) for name, polygon in areas],
    )


def report(workspace: Workspace, count: int = 1) -> None:
    """Approved incidents in the period, in the workspace's first area."""
    area = workspace.rows("area")[0]
    with workspace.transaction(importing=True) as transaction:
        for index in range(count):
            transaction.insert(
                "incident",
                {"category": "vandalism", "severity": "2", "status": "approved",
                 "time_from": datetime(2026, 7, 1 + index % 28, 22), "area": area.uuid,
                 "place_type": "street", "source": "own_observation", "channel": "import"},
                geometry=QgsGeometry.fromWkt(f"Point({500_500 + index} 6500500)"),
            )  # fmt: skip


def picture_of(workspace: Workspace, **more: Any) -> Document:
    return make_document(
        workspace, kind_of("period_picture"),
        Request("sv", first=FIRST, last=LAST, today=TODAY, **more),
    )


def test_a_municipality_with_no_incidents(tmp_path, standard):
    workspace = municipality(tmp_path, standard, [("Centrum", square(500_000, 6_500_000, 2000))])
    for key in ("period_picture", "yearly_report", "law_statement", "grant_appendix"):
        document = make_document(
            workspace, kind_of(key),
            Request("sv", first=FIRST, last=LAST, today=TODAY),
        )
        write.write_all(document, tmp_path, key, (".html", ".docx"))
        if key == "period_picture":
            assert document.figures["total"] == 0
            assert "Inga granskade händelser" in render_html(document)
            assert write.write(document, tmp_path / "none.pdf").stat().st_size > 5000


def test_a_period_with_one_incident(tmp_path, standard):
    workspace = municipality(tmp_path, standard, [("Centrum", square(500_000, 6_500_000, 2000))])
    report(workspace)
    document = picture_of(workspace)
    assert document.figures["total"] == 1
    page = Page(render_html(document)).text
    assert "1 händelse under perioden" in page
    (shown,) = [b for b in document.blocks if isinstance(b, blocks.Map) and "samlas" in b.caption]
    labels = [c.label for layer in shown.layers for c in layer.classes]
    assert "1–4" in labels, "a single incident is not told from four"
    assert not any(isinstance(b, blocks.Picture) and "timme" in b.caption
                   for b in document.blocks), "one incident makes no pattern"


def test_sixty_areas_with_very_long_names(tmp_path, standard):
    long = "Nordvästra industriområdets bostadsrättsföreningsgårdar och villaområde "
    areas = [
        (f"{long}{i}", square(500_000 + 400 * (i % 10), 6_500_000 + 400 * (i // 10), 400))
        for i in range(60)
    ]
    workspace = municipality(tmp_path, standard, areas)
    report(workspace, 12)
    document = picture_of(workspace)
    pages = text_of(write.write(document, tmp_path / "many.pdf"))
    words = " ".join(" ".join(pages).split())
    for number in range(60):
        assert re.search(rf"villaområde\s+{number}\b", words), "a row is lost"
    # the head of the table is repeated where it goes on
    assert sum("Föregående" in page and "Vanligast" in page for page in pages) >= 3
    assert len(Page(render_html(document)).all("tr")) > 60


def test_areas_that_are_missing_broken_or_overlap_are_told(tmp_path, standard):
    workspace = municipality(tmp_path, standard, [
        ("Öst", square(500_000, 6_500_000, 2000)), ("Väst", square(500_500, 6_500_000, 2000)),
        ("Fjäril", QgsGeometry.fromWkt("MultiPolygon(((510000 6500000, 511000 6501000, "
                                       "511000 6500000, 510000 6501000, 510000 6500000)))")),
    ])  # fmt: skip
    report(workspace)
    page = Page(render_html(picture_of(workspace))).text
    assert "Områdena Öst och Väst överlappar varandra" in page
    assert "Gränsen för Fjäril korsar sig själv" in page
    for area in workspace.rows("area"):
        workspace.update("area", area.uuid, {"in_atlas": False})
    document = picture_of(workspace)
    assert "Arbetsytan har inga områden" in render_html(document)
    assert not any(isinstance(block, blocks.Map) for block in document.blocks)
    assert write.write(document, tmp_path / "bare.pdf").exists()


# --- files --------------------------------------------------------------------------------------


def test_a_template_without_its_body_is_told_and_one_without_styles_is_used(
    documents, tmp_path
):
    project = QgsProject()
    layout: QgsPrintLayout = load_template(project, TEMPLATES / "document_a4.qpt", "own")
    for item in list(layout.items()):
        if getattr(item, "id", lambda: "")().startswith("style_"):
            layout.removeLayoutItem(item)
    assert layout.saveAsTemplate(str(tmp_path / "document_a4.qpt"), QgsReadWriteContext())
    printing = write.Printing(templates=tmp_path)
    document = documents["effect_evaluation", "sv"]
    assert write.write(document, tmp_path / "plain.pdf", printing).exists()
    layout.removeLayoutItem(layout.itemById("body"))
    assert layout.saveAsTemplate(str(tmp_path / "document_a4.qpt"), QgsReadWriteContext())
    with pytest.raises(ReportError, match="has lost its item “body”"):
        write.write(document, tmp_path / "lost.pdf", printing)
    assert not (tmp_path / "lost.pdf").exists()


def test_an_officers_changed_template_is_used(documents, tmp_path):
    """Text lower on the page, headings of one's own, and a line that nothing is bound to."""
    project = QgsProject()
    layout = load_template(project, TEMPLATES / "document_a4.qpt", "own")
    body = layout.itemById("body")
    body.attemptSetSceneRect(QRectF(15, 60, 180, 200))
    heading = layout.itemById("style_heading_1")
    font = QFont(heading.font())
    font.setPointSizeF(24.0)
    if hasattr(heading, "setTextFormat"):  # QGIS 3.24
        known = heading.textFormat()
        known.setSize(24.0)
        heading.setTextFormat(known)
    else:
        heading.setFont(font)
    own = QgsLayoutItemLabel(layout)
    own.setText("Trygghetsenheten, [% @trygg_municipality %]")
    layout.addLayoutItem(own)
    own.attemptSetSceneRect(QRectF(15, 30, 150, 8))
    assert layout.saveAsTemplate(str(tmp_path / "document_a4.qpt"), QgsReadWriteContext())
    document = documents["minutes", "sv"]
    plain = write.write(document, tmp_path / "plain.pdf")
    changed = write.write(document, tmp_path / "changed.pdf", write.Printing(templates=tmp_path))
    pages, before = text_of(changed), text_of(plain)
    assert all("Trygghetsenheten, Kumla kommun" in page for page in pages)
    assert "Trygghetsenheten" not in before[0]
    (top, size), (was_top, was_size) = (_heading(path, "Deltagare") for path in (changed, plain))
    assert top - was_top > 60 and 1.4 < size / was_size < 2.2, "lower, and larger letters"
    for line in ("Protokoll: EST-möte", "Organisationer och roller"):
        assert any(line in " ".join(page.split()) for page in pages)


def _heading(pdf: Path, word: str) -> Tuple[float, float]:
    """Top and height in points of a word's first place in the file."""
    answer = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, check=True)
    found = re.search(
        rf'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">{word}</word>',
        answer.stdout.decode("utf-8"),
    )
    assert found is not None
    top, bottom = float(found.group(1)), float(found.group(2))
    return top, bottom - top


@pytest.mark.parametrize(("stem", "guide"), [("document", "dokument"), ("council", "kartatlas")])
def test_the_guide_tells_what_every_item_of_the_templates_is_bound_to(stem, guide):
    told = set(re.findall(r"`([a-z_0-9]+)`",
                          (GUIDES / f"{guide}.md").read_text(encoding="utf-8")))
    templates = sorted(TEMPLATES.glob(f"{stem}*.qpt"))
    assert templates
    for path in templates:
        items = set(re.findall(r'<LayoutItem [^>]*\bid="([^"]+)"', path.read_text("utf-8")))
        assert items and items <= told, (path.name, items - told)


def leftovers(folder: Path) -> List[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".html"])
def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    documents, tmp_path, suffix
):
    import resource

    path = tmp_path / f"protokoll{suffix}"
    path.write_text("old")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    try:
        # what is written beyond this many bytes fails, as on a full disk
        resource.setrlimit(resource.RLIMIT_FSIZE, (3000, limits[1]))
        with pytest.raises(ReportError, match="no room|could not be written"):
            write.write(documents["minutes", "sv"], path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert path.read_text() == "old"
    assert leftovers(tmp_path) == [path.name]


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".html"])
def test_a_file_that_is_open_elsewhere(documents, tmp_path, monkeypatch, suffix):
    path = tmp_path / f"protokoll{suffix}"
    path.write_text("old")

    def refuse(_self: Path, target: Path) -> None:
        if Path(target) == path:
            raise PermissionError(errno.EACCES, "used by another process")
        shutil.move(str(_self), str(target))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(ReportError, match="open in another program"):
        write.write(documents["minutes", "sv"], path)
    assert path.read_text() == "old" and leftovers(tmp_path) == [path.name]


def test_bad_names_are_told_before_any_work(documents, tmp_path):
    document = documents["minutes", "sv"]
    with pytest.raises(ReportError, match="is not known"):
        write.write(document, tmp_path / "x.odt")
    with pytest.raises(ReportError, match="does not exist"):
        write.write(document, tmp_path / "nowhere" / "x.pdf")
    (tmp_path / "folder.pdf").mkdir()
    with pytest.raises(ReportError, match="is a folder"):
        write.write(document, tmp_path / "folder.pdf")
    with pytest.raises(ReportError, match="“odt” is not known"):
        write.formats_of("pdf, odt")
    assert write.formats_of("PDF; docx,.html, pdf") == (".pdf", ".docx", ".html")


def test_bad_requests_are_sentences(demo, tmp_path, standard):
    with pytest.raises(ReportError, match="lies before the first"):
        make_document(demo, kind_of("period_picture"),
                      Request("sv", first=LAST, last=FIRST, today=TODAY))
    with pytest.raises(ReportError, match="Choose which record"):
        make_document(demo, kind_of("minutes"), Request("sv", today=TODAY))
    with pytest.raises(ReportError, match="Publish"):
        make_document(demo, kind_of("law_statement"),
                      Request("sv", today=TODAY, edition="public"))
    degrees = create_workspace(tmp_path / "degrees.gpkg", standard)
    degrees.set_meta("crs", "EPSG:4326")
    with pytest.raises(ReportError, match="counts in degrees"):
        picture_of(degrees)


# --- adopted editions ---------------------------------------------------------------------------


def test_an_adopted_edition_is_printed_the_same_though_the_data_has_changed(demo, tmp_path):
    shutil.copy(demo.path, tmp_path / "copy.gpkg")
    workspace = open_workspace(tmp_path / "copy.gpkg")
    request = request_for(workspace, "period_picture")
    before = make_document(workspace, kind_of("period_picture"), request)
    edition = editions.adopt(workspace, before, period=request.record)
    with workspace.transaction(importing=True) as transaction:
        transaction.insert("incident", {
            "category": "vandalism", "severity": "2", "status": "approved",
            "time_from": datetime(2026, 7, 2, 21), "place_type": "street",
            "source": "own_observation", "channel": "import",
        })  # fmt: skip
    after = make_document(workspace, kind_of("period_picture"), request)
    assert after.figures["total"] == before.figures["total"] + 1
    stored = editions.read(workspace, edition)
    assert stored == before
    assert render_html(stored) == render_html(before)
    assert render_docx(stored) == render_docx(before)
    assert [row["uuid"] for row in editions.listed(workspace)] == [edition]


def test_an_edition_that_was_tampered_with_is_not_printed(tmp_path, standard, documents):
    workspace = municipality(tmp_path, standard, [("Centrum", square(500_000, 6_500_000, 2000))])
    content = to_json(documents["minutes", "sv"])
    uuid = workspace.insert("edition", {
        "title": "x", "language": "sv", "content": content.replace("2026", "2027", 1),
        "checksum": editions.checksum(content),
    })
    with pytest.raises(ReportError, match="checksum does not agree"):
        editions.read(workspace, uuid)

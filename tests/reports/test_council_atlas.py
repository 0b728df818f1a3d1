"""The atlas as its readers get it: pages, words, files, and a sentence where it cannot be made."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsLayoutFrame,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutObject,
    QgsProject,
    QgsReadWriteContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor, QImage

from tests.reports.conftest import (
    atlas_data,
    images_in,
    information_of,
    options,
    square,
    text_of,
)
from trygg_plugin.analysis.errors import Cancelled
from trygg_plugin.reports import snapshot
from trygg_plugin.reports.council_atlas import ReportArea, WorkRow, make_council_atlas
from trygg_plugin.reports.gather import gather
from trygg_plugin.reports.layouts import TEMPLATES, ReportError, load_template

INSIDE = Path(__file__).with_name("inside_plain_qgis.py")
#: A crowd at one place, a few incidents at another, in the first of two areas.
CROWD = [(500_600.0, 6_500_600.0, "2026-06-05T22:00", 0)] * 30
FEW = [(501_700.0, 6_501_700.0, "2026-07-05T12:00", 0)] * 3


def area(uuid: str, name: str, x: float = 500_000, side: float = 2000) -> ReportArea:
    return ReportArea(uuid, name, square(x, 6_500_000, side))


@pytest.fixture(scope="module")
def plain_templates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of an officer's own, who has thrown away maps, legends and charts: so quick."""
    folder = tmp_path_factory.mktemp("templates")
    project = QgsProject()
    for path in sorted(TEMPLATES.glob("*.qpt")):
        layout = load_template(project, path, path.stem)
        for item in layout.items():
            heavy = isinstance(
                item,
                (QgsLayoutItemMap, QgsLayoutItemLegend, QgsLayoutItemPicture,
                 QgsLayoutItemScaleBar, QgsLayoutFrame),
            )
            if heavy and item.id() not in ("areas_table", "logo"):
                layout.removeLayoutItem(item)
        assert layout.saveAsTemplate(str(folder / path.name), QgsReadWriteContext())
    return folder


@pytest.fixture(scope="module")
def printed(demo, tmp_path_factory):
    """The demo's atlas in Swedish."""
    folder = tmp_path_factory.mktemp("atlas")
    data = gather(demo, "sv")
    notice = demo.meta["invented_notice"]
    result = make_council_atlas(
        data, options(folder, municipality="Kumla kommun", invented=notice)
    )
    return data, result, text_of(result.pdf), notice


def test_a_page_for_each_area_and_three_more(printed):
    data, result, pages, _notice = printed
    assert result.pages == len(pages) == len(data.areas) + 3
    assert information_of(result.pdf)["Pages"] == str(result.pages)


def test_every_page_says_whose_it_is_where_one_is_and_that_all_is_invented(printed):
    _data, result, pages, notice = printed
    for number, page in enumerate(pages, start=1):
        assert "Kumla kommun" in page
        assert f"Sida {number} av {result.pages}" in page
        assert notice in page
        assert "Källa: Rapporter i Trygg" in page
        assert "1 maj 2026 – 31 augusti 2026" in page


def test_areas_come_in_the_order_of_their_incidents(printed):
    data, result, pages, _notice = printed
    order = sorted(
        range(len(data.areas)), key=lambda i: (-result.by_area[i].total, data.areas[i].name)
    )
    for page, index in zip(pages[2:-1], order):
        assert data.areas[index].name in page.split("\n", 8)[-1] or data.areas[index].name in page
        assert _figure(page, "Händelser under perioden") == str(result.by_area[index].total)
    rows = [line.split() for line in pages[1].splitlines() if "(påhittat)" in line]
    assert len(rows) == len(data.areas)


def _figure(page: str, label: str) -> str:
    line = next(line for line in page.splitlines() if label in line)
    return re.split(r"\s{2,}", line[line.index(label) :].strip())[1]


def test_the_overview_has_the_figures_and_no_hole(printed):
    _data, result, pages, _notice = printed
    assert _figure(pages[0], "Händelser under perioden") == str(result.total.total)
    before = result.total.previous.before
    assert _figure(pages[0], "Föregående period").startswith(f"{before} (")
    for heading in ("Nyckeltal", "Teckenförklaring", "Händelser per månad", "Veckodag och timme",
                    "Vanligaste företeelserna", "Så läser du bilden"):
        assert heading in pages[0]


def test_an_area_without_incidents_says_so(printed):
    data, result, pages, _notice = printed
    empty = [a.name for a, figures in zip(data.areas, result.by_area) if figures.total == 0]
    assert empty
    for name in empty:
        page = next(p for p in pages[2:-1] if p.strip().splitlines()[3].strip().startswith(name)
                    or f"\n {name}" in p or name in p.split("Nyckeltal")[0])
        assert "Inga granskade händelser är registrerade här" in page.replace("\n", " ")


def test_the_closing_page_tells_method_data_and_limits(printed):
    data, _result, pages, _notice = printed
    words = " ".join(pages[-1].split()).replace("- ", "-")
    assert f"{len(data.incidents):,}".replace(",", " ") in words
    for part in ("Getis-Ord", "faller jämnt", "aoristisk", "Benjamini och Hochberg",
                 "fler som rapporterar", "en till fyra händelser visas som en klass"):
        assert part in words, part


def test_the_pdf_names_itself(printed):
    _data, result, _pages, _notice = printed
    known = information_of(result.pdf)
    assert known["Title"] == "Kartatlas för rådet – Kumla kommun"
    assert known["Author"] == "Kumla kommun"
    assert known["Subject"].replace("\u00a0", " ") == "1 maj 2026 – 31 augusti 2026"
    catalog = result.pdf.read_bytes()
    assert b"/Outlines" in catalog and "sv-SE".encode("utf-16-be").hex().encode() in catalog


def test_no_cell_tells_small_counts_apart_nor_where_staff_was_threatened(tmp_path, plain_templates):
    staff = [(500_300.0, 6_501_500.0, "2026-06-01T12:00", 1)] * 9
    data = atlas_data([*CROWD, *FEW, *FEW[:1], *staff])
    result = make_council_atlas(data, options(tmp_path, templates=plain_templates))
    cells = QgsVectorLayer(f"{result.data}|layername=cell", "cell", "ogr")
    told = sorted((row["count"], row["shown"]) for row in cells.getFeatures())
    assert told == [(1, "1–4"), (30, "30")]
    words = " ".join(text_of(result.pdf)[-1].split())
    assert "9 händelser i känsliga kategorier" in words
    assert result.total.total == 43


def test_english(demo, tmp_path):
    data = gather(demo, "en")
    few = type(data)(
        incidents=data.incidents, areas=data.areas[:1], problems=data.problems,
        measures=data.measures, since=data.since, crs=data.crs,
    )
    result = make_council_atlas(few, options(tmp_path, language="en", municipality="Kumla"))
    pages = text_of(result.pdf)
    assert "Page 1 of 4" in pages[0] and "Key figures" in pages[0]
    assert "1 May 2026 – 31 August 2026" in pages[0]
    assert "Method, data and limits" in pages[-1]
    # the demo's own names and the source are Swedish, our words are not
    swedish = re.compile(r"\b(händelser|perioden|Källa|Sida|Åtgärd|Läge|Områden|Uppföljd)\b")
    for page in pages:
        assert not swedish.search(page), swedish.search(page).group()


def test_one_incident(tmp_path, plain_templates):
    data = atlas_data(FEW[:1])
    result = make_council_atlas(data, options(tmp_path, templates=plain_templates))
    pages = text_of(result.pdf)
    assert result.total.total == 1 and "1 händelse under perioden" in pages[0]
    closing = " ".join(pages[-1].split())
    assert closing.count("1 granskad händelse sedan") == 1
    assert "Ingen ruta avviker" in closing or "för få händelser" in closing
    assert "Perioden har inga händelser i känsliga kategorier" in closing


def test_a_period_without_incidents(tmp_path, plain_templates):
    data = atlas_data([(500_600.0, 6_500_600.0, "2024-06-05T22:00", 0)] * 9)
    pages = text_of(make_council_atlas(data, options(tmp_path, templates=plain_templates)).pdf)
    for page in (pages[0], pages[2]):
        assert "Inga granskade händelser är registrerade här" in " ".join(page.split())


def test_no_data_before_the_period_gives_no_comparison(tmp_path, plain_templates):
    data = atlas_data(CROWD, since="2026-05-01")
    result = make_council_atlas(data, options(tmp_path, templates=plain_templates))
    assert result.total.previous.before is None and result.total.last_year.before is None
    figures = QgsVectorLayer(f"{result.data}|layername=key_figure", "f", "ogr")
    told = {row["label"].strip(): row["value"] for row in figures.getFeatures()}
    assert told["Föregående period"] == "–" and "tidigare uppgifter saknas" in told


def test_an_own_template_is_used_and_a_lost_item_is_left_out(tmp_path, plain_templates):
    result = make_council_atlas(atlas_data(CROWD), options(tmp_path, templates=plain_templates))
    pages = text_of(result.pdf)
    assert len(pages) == 4
    assert "Per 1 000" not in pages[0] and "Lägesbild på karta" in pages[0]
    assert "Samma period i fjol" not in pages[2] and "Centrum" in pages[2]


@pytest.mark.parametrize(
    ("content", "said"),
    (
        (b"", "is not a QGIS layout template"),
        (b"%PDF-1.4 \xff\xfe", "is not a QGIS layout template"),
        (b"<qgis></qgis>", "is not a QGIS layout template"),
        (b"<Layout", "is not a QGIS layout template"),
        (None, "cannot be read"),
    ),
)
def test_a_broken_template_is_told_and_nothing_is_printed(
    tmp_path, plain_templates, content, said
):
    folder = tmp_path / "mallar"
    shutil.copytree(plain_templates, folder)
    broken = folder / "council_atlas_area.qpt"
    broken.unlink()
    if content is not None:
        broken.write_bytes(content)
    with pytest.raises(ReportError, match=said) as told:
        make_council_atlas(atlas_data(CROWD), options(tmp_path, templates=folder))
    assert "council_atlas_area.qpt" in str(told.value)
    assert not list(tmp_path.glob("*.pdf"))


LONG = "Nordvästra Björkskogahöjdens villaområde med Kyrkbacksgärdet, gamla sågverksområdet och " \
    "Strandängarna söder om järnvägen"


def test_sixty_areas_with_long_names_are_all_listed(tmp_path, plain_templates):
    areas = [area(str(i), f"{i:02d} {LONG}"[:120], 500_000 + 2000 * i) for i in range(60)]
    result = make_council_atlas(
        atlas_data(CROWD, areas), options(tmp_path, templates=plain_templates)
    )
    pages = text_of(result.pdf)
    tables = [page for page in pages if "Områdena i jämförelse" in page]
    assert len(tables) == result.pages - 62 >= 2
    listed = [re.findall(r"^\s*[▲▼●]?\s*(\d\d) Nord", page, re.MULTILINE) for page in tables]
    assert sorted(number for page in listed for number in page) == [f"{i:02d}" for i in range(60)]
    title = re.search(r"^\s*01 Nordvästra Björkskogahöjdens villaområde (.*)$", pages[-60], re.M)
    assert title is not None and title.group(1).endswith("..."), "cut by itself, not by its frame"
    # on one page each, none cut at the foot
    assert pages[-1].count("Metod, underlag och begränsningar") == 1


def test_more_problems_than_fit_are_counted(tmp_path):
    rows = [WorkRow(0, f"Problem nummer {i} på torget", str(i), "Pågår") for i in range(1, 10)]
    result = make_council_atlas(atlas_data(CROWD, problems=rows), options(tmp_path))
    page = text_of(result.pdf)[2]
    shown = page.count("Problem nummer")
    assert 2 <= shown < 9
    assert f"och {9 - shown} till" in page


def test_an_invalid_and_an_overlapping_area_still_print(demo, tmp_path, plain_templates):
    bow = QgsGeometry.fromWkt(
        "MultiPolygon(((500000 6500000, 502000 6502000, 502000 6500000, 500000 6502000, "
        "500000 6500000)))"
    )
    assert not bow.isGeosValid()
    areas = [
        ReportArea("a", "Timglaset", bow.makeValid()),
        ReportArea("b", "Över det", square(500_500, 6_500_500, 1000)),
    ]
    result = make_council_atlas(
        atlas_data(CROWD, areas), options(tmp_path, templates=plain_templates)
    )
    assert result.pages == 5 and result.total.total == 30


def test_what_is_wrong_with_areas_is_told_as_far_as_there_is_room(tmp_path, plain_templates):
    notes = [f"Områdena {i} och {i + 1} överlappar varandra." for i in range(5)]
    chosen = options(tmp_path, templates=plain_templates, notes=notes)
    said = " ".join(text_of(make_council_atlas(atlas_data(CROWD), chosen).pdf)[-1].split())
    assert "Områdena 0 och 1 överlappar" in said and "Områdena 1 och 2 överlappar" in said
    assert "... och 3 till." in said and "Områdena 2 och 3" not in said


def test_degrees_are_told(tmp_path):
    data = replace(atlas_data(CROWD), crs=QgsCoordinateReferenceSystem("EPSG:4326"))
    with pytest.raises(ReportError, match="counts in degrees"):
        make_council_atlas(data, options(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_no_areas_is_told(tmp_path):
    with pytest.raises(ReportError, match="no areas"):
        make_council_atlas(atlas_data(CROWD, areas=()), options(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_charts_are_printed_as_drawings_and_stay_bound_for_who_opens_the_layouts(printed):
    _data, result, _pages, _notice = printed
    assert images_in(result.pdf) == []
    project = QgsProject()
    assert project.read(str(result.project))
    layouts = {layout.name().split(" – ")[-1]: layout
               for layout in project.layoutManager().printLayouts()}
    found = {}
    for name, layout in layouts.items():
        for item in layout.items():
            if isinstance(item, QgsLayoutItemPicture) and item.id().endswith("_chart"):
                source = item.dataDefinedProperties().property(
                    QgsLayoutObject.DataDefinedProperty.PictureSource)
                assert source.isActive()
                found[name, item.id()] = source.expressionString()
    assert found["3 områdessidor", "monthly_chart"] == '"chart_monthly"'
    assert found["1 översikt", "week_hour_chart"] == "@trygg_chart_week_hour"
    assert len(found) == 6
    project.clear()


def test_equal_counts_are_no_difference_that_could_be_chance(tmp_path, plain_templates):
    before = [(500_600.0, 6_500_600.0, day, 0) for day in ("2026-02-05T22:00", "2025-06-05T22:00")]
    data = atlas_data([*before, (500_600.0, 6_500_600.0, "2026-06-05T22:00", 0)])
    result = make_council_atlas(data, options(tmp_path, templates=plain_templates))
    lead = " ".join(text_of(result.pdf)[0].split())
    assert "Det är lika många som föregående period." in lead and "kan vara" not in lead
    figures = QgsVectorLayer(f"{result.data}|layername=key_figure", "f", "ogr")
    assert "ingen förändring" in {row["label"].strip() for row in figures.getFeatures()}


def test_a_folder_that_is_missing_or_full_leaves_nothing(tmp_path, plain_templates):
    with pytest.raises(ReportError, match="could not be written"):
        make_council_atlas(
            atlas_data(CROWD), options(tmp_path / "finns inte", templates=plain_templates)
        )
    assert list(tmp_path.iterdir()) == []


def test_a_pdf_that_cannot_be_replaced_is_told_and_kept(tmp_path, plain_templates):
    """A folder of that name stands for a file that another program holds (Windows)."""
    taken = tmp_path / "atlas.pdf"
    taken.mkdir()
    with pytest.raises(ReportError, match="open in another program"):
        make_council_atlas(atlas_data(CROWD), options(tmp_path, templates=plain_templates))
    assert taken.is_dir() and not (tmp_path / "atlas.part.pdf").exists()


@pytest.mark.parametrize("share", (0.1, 0.35, 0.6))
def test_cancel_leaves_no_pdf(tmp_path, plain_templates, share):
    areas = [area(str(i), f"Område {i}", 500_000 + 2000 * i) for i in range(6)]

    def progress(done: float) -> None:
        if done >= share:
            raise Cancelled

    with pytest.raises(Cancelled):
        make_council_atlas(
            atlas_data(CROWD, areas), options(tmp_path, templates=plain_templates), progress
        )
    assert list(tmp_path.iterdir()) == []


def _cancel_at_half(done: float) -> None:
    if done >= 0.5:
        raise Cancelled


@pytest.mark.parametrize("mishap", ("cancelled", "disk full"))
def test_an_older_atlas_survives_one_that_failed(tmp_path, plain_templates, mishap, monkeypatch):
    chosen = options(tmp_path, templates=plain_templates)
    make_council_atlas(atlas_data(CROWD), chosen)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert sorted(before) == ["atlas.pdf", "atlas.qgz", "atlas_underlag.gpkg"]
    if mishap == "cancelled":
        with pytest.raises(Cancelled):
            make_council_atlas(atlas_data(FEW), chosen, _cancel_at_half)
    else:
        written = snapshot._write

        def full(path, table, crs, first):
            if table.name == "key_figure":
                raise ReportError("The file {path} could not be written: {reason}", path=path,
                                  reason="no space left on device")
            written(path, table, crs, first)

        monkeypatch.setattr(snapshot, "_write", full)
        with pytest.raises(ReportError, match="no space left"):
            make_council_atlas(atlas_data(FEW), chosen)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_the_project_beside_shows_the_final_figures(tmp_path, plain_templates):
    result = make_council_atlas(atlas_data(CROWD), options(tmp_path, templates=plain_templates))
    project = QgsProject()
    assert project.read(str(result.project))
    for layer in project.mapLayers().values():
        assert layer.isValid() and str(result.data) in layer.source()
    assert len(project.layoutManager().layouts()) == 4


LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><rect width="30" height="10" \
fill="#f0a"/></svg>'


def _alike(one: QColor, other: QColor) -> bool:
    """Equal but for what a PDF's compression of pictures changes."""
    return all(abs(a - b) < 12 for a, b in zip(one.getRgb(), other.getRgb()))


@pytest.mark.parametrize("kind", ("svg", "png"))
def test_a_logo_stands_on_every_page(tmp_path, plain_templates, kind):
    logo = tmp_path / f"vapen åäö.{kind}"
    if kind == "svg":
        logo.write_text(LOGO, encoding="utf-8")
    else:
        picture = QImage(300, 100, QImage.Format.Format_RGB32)
        picture.fill(QColor("#ff00aa"))
        assert picture.save(str(logo))
    chosen = options(tmp_path, logo=str(logo), templates=plain_templates)
    result = make_council_atlas(atlas_data(FEW), chosen)
    subprocess.run(
        ["pdftoppm", "-r", "30", str(result.pdf), str(tmp_path / "page")], check=True
    )
    pages = sorted(tmp_path.glob("page*.ppm"))
    assert len(pages) == result.pages
    for page in pages:
        image = QImage(str(page))
        reach = [
            (x, y)
            for x in range(image.width())
            for y in range(image.height() // 10)
            if _alike(image.pixelColor(x, y), QColor("#ff00aa"))
        ]
        assert len(reach) > 150, page.name
        assert min(x for x, _y in reach) > image.width() * 0.7


def test_an_officer_prints_the_same_again_from_the_project(printed, tmp_path):
    """The project beside the PDF, in a QGIS that has never heard of us and in another folder."""
    _data, result, pages, _notice = printed
    folder = tmp_path / "kopia åäö"
    folder.mkdir()
    for path in (result.project, result.data):
        shutil.copy(path, folder)
    answer = subprocess.run(
        [sys.executable, str(INSIDE), str(folder / result.project.name), str(tmp_path)],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": "", "QT_QPA_PLATFORM": "offscreen"},
        timeout=120,
    )
    assert answer.returncode == 0, answer.stderr[-2000:]
    made = sorted(tmp_path.glob("*.pdf"))
    assert len(made) == 4, answer.stdout
    again = [" ".join(page.split()) for pdf in made for page in text_of(pdf)]
    assert len(again) == result.pages
    numbered = re.compile(r"Sida \d+ av \d+|Sida")
    for old, new in zip(pages, again):
        old = numbered.sub("", " ".join(old.split()))
        assert sorted(old.split()) == sorted(numbered.sub("", new).split())
    assert QgsProject.instance() is not None

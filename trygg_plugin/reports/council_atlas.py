"""The council map atlas: figures and hot spots per area, printed as one PDF.

Three files come of it: the PDF, a GeoPackage with everything that was printed, and a QGIS
project with the layouts, where an officer may change and print them again.
"""

from __future__ import annotations

import base64
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Dict, List, Mapping, Optional, Sequence, Tuple

import numpy as np
from qgis.core import (
    QgsMapLayer,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QFont

from ..analysis.progress import Progress, part, silent
from .atlas_data import AtlasData, ReportArea, WorkRow
from .atlas_maps import style_areas, style_cells, style_ground, style_hot_spots
from .atlas_texts import AtlasTexts
from .charts import HALF, Size
from .charts.monthly_curve import monthly_curve
from .charts.ranked import ranked
from .charts.week_heat import week_heat
from .figures import Figures, ReportPeriod, all_figures, within
from .gather import check_metres
from .hot_spots import Row, extent_of, hot_spots
from .layouts import (
    TEMPLATES,
    Column,
    Document,
    Part,
    ReportError,
    bind_legend,
    bind_map,
    bind_table,
    export_pdf,
    fit_variable,
    load_template,
    set_variables,
)
from .lettering_qt import Lettering
from .pdf_information import add_information
from .snapshot import Table, keep_snapshot, write_snapshot
from .table_rows import fitting, pages, row_height

#: Room in mm for the rows below the headings of the tables in our templates: the areas
#: compared, and the problems or measures of an area; and the margin of their cells.
AREAS_ROOM, AREAS_MARGIN = 224.0, 1.4
WORK_ROOM, WORK_MARGIN = 28.0, 0.9
#: Widths in mm of the columns in which texts wrap.
AREA_NAME, AREA_TOP, WORK_TITLE, WORK_DETAIL, WORK_STATE = 52.0, 52.0, 46.0, 18.0, 24.0
#: Charts half the page wide: the overview's ranked one is 54 mm high; on an area's page the
#: curve and the week are 56 mm, the ranked one 73 mm.
LOW: Size = (HALF[0], 216)
MIDDLE: Size = (HALF[0], 224)
TALL: Size = (HALF[0], 292)
#: Hexagons of the count map in towns (domain.md section 7: 250 m).
CELL_SIZE = 250.0
#: Items of the templates that show drawings of ours.
DRAWINGS = ("monthly_chart", "week_hour_chart", "categories_chart")
#: Room in mm for an area's name above its page, in one line of such letters.
TITLE_ROOM, TITLE_LETTERS = 178.0, ("Arial", 16, QFont.Weight.Bold)
TEMPLATE_FILES = ("overview", "areas", "area", "closing")


@dataclass(frozen=True)
class AtlasOptions:
    """How an atlas is made.

    ``invented``: sentence on every page of a demo, empty otherwise. ``background``: map layers
    below ours, topmost first. ``templates``: folder with the four layout templates. ``notes``:
    sentences on what is wrong with the data.
    """

    output: Path
    period: ReportPeriod
    language: str
    municipality: str
    source: str
    logo: str = ""
    invented: str = ""
    cell_size: float = CELL_SIZE
    background: Sequence[QgsMapLayer] = field(default_factory=tuple)
    templates: Path = TEMPLATES
    notes: Sequence[str] = ()


@dataclass(frozen=True)
class AtlasResult:
    """Files made, the pages printed, and the figures (whole municipality, then per area)."""

    pdf: Path
    data: Path
    project: Path
    pages: int
    total: Figures
    by_area: Sequence[Figures]


def make_council_atlas(
    data: AtlasData, options: AtlasOptions, progress: Progress = silent
) -> AtlasResult:
    """Count, draw and print the atlas; a cancelled one leaves no PDF.

    Must run on the main thread: layouts are widgets. Raises ReportError with a sentence for
    a municipality without areas, an unreadable template or a file that cannot be written.
    """
    if not data.areas:
        raise ReportError(
            "The workspace has no areas, so the atlas has no pages. Add EST areas (polygons) "
            "to the layer “Areas” first."
        )
    check_metres(data.crs)
    texts = AtlasTexts(options.language)
    total, by_area = all_figures(
        data.incidents, len(data.areas), options.period, data.since,
        part(progress, 0.0, 0.2),
    )
    found = hot_spots(data, options.period, options.cell_size, texts)
    progress(0.3)
    snapshot = options.output.with_name(options.output.stem + "_underlag.gpkg")
    unfinished = snapshot.with_name(snapshot.stem + ".part.gpkg")
    project = QgsProject()
    try:
        layers = write_snapshot(
            unfinished, _tables(data, options, texts, total, by_area, found.cells, found.hot),
            data.crs,
        )
        progress(0.4)
        project.setCrs(data.crs)
        highest = max((values["count"] for _g, values in found.cells), default=0)
        document = _document(
            project, data, options, texts, total, layers, int(highest), found.judged, found.note
        )
        printed = _print(document, project, layers["area"], texts, options, progress)
        keep_snapshot(unfinished, snapshot, project.mapLayers().values())
        project_path = options.output.with_suffix(".qgz")
        if not project.write(str(project_path)):
            raise ReportError("The project {path} could not be written.", path=project_path)
    finally:
        # Its layers let go of the unfinished file.
        project.clear()
        _remove(unfinished)
    progress(1.0)
    return AtlasResult(options.output, snapshot, project_path, printed, total, tuple(by_area))


def _print(
    document: Document,
    project: QgsProject,
    areas: QgsVectorLayer,
    texts: AtlasTexts,
    options: AtlasOptions,
    progress: Progress,
) -> int:
    title = f"{texts.headings()['trygg_document_title']} – {options.municipality}"
    _describe(project, title, options)
    return export_pdf(
        document,
        options.output,
        part(progress, 0.4, 0.98),
        lambda path: add_information(
            path,
            title,
            options.municipality,
            texts.span(options.period.current),
            texts.say("en", "sv-SE"),
            _bookmarks(areas, texts, document.count()),
        ),
    )


def _remove(unfinished: Path) -> None:
    for path in (unfinished, *(Path(f"{unfinished}{end}") for end in ("-wal", "-shm", "-journal"))):
        # A file that another program has looked into meanwhile stays behind, and harms nobody.
        with suppress(OSError):
            path.unlink()


def _describe(project: QgsProject, title: str, options: AtlasOptions) -> None:
    project.setTitle(title)
    metadata = project.metadata()
    metadata.setTitle(title)
    metadata.setAuthor(options.municipality)
    project.setMetadata(metadata)


def _bookmarks(areas: QgsVectorLayer, texts: AtlasTexts, pages: int) -> List[Tuple[str, int]]:
    """Title and page (from 0) of the overview, the comparison, each area and the closing page."""
    names = [
        str(row["name"]) for row in sorted(areas.getFeatures(), key=lambda row: row["position"])
    ]
    headings = texts.headings()
    first = pages - 1 - len(names)
    return [
        (headings["trygg_title"], 0),
        (headings["trygg_t_areas"], 1),
        *((name, first + index) for index, name in enumerate(names)),
        (headings["trygg_t_method"], pages - 1),
    ]


def _tables(
    data: AtlasData,
    options: AtlasOptions,
    texts: AtlasTexts,
    total: Figures,
    by_area: Sequence[Figures],
    cells: Sequence[Row],
    hot_spots: Sequence[Row],
) -> List[Table]:
    title = Lettering(QFont(*TITLE_LETTERS))
    area_pages: List[Row] = []
    key_figures: List[Row] = []
    compared: List[Dict[str, object]] = []
    order = sorted(range(len(data.areas)), key=lambda i: (-by_area[i].total, data.areas[i].name))
    for position, index in enumerate(order):
        area, counted = data.areas[index], by_area[index]
        charts = _charts(counted, texts, MIDDLE, TALL)
        area_pages.append(
            (
                area.geometry,
                {
                    "uuid": area.uuid,
                    "name": area.name,
                    "title": title.shortened(area.name, TITLE_ROOM),
                    "position": position,
                    "lead": texts.lead(counted),
                    **{f"chart_{name}": svg for name, svg in charts.items()},
                },
            )
        )
        key_figures += _figure_rows(area.uuid, texts.key_figures(counted, area.population))
        compared.append(
            {
                "position": position,
                "name": area.name,
                "count": texts.language.number(counted.total),
                "previous": texts.change(counted.previous),
                "last_year": texts.change(counted.last_year),
                "light": texts.light(counted),
                "top": counted.ranked[0].label if counted.ranked else "–",
            }
        )
    heights = [
        row_height([(str(row["name"]), AREA_NAME), (str(row["top"]), AREA_TOP)], AREAS_MARGIN)
        for row in compared
    ]
    for row, page in zip(compared, pages(heights, AREAS_ROOM)):
        row["page"] = page
    key_figures += _figure_rows("", texts.key_figures(total, _population(data.areas)))
    text, number = str, int
    return [
        Table(
            "area",
            {
                "uuid": text, "name": text, "title": text, "position": number, "lead": text,
                "chart_monthly": text, "chart_week_hour": text, "chart_categories": text,
            },
            area_pages,
            "MultiPolygon",
        ),
        Table("cell", {"count": number, "shown": text}, cells, "Polygon"),
        Table("hot_spot", {"level": number}, hot_spots, "MultiPolygon"),
        Table(
            "key_figure",
            {"area": text, "position": number, "label": text, "value": text},
            key_figures,
        ),
        Table(
            "compared_area",
            {
                "position": number, "page": number, "name": text, "count": text,
                "previous": text, "last_year": text, "light": text, "top": text,
            },
            [(None, row) for row in compared],
        ),
        _work_table("problem", data.problems, data.areas, texts),
        _work_table("measure", data.measures, data.areas, texts),
    ]


def _population(areas: Sequence[ReportArea]) -> Optional[int]:
    known = [area.population for area in areas]
    return sum(p for p in known if p) if all(known) else None


def _figure_rows(area: str, rows: Sequence[Tuple[str, str]]) -> List[Row]:
    return [
        (None, {"area": area, "position": i, "label": label, "value": value})
        for i, (label, value) in enumerate(rows)
    ]


def _work_table(
    name: str, rows: Sequence[WorkRow], areas: Sequence[ReportArea], texts: AtlasTexts
) -> Table:
    """The rows of each area's page; those that do not fit are counted in a last row."""
    made: List[Row] = []
    for index, area in enumerate(areas):
        own = [row for row in rows if row.area == index]
        heights = [
            row_height(
                [(row.title, WORK_TITLE), (row.detail, WORK_DETAIL), (row.state, WORK_STATE)],
                WORK_MARGIN,
            )
            for row in own
        ]
        shown = fitting(heights, WORK_ROOM, row_height([("…", WORK_TITLE)], WORK_MARGIN))
        values = [(row.title, row.detail, row.state) for row in own[:shown]]
        if shown < len(own):
            values.append((texts.more(len(own) - shown), "", ""))
        made += [
            (None, {"area": area.uuid, "position": i, "title": t, "detail": d, "state": s})
            for i, (t, d, s) in enumerate(values)
        ]
    return Table(
        name,
        {"area": str, "position": int, "title": str, "detail": str, "state": str},
        made,
    )


def _charts(
    counted: Figures, texts: AtlasTexts, size: Size, ranked_size: Size
) -> Dict[str, str]:
    """The page's charts as pictures that a layout shows without any file beside it."""
    language = texts.language.code
    months = counted.months
    first = int(months.year[0]), int(months.season[0]) + 1
    labels = [row.label for row in counted.ranked]
    pictures = {
        "monthly": monthly_curve(
            months.counts.tolist(),
            first,
            language,
            last_year=counted.months_last_year,
            expected_low=_numbers(counted.band.lower),
            expected_high=_numbers(counted.band.upper),
            size=size,
        ),
        "week_hour": week_heat(counted.week_hours.tolist(), language, size=size),
        "categories": ranked(
            labels,
            [row.count for row in counted.ranked],
            language,
            previous=None if counted.previous.before is None
            else [row.previous for row in counted.ranked],
            size=ranked_size,
        ),
    }
    return {
        name: "base64:" + base64.b64encode(svg.encode("utf-8")).decode("ascii")
        for name, svg in pictures.items()
    }


def _numbers(values: np.ndarray) -> List[Optional[float]]:
    return [None if np.isnan(value) else float(value) for value in values]


def _document(
    project: QgsProject,
    data: AtlasData,
    options: AtlasOptions,
    texts: AtlasTexts,
    total: Figures,
    layers: Mapping[str, QgsVectorLayer],
    highest: int,
    judged: str,
    note: str,
) -> Document:
    names = texts.legend_names()
    ground = QgsVectorLayer(layers["area"].source(), names["areas"], "ogr")
    style_ground(ground)
    layers["area"].setName(names["areas"])
    style_areas(layers["area"], names["this_area"], names["other_areas"])
    layers["cell"].setName(names["cells"])
    style_cells(layers["cell"], "count", highest, texts.count_class)
    layers["hot_spot"].setName(names["hot_spots"])
    style_hot_spots(
        layers["hot_spot"], [(2, names["level_2"]), (3, names["level_3"])]
    )
    shown: List[QgsMapLayer] = [layers["area"], layers["hot_spot"], layers["cell"]]
    background = [layer.clone() for layer in options.background] or [ground]
    for layer in [*layers.values(), *background]:
        if project.addMapLayer(layer, layer in shown or layer in background) is None:
            raise ReportError("The layer “{layer}” cannot be put into the atlas's project.",
                              layer=layer.name())
    title = texts.headings()["trygg_document_title"]
    layouts = {
        key: load_template(
            project, options.templates / f"council_atlas_{key}.qpt", f"{title} – {name}"
        )
        for key, name in zip(
            TEMPLATE_FILES,
            (
                texts.say("1 overview", "1 översikt"),
                texts.say("2 areas compared", "2 områden i jämförelse"),
                texts.say("3 area pages", "3 områdessidor"),
                texts.say("4 method", "4 metod"),
            ),
        )
    }
    mapped_off = int(
        (within(data.incidents.start, options.period.current) & data.incidents.sensitive).sum()
    )
    variables = {
        **texts.headings(),
        "trygg_municipality": options.municipality,
        "trygg_period": texts.span(options.period.current),
        "trygg_logo": options.logo,
        "trygg_invented_notice": options.invented,
        "trygg_source": texts.say("Source: ", "Källa: ") + options.source,
        "trygg_lead": texts.lead(total),
        "trygg_areas_lead": texts.areas_lead(),
        "trygg_reading": texts.reading(),
        **{f"trygg_chart_{name}": svg for name, svg in _charts(total, texts, HALF, LOW).items()},
        **texts.method(
            options.period, data.since, len(data.incidents), options.cell_size,
            judged, options.source, mapped_off, note,
        ),
    }
    map_layers = [*shown, *background]
    variables["trygg_limits"] = " ".join([variables["trygg_limits"], *texts.some(options.notes)])
    for layout in layouts.values():
        set_variables(layout, variables)
        fit_variable(layout, "band_title", "trygg_municipality", options.municipality)
        bind_map(layout, "map", map_layers)
        legend = [layers["cell"], layers["hot_spot"]]
        bind_legend(
            layout, "legend", [*legend, layers["area"]] if layout is layouts["area"] else legend
        )
        layout.refresh()
    extent = extent_of(data.areas)
    extent.scale(1.06)
    bind_map(layouts["overview"], "map", map_layers, extent)
    _bind_tables(layouts, layers, texts)
    atlas = layouts["area"].atlas()
    atlas.setCoverageLayer(layers["area"])
    atlas.setPageNameExpression('"name"')
    atlas.setSortFeatures(True)
    atlas.setSortExpression('"position"')
    atlas.setEnabled(True)
    table_pages = 1 + max(int(row["page"]) for row in layers["compared_area"].getFeatures())
    return Document(
        [
            Part(layouts["overview"], drawings=DRAWINGS),
            Part(layouts["areas"], tuple({"trygg_table_page": str(p)} for p in range(table_pages))),
            Part(layouts["area"], drawings=DRAWINGS),
            Part(layouts["closing"]),
        ],
        texts.page,
    )


def _bind_tables(layouts, layers: Mapping[str, QgsVectorLayer], texts: AtlasTexts) -> None:
    say = texts.say
    pair = [Column("label", "", 40), Column("value", "", 20, number=True)]
    bind_table(layouts["overview"], "figures_table", layers["key_figure"], pair, "\"area\" = ''")
    pair = [Column("label", "", 42), Column("value", "", 24, number=True)]
    of_page = "\"area\" = attribute(@atlas_feature, 'uuid')"
    bind_table(layouts["area"], "figures_table", layers["key_figure"], pair, of_page)
    work = [
        Column("title", say("Problem", "Problem"), WORK_TITLE),
        Column("detail", say("Priority", "Prioritet"), WORK_DETAIL),
        Column("state", say("State", "Status"), WORK_STATE),
    ]
    bind_table(
        layouts["area"], "problems_table", layers["problem"], work, of_page,
        say("No open problems are registered for the area.",
            "Inga pågående problem är registrerade för området."),
    )
    work = [
        Column("title", say("Measure", "Åtgärd"), WORK_TITLE),
        Column("detail", say("Deadline", "Klar senast"), WORK_DETAIL),
        Column("state", say("State", "Status"), WORK_STATE),
    ]
    bind_table(
        layouts["area"], "measures_table", layers["measure"], work, of_page,
        say("No measures are registered for the area.",
            "Inga åtgärder är registrerade för området."),
    )
    bind_table(
        layouts["areas"], "areas_table", layers["compared_area"],
        [
            Column("light", "", 6),
            Column("name", say("Area", "Område"), AREA_NAME),
            Column("top", say("Most common", "Vanligast"), AREA_TOP),
            Column("count", say("Incidents", "Händelser"), 20, number=True),
            Column("previous", say("Previous period", "Föregående period"), 28, number=True),
            Column("last_year", say("Last year", "I fjol"), 22, number=True),
        ],
        '"page" = to_int(@trygg_table_page)',
    )

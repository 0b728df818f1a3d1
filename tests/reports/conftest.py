"""A demo workspace, invented data of all shapes, and eyes for what was printed."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Dict, List, Optional, Sequence, Tuple

import numpy as np
import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry

from trygg_plugin.data.workspace import Workspace
from trygg_plugin.project.demo import create_demo
from trygg_plugin.project.municipalities import boundary
from trygg_plugin.reports.council_atlas import (
    AtlasData,
    AtlasOptions,
    ReportArea,
    WorkRow,
)
from trygg_plugin.reports.figures import Incidents, ReportPeriod

PERIOD = ReportPeriod.of(np.datetime64("2026-05-01"), np.datetime64("2026-08-31"))


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory, standard: Any, qgis_app: Any) -> Workspace:
    """The demo workspace of Kumla, up to 20 November 2026."""
    return create_demo(
        tmp_path_factory.mktemp("demo") / "demo.gpkg",
        standard,
        ("1881", "Kumla kommun"),
        boundary("1881")[0],
        today=date(2026, 11, 20),
    )


def incidents(
    rows: Sequence[Tuple[float, float, str, int]],
    categories: Tuple[str, ...] = ("Skadegörelse", "Incident mot anställd"),
    sensitive: Tuple[int, ...] = (1,),
    areas: Optional[Sequence[int]] = None,
) -> Incidents:
    """Incidents of (x, y, time, category); ``sensitive`` are categories kept off maps."""
    n = len(rows)
    start = np.array([row[2] for row in rows], dtype="datetime64[s]")
    category = np.array([row[3] for row in rows], dtype=np.int64)
    return Incidents(
        x=np.array([row[0] for row in rows], dtype=float),
        y=np.array([row[1] for row in rows], dtype=float),
        start=start,
        end=start.copy(),
        category=category,
        categories=categories,
        subcategory=np.full(n, -1, dtype=np.int64),
        subcategories=(),
        area=np.array(areas if areas is not None else [0] * n, dtype=np.int64),
        sensitive=np.isin(category, sensitive),
    )


def square(x: float, y: float, side: float) -> QgsGeometry:
    return QgsGeometry.fromWkt(
        f"MultiPolygon((({x} {y}, {x + side} {y}, {x + side} {y + side}, {x} {y + side}, "
        f"{x} {y})))"
    )


def atlas_data(
    rows: Sequence[Tuple[float, float, str, int]] = (),
    areas: Sequence[ReportArea] = (ReportArea("a", "Centrum", square(500_000, 6_500_000, 2000)),),
    since: str = "2023-01-01",
    problems: Sequence[WorkRow] = (),
    **known: Any,
) -> AtlasData:
    return AtlasData(
        incidents=incidents(rows, **known),
        areas=areas,
        problems=problems,
        measures=(),
        since=np.datetime64(since),
        crs=QgsCoordinateReferenceSystem("EPSG:3006"),
    )


def options(folder: Path, **changes: Any) -> AtlasOptions:
    return replace(
        AtlasOptions(
            output=folder / "atlas.pdf",
            period=PERIOD,
            language="sv",
            municipality="Provköpings kommun",
            source="Rapporter i Trygg",
        ),
        **changes,
    )


def text_of(pdf: Path) -> List[str]:
    """The text of each page; letters that a font joins (fi) and hard blanks are made plain."""
    answer = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], capture_output=True, check=True
    )
    text = unicodedata.normalize("NFKC", answer.stdout.decode("utf-8"))
    return text.split("\f")[:-1]


def images_in(pdf: Path) -> List[str]:
    """A line for each picture of dots in a PDF; drawings are none."""
    answer = subprocess.run(["pdfimages", "-list", str(pdf)], capture_output=True, check=True)
    return answer.stdout.decode("utf-8").splitlines()[2:]


def information_of(pdf: Path) -> Dict[str, str]:
    answer = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, check=True)
    pairs = re.findall(r"^([^:]+):\s+(.*)$", answer.stdout.decode("utf-8"), re.MULTILINE)
    return dict(pairs)

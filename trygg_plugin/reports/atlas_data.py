"""What an atlas, and the maps of other documents, are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional, Sequence

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry

from .figures import Incidents


@dataclass(frozen=True)
class ReportArea:
    """An area that gets a page."""

    uuid: str
    name: str
    geometry: QgsGeometry
    population: Optional[int] = None


@dataclass(frozen=True)
class WorkRow:
    """A problem or a measure in an area's table; ``area`` indexes the areas, -1: none."""

    area: int
    title: str
    detail: str
    state: str


@dataclass(frozen=True)
class AtlasData:
    """What an atlas is made of; ``since`` is the first day of collected reports."""

    incidents: Incidents
    areas: Sequence[ReportArea]
    problems: Sequence[WorkRow]
    measures: Sequence[WorkRow]
    since: np.datetime64
    crs: QgsCoordinateReferenceSystem

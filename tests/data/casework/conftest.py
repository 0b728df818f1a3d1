"""A workspace with one area, one organisation and incidents to make problems of."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Callable, List

import pytest
from qgis.core import QgsGeometry, QgsPointXY

from trygg_plugin.data.workspace import Workspace

LEFT, BOTTOM = 500_000.0, 6_580_000.0


@pytest.fixture()
def area(workspace: Workspace) -> str:
    square = QgsGeometry.fromWkt(
        "MultiPolygon(((500000 6580000, 501000 6580000, 501000 6581000, 500000 6581000, "
        "500000 6580000)))"
    )
    return workspace.insert(
        "area", {"name": "Centrum", "kind": "est_area", "population": 1000,
                 "population_year": 2025}, geometry=square,
    )  # fmt: skip


@pytest.fixture()
def owner(workspace: Workspace) -> str:
    return workspace.insert("actor", {"name": "Parkenheten", "kind": "municipality"})


@pytest.fixture()
def add_incidents(workspace: Workspace) -> Callable[..., List[str]]:
    """Adds ``n`` approved incidents, a day apart and 10 m apart; gives their uuids."""

    def add(n: int, first: datetime = datetime(2025, 1, 1, 20, 0), x: float = LEFT + 100,
            y: float = BOTTOM + 100, **values: Any) -> List[str]:  # fmt: skip
        made = []
        with workspace.transaction("test", importing=True) as transaction:
            for i in range(n):
                made.append(transaction.insert(
                    "incident",
                    {"category": "vandalism", "subcategory": "graffiti", "status": "approved",
                     "time_from": first + timedelta(days=i), "channel": "import",
                     "reported_at": first + timedelta(days=i), **values},
                    geometry=QgsGeometry.fromPointXY(QgsPointXY(x + 10 * i, y)),
                ))  # fmt: skip
        return made

    return add

"""A workspace project with the layers of casework, built once for all its tests."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Callable, Iterator, List

import pytest
from qgis.core import QgsGeometry, QgsPointXY

from tests.gui.saved import BOTTOM, LEFT, RIGHT, Recipe

SHOWN = ("incident", "problem", "measure", "area", "actor", "code_category", "code_priority_score")
WORK = ("measure_cause", "measure", "problem_light", "problem_incident", "cause", "problem",
        "period")  # fmt: skip


@pytest.fixture(scope="module")
def recipe() -> Recipe:
    return Recipe(areas=(("Centrum", LEFT, RIGHT),), tables=SHOWN)


@pytest.fixture()
def cleared(opened: Any, window: Any) -> Iterator[Any]:
    """The shell; what a test has made is gone for the next one."""
    yield opened
    workspace = opened.current.workspace
    with workspace.transaction("test") as transaction:
        for table in (*WORK, "incident"):
            for row in transaction.rows(table):
                transaction.delete(table, row.uuid)
    window.settle(320)


@pytest.fixture()
def add(cleared: Any) -> Callable[..., List[str]]:
    """Adds approved incidents a week apart up to today, 10 m apart; gives their uuids."""

    def add(n: int, x: float = LEFT + 100.0, **values: Any) -> List[str]:
        workspace = cleared.current.workspace
        area = workspace.rows("area")[0].uuid
        made = []
        with workspace.transaction("test", importing=True) as transaction:
            for i in range(n):
                when = datetime.now() - timedelta(days=7 * i + 1)
                made.append(transaction.insert(
                    "incident",
                    {"category": "vandalism", "subcategory": "graffiti", "status": "approved",
                     "time_from": when, "reported_at": when, "channel": "import", "area": area,
                     "place_name": "Stationen", **values},
                    geometry=QgsGeometry.fromPointXY(QgsPointXY(x + 10 * i, BOTTOM + 100)),
                ))  # fmt: skip
        cleared.current.layer("incident").dataProvider().reloadData()
        return made

    return add

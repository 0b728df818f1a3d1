"""Invented incidents, and a way to run an algorithm."""

from __future__ import annotations

from typing import Any, Dict, List, Optional, Tuple

import numpy as np
import pytest
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QTime


class Log(QgsProcessingFeedback):
    """Keeps what was said; cancels itself after a share of the work when asked to."""

    def __init__(self, cancel_at: Optional[float] = None) -> None:
        super().__init__(False)
        self.said: List[str] = []
        self.shares: List[float] = []
        self._cancel_at = cancel_at
        self.progressChanged.connect(self._at)
        if cancel_at == 0:
            self.cancel()

    def _at(self, percent: float) -> None:
        self.shares.append(percent)
        if self._cancel_at is not None and percent >= 100 * self._cancel_at:
            self.cancel()

    def pushInfo(self, info: str) -> None:  # noqa: N802
        self.said.append(info)

    def pushWarning(self, warning: str) -> None:  # noqa: N802
        self.said.append(warning)

    def pushDebugInfo(self, info: str) -> None:  # noqa: N802
        self.said.append(info)

    @property
    def text(self) -> str:
        return "\n".join(self.said)


@pytest.fixture
def project(qgis_app):
    instance = QgsProject.instance()
    instance.clear()
    yield instance
    instance.clear()


@pytest.fixture
def run(provider, project):
    """``run("kerneldensity", {...})`` gives (results, log, context); layers stay alive."""

    def call(
        name: str, parameters: Dict[str, Any], log: Optional[Log] = None
    ) -> Tuple[Dict[str, Any], Log, QgsProcessingContext]:
        algorithm = provider.algorithm(name)
        assert algorithm is not None, name
        context = QgsProcessingContext()
        context.setProject(project)
        feedback = log or Log()
        context.setFeedback(feedback)
        fine, why = algorithm.checkParameterValues(parameters, context)
        assert fine, why
        import processing

        results = processing.run(
            algorithm, parameters, feedback=feedback, context=context, is_child_algorithm=True
        )
        return results, feedback, context

    return call


def incident_layer(
    x: Any,
    y: Any,
    days: Any = None,
    hours: Any = None,
    category: Any = None,
    weight: Any = None,
    crs: str = "EPSG:3006",
    kind: str = "Point",
) -> QgsVectorLayer:
    """A memory layer with date field "happened", "kind" and "harm"; None stays null.

    ``days``: days since 2024-01-01.
    """
    layer = QgsVectorLayer(
        f"{kind}?crs={crs}&field=happened:datetime&field=until:datetime"
        "&field=kind:string&field=harm:double",
        "incidents",
        "memory",
    )
    n = len(x)
    days = [None] * n if days is None else list(days)
    hours = [12.0] * n if hours is None else list(hours)
    category = ["theft"] * n if category is None else list(category)
    weight = [1.0] * n if weight is None else list(weight)
    features = []
    for i in range(n):
        feature = QgsFeature(layer.fields())
        start = until = None
        if days[i] is not None:
            start = QDateTime(
                QDate(2024, 1, 1).addDays(int(days[i])), QTime(0, 0).addSecs(int(hours[i] * 3600))
            )
            until = start.addSecs(3 * 3600)
        kind_of = None if category[i] is None else str(category[i])
        harm = None if weight[i] is None else float(weight[i])
        feature.setAttributes([start, until, kind_of, harm])
        if x[i] is not None:
            feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(float(x[i]), float(y[i]))))
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]
    layer.updateExtents()
    return layer


@pytest.fixture
def town(project):
    """400 invented incidents: two crowded places in a 4 km square, over a year."""
    rng = np.random.default_rng(11)
    places = np.vstack(
        [
            rng.normal((601_000, 6_601_000), 120, (150, 2)),
            rng.normal((603_000, 6_603_000), 120, (100, 2)),
            rng.uniform((600_000, 6_600_000), (604_000, 6_604_000), (150, 2)),
        ]
    )
    layer = incident_layer(
        places[:, 0],
        places[:, 1],
        days=rng.integers(0, 365, 400),
        hours=rng.uniform(0, 24, 400),
        category=np.array(["theft", "fight", "graffiti"])[rng.integers(0, 3, 400)],
        weight=rng.integers(1, 50, 400).astype(float),
    )
    project.addMapLayer(layer)
    return layer


def square(x0: float, y0: float, side: float) -> QgsGeometry:
    return QgsGeometry.fromPolygonXY(
        [
            [
                QgsPointXY(x0, y0),
                QgsPointXY(x0 + side, y0),
                QgsPointXY(x0 + side, y0 + side),
                QgsPointXY(x0, y0 + side),
            ]
        ]
    )


def area_layer(geometries: List[QgsGeometry], crs: str = "EPSG:3006") -> QgsVectorLayer:
    """A polygon layer with "name", "people" and "streets"."""
    layer = QgsVectorLayer(
        f"Polygon?crs={crs}&field=name:string&field=people:integer", "areas", "memory"
    )
    features = []
    for i, geometry in enumerate(geometries):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([f"Area {i + 1}", 1000 + i])
        feature.setGeometry(geometry)
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]
    layer.updateExtents()
    return layer


@pytest.fixture
def districts(project):
    """Sixteen squares of 1 km over the town."""
    layer = area_layer(
        [square(600_000 + 1000 * i, 6_600_000 + 1000 * j, 1000) for j in range(4) for i in range(4)]
    )
    project.addMapLayer(layer)
    return layer

"""The 290 municipalities that the plugin brings."""

from __future__ import annotations

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsVectorLayer,
)

from trygg_plugin.domain.errors import DomainError
from trygg_plugin.project import municipalities as subject


def at(longitude: float, latitude: float) -> QgsGeometry:
    """A point in SWEREF 99 TM."""
    transform = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"),
        QgsCoordinateReferenceSystem("EPSG:3006"),
        QgsProject.instance(),
    )
    return QgsGeometry.fromPointXY(transform.transform(QgsPointXY(longitude, latitude)))


def test_all_290_in_swedish_order():
    pairs = subject.municipalities()
    names = [name for _, name in pairs]
    assert len(pairs) == len({code for code, _ in pairs}) == len(set(names)) == 290
    assert all(len(code) == 4 and code.isdigit() for code, _ in pairs)
    assert names[0] == "Ale" and names[-1] == "Övertorneå"
    order = ["Uppsala", "Växjö", "Ystad", "Åmål", "Älmhult", "Örebro"]
    assert [name for name in names if name in order] == order


@pytest.mark.parametrize(
    "code, name, longitude, latitude, square_kilometres",
    [
        # area on land and water inside the generalised boundary: SCB's land areas are
        # 187, 1,371, 19,140 and 9 km²; water and generalisation explain the width
        ("0180", "Stockholm", 18.068, 59.329, (170, 225)),
        ("1880", "Örebro", 15.213, 59.275, (1300, 1800)),
        ("2584", "Kiruna", 20.225, 67.856, (19000, 22500)),
        ("0183", "Sundbyberg", 17.971, 59.361, (5, 15)),
    ],
)
def test_boundary_is_where_the_town_is(code, name, longitude, latitude, square_kilometres):
    shape, crs = subject.boundary(code)
    assert subject.name_of(code) == name
    assert crs.authid() == "EPSG:3006"
    assert shape.isGeosValid()
    assert shape.contains(at(longitude, latitude))
    low, high = square_kilometres
    assert low < shape.area() / 1e6 < high


def test_neighbours_share_their_borders():
    """No overlap, and a common line of exactly the same points."""
    orebro, _ = subject.boundary("1880")
    lekeberg, _ = subject.boundary("1814")
    common = orebro.intersection(lekeberg)
    assert common.area() == 0
    assert common.length() > 10_000


def test_every_boundary_is_valid_and_none_overlaps():
    shapes = [subject.boundary(code)[0] for code, _ in subject.municipalities()]
    assert all(shape.isGeosValid() for shape in shapes)
    together = QgsGeometry.unaryUnion(shapes).area()
    assert together == pytest.approx(sum(shape.area() for shape in shapes), rel=1e-9)


def test_qgis_opens_the_file_as_a_layer():
    layer = QgsVectorLayer(str(subject._FILE), "municipalities", "ogr")
    assert layer.isValid()
    assert layer.featureCount() == 290
    assert layer.crs().authid() == "EPSG:3006"


def test_an_unknown_code_is_told():
    with pytest.raises(DomainError, match="no municipality with the code 9999"):
        subject.boundary("9999")

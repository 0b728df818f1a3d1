"""Every document on both engines: the same questions, the same answers."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from qgis.core import QgsGeometry

from tests.reports.conftest import square
from tests.reports.test_documents import made
from trygg_plugin.project.demo_documents import add_documents
from trygg_plugin.reports import editions
from trygg_plugin.reports.document import Map, Mark, Table
from trygg_plugin.reports.documents import MODULES
from trygg_plugin.reports.render_html import render_html

LAST = date(2026, 11, 20)
X, Y = 500_000, 6_500_000


@pytest.fixture()
def town(any_workspace):
    """A small town with some of everything."""
    workspace = any_workspace
    with workspace.transaction("anna", importing=True) as transaction:
        areas = [
            transaction.insert(
                "area", {"name": name, "kind": "est_area", "population": 900,
                         "population_year": 2025, "sort_order": order},
                geometry=square(X + 1000 * order, Y, 1000),
            )
            for order, name in enumerate(("Väster", "Öster"))
        ]
        actors = [transaction.insert("actor", {"name": f"Aktör {i}", "kind": "municipality",
                                               "coordinating_function": i == 0})
                  for i in range(4)]
        for index in range(30):
            transaction.insert("incident", {
                "category": "event" if index == 29 else "vandalism", "severity": "2",
                "status": "approved", "area": areas[index % 2], "place_type": "street",
                "source": "own_observation", "channel": "import", "publishable": index % 3 > 0,
                "secrecy": "open", "reporter_organisation": actors[index % 3],
                "reporter_role": "guard", "reported_at": datetime(2025 + index % 2, 7, 3, 9),
                "time_from": datetime(2026, 9, 2, 18) if index == 29 else datetime(
                    2025 + index % 2, 6 + index % 3, 1 + index % 28, 0 if index < 2 else 22),
            }, geometry=QgsGeometry.fromWkt(f"Point({X + 500 + 1000 * (index % 2)} {Y + 500})"))
        problem = transaction.insert("problem", {
            "title": "Klotter", "phenomena": ["vandalism"], "area": areas[0],
            "place_name": "Torget", "publishable": True, "secrecy": "open",
        }, geometry=QgsGeometry.fromWkt(f"Point({X + 500} {Y + 500})").buffer(50, 8))
        transaction.insert(
            "cause", {"problem": problem, "number": 1, "kind": "object_place", "title": "Mörkt"})
        transaction.insert("measure", {
            "title": "Ny belysning", "problem": problem, "type": "lighting", "area": areas[0],
            "responsible_organisation": actors[1],
        }, geometry=QgsGeometry.fromWkt(f"Point({X + 500} {Y + 500})"))
        add_documents(transaction, actors, X + 500, Y + 500, LAST)
    return workspace


def test_every_document_is_made(town):
    found = {key: made(town, key) for key in MODULES}
    picture = found["period_picture"]
    assert picture.figures["total"] == 14
    # reports began in June the year before: half a period is no count to compare with
    assert picture.figures["total/last_year"] is None
    assert any(
        str(row[0]).endswith("september 2026 18:00")
        for table in picture.blocks if isinstance(table, Table) for row in table.rows
    ), "the planned event ahead"
    assert {block.caption for block in picture.blocks if isinstance(block, Map)} >= {
        "Prioriterade platser"}
    law = [row for block in found["law_statement"].blocks if isinstance(block, Table)
           for row in block.rows]
    standing = [cell.text for row in law for cell in row if isinstance(cell, Mark)]
    assert standing.count("Uppfyllt") >= 5
    assert found["walk_protocol"].figures == {"points": 4.0, "participants": 14.0}
    assert "Mörkt" in render_html(found["action_plan"])


def test_an_edition_comes_back_from_either_engine(town):
    document = made(town, "yearly_report")
    uuid = editions.adopt(town, document)
    assert editions.read(town, uuid) == document
    assert [row["uuid"] for row in editions.listed(town)] == [uuid]


def test_what_may_be_published_is_decided_when_it_is_read(town):
    from tests.reports.test_documents import request_for
    from trygg_plugin.reports.documents import kind_of
    from trygg_plugin.reports.kinds import make_document

    seen = []

    def publish(context):
        seen.append(context)
        return context

    request = request_for(town, "period_picture", edition="public")
    document = make_document(town, kind_of("period_picture"), request, publish=publish)
    assert seen and seen[0].public and document.edition == "public"
    published = town.query(
        "SELECT count(*) AS n FROM incident WHERE publishable = {p} AND time_from >= {p} "
        "AND time_from < {p} AND category = {p}",
        [True, "2026-05-01T00:00:00.000", "2026-09-01T00:00:00.000", "vandalism"],
    )[0]["n"]
    assert document.figures["total"] == published < 14

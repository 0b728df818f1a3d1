"""Every document on both engines: the same questions, the same answers."""

from __future__ import annotations

from datetime import date, datetime

import numpy as np
import pytest
from qgis.core import QgsGeometry

from tests.reports.conftest import square
from tests.reports.test_documents import made
from trygg_plugin.project.demo_documents import add_documents
from trygg_plugin.reports import editions
from trygg_plugin.reports.document import Map, Mark, Table
from trygg_plugin.reports.documents import MODULES
from trygg_plugin.reports.figures import ReportPeriod, all_figures
from trygg_plugin.reports.gather import gather
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


@pytest.mark.parametrize("public", (False, True))
def test_the_figures_are_those_of_the_database(town, public):
    """Some incidents do not count, some lie outside, have no place or began at midnight."""
    with town.transaction("anna", importing=True) as transaction:
        for status, place, area, hour in (
            ("submitted", X, None, 12), ("approved", None, None, 12),
            ("approved", X - 5000, None, 12), ("approved", X + 10, "Väster", 0),
            ("approved", X + 10, "Väster", 23),
        ):
            uuid = transaction.insert("incident", {
                "category": "gathering", "severity": "1", "status": status, "place_type": "street",
                "source": "own_observation", "channel": "import", "publishable": True,
                "secrecy": "open", "reporter_role": "guard",
                "reported_at": datetime(2026, 9, 1, 12),
                "time_from": datetime(2026, 7, 31 if hour == 23 else 1, hour, 59 * (hour == 23)),
            }, geometry=None if place is None else QgsGeometry.fromWkt(f"Point({place} {Y + 10})"))
            if area:
                (row,) = town.rows("area", "name = {p}", [area])
                transaction.update("incident", uuid, {"area": row.uuid})
        deleted = town.rows("incident", "category = {p}", ["vandalism"])[0]
        transaction.delete("incident", deleted.uuid)
    data = gather(town, "sv", np.datetime64("2024-01-01"), public=public)
    period = ReportPeriod.of(np.datetime64("2026-07-01"), np.datetime64("2026-07-31"))
    total, by_area = all_figures(data.incidents, len(data.areas), period, data.since)
    where, known = ["deleted_at IS NULL"], ["approved", "fed_back", "closed", "anonymised"]
    where.append("status IN ({p}, {p}, {p}, {p})")
    if public:
        where.append("publishable = {p}")
        known.append(True)

    def counted(first, end, *more):
        conditions = [*where, "time_from >= {p}", "time_from < {p}", *(text for text, _v in more)]
        values = [value for _text, given in more for value in given]
        return town.query(
            f"SELECT count(*) AS n FROM incident WHERE {' AND '.join(conditions)}",
            [*known, f"{first}T00:00:00.000", f"{end}T00:00:00.000", *values],
        )[0]["n"]

    spans = (("2026-07-01", "2026-08-01"), ("2026-06-01", "2026-07-01"),
             ("2025-07-01", "2025-08-01"))
    assert total.total == counted(*spans[0]) >= 4
    assert total.without_place == counted(*spans[0], ("geom IS NULL", ())) == 1
    assert total.outside_areas == counted(
        *spans[0], ("geom IS NOT NULL AND area IS NULL", ())) == 1
    for figures, more in [(total, ())] + [
        (figures, (("area = {p}", (area.uuid,)),)) for area, figures in zip(data.areas, by_area)
    ]:
        now, before, last_year = (counted(*span, *more) for span in spans)
        assert (figures.total, figures.previous.before, figures.last_year.before) == (
            now, before, last_year)
        assert sum(row.count for row in figures.ranked) == now
        assert figures.week_hours.sum() == pytest.approx(now)
        starts = [*figures.months.start.astype(str).tolist(), "2026-08-01"]
        assert figures.months.counts.tolist() == [
            counted(*span, *more) for span in zip(starts, starts[1:])]


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

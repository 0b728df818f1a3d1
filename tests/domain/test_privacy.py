from __future__ import annotations

import datetime as dt
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trygg_plugin.domain import privacy
from trygg_plugin.domain.errors import DomainError
from trygg_plugin.domain.standard import default_folder, load_standard

STANDARD = load_standard(default_folder())
D = dt.date
PUBLIC = {
    "status": "approved",
    "publishable": True,
    "secrecy": "open",
    "category": "vandalism",
    "place_type": "park",
}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({}, None),
        ({"status": "anonymised"}, None),
        ({"secrecy": "internal"}, None),
        ({"status": "submitted"}, privacy.NOT_COUNTED),
        ({"status": "rejected"}, privacy.NOT_COUNTED),
        ({"status": None}, privacy.NOT_COUNTED),
        ({"publishable": False}, privacy.NOT_PUBLISHABLE),
        ({"publishable": None}, privacy.NOT_PUBLISHABLE),
        ({"secrecy": "to_be_assessed"}, privacy.SECRET),
        ({"secrecy": None}, privacy.SECRET),
        ({"category": "staff_incident"}, privacy.SENSITIVE_CATEGORY),
        ({"place_type": "school_grounds"}, privacy.SENSITIVE_PLACE),
        ({"place_type": "care_facility"}, privacy.SENSITIVE_PLACE),
        ({"place_type": None}, None),
    ],
)
def test_what_may_be_published(change, reason):
    assert privacy.why_not_published({**PUBLIC, **change}, STANDARD) == reason


def test_an_empty_record_is_not_published():
    assert privacy.why_not_published({}, STANDARD) == privacy.NOT_COUNTED


def test_public_periods_are_a_month_or_longer():
    privacy.check_public_period(D(2026, 2, 1), D(2026, 2, 28))
    with pytest.raises(DomainError, match="7 days long"):
        privacy.check_public_period(D(2026, 11, 16), D(2026, 11, 22))


@given(st.floats(-1e7, 1e7), st.floats(-1e7, 1e7), st.sampled_from((100.0, 250.0, 1000.0)))
def test_the_generalised_place_is_near_and_the_same_for_the_whole_cell(x, y, size):
    cell = privacy.grid_cell(x, y, size)
    west, south, east, north = cell.bounds
    # a hair of tolerance: -5e-324 lies in a cell that ends at 0
    assert west - 1e-6 <= x <= east + 1e-6 and south - 1e-6 <= y <= north + 1e-6
    cx, cy = privacy.generalised_place(x, y, size)
    assert math.hypot(cx - x, cy - y) <= size * math.sqrt(0.5) + 1e-6
    assert privacy.grid_cell(cx, cy, size) == cell


def test_cells_of_sweref():
    # The point lies 32.0 m east and 322.0 m north of a multiple of 250 m and 500 m.
    assert privacy.generalised_place(674032.0, 6580822.0) == (674125.0, 6580875.0)
    assert privacy.generalised_place(674032.0, 6580822.0, 1000) == (674500.0, 6580500.0)


@pytest.mark.parametrize(("x", "y", "size"), [(math.nan, 1, 250), (1, math.inf, 250), (1, 1, 0)])
def test_no_cell_for_no_place(x, y, size):
    with pytest.raises(DomainError):
        privacy.grid_cell(x, y, size)


def rule(key):
    return next(r for r in privacy.retention_rules(STANDARD) if r.key == key)


def test_the_rules_cover_all_free_text_and_photos():
    assert set(rule("incident_text").fields) == {
        "description",
        "place_name",
        "photo",
        "reporter_id",
        "completion_request",
    }
    assert rule("incident_text").places
    assert (rule("incident_text").months, rule("contact").months) == (24, 6)
    assert rule("contact").fields == ()
    own = privacy.retention_rules(STANDARD, text_months=12, contact_months=3)
    assert {r.months for r in own} == {12, 3}


@pytest.mark.parametrize(
    ("start", "today", "own", "due"),
    [
        (D(2024, 2, 29), D(2026, 2, 28), None, False),  # the last day it is kept
        (D(2024, 2, 29), D(2026, 3, 1), None, True),
        (D(2025, 1, 1), D(2026, 1, 1), D(2025, 12, 31), True),  # its own, earlier date
        (D(2024, 1, 1), D(2026, 1, 2), D(2030, 1, 1), True),  # never later than the rule
    ],
)
def test_when_a_rule_is_due(start, today, own, due):
    assert privacy.is_due(rule("incident_text"), start, today, own) is due


def test_the_preview_names_fields_and_no_values():
    old = dt.datetime(2024, 1, 5, 12, 0)
    records = {
        "incident": [
            {"uuid": "a", "reported_at": old, "status": "closed", "description": "Klotter"},
            {"uuid": "b", "reported_at": old, "status": "approved", "photo": "b.jpg"},
            {"uuid": "c", "reported_at": old, "status": "closed"},
            {"uuid": "d", "reported_at": old, "status": "anonymised", "description": "[gallrat]"},
            {"uuid": "e", "reported_at": "2026-11-01T08:00:00", "status": "closed"},
            {"uuid": "f", "reported_at": None, "status": "closed", "description": "Okänt"},
            {"uuid": "g", "reported_at": "2024-01-05", "status": "rejected", "place_name": "x"},
        ],
        "reporter_contact": [
            {"uuid": "h", "created_at": "2026-01-01 10:00", "function_address": "park@kommun.se"},
            {"uuid": "i", "created_at": "2026-11-01 10:00", "function_address": "park@kommun.se"},
        ],
    }
    plan = privacy.plan_disposals(privacy.retention_rules(STANDARD), records, D(2026, 11, 22))
    assert [(d.uuid, d.fields, d.anonymised) for d in plan] == [
        ("a", ("description",), True),
        ("b", ("photo",), False),  # still open: its picture goes, its state stays
        ("c", (), True),
        ("g", ("place_name",), True),
        ("h", (), False),
    ]
    assert privacy.count_by_rule(plan) == {"incident_text": 4, "contact": 1}
    assert "Klotter" not in repr(plan)

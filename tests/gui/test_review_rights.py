"""What the reviewer's buttons say to each role, and to an incident that has gone too far."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from trygg_plugin.gui.panels.review.rights import TARGETS, why_not

ACTS = ("approve", "complete", "reject", "begin", "severity", "place", "secrecy", "forward",
        "problem", "duplicates", "clean")  # fmt: skip


def asked(role, act, state="submitted"):
    return why_not(SimpleNamespace(role=role), act, {"status": state})


@pytest.mark.parametrize("role", [None, "case_officer", "coordinator", "administrator"])
def test_who_reviews_may_do_all(role):
    assert [act for act in ACTS if asked(role, act)] == []


@pytest.mark.parametrize("role", ["reporter", "partner"])
def test_others_are_told_why_not(role):
    may = [act for act in ACTS if not asked(role, act)]
    # a reporter corrects the own report; the database sees whose it is
    assert set(may) <= {"place", "clean"} if role == "reporter" else may == []


def test_the_state_decides_too():
    for act, state in TARGETS.items():
        assert asked(None, act, state), "it is there already"
        for gone in ("draft", "fed_back", "closed", "anonymised"):
            assert asked(None, act, gone)
    assert not asked(None, "approve", "rejected")
    assert not why_not(SimpleNamespace(role=None), "approve", None), "several: told one by one"

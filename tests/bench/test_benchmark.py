"""The benchmark's arithmetic by hand, its cases as they stand, and one small run of it."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bench import report
from bench.frame import Answer, Case, Entry, Faster, Job, Leaner, Measured, Within

ROOT = Path(__file__).resolve().parents[2]
CASES = sorted(path.stem for path in (ROOT / "bench" / "cases").glob("*.py"))


def case(*goals):
    def start(_size):
        return Job(Answer)

    return Case(
        "case", "A case", (Entry("ours", start, ours=True), Entry("peer", start)), (10,), (10,),
        goals=goals,
    )


MEASURED = [
    Measured(10, "ours", True, first=4.0, seconds=(1.0, 3.0, 2.0), peak=100.0,
             processor=(0.5, 0.7, 0.6)),
    Measured(10, "peer", False, first=60.0, seconds=(5.0, 20.0, 7.0, 9.0), peak=400.0),
]


def test_medians_leave_the_first_call_out():
    assert [one.median for one in MEASURED] == [2.0, 8.0]
    assert Measured(10, "ours", True, first=4.0).median == 4.0


@pytest.mark.parametrize(
    ("goal", "measured", "met"),
    [
        (Faster(10, "ours", "peer", 4), "4.0 times", True),
        (Faster(10, "ours", "peer", 4.1), "4.0 times", False),
        (Faster(10, "ours", "peer", 15, first=True), "15.0 times", True),
        (Within(10, "ours", 2.0), "2.00 s", True),
        (Within(10, "ours", 1.9), "0.60 s of processor time (2.00 s by the clock)", True),
        (Within(10, "ours", 0.5), "0.60 s of processor time (2.00 s by the clock)", False),
        (Within(10, "peer", 7.0), "8.00 s", False),
        (Leaner(10, "ours", "peer", 0.25), "25%", True),
        (Leaner(10, "ours", "peer", 0.2), "25%", False),
    ],
)
def test_goals_by_hand(goal, measured, met):
    (verdict,) = case(goal).verdicts(MEASURED)
    assert (verdict.measured, verdict.met) == (measured, met)


def test_a_goal_without_its_peer_is_left_open():
    broken = MEASURED[1]._replace(problem="It is not installed.")
    judged = case(Faster(10, "ours", "peer", 4), Within(10, "ours", 2))
    assert len(judged.verdicts([MEASURED[0], broken])) == 1
    assert "Not run: peer (It is not installed.)" in report.table(judged, [MEASURED[0], broken])


def test_results_survive_being_kept():
    session = report.Session("case", "2026-01-01 12:00", "bench/run.py", "abc", (0.1, 0.2),
                             tuple(MEASURED))
    again = report.Session.from_json(session.as_json())
    assert again == session
    text = report.document([case(Faster(10, "ours", "peer", 9))], {"case": again}, "two cores", [])
    assert "| 10 points: ours at least 9 times faster than peer | 4.0 times | **no** |" in text


@pytest.mark.parametrize("name", CASES)
def test_goals_speak_of_what_is_measured(name):
    found = importlib.import_module(f"bench.cases.{name}").CASE
    assert found.name == name
    names = {entry.name for entry in found.entries}
    assert len(names) == len(found.entries)
    for goal in found.goals:
        assert goal.size in found.full
        assert {goal.ours, getattr(goal, "peer", goal.ours)} <= names


@pytest.mark.native
def test_a_small_run(tmp_path):
    done = subprocess.run(
        [sys.executable, "bench/run.py", "st_dbscan_array", "--quick", "--runs", "1",
         "--no-install"],
        cwd=ROOT, capture_output=True, text=True, timeout=120,
        env={**os.environ, "TRYGG_CACHE": str(tmp_path), "PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "**trygg st_dbscan**" in done.stdout and "clusters 25, noise 9680" in done.stdout

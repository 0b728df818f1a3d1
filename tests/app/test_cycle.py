"""Once through the EST cycle in the real QGIS, by its buttons and keys, on the built zip."""

from __future__ import annotations

import json
from pathlib import Path

from tools.real_qgis import Profile, run_script

INSIDE = Path(__file__).parents[2] / "tools" / "cycle_inside.py"


def test_from_a_report_to_an_adopted_period(tmp_path, built_zip, x_display):
    """The script asks the database after each step and raises when it did not happen."""
    profile = Profile(
        tmp_path / "qgis", {"locale/overrideFlag": "true", "locale/userLocale": "sv"}
    )
    profile.install(built_zip)
    wish = {"folder": "", "language": "sv", "scale": 1.0, "largest": 0}
    (profile.folder / "wish.json").write_text(json.dumps(wish), encoding="utf-8")
    told = run_script(profile, INSIDE, x_display, timeout=400)
    steps = {step["step"]: step for step in told["steps"]}
    assert list(steps) == [
        "report", "review", "problem", "cause", "decision", "meeting", "measure", "follow-up",
        "effect", "period",
    ]  # fmt: skip
    assert steps["problem"]["incidents"] > 20
    assert steps["measure"]["baseline"] > 0
    assert steps["effect"]["verdict"]

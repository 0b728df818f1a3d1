"""The panels over a workspace of 200,000 incidents: filtered, searched, scrolled to the end."""

from __future__ import annotations

from bench import panel_acts

CASE = panel_acts.case(
    "panels_used", "Filtering, searching and scrolling in panels over 200,000 incidents",
    panel_acts.USED,
)

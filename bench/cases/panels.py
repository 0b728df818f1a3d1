"""Every panel over a workspace of 200,000 incidents, opened."""

from __future__ import annotations

from bench import panel_acts

CASE = panel_acts.case("panels", "Opening every panel over 200,000 incidents", panel_acts.OPENED)

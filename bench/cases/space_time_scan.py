"""Space-time permutation scan, 999 simulations, on real data (Chicago)."""

from __future__ import annotations

from typing import Optional

from bench import places
from bench.frame import Answer, Case, Entry, Job, Within

FOLDER = places.REFERENCE / "values" / "scan"
#: Number of events: file, largest radius (m), longest window (days).
FILES = {522: ("chicago_arson", 2000.0, 14), 970: ("chicago_burglary_jan", 1000.0, 7)}


def ours(size: int) -> Job:
    import numpy as np

    from trygg_plugin.analysis.space_time_scan import ScanSettings, permutation_scan

    name, radius, days = FILES[size]
    x, y = np.loadtxt(FOLDER / f"{name}.geo", usecols=(1, 2)).T
    rows = np.loadtxt(FOLDER / f"{name}.cas", dtype=str)
    order = rows[:, 0].astype(int)
    when = np.array([text.replace("/", "-") for text in rows[:, 2]], "datetime64[D]")
    settings = ScanSettings(max_radius=radius, max_days=days, simulations=999)

    def run() -> Answer:
        found = permutation_scan(x[order], y[order], when, settings)
        return Answer({"clusters": len(found.clusters), "LLR": f"{found.clusters[0].llr:.6f}",
                       "p": f"{found.clusters[0].p:.3f}"})

    return Job(run)


def _missing() -> Optional[str]:
    if FOLDER.is_dir():
        return None
    return "The reference data (../shared/reference) are not on this machine."


def _label(events: int) -> str:
    name, radius, days = FILES[events]
    return f"{name.replace('_', ' ')} ({events} events, {radius / 1000:g} km, {days} days)"


CASE = Case(
    name="space_time_scan",
    title="Space-time permutation scan with 999 simulations, real data",
    entries=(Entry("trygg permutation_scan", ours, ours=True, missing=_missing),),
    quick=(970,),
    full=(522, 970),
    size_label=_label,
    goals=(
        Within(522, "trygg permutation_scan", 10),
        Within(970, "trygg permutation_scan", 3),
    ),
    note="SaTScan is not run here, since it cannot be installed from a package; known figures of "
         "version 10.3.2 on two cores of such a machine: arson 61 s, burglary January 2.9 s "
         "(LLR 15.094627 in the arson case).",
)

"""How the ways to tell hot spots from chance do: the figures behind analysis/even_spread.py.

    bench/hot_spot_evidence.py

Prints, for each way, how many cells of pure chance it marks, how many crowds it finds, and how
many of the cells that it marks in a period still have many incidents around them in the next
(public data of ../shared/reference; left out where it is missing).
"""

from __future__ import annotations

import csv
import sys
from datetime import datetime
from pathlib import Path
from typing import Callable, Dict, Iterator, List, Tuple

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from trygg_plugin.analysis.cells import HexagonGrid, suggest_cell_size  # noqa: E402
from trygg_plugin.analysis.even_spread import even_spread  # noqa: E402
from trygg_plugin.analysis.getis_ord import getis_ord  # noqa: E402

DATA = ROOT.parent / "shared" / "reference" / "data"
FEET = 0.3048
DAY = np.timedelta64(1, "D")

#: name to the classes of cells
WAYS: Dict[str, Callable[[np.ndarray, object], np.ndarray]] = {
    "normal": lambda x, near: getis_ord(x, near).level,
    "conditional permutation": lambda x, near: getis_ord(x, near, exact=True).level,
    "normal and even spread": lambda x, near: getis_ord(x, near, guard=even_spread(x)).level,
}


def show(title: str, found: Dict[str, object]) -> None:
    print(f"{title}: " + "; ".join(f"{name} {value}" for name, value in found.items()), flush=True)


def chance(rng: np.random.Generator) -> None:
    """Cells marked hot where there is nothing but chance."""
    marked = dict.fromkeys(WAYS, 0)
    grid = HexagonGrid.over((0, 0, 20_000, 20_000), 200)
    near = grid.contiguity()
    for mean in (0.02, 0.05, 0.1, 0.3):
        for _ in range(10):
            x = rng.poisson(mean, grid.n).astype(float)
            for name, way in WAYS.items():
                marked[name] += int((way(x, near) >= 2).sum())
    show(f"pure chance, 40 maps of {grid.n} cells, cells marked", marked)


def crowds(rng: np.random.Generator) -> None:
    """Maps on which a crowd of 20 on one or two cells is found."""
    for size in (1, 2):
        found = dict.fromkeys(WAYS, 0)
        for side in (10, 16, 50):
            grid = HexagonGrid.over((0, 0, side * 250, side * 250), 250)
            near = grid.contiguity()
            middle = int(grid.cell_of([side * 125.0], [side * 125.0])[0])
            cell, other, _ = near.pairs()
            held = [middle, int(other[cell == middle][0])][:size]
            for _ in range(10):
                x = rng.poisson(0.5, grid.n).astype(float)
                x[held] += rng.poisson(20 / size, size)
                for name, way in WAYS.items():
                    found[name] += bool((way(x, near)[held] >= 2).any())
        show(f"a crowd of 20 on {size} cell(s), found on 30 maps", found)


def places() -> Iterator[Tuple[str, np.ndarray, np.ndarray, np.ndarray]]:
    for name, file, x, y, date, form, unit in (
        ("Chicago burglaries", "chicago_burglary_2014_2017.csv", "x", "y", "date_single",
         "%d/%m/%Y", 1.0),
        ("New York shootings", "nyc_shootings.csv", "x", "y", "OCCUR_DATE", "%Y-%m-%d", FEET),
    ):
        if not (DATA / file).is_file():
            print(f"{name}: left out, {DATA / file} is missing.")
            continue
        rows: List[Tuple[float, float, np.datetime64]] = []
        with open(DATA / file, encoding="utf-8") as lines:
            for row in csv.DictReader(lines):
                if row[x] and row[y]:
                    day = np.datetime64(datetime.strptime(row[date], form), "D")
                    rows.append((unit * float(row[x]), unit * float(row[y]), day))
        yield (name, *(np.array(column) for column in zip(*rows)))


def lasting() -> None:
    """Cells marked in a period, and the share of them with 1.5 times the mean in the next."""
    for name, x, y, day in places():
        for days in (91, 365):
            cut = day.max() - days * DAY
            before, after = (day <= cut) & (day > cut - days * DAY), day > cut
            size = suggest_cell_size(x[before], y[before]).value
            grid = HexagonGrid.over((x.min(), y.min(), x.max(), y.max()), size)
            near = grid.contiguity()
            then = grid.count(x[before], y[before])[0].astype(float)
            later = grid.count(x[after], y[after])[0].astype(float)
            around = (near.lag(later) + later) / (near.cardinality + 1)
            told = {}
            for way, judge in WAYS.items():
                hot = judge(then, near) >= 2
                share = (around[hot] > 1.5 * later.mean()).mean() if hot.any() else float("nan")
                told[way] = f"{hot.sum()} ({share:.0%} last)"
            show(f"{name}, {days} days, {grid.n} cells of {size:g} m", told)


if __name__ == "__main__":
    generator = np.random.default_rng(1)
    chance(generator)
    crowds(generator)
    lasting()

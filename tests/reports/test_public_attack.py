"""Public editions are attacked: with everything that all of them told, by linear programming.

The attacker knows the rules, has every edition, and sets up incidents by area, category and month
(no coarser), each at least 0, with an equation for every number that was told. A number from 1 to
4 that was left out must still be able to take five values.
"""

from __future__ import annotations

import random
from datetime import date
from types import SimpleNamespace

import numpy as np
import pytest

from trygg_plugin.domain.periods import add_months
from trygg_plugin.reports.figures import ReportPeriod
from trygg_plugin.reports.layouts import ReportError
from trygg_plugin.reports.public_edition import wanted_cells
from trygg_plugin.reports.public_tables import (
    ALL,
    REST,
    Cell,
    Published,
    cell_named,
    check_whole_months,
    months_between,
    publish_counts,
)

linprog = pytest.importorskip("scipy.optimize").linprog
csr_matrix = pytest.importorskip("scipy.sparse").csr_matrix

THRESHOLD = 5
START = date(2024, 1, 1)


# --- the attacker ---------------------------------------------------------------------------------


class Attacker:
    """Knows what was told, and which areas and categories there are."""

    def __init__(self, told, areas, categories):
        self.told = {cell: value for cell, value in told.items() if value is not None}
        months = sorted({m for c in told for m in months_between(c.start, c.end)})
        self.place = {}
        for area in areas:
            for category in categories:
                for month in months:
                    self.place[area, category, month] = len(self.place)
        rows = [self.row(cell) for cell in self.told]
        self.left = csr_matrix(np.array(rows)) if rows else None
        self.right = np.array([float(v) for v in self.told.values()])

    def row(self, cell):
        row = np.zeros(len(self.place))
        for (area, category, month), index in self.place.items():
            if (
                cell.area in (ALL, area) and cell.category in (ALL, category)
                and cell.start <= month < cell.end
            ):
                row[index] = 1.0
        return row

    def range(self, cell):
        """Lowest and highest count that agrees with everything told."""
        aim = self.row(cell)
        found = []
        for sign in (1.0, -1.0):
            answer = linprog(sign * aim, A_eq=self.left, b_eq=self.right, method="highs")
            assert answer.status in (0, 3), answer.message
            found.append(np.inf if answer.status == 3 else sign * answer.fun)
        return found[0], found[1]


def leaks(told, truth, areas, categories, protected=None):
    """Small counts left out that are known to lie among fewer than five values."""
    attacker = Attacker(told, areas, categories)
    found = []
    for cell, value in told.items():
        if value is not None or not (
            0 < truth(cell) < THRESHOLD or (protected and cell in protected)
        ):
            continue
        low, high = attacker.range(cell)
        assert low - 1e-6 <= truth(cell) <= high + 1e-6, "the attack itself is wrong"
        if high - low < THRESHOLD - 1 - 1e-6:
            found.append((cell, low, high))
    return found


# --- towns ----------------------------------------------------------------------------------------

SIZES = ([0, 0, 1, 2, 3], [0, 1, 2, 4, 6, 9], [0, 0, 0, 1, 20], [3, 5, 8, 30])


class Town:
    """Incidents by month, area and category; ``areas`` without the rest."""

    def __init__(self, seed, months=18):
        rng = random.Random(seed)
        self.rng = rng
        self.areas = [f"a{i}" for i in range(rng.choice((1, 2, 3, 4)))]
        self.categories = [f"c{i}" for i in range(rng.choice((1, 2, 3)))]
        sizes = rng.choice(SIZES)
        rest = rng.choice((0, 0, 1))
        self.months = {
            add_months(START, m): {
                (a, c): rng.choice(sizes) * (rest if a == REST else 1)
                for a in [*self.areas, REST] for c in self.categories
            }
            for m in range(months)
        }

    def count(self, cell):
        return sum(
            number
            for month in months_between(cell.start, cell.end)
            for (area, category), number in self.months.get(month, {}).items()
            if cell.area in (ALL, area) and cell.category in (ALL, category)
        )

    def change(self):
        """Reports come late, and some are corrected."""
        for month in self.rng.sample(sorted(self.months), 4):
            for key in self.months[month]:
                step = self.rng.choice((0, 0, 1, 2, 7, -1))
                self.months[month][key] = max(0, self.months[month][key] + step)

    def wanted(self, first, last, since=START):
        """What an edition of the months asks for; ``first`` and ``last`` count from the start."""
        period = ReportPeriod.of(
            np.datetime64(add_months(START, first)),
            np.datetime64(add_months(START, last + 1)) - np.timedelta64(1, "D"),
        )
        situation = SimpleNamespace(
            period=period, data=SimpleNamespace(since=np.datetime64(since)),
            areas=[SimpleNamespace(uuid=area) for area in self.areas],
        )
        return wanted_cells(situation, self.categories)

    def attacked(self, told, protected=None):
        return leaks(told, self.count, [*self.areas, REST], self.categories, protected)


#: First and last month of the editions, as a municipality makes them: months, a quarter that
#: holds them, months that overlap it, half a year.
EDITIONS = ((12, 12), (13, 13), (12, 14), (14, 15), (12, 17))


def published(town, editions=EDITIONS, make=publish_counts, change=False):
    """What the editions tell, one after the other, and the town as it was then."""
    earlier = []
    for first, last in editions:
        earlier.append(make(town.wanted(first, last), town.months, earlier).told)
        if change:
            town.change()
    return earlier


def together(editions):
    """Everything told, and left out: a number told once is told."""
    told = {}
    for edition in editions:
        for cell, value in edition.items():
            told[cell] = value if value is not None else told.get(cell)
    return told


@pytest.mark.parametrize("seed", range(9))
def test_no_small_count_can_be_told_from_all_editions(seed):
    town = Town(seed)
    told = together(published(town))
    small = [cell for cell, value in told.items() if value is not None and 0 < value < THRESHOLD]
    assert not small
    assert all(value == town.count(cell) for cell, value in told.items() if value is not None)
    assert town.attacked(told) == []


@pytest.mark.parametrize("seed", range(100, 106))
def test_late_reports_and_corrections_tell_none_either(seed):
    town = Town(seed)
    earlier = []
    for first, last in EDITIONS:
        now = publish_counts(town.wanted(first, last), town.months, earlier).told
        before = {}
        for edition in earlier:
            for cell, value in edition.items():
                if value is not None:
                    before.setdefault(cell, set()).add(value)
                    again = now.get(cell)
                    assert again is None or again == value or abs(again - value) >= THRESHOLD
        # what the reader knows of the counts as they are now: those told now, and those told
        # before that nobody has changed
        known = {cell: town.count(cell) if town.count(cell) in values else None
                 for cell, values in before.items()}
        known = {**known, **{c: v for c, v in now.items() if v is not None or not known.get(c)}}
        changed = {
            cell for cell, values in before.items()
            if any(0 < abs(value - town.count(cell)) < THRESHOLD for value in values)
            and known[cell] is None
        }
        assert town.attacked(known, changed) == []
        earlier.append(now)
        town.change()


def test_the_attack_finds_what_mere_suppression_of_small_counts_leaks():
    def only_small(wanted, months, earlier):
        found = {cell: town.count(cell) for cell in wanted}
        return Published({c: None if 0 < v < THRESHOLD else v for c, v in found.items()})

    found = 0
    for seed in range(2):
        town = Town(seed)
        found += len(town.attacked(together(published(town, EDITIONS[:3], make=only_small))))
    assert found > 5


def test_the_attack_finds_what_forgetting_earlier_editions_leaks():
    found = 0
    for seed in range(5):
        town = Town(seed)
        told = together(published(
            town, make=lambda wanted, months, _earlier: publish_counts(wanted, months, [])))
        found += len(town.attacked(told))
    assert found > 2


def test_what_was_left_out_stays_so_and_small_differences_are_left_out():
    start, end = START, add_months(START, 1)
    cells = [Cell(area, ALL, start, end) for area in ("a", "b", "c", REST)]
    cells.append(Cell(ALL, ALL, start, end))

    def told(a, b, c, earlier):
        months = {start: {("a", "x"): a, ("b", "x"): b, ("c", "x"): c}}
        return publish_counts(cells, months, earlier).told

    first = told(3, 20, 30, [])
    assert first[cells[0]] is None and first[cells[4]] == 53
    assert [first[cell] for cell in cells].count(None) == 2, "one more is enough"
    later = told(30, 20, 30, [first])
    assert later[cells[0]] is None, "what was left out is not told later"
    plain = told(10, 20, 30, [])
    assert None not in plain.values()
    late = told(12, 20, 30, [plain])
    assert late[cells[0]] is None and late[cells[4]] is None, "two late reports are not told"
    assert late[cells[1]] == 20 and late[cells[2]] == 30
    more = told(18, 20, 30, [plain])
    assert more[cells[0]] == 18 and more[cells[4]] == 68


def test_a_period_that_repeats_told_months_tells_no_late_reports():
    months = [add_months(START, i) for i in range(4)]
    monthly = [Cell(ALL, ALL, a, b) for a, b in zip(months, months[1:])]
    whole = Cell(ALL, ALL, months[0], months[3])
    data = {month: {("a", "x"): 20} for month in months[:3]}
    earlier = [publish_counts(monthly, data, []).told]
    assert publish_counts([whole], data, earlier).told == {whole: 60}
    data[months[1]] = {("a", "x"): 22}
    assert publish_counts([whole], data, earlier).told == {whole: None}
    data[months[1]] = {("a", "x"): 25}
    assert publish_counts([whole], data, earlier).told == {whole: 65}


def test_names_of_cells_come_back():
    cell = Cell("f0b6-1", "vandalism", START, add_months(START, 4))
    assert cell_named(cell.name) == cell
    assert cell_named("area/x/previous") is None
    with pytest.raises(ReportError, match="whole months"):
        check_whole_months(date(2026, 5, 2), date(2026, 9, 1))


def test_little_more_is_left_out_than_must_be_in_a_large_municipality():
    rng = np.random.default_rng(3)
    areas = [f"a{i}" for i in range(60)]
    categories = [f"c{i}" for i in range(8)]
    end = add_months(START, 1)
    months = {START: {(a, c): int(rng.exponential(8)) for a in areas for c in categories}}
    cells = [Cell(a, c, START, end) for a in [*areas, REST, ALL] for c in [*categories, ALL]]
    told = publish_counts(cells, months, []).told
    small = sum(0 < n < THRESHOLD for n in months[START].values())
    assert small <= sum(value is None for value in told.values()) < 1.25 * small

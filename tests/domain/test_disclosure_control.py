"""Suppression is attacked here: with all published figures, by linear programming."""

from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trygg_plugin.domain import disclosure_control as dc
from trygg_plugin.domain.errors import DomainError


def attack(tables, counts, hidden):
    """Lowest and highest value of every hidden cell that agree with all that is published."""
    optimize = pytest.importorskip("scipy.optimize")
    cells = sorted(hidden, key=repr)
    place = {cell: index for index, cell in enumerate(cells)}
    left, right = [], []
    for table in tables:
        for line in itertools.chain(table.cells, zip(*table.cells)):
            row, known = [0.0] * len(cells), 0
            for cell, sign in [*((part, 1) for part in line[:-1]), (line[-1], -1)]:
                if cell in place:
                    row[place[cell]] += sign
                else:
                    known += sign * counts[cell]
            if any(row):
                left.append(row)
                right.append(-known)
    result = {}
    for cell, index in place.items():
        aim = [0.0] * len(cells)
        aim[index] = 1.0
        low = optimize.linprog(aim, A_eq=left, b_eq=right, method="highs")
        aim[index] = -1.0
        high = optimize.linprog(aim, A_eq=left, b_eq=right, method="highs")
        assert low.status == 0 and high.status in (0, 3)
        result[cell] = (low.fun, float("inf") if high.status == 3 else -high.fun)
    return result


def small(counts, threshold=5):
    return {cell for cell, count in counts.items() if 0 < count < threshold}


COUNTS = st.integers(1, 5).flatmap(
    lambda width: st.lists(
        st.lists(
            st.sampled_from([0, 0, 1, 2, 3, 4, 5, 6, 9, 17, 60]), min_size=width, max_size=width
        ),
        min_size=1,
        max_size=5,
    )
)


@settings(max_examples=60, deadline=None)
@given(COUNTS)
def test_no_small_count_of_a_table_can_be_told(counts):
    table, values = dc.table_with_totals(counts)
    hidden = dc.suppress([table], values)
    assert small(values) <= hidden
    for cell, (low, high) in attack([table], values, hidden).items():
        assert low - 1e-6 <= values[cell] <= high + 1e-6
        needed = 4 if cell in small(values) else 1
        assert high - low >= needed - 1e-6, (counts, cell)


def test_a_single_small_count_takes_three_more_with_it():
    # By hand: 2 can be told from its row unless another of the row is hidden, and so on round.
    table, values = dc.table_with_totals([[2, 8, 20], [9, 30, 40], [50, 60, 70]])
    hidden = dc.suppress([table], values)
    assert hidden == {("table", r, c) for r in (0, 1) for c in (0, 1)}


def test_nothing_small_nothing_hidden():
    table, values = dc.table_with_totals([[5, 0], [0, 12]])
    assert dc.suppress([table], values) == set()


def test_a_small_total_is_hidden_too():
    table, values = dc.table_with_totals([[2, 1], [40, 50]])
    hidden = dc.suppress([table], values)
    assert ("table", 0, 2) in hidden


def test_a_table_of_one_cell():
    table, values = dc.table_with_totals([[3]])
    assert dc.suppress([table], values) == set(values)


def cube(rng, months, areas, categories, mean):
    """Months × areas × categories with all margins, as tables that share cells."""
    shape = (months, areas, categories)
    base = {
        key: int(rng.expovariate(1 / mean))
        for key in itertools.product(*(range(size) for size in shape))
    }
    counts = {}
    for key in itertools.product(*(range(size + 1) for size in shape)):
        ranges = [range(size) if k == size else (k,) for k, size in zip(key, shape)]
        counts[key] = sum(base[inner] for inner in itertools.product(*ranges))
    m, a, c = (range(size + 1) for size in shape)
    tables = [dc.Table(tuple(tuple((i, j, k) for k in c) for j in a)) for i in m]
    tables += [dc.Table(tuple(tuple((i, j, k) for i in m) for j in a)) for k in c]
    return tables, counts


@pytest.mark.parametrize("seed", range(12))
def test_months_and_their_quarter_tell_no_count_together(seed):
    rng = random.Random(seed)
    tables, counts = cube(rng, 3, 3, 3, rng.choice((2, 5, 12, 25)))
    hidden = dc.suppress(tables, counts)
    assert small(counts) <= hidden
    for cell, (low, high) in attack(tables, counts, hidden).items():
        assert high - low > 1e-6, f"{cell} can be told to be {counts[cell]}"


def test_an_earlier_edition_is_taken_into_account():
    earlier = {"a": 10, "b": 10, "c": None, "d": 7, "e": 3}
    counts = {"a": 12, "b": 15, "c": 40, "d": 7}
    assert dc.differing(counts, earlier) == {"a", "c"}
    table, values = dc.table_with_totals([[12, 30], [25, 40]])
    hidden = dc.suppress([table], values, also=[("table", 0, 0)])
    assert ("table", 0, 0) in hidden
    assert len(hidden) == 4


def test_bounds_are_those_of_the_attack():
    table, values = dc.table_with_totals([[2, 8, 20], [9, 30, 40], [50, 60, 70]])
    hidden = {("table", 0, 0), ("table", 0, 1)}
    assert dc.bounds([table], values, hidden) == {("table", 0, 0): (2, 2), ("table", 0, 1): (8, 8)}
    square = hidden | {("table", 1, 0), ("table", 1, 1)}
    assert dc.bounds([table], values, square) == {
        cell: tuple(round(limit) for limit in limits)
        for cell, limits in attack([table], values, square).items()
    }


def test_tables_must_be_tables_and_add_up():
    with pytest.raises(DomainError, match="at least one row and one column"):
        dc.Table((("a", "b"),))
    with pytest.raises(DomainError, match="equal length"):
        dc.Table((("a", "b"), ("c",)))
    table, values = dc.table_with_totals([[5, 6]])
    values["table", 0, 2] = 12
    with pytest.raises(DomainError, match="add up to 11, but its total says 12"):
        dc.suppress([table], values)


def test_a_municipality_with_sixty_areas_hides_little_more_than_it_must():
    rng = random.Random(4)
    table, values = dc.table_with_totals(
        [[int(rng.expovariate(1 / 8)) for _ in range(8)] for _ in range(60)]
    )
    hidden = dc.suppress([table], values)
    assert len(hidden) < 1.5 * len(small(values))

"""Suppression of small counts in published tables, so that none can be worked out again.

A table is published with its totals. Small counts are suppressed, and then as many other cells
(complementary suppression) that even a reader who adds and subtracts cannot pin a suppressed
count down. The method is the classical one for two-way tables: cells and totals are the arcs of
a network, a suppressed cell can vary only along cycles of suppressed arcs, and the cheapest cycle
is suppressed (Cox 1980, J. Am. Stat. Assoc. 75; Cox 1995, J. Am. Stat. Assoc. 90). Tables that
share cells, such as months and their quarter, or an earlier edition, are treated in turn until
nothing changes, and what the tables tell together is checked by narrowing bounds.
"""

from __future__ import annotations

import heapq
import math
from dataclasses import dataclass
from typing import Dict, Hashable, Iterable, List, Mapping, Optional, Sequence, Set, Tuple

from .errors import DomainError

#: Counts from 1 to below this are suppressed (ours; a setting).
THRESHOLD = 5

Cell = Hashable
"""What names a count: tables that give the same name to a cell share it."""

Sum = Tuple[Dict[Cell, int], int]
"""An equation: cells with their factors, and what they add up to."""

Limits = Dict[Cell, Tuple[int, Optional[int]]]
"""Cell -> lowest and highest possible count; None: no limit."""


@dataclass(frozen=True)
class Table:
    """A two-way table: names of its cells, the last row and column being the totals.

    Every row's cells but the last add up to its last cell; likewise every column's.
    """

    cells: Tuple[Tuple[Cell, ...], ...]

    def __post_init__(self) -> None:
        width = len(self.cells[0]) if self.cells else 0
        if len(self.cells) < 2 or width < 2 or any(len(row) != width for row in self.cells):
            raise DomainError(
                "A table for suppression needs at least one row and one column beside its totals, "
                "and rows of equal length."
            )


def table_with_totals(
    counts: Sequence[Sequence[int]], name: Hashable = "table"
) -> Tuple[Table, Dict[Cell, int]]:
    """A table and its counts, totals added; cell names are (name, row, column)."""
    rows = [[*row, sum(row)] for row in counts]
    rows.append([sum(column) for column in zip(*rows)])
    cells = tuple(tuple((name, r, c) for c in range(len(rows[0]))) for r in range(len(rows)))
    values: Dict[Cell, int] = {
        (name, r, c): value for r, row in enumerate(rows) for c, value in enumerate(row)
    }
    return Table(cells), values


def suppress(
    tables: Sequence[Table],
    counts: Mapping[Cell, int],
    threshold: int = THRESHOLD,
    also: Iterable[Cell] = (),
) -> Set[Cell]:
    """The cells to leave out, so that no small count can be told from what remains.

    Suppressed are counts from 1 to ``threshold`` − 1 and the cells in ``also``; then as many more
    that every one of these can, for all the tables tell, take at least ``threshold`` different
    values, and every further suppressed cell at least two. A zero says nothing about any incident
    and is published unless it is needed to hide another cell.

    Raises DomainError when a table's cells do not add up.
    """
    for table in tables:
        _check_sums(table, counts)
    known = {cell for table in tables for row in table.cells for cell in row}
    primary = {cell for cell in known if 0 < counts[cell] < threshold}
    primary |= set(also) & known
    hidden = set(primary)
    networks = [_Network(table, counts) for table in tables]
    while True:
        before = len(hidden)
        for network in networks:
            network.protect(hidden, primary, threshold)
        if len(hidden) == before:
            hidden |= _still_told(tables, counts, hidden, primary, threshold)
        if len(hidden) == before:
            return hidden


def differing(
    counts: Mapping[Cell, int],
    earlier: Mapping[Cell, Optional[int]],
    threshold: int = THRESHOLD,
) -> Set[Cell]:
    """Cells whose difference from an earlier published edition is itself a small count.

    ``earlier`` holds what that edition told (None: suppressed there). What was suppressed then
    stays suppressed: the new count and a known change would tell the old one.
    """
    found = set()
    for cell, old in earlier.items():
        if cell in counts and (old is None or 0 < abs(counts[cell] - old) < threshold):
            found.add(cell)
    return found


def bounds(
    tables: Sequence[Table], counts: Mapping[Cell, int], hidden: Set[Cell]
) -> Dict[Cell, Tuple[int, Optional[int]]]:
    """What a reader can tell of every hidden cell: (lowest, highest) possible count.

    The sums of all tables are solved as far as they go, and the limits narrowed sum by sum until
    nothing changes; None: no limit.
    """
    sums = _sums(tables, counts, hidden)
    limits: Limits = {cell: (0, None) for parts, _ in sums for cell in parts}
    sums += _solved(sums)
    changed = True
    while changed:
        changed = False
        for parts, total in sums:
            changed |= _narrow(parts, total, limits)
    return limits


# --- one table as a network ------------------------------------------------------------------


class _Network:
    """Cells as arcs of a circulation: row → column → total row → total column → row.

    In such a network every way to change suppressed cells without changing a published one is a
    set of cycles along suppressed arcs, forward (more) or backward (fewer, but not below 0).
    """

    def __init__(self, table: Table, counts: Mapping[Cell, int]) -> None:
        self.arcs: List[Tuple[int, int, Cell, int]] = []
        self.of_cell: Dict[Cell, int] = {}
        last_row, last_column = len(table.cells) - 1, len(table.cells[0]) - 1
        self.nodes = last_row + last_column + 2
        #: cells found able to vary enough; hiding more cells only lets them vary more
        self.safe: Set[Cell] = set()
        for r, row in enumerate(table.cells):
            for c, cell in enumerate(row):
                here, there = r, last_row + 1 + c
                if (r == last_row) != (c == last_column):
                    here, there = there, here  # a total: what comes in goes out here
                self.of_cell[cell] = len(self.arcs)
                self.arcs.append((here, there, cell, counts[cell]))
        # Hiding a large count or a total costs the reader more than hiding a small one.
        size = 1 + max(counts[cell] for row in table.cells for cell in row)
        totals = set(table.cells[-1]) | {row[-1] for row in table.cells}
        self.cost = [
            count + 1 + (size * self.nodes if cell in totals else 0)
            for _, _, cell, count in self.arcs
        ]
        self.leaving: List[List[Tuple[int, int, bool]]] = [[] for _ in range(self.nodes)]
        for index, (here, there, _, _) in enumerate(self.arcs):
            self.leaving[here].append((index, there, True))
            self.leaving[there].append((index, here, False))

    def protect(self, hidden: Set[Cell], primary: Set[Cell], threshold: int) -> None:
        """Add cells to ``hidden`` until every hidden cell of this table can vary enough."""
        pending = [cell for cell in self.of_cell if cell in hidden and cell not in self.safe]
        while pending:
            cell = pending.pop()
            needed = threshold - 1 if cell in primary else 1
            while self.slack(cell, hidden, needed) < needed:
                added = self._cheapest_cycle(cell, hidden, needed)
                if not added:
                    break
                hidden |= added
                pending.extend(added)
            self.safe.add(cell)

    def slack(self, cell: Cell, hidden: Set[Cell], needed: int) -> int:
        """How many values besides its own the cell can take, counted up to ``needed``."""
        index = self.of_cell[cell]
        here, there, _, count = self.arcs[index]
        up = self._flow(there, here, index, hidden, needed)
        if up >= needed:
            return up
        return up + self._flow(here, there, index, hidden, min(needed - up, count))

    def _flow(self, source: int, sink: int, without: int, hidden: Set[Cell], most: int) -> int:
        """Units that can go from source to sink along hidden arcs, up to ``most``."""
        change: Dict[int, int] = {}
        units = 0
        while units < most:
            came: Dict[int, Tuple[int, int, bool]] = {source: (-1, -1, True)}
            queue = [source]
            while queue and sink not in came:
                node = queue.pop()
                for index, other, forward in self.leaving[node]:
                    if other in came or index == without or self.arcs[index][2] not in hidden:
                        continue
                    if not forward and self.arcs[index][3] + change.get(index, 0) <= 0:
                        continue
                    came[other] = (node, index, forward)
                    queue.append(other)
            if sink not in came:
                break
            path = []
            node = sink
            while node != source:
                node, index, forward = came[node]
                path.append((index, forward))
            amount = most - units
            for index, forward in path:
                if not forward:
                    amount = min(amount, self.arcs[index][3] + change.get(index, 0))
            for index, forward in path:
                change[index] = change.get(index, 0) + (amount if forward else -amount)
            units += amount
        return units

    def _cheapest_cycle(self, cell: Cell, hidden: Set[Cell], needed: int) -> Set[Cell]:
        """The arcs to hide so that the cell can grow by ``needed`` (Dijkstra 1959).

        There always is one: through the totals every arc lies on a cycle of forward arcs.
        """
        index = self.of_cell[cell]
        target, source = self.arcs[index][0], self.arcs[index][1]
        best: Dict[int, int] = {source: 0}
        came: Dict[int, Tuple[int, int]] = {}
        queue = [(0, source)]
        while queue:
            cost, node = heapq.heappop(queue)
            if node == target:
                break
            if cost > best[node]:
                continue
            for arc, other, forward in self.leaving[node]:
                if arc == index or (not forward and self.arcs[arc][3] < needed):
                    continue
                reached = cost + (0 if self.arcs[arc][2] in hidden else self.cost[arc])
                if reached < best.get(other, reached + 1):
                    best[other] = reached
                    came[other] = (node, arc)
                    heapq.heappush(queue, (reached, other))
        added: Set[Cell] = set()
        node = target
        while node != source and node in came:
            node, arc = came[node]
            if self.arcs[arc][2] not in hidden:
                added.add(self.arcs[arc][2])
        return added


# --- tables together ----------------------------------------------------------------------------


def _lines(table: Table) -> List[Tuple[Tuple[Cell, ...], Cell]]:
    """Every row and column as (its parts, its total)."""
    lines = [(row[:-1], row[-1]) for row in table.cells]
    lines += [(column[:-1], column[-1]) for column in zip(*table.cells)]
    return lines


def _check_sums(table: Table, counts: Mapping[Cell, int]) -> None:
    for parts, total in _lines(table):
        added = sum(counts[cell] for cell in parts)
        if added != counts[total]:
            raise DomainError(
                "The cells of a row or column add up to {added}, but its total says {total}.",
                added=added,
                total=counts[total],
            )


def _sums(tables: Sequence[Table], counts: Mapping[Cell, int], hidden: Set[Cell]) -> List[Sum]:
    """Every row and column as an equation over its hidden cells."""
    sums: List[Sum] = []
    for table in tables:
        for parts, total in _lines(table):
            factors = {cell: 1 for cell in parts if cell in hidden}
            value = -sum(counts[cell] for cell in parts if cell not in hidden)
            if total in hidden:
                factors[total] = -1
            else:
                value += counts[total]
            if factors:
                sums.append((factors, value))
    return sums


def _solved(sums: Sequence[Sum]) -> List[Sum]:
    """The equations solved for as many cells as they allow (Gauss-Jordan, whole numbers)."""
    rows: Dict[Cell, Sum] = {}  # pivot -> equation; no pivot stands in another's equation
    for factors, value in sums:
        row, total = dict(factors), value
        for pivot in [cell for cell in row if cell in rows]:
            row, total = _eliminate(row, total, pivot, rows[pivot])
        if not row:
            continue
        pivot = next(iter(row))
        for other, (other_row, other_total) in rows.items():
            if pivot in other_row:
                rows[other] = _eliminate(other_row, other_total, pivot, (row, total))
        rows[pivot] = (row, total)
    return list(rows.values())


def _eliminate(row: Dict[Cell, int], total: int, pivot: Cell, by: Sum) -> Sum:
    factor, own = by[0][pivot], row[pivot]
    result = {cell: value * factor for cell, value in row.items()}
    for cell, value in by[0].items():
        left = result.get(cell, 0) - value * own
        if left:
            result[cell] = left
        else:
            result.pop(cell, None)
    total = total * factor - by[1] * own
    divisor = math.gcd(total, *result.values())
    if divisor > 1:
        return {cell: value // divisor for cell, value in result.items()}, total // divisor
    return result, total


def _narrow(factors: Mapping[Cell, int], total: int, limits: Limits) -> bool:
    """Tighten the limits of the cells of one equation; True when something changed."""
    least = most = 0
    no_least = no_most = 0  # how many parts have no end downwards, upwards
    for cell, factor in factors.items():
        low, high = _times(limits[cell], factor)
        least, no_least = (least, no_least + 1) if low is None else (least + low, no_least)
        most, no_most = (most, no_most + 1) if high is None else (most + high, no_most)
    for cell, factor in factors.items():
        low, high = _times(limits[cell], factor)
        # what the others leave for this one
        others_open = no_least - (low is None)
        highest = None if others_open else total - least + (low or 0)
        others_open = no_most - (high is None)
        lowest = None if others_open else total - most + (high or 0)
        if factor < 0:
            lowest, highest = (
                None if highest is None else -highest,
                None if lowest is None else -lowest,
            )
        size = abs(factor)
        old_low, old_high = limits[cell]
        new_low = old_low if lowest is None else max(old_low, -(-lowest // size))
        new_high = old_high
        if highest is not None:
            new_high = highest // size if old_high is None else min(old_high, highest // size)
        if (new_low, new_high) != (old_low, old_high):
            limits[cell] = (new_low, new_high)
            return True  # the sums above are out of date: begin anew
    return False


def _times(limit: Tuple[int, Optional[int]], factor: int) -> Tuple[Optional[int], Optional[int]]:
    low, high = limit
    if factor > 0:
        return low * factor, None if high is None else high * factor
    return None if high is None else high * factor, low * factor


def _still_told(
    tables: Sequence[Table],
    counts: Mapping[Cell, int],
    hidden: Set[Cell],
    primary: Set[Cell],
    threshold: int,
) -> Set[Cell]:
    """More cells to hide where tables together narrow hidden cells too much: one for each."""
    if len(tables) < 2:
        return set()
    limits = bounds(tables, counts, hidden)
    lines_of: Dict[Cell, List[Tuple[Cell, ...]]] = {}
    for table in tables:
        for parts, total in _lines(table):
            for cell in (*parts, total):
                lines_of.setdefault(cell, []).append((*parts, total))
    more: Set[Cell] = set()
    for cell, (low, high) in limits.items():
        needed = threshold - 1 if cell in primary else 1
        if high is None or high - low >= needed:
            continue
        neighbours = {other for line in lines_of[cell] for other in line if other not in hidden}
        if neighbours and not neighbours & more:
            more.add(min(neighbours, key=lambda other: (counts[other] == 0, counts[other])))
    return more

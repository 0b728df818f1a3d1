"""The counts of public editions: one name for a count wherever it stands, and which are told.

Whatever a public document tells (tables, sentences, charts, maps, files) comes from
:class:`Published`, so that nothing can be subtracted that was not looked at together. A count is
named by its area, category and days. Those of all earlier public editions are counted anew, and
judged together with the new ones: what readers know already cannot be hidden, what was hidden
stays hidden, and a count that would differ from a published one by a few incidents is left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Dict, Iterable, List, Mapping, NamedTuple, Optional, Sequence, Set, Tuple

import numpy as np

from ..analysis.cell_suppression import KNOWN, OFFERED, UNTOLD, suppress_cells
from ..domain.periods import add_months
from ..domain.privacy import THRESHOLD
from .layouts import ReportError

ALL, REST = "*", "-"
_PREFIX = "public"


class Cell(NamedTuple):
    """A count: uuid of an area or REST (none of those told) or ALL, code of a category or REST or
    ALL, first day of the first month and of the month after the last."""

    area: str
    category: str
    start: date
    end: date

    @property
    def name(self) -> str:
        """What it is called in stored editions."""
        return "/".join((_PREFIX, self.area, self.category, str(self.start), str(self.end)))

    @property
    def family(self) -> Tuple[bool, bool]:
        return self.area != ALL, self.category != ALL


def cell_named(name: str) -> Optional[Cell]:
    """The cell that :attr:`Cell.name` named; None for figures of another kind."""
    parts = name.split("/")
    if len(parts) != 5 or parts[0] != _PREFIX:
        return None
    return Cell(parts[1], parts[2], date.fromisoformat(parts[3]), date.fromisoformat(parts[4]))


Told = Mapping[Cell, Optional[int]]
"""What an edition tells; None for what it left out."""

Months = Mapping[date, Mapping[Tuple[str, str], int]]
"""First day of a month -> (area or REST, category) -> incidents that may be published."""


@dataclass(frozen=True)
class Published:
    """``told``: every count of the edition, None where it is left out."""

    told: Told

    def count(self, area: str, category: str, start: date, end: date) -> Optional[int]:
        """A count; None where it is left out or not of this edition."""
        return self.told.get(Cell(area, category, start, end))

    def asked(self, area: str, category: str, start: date, end: date) -> bool:
        return Cell(area, category, start, end) in self.told

    @property
    def figures(self) -> Dict[str, Optional[float]]:
        """By name, as stored editions keep them."""
        return {
            cell.name: None if value is None else float(value)
            for cell, value in self.told.items()
        }


def months_between(start: date, end: date) -> List[date]:
    """First days of the months from ``start`` until before ``end``."""
    found = []
    while start < end:
        found.append(start)
        start = add_months(start, 1)
    return found


def check_whole_months(start: date, end: date) -> None:
    """Raise ReportError unless both are first days of months (``end``: of the next one): periods
    that differ by some days would tell those days when they are subtracted."""
    if start.day != 1 or end.day != 1:
        raise ReportError(
            "Public editions cover whole months, so that the difference of two periods never "
            "tells a few days. Choose the first day of a month and the last day of one."
        )


def publish_counts(
    wanted: Iterable[Cell], months: Months, earlier: Sequence[Told], threshold: int = THRESHOLD
) -> Published:
    """Decide which of the counts are told.

    ``months``: all months of the wanted and the earlier cells. ``earlier``: what each public
    edition told, the oldest first. Every count from 1 to ``threshold`` − 1 that is not told, and
    every one that is left out because it differs a little from what was told, can take at least
    ``threshold`` values for all that this and the earlier editions tell of the counts as they
    are now.
    """
    asked = list(dict.fromkeys(wanted))
    cells = list(dict.fromkeys([*asked, *(cell for told in earlier for cell in told)]))
    if not cells:
        return Published({})
    space = _Space(cells, months)
    truth = space.members @ space.atoms
    known = _Known(earlier)
    status = np.full(len(space.names), UNTOLD, dtype=np.int64)
    protect = (truth > 0) & (truth < threshold)
    wanted_set = set(asked)
    for index, cell in enumerate(cells):
        value = int(truth[index])
        if known.exactly(cell, value):
            status[index], protect[index] = KNOWN, False
        elif known.nearly(cell, value, threshold):
            protect[index] = True
        elif cell in wanted_set and not known.left_out(cell):
            status[index] = OFFERED
    # an atom that is one of the cells is judged as that cell
    protect[space.same] = False
    result = suppress_cells(
        space.members, space.equal, space.atoms, status, protect, _cost(truth, space.names),
        threshold - 1.0,
    )
    return Published({
        cell: int(truth[index]) if result.told[index] else None
        for index, cell in enumerate(cells) if cell in wanted_set
    })  # fmt: skip


def _cost(truth: np.ndarray, names: Sequence[Cell]) -> np.ndarray:
    """Large counts are worth more to readers than small ones, totals most of all."""
    size = 1.0 + float(truth.max(initial=0.0))
    weight = np.array([(cell.area == ALL) + (cell.category == ALL) - 1.0 for cell in names])
    total = np.array([cell.family == (False, False) for cell in names])
    return 1.0 + truth + np.where(total, 20.0, np.maximum(weight, 0.0)) * size


class _Known:
    """What readers have from earlier editions."""

    def __init__(self, earlier: Sequence[Told]) -> None:
        self.values: Dict[Cell, Set[int]] = {}
        self.hidden: Set[Cell] = set()
        #: (area, category) -> day -> day -> incidents between them, as last told
        self.steps: Dict[Tuple[str, str], Dict[date, Dict[date, int]]] = {}
        for told in earlier:
            for cell, value in told.items():
                if value is None:
                    self.hidden.add(cell)
                    continue
                self.values.setdefault(cell, set()).add(value)
                own = self.steps.setdefault((cell.area, cell.category), {})
                own.setdefault(cell.start, {})[cell.end] = value
                own.setdefault(cell.end, {})[cell.start] = -value

    def exactly(self, cell: Cell, value: int) -> bool:
        return value in self.values.get(cell, ())

    def left_out(self, cell: Cell) -> bool:
        return cell in self.hidden

    def nearly(self, cell: Cell, value: int, threshold: int) -> bool:
        """Whether the count differs by a few from what was told, or from what follows from it by
        adding and subtracting periods."""
        told = set(self.values.get(cell, ()))
        follows = self._following(cell)
        if follows is not None:
            told.add(follows)
        return any(0 < abs(value - one) < threshold for one in told)

    def _following(self, cell: Cell) -> Optional[int]:
        steps = self.steps.get((cell.area, cell.category), {})
        reached, queue = {cell.start: 0}, [cell.start]
        while queue:
            day = queue.pop()
            for other, value in steps.get(day, {}).items():
                if other not in reached:
                    reached[other] = reached[day] + value
                    queue.append(other)
        return reached.get(cell.end)


class _Space:
    """Atoms: counts of one area, one category or both, or of all, in stretches of time that no
    period cuts. Cells are sums of them; all areas together, and all categories, are the whole."""

    def __init__(self, cells: Sequence[Cell], months: Months) -> None:
        from scipy.sparse import csr_matrix

        self._index: Dict[Cell, int] = {}
        self._atoms: List[Cell] = []
        fine = sorted({day for cell in cells for day in (cell.start, cell.end)})
        parted = [cell for cell in cells if cell.family != (False, False)]
        coarse = sorted({day for cell in parted for day in (cell.start, cell.end)})
        areas = _elements(cell.area for cell in cells)
        # every category stands in the tables; readers know that there is no other
        categories = _elements(cell.category for cell in cells)[:-1]
        if any(key[1] not in categories for month in months.values() for key in month):
            categories.append(REST)
        families = {cell.family for cell in parted}
        if (True, True) in families:
            families |= {(True, False), (False, True)}
        used_fine = [p for p in zip(fine, fine[1:]) if _covered(p, cells)]
        used = [p for p in zip(coarse, coarse[1:]) if _covered(p, parted)]
        for start, end in used_fine:
            self._add(Cell(ALL, ALL, start, end))
        for start, end in used:
            for by_area, by_category in sorted(families):
                for area in areas if by_area else [ALL]:
                    for category in categories if by_category else [ALL]:
                        self._add(Cell(area, category, start, end))
        count = _Counter(months, areas, categories)
        self.atoms = np.array([float(count(atom)) for atom in self._atoms])
        #: what the rows of ``members`` count
        self.names: List[Cell] = [*cells, *self._atoms]
        blocks = {(False, False): used_fine}
        rows = [
            [self._index[cell._replace(start=a, end=b)]
             for a, b in blocks.get(cell.family, used) if cell.start <= a and b <= cell.end]
            for cell in self.names
        ]  # fmt: skip
        self.members = _matrix(csr_matrix, [[(i, 1.0) for i in row] for row in rows],
                               len(self._atoms))
        known = set(cells)
        self.same = np.array(
            [len(cells) + i for i, atom in enumerate(self._atoms) if atom in known], dtype=int
        )
        self.equal = _matrix(
            csr_matrix, list(self._sums(families, used, used_fine, areas, categories)),
            len(self._atoms),
        )

    def _add(self, atom: Cell) -> None:
        self._index[atom] = len(self._atoms)
        self._atoms.append(atom)

    def _sums(
        self, families: Set[Tuple[bool, bool]], used: Sequence[Tuple[date, date]],
        fine: Sequence[Tuple[date, date]], areas: Sequence[str], categories: Sequence[str],
    ) -> Iterable[List[Tuple[int, float]]]:  # fmt: skip
        for start, end in used:
            at = self._index
            whole = [(at[Cell(ALL, ALL, a, b)], -1.0) for a, b in fine if start <= a and b <= end]
            if (True, False) in families:
                yield [(at[Cell(a, ALL, start, end)], 1.0) for a in areas] + whole
            if (False, True) in families:
                yield [(at[Cell(ALL, c, start, end)], 1.0) for c in categories] + whole
            if (True, True) in families:
                for a in areas:
                    yield [(at[Cell(a, c, start, end)], 1.0) for c in categories] + [
                        (at[Cell(a, ALL, start, end)], -1.0)]
                for c in categories:
                    yield [(at[Cell(a, c, start, end)], 1.0) for a in areas] + [
                        (at[Cell(ALL, c, start, end)], -1.0)]


class _Counter:
    """Counts of cells from months; areas and categories that are not named are REST."""

    def __init__(self, months: Months, areas: Iterable[str], categories: Iterable[str]) -> None:
        known_areas, known_categories = set(areas), set(categories)
        self._sums: Dict[date, Dict[Tuple[str, str], int]] = {}
        for month, counts in months.items():
            sums = self._sums.setdefault(month, {})
            for (area, category), number in counts.items():
                for a in (ALL, area if area in known_areas else REST):
                    for c in (ALL, category if category in known_categories else REST):
                        sums[a, c] = sums.get((a, c), 0) + number

    def __call__(self, cell: Cell) -> int:
        return sum(
            self._sums.get(month, {}).get((cell.area, cell.category), 0)
            for month in months_between(cell.start, cell.end)
        )


def _elements(found: Iterable[str]) -> List[str]:
    """The areas or categories named, and the rest."""
    return [*sorted(set(found) - {ALL, REST}), REST]


def _covered(block: Tuple[date, date], cells: Iterable[Cell]) -> bool:
    return any(cell.start <= block[0] and block[1] <= cell.end for cell in cells)


def _matrix(make: type, rows: Sequence[Sequence[Tuple[int, float]]], width: int) -> object:
    at = [(r, c, v) for r, row in enumerate(rows) for c, v in row]
    if not at:
        return make((len(rows), width))
    r, c, v = zip(*at)
    return make((v, (r, c)), shape=(len(rows), width))

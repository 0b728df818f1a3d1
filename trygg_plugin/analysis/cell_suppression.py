"""Which counts to leave out of what is published, where many tables and editions tell together.

A count is a sum of atoms (an area in a stretch of time), and readers know some counts exactly. A
count that is left out is safe when the atoms can change, none below 0 and no told count with them,
so that it takes enough other values. That is a question to linear programming; where the answer
is no, the cheapest told counts that have to go are found by the same programme with a price on
every told count (Fischetti & Salazar 2001, Management Science 47; Castro 2012, Eur. J. Oper. Res.
216). Ranges are those of real numbers, as an attacker's linear programme would find them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, List, Optional, Tuple

import numpy as np
from numpy.typing import NDArray

from .errors import AnalysisError

Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]
#: What readers know of a count: always, once it is published (may be left out), not at all.
KNOWN, OFFERED, UNTOLD = 0, 1, 2
_NOTHING = 1e-6


@dataclass(frozen=True)
class Suppression:
    """``told``: the counts that readers get or have, shape (m,). ``exposed``: those to protect
    that no further suppression would hide, since what is known already tells them, shape (m,)."""

    told: Bools
    exposed: Bools


def suppress_cells(
    members: Any,
    equal: Any,
    atoms: Floats,
    status: NDArray[np.int64],
    protect: Bools,
    cost: Floats,
    needed: float,
) -> Suppression:
    """Leave out offered counts until every count to protect has a range of ``needed``.

    ``members``: sparse, shape (m, n), the factors with which atoms make up counts. ``equal``:
    sparse, shape (k, n), sums of atoms that are always 0. ``atoms``: their true values, shape
    (n,). ``status``: KNOWN, OFFERED or UNTOLD, shape (m,); what is offered and to be protected
    is left out. ``cost``: what leaving a count out costs the reader, shape (m,). ``needed``:
    length of the range, the number of values less one.
    """
    if np.any(atoms < 0):
        raise AnalysisError("Counts to publish cannot be negative.")
    work = _Work(members, equal, atoms, status, protect, cost, needed)
    work.look_together()
    for cell in np.flatnonzero(protect & ~work.told):
        work.shield(int(cell))
    return Suppression(work.told, work.exposed)


def ranges(
    members: Any, equal: Any, atoms: Floats, told: Bools, asked: NDArray[np.int64]
) -> Floats:
    """Lowest and highest value that readers can give to the counts ``asked``, shape (q, 2)."""
    work = _Work(members, equal, atoms, np.where(told, KNOWN, UNTOLD), ~told, np.ones(told.size),
                 np.inf)  # fmt: skip
    found = np.empty((asked.size, 2))
    for row, cell in enumerate(asked):
        middle = float(work.truth[cell])
        for side, sign in enumerate((-1.0, 1.0)):
            change = work.farthest(int(cell), sign, np.inf)
            found[row, side] = middle + sign * change
    return found


class _Work:
    """The programme, and what has been seen of every count's freedom so far."""

    def __init__(
        self, members: Any, equal: Any, atoms: Floats, status: NDArray[np.int64],
        protect: Bools, cost: Floats, needed: float,
    ) -> None:  # fmt: skip
        from scipy.sparse import csr_matrix

        self.members, self.equal = csr_matrix(members), csr_matrix(equal)
        self.atoms, self.protect, self.cost, self.needed = atoms, protect, cost, needed
        self.truth = self.members @ atoms
        self.told: Bools = (status == KNOWN) | ((status == OFFERED) & ~protect)
        self.known: Bools = status == KNOWN
        self.exposed = np.zeros(status.size, dtype=bool)
        self.least, self.most = np.zeros(status.size), np.zeros(status.size)

    @property
    def open(self) -> NDArray[np.int64]:
        """Counts to protect that have not been seen to vary enough."""
        wide = self.most - self.least >= self.needed - _NOTHING
        return np.flatnonzero(self.protect & ~self.told & ~wide & ~self.exposed)

    def look_together(self) -> None:
        """Let as many counts as can vary at once do so: few programmes for most of them."""
        generator = np.random.default_rng(0)
        before = -1
        while self.open.size > 8 and self.open.size != before:
            before = self.open.size
            half = generator.permutation(self.open)
            for chosen in (half[: half.size // 2], half[half.size // 2 :]):
                for sign in (1.0, -1.0):
                    self._together(chosen, sign)

    def _together(self, chosen: NDArray[np.int64], sign: float) -> None:
        rows = self.members[chosen] * sign
        aim = -np.asarray(rows.sum(axis=0)).ravel()
        told = self.members[np.flatnonzero(self.told)]
        change = _solve(
            aim, [self.equal, told], self.atoms, limits=(rows, np.full(chosen.size, self.needed))
        )
        if change is not None:
            self._see(change)

    def farthest(self, cell: int, sign: float, most: float) -> float:
        """How far a count can go up (1) or down (-1) while nothing told changes."""
        row = self.members[[cell]] * sign
        told = self.members[np.flatnonzero(self.told)]
        limits = None if np.isinf(most) else (row, np.array([most]))
        change = _solve(-row.toarray().ravel(), [self.equal, told], self.atoms, limits=limits)
        if change is None:  # nothing holds it
            return float("inf")
        self._see(change)
        return float((row @ change)[0])

    def _see(self, change: Floats) -> None:
        moved = self.members @ change
        self.least, self.most = np.minimum(self.least, moved), np.maximum(self.most, moved)

    def shield(self, cell: int) -> None:
        """Leave out the cheapest told counts that give one its range."""
        if self._wide(cell):
            return
        below = min(float(self.truth[cell]), self.needed)
        # up where that is possible: a count can always grow with what is not told
        for up in (self.needed, *np.arange(np.ceil(self.needed) - 1.0, -1.0, -1.0)):
            down = self.needed - up
            if down > below + _NOTHING:
                break
            sides = [amount for amount in (up, -down) if amount]
            plans = [self._cheapest(cell, amount) for amount in sides]
            if all(plan is not None for plan in plans):
                for change in plans:
                    self._give_up(change)
                return
        self.exposed[cell] = True

    def _wide(self, cell: int) -> bool:
        return bool(self.most[cell] - self.least[cell] >= self.needed - _NOTHING)

    def _give_up(self, change: Optional[Floats]) -> None:
        if change is None:
            return
        self.told &= np.abs(self.members @ change) <= _NOTHING
        self._see(change)

    def _cheapest(self, cell: int, amount: float) -> Optional[Floats]:
        """The change of atoms that moves a count by an amount at the least cost of told ones."""
        from scipy.sparse import csr_matrix, hstack, identity, vstack

        offered = np.flatnonzero(self.told & ~self.known)
        fixed = vstack([self.equal, self.members[np.flatnonzero(self.known)]])
        n, k = self.atoms.size, offered.size
        unit = identity(k, format="csr")
        priced = hstack([self.members[offered], -unit, unit])
        still = hstack([fixed, csr_matrix((fixed.shape[0], 2 * k))])
        own = hstack([self.members[[cell]], csr_matrix((1, 2 * k))])
        price = self.cost[offered]
        # a price on the atoms too, next to nothing: of equal answers the one that moves least
        aim = np.concatenate([np.zeros(n), price, price])
        right = np.zeros(still.shape[0] + k + 1)
        right[-1] = amount
        answer = _solve(
            aim, [still, priced, own], np.concatenate([self.atoms, np.zeros(2 * k)]), right=right
        )
        return None if answer is None else answer[:n]


def _solve(
    aim: Floats,
    equal: List[Any],
    floor: Floats,
    right: Optional[Floats] = None,
    limits: Optional[Tuple[Any, Floats]] = None,
) -> Optional[Floats]:
    """Minimise ``aim`` over changes no less than minus ``floor``; None where that cannot be, or
    has no end."""
    from scipy.optimize import linprog
    from scipy.sparse import vstack

    rows = vstack(equal, format="csr")
    answer = linprog(
        aim,
        A_ub=None if limits is None else limits[0],
        b_ub=None if limits is None else limits[1],
        A_eq=rows if rows.shape[0] else None,
        b_eq=None if not rows.shape[0] else (np.zeros(rows.shape[0]) if right is None else right),
        bounds=np.column_stack([-floor, np.full(floor.size, np.inf)]),
        method="highs",
    )
    if answer.status in (2, 3):
        return None
    if answer.status != 0:
        raise AnalysisError(
            "It could not be decided which counts are safe to publish: {reason}",
            reason=str(answer.message),
        )
    change: Floats = np.asarray(answer.x, dtype=np.float64)
    return change

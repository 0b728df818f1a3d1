"""Mine, theirs and what both began from: what is contested between two edits of one record.

Pure: values in, decisions out. Places are values like others, as WKB under the key ``geom``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, FrozenSet, Iterable, List, Mapping, Optional, Tuple

MINE = "mine"
THEIRS = "theirs"
#: The key of a choice about the whole record: one of the two has deleted it.
WHOLE = ""


@dataclass(frozen=True)
class FieldSides:
    """One field that either side has changed; only what I changed is mine to choose."""

    key: str
    base: Any
    mine: Any
    theirs: Any
    mine_changed: bool
    theirs_changed: bool

    @property
    def contested(self) -> bool:
        """Both changed it, and not to the same."""
        return self.mine_changed and self.theirs_changed and self.mine != self.theirs


@dataclass(frozen=True)
class Sides:
    """One record as it was (``base``), as I want it (``mine``: only what I changed), as it is.

    ``fid`` is the engine's key, as the edit buffer knows it; ``seen`` the moment of history
    that ``theirs`` was read at.
    """

    table: str
    uuid: str
    fid: int
    who: str
    at: datetime
    seen: str
    base: Mapping[str, Any]
    mine: Mapping[str, Any]
    theirs: Mapping[str, Any]
    mine_deleted: bool = False
    theirs_deleted: bool = False

    @property
    def whole(self) -> bool:
        """Whether only the record as a whole can be decided: one of the sides deleted it."""
        return self.mine_deleted or self.theirs_deleted

    def fields(self) -> List[FieldSides]:
        """What either side has changed, contested fields first, then in the record's order."""
        found: List[FieldSides] = []
        for key in dict.fromkeys([*self.theirs, *self.mine]):
            base = self.base.get(key)
            theirs = self.theirs.get(key)
            mine = self.mine.get(key, base)
            one = FieldSides(
                key, base, mine, theirs,
                mine_changed=key in self.mine and mine != base,
                theirs_changed=theirs != base,
            )  # fmt: skip
            if one.mine_changed or one.theirs_changed:
                found.append(one)
        return sorted(found, key=lambda one: not one.contested)


@dataclass(frozen=True)
class Decision:
    """What becomes of my edits of one record.

    ``keep``: the fields of mine that are to be saved. ``drop``: nothing of mine is left, my
    delete included. ``restore``: the record that the others deleted comes back first.
    """

    sides: Sides
    keep: FrozenSet[str]
    drop: bool = False
    restore: bool = False


def preset(sides: Sides, who: str) -> Mapping[str, str]:
    """Choices that take one side everywhere."""
    if sides.whole:
        return {WHOLE: who}
    return {one.key: who for one in sides.fields() if one.mine_changed}


def decide(sides: Sides, choices: Mapping[str, str]) -> Decision:
    """What the choices (field -> MINE or THEIRS) come to; what is not named stays mine."""
    if sides.whole:
        if choices.get(WHOLE, MINE) == THEIRS:
            return Decision(sides, frozenset(), drop=True)
        if sides.theirs_deleted and not sides.mine_deleted:
            return Decision(sides, frozenset(sides.mine), restore=True)
        # deleted on both sides: there is nothing left to do
        return Decision(sides, frozenset(), drop=sides.theirs_deleted)
    kept = frozenset(
        one.key for one in sides.fields()
        if one.mine_changed and one.mine != one.theirs and choices.get(one.key, MINE) == MINE
    )  # fmt: skip
    return Decision(sides, kept, drop=not kept)


def undecided(sides: Sides, choices: Mapping[str, str]) -> Tuple[str, ...]:
    """Contested fields (or the record as a whole) for which nothing has been chosen."""
    if sides.whole:
        return () if WHOLE in choices else (WHOLE,)
    return tuple(one.key for one in sides.fields() if one.contested and one.key not in choices)


def newest(several: Iterable[Sides]) -> Optional[str]:
    """The moment of history at which they were read, all at once; None without any."""
    return next((sides.seen for sides in several), None)

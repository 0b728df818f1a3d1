"""A coordinate as people paste it: degrees or metres, in either order."""

from __future__ import annotations

import re
from typing import List, NamedTuple, Optional

#: Letters and signs that stand beside the numbers and say nothing that the numbers do not.
_BESIDE = re.compile(r"(?i)\b(?:lat|latitude?|long?|longitude?|nord|norr|öst|x|y|n|e|ö)\b|[°:=()]")

#: Less is no coordinate in metres but half of one in degrees, such as "59,3293".
_FEWEST_METRES = 1000


class Coordinate(NamedTuple):
    """``degrees``: latitude and longitude of WGS 84; else metres in the workspace's system."""

    east: float
    north: float
    degrees: bool


def read_coordinate(text: str) -> Optional[Coordinate]:
    """What a text says, or None when it is no pair of numbers.

    The order does not matter: in Sweden the number to the north is the larger one, in degrees as
    in metres of SWEREF 99. Decimal commas and spaces between thousands are read, too, when a
    semicolon, or a comma with a space, parts the two.
    """
    pair = _pair(_BESIDE.sub(" ", text.replace("\u2212", "-")).strip())
    if pair is None:
        return None
    east, north = sorted(pair)
    if north > 90 and east < _FEWEST_METRES:
        return None
    return Coordinate(east, north, degrees=north <= 90)


def _pair(text: str) -> Optional[List[float]]:
    halves: List[str] = []
    for separator in (r"\s*;\s*", r"\s*,\s+", r"\s+", r"\s*,\s*"):
        halves = re.split(separator, text)
        if len(halves) == 2:
            break
    try:
        found = [float(re.sub(r"\s", "", half).replace(",", ".")) for half in halves]
    except ValueError:
        return None
    # "nan" and "inf" are floats, and no places
    usable = len(found) == 2 and all(0 < abs(number) < 1e8 for number in found)
    return found if usable else None

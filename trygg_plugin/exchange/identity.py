"""Which row is which: so that nothing comes in twice and nothing is lost.

A row is known by its source and external id; where the source has none, by its source, the
hash of its cells and its number among equal rows of the file: equal rows of one file are
different incidents and all come in, the same file again adds nothing.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import Any, Mapping, Optional


class Identities:
    """Gives each row of one file its identity."""

    def __init__(self, external_id: Optional[str]) -> None:
        self._external_id = external_id
        self._seen: Counter[str] = Counter()

    def of(self, cells: Mapping[str, Any], place: str) -> str:
        """Identity of a row; ``place`` is the geometry's text for layers, else empty."""
        if self._external_id is not None:
            given = str(cells.get(self._external_id) or "").strip()
            if given:
                return f"id:{given}"
        digest = row_hash(cells, place)
        self._seen[digest] += 1
        return f"row:{digest}:{self._seen[digest]}"


def row_hash(cells: Mapping[str, Any], place: str = "") -> str:
    """Hash of a row's cells; neither column order nor spaces around a text matter."""
    text = "\x1e".join(
        f"{column}\x1f{'' if cells[column] is None else str(cells[column]).strip()}"
        for column in sorted(cells)
    )
    return hashlib.sha256(f"{text}\x1d{place}".encode()).hexdigest()

"""Causes as they stand in the workspace, as bones of the fishbone chart."""

from __future__ import annotations

from typing import List, Sequence

from ..data.records import Record
from ..domain.record_types import Standard
from .charts.fishbone import Bone, Cause


def bones_of(standard: Standard, causes: Sequence[Record], language: str) -> List[Bone]:
    """A bone for each kind in use, in the order of the code list, with its causes by number."""
    numbers = {cause.uuid: int(cause["number"]) for cause in causes}
    bones: List[Bone] = []
    for code in standard.codelists["cause_kind"].codes:
        of_kind = sorted(
            (cause for cause in causes if cause["kind"] == code.key),
            key=lambda cause: int(cause["number"]),
        )
        if code.retired and not of_kind:
            continue
        bones.append(Bone(
            code.label[language],
            (code.description or {}).get(language, ""),
            [Cause(int(c["number"]), str(c["title"]), numbers.get(c["behind"])) for c in of_kind],
        ))  # fmt: skip
    return bones

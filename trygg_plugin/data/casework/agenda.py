"""What the meetings of a kind deal with, in which order: a setting of the workspace."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Optional, Sequence, Tuple

from ..errors import DataError
from ..workspace import Workspace

#: The code list that says what meeting mode shows at a point.
CONTENTS = "agenda_content"
_SETTING = "agenda/{kind}"


@dataclass(frozen=True)
class Point:
    """``content``: a code of the list agenda_content."""

    content: str
    title: str


def agenda_of(workspace: Workspace, kind: str) -> Tuple[Point, ...]:
    """The agenda of a kind of meeting: the workspace's own, else the order of EST."""
    try:
        stored = json.loads(workspace.meta.get(_SETTING.format(kind=kind), ""))
        return tuple(Point(str(content), str(title)) for content, title in stored)
    except (ValueError, TypeError):
        return default_agenda(workspace)


def default_agenda(workspace: Workspace) -> Tuple[Point, ...]:
    """The points in the order of the code list, in the workspace's language."""
    return tuple(
        Point(code.key, code.label[workspace.language])
        for code in workspace.standard.codelists[CONTENTS].codes
        if not code.retired
    )


def set_agenda(workspace: Workspace, kind: str, points: Optional[Sequence[Point]]) -> None:
    """Store the agenda of a kind of meeting; None goes back to the order of EST."""
    key = _SETTING.format(kind=kind)
    if points is None:
        workspace.set_meta(key, None)
        return
    check(workspace, points)
    workspace.set_meta(
        key, json.dumps([[p.content, p.title.strip()] for p in points], ensure_ascii=False)
    )


def check(workspace: Workspace, points: Sequence[Point]) -> None:
    """DataError unless every point has a title and a known content."""
    known = {code.key for code in workspace.standard.codelists[CONTENTS].codes}
    if not points:
        raise DataError("An agenda needs at least one point.")
    for number, point in enumerate(points, 1):
        if not point.title.strip():
            raise DataError("Point {number} of the agenda has no title.", number=number)
        if point.content not in known:
            raise DataError("There is no agenda content {content}.", content=point.content)

"""Two adopted editions of periods side by side: what differs, and whether chance explains it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, List, Mapping, Tuple

from ..domain.errors import DomainError
from .figures import Change
from .period_figures import compare_counts


@dataclass(frozen=True)
class Compared:
    """One area, category or all (``group``: total, areas, categories) in two editions."""

    group: str
    label: str
    change: Change


@dataclass(frozen=True)
class Comparison:
    """``earlier`` and ``later`` are titles. ``texts``: fields whose text differs. ``lights``:
    area, colour before and after, where they differ. ``silent``: reporters silent only later."""

    earlier: str
    later: str
    rows: Tuple[Compared, ...]
    texts: Tuple[str, ...]
    lights: Tuple[Tuple[str, str, str], ...]
    silent: Tuple[str, ...]


def compare_editions(first: Mapping[str, Any], second: Mapping[str, Any]) -> Comparison:
    """Compare the contents of two editions, the earlier period first whatever the order given.

    Areas and categories that only one of them knows count as none in the other. Raises
    DomainError for an edition without figures.
    """
    try:
        earlier, later = sorted((first, second), key=lambda content: content["period"]["from"])
        rows = [
            row for group in ("total", "areas", "categories")
            for row in _compared(group, earlier, later)
        ]  # fmt: skip
        known = {row["label"] for row in earlier["figures"]["reporters"] if row["silent"]}
        silent = [
            row["label"] for row in later["figures"]["reporters"]
            if row["silent"] and row["label"] not in known
        ]  # fmt: skip
        return Comparison(
            earlier=str(earlier["period"]["title"]),
            later=str(later["period"]["title"]),
            rows=tuple(rows),
            texts=tuple(
                key for key, text in later["texts"].items() if text != earlier["texts"].get(key)
            ),
            lights=tuple(_lights(earlier, later)),
            silent=tuple(silent),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise DomainError(
            "One of the editions holds no figures of a period and cannot be compared."
        ) from error


def _compared(
    group: str, earlier: Mapping[str, Any], later: Mapping[str, Any]
) -> List[Compared]:
    before, after = (_counts(group, content) for content in (earlier, later))
    keys = list(dict.fromkeys([*after, *before]))
    changes = compare_counts(
        [before.get(key, ("", 0))[1] for key in keys],
        [after.get(key, ("", 0))[1] for key in keys],
        int(earlier["period"]["days"]),
        int(later["period"]["days"]),
    )
    return [
        Compared(group, (after.get(key) or before[key])[0], change)
        for key, change in zip(keys, changes)
    ]


def _counts(group: str, content: Mapping[str, Any]) -> Dict[str, Tuple[str, int]]:
    found = content["figures"][group]
    rows = [found] if group == "total" else found
    return {str(row["key"]): (str(row["label"]), int(row["count"])) for row in rows}


def _lights(
    earlier: Mapping[str, Any], later: Mapping[str, Any]
) -> List[Tuple[str, str, str]]:
    before = {row["area"]: row["colour"] for row in earlier["lights"]}
    return [
        (str(row["label"]), str(before.get(row["area"], "")), str(row["colour"]))
        for row in later["lights"]
        if row["colour"] != before.get(row["area"])
    ]

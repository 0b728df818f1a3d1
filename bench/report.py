"""Tables of what was measured, for the screen and for bench/results.md."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Dict, List, Mapping, Optional, Sequence, Tuple

from .frame import Case, Measured, Verdict

HEADINGS = (
    "size", "program", "median s", "fastest s", "first s", "cpu s", "runs", "peak MB", "answer",
)


@dataclass(frozen=True)
class Session:
    """A case's measurements, with when, how and how busy the machine was."""

    case: str
    when: str
    command: str
    commit: str
    load: Tuple[float, float]
    measured: Tuple[Measured, ...]

    def as_json(self) -> Dict[str, Any]:
        return {**asdict(self), "measured": [m._asdict() for m in self.measured]}

    @staticmethod
    def from_json(kept: Mapping[str, Any]) -> Session:
        rows = tuple(Measured(**row) for row in kept["measured"])
        return Session(**{**kept, "load": tuple(kept["load"]), "measured": rows})


def table(case: Case, measured: Sequence[Measured]) -> str:
    """A Markdown table, aligned so that it reads on a screen too."""
    headings = list(HEADINGS)
    if case.unit:
        headings.insert(3, f"{case.unit}/s")
    rows = [_row(case, one) for one in measured if one.problem is None]
    widths = [max(len(row[i]) for row in [headings, *rows]) for i in range(len(headings))]
    left = {0, 1, len(headings) - 1}
    lines = [_line(headings, widths, left)]
    lines.append("|" + "|".join(
        "-" * (width + 1) + ("-" if i in left else ":") for i, width in enumerate(widths)) + "|")
    lines += [_line(row, widths, left) for row in rows]
    lines += [f"\nNot run: {entry} ({problem})" for entry, problem in _problems(measured)]
    return "\n".join(lines)


def verdicts(found: Sequence[Verdict]) -> List[str]:
    """Goals in words, one a line."""
    return [f"{'met   ' if v.met else 'MISSED'}  {v.sentence}: {v.measured}" for v in found]


def document(
    cases: Sequence[Case], sessions: Mapping[str, Session], machine: str, versions: Sequence[str]
) -> str:
    """bench/results.md: goals first, then every case that was measured."""
    shown = [case for case in cases if case.name in sessions]
    goals = [
        f"| {v.sentence} | {v.measured} | {'yes' if v.met else '**no**'} |"
        for case in shown for v in case.verdicts(sessions[case.name].measured)
    ]
    parts = [
        "# Benchmark results",
        "Made by `make bench` (bench/run.py); do not edit. Medians of the runs after the first "
        "call; programs take turns, so that a busy machine is busy for all of them; every program "
        "runs in a process of its own, whose highest memory (start of the program included) is "
        "given. “first” is the first call in a fresh process; “cpu” is processor time over all "
        "cores, which a busy machine changes less than the clock's. Ratios hold better than "
        "seconds where the load was high.",
        f"Machine: {machine}  \n" + "  \n".join(versions),
        "## Goals",
        "| goal | measured | met |\n|---|---:|---|\n" + "\n".join(goals),
    ]
    for case in shown:
        session = sessions[case.name]
        parts.append(f"## {case.title}")
        if case.note:
            parts.append(case.note)
        parts.append(table(case, session.measured))
        low, high = session.load
        parts.append(
            f"{session.when}, commit {session.commit}, load {low:.1f} before and {high:.1f} after, "
            f"`{session.command}`"
        )
    return "\n\n".join(parts) + "\n"


def _row(case: Case, one: Measured) -> List[str]:
    facts = ", ".join(f"{name} {value}" for name, value in one.facts.items())
    row = [
        case.size_label(one.size), f"**{one.entry}**" if one.ours else one.entry,
        _seconds(one.median), _seconds(one.fastest), _seconds(one.first),
        "" if one.processor_median is None else _seconds(one.processor_median),
        str(len(one.seconds)), f"{one.peak:,.0f}", facts,
    ]
    if case.unit:
        row.insert(3, _rate(one.amount, one.median))
    return row


def _rate(amount: Optional[float], seconds: float) -> str:
    return "" if amount is None else f"{amount / seconds:,.1f}"


def _seconds(value: float) -> str:
    return f"{value:.3f}" if value < 1 else f"{value:.2f}" if value < 10 else f"{value:.1f}"


def _line(cells: Sequence[str], widths: Sequence[int], left: Any) -> str:
    return "| " + " | ".join(
        cell.ljust(width) if i in left else cell.rjust(width)
        for i, (cell, width) in enumerate(zip(cells, widths))
    ) + " |"


def _problems(measured: Sequence[Measured]) -> List[Tuple[str, str]]:
    found = {one.entry: one.problem for one in measured if one.problem is not None}
    return sorted((entry, str(problem)) for entry, problem in found.items())

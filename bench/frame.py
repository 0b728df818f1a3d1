"""What a benchmark case is: work of several sizes, done by several programs, with goals.

Each entry of a case runs in a process of its own (worker.py), so that its memory is its own and
a peer may live in another Python. Only the standard library is imported here: both sides read it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import median
from typing import Callable, Dict, List, Mapping, NamedTuple, Optional, Sequence, Tuple

#: Where an entry runs: QGIS's own Python, or the environment with the peers from PyPI.
QGIS = "qgis"
PYPI = "pypi"


@dataclass
class Answer:
    """What a run found, to be compared by eye. ``seconds``: as measured inside another program;
    ``amount``: how much was done, where a case counts pages or rows per second."""

    facts: Mapping[str, object] = field(default_factory=dict)
    seconds: Optional[float] = None
    amount: Optional[float] = None


@dataclass
class Job:
    """``run`` is timed; ``prepare`` before every run and ``look``, which gathers further facts
    after it, are not."""

    run: Callable[[], Answer]
    prepare: Callable[[], None] = lambda: None
    look: Callable[[], Mapping[str, object]] = dict


@dataclass(frozen=True)
class Entry:
    """One program's way of doing a case's work.

    ``start(size)`` readies everything that does not belong to the work (input, imports, a
    started QGIS). ``debian``: packages the program comes in. ``largest``: sizes above it are not
    run. ``missing``: a sentence why it cannot run here, or None.
    """

    name: str
    start: Callable[[int], Job]
    home: str = QGIS
    ours: bool = False
    debian: Tuple[str, ...] = ()
    largest: Optional[int] = None
    missing: Callable[[], Optional[str]] = lambda: None


class Measured(NamedTuple):
    """Seconds of the first call and of those after it, and seconds of processor time of these;
    memory in MB: the process's highest, and what it held before the work. ``problem``: why there
    is nothing else."""

    size: int
    entry: str
    ours: bool
    first: float = 0.0
    seconds: Sequence[float] = ()
    peak: float = 0.0
    before: float = 0.0
    facts: Mapping[str, object] = {}
    amount: Optional[float] = None
    problem: Optional[str] = None
    processor: Sequence[float] = ()

    @property
    def median(self) -> float:
        """Median of the calls after the first (of the first, when there was no time for more)."""
        return median(self.seconds or [self.first])

    @property
    def processor_median(self) -> Optional[float]:
        return median(self.processor) if self.processor else None

    @property
    def fastest(self) -> float:
        return min(self.seconds or [self.first])


Results = Mapping[Tuple[int, str], Measured]


class Verdict(NamedTuple):
    sentence: str
    measured: str
    met: bool


@dataclass(frozen=True)
class Faster:
    """Ours at least so many times faster than a peer; ``first``: than the peer's first call."""

    size: int
    ours: str
    peer: str
    times: float
    first: bool = False

    def judge(self, results: Results, label: str) -> Optional[Verdict]:
        ours, peer = _pair(results, self.size, self.ours, self.peer)
        if ours is None or peer is None:
            return None
        # first call against first call: both begin in a fresh process
        ratio = peer.first / ours.first if self.first else peer.median / ours.median
        call = ", first call" if self.first else ""
        than = f"{self.peer}{call}"
        return Verdict(
            f"{label}: {self.ours} at least {self.times:g} times faster than {than}",
            f"{ratio:.1f} times", ratio >= self.times,
        )


@dataclass(frozen=True)
class Within:
    """Ours in so many seconds by the clock. Where other programs kept it waiting, processor time
    over all cores decides: on a free machine the clock would have shown no more than that."""

    size: int
    ours: str
    seconds: float

    def judge(self, results: Results, label: str) -> Optional[Verdict]:
        ours, _ = _pair(results, self.size, self.ours, self.ours)
        if ours is None:
            return None
        sentence = f"{label}: {self.ours} within {self.seconds:g} s"
        used = ours.processor_median
        if ours.median > self.seconds and used is not None:
            return Verdict(
                sentence, f"{used:.2f} s of processor time ({ours.median:.2f} s by the clock)",
                used <= self.seconds,
            )
        return Verdict(sentence, f"{ours.median:.2f} s", ours.median <= self.seconds)


@dataclass(frozen=True)
class Leaner:
    """Ours with at most a share of a peer's peak memory."""

    size: int
    ours: str
    peer: str
    share: float

    def judge(self, results: Results, label: str) -> Optional[Verdict]:
        ours, peer = _pair(results, self.size, self.ours, self.peer)
        if ours is None or peer is None:
            return None
        share = ours.peak / peer.peak
        return Verdict(
            f"{label}: {self.ours} with at most {self.share:.0%} of the memory of {self.peer}",
            f"{share:.0%}", share <= self.share,
        )


@dataclass(frozen=True)
class Case:
    """``quick`` and ``full``: sizes. ``size_label``: a size in words. ``unit``: what is counted
    per second, where that is of interest. ``note``: what a reader should know of the peers."""

    name: str
    title: str
    entries: Tuple[Entry, ...]
    quick: Tuple[int, ...]
    full: Tuple[int, ...]
    size_label: Callable[[int], str] = lambda size: f"{size:,} points"
    goals: Tuple[object, ...] = ()
    unit: str = ""
    note: str = ""

    def entry(self, name: str) -> Entry:
        return next(entry for entry in self.entries if entry.name == name)

    def verdicts(self, measured: Sequence[Measured]) -> List[Verdict]:
        """The goals that what was measured says something about."""
        results: Dict[Tuple[int, str], Measured] = {
            (m.size, m.entry): m for m in measured if m.problem is None
        }
        found = (
            goal.judge(results, self.size_label(goal.size))  # type: ignore[attr-defined]
            for goal in self.goals
        )
        return [verdict for verdict in found if verdict is not None]


def _pair(
    results: Results, size: int, ours: str, peer: str
) -> Tuple[Optional[Measured], Optional[Measured]]:
    return results.get((size, ours)), results.get((size, peer))

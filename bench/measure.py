"""Runs the entries of a case in turns, so that a busy machine is busy for all of them."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, Callable, Dict, List, Optional

from . import peers
from .frame import PYPI, Case, Entry, Measured

ROOT = Path(__file__).resolve().parents[1]


def measure(
    case: Case,
    size: int,
    rounds: int,
    budget: float,
    log: Path,
    tell: Callable[[str], None],
    only_ours: bool = False,
) -> List[Measured]:
    """One first call of every entry, then ``rounds`` rounds; what each took.

    An entry that has used ``budget`` seconds sits out the rounds that remain; the number of
    runs in the results says so. ``log``: where what the programs print is kept.
    """
    workers: List[_Worker] = []
    for entry in case.entries:
        if entry.largest is not None and size > entry.largest or only_ours and not entry.ours:
            continue
        tell(f"{case.size_label(size)}: {entry.name} …")
        workers.append(_Worker(case, entry, size, log))
    try:
        for turn in range(rounds + 1):
            for worker in workers:
                tell(f"{case.size_label(size)}, run {turn} of {rounds}: {worker.entry.name} …")
                if worker.spent < budget:
                    worker.run()
        return [worker.measured(size) for worker in workers]
    finally:
        for worker in workers:
            worker.close()


class _Worker:
    def __init__(self, case: Case, entry: Entry, size: int, log: Path) -> None:
        self.entry = entry
        self.spent = 0.0
        self._seconds: List[float] = []
        self._processor: List[float] = []
        self._last: Dict[str, Any] = {}
        self._before = 0.0
        self._process: Optional[subprocess.Popen] = None
        self.problem = entry.missing() or peers.missing(entry)
        if self.problem is not None:
            return
        python = str(peers.pypi_python()) if entry.home == PYPI else sys.executable
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("ab") as errors:
            self._process = subprocess.Popen(
                [python, str(ROOT / "bench" / "worker.py"), case.name, entry.name, str(size)],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, text=True, cwd=ROOT,
                env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
            )
        self._before = self._answer().get("before", 0.0)

    def run(self) -> None:
        if self.problem is not None or self._process is None:
            return
        assert self._process.stdin is not None
        with contextlib.suppress(BrokenPipeError):  # the answer says why
            self._process.stdin.write("\n")
            self._process.stdin.flush()
        self._last = self._answer()
        if self.problem is None:
            self._seconds.append(self._last["seconds"])
            self._processor.append(self._last["processor"])
            self.spent += self._last["seconds"]

    def measured(self, size: int) -> Measured:
        if self.problem is not None:
            return Measured(size, self.entry.name, self.entry.ours, problem=self.problem)
        return Measured(
            size, self.entry.name, self.entry.ours, self._seconds[0], tuple(self._seconds[1:]),
            self._last["peak"], self._before, self._last["facts"], self._last["amount"],
            processor=tuple(self._processor[1:] or self._processor),
        )

    def close(self) -> None:
        if self._process is None:
            return
        assert self._process.stdin is not None and self._process.stdout is not None
        with contextlib.suppress(BrokenPipeError):
            self._process.stdin.close()
        try:
            self._process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process.stdout.close()

    def _answer(self) -> Dict[str, Any]:
        assert self._process is not None and self._process.stdout is not None
        line = self._process.stdout.readline()
        answer: Dict[str, Any] = json.loads(line) if line else {
            "problem": "The program ended without an answer (too little memory?)."
        }
        self.problem = answer.get("problem")
        return answer

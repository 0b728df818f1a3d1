"""How long work tells how far it has come, and how it is cancelled.

A progress callback takes the finished share (0 to 1). It cancels the work by
raising :class:`~.errors.Cancelled`; the statistics let that exception through
and keep nothing half-done.
"""

from __future__ import annotations

from typing import Callable, Optional

Progress = Callable[[float], None]


def silent(_share: float) -> None:
    """Progress that nobody watches."""


def part(progress: Optional[Progress], start: float, end: float) -> Progress:
    """Give a step of a longer job its own 0 to 1, shown as ``start`` to ``end`` of the whole."""
    if progress is None:
        return silent
    whole = progress

    def report(share: float) -> None:
        whole(start + (end - start) * share)

    return report

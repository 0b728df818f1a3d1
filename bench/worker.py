"""One entry of a case in a process of its own, run whenever the parent asks.

    python bench/worker.py CASE ENTRY SIZE

Speaks lines of JSON on standard output: one when ready, one after each line it reads. Ends when
its input does. Whatever programs print goes to standard error.
"""

from __future__ import annotations

import importlib
import json
import os
import resource
import sys
import time
import traceback

from bench import places
from bench.frame import Case


def main(case_name: str, entry_name: str, size: int) -> None:
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)

    def say(**values: object) -> None:
        answers.write(json.dumps(values) + "\n")
        answers.flush()

    try:
        case: Case = importlib.import_module(f"bench.cases.{case_name}").CASE
        job = case.entry(entry_name).start(size)
        say(before=_peak())
        for _ in sys.stdin:
            job.prepare()
            began, used = time.perf_counter(), _processor_seconds()
            answer = job.run()
            seconds, used = time.perf_counter() - began, _processor_seconds() - used
            peak = _peak()
            say(
                seconds=seconds if answer.seconds is None else answer.seconds,
                processor=used, peak=peak, facts={**answer.facts, **job.look()},
                amount=answer.amount,
            )
    except Exception as error:
        traceback.print_exc()
        say(problem=f"{type(error).__name__}: {error}".splitlines()[0])
    finally:
        # QGIS may fall over its own feet at the end of a process; the answers are out
        answers.close()
        places.clear()
        sys.stderr.flush()
        os._exit(0)


def _processor_seconds() -> float:
    """Of this process and of the programs it started, over all cores."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _peak() -> float:
    """Highest memory of this process, or of the largest program it started, in MB."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return max(own, children) / 1024


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))

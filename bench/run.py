"""Measures our speed and memory beside what a user would pick instead.

    bench/run.py                          all cases in full size, written to bench/results.md
    bench/run.py near_repeat atlas        only these cases (the others stay in results.md)
    bench/run.py --quick                  small sizes and few runs; nothing is written
    bench/run.py --list                   the cases

Made data, measurements and the programs' own words are kept in the user's cache folder.
"""

from __future__ import annotations

import argparse
import datetime as dt
import importlib
import json
import shlex
import sys
from pathlib import Path
from typing import Dict, List

from bench import machine, measure, peers, places, report
from bench.frame import Case

CASES = Path(__file__).with_name("cases")
RESULTS = Path(__file__).with_name("results.md")
#: An entry that has used so many seconds is not run again.
BUDGET = 600.0


def main(arguments: List[str]) -> int:
    options = _options(arguments)
    known = {path.stem: path for path in sorted(CASES.glob("*.py"))}
    unknown = sorted(set(options.cases) - set(known))
    if unknown:
        print(f"There is no case {', '.join(unknown)}; the cases are: {', '.join(known)}.")
        return 2
    cases = [_case(name) for name in known]
    if options.list:
        print("\n".join(f"{case.name:<24} {case.title}" for case in cases))
        return 0
    chosen = [case for case in cases if not options.cases or case.name in options.cases]
    packages = {package for case in chosen for entry in case.entries for package in entry.debian}
    log = places.cache() / "log" / "run.log"
    if not (options.no_install or options.only_ours):
        problem = peers.install(packages, log)
        if problem:
            print(problem)
    keep = not (options.quick or options.only_ours)
    failed = False
    for case in chosen:
        session = _measure(case, options, log, "bench/run.py " + shlex.join(arguments))
        failed |= any(m.ours and m.problem and not case.entry(m.entry).missing()
                      for m in session.measured)
        if keep:
            kept = places.cache() / "measured" / f"{case.name}.json"
            kept.parent.mkdir(exist_ok=True)
            kept.write_text(json.dumps(session.as_json()), encoding="utf-8")
            _write(cases)
    if keep:
        print(f"Written: {RESULTS}")
    if failed:
        print(f"A case of ours failed; what was said stands in {log}.")
    return int(failed)


def _measure(
    case: Case, options: argparse.Namespace, log: Path, command: str
) -> report.Session:
    print(f"\n{case.title}")
    before = machine.load()
    found = []
    sizes = case.quick if options.quick else case.full
    for size in [one for one in sizes if not options.sizes or one in options.sizes]:
        found += measure.measure(
            case, size, options.runs or (2 if options.quick else 5), BUDGET, log, _tell,
            options.only_ours,
        )
    _tell("")
    load = (before, machine.load())
    print(report.table(case, found))
    for line in report.verdicts(case.verdicts(found)):
        print(line)
    print(f"Load {load[0]:.1f} before, {load[1]:.1f} after.", flush=True)
    when = dt.datetime.now().strftime("%Y-%m-%d %H:%M")
    return report.Session(case.name, when, command.strip(), machine.commit(), load, tuple(found))


def _write(cases: List[Case]) -> None:
    sessions: Dict[str, report.Session] = {}
    for path in (places.cache() / "measured").glob("*.json"):
        sessions[path.stem] = report.Session.from_json(json.loads(path.read_text("utf-8")))
    packages = {package for case in cases for entry in case.entries for package in entry.debian}
    RESULTS.write_text(
        report.document(cases, sessions, machine.description(),
                        machine.versions(sys.executable, packages)),
        encoding="utf-8",
    )


def _case(name: str) -> Case:
    found: Case = importlib.import_module(f"bench.cases.{name}").CASE
    return found


def _tell(sentence: str) -> None:
    """What is going on, in one line that the next replaces."""
    if sys.stderr.isatty():
        print(f"\r\033[K{sentence}", end="", file=sys.stderr, flush=True)


def _options(arguments: List[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("cases", nargs="*", metavar="case", help="only these (see --list)")
    parser.add_argument("--quick", action="store_true", help="small sizes, two runs")
    parser.add_argument("--runs", type=int, help="runs after the first call (5)")
    parser.add_argument("--sizes", type=int, nargs="+", metavar="n",
                        help="only these of a case's sizes")
    parser.add_argument("--only-ours", action="store_true", help="without the peers")
    parser.add_argument("--no-install", action="store_true",
                        help="do not install Debian's packages to compare with")
    parser.add_argument("--list", action="store_true", help="the cases and what they measure")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Keeps the Swedish catalogue in step with the sentences of the code, and compiles it.

    tools/translations.py               add new sentences, retire those that are gone
    tools/translations.py --missing     list the sentences that have no Swedish, as JSON to fill in
    tools/translations.py --merge FILE  take Swedish from such a JSON file: {"English": "svenska"}
    tools/translations.py --compile     make i18n/trygg_sv.qm, which QGIS reads

A sentence is a constant given to ``tr`` or ``N_``, or given to one of our own errors (a call of a
name that ends in ``Error``, or is one of ``OTHER_ERRORS``). Swedish stands in i18n/trygg_sv.ts;
Qt Linguist opens it.
"""

from __future__ import annotations

import argparse
import ast
import builtins
import fcntl
import json
import os
import shutil
import string
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Dict, Iterator, List, Optional, Set, Tuple
from xml.etree import ElementTree
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
CODE = ROOT / "trygg_plugin"
CATALOGUE = ROOT / "i18n" / "trygg_sv.ts"
#: The same as in trygg_plugin/i18n.py: one context, so that a sentence is translated once.
CONTEXT = "Trygg"
_MARKERS = ("tr", "N_")
#: Our errors whose name does not end in Error, and which argument holds their sentence.
OTHER_ERRORS = {
    "BackupNeeded": 0, "CommitUnknown": 0, "ConnectionLost": 0, "WorkspaceLocked": 0,
    "WorkspaceOutdated": 0, "RowRejected": 1,
}  # fmt: skip
#: Modules whose errors end in Error and are not ours.
_FOREIGN = ("sqlite3",)
#: Names, units and the words that are spelt alike in both languages.
SAME_IN_SWEDISH = frozenset(
    {
        "Atlas",
        "Epanechnikov",
        "Filter",
        "Gi* (z)",
        "Organisation",
        "Period",
        "Plan",
        "Problem",
        "Problem: {title}",
        "Robust S-index",
        "S-index",
        "Status",
        "Test",
        "Trend (Mann-Kendall z)",
        "km²",
        "m",
        "min",
        "p",
        "per km²",
        "risk",
        "trend",
        "{day} ({share:.0f} %)",
        "{metres} m",
        "{minutes} min",
        "{section} §: {demand}",
        "{sentence}",
        "{title}: {state}.",
    }
)
_LRELEASE = ("lrelease", "/usr/lib/qt5/bin/lrelease", "lrelease-qt5", "/usr/lib/qt6/bin/lrelease")


class TranslationError(Exception):
    """Why the catalogue could not be made."""


@dataclass
class Collected:
    """What the code says: sentence -> the files that say it, and what cannot be translated."""

    sentences: Dict[str, List[str]] = field(default_factory=dict)
    mistakes: List[str] = field(default_factory=list)


def _called_name(call: ast.Call) -> str:
    if isinstance(call.func, ast.Name):
        return call.func.id
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""


def _is_foreign(call: ast.Call) -> bool:
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    return isinstance(owner, ast.Name) and owner.id in _FOREIGN


def _is_our_error(name: str) -> bool:
    return name in OTHER_ERRORS or (name.endswith("Error") and not hasattr(builtins, name))


def collect_source(source: str, name: str, into: Collected) -> None:
    """Adds the sentences of one file's text to ``into``."""
    for node in ast.walk(ast.parse(source, name)):
        if not isinstance(node, ast.Call) or _is_foreign(node):
            continue
        called = _called_name(node)
        place = OTHER_ERRORS.get(called, 0)
        if len(node.args) <= place:
            continue
        first = node.args[place]
        marked = called in _MARKERS
        if not marked and not _is_our_error(called):
            continue
        if isinstance(first, ast.Constant) and isinstance(first.value, str) and first.value:
            files = into.sentences.setdefault(first.value, [])
            if name not in files:
                files.append(name)
        elif isinstance(first, (ast.JoinedStr, ast.BinOp)) and (
            marked or isinstance(first, ast.JoinedStr)
        ):
            into.mistakes.append(
                f"{name}:{node.lineno}: {called}() needs one plain string with {{names}}, "
                "filled in after translation; a string put together cannot be translated."
            )


def collect(folder: Path = CODE) -> Collected:
    """The sentences of all Python files under a folder."""
    found = Collected()
    for path in sorted(folder.rglob("*.py")):
        collect_source(path.read_text(encoding="utf-8"), path.relative_to(ROOT).as_posix(), found)
    return found


def read_catalogue(path: Path = CATALOGUE) -> Dict[str, str]:
    """English -> Swedish, the retired sentences too; "" where there is no Swedish yet."""
    if not path.exists():
        return {}
    messages = ElementTree.parse(path).getroot().iter("message")
    return {
        message.findtext("source", ""): message.findtext("translation", "") for message in messages
    }


def write_catalogue(
    sentences: Dict[str, List[str]], swedish: Dict[str, str], path: Path = CATALOGUE
) -> None:
    """Writes Qt's TS format, sorted, so that a change shows as a change and nothing else."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        '<TS version="2.1" language="sv" sourcelanguage="en">',
        "<context>",
        f"    <name>{CONTEXT}</name>",
    ]
    for sentence in sorted(set(sentences) | {key for key, text in swedish.items() if text}):
        text = swedish.get(sentence, "")
        kind = "" if text else ' type="unfinished"'
        lines.append("    <message>")
        if sentence not in sentences:
            # no longer said; kept for the day it is said again, and not compiled
            kind = ' type="vanished"'
        lines.append(f"        <source>{escape(sentence)}</source>")
        lines.append(f"        <translation{kind}>{escape(text)}</translation>")
        lines.append("    </message>")
    lines += ["</context>", "</TS>", ""]
    path.parent.mkdir(parents=True, exist_ok=True)
    scratch = path.with_suffix(".ts.new")
    scratch.write_text("\n".join(lines), encoding="utf-8")
    os.replace(scratch, path)


def _names(text: str) -> Optional[Set[Tuple[str, ...]]]:
    """The ``{names}`` in a sentence with how each is written (``{x:.0f}``, ``{x!r}``).

    None where its braces do not match.
    """
    try:
        parts = list(string.Formatter().parse(text))
    except ValueError:
        return None
    return {(name, form or "", how or "") for _, name, form, how in parts if name is not None}


def _edges(text: str) -> Tuple[str, str]:
    """The white space before and after a sentence, which joins it to what stands beside it."""
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def mistakes(sentences: Dict[str, List[str]], swedish: Dict[str, str]) -> List[str]:
    """What is wrong with the catalogue: missing Swedish, other ``{names}`` than the English,
    other white space around it, English where Swedish should stand, straight quotes."""
    wrong = []
    for sentence, files in sorted(sentences.items()):
        text = swedish.get(sentence, "")
        if not text:
            wrong.append(f"{files[0]}: no Swedish for {sentence!r}")
        elif _names(sentence) is not None and _names(text) != _names(sentence):
            wrong.append(f"{files[0]}: other {{names}} in the Swedish of {sentence!r}")
        elif _edges(text) != _edges(sentence):
            wrong.append(f"{files[0]}: other white space around the Swedish of {sentence!r}")
        elif text == sentence and sentence.replace("&", "") not in SAME_IN_SWEDISH:
            wrong.append(f"{files[0]}: the Swedish of {sentence!r} is the English")
        elif any(sign in text for sign in "“„«»\"'"):
            wrong.append(f"{files[0]}: Swedish quotes are ”…” in {sentence!r}")
    return wrong


@contextmanager
def _alone() -> Iterator[None]:
    """Keeps two runs from writing the catalogue at the same time."""
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    folder = os.open(CATALOGUE.parent, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def update(more: Optional[Dict[str, str]] = None) -> List[str]:
    """Brings the catalogue up to date, takes in ``more`` Swedish; returns what is wrong."""
    with _alone():
        found = collect()
        swedish = {**read_catalogue(), **(more or {})}
        write_catalogue(found.sentences, swedish)
    return found.mistakes + mistakes(found.sentences, swedish)


def compile_catalogue(source: Path = CATALOGUE, target: Optional[Path] = None) -> Path:
    """Makes the ``.qm`` that Qt reads. Raises TranslationError with a sentence."""
    target = target or source.with_suffix(".qm")
    program = next((found for name in _LRELEASE if (found := shutil.which(name))), None)
    if program is None:
        raise TranslationError("lrelease is missing; it is in Debian's qttools5-dev-tools.")
    done = subprocess.run(
        [program, "-silent", str(source), "-qm", str(target)], capture_output=True, text=True
    )
    if done.returncode != 0 or not target.exists():
        raise TranslationError(f"lrelease could not compile {source.name}: {done.stderr.strip()}")
    return target


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("--missing", action="store_true")
    choice.add_argument("--merge", type=Path, metavar="FILE")
    choice.add_argument("--compile", action="store_true")
    arguments = parser.parse_args()
    if arguments.missing:
        swedish = read_catalogue()
        wanted = {key: "" for key in sorted(collect().sentences) if not swedish.get(key)}
        print(json.dumps(wanted, ensure_ascii=False, indent=1))
        return 0
    if arguments.compile:
        print(f"trygg: {compile_catalogue()}")
        return 0
    more = json.loads(arguments.merge.read_text(encoding="utf-8")) if arguments.merge else None
    wrong = update({key: text for key, text in more.items() if text} if more else None)
    for line in wrong:
        print(line, file=sys.stderr)
    print(f"trygg: {CATALOGUE.relative_to(ROOT)} written, {len(wrong)} things to mend")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

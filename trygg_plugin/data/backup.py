"""Backups of a GeoPackage through SQLite's own backup, never by copying the file.

A copied file misses what still stands in the journal, and may catch a write half done.
"""

from __future__ import annotations

import glob
import os
import re
import sqlite3
from datetime import datetime
from pathlib import Path
from typing import Callable, List, Optional, Union

from .errors import DataError

Progress = Callable[[float], None]
"""Called with a share from 0 to 1; cancels by raising."""

_PAGES = 4096


#: What a backup's name has after that of its file.
_MADE = re.compile(r"-backup-\d{8}-\d{6}(-\d+)?\Z")


def back_up(
    source: Union[str, Path],
    target: Optional[Union[str, Path]] = None,
    *,
    progress: Optional[Progress] = None,
) -> Path:
    """Write a backup and return its path; it appears under its name only when complete.

    Without ``target`` it stands beside the file, with date and time in its name. Others may
    go on working; what they commit meanwhile is in the backup too. DataError with a sentence.
    """
    path = Path(source)
    if not path.is_file():
        raise DataError("There is no file {path}.", path=str(path))
    made = Path(target) if target is not None else _beside(path)
    if made.exists():
        raise DataError("The file {path} already exists. Choose another name.", path=str(made))
    partial = made.with_name(made.name + ".partial")
    try:
        _copy(path, partial, progress)
        os.replace(partial, made)
    except (sqlite3.Error, OSError) as error:
        raise DataError(
            "The backup {path} could not be written: {reason}", path=str(made), reason=str(error)
        ) from error
    finally:
        if partial.exists():
            partial.unlink()
    return made


def backups_of(source: Union[str, Path]) -> List[Path]:
    """The backups that stand beside a file, the oldest first."""
    path = Path(source)
    found = path.parent.glob(f"{glob.escape(path.stem)}-backup-*{glob.escape(path.suffix)}")
    # a workspace that someone named like this is none of ours
    return sorted(one for one in found if _MADE.match(one.stem[len(path.stem):]))


def _copy(source: Path, partial: Path, progress: Optional[Progress]) -> None:
    def report(status: int, remaining: int, total: int) -> None:
        if progress is not None and total:
            progress(1 - remaining / total)

    reading = sqlite3.connect(str(source), timeout=10)
    writing = sqlite3.connect(str(partial))
    try:
        reading.backup(writing, pages=_PAGES, progress=report)
        (answer,) = writing.execute("PRAGMA quick_check(1)").fetchone()
        if answer != "ok":
            raise DataError("The backup of {path} came out damaged ({reason}) and is not kept. "
                            "Try again, or to another disk.", path=str(source), reason=answer)
    finally:
        writing.close()
        reading.close()


def _beside(path: Path) -> Path:
    moment = datetime.now().strftime("%Y%m%d-%H%M%S")
    candidate = path.with_name(f"{path.stem}-backup-{moment}{path.suffix}")
    number = 2
    while candidate.exists():
        candidate = path.with_name(f"{path.stem}-backup-{moment}-{number}{path.suffix}")
        number += 1
    return candidate

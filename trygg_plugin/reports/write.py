"""One way for a document into a file, whatever its format: whole or not at all."""

from __future__ import annotations

import errno
import os
import uuid
from dataclasses import dataclass, field
from pathlib import Path
from typing import List, Sequence, Tuple

from qgis.core import QgsMapLayer

from ..analysis.progress import Progress, part, silent
from .document import Document
from .layouts import TEMPLATES, ReportError

#: Extension -> what the format is called.
FORMATS = {".pdf": "PDF", ".docx": "Word (DOCX)", ".html": "HTML"}


@dataclass(frozen=True)
class Printing:
    """How pages are printed: folder with layout templates, map layers below ours (topmost first).
    Formats without pages take no notice."""

    templates: Path = TEMPLATES
    background: Sequence[QgsMapLayer] = field(default_factory=tuple)


def write(
    document: Document, path: Path, printing: Printing = Printing(), progress: Progress = silent
) -> Path:  # fmt: skip
    """Write a document in the format that the file's extension names.

    The file appears under its name when it is complete, and an older one stays until then. Must
    run on the main thread for PDF. Raises ReportError with a sentence.
    """
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        raise ReportError(
            "The format of {path} is not known. Name a file that ends in {known}.",
            path=path, known=", ".join(FORMATS),
        )
    if not path.parent.is_dir():
        raise ReportError("The folder {folder} does not exist.", folder=path.parent)
    if path.is_dir():
        raise ReportError("{path} is a folder. Choose the name of a file.", path=path)
    unfinished = path.with_name(f".{path.stem}-{uuid.uuid4().hex[:8]}{suffix}")
    try:
        _make(document, unfinished, suffix, printing, progress)
        _replace(unfinished, path)
    except OSError as error:
        raise _told(error, path) from error
    finally:
        _remove(unfinished)
    progress(1.0)
    return path


def write_all(
    document: Document, folder: Path, stem: str, suffixes: Sequence[str],
    printing: Printing = Printing(), progress: Progress = silent,
) -> List[Path]:  # fmt: skip
    """The document in several formats, ``stem`` and an extension being the name of each."""
    made = []
    for index, suffix in enumerate(suffixes):
        step = part(progress, index / len(suffixes), (index + 1) / len(suffixes))
        made.append(write(document, folder / f"{stem}{suffix}", printing, step))
    return made


def _make(
    document: Document, path: Path, suffix: str, printing: Printing, progress: Progress
) -> None:
    if suffix == ".pdf":
        from .render_pdf import print_pdf

        print_pdf(document, path, printing.templates, printing.background, progress)
        _check_pdf(path)
        return
    if suffix == ".docx":
        from .render_docx import render_docx

        content = render_docx(document)
    else:
        from .render_html import render_html

        content = render_html(document).encode("utf-8")
    progress(0.9)
    with open(path, "wb") as file:
        file.write(content)
        file.flush()
        # a full disk is often told no earlier than here
        os.fsync(file.fileno())


def _check_pdf(path: Path) -> None:
    """Qt prints on to a full disk without a word: a PDF without its end is not finished."""
    with open(path, "rb") as file:
        file.seek(0, os.SEEK_END)
        file.seek(max(file.tell() - 1024, 0))
        if b"%%EOF" not in file.read():
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _replace(unfinished: Path, path: Path) -> None:
    try:
        unfinished.replace(path)
    except PermissionError as error:
        raise ReportError(
            "The file {path} is open in another program or write-protected ({reason}). Close it "
            "or choose another name.",
            path=path, reason=error.strerror,
        ) from error


def _told(error: OSError, path: Path) -> ReportError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return ReportError(
            "The disk has no room for {path}. Nothing was written; make room or choose another "
            "folder.",
            path=path,
        )
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return ReportError(
            "The folder {folder} is write-protected ({reason}). Choose another one.",
            folder=path.parent, reason=error.strerror,
        )
    return ReportError(
        "The file {path} could not be written: {reason}", path=path, reason=error.strerror or error
    )


def _remove(unfinished: Path) -> None:
    try:
        unfinished.unlink()
    except OSError:
        return  # it became the file, or was never there


def formats_of(names: str) -> Tuple[str, ...]:
    """Extensions in a text such as "pdf, docx"; ReportError for one that is not known."""
    found = []
    for word in names.replace(";", ",").split(","):
        suffix = "." + word.strip().lower().lstrip(".")
        if suffix == ".":
            continue
        if suffix not in FORMATS:
            raise ReportError(
                "The format “{format}” is not known. Choose among {known}.",
                format=word.strip(), known=", ".join(s.lstrip(".") for s in FORMATS),
            )
        found.append(suffix)
    return tuple(dict.fromkeys(found))

"""Code lists as CSV files that open in a Swedish Excel: semicolons, UTF-8."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Dict, List, Optional, Tuple

from .record_types import LANGUAGES, Code
from .standard_problems import N_, Problem

COLUMNS = (
    "code",
    "parent",
    "abbreviation",
    "label_sv",
    "label_en",
    "description_sv",
    "description_en",
    "colour",
    "retired",
)
#: Columns that a code list's table has beside those of the file; no extra column may be called so.
RESERVED = ("fid", "sort_order")
#: Besides letters, a code may begin with a digit: "1" to "4" are codes of severity.
CODE_PATTERN = re.compile(r"[a-z0-9][a-z0-9_]{0,62}")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_TRUTH = {"": False, "0": False, "no": False, "nej": False, "1": True, "yes": True, "ja": True}


@dataclass(frozen=True)
class CodeFile:
    """The codes of one file, the line of each, and the columns beyond the usual ones."""

    codes: Tuple[Code, ...]
    lines: Dict[str, int]
    extra_columns: Tuple[str, ...]
    problems: Tuple[Problem, ...]


def read_codes(path: Path, name: str) -> CodeFile:
    """Read a code list; nothing is raised for its content, problems stand in the result."""
    problems: List[Problem] = []

    def problem(line: int, template: str, **values: object) -> None:
        problems.append(Problem(name, line, template, values))

    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        problem(line, N_("The file is not UTF-8 text. In Excel: Save as, CSV UTF-8."))
        return CodeFile((), {}, (), tuple(problems))
    except OSError as error:
        problem(0, N_("The file cannot be read ({reason})."), reason=error.strerror or "")
        return CodeFile((), {}, (), tuple(problems))

    rows = _numbered_rows(text)
    if not rows:
        problem(1, N_("The file is empty; it needs at least a heading row."))
        return CodeFile((), {}, (), tuple(problems))
    heading = [cell.strip() for cell in rows[0][1]]
    missing = [column for column in COLUMNS if column not in heading]
    if missing:
        problem(
            1,
            N_("The heading lacks {columns}. Columns are separated by semicolons."),
            columns=", ".join(missing),
        )
        return CodeFile((), {}, (), tuple(problems))
    for column in sorted({column for column in heading if heading.count(column) > 1}):
        problem(1, N_("The column “{column}” stands in the heading twice."), column=column)
    extra = tuple(column for column in heading if column not in COLUMNS)
    for column in extra:
        if not re.fullmatch(r"[a-z][a-z0-9_]{0,62}", column) or column in RESERVED:
            problem(
                1,
                N_("The column name “{column}” is taken or holds other signs than a–z, 0–9 and _."),
                column=column,
            )

    codes: List[Code] = []
    lines: Dict[str, int] = {}
    for line, cells in rows[1:]:
        if len(cells) != len(heading):
            problem(
                line,
                N_("The row has {found} columns where the heading has {expected}."),
                found=len(cells),
                expected=len(heading),
            )
            continue
        row = {column: cell.strip() for column, cell in zip(heading, cells)}
        key = row["code"]
        if not CODE_PATTERN.fullmatch(key):
            problem(line, N_("The code “{code}” may hold only a–z, 0–9 and _."), code=key)
            continue
        if key in lines:
            problem(
                line,
                N_("The code “{code}” stands here again; it stood on line {first} already."),
                code=key,
                first=lines[key],
            )
            continue
        for language in LANGUAGES:
            if not row[f"label_{language}"]:
                problem(
                    line,
                    N_("The code “{code}” lacks its label in column label_{language}."),
                    code=key,
                    language=language,
                )
        if row["colour"] and not _COLOUR.fullmatch(row["colour"]):
            problem(
                line,
                N_("The colour “{colour}” is not written as #rrggbb."),
                colour=row["colour"],
            )
        retired = _TRUTH.get(row["retired"].lower())
        if retired is None:
            problem(
                line,
                N_("“{value}” in column retired is neither yes, no nor empty."),
                value=row["retired"],
            )
        lines[key] = line
        codes.append(
            Code(
                key=key,
                label={language: row[f"label_{language}"] for language in LANGUAGES},
                parent=row["parent"] or None,
                abbreviation=row["abbreviation"] or None,
                description=_description(row),
                colour=row["colour"] or None,
                retired=bool(retired),
                extra={column: row[column] for column in extra},
            )
        )
    return CodeFile(tuple(codes), lines, extra, tuple(problems))


def _description(row: Dict[str, str]) -> Optional[Dict[str, str]]:
    """Descriptions are a help, not a must: one language alone is kept as it is."""
    texts = {language: row[f"description_{language}"] for language in LANGUAGES}
    return {language: text for language, text in texts.items() if text} or None


def _numbered_rows(text: str) -> List[Tuple[int, List[str]]]:
    """Rows with the line each begins on; Excel's trailing empty rows are left out."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";")
    rows: List[Tuple[int, List[str]]] = []
    begins = 1
    for cells in reader:
        if any(cell.strip() for cell in cells):
            rows.append((begins, cells))
        begins = reader.line_num + 1
    return rows

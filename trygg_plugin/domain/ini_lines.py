"""INI files whose every section and option remembers the line it stands on.

``configparser`` reads the values; it forgets where they stood, and stops at the
first duplicate. A municipality that edits its copy of ``forms/`` needs the line of
every mistake, so the lines are walked once more here.
"""

from __future__ import annotations

import configparser
from dataclasses import dataclass, field
from pathlib import Path
from typing import Dict, Iterator, List, Optional, Tuple

from .standard_problems import N_, Problem

_COMMENTS = ("#", ";")


@dataclass(frozen=True)
class Section:
    """A section: its kind and key (``[field category]``), its options and their lines."""

    kind: str
    key: str
    line: int
    options: Dict[str, str]
    lines: Dict[str, int]

    def line_of(self, option: str) -> int:
        """Where the option stands; the section's own line when it is not given."""
        return self.lines.get(option, self.line)


@dataclass
class IniFile:
    """What could be read of a file, and what was wrong with it."""

    name: str
    sections: List[Section] = field(default_factory=list)
    problems: List[Problem] = field(default_factory=list)

    def of_kind(self, kind: str) -> Iterator[Section]:
        return (section for section in self.sections if section.kind == kind)


def read_ini(path: Path, name: str) -> IniFile:
    """Read a file; ``name`` is what its problems call it.

    Nothing is raised for the file's content: problems stand in the result.
    """
    result = IniFile(name)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        result.problems.append(
            Problem(name, line, N_("The file is not UTF-8 text. Save it again as UTF-8."))
        )
        return result
    except OSError as error:
        result.problems.append(
            Problem(
                name, 0, N_("The file cannot be read ({reason})."), {"reason": error.strerror or ""}
            )
        )
        return result

    positions = _walk(text, result)
    parser = configparser.ConfigParser(
        interpolation=None,
        strict=False,
        delimiters=("=",),
        comment_prefixes=_COMMENTS,
        empty_lines_in_values=False,
        default_section="",
    )
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    try:
        parser.read_string(text)
    except configparser.MissingSectionHeaderError as error:
        result.problems.append(
            Problem(name, error.lineno, N_("A line stands before the first [section]."))
        )
        return result
    except configparser.ParsingError as error:
        for line, _ in error.errors:
            result.problems.append(
                Problem(name, line, N_("This line is neither [section], name = value nor comment."))
            )
        return result

    for title, (line, lines) in positions.items():
        kind, _, key = title.partition(" ")
        options = {option: " ".join(value.split("\n")) for option, value in parser.items(title)}
        result.sections.append(Section(kind, key.strip(), line, options, lines))
    return result


def _walk(text: str, result: IniFile) -> Dict[str, Tuple[int, Dict[str, int]]]:
    """Lines of sections and options; what stands there twice becomes a problem."""
    positions: Dict[str, Tuple[int, Dict[str, int]]] = {}
    lines: Optional[Dict[str, int]] = None
    option: Optional[str] = None
    for number, raw in enumerate(text.splitlines(), start=1):
        stripped = raw.strip()
        if not stripped:
            option = None  # an empty line ends a value, as empty_lines_in_values says
            continue
        if stripped.startswith(_COMMENTS):
            continue
        if raw[0].isspace() and option is not None:
            continue
        if stripped.startswith("[") and "]" in stripped:
            title = stripped[1 : stripped.rindex("]")]
            option = None
            if title in positions:
                result.problems.append(
                    Problem(
                        result.name,
                        number,
                        N_("[{title}] stands here again; it stood on line {first} already."),
                        {"title": title, "first": positions[title][0]},
                    )
                )
            lines = positions.setdefault(title, (number, {}))[1]
        elif "=" in stripped and lines is not None:
            option = stripped.split("=", 1)[0].strip()
            if option in lines:
                result.problems.append(
                    Problem(
                        result.name,
                        number,
                        N_("“{option}” stands here again; it stood on line {first} already."),
                        {"option": option, "first": lines[option]},
                    )
                )
            else:
                lines[option] = number
    return positions

"""Deadlines of measures as a calendar file (iCalendar, RFC 5545) that any calendar imports.

Each measure is an all-day event on its deadline, or a to-do that is due then. Its UID follows
from the record's uuid and its SEQUENCE from the version, so that a second import moves what
the first one made. Nothing about persons goes out: of the free text only the title, and that
only when nothing in it looks like personal data.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import Iterable, List, Mapping, Optional, Sequence, Tuple

from ..data.records import Record
from ..data.workspace import Workspace
from ..domain.deadlines import ENDED
from ..domain.personal_data import find_personal_data
from ..domain.states import MEASURE

EVENT, TODO = "VEVENT", "VTODO"
#: What a reader of the file is told of who made it; not a name of a municipality or person.
PRODUCT = "-//Trygg//Trygg for QGIS//SV"
_OCTETS = 75
_WORDS = {
    "calendar": {"sv": "Åtgärder i Trygg", "en": "Measures in Trygg"},
    "deadline": {"sv": "Klar senast", "en": "Deadline"},
    "owner": {"sv": "Ansvarig", "en": "Responsible"},
    "problem": {"sv": "Problem", "en": "Problem"},
    "state": {"sv": "Status", "en": "State"},
    "type": {"sv": "Typ", "en": "Type"},
    "measure": {"sv": "Åtgärd", "en": "Measure"},
}


@dataclass(frozen=True)
class Deadline:
    """One entry. ``uid`` is stable, ``sequence`` grows with every change."""

    uid: str
    sequence: int
    day: date
    title: str
    lines: Tuple[str, ...]
    category: str
    changed_at: datetime
    cancelled: bool = False
    done: bool = False


@dataclass(frozen=True)
class CalendarFile:
    """The text to be written as UTF-8 without changing its line ends, and how many it holds.

    ``kept_back``: measures of problems whose secrecy is to be assessed first.
    """

    text: str
    count: int
    kept_back: int


def measures_calendar(
    workspace: Workspace,
    language: str,
    *,
    organisation: Optional[str] = None,
    kind: str = EVENT,
    with_ended: bool = False,
    now: Optional[datetime] = None,
) -> CalendarFile:
    """The deadlines of all measures, or of those that one organisation (uuid) is to do.

    Cancelled ones stay in, marked as cancelled, so that calendars take them away;
    ``with_ended``: also those that are done.
    """
    with workspace.reading():
        measures = [
            row
            for row in workspace.rows("measure", "deadline IS NOT NULL")
            if organisation is None or row["responsible_organisation"] == organisation
        ]
        problems = {row.uuid: row for row in workspace.rows("problem")}
        actors = {row.uuid: str(row["name"]) for row in workspace.rows("actor")}
    entries: List[Deadline] = []
    kept_back = 0
    for row in sorted(measures, key=lambda row: (row["deadline"], row.uuid)):
        if row["status"] in ENDED and row["status"] != "cancelled" and not with_ended:
            continue
        problem = problems.get(row["problem"])
        if problem is None or problem["secrecy"] == "to_be_assessed":
            kept_back += 1
            continue
        entries.append(_entry(workspace, row, problem, actors, language))
    name = _WORDS["calendar"][language]
    if organisation is not None and organisation in actors:
        name += f" – {actors[organisation]}"
    return CalendarFile(calendar_text(entries, name, kind, now), len(entries), kept_back)


def calendar_text(
    entries: Iterable[Deadline], name: str, kind: str = EVENT, now: Optional[datetime] = None
) -> str:
    """The calendar with its entries; lines end in CRLF and none is longer than 75 octets."""
    stamped = _moment(now or datetime.now(timezone.utc))
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escaped(name)}",
    ]
    for entry in entries:
        lines += _component(entry, kind, stamped)
    lines.append("END:VCALENDAR")
    return "".join(folded(line) for line in lines)


def escaped(text: str) -> str:
    """A TEXT value: backslash, semicolon, comma and line break escaped, no control characters."""
    kept = "".join(c for c in text.replace("\r\n", "\n").replace("\r", "\n")
                   if c in "\n\t" or (c >= " " and c != "\x7f"))  # fmt: skip
    for plain, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        kept = kept.replace(plain, written)
    return kept


def folded(line: str) -> str:
    """A content line with its CRLF; cut between characters so that no part passes 75 octets."""
    parts, part, size = [], "", 0
    for letter in line:
        octets = len(letter.encode("utf-8", "replace"))
        if size + octets > _OCTETS:
            parts.append(part)
            part, size = " ", 1
        part += letter
        size += octets
    return "\r\n".join([*parts, part]) + "\r\n"


def _component(entry: Deadline, kind: str, stamped: str) -> Sequence[str]:
    day = entry.day.strftime("%Y%m%d")
    lines = [
        f"BEGIN:{kind}",
        f"UID:{escaped(entry.uid)}",
        f"DTSTAMP:{stamped}",
        f"LAST-MODIFIED:{_moment(entry.changed_at)}",
        f"SEQUENCE:{entry.sequence}",
        f"SUMMARY:{escaped(entry.title)}",
        f"DESCRIPTION:{escaped(chr(10).join(entry.lines))}",
        f"CATEGORIES:{escaped(entry.category)}",
        "CLASS:PRIVATE",
    ]
    if kind == TODO:
        status = "CANCELLED" if entry.cancelled else "COMPLETED" if entry.done else "NEEDS-ACTION"
        lines += [f"DUE;VALUE=DATE:{day}", f"STATUS:{status}"]
    else:
        following = (entry.day + timedelta(days=1)).strftime("%Y%m%d")
        lines += [
            f"DTSTART;VALUE=DATE:{day}",
            f"DTEND;VALUE=DATE:{following}",
            # the day stays free: a deadline is no meeting
            "TRANSP:TRANSPARENT",
            f"STATUS:{'CANCELLED' if entry.cancelled else 'CONFIRMED'}",
        ]
    lines.append(f"END:{kind}")
    return lines


def _entry(
    workspace: Workspace,
    row: Record,
    problem: Record,
    actors: Mapping[str, str],
    language: str,
) -> Deadline:
    word = {key: said[language] for key, said in _WORDS.items()}
    kind = _label(workspace, "measure_type", row["type"], language)
    title = _harmless(row["title"]) or kind or word["measure"]
    owner = actors.get(row["responsible_organisation"] or "", "")
    lines = [
        (word["type"], kind),
        (word["owner"], owner),
        (word["problem"], _harmless(problem["title"])),
        (word["state"], _label(workspace, "measure_state", row["status"], language)),
    ]
    return Deadline(
        uid=f"{row.uuid}@trygg",
        sequence=row.version - 1,
        day=row["deadline"],
        title=f"{word['deadline']}: {title}",
        lines=tuple(f"{name}: {said}" for name, said in lines if said),
        category=word["measure"],
        changed_at=row.changed_at or row.created_at or datetime.now(timezone.utc),
        cancelled=row["status"] == "cancelled",
        done=row["status"] in MEASURE.states[3:],
    )


def _harmless(text: Optional[str]) -> str:
    """The text, or nothing when any of it may be personal data."""
    return "" if find_personal_data(text) else str(text or "")


def _label(workspace: Workspace, codelist: str, key: Optional[str], language: str) -> str:
    codes = workspace.standard.codelists[codelist].codes
    return next((code.label[language] for code in codes if code.key == key), str(key or ""))


def _moment(moment: datetime) -> str:
    return moment.astimezone(timezone.utc).strftime("%Y%m%dT%H%M%SZ")

"""Writes docs/data-dictionary.md from the standard in forms/.

tools/data_dictionary.py           write the file
tools/data_dictionary.py --check   only say whether it is up to date (exit code 1: it is not)
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Iterator, List

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from trygg_plugin.domain.record_types import (  # noqa: E402
    CodeList,
    Field,
    RecordType,
    Rule,
    Standard,
)
from trygg_plugin.domain.standard import default_folder, load_standard  # noqa: E402
from trygg_plugin.domain.states import MACHINES  # noqa: E402

TARGET = ROOT / "docs" / "data-dictionary.md"

INTRODUCTION = """\
# Datalexikon – data dictionary

<!-- Made by tools/data_dictionary.py from forms/. Do not edit here: edit the standard. -->

Standardens version (version of the standard): **{version}**

Tabellens namn är posttypens nyckel; kodlistor ligger i tabeller som heter `code_` + listans
nyckel. Varje tabell har dessutom `uuid`, `version`, `created_at`, `created_by`, `changed_at`,
`changed_by` och `deleted_at`. Tider som människor fyller i är kommunens lokala tid utan tidszon;
databasens egna stämplar (`created_at`, `changed_at`) är UTC.
*A table's name is the key of its record type; code lists are tables named `code_` + the list's
key. Every table also has the columns above. Times that people fill in are local time without a
zone; the database's own stamps are UTC.*

✱ obligatoriskt (required) · ⛨ fritext som prövas mot personuppgifter (free text checked for
personal data) · ⚙ fylls i vid handläggning (filled in by those who handle the record) ·
🔒 skrivs av systemet (written by the system)
"""

TYPES = {
    "text": "text",
    "long_text": "lång text (long text)",
    "integer": "heltal (integer)",
    "decimal": "decimaltal (decimal)",
    "boolean": "ja/nej (yes/no)",
    "date": "datum (date)",
    "datetime": "datum och tid (date and time)",
    "attachment": "fil (file)",
}
GEOMETRIES = {
    "none": "ingen (none)",
    "point": "punkt (point)",
    "line": "linje (line)",
    "polygon": "yta (polygon)",
    "any": "punkt, linje eller yta (point, line or polygon)",
}


def dictionary(standard: Standard) -> str:
    """The whole document as Markdown."""
    parts = [INTRODUCTION.format(version=standard.version), "## Posttyper – record types\n"]
    parts.append(
        "\n".join(
            f"- [{record.label['sv']} – {record.label['en']}](#{record.key}) `{record.key}`"
            for record in standard.records.values()
        )
        + "\n"
    )
    parts += [_record(record) for record in standard.records.values()]
    parts.append("## Kodlistor – code lists\n")
    parts += [_codelist(codelist) for codelist in standard.codelists.values()]
    return "\n".join(parts)


def _record(record: RecordType) -> str:
    lines = [f'<a id="{record.key}"></a>', f"### {record.label['sv']} – {record.label['en']}", ""]
    if record.description:
        lines += [record.description["sv"], f"*{record.description['en']}*", ""]
    lines += [f"`{record.key}` · geometri (geometry): {GEOMETRIES[record.geometry]}", ""]
    for group in record.groups:
        lines += [f"**{group.label['sv']} – {group.label['en']}**", ""]
        lines += _table(
            ("Fält", "Svenska", "English", "Typ", "", "Hjälp"),
            (
                (
                    f"`{field.key}`",
                    field.label["sv"],
                    field.label["en"],
                    _type(field),
                    _marks(field),
                    field.help["sv"] if field.help else "",
                )
                for field in record.fields
                if field.group == group.key
            ),
        )
    if record.rules:
        lines += ["**Regler – rules**", ""]
        lines += [f"- {rule.message['sv']} (`{_rule(rule)}`)" for rule in record.rules]
        lines.append("")
    if record.key in MACHINES:
        machine = MACHINES[record.key]
        lines += ["**Statusövergångar – steps between states**", ""]
        lines += [
            f"- `{state}` → {', '.join(f'`{to}`' for to in following)}"
            for state, following in machine.steps.items()
            if following
        ]
        lines.append("")
    return "\n".join(lines)


def _type(field: Field) -> str:
    if field.codelist is not None:
        several = "flera av " if field.type == "codes" else ""
        return f"{several}[{field.codelist}](#code_{field.codelist})"
    if field.references is not None:
        return f"→ [{field.references}](#{field.references})"
    text = TYPES[field.type]
    if field.max_length is not None:
        text += f", högst {field.max_length} tecken"
    if field.minimum is not None or field.maximum is not None:
        low = "" if field.minimum is None else f"{field.minimum:g}"
        high = "" if field.maximum is None else f"{field.maximum:g}"
        text += f", {low}–{high}"
    return f"{text}, {field.unit}" if field.unit else text


def _marks(field: Field) -> str:
    marks = (
        ("✱", field.required),
        ("⛨", field.checked_for_personal_data),
        ("⚙", field.handling),
        ("🔒", field.read_only),
    )
    return " ".join(mark for mark, holds in marks if holds)


def _rule(rule: Rule) -> str:
    text = f"{rule.kind}: {', '.join(rule.fields)}"
    if rule.unless_field:
        # what is settled goes by a field of the record that it belongs to
        whose = f"{rule.fields[0]}." if rule.kind == "settled" else ""
        text += f", unless {whose}{rule.unless_field}"
    return f"{text} = {', '.join(rule.values)}" if rule.values else text


def _codelist(codelist: CodeList) -> str:
    lines = [
        f'<a id="code_{codelist.key}"></a>',
        f"### {codelist.label['sv']} – {codelist.label['en']}",
        "",
        f"`code_{codelist.key}`",
        "",
    ]
    parent = (codelist.parent_list,) if codelist.parent_list else ()
    short = ("Förkortning",) if any(code.abbreviation for code in codelist.codes) else ()
    lines += _table(
        ("Kod", *parent, *short, "Svenska", "English", "Förklaring", *codelist.extra_columns),
        (
            (
                f"`{code.key}`" + (" (utgången)" if code.retired else ""),
                *([f"`{code.parent}`"] if parent else []),
                *([code.abbreviation or ""] if short else []),
                code.label["sv"],
                code.label["en"],
                (code.description or {}).get("sv", ""),
                *(code.extra.get(column, "") for column in codelist.extra_columns),
            )
            for code in codelist.codes
        ),
    )
    return "\n".join(lines)


def _table(heading: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> List[str]:
    lines = [_row(heading), _row(("---",) * len(heading))]
    lines += [_row(row) for row in rows]
    return [*lines, ""]


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="only compare, write nothing")
    arguments = parser.parse_args()
    text = dictionary(load_standard(default_folder()))
    if arguments.check:
        if TARGET.exists() and TARGET.read_text(encoding="utf-8") == text:
            return 0
        print(f"{TARGET} is out of date. Run: python tools/data_dictionary.py", file=sys.stderr)
        return 1
    TARGET.write_text(text, encoding="utf-8")
    print(f"{TARGET} written: {text.count(chr(10))} lines.")
    return 0


if __name__ == "__main__":
    sys.exit(main())

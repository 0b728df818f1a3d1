"""Reads the standard in ``forms/`` and checks that it holds together.

``standard.ini`` names the version, the record types in their order and the code
lists; each record type has an INI file and each code list a CSV file. A municipality
edits its own copy, so every mistake is collected with its file, line and a sentence.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Dict, List, Optional, Tuple

from .code_files import CODE_PATTERN, CodeFile, read_codes
from .ini_lines import IniFile, Section, read_ini
from .record_types import (
    FIELD_TYPES,
    GEOMETRIES,
    LANGUAGES,
    RULE_KINDS,
    SYSTEM_FIELDS,
    CodeList,
    Field,
    Group,
    Label,
    RecordType,
    Rule,
    Standard,
)
from .standard_problems import N_, Problem, StandardError

INDEX = "standard.ini"

_LABELS = ("label_sv", "label_en")
_OPTIONS = {
    "standard": ("version", "records"),
    "codelist": (*_LABELS, "parent_list"),
    "record": (
        *_LABELS,
        "label_plural_sv",
        "label_plural_en",
        "geometry",
        "state_field",
        "display",
        "description_sv",
        "description_en",
    ),
    "group": (*_LABELS, "visible_when"),
    "field": (
        *_LABELS,
        "type",
        "group",
        "help_sv",
        "help_en",
        "required",
        "default",
        "codelist",
        "cascades_from",
        "references",
        "minimum",
        "maximum",
        "max_length",
        "checked_for_personal_data",
        "read_only",
        "visible_when",
        "handling",
        "unit",
    ),
    "rule": ("kind", "fields", "values", "unless_field", "message_sv", "message_en"),
}
_KEY = re.compile(r"[a-z][a-z0-9_]{0,62}")
_TRUTH = {"yes": True, "no": False}
_NUMBERS = ("integer", "decimal")
_TEXTS = ("text", "long_text")
_QUOTED_NAME = re.compile(r'"([^"]+)"')
_DEFAULT_WORDS = {
    "date": ("today",),
    "datetime": ("now",),
    "boolean": ("yes", "no"),
}
#: kind of rule -> number of fields it takes (None: one or more)
_RULE_FIELDS: Dict[str, Optional[int]] = {
    "order": 2,
    "required_when": 2,
    "confirmed_when": 2,
    "not_future": 1,
    "distinct": 2,
    "unique": None,
    "frozen": None,
    "settled": None,
}


def default_folder() -> Path:
    """The folder with the standard that is shipped with the plugin."""
    return Path(__file__).resolve().parent.parent.parent / "forms"


def load_standard(folder: Path) -> Standard:
    """Read and check the standard in ``folder``.

    Raises StandardError with every mistake found, each with file, line and sentence.
    """
    loader = _Loader(folder)
    standard = loader.load()
    if loader.problems:
        raise StandardError(str(folder), loader.problems)
    return standard


class _Loader:
    """Reads one folder; gathers problems instead of stopping at the first."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: List[Problem] = []
        self.codelists: Dict[str, CodeList] = {}
        self.records: Dict[str, RecordType] = {}
        #: record -> the sections it came from, for checks across files
        self.sections: Dict[str, Dict[Tuple[str, str], Section]] = {}

    def load(self) -> Standard:
        index = self._read(INDEX, ("standard", "codelist"))
        heads = list(index.of_kind("standard"))
        version, keys = "", []
        if heads:
            version = heads[0].options.get("version", "")
            if not version:
                self._problem(INDEX, heads[0].line, N_("“version” is missing."))
            keys = _words(heads[0].options.get("records", ""))
        elif not index.problems:
            self._problem(
                INDEX, 1, N_("The section [standard] with version and records is missing.")
            )
        self._load_codelists(index)
        line = heads[0].line_of("records") if heads else 1
        self._compare_with_folder(keys, line)
        for key in keys:
            if key not in self.records and (self.folder / f"{key}.ini").exists():
                self._load_record(key)
        for record in self.records.values():
            self._check_across(record)
        return Standard(version, self.records, self.codelists)

    # --- helpers -----------------------------------------------------------------------

    def _problem(self, file: str, line: int, template: str, **values: object) -> None:
        self.problems.append(Problem(file, line, template, values))

    def _read(self, name: str, kinds: Tuple[str, ...]) -> IniFile:
        file = read_ini(self.folder / name, name)
        self.problems += file.problems
        for section in file.sections:
            if section.kind not in kinds:
                self._problem(
                    name,
                    section.line,
                    N_("A section [{kind}] is not known here; known are {kinds}."),
                    kind=section.kind,
                    kinds=", ".join(kinds),
                )
                continue
            needs_key = section.kind not in ("standard", "record")
            if needs_key and not _KEY.fullmatch(section.key):
                self._problem(
                    name,
                    section.line,
                    N_("The key “{key}” of [{kind}] may hold only a–z, 0–9 and _."),
                    key=section.key,
                    kind=section.kind,
                )
            for option in section.options:
                if option not in _OPTIONS[section.kind]:
                    self._problem(
                        name,
                        section.line_of(option),
                        N_("“{option}” is not an option of [{kind}]; known are {known}."),
                        option=option,
                        kind=section.kind,
                        known=", ".join(_OPTIONS[section.kind]),
                    )
        return file

    def _texts(self, file: str, section: Section, prefix: str, needed: bool) -> Optional[Label]:
        """A text in both languages; half a text is a mistake even where none is needed."""
        texts = {
            language: section.options.get(f"{prefix}_{language}", "") for language in LANGUAGES
        }
        if not any(texts.values()) and not needed:
            return None
        for language, text in texts.items():
            if not text:
                self._problem(
                    file,
                    section.line,
                    N_("[{title}] lacks {option}: every text stands in Swedish and English."),
                    title=f"{section.kind} {section.key}".strip(),
                    option=f"{prefix}_{language}",
                )
        return texts

    def _flag(self, file: str, section: Section, option: str, default: bool = False) -> bool:
        text = section.options.get(option, "")
        if text in _TRUTH:
            return _TRUTH[text]
        if text:
            self._problem(
                file,
                section.line_of(option),
                N_("“{option}” is yes or no, not “{value}”."),
                option=option,
                value=text,
            )
        return default

    def _number(self, file: str, section: Section, option: str) -> Optional[float]:
        text = section.options.get(option, "")
        if not text:
            return None
        try:
            return float(text)
        except ValueError:
            self._problem(
                file,
                section.line_of(option),
                N_("“{option}” is a number with a decimal point, not “{value}”."),
                option=option,
                value=text,
            )
            return None

    # --- code lists ----------------------------------------------------------------------

    def _compare_with_folder(self, keys: List[str], line: int) -> None:
        for key in sorted({key for key in keys if keys.count(key) > 1}):
            self._problem(INDEX, line, N_("The record type “{key}” is named twice."), key=key)
        found = {path.stem for path in self.folder.glob("*.ini")} - {Path(INDEX).stem}
        for key in sorted(set(keys) - found):
            self._problem(
                INDEX, line, N_("The record type “{key}” has no file {key}.ini."), key=key
            )
        for key in sorted(found - set(keys)):
            self._problem(
                INDEX,
                line,
                N_("The file {key}.ini is not named under records; name it or remove the file."),
                key=key,
            )

    def _load_codelists(self, index: IniFile) -> None:
        lists = {section.key: section for section in index.of_kind("codelist")}
        files: Dict[str, CodeFile] = {}
        found = {path.stem for path in (self.folder / "codelists").glob("*.csv")}
        for key in sorted(found - set(lists)):
            self._problem(
                f"codelists/{key}.csv",
                0,
                N_("The code list has no section [codelist {key}] in standard.ini."),
                key=key,
            )
        for key, section in lists.items():
            label = self._texts(INDEX, section, "label", needed=True) or {}
            if key not in found:
                self._problem(
                    INDEX,
                    section.line,
                    N_("The code list “{key}” has no file codelists/{key}.csv."),
                    key=key,
                )
                continue
            name = f"codelists/{key}.csv"
            file = files[key] = read_codes(self.folder / name, name)
            self.problems += file.problems
            parent_list = section.options.get("parent_list") or None
            self.codelists[key] = CodeList(key, label, file.codes, parent_list, file.extra_columns)
        for key, codelist in self.codelists.items():
            self._check_parents(codelist, lists[key], files[key])

    def _check_parents(self, codelist: CodeList, section: Section, file: CodeFile) -> None:
        parents = codelist.parent_list
        if parents is not None and parents not in self.codelists:
            self._problem(
                INDEX,
                section.line_of("parent_list"),
                N_("The parent list “{list}” is not a code list."),
                list=parents,
            )
            return
        known = {code.key for code in self.codelists[parents].codes} if parents else set()
        for code in codelist.codes:
            line = file.lines[code.key]
            name = f"codelists/{codelist.key}.csv"
            if parents is None and code.parent is not None:
                self._problem(
                    name,
                    line,
                    N_("“{code}” has a parent, but the list has no parent_list in standard.ini."),
                    code=code.key,
                )
            elif parents is not None and code.parent not in known:
                self._problem(
                    name,
                    line,
                    N_("The parent “{parent}” of “{code}” is not a code of the list {list}."),
                    parent=code.parent or "",
                    code=code.key,
                    list=parents,
                )

    # --- record types ----------------------------------------------------------------------

    def _load_record(self, key: str) -> None:
        name = f"{key}.ini"
        file = self._read(name, ("record", "group", "field", "rule"))
        heads = list(file.of_kind("record"))
        if not _KEY.fullmatch(key) or key.startswith(("trygg_", "code_")):
            self._problem(
                name,
                0,
                N_("“{key}” cannot name a table: use a–z, 0–9 and _, not trygg_ or code_ first."),
                key=key,
            )
        if not heads:
            if not file.problems:
                self._problem(name, 1, N_("The section [record] is missing."))
            return
        head = heads[0]
        geometry = head.options.get("geometry", "none")
        if geometry not in GEOMETRIES:
            self._problem(
                name,
                head.line_of("geometry"),
                N_("The geometry “{value}” is not known; known are {known}."),
                value=geometry,
                known=", ".join(GEOMETRIES),
            )
        groups, fields = self._groups_and_fields(name, file)
        rules = tuple(self._rule(name, section) for section in file.of_kind("rule"))
        self.sections[key] = {(s.kind, s.key): s for s in file.sections}
        self.records[key] = RecordType(
            key=key,
            label=self._texts(name, head, "label", needed=True) or {},
            label_plural=self._texts(name, head, "label_plural", needed=True) or {},
            geometry=geometry,
            fields=fields,
            groups=groups,
            rules=rules,
            state_field=head.options.get("state_field") or None,
            display=head.options.get("display") or None,
            description=self._texts(name, head, "description", needed=False),
        )

    def _groups_and_fields(
        self, name: str, file: IniFile
    ) -> Tuple[Tuple[Group, ...], Tuple[Field, ...]]:
        """A field belongs to the group above it, unless it names another."""
        groups: List[Group] = []
        fields: List[Field] = []
        current = ""
        for section in file.sections:
            if section.kind == "group":
                current = section.key
                groups.append(
                    Group(
                        section.key,
                        self._texts(name, section, "label", needed=True) or {},
                        section.options.get("visible_when") or None,
                    )
                )
            elif section.kind == "field":
                fields.append(self._field(name, section, current))
        known = {group.key for group in groups}
        for field in fields:
            section = next(s for s in file.of_kind("field") if s.key == field.key)
            if field.group not in known:
                self._problem(
                    name,
                    section.line_of("group"),
                    N_("The field “{field}” stands in no known group."),
                    field=field.key,
                )
        return tuple(groups), tuple(fields)

    def _field(self, name: str, section: Section, group: str) -> Field:
        options = section.options
        kind = options.get("type", "")
        if kind not in FIELD_TYPES:
            self._problem(
                name,
                section.line_of("type"),
                N_("The type “{value}” of field “{field}” is not known; known are {known}."),
                value=kind,
                field=section.key,
                known=", ".join(FIELD_TYPES),
            )
        if section.key in SYSTEM_FIELDS:
            self._problem(
                name,
                section.line,
                N_("“{field}” is a column that every table has already; choose another key."),
                field=section.key,
            )
        length = self._number(name, section, "max_length")
        if length is not None and (length < 1 or length != int(length)):
            self._problem(
                name, section.line_of("max_length"), N_("“max_length” is a whole number above 0.")
            )
        field = Field(
            key=section.key,
            type=kind,
            label=self._texts(name, section, "label", needed=True) or {},
            group=options.get("group", group),
            help=self._texts(name, section, "help", needed=False),
            required=self._flag(name, section, "required"),
            default=options.get("default") or None,
            codelist=options.get("codelist") or None,
            cascades_from=options.get("cascades_from") or None,
            references=options.get("references") or None,
            minimum=self._number(name, section, "minimum"),
            maximum=self._number(name, section, "maximum"),
            max_length=int(length) if length is not None else None,
            # free text is checked unless the file says no: forgetting must be safe
            checked_for_personal_data=self._flag(
                name, section, "checked_for_personal_data", default=kind in _TEXTS
            ),
            read_only=self._flag(name, section, "read_only"),
            visible_when=options.get("visible_when") or None,
            handling=self._flag(name, section, "handling"),
            unit=options.get("unit") or None,
        )
        self._check_field(name, section, field)
        return field

    def _check_field(self, name: str, section: Section, field: Field) -> None:
        for option, types in (
            ("codelist", ("code", "codes")),
            ("cascades_from", ("code", "codes")),
            ("references", ("reference",)),
            ("minimum", _NUMBERS),
            ("maximum", _NUMBERS),
            ("unit", _NUMBERS),
            ("max_length", _TEXTS),
        ):
            if option in section.options and field.type not in types:
                self._problem(
                    name,
                    section.line_of(option),
                    N_("“{option}” belongs to fields of type {types}, not {type}."),
                    option=option,
                    types=", ".join(types),
                    type=field.type,
                )
        if field.checked_for_personal_data and field.type not in _TEXTS:
            self._problem(
                name,
                section.line_of("checked_for_personal_data"),
                N_("Only text is checked for personal data; “{field}” is no text."),
                field=field.key,
            )
        for option, types in (("codelist", ("code", "codes")), ("references", ("reference",))):
            if field.type in types and not section.options.get(option):
                self._problem(
                    name,
                    section.line,
                    N_("The field “{field}” of type {type} needs “{option}”."),
                    field=field.key,
                    type=field.type,
                    option=option,
                )
        low, high = field.minimum, field.maximum
        if low is not None and high is not None and low > high:
            self._problem(
                name, section.line_of("minimum"), N_("“minimum” is greater than “maximum”.")
            )
        self._check_default(name, section, field)

    def _check_default(self, name: str, section: Section, field: Field) -> None:
        default = field.default
        if default is None:
            return
        good = True
        if field.type in _DEFAULT_WORDS:
            good = default in _DEFAULT_WORDS[field.type]
        elif field.type in _NUMBERS:
            try:
                value = float(default)
                good = field.type == "decimal" or value == int(value)
            except ValueError:
                good = False
            else:
                good = good and (field.minimum is None or value >= field.minimum)
                good = good and (field.maximum is None or value <= field.maximum)
        elif field.type in ("reference", "attachment", "codes"):
            good = False
        elif field.type == "code" and field.codelist in self.codelists:
            good = default in {
                code.key for code in self.codelists[field.codelist].codes if not code.retired
            }
        elif field.type in _TEXTS and field.max_length is not None:
            good = len(default) <= field.max_length
        if not good:
            self._problem(
                name,
                section.line_of("default"),
                N_("“{value}” cannot be the default of field “{field}” of type {type}."),
                value=default,
                field=field.key,
                type=field.type,
            )

    def _rule(self, name: str, section: Section) -> Rule:
        kind = section.options.get("kind", "")
        fields = tuple(_words(section.options.get("fields", "")))
        if kind not in RULE_KINDS:
            self._problem(
                name,
                section.line_of("kind"),
                N_("The kind “{value}” of rule “{rule}” is not known; known are {known}."),
                value=kind,
                rule=section.key,
                known=", ".join(RULE_KINDS),
            )
        else:
            expected = _RULE_FIELDS[kind]
            if (expected is None and not fields) or (
                expected is not None and len(fields) != expected
            ):
                self._problem(
                    name,
                    section.line_of("fields"),
                    N_("A rule of kind {kind} takes {expected} field(s), not {found}."),
                    kind=kind,
                    expected=expected or "≥ 1",
                    found=len(fields),
                )
        return Rule(
            key=section.key,
            kind=kind,
            fields=fields,
            message=self._texts(name, section, "message", needed=True) or {},
            values=tuple(_words(section.options.get("values", ""))),
            unless_field=section.options.get("unless_field") or None,
        )

    # --- checks that need all files -----------------------------------------------------------

    def _check_across(self, record: RecordType) -> None:
        name = f"{record.key}.ini"
        sections = self.sections[record.key]
        head = next(section for (kind, _), section in sections.items() if kind == "record")
        fields = {field.key: field for field in record.fields}
        for field in record.fields:
            section = sections["field", field.key]
            if field.codelist is not None and field.codelist not in self.codelists:
                self._problem(
                    name,
                    section.line_of("codelist"),
                    N_("The code list “{list}” of field “{field}” is not known."),
                    list=field.codelist,
                    field=field.key,
                )
            if field.references is not None and field.references not in self.records:
                self._problem(
                    name,
                    section.line_of("references"),
                    N_("The field “{field}” refers to the record type “{record}”, not known."),
                    field=field.key,
                    record=field.references,
                )
            if field.cascades_from is not None:
                self._check_cascade(name, section, field, fields)
            self._check_expression(name, section, "visible_when", field.visible_when, fields)
        for group in record.groups:
            section = sections["group", group.key]
            self._check_expression(name, section, "visible_when", group.visible_when, fields)
        self._check_expression(name, head, "display", record.display, fields)
        if record.state_field is not None and (
            record.state_field not in fields or fields[record.state_field].type != "code"
        ):
            self._problem(
                name,
                head.line_of("state_field"),
                N_("The state field “{field}” is not a field of type code."),
                field=record.state_field,
            )
        for rule in record.rules:
            self._check_rule(name, sections["rule", rule.key], rule, fields)

    def _check_cascade(
        self, name: str, section: Section, field: Field, fields: Dict[str, Field]
    ) -> None:
        above = fields.get(field.cascades_from or "")
        own = self.codelists.get(field.codelist or "")
        if above is None or above.type != "code":
            self._problem(
                name,
                section.line_of("cascades_from"),
                N_("“{field}” cascades from “{above}”, which is no field of type code."),
                field=field.key,
                above=field.cascades_from,
            )
        elif own is not None and own.parent_list != above.codelist:
            self._problem(
                name,
                section.line_of("cascades_from"),
                N_("The code list {list} does not have {parents} as its parent_list."),
                list=own.key,
                parents=above.codelist,
            )

    def _check_expression(
        self,
        name: str,
        section: Section,
        option: str,
        expression: Optional[str],
        fields: Dict[str, Field],
    ) -> None:
        for column in _QUOTED_NAME.findall(expression or ""):
            if column not in fields and column not in SYSTEM_FIELDS:
                self._problem(
                    name,
                    section.line_of(option),
                    N_("The expression names “{column}”, which is no field of this record type."),
                    column=column,
                )

    def _check_rule(
        self, name: str, section: Section, rule: Rule, fields: Dict[str, Field]
    ) -> None:
        deciders = fields
        if rule.kind == "settled":
            # the field that decides is one of the record that the first field refers to
            first = fields.get(rule.fields[0]) if rule.fields else None
            target = self.records.get(str(first.references)) if first is not None else None
            deciders = {} if target is None else {one.key: one for one in target.fields}
            if rule.unless_field not in deciders:
                self._problem(
                    name,
                    section.line_of("unless_field"),
                    N_("The rule “{rule}” must begin with a reference, and name a field of the "
                       "record that it refers to as its unless_field."),
                    rule=rule.key,
                )  # fmt: skip
                return
        for option, keys, known_here in (
            ("fields", rule.fields, fields),
            ("unless_field", (rule.unless_field,) if rule.unless_field else (), deciders),
        ):
            for key in keys:
                if key not in known_here and key not in SYSTEM_FIELDS:
                    self._problem(
                        name,
                        section.line_of(option),
                        N_("The rule “{rule}” names “{field}”, which is no field here."),
                        rule=rule.key,
                        field=key,
                    )
        deciding = rule.unless_field
        if rule.kind in ("required_when", "confirmed_when") and len(rule.fields) == 2:
            deciding = rule.fields[1]
        field = deciders.get(deciding or "")
        if rule.values and deciding is None:
            self._problem(
                name,
                section.line_of("values"),
                N_("The rule “{rule}” has values but no field that they belong to."),
                rule=rule.key,
            )
        if field is not None and field.codelist in self.codelists:
            known = {code.key for code in self.codelists[field.codelist].codes}
            for value in rule.values:
                if value not in known:
                    self._problem(
                        name,
                        section.line_of("values"),
                        N_("The rule “{rule}” names the value “{value}”, unknown in list {list}."),
                        rule=rule.key,
                        value=value,
                        list=field.codelist,
                    )


def _words(text: str) -> List[str]:
    """The parts of a list with commas."""
    return [part.strip() for part in text.split(",") if part.strip()]


__all__ = ["CODE_PATTERN", "StandardError", "default_folder", "load_standard"]

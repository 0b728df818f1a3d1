"""The shape of the standard: record types, fields, groups, rules and code lists.

The content stands in ``forms/``; :mod:`.standard` reads and checks it. Database
schema, attribute forms, import checks and data dictionary are made from these
objects and from nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Dict, Mapping, Optional, Tuple

LANGUAGES = ("sv", "en")

#: Field types. ``code`` takes a key of a code list, ``codes`` several of them
#: (stored as a QGIS value-relation list ``{a,b}``), ``reference`` the uuid of another record.
FIELD_TYPES = (
    "text",
    "long_text",
    "integer",
    "decimal",
    "boolean",
    "date",
    "datetime",
    "code",
    "codes",
    "reference",
    "attachment",
)

#: What a record's place may be. ``any`` allows point, line or polygon.
GEOMETRIES = ("none", "point", "line", "polygon", "any")

#: Kinds of :class:`Rule`.
RULE_KINDS = (
    "order",
    "required_when",
    "confirmed_when",
    "not_future",
    "distinct",
    "unique",
    "frozen",
    "settled",
)

#: Columns that every record has besides its fields. Rules may name them.
SYSTEM_FIELDS = (
    "fid",
    "geom",
    "uuid",
    "version",
    "created_at",
    "created_by",
    "changed_at",
    "changed_by",
    "deleted_at",
)

Label = Mapping[str, str]
"""Language ("sv", "en") to text."""


@dataclass(frozen=True)
class Code:
    """One row of a code list. A retired code stays valid on records that have it."""

    key: str
    label: Label
    parent: Optional[str] = None
    abbreviation: Optional[str] = None
    description: Optional[Label] = None
    colour: Optional[str] = None
    retired: bool = False
    #: further columns of the list, such as a harm weight; empty means "not known"
    extra: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class CodeList:
    key: str
    label: Label
    codes: Tuple[Code, ...]
    #: code list whose keys ``parent`` holds (subcategory -> category)
    parent_list: Optional[str] = None
    extra_columns: Tuple[str, ...] = ()


@dataclass(frozen=True)
class Group:
    """A tab or box of the form. ``visible_when`` is a QGIS expression QField knows too."""

    key: str
    label: Label
    visible_when: Optional[str] = None


@dataclass(frozen=True)
class Field:
    key: str
    type: str
    label: Label
    group: str
    help: Optional[Label] = None
    required: bool = False
    #: literal, or one of the words now, today, user, yes, no
    default: Optional[str] = None
    codelist: Optional[str] = None
    #: field of the same record whose code must be the parent of this one's
    cascades_from: Optional[str] = None
    #: key of the record type that a ``reference`` points at
    references: Optional[str] = None
    minimum: Optional[float] = None
    maximum: Optional[float] = None
    max_length: Optional[int] = None
    #: text that people write freely and that must hold no personal data
    checked_for_personal_data: bool = False
    read_only: bool = False
    visible_when: Optional[str] = None
    #: filled by those who handle the record, not by the reporter
    handling: bool = False
    unit: Optional[str] = None


@dataclass(frozen=True)
class Rule:
    """A condition over several fields, enforced in the database.

    kind ``order``: first field <= second field where both are given.
    kind ``required_when``: first field must be given when ``second`` is one of ``values``
    (no values: when it is given at all).
    kind ``confirmed_when``: as ``required_when``, but the first field, a boolean, must be yes.
    kind ``not_future``: the field may not lie after now, unless ``unless_field`` is one of
    ``values``.
    kind ``distinct``: the two fields may not be equal where both are given; one of them may be
    ``uuid``, so that a record does not point at itself.
    kind ``unique``: the fields together name at most one record that is not deleted.
    kind ``frozen``: the fields never change once stored, nor is the record deleted, unless
    ``unless_field`` was one of ``values`` before the change.
    kind ``settled``: what belongs to another record goes by that one's state. The first field
    refers to it; no record is added, changed in ``fields`` or deleted unless that one's
    ``unless_field`` is one of ``values``. An import may add what was settled elsewhere.
    """

    key: str
    kind: str
    fields: Tuple[str, ...]
    message: Label
    values: Tuple[str, ...] = ()
    unless_field: Optional[str] = None


@dataclass(frozen=True)
class RecordType:
    key: str
    label: Label
    label_plural: Label
    geometry: str
    fields: Tuple[Field, ...]
    groups: Tuple[Group, ...]
    rules: Tuple[Rule, ...] = ()
    #: field that holds the state, when the record has a state machine (domain/states.py)
    state_field: Optional[str] = None
    #: QGIS expression that names a record for people
    display: Optional[str] = None
    description: Optional[Label] = None

    def field(self, key: str) -> Field:
        """The field with this key; KeyError when there is none."""
        for candidate in self.fields:
            if candidate.key == key:
                return candidate
        raise KeyError(key)


@dataclass(frozen=True)
class Standard:
    """All record types and code lists, in the order of the files."""

    version: str
    records: Dict[str, RecordType]
    codelists: Dict[str, CodeList]

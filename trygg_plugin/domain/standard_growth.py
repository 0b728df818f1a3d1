"""A standard that has grown, with what a municipality has added of its own to the older one."""

from __future__ import annotations

from dataclasses import replace
from typing import Tuple

from .record_types import CodeList, Field, RecordType, Standard


def grown(new: Standard, old: Standard) -> Standard:
    """``new`` with the record types, fields, codes and columns that only ``old`` has.

    What both have is as ``new`` says. A rule of ``old`` stays where it is about a field of its
    own, a group where such a field stands in it.
    """
    records = dict(new.records)
    for key, record in old.records.items():
        records[key] = _record(records[key], record) if key in records else record
    codelists = dict(new.codelists)
    for key, codelist in old.codelists.items():
        codelists[key] = _codelist(codelists[key], codelist) if key in codelists else codelist
    return Standard(new.version, records, codelists)


def _record(new: RecordType, old: RecordType) -> RecordType:
    own = _missing(new.fields, old.fields)
    rules = [
        rule for rule in old.rules
        if rule.key not in {one.key for one in new.rules}
        and {*rule.fields, rule.unless_field} & {one.key for one in own}
    ]  # fmt: skip
    known = {group.key for group in new.groups}
    groups = [
        group for group in old.groups
        if group.key not in known and group.key in {one.group for one in own}
    ]  # fmt: skip
    return replace(
        new, fields=(*new.fields, *own), rules=(*new.rules, *rules),
        groups=(*new.groups, *groups),
    )  # fmt: skip


def _missing(new: Tuple[Field, ...], old: Tuple[Field, ...]) -> Tuple[Field, ...]:
    known = {one.key for one in new}
    return tuple(one for one in old if one.key not in known)


def _codelist(new: CodeList, old: CodeList) -> CodeList:
    known = {one.key for one in new.codes}
    columns = [key for key in old.extra_columns if key not in new.extra_columns]
    earlier = {one.key: one for one in old.codes}
    codes = [
        replace(
            one,
            extra={
                **{key: earlier[one.key].extra[key] for key in columns
                   if one.key in earlier and key in earlier[one.key].extra},
                **one.extra,
            },
        )
        for one in new.codes
    ]  # fmt: skip
    codes += [one for one in old.codes if one.key not in known]
    return replace(new, codes=tuple(codes), extra_columns=(*new.extra_columns, *columns))

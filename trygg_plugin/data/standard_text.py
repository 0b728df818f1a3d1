"""The standard as text that a workspace carries, so that its records keep their meaning.

JSON of the objects of domain/record_types.py; a municipality's own fields and rules travel
with the data, whatever standard a later plugin ships.
"""

from __future__ import annotations

import dataclasses
import json
from typing import Any, Dict, Mapping, Type, TypeVar

from ..domain.record_types import Code, CodeList, Field, Group, RecordType, Rule, Standard
from .errors import DataError

T = TypeVar("T")


def standard_to_text(standard: Standard) -> str:
    """The whole standard as JSON."""
    return json.dumps(_plain(standard), ensure_ascii=False, indent=1)


def standard_from_text(text: str) -> Standard:
    """The standard in a JSON text; DataError when it cannot be read."""
    try:
        data = json.loads(text)
        return Standard(
            version=data["version"],
            records={key: _record(value) for key, value in data["records"].items()},
            codelists={key: _codelist(value) for key, value in data["codelists"].items()},
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise DataError(
            "The standard stored in the workspace cannot be read ({reason}).", reason=str(error)
        ) from error


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value):
        return {f.name: _plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value


def _made(kind: Type[T], data: Mapping[str, Any], **parts: Any) -> T:
    """An object from what is known of it; keys of a later plugin are passed over."""
    known: Dict[str, Any] = {}
    for one in dataclasses.fields(kind):  # type: ignore[arg-type]
        if one.name in parts:
            known[one.name] = parts[one.name]
        elif one.name in data:
            value = data[one.name]
            known[one.name] = tuple(value) if isinstance(value, list) else value
    return kind(**known)


def _record(data: Mapping[str, Any]) -> RecordType:
    return _made(
        RecordType,
        data,
        fields=tuple(_made(Field, one) for one in data["fields"]),
        groups=tuple(_made(Group, one) for one in data["groups"]),
        rules=tuple(_made(Rule, one) for one in data["rules"]),
    )


def _codelist(data: Mapping[str, Any]) -> CodeList:
    return _made(CodeList, data, codes=tuple(_made(Code, one) for one in data["codes"]))

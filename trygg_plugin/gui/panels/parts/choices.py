"""What fields can be chosen from: codes in use, and records by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, List, Tuple

from ....domain.record_types import Field

if TYPE_CHECKING:
    from ....data.workspace import Workspace

Option = Tuple[str, str]
Options = Callable[[Field], List[Option]]
#: The entry of a field that may stay empty.
NOTHING: Option = ("", "–")


def codes(workspace: Workspace, codelist: str, language: str, keep: str = "") -> List[Option]:
    """(key, label) of the codes in use; ``keep`` is one that stays though it is retired."""
    return [
        (code.key, code.label[language])
        for code in workspace.standard.codelists[codelist].codes
        if not code.retired or code.key == keep
    ]


def label_of(workspace: Workspace, codelist: str, key: object, language: str) -> str:
    """What a code is called; the key itself when the list lacks it."""
    codes_ = workspace.standard.codelists[codelist].codes
    known = {code.key: code.label[language] for code in codes_}
    return known.get(str(key), str(key or ""))


def colour_of(workspace: Workspace, codelist: str, key: object) -> str:
    """The colour of a code; empty when it has none."""
    codes = workspace.standard.codelists[codelist].codes
    return next((code.colour or "" for code in codes if code.key == str(key)), "")


def organisations(workspace: Workspace, keep: str = "") -> List[Option]:
    """(uuid, name) of the active organisations, by name."""
    rows = workspace.query(
        "SELECT uuid, name FROM actor WHERE deleted_at IS NULL AND (active = {p} OR uuid = {p}) "
        "ORDER BY name, uuid",
        [True, keep],
    )
    return [(str(row["uuid"]), str(row["name"])) for row in rows]


def areas(workspace: Workspace) -> List[Option]:
    """(uuid, name) of the areas, by name."""
    rows = workspace.query(
        "SELECT uuid, name FROM area WHERE deleted_at IS NULL ORDER BY name, uuid"
    )
    return [(str(row["uuid"]), str(row["name"])) for row in rows]


def options_of(workspace: Workspace, language: str) -> Options:
    """Options for any code field and for organisations, the empty one first."""

    def options(field: Field) -> List[Option]:
        if field.codelist:
            return [NOTHING, *codes(workspace, field.codelist, language)]
        if field.references == "actor":
            return [NOTHING, *organisations(workspace)]
        return [NOTHING]

    return options

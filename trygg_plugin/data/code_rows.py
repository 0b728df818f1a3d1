"""The rows of a code list's table as the standard says them, in a new workspace and a grown one."""

from __future__ import annotations

from typing import Any, Dict, List

from .schema import CodeTable


def code_rows(table: CodeTable) -> List[Dict[str, Any]]:
    """Column to value of each code, in the order of the list."""
    rows = []
    for order, code in enumerate(table.codelist.codes, start=1):
        described = code.description or {}
        rows.append(
            {
                "code": code.key,
                "parent": code.parent,
                "abbreviation": code.abbreviation,
                "label_sv": code.label["sv"],
                "label_en": code.label["en"],
                "description_sv": described.get("sv"),
                "description_en": described.get("en"),
                "colour": code.colour,
                "sort_order": order,
                "retired": code.retired,
                **{key: code.extra.get(key) or None for key in table.codelist.extra_columns},
            }
        )
    return rows

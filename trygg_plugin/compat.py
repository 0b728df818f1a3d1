"""Differences between QGIS versions, each answered once."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import QVariant


def is_null(value: Any) -> bool:
    """Whether an attribute is null: a null QVariant on Qt 5, None on Qt 6."""
    if value is None:
        return True
    return isinstance(value, QVariant) and value.isNull()

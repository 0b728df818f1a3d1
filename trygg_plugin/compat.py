"""Differences between QGIS versions, each answered once."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

from qgis.core import QgsCoordinateTransform, QgsCsException, QgsGeometry
from qgis.PyQt.QtCore import QVariant


def is_null(value: Any) -> bool:
    """Whether an attribute is null: a null QVariant on Qt 5, None on Qt 6."""
    if value is None:
        return True
    return isinstance(value, QVariant) and value.isNull()


def transformed(geometry: QgsGeometry, operation: QgsCoordinateTransform) -> bool:
    """Bring a geometry to another coordinate system, in place; whether that could be done.

    QGIS says no by an exception or by a code, after what went wrong.
    """
    try:
        return bool(geometry.transform(operation) == QgsGeometry.OperationResult.Success)
    except QgsCsException:
        return False


def import_module(name: str) -> ModuleType:
    """The module with this full name, imported so that QGIS forgets it when it unloads us.

    QGIS keeps its list by a hook in the import statement, which ``importlib`` goes past: a
    module imported that way would stay, with classes of a plugin that is gone.
    """
    __import__(name)
    return sys.modules[name]

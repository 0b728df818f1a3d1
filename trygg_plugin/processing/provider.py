"""The Processing provider: finds every algorithm of this room and hands it to QGIS."""

from __future__ import annotations

import inspect
import pkgutil
from pathlib import Path
from typing import List, Type

from qgis.core import Qgis, QgsMessageLog, QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..compat import import_module
from ..i18n import tr
from . import algorithms
from .base import TryggAlgorithm

ICON = Path(__file__).resolve().parents[2] / "styles" / "icons" / "trygg.svg"


def algorithm_modules() -> List[str]:
    """Names of the modules in ``algorithms/``, in order."""
    return sorted(module.name for module in pkgutil.iter_modules(algorithms.__path__))


def algorithms_in(module_name: str) -> List[Type[TryggAlgorithm]]:
    """The algorithms that a module of ``algorithms/`` defines."""
    module = import_module(f"{algorithms.__name__}.{module_name}")
    return [
        value
        for value in vars(module).values()
        if inspect.isclass(value)
        and issubclass(value, TryggAlgorithm)
        and value.__module__ == module.__name__
        and value.NAME
    ]


class TryggProvider(QgsProcessingProvider):
    def id(self) -> str:
        return "trygg"

    def name(self) -> str:
        return "Trygg"

    def longName(self) -> str:  # noqa: N802  (QGIS calls it)
        return tr("Trygg – crime prevention by the EST method")

    def icon(self) -> QIcon:
        return QIcon(str(ICON))

    def svgIconPath(self) -> str:  # noqa: N802  (QGIS calls it)
        return str(ICON)

    def loadAlgorithms(self) -> None:  # noqa: N802  (QGIS calls it)
        for name in algorithm_modules():
            try:
                found = algorithms_in(name)
            except Exception as error:  # one broken file must not take the others away
                QgsMessageLog.logMessage(
                    f"trygg_plugin.processing.algorithms.{name}: {error}",
                    "Trygg",
                    Qgis.MessageLevel.Critical,
                )
                continue
            for algorithm in found:
                self.addAlgorithm(algorithm())

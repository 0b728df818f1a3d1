"""The plugin's life: what comes into QGIS when it is switched on leaves when it is switched off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from qgis.core import QgsApplication
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from .i18n import load_translator, user_language

if TYPE_CHECKING:
    from .gui.shell import Shell
    from .processing.provider import TryggProvider


class TryggPlugin:
    """Made by QGIS. Without a window (``iface`` is None) it brings only the algorithms."""

    # QGIS hands the interface over; an import of it would bind the plugin to a window
    def __init__(self, iface: Optional[QgisInterface]) -> None:  # noqa: QGS105
        self._iface = iface
        self._translator: Optional[QTranslator] = None
        self._provider: Optional[TryggProvider] = None
        self._shell: Optional[Shell] = None

    def initProcessing(self) -> None:  # noqa: N802  (QGIS calls it)
        """All that qgis_process asks for."""
        from .processing.provider import TryggProvider

        self._install_translator()
        provider = TryggProvider()
        # the registry owns the provider from here on, and deletes one that it refuses
        if QgsApplication.processingRegistry().addProvider(provider):
            self._provider = provider

    def initGui(self) -> None:  # noqa: N802  (QGIS calls it)
        self.initProcessing()
        if self._iface is None:
            return
        from .gui.shell import Shell

        self._shell = Shell(self._iface)
        try:
            self._shell.load()
        except Exception:
            # QGIS forgets a plugin that fails here and never unloads it
            self.unload()
            raise

    def unload(self) -> None:
        """The way back, in reverse order; a plugin that only half loaded unloads too."""
        if self._shell is not None:
            self._shell.unload()
            self._shell = None
        if self._provider is not None:
            # false only for a provider that has left already, which is what is wanted
            QgsApplication.processingRegistry().removeProvider(self._provider)  # noqa: QGS202
            self._provider = None
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None

    def _install_translator(self) -> None:
        translator = load_translator(user_language())
        if translator is not None and QCoreApplication.installTranslator(translator):
            self._translator = translator

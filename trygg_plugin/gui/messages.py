"""Outcomes in plain words: QGIS's message bar for the sentence, the log tab "Trygg" for detail."""

from __future__ import annotations

from typing import Callable, Optional, Tuple

from qgis.core import Qgis, QgsApplication
from qgis.gui import QgisInterface
from qgis.PyQt.QtWidgets import QPushButton

from ..i18n import tr_error

LOG_TAB = "Trygg"
#: What a person should have time to read; a warning stays until it is closed.
_SECONDS = 12

Link = Tuple[str, Callable[[], None]]


class Messages:
    """Tells the user what became of what was asked."""

    # handed over, so that a test can give a window of its own
    def __init__(self, iface: QgisInterface) -> None:  # noqa: QGS105
        self._iface = iface

    def success(self, sentence: str, link: Optional[Link] = None) -> None:
        self._show(sentence, Qgis.MessageLevel.Success, link, _SECONDS)

    def info(self, sentence: str, link: Optional[Link] = None) -> None:
        self._show(sentence, Qgis.MessageLevel.Info, link, _SECONDS)

    def warning(self, sentence: str, link: Optional[Link] = None) -> None:
        self._show(sentence, Qgis.MessageLevel.Warning, link, 0)

    def error(self, error: Exception, link: Optional[Link] = None) -> None:
        """An error of ours; the sentence in QGIS's language."""
        self.warning(tr_error(error), link)

    def log(self, text: str, level: Qgis.MessageLevel = Qgis.MessageLevel.Info) -> None:
        """Detail for those who look for it; never the values of records."""
        QgsApplication.messageLog().logMessage(text, LOG_TAB, level, False)

    def _show(
        self, sentence: str, level: Qgis.MessageLevel, link: Optional[Link], seconds: int
    ) -> None:
        self.log(sentence, level)
        bar = self._iface.messageBar()
        # no tr(): a name is the same in every language
        item = bar.createMessage("Trygg", sentence)
        if link is not None:
            text, follow = link
            button = QPushButton(text, item)
            button.setAccessibleName(text)
            button.clicked.connect(lambda _checked=False: follow())
            item.layout().addWidget(button)
        bar.pushWidget(item, level, seconds)

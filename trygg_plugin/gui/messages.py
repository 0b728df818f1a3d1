"""Outcomes in plain words: QGIS's message bar for the sentence, the log tab "Trygg" for detail."""

from __future__ import annotations

from typing import Callable, Optional, Sequence, Tuple

from qgis.core import Qgis, QgsApplication
from qgis.gui import QgisInterface, QgsMessageBarItem
from qgis.PyQt.QtWidgets import QPushButton, QWidget

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

    def success(self, sentence: str, *links: Optional[Link]) -> None:
        self._show(sentence, Qgis.MessageLevel.Success, links, _SECONDS)

    def info(self, sentence: str, *links: Optional[Link]) -> None:
        self._show(sentence, Qgis.MessageLevel.Info, links, _SECONDS)

    def warning(self, sentence: str, *links: Optional[Link]) -> None:
        self._show(sentence, Qgis.MessageLevel.Warning, links, 0)

    def error(self, error: Exception, *links: Optional[Link]) -> None:
        """An error of ours; the sentence in QGIS's language."""
        self.warning(tr_error(error), *links)

    def ask(self, question: QWidget) -> QgsMessageBarItem:
        """A widget that asks for something; stays until the item is dismissed."""
        bar = self._iface.messageBar()
        item = bar.createMessage("")
        item.layout().addWidget(question)
        bar.pushWidget(item, Qgis.MessageLevel.Info, 0)
        return item

    def log(self, text: str, level: Qgis.MessageLevel = Qgis.MessageLevel.Info) -> None:
        """Detail for those who look for it; never the values of records."""
        QgsApplication.messageLog().logMessage(text, LOG_TAB, level, False)

    def _show(
        self,
        sentence: str,
        level: Qgis.MessageLevel,
        links: Sequence[Optional[Link]],
        seconds: int,
    ) -> None:
        self.log(sentence, level)
        bar = self._iface.messageBar()
        # no tr(): a name is the same in every language
        item = bar.createMessage("Trygg", sentence)
        for text, follow in filter(None, links):
            button = QPushButton(text, item)
            button.setAccessibleName(text)
            button.clicked.connect(lambda _checked=False, follow=follow: follow())
            item.layout().addWidget(button)
        bar.pushWidget(item, level, seconds)

"""Help without a network: the handbook's pages, shown as they lie in ``docs/``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QImage, QTextDocument
from qgis.PyQt.QtWidgets import (
    QAction,
    QDialog,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..i18n import tr, user_language
from .icons import icon

if TYPE_CHECKING:
    from .shell import Shell

_ROOT = Path(__file__).resolve().parents[2]


def start_page(language: str) -> Path:
    """The page that help begins with: the handbook in Swedish, the methods in English."""
    first = "docs/handbok/index.md" if language == "sv" else "docs/methods/index.md"
    for page in (first, "README.md"):
        if (_ROOT / page).exists():
            return _ROOT / page
    raise FileNotFoundError("The handbook is missing from the plugin's folder.")


def page_of(name: str) -> Path:
    """The handbook's page ``docs/handbok/<name>.md``, or its first one when it is missing."""
    page = _ROOT / "docs" / "handbok" / f"{name}.md"
    return page if page.exists() else start_page("sv")


def help_button(name: str, parent: QWidget) -> QToolButton:
    """A small button that opens a page of the handbook beside what it is about."""
    button = QToolButton(parent)
    button.setAutoRaise(True)
    button.setIcon(QgsApplication.getThemeIcon("/mActionHelpContents.svg"))
    button.setToolTip(tr("Help on this panel"))
    button.setAccessibleName(tr("Help on this panel"))
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.clicked.connect(lambda _checked=False: HelpDialog(page_of(name), parent.window()).show())
    return button


class HelpBrowser(QTextBrowser):
    """Shows pages without pictures wider than the window."""

    WIDEST = 700

    def loadResource(self, kind: int, name: QUrl) -> Any:  # noqa: N802  (Qt calls it)
        picture = QTextDocument.ResourceType.ImageResource
        target = self.source().resolved(name)
        if kind == getattr(picture, "value", picture) and target.isLocalFile():
            image = QImage(target.toLocalFile())
            if image.width() > self.WIDEST:
                return image.scaledToWidth(
                    self.WIDEST, Qt.TransformationMode.SmoothTransformation
                )
        return super().loadResource(kind, name)


class HelpDialog(QDialog):
    """A window with the handbook. It does not hold up QGIS."""

    def __init__(self, page: Path, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Trygg – help"))
        self.resize(760, 640)
        self.browser = HelpBrowser(self)
        self.browser.setAccessibleName(tr("Handbook"))
        self.browser.setOpenLinks(False)
        self.browser.anchorClicked.connect(self._follow)
        self.browser.setSource(QUrl.fromLocalFile(str(page)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.browser)

    def _follow(self, link: QUrl) -> None:
        target = self.browser.source().resolved(link)
        if target.isLocalFile():
            self.browser.setSource(target)
        else:
            QDesktopServices.openUrl(target)


class HelpPart:
    """The entries under Help ▸ Plugins and at the end of our own menu."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._action: Optional[QAction] = None
        self._dialog: Optional[HelpDialog] = None

    def load(self) -> None:
        self._action = self._shell.add_action(
            "Help", tr("Trygg help"), self.show, icon=icon("trygg"), in_toolbar=False
        )
        self._shell.iface.pluginHelpMenu().addAction(self._action)

    def unload(self) -> None:
        if self._action is not None:
            self._shell.iface.pluginHelpMenu().removeAction(self._action)
            self._action = None
        if self._dialog is not None:
            self._dialog.close()

    def show(self) -> None:
        if self._dialog is None:
            self._dialog = HelpDialog(start_page(user_language()), self._shell.iface.mainWindow())
            self._dialog.destroyed.connect(self._forget)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def _forget(self) -> None:
        self._dialog = None

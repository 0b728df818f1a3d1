"""Files and addresses that records name, opened with what the computer opens them with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices

from ....i18n import tr

if TYPE_CHECKING:
    from ...shell import Shell


def address_of(file: str) -> QUrl:
    """The address of an attachment: the web's as it is, a file's from the project's folder.

    Whether the file is there is not asked: a network drive that does not answer would hold the
    window for half a minute.
    """
    text = file.strip()
    if text.lower().startswith(("http://", "https://")):
        return QUrl(text)
    path = Path(text)
    if not path.is_absolute():
        path = Path(QgsProject.instance().absolutePath()) / path
    return QUrl.fromLocalFile(str(path))


def open_file(shell: Shell, file: str) -> None:
    """Open an attachment, or say that nothing could open it."""
    if not QDesktopServices.openUrl(address_of(file)):
        shell.messages.warning(tr("“{file}” could not be opened.").format(file=file))

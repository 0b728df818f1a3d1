"""Photos on their way in: scaled down and without what a camera writes beside the picture.

A phone stores place, time, its owner's name and a small preview in the file (EXIF, XMP, comments).
Only the picture itself is kept: it is drawn anew, so that nothing else can come along.
"""

from __future__ import annotations

import filecmp
import shutil
import uuid as uuids
from pathlib import Path
from typing import TYPE_CHECKING, List, Tuple

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QImage, QImageReader, QImageWriter, QPainter

from ..data.attachments import attachment_paths
from .errors import ExchangeError

if TYPE_CHECKING:
    from ..data.workspace import Workspace

#: Folder beside the workspace's project.
FOLDER = "photos"
#: Longest side (pixels): enough to see what is meant on a printed page.
LONGEST = 1600
_QUALITY = 85
#: Larger than any phone's picture: what claims more would only fill the memory.
_MOST_PIXELS = 200_000_000


def store_photo(source: Path, beside: Path) -> str:
    """Keep a cleaned copy of a photo in the folder ``photos`` in ``beside``.

    Returns its path relative to ``beside``, with forward slashes, as attachments are stored.
    Raises ExchangeError with a sentence when the file is no picture or cannot be written.
    """
    picture = clean_picture(source)
    folder = beside / FOLDER
    target = folder / f"{uuids.uuid4().hex}.jpg"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExchangeError(
            "The folder {folder} cannot be made: {reason}", folder=folder, reason=str(error)
        ) from error
    writer = QImageWriter(str(target), b"jpeg")
    writer.setQuality(_QUALITY)
    if not writer.write(picture):
        raise ExchangeError(
            "The photo cannot be stored in {folder}: {reason}",
            folder=folder,
            reason=writer.errorString(),
        )
    return f"{FOLDER}/{target.name}"


def carry_photos(workspace: Workspace, old: Path, new: Path) -> Tuple[int, List[str]]:
    """Copy the photos that the records name from beside the old project to beside the new one.

    Returns how many the new folder has now, and the stored paths of those that are not in the old
    folder. Deleted records' photos come along, since deleted records can be restored. Raises
    ExchangeError when a file cannot be copied or another one is in its place.
    """
    carried, missing = 0, []
    for name in sorted(attachment_paths(workspace)):
        source, target = old / name, new / name
        if not source.is_file() or not _inside(source, old) or not _inside(target, new):
            missing.append(name)
            continue
        carried += 1
        if target.exists():
            if filecmp.cmp(source, target, shallow=False):
                continue
            raise ExchangeError(
                "The folder {folder} already holds another photo named {name}. Choose another "
                "folder for the project.",
                folder=target.parent, name=target.name,
            )  # fmt: skip
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
        except OSError as error:
            raise ExchangeError(
                "The photo cannot be stored in {folder}: {reason}",
                folder=target.parent, reason=str(error),
            ) from error  # fmt: skip
    return carried, missing


def _inside(path: Path, folder: Path) -> bool:
    """Whether a stored path stays in its folder, whatever was written into it."""
    return folder.resolve() in path.resolve().parents


def clean_picture(source: Path) -> QImage:
    """The picture in a file and nothing else, upright, at most :data:`LONGEST` pixels long."""
    reader = QImageReader(str(source))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid():
        if size.width() * size.height() > _MOST_PIXELS:
            raise ExchangeError("The photo {name} is too large.", name=source.name)
        if max(size.width(), size.height()) > LONGEST:
            reader.setScaledSize(
                size.scaled(QSize(LONGEST, LONGEST), Qt.AspectRatioMode.KeepAspectRatio)
            )
    image = reader.read()
    if image.isNull():
        raise ExchangeError(
            "{name} cannot be read as a photo: {reason}",
            name=source.name,
            reason=reader.errorString(),
        )
    # a new image has no texts, colour profiles or previews of the old one
    drawn = QImage(image.size(), QImage.Format.Format_RGB32)
    drawn.fill(Qt.GlobalColor.white)
    painter = QPainter(drawn)
    painter.drawImage(0, 0, image)
    painter.end()
    return drawn

"""One incident to judge: all that the reporter answered, in labels, with what may be personal data
marked where it stands, and a small picture of the photo."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Dict, List, Optional, Sequence, Tuple

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QSize, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QImage, QImageReader, QPalette, QPixmap
from qgis.PyQt.QtWidgets import QFrame, QLabel, QSizePolicy, QTextBrowser, QVBoxLayout, QWidget

from ....domain.personal_data import KINDS, Finding, warning_sentence
from ....i18n import tr
from ..parts.asking import Asking

if TYPE_CHECKING:
    from ....data.casework.words import Words
    from ....data.records import Record
    from ....domain.record_types import Field

#: Told in the heading or as a text of its own, not in the table of answers.
_IN_HEADING = ("category", "subcategory", "status", "description", "photo", "photo_confirmed")
#: The thumbnail's greatest height, in lines of text.
_PHOTO_LINES = 9
#: Black on yellow: readable in a light and in a dark theme.
_MARKED = "background-color:#ffd966; color:#1a1a1a;"
_REMOVE, _SEND_BACK, _DUPLICATES = "remove", "send-back", "duplicates"


class ReviewCard(QWidget):
    """Shows a record; links in it ask for what can be done at that very place."""

    #: take this finding out of its text: field, number of the finding
    remove_wanted = pyqtSignal(str, int)
    send_back_wanted = pyqtSignal()
    duplicates_wanted = pyqtSignal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.record: Optional[Record] = None
        self._parts: Dict[str, str] = {}
        self._asking = Asking()
        self.text = QTextBrowser(self)
        self.text.setOpenLinks(False)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setAccessibleName(tr("The incident"))
        self.text.anchorClicked.connect(self._followed)
        self.text.setMinimumHeight(self.fontMetrics().height() * 5)
        self.photo = QLabel(self)
        self.photo.setAccessibleName(tr("Photo"))
        self.photo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.photo.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.photo)

    def say(self, sentence: str) -> None:
        """A sentence instead of an incident."""
        self.record = None
        self._asking.stop()
        self.photo.hide()
        self.text.setHtml(f"<p>{escape(sentence)}</p>")  # noqa: QGS202  (no web page, no raster)

    def show_record(
        self, record: Record, fields: Sequence[Field], words: Words,
        findings: Dict[str, List[Finding]], notes: Sequence[str],
    ) -> None:
        """``fields`` are those of the record type, in the form's order; ``notes`` are sentences
        about what belongs to the incident, such as its problems."""
        self.record = record
        head, body = told(record, fields, words, findings, self.palette())
        self._parts = {
            "head": head,
            "notes": "".join(f"<p>{escape(note)}</p>" for note in notes),
            "duplicates": "",
            "body": body,
        }
        self._write()
        self._show_photo(record.values.get("photo"))

    def show_duplicates(self, uuid: str, count: int) -> None:
        """How many other reports may tell of the same."""
        if self.record is None or self.record.uuid != uuid or not count:
            return
        said = (
            tr("1 possible duplicate") if count == 1
            else tr("{count} possible duplicates").format(count=count)
        )
        self._parts["duplicates"] = f"<p>⚑ <a href='{_DUPLICATES}'>{escape(said)} (D)</a></p>"
        self._write()

    def stop(self) -> None:
        self._asking.stop()

    def _write(self) -> None:
        place = self.text.verticalScrollBar().value()
        shown = "".join(self._parts[key] for key in ("head", "duplicates", "notes", "body"))
        self.text.setHtml(shown)  # noqa: QGS202  (no web page, no raster)
        self.text.verticalScrollBar().setValue(place)  # noqa: QGS202  (no web page, no raster)

    def _followed(self, link: QUrl) -> None:
        what, *rest = link.toString().split(":")
        if what == _REMOVE:
            self.remove_wanted.emit(rest[0], int(rest[1]))
        elif what == _SEND_BACK:
            self.send_back_wanted.emit()
        elif what == _DUPLICATES:
            self.duplicates_wanted.emit()

    def _show_photo(self, stored: object) -> None:
        self.photo.hide()
        self._asking.stop()
        if not stored:
            return
        # a path of the form is relative to the project
        path = Path(QgsProject.instance().absolutePath()) / str(stored)
        height = self.fontMetrics().height() * _PHOTO_LINES

        # away from the window: the file may lie on a network that does not answer
        self._asking.ask(
            tr("Photo of an incident"), lambda: _thumbnail(str(path), height), self._photo_read
        )

    def _photo_read(self, image: Optional[QImage], _problem: str) -> None:
        if image is None or image.isNull():
            self.photo.setText(tr("The photo cannot be read."))
        else:
            self.photo.setPixmap(QPixmap.fromImage(image))
        self.photo.show()


def _thumbnail(path: str, height: int) -> QImage:
    reader = QImageReader(path)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and size.height() > height:
        reader.setScaledSize(QSize(round(size.width() * height / size.height()), height))
    return reader.read()


def told(
    record: Record, fields: Sequence[Field], words: Words,
    findings: Dict[str, List[Finding]], palette: QPalette, links: bool = True,
) -> Tuple[str, str]:
    """Heading and body of an incident as HTML; ``links``: with what can be done in it."""
    from ....data.casework.search import short_id

    stored = record.values
    words.learn_references("incident", [stored])

    def text(key: str) -> str:
        return words.value_text("incident", key, stored.get(key))

    quiet = _between(palette)
    kind = " – ".join(one for one in (text("category"), text("subcategory")) if one)
    head = (
        f"<h3 style='margin:0'>{escape(kind)}</h3>"
        f"<p style='margin-top:2px'>{escape(text('status'))} · #{short_id(record.uuid)}</p>"
    )
    description = marked(stored.get("description"), findings.get("description", []), "description",
                         words.language, links)
    body = f"<p>{description}</p>" if description else ""
    if links:
        body += _warned(findings, words.language)
    rows = []
    for field in fields:
        value = text(field.key)
        if field.key in _IN_HEADING or not value:
            continue
        shown = (
            marked(str(stored[field.key]), findings[field.key], field.key, words.language, links)
            if field.key in findings else escape(value)
        )
        label = escape(field.label[words.language])
        rows.append(
            f"<tr><td style='color:{quiet}; padding-right:8px'>{label}</td><td>{shown}</td></tr>"
        )
    if record.geometry is None:
        rows.insert(0, f"<tr><td colspan='2'><b>{escape(tr('Without a place on the map (P)'))}</b>"
                       "</td></tr>")
    return head, f"{body}<table cellspacing='2'>{''.join(rows)}</table>"


def _between(palette: QPalette) -> str:
    """A colour for labels: quieter than the text, and still with contrast enough to read."""
    # the two roles that QGIS's dark themes set
    text = palette.color(QPalette.ColorRole.WindowText)
    ground = palette.color(QPalette.ColorRole.Window)
    parts = [
        round(0.65 * one + 0.35 * other)
        for one, other in zip(text.getRgb()[:3], ground.getRgb()[:3])
    ]
    return "#{:02x}{:02x}{:02x}".format(*parts)


def marked(
    text: Optional[str], findings: Sequence[Finding], field: str, language: str, links: bool = True
) -> str:
    """A text as HTML with its findings marked, each with a link that takes it out."""
    said, last = [], 0
    for number, finding in enumerate(findings):
        plain = str(text)
        kind = KINDS[finding.kind][language]
        said.append(escape(plain[last : finding.start]))
        found = escape(plain[finding.start : finding.end])
        said.append(f"<span style='{_MARKED}'>{found}</span>")
        if links:
            said.append(
                f"&nbsp;<a href='{_REMOVE}:{field}:{number}' title='{escape(kind)}'>"
                f"[{escape(tr('remove'))}]</a>"
            )
        last = finding.end
    said.append(escape(str(text or "")[last:]))
    return "".join(said).replace("\n", "<br>")


def _warned(findings: Dict[str, List[Finding]], language: str) -> str:
    every = [finding for some in findings.values() for finding in some]
    if not every:
        return ""
    return (
        f"<p><b>⚠ {escape(warning_sentence(every, language))}</b> "
        f"<a href='{_REMOVE}:*:0'>{escape(tr('Remove all'))} (V)</a> · "
        f"<a href='{_SEND_BACK}'>{escape(tr('Send back'))}</a></p>"
    )

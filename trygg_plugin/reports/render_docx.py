"""A document as DOCX, for officials to write on in: real headings, captions, tables, alternative
texts, language and page numbers.

Written by ourselves, since QGIS brings no library for it: a zip of XML parts (ECMA-376, the
transitional form that Word and LibreOffice read). The parts are templates with autoescape.
"""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Any, Dict, List, Tuple

from .charts.language import Language
from .charts.lettering import text_width as drawn_width
from .charts.svg import UNITS_PER_MM
from .document import (
    Bullets,
    Document,
    Map,
    PageBreak,
    Picture,
    Table,
    appendix,
    appendix_title,
    chapters,
    numbered,
)
from .layouts import ReportError
from .map_svg import map_svg
from .pictures import Png, png_of_file, png_of_svg

TEMPLATES = Path(__file__).resolve().parent / "templates" / "docx"
#: Part of the package -> template.
PARTS = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "rels.xml",
    "docProps/core.xml": "core.xml",
    "docProps/app.xml": "app.xml",
    "word/document.xml": "document.xml",
    "word/_rels/document.xml.rels": "document_rels.xml",
    "word/styles.xml": "styles.xml",
    "word/numbering.xml": "numbering.xml",
    "word/settings.xml": "settings.xml",
    "word/header1.xml": "header1.xml",
    "word/footer1.xml": "footer1.xml",
}
#: Width of the text in twentieths of a point, upright and lying: margins of 17 mm.
UPRIGHT, LYING = 9978, 14910
#: What XML may not hold.
_FORBIDDEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MM_PER_TWIP = 25.4 / 1440
#: Letters of a table's header (9.5 points) in units of our drawings, and a cell's margins in mm.
HEAD_LETTERS, CELL_MARGINS = 9.5 * 25.4 / 72 * UNITS_PER_MM, 3.2
#: The one moment that all entries carry, so that the same document gives the same file.
_MOMENT = (2020, 1, 1, 0, 0, 0)


def render_docx(document: Document) -> bytes:
    """The file's content. Raises ReportError when a picture cannot be drawn."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(str(TEMPLATES)), autoescape=True, undefined=StrictUndefined,
        finalize=lambda value: _allowed(value) if isinstance(value, str) else value,
    )
    text_width = LYING if document.landscape else UPRIGHT
    room = text_width * _MM_PER_TWIP
    pictures: List[Png] = []
    logo = _logo(document, pictures)
    blocks: List[Dict[str, Any]] = []
    lists = [2]
    broken = False
    for item in numbered(document):
        block = item.block
        if isinstance(block, PageBreak):
            broken = True
            continue
        if isinstance(block, Picture):
            pictures.append(png_of_svg(block.svg, min(room, 180.0)))
        elif isinstance(block, Map):
            pictures.append(png_of_svg(map_svg(block, document.language), min(room, 180.0)))
        number = 1
        if isinstance(block, Bullets) and block.ordered:
            number = lists[-1]
            lists.append(number + 1)
        blocks.append(
            {"block": block, "kind": type(block).__name__, "number": item.number,
             "list": number, "broken": broken}
        )
        broken = False
    behind = appendix(document)
    sections = chapters(document)
    if behind:
        sections.append(appendix_title(document))
    values = {
        "document": document, "blocks": blocks, "sections": sections, "appendix": behind,
        "pictures": pictures, "logo": logo, "lists": lists[:-1] or [2],
        "text_width": text_width, "landscape": document.landscape,
        "made_on": document.parameters.get("made_on") or "2020-01-01",
        "say": Language(document.language).say, "shares": lambda table: shares(table, room),
    }
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, template in PARTS.items():
            _add(archive, name, environment.get_template(template).render(**values).encode())
        for index, picture in enumerate(pictures, start=1):
            _add(archive, f"word/media/picture{index}.png", picture.content)
    return content.getvalue()


def shares(table: Table, room: float) -> Tuple[float, ...]:
    """Width of each column as a share of ``room`` mm: as wished, but none narrower than the
    longest word of its header, which a table of fixed columns would break."""
    least = [
        max((drawn_width(word, HEAD_LETTERS, bold=True) for word in text.split()), default=0.0)
        / UNITS_PER_MM / room + CELL_MARGINS / room
        for text in table.header
    ]
    wished = table.shares
    if sum(least) >= 1.0:
        return wished
    made = [max(pair) for pair in zip(wished, least)]
    excess = sum(made) - 1.0
    spare = [width - low for width, low in zip(made, least)]
    return tuple(
        width - (excess * own / sum(spare) if excess > 0 else 0.0)
        for width, own in zip(made, spare)
    )


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, date_time=_MOMENT)
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, content)


def _logo(document: Document, pictures: List[Png]) -> int:
    """Number of the logo's picture; 0 where there is none that can be read."""
    if not document.logo:
        return 0
    try:
        pictures.append(png_of_file(document.logo, 40.0, 18.0))
    except ReportError:
        return 0
    return 1


def _allowed(text: str) -> str:
    """Text without the characters that XML forbids; what is markup already stays markup."""
    kept = _FORBIDDEN.sub("", text)
    return text if len(kept) == len(text) else type(text)(kept)

"""A document's blocks as the rich text that Qt's own text view shows, in the theme's colours.

Qt's HTML is a small one (no style sheets of ours, no flex): tables whose columns find their own
widths, and pictures that the view holds itself.
"""

from __future__ import annotations

from html import escape
from typing import Dict, Iterable, List, Mapping, Tuple

from qgis.PyQt.QtCore import QByteArray, QRectF
from qgis.PyQt.QtGui import (
    QColor,
    QFont,
    QImage,
    QPainter,
    QPalette,
    QTextDocument,
    QTextOption,
)
from qgis.PyQt.QtSvg import QSvgRenderer

from ....reports.charts.palette import ink_on
from ....reports.document import (
    Block,
    Bullets,
    Cell,
    Heading,
    Mark,
    Note,
    Paragraph,
    Picture,
    Table,
)

#: Charts are drawn for paper: white below them in a dark theme too.
PAPER = "#ffffff"
#: Tables have many columns: Qt knows no per cent for letters, but it knows these words.
TABLE_LETTERS = "small"


def html_of(
    blocks: Iterable[Block],
    palette: QPalette,
    links: Mapping[str, str],
    width: int,
    font: QFont,
) -> Tuple[str, Dict[str, QImage]]:
    """Rich text, and its pictures by name. ``links``: text of a cell -> where it leads.

    ``width``: that of the view in pixels, ``font``: its letters. A table that is wider stands
    below itself, row by row. Maps are left out: the meeting has a real one.
    """
    made: List[str] = []
    images: Dict[str, QImage] = {}
    for block in blocks:
        if isinstance(block, Heading):
            made.append(f"<h{block.level + 1}>{escape(block.text)}</h{block.level + 1}>")
        elif isinstance(block, Paragraph):
            text = _linked(block.text, links)
            if block.style == "lead":
                text = f"<b>{text}</b>"
            elif block.style == "quiet":
                text = f"<i>{text}</i>"
            made.append(f"<p>{text}</p>")
        elif isinstance(block, Bullets):
            kind = "ol" if block.ordered else "ul"
            items = "".join(f"<li>{_linked(item, links)}</li>" for item in block.items)
            made.append(f"<{kind}>{items}</{kind}>")
        elif isinstance(block, Table):
            table = _table(block, palette, links)
            made.append(table if _fits(table, width, font) else _listed(block, links))
        elif isinstance(block, Note):
            made.append(f"<h3>{escape(block.title)}</h3>")
            made.extend(f"<p>{escape(text)}</p>" for text in block.paragraphs)
        elif isinstance(block, Picture):
            name = f"picture{len(images)}"
            images[name] = drawn(block.svg, width)
            caption = f"<p><b>{escape(block.caption)}</b></p>" if block.caption else ""
            made.append(f'{caption}<p><img src="{name}" alt="{escape(block.alt)}"></p>')
    return "".join(made), images


def drawn(svg: str, width: int) -> QImage:
    """An SVG as a picture ``width`` pixels wide."""
    renderer = QSvgRenderer(QByteArray(svg.encode("utf-8")))
    box = renderer.viewBoxF()
    height = round(width * box.height() / box.width()) if box.width() > 0 else width
    image = QImage(max(width, 1), max(height, 1), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(PAPER))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(image.rect()))
    painter.end()
    return image


def _table(table: Table, palette: QPalette, links: Mapping[str, str]) -> str:
    line = palette.color(QPalette.ColorRole.Mid).name()
    # from the two colours that QGIS's dark themes set: they leave the one for bands white
    base, text = (palette.color(role) for role in (QPalette.ColorRole.Window,
                                                   QPalette.ColorRole.WindowText))
    band = QColor(*(  # noqa: QGS202  (no raster)
        round(0.94 * b + 0.06 * t) for b, t in zip(base.getRgb()[:3], text.getRgb()[:3])
    )).name()
    head = "".join(
        f'<th align="{_side(table, i)}">{escape(text)}</th>'
        for i, text in enumerate(table.header)
    )
    rows = []
    for number, row in enumerate(table.rows):
        cells = "".join(
            f'<td align="{_side(table, i)}">{_cell(cell, links)}</td>'
            for i, cell in enumerate(row)
        )
        colour = f' bgcolor="{band}"' if number % 2 else ""
        rows.append(f"<tr{colour}>{cells}</tr>")
    caption = f"<p><b>{escape(table.caption)}</b></p>" if table.caption else ""
    note = f"<p><i>{escape(table.note)}</i></p>" if table.note else ""
    return (
        f'{caption}<table style="font-size:{TABLE_LETTERS}; border-collapse:collapse; '
        f'border-color:{line}" width="100%" cellpadding="4" cellspacing="0" border="1">'
        f"<tr>{head}</tr>{''.join(rows)}</table>{note}"
    )


def _fits(html: str, width: int, font: QFont) -> bool:
    """Whether Qt can set it in that many pixels without breaking a word."""
    document = QTextDocument()
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    option = document.defaultTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    document.setDefaultTextOption(option)
    document.setHtml(html)  # noqa: QGS202  (no raster, no web page)
    document.setTextWidth(width)
    return bool(document.size().width() <= width)


def _listed(table: Table, links: Mapping[str, str]) -> str:
    """A table without columns: what a row is about in bold, and below it what is told of it."""
    caption = f"<p><b>{escape(table.caption)}</b></p>" if table.caption else ""
    note = f"<p><i>{escape(table.note)}</i></p>" if table.note else ""
    # the number of a row says little alone: the first column of words goes with it
    lead = next((i for i in range(len(table.header)) if not table.aligned_right(i)), 0)
    if lead + 1 < len(table.header) and all(
        str(getattr(row[lead], "text", row[lead])).strip().isdigit() for row in table.rows
    ):
        lead += 1
    made = []
    for row in table.rows:
        title = " ".join(_cell(cell, links) for cell in row[: lead + 1])
        told = " · ".join(
            f"{escape(table.header[i])}: {_cell(cell, links)}"
            for i, cell in enumerate(row) if i > lead and _written(cell)
        )
        made.append(f"<p><b>{title}</b><br>{told}</p>" if told else f"<p><b>{title}</b></p>")
    return f"{caption}{''.join(made)}{note}"


def _written(cell: Cell) -> bool:
    text = cell.text if isinstance(cell, Mark) else cell
    return text.strip() not in ("", "–")


def _side(table: Table, column: int) -> str:
    return "right" if table.aligned_right(column) else "left"


def _cell(cell: Cell, links: Mapping[str, str]) -> str:
    if isinstance(cell, Mark):
        return (
            f'<span style="background-color:{cell.colour}; color:{ink_on(cell.colour)}">'
            f"&nbsp;{escape(cell.text)}&nbsp;</span>"
        )
    return _linked(cell, links)


def _linked(text: str, links: Mapping[str, str]) -> str:
    target = links.get(text)
    return escape(text) if target is None else f'<a href="{escape(target)}">{escape(text)}</a>'

"""What every document is made of: plain blocks that any format can show.

A document holds words, figures and pictures, never a layer or a record: whatever is written from
it, today or from a stored edition, tells the same. Numbers are worded once, by the document's
maker; the formats only set them. :func:`to_json` and :func:`from_json` lose nothing.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any, Dict, Iterator, List, Mapping, Optional, Tuple, Union

from ..domain.errors import DomainError

Point = Tuple[float, float]
Ring = Tuple[Point, ...]

#: Written into what is stored, so that a later program knows how to read it.
FORMAT = 1


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 to 3 below the document's title."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """Running text. ``style``: body, lead (the first sentences) or quiet (small print)."""

    text: str
    style: str = "body"


@dataclass(frozen=True)
class Bullets:
    """A list of short texts; numbered when ``ordered``."""

    items: Tuple[str, ...]
    ordered: bool = False


@dataclass(frozen=True)
class Mark:
    """A table cell with a colour beside its words; the words say the same as the colour."""

    text: str
    colour: str


Cell = Union[str, Mark]


@dataclass(frozen=True)
class Table:
    """Rows under a header. ``align``: a letter a column, ``l`` or ``r`` (numbers).

    ``widths``: relative widths of the columns, equal where left out. ``row_header``: the first
    cell of a row names it. ``note`` stands below.
    """

    caption: str
    header: Tuple[str, ...]
    rows: Tuple[Tuple[Cell, ...], ...]
    align: str = ""
    widths: Tuple[float, ...] = ()
    row_header: bool = True
    note: str = ""

    def aligned_right(self, column: int) -> bool:
        return self.align[column : column + 1] == "r"

    @property
    def shares(self) -> Tuple[float, ...]:
        """Width of each column as a share of the whole."""
        widths = self.widths or (1.0,) * len(self.header)
        return tuple(width / sum(widths) for width in widths)


@dataclass(frozen=True)
class Picture:
    """A chart of ours as SVG, what it shows in words (``alt``), and the numbers behind it."""

    svg: str
    caption: str
    alt: str
    data: Optional[Table] = None


@dataclass(frozen=True)
class MapClass:
    """How shapes are drawn, and what the legend says of them.

    ``marker``: area (filled), outline, line, or for points circle, square, triangle. ``line``:
    colour of the border or the line; ``width``: its width in mm.
    """

    label: str
    marker: str
    fill: str = ""
    line: str = "#ffffff"
    width: float = 0.1


@dataclass(frozen=True)
class Shape:
    """Something on a map: rings of a polygon, lines, or one ring with one point. ``of``: its
    class."""

    rings: Tuple[Ring, ...]
    of: int = 0
    label: str = ""


@dataclass(frozen=True)
class MapLayer:
    """Shapes of one kind, drawn in the order of the map's layers, the first lowest."""

    title: str
    classes: Tuple[MapClass, ...]
    shapes: Tuple[Shape, ...]
    in_legend: bool = True


@dataclass(frozen=True)
class Map:
    """A map: ``extent`` is west, south, east, north in metres of ``crs``.

    ``large``: gets a page of its own, A3, where pages are printed.
    """

    layers: Tuple[MapLayer, ...]
    extent: Tuple[float, float, float, float]
    crs: str
    caption: str
    alt: str
    data: Optional[Table] = None
    large: bool = False


@dataclass(frozen=True)
class Decision:
    """The block in which a decision is entered: labels with values, and lines to sign on."""

    title: str
    entries: Tuple[Tuple[str, str], ...]
    signatures: Tuple[str, ...] = ()


@dataclass(frozen=True)
class Note:
    """What the reader must not conclude: limits, method, sources."""

    title: str
    paragraphs: Tuple[str, ...]


@dataclass(frozen=True)
class PageBreak:
    """What follows begins on a new page."""


Block = Union[
    Heading, Paragraph, Bullets, Table, Picture, Map, Decision, Note, PageBreak
]


@dataclass(frozen=True)
class Document:
    """A finished document, ready for any format.

    ``landscape``: its tables need the width of a page lying down. ``colour``: of titles and
    bands, dark enough for white letters.
    ``figures``: the numbers that it tells, by name, for those who compare editions.
    ``parameters``: what was asked for (period, edition, record), as texts.
    """

    kind: str
    title: str
    subtitle: str
    language: str
    municipality: str
    blocks: Tuple[Block, ...]
    edition: str = "internal"
    notice: str = ""
    source: str = ""
    logo: str = ""
    landscape: bool = False
    colour: str = "#12436d"
    figures: Mapping[str, Optional[float]] = field(default_factory=dict)
    parameters: Mapping[str, str] = field(default_factory=dict)

    @property
    def tag(self) -> str:
        """The language as files name it."""
        return "sv-SE" if self.language == "sv" else "en-GB"

    @property
    def full_title(self) -> str:
        return f"{self.title} – {self.municipality}" if self.municipality else self.title


def prose(text: Optional[str]) -> List[Block]:
    """What an official has written: paragraphs at empty lines, lists where lines begin with a
    dash."""
    made: List[Block] = []
    for part in (text or "").replace("\r\n", "\n").split("\n\n"):
        items: List[str] = []
        words: List[str] = []
        for line in (line.strip() for line in part.split("\n")):
            if line[:2] in ("- ", "• ", "* "):
                items.append(line[2:].strip())
            elif items and line:
                items[-1] += " " + line
            elif line:
                words.append(line)
        if words:
            made.append(Paragraph(" ".join(words)))
        if items:
            made.append(Bullets(tuple(items)))
    return made


@dataclass(frozen=True)
class Numbered:
    """A block with the number that its caption carries, "Table 2"; empty for others."""

    block: Block
    number: str


def numbered(document: Document) -> Iterator[Numbered]:
    """The blocks in order, their captions numbered by kind."""
    words = {
        Table: ("Table", "Tabell"),
        Picture: ("Figure", "Figur"),
        Map: ("Map", "Karta"),
    }
    counts: Dict[type, int] = {}
    for block in document.blocks:
        word = words.get(type(block))
        if word is None or not getattr(block, "caption", ""):
            yield Numbered(block, "")
            continue
        counts[type(block)] = counts.get(type(block), 0) + 1
        yield Numbered(
            block, f"{word[document.language == 'sv']}\u00a0{counts[type(block)]}"
        )


def chapters(document: Document) -> List[str]:
    """What a list of contents names: the headings of the first level, decisions among them."""
    return [
        block.title if isinstance(block, Decision) else block.text for block in document.blocks
        if isinstance(block, Decision) or (isinstance(block, Heading) and block.level == 1)
    ]


def appendix(document: Document) -> List[Tuple[str, Table]]:
    """The numbers behind the pictures, each with its picture's number: for formats that can't
    fold them away beside it."""
    return [
        (item.number, item.block.data)
        for item in numbered(document)
        if isinstance(item.block, (Picture, Map)) and item.block.data is not None
    ]


def appendix_title(document: Document) -> str:
    return ("The numbers behind the pictures", "Siffrorna bakom bilderna")[
        document.language == "sv"
    ]


# --- stored and read again -----------------------------------------------------------------------

_CLASSES = {
    kind.__name__: kind
    for kind in (
        Heading, Paragraph, Bullets, Mark, Table, Picture, MapClass, Shape, MapLayer, Map,
        Decision, Note, PageBreak, Document,
    )
}
_KIND = "is"


def to_json(document: Document) -> str:
    """The document as text; the same document gives the same text."""
    return json.dumps(
        {"format": FORMAT, "document": _plain(document)},
        ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False,
    )


def from_json(text: str) -> Document:
    """The document that :func:`to_json` stored. Raises DomainError for any other text."""
    try:
        content = json.loads(text)
        if content["format"] != FORMAT:
            raise ValueError(content["format"])
        document = _made(content["document"])
    except (ValueError, KeyError, TypeError) as error:
        raise DomainError(
            "The stored edition cannot be read: it is damaged, or a newer version of Trygg wrote "
            "it."
        ) from error
    if not isinstance(document, Document):
        raise DomainError("The stored edition holds no document.")
    return document


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        made = {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
        return {_KIND: type(value).__name__, **made}
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    return value


def _made(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_made(item) for item in value)
    if isinstance(value, dict):
        if _KIND in value:
            kind = _CLASSES[value[_KIND]]
            return kind(**{key: _made(item) for key, item in value.items() if key != _KIND})
        return {key: _made(item) for key, item in value.items()}
    return value

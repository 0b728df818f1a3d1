"""The few SVG elements that our charts are made of.

Only what Qt's SVG renderer (SVG Tiny 1.2) draws on QGIS 3.22 to 4: presentation attributes
instead of CSS, no clip paths, filters or dominant-baseline. One unit is a quarter of a
millimetre, so that size 12 is 8.5 points on paper. Strings are built here and escaped with the
standard library: no XML parser takes part.
"""

from __future__ import annotations

import html
from typing import Iterable, Optional, Tuple

from .lettering import shorten, text_width, wrap
from .palette import GRID, INK, PAPER, SOFT_INK

Size = Tuple[int, int]
Point = Tuple[float, float]

FULL: Size = (720, 300)  # 180 × 75 mm: the text width of an A4 page
HALF: Size = (352, 252)  # 88 × 63 mm: two side by side

UNITS_PER_MM = 4.0
FONTS = "Open Sans, DejaVu Sans, sans-serif"
SMALL, BODY, HEADING = 11.0, 12.0, 14.0


class Canvas:
    """An SVG picture being drawn. ``top`` is where the space below the title begins."""

    def __init__(self, size: Size, title: str, description: str, language: str) -> None:
        self.width, self.height = size
        self._head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny" '
            f'viewBox="0 0 {self.width} {self.height}" '
            f'width="{self.width / UNITS_PER_MM:g}mm" height="{self.height / UNITS_PER_MM:g}mm" '
            f'role="img" xml:lang="{_clean(language)}">'
            f"<title>{_clean(title)}</title><desc>{_clean(description)}</desc>"
        )
        self._parts: list[str] = []
        self.rect(0, 0, self.width, self.height, fill=PAPER)
        self.top = 6.0
        if title:
            for line in wrap(title, HEADING * 1.15, self.width - 8):  # bold is wider
                self.text(4, self.top + 11, line, size=HEADING, bold=True)
                self.top += 18
            self.top += 2

    def rect(
        self, x: float, y: float, width: float, height: float,
        fill: str, stroke: Optional[str] = None, stroke_width: float = 0.5,
    ) -> None:  # fmt: skip
        """A filled box."""
        self._add(
            "rect", x=x, y=y, width=max(width, 0.0), height=max(height, 0.0), fill=fill,
            **_stroke(stroke, stroke_width),
        )  # fmt: skip

    def line(
        self, start: Point, end: Point,
        stroke: str = GRID, width: float = 0.7, dash: Optional[str] = None,
    ) -> None:  # fmt: skip
        """A straight line; ``dash`` as in stroke-dasharray."""
        self._add(
            "line", x1=start[0], y1=start[1], x2=end[0], y2=end[1],
            **_stroke(stroke, width, dash),
        )  # fmt: skip

    def path(
        self, points: Iterable[Point],
        stroke: str, width: float = 2.0, dash: Optional[str] = None,
    ) -> None:  # fmt: skip
        """A line through the points."""
        self._add(
            "polyline", points=_points(points), fill="none", stroke_linejoin="round",
            **_stroke(stroke, width, dash),
        )  # fmt: skip

    def area(self, points: Iterable[Point], fill: str, stroke: Optional[str] = None) -> None:
        """A filled polygon."""
        self._add("polygon", points=_points(points), fill=fill, **_stroke(stroke, 0.7))

    def shape(
        self, rings: Iterable[Iterable[Point]], fill: str, stroke: str, width: float
    ) -> None:
        """A polygon of several rings, holes left open."""
        outline = "".join("M" + _points(ring).replace(" ", "L") + "Z" for ring in rings)
        self._add(
            "path", d=outline, fill=fill, fill_rule="evenodd", stroke_linejoin="round",
            **_stroke(stroke if width else None, width),
        )  # fmt: skip

    def dot(self, at: Point, radius: float, fill: str, stroke: Optional[str] = None) -> None:
        """A filled circle."""
        self._add("circle", cx=at[0], cy=at[1], r=radius, fill=fill, **_stroke(stroke, 1.2))

    def triangle(self, at: Point, radius: float, fill: str) -> None:
        """A filled triangle that points up, centred on ``at``."""
        x, y = at
        self.area(
            [(x, y - radius), (x + 0.9 * radius, y + 0.6 * radius),
             (x - 0.9 * radius, y + 0.6 * radius)],
            fill=fill, stroke=PAPER,
        )  # fmt: skip

    def text(
        self, x: float, y: float, text: str,
        size: float = SMALL, anchor: str = "start", fill: str = INK,
        bold: bool = False, turned: bool = False,
    ) -> None:  # fmt: skip
        """A line of text whose baseline starts at (x, y); ``turned`` reads upwards."""
        turn = {"transform": f"rotate(-90 {_number(x)} {_number(y)})"} if turned else {}
        attributes = _attributes(
            x=x, y=y, font_family=FONTS, font_size=size, text_anchor=anchor, fill=fill,
            font_weight="bold" if bold else None, **turn,
        )  # fmt: skip
        self._parts.append(f"<text{attributes}>{_clean(text)}</text>")

    def middle(self, x: float, y: float, text: str, size: float = SMALL, **how: object) -> None:
        """A line of text whose middle stands at height y (Qt knows no dominant-baseline)."""
        self.text(x, y + 0.36 * size, text, size=size, **how)  # type: ignore[arg-type]

    def empty(self, text: str) -> None:
        """Say in the middle of the picture that there is nothing to draw, and why."""
        y = (self.top + self.height) / 2
        self.rect(4, self.top, self.width - 8, self.height - self.top - 4, PAPER, GRID, 1.0)
        shown = shorten(text, BODY, self.width - 24)
        self.middle(self.width / 2, y, shown, size=BODY, anchor="middle", fill=SOFT_INK)

    def legend(self, x: float, y: float, entries: Iterable[tuple[str, str, str]]) -> float:
        """Keys (kind, colour, label) in rows from (x, y); the height that they took.

        Kinds: line, dashed, box, outline, dot, triangle, tick.
        """
        start, row = x, y
        for kind, colour, label in entries:
            width = 30 + text_width(label, SMALL)
            if x > start and x + width > self.width:
                x, row = start, row + 16
            self._key(kind, colour, x, row + 7)
            self.middle(x + 22, row + 7, shorten(label, SMALL, self.width - x - 24))
            x += width + 4
        return row + 18 - y

    def _key(self, kind: str, colour: str, x: float, y: float) -> None:
        if kind in ("line", "dashed"):
            dash = "5 3" if kind == "dashed" else None
            self.line((x, y), (x + 18, y), colour, 2.2, dash)
        elif kind == "dot":
            self.dot((x + 9, y), 3.5, colour)
        elif kind == "triangle":
            self.triangle((x + 9, y), 6, colour)
        elif kind == "tick":
            self.line((x + 9, y - 6), (x + 9, y + 6), colour, 2.5)
        else:
            edge = SOFT_INK if kind == "outline" else None
            self.rect(x + 2, y - 5, 14, 10, colour, edge)

    def to_string(self) -> str:
        """The finished picture."""
        return self._head + "".join(self._parts) + "</svg>"

    def _add(self, name: str, **attributes: object) -> None:
        self._parts.append(f"<{name}{_attributes(**attributes)}/>")


def _stroke(colour: Optional[str], width: float, dash: Optional[str] = None) -> dict[str, object]:
    if colour is None:
        return {}
    return {"stroke": colour, "stroke_width": width, "stroke_dasharray": dash}


def _attributes(**attributes: object) -> str:
    return "".join(
        f' {name.replace("_", "-")}="{_value(value)}"'
        for name, value in attributes.items()
        if value is not None
    )


def _value(value: object) -> str:
    return _number(value) if isinstance(value, (int, float)) else _clean(str(value))


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _points(points: Iterable[Point]) -> str:
    return " ".join(f"{_number(x)},{_number(y)}" for x, y in points)


def _clean(text: str) -> str:
    """Text that may stand in XML: escaped, and without characters that XML forbids."""
    allowed = (c for c in text if c in "\t\n" or " " <= c < "\ud800" or "\ue000" <= c < "\ufffe"
               or c > "\uffff")  # fmt: skip
    return html.escape("".join(allowed), quote=True)

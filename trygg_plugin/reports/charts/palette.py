"""The project's colours, chosen so that colour-blind readers and grey prints lose nothing.

Lines and bars: Paul Tol's "high-contrast" scheme (SRON/EPS/TN/09-002, 2021), whose three
colours also differ clearly in lightness. Heat: "Blues" of ColorBrewer (Harrower & Brewer 2003),
lightness falling all the way. Shape, dash or a number always says the same as the colour.
"""

from __future__ import annotations

INK = "#1a1a1a"
SOFT_INK = "#555555"
GRID = "#d9d9d9"
PAPER = "#ffffff"
BAND = "#dbe4ee"

MAIN = "#004488"
SECOND = "#ddaa33"
ALERT = "#bb5566"

# ColorBrewer "Blues", from few to many; none at all is paper.
HEAT = ("#deebf7", "#c6dbef", "#9ecae1", "#6baed6", "#2171b5", "#08306b")


def luminance(colour: str) -> float:
    """How light a "#rrggbb" colour is in grey print, 0 (black) to 1 (white); Rec. 709 weights."""
    red, green, blue = (int(colour[i : i + 2], 16) / 255.0 for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ink_on(colour: str) -> str:
    """The ink, dark or white, that stands out more on the colour (WCAG 2.1, 1.4.3)."""
    own = _light(colour)
    return INK if own + 0.05 > ((_light(INK) + 0.05) * (_light(PAPER) + 0.05)) ** 0.5 else PAPER


def _light(colour: str) -> float:
    """Relative luminance as WCAG 2.1 defines it, 0 to 1."""
    parts = (int(colour[i : i + 2], 16) / 255.0 for i in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

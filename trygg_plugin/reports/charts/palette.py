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
    """Ink that can be read on the colour."""
    return INK if luminance(colour) > 0.5 else PAPER

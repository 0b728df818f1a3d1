"""How a layout's letters run: texts broken into lines by the font that draws them."""

from __future__ import annotations

from typing import Dict, List

from qgis.PyQt.QtGui import QFont, QFontMetricsF

_PIXELS = 200
_MM_PER_POINT = 25.4 / 72.0
#: Lines stand this many times the height of their letters apart.
AIR = 1.32
#: A measured line may come out a little wider where another engine draws it.
SAFETY = 0.985


class Lettering:
    """A font of a certain size, measured in millimetres whatever the screen's resolution."""

    def __init__(self, font: QFont, air: float = AIR) -> None:
        self.font = QFont(font)
        self.height = max(font.pointSizeF(), 1.0) * _MM_PER_POINT
        self.line = self.height * air
        large = QFont(font)
        large.setPixelSize(_PIXELS)
        self._metrics = QFontMetricsF(large)
        self._known: Dict[str, float] = {}

    def width(self, text: str) -> float:
        """Width of a text in mm."""
        known = self._known.get(text)
        if known is None:
            known = self._metrics.horizontalAdvance(text) * self.height / _PIXELS
            self._known[text] = known
        return known

    def lines(self, text: str, room: float) -> List[str]:
        """The text in lines no wider than ``room`` mm; words that are wider are broken."""
        room *= SAFETY
        made: List[str] = []
        for part in text.split("\n"):
            line = ""
            for word in part.split(" "):
                tried = f"{line} {word}" if line else word
                if self.width(tried) <= room:
                    line = tried
                    continue
                if line:
                    made.append(line)
                line = word
                while self.width(line) > room and len(line) > 1:
                    cut = self._cut(line, room)
                    made.append(line[:cut])
                    line = line[cut:]
            made.append(line)
        return made or [""]

    def shortened(self, text: str, room: float) -> str:
        """As much of the text as one line of ``room`` mm shows, ending in "…" where that is less
        than all of it."""
        room *= SAFETY
        if self.width(text) <= room:
            return text
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            if self.width(_clipped(text, middle)) <= room:
                low = middle
            else:
                high = middle - 1
        return _clipped(text, low)

    def _cut(self, word: str, room: float) -> int:
        """How many letters of a word fit: by halving, at least one."""
        low, high = 1, len(word)
        while low < high:
            middle = (low + high + 1) // 2
            if self.width(word[:middle]) <= room:
                low = middle
            else:
                high = middle - 1
        # rather at a hyphen or slash than within
        for at in range(low, max(low // 2, 1), -1):
            if word[at - 1] in "-/_.":
                return at
        return low


def _clipped(text: str, letters: int) -> str:
    return text[:letters].rstrip(" ,;(–-") + "…"

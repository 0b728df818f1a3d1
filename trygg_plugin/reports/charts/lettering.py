"""How wide a text will be, without asking a font engine.

Widths are those of DejaVu Sans, the widest font of our family list: what fits there fits in
Open Sans too.
"""

from __future__ import annotations

_WIDTHS = {  # advance in hundredths of the font size
    27: "'", 28: "ijl", 29: "IJ", 32: " ,.·\u00a0", 34: "/:;\\|", 35: "f", 36: "-", 39: "()[]t",
    40: "!²", 41: "r", 46: '"', 50: "*_`–°", 52: "sz", 53: "?", 55: "c", 56: "L", 58: "Fk",
    59: "vxy•", 60: "P", 61: "TYaoåäö", 62: "eé", 63: "ESbdghnpquü", 64: "$0123456789{}", 66: "K",
    68: "AVÅÄ", 69: "BRXZ", 70: "C", 73: "U", 75: "HN", 77: "DG", 78: "&", 79: "OQÖ", 82: "w",
    84: "#+<=>^~×−≥≤±", 86: "M", 95: "%", 97: "m½", 99: "W", 100: "@—…",
}  # fmt: skip
_WIDTH = {letter: width / 100.0 for width, letters in _WIDTHS.items() for letter in letters}
_UNKNOWN = 0.75
_BOLD = 1.15
_VOWELS = set("aeiouyåäöAEIOUYÅÄÖé")
_ONSETS = frozenset(
    ("bl", "br", "dr", "fl", "fr", "gl", "gr", "kl", "kr", "kn", "pl", "pr", "sk", "sl", "sm")
    + ("sn", "sp", "st", "sv", "tr", "tv")
)


def text_width(text: str, size: float, bold: bool = False) -> float:
    """Width of a text in the units of ``size`` (an upper bound for our fonts)."""
    width = sum(_WIDTH.get(letter, _UNKNOWN) for letter in text) * size
    return width * _BOLD if bold else width


def shorten(text: str, size: float, width: float, bold: bool = False) -> str:
    """The text itself if it fits, else its beginning with an ellipsis."""
    if text_width(text, size, bold) <= width:
        return text
    kept = text
    while kept and text_width(kept + "…", size, bold) > width:
        kept = kept[:-1].rstrip(" ,-–")
    return kept + "…" if kept else ""


def wrap(text: str, size: float, width: float, lines: int = 2) -> list[str]:
    """The text in at most ``lines`` lines; what does not fit ends in an ellipsis.

    Words that are too long for a line of their own are split before a consonant that starts a
    syllable, as Swedish does.
    """
    done: list[str] = []
    words = text.split()
    while words and len(done) < lines:
        if len(done) == lines - 1:
            done.append(shorten(" ".join(words), size, width))
            break
        line: list[str] = []
        while words and text_width(" ".join([*line, words[0]]), size) <= width:
            line.append(words.pop(0))
        if not line:
            head, tail = _split_word(words[0], size, width)
            line, words[0] = [head], tail
            if not tail:
                words.pop(0)
        done.append(" ".join(line))
    return done


def _split_word(word: str, size: float, width: float) -> tuple[str, str]:
    best = 0
    for i in range(3, len(word) - 2):
        if text_width(word[:i] + "-", size) > width:
            break
        if _starts_syllable(word, i):
            best = i
    if best == 0:
        return shorten(word, size, width), ""
    return word[:best] + ("" if word[best - 1] == "-" else "-"), word[best:]


def _starts_syllable(word: str, i: int) -> bool:
    if word[i] in _VOWELS or not word[i].isalpha():
        return False
    if word[i : i + 2].lower() in _ONSETS:
        return word[i + 2] in _VOWELS
    return word[i + 1] in _VOWELS and word[i - 1 : i + 1].lower() not in _ONSETS

"""The interface's language: ``tr()`` for what QGIS shows, ``Translator`` for reports.

All our strings share one context, so that a sentence is translated once
wherever it stands.
"""

from __future__ import annotations

import string
from numbers import Real
from pathlib import Path
from typing import Any, Optional

from qgis.PyQt.QtCore import QCoreApplication, QLocale, QSettings, QTranslator

CONTEXT = "Trygg"
_FOLDER = Path(__file__).resolve().parent.parent / "i18n"


def tr(text: str) -> str:
    """The text in QGIS's language; the English text itself where none is known."""
    return QCoreApplication.translate(CONTEXT, text)


def tr_error(error: Exception) -> str:
    """The sentence of one of our errors in QGIS's language, its values filled in."""
    template = getattr(error, "template", None)
    if template is None:
        return str(error)
    return fill(tr(template), **getattr(error, "values", {}))


class _SwedishNumbers(string.Formatter):
    """Writes 12.5 as 12,5 and 12.5% as 12,5 %."""

    def format_field(self, value: Any, format_spec: str) -> str:
        text = str(super().format_field(value, format_spec))
        if isinstance(value, Real):
            text = text.replace(".", ",").replace("%", "\u00a0%")
        return text


def fill(sentence: str, /, **values: object) -> str:
    """A translated sentence with its ``{names}`` filled in, numbers as QGIS's language has them.

    For ``{x:.2f}`` and its like; without decimals ``str.format`` does the same.
    """
    if user_language() != "sv":
        return sentence.format(**values)
    return _SwedishNumbers().vformat(sentence, (), values)


def user_language() -> str:
    """QGIS's interface language as "sv" or "en", the two that Trygg speaks."""
    settings = QSettings()
    locale = QLocale.system().name()
    if settings.value("locale/overrideFlag", False, type=bool):
        locale = settings.value("locale/userLocale", locale)
    return "sv" if str(locale).lower().startswith("sv") else "en"


def load_translator(language: str) -> Optional[QTranslator]:
    """The catalogue of a language, or None for English (the source) and unknown ones."""
    catalogue = _FOLDER / f"trygg_{language}.qm"
    translator = QTranslator()
    if catalogue.exists() and translator.load(str(catalogue)):
        return translator
    return None


class Translator:
    """Translates into one given language, whatever language QGIS runs in."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._catalogue = load_translator(language)

    def __call__(self, text: str) -> str:
        if self._catalogue is None:
            return text
        return self._catalogue.translate(CONTEXT, text) or text

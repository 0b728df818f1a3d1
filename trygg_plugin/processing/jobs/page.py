"""The summary of a composed job as one page: words, pictures with text alternatives, tables."""

from __future__ import annotations

import html
from pathlib import Path
from typing import Any, Sequence, Set

import numpy as np

from ...i18n import user_language
from ..outputs import Table
from .sections import Section, figure

TEMPLATE = "page.html"


def page(
    title: str, under: str, lead: Sequence[str], sections: Sequence[Section], foot: Sequence[str]
) -> str:
    """HTML in the user's language; ``lead``: what the reader must know, ``foot``: how it was made.

    Everything is escaped but the charts, which are SVG of our own with escaped texts.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(str(Path(__file__).parent)), autoescape=True,
        undefined=StrictUndefined,
    )
    environment.filters.update(picture=_picture, numeric=_numeric, shown=_shown)
    return environment.get_template(TEMPLATE).render(
        language=user_language(), title=title, under=under, lead=lead, sections=sections,
        foot=foot,
    )


def _picture(svg: str, title: str) -> str:
    """The SVG element with a name for those who hear the page (its description it has).

    The one thing that the template takes as it is: we drew it, and escaped the texts in it.
    """
    element = svg[max(svg.find("<svg"), 0):]
    return element.replace("<title></title>", f"<title>{html.escape(title)}</title>", 1)


def _numeric(table: Table) -> Set[int]:
    """Positions of the columns that hold only numbers (or nothing)."""
    return {
        i for i in range(len(table.head))
        if all(row[i] is None or isinstance(row[i], (int, float, np.number)) for row in table.rows)
    }


def _shown(value: Any) -> str:
    if value is None:
        return "–"
    if isinstance(value, (float, np.floating)):
        return figure(float(value)) if np.isfinite(value) else "–"
    return str(value)

"""A document as one accessible web page: semantic, self-contained, with pictures as SVG inside.

WCAG 2.1 AA: language, landmarks, skip link, headings in order, tables with captions and scopes,
a text beside every picture and the numbers behind it, contrast, and a page that prints.
"""

from __future__ import annotations

import base64
import html
import mimetypes
import re
from pathlib import Path
from typing import Any, Dict, List

from .charts.language import Language
from .document import Document, Map, Picture, chapters, numbered
from .map_svg import map_svg
from .photos import EMBEDDED

TEMPLATES = Path(__file__).resolve().parent / "templates"


def render_html(document: Document) -> str:
    """The page as text."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(str(TEMPLATES)), autoescape=True, undefined=StrictUndefined
    )
    blocks: List[Dict[str, Any]] = []
    for item in numbered(document):
        block = item.block
        svg = ""
        if isinstance(block, Picture):
            svg = _named(block.svg, block.caption)
        elif isinstance(block, Map):
            svg = _named(map_svg(block, document.language), block.caption)
        blocks.append(
            {"block": block, "kind": type(block).__name__, "number": item.number, "svg": svg}
        )
    return environment.get_template("document.html").render(
        document=document,
        blocks=blocks,
        sections=chapters(document),
        say=Language(document.language).say,
        logo=_logo(document.logo),
    )


def _named(svg: str, caption: str) -> str:
    """The SVG element with a name for those who hear the page (its description it has).

    The one thing that the template takes as it is: we drew it, and escaped the texts in it. A
    picture from a stored edition is looked at again, since files can be changed.
    """
    element = svg[max(svg.find("<svg"), 0) :]
    known = EMBEDDED.sub("", element)
    if re.search(r"<\s*(script|foreignObject|image|use|a|style)\b|\son\w+\s*=|href", known):
        raise ValueError("a picture holds what ours never do")
    return element.replace("<title></title>", f"<title>{html.escape(caption)}</title>", 1)


def _logo(path: str) -> str:
    """The logo as a data address, so that the page needs no file beside it."""
    kind = mimetypes.guess_type(path)[0]
    if not path or kind is None or not kind.startswith("image/"):
        return ""
    try:
        content = Path(path).read_bytes()
    except OSError:
        return ""
    return f"data:{kind};base64,{base64.b64encode(content).decode('ascii')}"

"""The method pages of docs/ as pages a browser shows, so that the Help button works offline."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import Dict

from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QTextDocument

_DOCS = Path(__file__).resolve().parents[2] / "docs"
_FOLDERS = {"sv": "metoder", "en": "methods"}

_PAGE = """<!DOCTYPE html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title><style>
body {{ font-family: sans-serif; color: #1a1a1a; background: #ffffff; max-width: 46em;
  margin: 2em auto; padding: 0 1em; line-height: 1.5 }}
img {{ max-width: 100%; height: auto }} table {{ border-collapse: collapse }}
td, th {{ border-bottom: 1px solid #d9d9d9; padding: .25em .7em; text-align: left }}
</style></head><body>
{body}
</body></html>
"""

#: language to the folder of pages made in this session
_made: Dict[str, tempfile.TemporaryDirectory] = {}


def page_url(name: str, language: str) -> str:
    """Address of a tool's page; "" where the documentation is not shipped or has no such page."""
    source = _DOCS / _FOLDERS.get(language, "methods")
    if not (source / f"{name}.md").is_file():
        return ""
    if language not in _made:
        folder = tempfile.TemporaryDirectory(prefix="trygg-help-")
        for page in source.glob("*.md"):
            text = page.read_text(encoding="utf-8")
            html = page_html(text, page.parent, language)
            Path(folder.name, f"{page.stem}.html").write_text(html, encoding="utf-8")
        _made[language] = folder
    return str(QUrl.fromLocalFile(str(Path(_made[language].name, f"{name}.html"))).toString())


def page_html(text: str, beside: Path, language: str) -> str:
    """A page's Markdown as HTML; links to pages of the same folder stay within it."""
    document = QTextDocument()
    document.setMarkdown(text)
    whole = document.toHtml()
    body = whole[whole.index(">", whole.index("<body")) + 1 : whole.rindex("</body>")]
    for style, tag in (("font-weight:[67]00", "b"), ("font-style:italic", "i"),
                       ("font-family:'[^']*[Mm]ono", "code")):
        body = re.sub(rf'<span style="[^"]*{style}[^"]*">(.*?)</span>', rf"<{tag}>\1</{tag}>", body)
    # Qt gives every paragraph a style of its own, which would win over the page's
    body = re.sub(r' (style|align|width|cellspacing|cellpadding|border)="[^"]*"', "", body)

    def target(match: re.Match[str]) -> str:
        attribute, link = match.groups()
        path, mark, anchor = link.partition("#")
        if re.match(r"[a-z]+:", link) or not path:
            return match.group(0)
        if "/" not in path and path.endswith(".md"):
            return f'{attribute}="{path[:-3]}.html{mark}{anchor}"'
        local = QUrl.fromLocalFile(str((beside / path).resolve())).toString()
        return f'{attribute}="{local}{mark}{anchor}"'

    body = re.sub(r'\b(href|src)="([^"]*)"', target, body)
    title = re.search(r"^# (.+)$", text, flags=re.MULTILINE)
    return _PAGE.format(language=language, title=title.group(1) if title else "Trygg", body=body)

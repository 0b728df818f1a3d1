"""Looks at every document's web page as its readers meet it: axe-core in a real browser.

    make accessibility

All kinds of documents of the demo and of a workspace without incidents, in both languages:
rules of WCAG 2.1 A and AA and good practice (axe-core), reflow at 320 CSS pixels (what zooming to
400 % of 1280 gives), at twice the text size, a keyboard alone, and print. Says what is wrong, in
sentences, and fails.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Iterator, List, Tuple

ROOT = Path(__file__).resolve().parents[1]
TODAY = date(2026, 11, 20)
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice")
NARROW = 320
#: So many stops of the keyboard are looked at on a page.
MOST_STOPS = 60
#: What must be there whatever the page tells; JavaScript that is true when it is.
ALWAYS = (
    ("it names no language", "/^(sv-SE|en-GB)$/.test(document.documentElement.lang)"),
    ("it has not exactly one main part, header and footer",
     "['main','body > header','body > footer'].every(s => "
     "document.querySelectorAll(s).length === 1)"),
    ("its headings leave out a level",
     "[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => +h.tagName[1])"
     ".every((n, i, all) => i ? n <= all[i - 1] + 1 : n === 1)"),
    ("a picture has no name or no description",
     "[...document.querySelectorAll('main svg')].every(s => s.getAttribute('role') === 'img' && "
     "s.querySelector('title').textContent.trim() && s.querySelector('desc').textContent.trim())"),
)
#: All folded parts open, since their tables must find room too.
UNFOLD = "document.querySelectorAll('details').forEach(d => d.open = true)"
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def main() -> int:
    sys.path.insert(0, str(ROOT))
    package = find_spec("axe_playwright_python")
    if package is None or package.origin is None:
        print("axe-core is not there: run make accessibility.")
        return 2
    axe = Path(package.origin).with_name("axe.min.js").read_text(encoding="utf-8")
    from tools.browser import Browser

    wrong: List[str] = []
    with tempfile.TemporaryDirectory(prefix="trygg-pages-") as folder:
        # QGIS in a process of its own: it may fall over its own feet at the end
        subprocess.run(
            [sys.executable, __file__, "--pages", folder], cwd=ROOT, check=False,
            stderr=subprocess.DEVNULL,
        )
        pages = sorted(Path(folder).glob("*.html"))
        if not pages:
            print("No pages were made.")
            return 2
        with Browser() as browser:
            for page in pages:
                found = list(_faults(browser, page, axe))
                wrong += found
                print(f"{page.stem:<40} {'; '.join(found) or 'nothing wrong'}")
    print(f"{len(pages)} pages, {len(wrong)} faults.")
    return int(bool(wrong))


def _faults(browser: Any, page: Path, axe: str) -> Iterator[str]:
    browser.open(page)
    browser.value(UNFOLD)
    browser.value(axe + "; true")
    answer = browser.value(
        f"axe.run(document, {{runOnly: {list(RULES)}, resultTypes: ['violations']}})"
        ".then(r => r.violations.map(v => [v.id, v.help, v.nodes.length, v.nodes[0].html]))"
    )
    for rule, help_text, count, first in answer:
        yield f"{rule} ({count} times): {help_text}, first at {first[:120]}"
    for sentence, condition in ALWAYS:
        if not browser.value(condition):
            yield sentence
    yield from _keyboard(browser, page)
    for width, size, words in ((NARROW, "100%", f"in {NARROW} px"),
                               (640, "200%", "with letters of twice the size")):
        browser.open(page, width)
        browser.value(f"document.documentElement.style.fontSize = '{size}'; {UNFOLD}")
        beyond = browser.value(TOO_WIDE)
        if beyond > 0:
            yield f"{words} it must be scrolled sideways ({beyond} px)"
    browser.open(page)
    browser.ask("Emulation.setEmulatedMedia", media="print")
    if browser.value("[...document.querySelectorAll('nav, .skip')]"
                     ".some(e => getComputedStyle(e).display !== 'none')"):
        yield "what only helps on a screen is printed"
    browser.ask("Emulation.setEmulatedMedia", media="")


def _keyboard(browser: Any, page: Path) -> Iterator[str]:
    """The first stop leads to the text, and every stop can be seen."""
    browser.open(page)
    browser.press("Tab")
    if not browser.value("document.activeElement.matches('.skip') && "
                         "document.activeElement.getBoundingClientRect().left >= 0"):
        yield "the first stop of the keyboard is not a way to the text"
        return
    browser.press("Enter")
    if not browser.value("document.activeElement.id === 'main'"):
        yield "the way to the text does not lead there"
    browser.open(page)
    for _ in range(MOST_STOPS):
        browser.press("Tab")
        if browser.value("document.activeElement === document.body"):
            return  # once around
        if not browser.value("getComputedStyle(document.activeElement).outlineStyle !== 'none'"):
            where = browser.value("document.activeElement.outerHTML.slice(0, 80)")
            yield f"one cannot see where the keyboard is: {where}"
            return


# --- the pages, in a process with QGIS ----------------------------------------------------------


def make_pages(folder: Path) -> None:
    """Every kind of document as a page: of the demo, and of a workspace without incidents."""
    from bench import qgis_session

    qgis_session.start()
    from trygg_plugin.project.demo import notice_of
    from trygg_plugin.reports.write import write

    for name, workspace in _workspaces(folder):
        for language in ("sv", "en"):
            for document in _documents(workspace, language, notice_of(workspace, language)):
                write(document, folder / f"{name}-{document.kind}-{language}.html")


def _workspaces(folder: Path) -> List[Tuple[str, Any]]:
    from qgis.core import QgsGeometry

    from trygg_plugin.data.workspace import create_workspace
    from trygg_plugin.domain.standard import default_folder, load_standard
    from trygg_plugin.project.demo import create_demo
    from trygg_plugin.project.municipalities import boundary

    standard = load_standard(default_folder())
    border = boundary("1881")[0]
    demo = create_demo(folder / "demo.gpkg", standard, ("1881", "Kumla kommun"), border,
                       today=TODAY)
    whole = QgsGeometry(border)
    whole.convertToMultiType()
    empty = create_workspace(
        folder / "empty.gpkg", standard, municipality_name="Kumla kommun",
        areas=[({"name": "Kumla", "kind": "est_area"}, whole)],
    )
    return [("demo", demo), ("empty", empty)]


def _documents(workspace: Any, language: str, notice: str) -> Iterator[Any]:
    from trygg_plugin.processing.documents import latest
    from trygg_plugin.reports.context import Request
    from trygg_plugin.reports.documents import ATLAS, MODULES, kind_of
    from trygg_plugin.reports.kinds import make_document

    for key in (*MODULES, ATLAS):
        kind = kind_of(key)
        record = latest(workspace, kind)
        if kind.needs_record and record is None:
            continue  # there is nothing that it could tell of
        yield make_document(
            workspace, kind, Request(language, record=record, today=TODAY, notice=notice)
        )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--pages"]:
        sys.path.insert(0, str(ROOT))
        make_pages(Path(sys.argv[2]))
    else:
        sys.exit(main())

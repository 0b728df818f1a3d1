"""The documentation is whole: a page per tool in both languages, and no link into nothing."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Dict, List, Set, Tuple
from urllib.parse import unquote

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = sorted([*DOCS.rglob("*.md"), ROOT / "README.md", ROOT / "CHANGELOG.md"])
METHODS = {"sv": DOCS / "metoder", "en": DOCS / "methods"}
HEADINGS = {
    "sv": ("Frågan", "Så läser du svaret", "Begränsningar", "Förval, och varför", "Källa"),
    "en": ("The question", "How to read it", "Limits", "Defaults, and why", "Source"),
}
INVENTED = {"sv": "Påhittade data", "en": "Invented data"}
#: A page shorter than this many words says nothing that the tool's own help does not.
FEWEST_WORDS = 80

pytestmark = pytest.mark.native


def titles() -> Dict[str, str]:
    """Name of every tool in the toolbox, and its English title."""
    from trygg_plugin.processing.provider import algorithm_modules, algorithms_in

    return {one.NAME: one.TITLE for module in algorithm_modules() for one in algorithms_in(module)}


def algorithm_names() -> Set[str]:
    return set(titles())


def in_swedish() -> Dict[str, str]:
    """The Swedish catalogue, as the toolbox uses it."""
    catalogue = ElementTree.parse(ROOT / "i18n" / "trygg_sv.ts")
    return {message.findtext("source", ""): message.findtext("translation", "")
            for message in catalogue.iter("message")}


def method_pages() -> List[Tuple[str, Path]]:
    return [(language, page) for language, folder in METHODS.items()
            for page in sorted(folder.glob("*.md")) if page.name != "index.md"]


def links_of(text: str) -> List[str]:
    """Targets of links and pictures outside code."""
    plain = re.sub(r"```.*?```|`[^`]*`", "", text, flags=re.DOTALL)
    return re.findall(r"\]\(([^)\s]+)\)", plain)


def anchors_of(text: str) -> Set[str]:
    """Names that headings get where the pages are shown, and those given by hand."""
    named = re.findall(r'<a (?:id|name)="([^"]+)"', text)
    return {*named, *(re.sub(r"[^\w\- ]", "", title.lower()).strip().replace(" ", "-")
                      for title in re.findall(r"^#+ (.+)$", text, flags=re.MULTILINE))}


@pytest.mark.parametrize("language", sorted(METHODS))
def test_every_tool_has_its_page(language: str) -> None:
    pages = {page.stem for page in METHODS[language].glob("*.md")}
    assert algorithm_names() <= pages, "these tools have no page in docs/"


@pytest.mark.parametrize("language", sorted(METHODS))
def test_a_page_is_called_as_its_tool(language: str) -> None:
    swedish = in_swedish()
    for name, title in titles().items():
        wanted = swedish.get(title) or None if language == "sv" else title
        first = (METHODS[language] / f"{name}.md").read_text(encoding="utf-8").splitlines()[0]
        assert wanted is None or first == f"# {wanted}"


def test_both_languages_have_the_same_pages() -> None:
    names = [{page.name for page in folder.glob("*.md")} for folder in METHODS.values()]
    assert names[0] == names[1]


@pytest.mark.parametrize("language, page", method_pages(), ids=lambda value: getattr(
    value, "stem", value))
def test_a_methods_page_says_all_that_it_should(language: str, page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    titles = re.findall(r"^## (.+)$", text, flags=re.MULTILINE)
    assert tuple(titles) == HEADINGS[language]
    sections = re.split(r"^## .+$", text, flags=re.MULTILINE)[1:]
    assert all(section.strip() for section in sections), "a heading without text"
    assert len(text.split()) >= FEWEST_WORDS
    tool = re.search(r"`trygg:(\w+)`", text.splitlines()[2])
    assert (tool.group(1) if tool else None) == (
        page.stem if page.stem in algorithm_names() else None
    ), "the third line names the tool, and only one that exists"
    index = (page.parent / "index.md").read_text(encoding="utf-8")
    assert f"({page.name})" in index, "the page is missing in its index"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_and_pictures_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert text.strip(), "the page is empty"
    broken = []
    for link in links_of(text):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, anchor = unquote(link).partition("#")
        target = (page.parent / name).resolve() if name else page
        there = target.exists()
        if there and anchor and target.suffix == ".md":
            there = anchor in anchors_of(target.read_text(encoding="utf-8"))
        if not there:
            broken.append(link)
    assert not broken


def test_every_picture_has_a_text_for_those_who_do_not_see_it() -> None:
    mute = [f"{page.relative_to(ROOT)}: {target}" for page in PAGES for text, target in
            re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", page.read_text(encoding="utf-8"))
            if len(text.split()) < 3]
    assert not mute


def test_pictures_are_used_small_and_marked_as_invented() -> None:
    folder = DOCS / "images" / "methods"
    used = {(page.parent / link).resolve() for page in PAGES
            for link in links_of(page.read_text(encoding="utf-8")) if "images/" in link}
    for picture in sorted(folder.iterdir()):
        assert picture.resolve() in used, f"{picture.name} stands on no page"
        assert picture.stat().st_size < 120_000, f"{picture.name} is larger than 120 kB"
        language = picture.stem.rsplit("_", 1)[1]
        if picture.suffix == ".svg":  # in a PNG the mark is a part of the picture
            drawn = " ".join(ElementTree.parse(picture).getroot().itertext())
            assert INVENTED[language] in drawn, f"{picture.name} is not marked as invented"


@pytest.mark.parametrize("language, page", method_pages(), ids=lambda value: getattr(
    value, "stem", value))
def test_a_page_with_a_picture_says_that_it_is_invented(language: str, page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    if "images/methods/" in text:
        assert INVENTED[language] in text
        assert f"{page.stem}_{language}." in text, "the picture is another's or another language's"

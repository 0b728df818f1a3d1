"""The review panel with every incident of a large workspace waiting, beside QGIS's own table."""

from __future__ import annotations

from typing import Any

from bench import queues
from bench.panel_acts import CATEGORY, WORD, Act, case

_PART = "review.part.ReviewPart"


def _choose(key: str, index: int) -> Any:
    return lambda page: page.filters.combos[key].setCurrentIndex(index)


def _newest_first(page: Any) -> None:
    page.filters.order.setCurrentIndex(1)


def _oldest_first(page: Any) -> None:
    page.filters.order.setCurrentIndex(0)


def _by_category(page: Any) -> None:
    combo = page.filters.combos["category"]
    combo.setCurrentIndex(combo.findData(CATEGORY))


def _type(text: str) -> Any:
    """Type into the search field, and skip the pause that waits for the next letter."""

    def typed(page: Any) -> None:
        from qgis.PyQt.QtCore import QSignalBlocker

        with QSignalBlocker(page.filters.search):
            page.filters.search.setText(text)
        page.reload()

    return typed


def _number(page: Any) -> None:
    _type("#" + page.table.uuid(50)[:8])(page)


def _in_view(share: float) -> Any:
    """Only what a part of the map shows."""

    def looked(page: Any) -> None:
        canvas = page.shell.iface.mapCanvas()
        extent = page.shell.current.layer("incident").extent()
        extent.scale(share)
        canvas.setExtent(extent)
        page.filters.in_view.setChecked(True)

    return looked


def _words_found(page: Any) -> None:
    from bench import panel

    _type(WORD)(page)
    panel.until(lambda: _there(page))
    page.list.choose(0)


def _clear(page: Any) -> None:
    page.filters.clear()


def _first(page: Any) -> None:
    page.list.choose(0)


def _take_back(page: Any) -> None:
    """What the last run did is undone; the list stands at its beginning."""
    if page.doing.can_undo:
        page.undo()
    _first(page)


def _unfold(page: Any) -> None:
    page.filters.more.setChecked(True)


def _fold(page: Any) -> None:
    page.filters.more.setChecked(False)
    page.filters.use(page.workspace, page.code_words())


def _counted(page: Any) -> bool:
    return page.filters.combos["status"].itemText(0).endswith(")")


def _there(page: Any) -> bool:
    return not page.reading.waiting


def _approve(page: Any) -> None:
    page.act("approve")


def _approve_again_among_words(page: Any) -> None:
    if page.doing.can_undo:
        page.undo()
    elif not page.filters.search.text():
        _words_found(page)
    _first(page)


CASE = case(
    "review_panel", "The review panel with 200,000 incidents waiting",
    (
        Act("opened", _PART, table="incident"),
        Act("by category", _PART, _by_category, _clear, "incident", f"\"category\" = '{CATEGORY}'"),
        Act("by word", _PART, _type(WORD), _clear, "incident",
            f"\"description\" ILIKE '%{WORD}%'", _there),
        Act("by state", _PART, _choose("status", 1), _clear),
        Act("by area", _PART, _choose("area", 4), _clear),
        Act("by organisation", _PART, _choose("reporter_organisation", 4), _clear),
        Act("newest first", _PART, _newest_first, _oldest_first),
        Act("by a word that no one has", _PART, _type("zzyzx"), _clear, shown=_there),
        Act("by number", _PART, _number, _clear),
        Act("in the map's view, a twentieth", _PART, _in_view(0.05), _clear, shown=_there),
        Act("in the map's view, all", _PART, _in_view(1.1), _clear, shown=_there),
        Act("counts of all choices", _PART, _unfold, _fold, shown=_counted),
        Act("last row", _PART, lambda page: page.list.choose(page.table.rowCount() - 1), _first),
        Act("next incident", _PART, lambda page: page.act("next"), _first),
        Act("all marked", _PART, lambda page: page.list.selectAll(), _first),
        Act("approve and show the next", _PART, _approve, _take_back),
        Act("approve among words found", _PART, _approve, _approve_again_among_words),
        Act("duplicates side by side", _PART, lambda page: page.act("duplicates"),
            lambda page: page.close_duplicates()),
    ),
    queues,
    "Every incident waits for review, which is the worst that a queue can be. QGIS's table holds "
    "all rows in memory once it is open; the panel reads the pages that are seen. Seconds until "
    "the first content is painted; then the longest time in which the window did not answer until "
    "all was there: by the clock, and of its own processor time.",
)  # fmt: skip

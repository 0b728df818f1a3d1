"""The review panel with every incident of a large workspace waiting, beside QGIS's own table."""

from __future__ import annotations

from typing import Any, Callable

from bench.frame import Answer, Case, Entry, Faster, Job, Within

SIZE = 200_000
#: A category that a fourth of the incidents have, and a word that a fifth of them hold.
CATEGORY, WORD = "gathering", "belysningen"


def _page(size: int) -> Any:
    """The panel's page with the workspace open in it, not yet shown."""
    from bench import panel, qgis_session, workspaces

    qgis_session.start()
    shell = panel.shell(workspaces.waiting(size))
    from trygg_plugin.gui.panels.review.page import ReviewPage

    page = ReviewPage(shell)
    page.resize(420, 720)
    page.opened()
    return page


def opening(size: int) -> Job:
    """From nothing to the first incident in view, with the page made anew."""
    from bench import panel

    first = _page(size)
    kept = [first]

    def run() -> Answer:
        from trygg_plugin.gui.panels.review.page import ReviewPage

        page = ReviewPage(first.shell)
        page.resize(420, 720)
        page.opened()
        page.show()
        page.refresh()
        panel.drawn(page)
        kept.append(page)
        return _told(page)

    def prepare() -> None:
        if len(kept) > 1:
            old = kept.pop()
            old.hide()
            old.unload()
            old.deleteLater()

    return Job(run, prepare)


def _job(size: int, prepare: Callable[[Any], None], run: Callable[[Any], None]) -> Job:
    from bench import panel

    page = _page(size)
    page.show()
    page.refresh()
    panel.drawn(page)

    def timed() -> Answer:
        run(page)
        panel.drawn(page)
        return _told(page)

    return Job(timed, lambda: prepare(page))


def last_row(size: int) -> Job:
    return _job(
        size, lambda page: page.reload(row=0),
        lambda page: page.list.choose(page.table.rowCount() - 1),
    )


def by_category(size: int) -> Job:
    def choose(page: Any) -> None:
        combo = page.filters.combos["category"]
        combo.setCurrentIndex(combo.findData(CATEGORY))

    return _job(size, lambda page: page.filters.clear(), choose)


def by_word(size: int) -> Job:
    def search(page: Any) -> None:
        from qgis.PyQt.QtCore import QSignalBlocker

        # without the pause that waits for the next letter
        with QSignalBlocker(page.filters.search):
            page.filters.search.setText(WORD)
        page.reload()

    return _job(size, lambda page: page.filters.clear(), search)


def counting(size: int) -> Job:
    """All counts behind the choices; the window goes on meanwhile."""
    from bench import panel

    def count(page: Any) -> None:
        page.filters.more.setChecked(True)
        combo = page.filters.combos["status"]
        panel.until(lambda: combo.itemText(0).endswith(")"))

    def forget(page: Any) -> None:
        page.filters.more.setChecked(False)
        page.filters.use(page.workspace, page.code_words())

    return _job(size, forget, count)


def approving(size: int) -> Job:
    """One key: written with history, and the next incident in view."""
    return _job(size, lambda page: page.reload(row=0), lambda page: page.act("approve"))


def _table(size: int) -> Any:
    from bench import panel, qgis_session, workspaces

    qgis_session.start()
    shell = panel.shell(workspaces.waiting(size))
    return shell.current.layer("incident"), shell.iface.mapCanvas()


def _dual_view(layer: Any, canvas: Any) -> Any:
    from qgis.gui import QgsDualView

    from bench import panel

    view = QgsDualView()
    view.resize(1000, 720)
    view.init(layer, canvas)
    view.setView(QgsDualView.ViewMode.AttributeTable)
    view.show()
    panel.drawn(view)
    return view


def qgis_opening(size: int) -> Job:
    layer, canvas = _table(size)
    kept = []

    def run() -> Answer:
        kept.append(_dual_view(layer, canvas))
        return Answer({"rows": kept[-1].featureCount()})

    def prepare() -> None:
        while kept:
            kept.pop().deleteLater()

    return Job(run, prepare)


def qgis_filter(size: int, expression: str) -> Job:
    from qgis.core import QgsExpression, QgsExpressionContext, QgsExpressionContextUtils

    from bench import panel

    layer, canvas = _table(size)
    view = _dual_view(layer, canvas)
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))

    def run() -> Answer:
        view.filterFeatures(QgsExpression(expression), context)
        panel.until(lambda: view.filteredFeatureCount() < view.featureCount())
        panel.drawn(view)
        return Answer({"rows": view.filteredFeatureCount()})

    def prepare() -> None:
        view.setFilteredFeatures(layer.allFeatureIds())

    return Job(run, prepare)


def _told(page: Any) -> Answer:
    return Answer({"rows": page.table.rowCount()})


PEER, PEER_CATEGORY = "QGIS attribute table, opened", "QGIS attribute table, by category"
PEER_WORD = "QGIS attribute table, by word"

CASE = Case(
    name="review_panel",
    title="The review panel with all incidents waiting",
    entries=(
        Entry("trygg, opened", opening, ours=True),
        Entry("trygg, scrolled to the last row", last_row, ours=True),
        Entry("trygg, by category", by_category, ours=True),
        Entry("trygg, by word", by_word, ours=True),
        Entry("trygg, counts of all choices", counting, ours=True),
        Entry("trygg, approve and show the next", approving, ours=True),
        Entry(PEER, qgis_opening),
        Entry(PEER_CATEGORY, lambda size: qgis_filter(size, f"\"category\" = '{CATEGORY}'")),
        Entry(PEER_WORD, lambda size: qgis_filter(size, f"\"description\" ILIKE '%{WORD}%'")),
    ),
    quick=(5_000,),
    full=(SIZE,),
    size_label=lambda rows: f"{rows:,} waiting incidents",
    goals=(
        Within(SIZE, "trygg, opened", 1),
        Within(SIZE, "trygg, scrolled to the last row", 1),
        Within(SIZE, "trygg, by category", 1),
        Within(SIZE, "trygg, by word", 1),
        Within(SIZE, "trygg, approve and show the next", 1),
        Faster(SIZE, "trygg, opened", PEER, 5),
    ),
    note="Every incident waits for review, which is the worst that a queue can be. QGIS's table "
         "holds all rows in memory once it is open; the panel reads the pages that are seen.",
)

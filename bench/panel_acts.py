"""What is done in panels over a workspace of 200,000 incidents, and how it is measured."""

from __future__ import annotations

from importlib import import_module
from time import perf_counter
from typing import Any, Callable, Dict, List, NamedTuple, Optional, Tuple

from . import busy, postgis
from .frame import Answer, Case, Entry, Job, Within

ROWS = 200_000
GEOPACKAGE, POSTGIS, PEER = "Trygg in a GeoPackage", "Trygg in PostGIS", "QGIS attribute table"
#: A category that a fourth of the incidents have, and a word that a fifth of their texts hold.
CATEGORY, WORD = "gathering", "belysningen"


_NOTE = (
    "The workspace holds 200,000 incidents (2,000 wait for review, 18,000 for feedback), 60 "
    "problems with 24,000 links, 300 measures, 900 follow-ups, 40 meetings, 200 decisions, 18 "
    "periods, 30 walks. Seconds until the first content is painted; then the longest time in which "
    "the window did not answer until all was there, figures that are counted in the background "
    "too: by the clock, and of its own processor time. QGIS's own table, opened on the same "
    "incidents, stands under the review panel."
)


class Act(NamedTuple):
    """What is measured: on the open ``page`` of a part, or its opening when ``do`` is None.
    ``back`` sets right what ``do`` changes; ``shown`` says when the first content is there, where
    that is not at once. ``table``, ``expression``: what QGIS's own table is asked instead."""

    name: str
    part: str = ""
    do: Optional[Callable[[Any], Any]] = None
    back: Callable[[Any], Any] = lambda _page: None
    table: str = ""
    expression: str = ""
    shown: Callable[[Any], bool] = lambda _page: True


def _last_row(page: Any) -> None:
    page.list.choose(page.table.rowCount() - 1)


def _first_row(page: Any) -> None:
    page.list.choose(0)


def _type(text: str) -> Callable[[Any], None]:
    """Type into a search box, and skip the pause that waits for the next letter."""

    def typed(page: Any) -> None:
        from qgis.PyQt.QtCore import QSignalBlocker

        with QSignalBlocker(page.search):
            page.search.setText(text)
        page.refresh()

    return typed


def _review_by_category(page: Any) -> None:
    combo = page.filters.combos["category"]
    combo.setCurrentIndex(combo.findData(CATEGORY))


def _review_by_word(page: Any) -> None:
    from qgis.PyQt.QtCore import QSignalBlocker

    with QSignalBlocker(page.filters.search):
        page.filters.search.setText(WORD)
    page.reload()


def _choose_kind(index: int) -> Callable[[Any], None]:
    return lambda page: page.kind.setCurrentIndex(index)


def _one_organisation(page: Any) -> None:
    page.organisation.setCurrentIndex(1)
    page.organisation.activated.emit(1)


def _all_organisations(page: Any) -> None:
    page.organisation.setCurrentIndex(0)
    page.organisation.activated.emit(0)


def _begin_meeting(page: Any) -> None:
    """Up to the window; what it counts meanwhile is waited for afterwards."""
    page.list.choose(0)
    page.hold()


def _end_meeting(page: Any) -> None:
    page._close_window()


def _locate(text: str) -> Callable[[Any], None]:
    """What QGIS's search box runs in a thread: here on the spot, so that all of it is counted."""

    def located(page: Any) -> None:
        from trygg_plugin.data.casework.find import find

        list(find(page.workspace, text))

    return located


#: Those with a fair peer come first: QGIS's own table of the same layer.
OPENED: Tuple[Act, ...] = (
    Act("review opened", "review.part.ReviewPart"),
    Act("feedback opened", "feedback.part.FeedbackPart"),
    Act("problems opened", "problems.part.ProblemsPart"),
    Act("measures opened", "measures.part.MeasuresPart"),
    Act("follow-ups opened", "follow_up.part.FollowUpPart"),
    Act("meetings opened", "meetings.part.MeetingPart"),
    Act("walks opened", "walks.part.WalksPart"),
    Act("periods opened", "periods.part.PeriodsPart"),
    Act("law opened", "law.part.LawPart"),
    Act("history opened", "history.part.HistoryPart"),
)
USED: Tuple[Act, ...] = (
    Act("review by category", "review.part.ReviewPart", _review_by_category,
        lambda page: page.filters.clear(), "incident", f"\"category\" = '{CATEGORY}'"),
    Act("review by word", "review.part.ReviewPart", _review_by_word,
        lambda page: page.filters.clear(), "incident", f"\"description\" ILIKE '%{WORD}%'",
        lambda page: not page.reading.waiting),
    Act("review at the last row", "review.part.ReviewPart", _last_row, _first_row),
    Act("feedback at the last row", "feedback.part.FeedbackPart", _last_row, _first_row),
    Act("feedback unread instead", "feedback.part.FeedbackPart", _choose_kind(1), _choose_kind(0)),
    Act("feedback of one organisation", "feedback.part.FeedbackPart", _one_organisation,
        _all_organisations),
    Act("problems by word", "problems.part.ProblemsPart", _type("problem 5"), _type("")),
    Act("problem chosen", "problems.part.ProblemsPart", _last_row, _first_row),
    Act("measures by word", "measures.part.MeasuresPart", _type("åtgärd 29"), _type("")),
    Act("meeting begun", "meetings.part.MeetingPart", _begin_meeting, _end_meeting),
    Act("locator, found at once", "law.part.LawPart", _locate("belysningen")),
    Act("locator, looked through all", "law.part.LawPart", _locate("zzyzx")),
)


def _ours(acts: Tuple[Act, ...], house: Callable[[int], Any]) -> Callable[[int], Job]:
    def start(number: int) -> Job:
        from bench import panel, qgis_session

        qgis_session.start(processing=False)
        act = acts[number - 1]
        shell = panel.shell(house(ROWS))
        return _opening(shell, act) if act.do is None else _acting(shell, act)

    return start


def _dock(shell: Any, act: Act) -> Any:
    """The panel in its dock, as the menu opens it."""
    from qgis.PyQt.QtCore import Qt

    from trygg_plugin.gui.panel import PanelDock

    module, name = act.part.rsplit(".", 1)
    part = getattr(import_module(f"trygg_plugin.gui.panels.{module}"), name)(shell)
    window = shell.iface.mainWindow()
    dock = PanelDock(shell, f"Trygg{part.key}Panel", part.title(), part.make_page)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    dock.resize(420, 720)
    return dock


def _opening(shell: Any, act: Act) -> Job:
    from bench import panel

    kept: List[Any] = []

    def run() -> Answer:
        return _timed(lambda: kept.append(_dock(shell, act)), lambda: not kept[-1]._stale,
                      lambda: kept[-1])  # fmt: skip

    def prepare() -> None:
        from qgis.PyQt.QtCore import QCoreApplication, QEvent

        while kept:
            dock = kept.pop()
            dock.unload()
            dock.hide()
            shell.iface.mainWindow().removeDockWidget(dock)
            dock.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        panel.until(panel.idle)

    return Job(run, prepare)


def _acting(shell: Any, act: Act) -> Job:
    from bench import panel

    dock = _dock(shell, act)
    panel.until(lambda: not dock._stale and panel.idle())
    act.back(dock.page)

    def run() -> Answer:
        assert act.do is not None
        return _timed(lambda: act.do(dock.page), lambda: act.shown(dock.page), lambda: dock)

    def prepare() -> None:
        act.back(dock.page)
        panel.until(panel.idle)
        panel.drawn(dock)

    return Job(run, prepare)


def _timed(
    do: Callable[[], Any], shown: Callable[[], bool], widget: Callable[[], Any]
) -> Answer:
    """The seconds until the first content is painted. Further: the longest time that the window did
    not answer until all was there, by the clock and of its processor time."""
    from bench import panel

    began = perf_counter()
    with panel.Pulse() as pulse:
        do()
        panel.until(shown)
        panel.drawn(widget())
        seconds = perf_counter() - began
        panel.until(panel.idle)
        panel.drawn(widget())
    return Answer(_facts(pulse, perf_counter() - began, widget()), seconds=seconds)


def _facts(pulse: Any, whole: float, dock: Any) -> Dict[str, Any]:
    facts: Dict[str, Any] = {
        "longest pause": f"{pulse.longest:.2f} s, {pulse.worked:.2f} s of it worked",
        "all there after": f"{whole:.2f} s",
    }
    table = getattr(getattr(dock, "page", None), "table", None)
    if hasattr(table, "rowCount"):
        facts["rows"] = table.rowCount()
    return facts


def _peer(act: Act, house: Callable[[int], Any]) -> Job:
    """QGIS's own table of the same layer of the GeoPackage, with the same question."""
    from qgis.core import QgsExpression, QgsExpressionContext, QgsExpressionContextUtils
    from qgis.gui import QgsDualView

    from bench import panel, qgis_session

    qgis_session.start(processing=False)
    path = house(ROWS)
    shell = panel.shell(path)
    layer = shell.current.layer("incident") if act.table == "incident" else (
        panel.layer(path, act.table)
    )
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    kept: List[Any] = []

    def opened() -> None:
        view = QgsDualView()
        view.resize(1000, 720)
        view.init(layer, shell.iface.mapCanvas())
        view.setView(QgsDualView.ViewMode.AttributeTable)
        view.show()
        kept.append(view)

    def filtered() -> None:
        kept[-1].filterFeatures(QgsExpression(act.expression), context)
        panel.until(lambda: kept[-1].filteredFeatureCount() < kept[-1].featureCount())

    # what opens on a question is opened and asked; what is asked of an open panel, only asked
    anew = act.do is None

    def run() -> Answer:
        def do() -> None:
            if anew:
                opened()
            if act.expression:
                filtered()

        answer = _timed(do, lambda: True, lambda: kept[-1])
        return Answer({**answer.facts, "rows": kept[-1].filteredFeatureCount()},
                      seconds=answer.seconds)

    def prepare() -> None:
        if anew:
            while kept:
                kept.pop().deleteLater()
        elif not kept:
            opened()
        else:
            kept[-1].setFilteredFeatures(layer.allFeatureIds())

    return Job(run, prepare)


def case(
    name: str, title: str, acts: Tuple[Act, ...], house: Any = busy, note: str = _NOTE
) -> Case:
    """A case whose sizes are the numbers of acts. ``house``: what makes the workspace on both
    engines (``geopackage`` and ``in_postgis`` of a number of rows)."""
    asked = sum(1 for act in acts if act.table)
    return Case(
        name=name,
        title=title,
        entries=(
            Entry(GEOPACKAGE, _ours(acts, house.geopackage), ours=True),
            Entry(POSTGIS, _ours(acts, house.in_postgis), ours=True, missing=postgis.missing),
            *((Entry(PEER, lambda number: _peer(acts[number - 1], house.geopackage),
                     largest=asked),)
              if asked else ()),
        ),  # fmt: skip
        quick=(1, len(acts)),
        full=tuple(range(1, len(acts) + 1)),
        size_label=lambda number: acts[number - 1].name,
        goals=tuple(
            Within(number, entry, 1)
            for number in range(1, len(acts) + 1)
            for entry in (GEOPACKAGE, POSTGIS)
        ),
        note=note,
    )

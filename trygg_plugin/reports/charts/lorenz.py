"""The Lorenz curve: how few places have how much of the events."""

from __future__ import annotations

from typing import Optional, Sequence

from .language import Language
from .lettering import wrap
from .palette import GRID, INK, MAIN, SECOND, SOFT_INK
from .svg import SMALL, Canvas, Size

SQUARE: Size = (352, 336)


def lorenz(
    places: Sequence[float],
    events: Sequence[float],
    language: str,
    random_places: Optional[Sequence[float]] = None,
    random_events: Optional[Sequence[float]] = None,
    gini: Optional[float] = None,
    mark: float = 0.5,
    title: str = "",
    size: Size = SQUARE,
) -> str:
    """SVG of a concentration curve, the most burdened places first.

    ``places``, ``events``: cumulated shares (0 to 1), from the place with most events.
    ``random_places``, ``random_events``: the curve that chance alone would give.
    ``mark``: share of events whose share of places is pointed out.
    """
    lang = Language(language)
    text = lorenz_text(places, events, language, random_places, random_events, gini, mark)
    canvas = Canvas(size, title, text, lang.code)
    if len(places) < 2 or max(events) <= 0:
        canvas.empty(lang.say("No incidents to distribute.", "Inga händelser att fördela."))
        return canvas.to_string()
    keys = [("line", MAIN, lang.say("incidents", "händelser"))]
    if random_places is not None and random_events is not None:
        keys.append(("dashed", SECOND, lang.say("by chance alone", "av slumpen")))
    keys.append(("line", "#999999", lang.say("equal", "jämnt")))
    top = canvas.top + canvas.legend(4, canvas.top, keys) + 8
    left, bottom = 50.0, canvas.height - 40.0
    side = min(canvas.width - left - 16, bottom - top)
    left += (canvas.width - 16 - left - side) / 2
    bottom = top + side

    def at(x: float, y: float) -> tuple[float, float]:
        return left + side * x, bottom - side * y

    for tick in (0.0, 0.25, 0.5, 0.75, 1.0):
        canvas.line(at(0, tick), at(1, tick), GRID)
        canvas.line(at(tick, 0), at(tick, 1), GRID)
        name = lang.percent(tick)
        canvas.middle(left - 5, at(0, tick)[1], name, anchor="end", fill=SOFT_INK)
        canvas.text(at(tick, 0)[0], bottom + 15, name, anchor="middle", fill=SOFT_INK)
    canvas.line(at(0, 0), at(1, 1), "#999999", 1.2)
    canvas.text(left + side / 2, bottom + 31, lang.say("share of places", "andel av platserna"),
                anchor="middle")  # fmt: skip
    canvas.text(left - 42, bottom - side / 2,
                lang.say("share of incidents", "andel av händelserna"),
                anchor="middle", turned=True)  # fmt: skip
    if random_places is not None and random_events is not None:
        canvas.path([at(x, y) for x, y in _thinned(random_places, random_events)], SECOND, 2.2,
                    "6 4")  # fmt: skip
    canvas.path([at(x, y) for x, y in _thinned(places, events)], MAIN, 2.6)
    share = _share_at(places, events, mark)
    canvas.line(at(0, mark), at(share, mark), INK, 1.0, "2 2")
    canvas.dot(at(share, mark), 4, INK, "#ffffff")
    said = lang.say("{e} of incidents in {p} of places", "{e} av händelserna på {p} av platserna")
    said = said.format(e=lang.percent(mark), p=lang.percent(_needed(places, events, mark), 1))
    start, room = at(0.47, 0)[0], 0.51 * side  # below the diagonal no curve runs
    lines = wrap(said, SMALL, room, 3)
    tall = 13 * len(lines) + (14 if gini is not None else 0)
    y = min(at(0, 0.3)[1], bottom - tall - 10)
    canvas.rect(start - 3, y + 3, room + 4, tall + 5, "#ffffff")
    for k, line in enumerate(lines):
        canvas.text(start, y + 15 + 13 * k, line, bold=False)
    if gini is not None:
        canvas.text(start, y + 17 + 13 * len(lines), f"Gini {lang.number(gini, 2)}",
                    fill=SOFT_INK)  # fmt: skip
    return canvas.to_string()


def lorenz_text(
    places: Sequence[float],
    events: Sequence[float],
    language: str,
    random_places: Optional[Sequence[float]] = None,
    random_events: Optional[Sequence[float]] = None,
    gini: Optional[float] = None,
    mark: float = 0.5,
) -> str:
    """What the Lorenz curve shows, in sentences."""
    lang = Language(language)
    if len(places) < 2 or max(events) <= 0:
        return lang.say("No incidents to distribute over places.",
                        "Inga händelser att fördela på platser.")  # fmt: skip
    said = lang.say(
        "{e} of the incidents fall in {p} of the places",
        "{e} av händelserna inträffar på {p} av platserna",
    ).format(e=lang.percent(mark), p=lang.percent(_needed(places, events, mark), 1))
    if random_places is not None and random_events is not None:
        said += lang.say("; by chance alone it would be {p}", "; av slumpen vore det {p}").format(
            p=lang.percent(_share_at(random_places, random_events, mark), 1)
        )
    if gini is not None:
        said += lang.say(". Gini coefficient {g}", ". Gini-koefficient {g}").format(
            g=lang.number(gini, 2)
        )
    return said + "."


def _needed(places: Sequence[float], events: Sequence[float], mark: float) -> float:
    """Share of whole places that have at least ``mark`` of the events, as tables tell it."""
    reached = (place for place, event in zip(places, events) if event >= mark - 1e-12)
    return float(next(reached, places[-1]))


def _share_at(places: Sequence[float], events: Sequence[float], mark: float) -> float:
    for i, reached in enumerate(events):
        if reached >= mark - 1e-12:
            if i == 0 or reached == events[i - 1]:
                return float(places[i])
            part = (mark - events[i - 1]) / (reached - events[i - 1])
            return float(places[i - 1] + part * (places[i] - places[i - 1]))
    return float(places[-1])


def _thinned(xs: Sequence[float], ys: Sequence[float], step: float = 0.002) -> list[tuple]:
    """Points of a curve without those closer than the eye sees: a curve may have 100,000."""
    kept = [(float(xs[0]), float(ys[0]))]
    for x, y in zip(xs, ys):
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= step:
            kept.append((float(x), float(y)))
    kept.append((float(xs[-1]), float(ys[-1])))
    return kept

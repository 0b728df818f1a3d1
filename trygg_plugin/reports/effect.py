"""What a measure did: counted before and after, at its place, around it and where nothing was done.

The same figures for the panel, the documents and whoever repeats the calculation: inputs hold
everything that is asked for, down to the outlines of the places, and figures everything found.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any, Dict, List, Mapping, Optional, Sequence, Tuple

from qgis.core import QgsGeometry, QgsWkbTypes

from ..analysis.displacement import (
    DisplacementDifference,
    displacement_difference,
    displacement_quotient,
)
from ..analysis.displacement_sentence import (
    DisplacementConclusion,
    conclude_displacement,
    conclude_quotient,
)
from ..analysis.effect_sentence import FEWEST_EVENTS, Conclusion
from ..analysis.errors import AnalysisError
from ..analysis.progress import Progress, part, silent
from ..data.casework.places import first_day_known, rows_within
from ..data.values import from_stored
from ..data.workspace import Workspace
from ..domain.effect_windows import Windows, known_from
from ..domain.errors import DomainError
from ..i18n import Translator
from . import charts
from .charts.language import Language

#: A comparison area with this many times the place's incidents rules the difference alone (ours).
LOPSIDED = 5.0
#: Leap days make no period longer than another: counts stay the numbers that people know.
LEAP_DAYS = 2
_FORMAT = 1
_SEGMENTS = 16
Pair = Tuple[float, float]


@dataclass(frozen=True)
class EffectInputs:
    """All that a calculation is made of; texts and numbers only, so that JSON keeps it.

    ``treated``, ``control``: WKT of polygons in the workspace's CRS, with their names. ``ring``:
    width in metres in which displacement is looked for, 0 for none. ``before``, ``after``: first
    and last day (ISO). ``categories``: codes, none for all.
    """

    treated: str
    treated_name: str
    control: str
    control_name: str
    ring: float
    before: Tuple[str, str]
    after: Tuple[str, str]
    categories: Tuple[str, ...] = ()
    format: int = _FORMAT

    def stored(self) -> Dict[str, Any]:
        """As JSON keeps it."""
        return {key: list(v) if isinstance(v, tuple) else v for key, v in asdict(self).items()}

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> EffectInputs:
        """What :meth:`stored` gave. DomainError for what another version has written."""
        try:
            if kept["format"] != _FORMAT:
                raise ValueError(kept["format"])
            values = {f.name: kept[f.name] for f in fields(cls)}
            for key in ("before", "after", "categories"):
                values[key] = tuple(str(one) for one in values[key])
            return cls(**values)
        except (KeyError, TypeError, ValueError) as error:
            raise DomainError(
                "The stored calculation cannot be repeated: it is damaged, or a newer version of "
                "Trygg wrote it."
            ) from error

    @property
    def windows(self) -> Windows:
        days = [tuple(date.fromisoformat(day) for day in one) for one in (self.before, self.after)]
        return Windows("", (days[0][0], days[0][1]), (days[1][0], days[1][1]))


@dataclass(frozen=True)
class Effect:
    """What was found. ``counts``: place -> (before, after). ``verdict``: see effect_sentence.

    ``judged``: each difference that was judged ("treated", "buffer", "together") and its verdict.
    ``light``: the colour that the figures speak for. ``paragraphs``: what the figures show and do
    not show; ``cautions``: what makes them doubtful. ``quotient_verdict``: "" without a ring.
    """

    inputs: EffectInputs
    counts: Mapping[str, Pair]
    difference: DisplacementDifference
    verdict: str
    judged: Tuple[Tuple[str, str], ...]
    light: str
    quotient: Optional[float]
    quotient_verdict: str
    paragraphs: Tuple[str, ...]
    cautions: Tuple[str, ...]

    @property
    def too_few(self) -> bool:
        return self.verdict == "too_few"

    @property
    def figures(self) -> Dict[str, Any]:
        """The numbers, for storing and for comparing with those of a repetition."""
        found: Dict[str, Any] = {
            f"{place}_{when}": value
            for place, pair in self.counts.items()
            for when, value in zip(("before", "after"), pair)
        }
        found.update(
            wdd=_rounded(self.difference.estimate), wdd_low=_rounded(self.difference.low),
            wdd_high=_rounded(self.difference.high), wdq=_rounded(self.quotient),
            verdict=self.verdict,
        )
        return found

    @property
    def text(self) -> str:
        return " ".join([*self.paragraphs, *self.cautions])


def place_of(geometry: QgsGeometry, radius: float) -> QgsGeometry:
    """The ground that a measure works on: its polygon, or what lies within ``radius`` metres of
    its point or line. Raises DomainError where there is no place."""
    if geometry.isNull() or geometry.isEmpty():
        raise DomainError("The measure has no place on the map. Give it one first.")
    if geometry.type() == QgsWkbTypes.GeometryType.PolygonGeometry:
        return geometry
    if radius <= 0:
        raise DomainError("Say how many metres around its point or line the measure reaches.")
    return geometry.buffer(radius, _SEGMENTS)


def inputs_of(
    treated: QgsGeometry,
    treated_name: str,
    control: Sequence[Tuple[str, QgsGeometry]],
    windows: Windows,
    *,
    ring: float = 0.0,
    categories: Sequence[str] = (),
) -> EffectInputs:
    """Inputs from places and days; ``control`` are names and polygons without the measure."""
    if not control:
        raise DomainError("Choose at least one comparison area, without the measure.")
    together = QgsGeometry.unaryUnion([geometry for _name, geometry in control])
    return EffectInputs(
        # centimetres: the repetition reads just what this run read
        treated=treated.asWkt(2), treated_name=treated_name,
        control=together.asWkt(2), control_name=", ".join(name for name, _geometry in control),
        ring=float(ring),
        before=(windows.before[0].isoformat(), windows.before[1].isoformat()),
        after=(windows.after[0].isoformat(), windows.after[1].isoformat()),
        categories=tuple(categories),
    )  # fmt: skip


def effect_of(
    workspace: Workspace, inputs: EffectInputs, language: str, progress: Progress = silent
) -> Effect:
    """Count, compare and put into words. ``progress`` cancels by raising.

    Raises DomainError for places or days that cannot be compared.
    """
    windows = inputs.windows
    if windows.before[1] >= windows.after[0] or min(windows.lengths) < 1:
        raise DomainError("The days before must end before the days after begin.")
    shapes = _shapes(inputs)
    counts: Dict[str, Pair] = {}
    for number, (key, shape) in enumerate(shapes.items()):
        step = part(progress, number / len(shapes), (number + 1) / len(shapes))
        counts[key] = _count(workspace, shape, windows, inputs.categories, step)
    before, after = windows.lengths
    weights = (1.0, 1.0) if abs(before - after) <= LEAP_DAYS else (before / after, 1.0)
    pairs = "buffer" in counts and "buffer_control" in counts
    difference = displacement_difference(
        counts["treated"], counts["control"], counts["buffer"] if pairs else None,
        counts["buffer_control"] if pairs else None, time_weights=weights,
        fewest=FEWEST_EVENTS,
    )
    conclusion = conclude_displacement(difference)
    said: List[Conclusion] = [conclusion]
    quotient, quotient_verdict = None, ""
    if "buffer" in counts:
        try:
            moved = displacement_quotient(counts["treated"], counts["buffer"], counts["control"])
        except AnalysisError:
            quotient_verdict = "not_judged"
        else:
            events = sum(counts["treated"]) + sum(counts["buffer"])
            about = conclude_quotient(moved, conclusion, events)
            quotient_verdict = about.verdict
            if about.verdict != "too_few":
                quotient = moved.quotient
                said.append(about)
    return Effect(
        inputs, counts, difference, conclusion.verdict, _judged(conclusion), conclusion.light,
        quotient, quotient_verdict,
        tuple(_written(said, language)), tuple(_cautions(workspace, counts, windows, language)),
    )


def differences(
    stored: Mapping[str, Any], found: Mapping[str, Any]
) -> List[Tuple[str, Any, Any]]:
    """Names of figures that a repetition gives otherwise, with both values."""
    return [
        (key, stored.get(key), found.get(key))
        for key in sorted({*stored, *found})
        if stored.get(key) != found.get(key)
    ]


def chart(effect: Effect, language: str, size: charts.Size = charts.FULL) -> Tuple[str, str]:
    """The before and after picture as SVG, and the same in words."""
    say = Language(language).say
    names = place_names(language)
    groups = [(names[key], *pair) for key, pair in effect.counts.items()]
    label = say("Difference (incidents)", "Skillnad (händelser)")
    wdd = effect.difference
    # an interval from too few incidents would be read as a result
    interval = None if effect.too_few else (wdd.estimate, wdd.low, wdd.high)
    svg = charts.before_after(
        groups, language, effect=interval, effect_label=label, level=wdd.level, size=size
    )
    return svg, charts.before_after_text(groups, language, interval, label, 0.0, wdd.level)


def place_names(language: str) -> Dict[str, str]:
    say = Language(language).say
    return {
        "treated": say("Place of the measure", "Åtgärdens plats"),
        "control": say("Comparison", "Jämförelse"),
        "buffer": say("Around the measure", "Runt åtgärden"),
        "buffer_control": say("Around the comparison", "Runt jämförelsen"),
    }


def figure_word(name: str, language: str) -> str:
    """What a figure of :attr:`Effect.figures` is called."""
    say = Language(language).say
    place, _, when = name.rpartition("_")
    if place in place_names(language):
        word = say("before", "före") if when == "before" else say("after", "efter")
        return f"{place_names(language)[place]}, {word}"
    return {
        "wdd": "WDD",
        "wdd_low": say("WDD, lower limit", "WDD, undre gräns"),
        "wdd_high": say("WDD, upper limit", "WDD, övre gräns"),
        "wdq": "WDQ",
        "verdict": say("Verdict", "Slutsats"),
    }.get(name, name)


def figure_text(name: str, value: Any, language: str) -> str:
    """A figure of :attr:`Effect.figures` as it is read; a dash where there is none."""
    if name == "verdict":
        word = verdict_word(str(value or ""), language)
        return f"{word[:1].lower()}{word[1:]}"
    return Language(language).number(value)


def verdict_lines(effect: Effect, language: str) -> List[str]:
    """What was found in a few words: of the place, and around it and together where judged."""
    names = {**place_names(language), "together": Language(language).say("Together", "Sammantaget")}
    words = [(names[key], verdict_word(verdict, language)) for key, verdict in effect.judged]
    if len(words) == 1:
        return [words[0][1]]
    return [f"{name}: {word[:1].lower()}{word[1:]}" for name, word in words]


def verdict_word(verdict: str, language: str) -> str:
    """What a verdict is called."""
    say = Language(language).say
    return {
        "fewer": say("Fewer than expected", "Färre än väntat"),
        "more": say("More than expected", "Fler än väntat"),
        "no_difference_shown": say("No difference shown", "Ingen skillnad visad"),
        "too_few": say("Too few incidents", "För få händelser"),
        "not_judged": say("Not judged", "Inte bedömt"),
        "": say("Not judged", "Inte bedömt"),
    }[verdict]


# --- inside ----------------------------------------------------------------------------------


def _shapes(inputs: EffectInputs) -> Dict[str, QgsGeometry]:
    """The places; rings are cut where they would meet another place."""
    treated, control = (_polygon(wkt) for wkt in (inputs.treated, inputs.control))
    if _shared(treated, control):
        raise DomainError(
            "The comparison area and the place of the measure overlap, so that incidents would "
            "count in both. Choose a comparison area elsewhere."
        )
    shapes = {"treated": treated, "control": control}
    if inputs.ring <= 0:
        return shapes
    reach = treated.buffer(inputs.ring, _SEGMENTS)
    if _shared(reach, control):
        raise DomainError(
            "The comparison area reaches into the ring of {width:g} m around the measure, where "
            "incidents may move to. Choose an area farther away, or a narrower ring.",
            width=inputs.ring,
        )
    ring = reach.difference(treated)
    around = control.buffer(inputs.ring, _SEGMENTS).difference(control).difference(reach)
    shapes["buffer"] = ring
    if not around.isEmpty():
        shapes["buffer_control"] = around
    return shapes


def _polygon(wkt: str) -> QgsGeometry:
    geometry = QgsGeometry.fromWkt(wkt)
    if not geometry.isGeosValid():
        geometry = geometry.makeValid()
    if geometry.isEmpty() or geometry.area() <= 0:
        raise DomainError("A place of the calculation has no extent. Choose the places again.")
    return geometry


def _shared(one: QgsGeometry, other: QgsGeometry) -> bool:
    return one.intersection(other).area() > 1e-6 * min(one.area(), other.area())


def _count(
    workspace: Workspace, shape: QgsGeometry, windows: Windows, categories: Sequence[str],
    progress: Progress,
) -> Pair:  # fmt: skip
    column = workspace.schema.table("incident").column("time_from")
    first, second = 0, 0
    rows = rows_within(
        workspace, shape, categories=categories, since=windows.before[0], until=windows.after[1]
    )
    for number, row in enumerate(rows):
        if not number & 0x3FF:
            progress(0.5)
        day = from_stored(row["time_from"], column).date()
        if windows.before[0] <= day <= windows.before[1]:
            first += 1
        elif windows.after[0] <= day <= windows.after[1]:
            second += 1
    progress(1.0)
    return float(first), float(second)


def _judged(conclusion: DisplacementConclusion) -> Tuple[Tuple[str, str], ...]:
    """The differences one by one: at the place alone, where nothing around it was compared."""
    if not conclusion.around:
        return (("treated", conclusion.verdict),)
    apart = (("treated", conclusion.place), ("buffer", conclusion.around))
    if conclusion.around == "too_few":
        return apart
    return (*apart, ("together", conclusion.verdict))


def _written(said: Sequence[Conclusion], language: str) -> List[str]:
    translate, lang = Translator(language), Language(language)
    paragraphs: List[str] = []
    for sentence in (one for conclusion in said for one in conclusion.sentences):
        text = sentence.write(translate, lambda value, decimals: lang.number(value, decimals))
        if sentence.opens or not paragraphs:
            paragraphs.append(text)
        else:
            paragraphs[-1] += f" {text}"
    return paragraphs


def _cautions(
    workspace: Workspace, counts: Mapping[str, Pair], windows: Windows, language: str
) -> List[str]:
    lang = Language(language)
    found: List[str] = []
    if not windows.same_season:
        found.append(lang.say(
            "Caution: the days before and after are not of the same season or not equally many, "
            "and seasons alone change the figures.",
            "Varning: dagarna före och efter är inte av samma årstid eller inte lika många, och "
            "årstiden ensam ändrar siffrorna.",
        ))  # fmt: skip
    first = first_day_known(workspace)
    if first is not None and not known_from(windows.before[0], first):
        found.append(lang.say(
            f"Caution: incidents are only known from {lang.date(first)}, after the first day "
            "before the measure.",
            f"Varning: händelser finns först från {lang.date(first)}, efter den första dagen "
            "före åtgärden.",
        ))  # fmt: skip
    place, other = sum(counts["treated"]), sum(counts["control"])
    if other > LOPSIDED * max(place, 1.0):
        found.append(lang.say(
            "Caution: the comparison area has many times more incidents than the place, so that "
            "its own changes rule the difference. Choose one of the place's size.",
            "Varning: jämförelseområdet har många gånger fler händelser än platsen, så att dess "
            "egna förändringar styr skillnaden. Välj ett i platsens storlek.",
        ))  # fmt: skip
    return found


def _rounded(value: Optional[float]) -> Optional[float]:
    """Enough decimals to tell figures apart, too few to tell machines apart."""
    return None if value is None else round(float(value), 6)


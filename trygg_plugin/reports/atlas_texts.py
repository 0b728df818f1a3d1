"""The words of the council atlas, in the language of the document."""

from __future__ import annotations

from datetime import date
from typing import Dict, List, Optional, Sequence, Tuple

import numpy as np

from ..analysis.count_change import Period
from .charts.language import Language
from .figures import Change, Figures, ReportPeriod

#: Sentences on the data's shortcomings that the closing page has room for.
MOST_NOTES = 3


def day(value: np.datetime64) -> date:
    """A day as Python's date."""
    return value.astype("datetime64[D]").astype(object)


class AtlasTexts:
    """All texts of an atlas, given its language."""

    def __init__(self, language: str) -> None:
        self.language = Language(language)
        self.say = self.language.say

    def span(self, period: Period) -> str:
        """A period in words, its last day included."""
        first, last = day(period.start), day(period.end - np.timedelta64(1, "D"))
        if first == last:
            return self.language.date(first)
        return f"{self.language.date(first)} – {self.language.date(last)}"

    def headings(self) -> Dict[str, str]:
        """The fixed texts of the templates by variable."""
        say = self.say
        return {
            "trygg_document_title": say("Council map atlas", "Kartatlas för rådet"),
            "trygg_title": say(
                "Situation picture on the map", "Lägesbild på karta"
            ),
            "trygg_page_word": say("Page", "Sida"),
            "trygg_t_key_figures": say("Key figures", "Nyckeltal"),
            "trygg_t_legend": say("Legend", "Teckenförklaring"),
            "trygg_t_monthly": say("Incidents per month", "Händelser per månad"),
            "trygg_t_week_hour": say("Weekday and hour", "Veckodag och timme"),
            "trygg_t_categories": say("Most common phenomena", "Vanligaste företeelserna"),
            "trygg_t_problems": say("Open problems", "Pågående problem"),
            "trygg_t_measures": say("Measures", "Åtgärder"),
            "trygg_t_areas": say("The areas compared", "Områdena i jämförelse"),
            "trygg_t_reading": say("How to read this", "Så läser du bilden"),
            "trygg_t_method": say("Method, data and limits", "Metod, underlag och begränsningar"),
            "trygg_t_data": say("Data", "Underlag"),
            "trygg_t_hotspots": say("Hot spots on the maps", "Heta platser på kartorna"),
            "trygg_t_comparison": say("Comparisons", "Jämförelser"),
            "trygg_t_limits": say("What the figures do not show", "Vad siffrorna inte visar"),
            "trygg_t_privacy": say("Privacy", "Integritet"),
        }

    def page(self, number: int, total: int) -> str:
        return self.say(f"{number} of {total}", f"{number} av {total}")

    def count_class(self, low: int, high: Optional[int]) -> str:
        """A class of the count map; ``high`` None: and above."""
        if high is None:
            return self.say(f"{low} or more", f"{low} eller fler")
        return f"{low}–{high}"

    def legend_names(self) -> Dict[str, str]:
        say = self.say
        return {
            "cells": say("Incidents per cell", "Händelser per ruta"),
            "hot_spots": say("Hot spots", "Heta platser"),
            "areas": say("Areas", "Områden"),
            "this_area": say("The area of this page", "Sidans område"),
            "other_areas": say("Area border", "Områdesgräns"),
            "level_2": say("At least 95% confidence", "Minst 95 % säkerhet"),
            "level_3": say("At least 99% confidence", "Minst 99 % säkerhet"),
        }

    def own_source(self) -> str:
        """The source where none is named."""
        return self.say("Reports in Trygg", "Rapporter i Trygg")

    def more(self, count: int) -> str:
        """The last row of a table that has no room for this many more."""
        return self.say(f"… and {count} more", f"… och {count} till")

    def some(self, notes: Sequence[str]) -> List[str]:
        """As many sentences as a page has room for, and how many there are more."""
        if len(notes) <= MOST_NOTES:
            return list(notes)
        return [*notes[: MOST_NOTES - 1], self.more(len(notes) - MOST_NOTES + 1) + "."]

    def judged(self) -> str:
        """How chance was told from a hot spot (see analysis/even_spread.py)."""
        return self.say(
            "judged both by the normal distribution and against incidents that fall evenly",
            "bedömt både efter normalfördelningen och mot händelser som faller jämnt",
        )

    def incidents(self, count: int) -> str:
        number = self.language.number(count)
        if count == 1:
            return self.say("1 incident", "1 händelse")
        return self.say(f"{number} incidents", f"{number} händelser")

    def change(self, change: Change) -> str:
        """A change as a short text for a table: "+12 %", "+3", or a dash."""
        if change.before is None:
            return "–"
        difference = change.after - change.before
        if difference == 0:
            return "±0"
        sign = "+" if difference > 0 else "−"
        # Per cent of a handful misleads: below 20 the difference itself is told.
        if change.before < 20:
            return f"{sign}{self.language.number(abs(difference))}"
        percent = abs(round(change.percent or 0.0))
        if percent == 0:
            return self._percent("±0")
        return self._percent(f"{sign}{self.language.number(percent)}")

    def _percent(self, number: str) -> str:
        return self.say(f"{number}%", f"{number} %")

    def verdict(self, change: Change) -> str:
        """What the test says of a change, in a word or two."""
        if change.before == change.after:
            return self.say("no change", "ingen förändring")
        return {
            "higher": self.say("more than chance", "ökning, mer än slumpen"),
            "lower": self.say("fewer than chance", "minskning, mer än slumpen"),
            "unclear": self.say("could be chance", "kan vara slump"),
            "unknown": self.say("no earlier data", "tidigare uppgifter saknas"),
        }[change.verdict]

    def light(self, figures: Figures) -> str:
        """Where attention is called for: an arrow that grey print keeps."""
        verdicts = {figures.previous.verdict, figures.last_year.verdict}
        if "higher" in verdicts and "lower" not in verdicts:
            return "▲"
        if "lower" in verdicts and "higher" not in verdicts:
            return "▼"
        return "●"

    def lead(self, figures: Figures) -> str:
        """The sentence under a page's title."""
        if figures.total == 0:
            return self.say(
                "No reviewed incidents are registered here in the period. That can mean calm, or "
                "that nobody reported.",
                "Inga granskade händelser är registrerade här under perioden. Det kan betyda att "
                "det var lugnt, eller att ingen rapporterade.",
            )
        parts = [
            self.say(
                f"{self.incidents(figures.total)} in the period.",
                f"{self.incidents(figures.total)} under perioden.",
            )
        ]
        for change, english, swedish in (
            (figures.previous, "the previous period", "föregående period"),
            (figures.last_year, "the same period last year", "samma period i fjol"),
        ):
            sentence = self._change_sentence(change, english, swedish)
            if sentence:
                parts.append(sentence)
        return " ".join(parts)

    def _change_sentence(self, change: Change, english: str, swedish: str) -> str:
        if change.before is None:
            return ""
        before = self.language.number(change.before)
        if change.before == change.after:
            return self.say(
                f"That is as many as in {english}.", f"Det är lika många som {swedish}."
            )
        if change.verdict == "unclear":
            return self.say(
                f"Against {english} ({before}) the difference may be chance.",
                f"Skillnaden mot {swedish} ({before}) kan vara en slump.",
            )
        more = change.verdict == "higher"
        return self.say(
            f"That is {'more' if more else 'fewer'} than in {english} ({before}), by more than "
            "chance explains.",
            f"Det är {'fler' if more else 'färre'} än under {swedish} ({before}), en större "
            "skillnad än slumpen brukar ge.",
        )

    def key_figures(self, figures: Figures, population: Optional[int]) -> List[Tuple[str, str]]:
        """Rows of the key figure table: label and value."""
        say, number = self.say, self.language.number
        rows = [
            (say("Incidents in the period", "Händelser under perioden"), number(figures.total)),
            (
                say("Previous period", "Föregående period"),
                self._earlier(figures.previous),
            ),
            (f"   {self.verdict(figures.previous)}", ""),
            (
                say("Same period last year", "Samma period i fjol"),
                self._earlier(figures.last_year),
            ),
            (f"   {self.verdict(figures.last_year)}", ""),
        ]
        if population:
            rate = 1000.0 * figures.total / population
            rows.append((say("Per 1,000 residents", "Per 1 000 invånare"), number(rate, 1)))
        if figures.without_place:
            rows.append(
                (say("Without a place on the map", "Utan plats på kartan"),
                 number(figures.without_place))
            )
        if figures.outside_areas:
            rows.append(
                (say("Outside all areas", "Utanför alla områden"), number(figures.outside_areas))
            )
        return rows

    def _earlier(self, change: Change) -> str:
        if change.before is None:
            return "–"
        return f"{self.language.number(change.before)} ({self.change(change)})"

    def reading(self) -> str:
        return self.say(
            "Darker cells hold more incidents; a dark red border marks cells where incidents "
            "gather more than chance would place them. Cells with fewer than five are shown as one "
            "class. Many reports can also mean many reporters: few reports are not proof of calm. "
            "▲ more, ▼ fewer than chance explains, ● no certain change.",
            "Mörkare rutor har fler händelser. En mörkröd kant visar rutor där händelserna är fler "
            "än slumpen brukar ge. Rutor med färre än fem visas som en klass. Många rapporter kan "
            "också betyda många rapportörer, och få rapporter är inget bevis på lugn. "
            "▲ fler och ▼ färre än slumpen förklarar, ● ingen säker förändring.",
        )

    def areas_lead(self, whole_year: bool = False) -> str:
        """``whole_year``: the period before is the same one last year."""
        if whole_year:
            return self.say(
                "▲ more and ▼ fewer incidents than chance explains, against the year before. "
                "● no certain change. The order follows the number of incidents.",
                "▲ fler och ▼ färre händelser än slumpen förklarar, jämfört med året före. "
                "● ingen säker förändring. Ordningen följer antalet händelser.",
            )
        return self.say(
            "▲ more and ▼ fewer incidents than chance explains, against the previous period or "
            "the same period last year. ● no certain change. The order follows the number of "
            "incidents.",
            "▲ fler och ▼ färre händelser än slumpen förklarar, jämfört med föregående period "
            "eller samma period i fjol. ● ingen säker förändring. Ordningen följer antalet "
            "händelser.",
        )

    def method(
        self,
        period: ReportPeriod,
        since: np.datetime64,
        used: int,
        cell_size: float,
        judged: str,
        source: str,
        left_off_maps: int,
        hot_spot_note: str,
    ) -> Dict[str, str]:
        """The texts of the closing page by variable."""
        say, number = self.say, self.language.number
        size = number(round(cell_size))
        compared = say(
            f"The previous period is {self.span(period.previous)}, the same period last year "
            f"{self.span(period.last_year)}. ",
            f"Föregående period är {self.span(period.previous)} och samma period i fjol är "
            f"{self.span(period.last_year)}. ",
        )
        if period.previous == period.last_year:
            compared = say(f"The previous period is {self.span(period.previous)}. ",
                           f"Föregående period är {self.span(period.previous)}. ")
        counted = say(
            f"{number(used)} reviewed {'incident' if used == 1 else 'incidents'} since "
            f"{self.language.date(day(since))}.",
            f"{number(used)} {'granskad händelse' if used == 1 else 'granskade händelser'} sedan "
            f"{self.language.date(day(since))}.",
        )
        if used == 0:
            counted = say("No incidents have been reviewed yet.",
                          "Inga händelser är granskade ännu.")
        return {
            "trygg_data": say(
                f"{counted} The period is {self.span(period.current)}. Only incidents that a "
                "coordinator has reviewed and approved count; drafts, incoming and rejected ones "
                "do not. An "
                "incident belongs to the period in which it began. Where only an interval is known "
                "(from–to), its hours share the incident equally (aoristic analysis, Ratcliffe "
                f"2002). Source: {source}",
                f"{counted} Perioden är {self.span(period.current)}. Bara händelser som "
                "samordnaren har granskat och godkänt räknas, inte utkast, inkomna eller avvisade. "
                "En händelse hör till den period då den började. När bara ett tidsintervall är "
                "känt (från–till) delas händelsen lika mellan intervallets timmar (aoristisk "
                "analys, Ratcliffe "
                f"2002). Källa: {source}",
            ),
            "trygg_hotspots": say(
                f"Incidents are counted in hexagons of {size} m, on the ground where incidents "
                "have ever been reported. A cell is hot when it and its neighbours hold more "
                "incidents than they would if the same numbers were placed at random (Getis-Ord "
                f"Gi*, {judged}, false discovery rate by "
                "Benjamini and Hochberg). “95% confidence” means that at most about 5 in 100 of "
                "the cells marked so would be there by chance. " + hot_spot_note,
                f"Händelserna räknas i sexhörningar på {size} m, på den mark där händelser någon "
                "gång rapporterats. En ruta är het när den och dess grannar har fler händelser än "
                "de skulle ha om samma antal lades ut slumpvis (Getis-Ord Gi*, "
                f"{judged}, falska träffar begränsade enligt "
                "Benjamini och Hochberg). ”95 % säkerhet” betyder att högst ungefär 5 av 100 "
                "markerade rutor är där av en slump. " + hot_spot_note,
            ),
            "trygg_comparison": compared + say(
                "Whether a change is more than chance is tested "
                "with an exact conditional test of two Poisson counts at the 5% level, which also "
                "holds for small numbers; it is corrected for the number of areas (Benjamini and "
                "Hochberg). The band in the monthly curve is what earlier years let expect "
                "(95%).",
                "Om en förändring är större än slumpen prövas med "
                "ett exakt betingat test av två Poissonantal på 5 %-nivån, som också håller för "
                "små tal och tar hänsyn till att många områden jämförs (Benjamini och Hochberg). "
                "Bandet i månadskurvan är vad tidigare år låter vänta (95 %).",
            ),
            "trygg_limits": say(
                "The figures show what was reported, not everything that happened. More reports "
                "can mean more incidents or more reporters. Perceived unsafety is not measured "
                "here and often differs from what is reported. A hot spot says where incidents "
                "gather, not why. Numbers per resident mislead where many people are but few live, "
                "as in centres.",
                "Siffrorna visar det som rapporterats, inte allt som hänt. Fler rapporter kan "
                "betyda fler händelser eller fler som rapporterar. Upplevd otrygghet mäts inte här "
                "och skiljer sig ofta från det som rapporteras. En het plats säger var händelserna "
                "samlas, inte varför. Antal per invånare vilseleder där många vistas men få bor, "
                "till exempel i centrum.",
            ),
            "trygg_privacy": say(
                "No data on persons are held. Maps show counts per cell, never single incidents; "
                "cells with one to four incidents form one class. ",
                "Inga uppgifter om personer finns i underlaget. Kartorna visar antal per ruta, "
                "aldrig enskilda händelser. Rutor med en till fyra händelser visas som en klass. ",
            )
            + self._left_off(left_off_maps),
        }

    def _left_off(self, count: int) -> str:
        if count == 0:
            return self.say(
                "The period has no incidents of sensitive categories, which would be left off the "
                "maps.",
                "Perioden har inga händelser i känsliga kategorier, som inte skulle visas på "
                "kartorna.",
            )
        return self.say(
            f"{self.incidents(count)} of sensitive categories (such as incidents against staff) "
            f"{'is' if count == 1 else 'are'} counted in the figures but left off the maps.",
            f"{self.incidents(count)} i känsliga kategorier (till exempel incidenter mot "
            "anställda) räknas i siffrorna men visas inte på kartorna.",
        )

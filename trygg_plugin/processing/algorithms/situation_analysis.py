"""trygg:situationanalysis – one run for the situation picture of a period."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Dict

from ...i18n import tr
from .. import groups, incidents, outputs, places
from ..base import N_, Run, TryggAlgorithm
from ..cell_counts import add_unit_parameters
from ..jobs import destinations
from ..surfaces import BANDWIDTH

LAYERS = {
    "PLACES": "priority_places", "HOT_SPOTS": "hot_spots", "AREA_CHANGES": "area_changes",
    "HOURS": "hours", "MONTHS": "months", "NEAR_REPEAT": "near_repeat",
    "CONCENTRATION": "repeat_places",
}
RASTERS = {"DENSITY": "density.tif", "CHANGE": "change.tif"}


class SituationAnalysis(TryggAlgorithm):
    NAME = "situationanalysis"
    TITLE = N_("Situation analysis")
    GROUP = groups.JOBS
    TAGS = (N_("situation picture"), N_("hot spot"), N_("priority"))
    NEEDS = ("scipy", "jinja2")
    HELP = {
        "en": "<p>One run for the situation picture of a period: change against the period before "
        "and last year, hot spots (Gi*), priority places, areas, hours of the week, months, "
        "density, near repeat and concentration. The layers come in a group of their own, and the "
        "summary says in words what was found.</p>"
        "<p><b>Read</b> the summary first. Each part says what it found, or why it has no answer "
        "(too few incidents, no time of day, no earlier data). What chance explains is not called "
        "a finding.</p>"
        "<p><b>It does not say</b> why things happen, nor what nobody reported. Every part is also "
        "a tool of its own, with more settings. With a folder all files are kept together, with "
        "the settings that repeat the run.</p>",
        "sv": "<p>En körning för en periods lägesbild: förändring mot perioden före och i fjol, "
        "heta platser (Gi*), prioriterade platser, områden, veckans timmar, månader, täthet, "
        "närupprepning och koncentration. Lagren kommer i en egen grupp, och sammanfattningen "
        "säger i ord vad som hittades.</p>"
        "<p><b>Läs</b> sammanfattningen först. Varje del säger vad den fann, eller varför den inte "
        "har något svar (för få händelser, inget klockslag, inga äldre data). Det som slumpen "
        "förklarar kallas inte fynd.</p>"
        "<p><b>Den säger inte</b> varför något sker, och inte vad ingen rapporterat. Varje del är "
        "också ett eget verktyg med fler inställningar. Med en mapp hålls alla filer samman, med "
        "inställningarna som upprepar körningen.</p>",
    }

    def define(self) -> None:
        incidents.add_parameters(self, dates="required", interval=True)
        self.add_day(places.FIRST_DAY, tr("First day of the period of interest"),
                     help_text=tr("Empty: the last 91 days. Earlier incidents are compared with."))
        self.add_day(places.LAST_DAY, tr("Last day of the period of interest"))
        self.add_vector("AREAS", tr("Areas to compare, which also name the places"),
                        optional=True)
        self.add_field("AREA_NAME", tr("Name of the area"), "AREAS")
        add_unit_parameters(self, areas=False)
        self.add_number(BANDWIDTH, tr("Bandwidth (m)"), optional=True, minimum=0.001,
                        advanced=True)
        self.add_number("BAND", tr("Distance band (m)"), optional=True, minimum=0.001,
                        advanced=True)
        self.add_number("MOST", tr("Most places"), 10, 1, 200, integer=True, advanced=True)
        self.add_number("FEWEST", tr("Fewest incidents of a place"), 3, 1, integer=True,
                        advanced=True)
        self.add_number("SIMULATIONS", tr("Simulations"), 999, 9, 99_999, integer=True,
                        advanced=True)
        self.add_seed()
        destinations.add_folder(self)
        wanted: Dict[str, bool] = {"optional": True, "made": True}
        self.add_vector_sink("PLACES", tr("Priority places"), **wanted)
        self.add_vector_sink("HOT_SPOTS", tr("Hot and cold spots"), **wanted)
        self.add_vector_sink("AREA_CHANGES", tr("Areas with their change"), **wanted)
        self.add_raster_sink("CHANGE", tr("Change against the period before"), **wanted)
        self.add_raster_sink("DENSITY", tr("Density"), **wanted)
        self.add_table_sink("HOURS", tr("Weekday and hour"), **wanted)
        self.add_table_sink("MONTHS", tr("Months"), **wanted)
        self.add_table_sink("NEAR_REPEAT", tr("Knox table"), **wanted)
        self.add_table_sink("CONCENTRATION", tr("Repeat places"), **wanted)
        self.add_html()
        for name, label in (
            ("PREVIOUS_EVENTS", tr("Incidents in the previous period")),
            ("PREVIOUS_P", tr("p of the change against the previous period")),
            ("LAST_YEAR_EVENTS", tr("Incidents in the same period last year")),
            ("LAST_YEAR_P", tr("p of the change against last year")),
            ("HOT", tr("Number of hot spots (95 %)")),
            ("COLD", tr("Number of cold spots (95 %)")),
            ("PLACES_COUNT", tr("Number of places")),
            ("PLACES_SHARE", tr("Their share of the incidents")),
            ("PEAK_WEEKDAY", tr("Busiest weekday (1 is Monday)")),
            ("PEAK_HOUR", tr("Busiest hour")),
            ("KNOX_RATIO", tr("Ratio of the first near and soon band")),
            ("KNOX_P", tr("p of the first near and soon band")),
            ("GINI", tr("Gini coefficient")), ("GINI_P", tr("p against chance")),
            ("MORE_KM2", tr("Area with shown increase (km²)")),
            ("FEWER_KM2", tr("Area with shown decrease (km²)")),
            ("CELL_SIZE_USED", tr("Cell size used (m)")),
            ("BAND_USED", tr("Distance band used (m)")),
            ("BANDWIDTH_USED", tr("Bandwidth used (m)")),
            ("STEPS_DONE", tr("Parts with an answer")),
        ):
            self.add_number_output(name, label)
        self.add_text_output("CONCLUSION", tr("Conclusion"))

    def compute(self, run: Run) -> Dict[str, Any]:
        from ...analysis.count_change import comparison_periods
        from ..jobs.layer_group import LayerGroup
        from ..jobs.page import page
        from ..jobs.place_map import place_map
        from ..jobs.situation import Situation, steps
        from ..outputs import shown_number

        events = incidents.read(run, progress=(0.0, 0.08))
        start, end = places.period_of_interest(run, events)
        now = places.within(events, (start, end))
        folder = destinations.use_folder(
            run, "situation.gpkg", LAYERS, RASTERS, {"SUMMARY": "summary.html"})
        first, last = str(start), str(end - places.DAY)
        made = datetime.now()
        group = LayerGroup(run, tr("Situation analysis {first} – {last} (made {made})").format(
            first=first, last=last, made=made.strftime("%Y-%m-%d %H:%M:%S")))
        situation = Situation(run, group, events, now, comparison_periods(start, end))
        sections = steps(situation)
        drawn = place_map(situation, run.language)
        if drawn is not None:
            sections[1].charts.insert(0, drawn)
        count = int(now.sum())
        lead = [
            tr("{count} incidents from {first} to {last}.").format(
                count=shown_number(count), first=first, last=last),
            *situation.lead,
        ]
        results = situation.results
        results.update({
            incidents.EVENTS: count, "CONCLUSION": " ".join(lead),
            "STEPS_DONE": sum(section.answered for section in sections),
        })
        if run.given("SUMMARY"):
            results["SUMMARY"] = outputs.write_text(run, "SUMMARY", page(
                self.displayName(), tr("Incidents of “{layer}”, {first} to {last}").format(
                    layer=events.name, first=first, last=last),
                lead, sections, self._foot(run)))
        if folder is not None:
            destinations.write_charts(folder, sections)
            destinations.write_settings(run, folder, results)
            results[destinations.FOLDER] = str(folder)
        return results

    @staticmethod
    def _foot(run: Run) -> list:
        return [
            tr("The analysis knows only what was reported and reviewed: silence is not calm. It "
               "shows places and times, never persons. Small numbers can point out single "
               "incidents: do not publish this page without a privacy review."),
            outputs.in_words(outputs.told_of(run)),
        ]

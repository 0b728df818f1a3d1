"""An evaluation's conclusion in a Swedish report: Swedish sentences, Swedish numbers."""

from __future__ import annotations

from trygg_plugin.analysis.displacement import displacement_difference
from trygg_plugin.analysis.displacement_sentence import conclude_displacement
from trygg_plugin.i18n import Translator
from trygg_plugin.reports.charts.language import Language


def test_a_conclusion_in_swedish(qgis_app):
    result = displacement_difference((1200, 1060), (1000, 980), time_weights=(1.5, 1))
    said = conclude_displacement(result).write(Translator("sv"), Language("sv").number)
    assert said.startswith(
        "På åtgärdens plats var antalet händelser 1\u00a0200 före och 1\u00a0060 efter, i "
        "jämförelseområdet 1\u00a0000 före och 980 efter. Härifrån räknas de per lika lång tid och "
        "lika stort område. Mot vad som var att vänta är det 53,3 färre händelser "
        "(95 %-intervall: −"
    )
    assert said.endswith(
        "(Poissonfördelade antal). Siffrorna visar vad som hänt, inte varför: även annat än "
        "åtgärden kan ha ändrats samtidigt."
    )

"""What is printed and shown can be read: colours beside one another, words in one piece."""

from __future__ import annotations

import re

import pytest
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsPalLayerSettings,
)

from trygg_plugin.reports.charts.palette import HEAT, MAIN, PAPER, SOFT_INK, ink_on
from trygg_plugin.reports.context import COLOUR
from trygg_plugin.reports.document import Map, MapClass, MapLayer, Shape
from trygg_plugin.reports.documents.law_statement import COLOURS
from trygg_plugin.reports.map_layers import layers_of
from trygg_plugin.reports.render_html import TEMPLATES

#: WCAG 2.1, 1.4.3 and 1.4.11: small letters, and what is needed to understand a picture.
LETTERS, SHAPES = 4.5, 3.0


def contrast(one: str, other: str) -> float:
    """WCAG's ratio, from the definition."""

    def light(colour: str) -> float:
        def linear(part: float) -> float:
            return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

        red, green, blue = (linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


MARKERS = [*COLOURS.values(), "#ffffff", "#000000", *HEAT]


@pytest.mark.parametrize("fill", MARKERS)
def test_letters_stand_out_on_every_marker_and_cell(fill):
    assert contrast(ink_on(fill), fill) >= LETTERS


def test_lines_and_small_print_stand_out_on_paper():
    assert contrast(SOFT_INK, PAPER) >= LETTERS
    assert contrast(MAIN, PAPER) >= SHAPES
    assert contrast(COLOUR, PAPER) >= LETTERS  # titles, and white letters on the band


def test_the_web_page_has_no_pale_letters():
    page = (TEMPLATES / "document.html").read_text(encoding="utf-8")
    letters = re.findall(r"--(?:ink|quiet): (#[0-9a-f]{6})", page)
    letters += re.findall(r"[{; ]color: (#[0-9a-f]{6})", page)
    assert len(letters) >= 5
    assert all(contrast(colour, "#ffffff") >= LETTERS for colour in letters)
    assert contrast("#1f2a36", "#f6f7f8") >= LETTERS and contrast("#8a1f0b", "#fff3f0") >= LETTERS


def test_numbers_on_printed_markers_have_the_ink_of_their_own_class(qgis_app):
    classes = (MapClass("Done", "circle", "#08306b"), MapClass("Not yet", "circle", "#ffffff"),
               MapClass("Soon", "triangle", "#f0e442"))
    shapes = tuple(Shape((((100.0 * i, 0.0),),), i, str(i)) for i in range(3))
    shown = Map((MapLayer("Measures", classes, shapes),), (0, 0, 300, 100), "EPSG:3006", "", "")
    (layer,) = layers_of(shown, 1.0)
    settings = layer.labeling().settings()
    rule = settings.dataDefinedProperties().property(QgsPalLayerSettings.Property.Color)
    expression = QgsExpression(rule.expressionString())
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    found = {}
    for feature in layer.getFeatures():
        context.setFeature(feature)
        found[feature["label"]] = expression.evaluate(context)
        assert not expression.hasEvalError(), expression.evalErrorString()
    assert found == {str(i): ink_on(one.fill) for i, one in enumerate(classes)}

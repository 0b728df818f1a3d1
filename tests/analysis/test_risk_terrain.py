"""Risk terrain: invented risks are recovered, innocent factors are not, and refusals."""

import numpy as np
import pytest

from trygg_plugin.analysis.errors import AnalysisError, Cancelled
from trygg_plugin.analysis.grid import RasterGrid
from trygg_plugin.analysis.risk_terrain import RiskFactor, risk_layers, risk_terrain
from trygg_plugin.analysis.window import Window

GRID = RasterGrid(0.0, 5000.0, 100.0, 50, 50)


def near(places, distance):
    cx, cy = GRID.centres()
    d2 = (cx[..., None] - places[0]) ** 2 + (cy[..., None] - places[1]) ** 2
    return d2.min(axis=2) <= distance**2


def invented(seed=1):
    """Events six times as many near bars, twice as many near stops; parks do nothing."""
    rng = np.random.default_rng(seed)
    bars, stops, parks = (rng.uniform(0, 5000, (2, n)) for n in (12, 40, 20))
    rate = 0.12 * np.where(near(bars, 200), 6, 1) * np.where(near(stops, 300), 2, 1)
    counts = rng.poisson(rate)
    cx, cy = GRID.centres()
    x, y = np.repeat(cx.ravel(), counts.ravel()), np.repeat(cy.ravel(), counts.ravel())
    factors = [RiskFactor("bars", *bars), RiskFactor("stops", *stops), RiskFactor("parks", *parks)]
    return x, y, factors, counts


def test_the_invented_risks_are_recovered():
    x, y, factors, counts = invented(2)
    found = risk_terrain(x, y, factors, GRID, folds=5, seed=3)
    assert [value.factor for value in found.values] == ["bars", "stops"]
    bars, stops = found.values
    assert (bars.kind, bars.extent) == ("proximity", 200.0)
    assert bars.low < 6.0 < bars.high and stops.low < 2.2 and stops.relative_risk > 1.4
    assert found.events == counts.sum()
    assert found.expected.sum() == pytest.approx(counts.sum(), rel=1e-6)
    assert found.bic < found.empty_bic and 0.8 < found.dispersion < 1.3
    # A cell's score is the product of the values of its layers.
    assert (stops.kind, stops.extent) == ("proximity", 300.0)
    by_bars = np.where(near((factors[0].x, factors[0].y), 200), bars.relative_risk, 1.0)
    by_stops = np.where(near((factors[1].x, factors[1].y), 300), stops.relative_risk, 1.0)
    assert found.score == pytest.approx(by_bars * by_stops)
    assert found.score.min() == pytest.approx(1.0)


def test_risky_factors_are_found_in_every_city_and_innocent_ones_seldom():
    innocent = 0
    for seed in range(3, 7):
        x, y, factors, _ = invented(seed)
        found = risk_terrain(x, y, factors, GRID, folds=4, extents=[200, 300])
        assert [value.factor for value in found.values][:2] == ["bars", "stops"]
        innocent += len(found.values) - 2
    assert innocent <= 1


def test_the_same_seed_gives_the_same_answer_whatever_the_order_of_events():
    x, y, factors, _ = invented()
    order = np.random.default_rng(5).permutation(x.size)
    one = risk_terrain(x, y, factors, GRID, folds=4, seed=8, extents=[200, 400])
    two = risk_terrain(x[order], y[order], factors, GRID, folds=4, seed=8, extents=[200, 400])
    assert one.values == two.values and np.array_equal(one.score, two.score)


def test_events_spread_at_random_give_no_factor():
    kept = 0
    for seed in range(6):
        rng = np.random.default_rng(seed)
        x, y = rng.uniform(0, 5000, (2, 250))
        factors = [RiskFactor(str(k), *rng.uniform(0, 5000, (2, 20))) for k in range(3)]
        found = risk_terrain(x, y, factors, GRID, folds=4, extents=[200, 400])
        kept += len(found.values)
        if not found.values:
            assert found.score == pytest.approx(np.ones(GRID.shape))
            assert found.base == pytest.approx(0.1)
    assert kept <= 1


def test_protective_places_count_only_when_asked_for():
    x, y, factors, _ = invented()
    patrol = np.vstack((factors[1].x, factors[1].y))
    cell = GRID.cell_of(x, y)
    rng = np.random.default_rng(4)
    stay = ~near(patrol, 300).ravel()[cell] | (rng.random(x.size) < 0.15)
    alone = [RiskFactor("patrol", *patrol, kinds=("proximity",))]
    settings = {"folds": 4, "extents": [300.0]}
    assert risk_terrain(x[stay], y[stay], alone, GRID, **settings).values == ()
    found = risk_terrain(x[stay], y[stay], alone, GRID, aggravating=False, **settings)
    assert found.values[0].high < 1.0
    assert found.score.min() == pytest.approx(1.0) and found.score.max() > 2.0


def test_layers_by_hand():
    grid = RasterGrid(0.0, 300.0, 100.0, 3, 3)
    inside = np.ones(grid.shape, dtype=bool)
    layers = risk_layers(
        [RiskFactor("bar", [50.0], [250.0], ("proximity",))], grid, [60.0, 110.0, 5000.0], inside
    )
    assert [layer.extent for layer in layers] == [60.0, 110.0]  # all cells lie within 5 km
    assert layers[0].cells.reshape(3, 3).tolist() == [[True, False, False]] + [[False] * 3] * 2
    assert layers[1].cells.reshape(3, 3).sum() == 3


def test_outside_the_window_there_is_no_score():
    x, y, factors, _ = invented()
    window = Window.rectangle(0, 0, 2500, 5000)
    found = risk_terrain(x, y, factors, GRID, folds=4, window=window, extents=[200])
    assert np.all(np.isnan(found.score[:, 25:])) and np.all(np.isfinite(found.score[:, :25]))
    assert found.events == np.count_nonzero(x < 2500)


def test_impossible_input_is_refused_with_a_sentence():
    x, y, factors, _ = invented()
    bar = factors[:1]
    cases = [
        (lambda: risk_terrain(x[:5], y[:5], bar, GRID), "20 events"),
        (lambda: risk_terrain(x, y, [], GRID), "no risk factors"),
        (lambda: risk_terrain(x, y, [RiskFactor("none", [], [])], GRID), "tells cells apart"),
        (lambda: risk_terrain(x, y, bar, GRID, extents=[1e6]), "tells cells apart"),
        (lambda: risk_terrain(x, y, bar, GRID, extents=[-1]), "above 0"),
        (lambda: risk_terrain(x, y, bar * 2, GRID), "same name"),
        (lambda: risk_terrain(x, y, [RiskFactor("a", [1], [1], ("odd",))], GRID), "odd"),
        (lambda: risk_terrain(x, y, [RiskFactor("a", [np.nan], [1])], GRID), "no place"),
        (lambda: risk_terrain(x, y, bar, GRID, l1_share=2.0), "L1"),
        (lambda: risk_terrain(x, y, bar, GRID, folds=1), "folds"),
    ]
    for attempt, says in cases:
        with pytest.raises(AnalysisError, match=says):
            attempt()


def test_work_can_be_cancelled():
    x, y, factors, _ = invented()

    def stop(share):
        if share > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        risk_terrain(x, y, factors, GRID, progress=stop)

"""Area rates against spdep, R and arithmetic."""

import json
from pathlib import Path

import numpy as np
import pytest

from trygg_plugin.analysis.area_rates import (
    area_rates,
    empirical_bayes,
    empirical_bayes_local,
    funnel_limits,
    location_quotient,
    poisson_interval,
)
from trygg_plugin.analysis.errors import AnalysisError
from trygg_plugin.analysis.spatial_weights import from_edges

REFERENCE = Path(__file__).parents[3] / "shared/reference/values/rates_eb"


def test_poisson_interval_is_that_of_r():
    # R 4.2.2: poisson.test(c)$conf.int
    table = [(0, 0, 3.68887945411394), (1, 0.0253178079842899, 5.5716433909389),
             (5, 1.62348639011842, 11.6683320793227), (20, 12.2165195854039, 30.8883779026746),
             (100, 81.3639912509232, 121.626793792426)]
    counts, low, high = np.array(table).T
    found = poisson_interval(counts)
    assert np.allclose(found[0], low, rtol=1e-9) and np.allclose(found[1], high, rtol=1e-9)


def test_memphis_rates_agree_with_spdep():
    table = REFERENCE / "memphis_eb_spdep.csv"
    if not table.exists():
        pytest.skip(f"Reference values are not here: {table}")
    theirs = np.genfromtxt(table, delimiter=",", names=True)
    i, j = theirs["i"], theirs["j"]
    near = (abs(i[:, None] - i) <= 1) & (abs(j[:, None] - j) <= 1)
    neighbours = from_edges(i.size, *np.nonzero(near))
    found = area_rates(theirs["count"], theirs["population"], neighbours)
    for ours, name in (
        (found.rate / 1000, "raw"), (found.smoothed / 1000, "eb"),
        (found.surprise, "choynowski_p"), (found.location_quotient, "location_quotient"),
    ):
        assert np.allclose(ours, theirs[name], rtol=1e-9, atol=1e-15), name
    # spdep has no answer where the whole neighbourhood has no events; ours is 0.
    known = ~np.isnan(theirs["eb_local"])
    local = found.smoothed_locally / 1000
    assert np.allclose(local[known], theirs["eb_local"][known], rtol=1e-9, atol=1e-15)
    assert (local[~known] == 0).all()
    meta = json.loads((REFERENCE / "meta.json").read_text())
    _, mean, between = empirical_bayes(theirs["count"], theirs["population"])
    assert mean == pytest.approx(meta["b"], rel=1e-9)
    assert between == pytest.approx(meta["a"], rel=1e-9)


def test_empirical_bayes_by_hand():
    # Two areas of 100 with 10 and 30 events: m = 0.2, s² = 0.01, A = 0.01 - 0.2/100 = 0.008;
    # shrinkage 0.008 / (0.008 + 0.002) = 0.8: 0.2 ± 0.8 * 0.1.
    rates, mean, between = empirical_bayes([10, 30], [100, 100])
    assert rates == pytest.approx([0.12, 0.28])
    assert (mean, between) == pytest.approx((0.2, 0.008))


def test_equal_areas_are_drawn_wholly_to_the_mean():
    rates, mean, between = empirical_bayes([5, 6, 5, 4], [1000] * 4)
    assert between == 0 and rates == pytest.approx([mean] * 4)


def test_smoothing_lies_between_raw_and_mean_and_draws_small_areas_more():
    rng = np.random.default_rng(1)
    base = rng.integers(50, 5000, 200)
    counts = rng.poisson(base * rng.gamma(2, 0.01, 200))
    rates, mean, _ = empirical_bayes(counts, base)
    raw = counts / base
    assert (np.abs(rates - mean) <= np.abs(raw - mean) + 1e-15).all()
    assert ((rates - mean) * (raw - mean) >= -1e-15).all()


def test_areas_without_inhabitants_have_no_rate_and_disturb_nobody():
    with_empty = area_rates([3, 7, 2, 1], [100, 200, 0, np.nan])
    without = area_rates([3, 7], [100, 200])
    assert np.isnan(with_empty.rate[2:]).all() and np.isnan(with_empty.smoothed[2:]).all()
    assert np.isnan(with_empty.location_quotient[2:]).all()
    assert np.isnan(with_empty.surprise[2:]).all()
    assert with_empty.rate[:2] == pytest.approx(without.rate)
    assert with_empty.smoothed[:2] == pytest.approx(without.smoothed)
    assert without.overall == pytest.approx(1000 * 10 / 300)
    neighbours = from_edges(4, [0, 1, 2], [1, 2, 3])
    local = empirical_bayes_local([3, 7, 2, 1], [100, 200, 0, 0], neighbours)
    assert local[:2] == pytest.approx(
        empirical_bayes_local([3, 7], [100, 200], from_edges(2, [0], [1]))
    )
    assert np.isnan(local[2:]).all()


def test_no_events_at_all():
    found = area_rates([0, 0, 0], [10, 20, 30])
    assert (found.rate == 0).all() and (found.smoothed == 0).all() and (found.low == 0).all()
    assert np.isnan(found.location_quotient).all() and (found.surprise == 1).all()


def test_location_quotient_of_a_category():
    # The category is 20 of 100 events; area 0 has 15 of its 30: 0.5 / 0.2.
    assert location_quotient([15, 5], [30, 70]) == pytest.approx([2.5, 5 / 70 / 0.2])


def test_funnel_limits_hold_their_promise_and_narrow_with_size():
    limits = funnel_limits([100, 1000, 10_000, 100_000], target=5.0, confidence=0.95)
    assert (np.diff(limits.high) < 0).all() and (np.diff(limits.low) >= 0).all()
    # By hand for 1,000 inhabitants, mean 5: P(X <= 9) = 0.96817, P(X <= 10) = 0.98630;
    # the limit at 0.975 lies at 10 - (0.98630 - 0.975) / 0.01813.
    assert limits.high[1] == pytest.approx(10 - (0.986305 - 0.975) / 0.018133, abs=1e-3)
    # P(X <= 0) = 0.006738, P(X <= 1) = 0.040428: 1 - (0.040428 - 0.025) / 0.033690.
    assert limits.low[1] == pytest.approx(1 - (0.040428 - 0.025) / 0.033690, abs=1e-3)
    large = funnel_limits([1e9], target=5.0, confidence=0.95)
    sd = np.sqrt(5e6) / 1e6
    assert large.high[0] == pytest.approx(5 + 1.96 * sd, rel=1e-6)
    assert large.low[0] == pytest.approx(5 - 1.96 * sd, rel=1e-6)
    assert np.isnan(funnel_limits([0.0], 5.0).high[0])
    with pytest.raises(AnalysisError, match="above 0"):
        funnel_limits([100], 0.0)


def test_wrong_input_is_refused():
    with pytest.raises(AnalysisError, match="below 0"):
        area_rates([-1], [10])
    with pytest.raises(AnalysisError, match="2 counts for 1"):
        area_rates([1, 2], [10])
    with pytest.raises(AnalysisError, match="below 0"):
        area_rates([1], [-10])

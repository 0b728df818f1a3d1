"""Mann-Kendall and Sen against R and by hand."""

import json
from pathlib import Path

import numpy as np
import pytest
from scipy.stats import kendalltau

from trygg_plugin.analysis.errors import AnalysisError
from trygg_plugin.analysis.mann_kendall import mann_kendall, sen_slope

REFERENCE = Path(__file__).parents[3] / "shared/reference/values/mannkendall/mk_R.json"


def test_by_hand():
    # 1 2 3 4: all 6 pairs rise; variance 4*3*13/18; z = 5 / sqrt(8.667).
    found = mann_kendall([1, 2, 3, 4])
    assert found.s[0] == 6 and found.variance[0] == pytest.approx(156 / 18)
    assert found.z[0] == pytest.approx(5 / np.sqrt(156 / 18)) and found.tau[0] == 1
    # 1 1 2: one tie: variance (66 - 2*1*9) / 18.
    tied = mann_kendall([1, 1, 2])
    assert tied.s[0] == 2 and tied.variance[0] == pytest.approx(48 / 18)


def test_published_series_agree_with_r():
    if not REFERENCE.exists():
        pytest.skip(f"Reference values are not here: {REFERENCE}")
    for name, theirs in json.loads(REFERENCE.read_text())["results"].items():
        found = mann_kendall(theirs["series"])
        assert found.s[0] == theirs["trend_S"], name
        assert found.variance[0] == pytest.approx(theirs["Kendall_varS"], rel=1e-6)
        if theirs["trend_z"] is None:  # constant
            assert (found.z[0], found.p[0], found.tau[0]) == (0, 1, 0)
        else:
            assert found.z[0] == pytest.approx(theirs["trend_z"], rel=1e-9)
            assert found.p[0] == pytest.approx(theirs["trend_p"], rel=1e-9)
            assert found.tau[0] == pytest.approx(theirs["Kendall_tau"], rel=1e-6)
        slope = sen_slope(theirs["series"])
        assert slope.slope == pytest.approx(theirs["sen_slope"], rel=1e-9)
        assert (slope.low, slope.high) == pytest.approx(theirs["sen_ci"], rel=1e-9)


def test_many_series_at_once_are_the_same_as_one_by_one():
    series = np.random.default_rng(0).poisson(2, (50, 24))
    together = mann_kendall(series)
    for i, one in enumerate(series):
        alone = mann_kendall(one)
        assert (alone.s[0], alone.p[0], alone.tau[0]) == (
            together.s[i], together.p[i], together.tau[i],
        )


def test_tau_is_that_of_scipy():
    series = np.random.default_rng(4).poisson(3, (30, 20))
    taus = [kendalltau(np.arange(20), one).statistic for one in series]
    assert mann_kendall(series).tau == pytest.approx(taus, rel=1e-9)


def test_reversing_turns_the_trend_and_monotone_transforms_keep_it():
    series = np.random.default_rng(1).gamma(2, 1, (20, 15))
    base = mann_kendall(series)
    assert np.array_equal(mann_kendall(series[:, ::-1]).z, -base.z)
    assert np.array_equal(mann_kendall(np.log(series)).z, base.z)


def test_too_short_or_broken_series_are_refused():
    with pytest.raises(AnalysisError, match="at least 3"):
        mann_kendall([1, 2])
    with pytest.raises(AnalysisError, match="1 values"):
        mann_kendall([1, np.nan, 3])

"""Relative effect size and meta-analysis: against metafor, simulated, refusals."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trygg_plugin.analysis.effect_size import (
    meta_analysis,
    over_dispersion,
    relative_effect_size,
)
from trygg_plugin.analysis.errors import AnalysisError

TABLES = [(120, 80, 150, 140), (45, 40, 60, 58), (300, 210, 320, 300), (80, 60, 90, 95),
          (22, 30, 25, 28), (500, 430, 520, 510)]  # fmt: skip
#: metafor 3.8-1, escalc(measure = "OR") of TABLES
LOG_RES = [0.336472236621213, 0.0838814839807022, 0.292136422801161, 0.341749293722057,
           -0.196826242996836, 0.131404803877482]  # fmt: skip
VARIANCE = [0.0346428571428571, 0.0811302681992337, 0.0145535714285714, 0.0508040935672515,
            0.154502164502165, 0.00820944263215125]  # fmt: skip


def sizes():
    return [relative_effect_size((a, b), (c, d)) for a, b, c, d in TABLES]


def test_as_metafor():
    assert [s.log_res for s in sizes()] == pytest.approx(LOG_RES, rel=1e-9)
    assert [s.variance for s in sizes()] == pytest.approx(VARIANCE, rel=1e-9)
    assert sizes()[0].res == pytest.approx(1.4)


def test_joint_effect_as_metafor(reference):
    said = json.loads((reference / "values/effect_sizes/res_metafor.json").read_text())
    assert said["logRES"] == pytest.approx(LOG_RES, rel=1e-12)
    assert [s.res for s in sizes()] == pytest.approx(said["RES"], rel=1e-9)
    random = meta_analysis(LOG_RES, VARIANCE)
    fixed = meta_analysis(LOG_RES, VARIANCE, random=False)
    for found, theirs in ((random, said["DL"]), (fixed, said["FE"])):
        assert found.estimate == pytest.approx(theirs["est"], rel=1e-9)
        assert found.se == pytest.approx(theirs["se"], rel=1e-9)
    assert np.log([random.low, random.high]) == pytest.approx(said["DL"]["ci"], rel=1e-9)
    assert random.q == pytest.approx(said["DL"]["Q"], rel=1e-9)
    assert random.p_q == pytest.approx(said["DL"]["Qp"], rel=1e-9)
    assert random.tau2 == said["DL"]["tau2"] and random.i2 == said["DL"]["I2"]


def test_places_that_differ_by_hand():
    """y = 0, 1, v = 0.1 each: Q = 5, C = 20 - 200/20 = 10, tau2 = (5 - 1)/10."""
    found = meta_analysis([0.0, 1.0], [0.1, 0.1])
    assert found.q == pytest.approx(5) and found.tau2 == pytest.approx(0.4)
    assert found.i2 == pytest.approx(0.8) and found.estimate == pytest.approx(0.5)
    assert found.se == pytest.approx(0.5)  # variance (0.1 + 0.4) / 2
    assert meta_analysis([0.0, 1.0], [0.1, 0.1], random=False).se == pytest.approx(np.sqrt(0.05))


def test_one_place_alone_is_itself():
    found = meta_analysis([0.3], [0.04])
    assert found.estimate == 0.3 and found.se == pytest.approx(0.2)
    assert found.q == 0 and found.p_q == 1 and found.i2 == 0 and found.weights.tolist() == [1.0]


positive = st.integers(1, 10_000)


@given(positive, positive, positive, positive)
def test_swapping_places_inverts(a, b, c, d):
    one, other = relative_effect_size((a, b), (c, d)), relative_effect_size((c, d), (a, b))
    assert one.res * other.res == pytest.approx(1)
    assert one.low == pytest.approx(1 / other.high) and one.p == pytest.approx(other.p)
    assert one.low <= one.res <= one.high


def test_over_dispersion_by_hand_and_simulated():
    # 2, 4, 6 about 4: chi-square 2 over 2 degrees; 1, 1: 0 over 1; together 2/3, at least 1
    assert over_dispersion([[2, 4, 6]]) == pytest.approx(1.0)
    assert over_dispersion([[0, 4, 8], [1, 1]]) == pytest.approx(8 / 3)
    rng = np.random.default_rng(2)
    poisson = [rng.poisson(20, 2000), rng.poisson(7, 2000)]
    assert over_dispersion(poisson) == pytest.approx(1.0, abs=0.07)
    batches = [rng.negative_binomial(10, 1 / 3, 4000)]  # mean 20, variance 60
    assert over_dispersion(batches) == pytest.approx(3.0, rel=0.1)
    wide = relative_effect_size((120, 80), (150, 140), dispersion=3.0)
    assert wide.variance == pytest.approx(3 * VARIANCE[0])


def test_zero_counts_are_corrected_and_said():
    found = relative_effect_size((10, 0), (12, 11))
    assert found.corrected and np.isfinite([found.res, found.low, found.high]).all()
    assert found.res == pytest.approx(10.5 * 11.5 / (0.5 * 12.5))
    assert not sizes()[0].corrected


def test_refuses_what_has_no_answer():
    for bad in (lambda: relative_effect_size((0, 0), (0, 0)),
                lambda: relative_effect_size((1, 1), (1, 1), dispersion=0.5),
                lambda: relative_effect_size((1, -1), (1, 1)),
                lambda: over_dispersion([[3], [0, 0]]),
                lambda: meta_analysis([], []),
                lambda: meta_analysis([1], [0]),
                lambda: meta_analysis([np.nan], [1])):  # fmt: skip
        with pytest.raises(AnalysisError):
            bad()

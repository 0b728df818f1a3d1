"""Displacement: against ptools and crimepy, published formulae, properties, refusals."""

import json
from dataclasses import astuple

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trygg_plugin.analysis.displacement import (
    combined_harm,
    displacement_difference,
    displacement_quotient,
    harm_difference,
)
from trygg_plugin.analysis.errors import AnalysisError

# (before, after); the settings stand in ../shared/reference/values/INPUTS.md
CASES = {
    "basic": {"control": (20, 20), "treated": (20, 10)},
    "disp": {
        "control": (20, 20), "treated": (20, 10), "displacement_control": (30, 30),
        "displacement": (30, 20),
    },
    "time": {"control": (20, 20), "treated": (20, 10), "time_weights": (2, 1)},
    "area": {
        "control": (20, 20), "treated": (20, 10), "displacement_control": (30, 30),
        "displacement": (30, 20), "area_weights": (1.5, 2, 3.2, 3),
    },
    "blog": {"control": (100, 90), "treated": (100, 80)},
    "blog5": {"control": (500, 90), "treated": (500, 80), "time_weights": (5, 1)},
}  # fmt: skip
#: R ptools 2.0.0: estimate, standard error, z, 90 % interval of the total
PTOOLS = {
    "basic": (-10, 8.36660026534076, -1.19522860933439, -23.7618327916989, 3.76183279169889),
    "disp": (-20, 13.4164078649987, -1.49071198499986, -42.0680271374034, 2.06802713740342),
    "time": (-10, 6.32455532033676, -1.58113883008419, -20.4029677575111, 0.402967757511144),
    "blog": (-10, 19.2353840616713, -0.519875244910036, -41.6393912396446, 21.6393912396446),
}


def total(case):
    found = displacement_difference(**CASES[case], level=0.9)
    return found, (found.estimate, found.se, found.z, found.low, found.high)


@pytest.mark.parametrize("case", PTOOLS)
def test_as_ptools(case):
    assert total(case)[1] == pytest.approx(PTOOLS[case], rel=1e-9)


@pytest.mark.parametrize("case", CASES)
def test_every_case_as_ptools(reference, case):
    said = json.loads((reference / "values/wdd/wdd_ptools.json").read_text())[case]
    found, ours = total(case)
    names = ("Est_Total", "SE_Total", "Z", "LowCI", "HighCI")
    assert ours == pytest.approx([said[n] for n in names], rel=1e-9)
    assert found.local == pytest.approx(said["Est_Local"], rel=1e-9)
    assert found.se_local == pytest.approx(said["SE_Local"], rel=1e-9)
    assert found.displaced == pytest.approx(said["Est_Displace"], rel=1e-9)
    assert found.se_displaced == pytest.approx(said["SE_Displace"], rel=1e-9)


def test_harm_as_crimepy(reference):
    said = json.loads((reference / "values/wdd/wdd_crimepy.json").read_text())["harm"]
    found = combined_harm([-10, -5, 3], [8.4, 4.0, 2.5], [10, 50, 200], level=0.9)
    ours = (found.estimate, found.se, found.z, found.low, found.high)
    theirs = [said[n] for n in ("HarmEst", "SE_HarmEst", "Z", "LowCI", "HighCI")]
    assert ours == pytest.approx(theirs, rel=1e-9)


def test_harm_of_one_kind_is_its_difference():
    one = displacement_difference((20, 10), (20, 20))
    found = harm_difference([one], [3.0])
    assert found.estimate == 3 * one.estimate and found.p == pytest.approx(one.p)


counts = st.tuples(st.integers(0, 500), st.integers(0, 500))


@given(counts, counts, counts, counts)
def test_swapping_the_roles_turns_the_sign(treated, control, near, far):
    a = displacement_difference(treated, control, near, far)
    b = displacement_difference(control, treated, far, near)
    assert b.estimate == -a.estimate and b.se == pytest.approx(a.se)
    assert b.p == pytest.approx(a.p)
    assert a.se**2 == pytest.approx(sum((*treated, *control, *near, *far)))


@given(counts, counts, st.floats(1, 9))
def test_over_dispersion_widens(treated, control, dispersion):
    plain = displacement_difference(treated, control)
    wide = displacement_difference(treated, control, dispersion=dispersion)
    assert wide.estimate == plain.estimate
    assert wide.se == pytest.approx(plain.se * np.sqrt(dispersion))


def test_interval_holds_the_truth_as_often_as_it_says():
    rng = np.random.default_rng(3)
    hits = 0
    for t0, t1, c0, c1 in rng.poisson([40, 30, 60, 60], (4000, 4)):
        found = displacement_difference((t0, t1), (c0, c1))
        hits += found.low <= -10 <= found.high
    assert hits / 4000 == pytest.approx(0.95, abs=0.015)


def test_quotient_of_published_cases(reference):
    for case in json.loads((reference / "values/wdd/wdq_formula_cases.json").read_text())["cases"]:
        found = displacement_quotient(
            (case["Rb"], case["Ra"]), (case["Db"], case["Da"]), (case["Cb"], case["Ca"])
        )
        assert found.success == pytest.approx(case["success"], rel=1e-9)
        assert found.buffer == pytest.approx(case["buffer"], rel=1e-9)
        assert found.gross_effect == case["GE"]
        assert found.net_effect == pytest.approx(case["NE"], rel=1e-9)
        assert found.total_net_effect == pytest.approx(case["TNE"], rel=1e-9)
        if case["success"] < 0:
            assert found.quotient == pytest.approx(case["WDQ"], rel=1e-9)
        else:
            assert found.quotient is None and found.reading is None


@pytest.mark.parametrize(
    ("buffer", "reading"),
    [((100, 40), "diffusion_larger"), ((100, 90), "diffusion"), ((100, 100), "nothing_moved"),
     ((100, 110), "displacement"), ((100, 150), "displacement_equal"),
     ((100, 170), "displacement_larger")],
)  # fmt: skip
def test_reading(buffer, reading):
    assert displacement_quotient((100, 50), buffer, (200, 200)).reading == reading


@pytest.mark.parametrize(
    "bad",
    [{"treated": (1, -1)}, {"treated": (1, np.nan)}, {"treated": (1,)}, {"displacement": (1, 2)},
     {"time_weights": (0, 1)}, {"area_weights": (1, 1, 1, np.inf)}, {"dispersion": 0},
     {"level": 1.0}, {"area_weights": (1, 1)}],
)  # fmt: skip
def test_refuses_what_has_no_answer(bad):
    with pytest.raises(AnalysisError):
        displacement_difference(**{"treated": (5, 4), "control": (5, 5), **bad})


def test_no_events_at_all():
    found = displacement_difference((0, 0), (0, 0))
    assert found.estimate == 0 and found.se == 0 and found.p == 1.0
    with pytest.raises(AnalysisError, match="larger comparison area"):
        displacement_quotient((1, 1), (1, 1), (5, 0))
    with pytest.raises(AnalysisError):
        combined_harm([1], [1], [-1])
    assert len(astuple(found)) == 17 and not found.weighted


def test_surroundings_without_events_do_not_rule_the_sum():
    alone = displacement_difference((60, 20), (50, 48))
    empty = displacement_difference((60, 20), (50, 48), (0, 0), (40, 10), fewest=20)
    assert empty.left_out and not alone.left_out
    assert (empty.estimate, empty.low, empty.high) == (alone.estimate, alone.low, alone.high)
    assert empty.displacement == (0, 0) and empty.displaced == 0
    enough = displacement_difference((60, 20), (50, 48), (10, 10), (40, 10), fewest=20)
    assert not enough.left_out and enough.estimate == alone.estimate + 30

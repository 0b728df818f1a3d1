"""Spatial point pattern test: against R's sppt, exact hypergeometric, properties, refusals."""

import csv

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import chi2_contingency, hypergeom

from trygg_plugin.analysis.errors import AnalysisError, Cancelled
from trygg_plugin.analysis.point_pattern_test import proportion_test, resampling_test


def read(path, *names):
    with open(path, encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return [
        np.array([float(r[n]) if r[n] not in ("NA", "") else np.nan for r in rows]) for n in names
    ]


def test_two_areas_as_r_sppt():
    """R sppt 0.2.3, sppt_diff(test = "Chi2_Nmin1"): 14 of 6866 against 1 of 2993, 8 against 0."""
    found = proportion_test([14, 8, 6844], [1, 0, 2992])
    assert found.p[:2] == pytest.approx([0.0458280953724515, 0.0617477862968134], rel=1e-12)


def test_vancouver_proportions_as_r_sppt(reference):
    path = reference / "values/sppt/vancouver_sppt_diff_chi2Nmin1_BY_R.csv"
    base, test, p, adjusted, s, robust, sign = read(
        path, "nevents.b", "nevents.t", "p.value", "p.adjusted", "globalS", "globalS.robust",
        "localS",
    )  # fmt: skip
    found = proportion_test(base, test)
    assert found.p == pytest.approx(p, rel=1e-9, nan_ok=True)
    assert found.p_adjusted == pytest.approx(adjusted, rel=1e-9, nan_ok=True)
    assert found.s_index == pytest.approx(s[0], rel=1e-12)
    assert found.s_index_robust == pytest.approx(robust[0], rel=1e-12)
    assert (found.change == sign).all()


def test_vancouver_resampling_as_r_sppt(reference):
    path = reference / "values/sppt/vancouver_sppt_R_200x85.csv"
    base, test, low, high, sign, s, robust = read(
        path, "NumBsePts", "NumTstPts", "ConfLowP", "ConfUppP", "localS", "globalS",
        "globalS.robust",
    )  # fmt: skip
    found = resampling_test(base, test, seed=8)
    one = 100 / round(0.85 * test.sum())  # an event in a sample, per cent
    assert found.upper == pytest.approx(high, abs=1.01 * one)
    assert found.lower == pytest.approx(low, abs=1.01 * one)
    assert (found.change == sign).mean() > 0.95  # two runs of ours agree in 97 % of the areas
    runs = [resampling_test(base, test, seed=i) for i in range(8)]
    spread = np.std([r.s_index for r in runs], ddof=1)
    assert abs(np.mean([r.s_index for r in runs]) - s[0]) < 4 * spread
    assert abs(np.mean([r.s_index_robust for r in runs]) - robust[0]) < 4 * spread


def test_interval_is_that_of_the_hypergeometric():
    """What 200 samples estimate is known exactly: draws without replacement."""
    test = np.array([40, 160, 0])
    found = resampling_test([1, 1, 1], test, samples=4000, seed=1)
    exact = hypergeom(200, test, 170).ppf(np.array([[0.025], [0.975]])) * 100 / 170
    assert found.lower == pytest.approx(exact[0], abs=100 / 170)
    assert found.upper == pytest.approx(exact[1], abs=100 / 170)


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=2, max_size=12))
def test_p_is_that_of_a_two_by_two_table(pairs):
    base, test = np.array(pairs).T
    if base.sum() == 0 or test.sum() == 0:
        return
    found = proportion_test(base, test)
    n = base.sum() + test.sum()
    for i, (b, t) in enumerate(pairs):
        table = np.array([[b, base.sum() - b], [t, test.sum() - t]])
        if 0 in table.sum(axis=0):
            continue
        plain = chi2_contingency(table, correction=False)
        from scipy.stats import chi2

        assert found.p[i] == pytest.approx(chi2.sf(plain[0] * (n - 1) / n, 1), rel=1e-9)


@given(st.lists(st.integers(0, 30), min_size=1, max_size=20).filter(lambda c: sum(c) > 0))
def test_a_pattern_is_like_itself(counts):
    found = proportion_test(counts, counts)
    assert found.s_index == 1 and (found.change == 0).all()
    double = proportion_test(counts, [2 * c for c in counts])
    assert double.s_index == 1  # more events, same pattern


def test_a_moved_pattern_is_seen_by_both():
    base, test = [100, 100, 100, 0], [10, 100, 190, 0]
    for found in (proportion_test(base, test), resampling_test(base, test)):
        assert found.change.tolist() == [-1, 0, 1, 0]
        assert found.s_index == 0.5 and found.s_index_robust == pytest.approx(1 / 3)


def test_one_area_and_equal_sets():
    assert proportion_test([5], [9]).p.tolist() == [1.0]
    assert resampling_test([5], [9]).change.tolist() == [0]


@pytest.mark.parametrize(
    ("base", "test"),
    [([], []), ([1], [1, 2]), ([0, 0], [1, 1]), ([1, 1], [0, 0]), ([1.5], [2]),
     ([1, np.nan], [1, 1])],
)  # fmt: skip
def test_refuses_what_has_no_answer(base, test):
    for method in (proportion_test, resampling_test):
        with pytest.raises(AnalysisError):
            method(base, test)


def test_too_few_samples_and_cancel():
    with pytest.raises(AnalysisError, match="at least 40"):
        resampling_test([3, 4], [4, 5], samples=30)

    def stop(_share):
        raise Cancelled

    with pytest.raises(Cancelled):
        resampling_test([3, 4], [4, 5], progress=stop)
    assert (resampling_test([3, 4], [4, 5], samples=40).change == 0).all()

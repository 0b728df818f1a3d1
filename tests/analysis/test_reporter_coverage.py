"""Reporter coverage: hand-computed, simulated under its own assumption, refusals."""

import numpy as np
import pytest

from trygg_plugin.analysis.errors import AnalysisError
from trygg_plugin.analysis.reporter_coverage import reporter_coverage


def test_by_hand():
    found = reporter_coverage([
        [4, 5, 3, 4, 0, 0],  # went silent
        [4, 5, 3, 4, 2, 3],  # goes on
        [0, 1, 0, 0, 1, 0],  # seldom: this silence says nothing
        [0, 0, 0, 0, 0, 0],  # never
        [0, 0, 7, 0, 0, 0],  # one good month only
    ])  # fmt: skip
    assert found.total.tolist() == [16, 21, 2, 0, 7]
    assert found.first.tolist() == [0, 0, 1, -1, 2]
    assert found.latest.tolist() == [3, 5, 4, -1, 2]
    assert found.silent_periods.tolist() == [2, 0, 1, 0, 3]
    assert found.longest_gap.tolist() == [0, 0, 2, 0, 0]
    assert found.rate.tolist() == [4.0, 3.5, 0.5, 0.0, 7.0]
    # 15 later reports, four of six periods: (4/6)^15; one later report, 4 of 5; six, 1 of 4
    expected = [(4 / 6) ** 15, np.nan, 4 / 5, np.nan, (1 / 4) ** 6]
    assert found.p == pytest.approx(expected, nan_ok=True)
    assert found.silent.tolist() == [True, False, False, False, True]
    assert found.active.tolist() == [2, 3, 3, 2, 2, 1]


def test_active_reporters_per_period():
    found = reporter_coverage([[1, 0, 2], [1, 1, 0]])
    assert found.active.tolist() == [2, 1, 1]


def test_holidays_are_no_silence():
    counts = [[6, 5, 7, 6, 0], [5, 6, 5, 7, 1]]
    assert reporter_coverage(counts).silent.tolist() == [True, False]
    school = [[1, 1, 1, 1, 0], [1, 1, 1, 1, 1]]
    found = reporter_coverage(counts, exposure=school)
    assert found.p[0] == 1.0 and not found.silent.any()


def test_longer_than_ever_before():
    # batches: many reports at a time, with gaps as long as the present one
    batches = [[20, 0, 0, 25, 0, 0, 30, 0, 0]]
    found = reporter_coverage(batches)
    assert found.p[0] < 0.05 and not found.silent[0]
    assert reporter_coverage([[20, 0, 0, 25, 0, 0, 30, 0, 0, 0]]).silent[0]


def test_false_alarms_are_as_rare_as_p_says():
    """Steady Poisson reporters: p is at most as often below a limit as the limit says."""
    rng = np.random.default_rng(6)
    counts = rng.poisson(0.8, (20_000, 12))
    p = reporter_coverage(counts).p
    p = np.where(np.isnan(p), 1.0, p)
    for limit in (0.01, 0.05, 0.2):
        assert (p <= limit).mean() <= limit * 1.1
    assert (p <= 0.2).mean() > 0.1  # and not uselessly careful


def test_order_of_reporters_does_not_matter():
    rng = np.random.default_rng(1)
    counts = rng.poisson(1.0, (30, 10))
    order = rng.permutation(30)
    a, b = reporter_coverage(counts), reporter_coverage(counts[order])
    assert a.p_adjusted[order] == pytest.approx(b.p_adjusted, nan_ok=True)


@pytest.mark.parametrize(
    ("counts", "exposure"),
    [([], None), ([[]], None), ([1, 2], None), ([[1, -1]], None), ([[1.5]], None),
     ([[1, 2]], [1, 2, 3]), ([[1, 2]], [1, -2]), ([[1, 2]], [1, np.nan])],
)  # fmt: skip
def test_refuses_what_has_no_answer(counts, exposure):
    with pytest.raises(AnalysisError):
        reporter_coverage(counts, exposure)

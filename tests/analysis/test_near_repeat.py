"""Near repeats: tables by hand, plain recounts, invariances, three independent programs."""

from __future__ import annotations

import csv
import itertools
import pathlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trygg_plugin.analysis.errors import AnalysisError, Cancelled
from trygg_plugin.analysis.near_repeat import bands, knox_test

REFERENCE = pathlib.Path(__file__).resolve().parents[3] / "shared" / "reference"
INF = float("inf")


def reference(*parts: str) -> pathlib.Path:
    path = REFERENCE.joinpath(*parts)
    if not path.exists():
        pytest.skip("The shared reference data are not beside the project.")
    return path


def plain_table(x, y, t, space, span, manhattan=False):
    table = np.zeros((len(space) - 1, len(span) - 1), dtype=int)
    for i, j in itertools.combinations(range(len(x)), 2):
        dx, dy = x[i] - x[j], y[i] - y[j]
        d = abs(dx) + abs(dy) if manhattan else np.sqrt(dx * dx + dy * dy)
        s = np.searchsorted(space, d, side="right") - 1
        k = np.searchsorted(span, abs(t[i] - t[j]), side="right") - 1
        if 0 <= s < table.shape[0] and 0 <= k < table.shape[1]:
            table[s, k] += 1
    return table


def test_four_events_by_hand():
    # A (0, 0) day 0 and B (0, 0) day 1: same place, a day apart. C (30, 40) day 1: 50 m from
    # both. D (100, 0) day 9: 100 m from A and B, and sqrt(70² + 40²) = 80.6 m from C.
    got = knox_test(
        [0, 0, 30, 100], [0, 0, 40, 0], [0, 1, 1, 9], [0, 1, 50, 100, INF], [0, 1, 7, INF],
        simulations=19,
    )  # fmt: skip
    assert got.observed.tolist() == [[0, 1, 0], [0, 0, 0], [1, 1, 1], [0, 0, 2]]
    # Six pairs; rows 1, 0, 3, 2; columns 1 (B–C), 2, 3.
    np.testing.assert_allclose(got.expected, np.outer([1, 0, 3, 2], [1, 2, 3]) / 6)
    assert got.pairs == 4 and got.n == 4


def test_monte_carlo_reaches_the_exact_permutation_distribution():
    # Two close pairs of places; each of the 24 orders of dates is equally likely.
    x, y, t = [0, 1, 100, 101], [0, 0, 0, 0], [0, 1, 10, 11]
    exact = [plain_table(x, y, order, [0, 5], [0, 5])[0, 0] for order in itertools.permutations(t)]
    got = knox_test(x, y, t, [0, 5], [0, 5], simulations=4999)
    assert got.observed[0, 0] == 2
    share = np.mean(np.array(exact) >= 2)
    assert got.p[0, 0] == pytest.approx(share, abs=4 * np.sqrt(share * (1 - share) / 4999))
    assert got.mean[0, 0] == pytest.approx(np.mean(exact), abs=0.06)
    assert got.expected[0, 0] == pytest.approx(np.mean(exact))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 12), st.integers(0, 12), st.integers(-5, 40)),
        min_size=2,
        max_size=25,
    ),
    st.sampled_from([[0, 1, 3, 5], [0, 5, INF], [2, 5, 9], [2, 4, INF], [0, INF]]),
    st.sampled_from([[0, 1, 7, 14], [0, 7, INF], [3, 9], [0, 0.5, 2.5], [3, INF], [0, INF]]),
    st.booleans(),
    st.sampled_from([1.0, 0.37]),
)
def test_equals_a_plain_recount_and_keeps_its_margins(rows, space, span, manhattan, scale):
    x, y, t = (np.array(c, dtype=float) for c in zip(*rows))
    t = t * scale
    got = knox_test(x, y, t, space, span, manhattan=manhattan, simulations=5, seed=3)
    plain = plain_table(x, y, t, space, span, manhattan)
    np.testing.assert_array_equal(got.observed, plain)
    assert got.simulated.min() >= 0
    if space[0] == 0 and space[-1] == INF:
        np.testing.assert_array_equal(got.simulated.sum(axis=1), [plain.sum(axis=0)] * 5)
    if span[0] == 0 and span[-1] == INF:
        np.testing.assert_array_equal(got.simulated.sum(axis=2), [plain.sum(axis=1)] * 5)
    assert got.p.min() >= 1 / 6 and got.p.max() <= 1


def sample(n=300, seed=4):
    rng = np.random.default_rng(seed)
    return rng.uniform(0, 1000, n), rng.uniform(0, 1000, n), rng.integers(0, 60, n)


def test_order_threads_and_translation_do_not_matter():
    x, y, t = sample()
    space, span = [0, 25.5, 101.5, 200.5], [0, 7, 14]
    one = knox_test(x, y, t, space, span, simulations=99, seed=8)
    mixed = np.random.default_rng(0).permutation(x.size)
    two = knox_test(x[mixed], y[mixed], t[mixed], space, span, simulations=99, seed=8, threads=1)
    np.testing.assert_array_equal(one.simulated, two.simulated)
    np.testing.assert_array_equal(one.observed, two.observed)
    moved = knox_test(x + 512, y - 1024, t + 400, space, span, simulations=99, seed=8)
    np.testing.assert_array_equal(one.observed, moved.observed)
    other = knox_test(x, y, t, space, span, simulations=99, seed=9)
    assert not np.array_equal(one.simulated, other.simulated)


def test_rotation_does_not_matter_to_euclid():
    x, y, t = sample()
    turn = np.deg2rad(33)
    rx, ry = x * np.cos(turn) - y * np.sin(turn), x * np.sin(turn) + y * np.cos(turn)
    space, span = [0, 25.5, 101.5], [0, 7, INF]
    one = knox_test(x, y, t, space, span, simulations=1)
    np.testing.assert_array_equal(
        one.observed, knox_test(rx, ry, t, space, span, simulations=1).observed
    )
    quarter = knox_test(-y, x, t, space, span, simulations=1, manhattan=True)
    taxi = knox_test(x, y, t, space, span, simulations=1, manhattan=True)
    np.testing.assert_array_equal(taxi.observed, quarter.observed)


def test_batches_of_permutations_do_not_change_the_result(monkeypatch):
    x, y, t = sample()
    whole = knox_test(x, y, t, [0, 50, 100], [0, 7, 14], simulations=99)
    monkeypatch.setattr("trygg_plugin.analysis.near_repeat._DATES_BYTES", 2 * 300 * 32)
    monkeypatch.setattr("trygg_plugin.analysis.near_repeat._CHUNK_BYTES", 2 * 32 * 50)
    parts = knox_test(x, y, t, [0, 50, 100], [0, 7, 14], simulations=99)
    np.testing.assert_array_equal(whole.simulated, parts.simulated)


def test_all_on_one_day_or_at_one_place_is_no_evidence():
    x, y, t = sample(80)
    for got in (
        knox_test(x, y, np.zeros(80), [0, 50, INF], [0, 7, INF], simulations=99),
        knox_test(x * 0, y * 0, t, [0, 50, INF], [0, 7, INF], simulations=99),
    ):
        assert (got.p == 1.0).all()
        assert got.observed.sum() == 80 * 79 // 2


def test_dates_are_calendar_days():
    when = np.array(["2024-05-01T23:59", "2024-05-02T00:01"], dtype="datetime64[m]")
    got = knox_test([0, 0], [0, 0], when, [0, 1], [0, 1, 2], simulations=1)
    assert got.observed.tolist() == [[0, 1]]


def test_events_without_place_or_date_are_left_out():
    day = np.array(["2024-05-01", "NaT", "2024-05-01", "2024-05-03"], dtype="datetime64[D]")
    got = knox_test([0, 0, np.nan, 1], [0, 0, 0, 1], day, [0, 5], [0, 7], simulations=9)
    assert got.n == 2 and got.left_out == 2 and got.observed.tolist() == [[1]]


@pytest.mark.parametrize("n", [0, 1])
def test_fewer_than_two_events_is_a_sentence(n):
    with pytest.raises(AnalysisError, match=f"there are {n}"):
        knox_test([1.0] * n, [1.0] * n, [1.0] * n, [0, 5], [0, 7])


@pytest.mark.parametrize("breaks", [[0], [0, 0], [5, 1], [-1, 2], [0, float("nan")], []])
def test_wrong_breaks_are_a_sentence(breaks):
    with pytest.raises(AnalysisError, match="bands need"):
        knox_test([0, 1], [0, 1], [0, 1], breaks, [0, 7])
    with pytest.raises(AnalysisError, match="bands need"):
        knox_test([0, 1], [0, 1], [0, 1], [0, 7], breaks)


def test_too_many_pairs_are_refused_before_they_fill_the_memory():
    n = 1_000_000
    with pytest.raises(AnalysisError, match="499999500000 pairs"):
        knox_test(np.zeros(n), np.zeros(n), np.arange(n), [0, 1], [0, 7])


def test_cancel():
    x, y, t = sample(2000)

    def cancel(share: float) -> None:
        if share > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        knox_test(x, y, t, [0, 100, 200], [0, 7, 14], progress=cancel)


def test_progress_rises_to_one():
    seen = []
    x, y, t = sample(400)
    knox_test(x, y, t, [0, 100], [0, 7], simulations=99, progress=seen.append)
    assert seen == sorted(seen) and seen[-1] == 1.0


def test_bands():
    assert bands(100, 2, same_place=0.001, rest=True) == [0.0, 0.001, 100.0, 200.0, INF]
    assert bands(7, 2) == [0.0, 7.0, 14.0]
    for width, number, same in ((0, 2, 0), (5, 0, 0), (5, 2, 5), (float("nan"), 2, 0)):
        with pytest.raises(AnalysisError):
            bands(width, number, same_place=same)


def _events(path):
    with path.open() as handle:
        rows = list(csv.reader(handle))
    return (
        np.array([float(r[0]) for r in rows]),
        np.array([float(r[1]) for r in rows]),
        np.array([r[2] for r in rows], dtype="datetime64[D]"),
    )


def _table(path):
    with path.open() as handle:
        return np.array([[float(v) for v in row[1:]] for row in list(csv.reader(handle))[1:]])


@pytest.mark.parametrize(
    ("case", "number", "manhattan"),
    [
        ("burgjan_euclid_100m_7d", 5, False),
        ("burgjan_manhattan_100m_7d_NRCcmp", 3, True),
    ],
)
def test_agrees_with_the_r_package_nearrepeat(case, number, manhattan):
    reference("values", "knox")
    folder = REFERENCE / "values" / "knox"
    x, y, t = _events(folder / "chicago_be_month1.csv")
    got = knox_test(
        x, y, t, bands(100, number, same_place=0.001, rest=True), bands(7, 3, rest=True),
        manhattan=manhattan, simulations=4999,
    )  # fmt: skip
    observed = _table(folder / f"{case}_observed.csv")
    np.testing.assert_array_equal(got.observed, observed)
    mean, sd = _table(folder / f"{case}_sim_mean.csv"), _table(folder / f"{case}_sim_sd.csv")
    # Theirs are 999 simulations, ours 4,999.
    error = np.sqrt(1 / 999 + 1 / 4999)
    # 28 cells at once: one beyond three standard errors is no news.
    assert (np.abs(got.mean - mean) <= 3.5 * sd * error).all()
    assert (np.abs(got.mean - got.expected) <= 3.5 * got.sd / np.sqrt(4999)).all()
    assert (np.abs(got.expected - mean) <= 3 * sd / np.sqrt(999)).all()
    # The standard error of a standard deviation is sd / sqrt(2n).
    assert (np.abs(got.sd / sd - 1) <= 3.5 * error / np.sqrt(2)).all()
    p = _table(folder / f"{case}_pvalues.csv")
    spread = np.sqrt(got.p * (1 - got.p))
    # Near 0 and 1 the error is skewed: four standard errors and two of their steps.
    assert (np.abs(got.p - p) <= 4 * spread * error + 0.002).all()
    np.testing.assert_allclose(got.ratio, got.observed / got.mean)


def test_agrees_with_surveillance_on_burkitts_lymphoma():
    path = reference("data", "burkitt_uganda.csv")
    with path.open() as handle:
        rows = list(csv.DictReader(handle))
    x, y, t = (np.array([float(r[k]) for r in rows]) for k in "xyt")
    # surveillance counts distances up to and including 10 and 90: all are whole numbers or
    # roots of whole numbers, so a hair more than 10 means the same here.
    got = knox_test(x, y, t, [0, 10 + 1e-9, INF], [0, 91, INF], simulations=999)
    assert got.observed.tolist() == [[69, 1093], [595, 15821]]
    assert got.expected[0, 0] == pytest.approx(43.893958357037, rel=1e-12)
    assert got.p[0, 0] <= 0.003


def _nrc(path, name):
    """A table of the verbose output; an empty cell is 0."""
    with path.open() as handle:
        rows = list(csv.reader(handle))
    at = next(i for i, row in enumerate(rows) if row and row[0].strip() == name)
    columns = sum(1 for c in rows[at + 2][2:] if c.strip())
    body = itertools.takewhile(lambda row: bool(row) and row[0].strip().isdigit(), rows[at + 3 :])
    return np.array([[float(c or 0) for c in row[2 : 2 + columns]] for row in body])


@pytest.mark.parametrize(
    ("events", "verbose", "space", "span", "simulations"),
    [
        ("nrc_reference/chicago_arson.csv",
         "nrc_reference/chicago_arson_NRverbose_2019-09-23_145637.csv", (200, 3), (1, 3), 99),
        ("nrc_reference/chicago_be_month1.csv",
         "nrc_reference/chicago_be_month1_NRverbose_2019-09-23_143005.csv", (100, 3), (7, 3), 19),
    ],
)  # fmt: skip
def test_agrees_with_real_output_of_the_near_repeat_calculator(
    events, verbose, space, span, simulations
):
    x, y, t = _events(reference("data", *events.split("/")))
    # It keeps coordinates in single precision (a pair 399.96 m apart falls beyond 400), and
    # its labels are off by one boundary ("0 to 7" days are days 0 to 6).
    x, y = x.astype(np.float32), y.astype(np.float32)
    got = knox_test(
        x, y, t, bands(*space, same_place=0.001, rest=True), bands(*span, rest=True),
        manhattan=True, simulations=199,
    )  # fmt: skip
    output = REFERENCE.joinpath("data", *verbose.split("/"))
    np.testing.assert_array_equal(got.observed, _nrc(output, "Observed frequencies distribution"))
    ratio = _nrc(output, "Observed over mean expected frequencies")
    told = ratio > 0
    mean = got.observed[told] / ratio[told]
    error = got.sd[told] * np.sqrt(1 / simulations + 1 / 199)
    # The printed ratio has three decimals.
    slack = 0.0006 * mean / ratio[told]
    assert (np.abs(got.mean[told] - mean) <= 3.5 * error + slack).all()


def test_all_pairs_of_ten_thousand_events():
    rng = np.random.default_rng(1)
    n = 10_000
    x, y = rng.uniform(0, 20_000, n), rng.uniform(0, 20_000, n)
    t = rng.integers(0, 365, n)
    got = knox_test(x, y, t, bands(100, 8), bands(7, 8), simulations=999)
    assert got.pairs == pytest.approx(np.pi * 800**2 / 20_000**2 * n * n / 2, rel=0.1)

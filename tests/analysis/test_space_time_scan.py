"""Scan statistics: every cylinder by brute force, properties, and SaTScan's own answers."""

from __future__ import annotations

import csv
import pathlib
import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trygg_plugin.analysis import cylinders
from trygg_plugin.analysis.errors import AnalysisError, Cancelled
from trygg_plugin.analysis.space_time_scan import (
    ScanSettings,
    log_likelihood_ratio,
    permutation_scan,
    poisson_scan,
)

REFERENCE = pathlib.Path(__file__).resolve().parents[3] / "shared" / "reference"


def llr(c, mu, total):
    if c <= mu or mu <= 0:
        return 0.0
    rest = (total - c) * np.log((total - c) / (total - mu)) if total > c else 0.0
    return c * np.log(c / mu) + rest


def brute_permutation(x, y, t, radius, days, begin, end, prospective=False, share=0.5):
    """Best ratio of all circles around events and all windows."""
    n, best = len(x), 0.0
    for i in range(n):
        d = np.hypot(x - x[i], y - y[i])
        for r in np.unique(np.round(d[d <= radius], 9)):
            circle = d <= r + 1e-6
            if circle.sum() > share * n:
                continue
            for s in range(begin, end + 1):
                for e in range(s, min(s + days - 1, end) + 1):
                    if prospective and e != end:
                        continue
                    window = (t >= s) & (t <= e)
                    c = int((circle & window).sum())
                    if c >= 2:
                        best = max(best, llr(c, circle.sum() * window.sum() / n, n))
    return best


def test_ratio_by_hand():
    # 5 cases where 0.0920 are expected, of 522: SaTScan says 15.094627.
    mu = 8 * 6 / 522
    assert log_likelihood_ratio(5, mu, 522) == pytest.approx(15.094627, abs=5e-7)
    assert log_likelihood_ratio(1, 2.0, 10) == 0.0
    assert log_likelihood_ratio(10, 2.0, 10) == pytest.approx(10 * np.log(5))


def test_five_events_by_hand():
    # Two events at one corner on day 3; the other three elsewhere, on other days.
    got = permutation_scan(
        [0, 0, 900, 0, 900], [0, 0, 0, 900, 900], [3, 3, 1, 7, 9],
        ScanSettings(max_radius=10, max_days=2, simulations=99),
    )  # fmt: skip
    top = got.clusters[0]
    # Circle 2 of 5, window 2 of 5: expected 0.8.
    assert (top.cases, top.first_day, top.last_day) == (2, 3, 3)
    assert top.expected == pytest.approx(0.8)
    assert top.llr == pytest.approx(2 * np.log(2 / 0.8) + 3 * np.log(3 / 4.2))
    assert top.events.tolist() == [0, 1] and top.radius == 0.0 and (top.x, top.y) == (0, 0)
    # Only 1 in 10 shuffles puts one day's two events in that corner.
    assert top.p == pytest.approx(0.1, abs=0.1)


events = st.lists(
    st.tuples(st.integers(0, 6), st.integers(0, 6), st.integers(0, 12)), min_size=3, max_size=16
)


@settings(max_examples=50, deadline=None)
@given(events, st.sampled_from([1.0, 2.3, 20.0]), st.integers(1, 6), st.booleans())
def test_best_cylinder_is_that_of_an_exhaustive_search(rows, radius, days, prospective):
    x, y, t = (np.array(c, dtype=float) for c in zip(*rows))
    got = permutation_scan(
        x, y, t,
        ScanSettings(max_radius=radius, max_days=days, prospective=prospective, simulations=1),
        first=0, last=12,
    )  # fmt: skip
    expected = brute_permutation(x, y, t, radius, days, 0, 12, prospective)
    assert (got.clusters[0].llr if got.clusters else 0.0) == pytest.approx(expected, abs=1e-9)
    for cluster in got.clusters:
        assert cluster.cases == cluster.events.size >= 2
        inside = t[cluster.events]
        assert inside.min() >= cluster.first_day and inside.max() <= cluster.last_day
        assert not prospective or cluster.last_day == 12
    ratios = [c.llr for c in got.clusters]
    np.testing.assert_allclose(ratios, sorted(ratios, reverse=True), atol=1e-9)


@settings(max_examples=30, deadline=None)
@given(events, st.integers(1, 5), st.booleans())
def test_poisson_cylinders_against_an_exhaustive_search(rows, days, spatial):
    x, y, t = (np.array(c) for c in zip(*rows))
    gx, gy = (a.ravel().astype(float) for a in np.meshgrid(np.arange(7), np.arange(7)))
    people = 1.0 + (np.arange(49) * 7) % 11
    where = y * 7 + x
    got = poisson_scan(
        gx, gy, people, where, None if spatial else t,
        ScanSettings(max_radius=2.5, max_days=days, simulations=1),
        first=None if spatial else 0, last=None if spatial else 12,
    )  # fmt: skip
    n, best = len(rows), 0.0
    length = 1 if spatial else 13
    when = np.zeros(n) if spatial else t
    for i in range(49):
        d = np.hypot(gx - gx[i], gy - gy[i])
        for r in np.unique(np.round(d[d <= 2.5], 9)):
            circle = d <= r + 1e-6
            for s in range(length):
                for e in range(s, min(s + (1 if spatial else days) - 1, length - 1) + 1):
                    c = int((circle[where] & (when >= s) & (when <= e)).sum())
                    mu = n * people[circle].sum() / people.sum() * (e - s + 1) / length
                    if c >= 2 and people[circle].sum() <= people.sum() / 2:
                        best = max(best, llr(c, mu, n))
    assert (got.clusters[0].llr if got.clusters else 0.0) == pytest.approx(best, abs=1e-9)


def test_simulated_maxima_follow_the_null():
    # Without a cluster, p is uniform: half of many null data sets lie below one half.
    rng = np.random.default_rng(0)
    ps = []
    for seed in range(60):
        x, y, t = rng.uniform(0, 100, 60), rng.uniform(0, 100, 60), rng.integers(0, 40, 60)
        got = permutation_scan(
            x, y, t, ScanSettings(max_radius=30, max_days=5, simulations=19, seed=seed)
        )
        ps.append(got.clusters[0].p)
    assert 0.3 < np.mean(np.array(ps) <= 0.5) < 0.75
    assert np.mean(np.array(ps) <= 0.05) < 0.2


def sample():
    rng = np.random.default_rng(3)
    return rng.uniform(0, 1000, 200), rng.uniform(0, 1000, 200), rng.integers(0, 60, 200)


def test_order_threads_translation_and_rotation():
    x, y, t = sample()
    options = ScanSettings(max_radius=200, max_days=7, simulations=19, seed=2)
    one = permutation_scan(x, y, t, options)
    mixed = np.random.default_rng(1).permutation(200)
    two = permutation_scan(
        x[mixed], y[mixed], t[mixed],
        ScanSettings(max_radius=200, max_days=7, simulations=19, seed=2, threads=1),
    )  # fmt: skip
    np.testing.assert_array_equal(one.simulated_llr, two.simulated_llr)
    for a, b in zip(one.clusters, two.clusters):
        assert (a.llr, a.first_day, a.x) == (b.llr, b.first_day, b.x)
        assert sorted(a.events) == sorted(mixed[b.events])
    turn = np.deg2rad(30)
    moved = permutation_scan(
        x * np.cos(turn) - y * np.sin(turn) + 5000, x * np.sin(turn) + y * np.cos(turn), t + 700,
        options,
    )  # fmt: skip
    assert [round(c.llr, 9) for c in moved.clusters] == [round(c.llr, 9) for c in one.clusters]
    other = permutation_scan(x, y, t, ScanSettings(max_radius=200, max_days=7, simulations=19))
    assert not np.array_equal(one.simulated_llr, other.simulated_llr)


def test_blocks_do_not_change_the_result(monkeypatch):
    x, y, t = sample()
    options = ScanSettings(max_radius=300, max_days=9, simulations=9)
    whole = permutation_scan(x, y, t, options)
    monkeypatch.setattr("trygg_plugin.analysis.cylinders._BLOCK", 17)
    parts = permutation_scan(x, y, t, options)
    np.testing.assert_array_equal(whole.simulated_llr, parts.simulated_llr)
    assert [c.llr for c in whole.clusters] == [c.llr for c in parts.clusters]


@pytest.mark.parametrize("prospective", [False, True])
@pytest.mark.parametrize("days", [1, 4, 30])
def test_both_searches_give_the_same_answer(monkeypatch, prospective, days):
    x, y, t = sample()
    options = ScanSettings(max_radius=300, max_days=days, simulations=9, prospective=prospective)
    answers = []
    for search in (cylinders._Few, cylinders._Many):
        monkeypatch.setattr(
            "trygg_plugin.analysis.space_time_scan.cylinders_for",
            lambda frame, entries, search=search: search(frame),
        )
        answers.append(permutation_scan(x, y, t, options))
    few, many = answers
    np.testing.assert_allclose(few.simulated_llr, many.simulated_llr, rtol=1e-12)
    assert [round(c.llr, 9) for c in few.clusters[:1]] == [
        round(c.llr, 9) for c in many.clusters[:1]
    ]
    for cluster in many.clusters:
        assert cluster.cases == cluster.events.size >= 2


def test_the_search_fits_the_data():
    x, y, t = sample()
    names = []
    real = cylinders.cylinders_for

    def spy(frame, entries):
        names.append(type(real(frame, entries)).__name__)
        return real(frame, entries)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("trygg_plugin.analysis.space_time_scan.cylinders_for", spy)
        permutation_scan(x, y, t, ScanSettings(max_radius=50, max_days=7, simulations=1))
        permutation_scan(x, y, t // 5, ScanSettings(simulations=1))
    assert names == ["_Few", "_Many"]


def test_secondary_clusters_do_not_overlap():
    x, y, t = sample()
    for overlap in ("space", "space_time"):
        got = permutation_scan(
            x, y, t, ScanSettings(max_radius=300, max_days=9, simulations=9, overlap=overlap)
        )
        assert len(got.clusters) > 3
        for i, a in enumerate(got.clusters):
            for b in got.clusters[:i]:
                shared = np.intersect1d(a.locations, b.locations).size > 0
                together = a.first_day <= b.last_day and b.first_day <= a.last_day
                assert not shared or (overlap == "space_time" and not together)


def test_dates_period_and_missing():
    day = np.array(["2024-03-01", "2024-03-01", "2024-03-20", "NaT", "2024-04-02"], dtype="M8[D]")
    got = permutation_scan(
        [0, 0, 50, 0, 0], [0, 0, 50, 0, np.nan], day,
        ScanSettings(max_share=1.0, max_days=3, simulations=9),
        first="2024-02-15", last="2024-03-31",
    )  # fmt: skip
    assert (got.used, got.left_out) == (3, 2)
    assert np.datetime64(got.clusters[0].first_day, "D") == np.datetime64("2024-03-01")
    assert np.datetime64(got.last_day, "D") == np.datetime64("2024-03-31")


def test_all_on_one_day_or_at_one_place_is_no_cluster():
    x, y, t = sample()
    options = ScanSettings(max_radius=100, max_days=7, simulations=9)
    assert permutation_scan(x, y, t * 0, options).clusters == []
    assert permutation_scan(x * 0, y * 0, t, options).clusters == []


@pytest.mark.parametrize("n", [0, 1])
def test_too_few_events_are_a_sentence(n):
    with pytest.raises(AnalysisError, match=f"there are {n}"):
        permutation_scan([0.0] * n, [0.0] * n, [1] * n)
    with pytest.raises(AnalysisError, match=f"there are {n}"):
        poisson_scan([0.0], [0.0], [5.0], [0] * n)


@pytest.mark.parametrize(
    "options",
    [
        {"max_radius": -1.0}, {"max_share": 0.0}, {"max_days": 0}, {"min_cases": 1},
        {"overlap": "no"}, {"simulations": 0},
    ],
)  # fmt: skip
def test_wrong_settings_are_sentences(options):
    with pytest.raises(AnalysisError):
        permutation_scan([0, 1], [0, 1], [0, 1], ScanSettings(**options))


def test_wrong_populations_are_sentences():
    for people in ([-1.0, 5.0], [0.0, 0.0], [np.nan, 1.0], [1.0]):
        with pytest.raises(AnalysisError):
            poisson_scan([0.0, 1.0], [0.0, 1.0], people, [0, 1])


def test_events_where_nobody_lives_are_left_out():
    got = poisson_scan(
        [0.0, 1.0, 50.0], [0.0, 0.0, 0.0], [10.0, 0.0, 30.0], [0, 0, 1, 2, 7],
        settings=ScanSettings(max_radius=5, simulations=9),
    )  # fmt: skip
    assert (got.used, got.left_out) == (3, 2)
    assert got.clusters[0].cases == 2 and got.clusters[0].expected == pytest.approx(0.75)


def test_too_large_a_scan_is_refused_before_it_fills_the_memory():
    rng = np.random.default_rng(0)
    x, y = rng.uniform(0, 1, 20_000), rng.uniform(0, 1, 20_000)
    with pytest.raises(AnalysisError, match="smaller largest radius"):
        permutation_scan(x, y, np.arange(20_000) % 50)


def test_cancel():
    x, y, t = sample()

    def cancel(share: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        permutation_scan(x, y, t, ScanSettings(max_radius=200), progress=cancel)


def test_critical_value():
    x, y, t = sample()
    got = permutation_scan(x, y, t, ScanSettings(max_radius=200, max_days=7, simulations=99))
    limit = got.critical_value(0.05)
    assert np.sum(got.simulated_llr >= limit) == 5
    with pytest.raises(AnalysisError, match="more simulations"):
        got.critical_value(0.001)


def _satscan(name):
    folder = REFERENCE / "values" / "scan"
    if not (folder / f"{name}.geo").exists():
        pytest.skip("The shared reference data are not beside the project.")
    with (folder / f"{name}.geo").open() as handle:
        place = {row[0]: row[1:3] for row in csv.reader(handle, delimiter=" ")}
    with (folder / f"{name}.cas").open() as handle:
        cases = [row for row in csv.reader(handle, delimiter=" ") if row]
    x = np.array([float(place[row[0]][0]) for row in cases])
    y = np.array([float(place[row[0]][1]) for row in cases])
    day = np.array([row[2].replace("/", "-") for row in cases], dtype="datetime64[D]")
    return x, y, day


def test_agrees_with_satscan_on_arson_in_chicago():
    x, y, day = _satscan("chicago_arson")
    got = permutation_scan(
        x, y, day, ScanSettings(max_radius=2000, max_days=14),
        first="2016-01-01", last="2016-12-29",
    )  # fmt: skip
    text = (REFERENCE / "values" / "scan" / "chicago_arson_stp.txt").read_text()
    ratios = [float(v) for v in re.findall(r"Test statistic\.*: ([\d.]+)", text)]
    ps = [float(v) for v in re.findall(r"P-value\.*: ([\d.]+)", text)]
    frames = re.findall(r"Time frame\.*: (\S+) to (\S+)", text)
    counts = [int(v) for v in re.findall(r"Number of cases\.*: (\d+)", text)]
    assert len(ratios) == 12
    ours = got.clusters[:12]
    np.testing.assert_allclose([c.llr for c in ours], ratios, atol=5.1e-7)
    assert [c.cases for c in ours] == counts or sorted(c.cases for c in ours) == sorted(counts)

    def day_of(label):
        year, month, date = (int(v) for v in label.split("/"))
        return int(np.datetime64(f"{year}-{month:02}-{date:02}", "D").astype(int))

    # Equal ratios may stand in another order.
    assert sorted((c.first_day, c.last_day) for c in ours) == sorted(
        (day_of(a), day_of(b)) for a, b in frames
    )
    for cluster, p in zip(ours[2:], ps[2:]):
        # SaTScan's are simulations too.
        assert abs(cluster.p - p) <= 3 * np.sqrt(2 * p * (1 - p) / 999) + 0.002
    assert ours[0].p == 0.001


def test_burglaries_of_january():
    x, y, day = _satscan("chicago_burglary_jan")
    got = permutation_scan(x, y, day, ScanSettings(max_radius=1000, max_days=7, simulations=199))
    assert got.used == 970 and got.clusters[0].p == 0.005

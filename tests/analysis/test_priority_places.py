"""Priority places: cells to places, places to a short list."""

import numpy as np
import pytest

from trygg_plugin.analysis.cells import HexagonGrid, SquareGrid
from trygg_plugin.analysis.errors import AnalysisError
from trygg_plugin.analysis.getis_ord import getis_ord
from trygg_plugin.analysis.priority_places import (
    Events,
    cells_of_clusters,
    group_cells,
    priority_places,
    time_peak,
    top_cells,
)
from trygg_plugin.analysis.spatial_weights import queen_lattice


def strip(n=10):
    return SquareGrid.over((0, 0, n * 100 - 1, 99), 100)


def times(*texts):
    return np.array(texts, dtype="datetime64[m]")


def test_adjoining_cells_are_one_place():
    chosen = np.array([1, 1, 0, 0, 1, 0, 1, 1, 1, 0], dtype=bool)
    found = group_cells(chosen, strip().contiguity())
    assert found.tolist() == [0, 0, -1, -1, 1, -1, 2, 2, 2, -1]
    assert (group_cells(np.zeros(10), strip().contiguity()) == -1).all()


def test_a_large_group_is_split_between_its_peaks():
    scores = np.array([1, 5, 2, 1, 3, 9, 4, 0, 7, 0])
    chosen = np.array([1, 1, 1, 1, 1, 1, 1, 0, 1, 0], dtype=bool)
    near = strip().contiguity()
    assert group_cells(chosen, near, scores, 7).tolist() == [0] * 7 + [-1, 1, -1]
    split = group_cells(chosen, near, scores, 4)
    assert split.tolist() == [0, 0, 0, 1, 1, 1, 1, -1, 2, -1]
    flat = group_cells(chosen, near, np.ones(10), 4)
    assert flat.tolist() == [0] * 7 + [-1, 1, -1]
    with pytest.raises(AnalysisError, match="split by scores"):
        group_cells(chosen, near, largest=4)


def test_places_on_a_raster_follow_its_rows():
    density = np.zeros((4, 5))
    density[0, 0], density[1, 1], density[3, 4] = 5, 6, 7
    chosen = top_cells(density, 0.15)
    place = group_cells(chosen, queen_lattice(np.ones(density.shape)))
    assert place.reshape(4, 5)[0, 0] == place.reshape(4, 5)[1, 1] == 0
    assert place.reshape(4, 5)[3, 4] == 1 and (place >= 0).sum() == 3


def test_top_cells_never_take_part_of_a_tie():
    assert top_cells([5, 4, 3, 3, 1, 0, 0, 0, 0, 0], 0.2).tolist() == [True, True] + [False] * 8
    assert top_cells([5, 4, 3, 3, 1, 0, 0, 0, 0, 0], 0.3).sum() == 2
    assert top_cells([5, 4, 3, 3, 1, 0, 0, 0, 0, 0], 1.0).sum() == 5
    assert top_cells([5, 4, np.nan, 3], 0.5).tolist() == [True, True, False, False]
    assert not top_cells([5, 4], 0.1).any()
    with pytest.raises(AnalysisError):
        top_cells([1], 0)


def test_cells_go_to_the_cluster_with_most_events_there():
    found = cells_of_clusters([0, 0, 1, 1, 1, -1, 2, 3, 0], [4, 5, 5, 5, 6, 7, 8, 8, -1], 10)
    assert found.tolist() == [-1, -1, -1, -1, 0, 1, 1, -1, 2, -1]


def situation():
    """Two places: cells 0-1 with vandalism on Friday nights, cell 4 with thefts."""
    night = np.datetime64("2024-03-01T23:30")  # a Friday
    start = [night + np.timedelta64(7, "D") * (i % 4) for i in range(12)]
    start += [np.datetime64("2024-03-05T14:00") + np.timedelta64(i, "D") for i in range(5)]
    start += [np.datetime64("2024-02-10T12:00")] * 2  # previous month, first place
    start += [np.datetime64("2023-03-10T12:00"), np.datetime64("NaT")]
    cell = [0, 1] * 6 + [4] * 5 + [0, 1] + [0, 0]
    category = ["vandalism"] * 10 + ["noise"] * 2 + ["theft"] * 5 + ["noise"] * 4
    return Events(
        cell=np.array(cell), start=np.array(start, dtype="datetime64[m]"), category=category,
        name=["Torget"] * 12 + [None] * 9,
    )


def test_the_list_says_what_the_meeting_needs():
    place = group_cells([1, 1, 0, 0, 1, 0, 1, 0, 0, 0], strip().contiguity())
    found = priority_places(place, situation(), "2024-03-01", "2024-04-01", 10_000.0,
                            scores=np.arange(10.0), data_from="2023-01-01")
    assert (found.events, found.undated, found.candidates) == (17, 1, 2)
    assert found.share == 1.0
    square, shop = found.places
    assert (square.rank, square.cells.tolist(), square.area) == (1, [0, 1], 20_000)
    assert (square.count, square.weight, square.score) == (12, 12.0, 1.0)
    assert square.share == pytest.approx(12 / 17)
    assert (square.category, square.category_share) == ("vandalism", pytest.approx(10 / 12))
    assert square.name == "Torget" and shop.name is None
    assert (square.previous.before, square.previous.after) == (2, 12)
    assert square.previous.direction == 1 and square.last_year.before == 1
    assert (square.peak.weekday, square.peak.weekday_share) == (4, 1.0)
    assert square.peak.hour == 20 and square.peak.hour_share == 1.0  # 20 to 24
    assert shop.count == 5 and shop.peak is None  # too few for a pattern


def test_harm_can_turn_the_order_and_short_data_give_no_comparison():
    base = situation()
    place = group_cells([1, 1, 0, 0, 1, 0, 0, 0, 0, 0], strip().contiguity())
    weight = np.where(base.cell == 4, 100.0, 1.0)
    weight[0] = np.nan
    heavy = Events(base.cell, base.start, base.end, base.category, base.name, weight)
    found = priority_places(place, heavy, "2024-03-01", "2024-04-01", 1.0,
                            data_from="2024-02-01")
    assert [p.weight for p in found.places] == [500.0, 11.0]
    assert found.places[0].last_year is None and found.places[0].previous is not None
    assert found.places[0].score is None
    few = priority_places(place, base, "2024-03-01", "2024-04-01", 1.0, most=1, fewest=6)
    assert len(few.places) == 1 and few.candidates == 1
    # Without being told, the data begin in the month of the first event.
    assert few.places[0].last_year is not None


def test_no_places_and_no_events_are_an_empty_list():
    none = np.full(10, -1)
    assert priority_places(none, situation(), "2024-03-01", "2024-04-01", 1.0).places == ()
    empty = Events(np.zeros(0, dtype=int), np.zeros(0, dtype="datetime64[m]"))
    found = priority_places(np.zeros(10, dtype=int), empty, "2024-03-01", "2024-04-01", 1.0)
    assert found.places == () and found.events == 0 and np.isnan(found.share)
    quiet = priority_places(np.zeros(10, dtype=int), situation(), "2025-03-01", "2025-04-01", 1.0)
    assert quiet.places == ()
    with pytest.raises(AnalysisError, match="cell 4, but there are 3"):
        priority_places(np.zeros(3, dtype=int), situation(), "2024-03-01", "2024-04-01", 1.0)


def test_peaks_pass_midnight_and_spread_intervals():
    start = times(*["2024-03-01T22:00"] * 10)
    over_midnight = time_peak(start, start + np.timedelta64(4, "h"))
    assert over_midnight.hour == 22 and over_midnight.hour_share == pytest.approx(1.0)
    assert over_midnight.weekday == 4 and over_midnight.weekday_share == pytest.approx(0.5)
    dates = np.array(["2024-03-02"] * 10, dtype="datetime64[D]")
    only_dates = time_peak(dates)
    assert only_dates.weekday == 5 and only_dates.hour is None
    assert time_peak(start[:9]) is None


def test_a_planted_hot_spot_becomes_the_first_place():
    grid = HexagonGrid.over((0, 0, 3000, 3000), 100)
    rng = np.random.default_rng(0)
    x = np.concatenate([rng.random(300) * 3000, rng.normal(900, 60, 150)])
    y = np.concatenate([rng.random(300) * 3000, rng.normal(2100, 60, 150)])
    counts, _ = grid.count(x, y)
    hot = getis_ord(counts, grid.contiguity())
    place = group_cells(hot.level >= 2, grid.contiguity(), hot.z, largest=40)
    events = Events(grid.cell_of(x, y),
                    np.full(450, np.datetime64("2024-03-10T12:00"), dtype="datetime64[m]"))
    found = priority_places(place, events, "2024-03-01", "2024-04-01", grid.cell_area,
                            scores=hot.z)
    first = found.places[0]
    assert first.count > 120
    centre = grid.centres()[first.cells].mean(axis=0)
    assert np.hypot(*(centre - [900, 2100])) < 100

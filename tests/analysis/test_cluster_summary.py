"""Summaries of clusters."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.spatial import ConvexHull

from trygg_plugin.analysis.cluster_summary import (
    convex_hull,
    dominant,
    polygon_area,
    summarise_clusters,
)
from trygg_plugin.analysis.errors import AnalysisError


@given(st.integers(0, 10_000))
@settings(max_examples=30, deadline=None)
def test_the_hull_is_that_of_qhull(seed):
    points = np.random.default_rng(seed).random((40, 2)) * 500 + [650_000, 6_580_000]
    ours, theirs = convex_hull(points), ConvexHull(points)
    assert len(ours) == len(theirs.vertices)
    assert polygon_area(ours) == pytest.approx(theirs.volume, rel=1e-9)


def test_hulls_of_one_place_and_of_a_line():
    assert convex_hull([(5, 5)] * 9).tolist() == [[5, 5]]
    line = convex_hull([(0, 0), (1, 1), (2, 2), (3, 3)])
    assert line.tolist() == [[0, 0], [3, 3]] and polygon_area(line) == 0
    assert convex_hull([(0, 0), (2, 0), (1, 0), (2, 2), (0, 2)]).tolist() == [
        [0, 0], [2, 0], [2, 2], [0, 2],
    ]


def test_a_summary_by_hand():
    days = ["2024-01-05", "2024-01-01", "2024-01-03", "NaT", "2024-06-01"]
    days = np.array(days, dtype="datetime64[D]")
    found = summarise_clusters(
        [0, 10, 10, 0, 99], [0, 0, 10, 10, 99], [1, 1, 1, 1, -1], days,
        ["fire", "graffiti", None, "fire", "theft"], [1, 1, 1, 2, 9],
    )
    assert len(found) == 1
    one = found[0]
    assert (one.label, one.count, one.weight, one.centre, one.area) == (1, 4, 5, (5, 5), 100)
    assert (str(one.first), str(one.last), one.days) == ("2024-01-01", "2024-01-05", 4)
    assert one.category == "fire" and one.share == pytest.approx(2 / 3)


def test_no_clusters_no_times_no_categories():
    assert summarise_clusters([1, 2], [1, 2], [-1, -1]) == []
    assert summarise_clusters([], [], []) == []
    bare = summarise_clusters([1, 2], [1, 2], [0, 1])
    assert [b.count for b in bare] == [1, 1] and bare[0].category is None and bare[0].days is None
    assert dominant([None, None]) == (None, None)
    assert dominant(["b", "a", "a", "b"]) == ("b", 0.5)
    with pytest.raises(AnalysisError, match="1 cluster numbers for 2 points"):
        summarise_clusters([1, 2], [1, 2], [0])

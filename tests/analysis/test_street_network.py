"""Streets as a graph: where lines are joined, and where events land on them."""

import numpy as np
import pytest

from trygg_plugin.analysis.errors import AnalysisError
from trygg_plugin.analysis.street_network import segment_rates, snap, street_network

CROSS = [[(0, 0), (100, 0)], [(100, 0), (200, 0)], [(100, 0), (100, 80)], [(100, -60), (100, 0)]]


def test_lines_that_share_an_end_meet_in_one_node():
    network = street_network(CROSS)
    assert network.edges == 4 and network.node_x.size == 5
    assert sorted(network.degree.tolist()) == [1, 1, 1, 1, 4]
    assert network.edge_length.tolist() == [100.0, 100.0, 80.0, 60.0]


def test_a_curved_line_is_one_edge_with_its_full_length():
    network = street_network([[(0, 0), (30, 0), (30, 40), (30, 40), (90, 40)]])
    assert network.edges == 1 and network.edge_length.tolist() == [130.0]
    x, y = network.coordinates([0, 0, 0, 0], [0.0, 15.0, 50.0, 130.0])
    assert x.tolist() == [0.0, 15.0, 30.0, 90.0] and y.tolist() == [0.0, 0.0, 20.0, 40.0]


def test_a_line_is_split_where_another_shares_an_inner_vertex_or_ends_on_it():
    shared = street_network([[(0, 0), (50, 0), (100, 0)], [(50, 0), (50, 70)]])
    ends_on = street_network([[(0, 0), (100, 0)], [(50, 0.02), (50, 70)]])
    for network in (shared, ends_on):
        assert network.edges == 3
        assert network.edge_line.tolist() == [0, 0, 1]
        assert sorted(network.degree.tolist()) == [1, 1, 1, 3]
    too_far = street_network([[(0, 0), (100, 0)], [(50, 1.0), (50, 70)]])
    assert too_far.edges == 2 and too_far.node_x.size == 4


def test_bridges_stay_apart_unless_crossings_are_joined():
    lines = [[(0, 0), (100, 100)], [(0, 100), (100, 0)]]
    assert street_network(lines).edges == 2
    joined = street_network(lines, join_crossings=True)
    assert joined.edges == 4 and joined.degree.max() == 4
    assert joined.edge_length == pytest.approx(np.full(4, 50 * 2**0.5))


def test_ends_a_little_apart_are_joined_and_loops_and_duplicates_are_kept():
    network = street_network([[(0, 0), (50, 0)], [(50.03, 0.01), (100, 0)]])
    assert network.node_x.size == 3
    loop = street_network([[(0, 0), (10, 0), (10, 10), (0, 0)]])
    assert loop.edges == 1 and loop.edge_start[0] == loop.edge_end[0]
    twin = street_network([[(0, 0), (10, 0)], [(0, 0), (5, 5), (10, 0)]])
    assert twin.edges == 2 and twin.degree.tolist() == [2, 2]


def test_a_street_grid_has_the_nodes_and_length_it_must_have():
    lines = [[(0, 100 * i), (400, 100 * i)] for i in range(5)]
    lines += [[(100 * i, 0), (100 * i, 400)] for i in range(5)]
    network = street_network(lines, join_crossings=True)
    assert network.node_x.size == 25 and network.edges == 40
    assert network.edge_length.sum() == pytest.approx(4000.0)
    assert np.bincount(network.degree).tolist() == [0, 0, 4, 12, 9]


def test_events_move_to_the_nearest_place_as_a_full_search_finds_it():
    rng = np.random.default_rng(1)
    lines = [np.cumsum(rng.normal(0, 60, (8, 2)), axis=0) + rng.uniform(0, 900, 2)
             for _ in range(25)]
    network = street_network(lines)
    x, y = rng.uniform(-300, 1200, (2, 300))
    found = snap(network, x, y)
    start, along = network.piece_from, network.piece_to - network.piece_from
    place = np.stack((x, y), axis=1)[:, None]
    share = np.clip(((place - start) * along).sum(2) / (along**2).sum(1), 0, 1)
    distance = np.hypot(*np.moveaxis(place - start - share[..., None] * along, 2, 0))
    assert found.distance == pytest.approx(distance.min(axis=1), abs=1e-9)
    on_x, on_y = network.coordinates(found.edge, found.offset)
    assert np.hypot(on_x - x, on_y - y) == pytest.approx(found.distance, abs=1e-7)


def test_events_too_far_away_are_on_no_street():
    found = snap(street_network(CROSS), [10.0, 10.0], [5.0, 500.0], within=50.0)
    assert found.edge.tolist() == [0, -1]
    assert found.offset[0] == 10.0 and np.isnan(found.offset[1])
    assert found.distance[0] == 5.0


def test_rates_are_per_km_of_street():
    network = street_network(CROSS)
    counts, rates = segment_rates(network, [0, 0, 2, -1])
    assert counts.tolist() == [2, 0, 1, 0]
    assert rates == pytest.approx([20.0, 0.0, 12.5, 0.0])
    counts, _ = segment_rates(network, [0, 0, 2, -1], [0.5, 2.0, 3.0, 9.0])
    assert counts.tolist() == [2.5, 0, 3, 0]


@pytest.mark.parametrize(
    "lines, says",
    [
        ([], "no streets"),
        ([[(0, 0), (0, 0)]], "length"),
        ([[(0, 0)]], "length"),
        ([[(0, 0), (np.nan, 1)]], "coordinates"),
        ([[1.0, 2.0, 3.0]], "pairs"),
    ],
)
def test_lines_that_make_no_network_are_refused(lines, says):
    with pytest.raises(AnalysisError, match=says):
        street_network(lines)


def test_events_without_place_and_negative_weights_are_refused():
    network = street_network(CROSS)
    with pytest.raises(AnalysisError, match="no place"):
        snap(network, [np.nan], [0.0])
    with pytest.raises(AnalysisError, match="negative"):
        segment_rates(network, [0], [-1.0])
    assert snap(network, [], []).edge.size == 0

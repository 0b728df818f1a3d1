"""Density along streets: hand-made junctions, spatstat's values, and what must always hold."""

import csv

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trygg_plugin.analysis import network_density as module
from trygg_plugin.analysis.errors import AnalysisError, Cancelled
from trygg_plugin.analysis.network_density import lixels, network_density
from trygg_plugin.analysis.street_network import snap, street_network

KERNELS = ["quartic", "epanechnikov", "triangular"]


def epanechnikov(d, radius):
    return np.where(np.abs(d) < radius, 750.0 / radius * (1 - (d / radius) ** 2), 0.0)


def star(arms, length=300.0):
    turn = 2 * np.pi * np.arange(arms) / arms
    return street_network([[(0, 0), (length * np.cos(a), length * np.sin(a))] for a in turn])


def street_grid(n=4, side=100.0):
    lines = [[(0, side * i), (side * (n - 1), side * i)] for i in range(n)]
    lines += [[(side * i, 0), (side * i, side * (n - 1))] for i in range(n)]
    return street_network(lines, join_crossings=True)


@pytest.mark.parametrize(
    "method, on, back", [("discontinuous", 1 / 3, 0), ("continuous", 0.5, -0.5)]
)
def test_a_junction_of_four_shares_the_kernel_out(method, on, back):
    # The event lies 40 m from the junction on arm 0; arm 1 is looked at 30 m, arm 0 10 m from it.
    network = star(4)
    found = network_density(
        network, [0], [40.0], [1, 0, 0], [30.0, 10.0, 60.0], 100.0,
        kernel="epanechnikov", method=method,
    )
    expected = [
        on * epanechnikov(70, 100),
        epanechnikov(30, 100) + back * epanechnikov(50, 100),
        epanechnikov(20, 100) + back * epanechnikov(100, 100),
    ]
    assert found == pytest.approx(expected, rel=1e-12)


def test_at_a_dead_end_the_continuous_kernel_turns_and_the_other_ends():
    network = street_network([[(0, 0), (500, 0)]])
    where = ([0, 0], [10.0, 70.0])
    continuous, discontinuous = (
        network_density(network, [0], [30.0], *where, 100.0, kernel="epanechnikov", method=method)
        for method in ("continuous", "discontinuous")
    )
    direct = epanechnikov(np.array([20.0, 40.0]), 100)
    assert discontinuous == pytest.approx(direct)
    assert continuous == pytest.approx(direct + epanechnikov(np.array([40.0, 100.0]), 100))


def test_an_event_right_on_a_junction_spreads_evenly():
    network = star(3)
    for method in ("continuous", "discontinuous"):
        found = network_density(
            network, [1], [0.0], [0, 1, 2], [50.0, 50.0, 50.0], 100.0,
            kernel="epanechnikov", method=method,
        )
        assert found == pytest.approx(np.full(3, epanechnikov(50, 100) * 2 / 3))


def test_a_street_cut_into_pieces_is_the_same_street():
    whole = street_network([[(0, 0), (900, 0)]])
    cut = street_network([[(x, 0), (x + 60, 0)] for x in range(0, 900, 60)])
    at_x = np.arange(5.0, 900, 10)
    events = np.array([130.0, 400.0, 415.0, 620.0])
    weights = [1.0, 2.0, 0.5, 3.0]
    found = []
    for network in (whole, cut):
        event, at = snap(network, events, 0 * events), snap(network, at_x, 0 * at_x)
        found.append(
            network_density(
                network, event.edge, event.offset, at.edge, at.offset, 250.0, weights=weights
            )
        )
    assert found[1] == pytest.approx(found[0], rel=1e-9, abs=1e-12)


@pytest.mark.parametrize("kernel", KERNELS)
def test_the_continuous_kernel_keeps_the_number_of_events(kernel):
    network = street_grid()
    rng = np.random.default_rng(1)
    edge = rng.integers(0, network.edges, 40)
    offset = rng.uniform(0, network.edge_length[edge])
    parts = lixels(network, 1.0)
    found = network_density(
        network, edge, offset, parts.edge, parts.centre, 230.0, kernel=kernel
    )
    assert (found * parts.length_km).sum() == pytest.approx(40.0, rel=2e-4)
    assert parts.length_km.sum() * 1000 == pytest.approx(network.edge_length.sum())


def test_continuous_means_without_jumps_at_junctions():
    network = street_grid()
    edge, offset = [5, 11, 17], [20.0, 55.0, 80.0]
    ends = np.arange(network.edges)
    at = np.concatenate((np.zeros(network.edges), network.edge_length))
    found = network_density(network, edge, offset, np.tile(ends, 2), at, 180.0)
    node = np.concatenate((network.edge_start, network.edge_end))
    for one in np.unique(node):
        assert np.ptp(found[node == one]) < 1e-9 * found.max()


@settings(max_examples=12, deadline=None)
@given(st.sampled_from(["continuous", "discontinuous"]), st.sampled_from(KERNELS),
       st.integers(0, 2**31))
def test_waves_and_single_ways_give_the_same(method, kernel, seed):
    rng = np.random.default_rng(seed)
    network = street_grid(3, side=float(rng.uniform(40, 90)))
    edge = rng.integers(0, network.edges, 6)
    offset = rng.uniform(0, network.edge_length[edge])
    offset[0], weights = 0.0, rng.uniform(0, 2, 6)
    parts = lixels(network, 15.0)
    given_ = (network, edge, offset, parts.edge, parts.centre, 150.0)
    exact = network_density(*given_, kernel=kernel, method=method, weights=weights)
    most = module._MOST_SUMS
    module._MOST_SUMS = -1
    try:
        waves = network_density(*given_, kernel=kernel, method=method, weights=weights)
    finally:
        module._MOST_SUMS = most
    tolerance = 1e-6 if kernel == "quartic" else 2e-3
    assert waves == pytest.approx(exact, abs=tolerance * exact.max())
    order = rng.permutation(6)
    again = network_density(
        network, edge[order], offset[order], parts.edge, parts.centre, 150.0,
        kernel=kernel, method=method, weights=weights[order],
    )
    assert again == pytest.approx(exact, rel=1e-9, abs=1e-9 * exact.max())


def test_degenerate_input_has_defined_answers():
    network = star(3)
    parts = lixels(network, 50.0)
    at = (parts.edge, parts.centre)
    assert np.all(network_density(network, [], [], *at, 100.0) == 0.0)
    assert np.all(network_density(network, [-1], [np.nan], *at, 100.0) == 0.0)
    one = network_density(network, [0], [70.0], *at, 100.0)
    many = network_density(network, [0] * 500, [70.0] * 500, *at, 100.0)
    assert many == pytest.approx(500 * one)
    # A bandwidth far beyond the network spreads the event over all of it.
    wide = network_density(network, [0], [70.0], *at, 12_000.0)
    assert (wide * parts.length_km).sum() == pytest.approx(1.0, rel=1e-3)
    assert np.ptp(wide) < 0.02 * wide.max()


@pytest.mark.parametrize(
    "change, says",
    [
        ({"bandwidth": 0.0}, "bandwidth"),
        ({"kernel": "gaussian"}, "gaussian"),
        ({"method": "simple"}, "simple"),
        ({"event_edge": [9]}, "does not have"),
        ({"event_offset": [999.0]}, "beyond"),
        ({"event_offset": [np.nan]}, "beyond"),
        ({"event_offset": [1.0, 2.0]}, "one edge and one offset"),
        ({"at_edge": [-1]}, "no street"),
        ({"weights": [-2.0]}, "negative"),
    ],
)
def test_impossible_input_is_refused_with_a_sentence(change, says):
    given_ = {"event_edge": [0], "event_offset": [5.0], "at_edge": [0], "at_offset": [5.0],
              "bandwidth": 100.0, **change}
    with pytest.raises(AnalysisError, match=says):
        network_density(star(3), **given_)
    with pytest.raises(AnalysisError, match="part"):
        lixels(star(3), 0.0)


@pytest.mark.parametrize("bound", [10**9, -1])
def test_work_can_be_cancelled(bound, monkeypatch):
    monkeypatch.setattr(module, "_MOST_SUMS", bound)
    seen = []

    def stop(share):
        seen.append(share)
        if len(seen) > 3:
            raise Cancelled

    network = street_grid()
    edge = np.arange(network.edges)
    with pytest.raises(Cancelled):
        network_density(network, edge, 0 * edge + 20.0, edge, 0 * edge + 5.0, 300.0, progress=stop)


def columns(path, *names):
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file, skipinitialspace=True))
    return [np.array([float(row[name]) for row in rows]) for name in names]


def chicago(reference):
    vertices = np.column_stack(columns(reference / "data/spatstat_chicago_vertices.csv", "x", "y"))
    start, end = columns(reference / "data/spatstat_chicago_edges.csv", "from", "to")
    lines = [vertices[[int(a) - 1, int(b) - 1]] for a, b in zip(start, end)]
    network = street_network(lines, tolerance=1e-6)
    x, y = columns(reference / "data/spatstat_chicago_points.csv", "x", "y")
    return network, snap(network, x, y)


def test_agrees_with_spatstat_on_chicago(reference):
    network, events = chicago(reference)
    path = reference / "values/kde_network/chicago_equalsplit_disc_epan_sigma60_pixels.csv"
    segment, share, expected = columns(path, "seg", "tp", "values")
    edge = segment.astype(int) - 1
    offset = events.offset.copy()
    # One event lies right on a crossing: spatstat counts it to segment 276 alone.
    here = events.edge.copy()
    node = np.flatnonzero((offset <= 0.0) | (offset >= network.edge_length[here]))
    assert node.size == 1
    at_start = offset[node] <= 0.0
    crossing = np.where(at_start, network.edge_start[here[node]], network.edge_end[here[node]])
    begins = network.edge_start[275] == crossing
    assert begins or network.edge_end[275] == crossing
    here[node], offset[node] = 275, np.where(begins, 1e-9, network.edge_length[275] - 1e-9)
    found = network_density(
        network, here, offset, edge, share * network.edge_length[edge],
        60.0 * np.sqrt(5.0), kernel="epanechnikov", method="discontinuous",
    )
    # spatstat's is per foot here; its file has 10 digits.
    assert found / 1000.0 == pytest.approx(expected, rel=1e-8, abs=1e-11)


def test_continuous_density_of_chicago_holds_all_116_crimes(reference):
    network, events = chicago(reference)
    parts = lixels(network, 5.0)
    found = network_density(
        network, events.edge, events.offset, parts.edge, parts.centre, 60.0 * np.sqrt(5.0),
        kernel="epanechnikov",
    )
    # spatstat's pixels give 115.76.
    assert (found * parts.length_km).sum() == pytest.approx(116.0, rel=1e-4)

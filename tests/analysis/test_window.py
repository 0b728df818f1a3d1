"""The observed area: inside and outside, and the share of a kernel that lies inside."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trygg_plugin.analysis.errors import AnalysisError
from trygg_plugin.analysis.grid import RasterGrid
from trygg_plugin.analysis.kernels import KERNELS
from trygg_plugin.analysis.window import Window

OUTER = [(0, 0), (1000, 0), (1300, 700), (600, 400), (500, 1200), (-100, 900)]
HOLE = [(300, 200), (500, 300), (350, 500)]
ISLAND_IN_HOLE = [(360, 300), (420, 310), (380, 350)]


def test_area_and_inside_do_not_depend_on_ring_direction_or_closure():
    plain = Window([OUTER, HOLE])
    turned = Window([HOLE[::-1] + HOLE[-1:], OUTER[::-1]])
    assert plain.area == pytest.approx(917_500.0)
    assert turned.area == pytest.approx(917_500.0)
    places = np.random.default_rng(1).uniform(-200, 1400, (2, 500))
    assert np.array_equal(plain.contains(*places), turned.contains(*places))
    assert plain.contains([380, 100, 1250], [320, 100, 100]).tolist() == [False, True, False]


def test_an_island_in_a_hole_is_land():
    window = Window([OUTER, HOLE, ISLAND_IN_HOLE])
    assert window.contains([385, 340], [320, 240]).tolist() == [True, False]


@pytest.mark.parametrize("name", list(KERNELS))
def test_kernel_mass_agrees_with_a_fine_sum_over_pixels(name):
    kernel = KERNELS[name]
    bandwidth = np.float64(60.0 if name == "gaussian" else 250.0)
    window = Window([OUTER, HOLE])
    x, y = np.random.default_rng(3).uniform((0, 0), (1200, 1100), (12, 2)).T
    x[:2], y[:2] = (0, 500), (0, 0)  # a vertex and a place on an edge
    pixels = RasterGrid.covering(-200, -100, 1400, 1300, 2.0)
    px, py = (c.ravel() for c in pixels.centres())
    inside = window.contains(px, py)
    px, py = px[inside], py[inside]
    expected = [
        4.0 * kernel.value((px - a) ** 2 + (py - b) ** 2, bandwidth).sum() for a, b in zip(x, y)
    ]
    assert window.kernel_mass(x, y, kernel, bandwidth) == pytest.approx(expected, abs=1e-3)


def test_kernel_mass_has_the_values_of_the_closed_formulae():
    half_plane = Window.rectangle(-1e5, 0, 1e5, 1e5)
    quadrant = Window.rectangle(0, 0, 1e5, 1e5)
    for kernel in KERNELS.values():
        # On a straight border half of the kernel is inside, in a corner a quarter.
        assert half_plane.kernel_mass([0], [0], kernel, 300.0)[0] == pytest.approx(0.5, abs=1e-9)
        assert quadrant.kernel_mass([0], [0], kernel, 300.0)[0] == pytest.approx(0.25, abs=1e-9)
    # Uniform disc cut by a line at half its radius: 1 − (acos ½ − ½ √(1 − ¼)) / π.
    inside = 1.0 - (math.acos(0.5) - 0.5 * math.sqrt(0.75)) / math.pi
    mass = half_plane.kernel_mass([0], [150], KERNELS["uniform"], 300.0)
    assert mass[0] == pytest.approx(inside, rel=1e-12)
    # Gaussian in a rectangle: a product of normal probabilities (spatstat does the same).
    box = Window.rectangle(0, 0, 700, 400)

    def phi(z):
        return 0.5 * (1 + math.erf(z / math.sqrt(2)))

    expected = (phi(600 / 250) - phi(-100 / 250)) * (phi(350 / 250) - phi(-50 / 250))
    mass = box.kernel_mass([100], [50], KERNELS["gaussian"], 250.0)
    assert mass[0] == pytest.approx(expected, rel=1e-12)


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(list(KERNELS)),
    st.floats(20.0, 3000.0),
    st.floats(0.0, 2.0 * math.pi),
    st.integers(0, 2**31),
)
def test_kernel_mass_turns_and_moves_with_the_window(name, bandwidth, angle, seed):
    places = np.random.default_rng(seed).uniform(-300, 1400, (6, 2))
    turn = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
    rings = [np.asarray(ring, dtype=float) for ring in (OUTER, HOLE)]
    there = [ring @ turn.T + (674_000, 6_580_000) for ring in rings]
    moved = places @ turn.T + (674_000, 6_580_000)
    here = Window(rings).kernel_mass(*places.T, KERNELS[name], bandwidth)
    assert Window(there).kernel_mass(*moved.T, KERNELS[name], bandwidth) == pytest.approx(
        here, abs=1e-7
    )
    assert np.all((here >= 0) & (here <= 1))


def test_two_parts_add_up_to_the_whole():
    left, right = Window.rectangle(0, 0, 400, 900), Window.rectangle(400, 0, 1000, 900)
    both = Window.rectangle(0, 0, 1000, 900)
    x, y = np.random.default_rng(5).uniform(-100, 1100, (2, 50))
    for kernel in KERNELS.values():
        parts = left.kernel_mass(x, y, kernel, 200.0) + right.kernel_mass(x, y, kernel, 200.0)
        assert both.kernel_mass(x, y, kernel, 200.0) == pytest.approx(parts, abs=1e-12)


def test_overlap_of_a_rectangle_is_exact_and_of_a_polygon_close_for_short_shifts():
    box = Window.rectangle(0, 0, 1000, 500)
    assert box.overlap(np.array([100.0]), np.array([-50.0]))[0] == pytest.approx(900 * 450)
    octagon = Window([[(math.cos(a) * 900, math.sin(a) * 900) for a in np.arange(8) * math.pi / 4]])
    grid = RasterGrid.covering(-900, -900, 900, 900, 4.0)
    x, y = (c.ravel() for c in grid.centres())
    shared = np.count_nonzero(octagon.contains(x, y) & octagon.contains(x - 40, y + 20)) * 16.0
    found = octagon.overlap(np.array([40.0]), np.array([-20.0]))[0]
    assert found == pytest.approx(shared, rel=5e-3)


@pytest.mark.parametrize(
    "rings",
    [[], [[(0, 0), (1, 1)]], [[(0, 0), (1, 1), (2, 2)]], [[(0, 0), (np.nan, 1), (2, 0)]], [[1, 2]]],
)
def test_rings_that_enclose_nothing_are_refused(rings):
    with pytest.raises(AnalysisError, match=r"\.$"):
        Window(rings)


def test_rings_that_cross_themselves_are_refused():
    bow_tie = Window([[(0, 0), (1000, 1000), (1000, 0), (0, 1500)]])
    with pytest.raises(AnalysisError, match="cross"):
        bow_tie.kernel_mass([800, 100], [500, 500], KERNELS["quartic"], 100.0)

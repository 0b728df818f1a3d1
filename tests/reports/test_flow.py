"""Pages hold everything once, in order, and leave no heading alone."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from trygg_plugin.reports.flow import Run, flow

ROOM = 100.0
runs = st.builds(
    Run,
    heights=st.lists(st.floats(1.0, 60.0), min_size=1, max_size=12).map(tuple),
    gap=st.floats(0.0, 8.0),
    head=st.sampled_from([0.0, 0.0, 6.0]),
    least=st.integers(1, 3),
    fresh=st.booleans(),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(runs, max_size=8))
def test_every_piece_stands_once_in_order_and_on_the_page(several):
    pages = flow(several, ROOM)
    placed = [one for page in pages for one in page.placed]
    pieces = [(one.run, index) for one in placed for index in range(one.first, one.last)]
    assert pieces == [(i, j) for i, run in enumerate(several) for j in range(len(run.heights))]
    for page in pages:
        foot = 0.0
        for one in page.placed:
            run = several[one.run]
            assert one.y >= foot - 1e-6, "two blocks overlap"
            foot = one.y + run.head + sum(run.heights[one.first : one.last])
        alone = len(page.placed) == 1 and page.placed[0].last - page.placed[0].first == 1
        assert foot <= ROOM + 1e-6 or alone


def test_a_heading_goes_with_what_it_names():
    text = Run((75.0,))
    pages = flow([text, Run((10.0,), keep=True), Run((10.0, 10.0), least=2)], ROOM)
    assert [[one.run for one in page.placed] for page in pages] == [[0], [1, 2]]


def test_a_caption_under_a_heading_keeps_all_three_together():
    pages = flow(
        [Run((60.0,)), Run((8.0,), keep=True), Run((5.0,), keep=True), Run((30.0,), head=6.0)],
        ROOM,
    )
    assert [len(page.placed) for page in pages] == [1, 3]


def test_a_small_table_is_not_torn_but_a_large_one_is_and_leaves_no_single_row():
    torn = flow([Run((75.0,)), Run((10.0,) * 3, least=3)], ROOM)
    assert [page.placed[-1].last for page in torn] == [1, 3]
    long = flow([Run((10.0,) * 10, head=10.0, least=2)], ROOM)
    assert [(p.placed[0].first, p.placed[0].last) for p in long] == [(0, 8), (8, 10)]


def test_a_large_map_waits_for_the_page_to_be_full():
    pages = flow([Run((10.0,)), Run((1.0,), page="map"), Run((50.0,)), Run((60.0,))], ROOM)
    assert [(page.kind, [one.run for one in page.placed]) for page in pages] == [
        ("", [0, 2]), ("map", [1]), ("", [3]),
    ]

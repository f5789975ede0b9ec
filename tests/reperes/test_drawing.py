"""Where marks go, in numbers: on the scale, stacked when they would touch, between the lines when of both."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reperes.model.edtf import parse
from reperes.views.drawing import COLUMN, NARROW, SMALL, WIDE, Drawing, Mark, draw, period_of, scale

PERIODS = ("../1979", "1980/1989", "1990/1999", "2000/..")
TODAY = date(2009, 12, 31)
TRACKS = ("participation", "travail-pair")


def event(when: str, *tracks: str, type: str | None = None) -> Any:
    return SimpleNamespace(facts=Mark(parse(when), tracks or TRACKS[:1], type))


def drawn(*events: Any, tracks: tuple[str, ...] = TRACKS, size: Any = WIDE) -> Drawing:
    marks = tuple(one.facts for one in events)
    return draw(marks, tracks, scale(events, PERIODS, TODAY), size)


@pytest.mark.parametrize(
    ("day", "place"),
    [
        (date(1980, 1, 1), COLUMN),
        (date(1985, 1, 1), COLUMN * 3 // 2),
        (date(1990, 1, 1), 2 * COLUMN),
        (date(2009, 12, 31), 4 * COLUMN),
        (date(2050, 1, 1), 4 * COLUMN),
    ],
)
def test_a_day_stands_in_its_period_in_proportion(day: date, place: int):
    assert scale([], PERIODS, TODAY)(day) == place


def test_a_last_period_without_end_has_room_for_ten_years_at_least():
    on = scale([], PERIODS, date(2005, 1, 1))
    assert on(on.today) == pytest.approx(3.5 * COLUMN, abs=1)


def test_a_period_without_start_holds_its_events_evenly_in_their_order():
    events = [event("1785"), event("1935"), event("1960")]
    on = scale(events, PERIODS, TODAY)
    assert [on(one.facts.date.lower) for one in events] == [COLUMN // 4, COLUMN // 2, COLUMN * 3 // 4]


def test_a_date_belongs_to_the_period_in_which_it_starts():
    assert [period_of(parse(text), PERIODS) for text in ("1600", "1980/1999", "1999", "2400")] == [0, 1, 2, 3]
    assert period_of(parse("1999"), ()) == 0


def test_marks_that_would_touch_are_stacked_away_from_the_other_line():
    first, second = drawn(*(event("1985-06-01", track) for track in TRACKS for _ in range(3))).lanes
    assert sorted(first.y - y for _, y in first.dots) == [0, WIDE.dot, 2 * WIDE.dot]
    assert sorted(y - second.y for _, y in second.dots) == [0, WIDE.dot, 2 * WIDE.dot]


def test_a_landmark_of_both_stands_between_the_lines_half_on_each_side_and_tied_to_both():
    first, second = drawn(event("1985", *TRACKS)).lanes
    (above,), (below,) = first.dots, second.dots
    assert first.y < above[1] < below[1] < second.y and above[0] == below[0]
    assert (first.ties, second.ties) == ((above,), (below,))


def test_a_law_has_a_shape_of_its_own():
    line = drawn(event("1985", type="loi"), event("1995")).lanes[0]
    assert [len(line.laws), len(line.dots)] == [1, 1]


def test_a_soft_date_is_a_band_as_long_as_what_it_may_mean_and_a_short_one_a_mark():
    line = drawn(event("198X"), event("1995-01-01/1995-01-02")).lanes[0]
    assert [(start, end) for start, end, _ in line.bands] == [(COLUMN, 2 * COLUMN)]
    assert len(line.dots) == 1


def test_bands_that_overlap_stand_in_rows_and_do_not_reach_past_today():
    line = drawn(event("198X"), event("1985/.."), event("1985/1999")).lanes[0]
    assert len({y for _, _, y in line.bands}) == 3
    assert max(end for _, end, _ in line.bands) == 4 * COLUMN


def test_one_history_alone_has_one_line_where_shared_landmarks_stand_too():
    (line,) = drawn(event("1985", *TRACKS), tracks=TRACKS[:1]).lanes
    assert [y for _, y in line.dots] == [line.y] and not line.ties


def test_nothing_to_draw_is_no_error():
    assert drawn().lanes and draw([], (), scale([], (), TODAY), SMALL).lanes == ()


texts = st.builds("{:04}-{:02}-{:02}".format, st.integers(1700, 2030), st.integers(1, 12), st.integers(1, 28))
soft = st.sampled_from(["198X", "1980/1999", "[1999,2000]", "1995~", "2001/..", "17XX"])
marks = st.tuples(texts | soft, st.sampled_from([TRACKS, TRACKS[:1], TRACKS[1:]]), st.sampled_from(["loi", None]))


@given(st.lists(marks, max_size=60), st.sampled_from([WIDE, NARROW, SMALL]))
def test_whatever_the_events_no_mark_hides_another_and_all_stay_within(some: list[Any], size: Any):
    events = [event(when, *tracks, type=type_) for when, tracks, type_ in some]
    found = drawn(*events, size=size)
    pixel = size.width / found.width
    assert found.lanes[0].y < found.lanes[1].y
    for lane in found.lanes:
        spots = [*lane.dots, *lane.laws]
        assert all(0 <= x <= found.width and 0 <= y <= found.height for x, y in spots)
        assert all(0 <= start <= end <= found.width and 0 <= y <= found.height for start, end, y in lane.bands)
        for n, (x, y) in enumerate(spots):
            for other, height in spots[:n]:
                assert abs(x - other) * pixel >= size.dot - pixel or abs(y - height) >= size.dot - 2
    told = [one for one in events if one.facts.tracks != TRACKS]
    drawn_alone = sum(len(lane.dots) + len(lane.laws) + len(lane.bands) for lane in found.lanes)
    shared = len(found.lanes[0].ties)
    assert drawn_alone - 2 * shared == len(told)
    assert shared + len(found.lanes[0].halves) == len(events) - len(told)

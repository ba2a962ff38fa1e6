"""Backwards from the arrival (5.1): what is open moves with its time, what is done or set by hand does not."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reception_desk.domain.booking import HotelBooking
from reception_desk.domain.checklist import Anchor
from reception_desk.domain.due import Unit
from reception_desk.domain.journey import Carrier, Direction, Leg
from reception_desk.domain.meal import Meal
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.preparation import ItemState
from reception_desk.errors import ReceptionError
from tests.desk import ARRIVAL, DEPARTURE, NOW, new_desk, plain_visit

SHANGHAI = ZoneInfo("Asia/Shanghai")
COUNTED_ANEW = (Unit.WORKING_DAYS, Unit.HALF_DAY)
MINUTES = st.integers(
    -400 * 24 * 60, 400 * 24 * 60
)  # over midnights, month ends, and years without a calendar
FREELY = settings(max_examples=20)


def items(desk, visit_id):
    return {(item.code, item.subject): item for item in desk.preparation.of(visit_id)}


def shown(desk, visit_id):
    visit = desk.visits.get(visit_id)
    return {(item.code, item.subject): item for item in desk.preparation.with_time_left(visit)}


@pytest.fixture
def visit_id(desk):
    """A visit that has every time that due times hang on."""
    return timed_visit(desk)


def timed_visit(desk):
    made = plain_visit(desk)
    desk.parts.add(
        Leg, made, NOW, direction=Direction.ARRIVAL, carrier=Carrier.TRAIN, at=ARRIVAL - timedelta(hours=1)
    )
    desk.parts.add(
        Leg,
        made,
        NOW,
        direction=Direction.DEPARTURE,
        carrier=Carrier.TRAIN,
        at=DEPARTURE + timedelta(hours=1),
    )
    desk.parts.add(Meeting, made, NOW, starts_at=ARRIVAL)
    desk.parts.add(Meal, made, NOW, starts_at=ARRIVAL + timedelta(hours=2))
    desk.parts.add(HotelBooking, made, NOW, hotel="华亭宾馆", check_in_at=ARRIVAL + timedelta(hours=8))
    return made


MOVES = {
    Anchor.ARRIVAL: lambda desk, visit, at: desk.visits.change(
        visit.id, NOW, arrival_at=at, departure_at=max(at, visit.departure_at)
    ),
    Anchor.PICK_UP: lambda desk, visit, at: desk.parts.change(Leg, visit.legs[0].id, NOW, at=at),
    Anchor.MEETING: lambda desk, visit, at: desk.parts.change(
        Meeting, visit.meetings[0].id, NOW, starts_at=at
    ),
    Anchor.MEAL: lambda desk, visit, at: desk.parts.change(Meal, visit.meals[0].id, NOW, starts_at=at),
    Anchor.CHECK_IN: lambda desk, visit, at: desk.parts.change(
        HotelBooking, visit.hotel_bookings[0].id, NOW, check_in_at=at
    ),
    Anchor.STATION: lambda desk, visit, at: desk.parts.change(Leg, visit.legs[1].id, NOW, at=at),
}


def at_of(visit, anchor):
    return {
        Anchor.ARRIVAL: visit.arrival_at,
        Anchor.PICK_UP: visit.legs[0].at,
        Anchor.MEETING: visit.meetings[0].starts_at,
        Anchor.MEAL: visit.meals[0].starts_at,
        Anchor.CHECK_IN: visit.hotel_bookings[0].check_in_at,
        Anchor.STATION: visit.legs[1].at,
    }[anchor]


@pytest.mark.timeout(180)
@FREELY
@given(anchor=st.sampled_from(list(MOVES)), minutes=MINUTES, data=st.data())
def test_5_1_moving_a_time_moves_its_open_items_by_exactly_that_and_nothing_else(
    tmp_path_factory, anchor, minutes, data
):
    desk = new_desk(tmp_path_factory.mktemp("desk"))
    visit_id = timed_visit(desk)
    before = items(desk, visit_id)
    open_ones = [key for key, item in before.items() if item.is_open]
    done = data.draw(st.sampled_from(open_ones))
    by_hand = data.draw(st.sampled_from([key for key in open_ones if key != done]))
    desk.preparation.check_off(visit_id, done[0], done[1], NOW)
    desk.preparation.set_due(visit_id, by_hand[0], by_hand[1], NOW + timedelta(days=3), NOW)
    visit = desk.visits.get(visit_id)
    before, shift = items(desk, visit_id), timedelta(minutes=minutes)

    MOVES[anchor](desk, visit, at_of(visit, anchor) + shift)

    fixed_ones = {key for key, item in before.items() if not item.is_open or item.by_hand}
    after = desk.visits.get(visit_id).departure_at
    assert after is not None
    assert visit.departure_at is not None
    moved_departure = after - visit.departure_at
    for key, item in items(desk, visit_id).items():
        if key not in before or before[key].due is None or item.line.offset.unit in COUNTED_ANEW:
            continue
        departs = item.line.anchor is Anchor.DEPARTURE
        expected = shift if item.line.anchor is anchor else moved_departure if departs else timedelta()
        assert item.due - before[key].due == (timedelta() if key in fixed_ones else expected), key
    desk.close()


@pytest.mark.parametrize(
    ("arrival", "moved", "code", "due"),
    [
        ("2026-12-08T10:30", "2026-12-08T09:30", "190", "2026-12-07 14:00"),
        ("2026-12-08T10:30", "2026-12-08T12:00", "190", "2026-12-08 08:30"),
        ("2026-12-08T10:30", "2026-02-24T10:30", "190", "2026-02-14 14:00"),  # back over the Spring Festival
        ("2026-12-08T10:30", "2026-10-10T10:30", "190", "2026-10-09 14:00"),  # a Saturday that is worked
        ("2026-12-08T10:30", "2026-10-08T10:30", "190", "2026-09-30 14:00"),  # the day after the National Day
    ],
)
def test_5_1_half_a_day_is_counted_anew_from_the_new_arrival(desk, arrival, moved, code, due):
    here = [datetime.fromisoformat(one).replace(tzinfo=SHANGHAI) for one in (arrival, moved)]
    visit_id = plain_visit(desk, arrival_at=here[0], departure_at=None)

    desk.visits.change(visit_id, NOW, arrival_at=here[1])

    assert f"{items(desk, visit_id)[code, ''].due.astimezone(SHANGHAI):%Y-%m-%d %H:%M}" == due


def test_5_1_a_flight_that_comes_over_the_change_of_clocks_moves_its_items_by_real_time(desk):
    berlin = ZoneInfo("Europe/Berlin")
    landing = datetime(2027, 3, 28, 1, 30, tzinfo=berlin)
    visit_id = plain_visit(desk, arrival_at=None, departure_at=None)
    leg = desk.parts.add(Leg, visit_id, NOW, direction=Direction.ARRIVAL, carrier=Carrier.FLIGHT, at=landing)
    before = items(desk, visit_id)["203", ""].due

    later = datetime(2027, 3, 28, 3, 30, tzinfo=berlin)  # one hour on, though the clock says two
    desk.parts.change(Leg, leg, NOW, at=later)

    assert items(desk, visit_id)["203", ""].due - before == timedelta(hours=1)


def test_5_1_a_year_without_a_known_calendar_is_said_beside_the_time(desk):
    visit_id = plain_visit(desk, arrival_at=datetime(2035, 5, 8, 10, tzinfo=SHANGHAI), departure_at=None)

    assert items(desk, visit_id)["190", ""].guessed_year == 2035


def test_5_1_what_hangs_on_a_time_not_known_yet_has_none_until_it_is(desk):
    visit_id = plain_visit(desk, arrival_at=None, departure_at=None)
    assert items(desk, visit_id)["103", ""].due is None

    desk.visits.change(visit_id, NOW, arrival_at=ARRIVAL)

    assert items(desk, visit_id)["103", ""].due == ARRIVAL - timedelta(days=2)


def test_5_1_a_time_set_by_hand_stands_and_goes_back_to_the_checklist_when_it_is_taken_off(desk, visit_id):
    by_rule, by_hand = items(desk, visit_id)["103", ""].due, NOW + timedelta(hours=5)
    desk.preparation.set_due(visit_id, "103", "", by_hand, NOW)
    assert items(desk, visit_id)["103", ""].due == by_hand

    desk.preparation.set_due(visit_id, "103", "", None, NOW)

    assert items(desk, visit_id)["103", ""].due == by_rule


def test_5_1_a_settled_item_takes_no_other_time(desk, visit_id):
    desk.preparation.check_off(visit_id, "103", "", NOW)

    with pytest.raises(ReceptionError, match="办结"):
        desk.preparation.set_due(visit_id, "103", "", NOW, NOW)


def test_5_1_what_a_change_made_impossible_has_no_time_left_and_what_was_forgotten_is_only_late(
    desk, visit_id
):
    later = ARRIVAL - timedelta(days=1, hours=2)
    forgotten = shown(desk, visit_id)["103", ""]
    assert (forgotten.is_late(later), forgotten.has_no_time_left(later)) == (True, False)

    desk.visits.change(visit_id, later, arrival_at=later + timedelta(hours=3))

    now_impossible = shown(desk, visit_id)["131", ""]
    assert now_impossible.has_no_time_left(later)
    assert not shown(desk, visit_id)["214", ""].has_no_time_left(later)


def test_5_1_undoing_the_change_gives_the_time_back(desk, visit_id):
    later = ARRIVAL - timedelta(days=1, hours=2)
    desk.visits.change(visit_id, later, arrival_at=later + timedelta(hours=3))

    desk.history.undo(later)

    assert not shown(desk, visit_id)["131", ""].has_no_time_left(later)


def test_5_1_it_is_hurried_with_a_reason_and_stays_open(desk, visit_id):
    desk.preparation.hurry(visit_id, "131", "", "保洁已在路上", NOW)

    item = items(desk, visit_id)["131", ""]
    assert (item.hurried, item.state) == ("保洁已在路上", ItemState.OPEN)


def test_5_1_hurrying_needs_a_reason(desk, visit_id):
    with pytest.raises(ReceptionError, match="为什么"):
        desk.preparation.hurry(visit_id, "131", "", "  ", NOW)


def test_5_1_it_is_dropped_with_a_reason_and_is_not_late_any_more(desk, visit_id):
    desk.preparation.leave_out(visit_id, "131", "", "来不及，改在大厅迎接", NOW)

    item = items(desk, visit_id)["131", ""]
    assert (item.state, item.is_late(datetime(2030, 1, 1, tzinfo=UTC))) == (ItemState.NOT_APPLICABLE, False)


def test_5_1_setting_a_time_and_hurrying_are_undone_one_by_one(desk, visit_id):
    desk.preparation.set_due(visit_id, "131", "", NOW + timedelta(hours=1), NOW)
    desk.preparation.hurry(visit_id, "131", "", "加急", NOW)

    desk.history.undo(NOW)
    assert (items(desk, visit_id)["131", ""].hurried, items(desk, visit_id)["131", ""].by_hand) == (
        "",
        NOW + timedelta(hours=1),
    )
    desk.history.undo(NOW)
    assert items(desk, visit_id)["131", ""].by_hand is None

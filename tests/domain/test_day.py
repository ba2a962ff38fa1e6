"""The stretches of a day, from a visit built by hand."""

from datetime import timedelta

import pytest

from reception_desk.domain.day import StretchKind, stretches
from reception_desk.domain.entity import Answer
from reception_desk.domain.itinerary import ItineraryRow
from reception_desk.domain.journey import Direction, Leg
from reception_desk.domain.meal import Meal
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.visit import Visit
from tests.desk import ARRIVAL, DEPARTURE

HOUR = timedelta(hours=1)
DAY = (ARRIVAL - 2.5 * HOUR - 8 * HOUR, ARRIVAL + 13.5 * HOUR)


@pytest.fixture
def visit():
    """A visit of one night, with nothing planned."""
    made = Visit(number="2026-0001", checklist_id=1, arrival_at=ARRIVAL, departure_at=DEPARTURE)
    made.legs, made.itinerary, made.meetings, made.meals = [], [], [], []
    return made


def _told(visit, start=DAY[0], end=DAY[1]):
    return [
        (s.words, (s.starts - ARRIVAL) / HOUR, (s.ends - ARRIVAL) / HOUR)
        for s in stretches(visit, start, end)
    ]


def test_with_nothing_planned_there_is_their_presence(visit):
    (only,) = stretches(visit, *DAY)

    assert (only.kind, only.starts, only.ends) == (StretchKind.PRESENCE, ARRIVAL, DEPARTURE)


def test_presence_is_what_really_was_once_it_is_known(visit):
    visit.actual_arrival_at = ARRIVAL + HOUR

    assert stretches(visit, *DAY)[0].starts == ARRIVAL + HOUR


def test_without_a_departure_they_stay_for_the_day(visit):
    visit.departure_at = None

    assert stretches(visit, *DAY)[0].ends == DAY[1]


def test_a_visit_without_a_date_has_no_stretch(visit):
    visit.arrival_at = visit.departure_at = None

    assert stretches(visit, *DAY) == []


def test_the_way_from_the_station_lasts_until_they_are_here(visit):
    visit.pick_up = Answer.YES
    visit.legs = [Leg(visit_id=1, direction=Direction.ARRIVAL, at=ARRIVAL - HOUR)]

    assert ("接站", -1.0, 0.0) in _told(visit)


def test_who_is_not_picked_up_is_on_the_way(visit):
    visit.pick_up = Answer.NO
    visit.legs = [Leg(visit_id=1, direction=Direction.ARRIVAL, at=ARRIVAL - HOUR)]

    assert ("途中", -1.0, 0.0) in _told(visit)


def test_a_train_of_the_day_before_is_an_hour_of_its_own_day(visit):
    visit.legs = [Leg(visit_id=1, direction=Direction.ARRIVAL, at=ARRIVAL - 20 * HOUR)]

    told = _told(visit, DAY[0] - 24 * HOUR, DAY[0])

    assert ("接站", -20.0, -19.0) in told


def test_the_way_back_begins_when_they_leave_us(visit):
    visit.legs = [Leg(visit_id=1, direction=Direction.DEPARTURE, at=DEPARTURE + HOUR)]

    (_presence, leaving) = stretches(visit, DAY[0] + 24 * HOUR, DAY[1] + 24 * HOUR)

    assert (leaving.words, leaving.starts, leaving.ends) == ("送站", DEPARTURE, DEPARTURE + HOUR)


def test_a_row_without_an_end_lasts_until_the_next_an_hour_at_most(visit):
    visit.itinerary = [
        ItineraryRow(visit_id=1, starts_at=ARRIVAL, activity="欢迎"),
        ItineraryRow(visit_id=1, starts_at=ARRIVAL + HOUR / 2, activity="参观"),
    ]

    assert _told(visit)[1:] == [("欢迎", 0.0, 0.5), ("参观", 0.5, 1.5)]


def test_a_meeting_that_the_timetable_tells_of_is_told_once(visit):
    visit.itinerary = [
        ItineraryRow(visit_id=1, starts_at=ARRIVAL, ends_at=ARRIVAL + 2 * HOUR, activity="会谈")
    ]
    visit.meetings = [Meeting(visit_id=1, starts_at=ARRIVAL, ends_at=ARRIVAL + HOUR, topic="价格")]

    assert [words for words, _starts, _ends in _told(visit)] == ["", "会谈"]


def test_meetings_and_meals_without_a_timetable_stand_for_themselves(visit):
    visit.meetings = [Meeting(visit_id=1, starts_at=ARRIVAL + HOUR, ends_at=ARRIVAL + 3 * HOUR)]
    visit.meals = [Meal(visit_id=1, starts_at=ARRIVAL + 4 * HOUR)]

    assert _told(visit)[1:] == [("会议", 1.0, 3.0), ("用餐", 4.0, 5.0)]

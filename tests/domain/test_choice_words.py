"""Choices of different facts that are stored alike keep their own words."""

import pytest

from reception_desk.domain.booking_state import BookingState
from reception_desk.domain.choice_words import choice_word
from reception_desk.domain.journey import Carrier
from reception_desk.domain.meal import MealKind
from reception_desk.domain.room import RoomKind
from reception_desk.domain.ticket import TicketState


@pytest.fixture(autouse=True)
def _in_chinese(desk):
    """The words of a desk in Chinese."""


def test_a_car_is_to_be_booked_and_a_ticket_to_be_bought():
    assert choice_word(BookingState.WANTED) == "待订"
    assert choice_word(TicketState.WANTED) == "未买"


def test_other_means_other_meals_and_other_rooms_are_told_apart():
    assert len({choice_word(value) for value in (Carrier.OTHER, MealKind.OTHER, RoomKind.OTHER)}) == 3

"""What each choice of a fact is called, for screens, sentences and lists."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from reception_desk.domain.booking_state import BookingState
from reception_desk.domain.department_notice import NoticeState
from reception_desk.domain.entity import Answer
from reception_desk.domain.journey import Carrier, Direction
from reception_desk.domain.material import MaterialKind, MaterialLanguage
from reception_desk.domain.meal import MealKind
from reception_desk.domain.nearby_place import PlaceKind
from reception_desk.domain.opinion import Office, Verdict
from reception_desk.domain.person import Gender
from reception_desk.domain.relation import Relation
from reception_desk.domain.room import RoomKind
from reception_desk.domain.ticket import TicketState
from reception_desk.domain.visit import Interpreter
from reception_desk.i18n import N_, _

_PAIRS: Final[tuple[tuple[StrEnum, str], ...]] = (
    (Answer.YES, N_("Yes")),
    (Answer.NO, N_("No")),
    (Answer.UNCONFIRMED, N_("Not confirmed")),
    (Direction.ARRIVAL, N_("Arriving")),
    (Direction.DEPARTURE, N_("Leaving")),
    (Direction.BETWEEN, N_("In between")),
    (Carrier.FLIGHT, N_("Flight")),
    (Carrier.TRAIN, N_("Train")),
    (Carrier.OUR_CAR, N_("Our car")),
    (Carrier.OWN_CAR, N_("Their own car")),
    (Carrier.OTHER, N_("Other means")),
    (MealKind.WORKING, N_("Working meal")),
    (MealKind.BANQUET, N_("Banquet")),
    (MealKind.OTHER, N_("Meal")),
    (BookingState.WANTED, N_("To be booked")),
    (BookingState.BOOKED, N_("Booked")),
    (BookingState.CONFIRMED, N_("Booking confirmed")),
    (TicketState.WANTED, N_("To be bought")),
    (TicketState.BOUGHT, N_("Bought")),
    (TicketState.HANDED_OVER, N_("Handed over")),
    (RoomKind.MEETING, N_("For talks")),
    (RoomKind.DINING, N_("For meals")),
    (RoomKind.OTHER, N_("For other things")),
    (MaterialKind.COMPANY, N_("Company introduction")),
    (MaterialKind.PRODUCT, N_("Products")),
    (MaterialKind.PROCESS, N_("Process and technology")),
    (MaterialKind.OTHER, N_("Other material")),
    (MaterialLanguage.ENGLISH, N_("English")),
    (MaterialLanguage.CHINESE, N_("Chinese")),
    (MaterialLanguage.OTHER, N_("Another language")),
    (Gender.MALE, N_("Mr")),
    (Gender.FEMALE, N_("Ms")),
    (Gender.UNKNOWN, N_("Gender not known")),
    (Interpreter.THEIRS, N_("They bring one")),
    (Interpreter.OURS, N_("One of us")),
    (Interpreter.NONE, N_("None needed")),
    (Interpreter.UNCONFIRMED, N_("Not asked yet")),
    (Relation.EQUAL, N_("Equal reception")),
    (Relation.HIGH, N_("High reception")),
    (Relation.LOW, N_("Low reception")),
    (NoticeState.UNREAD, N_("Not read yet")),
    (NoticeState.NOTED, N_("Taken note")),
    (NoticeState.OBJECTS, N_("Objects")),
    (Office.DEPARTMENT, N_("Head of the department")),
    (Office.HR_ADMIN, N_("HR and administration")),
    (Office.LEADER, N_("Leader in charge")),
    (Office.TOP, N_("General manager or chairman")),
    (Verdict.AGREES, N_("Agrees")),
    (Verdict.AGREES_IF, N_("Agrees, with a condition")),
    (Verdict.DECLINES, N_("Declines")),
    (PlaceKind.LEISURE, N_("Leisure")),
    (PlaceKind.SHOPPING, N_("Shopping")),
    (PlaceKind.SIGHT, N_("Sights")),
    (PlaceKind.FOOD, N_("Food and drink")),
    (PlaceKind.OTHER, N_("Other places")),
)
_WORDS: Final = {(type(value), value.value): msgid for value, msgid in _PAIRS}
"""By kind as well: `wanted` of a car and `wanted` of a ticket are equal strings with other words."""


def choice_msgid(value: StrEnum) -> str:
    """The English words of a choice, to be said later; nothing for one that has none."""
    return _WORDS.get((type(value), value.value), "")


def choice_word(value: StrEnum) -> str:
    """What a choice is called, in the language of the moment."""
    return _(_WORDS[type(value), value.value])

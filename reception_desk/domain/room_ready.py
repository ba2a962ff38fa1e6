"""Whether a meeting room is ready: temperature and light, and the word of both who see to it (C1, C3)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from reception_desk.domain.list_tick import ListTick
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _

ROOM: Final = "room"
"""The part of a tick that is about a meeting room."""
_MEASURED: Final = re.compile(r"(-?\d{1,2}(?:[.,]\d)?)\s*(?:°\s*C|℃|度|C\b)?[\s,;，；:：]*(.*)", re.DOTALL)


class RoomCheck(StrEnum):
    """What has to be right before the guests sit down."""

    TEMPERATURE = "temperature"
    LIGHT = "light"
    DEPARTMENT = "department"
    HR_ADMIN = "hr_admin"

    def words(self) -> str:
        """What it is called in the language of the screen."""
        return _(CHECK_WORDS[self])


CHECK_WORDS: Final = {
    RoomCheck.TEMPERATURE: N_("Temperature"),
    RoomCheck.LIGHT: N_("Light of the room"),
    RoomCheck.DEPARTMENT: N_("Seen by the matching department"),
    RoomCheck.HR_ADMIN: N_("Seen by HR and admin"),
}
ITEMS: Final = {RoomCheck.TEMPERATURE: "304", RoomCheck.LIGHT: "305"}
"""The items of the checklist that a check ticks off."""


@dataclass(frozen=True, kw_only=True)
class RoomReady:
    """The room of one meeting: who has found what right, or not yet."""

    meeting: Meeting
    ticks: Mapping[RoomCheck, ListTick]

    @property
    def lacking(self) -> tuple[RoomCheck, ...]:
        """What nobody has found right yet."""
        return tuple(check for check in RoomCheck if check not in self.ticks)

    @property
    def is_ready(self) -> bool:
        """Whether all of it is right (C1: both who see to it; C3: temperature and light)."""
        return not self.lacking


def subject_of(meeting: Meeting) -> str:
    """What a tick about the room of a meeting is about, as of an item of the checklist."""
    return f"meeting:{meeting.id}"


def rooms_ready(visit: Visit) -> Iterator[RoomReady]:
    """The rooms of a visit's meetings, in their order."""
    for meeting in visit.meetings:
        found = {
            RoomCheck(one.code): one
            for one in visit.list_ticks
            if one.part == ROOM and one.subject == subject_of(meeting) and one.done_at is not None
        }
        yield RoomReady(meeting=meeting, ticks=found)


@dataclass(frozen=True)
class Measured:
    """A temperature in °C, and why it may be out of its range."""

    degrees: Decimal
    reason: str

    def __str__(self) -> str:
        return f"{self.degrees.normalize():f}"


def measured(text: str, wanted: tuple[int, int]) -> Measured:
    """Read `25`, `24.5 °C`, or `22 空调在修`; a value out of the wanted range needs its reason behind it (C3)."""
    match = _MEASURED.fullmatch(text.strip())
    if match is None:
        raise ReceptionError(_("Write the temperature as a number, for example 25."))
    found = Measured(Decimal(match[1].replace(",", ".")), match[2].strip())
    least, most = wanted
    if not least <= found.degrees <= most and not found.reason:
        sentence = _("{degrees} °C is not between {least} and {most} °C. Write the reason behind it.")
        raise ReceptionError(sentence.format(degrees=found, least=least, most=most))
    return found

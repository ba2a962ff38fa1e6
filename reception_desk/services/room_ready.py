"""Meeting rooms before the talks: measured, looked at, and ready (C1, C3)."""

from __future__ import annotations

from datetime import datetime

from reception_desk.domain.meeting import Meeting
from reception_desk.domain.room_ready import (
    CHECK_WORDS,
    ITEMS,
    ROOM,
    RoomCheck,
    RoomReady,
    measured,
    rooms_ready,
    subject_of,
)
from reception_desk.domain.visit import Visit
from reception_desk.i18n import N_
from reception_desk.repository.database import Database
from reception_desk.repository.journal import Said
from reception_desk.services.list_ticks import put_down
from reception_desk.services.preparation import Preparation
from reception_desk.services.procedure import Procedure


class RoomsReady:
    """What is asked and done about the rooms; a check with an item of the checklist ticks that off too."""

    def __init__(self, database: Database, procedure: Procedure, preparation: Preparation) -> None:
        self._database, self._procedure, self._preparation = database, procedure, preparation

    def of(self, visit: Visit) -> list[RoomReady]:
        """The rooms of a visit as read."""
        return list(rooms_ready(visit))

    def wanted(self) -> tuple[int, int]:
        """From how many °C to how many a room is right, by the company's lists."""
        return self._procedure.lists().temperature

    def measure(self, meeting_id: int, text: str, now: datetime) -> None:
        """Note the temperature; nothing takes it off. One out of the range needs its reason behind the number."""
        if not text.strip():
            self.check(meeting_id, RoomCheck.TEMPERATURE, now, done=False)
            return
        found = measured(text, self.wanted())
        self._note(meeting_id, RoomCheck.TEMPERATURE, now, value=str(found), reason=found.reason)

    def check(self, meeting_id: int, check: RoomCheck, now: datetime, *, done: bool = True) -> None:
        """Note that it is right, or is not after all."""
        self._note(meeting_id, check, now, done=done)

    def _note(
        self,
        meeting_id: int,
        check: RoomCheck,
        now: datetime,
        *,
        value: str = "",
        reason: str = "",
        done: bool = True,
    ) -> None:
        said = Said(N_("Room ready: {check_word}") if done else N_("Room not ready yet: {check_word}"))
        said.details["check_word"] = CHECK_WORDS[check]
        with self._database.unit_of_work(said, now) as work:
            meeting = work.get(Meeting, meeting_id)
            said.visit_id = meeting.visit_id
            visit, subject = work.visits.get(meeting.visit_id), subject_of(meeting)
            by, key = self._database.attendant.person, (ROOM, check.value, subject)
            put_down(work, visit, key, by, now, done=done, value=value, reason=reason)
            if check in ITEMS:
                self._preparation.settle(work, visit.id, ITEMS[check], now, done=done, subject=subject)

"""The meeting rooms before the talks: temperature, light, and the word of both who see to it (C1, C3)."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.room_ready import RoomCheck, RoomReady
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from ui.screens.screen import Clock
from ui.screens.visit.part_rows import short_moment
from ui.theme import SPACE
from ui.widgets.card import Card
from ui.widgets.fact import TextFact
from ui.widgets.text import Text

LOOKED_AT = (RoomCheck.LIGHT, RoomCheck.DEPARTMENT, RoomCheck.HR_ADMIN)


class RoomCard(Card):
    """A group for each meeting; no card without one.

    Signals:
        changed(): something was noted.
        refused(sentence): it was not.
    """

    changed = Signal()
    refused = Signal(str)

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__()
        self._desk, self._clock = desk, clock
        self._visit: Visit | None = None
        self.rooms: dict[int, _Room] = {}
        self.retranslate()

    def show_visit(self, visit: Visit) -> None:
        """Show the rooms of a visit as read."""
        self._visit = visit
        rooms = self._desk.rooms_ready.of(visit)
        self.setVisible(bool(rooms))
        for gone in set(self.rooms) - {one.meeting.id for one in rooms}:
            widget = self.rooms.pop(gone)
            widget.hide()
            widget.deleteLater()
        for one in rooms:
            if one.meeting.id not in self.rooms:
                self.rooms[one.meeting.id] = self._made(one.meeting.id)
            self.rooms[one.meeting.id].show_room(one, visit, self._desk.rooms_ready.wanted())
        ready = sum(one.is_ready for one in rooms)
        self.set_note(_("{done} of {count} ready").format(done=ready, count=len(rooms)))

    def _made(self, meeting_id: int) -> _Room:
        room = _Room()
        room.temperature.changed.connect(partial(self._measure, meeting_id))
        for check, box in room.boxes.items():
            box.clicked.connect(lambda on, check=check: self._check(meeting_id, check, done=on))
        self.body.addWidget(room)
        return room

    def _measure(self, meeting_id: int, text: object) -> None:
        fact = self.rooms[meeting_id].temperature
        try:
            self._desk.rooms_ready.measure(meeting_id, str(text or ""), self._clock())
        except ReceptionError as refusal:
            fact.show_refusal(str(refusal))
            return
        self.changed.emit()

    def _check(self, meeting_id: int, check: RoomCheck, *, done: bool) -> None:
        try:
            self._desk.rooms_ready.check(meeting_id, check, self._clock(), done=done)
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
        self.changed.emit()

    def flush(self) -> None:
        """Save what is half-written."""
        for room in self.rooms.values():
            room.temperature.flush()

    def go_to(self) -> None:
        """Put the focus on the first room that is not ready."""
        for room in self.rooms.values():
            if not room.is_ready:
                room.temperature.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(_("Meeting rooms"))
        if self._visit is not None:
            self.show_visit(self._visit)


class _Room(QWidget):
    """One meeting: heading, temperature, three boxes, and what is lacking."""

    def __init__(self) -> None:
        super().__init__()
        self.is_ready = False
        self._head, self._lacking = Text("", "muted", wrap=True), Text("", "muted", wrap=True)
        self.temperature = TextFact("")
        self.boxes = {check: QCheckBox() for check in LOOKED_AT}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, SPACE.small)
        column.setSpacing(SPACE.hair)
        for widget in (self._head, self.temperature, *self.boxes.values(), self._lacking):
            column.addWidget(widget)

    def show_room(self, room: RoomReady, visit: Visit, wanted: tuple[int, int]) -> None:
        """Show what was found right, by whom, and what is lacking."""
        self.is_ready = room.is_ready
        starts = visit.local(room.meeting.starts_at)
        parts = (short_moment(starts) if starts else "", room.meeting.topic, room.meeting.room)
        self._head.setText(" · ".join(filter(None, parts)) or _("Meeting"))
        self.temperature.set_label(_("Temperature"))
        self.temperature.set_prompt(
            _("{least} to {most} °C; else why").format(least=wanted[0], most=wanted[1])
        )
        tick = room.ticks.get(RoomCheck.TEMPERATURE)
        self.temperature.set_value(f"{tick.value} {tick.reason}".strip() if tick else "")
        for check, box in self.boxes.items():
            found = room.ticks.get(check)
            box.setText(check.words() + (f" · {found.done_by}" if found else ""))
            box.setChecked(found is not None)
        lacking = _(", ").join(check.words() for check in room.lacking)
        self._lacking.setText(
            _("Still lacking: {what}").format(what=lacking) if lacking else _("The room is ready")
        )
        self._lacking.set_tone("" if lacking else "done")

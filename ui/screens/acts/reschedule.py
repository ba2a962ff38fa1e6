"""A visit comes at another time: the new arrival, and what moves along, before anything is changed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtGui import QContextMenuEvent

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.field_words import NOUNS, field_word
from reception_desk.domain.reschedule import Move
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _, ngettext
from reception_desk.services.booking_gate import OverlapError
from ui.models.rows import Row, RowsModel
from ui.screens.acts.act_sheet import ActSheet
from ui.screens.screen import Clock
from ui.screens.visit.fact_form import Kind, Spec
from ui.screens.visit.part_rows import short_day, short_moment
from ui.screens.visit.rows import RowsView
from ui.widgets.text import Text

ICONS = {
    "visit": "calendar",
    "leg": "train",
    "meeting": "meeting",
    "meal": "restaurant",
    "itinerary_row": "checklist",
    "car_booking": "car",
    "hotel_booking": "hotel",
    "ticket": "ticket",
    "welcome_message": "sign",
}
NAMED_BY = ("topic", "activity", "purpose", "hotel", "number", "place", "room", "holder")
REASON = "overlap_reason"
BOOKED = frozenset({"car_booking", "hotel_booking", "ticket", "meeting", "meal"})


class RescheduleSheet(ActSheet):
    """The new arrival, and below it every time that moves: before and after."""

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        self.rows, self._what = RowsModel(), Text("", "strong")
        specs = (
            Spec(
                field="arrival_at",
                kind=Kind.MOMENT,
                word=N_("New arrival"),
                prompt=N_("Such as 12-8 10:30 or tomorrow 9:30"),
            ),
            Spec(field=REASON, word=N_("Why both"), prompt=N_("Why may it be booked all the same?")),
        )
        self.list = MovesView(self.rows)
        super().__init__(desk, clock, specs, (self._what, self.list), icon_name="calendar")
        self.form.wanted.connect(self._on_wanted)
        self.retranslate()

    def first_values(self, visit: Visit) -> dict[str, object]:
        """The arrival as it is."""
        self._show_moves([])
        self.form.fact(REASON).hide()
        return {"arrival_at": visit.local(visit.arrival_at), REASON: ""}

    def _on_wanted(self, field: str, value: object) -> None:
        self.form.show_values({field: value})
        if field == REASON:
            return
        self.form.fact(REASON).hide()
        self.form.show_values({REASON: ""})
        self.show_refusal("")
        moves: list[Move] = []
        if self.visit is not None and isinstance(value, datetime):
            try:
                moves = self.desk.rescheduling.preview(self.visit.id, value)
            except ReceptionError as refusal:
                self.show_refusal(str(refusal))
        self._show_moves(moves)

    def _show_moves(self, moves: list[Move]) -> None:
        rows = move_rows(moves)
        self.rows.show_rows(rows)
        count = len(rows)
        words = ngettext("{count} thing moves along", "{count} things move along", count).format(count=count)
        self._what.setText(words)
        self._what.setVisible(bool(rows))
        booked = any(move.entity.__tablename__ in BOOKED for move in moves)
        self.hint.setText(_("Ticks and states stay: ask anew for what is booked.") if booked else "")
        self.hint.setVisible(booked)

    def act(self, visit: Visit) -> str:
        """Move it."""
        arrival = self.form.values()["arrival_at"]
        if not isinstance(arrival, datetime):
            raise ReceptionError(_("Write the new arrival first."))
        because = str(self.form.values()[REASON] or "")
        self.desk.rescheduling.reschedule(visit.id, arrival, self.clock(), because)
        return _("Moved the visit to {day}").format(day=short_moment(arrival))

    def take_refusal(self, refusal: ReceptionError) -> None:
        """Where something is taken already, ask why both may stand."""
        super().take_refusal(refusal)
        if isinstance(refusal, OverlapError):
            self.form.fact(REASON).show()
            self.form.go_to(REASON)

    def title(self) -> str:
        """What the sheet is called."""
        return _("Move the visit")

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        super().retranslate()
        self.list.setAccessibleName(_("What moves along"))
        self.button.setText(_("Move the visit  Ctrl+Enter"))


class MovesView(RowsView):
    """Rows to be read: nothing opens, nothing is taken out."""

    def __init__(self, model: RowsModel) -> None:
        super().__init__(model)
        self.setSelectionMode(RowsView.SelectionMode.NoSelection)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.ignore()


def move_rows(moves: Iterable[Move]) -> list[Row]:
    """A row for each thing that moves: what it is, when it was, when it will be."""
    together: dict[tuple[int, str], list[Move]] = {}
    for move in moves:
        # Arrival and departure are two things; start and end of a meeting are one, unless days lie between.
        alone = isinstance(move.before, datetime) and (
            move.entity.__tablename__ == "visit" or not _is_within_a_day(move.entity)
        )
        together.setdefault((id(move.entity), move.field if alone else ""), []).append(move)
    return [_row(key, group) for key, group in enumerate(together.values())]


def _is_within_a_day(entity: Any) -> bool:
    starts, ends = getattr(entity, "starts_at", None), getattr(entity, "ends_at", None)
    return starts is None or ends is None or abs(ends - starts) < timedelta(hours=20)


def _row(key: int, moves: list[Move]) -> Row:
    entity: Any = moves[0].entity
    table = entity.__tablename__
    if table == "visit":
        first = _(field_word(table, moves[0].field))
    else:
        first = next((str(getattr(entity, name)) for name in NAMED_BY if getattr(entity, name, "")), "")
        first = first or getattr(entity, "words", "") or _(NOUNS.get(table, table))
    before, after = (_span(moves, when) for when in ("before", "after"))
    return Row(key=key, icon=ICONS[table], first=first, below=f"{before} → {after}")


def _span(moves: list[Move], when: str) -> str:
    first, *rest = (_there(getattr(move, when), move.zone) for move in moves[:2])
    words = _words(first)
    if not rest:
        return words
    last = rest[0]
    if isinstance(first, datetime) and isinstance(last, datetime) and first.date() == last.date():
        return f"{words}–{last:%H:%M}"
    return f"{words} – {_words(last)}"


def _there(when: date, zone: str) -> date:
    return when.astimezone(ZoneInfo(zone)) if isinstance(when, datetime) else when


def _words(when: date) -> str:
    return short_moment(when) if isinstance(when, datetime) else short_day(when)

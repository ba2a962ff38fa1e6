"""Bookings of all visits as a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from enum import IntEnum
from typing import Any, Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Qt

from reception_desk.domain.booking import CarBooking, HotelBooking
from reception_desk.domain.booking_state import BookingState
from reception_desk.domain.choice_words import choice_word
from reception_desk.domain.meal import Meal
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.ticket import Ticket, TicketState
from reception_desk.i18n import N_, _, ngettext
from reception_desk.services.booking_day import is_pressing
from reception_desk.services.bookings import CHECKS, BookingLine
from ui.icons import icon
from ui.models.booking_words import heads_of, marks_of, purpose_of, thing_of, visit_of
from ui.models.flat_table import FlatTable, Index
from ui.theme import face, theme
from ui.widgets.moment_text import WEEKDAYS

SPOKEN: Final = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
)
ICONS: Final[dict[type[Any], str]] = {
    CarBooking: "car",
    Meeting: "meeting",
    HotelBooking: "hotel",
    Meal: "restaurant",
    Ticket: "ticket",
}


class Column(IntEnum):
    """The columns, left to right."""

    WHEN = 0
    WHAT = 1
    PURPOSE = 2
    VISIT = 3
    HEADS = 4
    STATE = 5
    MARKS = 6


HEADINGS: Final = {
    Column.WHEN: N_("When"),
    Column.WHAT: N_("What is booked"),
    Column.PURPOSE: N_("What for"),
    Column.VISIT: N_("Visit"),
    Column.HEADS: N_("Heads"),
    Column.STATE: N_("State"),
    Column.MARKS: N_("Attention"),
}


class BookingsModel(FlatTable):
    """Shows the lines it is given; what presses is red, what overlaps as well."""

    heading_words = tuple(HEADINGS[column] for column in Column)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[BookingLine] = []
        self._zone, self._day, self._now = (
            ZoneInfo("Asia/Shanghai"),
            date.min,
            datetime.min.replace(tzinfo=UTC),
        )
        self._seats: Mapping[int, int] = {}

    def show_lines(
        self, lines: Sequence[BookingLine], now: datetime, day: date | None, room_seats: Mapping[int, int]
    ) -> None:
        """Show these as seen at `now`, on the desk's clock; times of another day than `day` stand with their date."""
        self.beginResetModel()
        self._lines, self._now, self._seats = list(lines), now, room_seats
        self._zone, self._day = ZoneInfo(str(now.tzinfo)), day or date.min
        self.endResetModel()

    def line(self, row: int) -> BookingLine | None:
        """The booking of a row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, kind: type[Any], booking_id: int) -> int | None:
        """Where a booking stands."""
        found = (
            row
            for row, line in enumerate(self._lines)
            if type(line.booking) is kind and line.booking.id == booking_id
        )
        return next(found, None)

    def count(self) -> int:
        return len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        column = Column(index.column())
        if role in SPOKEN:
            return self._words(line, column)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._picture(line, column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme().colour(self._tone(line, column))
        if role == Qt.ItemDataRole.FontRole and column is Column.WHAT:
            return face(strong=True)
        return None

    def _words(self, line: BookingLine, column: Column) -> str:
        words = {
            Column.WHEN: self._when,
            Column.WHAT: thing_of,
            Column.PURPOSE: purpose_of,
            Column.VISIT: visit_of,
            Column.HEADS: lambda line: heads_of(line, self._seats),
            Column.STATE: lambda line: choice_word(line.booking.state),
            Column.MARKS: self._marks,
        }
        return words[column](line)

    def _marks(self, line: BookingLine) -> str:
        marks = marks_of(line)
        if isinstance(line.booking, CarBooking) and line.booking.car_id:
            made = sum(bool(getattr(line.booking, check)) for check in CHECKS)
            words = (
                _("Car is ready")
                if made == len(CHECKS)
                else ngettext("{done} of {count} check", "{done} of {count} checks", len(CHECKS))
            )
            marks = [*marks, words.format(done=made, count=len(CHECKS))]
        return " · ".join(marks)

    def _when(self, line: BookingLine) -> str:
        booking = line.booking
        if isinstance(booking, HotelBooking):
            return " – ".join(_short(day) for day in (booking.check_in, booking.check_out) if day) or _(
                "Days open"
            )
        if line.starts_at is None:
            return _("Time open")
        start = line.starts_at.astimezone(self._zone)
        end = getattr(booking, "ends_at", None)
        until = f"–{end.astimezone(self._zone):%H:%M}" if end else ""
        before = "" if start.date() == self._day else f"{_short(start.date())} "
        return f"{before}{start:%H:%M}{until}"

    def _picture(self, line: BookingLine, column: Column) -> object:
        if column is Column.WHAT:
            return icon(ICONS[type(line.booking)], "muted")
        if column is Column.STATE:
            return icon(_state_icon(line), self._tone(line, column))
        if column is Column.MARKS and (line.overlaps or line.warnings):
            return icon("warning", self._tone(line, column))
        return None

    def _tone(self, line: BookingLine, column: Column) -> str:
        if column is Column.STATE:
            if line.is_open:
                return "late" if is_pressing(line, self._now) else "soon"
            return "done" if _is_last(line) else "text"
        if column is Column.MARKS:
            return "late" if line.overlaps else "soon" if line.warnings else "muted"
        if column is Column.WHEN and is_pressing(line, self._now):
            return "late"
        return "text" if column in (Column.WHEN, Column.WHAT, Column.VISIT) else "muted"


def _short(day: date) -> str:
    return f"{day:%m-%d} {_(WEEKDAYS[day.weekday()])}"


def _is_last(line: BookingLine) -> bool:
    return line.booking.state in (BookingState.CONFIRMED, TicketState.HANDED_OVER)


def _state_icon(line: BookingLine) -> str:
    return "circle" if line.is_open else "check-circle" if _is_last(line) else "check"

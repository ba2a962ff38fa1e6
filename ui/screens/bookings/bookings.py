"""The bookings of all visits over a day or a week: what is open first, what overlaps, who is free (A6.3a, B1, B2)."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any, Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QMenu, QStackedWidget, QVBoxLayout

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.booking import Car, CarBooking, Driver, HotelBooking
from reception_desk.domain.meal import Meal
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.occupancy import Free, Resource
from reception_desk.domain.room import Room
from reception_desk.domain.ticket import Ticket
from reception_desk.i18n import _, ngettext
from reception_desk.services.booking_day import InUse, in_order, in_use, is_pressing, stretch_of
from reception_desk.services.bookings import CHECKS, BookingLine
from ui.models.bookings import BookingsModel, Column
from ui.moments import day_as_seen, day_of_month
from ui.screens.bookings.acts import BookingActs
from ui.screens.bookings.chosen import ChosenBooking
from ui.screens.bookings.head import BookingsHead
from ui.screens.bookings.occupancy import Occupancy
from ui.screens.screen import Clock, Screen
from ui.theme import SPACE
from ui.widgets.empty_state import EmptyState
from ui.widgets.table import Table

ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
OF_KIND: Final[dict[str, type[Any]]] = {
    "car": CarBooking,
    "room": Meeting,
    "hotel": HotelBooking,
    "meal": Meal,
    "ticket": Ticket,
}
LANES: Final[dict[str, tuple[Resource, ...]]] = {
    "": tuple(Resource),
    "car": (Resource.CAR, Resource.DRIVER),
    "room": (Resource.ROOM,),
    "meal": (Resource.ROOM,),
}
THINGS: Final[dict[Resource, Any]] = {Resource.CAR: Car, Resource.DRIVER: Driver, Resource.ROOM: Room}


class BookingsScreen(Screen):
    """One day or week of bookings."""

    name = "bookings"

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self.head, self.model, self.table = BookingsHead(), BookingsModel(self), Table()
        self.card, self.occupancy = ChosenBooking(), Occupancy()
        self._nothing, self._stack = EmptyState("bookings", ""), QStackedWidget()
        self.acts = BookingActs(desk, clock, self)
        self._day: date | None = None
        self._things: list[InUse] = []
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self.table.setModel(self.model)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.wide, SPACE.large, SPACE.wide, SPACE.large)
        column.setSpacing(SPACE.medium)
        column.addWidget(self.head)
        column.addWidget(self._stack, 1)
        below = QHBoxLayout()
        below.setSpacing(SPACE.medium)
        below.addWidget(self.occupancy, 3)
        below.addWidget(self.card, 2)
        column.addLayout(below)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.head.changed.connect(self.retranslate)
        self.head.moved.connect(self.go_on)
        self.head.advance_wanted.connect(self.advance)
        self.table.doubleClicked.connect(self.open_chosen)
        self.table.customContextMenuRequested.connect(self._open_menu)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_chosen())
        self.table.installEventFilter(self)
        self.card.checked.connect(self._check)
        self.card.offered.connect(self._take)
        self.card.ripe_wanted.connect(self.tick_ripe)
        self.acts.done.connect(self._on_done)
        self.acts.refused.connect(self.refused)
        self.occupancy.thing_chosen.connect(self._choose_of)
        for keys, by in (("Alt+Left", -1), ("Alt+Right", 1), ("Alt+Home", 0)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.go_on, by))

    def title(self) -> str:
        """What stands above the screen and in the rail."""
        return _("Bookings")

    def visit_at_hand(self) -> int | None:
        """The visit of the chosen booking."""
        line = self.chosen()
        return line.visit.id if line else None

    def _here(self) -> datetime:
        return self.clock().astimezone(ZoneInfo(self.desk.company.settings().zone))

    def day(self) -> date:
        """The first day that is shown: today, until another is chosen."""
        return self._day or self._here().date()

    def _span(self) -> int:
        return int(str(self.head.spans.value()))

    def _start(self) -> datetime:
        return datetime.combine(self.day(), time(), self._here().tzinfo)

    def go_on(self, by: int) -> None:
        """Show the days before or after; 0 begins with today."""
        today = self._here().date()
        wanted = self.day() + timedelta(days=by * self._span()) if by else today
        self._day = None if wanted == today else wanted
        self.refresh()

    def refresh(self) -> None:
        """Read again; what was chosen stays chosen."""
        chosen, now, start = self.chosen(), self._here(), self._start()
        found = self.desk.bookings.between(start, start + timedelta(days=self._span()))
        shown = in_order(line for line in found if self._is_wanted(line))
        rooms = self.desk.house.all(Room)
        seats = {room.id: room.seats for room in rooms if room.seats}
        self.model.show_lines(shown, now, self.day() if self._span() == 1 else None, seats)
        self._things = self._in_use(found)
        self.occupancy.show_things(self._things if self._span() == 1 else [], now, start)
        self._show_state(found, shown)
        row = self.model.row_of(type(chosen.booking), chosen.booking.id) if chosen else None
        if shown:
            self.table.selectRow(row or 0)
        self._show_chosen()

    def _in_use(self, lines: list[BookingLine]) -> list[InUse]:
        kind = str(self.head.kinds.value())
        things = [
            thing
            for resource in LANES.get(kind, ())
            for thing in in_use(lines, resource, self.desk.house.offered(THINGS[resource]))
        ]
        return things if kind else [thing for thing in things if thing.lines]

    def _is_wanted(self, line: BookingLine) -> bool:
        kind, state = str(self.head.kinds.value()), self.head.states.value()
        if kind and type(line.booking) is not OF_KIND[kind]:
            return False
        if state == "open":
            return line.is_open
        return state != "trouble" or bool(line.overlaps or line.warnings) or is_pressing(line, self._here())

    def _show_state(self, found: list[BookingLine], shown: list[BookingLine]) -> None:
        first, today = self.day(), self._here().date()
        last = first + timedelta(days=self._span() - 1)
        words = (
            day_as_seen(first, today) if first == last else f"{day_of_month(first)} – {day_of_month(last)}"
        )
        self.head.day_words.setText(words)
        self.head.today.setVisible(self._day is not None)
        still = sum(line.is_open for line in shown)
        counted = ngettext("{count} booking", "{count} bookings", len(shown)).format(count=len(shown))
        if still:
            counted += " · " + ngettext("{count} still open", "{count} still open", still).format(count=still)
        self.head.count.setText(counted if shown else "")
        self._stack.setCurrentWidget(self.table if shown else self._nothing)
        if found:
            self._nothing.say(_("Nothing of that kind"), hint=_("Other bookings stand under “All”."))
        else:
            hint = _("Bookings are made in a visit, under “Arrangements”; they all come together here.")
            self._nothing.say(_("Nothing is booked then"), hint=hint)

    def chosen(self) -> BookingLine | None:
        """The booking of the row that is chosen."""
        return self.model.line(self.table.currentIndex().row())

    def _show_chosen(self) -> None:
        line, now = self.chosen(), self._here()
        self.card.show_line(line, self.acts.free_instead(line), now.tzinfo)
        self.card.show_ripe(self.acts.ripe(line))
        further = self.desk.bookings.further(line.booking) if line else None
        self.head.show_further(further)
        stretch = stretch_of(line) if line else None
        is_now = stretch is None or (self._day is None and stretch.starts_at < now)
        moment = now if is_now or stretch is None else stretch.starts_at.astimezone(now.tzinfo)
        self.occupancy.show_free(self._things, moment, is_now=is_now)

    def advance(self) -> None:
        """Space: the chosen booking is one state further."""
        if (line := self.chosen()) is not None:
            self.acts.advance(line)

    def toggle(self, check: str) -> None:
        """1 to 4: make a check of the car, or take it back."""
        line = self.chosen()
        if line is not None and isinstance(line.booking, CarBooking):
            self.acts.check(line, check, done=not getattr(line.booking, check))

    def _check(self, check: str, done: bool) -> None:
        if (line := self.chosen()) is not None:
            self.acts.check(line, check, done=done)

    def _take(self, free: Free) -> None:
        if (line := self.chosen()) is not None:
            self.acts.take(line, free)

    def tick_ripe(self) -> None:
        """Tick off what the checks of the cars have settled."""
        if (line := self.chosen()) is not None:
            self.acts.tick_ripe(line)

    def _on_done(self) -> None:
        self.refresh()
        self.changed.emit()

    def _choose_of(self, thing: tuple[Resource, int]) -> None:
        """Choose the first booking of a lane."""
        found = next((one for one in self._things if (one.resource, one.id) == thing), None)
        for line in found.lines if found else ():
            row = self.model.row_of(type(line.booking), line.booking.id)
            if row is not None:
                self.table.selectRow(row)
                return

    def open_chosen(self, _index: QModelIndex | None = None) -> None:
        """Enter: the visit's arrangements, at the booking."""
        if (line := self.chosen()) is not None:
            table = line.booking.__tablename__
            self.visit_wanted.emit(line.visit.id, f"arrangements/{table}:{line.booking.id}")

    def menu(self) -> QMenu:
        """What can be done with the booking that is chosen."""
        menu, line = QMenu(self), self.chosen()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if line is None:
            return menu
        menu.addAction(_("One state further") + "\tSpace", self.advance)
        if isinstance(line.booking, CarBooking):
            for number, (check, word) in enumerate(CHECKS.items(), 1):
                action = menu.addAction(f"{_(word)}\t{number}", partial(self.toggle, check))
                action.setCheckable(True)
                action.setChecked(bool(getattr(line.booking, check)))
        menu.addSeparator()
        menu.addAction(_("Open in the visit") + "\tEnter", self.open_chosen)
        return menu

    def _open_menu(self, place: QPoint) -> None:
        if self.chosen() is not None:
            self.menu().popup(self.table.viewport().mapToGlobal(place))

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.head.retranslate()
        self.table.setAccessibleName(_("Bookings"))
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        self.table.stretch(Column.MARKS)
        self.table.horizontalHeader().setSectionResizeMode(Column.VISIT, QHeaderView.ResizeMode.Stretch)
        self.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the table Enter opens, Space goes a state further, 1 to 4 make the checks of a car."""
        if watched is self.table and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in ENTER:
                self.open_chosen()
                return True
            if event.key() == Qt.Key.Key_Space:
                self.advance()
                return True
            checks = dict(zip(("1", "2", "3", "4"), CHECKS, strict=True))
            if event.text() in checks:
                self.toggle(checks[event.text()])
                return True
        return False

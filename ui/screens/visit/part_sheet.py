"""The sheet of one part of a visit: a journey, a meeting, a meal, a row of the itinerary, a booking."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any, Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.booking import CarBooking, HotelBooking
from reception_desk.domain.journey import Leg
from reception_desk.domain.meal import Meal
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.occupancy import Resource
from reception_desk.domain.visit import Visit
from reception_desk.i18n import _
from reception_desk.services.booking_gate import OverlapError
from reception_desk.services.bookings import CHECKS
from reception_desk.services.parts import Part
from ui.screens.screen import Clock
from ui.screens.visit.booking_offers import BookingOffers
from ui.screens.visit.choices import known_people
from ui.screens.visit.fact_form import FactForm, Kind
from ui.screens.visit.fact_suggest import SuggestFact
from ui.screens.visit.free_offers import FreeOffers
from ui.screens.visit.part_kinds import PART_KINDS
from ui.screens.visit.saving import save_fact
from ui.theme import SPACE
from ui.widgets.text import Text

OURS: Final = ("host", "owner")
"""Facts that name one of our people."""
ROOMS: Final = {(Meeting, "room"), (Meal, "place")}
FIELDS: Final = {
    Resource.CAR: ("car_id",),
    Resource.DRIVER: ("driver_id",),
    Resource.ROOM: ("room", "place"),
}
BOOKED: Final = (CarBooking, HotelBooking, Meeting, Meal)


class PartSheet(QWidget):
    """All facts of one part; a new one begins with the first fact that is written.

    Signals:
        changed(): a fact was saved.
    """

    changed = Signal()

    def __init__(self, kind: type[Part], desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__()
        self._kind, self._desk, self._clock = kind, desk, clock
        self._visit: Visit | None = None
        self._part: Any = None
        self._part_id = 0
        self._refused: tuple[str, object] | None = None
        specs = [
            replace(spec, suggest=partial(known_people, desk)) if spec.field in OURS else spec
            for spec in PART_KINDS[kind].specs
        ]
        self.form = FactForm(kind.__tablename__, specs, self._local_now)
        self.form.wanted.connect(self._on_wanted)
        for field, suggest in BookingOffers(desk, self._stretch, self._own).by_field(kind).items():
            fact = self.form.fact(field)
            assert isinstance(fact, SuggestFact)
            fact.set_suggest(suggest)
        self.warning = Text("", "refusal", wrap=True)
        self.warning.hide()
        self.offers = FreeOffers()
        self.offers.taken.connect(self._take_instead)
        self.standard = Text("", "muted", wrap=True)
        self.standard.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, SPACE.medium, SPACE.large)
        column.addWidget(self.warning)
        column.addWidget(self.offers)
        column.addWidget(self.form)
        column.addWidget(self.standard)
        column.addStretch(1)

    def _zone(self) -> ZoneInfo:
        """The clock on which its times are written: a journey's own place, else the visited company's."""
        if isinstance(self._part, Leg):
            return ZoneInfo(self._part.zone)
        return ZoneInfo(self._visit.zone if self._visit else "Asia/Shanghai")

    def _local_now(self) -> datetime:
        return self._clock().astimezone(self._zone())

    def begin(self, visit: Visit) -> None:
        """Begin a new one."""
        self._visit, self._part, self._part_id = visit, None, 0
        self.offers.show_free(())
        blank: Callable[..., Part] = self._kind
        self.form.reset(self._values(blank(visit_id=visit.id)))
        self._show_standard()

    def open(self, visit: Visit, part_id: int) -> bool:
        """Show one of the visit; whether it is there."""
        if part_id != self._part_id or self._visit is None or self._visit.id != visit.id:
            self.form.reset({})
            self.offers.show_free(())
        self._visit, self._part_id = visit, part_id
        return self.show_visit(visit)

    def show_visit(self, visit: Visit) -> bool:
        """Show the same one as read anew; False where it is no longer there."""
        if self._visit is None or self._visit.id != visit.id:
            return False
        self._visit = visit
        self._show_standard()
        if not self._part_id:
            return True
        self._part = next(
            (part for part in PART_KINDS[self._kind].of(visit) if part.id == self._part_id), None
        )
        if self._part is not None:
            self.form.show_values(self._values(self._part))
            self._show_warnings()
            if self._refused is None or not self.form.fact(self._refused[0]).refusal():
                self.offers.show_free(())
        return self._part is not None

    def _values(self, part: Any) -> dict[str, object]:
        """The facts as they are written: moments on their clock, car and driver by their names."""
        values: dict[str, object] = {}
        for spec in PART_KINDS[self._kind].specs:
            if spec.field == "checks":
                values["checks"] = {check: bool(getattr(part, check)) for check in CHECKS}
                continue
            value = getattr(part, spec.field)
            if spec.kind is Kind.MOMENT and value is not None:
                value = value.astimezone(self._zone())
            values[spec.field] = value
        if isinstance(part, CarBooking):
            saved = part is self._part
            car, driver = (part.car, part.driver) if saved else (None, None)
            values["car_id"] = car.plate if car else ""
            values["driver_id"] = f"{driver.name} {driver.phone}".strip() if driver else ""
        return values

    def _stretch(self) -> tuple[datetime, datetime | None] | None:
        """When it is, as far as that is known: who is free then."""
        starts_at = getattr(self._part, "starts_at", None)
        return None if starts_at is None else (starts_at, getattr(self._part, "ends_at", None))

    def _own(self) -> tuple[str, int]:
        return self._kind.__tablename__, self._part_id

    def _show_standard(self) -> None:
        """What a room may cost at the level of the visit (B1), known or not."""
        if self._kind is not HotelBooking or self._visit is None:
            return
        standard = self._desk.bookings.hotel_standard(self._visit.level)
        words = _("Standard of this level: {price} yuan a room and night")
        self.standard.setText(
            _("No hotel standard is set for this level") if standard is None else words.format(price=standard)
        )
        self.standard.show()

    def _show_warnings(self) -> None:
        """What is wrong with the booking though it stands."""
        found = self._desk.bookings.warnings(self._kind, self._part_id) if self._kind in BOOKED else []
        self.warning.setText("\n".join(found))
        self.warning.setVisible(bool(found))

    def heading(self) -> str:
        """What the sheet is called."""
        kind = PART_KINDS[self._kind]
        if self._part is None or self._visit is None:
            return _(kind.new)
        return kind.row(self._part, self._visit).first

    def go_to(self, field: str = "") -> None:
        """Put the focus on a fact, the first where none is named."""
        self.form.go_to(field or self.form.fields()[0])

    def flush(self) -> None:
        """Save what is half-written."""
        self.form.flush()

    def _on_wanted(self, field: str, value: object) -> None:
        if save_fact(self.form, field, partial(self._attempt, field, value)):
            self.changed.emit()

    def _attempt(self, field: str, value: object) -> None:
        """Save; what was refused for an overlap is saved together with the reason that is given for it."""
        try:
            if field == "overlap_reason" and self._refused and str(value).strip():
                refused, self._refused = self._refused, None
                self._save(*refused, because=str(value).strip())
            else:
                self._save(field, value)
        except OverlapError as refusal:
            self._refused = (field, value)
            self.offers.show_free(refusal.free if field in FIELDS[refusal.other.resource] else ())
            raise
        self.offers.show_free(())

    def _take_instead(self, name: str) -> None:
        """What is free then, instead of what was refused."""
        if self._refused is not None:
            self._on_wanted(self._refused[0], name)

    def _save(self, field: str, value: object, because: str = "") -> None:
        now = self._clock()
        if isinstance(value, tuple):
            check, done = value
            self._desk.bookings.check(self._made({}, now), str(check), now, done=bool(done))
            return
        if (self._kind, field) in ROOMS:
            kind = Meeting if self._kind is Meeting else Meal
            self._desk.bookings.take_room(kind, self._made({}, now), str(value), now, because)
            return
        if field in ("car_id", "driver_id"):
            take = self._desk.cars.take_car if field == "car_id" else self._desk.cars.take_driver
            take(self._made({}, now), str(value), now, because)
            return
        facts = {field: value} | ({"overlap_reason": because} if because else {})
        if field == "zone" and isinstance(self._part, Leg):
            facts["at"] = self._part.at_in(str(value))
        if self._part_id:
            self._desk.parts.change(self._kind, self._part_id, now, **facts)
        else:
            self._made(facts, now)

    def _made(self, facts: dict[str, object], now: datetime) -> int:
        """The part's id; it is made with these facts where it is a new one."""
        if not self._part_id and self._visit is not None:
            self._part_id = self._desk.parts.add(self._kind, self._visit.id, now, **facts)
        return self._part_id

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.form.retranslate()

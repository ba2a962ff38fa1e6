"""Cars, drivers and hotel rooms (A6.4b, B1, B2a)."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from reception_desk.domain.booking_state import BookingState
from reception_desk.domain.entity import NO_REUSE, PK, Entity, choice_of
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _


class Car(Entity, kw_only=True, eq=False):
    """A car of the fleet, or one hired."""

    __tablename__ = "car"
    __table_args__ = (CheckConstraint("seats >= 0", name="seats"), NO_REUSE)

    plate: Mapped[str] = mapped_column(default="")
    model: Mapped[str] = mapped_column(default="")
    seats: Mapped[int] = mapped_column(default=0)
    colour: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    is_active: Mapped[bool] = mapped_column(default=True)

    @property
    def guest_seats(self) -> int | None:
        """How many guests it takes; `seats` counts the driver's as the licence does. None: not known."""
        return self.seats - 1 if self.seats else None


class Driver(Entity, kw_only=True, eq=False):
    """Who drives, and the phone that is answered on the road."""

    __tablename__ = "driver"
    __table_args__ = (NO_REUSE,)

    name: Mapped[str]
    phone: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    is_active: Mapped[bool] = mapped_column(default=True)


class Hotel(Entity, kw_only=True, eq=False):
    """A hotel that we book with; `price` is the agreed one of a room and night, in yuan (B1)."""

    __tablename__ = "hotel"
    __table_args__ = (CheckConstraint("price IS NULL OR price >= 0", name="price"), NO_REUSE)

    name: Mapped[str]
    name_latin: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    contact: Mapped[str] = mapped_column(default="")
    price: Mapped[int | None] = mapped_column(default=None)
    note: Mapped[str] = mapped_column(default="")
    is_active: Mapped[bool] = mapped_column(default=True)


class CarBooking(Entity, kw_only=True, eq=False):
    """A car and a driver for a stretch of time; who of both is still open is `None`.

    `heads` ride in it (`None`: all of the visit); `overlap_reason` says why it was booked over another one.
    It is ready when it is clean, reliable and fuelled (A6.4b); supplied: tissues and water for each seat (B2c).
    """

    __tablename__ = "car_booking"
    __table_args__ = (
        CheckConstraint("ends_at IS NULL OR starts_at IS NULL OR ends_at >= starts_at", name="order"),
        NO_REUSE,
    )

    visit_id: Mapped[int] = mapped_column(PK, ForeignKey("visit.id", ondelete="RESTRICT"), index=True)
    car_id: Mapped[int | None] = mapped_column(PK, ForeignKey("car.id", ondelete="RESTRICT"), default=None)
    driver_id: Mapped[int | None] = mapped_column(
        PK, ForeignKey("driver.id", ondelete="RESTRICT"), default=None
    )
    state: Mapped[BookingState] = mapped_column(choice_of(BookingState, "state"), default=BookingState.WANTED)
    purpose: Mapped[str] = mapped_column(default="")
    starts_at: Mapped[datetime | None] = mapped_column(default=None, index=True)
    ends_at: Mapped[datetime | None] = mapped_column(default=None)
    heads: Mapped[int | None] = mapped_column(default=None)
    overlap_reason: Mapped[str] = mapped_column(default="")
    is_clean: Mapped[bool] = mapped_column(default=False)
    is_reliable: Mapped[bool] = mapped_column(default=False)
    is_fuelled: Mapped[bool] = mapped_column(default=False)
    is_supplied: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str] = mapped_column(default="")

    car: Mapped[Car | None] = relationship(lazy="raise", repr=False, init=False)
    driver: Mapped[Driver | None] = relationship(lazy="raise", repr=False, init=False)

    @property
    def is_ready(self) -> bool:
        """Whether all three checks of the car are made (A6.4b)."""
        return self.is_clean and self.is_reliable and self.is_fuelled

    def check(self) -> None:
        """Refuse a booking that ends before it starts."""
        if self.starts_at and self.ends_at and self.ends_at < self.starts_at:
            raise ReceptionError(_("The car would be back before it leaves."))


class HotelBooking(Entity, kw_only=True, eq=False):
    """Rooms in a hotel, in and out by date.

    `hotel` is its name as booked, `hotel_id` the one in our list; `price` in yuan for a room and night, above
    the standard of the level only with a `price_reason` (B1).
    """

    __tablename__ = "hotel_booking"
    __table_args__ = (
        CheckConstraint("check_out IS NULL OR check_in IS NULL OR check_out >= check_in", name="order"),
        CheckConstraint("rooms IS NULL OR rooms >= 0", name="rooms"),
        NO_REUSE,
    )

    visit_id: Mapped[int] = mapped_column(PK, ForeignKey("visit.id", ondelete="RESTRICT"), index=True)
    state: Mapped[BookingState] = mapped_column(choice_of(BookingState, "state"), default=BookingState.WANTED)
    hotel_id: Mapped[int | None] = mapped_column(
        PK, ForeignKey("hotel.id", ondelete="RESTRICT"), default=None
    )
    hotel: Mapped[str] = mapped_column(default="")
    check_in: Mapped[date | None] = mapped_column(default=None, index=True)
    check_out: Mapped[date | None] = mapped_column(default=None)
    check_in_at: Mapped[datetime | None] = mapped_column(default=None)
    rooms: Mapped[int | None] = mapped_column(default=None)
    room_kind: Mapped[str] = mapped_column(default="")
    beds: Mapped[int | None] = mapped_column(default=None)
    price: Mapped[int | None] = mapped_column(default=None)
    price_reason: Mapped[str] = mapped_column(default="")
    confirmation: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")

    def check(self) -> None:
        """Refuse a stay that ends before it starts."""
        if self.check_in and self.check_out and self.check_out < self.check_in:
            raise ReceptionError(_("The guests would leave the hotel before they arrive."))

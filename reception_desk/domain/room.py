"""The rooms of the house, for talks and for meals (A6.3a)."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from reception_desk.domain.entity import NO_REUSE, Entity, choice_of


class RoomKind(StrEnum):
    """What a room is for."""

    MEETING = "meeting"
    DINING = "dining"
    OTHER = "other"


class Room(Entity, kw_only=True, eq=False):
    """A room that can be booked; `seats` 0: not known."""

    __tablename__ = "room"
    __table_args__ = (CheckConstraint("seats >= 0", name="seats"), NO_REUSE)

    name: Mapped[str]
    name_latin: Mapped[str] = mapped_column(default="")
    kind: Mapped[RoomKind] = mapped_column(choice_of(RoomKind, "kind"), default=RoomKind.MEETING)
    place: Mapped[str] = mapped_column(default="")
    seats: Mapped[int] = mapped_column(default=0)
    equipment: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    is_active: Mapped[bool] = mapped_column(default=True)

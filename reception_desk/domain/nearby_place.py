"""Places near the company that guests ask for: leisure, shopping, sights, food (A6.8)."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy.orm import Mapped, mapped_column

from reception_desk.domain.entity import NO_REUSE, Entity, choice_of


class PlaceKind(StrEnum):
    """What a place is gone to for."""

    LEISURE = "leisure"
    SHOPPING = "shopping"
    SIGHT = "sight"
    FOOD = "food"
    OTHER = "other"


class NearbyPlace(Entity, kw_only=True, eq=False):
    """A place in the local guide; `distance` and `hours` as they are told, such as 步行 10 分钟, 9:00-21:00."""

    __tablename__ = "nearby_place"
    __table_args__ = (NO_REUSE,)

    name: Mapped[str]
    name_latin: Mapped[str] = mapped_column(default="")
    kind: Mapped[PlaceKind] = mapped_column(choice_of(PlaceKind, "kind"), default=PlaceKind.OTHER)
    distance: Mapped[str] = mapped_column(default="")
    distance_en: Mapped[str] = mapped_column(default="")
    hours: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    address_en: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    note_en: Mapped[str] = mapped_column(default="")
    is_active: Mapped[bool] = mapped_column(default=True)

    def said(self, fact: str, language: str) -> str:
        """A fact for a reader of `zh` or `en`; the other one where that is blank."""
        ours, theirs = getattr(self, fact), getattr(self, "name_latin" if fact == "name" else f"{fact}_en")
        return str((theirs or ours) if language == "en" else (ours or theirs))

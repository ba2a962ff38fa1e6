"""The company that visits, with its dossier (clauses A2.1–A2.3)."""

from __future__ import annotations

from datetime import date
from typing import Final

from sqlalchemy.orm import Mapped, mapped_column

from reception_desk.domain.entity import NO_REUSE, Entity

HOME_COUNTRY: Final = "CN"
DOSSIER_FIELDS: Final = (
    "background",
    "strength",
    "business_status",
    "business_scope",
    "regional_market",
    "business_model",
    "interests",
    "customs",
)


class Company(Entity, kw_only=True, eq=False):
    """A visitor unit: its names as on the business card, its country and what we know of it.

    `dossier_as_of`: the day on which the dossier was last written or found still true.
    """

    __tablename__ = "company"
    __table_args__ = (NO_REUSE,)

    name: Mapped[str] = mapped_column(default="", index=True)
    name_latin: Mapped[str] = mapped_column(default="")
    aliases: Mapped[str] = mapped_column(default="")
    country: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    background: Mapped[str] = mapped_column(default="")
    strength: Mapped[str] = mapped_column(default="")
    business_status: Mapped[str] = mapped_column(default="")
    business_scope: Mapped[str] = mapped_column(default="")
    regional_market: Mapped[str] = mapped_column(default="")
    business_model: Mapped[str] = mapped_column(default="")
    interests: Mapped[str] = mapped_column(default="")
    customs: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    dossier_as_of: Mapped[date | None] = mapped_column(default=None)

    @property
    def is_foreign(self) -> bool:
        """Whether the company is known to be from abroad (`country`: ISO 3166 alpha-2, blank unknown)."""
        return bool(self.country) and self.country != HOME_COUNTRY

    def name_in(self, language: str) -> str:
        """The name for a reader of `zh` or `en`; the other one where that is blank."""
        preferred, other = (self.name_latin, self.name) if language == "en" else (self.name, self.name_latin)
        return preferred or other

    @property
    def has_dossier(self) -> bool:
        """Whether anything of the client's dossier is filled in."""
        return any(getattr(self, field) for field in DOSSIER_FIELDS)

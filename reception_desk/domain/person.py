"""A person who visits, over all visits."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from reception_desk.domain.company import HOME_COUNTRY, Company
from reception_desk.domain.entity import NO_REUSE, PK, Entity, choice_of


class Gender(StrEnum):
    """As far as salutation and twin rooms need it (A1.1d)."""

    MALE = "male"
    FEMALE = "female"
    UNKNOWN = "unknown"


class Person(Entity, kw_only=True, eq=False):
    """Somebody with a name as written, a Latin name, how it is spoken, and a phone (E.164).

    `name_explained` says which characters the name has, for the phone: 章 立早章.
    """

    __tablename__ = "person"
    __table_args__ = (NO_REUSE,)

    company_id: Mapped[int | None] = mapped_column(
        PK, ForeignKey("company.id", ondelete="RESTRICT"), default=None, index=True
    )
    name: Mapped[str] = mapped_column(default="", index=True)
    name_latin: Mapped[str] = mapped_column(default="")
    pronunciation: Mapped[str] = mapped_column(default="")
    name_explained: Mapped[str] = mapped_column(default="")
    gender: Mapped[Gender] = mapped_column(choice_of(Gender, "gender"), default=Gender.UNKNOWN)
    nationality: Mapped[str] = mapped_column(default="")
    ethnicity: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="", index=True)
    phone_extension: Mapped[str] = mapped_column(default="")

    company: Mapped[Company | None] = relationship(lazy="raise", repr=False, init=False)

    @property
    def is_foreign(self) -> bool:
        """Whether the person is known to be from abroad (ISO 3166 alpha-2, blank unknown)."""
        return bool(self.nationality) and self.nationality != HOME_COUNTRY

    def name_in(self, language: str) -> str:
        """The name for a reader of `zh` or `en`; the other one where that is blank."""
        preferred, other = (self.name_latin, self.name) if language == "en" else (self.name, self.name_latin)
        return preferred or other

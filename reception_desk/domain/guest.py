"""One person's part in one visit: title, rank, needs, role (A1.1b–A1.1h)."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from reception_desk.domain.entity import NO_REUSE, PK, Entity
from reception_desk.domain.person import Person


class Guest(Entity, kw_only=True, eq=False):
    """A guest of a visit. A need that is `None` was not asked for; an empty text means asked, and none.

    `position` is the order in protocol, 1 first; `rank` the place on the company's rank scale, 1 highest.
    `is_invited`: whether a letter of invitation is written for them; `None`: as their nationality says (A1.3).
    `needs_as_of`: the day on which the needs were last asked for; one of an earlier visit where they were taken over.
    """

    __tablename__ = "guest"
    __table_args__ = (
        CheckConstraint("rank IS NULL OR rank BETWEEN 1 AND 99", name="rank"),
        CheckConstraint("position >= 1", name="position"),
        # The store itself refuses a second main guest, whoever writes (A1.1b).
        Index(
            "uq_guest_main",
            "visit_id",
            unique=True,
            sqlite_where=text("is_main"),  # naming another store here would import its driver at every start
        ),
        NO_REUSE,
    )

    visit_id: Mapped[int] = mapped_column(PK, ForeignKey("visit.id", ondelete="RESTRICT"), index=True)
    person_id: Mapped[int] = mapped_column(PK, ForeignKey("person.id", ondelete="RESTRICT"), index=True)
    position: Mapped[int] = mapped_column(default=1)
    title: Mapped[str] = mapped_column(default="")
    title_latin: Mapped[str] = mapped_column(default="")
    salutation: Mapped[str] = mapped_column(default="")
    rank: Mapped[int | None] = mapped_column(default=None)
    is_main: Mapped[bool] = mapped_column(default=False)
    is_contact: Mapped[bool] = mapped_column(default=False)
    is_interpreter: Mapped[bool] = mapped_column(default=False)
    is_agent: Mapped[bool] = mapped_column(default=False)
    diet: Mapped[str | None] = mapped_column(default=None)
    lodging: Mapped[str | None] = mapped_column(default=None)
    customs: Mapped[str | None] = mapped_column(default=None)
    drink: Mapped[str | None] = mapped_column(default=None)
    preferences: Mapped[str | None] = mapped_column(default=None)
    needs_as_of: Mapped[date | None] = mapped_column(default=None)
    is_invited: Mapped[bool | None] = mapped_column(default=None)
    note: Mapped[str] = mapped_column(default="")

    person: Mapped[Person] = relationship(lazy="raise", repr=False, init=False)

    def title_in(self, language: str) -> str:
        """The title for a reader of `zh` or `en`; the other one where that is blank."""
        preferred, other = (
            (self.title_latin, self.title) if language == "en" else (self.title, self.title_latin)
        )
        return preferred or other

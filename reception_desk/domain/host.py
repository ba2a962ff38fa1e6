"""Our side of a visit: who of us escorts, welcomes, introduces, explains and sees off (B8.1-B8.3, B11b)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from reception_desk.domain.employee import Employee
from reception_desk.domain.entity import NO_REUSE, PK, Entity
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _


class Host(Entity, kw_only=True, eq=False):
    """One of us at one visit. Escorts and welcomers are two lists (B8.1); the same person may stand in both.

    `employee` says who it is; somebody who is not on our list of people is written here: `name`, `title` …
    `role`: the position of the level that the person fills, as in levels.toml, blank where none. `by_hand`: a
    person chose them, so no proposal takes them away. `briefed_at`: has read the briefing pack (A5.1).
    """

    __tablename__ = "host"
    __table_args__ = (
        CheckConstraint("rank IS NULL OR rank BETWEEN 1 AND 99", name="rank"),
        CheckConstraint("position >= 1", name="position"),
        # One of us leads the reception: the rank relation hangs on it (A3.1).
        Index("uq_host_lead", "visit_id", unique=True, sqlite_where=text("is_lead")),
        NO_REUSE,
    )

    visit_id: Mapped[int] = mapped_column(PK, ForeignKey("visit.id", ondelete="RESTRICT"), index=True)
    employee_id: Mapped[int | None] = mapped_column(
        PK, ForeignKey("employee.id", ondelete="RESTRICT"), default=None, index=True
    )
    position: Mapped[int] = mapped_column(default=1)
    name: Mapped[str] = mapped_column(default="")
    name_latin: Mapped[str] = mapped_column(default="")
    department: Mapped[str] = mapped_column(default="")
    title: Mapped[str] = mapped_column(default="")
    title_latin: Mapped[str] = mapped_column(default="")
    rank: Mapped[int | None] = mapped_column(default=None)
    phone: Mapped[str] = mapped_column(default="")
    role: Mapped[str] = mapped_column(default="")
    is_lead: Mapped[bool] = mapped_column(default=False)
    is_escort: Mapped[bool] = mapped_column(default=False)
    is_welcomer: Mapped[bool] = mapped_column(default=False)
    sees_off: Mapped[bool] = mapped_column(default=False)
    introduces: Mapped[bool] = mapped_column(default=False)
    explains: Mapped[bool] = mapped_column(default=False)
    is_interpreter: Mapped[bool] = mapped_column(default=False)
    by_hand: Mapped[bool] = mapped_column(default=True)
    briefed_at: Mapped[datetime | None] = mapped_column(default=None)
    briefed_by: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")

    employee: Mapped[Employee | None] = relationship(lazy="raise", repr=False, init=False)

    def check(self) -> None:
        """Refuse a host who is nobody."""
        if self.employee_id is None and not self.name.strip():
            raise ReceptionError(_("A host needs a name."))

    @property
    def who(self) -> Host | Employee:
        """Where name, title, department, rank and phone stand: with our people, else here."""
        return self.employee if self.employee is not None else self

    def name_in(self, language: str) -> str:
        """The name for a reader of `zh` or `en`; the other one where that is blank."""
        who = self.who
        preferred, other = (who.name_latin, who.name) if language == "en" else (who.name, who.name_latin)
        return preferred or other

    def title_in(self, language: str) -> str:
        """The title for a reader of `zh` or `en`; the other one where that is blank."""
        who = self.who
        preferred, other = (who.title_latin, who.title) if language == "en" else (who.title, who.title_latin)
        return preferred or other

    @property
    def standing(self) -> tuple[int, int]:
        """By this our side is put in order: rank, highest first; unknown ranks last; then as listed."""
        return (self.who.rank or 100, self.position)

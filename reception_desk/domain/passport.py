"""Passports for invitation letters: sealed in the store, open only to the letter (A1.3)."""

from __future__ import annotations

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from reception_desk.domain.entity import NO_REUSE, PK, Entity


class Passport(Entity, kw_only=True, eq=False):
    """A person's passport. Each `sealed_…` field is AES-GCM under the key of this desk, as text; never plain.

    `mark` is a keyed digest of all that is sealed: it tells that something changed without telling what.
    """

    __tablename__ = "passport"
    __table_args__ = (UniqueConstraint("person_id"), NO_REUSE)

    person_id: Mapped[int] = mapped_column(PK, ForeignKey("person.id", ondelete="RESTRICT"))
    sealed_name: Mapped[str] = mapped_column(default="")
    sealed_number: Mapped[str] = mapped_column(default="")
    sealed_birth: Mapped[str] = mapped_column(default="")
    mark: Mapped[str] = mapped_column(default="")

"""What is handed out or shown: company introduction, products, process, and where each of them is (A5.2)."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from reception_desk.domain.entity import NO_REUSE, PK, Entity, choice_of
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _

if TYPE_CHECKING:
    from reception_desk.domain.visit import Visit


class MaterialKind(StrEnum):
    """What it is about."""

    COMPANY = "company"
    PRODUCT = "product"
    PROCESS = "process"
    OTHER = "other"


class MaterialLanguage(StrEnum):
    """The language it is in."""

    ENGLISH = "en"
    CHINESE = "zh"
    OTHER = "other"


REQUIRED: Final = (MaterialKind.COMPANY, MaterialKind.PRODUCT, MaterialKind.PROCESS)
"""What guests from abroad need in English."""


class Material(Entity, kw_only=True, eq=False):
    """One piece of material; `place` is the file or the cupboard it is in, `owner` who of us sees to it.

    `code`: the line of the company's lists that it was proposed from. `edition`: which version of a file. `tried_at`:
    it was played on the room's own computer (A6.3b). `out_at` and `in_at`: handed out, and back (A6.1); what is not
    `is_returned` stays with the guests.
    """

    __tablename__ = "material"
    __table_args__ = (
        CheckConstraint("position >= 1", name="position"),
        CheckConstraint("quantity >= 1", name="quantity"),
        NO_REUSE,
    )

    visit_id: Mapped[int] = mapped_column(PK, ForeignKey("visit.id", ondelete="RESTRICT"), index=True)
    position: Mapped[int] = mapped_column(default=1)
    kind: Mapped[MaterialKind] = mapped_column(choice_of(MaterialKind, "kind"), default=MaterialKind.COMPANY)
    language: Mapped[MaterialLanguage] = mapped_column(
        choice_of(MaterialLanguage, "language"), default=MaterialLanguage.ENGLISH
    )
    name: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    owner: Mapped[str] = mapped_column(default="")
    code: Mapped[str] = mapped_column(default="")
    quantity: Mapped[int] = mapped_column(default=1)
    edition: Mapped[str] = mapped_column(default="")
    is_returned: Mapped[bool] = mapped_column(default=True)
    tried_at: Mapped[datetime | None] = mapped_column(default=None)
    tried_by: Mapped[str] = mapped_column(default="")
    out_at: Mapped[datetime | None] = mapped_column(default=None)
    out_by: Mapped[str] = mapped_column(default="")
    in_at: Mapped[datetime | None] = mapped_column(default=None)
    in_by: Mapped[str] = mapped_column(default="")

    def check(self) -> None:
        """Refuse a line of nothing."""
        if (self.quantity or 0) < 1:
            raise ReceptionError(_("Say how many there are: at least one."))


def missing_material(visit: Visit) -> list[MaterialKind]:
    """What guests from abroad need in English, and of which nobody has said where it is (A5.2)."""
    if not visit.is_foreign:
        return []
    there = {
        one.kind for one in visit.materials if one.language is MaterialLanguage.ENGLISH and one.place.strip()
    }
    return [kind for kind in REQUIRED if kind not in there]

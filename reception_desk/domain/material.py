"""What is handed out or shown: company introduction, products, process, and where each of them is (A5.2)."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from reception_desk.domain.entity import NO_REUSE, PK, Entity, choice_of

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
    """One piece of material; `place` is the file or the cupboard it is in, `owner` who of us sees to it."""

    __tablename__ = "material"
    __table_args__ = (CheckConstraint("position >= 1", name="position"), NO_REUSE)

    visit_id: Mapped[int] = mapped_column(PK, ForeignKey("visit.id", ondelete="RESTRICT"), index=True)
    position: Mapped[int] = mapped_column(default=1)
    kind: Mapped[MaterialKind] = mapped_column(choice_of(MaterialKind, "kind"), default=MaterialKind.COMPANY)
    language: Mapped[MaterialLanguage] = mapped_column(
        choice_of(MaterialLanguage, "language"), default=MaterialLanguage.ENGLISH
    )
    name: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    owner: Mapped[str] = mapped_column(default="")


def missing_material(visit: Visit) -> list[MaterialKind]:
    """What guests from abroad need in English, and of which nobody has said where it is (A5.2)."""
    if not visit.is_foreign:
        return []
    there = {
        one.kind for one in visit.materials if one.language is MaterialLanguage.ENGLISH and one.place.strip()
    }
    return [kind for kind in REQUIRED if kind not in there]

"""What every stored fact has in common: identity, moments in UTC, answers of three states."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import BigInteger, DateTime, Dialect, Enum, Integer, MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column
from sqlalchemy.types import TypeDecorator

PK = BigInteger().with_variant(Integer, "sqlite")
NO_REUSE = {"sqlite_autoincrement": True}  # undo restores a row under its own id, so no id may come twice


class Moment(TypeDecorator[datetime]):
    """A point in time: aware in Python, UTC in the store."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Bring an aware moment to UTC; a naive one is a bug."""
        if value is None:
            return None
        if value.tzinfo is None:
            msg = f"a moment without a zone: {value}"
            raise ValueError(msg)
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give back the moment in UTC."""
        return None if value is None else value.replace(tzinfo=UTC)


def choice_of(words: type[StrEnum], name: str) -> Enum:
    """A column type that stores one of the words and has a CHECK for it."""
    return Enum(
        words,
        name=name,
        native_enum=False,
        create_constraint=True,
        length=20,
        values_callable=lambda kind: [word.value for word in kind],
    )


class Answer(StrEnum):
    """Whether something is wanted: 要, 否, or nobody has asked yet (未确认)."""

    YES = "yes"
    NO = "no"
    UNCONFIRMED = "unconfirmed"

    @property
    def counts(self) -> bool:
        """Whether preparation goes on as if wanted: the unconfirmed counts, so that nothing is missed."""
        return self is not Answer.NO


class Entity(MappedAsDataclass, DeclarativeBase, kw_only=True, eq=False):
    """A fact of the reception that is stored, journalled and undone."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {datetime: Moment}
    journalled: ClassVar[bool] = True

    id: Mapped[int] = mapped_column(PK, primary_key=True, init=False, sort_order=-1)

    def check(self) -> None:
        """Refuse, with a sentence, a state that would harm; asked before every save."""

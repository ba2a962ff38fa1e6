"""Queries over cars and drivers."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from reception_desk.domain.booking import Car, Driver


class Cars:
    """The fleet, and who drives."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def cars(self) -> Sequence[Car]:
        """The cars that are offered, by plate."""
        query = select(Car).where(Car.is_active).order_by(Car.plate, Car.id)
        return self._session.execute(query).scalars().all()

    def drivers(self) -> Sequence[Driver]:
        """The drivers that are offered, by name."""
        query = select(Driver).where(Driver.is_active).order_by(Driver.name, Driver.id)
        return self._session.execute(query).scalars().all()

    def with_plate(self, plate: str) -> Car | None:
        """The car with that plate."""
        return self._session.execute(select(Car).where(Car.plate == plate)).scalars().first()

    def named(self, name: str) -> Driver | None:
        """The driver of that name."""
        return self._session.execute(select(Driver).where(Driver.name == name)).scalars().first()

"""The days that the company has set by hand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from reception_desk.domain.special_day import SpecialDay


class SpecialDays:
    """Queries over days that are worked or free against the calendar."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def overrides(self) -> dict[date, bool]:
        """Every day set by hand, and whether it is worked."""
        rows = self._session.execute(select(SpecialDay.day, SpecialDay.is_working))
        return {day: is_working for day, is_working in rows}  # noqa: C416 - rows are no pairs to mypy

    def of_year(self, year: int) -> Sequence[SpecialDay]:
        """The days of one year, the first one first."""
        query = select(SpecialDay).where(SpecialDay.day.between(date(year, 1, 1), date(year, 12, 31)))
        return self._session.execute(query.order_by(SpecialDay.day)).scalars().all()

    def on(self, day: date) -> SpecialDay | None:
        """What was set for this day."""
        return self._session.execute(select(SpecialDay).where(SpecialDay.day == day)).scalar_one_or_none()

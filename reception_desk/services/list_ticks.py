"""Ticks on the company's lists, put down in a step that is under way (A6, C1-C4)."""

from __future__ import annotations

from datetime import datetime

from reception_desk.domain.list_tick import ListTick
from reception_desk.domain.visit import Visit
from reception_desk.repository.unit_of_work import UnitOfWork


def put_down(
    work: UnitOfWork,
    visit: Visit,
    key: tuple[str, str, str],
    by: str,
    now: datetime,
    *,
    done: bool,
    value: str = "",
    reason: str = "",
) -> None:
    """Tick a line, or take its tick off; `key`: its part, its code, and what it is about."""
    found = next((one for one in visit.list_ticks if (one.part, one.code, one.subject) == key), None)
    part, code, subject = key
    tick = found or work.add(ListTick(visit_id=visit.id, part=part, code=code, subject=subject))
    work.change(tick, value=value, reason=reason, done_at=now if done else None, done_by=by if done else "")

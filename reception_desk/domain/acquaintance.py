"""Somebody who was here before, as far as it helps while a name is typed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class Acquaintance:
    """A person with what was last written about them; `person_id` is `None` for one known from the register alone."""

    name: str
    name_latin: str = ""
    company: str = ""
    company_id: int | None = None
    person_id: int | None = None
    phone: str = ""
    title: str = ""
    plate: str = ""
    host: str = ""
    last_here: datetime | None = None
    guest_id: int | None = None
    """Their part in the visit that they came with last: title, needs and so on stand there."""

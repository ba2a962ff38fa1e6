"""One line of the list of visits: what is read of many, without loading them whole."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from reception_desk.domain.entity import Answer
from reception_desk.domain.visit import VisitState


class VisitLine(NamedTuple):
    """One line of the list of visits; `contact` is the phone of the guest whom we call, else of the main one."""

    id: int
    number: str
    state: VisitState
    arrival_at: datetime | None
    departure_at: datetime | None
    actual_arrival_at: datetime | None
    actual_departure_at: datetime | None
    zone: str
    company: str
    main_guest: str
    title: str
    heads: int | None
    level: int | None
    owner_department: str
    applicant: str
    applicant_phone: str
    contact: str
    purpose: str
    pick_up: Answer
    hotel: Answer

"""What an application form says: facts, what was not understood, what must not be taken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from reception_desk.domain.entity import Answer
from reception_desk.domain.journey import Carrier, Direction
from reception_desk.domain.meal import MealKind
from reception_desk.domain.person import Gender
from reception_desk.i18n import _


@dataclass(frozen=True, kw_only=True)
class Applicant:
    """Who of us applies."""

    name: str = ""
    phone: str = ""
    extension: str = ""


@dataclass(frozen=True, kw_only=True)
class FormGuest:
    """A guest as the form has him; `diet` None: not asked, blank: asked, and none."""

    name: str
    name_latin: str = ""
    pronunciation: str = ""
    salutation: str = ""
    title: str = ""
    title_latin: str = ""
    gender: Gender = Gender.UNKNOWN
    nationality: str = ""
    ethnicity: str = ""
    phone: str = ""
    extension: str = ""
    company: str = ""
    is_main: bool = False
    is_contact: bool = False
    is_interpreter: bool = False
    is_agent: bool = False
    diet: str | None = None
    lodging: str | None = None
    customs: str | None = None
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class FormLeg:
    """A leg of the journey; `at` is when it comes in on the way here, else when it leaves."""

    direction: Direction
    carrier: Carrier = Carrier.OTHER
    number: str = ""
    from_place: str = ""
    to_place: str = ""
    terminal: str = ""
    at: datetime | None = None
    plate: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class FormMeeting:
    """A meeting that is asked for."""

    starts_at: datetime | None = None
    ends_at: datetime | None = None
    room: str = ""
    topic: str = ""
    our_heads: int | None = None
    needs: str = ""


@dataclass(frozen=True, kw_only=True)
class FormMeal:
    """A meal that is asked for."""

    kind: MealKind = MealKind.OTHER
    starts_at: datetime | None = None
    place: str = ""
    heads: int | None = None
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class FormHotel:
    """The rooms that are asked for."""

    hotel: str = ""
    check_in: date | None = None
    check_out: date | None = None
    rooms: int | None = None
    room_kind: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Understood:
    """A filled cell that became a fact: where it stands, its label, which field it went into."""

    address: str
    label: str
    field: str


@dataclass(frozen=True, kw_only=True)
class NotUnderstood:
    """A filled cell that became no fact: its text is kept, so that somebody reads it."""

    address: str
    label: str
    text: str

    def __str__(self) -> str:
        where = f"{self.address} {self.label}".strip()
        return _("{where}: {text}").format(where=where, text=self.text)


@dataclass(frozen=True, kw_only=True)
class NotTaken:
    """A cell with the number of an identity document: named, but its value goes nowhere."""

    address: str
    label: str


@dataclass(frozen=True, kw_only=True)
class Application:
    """An application form, read. Moments are on the clock of the house."""

    form_title: str = ""
    company: str = ""
    company_latin: str = ""
    company_country: str = ""
    company_phone: str = ""
    dossier: Mapping[str, str] = field(default_factory=dict)
    purpose: str = ""
    arrival: datetime | None = None
    departure: datetime | None = None
    level: int | None = None
    owner_department: str = ""
    applicant: Applicant = field(default_factory=Applicant)
    applied_on: date | None = None
    heads: int | None = None
    men: int | None = None
    women: int | None = None
    drop_off: str = ""
    answers: Mapping[str, Answer] = field(default_factory=dict)
    companions: Mapping[str, Any] = field(default_factory=dict)
    """Fields of the visit: whether an agent comes along, of which company; who interprets, in which language."""
    guests: tuple[FormGuest, ...] = ()
    legs: tuple[FormLeg, ...] = ()
    meetings: tuple[FormMeeting, ...] = ()
    meals: tuple[FormMeal, ...] = ()
    hotel: FormHotel | None = None
    welcome_text: str = ""
    note: str = ""
    understood: tuple[Understood, ...] = ()
    not_understood: tuple[NotUnderstood, ...] = ()
    not_taken: tuple[NotTaken, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def main_guest(self) -> FormGuest | None:
        """The main guest (主宾), if the form names one."""
        return next((guest for guest in self.guests if guest.is_main), None)

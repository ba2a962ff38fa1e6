"""What has been read of a form so far."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from reception_desk.domain.entity import Answer
from reception_desk.exchange import guest_rows
from reception_desk.exchange.application import (
    Applicant,
    Application,
    FormGuest,
    FormHotel,
    FormLeg,
    FormMeal,
    FormMeeting,
)
from reception_desk.exchange.moments import Calendar
from reception_desk.exchange.notebook import Notebook
from reception_desk.i18n import _

_ASKED_FOR = (("hotel", "hotel"), ("meeting", "meetings"), ("meal", "meals"), ("sign", "welcome_text"))


@dataclass(kw_only=True)
class Draft:
    """An application that is being read; `texts` are fields of plain words."""

    notes: Notebook
    calendar: Calendar
    texts: dict[str, Any] = field(default_factory=dict)
    dossier: dict[str, str] = field(default_factory=dict)
    applicant: Applicant = field(default_factory=Applicant)
    applied_on: date | None = None
    arrival: datetime | None = None
    departure: datetime | None = None
    level: int | None = None
    heads: int | None = None
    men: int | None = None
    women: int | None = None
    hotel: FormHotel | None = None
    answers: dict[str, Answer] = field(default_factory=dict)
    companions: dict[str, Any] = field(default_factory=dict)
    guests: list[FormGuest] = field(default_factory=list)
    agents: list[FormGuest] = field(default_factory=list)
    legs: list[FormLeg] = field(default_factory=list)
    meetings: list[FormMeeting] = field(default_factory=list)
    meals: list[FormMeal] = field(default_factory=list)
    phone_of: str = "applicant"

    def once(self, field_name: str, value: Any) -> bool:
        """Set a field that is still blank; a second, different value is not taken."""
        if getattr(self, field_name) is None:
            setattr(self, field_name, value)
        return bool(getattr(self, field_name) == value)

    def text(self, field_name: str, value: str) -> bool:
        """Set a field of plain words that is still blank."""
        return bool(self.texts.setdefault(field_name, value) == value)

    def of_applicant(self, **facts: str) -> bool:
        """Add to what is known of the applicant, if nothing contradicts it."""
        if any(getattr(self.applicant, key) not in {"", value} for key, value in facts.items()):
            return False
        self.applicant = replace(self.applicant, **facts)
        return True

    def finished(self) -> Application:
        """The application, with what follows from it."""
        guests = guest_rows.check(self.guests, self.notes)
        self._derive_answers()
        if guests and self.heads is not None and self.heads != len(guests):
            self.notes.warn(
                _("The form says {heads} heads and names {guests} guests.").format(
                    heads=self.heads, guests=len(guests)
                )
            )
        return Application(
            **self.texts,
            company_country=country_of(guests),
            dossier=self.dossier,
            applicant=self.applicant,
            applied_on=self.applied_on,
            arrival=self.arrival,
            departure=self.departure,
            level=self.level,
            heads=self.heads,
            men=self.men,
            women=self.women,
            hotel=self.hotel,
            answers=self.answers,
            companions=self.companions,
            guests=(*guests, *self.agents),
            legs=tuple(self.legs),
            meetings=tuple(self.meetings),
            meals=tuple(self.meals),
            note="\n".join(self.notes.remarks),
        )

    def _derive_answers(self) -> None:
        """Who asks for a meal wants one, and so on; an answer that was given counts more."""
        for name, field_name in _ASKED_FOR:
            asked = self.texts.get(field_name) if field_name == "welcome_text" else getattr(self, field_name)
            if asked and self.answers.setdefault(name, Answer.YES) is Answer.NO:
                self.notes.warn(
                    _("The form says no to something that it asks for in another place. Please look.")
                )


def country_of(guests: list[FormGuest]) -> str:
    """The one foreign country that all guests come from, interpreters apart; blank where it is not so clear."""
    countries = {guest.nationality for guest in guests if not (guest.is_interpreter or guest.is_agent)}
    only = countries.pop() if len(countries) == 1 else ""
    return "" if only == "CN" else only

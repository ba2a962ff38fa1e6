"""One finished piece of work: facts in, facts changed, all of it or nothing."""

from __future__ import annotations

from typing import Any, TypeVar

from sqlalchemy.orm import Session

from reception_desk.domain.entity import Entity
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from reception_desk.repository import journal, search
from reception_desk.repository.acquaintances import Acquaintances
from reception_desk.repository.background import Background
from reception_desk.repository.bin import Bin
from reception_desk.repository.bookings import Bookings
from reception_desk.repository.cars import Cars
from reception_desk.repository.companies import Companies
from reception_desk.repository.duplicates import Duplicates
from reception_desk.repository.editions import Editions
from reception_desk.repository.gifts import Gifts
from reception_desk.repository.house import House
from reception_desk.repository.passports import Passports
from reception_desk.repository.ranks import Ranks
from reception_desk.repository.register import Register
from reception_desk.repository.settings import StoredSettings
from reception_desk.repository.signs import SignRecords
from reception_desk.repository.special_days import SpecialDays
from reception_desk.repository.steps import Steps
from reception_desk.repository.templates import Templates
from reception_desk.repository.tours import Tours
from reception_desk.repository.visits import Visits
from reception_desk.repository.welcome import Welcome

Kind = TypeVar("Kind", bound=Entity)


class UnitOfWork:
    """What a service may ask of the store; each attribute answers for one aggregate."""

    def __init__(self, session: Session, *, writes: bool = True) -> None:
        self.session = session
        self.visits = Visits(session)
        self.bin = Bin(session)
        self.background = Background(session)
        self.acquaintances = Acquaintances(session)
        self.register = Register(session)
        self.duplicates = Duplicates(session)
        self.bookings = Bookings(session)
        self.cars = Cars(session)
        self.gifts = Gifts(session)
        self.house = House(session)
        self.companies = Companies(session)
        self.editions = Editions(session)
        self.passports = Passports(session)
        self.ranks = Ranks(session)
        self.settings = StoredSettings(session)
        self.sign_records = SignRecords(session)
        self.special_days = SpecialDays(session)
        self.steps = Steps(session)
        self.templates = Templates(session)
        self.tours = Tours(session)
        self.welcome = Welcome(session)
        self._touched = search.Touched(session) if writes else None

    def add(self, entity: Kind) -> Kind:
        """Put a new fact in; it has its id afterwards."""
        self.session.add(entity)
        self.session.flush()
        return entity

    def get(self, kind: type[Kind], identity: int) -> Kind:
        """Fetch one fact; a sentence if it is gone."""
        entity = self.session.get(kind, identity)
        if entity is None:
            raise ReceptionError(_("This entry is no longer there; somebody has deleted it."))
        return entity

    def find(self, kind: type[Kind], identity: int) -> Kind | None:
        """Fetch one fact, or nothing."""
        return self.session.get(kind, identity)

    def delete(self, entity: Entity) -> None:
        """Take a fact out; undo brings it back under its own id."""
        self.session.delete(entity)
        self.session.flush()

    def change(self, entity: Entity, **values: Any) -> None:
        """Set fields of a fact and have it checked at once."""
        for field, value in values.items():
            setattr(entity, field, value)
        self.session.flush()

    def note(self) -> None:
        """Put the step into the journal although it changes no fact: somebody looked at what is kept closed."""
        journal.note(self.session)

    def learn(self, key: str, words: str) -> None:
        """Keep with the step what its sentence does not say; there may be several."""
        details = self.session.info[journal.STEP].said.details
        details[key] = " ".join(filter(None, (details.get(key, ""), words)))

    def flush(self) -> None:
        """Send what was changed to the store, still inside the transaction."""
        self.session.flush()

    def finish(self) -> None:
        """Bring the search index in line with the facts; the last act before the commit."""
        self.session.flush()
        if self._touched is not None:
            self._touched.index_again()

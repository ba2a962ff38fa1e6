"""The register: visitors without a plan come, get a card, leave and give it back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from reception_desk.domain.field_words import field_word
from reception_desk.domain.walk_in import WalkIn
from reception_desk.errors import ReceptionError
from reception_desk.exchange.phones import phone as read_phone
from reception_desk.i18n import N_, _
from reception_desk.repository.database import Database
from reception_desk.repository.journal import Said
from reception_desk.repository.unit_of_work import UnitOfWork


class Register:
    """What is asked and done about visitors without a plan."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def in_house(self) -> list[WalkIn]:
        """Who is here, since whenever, the first to come first."""
        with self._database.reading() as work:
            return list(work.register.in_house())

    def heads_in_house(self) -> int:
        """How many people are here."""
        with self._database.reading() as work:
            return work.register.count_in_house()

    def on_day(self, day: date) -> list[WalkIn]:
        """Who came on that day of the company: those who are still here first, then the latest."""
        with self._database.reading() as work:
            zone = ZoneInfo(work.settings.read().zone)
            start = datetime.combine(day, time(), zone)
            end = datetime.combine(day + timedelta(days=1), time(), zone)
            came = work.register.between(start, end)
        return sorted(came, key=lambda entry: entry.left_at is not None)

    def found(self, words: str) -> list[WalkIn]:
        """Entries of any day that hold what was typed, the latest first."""
        with self._database.reading() as work:
            return list(work.register.holding(words.strip())) if words.strip() else []

    def get(self, entry_id: int) -> WalkIn:
        """One entry."""
        with self._database.reading() as work:
            return work.get(WalkIn, entry_id)

    def check_in(self, name: str, now: datetime, **facts: Any) -> int:
        """Write down who has come, now unless `arrived_at` says when; a card that is out is refused. The entry's id."""
        said = Said(N_("{visitor} came"), visitor=name.strip() or "…")
        with self._database.unit_of_work(said, now) as work:
            clean = _clean(facts)
            _refuse_card_that_is_out(work, clean.get("card", ""))
            return work.add(WalkIn(name=name.strip(), **({"arrived_at": now} | clean))).id

    def change(self, entry_id: int, now: datetime, **facts: Any) -> None:
        """Change fields of an entry; a bad value is refused and nothing is changed."""
        word = field_word("walk_in", next(iter(facts)))
        said = Said(N_("Register, {visitor}: {field_word}"), field_word=word)
        with self._database.unit_of_work(said, now) as work:
            entry = work.get(WalkIn, entry_id)
            said.details["visitor"] = entry.name
            clean = _clean(facts)
            if clean.get("card", entry.card) != entry.card:
                _refuse_card_that_is_out(work, clean["card"])
            work.change(entry, **clean)

    def check_out(self, entry_id: int, now: datetime, *, card_returned: bool = True) -> str:
        """Note that a visitor has left, with the card given back or not; what to say of it."""
        said = Said(N_("{visitor} left"))
        with self._database.unit_of_work(said, now) as work:
            entry = work.get(WalkIn, entry_id)
            said.details["visitor"] = entry.name
            if entry.left_at is not None:
                raise ReceptionError(_("{visitor} has left already.").format(visitor=entry.name))
            work.change(entry, left_at=now, card_returned=bool(entry.card) and card_returned)
        if entry.card and not card_returned:
            sentence = _("{visitor} left; card {card} not returned.")
            return sentence.format(visitor=entry.name, card=entry.card)
        return _("{visitor} left").format(visitor=entry.name)

    def take_card(self, entry_id: int, now: datetime) -> None:
        """Note that a card that was missing is back."""
        said = Said(N_("Card {card} is back"))
        with self._database.unit_of_work(said, now) as work:
            entry = work.get(WalkIn, entry_id)
            if not entry.card or entry.card_returned:
                raise ReceptionError(_("{visitor} has no card of ours.").format(visitor=entry.name))
            if entry.left_at is None:
                raise ReceptionError(_("{visitor} is still here.").format(visitor=entry.name))
            said.details["card"] = entry.card
            work.change(entry, card_returned=True)

    def remove(self, entry_id: int, now: datetime) -> None:
        """Take an entry out that should not be there; undo brings it back."""
        said = Said(N_("Took {visitor} out of the register"))
        with self._database.unit_of_work(said, now) as work:
            entry = work.get(WalkIn, entry_id)
            said.details["visitor"] = entry.name
            work.delete(entry)

    def day_of(self, now: datetime) -> date:
        """Which day it is at the company."""
        with self._database.reading() as work:
            return now.astimezone(ZoneInfo(work.settings.read().zone)).date()


def cards_out(entries: Sequence[WalkIn]) -> list[WalkIn]:
    """Those who have left and not given their card back."""
    return [entry for entry in entries if entry.left_at and entry.card and not entry.card_returned]


def _clean(facts: dict[str, Any]) -> dict[str, Any]:
    clean = {field: value.strip() if isinstance(value, str) else value for field, value in facts.items()}
    if clean.get("phone"):
        phone = read_phone(clean["phone"])
        clean["phone"] = f"{phone.number} {phone.extension}".strip()
    if "heads" in clean:
        clean["heads"] = max(int(clean["heads"] or 1), 1)
    return clean


def _refuse_card_that_is_out(work: UnitOfWork, card: str) -> None:
    holder = work.register.out_with(card) if card else None
    if holder is not None:
        sentence = _("Card {card} is still with {visitor}. Give another one, or note that it is back.")
        raise ReceptionError(sentence.format(card=card, visitor=holder.name))

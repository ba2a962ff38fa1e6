"""What a step changed, in sentences: which fact, which field, from what to what."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final
from zoneinfo import ZoneInfo

from reception_desk.documents.moments import brief_day_and_time, plain_day
from reception_desk.domain.choice_words import choice_msgid
from reception_desk.domain.field_words import NOUNS, WORDS
from reception_desk.domain.journal import JournalRow, RowKind, Step, StepKind
from reception_desk.domain.passport import SEALED
from reception_desk.domain.phone_words import phone_words
from reception_desk.domain.visit import VisitState
from reception_desk.i18n import N_, _, current_language
from reception_desk.repository.steps import Steps

_MORE_WORDS: Final[dict[str, dict[str, str]]] = {
    "visit": {"deleted_at": N_("Put into the bin"), "is_confidential": N_("Confidential")},
    "preparation_item": {"note": N_("Note"), "reason": N_("Reason")},
    "welcome_message": {
        "text": N_("Words"),
        "text_en": N_("Words in English"),
        "starts_at": N_("Shown from"),
        "ends_at": N_("Shown until"),
    },
    "meeting": {"state": N_("State"), "room_id": N_("Room"), "overlap_reason": N_("Reason for the overlap")},
    "meal": {"state": N_("State"), "room_id": N_("Room"), "ends_at": N_("Ends")},
    "car_booking": {"heads": N_("Heads"), "overlap_reason": N_("Reason for the overlap")},
    "hotel_booking": {"beds": N_("Beds"), "price": N_("Price"), "price_reason": N_("Reason for the price")},
    "car": {"plate": N_("Plate"), "model": N_("Model"), "seats": N_("Seats"), "colour": N_("Colour")},
    "driver": {"name": N_("Name"), "phone": N_("Phone")},
    "hotel": {"name": N_("Name"), "address": N_("Address"), "phone": N_("Phone"), "price": N_("Price")},
    "room": {"name": N_("Name"), "seats": N_("Seats"), "kind": N_("Kind")},
    "nearby_place": {
        "name": N_("Called"),
        "kind": N_("Kind"),
        "distance": N_("How far"),
        "phone": N_("Phone"),
    },
    "employee": {"name": N_("Name"), "title": N_("Title"), "rank": N_("Rank"), "phone": N_("Phone")},
    "department": {"name": N_("Name")},
}
_MORE_NOUNS: Final = {
    "preparation_item": N_("Preparation item"),
    "welcome_message": N_("Words of welcome"),
    "car": N_("Car"),
    "driver": N_("Driver"),
    "hotel": N_("Hotel"),
    "room": N_("Room"),
    "nearby_place": N_("Nearby place"),
    "employee": N_("Employee"),
    "department": N_("Department"),
    "ticket": N_("Ticket"),
    "walk_in": N_("Visitor"),
    "sign": N_("Sign"),
}
_STATES: Final[dict[StrEnum, str]] = {
    VisitState.DRAFT: N_("Draft"),
    VisitState.SUBMITTED: N_("Preparing"),
    VisitState.CANCELLED: N_("Cancelled"),
}
_VISIT: Final = NOUNS["visit"]
_ABSENT: Final = "–"
_LONGEST: Final = 60
_NOT_TOLD_OF_NEW: Final = ("position", "zone", "state", "employee_id", "role")  # they say nothing to a reader
_NOTHING: Final = (None, "", False, "unconfirmed", "unknown")


def said(step: Step) -> str:
    """What was done; of an undo or redo, what was taken back or done again."""
    if step.kind is StepKind.UNDO:
        return _("Undone: {sentence}").format(sentence=step.said)
    if step.kind is StepKind.REDO:
        return _("Done again: {sentence}").format(sentence=step.said)
    return step.said


def sentences(step: Step, steps: Steps, zone: ZoneInfo) -> list[str]:
    """Each fact that the step changed, with old and new values on the clock of `zone`."""
    teller = _Teller(steps, zone)
    by_fact: dict[tuple[str, int], list[JournalRow]] = {}
    for row in sorted(step.rows, key=lambda row: row.id):
        by_fact.setdefault((row.entity, row.entity_id), []).append(row)
    found = (
        sentence
        for (table, identity), rows in by_fact.items()
        for sentence in teller.of_fact(table, identity, rows)
    )
    return list(dict.fromkeys(found))


class _Teller:
    """Says rows of the journal in the language of the moment."""

    def __init__(self, steps: Steps, zone: ZoneInfo) -> None:
        self._steps, self._zone = steps, zone

    def of_fact(self, table: str, identity: int, rows: list[JournalRow]) -> Iterator[str]:
        """What happened to one fact; one that came or went is told whole, once."""
        about = "" if table == "visit" else self._about(table, identity)
        kinds = {row.kind for row in rows}
        if kinds == {RowKind.UPDATE}:
            for row in rows:
                if row.field in SEALED and (word := _field(table, row.field)):
                    yield _("{what} changed").format(what=" ".join(filter(None, (about, _(word)))))
                elif word := _field(table, row.field):
                    change = f"{self._value(row, row.old)} → {self._value(row, row.new)}"
                    yield " ".join(filter(None, (about, _(word)))) + _(": ") + change
        elif table in NOUNS or table in _MORE_NOUNS:
            came = RowKind.INSERT in kinds
            sentence = N_("Added: {what}") if came else N_("Taken out: {what}")
            told = self._values(table, identity, rows, came=came)
            what = " · ".join(filter(None, (about or _(_VISIT), *told)))
            yield _(sentence).format(what=what)

    def _about(self, table: str, identity: int) -> str:
        noun = NOUNS.get(table) or _MORE_NOUNS.get(table, "")
        name = _shortened(self._steps.name_of(table, identity))
        return " ".join(filter(None, (_(noun) if noun else "", name)))

    def _values(self, table: str, identity: int, rows: list[JournalRow], *, came: bool) -> Iterator[str]:
        """The fields of a fact that came or went, as far as they say more than its name."""
        last = {row.field: row for row in (rows if came else reversed(rows))}
        name = self._steps.name_of(table, identity)
        for field in dict.fromkeys(row.field for row in rows):
            row = last[field]
            stored, word = row.new if came else row.old, _field(table, field)
            if not word or field in (*_NOT_TOLD_OF_NEW, *SEALED) or stored in _NOTHING or stored == name:
                continue
            yield _(word) if stored is True else f"{_(word)} {self._value(row, stored)}"

    def _value(self, row: JournalRow, stored: Any) -> str:
        if stored is None or stored == "":
            return _ABSENT
        if table := self._steps.leads_to(row):
            return self._steps.name_of(table, stored) or _ABSENT
        if row.field.endswith("phone"):
            return phone_words(str(stored), current_language())
        return self._words(self._steps.typed(row, stored))

    def _words(self, value: object) -> str:
        """A value as people write it."""
        match value:
            case bool():
                said = _("yes") if value else _("no")
            case datetime():
                said = brief_day_and_time(value.astimezone(self._zone), current_language())
            case date():
                said = plain_day(value, current_language())
            case StrEnum():
                word = _STATES.get(value) or choice_msgid(value)
                said = _(word) if word else str(value)
            case _:
                said = _shortened(str(value))
        return said


def _field(table: str, field: str) -> str:
    """The msgid of a field's name; nothing for one that people are not told of."""
    return WORDS.get(table, {}).get(field) or _MORE_WORDS.get(table, {}).get(field, "")


def _shortened(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= _LONGEST else f"{one_line[:_LONGEST]}…"

"""How the value of each label of a form becomes facts; a reader gives back whether it understood."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from typing import Any, Final

from reception_desk.domain.company import DOSSIER_FIELDS
from reception_desk.domain.entity import Answer
from reception_desk.domain.journey import FLIGHT, TRAIN, Carrier, Direction
from reception_desk.exchange import arrangements, chinese_values, guest_rows
from reception_desk.exchange.application import FormLeg
from reception_desk.exchange.draft import Draft
from reception_desk.exchange.journeys import legs
from reception_desk.exchange.labels import plain
from reception_desk.exchange.moments import dated_text, take_time
from reception_desk.exchange.phrase import Phrase
from reception_desk.exchange.workbook import Cell
from reception_desk.i18n import _

_UNTIL: Final = r"\x1f\s*(?:-|~|至|到)\s*"
_ARRIVAL, _DEPARTURE = Direction.ARRIVAL, Direction.DEPARTURE
_BARE: Final = frozenset({"有", "无", "是", "否", "没有", "yes", "no"})
PLANS: Final = {"tour_plan": "tour", "gift_plan": "gift"}
_PLAN_OF: Final = {
    "hotel": "lodging",
    "meeting": "meetings",
    "meal": "meals",
    "tour": "tour_plan",
    "gift": "gift_plan",
}


def read_value(draft: Draft, field: str, cell: Cell, label: str) -> bool:
    """Take a value into its field; False where it was not understood."""
    if field.startswith("answer:"):
        return _answer(draft, field.removeprefix("answer:"), cell, label)
    if reader := _READERS.get(field):
        return reader(draft, cell, label)
    text = cell.text
    if field in PLANS:
        said = chinese_values.answer(cell.text)[0]
        draft.answers.setdefault(PLANS[field], said or Answer.YES)
        return _note(draft, cell, label)
    if field in DOSSIER_FIELDS:
        draft.dossier[field] = "\n".join(filter(None, [draft.dossier.get(field), text]))
        return True
    return draft.text(field, text)


def _remarked(draft: Draft, cell: Cell, label: str, rest: str) -> bool:
    """Keep the whole words where the field holds only a part of them."""
    if rest:
        draft.notes.remark(cell, label)
    return True


def _note(draft: Draft, cell: Cell, label: str) -> bool:
    """Words for people, kept as they stand."""
    text = cell.text
    is_remark = plain(label) in {"备注", "remarks", "notes"}
    draft.notes.remarks.append(text if is_remark else f"{label.rstrip(':： ')}: {text}")
    return True


def _arrival(draft: Draft, cell: Cell, label: str) -> bool:
    phrase = Phrase(dated_text(cell))
    day = draft.calendar.take_date(phrase)
    if day is None or draft.arrival:
        return False
    clock = take_time(phrase)
    _warn_without_clock(draft, clock, label)
    draft.arrival = draft.calendar.at(day, clock or time())
    draft.calendar = replace(draft.calendar, near=day)
    if phrase.find(_UNTIL):
        _until(draft, phrase, day)
    return _remarked(draft, cell, label, phrase.rest)


def _until(draft: Draft, phrase: Phrase, arrival: date) -> None:
    """`12月8日 10:30 至 12月9日 16:00`: the second moment is the departure."""
    day = draft.calendar.take_date(phrase) or draft.calendar.take_day(phrase, arrival) or arrival
    clock = take_time(phrase)
    departure = draft.calendar.at(day, clock or time())
    if (clock or day != arrival) and draft.arrival and departure >= draft.arrival:
        draft.departure = departure
        phrase.take(_UNTIL + r"\x1f?")


def _departure(draft: Draft, cell: Cell, label: str) -> bool:
    phrase = Phrase(dated_text(cell))
    day = draft.calendar.take_date(phrase)
    if day is None:
        return False
    clock = take_time(phrase)
    departure = draft.calendar.at(day, clock or time())
    if draft.arrival and departure < draft.arrival:
        draft.notes.warn(_("The departure on the form is before the arrival; it was not taken."))
        return False
    _warn_without_clock(draft, clock, label)
    draft.departure = draft.departure or departure
    return draft.departure == departure and _remarked(draft, cell, label, phrase.rest)


def _warn_without_clock(draft: Draft, clock: time | None, label: str) -> None:
    if clock is None:
        draft.notes.warn(_("{label}: the form gives a date but no time of day.").format(label=label))


def _applied_on(draft: Draft, cell: Cell, label: str) -> bool:
    phrase = Phrase(dated_text(cell))
    day = draft.calendar.take_date(phrase)
    return day is not None and draft.once("applied_on", day) and _remarked(draft, cell, label, phrase.rest)


def _applicant(draft: Draft, cell: Cell) -> bool:
    return draft.of_applicant(name=cell.text)


def _phone(draft: Draft, cell: Cell, label: str) -> bool:
    """A phone belongs to whoever was named last: us, the company, or the contact."""
    if draft.phone_of == "company" and draft.applicant.phone:
        return _company_phone(draft, cell, label)
    number, rest = draft.notes.phone(cell, label)
    contact = next((place for place, guest in enumerate(draft.guests) if guest.is_contact), None)
    if draft.phone_of != "contact" or contact is None:
        taken = draft.of_applicant(phone=number.number, extension=number.extension)
    else:
        taken = draft.guests[contact].phone in {"", number.number}
        if taken:
            draft.guests[contact] = replace(
                draft.guests[contact], phone=number.number, extension=number.extension
            )
    return taken and _remarked(draft, cell, label, rest)


def _company(draft: Draft, cell: Cell) -> bool:
    name, latin = chinese_values.names(cell.text)
    return draft.text("company", name) and draft.text("company_latin", latin)


def _company_phone(draft: Draft, cell: Cell, label: str) -> bool:
    number, rest = draft.notes.phone(cell, label)
    said = number.number + (f" 转 {number.extension}" if number.extension else "")
    return draft.text("company_phone", said) and _remarked(draft, cell, label, rest)


def _heads(draft: Draft, cell: Cell, label: str) -> bool:
    found = chinese_values.heads(cell.text)
    if found.total is None or draft.heads is not None:
        return False
    draft.heads, draft.men, draft.women = found.total, found.men, found.women
    return _remarked(draft, cell, label, found.rest)


def _level(draft: Draft, cell: Cell, label: str) -> bool:
    level, rest = chinese_values.level(cell.text)
    return level is not None and draft.once("level", level) and _remarked(draft, cell, label, rest)


def _answer(draft: Draft, name: str, cell: Cell, label: str) -> bool:
    said, rest = chinese_values.answer(cell.text)
    if said is None:
        plan = _PLAN_OF.get(name)
        return plan is not None and read_value(draft, plan, cell, label)
    return draft.answers.setdefault(name, said) is said and _remarked(draft, cell, label, rest)


def _is_bare_answer(draft: Draft, name: str, cell: Cell) -> bool:
    """`住宿安排: 是` answers a question where others write a plan."""
    said, rest = chinese_values.answer(cell.text)
    return said is not None and not rest and draft.answers.setdefault(name, said) is said


def _journey(draft: Draft, cell: Cell, direction: Direction) -> bool:
    found, strays = legs(cell.text, direction, draft.calendar)
    for leg in found:
        _check_number(draft, leg)
    if found and strays:
        found[-1] = replace(found[-1], note="; ".join(filter(None, [found[-1].note, strays])))
    draft.legs.extend(found)
    return bool(found)


def _check_number(draft: Draft, leg: FormLeg) -> None:
    pattern = {Carrier.FLIGHT: FLIGHT, Carrier.TRAIN: TRAIN}.get(leg.carrier)
    if pattern and leg.number and not pattern.fullmatch(leg.number):
        draft.notes.warn(_("{number} is an unusual flight or train number.").format(number=leg.number))


def _lodging(draft: Draft, cell: Cell, label: str) -> bool:
    if _is_bare_answer(draft, "hotel", cell):
        return True
    found = None if draft.hotel else arrangements.hotel(cell.text, draft.calendar)
    if found is None:
        return _note(draft, cell, label)
    return draft.once("hotel", found)


def _meetings(draft: Draft, cell: Cell, label: str) -> bool:
    if _is_bare_answer(draft, "meeting", cell):
        return True
    found, strays = arrangements.meetings(cell.text, draft.calendar)
    draft.meetings.extend(found)
    return bool(found) and _remarked(draft, cell, label, strays)


def _meals(draft: Draft, cell: Cell, label: str) -> bool:
    if _is_bare_answer(draft, "meal", cell):
        return True
    found, strays = arrangements.meals(cell.text, draft.calendar)
    draft.meals.extend(found)
    return bool(found) and _remarked(draft, cell, label, strays)


def _agent(draft: Draft, cell: Cell, label: str) -> bool:
    """Who comes along, or yes or no alone; without a name the whole words stay as a remark."""
    said = chinese_values.answer(cell.text)[0]
    if said is Answer.UNCONFIRMED:
        return True
    found = guest_rows.agent(cell.text)
    if found is not None and found.company:
        draft.companions.setdefault("agent_company", found.company)
    if found is not None and found.name not in _BARE:
        draft.agents.append(found)
        draft.companions["agent"] = Answer.YES
        return True
    if said is not None:
        draft.companions.setdefault("agent", said)
    is_all = said is not None and found is None
    return is_all or _note(draft, cell, label)


def _interpreter(draft: Draft, cell: Cell, label: str) -> bool:
    """`我方安排英语翻译`, `对方自带`, `无需`; the whole words stay as a remark."""
    who = chinese_values.interpreter(cell.text)
    if who is None:
        return _note(draft, cell, label)
    draft.companions.setdefault("interpreter", who)
    if language := chinese_values.spoken_language(cell.text):
        draft.companions.setdefault("interpreter_language", language)
    return _note(draft, cell, label)


def _role(draft: Draft, cell: Cell, **role: Any) -> bool:
    """A guest named for a role: one of the list, or one more."""
    found = guest_rows.named(cell.text)
    same = next((place for place, guest in enumerate(draft.guests) if guest.name == found.name), None)
    if not found.name:
        return False
    if same is None:
        draft.guests.append(replace(found, **role))
        return True
    known = draft.guests[same]
    filled = {key: getattr(known, key) or getattr(found, key) for key in ("title", "phone", "extension")}
    draft.guests[same] = replace(known, **role, **filled)
    return all(getattr(found, key) in {"", filled[key]} for key in filled)


def _people(draft: Draft, cell: Cell) -> bool:
    names = {guest.name for guest in draft.guests}
    draft.guests.extend(guest for guest in guest_rows.listed(cell.text) if guest.name not in names)
    return True


_READERS: Final[dict[str, Callable[[Draft, Cell, str], bool]]] = {
    "arrival": _arrival,
    "departure": _departure,
    "applied_on": _applied_on,
    "applicant": lambda draft, cell, _label: _applicant(draft, cell),
    "phone": _phone,
    "company": lambda draft, cell, _label: _company(draft, cell),
    "company_phone": _company_phone,
    "heads": _heads,
    "level": _level,
    "way_in": lambda draft, cell, _label: _journey(draft, cell, _ARRIVAL),
    "way_out": lambda draft, cell, _label: _journey(draft, cell, _DEPARTURE),
    "lodging": _lodging,
    "meetings": _meetings,
    "meals": _meals,
    "agent": _agent,
    "interpreter": _interpreter,
    "contact": lambda draft, cell, _label: _role(draft, cell, is_contact=True),
    "main_guest": lambda draft, cell, _label: _role(draft, cell, is_main=True),
    "people": lambda draft, cell, _label: _people(draft, cell),
    "note": _note,
}

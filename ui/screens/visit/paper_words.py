"""How papers and their editions are called on the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from reception_desk.documents.hand_out import HandOut
from reception_desk.domain.choice_words import choice_word
from reception_desk.domain.edition import Choice, EditionNow, EditionState, Medium
from reception_desk.domain.visit import Visit
from reception_desk.i18n import N_, _, current_language, ngettext
from reception_desk.services.paper_lines import PaperLine, told_otherwise
from ui.models.rows import Row
from ui.widgets.fact_choice import Options

STATES: Final = {
    EditionState.CURRENT: (N_("Up to date"), "done", "check-circle"),
    EditionState.STALE: (N_("Old version"), "late", "warning"),
    EditionState.REPLACED: (N_("Replaced"), "muted", "forward"),
    EditionState.RECALLED: (N_("Collected"), "muted", "undo"),
    EditionState.WITHDRAWN: (N_("Withdrawn"), "muted", "close"),
}
LANGUAGES: Final = {"zh": N_("Chinese"), "en": N_("English"), "both": N_("Both languages")}
SUBJECTS: Final = {
    "guest_id": N_("Name on it"),
    "car_booking_id": N_("Which car"),
    "hotel_booking_id": N_("Which hotel"),
    "message_id": N_("Which words"),
    "meal_id": N_("Which meal"),
    "meeting_id": N_("Which meeting"),
    "recipient": N_("Which department"),
}
HANDS: Final = (N_("Gate"), N_("Canteen"), N_("Tea service"), N_("Lobby"))
MOST_WORDS: Final = 16


def paper_name(line: PaperLine) -> str:
    """The number and the name of a paper."""
    return f"{line.hand_out.number} {line.hand_out.name(current_language())}"


def paper_row(key: int, line: PaperLine, visit: Visit) -> Row:
    """A paper of the visit: printed when, in how many copies, how it stands; old copies to be collected as a mark."""
    about = [made.edition for made in line.about]
    if line.state is not None and (about or not line.is_needed):
        words, tone, icon = STATES[line.state]
    elif line.is_needed:
        words, tone, icon = N_("Not printed yet"), "soon", "print"
    else:
        words, tone, icon = N_("Not needed"), "muted", "skip"
    second = ""
    if about:
        copies = sum(edition.copies for edition in about)
        second = f"{_day(about[0].made_at, visit)} {_copies(copies)}"
    collect = sum(made.edition.copies for made in line.to_collect)
    mark = _("{number} to collect").format(number=collect)
    return Row(
        key=key,
        first=paper_name(line),
        second=second,
        marks=((mark, "late"),) if collect else (),
        end=_(words),
        tone=tone,
        icon=icon,
    )


def edition_row(made: EditionNow, visit: Visit) -> Row:
    """One edition: how it was made, when, by whom, in whose hands it is, what it is worth now."""
    edition = made.edition
    words, tone, icon = STATES[made.state]
    how = _("PDF") if edition.medium == Medium.PDF.value else _copies(edition.copies)
    wording = ((_("Newer wording"), "plain"),) if made.newer_wording else ()
    collect = ((_("To collect"), "late"),) if made.is_to_collect else ()
    return Row(
        key=edition.id,
        first=_("Rev. {number}").format(number=edition.revision),
        marks=(*wording, *collect),
        second=" · ".join([choice_words(edition.choice, visit), how]),
        below=" · ".join(_life(made, visit)),
        end=_(words),
        tone=tone,
        icon=icon,
    )


def _life(made: EditionNow, visit: Visit) -> Iterator[str]:
    edition = made.edition
    yield f"{_when(edition.made_at, visit)} {edition.made_by}"
    if edition.holder:
        yield _("held by {name}").format(name=edition.holder)
    if edition.recalled_at is not None:
        when = _when(edition.recalled_at, visit)
        yield _("collected {when} by {name}").format(when=when, name=edition.recalled_by)


def what_differs(made: EditionNow, most: int) -> list[str]:
    """Sentences: what the edition says otherwise than it would today."""
    if made.content_now is None:
        return [_("What it was about is no longer part of the visit.")]
    said = [one.words for one in told_otherwise(made)]
    more = len(said) - most
    if more <= 0:
        return said
    return [*said[:most], ngettext("… and {count} more", "… and {count} more", more).format(count=more)]


def _copies(number: int) -> str:
    return ngettext("{count} copy", "{count} copies", number).format(count=number)


def _when(moment: datetime, visit: Visit) -> str:
    local = moment.astimezone(ZoneInfo(visit.zone))
    return f"{local.month}/{local.day} {local:%H:%M}"


def _day(moment: datetime, visit: Visit) -> str:
    local = moment.astimezone(ZoneInfo(visit.zone))
    return f"{local.month}/{local.day}"


def choice_words(choice: dict[str, object], visit: Visit) -> str:
    """How an edition was made: about whom or what, in which language, on which sheet."""
    about = next((name for name in SUBJECTS if choice.get(name)), "")
    subjects = dict(_subjects(about, visit)) if about else {}
    language = _(LANGUAGES[str(choice.get("language", "zh"))])
    size = str(choice.get("paper", ""))
    day = _("with the day") if choice.get("with_date") else ""
    parts = (subjects.get(choice.get(about), ""), language, "" if size == Choice().paper else size, day)
    return " ".join(part for part in parts if part)


def subject_options(paper: HandOut, visit: Visit) -> Options:
    """Whom or what a paper can be about; the first is the usual: the main guest, or all of them."""
    several = list(_subjects(paper.about, visit))
    if paper.about == "guest_id":
        main = visit.main_guest
        first = main.person.name_in(current_language()) if main else _("The visiting company")
        return [(None, first), *((key, name) for key, name in several if main is None or key != main.id)]
    return [("" if paper.about == "recipient" else None, _("All of them")), *several]


def _subjects(about: str, visit: Visit) -> Iterator[tuple[object, str]]:
    return _SUBJECTS[about](visit) if about in _SUBJECTS else iter(())


def _guests(visit: Visit) -> Iterator[tuple[object, str]]:
    return ((guest.id, guest.person.name_in(current_language())) for guest in visit.guests)


def _cars(visit: Visit) -> Iterator[tuple[object, str]]:
    for trip in visit.car_bookings:
        car = trip.car.plate if trip.car else _("car still open")
        starts = _when(trip.starts_at, visit) if trip.starts_at else ""
        yield trip.id, " ".join(filter(None, (car, trip.driver.name if trip.driver else "", starts)))


def _hotels(visit: Visit) -> Iterator[tuple[object, str]]:
    return ((stay.id, stay.hotel or _("hotel still open")) for stay in visit.hotel_bookings)


def _meals(visit: Visit) -> Iterator[tuple[object, str]]:
    for meal in visit.meals:
        starts = _when(meal.starts_at, visit) if meal.starts_at else _("time still open")
        yield meal.id, " ".join(filter(None, (starts, choice_word(meal.kind), meal.place)))


def _meetings(visit: Visit) -> Iterator[tuple[object, str]]:
    for meeting in visit.meetings:
        starts = _when(meeting.starts_at, visit) if meeting.starts_at else _("time still open")
        yield meeting.id, " ".join(filter(None, (starts, meeting.room or meeting.topic)))


def _departments(visit: Visit) -> Iterator[tuple[object, str]]:
    return ((notice.department, notice.department) for notice in visit.department_notices)


def _messages(visit: Visit) -> Iterator[tuple[object, str]]:
    for message in visit.messages:
        words = message.text.replace("\n", " ") or message.text_en
        yield message.id, words if len(words) <= MOST_WORDS else f"{words[:MOST_WORDS]}…"


_SUBJECTS: Final[dict[str, Callable[[Visit], Iterator[tuple[object, str]]]]] = {
    "guest_id": _guests,
    "car_booking_id": _cars,
    "hotel_booking_id": _hotels,
    "meal_id": _meals,
    "meeting_id": _meetings,
    "recipient": _departments,
    "message_id": _messages,
}


def likely_holders(visit: Visit, made: Iterable[EditionNow]) -> list[str]:
    """Whose hands a paper may go to: those that held one before, drivers, hotels, our people, the house."""
    names = [one.edition.holder for one in made]
    names += [trip.driver.name for trip in visit.car_bookings if trip.driver]
    names += [stay.hotel for stay in visit.hotel_bookings]
    names += [notice.department for notice in visit.department_notices]
    names += [visit.applicant, visit.owner_department, *map(_, HANDS)]
    return list(dict.fromkeys(filter(None, names)))

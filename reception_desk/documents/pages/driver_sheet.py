"""How D7, the driver sheet, is drawn: a page for each car, read at arm's length."""

from __future__ import annotations

from typing import Final

from reportlab.platypus import Flowable, Table

from reception_desk.documents import house_style as style
from reception_desk.documents import table_looks as looks
from reception_desk.documents.hand_out import HandOut, House, grouped
from reception_desk.documents.house_style import prose
from reception_desk.documents.letterhead import gap, letterhead, with_titles
from reception_desk.documents.pages.blocks import (
    Cells,
    Groups,
    bar,
    fact,
    flagged,
    grid,
    joined,
    one_sheet_each,
    rows_of,
    said,
    ticks,
    when,
    word,
)
from reception_desk.documents.sheets import stamped_foot
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.choice_words import choice_msgid
from reception_desk.domain.edition import Choice, Content, Stamp
from reception_desk.domain.entity import Answer
from reception_desk.domain.journey import Carrier, Direction
from reception_desk.domain.phone_words import phone_words
from reception_desk.i18n import N_

_TRIPS: Final = {
    Direction.ARRIVAL.value: N_("To meet the guests"),
    Direction.DEPARTURE.value: N_("To take the guests to their train or flight"),
    Direction.BETWEEN.value: N_("To take the guests on their way"),
}
_SENT_OFF: Final = {
    Answer.YES.value: N_("Yes, seen off"),
    Answer.NO.value: N_("No, not seen off"),
    Answer.UNCONFIRMED.value: N_("Not decided yet"),
}


def draw(paper: HandOut, content: Content, choice: Choice, house: House, stamp: Stamp) -> bytes:
    """A4 portrait, a page for each car."""
    groups, tongue = grouped(content), Tongue(choice.language, house.says(paper.number))
    sheets = [_sheet(paper, groups, trip, house, stamp, tongue) for trip in rows_of(groups, "trip")]
    title = f"{paper.number} {' '.join(tongue(paper.title))} {stamp.visit_number}"
    foot = stamped_foot(paper.title, stamp, choice.language, house.says(paper.number))
    return one_sheet_each(sheets, title=title, language=choice.language, foot=foot)


def _sheet(
    paper: HandOut, groups: Groups, trip: Cells, house: House, stamp: Stamp, tongue: Tongue
) -> list[Flowable]:
    w = tongue
    revision = word(N_("Revision {number}"), w).format(number=stamp.revision)
    return [
        letterhead(paper.title, house, w, beside=revision),
        gap(0.5),
        *_first(groups, w),
        *_where(trip, groups, w),
        *_whom(groups, trip, w),
        *_counted(trip, groups, w),
        *_nights(groups, w),
        *_phones(groups, w),
    ]


def _first(groups: Groups, tongue: Tongue) -> list[Flowable]:
    """What must not be missed stands first: quiet in the car (B5b), no phone to call (A1.1f)."""
    shown: list[Flowable] = []
    if groups["visit"]["quiet"]:
        sentence = word(N_("The guests are tired: no talk, no radio."), tongue)
        shown += [flagged(word(N_("Quiet, please"), tongue), [sentence]), gap(0.5)]
    if not groups["guest contact"]["phone"]:
        sentence = word(N_("No phone of the guests is known: ask the desk before you leave."), tongue)
        shown += [flagged("⚠", [sentence]), gap(0.5)]
    return shown


def _where(trip: Cells, groups: Groups, tongue: Tongue) -> list[Flowable]:
    """When to be where, then the journey and where to bring them."""
    w = tongue
    reason = trip["purpose"] or (word(_TRIPS[trip["direction"]], w) if trip["direction"] else "")
    meets_at = joined(trip["place"], trip["terminal"])
    is_met = trip["direction"] == Direction.ARRIVAL.value
    carrier = word(choice_msgid(Carrier(trip["carrier"])), w) if trip["carrier"] else ""
    start = N_("Waits where") if is_met else N_("Starts where")
    place = meets_at if is_met else word(N_("Our door"), w) if trip["direction"] else ""
    return [
        bar(N_("When and where"), w, reason),
        Table(
            [
                [
                    fact(N_("Be there at"), w, when(trip["be there"], w), role="large"),
                    fact(start, w, place, role="large"),
                ]
            ],
            colWidths=looks.HALVES,
            style=style.FACT_GRID,
        ),
        grid(
            [
                [
                    fact(N_("Flight or train"), w, joined(carrier, trip["number"], when(trip["at"], w))),
                    fact(N_("From"), w, trip["from"]),
                    fact(N_("Then on to"), w, trip["to"]),
                ],
                [
                    fact(N_("Time out"), w, when(trip["out"], w)),
                    fact(N_("Time back"), w, when(trip["back"], w)),
                    fact(N_("Parking place"), w, groups["visit"]["parking"]),
                ],
                [
                    fact(N_("Plate"), w, joined(trip["plate"], trip["model"])),
                    fact(N_("Driver"), w, joined(trip["driver"], phone_words(trip["phone"], w.languages[0]))),
                    fact(N_("Note"), w, trip["note"]),
                ],
            ]
        ),
        gap(),
    ]


def _whom(groups: Groups, trip: Cells, tongue: Tongue) -> list[Flowable]:
    w = tongue
    placards = word(N_("Placards to take along: {number}"), w).format(number=trip["placards"])
    told = placards if trip["placards"] != "0" else word(N_("No placard"), w)
    guest = with_titles(groups["main guest"], groups["title"], w)[0]
    contact = groups["guest contact"]
    phone = _phone(contact, w)
    return [
        bar(N_("Whom"), w, told),
        grid(
            [
                [
                    fact(N_("Main guest"), w, guest),
                    fact(N_("Company"), w, groups["company"][w.languages[0]]),
                    fact(N_("Heads"), w, _heads(trip["heads"], w)),
                ],
                [
                    fact(N_("Contact of the guests"), w, said(contact, "name", w)),
                    fact(N_("Phone of the contact"), w, phone, role="large"),
                ],
            ]
        ),
        gap(),
    ]


def _heads(heads: str, tongue: Tongue) -> str:
    return word(N_("{number} people"), tongue).format(number=heads) if heads else ""


def _phone(cells: Cells, tongue: Tongue) -> str:
    spoken = phone_words(cells["phone"], tongue.languages[0])
    return f"{spoken}-{cells['extension']}" if spoken and cells["extension"] else spoken


def _counted(trip: Cells, groups: Groups, tongue: Tongue) -> list[Flowable]:
    """Heads and bags, counted before the car leaves (B4b); whether somebody sees them off (B11c)."""
    w, visit = tongue, groups["visit"]
    planned = trip["heads"] or "    "
    boxes = [
        word(N_("Guests: ______ of {number}"), w).format(number=planned),
        word(N_("Pieces of luggage: ______"), w),
        word(N_("Time away: ______"), w),
    ]
    sent_off = joined(
        word(_SENT_OFF[visit["send-off"]], w),
        word(N_("by {name}"), w).format(name=visit["send-off by"]) if visit["send-off by"] else "",
    )
    return [
        bar(N_("Counted before leaving"), w),
        ticks(boxes, looks.COUNTED),
        grid([[fact(N_("Seen off to the station or airport"), w, sent_off)]], (style.TEXT,)),
        gap(),
    ]


def _nights(groups: Groups, tongue: Tongue) -> list[Flowable]:
    w, stays = tongue, rows_of(groups, "stay")
    if not stays:
        return []
    lines: list[Flowable] = []
    for cells in stays:
        rooms = word(N_("{number} rooms"), w).format(number=cells["rooms"]) if cells["rooms"] else ""
        lines.append(prose(joined(cells["hotel"], rooms, cells["kind"], when(cells["in"], w)), "value"))
    if more := groups["stays"]["more"]:
        lines.append(prose(word(N_("… {number} more"), w).format(number=more), "beside"))
    return [bar(N_("Hotel of the guests"), w), *lines, gap()]


def _phones(groups: Groups, tongue: Tongue) -> list[Flowable]:
    """Whom to call, in this order, where the guests are not there or something is in the way."""
    w, language = tongue, tongue.languages[0]

    def of(label: str, cells: Cells, name: str) -> list[Flowable]:
        return list(fact(label, w, joined(name, phone_words(cells["phone"], language))))

    lead, desk, admin = groups["lead"], groups["desk"], groups["admin"]
    return [
        bar(N_("If anything is in the way"), w),
        prose(
            word(
                N_("Guests not there, late or more than planned: call the contact first, then the desk."), w
            ),
            "beside",
        ),
        grid(
            [
                [
                    of(N_("Front desk"), desk, desk["name"]),
                    of(N_("Admin supervisor"), admin, admin["name"]),
                    of(N_("Leads the reception"), lead, said(lead, "name", w)),
                ]
            ]
        ),
    ]

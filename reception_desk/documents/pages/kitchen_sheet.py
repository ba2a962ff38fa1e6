"""How D12, the kitchen and tea sheet, is drawn: times and rooms above, the guests' needs beneath."""

from __future__ import annotations

from typing import Final

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from reception_desk.documents.hand_out import HandOut, House, grouped
from reception_desk.documents.house_style import prose
from reception_desk.documents.letterhead import gap, letterhead
from reception_desk.documents.pages.blocks import (
    Cells,
    Groups,
    bar,
    fact,
    grid,
    joined,
    listing,
    need,
    one_sheet_each,
    quiet,
    rows_of,
    said,
    until,
    when,
    word,
)
from reception_desk.documents.sheets import stamped_foot
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.choice_words import choice_msgid
from reception_desk.domain.edition import Choice, Content, Stamp
from reception_desk.domain.meal import MealKind
from reception_desk.domain.phone_words import phone_words
from reception_desk.i18n import N_

_TIMES: Final = tuple(part * mm for part in (22, 54, 46, 60))
_GUESTS: Final = tuple(part * mm for part in (7, 31, 36, 42, 34, 32))


def draw(paper: HandOut, content: Content, choice: Choice, house: House, stamp: Stamp) -> bytes:
    """One A4 portrait."""
    groups, tongue = grouped(content), Tongue(choice.language, house.says(paper.number))
    story: list[Flowable] = [
        letterhead(paper.title, house, tongue),
        gap(0.5),
        *_times(groups, tongue),
        *_laid_out(groups, tongue),
        *_guests(groups, tongue),
    ]
    title = f"{paper.number} {' '.join(tongue(paper.title))} {stamp.visit_number}"
    foot = stamped_foot(paper.title, stamp, choice.language, house.says(paper.number))
    return one_sheet_each([story], title=title, language=choice.language, foot=foot)


def _times(groups: Groups, tongue: Tongue) -> list[Flowable]:
    w, visit = tongue, groups["visit"]
    rows = [_time(word(N_("Meeting"), w), cells, w) for cells in rows_of(groups, "meeting")]
    rows += [
        _time(word(choice_msgid(MealKind(cells["kind"])), w), cells, w) for cells in rows_of(groups, "meal")
    ]
    heads = [word(one, w) for one in (N_("What"), N_("Time"), N_("Place"), N_("How many"))]
    times: list[Flowable] = [prose(word(N_("No time is known yet."), w), "value"), gap(0.3)]
    if rows:
        times = [listing(heads, rows, _TIMES)]
    if more := groups["times"]["more"]:
        times.append(prose(word(N_("… {number} more"), w).format(number=more), "beside"))
    beside = joined(
        word(N_("Visit {number}"), w).format(number=visit["number"]),
        word(N_("{number} guests"), w).format(number=visit["heads"]) if visit["heads"] else "",
    )
    return [bar(N_("When and where"), w, beside), *times, gap()]


def _time(what: str, cells: Cells, tongue: Tongue) -> list[object]:
    w = tongue
    told = [
        word(message, w).format(number=cells[part])
        for message, part in (
            (N_("{number} guests"), "guests"),
            (N_("{number} of us"), "ours"),
            (N_("{number} in all"), "heads"),
        )
        if cells.get(part)
    ]
    starts = when(cells["starts"], w) or word(N_("Time still open"), w)
    return [
        prose(what, "guest"),
        prose(f"{starts}{until(cells['starts'], cells.get('ends', ''))}", "beside"),
        prose(cells["place"] or word(N_("Place still open"), w), "beside"),
        prose(joined(*told), "beside"),
    ]


def _laid_out(groups: Groups, tongue: Tongue) -> list[Flowable]:
    w = tongue
    minutes = groups["refill"]["minutes"]
    again = word(N_("every {number} minutes"), w).format(number=minutes) if minutes else ""
    desk = phone_words(groups["desk"]["phone"], w.languages[0])
    return [
        bar(N_("At talks"), w),
        grid(
            [
                [
                    fact(N_("Laid out"), w, groups["laid out"][w.languages[0]]),
                    fact(N_("Pour again"), w, again),
                    fact(N_("Front desk"), w, desk),
                ]
            ]
        ),
        gap(),
    ]


def _guests(groups: Groups, tongue: Tongue) -> list[Flowable]:
    """Each guest: a box to tick stands before nothing here; what nobody has asked is marked, never blank."""
    w, guests = tongue, rows_of(groups, "guest")
    rows = [_guest(place, cells, w) for place, cells in enumerate(guests, 1)]
    heads = [
        "",
        *(
            word(one, w)
            for one in (N_("Name"), N_("Title"), N_("Must not have"), N_("Drinks"), N_("Customs"))
        ),
    ]
    shown: list[Flowable] = [bar(N_("Guests"), w)]
    if rows:
        shown.append(listing(heads, rows, _GUESTS))
    more, unnamed = groups["guests"]["more"], groups["guests"]["unnamed"]
    told = [
        word(message, w).format(number=number)
        for message, number in (
            (N_("… {number} more"), more),
            (N_("{number} guests are not named yet: their needs are not known."), unnamed),
        )
        if number
    ]
    return [*shown, *(flowable for line in told for flowable in quiet(line))]


def _guest(place: int, cells: Cells, tongue: Tongue) -> list[object]:
    def told(part: str) -> Flowable:
        is_said = bool(cells[part])
        is_open = not is_said and not cells[f"{part} asked"]
        role = "guest" if is_said and part == "diet" else "beside second" if is_open else "beside"
        mark = "? " if is_open else ""
        return prose(f"{mark}{need(cells, part, tongue)}", role)

    return [
        prose(str(place), "code"),
        prose(said(cells, "name", tongue), "guest"),
        prose(said(cells, "title", tongue), "beside"),
        told("diet"),
        told("drink"),
        told("customs"),
    ]

"""How D6, the dispatch slip, is drawn: a sheet for each car, to be cut into two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from reportlab.platypus import Flowable, Table

from reception_desk.documents import house_style as style
from reception_desk.documents import table_looks as looks
from reception_desk.documents.dispatch_slip import CAR_ITEM, CHECKS, SUPPLIES_ITEM, DispatchSlip
from reception_desk.documents.hand_out import HandOut, House, Mark, Marks, grouped
from reception_desk.documents.house_style import bilingual, prose
from reception_desk.documents.letterhead import fact, gap, ours, with_titles
from reception_desk.documents.moments import brief_day_and_time, short_day_and_time
from reception_desk.documents.sheets import TickBox, halved_sheets, stamped_foot
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.edition import Choice, Content, Stamp
from reception_desk.domain.journey import Direction
from reception_desk.domain.phone_words import phone_words
from reception_desk.domain.preparation import ItemState
from reception_desk.i18n import N_

Cells = Mapping[str, str]
Groups = Mapping[str, Cells]
_REASONS: Final = {
    Direction.ARRIVAL.value: N_("To meet the guests"),
    Direction.DEPARTURE.value: N_("To take the guests to their train or flight"),
    Direction.BETWEEN.value: N_("To take the guests on their way"),
}
_APPROVED_BY: Final = (
    N_("Department of the visit"),
    N_("Administration"),
    N_("Dispatched by"),
    N_("Driver"),
)
_DRIVEN: Final = (
    N_("Actual time out"),
    N_("Actual time back"),
    N_("Odometer out / back (km)"),
    N_("Driver's signature"),
)


def draw(paper: HandOut, content: Content, choice: Choice, house: House, stamp: Stamp, marks: Marks) -> bytes:
    """A4 portrait, to be cut into two A5; the checks that are done stand on the company's half."""
    groups, tongue = grouped(content), Tongue(choice.language, house.says(paper.number))
    sheets = [
        (
            _half(groups, trip, house, tongue, part=N_("For the company"), marks=_of_trip(about, marks)),
            _half(groups, trip, house, tongue, part=N_("For the driver"), marks=None),
        )
        for about, trip in groups.items()
        if about.startswith("trip ")
    ]
    title = f"{paper.number} {' '.join(tongue(paper.title))} {stamp.visit_number}"
    foot = stamped_foot(paper.title, stamp, choice.language, house.says(paper.number))
    return halved_sheets(sheets, title=title, language=choice.language, foot=foot)


def _half(
    groups: Groups, trip: Cells, house: House, tongue: Tongue, *, part: str, marks: Marks | None
) -> list[Flowable]:
    """One half; `marks` are drawn on the company's, the driver ticks anew."""
    return [
        _head(part, house, tongue),
        gap(0.5),
        _facts(groups, trip, tongue),
        gap(),
        _checks(trip, marks, tongue),
        gap(0.8),
        _signatures(_DRIVEN if marks is None else _APPROVED_BY, tongue),
    ]


def _head(part: str, house: House, tongue: Tongue) -> Flowable:
    title = prose("  ".join(tongue(DispatchSlip.title)), "title")
    cells = [[title, bilingual(tongue(part), "part"), ours(house, tongue)]]
    return Table(cells, colWidths=looks.SLIP_HEAD, style=looks.SLIP_HEAD_LOOK)


def _facts(groups: Groups, trip: Cells, tongue: Tongue) -> Flowable:
    w, visit = tongue, groups["visit"]
    guest = with_titles(groups["main guest"], groups["title"], tongue)
    heads = w.counted(N_("{number} people"), visit["heads"]) if visit["heads"] else []
    reason = (
        [trip["purpose"]]
        if trip["purpose"]
        else tongue(_REASONS[trip["direction"]])
        if trip["direction"]
        else []
    )
    seats = w.counted(N_("{number} seats"), trip["seats"])[0] if trip["seats"] else ""
    asked_by = " ".join(filter(None, (visit["department"], visit["applicant"])))
    phone = phone_words(trip["phone"], w.languages[0])
    cells = [
        [
            fact(w(N_("Guests")), list(groups["company"].values()), whole=False),
            fact(w(N_("Main guest")), guest, whole=False),
            fact(w(N_("Heads")), heads),
        ],
        [
            fact(w(N_("Reason for the trip")), reason, whole=False),
            fact(w(N_("Asked for by")), [asked_by], whole=False),
            fact(w(N_("Flight or train")), _journey(trip, tongue)),
        ],
        [
            fact(w(N_("Where to")), [trip["place"]], whole=False),
            fact(w(N_("Then on to")), [trip["to"]], whole=False),
            fact(w(N_("Note")), [trip["note"]], whole=False),
        ],
        [
            fact(w(N_("Planned time out")), w.moment(trip["out"], "") if trip["out"] else []),
            fact(w(N_("Planned time back")), w.moment(trip["back"], "") if trip["back"] else []),
            fact(w(N_("Date of this slip")), []),
        ],
        [
            fact(w(N_("Plate")), [trip["plate"]]),
            fact(w(N_("Model and seats")), ["  ".join(filter(None, (trip["model"], seats)))], whole=False),
            fact(w(N_("Driver")), ["  ".join(filter(None, (trip["driver"], phone)))], whole=False),
        ],
    ]
    return Table(cells, colWidths=looks.SLIP, style=style.FACT_GRID)


def _journey(trip: Cells, tongue: Tongue) -> list[str]:
    """Its number and when it comes in or leaves."""
    at = datetime.fromisoformat(trip["at"]) if trip["at"] else None
    return [
        "  ".join(filter(None, (trip["number"], brief_day_and_time(at, language) if at else "")))
        for language in tongue.languages
    ]


def _of_trip(about: str, marks: Marks) -> Marks:
    """The marks of one car: its own checks, else the items that are ticked off for all."""
    car, supplies = marks.get(CAR_ITEM), marks.get(SUPPLIES_ITEM)
    common = {check: supplies if check == "is_supplied" else car for check in CHECKS}
    own = {check: marks.get(f"{about}/{check}") or common[check] for check in CHECKS}
    return {check: mark for check, mark in own.items() if mark is not None}


def _checks(trip: Cells, marks: Marks | None, tongue: Tongue) -> Flowable:
    """The five checks before the car leaves (A6.4b, B2c): the company's are as they were ticked off."""
    clean, reliable, fuelled, supplied = ((marks or {}).get(check) for check in CHECKS)
    water, tissues = (
        [f"{word} × {trip['seats']}" if trip["seats"] else word for word in tongue(supply)]
        for supply in (N_("Drinking water"), N_("Tissues"))
    )
    checks = (
        (tongue(N_("Clean")), clean),
        (tongue(N_("Reliable")), reliable),
        (tongue(N_("Tank full")), fuelled),
        (water, supplied),
        (tissues, supplied),
    )
    row: list[object] = []
    for said, mark in checks:
        row += [TickBox(mark.state if mark else ItemState.OPEN), bilingual(said, "item")]
    return Table(
        [[*row, _checked((clean, reliable, fuelled), tongue)]],
        colWidths=looks.CHECKS,
        style=looks.CHECKS_LOOK,
    )


def _checked(ticks: Sequence[Mark | None], tongue: Tongue) -> list[Flowable]:
    """`已备` once the car's three checks are done, with who and when where it is known; else room to sign."""
    if not all(mark is not None and mark.state is ItemState.DONE for mark in ticks):
        return [prose(" ".join(tongue(N_("Checked by"))), "label")]
    known = next((mark for mark in ticks if mark is not None and mark.by), None)
    when = short_day_and_time(known.at) if known and known.at else ""
    return [
        prose(" ".join(tongue(N_("Car is ready"))), "phase"),
        prose(f"{when}  {known.by if known else ''}".strip(), "mark"),
    ]


def _signatures(labels: Sequence[str], tongue: Tongue) -> Flowable:
    cells = [[bilingual(tongue(label), "label") for label in labels]]
    return Table(cells, colWidths=looks.SIGNED, rowHeights=looks.SIGN_ROOM, style=looks.SIGNATURES_LOOK)

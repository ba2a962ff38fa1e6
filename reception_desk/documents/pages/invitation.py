"""How D17, the letter of invitation, is drawn: our letterhead, both languages side by side in rank."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from reportlab.platypus import Flowable, KeepTogether, Table

from reception_desk.documents import house_style as style
from reception_desk.documents import table_looks as looks
from reception_desk.documents.hand_out import HandOut, House, Mark, Marks, grouped
from reception_desk.documents.house_style import bilingual, fitted, prose
from reception_desk.documents.invitation import AGREED_MARK
from reception_desk.documents.letterhead import gap
from reception_desk.documents.moments import day, plain_day
from reception_desk.documents.sheets import Logo, Ruled, WriteLine, flowing_sheets, stamped_foot
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.edition import Choice, Content, Stamp
from reception_desk.domain.person import Gender
from reception_desk.domain.phone_words import phone_words
from reception_desk.i18n import N_

Cells = Mapping[str, str]
_GENDERS: Final = {Gender.MALE.value: N_("Male"), Gender.FEMALE.value: N_("Female")}
_DEAR: Final = {
    Gender.MALE.value: N_("Dear Mr. {name},"),
    Gender.FEMALE.value: N_("Dear Ms. {name},"),
}
_INVITED: Final = N_(
    "On behalf of {company} we have the honour of inviting you to visit us from {from_day} to {to_day}."
)
_HELP: Final = N_("We ask the authorities concerned to assist our guest with the visa and the entry.")
_CLOSING: Final = N_("We look forward to welcoming you.")
_DRAFT: Final = N_("Draft for the guest to check: please confirm each fact. This is not a letter yet.")
_AGREED: Final = N_("The guest has confirmed what this letter says on {day}.")


def draw(paper: HandOut, content: Content, choice: Choice, house: House, stamp: Stamp, marks: Marks) -> bytes:
    """A4 portrait; a second sheet only where the programme is long."""
    groups, tongue = grouped(content), Tongue(choice.language, house.says(paper.number))
    agreed = marks.get(AGREED_MARK)
    story: list[Flowable] = [
        *([] if agreed else [prose("  ".join(tongue(_DRAFT)), "head")]),
        _title(paper, house, tongue),
        *_ours(house, groups["inviter"], tongue),
        Ruled(style.SIGN_ACCENT, style.ITINERARY_RULE),
        gap(0.5),
        *_words(groups, house, tongue),
        gap(0.5),
        _invitee(groups, tongue),
        gap(0.5),
        _stay(groups, tongue),
        *_programme([cells for about, cells in groups.items() if about.startswith("entry ")], tongue),
        gap(),
        KeepTogether([*_closing(groups["inviter"], stamp, tongue), *_confirmed(agreed, tongue)]),
    ]
    title = f"{paper.number} {' '.join(tongue(paper.title))} {stamp.visit_number}"
    foot = stamped_foot(paper.title, stamp, choice.language, house.says(paper.number), internal=False)
    return flowing_sheets(story, paper=choice.paper, title=title, language=choice.language, foot=foot)


def _title(paper: HandOut, house: House, tongue: Tongue) -> Flowable:
    """What it is; our logo beside it, our names stand beneath."""
    logo = Logo(house.logo) if house.logo else ""
    title = prose("  ".join(tongue(paper.title)), "title")
    return Table([[title, logo]], colWidths=[style.TEXT - style.OURS, style.OURS], style=style.HEADING)


def _ours(house: House, inviter: Cells, tongue: Tongue) -> list[Flowable]:
    """Our full name in each language, address and telephone: the head of a letter."""
    names = dict.fromkeys(house.name_in(language) for language in tongue.languages)
    addresses = dict.fromkeys(tongue.fact(inviter, "address"))
    phone = phone_words(inviter["phone"], tongue.languages[-1]) if inviter["phone"] else ""
    line = "  ·  ".join(filter(None, (*addresses, phone)))
    return [
        *(
            fitted(name, "company" if not place else "company second", style.TEXT)
            for place, name in enumerate(names)
        ),
        *([prose(line, "second")] if line else []),
    ]


def _words(groups: Mapping[str, Cells], house: House, tongue: Tongue) -> list[Flowable]:
    """Each language whole, one after the other: who reads one reads all of it."""
    stay = groups["visit"]
    said: list[Flowable] = []
    for place, language in enumerate(tongue.languages):
        dear = tongue(_DEAR.get(groups["gender"][""], N_("Dear {name},")))[place]
        names = groups["name"]
        days = [
            plain_day(date.fromisoformat(stay[end]), language) if stay[end] else "____"
            for end in ("from", "to")
        ]
        invited = tongue(_INVITED)[place].format(
            company=house.name_in(language), from_day=days[0], to_day=days[1]
        )
        said += [
            prose(dear.format(name=names[language]), "part"),
            prose(f"{invited}{'' if language == 'zh' else ' '}{tongue(_HELP)[place]}", "value"),
            gap(0.5),
        ]
    return said


def _invitee(groups: Mapping[str, Cells], tongue: Tongue) -> Flowable:
    w = tongue
    passport, gender = groups["passport"], _GENDERS.get(groups["gender"][""])
    born = passport.get("birth", "")
    cells = [
        _fact(w(N_("Full name as in the passport")), [passport.get("name", "")], is_name=True),
        _fact(w(N_("Passport number")), [passport.get("number", "")], is_name=True),
        _fact(
            w(N_("Date of birth")),
            [plain_day(date.fromisoformat(born), one) for one in w.languages] if born else [],
        ),
        *([_fact(w(N_("Gender")), w(gender))] if gender else []),
        _fact(w(N_("Position")), [groups["title"][one] for one in w.languages]),
        _fact(w(N_("Employer")), [groups["company"][one] for one in w.languages]),
        *([_fact(w(N_("Address")), [groups["address"][""]])] if groups["address"][""] else []),
    ]
    return _pairs(cells)


def _stay(groups: Mapping[str, Cells], tongue: Tongue) -> Flowable:
    w, stay = tongue, groups["visit"]
    ends = list(dict.fromkeys(filter(None, (stay["from"], stay["to"]))))
    days = [
        " – ".join(plain_day(date.fromisoformat(one), language) for one in ends) for language in w.languages
    ]
    return _pairs(
        [
            _fact(w(N_("Purpose")), [stay["purpose"]]),
            _fact(w(N_("Days of the visit")), days),
            _fact(w(N_("Who bears the cost")), [stay["costs"]]),
        ]
    )


def _programme(entries: Sequence[Cells], tongue: Tongue) -> list[Flowable]:
    """What is planned, a line for each day."""
    if not entries:
        return []
    rows, last = [], ""
    for cells in entries:
        when = date.fromisoformat(cells["day"])
        said = [day(when, language) for language in tongue.languages] if cells["day"] != last else [""]
        what = " · ".join(filter(None, (cells["activity"], cells["place"])))
        rows.append([bilingual(said, "beside"), prose(what, "beside")])
        last = cells["day"]
    return [
        gap(0.5),
        prose("  ".join(tongue(N_("Programme in brief"))), "part"),
        gap(0.25),
        Table(rows, colWidths=looks.LETTER, style=looks.LETTER_LOOK),
    ]


def _closing(inviter: Cells, stamp: Stamp, tongue: Tongue) -> list[Flowable]:
    """Where and when, who invites, room for the signature and the seal."""
    w = tongue
    places = w.fact(inviter, "place")
    issued = [
        (", " if one == "en" else " ").join(filter(None, (place, plain_day(stamp.printed, one))))
        for one, place in zip(w.languages, places, strict=True)
    ]
    names, titles = w.fact(inviter, "name"), w.fact(inviter, "title")
    signed = [
        (", " if one == "en" else " ").join(filter(None, (name, title)))
        for one, name, title in zip(w.languages, names, titles, strict=True)
    ]
    cells = [
        [
            [*_fact(w(N_("Place and date")), issued)[1]],
            [prose(" ".join(w(N_("Signature"))), "label")],
            [prose(" ".join(w(N_("Company seal"))), "label")],
        ],
        [_value(signed), "", ""],
    ]
    return [
        prose("  ".join(w(_CLOSING)), "value"),
        gap(0.5),
        Table(
            cells,
            colWidths=looks.LETTER_SIGNED,
            rowHeights=looks.LETTER_SIGN_ROOM,
            style=looks.LETTER_SIGNED_LOOK,
        ),
    ]


def _confirmed(agreed: Mark | None, tongue: Tongue) -> list[Flowable]:
    """The mark that the client has confirmed the content: beside it, and no part of it."""
    if agreed is None or agreed.at is None:
        return []
    said = [
        words.format(day=plain_day(agreed.at, one))
        for one, words in zip(tongue.languages, tongue(_AGREED), strict=True)
    ]
    return [gap(0.5), prose("  ".join(said), "head")]


def _fact(label: Sequence[str], values: Sequence[str], *, is_name: bool = False) -> list[list[Flowable]]:
    return [[prose(" ".join(label), "beside second")], _value(values, is_name=is_name)]


def _value(values: Sequence[str], *, is_name: bool = False) -> list[Flowable]:
    shown = [value for value in values if value]
    return list(bilingual(shown, "guest" if is_name else "beside")) if shown else [WriteLine()]


def _pairs(cells: list[list[list[Flowable]]]) -> Flowable:
    return Table(cells, colWidths=looks.LETTER, style=looks.LETTER_LOOK)

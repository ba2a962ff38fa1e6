"""How D2, the application, is drawn: the form, and the dossier behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, PageBreak, Table

from reception_desk.documents import house_style as style
from reception_desk.documents import table_looks as looks
from reception_desk.documents.hand_out import HandOut, House, grouped
from reception_desk.documents.house_style import prose
from reception_desk.documents.letterhead import company_heading, gap, letterhead
from reception_desk.documents.pages import arrangement_lines as arranged
from reception_desk.documents.pages.blocks import (
    Cells,
    Fact,
    Groups,
    bar,
    fact,
    flagged,
    grid,
    joined,
    listing,
    need,
    part,
    rows_of,
    said,
    when,
    word,
)
from reception_desk.documents.pages.plan_words import (
    GENDERS,
    INTERPRETERS,
    NEED_WORDS,
    OFFICES,
    PART_WORDS,
    RELATIONS,
    VERDICTS,
)
from reception_desk.documents.sheets import flowing_sheets, stamped_foot
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.choice_words import choice_msgid
from reception_desk.domain.company import DOSSIER_FIELDS
from reception_desk.domain.edition import Choice, Content, Stamp
from reception_desk.domain.entity import Answer
from reception_desk.domain.field_words import field_word
from reception_desk.domain.phone_words import phone_words
from reception_desk.domain.visit import ANSWERS
from reception_desk.i18n import N_

_GUESTS: Final = tuple(part * mm for part in (7, 31, 15, 32, 18, 21, 58))
_WANTED: Final = (style.TEXT / 6,) * 6
_OPINIONS: Final = looks.HALVES


def draw(paper: HandOut, content: Content, choice: Choice, house: House, stamp: Stamp) -> bytes:
    """A4 portrait."""
    groups, tongue = grouped(content), Tongue(choice.language, house.says(paper.number))
    story: list[Flowable] = [
        letterhead(paper.title, house, tongue),
        gap(0.5),
        *_flags(groups["flag"], tongue),
        *company_heading(list(groups["company"].values()), tongue),
        _head(groups, tongue),
        gap(),
        *_guests(groups, tongue),
        *_journeys(groups, tongue),
        *_wanted(groups, tongue),
        *_level(groups, tongue),
        KeepTogether(_opinions(groups, tongue)),
    ]
    if groups["annex"][""]:
        story += [PageBreak(), *_annex(groups, tongue)]
    title = f"{paper.number} {' '.join(tongue(paper.title))} {stamp.visit_number}"
    foot = stamped_foot(paper.title, stamp, choice.language, house.says(paper.number))
    return flowing_sheets(story, paper=choice.paper, title=title, language=choice.language, foot=foot)


def _flags(flag: Cells, tongue: Tongue) -> Iterator[Flowable]:
    """Urgent and made up, in a box with the reason (P5)."""
    words = [N_("Urgent")] if flag["urgent"] else []
    words += [N_("Made up later")] if flag["made up"] else []
    if not words:
        return
    told = []
    if flag["urgent"]:
        by = word(N_("Notice was due by {day} and came later."), tongue)
        told.append(by.format(day=when(flag["urgent"], tongue)))
    why = flag["reason"].split("\n") if flag["reason"] else [word(N_("no reason given yet"), tongue)]
    told += [f"{word(N_('Why notice came late'), tongue)}{_colon(tongue)}{why[0]}", *why[1:]]
    yield flagged(" / ".join(word(one, tongue) for one in words), told)
    yield gap(0.5)


def _colon(tongue: Tongue) -> str:
    return "：" if tongue.languages[0] == "zh" else ": "


def _head(groups: Groups, tongue: Tongue) -> Flowable:
    visit, unit, w = groups["visit"], groups["unit"], tongue
    language = tongue.languages[0]
    asked_by = joined(
        visit["applicant"], _extended(phone_words(visit["phone"], language), visit["extension"])
    )
    counts = [
        word(say, w).format(number=visit[count])
        for say, count in (
            (N_("{number} people"), "heads"),
            (N_("{number} men"), "men"),
            (N_("{number} women"), "women"),
        )
        if visit[count]
    ]
    return grid(
        [
            [
                fact(N_("Visit number"), w, visit["number"]),
                fact(N_("Department that applies"), w, visit["department"]),
                fact(N_("Applicant"), w, asked_by),
            ],
            [
                fact(N_("Applied on"), w, when(visit["applied"], w)),
                fact(N_("Notice received"), w, when(visit["received"], w)),
                fact(N_("Heads"), w, joined(*counts)),
            ],
            [
                fact(N_("Arrival"), w, when(visit["arrival"], w)),
                fact(N_("Departure"), w, when(visit["departure"], w)),
                fact(N_("Phone of the company"), w, phone_words(unit["phone"], language)),
            ],
            [
                fact(field_word("visit", "kind"), w, visit["kind"]),
                fact(N_("Coordinated by"), w, visit["coordinator"]),
                fact(N_("Address"), w, unit["address"]),
            ],
            *_long((N_("Purpose"), visit["purpose"], True), tongue=w),
            *_long(
                (N_("Note"), visit["note"], False),
                tongue=w,
            ),
        ]
    )


def _long(*texts: tuple[str, str, bool], tongue: Tongue) -> Iterator[Sequence[Fact]]:
    """Longer texts over the whole width; only what must be known has a line where it is not."""
    return ([fact(message, tongue, text)] for message, text, is_wanted in texts if text or is_wanted)


def _extended(phone: str, extension: str) -> str:
    return f"{phone}-{extension}" if extension else phone


def _guests(groups: Groups, tongue: Tongue) -> list[Flowable]:
    w = tongue
    guests = rows_of(groups, "guest")
    heads = [
        "",
        *(
            word(one, w)
            for one in (
                N_("Name"),
                N_("Gender"),
                N_("Title"),
                N_("Nationality"),
                N_("Salutation"),
                N_("Food, lodging, customs"),
            )
        ),
    ]
    if not guests:
        return [bar(N_("Guests"), w), prose(word(N_("Nobody is named yet."), w), "beside"), gap()]
    rows = [_guest(place, cells, w) for place, cells in enumerate(guests, 1)]
    return [*part(N_("Guests"), w), listing(heads, rows, _GUESTS), gap()]


def _guest(place: int, cells: Cells, tongue: Tongue) -> list[object]:
    w = tongue
    parts = [word(message, w) for name, message in PART_WORDS.items() if cells[name]]
    gender = GENDERS.get(cells["gender"])
    needs = joined(*(f"{word(label, w)} {need(cells, name, w)}" for name, label in NEED_WORDS.items()))
    return [
        prose(str(place), "code"),
        [prose(said(cells, "name", w), "guest"), *(prose(one, "beside second") for one in parts)],
        prose(word(gender, w), "beside") if gender else "",
        [
            prose(said(cells, "title", w), "beside"),
            *([prose(said(cells, "rank", w), "beside second")] if said(cells, "rank", w) else []),
        ],
        prose(cells["nationality"], "beside"),
        prose(cells["salutation"], "beside"),
        prose(needs, "beside second"),
    ]


def _journeys(groups: Groups, tongue: Tongue) -> list[Flowable]:
    legs = rows_of(groups, "leg")
    if not legs:
        return [
            bar(N_("Journeys"), tongue),
            prose(word(N_("No journey is known yet."), tongue), "beside"),
            gap(),
        ]
    rows = [arranged.leg(cells, tongue) for cells in legs]
    heads = [word(one, tongue) for one in (N_("Direction"), N_("Time"), N_("Flight or train"), N_("Way"))]
    return [
        KeepTogether([bar(N_("Journeys"), tongue), listing(heads, rows, arranged.LEGS)]),
        gap(),
    ]


def _wanted(groups: Groups, tongue: Tongue) -> list[Flowable]:
    """The answers, an open one to be seen; then what is arranged."""
    wanted, w = groups["wanted"], tongue
    answers = [
        (message, word(choice_msgid(Answer(wanted[name])), w), Answer(wanted[name]))
        for name, message in ANSWERS.items()
    ]
    cells = [
        [
            prose(word(message, w), "label"),
            prose(told, "guest" if answer is Answer.UNCONFIRMED else "value"),
        ]
        for message, told, answer in answers
    ]
    agent = word(choice_msgid(Answer(wanted["agent"])), w)
    talks = word(INTERPRETERS[wanted["interpreter"]], w)
    cells += [
        [
            prose(word(N_("Domestic agent"), w), "label"),
            prose(joined(agent, wanted["agent_company"]), "value"),
        ],
        [
            prose(word(N_("Interpreter"), w), "label"),
            prose(joined(talks, wanted["interpreter_language"]), "value"),
        ],
    ]
    rows = [cells[start : start + len(_WANTED)] for start in range(0, len(cells), len(_WANTED))]
    block = [bar(N_("What is wanted"), w), Table(rows, colWidths=_WANTED, style=style.FACT_GRID)]
    lines = arranged.lines(groups, w)
    return [KeepTogether(block), *([listing(["", ""], lines, arranged.LINES)] if lines else []), gap()]


def _level(groups: Groups, tongue: Tongue) -> list[Flowable]:
    w, relation = tongue, groups["relation"]
    how = word(RELATIONS[relation["is"]], w) if relation["is"] else ""
    departments = [cells["name"] for cells in rows_of(groups, "department")]
    block: list[Flowable] = [
        bar(N_("Level and standard"), w),
        grid(
            [
                [
                    fact(N_("Level"), w, groups["level"][w.languages[0]]),
                    fact(N_("How we receive"), w, joined(how, relation["reason"])),
                    fact(N_("Departments to be told"), w, "、".join(departments)),
                ]
            ]
        ),
    ]
    block += [prose(arranged.over(cells, w), "value") for cells in rows_of(groups, "over")]
    return [KeepTogether(block), gap()]


def _opinions(groups: Groups, tongue: Tongue) -> list[Flowable]:
    """What was said, else a line to sign on, for each office of the form."""
    w = tongue
    given: dict[str, list[Cells]] = {}
    for cells in rows_of(groups, "opinion"):
        given.setdefault(cells["office"], []).append(cells)
    boxes = [
        [
            prose(word(message, w), "label"),
            *(_opinion(given[office], w) if office in given else _to_sign(w)),
        ]
        for office, message in OFFICES.items()
    ]
    rows = [boxes[:2], boxes[2:]]
    table = Table(rows, colWidths=_OPINIONS, style=[*looks.SIGNATURES_LOOK, *looks.BETWEEN_LOOK])
    return [bar(N_("Opinions"), w), table]


def _opinion(given: Sequence[Cells], tongue: Tongue) -> list[Flowable]:
    shown: list[Flowable] = []
    for cells in given:
        shown.append(prose(word(VERDICTS[cells["verdict"]], tongue), "guest"))
        shown += [prose(line, "value") for line in cells["words"].split("\n") if line]
        if cells["person"] or cells["day"]:
            shown.append(prose(joined(cells["person"], when(cells["day"], tongue)), "beside"))
    return shown


def _to_sign(tongue: Tongue) -> list[Flowable]:
    cells = [[prose(word(one, tongue), "label") for one in (N_("Signature"), N_("Date"))]]
    return [gap(2.6), Table(cells, colWidths=looks.SIGNED[:2], style=style.PLAIN)]


def _annex(groups: Groups, tongue: Tongue) -> list[Flowable]:
    w, dossier = tongue, groups["dossier"]
    names = list(groups["company"].values())
    return [
        prose(word(N_("Annex: dossier of the company"), w), "title"),
        gap(0.5),
        *company_heading(names, w),
        grid([[fact(field_word("company", field), w, dossier[field])] for field in DOSSIER_FIELDS]),
        gap(0.5),
        prose(
            joined(word(N_("Dossier of"), w), when(dossier["as of"], w) or word(N_("not known yet"), w)),
            "second",
        ),
    ]

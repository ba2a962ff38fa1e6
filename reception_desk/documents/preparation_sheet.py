"""D25, the preparation sheet (准备检查表): what is to be done, by whom, until when; three confirmations (A7, A8)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from reportlab.platypus import Flowable, KeepTogether, Spacer, Table

from reception_desk.documents import house_style as style
from reception_desk.documents.hand_out import (
    HandOut,
    House,
    Mark,
    Marks,
    PaperFacts,
    grouped,
    item_key,
    spoken,
)
from reception_desk.documents.house_style import bilingual, fitted, prose
from reception_desk.documents.letterhead import company_heading, letterhead
from reception_desk.documents.moments import short_day_and_time
from reception_desk.documents.sheets import TickBox, flowing_sheets, stamped_foot
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.checklist import Owner, Phase
from reception_desk.domain.edition import Choice, Content, Stamp
from reception_desk.domain.preparation import ItemState
from reception_desk.domain.visit import Visit
from reception_desk.i18n import N_

Cells = Mapping[str, str]


class PreparationSheet(HandOut):
    """The list as it stands: the items by phase with their ticks, and the second confirmation to sign."""

    number = "D25"
    title = N_("Preparation sheet")
    template_version = "1"

    def is_needed(self, facts: PaperFacts) -> bool:
        """Every visit is prepared."""
        return True

    def content(self, facts: PaperFacts, choice: Choice) -> Content:
        """Which visit it is, and every item with its due time and owner; no tick is in it."""
        languages = spoken(choice.language)
        pairs = _visit_facts(facts.visit, languages)
        for planned in facts.plan:
            key = item_key(planned)
            pairs += [(f"{key}/phase", planned.phase.value)]
            pairs += [(f"{key}/text/{language}", planned.text(language)) for language in languages]
            pairs += [
                (f"{key}/due", _stored(facts.visit.local(planned.due))),
                (f"{key}/owner", planned.owner.value),
            ]
        return tuple(pairs)

    def beside_content(self, house: House, marks: Marks) -> Iterable[str]:
        """Our own name, and who ticked what."""
        yield from (house.name, house.name_en)
        for mark in marks.values():
            yield from (mark.by, mark.reason)

    def draw(self, content: Content, choice: Choice, house: House, stamp: Stamp, marks: Marks) -> bytes:
        """A4 portrait, with the progress of now."""
        groups = grouped(content)
        tongue = Tongue(choice.language)
        visit = groups.pop("visit")
        story: list[Flowable] = [*_head(visit, house, tongue), Spacer(0, style.GAP)]
        if groups:
            story += [_items(groups, marks, tongue), Spacer(0, style.GAP)]
        story.append(KeepTogether(_confirmations(tongue)))
        title = f"{self.number} {self.name(choice.language)} {stamp.visit_number}"
        foot = stamped_foot(self.title, stamp, choice.language)
        return flowing_sheets(story, paper=choice.paper, title=title, language=choice.language, foot=foot)


def _stored(moment: datetime | None) -> str:
    return "" if moment is None else moment.strftime("%Y-%m-%dT%H:%M")


def _visit_facts(visit: Visit, languages: Sequence[str]) -> list[tuple[str, str]]:
    company, guest = visit.company, visit.main_guest
    names = [
        (f"visit/company/{language}", company.name_in(language) if company else "") for language in languages
    ]
    for language in languages:
        names.append((f"visit/main guest/{language}", guest.person.name_in(language) if guest else ""))
        names.append((f"visit/title/{language}", guest.title_in(language) if guest else ""))
    return [
        ("visit/number", visit.number),
        *names,
        ("visit/heads", "" if visit.head_count is None else str(visit.head_count)),
        ("visit/arrival", _stored(visit.local(visit.arrival_at))),
        ("visit/departure", _stored(visit.local(visit.departure_at))),
        ("visit/level", "" if visit.level is None else str(visit.level)),
    ]


def _head(visit: Cells, house: House, tongue: Tongue) -> list[Flowable]:
    return [
        letterhead(PreparationSheet.title, house, tongue),
        Spacer(0, style.GAP / 2),
        *company_heading(tongue.fact(visit, "company"), tongue),
        _facts(visit, tongue),
    ]


def _facts(visit: Cells, tongue: Tongue) -> Flowable:
    guests = zip(tongue.languages, tongue.fact(visit, "main guest"), tongue.fact(visit, "title"), strict=True)
    guest = [(", " if language == "en" else " ").join(filter(None, pair)) for language, *pair in guests]
    level = (
        tongue.counted(N_("Level {number}"), visit["level"], in_chinese_numerals=True)
        if visit["level"]
        else [""]
    )
    heads = tongue.counted(N_("{number} people"), visit["heads"]) if visit["heads"] else [""]
    w = tongue
    cells = [
        [
            _fact(w("Visit number"), [visit["number"]]),
            _fact(w("Main guest"), guest),
            _fact(w("Heads"), heads),
        ],
        [
            _fact(w("Level"), level),
            _fact(w("Arrival"), tongue.moment(visit["arrival"], N_("not known yet"))),
            _fact(w("Departure"), tongue.moment(visit["departure"], N_("not known yet"))),
        ],
    ]
    return Table(cells, colWidths=style.FACTS, style=style.FACT_GRID)


def _fact(label: Sequence[str], values: Sequence[str]) -> list[Flowable]:
    shown = [value or "—" for value in values]
    return [prose(" ".join(label), "label"), *bilingual(shown, "value", whole=True)]


def _items(groups: Mapping[str, Cells], marks: Marks, tongue: Tongue) -> Table:
    w = tongue
    heads = [[], w("No."), w("What is to be done"), w("Due"), w("Owner"), w("Time and signature")]
    rows: list[list[object]] = [[prose(" ".join(head), "head") for head in heads]]
    look = list(style.CHECKLIST_LOOK)
    for phase in Phase:
        keys = [key for key, cells in groups.items() if cells["phase"] == phase.value]
        if not keys:
            continue
        look += style.phase_look(len(rows))
        rows.append(
            [prose("  ".join(tongue.each(phase.words)), "phase"), "", "", "", "", _count(keys, marks)]
        )
        rows += [_item(key, groups[key], marks.get(key), tongue) for key in keys]
    return Table(rows, colWidths=style.CHECKLIST, style=look, repeatRows=1)


def _count(keys: Sequence[str], marks: Marks) -> Flowable:
    states = [marks[key].state if key in marks else ItemState.OPEN for key in keys]
    left_out = states.count(ItemState.NOT_APPLICABLE)
    return prose(f"{states.count(ItemState.DONE)} / {len(keys) - left_out}", "count")


def _item(key: str, cells: Cells, mark: Mark | None, tongue: Tongue) -> list[object]:
    state = mark.state if mark else ItemState.OPEN
    _item_word, code, *_subject = key.split(" ")
    return [
        TickBox(state),
        prose(code, "code"),
        bilingual(tongue.fact(cells, "text"), "item"),
        bilingual(tongue.moment(cells["due"], N_("no time yet")), "due", whole=True),
        bilingual(tongue.each(Owner(cells["owner"]).words), "owner"),
        _signed(mark, tongue),
    ]


def _signed(mark: Mark | None, tongue: Tongue) -> list[Flowable]:
    """Who did it and when, or room to write that."""
    if mark is None or mark.state is ItemState.OPEN:
        return []
    if mark.state is ItemState.NOT_APPLICABLE:
        return [prose(tongue(N_("Not applicable: {reason}"))[0].format(reason=mark.reason), "mark")]
    room = style.CHECKLIST[-1] - 2 * style.CELL
    when = short_day_and_time(mark.at) if mark.at else ""
    if style.is_on_one_line(f"{when}  {mark.by}", "mark", room):
        return [prose(f"{when}  {mark.by}", "mark", whole=True)]
    return [prose(when, "mark"), fitted(mark.by, "mark", room)]


def _confirmations(tongue: Tongue) -> list[Flowable]:
    """The three lines that are signed half a day to a day ahead (A8)."""
    w = tongue
    heading = "  ".join(w("Second confirmation, half a day to one day before the arrival"))
    lines = (w("People are settled"), w("The place is settled"), w("The vehicle is settled"))
    names = [" ".join(words) for words in (w("Note"), w("Signature"), w("Time"))]
    rows = [
        [TickBox(ItemState.OPEN), bilingual(line, "item"), *(prose(name, "label") for name in names)]
        for line in lines
    ]
    return [
        prose(heading, "phase"),
        Spacer(0, style.GAP / 2),
        Table(rows, colWidths=style.CONFIRMATION, rowHeights=style.HAND_ROOM, style=style.CONFIRMATION_LOOK),
    ]

"""The company's lists: what is laid out and taken along, what is cleaned, what the presentation covers (A6)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reception_desk.domain.checklist import CLAUSE, CODE, Condition, Owner
from reception_desk.domain.levels import LOWEST_LEVEL
from reception_desk.domain.quantity import MOST_FOR_ONE, Per, Rule
from reception_desk.domain.template_table import TemplateTable, read_name, read_template
from reception_desk.i18n import _

WARMTH = (10, 40)
MOST_MINUTES = 24 * 60


class Part(StrEnum):
    """What a supply is for."""

    KIT = "kit"
    SEAT = "seat"
    REFRESHMENT = "refreshment"
    CAR = "car"


@dataclass(frozen=True, kw_only=True)
class ListLine:
    """A line of a list: its code, and what it is in Chinese and English."""

    code: str
    zh: str
    en: str

    def text(self, language: str) -> str:
        """What it is, for a reader of `zh` or `en`."""
        return self.en if language == "en" else self.zh


@dataclass(frozen=True, kw_only=True)
class Supply(ListLine):
    """Something that is needed in a quantity; `levels` empty: at every level. `returned`: it comes back to us."""

    part: Part
    rule: Rule
    owner: Owner
    condition: Condition
    levels: tuple[int, ...] = ()
    returned: bool = True
    clauses: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Zone(ListLine):
    """A place to be clean `minutes` before the meeting, or before the arrival.

    `items`: the items of the checklist that it belongs to: it is cleaned once for each, and together they tick it off.
    """

    minutes: int
    items: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class HouseLists:
    """A version of the company's lists."""

    name: str
    version: int
    supplies: tuple[Supply, ...]
    zones: tuple[Zone, ...]
    points: tuple[ListLine, ...]
    temperature: tuple[int, int] = (24, 27)
    """From how many °C to how many a meeting room is right (C3)."""


def parse_lists(text: str) -> HouseLists:
    """Read the lists; a ReceptionError names the line and the reason if anything is wrong."""
    table = read_template(text)
    name, version = read_name(table)
    lists = HouseLists(
        name=name,
        version=version,
        supplies=tuple(_read_supply(row) for row in _rows(table, "supply")),
        zones=tuple(_read_zone(row) for row in _rows(table, "zone")),
        points=tuple(_read_point(row) for row in _rows(table, "point")),
        temperature=_read_temperature(table),
    )
    table.finish()
    return lists


def _read_temperature(table: TemplateTable) -> tuple[int, int]:
    if not table.has("temperature"):
        return HouseLists.temperature
    found = table.numbers("temperature", *WARMTH)
    if len(found) != 2 or found[0] > found[1]:  # noqa: PLR2004 - from and to
        raise table.refusal(
            _("write the lowest and the highest temperature, such as [24, 27]."), "temperature"
        )
    return found[0], found[1]


def _rows(table: TemplateTable, key: str) -> list[TemplateTable]:
    rows = table.tables(key)
    codes: set[str] = set()
    for row in rows:
        code = row.text("code")
        if not CODE.fullmatch(code):
            raise row.refusal(_("“{code}” is not a code: one to eight letters or digits.").format(code=code))
        if code in codes:
            raise row.refusal(_("this code stands twice."), "code")
        codes.add(code)
    return rows


def _read_supply(row: TemplateTable) -> Supply:
    supply = Supply(
        code=row.text("code"),
        zh=row.text("zh"),
        en=row.text("en"),
        part=row.choice("part", Part),
        rule=Rule(per=row.choice("per", Per), factor=row.amount("factor", MOST_FOR_ONE)),
        owner=row.choice("owner", Owner),
        condition=row.choice("when", Condition),
        levels=row.numbers("levels", 1, LOWEST_LEVEL) if row.has("levels") else (),
        returned=row.yes_or_no("returned") if row.has("returned") else True,
        clauses=_clauses(row),
    )
    row.finish()
    return supply


def _read_zone(row: TemplateTable) -> Zone:
    zone = Zone(
        code=row.text("code"),
        zh=row.text("zh"),
        en=row.text("en"),
        minutes=row.number("minutes", 0, MOST_MINUTES),
        items=_items(row),
        clauses=_clauses(row),
    )
    row.finish()
    return zone


def _read_point(row: TemplateTable) -> ListLine:
    point = ListLine(code=row.text("code"), zh=row.text("zh"), en=row.text("en"))
    row.finish()
    return point


def _items(row: TemplateTable) -> tuple[str, ...]:
    items = row.texts("items") if row.has("items") else ()
    for item in items:
        if not CODE.fullmatch(item):
            sentence = _("“{code}” is not a code: one to eight letters or digits.")
            raise row.refusal(sentence.format(code=item), "items")
    return items


def _clauses(row: TemplateTable) -> tuple[str, ...]:
    clauses = row.texts("clauses") if row.has("clauses") else ()
    for clause in clauses:
        if not CLAUSE.fullmatch(clause):
            raise row.refusal(_("“{clause}” is not the number of a clause.").format(clause=clause), "clauses")
    return clauses

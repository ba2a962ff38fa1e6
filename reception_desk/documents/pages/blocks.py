"""What our working papers are built of: bars, grids of facts, lists, boxes to tick, a flag."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from reportlab.platypus import CondPageBreak, Flowable, KeepInFrame, PageBreak, Table

from reception_desk.documents import house_style as style
from reception_desk.documents import table_looks as looks
from reception_desk.documents.house_style import prose
from reception_desk.documents.letterhead import gap
from reception_desk.documents.moments import day, day_and_time, short_day_and_time
from reception_desk.documents.sheets import Foot, TickBox, WriteLine, flowing_sheets
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.preparation import ItemState
from reception_desk.i18n import N_

Cells = Mapping[str, str]
Groups = Mapping[str, Cells]
Fact = Sequence[Flowable]


def one_sheet_each(stories: Sequence[list[Flowable]], *, title: str, language: str, foot: Foot) -> bytes:
    """Each story on one A4 of its own; what is too much is set smaller."""
    wide, high = style.PAPERS["A4"]
    room = (wide - 2 * style.SIDE, high - style.TOP - style.FOOT - 1)
    pages: list[Flowable] = []
    for story in stories:
        pages += [*([PageBreak()] if pages else []), KeepInFrame(*room, story, mode="shrink")]
    return flowing_sheets(pages, paper="A4", title=title, language=language, foot=foot)


def rows_of(groups: Groups, about: str) -> list[Cells]:
    """The rows `guest 1`, `guest 2` … of a content."""
    return [cells for name, cells in groups.items() if name.rpartition(" ")[0] == about]


def said(cells: Cells, part: str, tongue: Tongue) -> str:
    """A fact in the language of the sheet."""
    return cells.get(f"{part}/{tongue.languages[0]}", "")


def word(message: str, tongue: Tongue) -> str:
    """Words in the language of the sheet."""
    return tongue(message)[0]


def when(value: str, tongue: Tongue) -> str:
    """A moment or a day of a content, as it is read."""
    if not value:
        return ""
    language = tongue.languages[0]
    moment = datetime.fromisoformat(value)
    return day_and_time(moment, language) if "T" in value else day(date.fromisoformat(value), language)


def until(starts: str, ends: str) -> str:
    """Up to when something goes on: the hour, on another day with that day; two moments of a content."""
    if not ends:
        return ""
    moment = datetime.fromisoformat(ends)
    return f"–{moment:%H:%M}" if ends[:10] == starts[:10] else f"–{short_day_and_time(moment)}"


def joined(*parts: str) -> str:
    """What is known of them, one after the other."""
    return " · ".join(filter(None, parts))


def need(cells: Cells, part: str, tongue: Tongue) -> str:
    """A need: what was said, none, or that nobody has asked (A1.1e)."""
    if cells[part]:
        return cells[part]
    return word(N_("none") if cells[f"{part} asked"] else N_("not asked"), tongue)


def bar(message: str, tongue: Tongue, beside: str = "") -> Flowable:
    """The heading of a part of the sheet."""
    cells = [[prose(word(message, tongue), "phase"), prose(beside, "count")]]
    return Table(cells, colWidths=looks.BAR, style=looks.BAR_LOOK)


def part(message: str, tongue: Tongue) -> list[Flowable]:
    """The heading of a part that may run over the page: it never stands alone at the foot."""
    return [CondPageBreak(looks.PART_ROOM), bar(message, tongue)]


def fact(message: str, tongue: Tongue, value: str, *, role: str = "value") -> Fact:
    """A fact under its label, each of its lines a paragraph; one that is not known is a line to write it on."""
    values = [prose(line, role) for line in value.split("\n") if line]
    return [prose(word(message, tongue), "label"), *(values or [WriteLine()])]


def grid(rows: Sequence[Sequence[Fact]], widths: Sequence[float] = style.FACTS) -> Table:
    """Facts beside each other; the last of a short row takes what room is left."""
    look: list[tuple[object, ...]] = list(style.FACT_GRID)
    cells: list[list[object]] = []
    for place, row in enumerate(rows):
        if len(row) < len(widths):
            look.append(("SPAN", (len(row) - 1, place), (-1, place)))
        cells.append([*row, *[""] * (len(widths) - len(row))])
    return Table(cells, colWidths=list(widths), style=look)


def listing(heads: Sequence[str], rows: Sequence[Sequence[object]], widths: Sequence[float]) -> Table:
    """A list with its headings, which stand anew on every page."""
    head: list[object] = [prose(one, "head") for one in heads]
    return Table([head, *map(list, rows)], colWidths=list(widths), style=looks.LIST_LOOK, repeatRows=1)


def flagged(flag: str, text: Sequence[str]) -> Flowable:
    """What nobody may miss, in a box: a word, and beside it what it means."""
    cells = [[prose(flag, "flag"), [prose(line, "value") for line in text if line]]]
    return Table(cells, colWidths=looks.FLAG, style=looks.FLAG_LOOK)


def ticks(labels: Sequence[str], widths: Sequence[float]) -> Flowable:
    """Boxes to tick by hand, each with its words."""
    row: list[object] = []
    for label in labels:
        row += [TickBox(ItemState.OPEN), prose(label, "item")]
    return Table([row], colWidths=list(widths), style=looks.TICKS_LOOK)


def signed(labels: Sequence[str], tongue: Tongue) -> Flowable:
    """Boxes to sign in, each under its label."""
    cells = [[prose(word(label, tongue), "label") for label in labels]]
    return Table(cells, colWidths=style.FACTS, rowHeights=style.HAND_ROOM, style=looks.SIGNATURES_LOOK)


def quiet(text: str) -> list[Flowable]:
    """A line of small words, nothing where there are none."""
    return [gap(0.3), prose(text, "second")] if text else []

"""A list of our own people, as the personnel department has it: Excel or CSV, headings in any order."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from reception_desk.errors import ReceptionError
from reception_desk.exchange.labels import plain
from reception_desk.exchange.workbook import Cell, Sheet, read_workbook
from reception_desk.i18n import _

HEADINGS: Final = {
    "name": "姓名 员工姓名 名字 中文名 中文姓名 name full_name employee employee_name chinese_name",
    "name_latin": "英文名 英文姓名 拼音 姓名拼音 english_name latin_name pinyin name_in_english",
    "department": "部门 所属部门 部门名称 所在部门 单位 一级部门 department dept division",
    "title": "职务 职位 岗位 职称 职务名称 岗位名称 title position job_title post",
    "title_latin": "英文职务 英文职位 职务英文 english_title title_in_english",
    "rank": "级别 职级 级别排序 排序 rank grade level",
    "phone": "手机 手机号 手机号码 电话 联系电话 联系方式 移动电话 办公电话 座机 phone mobile mobile_phone tel",
    "phone_extension": "分机 分机号 内线 extension ext",
    "is_active": "状态 在职状态 是否在职 在职 status active employed",
    "note": "备注 说明 note notes remark remarks",
}
_FIELDS: Final = {
    plain(word.replace("_", " ")): name for name, words in HEADINGS.items() for word in words.split()
}
IN_SERVICE: Final = frozenset(
    {"在职", "在岗", "试用", "是", "正常", "active", "in service", "yes", "y", "employed", "1", "√"}
)
GONE: Final = frozenset(
    {
        "离职",
        "停用",
        "否",
        "退休",
        "已离职",
        "inactive",
        "no longer in service",
        "no",
        "n",
        "left",
        "retired",
        "0",
        "×",
    }
)
HEADING_WITHIN: Final = 20
RANKS: Final = range(1, 100)
Value = str | int | bool


@dataclass(frozen=True, kw_only=True)
class RosterRow:
    """One of us, as the list has it: `place` is the row as Excel numbers it, `facts` hold only what is filled in."""

    place: int
    facts: dict[str, Value]


@dataclass(frozen=True, kw_only=True)
class NotUnderstood:
    """A row that cannot be taken, and why; `who` as far as it is known."""

    place: int
    who: str
    reason: str


@dataclass(kw_only=True)
class Roster:
    """What was read: rows, what was not understood, and the headings of columns that were left alone."""

    file: str
    rows: list[RosterRow] = field(default_factory=list)
    not_understood: list[NotUnderstood] = field(default_factory=list)
    left_alone: list[str] = field(default_factory=list)
    has_rank: bool = False


def read_roster(path: Path) -> Roster:
    """The people in a workbook or CSV file, read in a child process with limits; refused where none has a heading."""
    book = read_workbook(path, as_table=True)
    roster, found = Roster(file=path.name), False
    for sheet in book.sheets:
        heading = _heading(sheet)
        if heading is not None:
            found = True
            _take_sheet(roster, sheet, *heading)
    if not found:
        sentence = _("{file} has no row of headings with a column for names (姓名, Name). Nothing was read.")
        raise ReceptionError(sentence.format(file=path.name))
    return roster


def _heading(sheet: Sheet) -> tuple[int, dict[int, str]] | None:
    """The row of the headings, and which field each column holds."""
    for number, (row, cells) in enumerate(sheet.rows()):
        if number >= HEADING_WITHIN:
            break
        columns: dict[int, str] = {}
        for cell in cells:
            known = _FIELDS.get(plain(cell.text), "")
            if known and known not in columns.values():
                columns[cell.column] = known
        if "name" in columns.values():
            return row, columns
    return None


def _take_sheet(roster: Roster, sheet: Sheet, heading: int, columns: dict[int, str]) -> None:
    columns = _without_foreign_ranks(sheet, heading, columns)
    roster.left_alone += [
        cell.text
        for (row, column), cell in sorted(sheet.cells.items())
        if row == heading and column not in columns
    ]
    roster.has_rank = roster.has_rank or "rank" in columns.values()
    for row, texts in _texts(sheet, heading, columns):
        try:
            facts = _facts(texts)
        except ReceptionError as refusal:
            who = texts.get("name", "") or _(", ").join(text for text in texts.values() if text)
            roster.not_understood.append(NotUnderstood(place=row + 1, who=who, reason=str(refusal)))
        else:
            roster.rows.append(RosterRow(place=row + 1, facts=facts))


def _facts(texts: dict[str, str]) -> dict[str, Value]:
    facts = {name: _value(name, text) for name, text in texts.items() if text}
    if not facts.get("name"):
        raise ReceptionError(_("there is no name"))
    return facts


def _without_foreign_ranks(sheet: Sheet, heading: int, columns: dict[int, str]) -> dict[int, str]:
    """The columns without one of ranks that are no numbers throughout, such as P7 and M3: another scale than ours."""
    place = next((column for column, name in columns.items() if name == "rank"), None)
    cells = [cell for (row, column), cell in sheet.cells.items() if column == place and row > heading]
    if any(_figures(cell.text).isdecimal() for cell in cells):
        return columns
    return {column: name for column, name in columns.items() if column != place}


def _figures(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().removesuffix("级")


def _texts(sheet: Sheet, heading: int, columns: dict[int, str]) -> Iterator[tuple[int, dict[str, str]]]:
    """The filled rows below the headings; a cell merged over several rows stands in each of them."""
    over: dict[int, Cell] = {}
    for row, cells in sheet.rows():
        if row <= heading:
            continue
        texts = {columns[cell.column]: cell.text for cell in cells if cell.column in columns}
        for column, cell in list(over.items()):
            if cell.bottom >= row:
                texts.setdefault(columns[column], cell.text)
        over |= {cell.column: cell for cell in cells if cell.column in columns and cell.bottom > row}
        if any(texts.values()) and not _is_heading_again(texts):
            yield row, texts


def _is_heading_again(texts: dict[str, str]) -> bool:
    """Whether a long printed list repeats its headings here."""
    return all(_FIELDS.get(plain(text)) == name for name, text in texts.items())


def _value(name: str, text: str) -> Value:
    if name == "rank":
        return _rank(text)
    if name == "is_active":
        return _is_active(text)
    return text.strip() if name == "note" else " ".join(text.split())


def _rank(text: str) -> int:
    figures = _figures(text)
    if figures.isdecimal() and int(figures) in RANKS:
        return int(figures)
    raise ReceptionError(_("the rank “{text}” is no number from 1 to 99").format(text=text))


def _is_active(text: str) -> bool:
    said = unicodedata.normalize("NFKC", text).strip().casefold()
    if said not in IN_SERVICE | GONE:
        raise ReceptionError(
            _("the status “{text}” is neither in service (在职) nor gone (离职)").format(text=text)
        )
    return said in IN_SERVICE

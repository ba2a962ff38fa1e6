"""A workbook as sheets of typed cells, whoever wrote it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, Final

from reception_desk.exchange.guarded import read_cells

Value = str | float | bool | date | time
ROUNDED_FROM: Final = 1e15


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A filled cell, at its place (counted from 0), with the stretch that it is merged over."""

    sheet: str
    row: int
    column: int
    bottom: int
    right: int
    value: Value

    @property
    def address(self) -> str:
        """The cell as Excel names it: `B7`."""
        return address(self.row, self.column)

    @property
    def text(self) -> str:
        """What a reader sees: a phone that Excel took for a number has its digits, a date its usual form."""
        value = self.value
        if isinstance(value, bool):
            return "是" if value else "否"
        if isinstance(value, float):
            return f"{value:.0f}" if value.is_integer() else f"{value:.12g}"
        if isinstance(value, datetime):
            return f"{value:%Y-%m-%d %H:%M}"
        if isinstance(value, date):
            return f"{value:%Y-%m-%d}"
        return f"{value:%H:%M}" if isinstance(value, time) else clean(value)

    @property
    def is_rounded(self) -> bool:
        """Whether Excel kept a long number, such as an ID, only in part: it knows 15 digits."""
        return isinstance(self.value, float) and abs(self.value) >= ROUNDED_FROM


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A sheet's filled cells by place."""

    name: str
    cells: dict[tuple[int, int], Cell]
    spans: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    cut: tuple[str, ...] = ()

    def at(self, row: int, column: int) -> Cell | None:
        """The filled cell at a place."""
        return self.cells.get((row, column))

    def end_of(self, row: int, column: int) -> tuple[int, int]:
        """The last row and column of the stretch that starts at a place."""
        return self.spans.get((row, column), (row, column))

    def rows(self) -> Iterator[tuple[int, list[Cell]]]:
        """The rows that have filled cells, each from left to right."""
        by_row: dict[int, list[Cell]] = {}
        for (row, _column), cell in sorted(self.cells.items()):
            by_row.setdefault(row, []).append(cell)
        return iter(by_row.items())

    def with_value(self, row: int, column: int, value: Value) -> Sheet:
        """The same sheet with another value in one filled cell."""
        changed = replace(self.cells[row, column], value=value)
        return replace(self, cells={**self.cells, (row, column): changed})


@dataclass(frozen=True, kw_only=True)
class Workbook:
    """The visible sheets, the names of the hidden ones, and how many cells hold an Excel error."""

    sheets: tuple[Sheet, ...]
    hidden: tuple[str, ...] = ()
    errors: int = 0


def address(row: int, column: int) -> str:
    """A place, counted from 0, as Excel names it."""
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"


def clean(text: str) -> str:
    """Text without control characters and without blanks around it; the rest exactly as written."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("_x000D_", "")
    return "".join(c for c in lines if c == "\n" or (c >= " " and c not in "\x7f\ufeff\u200b")).strip()


def read_workbook(path: Path, *, as_table: bool = False) -> Workbook:
    """The workbook at `path`, read in a child process with limits; `as_table`: a list, longer or CSV."""
    answer = read_cells(path, as_table=as_table)
    return Workbook(
        sheets=tuple(_sheet(sheet) for sheet in answer["sheets"]),
        hidden=tuple(answer["hidden"]),
        errors=answer["errors"],
    )


def _sheet(raw: dict[str, Any]) -> Sheet:
    spans = {(top, left): (bottom, right) for top, left, bottom, right in raw["merged"]}
    cells = {}
    for row, column, kind, content in raw["cells"]:
        bottom, right = spans.get((row, column), (row, column))
        cells[row, column] = Cell(
            sheet=raw["name"], row=row, column=column, bottom=bottom, right=right, value=_value(kind, content)
        )
    cells = {place: cell for place, cell in cells.items() if cell.text}
    return Sheet(
        name=raw["name"], cells=cells, spans=spans, cut=tuple(address(*place) for place in raw["cut"])
    )


def _value(kind: str, content: Any) -> Value:
    match kind:
        case "datetime":
            return datetime.fromisoformat(content)
        case "date":
            return date.fromisoformat(content)
        case "time":
            return time.fromisoformat(content)
        case "bool":
            return bool(content)
        case "number":
            return float(content)
        case _:
            return str(content)

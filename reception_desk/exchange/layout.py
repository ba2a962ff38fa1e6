"""Where things stand on a form: labels with their values, guest tables, and cells that nobody claims."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from reception_desk.exchange.labels import FREE_WORDS, TELLS_A_PERSON, form_field, guest_field, is_form_title
from reception_desk.exchange.workbook import Cell, Sheet

_INLINE: Final = re.compile(r"^([^:：\n]{2,20})[:：]\s*(.+)$", re.DOTALL)
_MAX_GAP: Final = 2
_MIN_COLUMNS: Final = 2


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A label and what is written to it; no values where it was left blank."""

    field: str
    label: str
    values: tuple[Cell, ...]


@dataclass(frozen=True, kw_only=True)
class GuestRow:
    """A row of a guest table: its cells by field, and those in columns that we do not know."""

    cells: dict[str, Cell]
    labels: dict[str, str]
    others: tuple[tuple[str, Cell], ...] = ()


@dataclass(kw_only=True)
class Layout:
    """A form taken apart; together the parts hold every filled cell of the sheet."""

    sheet: Sheet
    title: Cell | None = None
    entries: list[Entry] = field(default_factory=list)
    guests: list[GuestRow] = field(default_factory=list)
    furniture: list[Cell] = field(default_factory=list)
    strays: list[tuple[str, Cell]] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class _Column:
    field: str
    label: str
    left: int
    right: int


def lay_out(sheet: Sheet) -> Layout:
    """Take a sheet apart."""
    return _Reader(sheet).read()


def known_labels(sheet: Sheet) -> int:
    """How many cells of a sheet are labels of an application form."""
    return sum(bool(form_field(cell.text) or _inline(cell)) for cell in sheet.cells.values())


def _inline(cell: Cell) -> tuple[str, str] | None:
    """Label and value that share a cell: `申请人：陆文昊`."""
    match = _INLINE.match(cell.text)
    return (match[1], match[2]) if match and form_field(match[1]) else None


class _Reader:
    """Claims the cells of one sheet, each once."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._free = dict(sorted(sheet.cells.items()))
        self._layout = Layout(sheet=sheet)

    def read(self) -> Layout:
        """Tables first, for their headings look like labels; then labels with values; the rest is stray."""
        rows = list(self._sheet.rows())
        for place, (_row, cells) in enumerate(rows):
            columns = self._columns(cells)
            if columns:
                self._table(columns, cells, rows[place + 1 :])
        labels = [cell for cell in self._free.values() if form_field(cell.text)]
        for cell in labels:
            self._free.pop((cell.row, cell.column))
        for cell in labels:
            self._entry(cell.text, self._beside(cell) or self._below(cell))
            self._layout.furniture.append(cell)
        for cell in list(self._free.values()):
            if pair := _inline(cell):
                self._claim(cell)
                self._entry(pair[0], [replace(cell, value=pair[1])])
        self._layout.entries.sort(key=lambda entry: [(cell.row, cell.column) for cell in entry.values])
        self._strays()
        return self._layout

    def _claim(self, cell: Cell) -> Cell:
        return self._free.pop((cell.row, cell.column))

    def _entry(self, label: str, values: list[Cell]) -> None:
        self._layout.entries.append(Entry(field=form_field(label), label=label, values=tuple(values)))

    def _beside(self, label: Cell) -> list[Cell]:
        """The values to the right, one for each row that the label stretches over."""
        rows = range(label.row, label.bottom + 1)
        found = [cell for row in rows if (cell := self._right_of(row, label.right))]
        is_words = form_field(label.text) in FREE_WORDS
        return [self._claim(cell) for cell in found if is_words or not _inline(cell)]

    def _right_of(self, row: int, column: int) -> Cell | None:
        for next_column in range(column + 1, column + 2 + _MAX_GAP):
            cell = self._sheet.at(row, next_column)
            if cell:
                return cell if (row, next_column) in self._free else None
            if self._sheet.end_of(row, next_column) != (row, next_column):
                return None  # a merged stretch is the value's place, left blank
        return None

    def _below(self, label: Cell) -> list[Cell]:
        """The value under a label that has another label, or nothing at all, to its right."""
        cell = self._sheet.at(label.bottom + 1, label.column)
        if cell is None or (cell.row, cell.column) not in self._free or _inline(cell):
            return []
        neighbour = self._sheet.at(cell.row, cell.right + 1)
        heading = self._sheet.at(label.row, cell.right + 1)
        if neighbour and not (heading and form_field(heading.text)):
            return []
        return [self._claim(cell)]

    def _columns(self, cells: list[Cell]) -> list[_Column]:
        """The columns of a guest table, if these cells are its heading: a name and something beside it."""
        columns = [
            _Column(field=guest_field(cell.text), label=cell.text, left=cell.column, right=cell.right)
            for cell in cells
            if (cell.row, cell.column) in self._free
        ]
        known = {column.field for column in columns if column.field}
        return columns if "name" in known and len(known) > _MIN_COLUMNS else []

    def _table(self, columns: list[_Column], heading: list[Cell], rows: list[tuple[int, list[Cell]]]) -> None:
        for cell, column in zip(heading, columns, strict=True):
            self._claim(cell)
            if column.field:
                self._layout.furniture.append(cell)
            else:
                self._layout.strays.append(("", cell))
        for _row, cells in rows:
            if self._columns(cells) or not self._is_guest(columns, cells):
                return
            self._guest(columns, [self._claim(cell) for cell in cells])

    def _is_guest(self, columns: list[_Column], cells: list[Cell]) -> bool:
        by_field = {column.field: cell for column, cell in _in_columns(columns, cells) if column}
        name, position = by_field.get("name"), by_field.get("position")
        if (
            form_field(cells[0].text)
            or _inline(cells[0])
            or (cells[0].row, cells[0].column) not in self._free
        ):
            return False
        if name is None:
            return position is not None and len(cells) == 1 and isinstance(position.value, float)
        width = next(column.right - column.left for column in columns if column.field == "name")
        if name.right - name.column != width:
            return False
        is_counted = position is None or position.text.rstrip(".、").isdigit()
        return is_counted or bool(set(by_field) & TELLS_A_PERSON)

    def _guest(self, columns: list[_Column], cells: list[Cell]) -> None:
        known, labels, others = {}, {}, []
        for column, cell in _in_columns(columns, cells):
            if column and column.field and column.field not in known:
                known[column.field], labels[column.field] = cell, column.label
            else:
                others.append((column.label if column else "", cell))
        if "name" in known:
            self._layout.guests.append(GuestRow(cells=known, labels=labels, others=tuple(others)))
        else:
            self._layout.furniture.extend(cells)  # a numbered row that was left blank

    def _strays(self) -> None:
        """Pair an unknown label with the value right beside it, and list the rest alone."""
        waiting: Cell | None = None
        for cell in [*self._free.values()]:
            if waiting and (waiting.row, waiting.right + 1) == (cell.row, cell.column):
                self._layout.strays.append((waiting.text, cell))
                waiting = None
                continue
            if waiting:
                self._layout.strays.append(("", waiting))
            waiting = cell
            if self._layout.title is None and is_form_title(cell.text):
                self._layout.title, waiting = cell, None
        if waiting:
            self._layout.strays.append(("", waiting))


def _in_columns(columns: list[_Column], cells: list[Cell]) -> Iterator[tuple[_Column | None, Cell]]:
    for cell in cells:
        yield next((column for column in columns if column.left <= cell.column <= column.right), None), cell

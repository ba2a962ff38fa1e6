"""What is noted while a form is read: facts found, cells not understood, numbers not taken, warnings."""

from __future__ import annotations

from reception_desk.exchange.application import NotTaken, NotUnderstood, Understood
from reception_desk.exchange.phones import Phone, cut_phone, phone
from reception_desk.exchange.workbook import Cell
from reception_desk.i18n import _


class Notebook:
    """The record of one reading; every cell ends up in one of its lists, and they keep the order of the form."""

    def __init__(self, form: str) -> None:
        self._form = form
        self._understood: list[tuple[Cell, str, str]] = []
        self._left: list[tuple[Cell, str]] = []
        self._refused: dict[tuple[str, int, int], tuple[Cell, str]] = {}
        self.warnings: list[str] = []
        self.remarks: list[str] = []

    @property
    def understood(self) -> tuple[Understood, ...]:
        """Cells that became facts."""
        noted = sorted(self._understood, key=lambda note: self._order(note[0]))
        return tuple(
            Understood(address=self._address(cell), label=label, field=field) for cell, label, field in noted
        )

    @property
    def not_understood(self) -> tuple[NotUnderstood, ...]:
        """Cells that nobody understood, with their words."""
        noted = sorted(self._left, key=lambda note: self._order(note[0]))
        return tuple(
            NotUnderstood(address=self._address(cell), label=label, text=cell.text) for cell, label in noted
        )

    @property
    def not_taken(self) -> tuple[NotTaken, ...]:
        """Cells with numbers of identity documents."""
        noted = sorted(self._refused.values(), key=lambda note: self._order(note[0]))
        return tuple(NotTaken(address=self._address(cell), label=label) for cell, label in noted)

    def _address(self, cell: Cell) -> str:
        return cell.address if cell.sheet == self._form else f"{cell.sheet}!{cell.address}"

    def _order(self, cell: Cell) -> tuple[bool, int, int]:
        return cell.sheet != self._form, cell.row, cell.column

    def took(self, cell: Cell, label: str, field: str = "label") -> None:
        """The cell became the field."""
        self._understood.append((cell, label, field))
        self._name_refused(cell, label)

    def left(self, cell: Cell, label: str = "") -> None:
        """Nobody knows what the cell means."""
        if cell.is_rounded:
            self.refused(cell, label)
            return
        self._left.append((cell, label))
        self._name_refused(cell, label)

    def refused(self, cell: Cell, label: str = "") -> None:
        """The cell holds the number of an identity document; its label may become known later."""
        place = (cell.sheet, cell.row, cell.column)
        known = self._refused.get(place, (cell, ""))[1]
        self._refused[place] = (cell, known or label.rstrip(":： "))

    def _name_refused(self, cell: Cell, label: str) -> None:
        if (cell.sheet, cell.row, cell.column) in self._refused:
            self.refused(cell, label)

    def remark(self, cell: Cell, label: str) -> None:
        """Keep the words of a cell that say more than its field can hold."""
        self.remarks.append(f"{label.rstrip(':： ')}: {cell.text}")

    def warn(self, sentence: str) -> None:
        """Tell the reader of the form something that he should look at."""
        if sentence not in self.warnings:
            self.warnings.append(sentence)

    def looked_at(self, cell: Cell, label: str) -> bool:
        """Whether a cell may be used; a number that Excel has rounded may not, and is named."""
        if not cell.is_rounded:
            return True
        self.refused(cell, label)
        self.warn(
            _(
                "{cell}: Excel has rounded a number of more than 15 digits. Ask for it again, typed as text."
            ).format(cell=self._address(cell))
        )
        return False

    def phone(self, cell: Cell, label: str) -> tuple[Phone, str]:
        """The phone in a cell and what is said beside it; as written, with a warning, where there is none."""
        whole = phone(cell.text)
        if whole.is_read:
            return whole, ""
        part, rest = cut_phone(cell.text)
        if part.number:
            return part, rest
        self.warn(
            _("{cell}: {text} is no phone number that we know; it is kept as written.").format(
                cell=self._address(cell), text=cell.text
            )
        )
        return whole, ""

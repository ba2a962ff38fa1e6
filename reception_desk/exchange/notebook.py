"""What is noted while a form is read: facts found, cells not understood, numbers not taken, warnings."""

from __future__ import annotations

from collections.abc import Callable

from reception_desk.exchange.application import NotTaken, NotUnderstood, Understood
from reception_desk.exchange.identity import without_numbers
from reception_desk.exchange.phones import Phone, cut_phone, phone
from reception_desk.exchange.workbook import Cell
from reception_desk.i18n import _


class Notebook:
    """The record of one reading; every cell ends up in one of its lists."""

    def __init__(self, address: Callable[[Cell], str]) -> None:
        self._address = address
        self.understood: list[Understood] = []
        self.not_understood: list[NotUnderstood] = []
        self.not_taken: list[NotTaken] = []
        self.warnings: list[str] = []
        self.remarks: list[str] = []

    def took(self, cell: Cell, label: str, field: str = "label") -> None:
        """The cell became the field."""
        self.understood.append(Understood(address=self._address(cell), label=label, field=field))

    def left(self, cell: Cell, label: str = "") -> None:
        """Nobody knows what the cell means."""
        if cell.is_rounded:
            self.refused(cell, label)
            return
        self.not_understood.append(
            NotUnderstood(address=self._address(cell), label=label, text=without_numbers(cell.text))
        )

    def refused(self, cell: Cell, label: str) -> None:
        """The cell holds the number of an identity document."""
        self.not_taken.append(NotTaken(address=self._address(cell), label=label))

    def remark(self, cell: Cell, label: str) -> None:
        """Keep the words of a cell that say more than its field can hold."""
        self.remarks.append(f"{label.rstrip(':： ')}: {without_numbers(cell.text)}")

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

    def hide_numbers(self, cell: Cell, label: str) -> str:
        """The text of a cell without document numbers."""
        text = without_numbers(cell.text)
        if text != cell.text:
            self.refused(cell, label)
        return text

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

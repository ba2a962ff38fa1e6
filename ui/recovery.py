"""The recovery code of the passports: printed for the safe, and typed in on another computer (A1.3)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from ui.clock import Clock
from ui.theme import SPACE
from ui.widgets.buttons import Button
from ui.widgets.text import Text


def put_out(desk: ReceptionDesk, clock: Clock, parent: QWidget) -> str:
    """Print the sheet where there is a printer, else save it as a PDF; what was done, or nothing."""
    from ui.printing import ask_for_printer, ask_where_to_save, has_printer, print_pdf, save_pdf

    pdf, title = desk.seals.sheet(clock()), _("Recovery code for the passports")
    if has_printer():
        if (printer := ask_for_printer(pdf, title, parent)) is None:
            return ""
        print_pdf(pdf, printer)
        desk.seals.note_printed(clock())
        return _("The recovery code is printed. Lock the sheet away.")
    if (file := ask_where_to_save(f"{title}.pdf", parent)) is None:
        return ""
    save_pdf(pdf, file)
    desk.seals.note_printed(clock())
    return _("Saved as {file}. Print it, then delete the file.").format(file=file.name)


class UnlockBox(QWidget):
    """Asks for the recovery code where passports are locked.

    Signals:
        changed(): the passports can be read.
        said(sentence): for the bottom line.
    """

    changed = Signal()
    said = Signal(str)

    def __init__(self, desk: ReceptionDesk, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._clock = desk, clock
        self._title, self._why = Text("", "strong"), Text("", "muted", wrap=True)
        self.code, self.unlock = QLineEdit(), Button("", icon_name="lock")
        self.refusal = Text("", "refusal", wrap=True)
        row = QHBoxLayout()
        row.addWidget(self.code, 1)
        row.addWidget(self.unlock)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.small)
        column.addWidget(self._title)
        column.addWidget(self._why)
        column.addLayout(row)
        column.addWidget(self.refusal)
        self.refusal.hide()
        self.unlock.clicked.connect(self.enter)
        self.code.returnPressed.connect(self.enter)
        self.retranslate()

    def enter(self) -> None:
        """Take the code that is typed in; one that is wrong stays to be mended."""
        try:
            self._desk.seals.recover(self.code.text())
        except ReceptionError as refusal:
            self.refusal.setText(str(refusal))
            self.refusal.show()
            return
        self.refusal.hide()
        self.code.clear()
        self.said.emit(_("The passports can be read again."))
        self.changed.emit()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._title.setText(_("The passports are locked"))
        self._why.setText(
            _(
                "Their key is not on this computer. Type in the recovery code from the sheet in the safe; "
                "all else is here."
            )
        )
        self.code.setAccessibleName(_("Recovery code"))
        self.code.setPlaceholderText(_("Recovery code"))
        self.unlock.setText(_("Unlock"))

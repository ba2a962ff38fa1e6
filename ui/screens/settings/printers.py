"""The printers of this desk: which one prints what, how often, on which sheet; and a page to try one out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.documents import HAND_OUTS
from reception_desk.documents.hand_out import HandOut
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _, current_language
from reception_desk.settings import Settings
from ui.clock import Clock
from ui.printing import ask_where_to_save, print_pdf, printer_for, printer_names, save_pdf
from ui.screens.settings.settings_card import SettingsCard
from ui.theme import SPACE
from ui.trial_page import trial_page
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import ChoiceField, NumberField
from ui.widgets.text import Text

MOST_COPIES = 99
FOR_ALL = ""


@dataclass(frozen=True)
class _Row:
    """The fields of one hand-out."""

    name: Text
    printer: ChoiceField
    copies: NumberField
    sheet: ChoiceField


class Printers(SettingsCard):
    """A preference of this desk: no fact, so nothing of it is undone.

    A printer that is gone stays chosen, and is said to be missing; papers then go where the system prints.
    """

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self._printing: dict[str, dict[str, Any]] = {}
        self._names: list[str] = []
        self.empty = EmptyState("print", "")
        self.usual, self._usual_word = ChoiceField(), Text("", "muted")
        self._heads = [Text("", "caption") for _head in range(4)]
        self.rows = {paper.number: self._row(paper) for paper in HAND_OUTS}
        self.try_out, self.save_page = Button("", icon_name="print"), Button("", icon_name="pdf")
        self._pdf = Text("", "muted", wrap=True)
        self._all = QWidget()
        self._build()
        self.empty.acted.connect(lambda: self.show_settings(self.desk.company.settings()))
        self.usual.activated.connect(lambda _at: self._keep(FOR_ALL, "printer", self.usual.currentData()))
        self.try_out.clicked.connect(self._try_out)
        self.save_page.clicked.connect(self._save_page)
        self.retranslate()

    def _row(self, paper: HandOut) -> _Row:
        row = _Row(Text(""), ChoiceField(), NumberField("", 1, MOST_COPIES), ChoiceField())
        keep = partial(self._keep, paper.number)
        row.printer.activated.connect(lambda _at: keep("printer", row.printer.currentData()))
        row.copies.editingFinished.connect(lambda: keep("copies", row.copies.value()))
        row.sheet.activated.connect(lambda _at: keep("paper", row.sheet.currentData()))
        for sheet in paper.papers:
            row.sheet.addItem(sheet, sheet)
        row.sheet.setEnabled(len(paper.papers) > 1)
        return row

    def _build(self) -> None:
        grid = QGridLayout(self._all)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE.medium)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._usual_word, 0, 0)
        grid.addWidget(self.usual, 0, 1)
        for column, head in enumerate(self._heads):
            grid.addWidget(head, 1, column)
        for line, row in enumerate(self.rows.values(), 2):
            for column, widget in enumerate((row.name, row.printer, row.copies, row.sheet)):
                grid.addWidget(widget, line, column)
        buttons = QHBoxLayout()
        for button in (self.try_out, self.save_page):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.body.addWidget(self.empty)
        self.body.addWidget(self._all)
        self.body.addSpacing(SPACE.small)
        self.body.addLayout(buttons)
        self.body.addWidget(self._pdf)

    def retranslate(self) -> None:
        self.set_title(_("Printers"))
        self.empty.say(
            _("No printer is set up on this computer."),
            hint=_(
                "Set one up in the settings of the system, then look again. Until then papers are saved as PDF."
            ),
            action=_("Look again"),
        )
        self._usual_word.setText(_("Usual printer"))
        self.usual.setAccessibleName(_("Usual printer"))
        words = (_("Paper"), _("Printer"), _("Copies"), _("Sheet size"))
        for head, word in zip(self._heads, words, strict=True):
            head.setText(word)
        for paper in HAND_OUTS:
            row, name = self.rows[paper.number], f"{paper.number} {paper.name(current_language())}"
            row.name.setText(name)
            for word, field in zip(words[1:], (row.printer, row.copies, row.sheet), strict=True):
                field.setAccessibleName(f"{name}: {word}")
        self.try_out.setText(_("Print a test page"))
        self.save_page.setText(_("Save the test page as PDF …"))
        self._pdf.setText(_("Saving as PDF always works, with or without a printer."))
        self._fill()

    def show_settings(self, settings: Settings) -> None:
        self._printing = {number: dict(said) for number, said in settings.printing.items()}
        self._names = printer_names()
        for number, row in self.rows.items():
            habit = settings.habit(number)
            row.copies.setValue(habit.copies)
            row.sheet.setCurrentIndex(max(row.sheet.findData(habit.paper), 0))
        self._fill()

    def _fill(self) -> None:
        """Offer the printers that are there, and the chosen ones that are not."""
        self.empty.setVisible(not self._names)
        self._all.setVisible(bool(self._names))
        self.try_out.setVisible(bool(self._names))
        system = QPrinterInfo.defaultPrinterName()
        of_system = (
            _("That of the system: {printer}").format(printer=system) if system else _("That of the system")
        )
        self._offer(self.usual, self._said(FOR_ALL), of_system)
        for number, row in self.rows.items():
            self._offer(row.printer, self._said(number), _("The usual one"))

    def _said(self, number: str) -> str:
        return str(self._printing.get(number, {}).get("printer", ""))

    def _offer(self, field: ChoiceField, chosen: str, usual: str) -> None:
        field.clear()
        field.addItem(usual, "")
        for name in self._names:
            field.addItem(name, name)
        if chosen and chosen not in self._names:
            field.addItem(_("{printer} (not there)").format(printer=chosen), chosen)
        field.setCurrentIndex(max(field.findData(chosen), 0))

    def _keep(self, number: str, part: str, value: object) -> None:
        said = self._printing.get(number, {})
        if said.get(part) == value or (part == "copies" and value == 1 and part not in said):
            return
        printing = self._printing | {number: said | {part: value}}
        self.attempt(lambda: self.desk.company.change(self.clock(), printing=printing))

    def page(self) -> bytes:
        """The test page, for the usual printer."""
        here = self.clock().astimezone(ZoneInfo(self.desk.company.settings().zone))
        return trial_page(self._said(FOR_ALL), f"{here:%Y-%m-%d %H:%M}")

    def _try_out(self) -> None:
        pdf = self.page()
        printer: QPrinter = printer_for(pdf)
        if (name := self._said(FOR_ALL)) in self._names:
            printer.setPrinterName(name)
        printer.setDocName(_("Test page"))
        self._try(lambda: print_pdf(pdf, printer))

    def _save_page(self) -> None:
        file = ask_where_to_save(f"{_('Test page')}.pdf", self)
        if file is not None:
            self._try(lambda: save_pdf(self.page(), file))

    def _try(self, act: Any) -> None:
        """Do what changes no setting."""
        try:
            act()
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))

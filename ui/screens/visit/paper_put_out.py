"""Papers of a visit put out: printed, saved, all that is lacking at once; collected, handed on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.edition import Choice, EditionNow
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from reception_desk.services.drawing import Drawing
from reception_desk.services.paper_lines import PaperLine, Wanted, to_print
from ui.printing import ask_for_folder, ask_for_printer, ask_where_to_save
from ui.screens.screen import Clock
from ui.screens.visit.paper_acts import PaperActs
from ui.screens.visit.paper_choice import PaperChoice
from ui.screens.visit.paper_list import PaperList
from ui.screens.visit.paper_reason import PaperReason
from ui.screens.visit.paper_words import paper_name
from ui.screens.visit.section import Section
from ui.widgets.buttons import Button
from ui.widgets.text import Text

MOST_PAPERS = 9


class PutsOut(Section):
    """The half of the print centre that acts; the other half shows."""

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self._lines: list[PaperLine] = []
        self._made: list[EditionNow] = []
        self._wanted: dict[str, Wanted] = {}
        self._acts = PaperActs(desk, self.now)
        self.papers, self.choice = PaperList(MOST_PAPERS), PaperChoice()
        self.print_kit = Button("", icon_name="print")
        self.refusal = Text("", "refusal", wrap=True)
        self.reason, self.kit_reason = PaperReason(), PaperReason()
        self._again: Callable[[], None] = self._print_kit
        self.kit_reason.entered.connect(self._do_again)

    def line(self) -> PaperLine:
        """The paper that is chosen."""
        return self._lines[self.papers.key() or 0]

    def wanted(self) -> Wanted:
        """The chosen paper as it is to be made: as somebody said, else as usual, for whoever had the last one."""
        line = self.line()
        held = line.last.edition.holder if line.last is not None else ""
        usual = Wanted(
            number=line.hand_out.number,
            choice=line.choice,
            copies=line.copies,
            holder=held or line.holder,
        )
        return self._wanted.get(line.hand_out.number, usual)

    def _drawn_now(self, choice: Choice) -> Drawing:
        return self.desk.papers.drawing(self.visit_id, self.line().hand_out.number, choice, self.now())

    def _print(self, wanted: Wanted) -> None:
        self.choice.flush()
        if self._asks(wanted):
            return
        try:
            pdf = self._drawn_now(wanted.choice).pdf()
            printer = ask_for_printer(
                pdf, paper_name(self.line()), self, wanted.copies, self._acts.usual_printer(wanted.number)
            )
        except ReceptionError as refusal:
            self._refuse(str(refusal))
            return
        if printer is not None:
            self.print_on(printer, wanted)

    def print_on(self, printer: QPrinter, wanted: Wanted | None = None) -> None:
        """Make the chosen paper an edition and print it there."""
        wanted = replace(wanted or self.wanted(), copies=printer.copyCount(), reason=self.reason.text())
        if self._do(
            lambda: self._acts.print_one(self.visit_id, wanted, printer),
            _("Printed {paper}").format(paper=paper_name(self.line())),
        ):
            self._forget_reasons()

    def _print_again(self, edition_id: int) -> None:
        edition = next(made.edition for made in self._made if made.edition.id == edition_id)
        choice = Choice.from_json(edition.choice)
        self._print(
            Wanted(number=edition.document, choice=choice, copies=edition.copies, holder=edition.holder)
        )

    def _save(self) -> None:
        if self._asks(self.wanted()):
            return
        try:
            name = self._drawn_now(self.wanted().choice).file_name
        except ReceptionError as refusal:
            self._refuse(str(refusal))
            return
        file = ask_where_to_save(name, self)
        if file is not None:
            self.save_as(file)

    def save_as(self, file: Path) -> None:
        """Make the chosen paper an edition and save it there."""
        self.choice.flush()
        wanted = replace(self.wanted(), reason=self.reason.text())
        if self._do(
            lambda: self._acts.save_one(self.visit_id, wanted, file),
            _("Saved {file}").format(file=file),
        ):
            self._forget_reasons()

    def _print_kit(self) -> None:
        kit = self.kit()
        if not kit:
            self.said.emit(_("All that is needed is printed and up to date."))
            return
        if self._kit_asks(self._print_kit):
            return
        try:
            first = self.desk.papers.drawing(self.visit_id, kit[0].number, kit[0].choice, self.now()).pdf()
            printer = ask_for_printer(
                first, self.print_kit.text(), self, printer_name=self._acts.usual_printer()
            )
        except ReceptionError as refusal:
            self._refuse(str(refusal))
            return
        if printer is not None:
            self.print_kit_on(printer)

    def kit(self) -> list[Wanted]:
        """What one key prints: all that is needed and not up to date, as somebody said that it is to be made."""
        self.choice.flush()
        return [
            replace(one, reason=self.kit_reason.text() or self.reason.text())
            for one in (
                self._wanted.get(one.number, one) if not self._is_again(one) else one
                for one in to_print(self._lines)
            )
        ]

    def _is_again(self, wanted: Wanted) -> bool:
        return any(
            made.edition.document == wanted.number and made.edition.choice == wanted.choice.as_json()
            for made in self._made
        )

    def print_kit_on(self, printer: QPrinter) -> None:
        """Print all that is lacking there."""
        self._tell(*self._acts.print_all(self.visit_id, self.kit(), printer))

    def _save_kit(self) -> None:
        if self._kit_asks(self._save_kit):
            return
        folder = ask_for_folder(self)
        if folder is not None:
            self.save_kit_in(folder)

    def save_kit_in(self, folder: Path) -> None:
        """Save all that is lacking there."""
        self._tell(*self._acts.save_all(self.visit_id, self.kit(), folder))

    def _tell(self, said: str, refused: str) -> None:
        if said and not refused:
            self._forget_reasons()
        self.changed.emit()
        self._refuse(refused)
        if said:
            self.said.emit(said)

    def _do(self, act: Callable[[], None], said: str) -> bool:
        refused = ""
        try:
            act()
        except ReceptionError as refusal:
            refused = str(refusal)
        self.changed.emit()
        self._refuse(refused)
        if not refused:
            self.said.emit(said)
        return not refused

    def _collect(self, edition_id: int) -> None:
        self._do(lambda: self.desk.papers.recall(edition_id, self.now()), _("Noted: the paper was collected"))

    def _hand(self, edition_id: int, name: str) -> None:
        said = (
            _("Noted: {name} has the paper").format(name=name) if name else _("Noted: nobody has the paper")
        )
        self._do(lambda: self.desk.papers.hand_to(edition_id, name, self.now()), said)

    def _asks(self, wanted: Wanted) -> bool:
        """Whether a paper lacks a reason for names that were not read back; then it is asked for first."""
        self._warn(wanted)
        return self._asked_for(self.reason)

    def _kit_asks(self, again: Callable[[], None]) -> bool:
        """The same for all that is lacking; `again` is done when the reason is there."""
        self._again = again
        doubts = () if self.reason.text() else self.desk.papers.doubts(self.visit_id, self.kit(), self.now())
        self.kit_reason.show_doubts(doubts)
        return self._asked_for(self.kit_reason)

    def _asked_for(self, reason: PaperReason) -> bool:
        if not reason.is_lacking():
            return False
        reason.go()
        return True

    def _warn(self, wanted: Wanted) -> None:
        """Name the names on a paper that were not read back (A1.5)."""
        self.reason.show_doubts(self.desk.papers.doubts(self.visit_id, [wanted], self.now()))

    def _do_again(self) -> None:
        self._again()

    def _forget_reasons(self) -> None:
        """They were used, or are for another visit."""
        for reason in (self.reason, self.kit_reason):
            reason.clear()
        self.kit_reason.show_doubts(())

    def _refuse(self, sentence: str) -> None:
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))

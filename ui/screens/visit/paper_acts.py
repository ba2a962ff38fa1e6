"""Papers leave the desk: made as editions first, then printed or saved; what did not come out is withdrawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.edition import Medium
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _, ngettext
from reception_desk.services.paper_lines import Wanted
from reception_desk.services.papers import MadePaper
from ui.printing import print_pdf, printer_like, save_pdf

PutOut = Callable[[MadePaper, Wanted], None]


class PaperActs:
    """One visit's papers, put out; each act says what was done, and refuses with a sentence."""

    def __init__(self, desk: ReceptionDesk, now: Callable[[], datetime]) -> None:
        self._desk, self._now = desk, now

    def usual_printer(self, number: str = "") -> str:
        """The printer that this desk prints a paper on; empty: that of the system."""
        return self._desk.company.settings().habit(number).printer

    def print_one(self, visit_id: int, wanted: Wanted, printer: QPrinter) -> None:
        """Make a paper an edition and print it."""
        self._put_out(visit_id, wanted, Medium.PRINTER, lambda made, _wanted: print_pdf(made.pdf, printer))

    def save_one(self, visit_id: int, wanted: Wanted, file: Path) -> None:
        """Make a paper an edition and save it."""
        self._put_out(visit_id, wanted, Medium.PDF, lambda made, _wanted: save_pdf(made.pdf, file))

    def print_all(self, visit_id: int, wanted: Sequence[Wanted], printer: QPrinter) -> tuple[str, str]:
        """Print several papers, each in its own size; what was done, and what was not.

        One that this desk prints on a printer of its own goes there, unless somebody chose another for all.
        """

        def put_out(made: MadePaper, one: Wanted) -> None:
            title = made.file_name.removesuffix(".pdf")
            own = self.usual_printer(one.number) if printer.printerName() == self.usual_printer() else ""
            print_pdf(made.pdf, printer_like(printer, made.pdf, title, one.copies, own))

        return self._all(visit_id, wanted, Medium.PRINTER, put_out)

    def save_all(self, visit_id: int, wanted: Sequence[Wanted], folder: Path) -> tuple[str, str]:
        """Save several papers in a folder; what was done, and what was not."""
        return self._all(
            visit_id, wanted, Medium.PDF, lambda made, _one: save_pdf(made.pdf, folder / made.file_name)
        )

    def _put_out(self, visit_id: int, wanted: Wanted, medium: Medium, put_out: PutOut) -> None:
        made = self._desk.papers.make(
            visit_id,
            wanted.number,
            wanted.choice,
            self._now(),
            medium=medium,
            copies=wanted.copies if medium is Medium.PRINTER else 1,
            holder=wanted.holder,
            reason=wanted.reason,
        )
        try:
            put_out(made, wanted)
        except ReceptionError:
            self._desk.papers.withdraw(made.edition.id, self._now())
            raise

    def _all(
        self, visit_id: int, wanted: Sequence[Wanted], medium: Medium, put_out: PutOut
    ) -> tuple[str, str]:
        done, refused = 0, []
        for one in wanted:
            try:
                self._put_out(visit_id, one, medium, put_out)
            except ReceptionError as refusal:
                refused.append(f"{one.number}: {refusal}")
            else:
                done += 1
        said = ngettext("{count} paper came out", "{count} papers came out", done).format(count=done)
        return (said if done else ""), " ".join(refused) or ("" if done else _("There is nothing to print."))

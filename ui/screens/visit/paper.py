"""The paper of a visit: what is needed, what was printed, what is old; preview, print, save as PDF."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.edition import Choice, EditionNow, EditionState, Medium
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _
from reception_desk.services.drawing import Drawing
from reception_desk.services.papers import PaperLine
from ui.background import run_in_background
from ui.printing import ask_for_printer, ask_where_to_save, print_pdf, save_pdf
from ui.screens.screen import Clock
from ui.screens.visit.paper_choice import PaperChoice
from ui.screens.visit.paper_list import PaperList
from ui.screens.visit.paper_preview import PaperPreview
from ui.screens.visit.paper_words import edition_row, paper_name, paper_row
from ui.screens.visit.section import Section
from ui.theme import SIZE, SPACE
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.text import Text

MOST_PAPERS, MOST_EDITIONS = 8, 5
IN_HANDS = (EditionState.CURRENT, EditionState.STALE)


class PaperSection(Section):
    """The papers at the left, the chosen one at the right."""

    name, word, has_primary = "paper", N_("Paper"), True

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self._lines: list[PaperLine] = []
        self._made: list[EditionNow] = []
        self._choices: dict[str, Choice] = {}
        self._drawing: Drawing | None = None
        self.papers, self.editions = PaperList(MOST_PAPERS), PaperList(MOST_EDITIONS)
        self.choice, self.preview = PaperChoice(), PaperPreview()
        self.print = Button("", kind="primary", icon_name="print")
        self.save = Button("", icon_name="pdf")
        self.recall = Button("", kind="link")
        self.refusal = Text("", "refusal", wrap=True)
        self._needed, self._history = Card(), Card()
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE.small)
        buttons.addWidget(self.print)
        buttons.addWidget(self.save)
        buttons.addStretch(1)
        self._needed.body.addWidget(self.papers)
        self._needed.body.addWidget(self.choice)
        self._needed.body.addLayout(buttons)
        self._needed.body.addWidget(self.refusal)
        self._history.body.addWidget(self.editions)
        self._history.add_action(self.recall)
        left = QWidget()
        left.setFixedWidth(SIZE.sheet - SPACE.huge * 2)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.medium)
        column.addWidget(self._needed)
        column.addWidget(self._history)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, SPACE.hair, 0, 0)
        row.setSpacing(SPACE.large)
        row.addWidget(left)
        row.addWidget(self.preview, 1)

    def _connect(self) -> None:
        self.papers.chosen.connect(self._show_paper)
        self.papers.entered_row.connect(self.print.click)
        self.choice.chosen.connect(self._choose)
        self.choice.guest_chosen.connect(self._choose_guest)
        self.print.clicked.connect(self._print)
        self.save.clicked.connect(self._save)
        self.editions.chosen.connect(self._show_recall)
        self.recall.clicked.connect(self._recall)

    def show_visit(self, visit_id: int) -> None:
        """Read the papers of this visit; the paper that was chosen stays so."""
        if visit_id != self.visit_id:
            self._choices.clear()
        self.visit_id = visit_id
        self._lines = self.desk.papers.lines(visit_id, self.now())
        self._made = self.desk.papers.editions(visit_id, self.now())
        self.papers.rows.show_rows([paper_row(key, line) for key, line in enumerate(self._lines)])
        missing = (key for key, line in enumerate(self._lines) if line.is_missing)
        key = self.papers.key()
        self.papers.choose(next(missing, 0) if key is None else key)
        self._show_paper()

    def go_to(self, field: str) -> None:
        """Choose a paper by its number."""
        for key, line in enumerate(self._lines):
            if line.hand_out.number == field:
                self.papers.choose(key)
        self.papers.setFocus()

    def line(self) -> PaperLine:
        """The paper that is chosen."""
        return self._lines[self.papers.key() or 0]

    def chosen(self) -> Choice:
        """How it is to be made."""
        line = self.line()
        return self._choices.get(line.hand_out.number, line.choice)

    def _show_paper(self, _key: int = 0) -> None:
        line, visit = self.line(), self.desk.visits.get(self.visit_id)
        self.choice.show_choice(self.chosen(), line.hand_out, visit)
        made = [one for one in self._made if one.edition.document == line.hand_out.number]
        self._history.setVisible(bool(made))
        self.editions.rows.show_rows([edition_row(one, visit) for one in made])
        self._show_recall()
        self._draw()

    def _draw(self) -> None:
        """Have the paper drawn, unless it would look as it does already but for the minute."""
        try:
            drawing = self._drawn_now(self.chosen())
            drawing.refuse_unprintable()
        except ReceptionError as refusal:
            self._drawing = None
            self._refuse(str(refusal))
            self._allow(possible=False)
            self.preview.say(str(refusal))
            return
        self._refuse("")
        self._allow(possible=True)
        before = self._drawing
        if before and replace(drawing, stamp=replace(drawing.stamp, printed=before.stamp.printed)) == before:
            return
        if before is None or before.hand_out is not drawing.hand_out:
            self.preview.clear()
        self._drawing = drawing
        run_in_background(partial(_drawn, drawing), done=self._on_drawn)

    def _drawn_now(self, choice: Choice) -> Drawing:
        return self.desk.papers.drawing(self.visit_id, self.line().hand_out.number, choice, self.now())

    def _on_drawn(self, result: tuple[Drawing, bytes]) -> None:
        drawing, pdf = result
        if drawing is self._drawing:
            self.preview.show_pdf(pdf, paper_name(self.line()))

    def _choose(self, choice: Choice) -> None:
        self._choices[self.line().hand_out.number] = choice
        self._show_paper()

    def _choose_guest(self, guest_id: int | None) -> None:
        usual = self.desk.papers.usual_choice(self.visit_id, self.line().hand_out.number, guest_id)
        self._choose(replace(usual, paper=self.chosen().paper))

    def _print(self) -> None:
        title = paper_name(self.line())
        try:
            pdf = self.preview.view.pdf() or self._drawn_now(self.chosen()).pdf()
            printer = ask_for_printer(pdf, title, self)
        except ReceptionError as refusal:
            self._refuse(str(refusal))
            return
        if printer is not None:
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Make the chosen paper an edition and print it there."""
        said = _("Printed {paper}").format(paper=paper_name(self.line()))
        self._make(Medium.PRINTER, printer.copyCount(), lambda pdf: print_pdf(pdf, printer), said)

    def _save(self) -> None:
        try:
            name = self._drawn_now(self.chosen()).file_name
        except ReceptionError as refusal:
            self._refuse(str(refusal))
            return
        file = ask_where_to_save(name, self)
        if file is not None:
            self.save_as(file)

    def save_as(self, file: Path) -> None:
        """Make the chosen paper an edition and save it there."""
        self._make(Medium.PDF, 1, lambda pdf: save_pdf(pdf, file), _("Saved {file}").format(file=file))

    def _make(self, medium: Medium, copies: int, put_out: Callable[[bytes], None], said: str) -> None:
        try:
            made = self.desk.papers.make(
                self.visit_id,
                self.line().hand_out.number,
                self.chosen(),
                self.now(),
                medium=medium,
                copies=copies,
            )
        except ReceptionError as refusal:
            self._refuse(str(refusal))
            return
        try:
            put_out(made.pdf)
        except ReceptionError as refusal:
            self.desk.papers.withdraw(made.edition.id, self.now())
            self.changed.emit()
            self._refuse(str(refusal))
            return
        self.said.emit(said)
        self.changed.emit()

    def _show_recall(self, _key: int = 0) -> None:
        made = self._chosen_edition()
        self.recall.setVisible(made is not None and made.state in IN_HANDS)

    def _chosen_edition(self) -> EditionNow | None:
        return next((made for made in self._made if made.edition.id == self.editions.key()), None)

    def _recall(self) -> None:
        made = self._chosen_edition()
        if made is None:
            return
        try:
            self.desk.papers.recall(made.edition.id, self.now())
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
        self.changed.emit()

    def _refuse(self, sentence: str) -> None:
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))

    def _allow(self, *, possible: bool) -> None:
        self.print.setEnabled(possible)
        self.save.setEnabled(possible)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._needed.set_title(_("Papers of this visit"))
        self._history.set_title(_("Printed so far"))
        self.papers.setAccessibleName(_("Papers of this visit"))
        self.editions.setAccessibleName(_("Printed so far"))
        self.print.setText(_("Print …"))
        self.save.setText(_("Save as PDF …"))
        self.recall.setText(_("Recalled"))
        self.choice.retranslate()
        self.preview.retranslate()
        if self.visit_id:
            self.show_visit(self.visit_id)


def _drawn(drawing: Drawing) -> tuple[Drawing, bytes]:
    return drawing, drawing.pdf()

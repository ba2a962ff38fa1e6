"""The print centre of a visit: what is needed and why, what is about and old; preview, print, save as PDF."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _
from reception_desk.services.drawing import Drawing
from reception_desk.services.paper_lines import to_print
from ui.background import run_in_background
from ui.screens.screen import Clock
from ui.screens.visit.paper_made import PaperMade
from ui.screens.visit.paper_preview import PaperPreview
from ui.screens.visit.paper_put_out import PutsOut
from ui.screens.visit.paper_words import likely_holders, paper_name, paper_row
from ui.theme import SIZE, SPACE
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.scroll import Scroll
from ui.widgets.text import Text

KIT_KEY = "Ctrl+Shift+P"
LEFT = SIZE.sheet - SPACE.huge


class PaperSection(PutsOut):
    """The papers at the left, how the chosen one is made and what came out of it below, its page at the right."""

    name, word, has_primary = "paper", N_("Paper"), True

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self._drawing: Drawing | None = None
        self.preview, self.made = PaperPreview(), PaperMade()
        self.editions, self.recall = self.made.editions, self.made.recall
        self.print = Button("", kind="primary", icon_name="print")
        self.save = Button("", icon_name="pdf")
        self.save_kit = Button("", kind="link")
        self.why = Text("", "muted", wrap=True)
        self._needed, self._how = Card(), Card()
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        kit = FlowLayout()
        kit.addWidget(self.print_kit)
        kit.addWidget(self.save_kit)
        self._needed.body.addWidget(self.papers)
        self._needed.body.addLayout(kit)
        self._needed.body.addWidget(self.kit_reason)
        for widget in (self.why, self.reason, self.choice, self.refusal):
            self._how.body.addWidget(widget)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.medium)
        for card in (self._needed, self._how, self.made):
            column.addWidget(card)
        column.addStretch(1)
        scroll = Scroll(left)
        scroll.setFixedWidth(LEFT)
        left.setFixedWidth(LEFT - SPACE.medium)
        self.preview.add_action(self.save)
        self.preview.add_action(self.print)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, SPACE.hair, 0, 0)
        row.setSpacing(SPACE.large)
        row.addWidget(scroll)
        row.addWidget(self.preview, 1)

    def _connect(self) -> None:
        self.papers.chosen.connect(self._show_paper)
        self.papers.entered_row.connect(self.print.click)
        self.choice.chosen.connect(lambda choice: self._want(choice=choice))
        self.choice.subject_chosen.connect(self._choose_subject)
        self.choice.copies_chosen.connect(lambda copies: self._want(copies=copies))
        self.choice.holder_chosen.connect(lambda holder: self._want(holder=holder))
        self.reason.entered.connect(self.print.click)
        self.print.clicked.connect(lambda: self._print(self.wanted()))
        self.save.clicked.connect(self._save)
        self.print_kit.clicked.connect(self._print_kit)
        self.save_kit.clicked.connect(self._save_kit)
        self.made.collected.connect(self._collect)
        self.made.handed.connect(self._hand)
        self.made.again_wanted.connect(self._print_again)
        key = QShortcut(QKeySequence(KIT_KEY), self)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self._print_kit)

    def show_visit(self, visit_id: int) -> None:
        """Read the papers of this visit; the paper that was chosen stays so."""
        if visit_id != self.visit_id:
            self._wanted.clear()
            self._forget_reasons()
        self.visit_id = visit_id
        self._lines = self.desk.papers.lines(visit_id, self.now())
        self._made = self.desk.papers.editions(visit_id, self.now())
        visit = self.read(visit_id)
        self.papers.rows.show_rows([paper_row(key, line, visit) for key, line in enumerate(self._lines)])
        missing = (key for key, line in enumerate(self._lines) if line.is_missing)
        key = self.papers.key()
        self.papers.choose(next(missing, 0) if key is None else key)
        self._show_kit()
        self._show_paper()

    def go_to(self, field: str) -> None:
        """Choose a paper by its number."""
        for key, line in enumerate(self._lines):
            if line.hand_out.number == field:
                self.papers.choose(key)
        self.papers.setFocus()

    def flush(self) -> None:
        """Take what is half-written beside a paper."""
        self.choice.flush()

    def _show_kit(self) -> None:
        count = len(to_print(self._lines))
        self.print_kit.setText(_("Print what is lacking ({count})").format(count=count))
        self.print_kit.setToolTip(KIT_KEY)
        self.print_kit.setVisible(count > 0)
        self.save_kit.setVisible(count > 0)

    def _show_paper(self, _key: int = 0) -> None:
        line, visit, wanted = self.line(), self.read(self.visit_id), self.wanted()
        made = [one for one in self._made if one.edition.document == line.hand_out.number]
        likely = likely_holders(visit, self._made)
        self._how.set_title(paper_name(line))
        needed = _("Needed: {why}") if line.is_needed else _("Not needed: {why}")
        self.why.setText(needed.format(why=line.why))
        self.choice.show_choice(wanted.choice, line.hand_out, visit)
        self.choice.show_hands(wanted.copies, wanted.holder, likely)
        self.made.show_made(made, visit, likely)
        self._warn(wanted)
        self._draw()

    def _draw(self) -> None:
        """Have the paper drawn, unless it would look as it does already but for the minute."""
        try:
            drawing = self._drawn_now(self.wanted().choice)
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

    def _on_drawn(self, result: tuple[Drawing, bytes]) -> None:
        drawing, pdf = result
        if drawing is self._drawing:
            self.preview.show_pdf(pdf, paper_name(self.line()))

    def _want(self, **parts: object) -> None:
        """Make the chosen paper otherwise from now on."""
        self._wanted[self.line().hand_out.number] = replace(self.wanted(), **parts)  # type: ignore[arg-type]
        if "choice" in parts:
            self._show_paper()

    def _choose_subject(self, subject: int | str | None) -> None:
        paper, choice = self.line().hand_out, self.wanted().choice
        if paper.about_a_guest:
            guest = subject if isinstance(subject, int) else None
            usual = self.desk.papers.usual_choice(self.visit_id, paper.number, guest)
            choice = replace(usual, paper=choice.paper)
        else:
            choice = replace(choice, **{paper.about: subject})  # type: ignore[arg-type]  # one of the ids, or a department
        holder = self.desk.papers.usual_holder(self.visit_id, paper.number, choice) or self.wanted().holder
        self._want(choice=choice, holder=holder)

    def _allow(self, *, possible: bool) -> None:
        self.print.setEnabled(possible)
        self.save.setEnabled(possible)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._needed.set_title(_("Papers of this visit"))
        self.papers.setAccessibleName(_("Papers of this visit"))
        self.print.setText(_("Print …"))
        self.save.setText(_("As PDF …"))
        self.save_kit.setText(_("As PDF …"))
        for part in (self.choice, self.preview, self.made, self.reason, self.kit_reason):
            part.retranslate()
        if self.visit_id:
            self.show_visit(self.visit_id)


def _drawn(drawing: Drawing) -> tuple[Drawing, bytes]:
    return drawing, drawing.pdf()

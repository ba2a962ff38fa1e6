"""The letters of invitation of a visit: each guest's passport, how far the letter is, and the letter itself (A1.3)."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.invitation import InvitationState
from reception_desk.domain.preparation import ItemState
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _, current_language
from reception_desk.services.drawing import Drawing
from reception_desk.services.invitations import Letter, choice_of
from reception_desk.services.paper_lines import Wanted
from ui.background import run_in_background
from ui.models.rows import Row, RowsModel
from ui.printing import ask_for_printer, ask_where_to_save
from ui.recovery import UnlockBox
from ui.screens.screen import Clock
from ui.screens.visit.letter_card import KINDS, STATES, TICK, LetterCard
from ui.screens.visit.mrz_sheet import MrzSheet
from ui.screens.visit.paper_acts import PaperActs
from ui.screens.visit.paper_preview import PaperPreview
from ui.screens.visit.passport_card import PassportCard
from ui.screens.visit.rows import RowsView
from ui.screens.visit.section import Section
from ui.theme import SIZE, SPACE
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.scroll import Scroll

LEFT = SIZE.sheet - SPACE.huge
NUMBER, ITEM = "D17", "106"


class InvitationSection(Section):
    """The guests at the left with the passport and the steps of the chosen one, the letter at the right."""

    name, word, has_primary = "invitation", N_("Invitation"), True

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self._letters: list[Letter] = []
        self._guest_id = 0
        self._drawing: Drawing | None = None
        self._acts = PaperActs(desk, self.now)
        self._model = RowsModel(self)
        self.guests, self._guests_card = RowsView(self._model), Card()
        self.unlock, self._locked = UnlockBox(desk, clock), Card()
        self.letter, self.passport = LetterCard(desk, clock), PassportCard(desk, clock)
        self.lines = MrzSheet(desk, clock)
        self.preview = PaperPreview()
        self.print, self.save = Button("", icon_name="print"), Button("", icon_name="pdf")
        self.nothing = EmptyState("person", "")
        self._layers = QStackedLayout(self)
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self._guests_card.body.addWidget(self.guests)
        self._locked.body.addWidget(self.unlock)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.medium)
        for widget in (self._locked, self._guests_card, self.letter, self.passport):
            column.addWidget(widget)
        column.addStretch(1)
        scroll = Scroll(left)
        scroll.setFixedWidth(LEFT)
        left.setFixedWidth(LEFT - SPACE.medium)
        self.preview.add_action(self.save)
        self.preview.add_action(self.print)
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, SPACE.hair, 0, 0)
        row.setSpacing(SPACE.large)
        row.addWidget(scroll)
        row.addWidget(self.preview, 1)
        self._layers.setContentsMargins(0, 0, 0, 0)
        self._layers.addWidget(page)
        self._layers.addWidget(self.nothing)

    def _connect(self) -> None:
        for card in (self.letter, self.passport, self.unlock):
            card.changed.connect(self.changed)
            card.said.connect(self.said)
        for card in (self.letter, self.passport):
            card.refused.connect(self.refused)
        self.guests.opened.connect(self._choose)
        self.letter.place_wanted.connect(self._on_place)
        self.passport.lines_wanted.connect(self._ask_for_lines)
        self.lines.done.connect(self._on_lines)
        self.print.clicked.connect(self._print)
        self.save.clicked.connect(self._save)

    def show_visit(self, visit_id: int) -> None:
        """Read the letters of this visit; the guest that was chosen stays so."""
        if visit_id != self.visit_id:
            self._guest_id = 0
        self.visit_id = visit_id
        self._letters = self.desk.invitations.letters(visit_id)
        if not self._letters:
            self._layers.setCurrentWidget(self.nothing)
            return
        self._layers.setCurrentIndex(0)
        self._locked.setVisible(any(letter.is_locked for letter in self._letters))
        if self._guest_id not in [letter.guest.id for letter in self._letters]:
            first = next((letter for letter in self._letters if letter.is_wanted), self._letters[0])
            self._guest_id = first.guest.id
        self._show_guests()
        self._show_letter(self.read(visit_id))

    def chosen(self) -> Letter:
        """The letter to the guest that is chosen."""
        return next(letter for letter in self._letters if letter.guest.id == self._guest_id)

    def go_to(self, field: str) -> None:
        """Put the focus on a fact of the passport, or on a guest (`guest:3`)."""
        what, _colon, rest = field.partition(":")
        if what == "guest" and rest.isdigit():
            self._choose(int(rest))
        else:
            self.passport.go_to(field)

    def flush(self) -> None:
        """Save what is half-written."""
        self.passport.flush()
        self.letter.flush()

    def _show_guests(self) -> None:
        language = current_language()
        self._model.show_rows(
            [
                Row(
                    key=letter.guest.id,
                    first=letter.guest.person.name_in(language),
                    icon="chevron-right" if letter.guest.id == self._guest_id else "person",
                    marks=((_(STATES[letter.state]), KINDS[letter.state]),)
                    if letter.is_wanted
                    else ((_("No letter"), "plain"),),
                )
                for letter in self._letters
            ]
        )
        self._guests_card.setVisible(len(self._letters) > 1)

    def _choose(self, guest_id: int) -> None:
        if guest_id not in [letter.guest.id for letter in self._letters]:
            return
        self.flush()
        self._guest_id = guest_id
        self._show_guests()
        self._show_letter(self.read(self.visit_id))

    def _show_letter(self, visit: Visit) -> None:
        self.passport.show_letter(self.chosen())
        self.letter.show_letter(self.chosen(), visit, offers_tick=not self._is_ticked())
        self._draw()

    def _draw(self) -> None:
        """Have the letter drawn, unless it would look as it does already but for the minute."""
        try:
            drawing = self._drawn_now()
            drawing.refuse_unprintable()
        except ReceptionError as refusal:
            self._drawing = None
            self.preview.say(self._why_none() or str(refusal))
            self._allow(possible=False)
            return
        self._allow(possible=True)
        before = self._drawing
        if before and replace(drawing, stamp=replace(drawing.stamp, printed=before.stamp.printed)) == before:
            return
        self._drawing = drawing
        run_in_background(partial(_drawn, drawing), done=self._on_drawn)

    def _why_none(self) -> str:
        """In a few words, for the middle of the page, why there is no letter."""
        letter = self.chosen()
        if letter.is_locked:
            return _("The passports are locked")
        return _("No letter yet: the passport is lacking.") if letter.plain is None or letter.lacks else ""

    def _drawn_now(self) -> Drawing:
        return self.desk.papers.drawing(self.visit_id, NUMBER, choice_of(self.chosen().guest), self.now())

    def _on_drawn(self, result: tuple[Drawing, bytes]) -> None:
        drawing, pdf = result
        if drawing is self._drawing:
            self.preview.show_pdf(pdf, _("Letter of invitation"))

    def _allow(self, *, possible: bool) -> None:
        self.print.setEnabled(possible)
        self.save.setEnabled(possible)

    def _ask_for_lines(self) -> None:
        self.flush()
        self.details_wanted.emit(_("Passport of {name}").format(name=self._called()), self.lines)
        self.lines.begin(self._guest_id)

    def _called(self) -> str:
        return self.chosen().guest.person.name_in(current_language())

    def _on_lines(self, sentence: str) -> None:
        self.details_over.emit()
        self.changed.emit()
        self.said.emit(sentence)

    def _on_place(self, place: str) -> None:
        section, _slash, field = place.partition("/")
        if section == TICK:
            self._tick(field)
        elif section == self.name:
            self.go_to(field)
        else:
            self.visit_wanted.emit(self.visit_id, place)

    def _tick(self, code: str) -> None:
        """The item of the preparation list is done with the last letter."""
        try:
            self.desk.preparation.check_off(self.visit_id, code, "", self.now())
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
            return
        self.changed.emit()

    def _is_ticked(self) -> bool:
        """Whether item 106 is settled, or not to be settled yet: a letter is still to be sent."""
        wanted = [letter for letter in self._letters if letter.is_wanted]
        if not wanted or any(letter.state is not InvitationState.SENT for letter in wanted):
            return True
        items = self.desk.preparation.of(self.visit_id)
        return not any(item.code == ITEM and item.state is ItemState.OPEN for item in items)

    def _wanted(self) -> Wanted:
        guest = self.chosen().guest
        return Wanted(number=NUMBER, choice=choice_of(guest), holder=guest.person.name_in("zh"))

    def _print(self) -> None:
        self.flush()
        try:
            title = _("Letter of invitation")
            printer = ask_for_printer(
                self._drawn_now().pdf(), title, self, 1, self._acts.usual_printer(NUMBER)
            )
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
            return
        if printer is not None:
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Make the letter an edition and print it there."""
        try:
            self._acts.print_one(self.visit_id, replace(self._wanted(), copies=printer.copyCount()), printer)
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
        self.changed.emit()

    def _save(self) -> None:
        self.flush()
        try:
            file = ask_where_to_save(self._drawn_now().file_name, self)
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
            return
        if file is not None:
            self.save_as(file)

    def save_as(self, file: Path) -> None:
        """Make the letter an edition and save it there."""
        try:
            self._acts.save_one(self.visit_id, self._wanted(), file)
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
        else:
            self.said.emit(_("Saved {file}").format(file=file))
        self.changed.emit()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._guests_card.set_title(_("Guests"))
        self.guests.setAccessibleName(_("Guests"))
        self.nothing.say(_("Nobody is named yet, so there is no one to invite."))
        self.print.setText(_("Print …"))
        self.save.setText(_("As PDF …"))
        for part in (self.unlock, self.letter, self.passport, self.lines, self.preview):
            part.retranslate()
        if self._letters:
            self._show_guests()
            self._show_letter(self.read(self.visit_id))


def _drawn(drawing: Drawing) -> tuple[Drawing, bytes]:
    return drawing, drawing.pdf()

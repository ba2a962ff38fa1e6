"""How far the itinerary is with the client: draft, sent, confirmed; what changed since; the next thing to do (A4.1)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.documents.moments import brief_day_and_time
from reception_desk.domain.edition import EditionNow, EditionState, Medium
from reception_desk.domain.itinerary_state import ItineraryState
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _, current_language
from reception_desk.services.itineraries import ItineraryNow
from ui.screens.screen import Clock
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.fact import TextFact
from ui.widgets.flow import FlowLayout
from ui.widgets.lines import Line, Lines
from ui.widgets.pill import Pill
from ui.widgets.segmented import Segmented
from ui.widgets.text import Text

STEPS: Final = (
    (ItineraryState.DRAFT, N_("Draft")),
    (ItineraryState.SENT, N_("Sent")),
    (ItineraryState.AGREED, N_("Client confirmed")),
)
REACHED: Final = {
    ItineraryState.DRAFT: 0,
    ItineraryState.SENT_OLD: 1,
    ItineraryState.AGREED_OLD: 2,
    ItineraryState.SENT: 1,
    ItineraryState.AGREED: 2,
}
MEDIA: Final = (
    (Medium.MESSAGE, N_("by message")),
    (Medium.MAIL, N_("by mail")),
    (Medium.PHONE, N_("by phone")),
    (Medium.IN_PERSON, N_("in person")),
)
OLD: Final = {
    ItineraryState.SENT_OLD: N_("Old version sent"),
    ItineraryState.AGREED_OLD: N_("To be confirmed again"),
}
MOST_CHANGES: Final = 8


class ItineraryCard(Card):
    """The three steps, one primary act, words to copy, a mail to write.

    Signals:
        changed(): something was stored.
        said(sentence), refused(sentence): for the bottom line.
    """

    changed = Signal()
    said = Signal(str)
    refused = Signal(str)

    def __init__(self, desk: ReceptionDesk, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._desk, self._clock = desk, clock
        self._visit: Visit | None = None
        self._now = ItineraryNow(state=ItineraryState.DRAFT)
        self.steps = [Pill(" ") for _step in STEPS]
        self.told, self.changes = Text("", "muted", wrap=True), Lines()
        self.act = Button("", kind="primary", icon_name="check")
        self.back = Button("", kind="link")
        self.medium = Segmented([(medium, "") for medium, _words in MEDIA])
        self.whom = TextFact("")
        self.language = Segmented([("zh", "中文"), ("en", "English")])
        self.copy, self.mail = Button("", icon_name="copy"), Button("", icon_name="edit")
        self._build()
        self.retranslate()

    def _build(self) -> None:
        steps, acts, words = FlowLayout(), FlowLayout(), QHBoxLayout()
        for pill in self.steps:
            steps.addWidget(pill)
        for button in (self.act, self.back):
            acts.addWidget(button)
        words.addWidget(self.language)
        for button in (self.copy, self.mail):
            words.addWidget(button)
        words.addStretch(1)
        self.medium.set_value(Medium.MESSAGE)
        self.language.set_value("zh")
        self.body.addLayout(steps)
        self.body.addWidget(self.told)
        self.body.addWidget(self.changes)
        self.body.addWidget(self.medium)
        self.body.addWidget(self.whom)
        self.body.addLayout(acts)
        self.body.addLayout(words)
        self.act.clicked.connect(self._next)
        self.back.clicked.connect(self._take_back)
        self.copy.clicked.connect(self._copy)
        self.mail.clicked.connect(self._write_mail)

    def show_visit(self, visit: Visit) -> None:
        """Show how the itinerary of a visit stands."""
        if self._visit is None or self._visit.id != visit.id:
            self.language.set_value("en" if visit.is_foreign else "zh")
            self.whom.discard()
            self.whom.set_value("")
        self._visit, self._now = visit, self._desk.itineraries.now(visit.id)
        self._say()

    def _say(self) -> None:
        state, reached = self._now.state, REACHED[self._now.state]
        for place, (pill, (_step, words)) in enumerate(zip(self.steps, STEPS, strict=True)):
            is_over = place < reached or state is ItineraryState.AGREED
            # what was sent is no longer so: the next thing to do is to send it
            is_over = is_over and not (state is ItineraryState.AGREED_OLD and place)
            kind = "done" if is_over else "primary" if place == reached else "plain"
            if state in OLD and place == reached:
                pill.show_status(_(OLD[state]), "soon", "warning")
            else:
                pill.show_status(_(words), kind, "check" if is_over else "")
        self.told.setText("\n".join(self._sentences()))
        self.told.setVisible(bool(self.told.text()))
        self.changes.show_lines(
            [Line("edit", change.words, "soon") for change in self._now.changes[:MOST_CHANGES]]
        )
        self._show_acts()

    def _show_acts(self) -> None:
        state = self._now.state
        has_it = state in (ItineraryState.SENT, ItineraryState.AGREED)
        self.act.setVisible(state is not ItineraryState.AGREED)
        self.medium.setVisible(state is not ItineraryState.AGREED)
        self.whom.setVisible(state is not ItineraryState.AGREED)
        self.whom.set_label(_("By whom") if has_it else _("To whom"))
        self.act.setText(_("The client has confirmed") if has_it else _("It was sent to the client"))
        self.back.setVisible(has_it)
        self.back.setText(
            _("It was not confirmed after all")
            if state is ItineraryState.AGREED
            else _("It was not sent after all")
        )

    def _sentences(self) -> list[str]:
        state, said = self._now.state, []
        if state is ItineraryState.AGREED_OLD:
            said.append(
                _("The client confirmed something else than stands there now: send it and have it confirmed.")
            )
        elif state is ItineraryState.SENT_OLD:
            said.append(_("The client has an old itinerary: send it again."))
        for told, sentence in (
            (self._now.agreed, N_("Confirmed by the client, noted {when} by {person}.")),
            (self._now.sent, N_("Sent, noted {when} by {person}.")),
        ):
            if told is not None and told.state is EditionState.CURRENT:
                whom = f" ({told.edition.holder})" if told.edition.holder else ""
                said.append(_(sentence).format(when=self._when(told), person=told.edition.made_by) + whom)
        return said

    def _when(self, told: EditionNow) -> str:
        assert self._visit is not None
        local = self._visit.local(told.edition.made_at)
        assert local is not None
        return brief_day_and_time(local, current_language())

    def _next(self) -> None:
        if self._visit is None:
            return
        visit_id, itineraries = self._visit.id, self._desk.itineraries
        self.whom.flush()
        medium, whom = Medium(str(self.medium.value())), str(self.whom.value() or "")
        if self._now.state is ItineraryState.SENT:
            self._do(lambda: itineraries.agreed(visit_id, self._clock(), medium, whom))
        else:
            self._do(lambda: itineraries.sent(visit_id, self._clock(), medium, whom))

    def _take_back(self) -> None:
        told = self._now.agreed if self._now.state is ItineraryState.AGREED else self._now.sent
        if told is not None:
            self._do(lambda: self._desk.itineraries.take_back(told.edition.id, self._clock()))

    def _copy(self) -> None:
        def copy() -> None:
            assert self._visit is not None
            words = self._desk.itineraries.text(self._visit.id, str(self.language.value()))
            QGuiApplication.clipboard().setText(words)
            self.said.emit(_("The words are copied."))

        self._try(copy)

    def _write_mail(self) -> None:
        """Save a draft that the mail program opens, with the paper in it, and open it."""
        if self._visit is None:
            return
        folder = QFileDialog.getExistingDirectory(self, _("Where to put the draft of the mail"))
        if folder:
            self.save_mail(Path(folder))

    def save_mail(self, folder: Path) -> None:
        """Put the draft there and have the mail program open it."""

        def save() -> None:
            assert self._visit is not None
            mail = self._desk.itineraries.mail(self._visit.id, self._clock())
            file = folder / mail.file_name
            try:
                file.write_bytes(mail.eml)
            except OSError as trouble:
                self._desk.papers.withdraw(mail.edition_id, self._clock())
                raise ReceptionError(
                    _("{file} cannot be written: {reason}").format(file=file, reason=trouble.strerror)
                ) from trouble
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))
            self.said.emit(_("Saved {file}").format(file=file))
            self.changed.emit()

        self._try(save)

    def _do(self, act: Callable[[], object]) -> None:
        def done() -> None:
            act()
            self.changed.emit()

        self._try(done)

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(_("With the client"))
        self.medium.set_words([_(words) for _medium, words in MEDIA])
        self.medium.set_name(_("How"))
        self.whom.set_prompt(_("Name at the client"))
        self.language.set_name(_("Language of the words"))
        self.copy.setText(_("Copy as words"))
        self.mail.setText(_("Write a mail …"))
        self._say()

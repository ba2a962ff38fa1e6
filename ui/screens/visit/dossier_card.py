"""What we know of the company: its dossier, how old it is, and what stood in it before (A2.1, A2.2)."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.company import Company
from reception_desk.domain.dossier import EarlierText, dossier_to_confirm, interests_of
from reception_desk.domain.field_words import field_word
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _
from ui.screens.screen import Clock
from ui.screens.visit.company_sheet import ADDRESS, DOSSIER
from ui.screens.visit.fact_form import FactForm, Kind, Spec
from ui.screens.visit.saving import save_fact
from ui.theme import SPACE
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.moment_text import moment_words
from ui.widgets.pill import Pill
from ui.widgets.text import Text

PURPOSE = Spec(field="purpose", kind=Kind.LONG, prompt=N_("What do they come for?"))


class DossierCard(Card):
    """Purpose and dossier, written in place; interests also as pills.

    Signals:
        changed(): a fact was saved.
        said(sentence), refused(sentence), details_wanted(title, content), details_over(): as in `Section`.
    """

    changed = Signal()
    said = Signal(str)
    refused = Signal(str)
    details_wanted = Signal(str, QWidget)
    details_over = Signal()

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__()
        self._desk, self._clock = desk, clock
        self._visit: Visit | None = None
        self.purpose = FactForm("visit", (PURPOSE,), clock)
        self.form = FactForm("company", (ADDRESS, *DOSSIER), clock)
        self.age, self.true = Pill(""), Button("", icon_name="check")
        self.earlier = Button("", kind="link", icon_name="history")
        self.nobody = Text("", "muted", wrap=True)
        self._tags, self._flow = QWidget(), FlowLayout(spacing=SPACE.hair)
        self._shown_tags: tuple[str, ...] = ()
        self._texts: EarlierTexts | None = None
        self._build()
        self.retranslate()

    def _build(self) -> None:
        self._tags.setLayout(self._flow)
        self.add_action(self.age)
        self.add_action(self.true)
        for widget in (self.purpose, self.nobody, self._tags, self.form, self.earlier):
            self.body.addWidget(widget)
        self.purpose.wanted.connect(partial(self._on_wanted, self.purpose))
        self.form.wanted.connect(partial(self._on_wanted, self.form))
        self.true.clicked.connect(self._still_true)
        self.earlier.clicked.connect(self.open_earlier)

    def show_visit(self, visit: Visit) -> None:
        """Show purpose and dossier of a visit as read."""
        company = visit.company
        if self._visit is None or self._visit.id != visit.id:
            self.form.reset({})
        self._visit = visit
        self.purpose.show_values({"purpose": visit.purpose})
        for widget in (self._tags, self.form, self.earlier):
            widget.setVisible(company is not None)
        self.nobody.setVisible(company is None)
        if company is not None:
            self.form.show_values({field: getattr(company, field) for field in self.form.fields()})
        self._show_tags(interests_of(company.interests).tags if company else ())
        self._show_age(visit, company)
        if self._texts is not None and company is not None:
            self._texts.show_texts(self._desk.background.earlier_texts(company.id), visit)

    def _show_age(self, visit: Visit, company: Company | None) -> None:
        today = (visit.local(self._clock()) or self._clock()).date()
        is_old = dossier_to_confirm(visit, today)
        has = company is not None and company.has_dossier
        as_of = company.dossier_as_of if company else None
        words = _("Of {day}").format(day=_day(as_of)) if as_of else _("Age not known")
        self.age.show_status(
            _("{age}: does it still hold?").format(age=words) if is_old else words,
            "soon" if is_old else "plain",
        )
        self.age.setVisible(has)
        self.true.setVisible(has and is_old)

    def _show_tags(self, tags: tuple[str, ...]) -> None:
        self._tags.setVisible(bool(tags))
        if tags == self._shown_tags:
            return
        self._shown_tags = tags
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for tag in tags:
            self._flow.addWidget(Pill(tag, "primary"))

    def _on_wanted(self, form: FactForm, field: str, value: object) -> None:
        if save_fact(form, field, partial(self._save, form, field, value)):
            self.changed.emit()

    def _save(self, form: FactForm, field: str, value: object) -> None:
        if self._visit is None:
            return
        save = self._desk.visits.change if form is self.purpose else self._desk.visits.change_company
        save(self._visit.id, self._clock(), **{field: value})

    def _still_true(self) -> None:
        if self._visit is not None:
            self._desk.background.still_true(self._visit.id, self._clock())
            self.said.emit(_("The dossier is of today."))
            self.changed.emit()

    def open_earlier(self) -> None:
        """Show what stood in the dossier before."""
        if self._visit is None or self._visit.company is None:
            return
        if self._texts is None:
            self._texts = EarlierTexts()
            self._texts.wanted.connect(self.take_back)
        self._texts.show_texts(self._desk.background.earlier_texts(self._visit.company.id), self._visit)
        self.details_wanted.emit(_("Earlier texts of the dossier"), self._texts)

    def take_back(self, field: str, text: str) -> None:
        """Have an earlier text again; the one now there becomes an earlier one."""
        if self._visit is None:
            return
        try:
            self._desk.visits.change_company(self._visit.id, self._clock(), **{field: text})
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
            return
        self.said.emit(_("The earlier text stands there again. Ctrl+Z takes it back."))
        self.changed.emit()

    def go_to(self, field: str) -> bool:
        """Put the focus on a fact; whether the card has it."""
        return self.purpose.go_to(field) or self.form.go_to(field)

    def flush(self) -> None:
        """Save what is half-written."""
        self.purpose.flush()
        self.form.flush()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(_("Dossier"))
        self.purpose.retranslate()
        self.form.retranslate()
        for form in (self.purpose, self.form):
            form.line_up_with((self.purpose, self.form))
        self.true.setText(_("Still true"))
        self.earlier.setText(_("Earlier texts"))
        self.nobody.setText(_("Which company comes is not named yet; the overview asks for it."))


class EarlierTexts(QWidget):
    """Each earlier text with its field, since when it stood there, by whom, and the way back.

    Signals:
        wanted(field, text): this text is to stand there again.
    """

    wanted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, SPACE.medium, SPACE.large)
        self._column.setSpacing(SPACE.small)
        self.buttons: list[Button] = []
        self._shown: list[EarlierText] | None = None

    def show_texts(self, texts: list[EarlierText], visit: Visit) -> None:
        """Show these, the latest first, with their times on the clock of the company that is visited."""
        if texts == self._shown:
            return
        self._shown, self.buttons = texts, []
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for one in texts:
            self._add(one, visit.local(one.since) or one.since)
        if not texts:
            self._column.addWidget(Text(_("Nothing stood there before."), "muted", wrap=True))
        self._column.addStretch(1)

    def _add(self, one: EarlierText, when: datetime) -> None:
        word = _(field_word("company", one.field))
        self._column.addWidget(Text(word, "strong"))
        since = _("written {when} by {person}").format(when=moment_words(when), person=one.person)
        self._column.addWidget(Text(since, "caption", wrap=True))
        self._column.addWidget(Text(one.text, wrap=True))
        again = Button(_("Take this text again"), kind="link", icon_name="restore")
        again.setAccessibleName(_("Take this text again: {field}").format(field=word))
        again.clicked.connect(partial(self.wanted.emit, one.field, one.text))
        self.buttons.append(again)
        self._column.addWidget(again)
        self._column.addSpacing(SPACE.small)


def _day(day: date | None) -> str:
    return f"{day:%Y-%m-%d}" if day else ""

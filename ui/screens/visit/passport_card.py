"""One guest's passport: masked, and shown whole only as long as somebody holds the button (A1.3)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.passport import OpenPassport, read_birth
from reception_desk.errors import ReceptionError
from reception_desk.exchange.countries import country_word
from reception_desk.i18n import _, current_language
from reception_desk.services.invitations import Letter
from ui.screens.screen import Clock
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.fact import TextFact
from ui.widgets.fact_choice import ChoiceFact
from ui.widgets.fact_group import FactGroup
from ui.widgets.flow import FlowLayout
from ui.widgets.text import Text

SHOWN: Final = 10_000  # milliseconds at most
FIELDS: Final = ("name", "number", "birth")
HIDDEN: Final = "*"


class PassportCard(Card):
    """The facts of one guest's passport, written in place.

    Signals:
        changed(): something was stored.
        said(sentence), refused(sentence): for the bottom line.
        lines_wanted(): somebody has the two lines at the foot of the passport.
    """

    changed = Signal()
    said = Signal(str)
    refused = Signal(str)
    lines_wanted = Signal()

    def __init__(self, desk: ReceptionDesk, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._desk, self._clock = desk, clock
        self._letter: Letter | None = None
        self.wanted = ChoiceFact("")
        self.facts = {field: TextFact("") for field in FIELDS}
        self._group = FactGroup()
        self.paste, self.hold = Button("", icon_name="add"), Button("", icon_name="show")
        self.remove = Button("", kind="link")
        self.warning = Text("", "muted", tone="soon", wrap=True)
        self._note = Text("", "muted", wrap=True)
        self._hide = QTimer(self)
        self._hide.setSingleShot(True)
        self._hide.setInterval(SHOWN)
        self._build()
        self.retranslate()

    def _build(self) -> None:
        self._group.add(self.wanted)
        for field, fact in self.facts.items():
            self._group.add(fact)
            fact.changed.connect(lambda text, field=field: self._store(field, str(text)))
        acts = FlowLayout()
        for button in (self.paste, self.hold, self.remove):
            acts.addWidget(button)
        self.body.addWidget(self._group)
        self.body.addWidget(self.warning)
        self.body.addLayout(acts)
        self.body.addWidget(self._note)
        self.wanted.changed.connect(self._want)
        self.paste.clicked.connect(self.lines_wanted)
        self.hold.pressed.connect(self.show_whole)
        self.hold.released.connect(self.hide_again)
        self._hide.timeout.connect(self.hide_again)
        self.remove.clicked.connect(self._remove)

    def show_letter(self, letter: Letter) -> None:
        """Show this guest's."""
        if self._letter is not None and self._letter.guest.id != letter.guest.id:
            for fact in self.facts.values():
                fact.discard()
                fact.show_refusal("")
        self._letter = letter
        self._hide.stop()
        self._show(letter.plain)
        self.wanted.set_value(letter.is_wanted)
        for fact in self.facts.values():
            fact.set_read_only(read_only=letter.is_locked)
        self.paste.setVisible(not letter.is_locked)
        self.hold.setVisible(letter.plain is not None)
        self.remove.setVisible(letter.has_passport)
        self._say()

    def _show(self, plain: OpenPassport | None, *, whole: bool = False) -> None:
        said = dict.fromkeys(FIELDS, "")
        if plain is not None:
            birth = plain.birth.isoformat() if plain.birth else ""
            said = {
                "name": plain.name,
                "number": plain.number if whole else plain.masked_number,
                "birth": birth if whole else plain.masked_birth,
            }
        elif self._letter is not None and self._letter.is_locked:
            said = dict.fromkeys(FIELDS, _("locked"))
        for field, fact in self.facts.items():
            fact.set_value(said[field])

    def show_whole(self) -> None:
        """Show all of it until the button is let go, and no longer than ten seconds; the history says who looked."""
        if self._letter is None:
            return
        try:
            plain = self._desk.invitations.look(self._letter.guest.id, self._clock())
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
            return
        self._show(plain, whole=True)
        self._hide.start()

    def hide_again(self) -> None:
        """Show no more than tells one passport from another."""
        self._hide.stop()
        if self._letter is not None:
            self._show(self._letter.plain)

    def go_to(self, field: str) -> None:
        """Put the focus on a fact."""
        if field in self.facts:
            self.facts[field].edit()

    def flush(self) -> None:
        """Save what is half-written."""
        for fact in self.facts.values():
            fact.flush()

    def _store(self, field: str, text: str) -> None:
        assert self._letter is not None
        guest_id, fact = self._letter.guest.id, self.facts[field]
        try:
            refuse_hidden(text)
            value = read_birth(text) if field == "birth" else text
            self._desk.invitations.write(guest_id, self._clock(), **{field: value})  # type: ignore[arg-type]
        except ReceptionError as refusal:
            fact.show_refusal(str(refusal))
            return
        self.changed.emit()

    def _want(self, wanted: object) -> None:
        assert self._letter is not None
        guest_id = self._letter.guest.id
        self._do(lambda: self._desk.invitations.want(guest_id, self._clock(), wanted=bool(wanted)))

    def _remove(self) -> None:
        assert self._letter is not None
        guest_id = self._letter.guest.id
        if self._do(lambda: self._desk.invitations.remove(guest_id, self._clock())):
            self.said.emit(_("The passport is removed. Ctrl+Z brings it back."))

    def _do(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
            return False
        self.changed.emit()
        return True

    def _say(self) -> None:
        letter = self._letter
        if letter is None:
            return
        language = current_language()
        title = " ".join(
            filter(None, (letter.guest.person.name_in(language), letter.guest.title_in(language)))
        )
        self.set_title(title)
        country = letter.guest.person.nationality
        sentence = _(
            "This is not the usual form of a passport number of {country}. Please compare it once more."
        )
        self.warning.setText(sentence.format(country=country_word(country, language) if country else "…"))
        self.warning.setVisible(letter.is_unusual)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        said = {
            "name": (_("Name in the passport"), _("Exactly as in the passport")),
            "number": (_("Passport number"), _("Add the number")),
            "birth": (_("Date of birth"), _("Such as 1968-07-03")),
        }
        for field, (label, prompt) in said.items():
            self.facts[field].set_label(label)
            self.facts[field].set_prompt(prompt)
        self.wanted.set_label(_("Gets a letter"))
        self.wanted.set_options([(True, _("Yes")), (False, _("No"))])
        self._group.line_up()
        self.paste.setText(_("Paste the two lines…"))
        self.hold.setText(_("Hold to show"))
        self.hold.setToolTip(_("As long as you hold it, ten seconds at most; the history says who looked."))
        self.remove.setText(_("Remove the passport"))
        self._note.setText(
            _("Kept encrypted, shown masked, printed on the letter of invitation and on nothing else.")
        )
        if self._letter is not None and self._letter.is_locked:
            self._show(None)
        self._say()


def refuse_hidden(text: str) -> None:
    """Refuse what was mended in its masked form: nobody can see what is behind the mask."""
    if HIDDEN in text:
        raise ReceptionError(_("Write all of it: what is hidden behind * cannot be kept as it is."))

"""The sheet of one guest: names, position, what part they have, needs, phone."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.acquaintance import Acquaintance
from reception_desk.domain.field_words import WORDS, field_word
from reception_desk.domain.guest import Guest
from reception_desk.domain.person import Gender
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _, current_language
from ui.screens.screen import Clock
from ui.screens.visit.choices import options_of
from ui.screens.visit.fact_form import FactForm, Kind, Spec
from ui.screens.visit.fact_known import KnownFact
from ui.screens.visit.saving import save_fact
from ui.theme import SPACE
from ui.widgets.fact_choice import Options
from ui.widgets.text import Text

ROLES: Final = ("is_main", "is_contact", "is_interpreter", "is_agent")


def _role_options() -> Options:
    return [(role, _(field_word("guest", role))) for role in ROLES]


def _gender_options() -> Options:
    return options_of(Gender)


def _spec(field: str, kind: Kind = Kind.TEXT, prompt: str = "") -> Spec:
    table = "person" if field in WORDS["person"] else "guest"
    options = _gender_options if field == "gender" else _role_options if field == "roles" else None
    word = N_("Role") if field == "roles" else field_word(table, field)
    if options is None:
        return Spec(field=field, kind=kind, prompt=prompt, word=word)
    return Spec(field=field, kind=kind, prompt=prompt, word=word, options=options)


GROUPS: Final[tuple[tuple[str, tuple[Spec, ...]], ...]] = (
    (
        N_("Name"),
        (
            _spec("name", Kind.KNOWN, prompt=N_("The name as it is written")),
            _spec("name_latin", prompt=N_("Add the name in Latin letters")),
            _spec("pronunciation", prompt=N_("How is it spoken?")),
            _spec("gender", Kind.CHOICE),
            _spec("salutation", prompt=N_("How do we address them?")),
        ),
    ),
    (
        N_("Position"),
        (
            _spec("title", prompt=N_("Add the title")),
            _spec("title_latin", prompt=N_("Add the English title")),
            _spec("rank", Kind.NUMBER, N_("Rank, 1 is the highest")),
            _spec("roles", Kind.FLAGS),
            _spec("phone", Kind.PHONE, prompt=N_("Add a phone number")),
        ),
    ),
    (
        N_("Needs"),
        (
            _spec("diet", Kind.NEED, N_("Not asked about food")),
            _spec("lodging", Kind.NEED, N_("Not asked about the room")),
            _spec("customs", Kind.NEED, N_("Not asked about customs")),
            _spec("nationality", Kind.COUNTRY, N_("Add the nationality")),
            _spec("ethnicity", prompt=N_("Add the ethnicity")),
            _spec("note", Kind.LONG, N_("Add a note")),
        ),
    ),
)


class GuestSheet(QWidget):
    """All facts of one guest; a new one begins with the first fact that has a name to it.

    Signals:
        changed(): a fact was saved.
    """

    changed = Signal()

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__()
        self._desk, self._clock = desk, clock
        self._visit_id, self._guest_id = 0, 0
        self._guest: Guest | None = None
        self._pending: dict[str, object] = {}
        self._titles: list[Text] = []
        self.forms: list[FactForm] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, SPACE.medium, SPACE.large)
        column.setSpacing(SPACE.small)
        for _title, specs in GROUPS:
            form = FactForm("guest", specs, clock)
            form.wanted.connect(partial(self._on_wanted, form))
            self.forms.append(form)
            column.addWidget(form)
            column.addSpacing(SPACE.small)
        column.addStretch(1)
        name = self.forms[0].fact("name")
        if isinstance(name, KnownFact):
            name.set_ask(desk.acquaintances.people_like)
            name.recognised.connect(self._on_recognised)
        self.retranslate()

    def begin(self, visit: Visit) -> None:
        """Begin a new guest."""
        self._visit_id, self._guest_id, self._guest, self._pending = visit.id, 0, None, {}
        for form in self.forms:
            form.reset(_values(None))

    def open(self, visit: Visit, guest_id: int) -> bool:
        """Show a guest of the visit; whether there is one."""
        if guest_id != self._guest_id or self._visit_id != visit.id:
            for form in self.forms:
                form.reset({})
        self._visit_id, self._guest_id, self._pending = visit.id, guest_id, {}
        return self.show_visit(visit)

    def show_visit(self, visit: Visit) -> bool:
        """Show the same guest as read anew; False where it is no longer there."""
        if self._visit_id != visit.id:
            return False
        if not self._guest_id:
            return True
        self._guest = next((guest for guest in visit.guests if guest.id == self._guest_id), None)
        if self._guest is not None:
            for form in self.forms:
                form.show_values(_values(self._guest))
        return self._guest is not None

    def heading(self) -> str:
        """What the sheet is called."""
        return self._guest.person.name_in(current_language()) if self._guest else _("New guest")

    def go_to(self, field: str) -> None:
        """Put the focus on a fact."""
        for form in self.forms:
            form.go_to("roles" if field in ROLES else field)

    def flush(self) -> None:
        """Save what is half-written."""
        for form in self.forms:
            form.flush()

    def _on_wanted(self, form: FactForm, field: str, value: object) -> None:
        facts = dict([value]) if field == "roles" and isinstance(value, tuple) else {field: value}
        if not self._guest_id:
            self._pending |= facts
        if self._guest_id or str(self._pending.get("name", "")).strip():
            if save_fact(form, field, partial(self._save, facts)):
                self.changed.emit()
        elif field == "name":
            form.show_refusal("name", _("A guest needs a name."))

    def _on_recognised(self, known: Acquaintance) -> None:
        """Somebody who came before: what was written then comes along."""
        if save_fact(self.forms[0], "name", partial(self._take, known)):
            self.changed.emit()

    def _take(self, known: Acquaintance) -> None:
        if self._guest_id:
            self._desk.guests.recognise(self._guest_id, known, self._clock())
            return
        self._guest_id = self._desk.guests.add_known(self._visit_id, known, self._clock())
        if self._pending.pop("name", None) is not None and self._pending:
            self._desk.guests.change(self._guest_id, self._clock(), **self._pending)
        self._pending = {}

    def _save(self, facts: dict[str, object]) -> None:
        if facts.get("is_main") is False:
            self._refuse_without_main()
        if self._guest_id:
            self._desk.guests.change(self._guest_id, self._clock(), **facts)
            return
        name = str(self._pending.pop("name"))
        self._guest_id = self._desk.guests.add(self._visit_id, name, self._clock(), **self._pending)
        self._pending = {}

    def _refuse_without_main(self) -> None:
        """Exactly one is the main guest: naming another takes it from this one (A1.1b)."""
        for form in self.forms:
            if "roles" in form.fields():
                form.show_values({"roles": {"is_main": True}})
        raise ReceptionError(_("Somebody is the main guest: mark another one instead."))

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        for form, (title, _specs) in zip(self.forms, GROUPS, strict=True):
            form.set_title(_(title))
            form.retranslate()
        for form in self.forms:
            form.line_up_with(self.forms)


def _fields() -> Iterable[str]:
    return (spec.field for _title, specs in GROUPS for spec in specs)


def _values(guest: Guest | None) -> dict[str, object]:
    """The facts of a guest as they are written; those of nobody are blank."""
    if guest is None:
        blank: dict[str, object] = dict.fromkeys(_fields(), "")
        asked = dict.fromkeys(("rank", "diet", "lodging", "customs"))
        return blank | asked | {"gender": Gender.UNKNOWN, "roles": dict.fromkeys(ROLES, False)}
    person = guest.person
    values = {
        field: getattr(person if field in WORDS["person"] else guest, field)
        for field in _fields()
        if field != "roles"
    }
    if person.phone_extension:
        values["phone"] = " ".join((person.phone, _("ext."), person.phone_extension))
    return values | {"roles": {role: getattr(guest, role) for role in ROLES}}

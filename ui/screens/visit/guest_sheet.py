"""The sheet of one guest: names, position, what part they have, needs, phone."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.acquaintance import Acquaintance
from reception_desk.domain.guest import Guest
from reception_desk.domain.guest_memory import needs_to_confirm
from reception_desk.domain.pronunciation import is_chinese
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _, current_language
from ui.screens.screen import Clock
from ui.screens.visit.fact_form import FactForm, Spec
from ui.screens.visit.fact_known import KnownFact
from ui.screens.visit.guest_before import GuestBefore
from ui.screens.visit.guest_facts import GROUPS, ROLES, proposals_of, rank_options, values_of
from ui.screens.visit.guest_gifts import GuestGifts
from ui.screens.visit.saving import save_fact
from ui.theme import SPACE
from ui.widgets.buttons import Button
from ui.widgets.fact_choice import ChoiceFact
from ui.widgets.text import Text


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
        self.forms: list[FactForm] = []
        self.asked_on, self.still_so = Text("", "muted", wrap=True), Button("", kind="link")
        self.gifts, self.before = GuestGifts(desk, clock), GuestBefore(desk)
        self._build()
        name = self.forms[0].fact("name")
        if isinstance(name, KnownFact):
            name.set_ask(desk.acquaintances.people_like)
            name.recognised.connect(self._on_recognised)
        self.gifts.changed.connect(self.changed)
        self.still_so.clicked.connect(self._on_still_so)
        self.retranslate()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, SPACE.medium, SPACE.large)
        column.setSpacing(SPACE.small)
        for _title, specs in GROUPS:
            form = FactForm("guest", [self._fitted(spec) for spec in specs], self._clock)
            form.wanted.connect(partial(self._on_wanted, form))
            self.forms.append(form)
            column.addWidget(form)
            if "diet" in form.fields():
                column.addLayout(self._age_of_needs())
            column.addSpacing(SPACE.small)
        for widget in (self.gifts, self.before):
            column.addWidget(widget)
            column.addSpacing(SPACE.small)
        column.addStretch(1)

    def _fitted(self, spec: Spec) -> Spec:
        return replace(spec, options=partial(rank_options, self._desk)) if spec.field == "rank" else spec

    def _age_of_needs(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE.small)
        row.addWidget(self.asked_on, 1)
        row.addWidget(self.still_so)
        return row

    def begin(self, visit: Visit) -> None:
        """Begin a new guest."""
        self._visit_id, self._guest_id, self._guest, self._pending = visit.id, 0, None, {}
        for form in self.forms:
            form.reset(values_of(None))
        self._show_around(visit)

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
            self._show_rank_of(self._guest)
            for form in self.forms:
                form.show_values(values_of(self._guest))
            self._show_around(visit)
        return self._guest is not None

    def _show_rank_of(self, guest: Guest) -> None:
        for form in self.forms:
            fact = form.fact("rank") if "rank" in form.fields() else None
            if isinstance(fact, ChoiceFact):
                fact.set_options(rank_options(self._desk, guest.rank))

    def _show_around(self, visit: Visit) -> None:
        """What is proposed, how old the needs are, gifts, earlier visits."""
        guest = self._guest
        for form in self.forms:
            form.show_proposals(proposals_of(guest))
        self._show_characters(guest)
        self.gifts.setVisible(guest is not None)
        self.before.show_guest(guest.id if guest else 0)
        if guest is not None:
            self.gifts.show_guest(visit, guest)
        self._show_age_of_needs(visit, guest)

    def _show_characters(self, guest: Guest | None) -> None:
        """Which characters a name has is asked of a name that has some."""
        person = guest.person if guest else None
        has_some = person is not None and (is_chinese(person.name) or bool(person.name_explained))
        self.forms[0].fact("name_explained").setVisible(has_some)

    def _show_age_of_needs(self, visit: Visit, guest: Guest | None) -> None:
        today = (visit.local(self._clock()) or self._clock()).date()
        is_old = guest is not None and any(old.guest_id == guest.id for old in needs_to_confirm(visit, today))
        day = f"{guest.needs_as_of:%Y-%m-%d}" if guest is not None and guest.needs_as_of else ""
        words = _("Asked on {day}, older than a year: still so?") if is_old else _("Asked on {day}")
        self.asked_on.setText(words.format(day=day))
        self.asked_on.set_tone("soon" if is_old else "")
        self.asked_on.setVisible(bool(day))
        self.still_so.setVisible(is_old)

    def _on_still_so(self) -> None:
        """Somebody asked again, and nothing is different."""
        self._desk.memory.still_so([self._guest_id], self._clock())
        self.changed.emit()

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
        self.gifts.flush()

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
        self.still_so.setText(_("Still so"))
        self.gifts.retranslate()
        self.before.retranslate()
        for form in self.forms:
            form.line_up_with(self.forms)

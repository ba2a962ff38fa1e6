"""Writing a fact anew while the other side is on the phone; what is saved has to be repeated again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.field_words import WORDS, field_word
from reception_desk.domain.guest import Guest
from reception_desk.domain.journey import Leg
from reception_desk.domain.read_back import ReadBackFact
from reception_desk.domain.visit import Visit
from reception_desk.i18n import N_, _
from ui.clock import Clock
from ui.screens.visit.fact_form import FactForm, Kind, Spec
from ui.screens.visit.saving import save_fact
from ui.theme import SIZE, SPACE
from ui.widgets.buttons import Button


@dataclass(frozen=True)
class _Form:
    """What a fact is written with."""

    table: str
    specs: tuple[Spec, ...]


def _of_a_guest(field: str, prompt: str, kind: Kind = Kind.TEXT) -> Spec:
    table = "person" if field in WORDS["person"] else "guest"
    return Spec(field=field, kind=kind, prompt=prompt, word=field_word(table, field))


_FORMS: Final[dict[str, _Form]] = {
    "company:name": _Form(
        "company", (Spec(field="name", prompt=N_("The name as it is written")), Spec(field="name_latin"))
    ),
    "guest:name": _Form(
        "guest",
        (
            _of_a_guest("name", N_("The name as it is written")),
            _of_a_guest("name_latin", N_("Add the name in Latin letters")),
            _of_a_guest("pronunciation", N_("How is it spoken?")),
            _of_a_guest("name_explained", N_("Which characters, for the phone?")),
            _of_a_guest("title", N_("Add the title")),
            _of_a_guest("title_latin", N_("Add the English title")),
        ),
    ),
    "guest:phone": _Form("guest", (_of_a_guest("phone", N_("Add a phone number"), Kind.PHONE),)),
    "visit:applicant_phone": _Form("visit", (Spec(field="applicant_phone", kind=Kind.PHONE),)),
    "visit:arrival_at": _Form("visit", (Spec(field="arrival_at", kind=Kind.MOMENT),)),
    "visit:departure_at": _Form("visit", (Spec(field="departure_at", kind=Kind.MOMENT),)),
    "leg:number": _Form("leg", (Spec(field="number", prompt=N_("Such as G7012 or MU5137")),)),
    "leg:time": _Form("leg", (Spec(field="at", kind=Kind.MOMENT),)),
}


class Correction(QWidget):
    """The fields behind one fact.

    Signals:
        saved(): a value was saved; what is shown is to be read again.
        closed(): done with it, by Esc or the button.
    """

    saved = Signal()
    closed = Signal()

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__()
        self._desk, self._clock = desk, clock
        self._forms: dict[str, FactForm] = {}
        self._of: tuple[ReadBackFact, Visit] | None = None
        self.done = Button("")
        self.done.clicked.connect(self.closed)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.small)
        self._column.addWidget(self.done)
        self.setMaximumWidth(SIZE.prose)

    def show_fact(self, fact: ReadBackFact, visit: Visit) -> None:
        """The fact that is meant; its fields show what is stored."""
        before, self._of = self._of, (fact, visit)
        form = self._forms.get(_kind(fact))
        if form is not None:
            show = form.show_values if before is not None and before[0].key == fact.key else form.reset
            show(_values(fact, visit))
        for kind, other in self._forms.items():
            other.setVisible(kind == _kind(fact))

    def begin(self) -> None:
        """Go into the first field."""
        if self._of is not None:
            fact, visit = self._of
            form = self._form(fact)
            self.show_fact(fact, visit)
            form.go_to(form.fields()[0])

    def flush(self) -> None:
        """Save what is half-written."""
        if self._of is not None and (form := self._forms.get(_kind(self._of[0]))) is not None:
            form.flush()

    def form(self) -> FactForm:
        """The fields of the fact that is meant."""
        assert self._of is not None
        return self._form(self._of[0])

    def _form(self, fact: ReadBackFact) -> FactForm:
        kind = _kind(fact)
        if kind not in self._forms:
            described = _FORMS[kind]
            form = FactForm(described.table, described.specs, self._local_now)
            form.wanted.connect(partial(self._on_wanted, form))
            self._forms[kind] = form
            self._column.insertWidget(0, form)
        return self._forms[kind]

    def _local_now(self) -> datetime:
        """The clock of the place that the time is told by."""
        local = self._clock()
        if self._of is None:
            return local
        fact, visit = self._of
        leg = _leg(fact, visit)
        return local.astimezone(ZoneInfo(leg.zone if leg is not None else visit.zone))

    def _on_wanted(self, form: FactForm, field: str, value: object) -> None:
        if self._of is None:
            return
        fact, visit = self._of
        if save_fact(form, field, partial(self._save, fact, visit, field, value)):
            self.saved.emit()

    def _save(self, fact: ReadBackFact, visit: Visit, field: str, value: object) -> None:
        now, desk = self._clock(), self._desk
        saves: dict[str, Callable[[], object]] = {
            "company": lambda: desk.visits.change_company(visit.id, now, **{field: value}),
            "guest": lambda: desk.guests.change(int(fact.guest_id or 0), now, **{field: value}),
            "visit": lambda: desk.visits.change(visit.id, now, **{field: value}),
            "leg": lambda: desk.parts.change(Leg, int(fact.leg_id or 0), now, **{field: value}),
        }
        saves[fact.key.partition(":")[0]]()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own signature
        """Enter in the last field is done with it: back to the fact."""
        form = self.form()
        focused, last = QApplication.focusWidget(), form.fact(form.fields()[-1])
        if next and focused is not None and last.isAncestorOf(focused):
            self.closed.emit()
            return True
        return super().focusNextPrevChild(next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that no field wanted ends the correction, not the card."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.done.setText(_("Back to repeating  Esc"))
        for form in self._forms.values():
            form.retranslate()


def _kind(fact: ReadBackFact) -> str:
    """`guest:name` for `guest:5:name`."""
    return ":".join(part for part in fact.key.split(":") if not part.isdigit())


def _leg(fact: ReadBackFact, visit: Visit) -> Leg | None:
    return next((leg for leg in visit.legs if leg.id == fact.leg_id), None)


def _guest(fact: ReadBackFact, visit: Visit) -> Guest | None:
    return next((guest for guest in visit.guests if guest.id == fact.guest_id), None)


def _values(fact: ReadBackFact, visit: Visit) -> dict[str, object]:
    leg, guest, kind = _leg(fact, visit), _guest(fact, visit), _kind(fact)
    fields = [spec.field for spec in _FORMS[kind].specs]
    if kind.endswith("phone"):
        extension = fact.value("phone/extension")
        number = fact.value("phone")
        return {fields[0]: " ".join((number, _("ext."), extension)) if extension else number}
    if leg is not None:
        return {"number": leg.number, "at": leg.local_at}
    if guest is not None:
        person = guest.person
        return {field: getattr(person if field in WORDS["person"] else guest, field) for field in fields}
    if kind == "company:name":
        return {field: getattr(visit.company, field, "") for field in fields}
    return {field: visit.local(getattr(visit, field)) for field in fields}

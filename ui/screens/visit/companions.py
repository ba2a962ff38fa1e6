"""Who comes along with guests from abroad: the domestic agent, the interpreter (A1.1g, A1.1h)."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Signal

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.companions import (
    agent_answer,
    interpreter_answer,
    lacks_our_interpreter,
    refuse_against_the_list,
)
from reception_desk.domain.entity import Answer
from reception_desk.domain.visit import Interpreter, Visit
from reception_desk.i18n import N_, _, current_language
from ui.screens.screen import Clock
from ui.screens.visit.choices import options_of
from ui.screens.visit.fact_form import FactForm, Kind, Spec
from ui.screens.visit.saving import save_fact
from ui.widgets.card import Card
from ui.widgets.text import Text

SPECS: Final = (
    Spec(field="agent", kind=Kind.CHOICE, word=N_("Domestic agent"), options=partial(options_of, Answer)),
    Spec(field="agent_company", prompt=N_("Which company is the agent of?")),
    Spec(field="interpreter", kind=Kind.CHOICE, options=partial(options_of, Interpreter)),
    Spec(field="interpreter_language", prompt=N_("From which language?")),
)


class CompanionsCard(Card):
    """Asked of visits from abroad alone; its facts are made when the first such visit is shown.

    Signals:
        changed(): an answer was stored.
    """

    changed = Signal()

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(" ")
        self._desk, self._clock = desk, clock
        self._visit: Visit | None = None
        self.form: FactForm | None = None
        self.our_interpreter = Text("", "muted", wrap=True)
        self.body.addWidget(self.our_interpreter)
        self.hide()

    def show_visit(self, visit: Visit) -> None:
        """Show the answers of a visit as read; one from here is not asked."""
        self._visit = visit
        self.setVisible(visit.is_foreign)
        if not visit.is_foreign:
            return
        values: dict[str, object] = {spec.field: getattr(visit, spec.field) for spec in SPECS}
        values |= {"agent": agent_answer(visit), "interpreter": interpreter_answer(visit)}
        self._made().show_values(values)
        self._show_our_interpreter(visit)

    def _made(self) -> FactForm:
        if self.form is None:
            self.form = FactForm("visit", SPECS, self._clock)
            self.form.wanted.connect(self._on_wanted)
            self.body.insertWidget(0, self.form)
        return self.form

    def _show_our_interpreter(self, visit: Visit) -> None:
        """Whoever of us interprets is named, or lacking."""
        names = _(", ").join(host.name_in(current_language()) for host in visit.hosts if host.is_interpreter)
        lacks = lacks_our_interpreter(visit)
        ours = _("Of us {names} interprets.").format(names=names) if names else ""
        lacking = _("Nobody of us is named as the interpreter: see the plan.")
        self.our_interpreter.setText(lacking if lacks else ours)
        self.our_interpreter.set_tone("soon" if lacks else "")
        self.our_interpreter.setVisible(bool(lacks or names))

    def _on_wanted(self, field: str, value: object) -> None:
        if self.form is not None and save_fact(self.form, field, partial(self._save, field, value)):
            self.changed.emit()

    def _save(self, field: str, value: object) -> None:
        if self._visit is not None:
            refuse_against_the_list(self._visit, field, value)
            self._desk.visits.change(self._visit.id, self._clock(), **{field: value})

    def flush(self) -> None:
        """Save what is half-written."""
        if self.form is not None:
            self.form.flush()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(_("Who comes along"))
        if self.form is not None:
            self.form.retranslate()
        if self._visit is not None and self._visit.is_foreign:
            self._show_our_interpreter(self._visit)

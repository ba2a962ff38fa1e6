"""What is agreed with the chairman or the general manager before the guests come (A5.4)."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.talks_beforehand import TalkBeforehand, called, talks_beforehand
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _, current_language
from ui.screens.screen import Clock
from ui.screens.visit.fact_form import FactForm, Kind, Spec
from ui.screens.visit.part_rows import short_moment
from ui.screens.visit.saving import save_fact
from ui.theme import SPACE
from ui.widgets.card import Card
from ui.widgets.text import Text

SPECS: Final = (
    Spec(field="points", kind=Kind.LONG, prompt=N_("What is talked about? One point a line")),
    Spec(field="at", kind=Kind.MOMENT, prompt=N_("When do we talk it over?")),
    Spec(field="place", prompt=N_("Where?")),
)


class TalkForm(QWidget):
    """One talk with one leader: points, time, place, and whether it has been."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self.leader, self.done, self.when = Text("", "strong"), QCheckBox(), Text("", "muted")
        self.form = FactForm("briefing", SPECS, clock)
        head = QHBoxLayout()
        head.setSpacing(SPACE.small)
        head.addWidget(self.leader)
        head.addStretch(1)
        head.addWidget(self.when)
        head.addWidget(self.done)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.hair)
        column.addLayout(head)
        column.addWidget(self.form)

    def show_talk(self, talk: TalkBeforehand, visit: Visit) -> None:
        """Show what was written of it."""
        briefing = talk.briefing
        name = called(visit, talk.leader, current_language()) or _("Leader still open")
        self.leader.setText(name)
        self.done.setChecked(talk.is_done)
        self.done.setAccessibleName(_("Talked over with {leader}").format(leader=name))
        done = visit.local(briefing.done_at) if briefing else None
        self.when.setText(" ".join((short_moment(done), briefing.done_by)) if briefing and done else "")
        self.form.show_values(
            {
                "points": briefing.points if briefing else "",
                "at": visit.local(briefing.at) if briefing else None,
                "place": briefing.place if briefing else "",
            }
        )


class TalksCard(Card):
    """A form for each talk that is called for, written of or not; no talk, no card.

    Signals:
        changed(): a fact was saved.
        refused(sentence): it was not.
    """

    changed = Signal()
    refused = Signal(str)

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__()
        self._desk, self._clock = desk, clock
        self._visit: Visit | None = None
        self.forms: dict[str, TalkForm] = {}
        self.retranslate()

    def show_visit(self, visit: Visit) -> None:
        """Show the talks of a visit as read."""
        if self._visit is not None and self._visit.id != visit.id:
            self._drop(list(self.forms))
        self._visit = visit
        talks = talks_beforehand(visit)
        self._drop([leader for leader in self.forms if leader not in {talk.leader for talk in talks}])
        for place, talk in enumerate(talks):
            if talk.leader not in self.forms:
                self.forms[talk.leader] = self._made(talk.leader)
            self.body.insertWidget(place, self.forms[talk.leader])
            self.forms[talk.leader].show_talk(talk, visit)
        self.setVisible(bool(talks))

    def _made(self, leader: str) -> TalkForm:
        made = TalkForm(self._local_now)
        made.form.wanted.connect(partial(self._on_wanted, leader))
        made.done.clicked.connect(lambda on: self._on_done(leader, done=on))
        self._name(made)
        return made

    def _local_now(self) -> datetime:
        now = self._clock()
        return (self._visit.local(now) if self._visit else None) or now

    def _drop(self, leaders: list[str]) -> None:
        for leader in leaders:
            gone = self.forms.pop(leader)
            gone.hide()
            gone.deleteLater()

    def _on_wanted(self, leader: str, field: str, value: object) -> None:
        form = self.forms[leader].form
        if save_fact(form, field, partial(self._save, leader, field, value)):
            self.changed.emit()

    def _save(self, leader: str, field: str, value: object) -> None:
        if self._visit is not None:
            self._desk.background.write_talk(self._visit.id, leader, self._clock(), **{field: value})

    def _on_done(self, leader: str, *, done: bool) -> None:
        if self._visit is None:
            return
        try:
            self._desk.background.talked_over(self._visit.id, leader, self._clock(), done=done)
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
            return
        self.changed.emit()

    def go_to(self, field: str) -> bool:
        """Put the focus on a fact of the first talk; whether there is one."""
        first = next(iter(self.forms.values()), None)
        return first is not None and first.form.go_to(field or "points")

    def flush(self) -> None:
        """Save what is half-written."""
        for one in self.forms.values():
            one.form.flush()

    @staticmethod
    def _name(form: TalkForm) -> None:
        form.done.setText(_("Talked over"))
        form.form.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(_("Agreed with the leadership beforehand"))
        for form in self.forms.values():
            self._name(form)

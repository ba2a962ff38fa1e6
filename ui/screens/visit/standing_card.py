"""Level and relation: how our lead host ranks with the main guest, and what a person decided otherwise (A3.1)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.choice_words import choice_word
from reception_desk.domain.employee import Employee
from reception_desk.domain.relation import (
    Leader,
    Relation,
    lacking_ranks,
    rank_gap,
    rank_of_guest,
    rank_of_host,
    ranks_say,
)
from reception_desk.domain.visit import Visit
from reception_desk.i18n import N_, _, current_language, ngettext
from ui.moments import day_of_month
from ui.screens.screen import Clock
from ui.screens.visit.choices import level_options, roster_words
from ui.screens.visit.fact_form import FactForm, Kind, Spec
from ui.screens.visit.saving import save_fact
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.fact_choice import Options
from ui.widgets.text import Text


def _relations() -> Options:
    return [(None, _("As the ranks say")), *((one, choice_word(one)) for one in Relation)]


class StandingCard(Card):
    """The level with its rosters, what the ranks say, what was decided, and notice that came late.

    Signals:
        changed(): a fact was saved.
        rank_wanted(leader): somebody wants to see the rank that is lacking.
        asked(widget): something is asked there; it has to be seen.
    """

    changed = Signal()
    asked = Signal(object)
    rank_wanted = Signal(str)

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__()
        self._desk, self._clock = desk, clock
        self._visit: Visit | None = None
        self._decided: Relation | None = None
        """What was chosen against the ranks and waits for its reason."""
        self.form = FactForm(
            "visit",
            (
                Spec(field="level", kind=Kind.CHOICE, prompt=N_("Choose the level"), options=self._levels),
                Spec(field="relation", kind=Kind.CHOICE, options=_relations),
                Spec(field="relation_reason", kind=Kind.LONG, prompt=N_("Why otherwise than the ranks say?")),
            ),
            clock,
        )
        self.late = FactForm(
            "visit",
            (Spec(field="notice_reason", kind=Kind.LONG, prompt=N_("Why did notice come late?")),),
            clock,
        )
        self.form.wanted.connect(partial(self._on_wanted, self.form))
        self.late.wanted.connect(partial(self._on_wanted, self.late))
        self.roster = Text("", "muted", wrap=True)
        self.said = Text("", wrap=True)
        self.lacking = {leader: Button("", kind="link") for leader in Leader}
        for leader, button in self.lacking.items():
            button.clicked.connect(partial(self.rank_wanted.emit, leader.value))
        self.take = Button("", kind="link", icon_name="check")
        self.take.clicked.connect(self._take_proposed)
        self._proposed: tuple[int, int] | None = None
        self.banner = Text("", wrap=True)
        links = (*self.lacking.values(), self.take)
        for widget in (self.banner, self.late, self.said, *links, self.form, self.roster):
            self.body.addWidget(widget)

    def _levels(self) -> Options:
        return level_options(self._desk)

    def show_visit(self, visit: Visit) -> None:
        """Show a visit as read."""
        if self._visit is None or visit.id != self._visit.id or visit.relation is not None:
            self._decided = None
        self._visit = visit
        self.form.show_values(
            {
                "level": visit.level,
                "relation": self._decided or visit.relation,
                "relation_reason": visit.relation_reason,
            }
        )
        self.form.fact("relation_reason").setVisible(bool(self._decided or visit.relation))
        words = roster_words(self._desk.procedure.levels().level(visit.level))
        self.roster.setText(words)
        self.roster.setVisible(bool(words))
        self._show_ranks(visit)
        self._show_notice(visit)

    def _show_ranks(self, visit: Visit) -> None:
        """What the ranks say, or whose is lacking; each with one press to it."""
        self.said.setText(relation_words(visit, self._rank_words))
        lacking = lacking_ranks(visit)
        names = {
            Leader.HOST: visit.lead_host.name_in(current_language()) if visit.lead_host else "",
            Leader.GUEST: visit.main_guest.person.name_in(current_language()) if visit.main_guest else "",
        }
        nobody = {Leader.HOST: _("Nobody of us leads yet"), Leader.GUEST: _("No main guest is named.")}
        for leader, button in self.lacking.items():
            name = names[leader]
            button.setText(_("The rank of {name} is lacking").format(name=name) if name else nobody[leader])
            button.setVisible(leader in lacking)
        self._show_proposed(visit)

    def _show_proposed(self, visit: Visit) -> None:
        """The rank that the title of our lead host says, where the list of our people has none: one press takes it."""
        lead = visit.lead_host
        employee = lead.employee if lead is not None else None
        ranks = self._desk.procedure.ranks()
        rank = None
        if employee is not None and employee.rank is None:
            rank = ranks.proposed(employee.title) or ranks.proposed(employee.title_latin)
        self._proposed = (employee.id, rank) if employee is not None and rank is not None else None
        self.take.setVisible(self._proposed is not None)
        if employee is not None and rank is not None:
            words = _("{name} is {title}: take {rank}").format(
                name=employee.name, title=employee.title or employee.title_latin, rank=self._rank_words(rank)
            )
            self.take.setText(words)

    def _take_proposed(self) -> None:
        if self._proposed is not None:
            employee_id, rank = self._proposed
            self._desk.house.change(Employee, employee_id, self._clock(), rank=rank)
            self.changed.emit()

    def _rank_words(self, rank: int | None) -> str:
        found = self._desk.procedure.ranks().rank(rank)
        return found.text(current_language()) if found else _("rank {number}").format(number=rank)

    def _show_notice(self, visit: Visit) -> None:
        """That notice for the leadership came too late, and why (P5)."""
        latest = self._desk.procedure.missed_notice(visit)
        self.late.show_values({"notice_reason": visit.notice_reason})
        is_late = latest is not None
        self.banner.setVisible(is_late)
        self.late.setVisible(is_late or bool(visit.notice_reason))
        if latest is not None:
            sentence = _("Urgent: the leadership was to be told by {day}; notice came later.")
            self.banner.setText(sentence.format(day=day_of_month(latest)))
            self.banner.set_tone("soon" if visit.notice_reason.strip() else "late")

    def _on_wanted(self, form: FactForm, field: str, value: object) -> None:
        if self._visit is None:
            return
        facts = {field: value}
        if field == "relation":
            if isinstance(value, Relation) and not self._visit.relation_reason.strip():
                self._decided = value
                self.form.fact("relation_reason").setVisible(True)
                self.form.go_to("relation_reason")
                self.asked.emit(self.form.fact("relation_reason"))
                return
            facts |= {} if value else {"relation_reason": ""}
            self._decided = None
        elif field == "relation_reason" and self._decided is not None and str(value).strip():
            facts["relation"] = self._decided
        if save_fact(form, field, partial(self._desk.visits.change, self._visit.id, self._clock(), **facts)):
            self._decided = None
            self.changed.emit()

    def flush(self) -> None:
        """Save what is half-written."""
        self.form.flush()
        self.late.flush()

    def go_to(self, field: str) -> bool:
        """Put the focus on a fact, on the rank that is lacking where it is the relation; whether it is one of these."""
        asked = [button for button in (self.take, *self.lacking.values()) if not button.isHidden()]
        if field == "relation" and asked:
            asked[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return self.form.go_to(field) or self.late.go_to(field)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(_("Level and relation"))
        self.form.retranslate()
        self.late.retranslate()


def relation_words(visit: Visit, rank_words: Callable[[int | None], str]) -> str:
    """What the ranks of the two who lead say, in a sentence; that it cannot be said where one is lacking."""
    lead, main, language = visit.lead_host, visit.main_guest, current_language()
    said = ranks_say(visit)
    if said is None or lead is None or main is None:
        return _("Who ranks higher cannot be said yet.")
    gap = rank_gap(visit) or 0
    apart = ngettext("{count} rank apart", "{count} ranks apart", gap).format(count=gap)
    plain = _("{relation} by the ranks: {host} ({ours}) and {guest} ({theirs})")
    sentence = _("{relation} by the ranks: {host} ({ours}) and {guest} ({theirs}), {apart}") if gap else plain
    return sentence.format(
        host=lead.name_in(language),
        ours=rank_words(rank_of_host(visit)),
        guest=main.person.name_in(language),
        theirs=rank_words(rank_of_guest(visit)),
        relation=choice_word(said),
        apart=apart,
    )

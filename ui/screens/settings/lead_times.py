"""The lead times: every number with its unit and what it is for."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.lead_times import MOST_DAYS, MOST_MINUTES, DayCount
from reception_desk.domain.template import TemplateKind
from reception_desk.i18n import _
from reception_desk.services.lead_times import CLAUSES, NAMES
from ui.clock import Clock
from ui.screens.settings.fact_segments import SegmentsFact
from ui.screens.settings.templates import TemplateSection
from ui.theme import SIZE, SPACE
from ui.widgets.card import Card
from ui.widgets.fact import Fact
from ui.widgets.fact_number import NumberFact
from ui.widgets.scroll import Scroll
from ui.widgets.text import Text

NUMBER_WIDTH: Final = 96
MOST_WIDTH: Final = 880  # the longest name on one line


class LeadTimesSection(TemplateSection):
    """A line a lead time; each saves by itself."""

    kind = TemplateKind.LEAD_TIMES

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self.facts: dict[str, Fact] = {}
        self._names: dict[str, Text] = {}
        self._units: dict[str, Text] = {}
        self._notes: dict[str, Text] = {}
        self._card = Card()
        self._build_editor()
        self.retranslate()

    def _build_editor(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.medium)
        grid.setVerticalSpacing(SPACE.hair)
        grid.setColumnStretch(0, 1)
        for row, name in enumerate(NAMES):
            self._names[name], self._units[name] = Text("", wrap=True), Text("", "muted")
            self.facts[name] = fact = self._fact(name)
            fact.set_label_width(0)
            fact.changed.connect(partial(self._on_changed, name))
            grid.addWidget(self._names[name], row, 0)
            if isinstance(fact, NumberFact):
                fact.setFixedWidth(NUMBER_WIDTH)
                grid.addWidget(fact, row, 1)
                grid.addWidget(self._units[name], row, 2)
            else:
                grid.addWidget(fact, row, 1, 1, 2)
            self._notes[name] = Text("", "muted")
            grid.addWidget(self._notes[name], row, 3, Qt.AlignmentFlag.AlignVCenter)
            grid.setRowMinimumHeight(row, SIZE.row)
        self._card.body.addLayout(grid)
        self._card.setMaximumWidth(MOST_WIDTH)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)
        column.addStretch(1)
        self.show_editor(Scroll(inside))

    def _fact(self, name: str) -> Fact:
        if name == "notice_counts":
            return SegmentsFact("", [(DayCount.CALENDAR, ""), (DayCount.WORKING, "")])
        return NumberFact("", most=MOST_DAYS if name.endswith("_days") else MOST_MINUTES)

    def hint(self) -> str:
        return _(
            "How long before or after things are known, ready or in place; what hangs on it moves at once."
        )

    def retranslate_editor(self) -> None:
        for name, fact in self.facts.items():
            words = _(NAMES[name])
            self._names[name].setText(words)
            self._units[name].setText(_("days") if name.endswith("_days") else _("minutes"))
            fact.set_label(f"{words} ({self._units[name].text()})" if isinstance(fact, NumberFact) else words)
            fact.set_label_width(0)
            if isinstance(fact, SegmentsFact):
                fact.set_words([_("Calendar days"), _("Working days")])

    def refresh_editor(self) -> None:
        times, items = self.desk.lead_times.in_force(), self.desk.lead_times.items()
        for name, fact in self.facts.items():
            fact.set_value(getattr(times, name))
            clause, moved = CLAUSES.get(name, ""), " ".join(line.code for line in items.get(name, ()))
            words = _("{clause} · moves item {items}").format(clause=clause, items=moved) if moved else clause
            self._notes[name].setText(words)

    def _on_changed(self, name: str, value: object) -> None:
        fact = self.facts[name]
        if value is None:
            fact.show_refusal(_("A number is needed here; 0 for none."))
            return
        assert isinstance(value, (int, DayCount))
        self.store(fact, lambda: self.desk.lead_times.change(self.clock(), name, value))

"""The card of the next visit: when, who, how they come, what is lacking, and the one thing to press."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.gaps import Gap
from reception_desk.i18n import _, ngettext
from reception_desk.services.today import Coming, Day
from ui.moments import day_of_month, until
from ui.screens.today.words import arrival_lines, company_of, level_pill, party_of
from ui.theme import SIZE, SPACE
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.lines import Line, Lines
from ui.widgets.pill import Pill
from ui.widgets.text import Text

MOST_GAPS = 3
MOST_LINES = 8


class NextVisit(Card):
    """Who comes next.

    Signals:
        here_wanted(visit_id): the guests are here.
        visit_wanted(visit_id, place): somebody wants to see the visit.
        card_wanted(): somebody wants its card for the phone.
    """

    here_wanted = Signal(int)
    visit_wanted = Signal(int, str)
    card_wanted = Signal()

    def __init__(self, desk: ReceptionDesk) -> None:
        super().__init__(" ")
        self._desk = desk
        self._day: Day | None = None
        self._visit_id = 0
        self._known, self._gaps = list[Line](), list[Line]()
        self._room = MOST_LINES
        self._time, self._until = Text("", "clock"), Text("", "lead")
        self._company, self._party = Text("", "title"), Text("", "lead")
        self._pills = [Pill(""), Pill(""), Pill("")]
        self._details, self._lacking = Lines(), Lines()
        self._here = Button("", kind="primary", icon_name="door")
        self._open, self._papers = Button(""), Button("", icon_name="print")
        self._call = Button("", icon_name="phone")
        self._here.clicked.connect(self._on_here)
        self._open.clicked.connect(lambda: self._go(""))
        self._papers.clicked.connect(lambda: self._go("paper"))
        self._call.clicked.connect(self.card_wanted)
        self._lacking.chosen.connect(self._go)
        self._build()
        self.retranslate()

    def _build(self) -> None:
        head, buttons = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(SPACE.medium)
        head.addWidget(self._time)
        head.addWidget(self._until, 0, Qt.AlignmentFlag.AlignBottom)
        head.addStretch(1)
        for pill in self._pills:
            head.addWidget(pill)
        for button in (self._here, self._open, self._papers, self._call):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.body.addLayout(head)
        self.body.addWidget(self._company)
        self.body.addWidget(self._party)
        self.body.addWidget(self._details)
        self.body.addWidget(self._lacking)
        self.body.addStretch(1)
        self.body.addLayout(buttons)

    def show_day(self, day: Day) -> None:
        """Show the next visit of the day; nothing hides the card."""
        self._day = day
        self.setVisible(day.next is not None)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language of the moment."""
        self.set_title(_("Next"))
        self._here.setText(_("They are here  F8"))
        self._open.setText(_("Open"))
        self._papers.setText(_("Papers  Ctrl+P"))
        self._call.setText(_("Read back  F6"))
        if self._day is not None and self._day.next is not None:
            self._say(self._day, self._day.next)

    def _say(self, day: Day, coming: Coming) -> None:
        visit = coming.visit
        arrival = (visit.arrival_at or day.here).astimezone(day.here.tzinfo)
        self._visit_id = visit.id
        is_late = arrival < day.here
        self._time.setText(f"{arrival:%H:%M}" if day.next_is_today else day_of_month(arrival.date()))
        at = "" if day.next_is_today else f"{arrival:%H:%M} · "
        self._until.setText(at + until(arrival, day.here))
        self._until.set_tone("late" if is_late else "soon" if day.next_is_today else "")
        self._company.setText(company_of(visit))
        self._party.setText(party_of(visit))
        self._here.setVisible(day.next_is_today)
        self._say_pills(coming)
        self._known = arrival_lines(visit, arrival)
        self._gaps = [_line(gap) for gap in coming.gaps[:MOST_GAPS]]
        self._show_lines()

    def fit(self, height: int) -> int:
        """Show as many lines as there is room for, one at least, what is lacking before whose guests they are.

        The height used.
        """
        words = (self._time, self._company, self._party, self._here)
        fixed = sum(widget.sizeHint().height() for widget in words) + self.fontMetrics().height()
        between = 2 * SPACE.medium + SPACE.large + 5 * SPACE.small
        self._room = max((height - fixed - between) // SIZE.target, 1)
        return fixed + between + self._show_lines() * SIZE.target

    def _show_lines(self) -> int:
        gaps = min(len(self._gaps), max(self._room - len(self._known), 1 if self._room else 0))
        self._details.show_lines(self._known[: self._room - gaps])
        self._lacking.show_lines(self._gaps[:gaps])
        return len(self._known[: self._room - gaps]) + gaps

    def _say_pills(self, coming: Coming) -> None:
        words, kind = level_pill(self._desk, coming.visit)
        self._pills[0].show_status(words, kind)
        done = coming.progress
        ready = done.done == done.applicable
        self._pills[1].show_status(
            _("Preparation {done}/{all}").format(done=done.done, all=done.applicable),
            "done" if ready else "plain",
            "check" if ready else "checklist",
        )
        late = ngettext("{count} late", "{count} late", done.late).format(count=done.late)
        self._pills[2].show_status(late, "late", "warning")
        self._pills[2].setVisible(done.late > 0)

    def _on_here(self) -> None:
        self.here_wanted.emit(self._visit_id)

    def _go(self, place: str) -> None:
        self.visit_wanted.emit(self._visit_id, place)


def _line(gap: Gap) -> Line:
    place = f"{gap.section}/{gap.field}" if gap.field else gap.section
    return Line("warning", gap.sentence, "soon", place)

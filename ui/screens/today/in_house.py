"""Who is in the house now, and the button for when they leave."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reception_desk.domain.visit import Visit
from reception_desk.i18n import _, current_language, ngettext
from reception_desk.services.today import Day
from ui.icons import IconLabel
from ui.theme import SIZE, SPACE
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.text import Text


class InHouse(Card):
    """The visits that are here.

    Signals:
        gone_wanted(visit_id): the guests have left.
        visit_wanted(visit_id, place): somebody wants to see the visit.
        register_wanted(): somebody wants to see who came without a plan.
    """

    gone_wanted = Signal(int)
    visit_wanted = Signal(int, str)
    register_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(" ")
        self._day: Day | None = None
        self._rows: list[_Here] = []
        self._walk_ins = 0
        self.register = Button("", kind="link")
        self.register.clicked.connect(self.register_wanted)
        self.body.addWidget(self.register)

    def show_day(self, day: Day, walk_ins: int = 0) -> None:
        """Show who is here, and how many came without a plan; nobody hides the card."""
        self._day, self._walk_ins = day, walk_ins
        self.setVisible(bool(day.in_house or walk_ins))
        if [row.visit_id for row in self._rows] != [visit.id for visit in day.in_house]:
            self._build_rows(day)
        self.retranslate()

    def _build_rows(self, day: Day) -> None:
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [_Here(visit.id) for visit in day.in_house]
        for row in self._rows:
            row.gone_wanted.connect(self.gone_wanted)
            row.visit_wanted.connect(self.visit_wanted)
            self.body.insertWidget(self.body.count() - 1, row)

    def retranslate(self) -> None:
        """Say it in the language of the moment."""
        self.set_title(_("In the house"))
        if self._day is None:
            return
        heads = sum(visit.head_count or 1 for visit in self._day.in_house)
        guests = ngettext("{count} guest", "{count} guests", heads).format(count=heads)
        self.set_note(guests if self._day.in_house else "")
        walk_ins = ngettext("{count} walk-in visitor", "{count} walk-in visitors", self._walk_ins)
        self.register.setText(walk_ins.format(count=self._walk_ins))
        self.register.setVisible(self._walk_ins > 0)
        f8_leads_here = not self._day.next_is_today
        for number, (row, visit) in enumerate(zip(self._rows, self._day.in_house, strict=True)):
            row.say(visit, self._day, by_key=f8_leads_here and number == 0)


class _Here(QWidget):
    """One visit that is here."""

    gone_wanted = Signal(int)
    visit_wanted = Signal(int, str)

    def __init__(self, visit_id: int) -> None:
        super().__init__()
        self.visit_id = visit_id
        self._name, self._since = Button("", kind="link"), Text("", "muted")
        self._gone = Button("")
        self._name.clicked.connect(lambda: self.visit_wanted.emit(visit_id, ""))
        self._gone.clicked.connect(lambda: self.gone_wanted.emit(visit_id))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.small)
        row.addWidget(IconLabel("check-circle", "done", SIZE.icon - 2))
        row.addWidget(self._name)
        row.addWidget(self._since)
        row.addStretch(1)
        row.addWidget(self._gone)

    def say(self, visit: Visit, day: Day, *, by_key: bool) -> None:
        """Tell the visit as it stands; `by_key` where F8 means this one."""
        since = (visit.actual_arrival_at or day.here).astimezone(day.here.tzinfo)
        self._name.setText(visit.heading(current_language()))
        self._since.setText(_("since {time}").format(time=f"{since:%H:%M}"))
        self._gone.setText(_("They have left  F8") if by_key else _("They have left"))

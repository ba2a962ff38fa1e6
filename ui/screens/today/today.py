"""Today: who comes next, what is to be done now, how the day runs, what the sign shows."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from reception_desk.services.today import Day
from ui.clock import Clock
from ui.screens.screen import Screen
from ui.screens.today.day_axis import DayAxis
from ui.screens.today.in_house import InHouse
from ui.screens.today.next_visit import NextVisit
from ui.screens.today.signs import Signs
from ui.screens.today.to_do import ToDo
from ui.sign_keeper import SignKeeper
from ui.theme import SPACE
from ui.widgets.empty_state import EmptyState

LEFT, RIGHT = 58, 42


class TodayScreen(Screen):
    """The first screen of the day.

    Signals:
        signs_wanted(): somebody wants to change a sign.
        register_wanted(): somebody wants to see who came without a plan.
    """

    signs_wanted = Signal()
    register_wanted = Signal()

    name = "today"

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self._day: Day | None = None
        self.next, self.in_house = NextVisit(desk), InHouse()
        self.to_do, self.axis, self.signs = ToDo(desk, clock), DayAxis(), Signs(desk, clock)
        self._empty = EmptyState("today", "")
        self._build()
        self._connect()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.retranslate()

    def _build(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(SPACE.large)
        left.addWidget(self.next)
        left.addWidget(self.in_house)
        left.addWidget(self.axis, 1)
        right.addWidget(self.to_do, 1)
        right.addWidget(self.signs)
        cards = QWidget()
        row = QHBoxLayout(cards)
        row.setContentsMargins(SPACE.wide, SPACE.large, SPACE.wide, SPACE.large)
        row.setSpacing(SPACE.large)
        row.addLayout(left, LEFT)
        row.addLayout(right, RIGHT)
        self._either = QStackedLayout(self)
        self._either.addWidget(cards)
        self._either.addWidget(self._empty)

    def _connect(self) -> None:
        self.next.here_wanted.connect(self.come_or_gone)
        self.in_house.gone_wanted.connect(self.come_or_gone)
        self.in_house.register_wanted.connect(self.register_wanted)
        for card in (self.next, self.in_house, self.axis):
            card.visit_wanted.connect(self.visit_wanted)
        self.to_do.task_wanted.connect(self.visit_wanted)
        self.to_do.ticked.connect(self._on_ticked)
        self.to_do.refused.connect(self.refused)
        self.signs.setup_wanted.connect(self.signs_wanted)

    def title(self) -> str:
        return _("Today")

    def refresh(self) -> None:
        day = self._day = self.desk.today.at(self.clock())
        walk_ins = self.desk.register.heads_in_house()
        self.in_house.show_day(day, walk_ins)
        for card in (self.next, self.to_do, self.axis):
            card.show_day(day)
        self.signs.refresh()
        is_filled = day.next or day.in_house or day.visits or day.ahead or day.tasks or walk_ins
        self._either.setCurrentIndex(0 if is_filled else 1)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give the next visit what the cards below it leave, and the axis the rest: a small screen says less."""
        room = self.height() - 2 * SPACE.large
        if not self.in_house.isHidden():
            room -= self.in_house.sizeHint().height() + SPACE.large
        if not self.next.isHidden():
            below = 0 if self.axis.isHidden() else self.axis.least_height() + SPACE.large
            room -= self.next.fit(room - below) + SPACE.large
        self.axis.fit(room)

    def retranslate(self) -> None:
        self._empty.say(
            _("No visits yet"), hint=_("New visit with Ctrl+N, or drop an application form on this window.")
        )
        for card in (self.next, self.in_house, self.to_do, self.axis):
            card.retranslate()
        self.signs.refresh()

    def visit_at_hand(self) -> int | None:
        """The visit that F8 and Ctrl+P mean here: the next one of today, else the first that is in the house."""
        if self._day is None:
            return None
        if self._day.next is not None and self._day.next_is_today:
            return self._day.next.visit.id
        return self._day.in_house[0].id if self._day.in_house else None

    def visit_to_call_about(self) -> int | None:
        """The next one that comes, today or later, else the one that is here."""
        if self._day is not None and self._day.next is not None:
            return self._day.next.visit.id
        return self.visit_at_hand()

    def come_or_gone(self, visit_id: int) -> None:
        """Note that these guests are here, or that they have left."""
        try:
            sentence = self.desk.today.come_or_gone(visit_id, self.clock())
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
            return
        self.refresh()
        self.changed.emit()
        self.said.emit(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go to the tasks."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.to_do.model.rowCount():
            self.to_do.list.setFocus(Qt.FocusReason.TabFocusReason)
            if not self.to_do.list.currentIndex().isValid():
                self.to_do.list.setCurrentIndex(self.to_do.model.index(0))
        else:
            super().keyPressEvent(event)

    def watch(self, keeper: SignKeeper) -> None:
        """Know from now on what the signs say of themselves."""
        self.signs.watch(keeper)

    def _on_ticked(self, sentence: str) -> None:
        self.changed.emit()
        self.said.emit(sentence)

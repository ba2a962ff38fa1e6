"""Reminds in the window, and in the tray while the window is not in front; never asks, never takes the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSystemTrayIcon

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.gaps import item_field
from reception_desk.domain.reminder import Reminder
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _, current_language, ngettext
from ui.clock import Clock
from ui.main_window import MainWindow


class Reminding(QObject):
    """Looks each minute at what came due.

    Signals:
        visit_wanted(visit_id, place): somebody wants to see what it is about.
        refused(sentence): there is nothing to show.
    """

    visit_wanted = Signal(int, str)
    refused = Signal(str)

    def __init__(self, desk: ReceptionDesk, clock: Clock, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._clock, self._window = desk, clock, window
        self._strip = window.reminder
        self.tray: QSystemTrayIcon | None = None
        self._strip.show_wanted.connect(self.show_first)
        self._strip.later_wanted.connect(self.put_off)
        self._strip.away_wanted.connect(self.put_away)
        self._desk.reminders.look(clock())
        self.retranslate()

    def look(self) -> None:
        """See what came due, and say it."""
        try:
            new = self._desk.reminders.look(self._clock())
        except ReceptionError:  # the rounds say what is amiss with the store
            return
        self.refresh()
        if new and not self._window.isActiveWindow():
            self._tell_outside(new)

    def refresh(self) -> None:
        """Say what still stands; what was done meanwhile is said no more."""
        standing = self._desk.reminders.standing(self._clock())
        if not standing:
            self._strip.say("")
            return
        others = len(standing) - 1
        more = ngettext("and {count} more reminder", "and {count} more reminders", others).format(
            count=others
        )
        first = standing[0]
        self._strip.say(
            said(first, self._zone_words(first)),
            more if others else "",
            tone="late" if first.is_missed else "soon",
        )

    def _zone_words(self, reminder: Reminder) -> str:
        local = reminder.visit.local(reminder.due)
        return f"{local:%H:%M}" if local else ""

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._strip.name_buttons(_("Show  Ctrl+M"), _("In 10 minutes"), _("Put away"))
        self.refresh()

    def show_first(self) -> None:
        """Go to what is reminded of first; from then on it is not said any more."""
        reminder = self._first()
        if reminder is None:
            return
        self._desk.reminders.put_away(reminder)
        self.refresh()
        self._window.come_to_front()
        self.visit_wanted.emit(reminder.visit.id, f"preparation/{item_field(reminder.items[0])}")

    def put_off(self) -> None:
        """Say it again in ten minutes."""
        if reminder := self._first():
            self._desk.reminders.put_off(reminder, self._clock())
            self.refresh()

    def put_away(self) -> None:
        """Say it no more."""
        if reminder := self._first():
            self._desk.reminders.put_away(reminder)
            self.refresh()

    def _first(self) -> Reminder | None:
        standing = self._desk.reminders.standing(self._clock())
        if not standing:
            self.refused.emit(_("There is no reminder at the moment."))
            return None
        return standing[0]

    def _tell_outside(self, new: list[Reminder]) -> None:
        """A word from the tray, where there is one; a click on it leads there."""
        if self.tray is None:
            if not QSystemTrayIcon.isSystemTrayAvailable():
                return
            self.tray = QSystemTrayIcon(self._window.windowIcon(), self)
            self.tray.setToolTip(self._window.windowTitle())
            self.tray.messageClicked.connect(self.show_first)
            self.tray.activated.connect(self._window.come_to_front)
            self.tray.show()
        words = "\n".join(said(one, self._zone_words(one)) for one in new)
        self.tray.showMessage(self._window.windowTitle(), words, self._window.windowIcon())


def said(reminder: Reminder, clock: str) -> str:
    """A reminder as a sentence: when, what, for whom; a missed one says so."""
    language, first = current_language(), reminder.items[0]
    what, others = first.text(language), len(reminder.items) - 1
    if others:
        what = _("{first} and {count} more").format(first=what, count=others)
    sentence = _("Missed at {time}: {what} — {visit}") if reminder.is_missed else _("{time} {what} — {visit}")
    return sentence.format(time=clock, what=what, visit=reminder.visit.heading(language))

"""Facts that are dates and times, written freely ("明天 9:30") or picked from a calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QVBoxLayout, QWidget

from reception_desk.errors import ReceptionError
from reception_desk.i18n import _, current_language
from ui.icons import icon
from ui.theme import restyle, theme
from ui.widgets.fact import LineFact
from ui.widgets.moment_text import day_words, moment_words, read_moment, understood_moment

Clock = Callable[[], datetime]


class DayFact(LineFact):
    """A date; the value is a `date` or None. `clock` gives the moment that "tomorrow" is counted from."""

    def __init__(self, label: str, clock: Clock, *, prompt: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, prompt=prompt, parent=parent)
        self._clock = clock
        self._open = QAction(icon("calendar", "muted"), "", self)
        self._open.triggered.connect(self.open_calendar)
        if isinstance(self._line, QLineEdit):
            self._line.addAction(self._open, QLineEdit.ActionPosition.TrailingPosition)
        self._line.installEventFilter(self)
        self.retranslate()

    def retranslate(self) -> None:
        """Words of its own in the language of the moment."""
        self._open.setText(_("Calendar (F4)"))
        self._open.setToolTip(_("Calendar (F4)"))
        if not self._draft.is_dirty():
            self._draft.settle(self._words(self._stored), show=True)

    def open_calendar(self) -> None:
        """Show a month below the fact."""
        stored = self._stored
        calendar = CalendarPopup(stored if isinstance(stored, date) else self._clock().date(), self)
        calendar.picked.connect(self._pick)
        calendar.show_below(self._line)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the calendar on F4."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_F4
        ):
            self.open_calendar()
            return True
        return super().eventFilter(watched, event)

    def _pick(self, day: date) -> None:
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._line.replace_text(self._plain_words(self._on(day)))
        self._save(quietly=False)

    def _on(self, day: date) -> date:
        return day

    def _words(self, value: object) -> str:
        return day_words(value) if isinstance(value, date) else ""

    def _plain_words(self, value: object) -> str:
        return value.isoformat() if isinstance(value, date) else ""

    def _opened(self) -> None:
        """While writing there is no weekday that could contradict."""
        if not self._draft.is_dirty():
            self._draft.settle(self._plain_words(self._stored), show=True)

    def _understand(self, text: str) -> object:
        if not text.strip():
            return None
        read = read_moment(text, self._clock())
        if read is None or read.day is None or read.clock is not None:
            raise ReceptionError(
                _("{text} is not a date. Write for example 12-8, 25日 or 明天.").format(text=text.strip())
            )
        return read.day


class MomentFact(DayFact):
    """A date and time; the value is a `datetime` in the zone of `clock`, or None.

    A day alone keeps the time that was stored, a time alone keeps the day (or means today).
    """

    def _on(self, day: date) -> date:
        clock = self._stored.time() if isinstance(self._stored, datetime) else None
        return datetime.combine(day, clock, self._clock().tzinfo) if clock else day

    def _words(self, value: object) -> str:
        return moment_words(value) if isinstance(value, datetime) else ""

    def _plain_words(self, value: object) -> str:
        if isinstance(value, datetime):
            return f"{value:%Y-%m-%d %H:%M}"
        return f"{value.isoformat()} " if isinstance(value, date) else ""

    def _understand(self, text: str) -> object:
        if not text.strip():
            return None
        stored = self._stored if isinstance(self._stored, datetime) else None
        return understood_moment(text, self._clock(), stored)


class CalendarPopup(QFrame):
    """A month to pick a day from; goes when one is picked or somebody clicks elsewhere."""

    picked = Signal(object)

    def __init__(self, day: date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        restyle(self, card="true")
        self._calendar = QCalendarWidget()
        self._calendar.setLocale(QLocale("zh_CN" if current_language() == "zh" else "en_GB"))
        self._calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self._calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._calendar.setGridVisible(False)
        self._calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self._colour_weekend()
        self._calendar.clicked.connect(self._take)
        self._calendar.activated.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self._calendar)
        self.setFocusProxy(self._calendar)

    def show_below(self, field: QWidget) -> None:
        """Come up below a field, or above it where the screen ends."""
        self.adjustSize()
        room = field.screen().availableGeometry()
        place = field.mapToGlobal(QPoint(0, field.height()))
        if place.y() + self.height() > room.bottom():
            place.setY(place.y() - field.height() - self.height())
        place.setX(max(room.left(), min(place.x(), room.right() - self.width())))
        self.move(place)
        self.show()

    def _colour_weekend(self) -> None:
        quiet = QTextCharFormat()
        quiet.setForeground(theme().colour("muted"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self._calendar.setWeekdayTextFormat(day, quiet)

    def _take(self, day: QDate) -> None:
        self.picked.emit(date(day.year(), day.month(), day.day()))
        self.close()

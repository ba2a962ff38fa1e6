"""Working days and holidays of a year, seen at once and set by hand."""

from __future__ import annotations

from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.i18n import _, current_language, ngettext
from reception_desk.services.working_days import Day, Year
from ui.clock import Clock
from ui.moments import ENGLISH_MONTHS, day_of_month
from ui.screens.settings.settings_section import SettingsSection
from ui.theme import SPACE
from ui.widgets.buttons import Button, IconButton
from ui.widgets.fact import TextFact
from ui.widgets.moment_text import WEEKDAYS
from ui.widgets.pill import Pill
from ui.widgets.side_sheet import SideSheet
from ui.widgets.text import Text
from ui.widgets.year_view import DayLook, YearView

FIRST_YEAR: Final = 2000
LAST_YEAR: Final = 2100


class WorkingDaysSection(SettingsSection):
    """A year; the day at hand stands below it with its note."""

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self._title, self._known = Text("", "lead"), Text("", "muted", wrap=True)
        self._before, self._after = IconButton("back", ""), IconButton("forward", "")
        self._number, self._state = Text("", "lead"), Pill("")
        self.view, self._legend = YearView(), Text("", "muted", wrap=True)
        self._day, self.note = Text("", "strong"), TextFact("")
        self.toggle_button, self._paste = Button(""), Button("", icon_name="download")
        self.sheet, self.list_sheet = SideSheet(self), _ListSheet()
        today = clock().astimezone(ZoneInfo(desk.company.settings().zone)).date()
        self._at = today
        self._year = desk.working_days.year(today.year)
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        head, year, day = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for row in (head, year, day):
            row.setSpacing(SPACE.small)
        head.addWidget(self._title)
        head.addStretch(1)
        for widget in (self._before, self._number, self._after):
            head.addWidget(widget)
        head.addSpacing(SPACE.medium)
        head.addWidget(self._paste)
        year.addWidget(self._known, 1)
        day.addWidget(self._day)
        day.addWidget(self._state)
        day.addWidget(self.note, 1)
        day.addWidget(self.toggle_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, SPACE.large, SPACE.wide, SPACE.medium)
        whole.setSpacing(SPACE.small)
        whole.addLayout(head)
        whole.addLayout(year)
        whole.addWidget(self.view, 1)
        whole.addWidget(self._legend)
        whole.addLayout(day)
        self.note.set_label_width(0)

    def _connect(self) -> None:
        self._before.clicked.connect(lambda: self.show_year(self._at.year - 1))
        self._after.clicked.connect(lambda: self.show_year(self._at.year + 1))
        self.view.toggled.connect(self.toggle)
        self.view.chosen.connect(self._on_chosen)
        self.note.changed.connect(self._store_note)
        self.toggle_button.clicked.connect(lambda: self.toggle(self._at))
        self._paste.clicked.connect(self._open_list)
        self.list_sheet.take.clicked.connect(self._take_list)

    def show_year(self, year: int) -> None:
        """Show another year."""
        if FIRST_YEAR <= year <= LAST_YEAR:
            self.note.flush()
            day = self._at.day if (self._at.month, self._at.day) != (2, 29) else 28
            self._at = date(year, self._at.month, day)
            self.refresh()

    def toggle(self, day: date) -> None:
        """A worked day becomes free, a free one worked."""
        self._at = day
        if self.attempt(lambda: self.desk.working_days.toggle(day, self.clock())):
            self.refresh()

    def go_to(self, place: str) -> None:
        """Open a year, such as `2028`."""
        if place.isdigit():
            self.show_year(int(place))

    def flush(self) -> None:
        self.note.flush()

    def refresh(self) -> None:
        self._year = self.desk.working_days.year(self._at.year)
        self._number.setText(str(self._at.year))
        self._before.setEnabled(self._at.year > FIRST_YEAR)
        self._after.setEnabled(self._at.year < LAST_YEAR)
        self._known.setText(_said_of(self._year))
        self.view.show_year({day: _look(found) for day, found in self._year.days.items()}, self._at)
        self._show_day()

    def retranslate(self) -> None:
        self._title.setText(_("Working days"))
        self._before.set_words(_("The year before"))
        self._after.set_words(_("The year after"))
        self._paste.setText(_("Take over a list…"))
        self._legend.setText(
            _(
                "{free} free on a weekday · {worked} worked at a weekend · framed: set by hand. "
                "Click or Space toggles; arrows and Page keys go through the days."
            ).format(free=_("off"), worked=_("on"))
        )
        self.note.set_label(_("Note of the day"))
        self.note.set_label_width(0)
        self.note.set_prompt(_("Add a note, such as the name of the holiday"))
        chinese = [f"{month}月" for month in range(1, 13)]
        months = list(ENGLISH_MONTHS) if current_language() == "en" else chinese
        weekdays = [_(name) for name in WEEKDAYS]
        short = [name[:2] if current_language() == "en" else name[-1] for name in weekdays]
        self.view.set_words(months, short)
        self.list_sheet.retranslate()
        self.sheet.set_close_words(_("Close"))
        self.refresh()

    def _show_day(self) -> None:
        found = self._year.days[self._at]
        state = _("Working day") if found.is_working else _("Free day")
        self._day.setText(day_of_month(self._at))
        words = _("{state}, set by hand").format(state=state) if found.by_hand else state
        self._state.show_status(words, "plain" if found.is_working else "primary")
        self.note.set_value(found.note)
        self.toggle_button.setText(_("Make it free") if found.is_working else _("Make it a working day"))
        self.view.setAccessibleName(f"{self._day.text()}: {words}")

    def _on_chosen(self, day: date) -> None:
        self.note.flush()
        self._at = day
        self._show_day()

    def _store_note(self, note: object) -> None:
        found = self._year.days[self._at]
        book, day = self.desk.working_days, self._at
        if self.attempt(lambda: book.set_day(day, self.clock(), is_working=found.is_working, note=str(note))):
            self.refresh()

    def _open_list(self) -> None:
        self.sheet.open(_("Take over a list of days"), self.list_sheet)

    def _take_list(self) -> None:
        text = self.list_sheet.editor.toPlainText()
        taken: list[int] = []
        if not self.attempt(lambda: taken.append(self.desk.working_days.take_list(text, self.clock()))):
            return
        self.list_sheet.editor.clear()
        self.sheet.close_sheet()
        words = ngettext("{count} day was taken over.", "{count} days were taken over.", taken[0])
        self.said.emit(words.format(count=taken[0]))
        self.refresh()


class _ListSheet(QWidget):
    """Where a list of days is pasted."""

    def __init__(self) -> None:
        super().__init__()
        self._how, self.editor, self.take = Text("", "muted", wrap=True), QPlainTextEdit(), Button("")
        self.editor.setTabChangesFocus(True)
        self.take.set_kind("primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, SPACE.medium, 0)
        column.setSpacing(SPACE.medium)
        column.addWidget(self._how)
        column.addWidget(self.editor, 1)
        column.addWidget(self.take)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._how.setText(
            _(
                "Paste the arrangement of a year: a line for a day or a stretch, then “free” or “working”, then what "
                "it is called. All of it is one step that Ctrl+Z takes back."
            )
        )
        self.editor.setAccessibleName(_("List of days"))
        self.editor.setPlaceholderText(
            _("2028-01-26 - 2028-02-01 free Spring Festival\n2028-02-05 working\n2028-10-01 free")
        )
        self.take.setText(_("Take over"))


def _look(found: Day) -> DayLook:
    if found.is_shifted:
        mark, ground = (_("on"), "soon_soft") if found.is_working else (_("off"), "done_soft")
        ink = "soon" if found.is_working else "done"
        return DayLook(mark, ground, ink, framed=found.by_hand)
    return DayLook("", "", "text" if found.is_working else "muted", framed=found.by_hand)


def _said_of(year: Year) -> str:
    count = ngettext("{count} working day", "{count} working days", year.working()).format(
        count=year.working()
    )
    by_hand = len(year.by_hand())
    words = (
        _("{year}: the official holidays and shifted days are known.")
        if year.known
        else _("For {year} no official arrangement is known yet; Monday to Friday are counted.")
    ).format(year=year.year)
    if not by_hand:
        return _("{sentence} {working}.").format(sentence=words, working=count)
    hand = ngettext("{count} set by hand", "{count} set by hand", by_hand).format(count=by_hand)
    return _("{sentence} {working}, {by_hand}.").format(sentence=words, working=count, by_hand=hand)

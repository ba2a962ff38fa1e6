"""The filter over the list of visits: time, standing, level, department; one press clears it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reception_desk.domain.levels import Levels
from reception_desk.domain.visit_filter import EVERYTHING, Period, VisitFilter, VisitStanding
from reception_desk.i18n import N_, _, current_language
from ui.theme import SPACE
from ui.widgets.buttons import Button
from ui.widgets.day_field import DayField
from ui.widgets.fields import ChoiceField
from ui.widgets.text import Text

PERIODS: Final = {
    Period.ALL: N_("Any time"),
    Period.COMING: N_("Still to come"),
    Period.TODAY: N_("Here today"),
    Period.WEEK: N_("This week"),
    Period.MONTH: N_("This month"),
    Period.YEAR: N_("The last 12 months"),
    Period.BETWEEN: N_("Between two days"),
}
STANDINGS: Final = {
    None: N_("However they stand"),
    VisitStanding.DRAFT: N_("Draft"),
    VisitStanding.SUBMITTED: N_("Submitted"),
    VisitStanding.HERE: N_("Here now"),
    VisitStanding.OVER: N_("Over"),
    VisitStanding.CANCELLED: N_("Cancelled"),
}


class FilterRow(QWidget):
    """One row of choices. `changed(VisitFilter)` when a person has chosen something else."""

    changed = Signal(object)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._levels: Levels | None = None
        self._is_filling = False
        self.period, self.standing, self.level, self.department = (ChoiceField() for _field in range(4))
        self.first, self.last = DayField(), DayField()
        self.first.set_day(today - timedelta(days=30))
        self.last.set_day(today)
        self._to = Text("", "muted")
        self.clear_button = Button("", kind="link")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.small)
        for part in (
            self.period,
            self.first,
            self._to,
            self.last,
            self.standing,
            self.level,
            self.department,
        ):
            row.addWidget(part)
        row.addWidget(self.clear_button)
        row.addStretch(1)
        for choice in (self.period, self.standing, self.level, self.department):
            choice.currentIndexChanged.connect(self._tell)
        for day in (self.first, self.last):
            day.dateChanged.connect(self._tell)
        self.clear_button.clicked.connect(self.clear)
        self._show_parts()

    def offer(self, levels: Levels, departments: Sequence[str]) -> None:
        """Offer these levels and departments; what is chosen stays chosen, whether it still occurs or not."""
        self._levels = levels
        chosen = self.value()
        language = current_language()
        numbered = [(level.number, level.text(language)) for level in levels.levels]
        listed = sorted({*departments, chosen.department} - {""})
        self._is_filling = True
        self._fill(self.level, [(None, _("Every level")), *numbered], chosen.level)
        self._fill(
            self.department,
            [("", _("Every department")), *((name, name) for name in listed)],
            chosen.department,
        )
        self._is_filling = False

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        chosen = self.value()
        self._is_filling = True
        self._fill(self.period, [(value, _(words)) for value, words in PERIODS.items()], chosen.period)
        self._fill(self.standing, [(value, _(words)) for value, words in STANDINGS.items()], chosen.standing)
        self._is_filling = False
        self.period.setAccessibleName(_("Time"))
        self.standing.setAccessibleName(_("Standing"))
        self.level.setAccessibleName(_("Level"))
        self.department.setAccessibleName(_("Owner department"))
        self.first.setAccessibleName(_("First day"))
        self.last.setAccessibleName(_("Last day"))
        self._to.setText(_("to"))
        self.clear_button.setText(_("Clear filters"))

    @staticmethod
    def _fill(field: ChoiceField, choices: Sequence[tuple[object, str]], chosen: object) -> None:
        field.clear()
        for value, words in choices:
            field.addItem(words, value)
        field.setCurrentIndex(next((at for at, (value, _words) in enumerate(choices) if value == chosen), 0))

    def value(self) -> VisitFilter:
        """What is chosen."""
        period = Period(self.period.currentData() or Period.ALL)
        between = period is Period.BETWEEN
        standing = self.standing.currentData()
        return VisitFilter(
            period=period,
            first=self.first.day() if between else None,
            last=self.last.day() if between else None,
            standing=VisitStanding(standing) if standing else None,
            level=self.level.currentData(),
            department=self.department.currentData() or "",
        )

    def words(self) -> str:
        """What is chosen, as one says it."""
        chosen, said = self.value(), []
        if chosen.period is Period.BETWEEN:
            said.append(_("{first} to {last}").format(first=chosen.first, last=chosen.last))
        elif chosen.period is not Period.ALL:
            said.append(self.period.currentText())
        if chosen.standing is not None:
            said.append(self.standing.currentText())
        if chosen.level is not None:
            said.append(self.level.currentText())
        return _(", ").join([*said, chosen.department] if chosen.department else said)

    def clear(self) -> None:
        """Choose everything again."""
        if self.value() == EVERYTHING:
            return
        self._is_filling = True
        for choice in (self.period, self.standing, self.level, self.department):
            choice.setCurrentIndex(0)
        self._is_filling = False
        self._tell()

    def _tell(self) -> None:
        if not self._is_filling:
            self._show_parts()
            self.changed.emit(self.value())

    def _show_parts(self) -> None:
        chosen = self.value()
        for part in (self.first, self._to, self.last):
            part.setVisible(chosen.period is Period.BETWEEN)
        self.clear_button.setVisible(bool(chosen))

"""For which visit the checklist is looked at: all items, or those that a visit of a kind would get."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.checklist import Condition, conditions_of_level
from reception_desk.i18n import _, current_language
from ui.theme import SPACE
from ui.widgets.flow import FlowLayout
from ui.widgets.segmented import Segmented
from ui.widgets.text import Text

ALL: Final = 0
ASKED: Final = tuple(
    condition
    for condition in Condition
    if condition not in (Condition.ALWAYS, Condition.LEVEL_1, Condition.LEVEL_1_OR_2)
)


class ChecklistPreview(QWidget):
    """All items, or a level and what holds of the visit.

    Signals:
        changed(): another visit is imagined.
    """

    changed = Signal()

    def __init__(self, desk: ReceptionDesk) -> None:
        super().__init__()
        self._desk = desk
        self._numbers: list[int] = []
        self._row = QHBoxLayout()
        self._row.setSpacing(SPACE.medium)
        self.level = Segmented([(ALL, "")])
        self._count = Text("", "muted")
        self.boxes = {condition: QCheckBox() for condition in ASKED}
        self._answers = QWidget()
        flow = FlowLayout(self._answers)
        for box in self.boxes.values():
            box.toggled.connect(lambda _on: self.changed.emit())
            flow.addWidget(box)
        self._row.addWidget(self.level)
        self._row.addWidget(self._count)
        self._row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.hair)
        column.addLayout(self._row)
        column.addWidget(self._answers)
        self._answers.hide()
        self.refresh()

    def refresh(self) -> None:
        """Offer the levels that there are now."""
        numbers = [ALL, *(level.number for level in self._desk.procedure.levels().levels)]
        if numbers != self._numbers:
            chosen = self.level.value()
            before, self._numbers = self.level, numbers
            self.level = Segmented([(number, "") for number in numbers])
            self.level.set_value(chosen if chosen in numbers else ALL)
            self.level.chosen.connect(self._on_level)
            QWidget.setTabOrder(before, self.level)
            self._row.replaceWidget(before, self.level)
            before.hide()
            before.deleteLater()
            self._answers.setVisible(self.level.value() != ALL)
        self._name_levels()

    def conditions(self) -> frozenset[Condition] | None:
        """What holds of the imagined visit; None for the whole list."""
        level = self.level.value()
        if level == ALL:
            return None
        assert isinstance(level, int)
        ticked = (condition for condition, box in self.boxes.items() if box.isChecked())
        return frozenset(ticked) | conditions_of_level(level)

    def show_count(self, shown: int, total: int) -> None:
        """Say how many items there are."""
        words = _("{total} items") if self.conditions() is None else _("{shown} of {total} items appear")
        self._count.setText(words.format(shown=shown, total=total))

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._name_levels()
        for condition, box in self.boxes.items():
            box.setText(condition.words())

    def _name_levels(self) -> None:
        levels = self._desk.procedure.levels()
        found = (levels.level(int(str(number))) for number in self.level.values()[1:])
        names = [level.text(current_language()) if level else "–" for level in found]
        self.level.set_words(
            [_("All items"), *(_("For a visit: {level}").format(level=name) for name in names)]
        )
        self.level.set_name(_("Which items are shown"))

    def _on_level(self, level: object) -> None:
        self._answers.setVisible(level != ALL)
        self.changed.emit()

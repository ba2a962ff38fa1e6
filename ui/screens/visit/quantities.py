"""What is laid out at the meetings and put into the car: quantities that follow from the visit, with the rule (C4)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.house_lists import Part
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.quantity import Per, seats
from reception_desk.domain.supplies import Needed, of_part, supplies_for
from reception_desk.domain.visit import Visit
from reception_desk.i18n import N_, _, current_language, ngettext
from ui.screens.visit.part_rows import short_moment
from ui.theme import SPACE
from ui.widgets.card import Card
from ui.widgets.text import Text

COUNTED: Final = {
    Per.HEAD: N_("{count} guests × {factor}"),
    Per.HOST: N_("{count} of us × {factor}"),
    Per.SEAT: N_("{count} seats × {factor}"),
    Per.CAR: N_("cars: {count} × {factor}"),
}
UNKNOWN: Final = {
    Per.HEAD: N_("Nobody knows yet how many come"),
    Per.HOST: N_("Nobody of us is on the plan yet"),
    Per.SEAT: N_("Nobody knows yet how many come"),
    Per.CAR: N_("No car is booked yet"),
}

Line = tuple[str, str, str]
"""What, how it is counted, how many; the last two blank: a heading."""


def rule_words(needed: Needed) -> str:
    """How a quantity comes about."""
    rule = needed.supply.rule
    if rule.per is Per.VISIT:
        return _("once")
    if needed.count is None:
        return _(UNKNOWN[rule.per])
    return _(COUNTED[rule.per]).format(count=needed.count, factor=f"{float(rule.factor):g}")


def lines_of(needed: Sequence[Needed]) -> list[Line]:
    """What stands in the rows."""
    return [
        (
            one.supply.text(current_language()),
            rule_words(one),
            "?" if one.quantity is None else f"×{one.quantity}",
        )
        for one in needed
    ]


class QuantityTable(QWidget):
    """Lines to read: what, by which rule, how many."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Line] = []
        self._shown: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE.medium)
        self._grid.setVerticalSpacing(SPACE.small)
        self._grid.setColumnStretch(0, 1)

    def show_lines(self, lines: list[Line]) -> None:
        """Show these lines; the same ones stay as they are."""
        if lines == self.lines:
            return
        self.lines = lines
        for widget in self._shown:
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._shown = []
        for place, (what, rule, quantity) in enumerate(lines):
            is_heading = not (rule or quantity)
            name = Text(what, "strong" if is_heading else "", wrap=is_heading)
            self._put(name, place, 0, 3 if is_heading else 1)
            if not is_heading:
                self._put(Text(rule, "muted"), place, 1)
                self._put(Text(quantity, "strong"), place, 2)

    def _put(self, text: Text, row: int, column: int, span: int = 1) -> None:
        side = Qt.AlignmentFlag.AlignRight if column == 2 else Qt.AlignmentFlag(0)  # noqa: PLR2004 - the last one
        self._grid.addWidget(text, row, column, 1, span, side)
        self._shown.append(text)


class LaidOutCard(Card):
    """What is laid out at each meeting: at every seat, and what there is to eat and drink by the level."""

    def __init__(self, desk: ReceptionDesk) -> None:
        super().__init__()
        self._desk = desk
        self.table, self.hint = QuantityTable(), Text("", "muted", wrap=True)
        self.body.addWidget(self.table)
        self.body.addWidget(self.hint)
        self.retranslate()

    def show_visit(self, visit: Visit) -> None:
        """Show what the meetings of a visit need."""
        lists, lines = self._desk.procedure.lists(), list[Line]()
        meetings: list[Meeting | None] = [*visit.meetings] or [None]
        for meeting in meetings:
            needed = of_part(supplies_for(visit, lists, meeting), Part.SEAT, Part.REFRESHMENT)
            if meeting is not None and needed:
                lines.append((_heading(visit, meeting), "", ""))
            lines += lines_of(needed)
        self.setVisible(bool(lines))
        self.table.show_lines(lines)
        self.hint.setVisible(visit.level is None)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(_("Laid out at the meeting"))
        self.hint.setText(_("The level is still open: what goes by it is left out."))


class InTheCarCard(Card):
    """What is put into the car before it leaves (B2c)."""

    def __init__(self, desk: ReceptionDesk) -> None:
        super().__init__()
        self._desk = desk
        self.table = QuantityTable()
        self.body.addWidget(self.table)
        self.retranslate()

    def show_visit(self, visit: Visit) -> None:
        """Show what the cars of a visit need."""
        lines = lines_of(of_part(supplies_for(visit, self._desk.procedure.lists()), Part.CAR))
        self.setVisible(bool(lines))
        self.table.show_lines(lines)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(_("In the car"))


def _heading(visit: Visit, meeting: Meeting) -> str:
    count = seats(visit, meeting)
    taken = ngettext("{count} seat", "{count} seats", count).format(count=count) if count is not None else ""
    when = short_moment(visit.local(meeting.starts_at))
    return " · ".join(filter(None, (when, meeting.room or meeting.topic, taken)))

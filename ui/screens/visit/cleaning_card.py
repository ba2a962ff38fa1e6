"""The zones that are to be clean, before the guests come and before each meeting: a box for each (A6.4c, C2)."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.cleaning import CleaningRound, ZoneToClean
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _, current_language
from ui.screens.screen import Clock
from ui.screens.visit.part_rows import short_moment
from ui.theme import SPACE
from ui.widgets.card import Card
from ui.widgets.text import Text

BEFORE: Final = {False: N_("Before the guests come"), True: N_("Before the meeting")}

Key = tuple[str, str]
"""A zone and what its tick is about."""


class CleaningCard(Card):
    """Boxes under the heading of their round; beside each by when, or who ticked it; no card without a zone.

    Signals:
        changed(): a box was ticked, or its tick taken off.
        refused(sentence): it was not.
    """

    changed = Signal()
    refused = Signal(str)

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__()
        self._desk, self._clock = desk, clock
        self._visit: Visit | None = None
        self.zones: dict[Key, QCheckBox] = {}
        self._said: dict[Key, Text] = {}
        self._heads: list[Text] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE.medium)
        self._grid.setVerticalSpacing(SPACE.hair)
        self._grid.setColumnStretch(0, 1)
        self.body.addLayout(self._grid)
        self.retranslate()

    def show_visit(self, visit: Visit) -> None:
        """Show the zones of a visit as read."""
        self._visit = visit
        rounds = self._desk.cleaning.rounds(visit)
        zones = [zone for one in rounds for zone in one.zones]
        self.setVisible(bool(zones))
        if [(zone.code, zone.subject) for zone in zones] != list(self.zones):
            self._build(rounds)
        for head, one in zip(self._heads, rounds, strict=True):
            head.setText(_heading(one, visit))
        for zone in zones:
            self._show_zone(zone, visit)
        clean = sum(zone.is_clean for zone in zones)
        self.set_note(_("{done} of {count} zones").format(done=clean, count=len(zones)))

    def _build(self, rounds: list[CleaningRound]) -> None:
        """Make the boxes anew, in the order of the rounds."""
        gone: list[QWidget] = [*self._heads, *self.zones.values(), *self._said.values()]
        for widget in gone:
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self.zones, self._said, self._heads = {}, {}, []
        row = 0
        for one in rounds:
            head = Text("", "muted", wrap=True)
            self._heads.append(head)
            self._grid.addWidget(head, row, 0, 1, 2)
            for row, zone in enumerate(one.zones, row + 1):  # noqa: B020 - the rows go on from round to round
                self._put(zone, row)
            row += 1

    def _put(self, zone: ZoneToClean, row: int) -> None:
        key, box, said = (zone.code, zone.subject), QCheckBox(), Text("", "muted")
        box.clicked.connect(lambda on: self._on_zone(key, done=on))
        self.zones[key], self._said[key] = box, said
        self._grid.addWidget(box, row, 0)
        self._grid.addWidget(said, row, 1, Qt.AlignmentFlag.AlignRight)

    def _show_zone(self, zone: ZoneToClean, visit: Visit) -> None:
        box, said = self.zones[zone.code, zone.subject], self._said[zone.code, zone.subject]
        box.setText(zone.zone.text(current_language()).replace("&", "&&"))
        box.setChecked(zone.is_clean)
        due, ticked = visit.local(zone.due), visit.local(zone.tick.done_at if zone.tick else None)
        is_late = not zone.is_clean and zone.due is not None and zone.due < self._clock()
        said.set_tone("late" if is_late else "")
        if ticked and zone.tick:
            said.setText(f"{short_moment(ticked)} {zone.tick.done_by}".strip())
        else:
            said.setText(_("by {time}").format(time=short_moment(due)) if due else _("no time yet"))

    def _on_zone(self, key: Key, *, done: bool) -> None:
        if self._visit is None:
            return
        code, subject = key
        try:
            self._desk.cleaning.tick(self._visit.id, code, subject, self._clock(), done=done)
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
        self.changed.emit()

    def go_to(self) -> None:
        """Put the focus on the first zone that is not clean yet."""
        boxes = list(self.zones.values())
        waiting = [box for box in boxes if not box.isChecked()]
        if boxes:
            (waiting or boxes)[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(_("Cleaning"))
        if self._visit is not None:
            self.show_visit(self._visit)


def _heading(one: CleaningRound, visit: Visit) -> str:
    meeting, at = one.meeting, visit.local(one.at)
    parts = (
        _(BEFORE[one.is_for_meeting]),
        short_moment(at) if at else "",
        meeting.topic if meeting else "",
        meeting.room if meeting else "",
    )
    return " · ".join(filter(None, parts))

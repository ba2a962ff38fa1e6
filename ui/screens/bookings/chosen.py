"""The booking that is chosen: what is wrong with it, what is free instead, the checks of a car."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout

from reception_desk.domain.booking import CarBooking
from reception_desk.domain.occupancy import Free
from reception_desk.domain.plan import PlannedItem
from reception_desk.i18n import _, current_language
from reception_desk.services.bookings import CHECKS, BookingLine
from ui.models.booking_words import overlap_of, purpose_of, thing_of, visit_of
from ui.theme import SPACE
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.text import Text

MOST_OFFERED = 2


class ChosenBooking(Card):
    """One booking in full.

    Signals:
        checked(check, done): a check of the car was made or taken back.
        offered(free): take this car, driver or room instead.
        ripe_wanted(): tick off the items that the checks of the cars have settled.
    """

    checked = Signal(str, bool)
    offered = Signal(object)
    ripe_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(" ")
        self._line: BookingLine | None = None
        self._whose = Text("", "muted", wrap=True)
        self._trouble, self._free_words = Text("", "body", wrap=True), Text("", "muted")
        self.checks = {check: QCheckBox() for check in CHECKS}
        self.offers: list[Button] = []
        self.ripe = Button("", icon_name="checklist")
        self.ripe.clicked.connect(self.ripe_wanted)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.large)
        grid.setColumnStretch(1, 1)
        for number, (check, box) in enumerate(self.checks.items()):
            grid.addWidget(box, number // 2, number % 2)
            box.clicked.connect(partial(self._on_check, check))
        self._offers_row = QHBoxLayout()
        self._offers_row.setSpacing(SPACE.small)
        self._offers_row.addWidget(self._free_words)
        self._offers_row.addStretch(1)
        self.body.addWidget(self._whose)
        self.body.addWidget(self._trouble)
        self.body.addLayout(self._offers_row)
        self.body.addLayout(grid)
        self.body.addWidget(self.ripe)
        self.body.addStretch(1)

    def _on_check(self, check: str, done: bool) -> None:
        self.checked.emit(check, done)

    def show_line(self, line: BookingLine | None, free: Sequence[Free], zone: tzinfo | None) -> None:
        """Show this one; `free` is offered where it overlaps another."""
        self._line = line
        self.setVisible(line is not None)
        if line is None:
            return
        self.set_title(thing_of(line))
        self._whose.setText(" · ".join(part for part in (purpose_of(line), visit_of(line)) if part))
        overlaps = [overlap_of(other, zone) for other in line.overlaps]
        reason = getattr(line.booking, "overlap_reason", "")
        if overlaps and reason:
            overlaps.append(_("Booked all the same: {reason}").format(reason=reason))
        trouble = [*overlaps, *line.warnings]
        self._trouble.setText(
            "\n".join(trouble) or _("Nothing overlaps it, and there is room for everybody.")
        )
        self._trouble.set_tone("late" if overlaps else "soon" if trouble else "")
        self._show_checks(line)
        self._show_offers(free if line.overlaps else ())

    def show_ripe(self, items: Sequence[PlannedItem]) -> None:
        """Offer to tick these items of the preparation off."""
        self.ripe.setVisible(bool(items))
        codes = _(", ").join(item.code for item in items)
        self.ripe.setText(_("All cars are checked: tick off {codes}").format(codes=codes))
        self.ripe.setToolTip("\n".join(item.text(current_language()) for item in items))

    def _show_checks(self, line: BookingLine) -> None:
        booking = line.booking
        for check, box in self.checks.items():
            box.setVisible(isinstance(booking, CarBooking))
            if isinstance(booking, CarBooking):
                box.setChecked(bool(getattr(booking, check)))
        for number, (check, box) in enumerate(self.checks.items(), 1):
            box.setText(f"{number}  {_(CHECKS[check])}")
        seats = booking.car.seats if isinstance(booking, CarBooking) and booking.car else 0
        if seats:
            supplied = _("Tissues and water × {seats}").format(seats=seats)
            self.checks["is_supplied"].setText(f"{len(CHECKS)}  {supplied}")

    def _show_offers(self, free: Sequence[Free]) -> None:
        for old in self.offers:
            self._offers_row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.offers = [self._offer(one) for one in free[:MOST_OFFERED]]
        for number, button in enumerate(self.offers, 1):
            self._offers_row.insertWidget(number, button)
        self._free_words.setText(_("Free then:"))
        self._free_words.setVisible(bool(self.offers))

    def _offer(self, free: Free) -> Button:
        words = (
            free.name
            if free.seats is None
            else _("{name}, {seats} seats").format(name=free.name, seats=free.seats)
        )
        button = Button(words)
        button.setToolTip(_("Take this one instead"))
        button.clicked.connect(partial(self.offered.emit, free))
        return button

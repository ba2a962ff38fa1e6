"""A card whose rows open in the side sheet, and what such cards tell."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.visit import Visit
from ui.models.rows import RowsModel
from ui.screens.screen import Clock
from ui.screens.visit.rows import RowsView
from ui.widgets.buttons import Button
from ui.widgets.card import Card


class DetailCard(Card):
    """Rows, and a quiet line that adds one.

    Signals:
        changed(): facts were changed.
        said(sentence), refused(sentence): as in `Section`.
        details_wanted(title, content): show this in the side sheet.
        details_named(title): it has a name now, or another one.
        details_over(): what was shown there is gone.
    """

    changed = Signal()
    said = Signal(str)
    refused = Signal(str)
    details_wanted = Signal(str, QWidget)
    details_over = Signal()
    details_named = Signal(str)

    def __init__(self, desk: ReceptionDesk, clock: Clock, model: RowsModel) -> None:
        super().__init__()
        self.desk, self.clock = desk, clock
        self.visit: Visit | None = None
        self.rows = self._view(model)
        self.add = Button("", kind="link")
        self.body.addWidget(self.rows)
        self.body.addWidget(self.add)
        self.body.addStretch(1)
        self.add.clicked.connect(self.open_new)
        self.rows.opened.connect(self.open_one)
        self.rows.removed.connect(self.remove_one)

    def _view(self, model: RowsModel) -> RowsView:
        return RowsView(model)

    def open_new(self) -> None:
        """Show an empty sheet; the first fact written in it makes the row."""
        raise NotImplementedError

    def open_one(self, key: int, field: str = "") -> None:
        """Show the details of a row, perhaps at a field."""
        raise NotImplementedError

    def remove_one(self, key: int) -> None:
        """Take a row out; undo brings it back."""
        raise NotImplementedError

    def go_to(self, rest: str) -> None:
        """Open what `12` or `12:phone` names; go to the line that adds where nothing is named."""
        key, _colon, field = rest.partition(":")
        if key.isdigit() and self.rows.rows.place_of(int(key)) is not None:
            self.rows.go_to(int(key))
            self.open_one(int(key), field)
        elif self.rows.rows.rowCount():
            self.rows.go_to(self.rows.rows.key_at(0))
        else:
            self.add.setFocus()

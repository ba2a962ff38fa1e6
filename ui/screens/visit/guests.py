"""The guests on the overview: in the order of protocol, each opening a sheet with all that is known."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QMenu

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.protocol_order import by_rank
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from ui.models.guests import GuestsModel
from ui.models.rows import RowsModel
from ui.screens.screen import Clock
from ui.screens.visit.details import DetailCard
from ui.screens.visit.guest_sheet import GuestSheet
from ui.screens.visit.rows import RowsView
from ui.theme import SPACE
from ui.widgets.buttons import Button
from ui.widgets.text import Text


class GuestsView(RowsView):
    """Guests by keyboard and mouse; Alt+Up and Alt+Down move one, as dragging does."""

    def __init__(self, model: GuestsModel) -> None:
        super().__init__(model)
        self.guests = model
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)

    def shift(self, key: int, by: int) -> None:
        """Move a guest, and go along."""
        if self.guests.move(key, by):
            self.go_to(key)

    def menu_for(self, key: int) -> QMenu:
        """What can be done with a guest."""
        menu = super().menu_for(key)
        remove = menu.actions()[-1]
        up, down = menu.addAction(_("Move up")), menu.addAction(_("Move down"))
        up.setShortcut("Alt+Up")
        down.setShortcut("Alt+Down")
        up.triggered.connect(lambda: self.shift(key, -1))
        down.triggered.connect(lambda: self.shift(key, 1))
        for action in (up, down):
            menu.removeAction(action)
            menu.insertAction(remove, action)
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = self.chosen()
        if key is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.shift(key, steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class GuestsCard(DetailCard):
    """The list, the line that adds a guest, the sheet of one.

    Signals:
        ledger_wanted(whose): somebody wants to see all gifts of one of them.
    """

    ledger_wanted = Signal(str)

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        self._model = GuestsModel(desk, clock)
        super().__init__(desk, clock, self._model)
        self._sheet: GuestSheet | None = None
        self._old: list[int] = []
        self.memory, self.still_so = Text("", "muted", wrap=True), Button("", kind="link")
        self.by_rank = Button("", kind="link")
        self._build()
        self.by_rank.clicked.connect(self.order_by_rank)
        self.still_so.clicked.connect(self.confirm_old)
        self._model.moved.connect(self.changed)
        self._model.refused.connect(self.refused)

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(SPACE.small)
        row.addWidget(self.memory, 1)
        row.addWidget(self.still_so)
        self.body.insertLayout(0, row)
        self.add_action(self.by_rank)

    def _view(self, model: RowsModel) -> RowsView:
        return GuestsView(self._model)

    @property
    def sheet(self) -> GuestSheet:
        """The sheet of one guest, made when it is first wanted."""
        if self._sheet is None:
            self._sheet = GuestSheet(self.desk, self.clock)
            self._sheet.changed.connect(self.changed)
            self._sheet.gifts.ledger_wanted.connect(self.ledger_wanted)
        return self._sheet

    def show_visit(self, visit: Visit) -> None:
        """Show the guests of a visit as read, and the one in the sheet."""
        self.visit = visit
        self._model.show_visit(visit)
        self.set_note(str(len(visit.guests)) if visit.guests else "")
        self._show_memory(visit)
        if self._sheet is None:
            return
        if not self._sheet.show_visit(visit):
            self.details_over.emit()
        elif self._sheet.isVisible():
            self.details_named.emit(self._sheet.heading())

    def _show_memory(self, visit: Visit) -> None:
        """How many were here before, what came along, what is so old that it wants to be asked again (5.14)."""
        known = self.desk.memory.remembered(visit, self.clock())
        self._old = [old.guest_id for old in known.old]
        self.memory.setText(known.sentence())
        self.memory.set_tone("soon" if known.old_facts else "")
        self.memory.setVisible(bool(known.sentence()))
        self.still_so.setVisible(bool(self._old))
        self.by_rank.setVisible([g.id for g in by_rank(visit.guests)] != [g.id for g in visit.guests])

    def order_by_rank(self) -> None:
        """Put all in the order of their ranks; undo puts them back."""
        if self.visit is not None and self.desk.guests.order_by_rank(self.visit.id, self.clock()):
            self.said.emit(_("The guests stand by rank. Ctrl+Z puts them back."))
            self.changed.emit()

    def confirm_old(self) -> None:
        """Somebody asked again, and everything is still so."""
        if self._old:
            self.desk.memory.still_so(self._old, self.clock())
            self.changed.emit()

    def open_new(self) -> None:
        """Show an empty sheet."""
        if self.visit is not None:
            self.sheet.begin(self.visit)
            self.details_wanted.emit(_("New guest"), self.sheet)
            self.sheet.go_to("name")

    def open_one(self, key: int, field: str = "") -> None:
        """Show the sheet of a guest."""
        if self.visit is not None and self.sheet.open(self.visit, key):
            self.details_wanted.emit(self.sheet.heading(), self.sheet)
            self.sheet.go_to(field or "title")

    def remove_one(self, key: int) -> None:
        """Take a guest off the visit."""
        try:
            self.desk.guests.remove(key, self.clock())
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
            return
        self.said.emit(_("Removed. Ctrl+Z brings it back."))
        self.changed.emit()

    def flush(self) -> None:
        """Save what is half-written in the sheet."""
        if self._sheet is not None:
            self._sheet.flush()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(_("Guests"))
        self.rows.setAccessibleName(_("Guests in the order of protocol"))
        self.rows.setToolTip(_("Drag, or Alt+Up and Alt+Down, to change the order"))
        self.add.setText(_("+ Add a guest"))
        self.by_rank.setText(_("Order by rank"))
        self.still_so.setText(_("All still so"))
        if self._sheet is not None:
            self._sheet.retranslate()

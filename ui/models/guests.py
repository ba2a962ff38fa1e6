"""The guests of a visit in the order of protocol; dragging one, or Alt+Up and Alt+Down, changes the order (A1.1c)."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.guest import Guest
from reception_desk.domain.guest_memory import needs_to_confirm
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _, current_language
from ui.clock import Clock
from ui.models.rows import Row, RowsModel

Index = QModelIndex | QPersistentModelIndex


class GuestsModel(RowsModel):
    """The guests as rows; `moveRows` asks the desk.

    Signals:
        moved(): the order was changed.
        refused(sentence): it was not.
    """

    moved = Signal()
    refused = Signal(str)

    def __init__(self, desk: ReceptionDesk, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._clock = desk, clock

    def show_visit(self, visit: Visit) -> None:
        """Show the guests of a visit as read."""
        today = (visit.local(self._clock()) or self._clock()).date()
        old = {needs.guest_id for needs in needs_to_confirm(visit, today)}
        rows = [
            guest_row(guest, place, is_old=guest.id in old) for place, guest in enumerate(visit.guests, 1)
        ]
        self.show_rows(rows)

    def move(self, key: int, by: int) -> bool:
        """Move a guest up (-1) or down (1); whether the order changed."""
        place = self.place_of(key)
        if place is None or not 0 <= place + by < self.rowCount():
            return False
        root = QModelIndex()
        return self.moveRows(root, place, 1, root, place + by + (1 if by > 0 else 0))

    def put(self, key: int, position: int) -> None:
        """Have the desk put one at a place, 1 first."""
        self._desk.guests.move(key, position, self._clock())

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def moveRows(self, source: Index, row: int, count: int, target: Index, before: int) -> bool:
        if count != 1 or before in (row, row + 1) or not 0 <= before <= self.rowCount():
            return False
        place = before - 1 if before > row else before
        try:
            self.put(self._rows[row].key, place + 1)
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
            return False
        self.beginMoveRows(QModelIndex(), row, row, QModelIndex(), before)
        self._rows.insert(place, self._rows.pop(row))
        self.endMoveRows()
        self.moved.emit()
        return True


def guest_row(guest: Guest, place: int, *, is_old: bool = False) -> Row:
    """How a guest reads in the list; `is_old`: the needs are so old that they want to be asked again."""
    language = current_language()
    needs, tone = _needs(guest)
    if is_old:
        known = guest.diet or guest.lodging or guest.customs or ""
        needs, tone = " · ".join(part for part in (known, _("Ask again")) if part), "soon"
    return Row(
        key=guest.id,
        lead=str(place),
        first=guest.person.name_in(language) or _("Name not known"),
        second=guest.title_in(language),
        marks=tuple(_marks(guest)),
        end=needs,
        tone=tone,
    )


def _marks(guest: Guest) -> list[tuple[str, str]]:
    roles = (
        (guest.is_main, _("Main guest"), "primary"),
        (guest.is_contact, _("Contact"), "plain"),
        (guest.is_interpreter, _("Interpreter"), "plain"),
        (guest.is_agent, _("Domestic agent"), "plain"),
    )
    return [(words, kind) for has, words, kind in roles if has]


def _needs(guest: Guest) -> tuple[str, str]:
    """What they need, or that nobody has asked: unknown is not none (A1.1e)."""
    if guest.diet is None and guest.lodging is None:
        return _("Needs not asked"), "soon"
    if guest.diet is None:
        return _("Food not asked"), "soon"
    if guest.lodging is None:
        return _("Room not asked"), "soon"
    return guest.diet or guest.lodging or guest.customs or "", "muted"

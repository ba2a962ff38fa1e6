"""What a form tells differently from the visit: one row a fact, with a tick for what is taken over."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from reception_desk.i18n import N_, _
from reception_desk.services.intake_difference import Difference

Index = QModelIndex | QPersistentModelIndex
NOTHING: Final = "–"
ROLES: Final = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)


class Column(IntEnum):
    """The columns; the first has the ticks."""

    FACT = 0
    OLD = 1
    NEW = 2


HEADINGS: Final = {Column.FACT: N_("Fact"), Column.OLD: N_("So far"), Column.NEW: N_("On the form")}


class DifferencesModel(QAbstractTableModel):
    """Differences with ticks. All are ticked at first, except what would take something away.

    Signals:
        ticked(): a tick was set or removed.
    """

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._differences: list[Difference] = []
        self._unticked: set[str] = set()
        self._known: set[str] = set()

    def show_differences(self, differences: Sequence[Difference]) -> None:
        """Show these; those that were shown before keep their ticks."""
        new = {difference.field for difference in differences if difference.field not in self._known}
        self._unticked |= {each.field for each in differences if each.field in new and not each.new}
        self._known |= new
        self.beginResetModel()
        self._differences = list(differences)
        self.endResetModel()

    def forget(self) -> None:
        """Show nothing, and forget what was ticked: another form comes."""
        self.beginResetModel()
        self._differences, self._unticked, self._known = [], set(), set()
        self.endResetModel()

    def chosen(self) -> list[str]:
        """The fields that are ticked."""
        return [each.field for each in self._differences if each.field not in self._unticked]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many facts differ."""
        return 0 if parent.isValid() else len(self._differences)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Fact, so far, on the form."""
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The first column can be ticked."""
        if index.isValid() and index.column() == Column.FACT:
            return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable
        return super().flags(index)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The headings, in the language of the moment."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return _(HEADINGS[Column(section)])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words, the whole text as a tip, and the tick."""
        if not index.isValid():
            return None
        difference = self._differences[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == Column.FACT:
            is_ticked = difference.field not in self._unticked
            return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
        if role in ROLES:
            words = {Column.FACT: difference.label, Column.OLD: difference.old, Column.NEW: difference.new}
            text = words[Column(index.column())] or NOTHING
            return text.replace("\n", " ") if role == Qt.ItemDataRole.DisplayRole else text
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick or untick a fact."""
        if not index.isValid() or role != Qt.ItemDataRole.CheckStateRole or index.column() != Column.FACT:
            return False
        field = self._differences[index.row()].field
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._unticked.discard(field)
        else:
            self._unticked.add(field)
        self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])
        self.ticked.emit()
        return True

"""The table of the list: columns as wide as their words, or as somebody has drawn them; kept for the desk."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHeaderView

from ui.models.visit_columns import Column
from ui.models.visits import VisitsModel
from ui.theme import SIZE
from ui.widgets.table import ROWS_MEASURED, Table

STRETCHED: Final = (Column.COMPANY, Column.MAIN_GUEST)
WIDEST: Final = 260


class ListTable(Table):
    """`widths_changed` when a person has drawn a column to another width, or let it go with a double click."""

    widths_changed = Signal()

    def __init__(self, model: VisitsModel) -> None:
        super().__init__()
        self._visits, self._is_fitting = model, False
        self.setModel(model)
        columns = self.horizontalHeader()
        columns.setMinimumSectionSize(SIZE.rail_narrow)
        columns.setResizeContentsPrecision(ROWS_MEASURED)
        columns.setStretchLastSection(False)
        columns.sectionResized.connect(self._on_resized)
        columns.sectionHandleDoubleClicked.connect(self._on_let_go)
        model.modelReset.connect(self.fit)
        model.dataChanged.connect(self.fit)

    def fit(self) -> None:
        """Company and guest share the room that is left; the others are as wide as their words, or as drawn."""
        self._is_fitting = True
        columns, drawn = self.horizontalHeader(), self._visits.columns.widths
        for section, column in enumerate(self._visits.columns.shown):
            if column in STRETCHED and column not in drawn:
                columns.setSectionResizeMode(section, QHeaderView.ResizeMode.Stretch)
                continue
            columns.setSectionResizeMode(section, QHeaderView.ResizeMode.Interactive)
            columns.resizeSection(section, drawn.get(column) or self._width_of_words(section))
        self._is_fitting = False

    def _width_of_words(self, section: int) -> int:
        heading = self.horizontalHeader().sectionSizeHint(section)
        return min(max(self.sizeHintForColumn(section), heading), WIDEST)

    def _on_resized(self, section: int, before: int, now: int) -> None:
        mode = self.horizontalHeader().sectionResizeMode(section)
        if self._is_fitting or mode is not QHeaderView.ResizeMode.Interactive or before == now:
            return
        column = self._visits.column_at(section)
        self._visits.show_columns(self._visits.columns.with_width(column, now))
        self.widths_changed.emit()

    def _on_let_go(self, section: int) -> None:
        column = self._visits.column_at(section)
        self._visits.show_columns(self._visits.columns.with_width(column, None))
        self.fit()
        self.widths_changed.emit()

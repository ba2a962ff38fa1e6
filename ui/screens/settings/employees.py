"""Our own people: the list, and whole lists taken over from Excel."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from reception_desk.desk import ReceptionDesk
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from ui.clock import Clock
from ui.screens.settings.employees_import import EmployeesImport
from ui.screens.settings.house_kinds import EMPLOYEES
from ui.screens.settings.house_section import HouseSection
from ui.widgets.buttons import Button, IconButton


class EmployeesSection(HouseSection):
    """The employees; a list from Excel is looked at on a page of its own before it is taken over."""

    listed = EMPLOYEES

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        self.bring_in, self.write_out = Button("", icon_name="download"), IconButton("upload", "")
        self.preview: EmployeesImport | None = None
        super().__init__(desk, clock)
        self.head.insertWidget(self.head.count() - 1, self.bring_in)
        self.head.insertWidget(self.head.count() - 1, self.write_out)
        self.bring_in.clicked.connect(self._choose)
        self.write_out.clicked.connect(self._choose_place)

    def _choose(self) -> None:
        kinds = _("Lists (*.xlsx *.xls *.xlsm *.xlsb *.ods *.csv)")
        chosen, _kind = QFileDialog.getOpenFileName(self, _("Import employees"), "", kinds)
        if chosen:
            self.read(Path(chosen))

    def _choose_place(self) -> None:
        suggested, kinds = _("Employees") + ".csv", _("Lists (*.csv)")
        chosen, _kind = QFileDialog.getSaveFileName(self, _("Export employees"), suggested, kinds)
        if chosen:
            self.write(Path(chosen))

    def write(self, file: Path) -> None:
        """Write the list as CSV, for Excel."""
        self.flush()
        try:
            count = self.desk.rosters.written(file)
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
            return
        self.said.emit(_("Written to {file}: {count}").format(file=file.name, count=count))

    def read(self, file: Path) -> None:
        """Look at a list before anything is written."""
        self.flush()
        if self.preview is None:
            self.preview = EmployeesImport(self.desk, self.clock)
            self.preview.went_back.connect(self._back_to_list)
            self.preview.refused.connect(self.refused)
            self.preview.taken.connect(self._on_taken)
            self.pages.addWidget(self.preview)
        self.pages.setCurrentWidget(self.preview)
        self.preview.read(file)

    def _back_to_list(self) -> None:
        self.pages.setCurrentIndex(0)
        self.bring_in.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_taken(self, sentence: str) -> None:
        self._back_to_list()
        self.refresh()
        self.changed.emit()
        self.said.emit(sentence)

    def refresh(self) -> None:
        super().refresh()
        if self.preview is not None and self.pages.currentWidget() is self.preview:
            self.preview.compare()

    def retranslate(self) -> None:
        super().retranslate()
        self.bring_in.setText(_("Import…"))
        self.bring_in.setToolTip(_("Take over a list from Excel or CSV"))
        self.write_out.set_words(_("Export the list as CSV"))
        if self.preview is not None:
            self.preview.retranslate()

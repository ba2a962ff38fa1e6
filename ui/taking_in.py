"""The two ways in which a visit comes in: written in the sheet of Ctrl+N, or read from an application form."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from reception_desk.i18n import _
from ui.screens.new_visit import NewVisitSheet
from ui.widgets.side_sheet import SideSheet

if TYPE_CHECKING:
    from ui.frame import Frame
    from ui.screens.intake.intake import IntakeScreen


class TakingIn(QObject):
    """Sheet and forms; what was half-written in the sheet is there again when it is opened again."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._frame = frame
        self.sheet = SideSheet(frame.window.stack)
        self.new_visit = NewVisitSheet(frame.desk, frame.clock)
        self.new_visit.created.connect(self._on_created)

    def retranslate(self) -> None:
        """Say it in the language of the moment."""
        self.sheet.set_close_words(_("Close"))
        self.sheet.set_title(self.new_visit.title())
        self.new_visit.retranslate()

    def open_sheet(self) -> None:
        """Ctrl+N: the hand goes to the first fact of a new visit."""
        if not self.sheet.isVisible() and not self.new_visit.is_dirty():
            self.new_visit.begin()
        self.sheet.open(self.new_visit.title(), self.new_visit)

    def _on_created(self, visit_id: int) -> None:
        self.sheet.close_sheet()
        number = self._frame.desk.visits.get(visit_id).number
        self._frame.show_visit(visit_id)
        self._frame.note_change(_("Saved as {number}").format(number=number))

    def choose_form(self) -> None:
        """Take in a form that is chosen in the system's own dialog."""
        title, kinds = _("Take in a form"), _("Forms (*.xlsx *.xls *.xlsm *.xlsb *.ods)")
        chosen, _kind = QFileDialog.getOpenFileName(self._frame.window, title, "", kinds)
        if chosen:
            self.take_in(Path(chosen))

    def take_in(self, form: Path) -> None:
        """Review an application form, to be saved as a visit."""
        self._frame.remember_origin()
        self._frame.go("intake")
        cast("IntakeScreen", self._frame.screens["intake"]).take_in(form)

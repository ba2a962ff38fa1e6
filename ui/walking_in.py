"""F9 from everywhere: somebody comes without a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reception_desk.i18n import _
from ui.widgets.side_sheet import SideSheet

if TYPE_CHECKING:
    from ui.frame import Frame
    from ui.screens.register.entry_form import NewEntrySheet


class WalkingIn(QObject):
    """The short form over whatever is shown; what was half-written in it is there again when it is opened again."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._frame = frame
        self.sheet = SideSheet(frame.window.stack)
        self._entry: NewEntrySheet | None = None

    @property
    def entry(self) -> NewEntrySheet:
        """The form, made when it is first wanted."""
        if self._entry is None:
            from ui.screens.register.entry_form import NewEntrySheet

            self._entry = NewEntrySheet(self._frame.desk, self._frame.clock)
            self._entry.created.connect(self._on_created)
        return self._entry

    def open_sheet(self) -> None:
        """Show it, the hand at the name."""
        if not self.sheet.isVisible() and not self.entry.is_dirty():
            self.entry.begin()
        self.sheet.open(self.entry.title(), self.entry)
        self.entry.entry.short.go_to("name")

    def _on_created(self, entry_id: int) -> None:
        self.sheet.close_sheet()
        name = self._frame.desk.register.get(entry_id).name
        self._frame.refresh()
        self._frame.note_change(_("{visitor} came").format(visitor=name))

    def retranslate(self) -> None:
        """Say it in the language of the moment."""
        self.sheet.set_close_words(_("Close"))
        if self._entry is not None:
            self.sheet.set_title(self._entry.title())
            self._entry.retranslate()

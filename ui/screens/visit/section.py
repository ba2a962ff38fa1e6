"""What every section of the visit screen has in common."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.visit import Visit
from ui.screens.screen import Clock


class Section(QWidget):
    """Shows one side of a visit, read anew in `show_visit`; saves through the desk and says so.

    Signals:
        visit_wanted(visit_id, section): somebody wants to see a visit, perhaps this one, at another section.
        elsewhere_wanted(where): somebody wants another screen, perhaps at a place of it: `gifts/Anna Weber`.
        said(sentence): something was done; the bottom line repeats it.
        refused(sentence): something was refused and no place in the section says it better.
        changed(): facts were changed; the screen reads the visit anew.
        details_wanted(title, content): show these details in the side sheet.
        details_named(title): what the side sheet shows has another name now.
        details_over(): what the side sheet shows is done with.
    """

    visit_wanted = Signal(int, str)
    elsewhere_wanted = Signal(str)
    said = Signal(str)
    refused = Signal(str)
    changed = Signal()
    details_wanted = Signal(str, QWidget)
    details_over = Signal()
    details_named = Signal(str)

    name: ClassVar[str] = ""
    word: ClassVar[str] = ""
    """What stands on the tab: a msgid."""
    has_primary: ClassVar[bool] = False
    """Whether it has a primary button of its own; the head's is quiet then, for there is one on a screen."""

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__()
        self.desk, self.clock = desk, clock
        self.visit_id = 0
        self._as_read: Visit | None = None

    def now(self) -> datetime:
        """The moment, aware."""
        return self.clock()

    def show_read(self, visit: Visit) -> None:
        """Show a visit that the screen has just read: not read a second time."""
        self._as_read = visit
        self.show_visit(visit.id)
        self._as_read = None

    def read(self, visit_id: int) -> Visit:
        """The visit, as the screen has just read it, else read now."""
        if self._as_read is not None and self._as_read.id == visit_id:
            return self._as_read
        return self.desk.visits.get(visit_id)

    def show_visit(self, visit_id: int) -> None:
        """Read this visit and show it."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Say everything again after the language has changed."""
        raise NotImplementedError

    def go_to(self, field: str) -> None:
        """Bring a field of the section to the eye and the hand; unknown ones are let pass."""

    def flush(self) -> None:
        """Save what is half-written."""

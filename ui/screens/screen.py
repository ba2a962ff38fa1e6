"""What every screen of the frame has in common."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reception_desk.desk import ReceptionDesk
from ui.clock import Clock

__all__ = ["Clock", "Screen"]


class Screen(QWidget):
    """A screen: shows what the desk knows, read anew in `refresh`; speaks the language of the moment.

    Signals:
        visit_wanted(visit_id, section): somebody wants to see a visit, at a section ("" for its first).
        said(sentence): something was done; the bottom line repeats it.
        refused(sentence): something was refused and no place on the screen says it better.
        changed(): facts were changed; the frame reads the undo line anew.
        act_wanted(name, visit_id): somebody wants one of `visit_acts.ACTS` done with a visit.
    """

    visit_wanted = Signal(int, str)
    said = Signal(str)
    refused = Signal(str)
    changed = Signal()
    act_wanted = Signal(str, int)

    name: ClassVar[str] = ""
    within: ClassVar[str] = ""
    """The screen that this one opens out of; then it has no line of its own in the rail."""
    fills_window: ClassVar[bool] = False
    """Whether it stands alone in the window, without rail and header."""
    keys: ClassVar[tuple[str, ...]] = ()
    """Keys that this screen answers itself; the frame lets go of them as long as it is shown."""

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__()
        self.desk, self.clock = desk, clock

    def title(self) -> str:
        """What stands above the screen and in the rail, in the language of the moment."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read again what is shown; called when the screen comes up, and after every change from elsewhere."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Say everything again after the language has changed."""
        raise NotImplementedError

    def open_place(self, place: str) -> None:
        """Bring a part of the screen to the eye and the hand; unknown ones are let pass."""

    def place(self) -> str:
        """Where one is, for the manual: the screen, perhaps with a section after a slash."""
        return self.name

    def visit_at_hand(self) -> int | None:
        """The visit that F8 and Ctrl+P mean on this screen, if there is one."""
        return None

    def visit_to_call_about(self) -> int | None:
        """The visit that F6 means: the one at hand, however far off its day is."""
        return self.visit_at_hand()

    def flush(self) -> None:
        """Save what is half-written: the screen is left, or the window closes."""

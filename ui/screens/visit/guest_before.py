"""When a guest was here before: level, who received them, what they were given; for reading (5.14)."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.guest_memory import EarlierVisit
from reception_desk.i18n import _, current_language
from ui.theme import SPACE
from ui.widgets.text import Text


class GuestBefore(QWidget):
    """Earlier visits, the latest first; nothing where there is none."""

    def __init__(self, desk: ReceptionDesk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: list[EarlierVisit] = []
        self._title, self._words = Text("", "strong"), Text("", "muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.hair)
        column.addWidget(self._title)
        column.addWidget(self._words)

    def show_guest(self, guest_id: int) -> None:
        """Show the earlier visits of a guest, or of nobody (0)."""
        self._shown = self._desk.memory.history(guest_id) if guest_id else []
        self._tell()

    def words(self) -> str:
        """What is told."""
        return self._words.text() if self._shown else ""

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._title.setText(_("Here before"))
        self._tell()

    def _tell(self) -> None:
        self._words.setText("\n".join(self._line(one) for one in self._shown))
        self.setVisible(bool(self._shown))

    def _line(self, one: EarlierVisit) -> str:
        level = self._desk.procedure.levels().level(one.level)
        parts = [f"{one.arrived_at:%Y-%m-%d}", level.text(current_language()) if level else "", one.title]
        if one.received_by:
            parts.append(_("received by {names}").format(names=_(", ").join(one.received_by)))
        if one.gifts:
            parts.append(_("given: {gifts}").format(gifts=_(", ").join(one.gifts)))
        return " · ".join(part for part in parts if part)

"""Words on the screen by their role: caption, body, muted, strong, lead, title, clock."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme import restyle, with_even_figures


class Text(QLabel):
    """A line of plain words (never markup); `tone` colours it `done`, `soon`, `late` or `primary`."""

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        *,
        tone: str = "",
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        policy = QSizePolicy(
            QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum if wrap else QSizePolicy.Policy.Maximum
        )
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        if role == "clock":
            self.setFont(with_even_figures(self.font()))
        restyle(self, role=role, tone=tone)

    def set_tone(self, tone: str) -> None:
        """Colour the words, or not (`""`)."""
        restyle(self, tone=tone)

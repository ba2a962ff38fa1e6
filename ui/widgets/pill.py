"""A pill: one status as a word, with an icon, on its soft ground."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.icons import paint_icon
from ui.theme import TYPE, restyle

KINDS = ("plain", "primary", "done", "soon", "late")
ICON = TYPE.body
LEFT = 8


class Pill(QLabel):
    """`kind` is plain, primary, done, soon or late; colour never stands alone: the word says it, the icon helps."""

    def __init__(
        self, text: str, kind: str = "plain", icon_name: str = "", *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._icon_name, self._kind = icon_name, kind
        self.show_status(text, kind, icon_name)

    def show_status(self, text: str, kind: str = "plain", icon_name: str = "") -> None:
        """Say something else."""
        self._icon_name, self._kind = icon_name, kind
        self.setText(text)
        restyle(self, pill=kind, iconed="true" if icon_name else "false")
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The word, then the icon before it."""
        super().paintEvent(event)
        if self._icon_name:
            painter = QPainter(self)
            area = QRect(LEFT, (self.height() - ICON) // 2, ICON, ICON)
            paint_icon(painter, area, self._icon_name, "muted" if self._kind == "plain" else self._kind)
            painter.end()

"""Four to six facts under a heading, their values in one line."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import SIZE
from ui.widgets.fact import Fact
from ui.widgets.text import Text


class FactGroup(QWidget):
    """`add` facts; the labels share one width, the widest that is needed, wrapped beyond a measure."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Text(title, "strong", parent=self)
        self._title.setVisible(bool(title))
        self._facts: list[Fact] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self._title)

    def set_title(self, title: str) -> None:
        """The heading; none hides it."""
        self._title.setText(title)
        self._title.setVisible(bool(title))

    def add(self, fact: Fact) -> Fact:
        """Place a fact below the others; gives it back."""
        self._facts.append(fact)
        self._column.addWidget(fact)
        self.line_up()
        return fact

    def facts(self) -> list[Fact]:
        """All facts, top to bottom."""
        return list(self._facts)

    def flush(self) -> None:
        """Save what is half-written in any of them."""
        for fact in self._facts:
            fact.flush()

    def line_up(self) -> None:
        """Give every label the width of the widest; call it after the labels changed."""
        widest = max((fact.label_hint() for fact in self._facts), default=0)
        width = min(max(widest, SIZE.fact_label // 2), SIZE.fact_label * 3 // 2)
        for fact in self._facts:
            fact.set_label_width(width)

    def changeEvent(self, event: QEvent) -> None:
        """Line the labels up again when the letters changed."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.line_up()

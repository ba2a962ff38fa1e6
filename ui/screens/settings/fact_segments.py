"""A fact with a few possible values, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.fact import Fact
from ui.widgets.segmented import Segmented


class SegmentsFact(Fact):
    """One of `(value, words)`, all of them in sight; Left and Right choose, Enter goes on."""

    def __init__(
        self, label: str, options: Sequence[tuple[object, str]], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(label, parent=parent)
        self._choice = Segmented(options)
        self._choice.chosen.connect(self.changed)
        self._choice.left.connect(self._go_on)
        row = QHBoxLayout()
        row.addWidget(self._choice)
        row.addStretch(1)
        self._column.insertLayout(0, row)
        self.setFocusProxy(self._choice)

    def set_label(self, label: str) -> None:
        """Name the fact, for eye and ear."""
        super().set_label(label)
        self._choice.set_name(label)

    def set_words(self, words: Sequence[str]) -> None:
        """Name the choices anew."""
        self._choice.set_words(words)
        self._choice.set_name(self.label())

    def set_offered(self, values: Sequence[object]) -> None:
        """Offer only these of the choices."""
        self._choice.set_offered(values)

    def value(self) -> object:
        """What is chosen."""
        return self._choice.value()

    def set_value(self, value: object) -> None:
        """Show what is stored; tells nobody."""
        self._choice.set_value(value)

"""Yes-or-no facts side by side, such as what part a guest has."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton, QWidget

from ui.icons import icon
from ui.theme import SPACE, restyle
from ui.widgets.fact import Fact
from ui.widgets.fact_choice import Options
from ui.widgets.flow import FlowLayout


class FlagsFact(Fact):
    """The value is a mapping of field to bool; `changed((field, bool))` for the one that was switched."""

    def __init__(self, label: str, *, parent: QWidget | None = None) -> None:
        super().__init__(label, parent=parent)
        self._buttons: dict[object, QPushButton] = {}
        self._row = FlowLayout(spacing=SPACE.hair)
        self._column.insertLayout(0, self._row)

    def set_options(self, options: Options) -> None:
        """What can be switched, as `(field, words)`."""
        for field, words in options:
            if field not in self._buttons:
                self._add(field)
            self._buttons[field].setText(words)
            self._buttons[field].setAccessibleName(words)

    def _add(self, field: object) -> None:
        button = QPushButton()
        button.setCheckable(True)
        button.setAutoDefault(False)
        restyle(button, kind="mark")
        button.clicked.connect(lambda on: self.changed.emit((field, on)))
        button.toggled.connect(lambda on: button.setIcon(icon("check", "primary") if on else QIcon()))
        self._buttons[field] = button
        self._row.addWidget(button)
        self.setFocusProxy(next(iter(self._buttons.values())))

    def value(self) -> object:
        """Which are on."""
        return {field: button.isChecked() for field, button in self._buttons.items()}

    def set_value(self, value: object) -> None:
        """Show what is stored; tells nobody."""
        self.show_refusal("")
        if isinstance(value, Mapping):
            for field, on in value.items():
                self._buttons[field].setChecked(bool(on))

    def button(self, field: str) -> QPushButton:
        """The switch of one field."""
        return self._buttons[field]

"""The people who are at this desk at times: one press, and they are here."""

from __future__ import annotations

from functools import partial
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reception_desk.i18n import _
from ui.theme import SIZE, SPACE
from ui.widgets.buttons import Button, IconButton
from ui.widgets.fact import Fact
from ui.widgets.flow import FlowLayout


class PeopleFact(Fact):
    """Names to choose from, each with a way to forget it; the value is who is here, and the names.

    Signals:
        changed(name): this one is here.
        remembered(name): offer this name from now on.
        forgotten(name): offer it no longer.
    """

    remembered = Signal(str)
    forgotten = Signal(str)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._value: tuple[str, tuple[str, ...]] = ("", ())
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        self._column.insertWidget(0, self._chips)

    def value(self) -> object:
        """Who is here, and who else could be."""
        return self._value

    def set_value(self, value: object) -> None:
        """Show who is here and the names; tells nobody."""
        if value != self._value:
            self._value = cast("tuple[str, tuple[str, ...]]", value)
            self.retranslate()

    def retranslate(self) -> None:
        """Build the names anew, in the language of the moment."""
        here, names = self._value
        while (old := self._flow.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for name in names:
            self._flow.addWidget(self._chip(name))
        if here and here not in names:
            remember = Button(_("Remember {name}").format(name=here), kind="flat", icon_name="person-add")
            remember.clicked.connect(partial(self.remembered.emit, here))
            self._flow.addWidget(remember)
        self.setVisible(self._flow.count() > 0)
        self._chips.updateGeometry()

    def _chip(self, name: str) -> QWidget:
        chip = QWidget()
        row = QHBoxLayout(chip)
        row.setContentsMargins(0, 0, SPACE.small, 0)
        row.setSpacing(0)
        choose = Button(name)
        choose.clicked.connect(partial(self.changed.emit, name))
        forget = IconButton("close", _("No longer offer {name}").format(name=name))
        forget.setFixedSize(SIZE.target, SIZE.target)
        forget.clicked.connect(partial(self.forgotten.emit, name))
        row.addWidget(choose)
        row.addWidget(forget)
        return chip

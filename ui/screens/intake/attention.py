"""What somebody must look at on a form: what was not understood, what is not taken, what looks odd."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reception_desk.exchange.application import Application
from reception_desk.i18n import _
from ui.icons import IconLabel
from ui.theme import SIZE, SPACE
from ui.widgets.card import Card
from ui.widgets.text import Text

WIDTH: Final = 336


class Attention(QWidget):
    """A column of cards; those without lines are not there."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.large)

    def minimumSizeHint(self) -> QSize:
        """As high as its width asks for; wider it need not be."""
        return QSize(0, 0)

    def show_application(self, application: Application) -> bool:
        """Show what this form leaves to the reader; whether that is anything."""
        while (old := self._column.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        taken = [f"{left.address} {left.label}".strip() for left in application.not_taken]
        left = [str(cell) for cell in application.not_understood]
        self._add(_("Please look"), "", application.warnings, "warning", "soon")
        self._add(_("Not understood"), _("Kept with the visit word for word."), left, "help", "soon")
        reason = _(
            "No form brings a passport number in: write it on the page Invitation, where it is encrypted."
        )
        self._add(_("Left out"), reason, taken, "lock", "muted")
        self._column.addStretch(1)
        return bool(application.warnings or left or taken)

    def _add(self, title: str, note: str, lines: Iterable[str], icon_name: str, colour: str) -> None:
        lines = list(lines)
        if not lines:
            return
        card = Card(title)
        card.set_note(str(len(lines)))
        if note:
            card.body.addWidget(Text(note, "muted", wrap=True))
        for line in lines:
            row = QHBoxLayout()
            row.setSpacing(SPACE.small)
            row.addWidget(IconLabel(icon_name, colour, SIZE.icon - 2), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Text(line, wrap=True), 1)
            card.body.addLayout(row)
        self._column.addWidget(card)

"""Before a sign or placard is printed with names that nobody has confirmed: which, and why all the same (A1.5)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from reception_desk.i18n import _
from ui.icons import IconLabel
from ui.theme import SPACE
from ui.widgets.text import Text


class PaperReason(QWidget):
    """Shown only where it is needed: a sentence for each paper that names the names, one short line to write in.

    Signals:
        entered(): Enter in the line, print it now.
    """

    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._doubts: tuple[str, ...] = ()
        self.warning, self.line = Text("", "body", tone="soon", wrap=True), QLineEdit()
        head = QHBoxLayout()
        head.setSpacing(SPACE.small)
        head.addWidget(IconLabel("warning", "soon"), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.warning, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.small)
        column.addLayout(head)
        column.addWidget(self.line)
        self.line.returnPressed.connect(self.entered)
        self.hide()

    def show_doubts(self, doubts: Sequence[str]) -> None:
        """Say what speaks against printing; nothing hides it."""
        self._doubts = tuple(doubts)
        self.setVisible(bool(doubts))
        self.retranslate()

    def text(self) -> str:
        """The reason that is written; papers that ask for none leave it out."""
        return self.line.text().strip()

    def is_lacking(self) -> bool:
        """Whether a reason is asked for and there is none yet."""
        return bool(self._doubts) and not self.text()

    def clear(self) -> None:
        """It was used, or another visit comes up."""
        self.line.clear()

    def go(self) -> None:
        """Ask for it."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say it in the language of the moment."""
        advice = _("Read back with F6, or say why it is printed all the same.")
        self.warning.setText("\n".join((*self._doubts, advice)))
        self.line.setPlaceholderText(_("Print all the same, because …"))
        self.line.setAccessibleName(_("Reason"))

"""A line of text for which something is proposed: greyed while it is empty, taken with Enter or a click."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget

from reception_desk.i18n import _
from ui.icons import icon
from ui.widgets.fact import TextFact
from ui.widgets.fact_line import FactLine


class ProposedFact(TextFact):
    """What is proposed is not stored until somebody takes it, and never takes the place of what is written."""

    def __init__(self, label: str, *, prompt: str = "", parent: QWidget | None = None) -> None:
        self._proposal, self._own_prompt = "", prompt
        super().__init__(label, prompt=prompt, parent=parent)
        self.taking = QAction(icon("check", "muted"), "", self)
        self.taking.triggered.connect(self.take)
        if isinstance(self._line, QLineEdit):
            self._line.addAction(self.taking, QLineEdit.ActionPosition.TrailingPosition)
        self.retranslate()

    def set_prompt(self, prompt: str) -> None:
        """The quiet line of an empty fact for which nothing is proposed."""
        self._own_prompt = prompt
        self._show_proposal()

    def set_proposal(self, words: str) -> None:
        """Propose something, or nothing."""
        self._proposal = words
        self._show_proposal()

    def proposal(self) -> str:
        """What is proposed, where nothing is written."""
        return "" if self._stored else self._proposal

    def set_value(self, value: object) -> None:
        """Show what is stored; the proposal stands there only while it is nothing."""
        super().set_value(value)
        self._show_proposal()

    def take(self) -> None:
        """Take what is proposed, as if it had been written."""
        if self.proposal() and not self._line.text():
            self._line.replace_text(self._proposal)
            self._save(quietly=False)

    def retranslate(self) -> None:
        """Words of its own in the language of the moment."""
        self.taking.setText(_("Take it (Enter)"))
        self.taking.setToolTip(_("Take it (Enter)"))
        self._show_proposal()

    def _submit(self) -> None:
        self.take()
        super()._submit()

    def _show_proposal(self) -> None:
        if not hasattr(self, "taking"):
            super().set_prompt(self._own_prompt)
            return
        proposed = self.proposal()
        self.taking.setVisible(bool(proposed))
        if isinstance(self._line, FactLine):
            self._line.prompt_ink = "muted" if proposed else "primary"
        if proposed:
            self._line.setPlaceholderText(proposed)
            spoken = _("Proposed: {words}. Enter takes it.").format(words=proposed)
            self._line.setAccessibleDescription(spoken)
        else:
            super().set_prompt(self._own_prompt)
            self._line.setAccessibleDescription("")
        self._line.setToolTip(proposed)
        self._line.update()

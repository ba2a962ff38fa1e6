"""What a guest needs: not asked, asked and none, or what it is; unknown is not none (A1.1e)."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget

from reception_desk.i18n import _
from ui.icons import icon
from ui.widgets.fact import LineFact

NONE_WORDS: Final = frozenset({"无", "没有", "无。", "否", "none", "no", "nothing", "-", "/"})


class NeedFact(LineFact):
    """The value is `None` (not asked), `""` (asked, and none) or what is needed; the button says none at one click."""

    def __init__(self, label: str, *, prompt: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, prompt=prompt, parent=parent)
        self._none = QAction(icon("check", "muted"), "", self)
        self._none.triggered.connect(self._asked_and_none)
        if isinstance(self._line, QLineEdit):
            self._line.addAction(self._none, QLineEdit.ActionPosition.TrailingPosition)
        self.retranslate()

    def retranslate(self) -> None:
        """Words of its own in the language of the moment."""
        self._none.setText(_("Asked: none"))
        self._none.setToolTip(_("Asked: none"))
        if not self._draft.is_dirty():
            self._draft.settle(self._words(self._stored), show=True)

    def set_value(self, value: object) -> None:
        """Show what is stored; the button is there while nobody has asked."""
        super().set_value(value)
        self._none.setVisible(value is None)

    def _asked_and_none(self) -> None:
        self._line.replace_text(_("None"))
        self._save(quietly=False)

    def _words(self, value: object) -> str:
        if value is None:
            return ""
        return str(value) or _("None")

    def _understand(self, text: str) -> object:
        plain = text.strip()
        if not plain:
            return None
        return "" if plain.casefold() in NONE_WORDS or plain == _("None") else plain

"""A name, with those below it who came before while one types: company, title, when they were last here."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from reception_desk.domain.acquaintance import Acquaintance
from ui.models.rows import Row
from ui.screens.visit.fact_suggest import MOST, SuggestFact

Ask = Callable[[str], Sequence[Acquaintance]]


class KnownFact(SuggestFact):
    """A name typed freely, or somebody known chosen.

    Signals:
        recognised(acquaintance): somebody known was chosen; the name stands in the line, stored by the owner.
    """

    recognised = Signal(object)

    def __init__(self, label: str, *, prompt: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, prompt=prompt, parent=parent)
        self._ask: Ask = lambda _words: ()
        self._known: list[Acquaintance] = []

    def set_ask(self, ask: Ask) -> None:
        """Where to ask who is known, by what was typed so far."""
        self._ask = ask

    def known(self) -> list[Acquaintance]:
        """Who stands in the list."""
        return list(self._known)

    def take(self, place: int) -> None:
        """Choose somebody of the list."""
        known = self._known[place]
        self._stored = known.name
        self._draft.settle(known.name, show=True)
        self._close()
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.recognised.emit(known)

    def _look(self) -> None:
        words = self._line.text().strip()
        if self._draft.is_composing():
            return
        is_asking = bool(words) and self._draft.is_dirty() and self._line.hasFocus()
        self._known = list(self._ask(words))[:MOST] if is_asking else []
        self._model.show_rows([_row(place, known) for place, known in enumerate(self._known)])
        self._fit_list()

    def _take(self, _words: str) -> None:
        index: QModelIndex = self.list.currentIndex()
        if index.isValid():
            self.take(index.row())


def _row(place: int, known: Acquaintance) -> Row:
    what = " · ".join(part for part in (known.company, known.title or known.host) if part)
    when = f"{known.last_here:%Y-%m}" if known.last_here else ""
    return Row(key=place, first=known.name, second=what, end=when)

"""A line of text with what is known already below it while one types."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy, QWidget

from ui.models.rows import ROW, Row, RowsModel
from ui.screens.visit.rows import RowDelegate
from ui.theme import SIZE, restyle
from ui.widgets.fact import TextFact
from ui.widgets.fact_line import FactLine

Suggestion = str | tuple[str, str]
"""What is taken, perhaps with what is said beside it."""
Suggest = Callable[[str], Sequence[Suggestion]]
MOST: Final = 5


class SuggestFact(TextFact):
    """Down goes into the list, Enter there takes what is marked, Esc closes it; what is typed freely counts too."""

    def __init__(self, label: str, *, prompt: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, prompt=prompt, parent=parent)
        self._suggest: Suggest = lambda _words: ()
        self._model = RowsModel(self)
        self._made: _Suggestions | None = None
        self._line.installEventFilter(self)
        if isinstance(self._line, FactLine):
            self._line.textChanged.connect(self._look)

    @property
    def list(self) -> _Suggestions:
        """The list below the line, made when there is something to show: a page has many facts, few are written."""
        if self._made is None:
            made = self._made = _Suggestions(self._model)
            made.setAccessibleName(self.label())
            self._column.insertWidget(1, made)
            made.taken.connect(self._take)
            made.given_up.connect(self._give_up)
            made.installEventFilter(self)
        return self._made

    def _fit_list(self) -> None:
        """Show the list as high as its rows; without rows there need be none."""
        if self._made is not None or self._model.rowCount():
            self.list.fit()

    def set_suggest(self, suggest: Suggest) -> None:
        """Where to ask what is known, by what was typed so far."""
        self._suggest = suggest

    def set_label(self, label: str) -> None:
        """Name the fact, for eye and ear."""
        super().set_label(label)
        if getattr(self, "_made", None) is not None:
            self.list.setAccessibleName(label)

    def suggestions(self) -> Sequence[str]:
        """What stands in the list."""
        return [str(self._model.index(row).data(ROW).first) for row in range(self._model.rowCount())]

    def offer(self) -> None:
        """Show what is known before a word is typed."""
        self._show(self._suggest(""))

    def _look(self) -> None:
        """Ask with committed text only; what is stored or written out in full needs no list."""
        words = self._line.text().strip()
        if self._draft.is_composing():
            return
        is_asking = bool(words) and self._draft.is_dirty() and self._line.hasFocus()
        self._show([known for known in self._suggest(words) if known != words] if is_asking else [])

    def _show(self, found: Sequence[Suggestion]) -> None:
        pairs = [(known, "") if isinstance(known, str) else known for known in found[:MOST]]
        self._model.show_rows(
            [Row(key=place, first=known, second=beside) for place, (known, beside) in enumerate(pairs)]
        )
        self._fit_list()

    def _take(self, words: str) -> None:
        self._line.replace_text(words)
        self._close()
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._submit()

    def _give_up(self) -> None:
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._close()

    def _close(self) -> None:
        self._model.show_rows([])
        self._fit_list()

    def _left(self) -> None:
        if self._made is None or not self._made.hasFocus():
            super()._left()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down from the line goes into the list; a list that nobody is at goes away."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self._line:
            if (
                event.key() == Qt.Key.Key_Down
                and not self._model.rowCount()
                and not self._draft.is_composing()
            ):
                self._show(self._suggest(""))
            if event.key() == Qt.Key.Key_Down and self._model.rowCount():
                self.list.setCurrentIndex(self._model.index(0))
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if event.key() == Qt.Key.Key_Escape and self._model.rowCount():
                self._close()
                return True
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            self._on_focus_out(watched, event)
        return super().eventFilter(watched, event)

    def _on_focus_out(self, watched: QObject, event: QFocusEvent) -> None:
        made = self._made
        to_the_list = made is not None and watched is self._line and (made.hasFocus() or made.underMouse())
        if not to_the_list and event.reason() is not Qt.FocusReason.OtherFocusReason:
            self._close()
            if made is not None and watched is made:
                super()._left()


class _Suggestions(QListView):
    """The list below the line, as high as what it holds; no stop for Tab."""

    taken = Signal(str)
    given_up = Signal()

    def __init__(self, model: RowsModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(RowDelegate(self))
        restyle(self, plain="true")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda index: self.taken.emit(index.data(ROW).first))
        self.hide()

    def fit(self) -> None:
        """As high as its rows; nothing hides it."""
        rows = self.model().rowCount()
        self.setFixedHeight(rows * SIZE.row + 2 * SIZE.ring)
        self.setVisible(rows > 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
            and self.currentIndex().isValid()
        ):
            self.taken.emit(self.currentIndex().data(ROW).first)
        elif event.key() == Qt.Key.Key_Escape or (
            event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0
        ):
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

"""The bottom line: the program's quiet voice. What was saved, what can be undone, are backup and sign well."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from ui.icons import IconLabel, icon
from ui.theme import SIZE, SPACE, TYPE, restyle, theme
from ui.widgets.text import Text

LONGEST = 380  # pixels of an undo sentence; the whole of it is in the tip


class StatusLine(QFrame):
    """`say` speaks at the left, `show_undo` offers the way back and forth, `show_state` keeps a lamp at the right."""

    undo_wanted = Signal()
    redo_wanted = Signal()
    history_wanted = Signal()
    state_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        restyle(self, frame="bottom")
        self.setFixedHeight(SIZE.bottom_line)
        self._icon, self._words = IconLabel("check", "done", TYPE.lead), Text("", "caption")
        self._undo, self._redo, self._history = (_quiet(name) for name in ("undo", "redo", "history"))
        self._undo.clicked.connect(self.undo_wanted)
        self._redo.clicked.connect(self.redo_wanted)
        self._history.clicked.connect(self.history_wanted)
        self._states: dict[str, _State] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(SPACE.large, 0, SPACE.large, 0)
        self._row.setSpacing(SPACE.small)
        for widget in (self._icon, self._words, self._history, self._undo, self._redo):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self.say("")

    def say(self, words: str, tone: str = "done") -> None:
        """A sentence at the left: `done` (saved), `plain`, `soon` (a warning) or `late` (refused)."""
        marks = {"done": "check", "plain": "info", "soon": "warning", "late": "error"}
        self._icon.set_icon(marks[tone], "muted" if tone == "plain" else tone)
        self._icon.setVisible(bool(words))
        self._words.setText(words)
        self._words.set_tone(tone if tone in ("soon", "late") else "")
        self._words.setAccessibleName(words)

    def words(self) -> str:
        """What is being said."""
        return self._words.text()

    def show_undo(self, undo: str, redo: str = "") -> None:
        """What Ctrl+Z would take back and Ctrl+Y do again, as whole sentences; nothing hides them."""
        for button, sentence in ((self._undo, undo), (self._redo, redo)):
            shown = button.fontMetrics().elidedText(sentence, Qt.TextElideMode.ElideMiddle, LONGEST)
            button.setText(shown.replace("&", "&&"))
            button.setToolTip(sentence if shown != sentence else "")
            button.setAccessibleName(sentence)
            button.setVisible(bool(sentence))

    def name_history(self, words: str) -> None:
        """What the small clock leads to; nothing hides it."""
        self._history.setToolTip(words)
        self._history.setAccessibleName(words)
        self._history.setVisible(bool(words))

    def show_state(self, key: str, words: str, tone: str = "done") -> None:
        """A lamp with words at the right, kept by its key (`backup`, `sign`); no words take it away."""
        state = self._states.get(key)
        if state is None:
            state = self._states[key] = _State()
            state.clicked.connect(lambda: self.state_chosen.emit(key))
            self._row.addWidget(state)
        state.show_words(words, tone)


def _quiet(icon_name: str) -> QPushButton:
    """A small button of the line, hidden until it has something to say."""
    button = QPushButton(icon(icon_name, "muted"), "")
    button.setIconSize(QSize(TYPE.lead, TYPE.lead))
    restyle(button, kind="quiet-line")
    button.hide()
    return button


class _State(QPushButton):
    """A lamp: drawn filled where all is well, as a ring where it is not, so that colour does not stand alone."""

    def __init__(self) -> None:
        super().__init__()
        self._tone = "done"
        restyle(self, kind="quiet-line")

    def show_words(self, words: str, tone: str) -> None:
        self._tone = tone
        self.setText(f"{words}     " if words else "")
        self.setAccessibleName(words)
        self.setVisible(bool(words))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words, then the lamp behind them."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = theme().colour("muted" if self._tone == "plain" else self._tone)
        radius = SPACE.hair
        centre = self.rect().center()
        centre.setX(self.width() - SPACE.medium)
        painter.setPen(colour)
        painter.setBrush(colour if self._tone == "done" else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, radius, radius)
        painter.end()

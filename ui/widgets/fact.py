"""Facts: read as text, written in place. `changed(value)` when one is to be stored; the owner stores and answers.

The answer is `set_value` (what is stored now, perhaps put straight) or `show_refusal` (one sentence, shown beside the
fact; what was written stays). A fact saves on Enter, when the focus leaves, and after 800 ms of silence; Esc goes back.
Enter goes on to the next fact. Nothing is saved or submitted while an input method is composing.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reception_desk.errors import ReceptionError
from ui.theme import SIZE, SPACE, restyle
from ui.widgets.fact_line import FactArea, FactLine
from ui.widgets.text import Text


class Fact(QWidget):
    """A label, a value, room for a refusal below; what TextFact, ChoiceFact, MomentFact and the others share."""

    changed = Signal(object)

    def __init__(self, label: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = Text(label, "muted", wrap=True)
        # Made when it is first needed: a page has many facts, few are refused.
        self._refusal: Text | None = None
        self._label.setMinimumHeight(SIZE.target)
        self._label.setFixedWidth(SIZE.fact_label)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.small)
        row.addWidget(self._label, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._column, 1)

    def label(self) -> str:
        """What the fact is called."""
        return self._label.text()

    def set_label(self, label: str) -> None:
        """Name the fact (anew)."""
        self._label.setText(label)

    def label_hint(self) -> int:
        """How wide the label wants to be in one line."""
        return self._label.fontMetrics().horizontalAdvance(self._label.text()) + SPACE.hair

    def set_label_width(self, width: int) -> None:
        """Line the values of a group up; 0 hides the label."""
        self._label.setVisible(width > 0)
        self._label.setFixedWidth(width)

    def value(self) -> object:
        """What is stored, as far as this widget knows."""
        raise NotImplementedError

    def set_value(self, value: object) -> None:
        """Show what is stored; tells nobody."""
        raise NotImplementedError

    def edit(self) -> None:
        """Take the focus, as F2 does from outside."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def flush(self) -> None:
        """Save now what is half-written (the window closes)."""

    def is_dirty(self) -> bool:
        """Whether something is written that is not stored."""
        return False

    def show_refusal(self, sentence: str) -> None:
        """Say beside the fact why it was not stored; what was written stays. No sentence takes it back."""
        if self._refusal is None and sentence:
            self._refusal = Text("", "refusal", wrap=True)
            self._refusal.setContentsMargins(SPACE.small + SIZE.ring, 0, 0, SPACE.hair)
            self._column.addWidget(self._refusal)
        if self._refusal is not None:
            self._refusal.setText(sentence)
            self._refusal.setVisible(bool(sentence))

    def refusal(self) -> str:
        """The sentence that stands beside it, or nothing."""
        return self._refusal.text() if self._refusal is not None else ""

    def _go_on(self) -> None:
        self.focusNextPrevChild(True)


class LineFact(Fact):
    """What all written facts have in common: `_words` writes a value, `_understand` reads one."""

    def __init__(
        self,
        label: str,
        *,
        prompt: str = "",
        line: FactLine | FactArea | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, parent=parent)
        self._line = line or FactLine()
        self._draft = self._line.draft
        self._stored: object = None
        self._before: object = None
        self._asked = False
        self._refused_text: str | None = None
        self._draft.submitted.connect(self._submit)
        self._draft.opened.connect(self._opened)
        self._draft.left.connect(self._left)
        self._draft.silent.connect(self._save_quietly)
        self._draft.reverted.connect(self._reverted)
        self._column.insertWidget(0, self._line)
        self.setFocusProxy(self._line)
        self.set_label(label)
        self.set_prompt(prompt)

    def set_label(self, label: str) -> None:
        """Name the fact, for eye and ear."""
        super().set_label(label)
        self._line.setAccessibleName(label)

    def set_prompt(self, prompt: str) -> None:
        """The quiet line of an empty fact, such as "Add passport"."""
        self._line.setPlaceholderText(f"+ {prompt}" if prompt else "–")

    def set_read_only(self, *, read_only: bool) -> None:
        """Text only."""
        self._line.setReadOnly(read_only)
        restyle(self._line, locked="true" if read_only else "false")

    def value(self) -> object:
        """What is stored, as far as this widget knows."""
        return self._stored

    def set_value(self, value: object) -> None:
        """Show what is stored, unless somebody is writing something else; tells nobody."""
        self._asked = False
        self._stored = value
        if self._draft.is_dirty():
            self._draft.settle(self._words(value), show=False)
            return
        self.show_refusal("")
        writing = self._line.hasFocus() and self._means(value)
        self._draft.settle(self._line.text() if writing else self._words(value), show=True)

    def is_dirty(self) -> bool:
        """Whether something is written that is not stored."""
        return self._draft.is_dirty()

    def flush(self) -> None:
        """Save now what is half-written."""
        self._save(quietly=False)

    def discard(self) -> None:
        """Give up what is half-written: another thing is about to be shown."""
        self._draft.revert()

    def show_refusal(self, sentence: str) -> None:
        """Say beside the fact why it was not stored; what was written stays, Esc brings the stored value back."""
        super().show_refusal(sentence)
        restyle(self._line, refused="true" if sentence else "false")
        self._line.setAccessibleDescription(sentence)
        if sentence and self._asked:
            self._asked = False
            self._stored = self._before
            self._refused_text = self._line.text()
            self._draft.settle(self._words(self._stored), show=False)

    def _words(self, value: object) -> str:
        return "" if value is None else str(value)

    def _understand(self, text: str) -> object:
        """The value that the text means; a ReceptionError says why there is none."""
        return text.strip()

    def _means(self, value: object) -> bool:
        try:
            return bool(self._understand(self._line.text()) == value)
        except ReceptionError:
            return False

    def _opened(self) -> None:
        """The focus came."""

    def _left(self) -> None:
        if self._line.text() != self._refused_text:
            self._save(quietly=False)
        if not self._draft.is_dirty():
            self._draft.settle(self._words(self._stored), show=True)

    def _reverted(self) -> None:
        self._refused_text = None
        self.show_refusal("")

    def _save_quietly(self) -> None:
        self._save(quietly=True)

    def _submit(self) -> None:
        self._save(quietly=False)
        if not self.refusal():
            self._go_on()

    def _save(self, *, quietly: bool) -> None:
        """Hand the value out if it is another; a half-written date is no reason to scold."""
        if self._draft.is_composing() or not self._draft.is_dirty():
            return
        try:
            value = self._understand(self._line.text())
        except ReceptionError as refusal:
            if not quietly:
                self.show_refusal(str(refusal))
            return
        self._refused_text = None
        self.show_refusal("")
        self._draft.settle(self._line.text(), show=False)
        if value != self._stored:
            self._asked, self._before, self._stored = True, self._stored, value
            self.changed.emit(value)


class TextFact(LineFact):
    """One line of text; the value is a `str`, `""` for nothing."""

    def __init__(self, label: str, *, prompt: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, prompt=prompt, parent=parent)
        self._stored = ""


class LongTextFact(LineFact):
    """Several lines of text; Enter is a new line, Ctrl+Enter goes on."""

    def __init__(self, label: str, *, prompt: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, prompt=prompt, line=FactArea(), parent=parent)
        self._stored = ""

    def _understand(self, text: str) -> object:
        return text.rstrip()

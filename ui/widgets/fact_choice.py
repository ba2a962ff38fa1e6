"""Facts that are chosen: from a list, or 要 / 否 / 未确认."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from reception_desk.i18n import _
from ui.theme import restyle
from ui.widgets.fact import Fact
from ui.widgets.segmented import Segmented

Options = Sequence[tuple[object, str]]


class ChoiceFact(Fact):
    """One of `(value, words)`; click, F2, Space or a letter opens the list, Enter goes on. `None`: not chosen."""

    def __init__(
        self, label: str, options: Options = (), *, prompt: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(label, parent=parent)
        self._options: list[tuple[object, str]] = []
        self._stored: object = None
        self._before: object = None
        self._prompt = prompt
        self._button = _Choice(self)
        self._button.clicked.connect(lambda _checked: self.open_list())
        self._column.insertWidget(0, self._button)
        self.setFocusProxy(self._button)
        self.set_options(options)

    def set_options(self, options: Options) -> None:
        """What can be chosen."""
        self._options = list(options)
        self._show()

    def set_label(self, label: str) -> None:
        """Name the fact, for eye and ear."""
        super().set_label(label)
        self._show()

    def set_prompt(self, prompt: str) -> None:
        """The quiet line while nothing is chosen."""
        self._prompt = prompt
        self._show()

    def set_read_only(self, *, read_only: bool) -> None:
        """Text only."""
        self._button.setEnabled(not read_only)

    def value(self) -> object:
        """What is chosen."""
        return self._stored

    def set_value(self, value: object) -> None:
        """Show what is stored; tells nobody."""
        self._stored = self._before = value
        self.show_refusal("")
        self._show()

    def edit(self) -> None:
        """Take the focus and open the list."""
        super().edit()
        self.open_list()

    def show_refusal(self, sentence: str) -> None:
        """Say beside the fact why it was not stored; the choice goes back."""
        super().show_refusal(sentence)
        restyle(self._button, refused="true" if sentence else "false")
        self._button.setAccessibleDescription(sentence)
        if sentence:
            self._stored = self._before
            self._show()

    def open_list(self, typed: str = "") -> None:
        """Show what can be chosen, below the fact; `typed`: the letter that opened it looks for its word."""
        menu = self.menu()
        if typed:
            menu.look_for(typed)
        menu.popup(self._button.mapToGlobal(QPoint(0, self._button.height())))

    def menu(self) -> ChoiceMenu:
        """The list as a menu; it goes when it closes."""
        menu = ChoiceMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setMinimumWidth(self._button.width())
        group = QActionGroup(menu)
        for value, words in self._options:
            action = QAction(words.replace("&", "&&"), group)
            action.setCheckable(True)
            action.setChecked(value == self._stored)
            action.triggered.connect(lambda _checked=False, value=value: self._choose(value))
            menu.addAction(action)
            if value == self._stored:
                menu.setActiveAction(action)
        return menu

    def _choose(self, value: object) -> None:
        if value == self._stored:
            return
        self._before, self._stored = self._stored, value
        self.show_refusal("")
        self._show()
        self.changed.emit(value)

    def _show(self) -> None:
        words = next((words for value, words in self._options if value == self._stored), "")
        self._button.setText((words or f"+ {self._prompt}").replace("&", "&&"))
        self._button.setAccessibleName(f"{self.label()}: {words}" if words else self.label())
        restyle(self._button, empty="false" if words else "true")


class ChoiceMenu(QMenu):
    """What is typed marks the first word that begins so, by its pinyin or initials too; Enter takes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._typed = ""

    def look_for(self, letters: str) -> None:
        """Mark the word that begins with all that was typed, else with these letters alone."""
        for typed in (self._typed + letters, letters):
            found = next((action for action in self.actions() if _begins(action.text(), typed)), None)
            if found is not None:
                self._typed = typed
                self.setActiveAction(found)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters look for their word; everything else is the menu's."""
        if event.text().isalnum() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self.look_for(event.text())
        else:
            super().keyPressEvent(event)


def _begins(words: str, typed: str) -> bool:
    plain = words.replace("&&", "&").casefold()
    wanted = typed.casefold()
    if plain.startswith(wanted):
        return True
    if plain.isascii() or not wanted.isascii():
        return False
    from pypinyin import Style, lazy_pinyin

    spelled = lazy_pinyin(plain, style=Style.NORMAL)
    return "".join(spelled).startswith(wanted) or "".join(word[:1] for word in spelled).startswith(wanted)


class _Choice(QPushButton):
    """What shows the choice."""

    def __init__(self, fact: ChoiceFact) -> None:
        super().__init__()
        self._fact = fact
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        restyle(self, kind="fact")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on; F2, F4, Down and letters open the list."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextPrevChild(True)
        elif key in (Qt.Key.Key_F2, Qt.Key.Key_Down, Qt.Key.Key_F4) or (
            event.text().isalnum() and not event.modifiers()
        ):
            self._fact.open_list(event.text())
        else:
            super().keyPressEvent(event)


YES, NO, UNCONFIRMED = "yes", "no", "unconfirmed"


class AnswerFact(Fact):
    """要 / 否 / 未确认: the value is `yes`, `no` or `unconfirmed`; Left and Right choose, Enter goes on."""

    def __init__(self, label: str, *, parent: QWidget | None = None) -> None:
        super().__init__(label, parent=parent)
        self._before: object = UNCONFIRMED
        self._choice = Segmented([(YES, ""), (NO, ""), (UNCONFIRMED, "")])
        self._choice.chosen.connect(self._choose)
        self._choice.left.connect(self._go_on)
        row = QHBoxLayout()
        row.addWidget(self._choice)
        row.addStretch(1)
        self._column.insertLayout(0, row)
        self.setFocusProxy(self._choice)
        self.retranslate()

    def set_label(self, label: str) -> None:
        """Name the question, for eye and ear."""
        super().set_label(label)
        self._choice.set_name(label)

    def set_read_only(self, *, read_only: bool) -> None:
        """The answer alone."""
        self._choice.setEnabled(not read_only)

    def retranslate(self) -> None:
        """The three answers in the language of the moment."""
        self._choice.set_words([_("Wanted"), _("Not wanted"), _("Not confirmed")])
        self._choice.set_name(self.label())

    def value(self) -> object:
        """What is chosen."""
        return self._choice.value()

    def set_value(self, value: object) -> None:
        """Show what is stored; tells nobody."""
        self._before = value
        self.show_refusal("")
        self._choice.set_value(value)

    def show_refusal(self, sentence: str) -> None:
        """Say beside the fact why it was not stored; the answer goes back."""
        super().show_refusal(sentence)
        if sentence:
            self._choice.set_value(self._before)

    def _choose(self, value: object) -> None:
        if value == self._before:
            return
        self.show_refusal("")
        self.changed.emit(value)
        if not self.refusal():
            self._before = value

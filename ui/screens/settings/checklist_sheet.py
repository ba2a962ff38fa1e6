"""One item of the checklist in the side sheet: each fact saves by itself."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reception_desk.domain.checklist import Anchor, ChecklistLine, Condition, Owner, Phase
from reception_desk.domain.quantity import Per
from reception_desk.i18n import _
from reception_desk.services.checklists import FIELD_WORDS, RULE
from ui.screens.settings.fact_factor import FactorFact
from ui.screens.settings.fact_offset import OffsetFact
from ui.theme import SPACE
from ui.widgets.buttons import Button, IconButton
from ui.widgets.fact import Fact, LineFact, LongTextFact, TextFact
from ui.widgets.fact_choice import ChoiceFact
from ui.widgets.fact_group import FactGroup
from ui.widgets.text import Text

CHOICES: Final[dict[str, tuple[Phase | Anchor | Owner | Condition | Per, ...]]] = {
    "phase": tuple(Phase),
    "anchor": tuple(Anchor),
    "owner": tuple(Owner),
    "condition": tuple(Condition),
    "per": tuple(Per),
}


class _WordsFact(LongTextFact):
    """Words that are shown in as many lines as they need, and are one line all the same."""

    def _understand(self, text: str) -> object:
        return " ".join(text.split())


class ChecklistSheet(QWidget):
    """Facts of an item.

    Signals:
        stored(field, value): to be stored.
        moved(by), hide_wanted(), copy_wanted(): the buttons.
    """

    stored = Signal(str, object)
    moved = Signal(int)
    hide_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.code = ""
        self._hidden = False
        self.facts: dict[str, Fact] = {
            "zh": _WordsFact(""),
            "en": _WordsFact(""),
            "phase": ChoiceFact(""),
            "anchor": ChoiceFact(""),
            "offset": OffsetFact(""),
            "owner": ChoiceFact(""),
            "condition": ChoiceFact(""),
            "per": ChoiceFact(""),
            "factor": FactorFact(""),
            "clauses": TextFact(""),
        }
        self._group, self._hint = FactGroup(), Text("", "muted", wrap=True)
        for field, fact in self.facts.items():
            self._group.add(fact)
            fact.changed.connect(partial(self.stored.emit, field))
        self._copy, self.hide_button = Button("", icon_name="copy"), Button("")
        self._up, self._down = IconButton("arrow-up", ""), IconButton("arrow-down", "")
        self._copy.clicked.connect(self.copy_wanted)
        self.hide_button.clicked.connect(self.hide_wanted)
        self._up.clicked.connect(lambda: self.moved.emit(-1))
        self._down.clicked.connect(lambda: self.moved.emit(1))
        self._build()
        self.retranslate()

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(SPACE.small)
        for button in (self._copy, self.hide_button, self._up, self._down):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, SPACE.medium, 0)
        column.setSpacing(SPACE.medium)
        column.addWidget(self._group)
        column.addWidget(self._hint)
        column.addLayout(row)
        column.addStretch(1)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        for field, fact in self.facts.items():
            fact.set_label(_(FIELD_WORDS[field]))
            if isinstance(fact, ChoiceFact):
                words: list[tuple[object, str]] = [(word, word.words()) for word in CHOICES[field]]
                fact.set_options([(None, _("Not counted")), *words] if field == "per" else words)
        self._group.line_up()
        due = _(
            "Due: write it like “2 days before”, “3 working days after”, “30 minutes before”, “half a day before” "
            "or “at that time”."
        )
        many = _("How many each: write it like 1, 2 or 0.5; what comes out is rounded up.")
        self._hint.setText(f"{due}\n{many}")
        self._copy.setText(_("Copy"))
        self.hide_button.setText(_("Use again") if self._hidden else _("Do not use"))
        self._up.set_words(_("Move up"))
        self._down.set_words(_("Move down"))

    def show_line(self, line: ChecklistLine) -> None:
        """Show an item; what is half-written of the same one stays."""
        other = line.code != self.code
        self.code, self._hidden = line.code, line.hidden
        for field, fact in self.facts.items():
            if other and isinstance(fact, LineFact):
                fact.discard()
            fact.set_value(_value(line, field))
        self.hide_button.setText(_("Use again") if line.hidden else _("Do not use"))

    def flush(self) -> None:
        """Save what is half-written."""
        self._group.flush()


def _value(line: ChecklistLine, field: str) -> object:
    """What a fact shows of an item."""
    if field in RULE:
        return getattr(line.rule, field, None)
    return ", ".join(line.clauses) if field == "clauses" else getattr(line, field)

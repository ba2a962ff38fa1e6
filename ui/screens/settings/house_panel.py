"""The facts of one entry of a list, beside the list: written in place, retired, removed."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from ui.clock import Clock
from ui.screens.settings.house_kinds import ListKind
from ui.screens.visit.fact_form import FactForm
from ui.screens.visit.saving import save_fact
from ui.theme import SIZE, SPACE
from ui.widgets.buttons import Button, IconButton
from ui.widgets.card import Card
from ui.widgets.scroll import Scroll
from ui.widgets.text import Text

WIDTH = SIZE.sheet - 2 * SPACE.huge - SPACE.large


class HousePanel(Card):
    """One entry, or the one that is being added.

    Signals:
        changed(entry_id): it was stored; 0: it is gone.
        closed(): somebody has done with it.
    """

    changed = Signal(int)
    closed = Signal()

    def __init__(self, desk: ReceptionDesk, clock: Clock, listed: ListKind) -> None:
        super().__init__(" ")
        self._desk, self._clock, self._listed = desk, clock, listed
        self.entry: Any = None
        self.form = FactForm(listed.kind.__tablename__, listed.for_desk(desk), clock)
        self.retire, self.remove = Button(""), Button("", kind="flat", icon_name="delete")
        self.close_button = IconButton("close", "")
        self.refusal = Text("", "refusal", wrap=True)
        self.form.wanted.connect(self._on_wanted)
        self.retire.clicked.connect(self._on_retire)
        self.remove.clicked.connect(self.take_out)
        self.close_button.clicked.connect(self.closed)
        self._build()
        self.retranslate()

    def _build(self) -> None:
        self.setFixedWidth(WIDTH)
        self.add_action(self.close_button)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, SPACE.small, 0, 0)
        foot.addWidget(self.retire)
        foot.addWidget(self.remove)
        foot.addStretch(1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, SPACE.hair, 0)
        for widget in (self.form, self._foot, self.refusal):
            column.addWidget(widget)
        column.addStretch(1)
        self.refusal.hide()
        self.body.addWidget(Scroll(inside))

    @property
    def entry_id(self) -> int:
        """Whose facts are shown; 0 while one is being added."""
        return self.entry.id if self.entry is not None else 0

    def begin(self) -> None:
        """Show the empty facts of a new entry, the hand at its name."""
        self.flush()
        self.entry = None
        self.form.reset(self._listed.values(self._listed.empty()))
        self._show()
        self.go_to()

    def show_entry(self, entry: Any) -> None:
        """Show an entry, or the same one as read anew."""
        if entry.id != self.entry_id:
            self.form.reset({})
            self._refuse("")
        self.entry = entry
        self.form.show_values(self._listed.values(entry))
        self._show()

    def is_unfinished(self) -> bool:
        """Whether something is written of a new entry that has no name yet; its name says so then."""
        written = [fact for fact in self.form.facts() if fact.is_dirty()]
        if self.entry is not None or not written:
            return False
        name = self.form.fields()[0]
        if self.form.fact(name) not in written:
            self.form.show_refusal(name, _("Without this nothing is kept; press Esc again to give it up."))
        return True

    def give_up(self) -> None:
        """Forget what was written of a new entry."""
        self.form.reset(self._listed.values(self._listed.empty()))

    def go_to(self, field: str = "") -> None:
        """Put the hand at a fact, the name where none is told."""
        self.form.go_to(field or self.form.fields()[0])

    def flush(self) -> None:
        """Save what is half-written."""
        self.form.flush()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.form.retranslate()
        self.remove.setText(_("Delete"))
        self.close_button.set_words(_("Close"))
        self._show()

    def _show(self) -> None:
        is_there = self.entry is not None
        name = str(getattr(self.entry, self.form.fields()[0])) if is_there else _(self._listed.new)
        self.set_title(name)
        self._foot.setVisible(is_there)
        is_active = not is_there or self.entry.is_active
        self.retire.setText(_("No longer offer") if is_active else _("Offer again"))
        self.set_note("" if is_active else _("Not offered"))

    def _on_wanted(self, field: str, value: object) -> None:
        if isinstance(value, tuple):  # a flag: which one, and whether it is on
            field, value = cast("tuple[str, object]", value)
        is_new = self.entry is None
        if save_fact(self.form, field, lambda: self._save(field, value)):
            if is_new:  # what was written before the name, and refused
                self.form.flush()
            self.changed.emit(self.entry_id)

    def _save(self, field: str, value: object) -> None:
        house, kind, now = self._desk.house, self._listed.kind, self._clock()
        if self.entry is None:
            made = house.add(kind, now, **{field: value})
            self.entry = house.get(kind, made)
        else:
            house.change(kind, self.entry_id, now, **{field: value})

    def _on_retire(self) -> None:
        house = self._desk.house
        act = house.retire if self.entry.is_active else house.offer_again
        self.flush()
        act(self._listed.kind, self.entry_id, self._clock())
        self._refuse("")
        self.changed.emit(self.entry_id)

    def take_out(self) -> None:
        """Remove the entry, or say what holds it."""
        if self.entry is None:
            return
        try:
            self._desk.house.remove(self._listed.kind, self.entry_id, self._clock())
        except ReceptionError as refusal:
            self._refuse(str(refusal))
            return
        self.form.reset({})
        self.entry = None
        self.changed.emit(0)

    def _refuse(self, sentence: str) -> None:
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that no fact wanted goes back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

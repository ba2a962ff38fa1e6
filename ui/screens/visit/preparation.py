"""The preparation: items by phase, late and next at a glance, ticked with Space."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QVBoxLayout

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.gaps import item_field
from reception_desk.domain.plan import PlannedItem
from reception_desk.domain.second_confirmation import FIELD
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _, current_language
from ui.models.item_acts import ASSIGNEE, HURRY, NOTE, REASON, TICK
from ui.models.preparation import Column, PreparationModel, Show, due_note
from ui.screens.screen import Clock
from ui.screens.visit.preparation_rows import DueDelegate
from ui.screens.visit.preparation_view import ItemsView, chosen_words
from ui.screens.visit.second_confirmation import ConfirmationCard
from ui.screens.visit.second_confirmation_walk import ConfirmationWalk
from ui.screens.visit.section import Section
from ui.theme import SPACE
from ui.widgets.buttons import Button
from ui.widgets.segmented import Segmented
from ui.widgets.text import Text


class PreparationSection(Section):
    """The list with its filter above and what can be done with an item below."""

    name, word = "preparation", N_("Preparation")

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self.model = PreparationModel(desk, clock, self)
        self.confirmation = ConfirmationCard()
        self.walk = ConfirmationWalk(desk, clock)
        self.walk.hide()
        self.filter = Segmented([(show, "") for show in Show])
        self.items = ItemsView(self.model)
        self._due = DueDelegate(self.items)
        self.items.setItemDelegateForColumn(Column.DUE, self._due)
        self.tick, self.note, self.due, self.leave_out, self.delegate, self.hurry = (
            Button("", kind="flat") for _number in range(6)
        )
        self.newer = Button("", kind="link")
        self.newer.hide()
        self._said = Text("", "muted")
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self.filter.set_value(Show.ALL)
        bar, head = QHBoxLayout(), QHBoxLayout()
        bar.setSpacing(SPACE.small)
        head.addWidget(self.filter)
        head.addStretch(1)
        head.addWidget(self.newer)
        for button, _do in self._acts():
            bar.addWidget(button)
        bar.addWidget(self._said, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.hair, 0, 0)
        column.setSpacing(SPACE.small)
        column.addWidget(self.confirmation)
        column.addLayout(head)
        column.addWidget(self.items, 1)
        column.addLayout(bar)

    def _connect(self) -> None:
        self.confirmation.wanted.connect(self._walk_through)
        self.walk.changed.connect(self.changed)
        self.walk.refused.connect(self.refused)
        self.walk.over.connect(self._on_walked)
        self._connect_items()

    def _connect_items(self) -> None:
        self.model.settled.connect(self._on_settled)
        self.model.refused.connect(self._on_refused)
        self.filter.chosen.connect(self._on_filter)
        self.items.toggle_wanted.connect(self._toggle)
        self.items.note_wanted.connect(self._write_note)
        self.items.reason_wanted.connect(self._write_reason)
        self.items.delegate_wanted.connect(self._write_name)
        self.items.due_wanted.connect(self._write_due)
        self.items.hurry_wanted.connect(self._write_hurry)
        self.items.delegate.set_suggest(self.desk.tasks.people_like)
        self.items.customContextMenuRequested.connect(self._open_menu)
        self.items.selectionModel().selectionChanged.connect(lambda *_: self._show_acts())
        self.newer.clicked.connect(self._take_newest)
        for button, do in self._acts():
            button.clicked.connect(do)

    def _acts(self) -> tuple[tuple[Button, Callable[[], None]], ...]:
        return (
            (self.tick, self._toggle),
            (self.note, self._write_note),
            (self.due, self._write_due),
            (self.leave_out, self._write_reason),
            (self.delegate, self._write_name),
            (self.hurry, self._write_hurry),
        )

    def show_visit(self, visit_id: int) -> None:
        """Read this visit and show its items; the chosen one stays chosen."""
        is_new, chosen = visit_id != self.visit_id, self._chosen()
        self.visit_id = visit_id
        visit = self.read(visit_id)
        self._kept(chosen, lambda: self.model.show_visit(visit))
        self._show_round()
        self.newer.setVisible(
            visit.actual_departure_at is None and self.desk.preparation.has_newer_checklist(visit)
        )
        if is_new:
            self._choose_first()
        self._name_filter()
        self._show_acts()

    def _chosen(self) -> str:
        item = self.model.item(self.items.currentIndex())
        return item_field(item) if item else ""

    def _kept(self, chosen: str, show: Callable[[], None]) -> None:
        show()
        index = self.model.index_of(chosen)
        if chosen and index.isValid() and index != self.items.currentIndex():
            self.items.setCurrentIndex(index)

    def _choose_first(self) -> None:
        """Begin at the first open item; a new visit is read from there."""
        for row in range(self.model.rowCount()):
            phase = self.model.index(row, 0)
            for place in range(self.model.rowCount(phase)):
                index = self.model.index(place, 0, phase)
                item = self.model.item(index)
                if item is not None and item.is_open:
                    self.items.setCurrentIndex(index)
                    self.items.scrollTo(phase)
                    return

    def _show_round(self) -> None:
        found = self.desk.second_confirmation.round(self.visit_id, self.clock())
        self.confirmation.show_round(found)
        self.walk.show_round(found)

    def _walk_through(self, aspect: str = "") -> None:
        """Open the walk through people, place and vehicle, at one of them or at the first that is open."""
        if self.visit_id:
            self._show_round()
            self.walk.begin(aspect)
            self.details_wanted.emit(_("Second confirmation"), self.walk)
            self.walk.take_focus()

    def _on_walked(self, sentence: str) -> None:
        self.details_over.emit()
        self.said.emit(sentence)

    def go_to(self, field: str) -> None:
        """Choose the item of a code, whatever the filter; or begin the second confirmation."""
        name, _colon, aspect = field.partition(":")
        if name == FIELD:
            self._walk_through(aspect)
            return
        if not self.model.index_of(field).isValid():
            self.filter.set_value(Show.ALL)
            self.model.show_only(Show.ALL)
        index = self.model.index_of(field)
        if index.isValid():
            self.items.setCurrentIndex(index)
            self.items.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
            self.items.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggle(self) -> None:
        self.model.change(self.items.chosen(), None, TICK)

    def _take_newest(self) -> None:
        if not self.visit_id:
            return
        try:
            self.desk.preparation.take_newest_checklist(self.visit_id, self.clock())
        except ReceptionError as refusal:
            self._on_refused(str(refusal))
            return
        self.show_visit(self.visit_id)
        self.changed.emit()

    def _write_note(self) -> None:
        self.items.write(NOTE)

    def _write_reason(self) -> None:
        if self.leave_out.isEnabled():
            self.items.write(REASON)

    def _write_name(self) -> None:
        if self.delegate.isEnabled():
            self.items.write(ASSIGNEE)

    def _write_due(self) -> None:
        item = self.model.item(self.items.currentIndex())
        if item is not None and item.is_open:
            self.items.edit(self.items.currentIndex().siblingAtColumn(Column.DUE))

    def _write_hurry(self) -> None:
        item = self.model.item(self.items.currentIndex())
        if item is not None and item.is_late(self.clock()):
            self.items.write(HURRY)

    def _on_filter(self, show: object) -> None:
        self._kept(self._chosen(), lambda: self.model.show_only(Show(str(show))))
        self._show_acts()

    def _on_settled(self) -> None:
        self._said.setText("")
        self._name_filter()
        self._show_acts()
        self.changed.emit()

    def _on_refused(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.set_tone("late")
        self.refused.emit(sentence)

    def _show_acts(self) -> None:
        """Name what Space would do, and offer only what is possible."""
        item = self.model.item(self.items.currentIndex())
        chosen = [one for index in self.items.chosen() if (one := self.model.item(index)) is not None]
        is_open = any(one.is_open for one in chosen)
        self.tick.setText(_("Tick off  Space") if not chosen or is_open else _("Open again  Space"))
        self.tick.setEnabled(bool(chosen))
        self.note.setEnabled(bool(chosen))
        for button in (self.leave_out, self.delegate):
            button.setEnabled(is_open)
        self.due.setEnabled(item is not None and item.is_open)
        is_late = item is not None and item.is_late(self.clock())
        self.leave_out.setText(_("Drop  Del") if is_late else _("Does not apply  Del"))
        self.hurry.setVisible(is_late)
        self._said.setText(chosen_words(len(chosen)) if len(chosen) > 1 else _about(item) if item else "")
        self._said.set_tone("")
        if item is not None:
            self._said.setToolTip(item.text(current_language()))

    def _open_menu(self, place: QPoint) -> None:
        self.items.open_menu(place, self._acts())

    def _name_filter(self) -> None:
        words = {Show.ALL: _("All"), Show.OPEN: _("To do"), Show.LATE: _("Late")}
        self.filter.set_words([f"{words[show]} {self.model.count(show)}" for show in Show])

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.confirmation.retranslate()
        self.walk.retranslate()
        self.filter.set_name(_("Which items are shown"))
        self.items.setAccessibleName(_("Preparation"))
        self.newer.setText(_("The checklist has changed since: use the new one here"))
        self.note.setText(_("Note  F2"))
        self.due.setText(_("Due  F4"))
        self.hurry.setText(_("Hurry  H"))
        self.delegate.setText(_("Delegate  Ctrl+D"))
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        owners = ("Matching department", "HR and admin")
        self.items.fit_columns(
            {
                Column.STANDING: _("Done · {person}").format(person="欧阳晓云"),
                Column.DUE: "12-28 {day} 22:58".format(day=_("Wed")),
                Column.OWNER: max((_(words) for words in owners), key=len),
            },
            pictured=(Column.STANDING, Column.DUE, Column.OWNER),
        )
        self._name_filter()
        self._show_acts()


def _about(item: PlannedItem) -> str:
    """What is said below about an item: its clauses, and what is to be known of its due time."""
    clauses = " ".join(item.line.clauses)
    said = (_("Clause {clauses}").format(clauses=clauses) if clauses else "", due_note(item))
    return " · ".join(part for part in said if part)

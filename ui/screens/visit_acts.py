"""What can be done with a whole visit, from its head, the list and the palette: move, copy, cancel, delete."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.visit import VisitState
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _
from ui.clock import Clock
from ui.widgets.side_sheet import SideSheet

if TYPE_CHECKING:  # a sheet is imported when it is first wanted
    from ui.screens.acts.act_sheet import ActSheet


@dataclass(frozen=True)
class VisitAct:
    """One act: its name, its words (a msgid), its icon."""

    name: str
    msgid: str
    icon: str


DELAY: Final = VisitAct("delay", N_("Something has changed…"), "clock")
RESCHEDULE: Final = VisitAct("reschedule", N_("Move to another day…"), "calendar")
COPY: Final = VisitAct("copy", N_("Copy the visit…"), "copy")
CANCEL: Final = VisitAct("cancel", N_("Cancel the visit…"), "close")
TAKE_UP: Final = VisitAct("take_up_again", N_("Take the visit up again"), "redo")
DELETE: Final = VisitAct("delete", N_("Delete the visit"), "delete")
ACTS: Final = (DELAY, RESCHEDULE, COPY, CANCEL, TAKE_UP, DELETE)


def acts_for(state: VisitState) -> list[VisitAct]:
    """What can be done with a visit in that state."""
    if state is VisitState.CANCELLED:
        return [TAKE_UP, COPY, DELETE]
    return [DELAY, RESCHEDULE, COPY, CANCEL, DELETE]


def menu_of_acts(parent: QWidget, state: VisitState, tell: Callable[[str], None]) -> QMenu:
    """A menu with these acts; it goes when it closes. `tell` is told the name of the one chosen."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for act in acts_for(state):
        menu.addAction(_(act.msgid)).triggered.connect(_teller(tell, act.name))
    return menu


def _teller(tell: Callable[[str], None], name: str) -> Callable[[], None]:
    return lambda: tell(name)


class VisitActs(QObject):
    """The acts with their sheets, over the screen of the moment. Sheets are made when first wanted.

    Signals:
        done(sentence): something was done, facts are others now.
        refused(sentence): it was refused.
        visit_wanted(visit_id, section): show this visit.
    """

    done = Signal(str)
    refused = Signal(str)
    visit_wanted = Signal(int, str)

    def __init__(
        self, desk: ReceptionDesk, clock: Clock, room: QWidget, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._clock = desk, clock
        self.sheet = SideSheet(room)
        self._sheets: dict[str, ActSheet] = {}

    def do(self, name: str, visit_id: int | None) -> None:
        """Do an act by its name, or ask in its sheet first."""
        if visit_id is None:
            self.refused.emit(_("Open a visit first, or choose one in the list."))
            return
        try:
            if name == DELETE.name:
                self._delete(visit_id)
            elif name == TAKE_UP.name:
                clashes = self._desk.visits.take_up_again(visit_id, self._clock())
                self.done.emit(_("Took the visit up again"))
                if clashes:
                    self.refused.emit(" ".join(clashes))
            else:
                self._open(name, visit_id)
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))

    def show_menu(self, visit_id: int, where: QPoint) -> None:
        """Show what can be done with a visit of a list, at that place of the screen."""
        try:
            state = self._desk.visits.get(visit_id).state
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
            return
        menu_of_acts(self.sheet, state, lambda name: self.do(name, visit_id)).popup(where)

    def offer_delete(self, table: QAbstractItemView, at_hand: Callable[[], int | None]) -> None:
        """Let Del in a table of visits delete the one at hand."""
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(lambda: self.do(DELETE.name, at_hand()))

    def _delete(self, visit_id: int) -> None:
        number = self._desk.visits.get(visit_id).number
        self._desk.bin.delete(visit_id, self._clock())
        sentence = _("Deleted visit {number}; it lies in the bin for 30 days.")
        self.done.emit(sentence.format(number=number))

    def _open(self, name: str, visit_id: int) -> None:
        visit = self._desk.visits.get(visit_id)
        sheet = self.of(name)
        sheet.begin(visit)
        self.sheet.open(sheet.title(), sheet)
        sheet.form.go_to(sheet.form.fields()[0])

    def of(self, name: str) -> ActSheet:
        """The sheet of an act."""
        if name not in self._sheets:
            self._sheets[name] = self._made(name)
            self._sheets[name].done.connect(self._on_done)
        return self._sheets[name]

    def _made(self, name: str) -> ActSheet:
        from ui.screens.acts.cancel import CancelSheet
        from ui.screens.acts.copy import CopySheet
        from ui.screens.acts.delay import DelaySheet
        from ui.screens.acts.reschedule import RescheduleSheet

        if name == COPY.name:
            copying = CopySheet(self._desk, self._clock)
            copying.made.connect(self._on_copied)
            return copying
        kinds = {RESCHEDULE.name: RescheduleSheet, DELAY.name: DelaySheet, CANCEL.name: CancelSheet}
        return kinds[name](self._desk, self._clock)

    def _on_copied(self, visit_id: int) -> None:
        self.visit_wanted.emit(visit_id, "")

    def _on_done(self, sentence: str) -> None:
        self.sheet.close_sheet()
        self.done.emit(sentence)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.sheet.set_close_words(_("Close"))
        for sheet in self._sheets.values():
            sheet.retranslate()

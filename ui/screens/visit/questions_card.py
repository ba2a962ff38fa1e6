"""Questions that the guests will likely ask, with our answers; those of earlier visits are offered (A5.3)."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.question import Question
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from reception_desk.services.background import AskedBefore
from ui.models.questions import QuestionsModel
from ui.models.rows import Row, RowsModel
from ui.screens.screen import Clock
from ui.screens.visit.guests import GuestsView
from ui.screens.visit.part_card import PartCard
from ui.screens.visit.rows import RowsView
from ui.widgets.text import Text


class OffersView(RowsView):
    """Rows that are taken with Enter or a click; nothing is removed from here."""

    def menu_for(self, key: int) -> QMenu:
        """What can be done with an offer."""
        menu = QMenu(self)
        menu.addAction(_("Take over"), lambda: self.opened.emit(key))
        return menu


class QuestionsCard(PartCard):
    """The questions in their order; below them what was asked before."""

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(Question, desk, clock)
        self._offers = RowsModel(self)
        self.offers, self._asked_before = OffersView(self._offers), Text("", "muted")
        self.body.insertWidget(self.body.count() - 1, self._asked_before)
        self.body.insertWidget(self.body.count() - 1, self.offers)
        self.offers.opened.connect(self.take)
        self._say_offers()

    def _view(self, model: RowsModel) -> RowsView:
        self._ordered = QuestionsModel(self.desk, self.clock, self)
        self._ordered.moved.connect(self.changed)
        self._ordered.refused.connect(self.refused)
        self._model = self._ordered
        return GuestsView(self._ordered)

    def show_visit(self, visit: Visit) -> None:
        """Show the questions of a visit as read, and what was asked before."""
        self._model = self._ordered
        super().show_visit(visit)
        self.set_note(str(len(visit.questions)) if visit.questions else "")
        offered = self.desk.background.questions_before(visit.id)
        self._offers.show_rows([_offer(one) for one in offered])
        self._asked_before.setVisible(bool(offered))

    def take(self, question_id: int) -> None:
        """Take a question of an earlier visit over."""
        if self.visit is None:
            return
        try:
            self.desk.background.take_question(self.visit.id, question_id, self.clock())
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
            return
        self.changed.emit()

    def _say_offers(self) -> None:
        self._asked_before.setText(_("Asked before; Enter or a click takes it over"))
        self.offers.setAccessibleName(_("Questions of earlier visits"))

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        super().retranslate()
        self.rows.setToolTip(_("Drag, or Alt+Up and Alt+Down, to change the order"))
        if hasattr(self, "offers"):
            self._say_offers()


def _offer(one: AskedBefore) -> Row:
    when = f"{one.day:%Y-%m}" if one.day else ""
    return Row(
        key=one.id,
        icon="add",
        first=" ".join(one.question.split()),
        end=" ".join(filter(None, (_("by them") if one.by_them else "", when))),
    )

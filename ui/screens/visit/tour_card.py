"""The tour: stops in their order, how long they take beside the time there is; earlier ones are offered (A4.3)."""

from __future__ import annotations

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.tour import TourStop
from reception_desk.domain.tour_time import tour_time
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from ui.models.rows import Row, RowsModel
from ui.models.tour import TourModel, is_of_interest, minutes_words
from ui.screens.screen import Clock
from ui.screens.visit.guests import GuestsView
from ui.screens.visit.part_card import PartCard
from ui.screens.visit.questions_card import OffersView
from ui.screens.visit.rows import RowsView
from ui.widgets.lines import Line, Lines
from ui.widgets.text import Text

MOST_OFFERED = 6


class TourCard(PartCard):
    """Stops; below them the time, and what was shown on earlier tours."""

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(TourStop, desk, clock)
        self.time = Lines()
        self._offers = RowsModel(self)
        self.offers, self._shown_before = OffersView(self._offers), Text("", "muted")
        for widget in (self.time, self._shown_before, self.offers):
            self.body.insertWidget(self.body.count() - 1, widget)
        self.offers.opened.connect(self.take)
        self._say_offers()

    def _view(self, model: RowsModel) -> RowsView:
        self._ordered = TourModel(self.desk, self.clock, self)
        self._ordered.moved.connect(self.changed)
        self._ordered.refused.connect(self.refused)
        self._model = self._ordered
        return GuestsView(self._ordered)

    def show_visit(self, visit: Visit) -> None:
        """Show the stops of a visit as read, and what was shown before; what they are interested in comes first."""
        self._model = self._ordered
        super().show_visit(visit)
        self.time.show_lines(_time_lines(visit))
        before = self.desk.itineraries.stops_before(visit.id)
        before.sort(key=lambda stop: not is_of_interest(stop, visit))
        self._offers.show_rows([_offer(stop, visit) for stop in before[:MOST_OFFERED]])
        self._shown_before.setVisible(bool(before))

    def take(self, stop_id: int) -> None:
        """Take a stop of an earlier tour over."""
        if self.visit is None:
            return
        try:
            self.desk.itineraries.take_stop(self.visit.id, stop_id, self.clock())
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
            return
        self.changed.emit()

    def _say_offers(self) -> None:
        self._shown_before.setText(_("Shown before; Enter or a click takes it over"))
        self.offers.setAccessibleName(_("Stops of earlier tours"))

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        super().retranslate()
        self.rows.setToolTip(_("Drag, or Alt+Up and Alt+Down, to change the order"))
        if hasattr(self, "offers"):
            self._say_offers()


def _time_lines(visit: Visit) -> list[Line]:
    time = tour_time(visit)
    if not visit.tour_stops:
        return []
    if time.slot is None:
        words = _("{needed} minutes in all; no row of the itinerary is the tour yet.").format(
            needed=time.needed
        )
        return [Line("clock", words, "muted")]
    if time.over:
        words = _("{needed} minutes needed, {slot} planned: {over} too long.")
        return [Line("error", words.format(needed=time.needed, slot=time.slot, over=time.over), "late")]
    words = _("{needed} of {slot} minutes.").format(needed=time.needed, slot=time.slot)
    return [Line("check-circle", words, "done")]


def _offer(stop: TourStop, visit: Visit) -> Row:
    return Row(
        key=stop.id,
        icon="add",
        first=stop.product or stop.place,
        second=stop.place if stop.product else "",
        marks=((_("Of interest to them"), "primary"),) if is_of_interest(stop, visit) else (),
        end=minutes_words(stop.minutes) if stop.minutes else "",
    )

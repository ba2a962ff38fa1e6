"""The stops of a tour in their order; dragging one, or Alt+Up and Alt+Down, changes it (A4.3)."""

from __future__ import annotations

from reception_desk.domain.tour import TourStop
from reception_desk.domain.tour_time import appeals, interest_words
from reception_desk.domain.visit import Visit
from reception_desk.i18n import _, ngettext
from ui.models.guests import GuestsModel
from ui.models.rows import Row


class TourModel(GuestsModel):
    """Stops as rows."""

    def put(self, key: int, position: int) -> None:
        """Have the desk put one at a place, 1 first."""
        self._desk.itineraries.move_stop(key, position, self._clock())


def tour_row(stop: TourStop, visit: Visit) -> Row:
    """A stop: its place, what is shown and said, who explains, how long; marked where it is of interest (A2.2)."""
    place = next((number for number, one in enumerate(visit.tour_stops, 1) if one is stop), 0)
    return Row(
        key=stop.id,
        lead=str(place),
        lead_room="22",
        first=stop.product or stop.place or _("Tour stop"),
        second=stop.place if stop.product else "",
        below=" · ".join(part for part in (stop.talking_point, stop.owner or _("Who explains?")) if part),
        marks=((_("Of interest to them"), "primary"),) if is_of_interest(stop, visit) else (),
        end=minutes_words(stop.minutes),
        tone="muted" if stop.minutes else "soon",
    )


def is_of_interest(stop: TourStop, visit: Visit) -> bool:
    """Whether the client is interested in what is shown there."""
    return bool(visit.company) and appeals(
        stop, interest_words(visit.company.interests if visit.company else "")
    )


def minutes_words(minutes: int | None) -> str:
    """How long, in words."""
    if not minutes:
        return _("How long?")
    return ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes)

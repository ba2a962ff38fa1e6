"""What drivers and guards are told beside the bookings: parking, quiet in the car, who goes along to the station."""

from __future__ import annotations

from functools import partial

from reception_desk.domain.entity import Answer
from reception_desk.i18n import N_, _
from ui.screens.visit.choices import options_of
from ui.screens.visit.fact_form import Kind, Spec
from ui.screens.visit.visit_facts_card import VisitFactsCard
from ui.widgets.fact_choice import Options


def _yes_or_no() -> Options:
    return [(False, _("Talk is welcome")), (True, _("Quiet, please"))]


class OnTheWay(VisitFactsCard):
    """Facts of the visit that stand on the sheets of driver and gate (B5b, B11c)."""

    word = N_("On the road")
    specs = (
        Spec(field="parking", prompt=N_("Where do their cars stand?")),
        Spec(field="wants_quiet", kind=Kind.CHOICE, options=_yes_or_no),
        Spec(field="station_send_off", kind=Kind.CHOICE, options=partial(options_of, Answer)),
        Spec(field="station_send_off_by", prompt=N_("Who of us goes along?")),
    )

"""What stands at the foot of the guests' itinerary: weather, clothing, what to bring (D4)."""

from __future__ import annotations

from reception_desk.i18n import N_
from ui.screens.visit.fact_form import Kind, Spec
from ui.screens.visit.visit_facts_card import VisitFactsCard


class HintCard(VisitFactsCard):
    """Words to the guests."""

    word = N_("To the guests")
    specs = (Spec(field="guest_hint", kind=Kind.LONG, prompt=N_("Weather, clothing, what to bring")),)

"""D12, the kitchen and tea sheet (忌口/饮品清单): where and when, what each guest eats and drinks (A1.1e)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from reception_desk.documents.hand_out import HandOut, House, Marks, PaperFacts
from reception_desk.documents.told import (
    Pairs,
    each,
    first_of,
    guest_name,
    meal_heads,
    need,
    number,
    numbered,
    share,
    shortened,
    stored,
)
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.edition import Choice, Content, Stamp
from reception_desk.domain.guest import Guest
from reception_desk.domain.meal import Meal
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.visit import Visit
from reception_desk.i18n import N_, _

MOST_GUESTS: Final = 20
MOST_TIMES: Final = 4
LONG: Final = 20
NEEDS: Final = {"diet": (480, 24), "drink": (200, 12), "customs": (200, 12)}
"""The needs, with how many characters all guests have together, and each at least."""


class KitchenSheet(HandOut):
    """One sheet for those who cook and those who pour: nothing of the visit but rooms, times and needs."""

    number = "D12"
    title = N_("Kitchen and tea sheet")
    template_version = "1"
    languages = ("zh", "en")

    def is_needed(self, facts: PaperFacts) -> bool:
        """Whether something is eaten or drunk, or may yet be."""
        visit = facts.visit
        return visit.meal.counts or visit.meeting.counts or bool(visit.meals or visit.meetings)

    def reason(self, facts: PaperFacts) -> str:
        """Whether there are talks or meals."""
        if self.is_needed(facts):
            return N_("Tea or meals are served, or may be")
        return N_("Neither talks nor meals are wanted")

    def usual_holder(self, facts: PaperFacts, choice: Choice) -> str:
        """Those who serve tea."""
        return _("Tea service")

    def usual_choice(self, facts: PaperFacts, language: str, guest_id: int | None = None) -> Choice:
        """In the language of our own people."""
        return Choice(language=language)

    def content(self, facts: PaperFacts, choice: Choice) -> Content:
        """The times by room, what is laid out, the guests in the order of protocol."""
        visit, tongue = facts.visit, Tongue(choice.language)
        meetings, more_meetings = first_of(visit.meetings, MOST_TIMES)
        meals, more_meals = first_of(visit.meals, MOST_TIMES)
        guests, more = first_of(visit.guests, MOST_GUESTS)
        level, times = facts.level, facts.lead_times
        return (
            ("visit/number", visit.number),
            ("visit/heads", number(visit.head_count)),
            *numbered("meeting", (_meeting(one, visit) for one in meetings)),
            *numbered("meal", (_meal(one, visit) for one in meals)),
            ("times/more", number(more_meetings + more_meals or None)),
            *each("laid out", tongue, [level.refreshments(one) if level else "" for one in tongue.languages]),
            ("refill/minutes", number(times.tea_refill_minutes if times else None)),
            *numbered("guest", (_guest(guest, len(guests), tongue) for guest in guests)),
            ("guests/more", number(more or None)),
            ("guests/unnamed", number(max(0, (visit.head_count or 0) - len(visit.guests)) or None)),
            ("desk/phone", facts.house.phone),
        )

    def beside_content(self, house: House, marks: Marks) -> Iterable[str]:
        """Our own name."""
        return (house.name, house.name_en)

    def draw(self, content: Content, choice: Choice, house: House, stamp: Stamp, marks: Marks) -> bytes:
        """One A4 portrait."""
        from reception_desk.documents.pages import kitchen_sheet

        return kitchen_sheet.draw(self, content, choice, house, stamp)


def _meeting(meeting: Meeting, visit: Visit) -> Pairs:
    guests, ours = visit.head_count, meeting.our_heads
    yield "starts", stored(visit.local(meeting.starts_at))
    yield "ends", stored(visit.local(meeting.ends_at))
    yield "place", shortened(meeting.room, LONG)
    yield "guests", number(guests)
    yield "ours", number(ours)


def _meal(meal: Meal, visit: Visit) -> Pairs:
    guests, ours, heads = meal_heads(meal, visit)
    yield "starts", stored(visit.local(meal.starts_at))
    yield "kind", meal.kind.value
    yield "place", shortened(meal.place, LONG)
    yield "guests", number(guests)
    yield "ours", number(ours)
    yield "heads", number(heads)


def _guest(guest: Guest, of_guests: int, tongue: Tongue) -> Pairs:
    for part, value in guest_name(guest, tongue):
        yield part, shortened(value, LONG)
    for part, (room, least) in NEEDS.items():
        yield from need(part, getattr(guest, part), share(room, of_guests, least))

"""D1, the welcome sign (欢迎牌): whom we welcome, with the full official title, in the lobby or at the door."""

from __future__ import annotations

from typing import Final

from reception_desk.documents.hand_out import HandOut, House, Marks, PaperFacts, spoken
from reception_desk.domain.edition import Choice, Content, Stamp
from reception_desk.domain.visit import Visit
from reception_desk.i18n import N_

TWO_A4: Final = "A4×2"  # as large as A3, for a printer that has no A3


class WelcomeSign(HandOut):
    """Company, main guest and party; guests whom nobody has named are welcomed all the same."""

    number = "D1"
    title = N_("Welcome board")
    template_version = "1"
    can_show_day = True
    papers = ("A4", "A3", TWO_A4)
    stamped = False
    wants_names_read = True

    def is_needed(self, facts: PaperFacts) -> bool:
        """Whether there is a name to show, and nobody has said that it is not to be shown."""
        visit = facts.visit
        return visit.sign.counts and (visit.company is not None or visit.main_guest is not None)

    def reason(self, facts: PaperFacts) -> str:
        """The answer about the sign, and whether there is a name."""
        if not facts.visit.sign.counts:
            return N_("No welcome sign is wanted")
        if self.is_needed(facts):
            return N_("There is a name to welcome")
        return N_("Neither company nor main guest is named yet")

    def usual_choice(self, facts: PaperFacts, language: str, guest_id: int | None = None) -> Choice:
        """In Chinese, and in English beneath it for guests from abroad."""
        return Choice(language="both" if facts.visit.is_foreign else "zh")

    def content(self, facts: PaperFacts, choice: Choice) -> Content:
        """The names, the full title, whether others come along; the day only where it is asked for."""
        visit, guest = facts.visit, facts.visit.main_guest
        pairs = []
        for language in spoken(choice.language):
            pairs += [
                (f"company/{language}", visit.company.name_in(language) if visit.company else ""),
                (f"name/{language}", guest.person.name_in(language) if guest else ""),
                (f"title/{language}", guest.title_in(language) if guest else ""),
            ]
        pairs.append(("party", "yes" if _is_party(visit) else ""))
        if choice.with_date:
            arrival = visit.local(visit.arrival_at)
            pairs.append(("date", arrival.date().isoformat() if arrival else ""))
        return tuple(pairs)

    def draw(self, content: Content, choice: Choice, house: House, stamp: Stamp, marks: Marks) -> bytes:
        """One landscape page: the logo, the greeting, the names."""
        from reception_desk.documents.pages import welcome_sign

        return welcome_sign.draw(self, content, choice, house)


def _is_party(visit: Visit) -> bool:
    return visit.heads != 1 and (visit.heads is not None or len(visit.guests) != 1)

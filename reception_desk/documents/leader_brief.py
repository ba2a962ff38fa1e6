"""D14, the leader's brief (领导参考): who comes, what for, what to talk about; two pages at most, confidential."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from reception_desk.documents.brief_facts import LONG, TO_BE_SAID, brief_facts
from reception_desk.documents.hand_out import HandOut, House, Marks, PaperFacts, grouped
from reception_desk.documents.room_on_paper import cut_longest, lines
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.edition import Choice, Content, Stamp
from reception_desk.domain.entity import Answer
from reception_desk.domain.talks_beforehand import leaders
from reception_desk.i18n import N_

WIDE: Final = 57.0
"""How many Chinese characters one line holds where the type is smallest."""
ROOM: Final = 116.0
"""How many lines of the smallest type two pages hold, beside the head of the sheet."""
A_HEADING: Final = 2.0
"""How many lines the heading of a part takes."""
PARTS: Final = {
    "guest": "guests",
    "talk": "talks",
    "question": "questions",
    "interest": "company",
    "dossier": "company",
    "earlier": "earlier",
    "card": "customs",
    "custom": "customs",
    "habit": "customs",
    "order": "order",
}
"""The part of the sheet that a group of facts stands in."""
BESIDE: Final = {"talk": 1.3, "question": 0.6, "earlier": 0.5, "card": 1.8, "more": 1.0}
"""How many lines a group takes beside its long texts: air, a line above."""
OTHERS_BESIDE: Final = 0.4


class LeaderBrief(HandOut):
    """For the chairman or the general manager alone; what does not fit two pages is cut at a sentence."""

    number = "D14"
    title = N_("Leader's brief")
    template_version = "1"
    languages = ("zh", "en")

    def is_needed(self, facts: PaperFacts) -> bool:
        """Whether one of the leaders takes part."""
        return bool(leaders(facts.visit)) or facts.visit.leadership is Answer.YES

    def reason(self, facts: PaperFacts) -> str:
        """Whether one of the leaders takes part."""
        if self.is_needed(facts):
            return N_("The chairman or the general manager takes part")
        return N_("Neither the chairman nor the general manager is among the hosts")

    def usual_holder(self, facts: PaperFacts, choice: Choice) -> str:
        """The leader of the highest rank."""
        found = leaders(facts.visit)
        return found[0].name_in("zh") if found else ""

    def content(self, facts: PaperFacts, choice: Choice) -> Content:
        """All that is worth knowing, the longest texts cut until everything goes onto two pages."""
        pairs = brief_facts(facts, Tongue(choice.language))
        long = {name: value for name, value in pairs if part_of(name) in LONG}
        said = {name for name in long if part_of(name) in TO_BE_SAID}
        room = ROOM - _beside(grouped(tuple(pairs)))
        fitting = cut_longest(long, room, WIDE, last=said)
        return tuple((name, fitting.get(name, value)) for name, value in pairs)

    def beside_content(self, house: House, marks: Marks) -> Iterable[str]:
        """Our own name."""
        yield from (house.name, house.name_en)

    def draw(self, content: Content, choice: Choice, house: House, stamp: Stamp, marks: Marks) -> bytes:
        """A4 portrait, the type as large as two pages allow."""
        from reception_desk.documents.pages import leader_brief

        return leader_brief.draw(self, content, choice, house, stamp)


def part_of(name: str) -> str:
    """What a fact is, whatever it is about: `point` of `card 1/point 3`."""
    return name.rpartition("/")[2].rstrip("0123456789 ")


def _beside(groups: Mapping[str, Mapping[str, str]]) -> float:
    """How many lines everything takes that is never cut."""
    told = {about: cells for about, cells in groups.items() if any(cells.values())}
    kinds = {about: about.split(" ")[0] for about in told}
    headings = {PARTS[kind] for kind in kinds.values() if kind in PARTS} | {"talks"}
    taken = A_HEADING * len(headings)
    for about, cells in told.items():
        kind = kinds[about]
        if kind == "guest":
            taken += _guest(cells)
        elif kind in PARTS or kind == "more":
            taken += BESIDE.get(kind, OTHERS_BESIDE) + (cells.get("answer") == "")  # said to be open
    introduced = "、".join(cells["who"] for about, cells in told.items() if kinds[about] == "order")
    return taken + lines(introduced, WIDE)


def _guest(cells: Mapping[str, str]) -> float:
    """How many lines a row of the table of guests takes: the highest of its cells."""
    wide = WIDE / 4
    name = 1.3 * lines(cells["name"], wide) + (lines(cells["spoken"], wide) if cells["spoken"] else 0)
    return max(name, lines(cells["title"], wide), lines(cells["addressed"], wide)) + 0.5

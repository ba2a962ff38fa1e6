"""D15, the material kit (物品清单): what is taken along, how many, with whom, out and back again (A6.1)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from reception_desk.documents.hand_out import HandOut, House, Mark, Marks, PaperFacts
from reception_desk.documents.heading_facts import company_facts
from reception_desk.documents.told import Pairs, first_of, number, numbered, shortened, stored
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.edition import Choice, Content, Stamp
from reception_desk.domain.material import Material
from reception_desk.domain.preparation import ItemState
from reception_desk.domain.supplies import kit, name_of, owner_of
from reception_desk.i18n import N_, _

MOST_LINES: Final = 40
SHORT, LONG = 40, 60


class MaterialKit(HandOut):
    """For whoever packs it: a box for out and one for back; what is ticked already is ticked here."""

    number = "D15"
    title = N_("Material kit")
    template_version = "1"
    languages = ("zh", "en")

    def is_needed(self, facts: PaperFacts) -> bool:
        """Whether anything is in the kit."""
        return bool(kit(facts.visit))

    def reason(self, facts: PaperFacts) -> str:
        """Whether anything is in the kit."""
        return N_("Things are taken along") if kit(facts.visit) else N_("Nothing is in the material kit")

    def usual_holder(self, facts: PaperFacts, choice: Choice) -> str:
        """Those who receive the guests."""
        return facts.visit.owner_department or _("Owner department")

    def usual_choice(self, facts: PaperFacts, language: str, guest_id: int | None = None) -> Choice:
        """In the language of our own people."""
        return Choice(language=language)

    def content(self, facts: PaperFacts, choice: Choice) -> Content:
        """The lines in their order."""
        visit, tongue = facts.visit, Tongue(choice.language)
        lines, more = first_of(kit(visit), MOST_LINES)
        return (
            *company_facts(visit, tongue),
            ("visit/number", visit.number),
            ("visit/arrival", stored(visit.local(visit.arrival_at))),
            ("visit/heads", number(visit.head_count)),
            *numbered("line", (_line(one, facts, tongue) for one in lines)),
            ("lines/more", number(more or None)),
        )

    def marks(self, facts: PaperFacts, choice: Choice) -> Marks:
        """What is out and what is back, by the name of the line; of two of one name nothing is said."""
        tongue, marks = Tongue(choice.language), dict[str, Mark]()
        names = {one.id: _name(one, facts, tongue) for one in kit(facts.visit)}
        often = Counter(names.values())
        for one in kit(facts.visit):
            for part, at in (("out", one.out_at), ("back", one.in_at)):
                if at is not None and often[names[one.id]] == 1:
                    marks[f"{part} {names[one.id]}"] = Mark(state=ItemState.DONE)
        return marks

    def beside_content(self, house: House, marks: Marks) -> Iterable[str]:
        """Our own name."""
        return (house.name, house.name_en)

    def draw(self, content: Content, choice: Choice, house: House, stamp: Stamp, marks: Marks) -> bytes:
        """One A4 portrait."""
        from reception_desk.documents.pages import material_kit

        return material_kit.draw(self, content, choice, house, stamp, marks)


def _name(line: Material, facts: PaperFacts, tongue: Tongue) -> str:
    return shortened(name_of(line, facts.lists, tongue.languages[0]), LONG)


def _line(line: Material, facts: PaperFacts, tongue: Tongue) -> Pairs:
    yield "name", _name(line, facts, tongue)
    yield "quantity", number(line.quantity)
    yield "owner", shortened(owner_of(line, facts.lists, tongue.languages[0]), SHORT)
    yield "place", shortened(line.place, LONG)
    yield "edition", shortened(line.edition, SHORT)
    yield "comes back", "yes" if line.is_returned else ""

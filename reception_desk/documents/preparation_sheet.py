"""D25, the preparation sheet (准备检查表): what is to be done, by whom, until when; three confirmations (A7, A8)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from reception_desk.documents.hand_out import (
    HandOut,
    House,
    Mark,
    Marks,
    PaperFacts,
    item_key,
    spoken,
)
from reception_desk.domain.confirmed_facts import Aspect
from reception_desk.domain.edition import Choice, Content, Stamp
from reception_desk.domain.preparation import ItemState
from reception_desk.domain.visit import Visit
from reception_desk.i18n import N_


class PreparationSheet(HandOut):
    """The list as it stands: the items by phase with their ticks, and the second confirmation to sign."""

    number = "D25"
    title = N_("Preparation sheet")
    template_version = "1"

    def is_needed(self, facts: PaperFacts) -> bool:
        """Every visit is prepared."""
        return True

    def reason(self, facts: PaperFacts) -> str:
        """Every visit is prepared."""
        return N_("Every visit is prepared")

    def content(self, facts: PaperFacts, choice: Choice) -> Content:
        """Which visit it is, and every item with its due time and whose work it is; no tick is in it."""
        languages = spoken(choice.language)
        pairs = _visit_facts(facts.visit, languages)
        for planned in facts.plan:
            key = item_key(planned)
            pairs += [(f"{key}/phase", planned.phase.value)]
            pairs += [(f"{key}/text/{language}", planned.text(language)) for language in languages]
            pairs += [
                (f"{key}/due", _stored(facts.visit.local(planned.due))),
                (f"{key}/owner", planned.assignee or planned.owner.value),
            ]
        return tuple(pairs)

    def marks(self, facts: PaperFacts, choice: Choice) -> Marks:
        """The ticks, and who confirmed people, place and vehicle (A8)."""
        confirmed = {
            confirmation_key(aspect): Mark(state=ItemState.DONE, by=by, at=facts.visit.local(at))
            for aspect, (at, by) in facts.confirmed.items()
        }
        return {**facts.marks(), **confirmed}

    def beside_content(self, house: House, marks: Marks) -> Iterable[str]:
        """Our own name, and who ticked what."""
        yield from (house.name, house.name_en)
        for mark in marks.values():
            yield from (mark.by, mark.reason)

    def draw(self, content: Content, choice: Choice, house: House, stamp: Stamp, marks: Marks) -> bytes:
        """A4 portrait, with the progress of now."""
        from reception_desk.documents.pages import preparation_sheet

        return preparation_sheet.draw(self, content, choice, house, stamp, marks)


def confirmation_key(aspect: Aspect) -> str:
    """What one of the three confirmations is called among the marks."""
    return f"confirmation {aspect.value}"


def _stored(moment: datetime | None) -> str:
    return "" if moment is None else moment.strftime("%Y-%m-%dT%H:%M")


def _visit_facts(visit: Visit, languages: Sequence[str]) -> list[tuple[str, str]]:
    company, guest = visit.company, visit.main_guest
    names = [
        (f"visit/company/{language}", company.name_in(language) if company else "") for language in languages
    ]
    for language in languages:
        names.append((f"visit/main guest/{language}", guest.person.name_in(language) if guest else ""))
        names.append((f"visit/title/{language}", guest.title_in(language) if guest else ""))
    return [
        ("visit/number", visit.number),
        *names,
        ("visit/heads", "" if visit.head_count is None else str(visit.head_count)),
        ("visit/arrival", _stored(visit.local(visit.arrival_at))),
        ("visit/departure", _stored(visit.local(visit.departure_at))),
        ("visit/level", "" if visit.level is None else str(visit.level)),
    ]

"""What a sign is driven by, made of what the store has: its messages with their windows, and the house's manners."""

from __future__ import annotations

from collections.abc import Iterable

from reception_desk.domain.sign import Sign
from reception_desk.domain.typo_guard import names_to_keep_whole
from reception_desk.domain.visit import Visit, VisitState
from reception_desk.domain.welcome_state import Standing
from reception_desk.domain.wording import BilingualText, Wording
from reception_desk.repository.unit_of_work import UnitOfWork
from reception_desk.signs.resolve import Manners, Queued


def manners_of(work: UnitOfWork, wording: Wording) -> Manners:
    """The words that name nobody or several, and who are rivals."""
    rivals = frozenset((pair.company_id, pair.rival_id) for pair in work.welcome.rivals())
    return Manners(wording.unnamed, wording.together, rivals)


def queued(entries: Iterable[Standing], sign: Sign) -> tuple[Queued, ...]:
    """The messages of a sign that may have to be shown; those without a window only if somebody orders it."""
    return tuple(
        _queued(entry)
        for entry in entries
        if entry.message.sign_id == sign.id and not _is_called_off(entry.visit)
    )


def _is_called_off(visit: Visit | None) -> bool:
    return visit is not None and (visit.state is VisitState.CANCELLED or visit.deleted_at is not None)


def _queued(entry: Standing) -> Queued:
    visit = entry.visit
    if visit is None:
        return Queued(entry.message, entry.window)
    if visit.is_confidential:
        return Queued(entry.message, entry.window, company_id=visit.company_id, is_confidential=True)
    return Queued(entry.message, entry.window, names_to_keep_whole(visit), _party(visit), visit.company_id)


def _party(visit: Visit) -> BilingualText | None:
    """Whom a visit brings, in a word: the company, else the main guest."""
    if visit.company and visit.company.name_in("zh"):
        return BilingualText(visit.company.name_in("zh"), visit.company.name_latin)
    main = visit.main_guest
    if main is None or not main.person.name:
        return None
    return BilingualText(main.person.name + main.title, main.person.name_latin)

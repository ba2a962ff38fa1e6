"""What follows when something is written of a guest, by hand or from a form: rank, day of the asking (A1.1c, 5.14)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any, Final
from zoneinfo import ZoneInfo

from reception_desk.domain.guest import Guest
from reception_desk.domain.guest_memory import NEEDS
from reception_desk.domain.ranks import RankScale, parse_ranks
from reception_desk.domain.template import TemplateKind
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from reception_desk.repository.unit_of_work import UnitOfWork
from reception_desk.services.acquaintances import take_along_latest

TITLES: Final = ("title", "title_latin")
_parsed = lru_cache(4)(parse_ranks)


def ranks_in_force(work: UnitOfWork) -> RankScale:
    """The company's rank scale, asked for inside a piece of work."""
    return _parsed(work.templates.in_force(TemplateKind.RANKS).text)


def followed(work: UnitOfWork, guest: Guest, facts: dict[str, Any], now: datetime) -> dict[str, Any]:
    """The facts with what follows from them; what a person has set is never overwritten."""
    facts = dict(facts)
    refuse_rank_off_the_scale(work, facts)
    if "rank" not in facts and any(field in facts for field in TITLES):
        facts |= _rank_of_title(work, guest, facts)
    written = [field for field in NEEDS if facts.get(field) is not None]
    if written and "needs_as_of" not in facts:
        facts["needs_as_of"] = now.astimezone(ZoneInfo(work.settings.read().zone)).date()
    return facts


def refuse_unknown_rank(work: UnitOfWork, number: int) -> None:
    """Refuse a rank that the company's scale does not have."""
    scale = ranks_in_force(work)
    if scale.rank(number) is None:
        ranks = ", ".join(str(rank.number) for rank in scale.ranks)
        sentence = _("There is no rank {number} on our scale, only {ranks}. Nothing was changed.")
        raise ReceptionError(sentence.format(number=number, ranks=ranks))


def refuse_rank_off_the_scale(work: UnitOfWork, facts: Mapping[str, Any]) -> None:
    """The same, where the facts name a rank at all."""
    if facts.get("rank") is not None:
        refuse_unknown_rank(work, int(facts["rank"]))


def _rank_of_title(work: UnitOfWork, guest: Guest, facts: dict[str, Any]) -> dict[str, Any]:
    """The rank of the title; none where a person has set another than that of the title before."""
    titles = [str(facts.get(field, getattr(guest, field)) or "") for field in TITLES]
    after = _rank_after(work, guest.rank, (guest.title, guest.title_latin), titles)
    return {"rank": after} if after != guest.rank else {}


def _rank_after(
    work: UnitOfWork, rank: int | None, before: Sequence[str], after: Sequence[str]
) -> int | None:
    scale = ranks_in_force(work)
    if rank is not None and rank != _proposed(scale, *before):
        return rank
    return _proposed(scale, *after)


@dataclass(frozen=True, kw_only=True)
class AsTold:
    """What stood of a guest before a form was taken over."""

    titles: tuple[str, str] = ("", "")
    rank: int | None = None
    needs: tuple[str | None, ...] = (None,) * len(NEEDS)


def as_told(visit: Visit) -> dict[int, AsTold]:
    """Of every guest, by id, what stands now."""
    return {guest.id: _told(guest) for guest in visit.guests}


def follow_form(
    work: UnitOfWork, guests: Iterable[Guest], before: Mapping[int, AsTold], now: datetime
) -> None:
    """What follows from a form that was taken over: ranks of new titles, the day of new needs, what we knew before."""
    today = now.astimezone(ZoneInfo(work.settings.read().zone)).date()
    for guest in guests:
        then, told = before.get(guest.id, AsTold()), _told(guest)
        if told.titles != then.titles and told.rank == then.rank:
            guest.rank = _rank_after(work, guest.rank, then.titles, told.titles)
        if any(new is not None and new != old for new, old in zip(told.needs, then.needs, strict=True)):
            guest.needs_as_of = today
        if guest.id not in before:
            take_along_latest(work, guest)
    work.flush()


def _told(guest: Guest) -> AsTold:
    needs = tuple(getattr(guest, field) for field in NEEDS)
    return AsTold(titles=(guest.title, guest.title_latin), rank=guest.rank, needs=needs)


def _proposed(scale: RankScale, title: str, latin: str) -> int | None:
    found = scale.proposed(title) if title else None
    return found if found is not None or not latin else scale.proposed(latin)

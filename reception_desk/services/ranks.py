"""The rank scale, edited rank by rank (A1.1c); every change is a new version, undo gives back the one before."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from reception_desk.domain.ranks import LOWEST_RANK, Rank, RankScale, parse_ranks
from reception_desk.domain.template import TemplateKind
from reception_desk.domain.template_text import written_ranks
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _, current_language
from reception_desk.repository.database import Database
from reception_desk.repository.journal import Said
from reception_desk.repository.ranks import Holders
from reception_desk.services.templates import TemplateBook

_BETWEEN: Final = re.compile(r"[、,，;；\n]")


class RankBook:
    """What is asked and done about the scale in force."""

    def __init__(self, database: Database, templates: TemplateBook) -> None:
        self._database, self._templates = database, templates

    def in_force(self) -> RankScale:
        """The scale as it stands."""
        return parse_ranks(self._templates.text(TemplateKind.RANKS))

    def rename(self, number: int, now: datetime, **names: str) -> None:
        """Call a rank something else, in `zh` or `en`."""
        if not all(name.strip() for name in names.values()):
            raise ReceptionError(_("A rank needs a name."))
        plain = {language: name.strip() for language, name in names.items()}

        def renamed(rank: Rank) -> Rank:
            return replace(rank, zh=plain.get("zh", rank.zh), en=plain.get("en", rank.en))

        self._change(number, renamed, now)

    def set_titles(self, number: int, titles: str | Sequence[str], now: datetime) -> None:
        """Say which titles are of a rank, in this order; one that another rank has is refused."""
        words = _BETWEEN.split(titles) if isinstance(titles, str) else titles
        plain = tuple(dict.fromkeys(word.strip() for word in words if word.strip()))
        if not plain:
            raise ReceptionError(_("A rank needs a title by which it is known."))
        for rank in self.in_force().ranks:
            twice = {title.casefold() for title in rank.titles} & {title.casefold() for title in plain}
            if rank.number != number and twice:
                sentence = _("{title} is a title of the rank {rank} already.")
                raise ReceptionError(sentence.format(title=min(twice), rank=rank.text(current_language())))
        self._change(number, lambda rank: replace(rank, titles=plain), now)

    def add_rank(self, zh: str, en: str, now: datetime) -> int:
        """Add a rank below the lowest, known by its name until somebody writes its titles; its number."""
        names = (zh.strip() or en.strip(), en.strip() or zh.strip())
        if not names[0]:
            raise ReceptionError(_("A rank needs a name."))
        number = self.in_force().ranks[-1].number + 1
        if number > LOWEST_RANK:
            raise ReceptionError(_("There can be no rank below {most}.").format(most=LOWEST_RANK))
        titles = tuple(dict.fromkeys(names))
        rank = Rank(number=number, zh=names[0], en=names[1], titles=titles)
        said = Said(N_("Added the rank {rank}"), rank_zh=rank.zh, rank_en=rank.en)
        self._edit(lambda before: replace(before, ranks=(*before.ranks, rank)), now, said)
        return number

    def remove_rank(self, number: int, now: datetime) -> None:
        """Take a rank out; refused while somebody holds it, for they would stand nowhere."""
        scale = self.in_force()
        gone = _known(scale, number)
        if len(scale.ranks) == 1:
            raise ReceptionError(_("One rank must stay."))
        if holders := self.holders(number):
            raise ReceptionError(_held(gone, holders))
        left = tuple(rank for rank in scale.ranks if rank.number != number)
        said = Said(N_("Removed the rank {rank}"), rank_zh=gone.zh, rank_en=gone.en)
        self._edit(lambda before: replace(before, ranks=left), now, said)

    def holders(self, number: int) -> Holders:
        """Who holds a rank."""
        with self._database.reading() as work:
            return work.ranks.holders(number)

    def _change(self, number: int, change: Callable[[Rank], Rank], now: datetime) -> None:
        rank = _known(self.in_force(), number)
        said = Said(N_("Changed the rank {rank}"), rank_zh=rank.zh, rank_en=rank.en)

        def changed(scale: RankScale) -> RankScale:
            return replace(scale, ranks=tuple(change(r) if r.number == number else r for r in scale.ranks))

        self._edit(changed, now, said)

    def _edit(self, change: Callable[[RankScale], RankScale], now: datetime, said: Said) -> None:
        def written(before: str) -> str:
            return written_ranks(change(parse_ranks(before)), before)

        self._templates.edit(TemplateKind.RANKS, written, now, said)


def _known(scale: RankScale, number: int) -> Rank:
    rank = scale.rank(number)
    if rank is None:
        raise ReceptionError(_("There is no rank {number} any more.").format(number=number))
    return rank


def _held(rank: Rank, holders: Holders) -> str:
    sentence = _(
        "The rank {rank} is held: {guests} guests, {hosts} hosts, {employees} of our people. "
        "Give them another one first. Nothing was changed."
    )
    return sentence.format(
        rank=rank.text(current_language()),
        guests=holders.guests,
        hosts=holders.hosts,
        employees=holders.employees,
    )

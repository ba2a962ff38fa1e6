"""The company's rank scale: which titles stand on which rank, 1 highest (A1.1c)."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from reception_desk.domain.template_table import TemplateTable, read_name, read_template
from reception_desk.i18n import _

LOWEST_RANK = 99


@dataclass(frozen=True, kw_only=True)
class Rank:
    """One rank and the titles by which it is known, in Chinese and English."""

    number: int
    zh: str
    en: str
    titles: tuple[str, ...]

    def text(self, language: str) -> str:
        """What the rank is called, for a reader of `zh` or `en`."""
        return self.en if language == "en" else self.zh


@dataclass(frozen=True, kw_only=True)
class RankScale:
    """A version of the company's ranks, the highest first."""

    name: str
    version: int
    ranks: tuple[Rank, ...]

    def rank(self, number: int | None) -> Rank | None:
        """The rank with this number, if the company has it."""
        return next((rank for rank in self.ranks if rank.number == number), None)

    def proposed(self, title: str) -> int | None:
        """The rank of the office that a title ends in: `总经办主任` is a 主任; None where it is not known."""
        found = self._offices(title)
        return found[-1][2] if found else None

    def office(self, title: str) -> str:
        """The office that a title ends in, in the words of the scale: `销售部经理` is a 经理; blank where unknown."""
        found = self._offices(title)
        return found[-1][3] if found else ""

    def _offices(self, title: str) -> list[tuple[int, int, int, str]]:
        """Where offices end in a title, how long their words are, their rank, the words: the last one counts."""
        plain = " ".join(unicodedata.normalize("NFKC", title).casefold().split())
        return sorted(
            (plain.rindex(word) + len(word), len(word), rank.number, word)
            for rank in self.ranks
            for word in map(str.casefold, rank.titles)
            if word in plain
        )


def parse_ranks(text: str) -> RankScale:
    """Read the scale; a ReceptionError names the rank and the reason if anything is wrong."""
    table = read_template(text)
    name, version = read_name(table)
    ranks: dict[int, Rank] = {}
    taken: set[str] = set()
    for row in table.tables("rank"):
        rank = _read_rank(row)
        if rank.number in ranks:
            raise row.refusal(_("this number stands twice."), "number")
        ranks[rank.number] = rank
        for title in map(str.casefold, rank.titles):
            if title in taken:
                raise row.refusal(_("{title} stands twice.").format(title=title), "titles")
            taken.add(title)
    table.finish()
    return RankScale(name=name, version=version, ranks=tuple(ranks[number] for number in sorted(ranks)))


def _read_rank(row: TemplateTable) -> Rank:
    rank = Rank(
        number=row.number("number", 1, LOWEST_RANK),
        zh=row.text("zh"),
        en=row.text("en"),
        titles=row.texts("titles"),
    )
    row.finish()
    return rank

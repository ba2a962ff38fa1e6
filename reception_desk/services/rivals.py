"""Companies that must not read each other's name on one sign (led 2.2)."""

from __future__ import annotations

from datetime import datetime

from reception_desk.domain.company import Company
from reception_desk.domain.rivalry import Rivalry
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _
from reception_desk.repository.database import Database
from reception_desk.repository.journal import Said


class Rivals:
    """Who is a rival of whom."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def pairs(self) -> frozenset[tuple[int, int]]:
        """Every pair, the smaller id first."""
        with self._database.reading() as work:
            return frozenset((pair.company_id, pair.rival_id) for pair in work.welcome.rivals())

    def are_rivals(self, one: int, other: int) -> bool:
        """Whether these two are."""
        return (min(one, other), max(one, other)) in self.pairs()

    def mark(self, one: int, other: int, now: datetime) -> None:
        """From now on no sign shows the name of one while the other is in the house."""
        said = Said(N_("Marked {one} and {other} as rivals"))
        with self._database.unit_of_work(said, now) as work:
            if one == other:
                raise ReceptionError(_("A company is no rival of its own."))
            names = [work.get(Company, company).name for company in (one, other)]
            said.details |= dict(zip(("one", "other"), names, strict=True))
            work.add(Rivalry(company_id=min(one, other), rival_id=max(one, other)))

    def unmark(self, one: int, other: int, now: datetime) -> None:
        """They may stand side by side again."""
        said = Said(N_("{one} and {other} are no rivals any more"))
        pair = (min(one, other), max(one, other))
        with self._database.unit_of_work(said, now) as work:
            names = [work.get(Company, company).name for company in (one, other)]
            said.details |= dict(zip(("one", "other"), names, strict=True))
            for found in work.welcome.rivals():
                if (found.company_id, found.rival_id) == pair:
                    work.delete(found)

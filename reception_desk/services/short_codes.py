"""The short code on a paper, typed in: whether that very sheet still says what is so (5.4)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from reception_desk.domain.edition import Edition, EditionState
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from reception_desk.repository.database import Database
from reception_desk.repository.unit_of_work import UnitOfWork
from reception_desk.services.change_words import changes_between
from reception_desk.services.consequence_lines import paper_name
from reception_desk.services.tellings import standing
from reception_desk.services.visit_facts import VisitFacts

_CODE: Final = re.compile(r"[0-9A-Z]{6}")
_STEPS_READ: Final = 50


@dataclass(frozen=True, kw_only=True)
class CodeAnswer:
    """What a sheet of paper is worth: which it is, of which visit, what it tells otherwise, changed when."""

    edition: Edition
    visit: Visit
    state: EditionState
    changes: tuple[str, ...] = ()
    changed_at: datetime | None = None

    @property
    def is_good(self) -> bool:
        """Whether whoever holds it may go by it."""
        return self.state is EditionState.CURRENT

    @property
    def words(self) -> str:
        """A sentence."""
        paper = paper_name(self.edition)
        if self.is_good:
            return _("{paper}: current").format(paper=paper)
        if self.state is not EditionState.STALE:
            words = {
                EditionState.REPLACED: _("{paper}: old, printed again since"),
                EditionState.RECALLED: _("{paper}: collected, no longer to be used"),
                EditionState.WITHDRAWN: _("{paper}: never came out"),
            }
            return words[self.state].format(paper=paper)
        when = f" {self.changed_at:%m-%d %H:%M}" if self.changed_at else ""
        sentence = _("{paper}: stale, changed{when}: {what}")
        return sentence.format(paper=paper, when=when, what=_("; ").join(self.changes))


class ShortCodes:
    """Answers for the code in the corner of a sheet."""

    def __init__(self, database: Database, facts: VisitFacts) -> None:
        self._database, self._facts = database, facts

    def find(self, typed: str) -> CodeAnswer | None:
        """The sheet of that code; nothing where it is no code, or none of ours."""
        code = typed.strip().upper()
        if not _CODE.fullmatch(code):
            return None
        with self._database.reading() as work:
            edition = work.editions.by_code(code)
            if edition is None:
                return None
            try:
                facts = self._facts.of(work, edition.visit_id)
            except ReceptionError:  # the visit lies in the bin
                return None
            now = standing(edition, facts)
            is_stale = now.state is EditionState.STALE
            return CodeAnswer(
                edition=edition,
                visit=facts.visit,
                state=now.state,
                changes=changes_between(now.content_then, now.content_now) if is_stale else (),
                changed_at=facts.visit.local(_last_change(work, edition)) if is_stale else None,
            )


def _last_change(work: UnitOfWork, edition: Edition) -> datetime | None:
    """When the visit was changed last since it was printed."""
    steps = work.steps.listed(_STEPS_READ, visit_id=edition.visit_id)
    return next((step.at for step in steps if step.rows and step.at >= edition.made_at), None)

"""What was written of a company before, and what was asked at earlier visits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from reception_desk.domain.company import Company
from reception_desk.domain.dossier import EarlierText
from reception_desk.domain.journal import JournalRow, RowKind, Step
from reception_desk.domain.question import Question
from reception_desk.domain.visit import Visit

LATEST: Final = 200
"""How many of the latest questions are looked through."""


class Background:
    """Queries over the past, for what one knows of the guests."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def earlier_texts(self, company: Company, fields: Sequence[str]) -> list[EarlierText]:
        """The texts that these fields had and no longer have, each once, the latest first."""
        query = (
            select(JournalRow, Step)
            .join(Step, Step.id == JournalRow.step_id)
            .where(
                JournalRow.entity == Company.__tablename__,
                JournalRow.entity_id == company.id,
                JournalRow.field.in_(fields),
                JournalRow.kind != RowKind.DELETE,
            )
            .order_by(JournalRow.id.desc())
        )
        found: dict[tuple[str, str], EarlierText] = {}
        for row, step in self._session.execute(query):
            text = str(row.new or "").strip()
            if text and text != getattr(company, row.field).strip():
                told = EarlierText(field=row.field, text=text, since=step.at, person=step.person)
                found.setdefault((row.field, text), told)
        return list(found.values())

    def questions_before(self, visit: Visit) -> list[tuple[Question, Visit]]:
        """Questions of other visits, those of the same company first; nothing of others' confidential ones."""
        same = Visit.company_id == visit.company_id
        query = (
            select(Question, Visit)
            .join(Visit, Visit.id == Question.visit_id)
            .where(
                Question.visit_id != visit.id,
                Question.question != "",
                Visit.deleted_at.is_(None),
                or_(same, Visit.is_confidential.is_(False)),
            )
            .order_by(same.desc(), Visit.arrival_at.desc(), Question.position, Question.id)
            .limit(LATEST)
        )
        return [(question, asked_at) for question, asked_at in self._session.execute(query)]

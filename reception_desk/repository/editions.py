"""What left the desk."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from reception_desk.domain.edition import Edition


class Editions:
    """Queries over editions."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of_visit(self, visit_id: int) -> list[Edition]:
        """Every edition of a visit, newest first."""
        query = select(Edition).where(Edition.visit_id == visit_id).order_by(Edition.id.desc())
        return list(self._session.execute(query).scalars())

    def unreplaced(self, visit_id: int, document: str, choice: dict[str, Any]) -> list[Edition]:
        """The editions that a new one of the same document and choice replaces."""
        return [
            edition
            for edition in self.of_visit(visit_id)
            if edition.document == document and edition.choice == choice and edition.replaced_by_id is None
        ]

    def by_code(self, code: str) -> Edition | None:
        """The newest edition whose short code stands on a paper."""
        query = select(Edition).where(Edition.code == code).order_by(Edition.id.desc()).limit(1)
        return self._session.execute(query).scalars().first()

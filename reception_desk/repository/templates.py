"""Stored versions of checklists, levels, wording and lead times."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from reception_desk.domain.template import Template, TemplateKind


class Templates:
    """Queries over templates."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def in_force(self, kind: TemplateKind) -> Template:
        """The newest version; there is one since the first start."""
        newest = self.newest(kind)
        if newest is None:
            raise LookupError(kind)
        return newest

    def newest(self, kind: TemplateKind) -> Template | None:
        """The newest version, if anything was taken over yet."""
        query = (
            select(Template)
            .where(Template.kind == kind)
            .order_by(Template.version.desc(), Template.id.desc())
        )
        return self._session.execute(query).scalars().first()

    def get(self, template_id: int) -> Template:
        """One version, whatever is in force now."""
        return self._session.execute(select(Template).where(Template.id == template_id)).scalar_one()

    def store(self, kind: TemplateKind, name: str, text: str, now: datetime) -> Template:
        """Add a version; a running visit keeps its own."""
        before = self.newest(kind)
        version = 1 if before is None else before.version + 1
        template = Template(kind=kind, name=name, version=version, text=text, since=now)
        self._session.add(template)
        self._session.flush()
        return template

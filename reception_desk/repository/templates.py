"""Stored versions of checklists, levels, wording and lead times, and which of them is in force."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from reception_desk.domain.setting import Setting
from reception_desk.domain.template import Template, TemplateKind


class Templates:
    """Versions are added and never changed; a setting says which is in force, so that choosing one can be undone."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def in_force(self, kind: TemplateKind) -> Template:
        """The version that was chosen last; before anybody chose, the one that came with the program."""
        chosen = self._chosen(kind)
        version = self.first(kind) if chosen is None else self.get(int(json.loads(chosen.value)))
        if version is None:
            raise LookupError(kind)
        return version

    def first(self, kind: TemplateKind) -> Template | None:
        """The version that was taken over at the first start, if anything was yet."""
        query = select(Template).where(Template.kind == kind).order_by(Template.version, Template.id)
        return self._session.execute(query.limit(1)).scalar_one_or_none()

    def all(self, kind: TemplateKind) -> Sequence[Template]:
        """All versions, the newest first."""
        query = select(Template).where(Template.kind == kind).order_by(Template.version.desc())
        return self._session.execute(query).scalars().all()

    def get(self, template_id: int) -> Template:
        """One version, whatever is in force now."""
        return self._session.execute(select(Template).where(Template.id == template_id)).scalar_one()

    def next_number(self, kind: TemplateKind) -> int:
        """The number that the next version gets."""
        highest = select(func.coalesce(func.max(Template.version), 0)).where(Template.kind == kind)
        return self._session.execute(highest).scalar_one() + 1

    def store(self, kind: TemplateKind, name: str, text: str, now: datetime, saved_by: str = "") -> Template:
        """Add a version; a running visit keeps its own."""
        template = Template(
            kind=kind, name=name, version=self.next_number(kind), text=text, since=now, saved_by=saved_by
        )
        self._session.add(template)
        self._session.flush()
        return template

    def choose(self, template: Template) -> None:
        """Have this version in force from now on."""
        row = self._chosen(template.kind)
        if row is None:
            self._session.add(Setting(key=_key(template.kind), value=json.dumps(template.id)))
        else:
            row.value = json.dumps(template.id)
        self._session.flush()

    def _chosen(self, kind: TemplateKind) -> Setting | None:
        return self._session.execute(select(Setting).where(Setting.key == _key(kind))).scalar_one_or_none()


def _key(kind: TemplateKind) -> str:
    return f"template_{kind}"

"""The stored settings."""

from __future__ import annotations

from typing import cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from reception_desk.domain.setting import Preference, Setting
from reception_desk.settings import PREFERENCES, Settings, as_stored


class StoredSettings:
    """Read and write settings, one row each."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def read(self) -> Settings:
        """All settings, stored ones over the defaults."""
        stored = {row.key: row.value for row in self._session.execute(select(Setting)).scalars()}
        stored |= {row.key: row.value for row in self._session.execute(select(Preference)).scalars()}
        return Settings().with_stored(stored)

    def is_empty(self) -> bool:
        """Whether nobody has ever set anything here."""
        return not any(
            self._session.execute(select(kind.id).limit(1)).first() for kind in (Setting, Preference)
        )

    def put(self, key: str, value: object) -> None:
        """Store one setting."""
        kind: type[Preference | Setting] = Preference if key in PREFERENCES else Setting
        found = self._session.execute(select(kind).where(kind.key == key))
        row = cast("Preference | Setting | None", found.scalar_one_or_none())
        if row is None:
            self._session.add(kind(key=key, value=as_stored(value)))
        else:
            row.value = as_stored(value)
        self._session.flush()

"""The first run: what a new desk is told on its first pages, kept all at once at their end."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from reception_desk.i18n import use_language
from reception_desk.paths import DATABASE_NAME
from reception_desk.repository.database import Database
from reception_desk.repository.sample import Sample
from reception_desk.services.company import Company, logo_of
from reception_desk.services.sample_data import SampleData

__all__ = ["Answers", "FirstRun", "logo_of"]


@dataclass(frozen=True, kw_only=True)
class Answers:
    """What the pages were told; the defaults are what Enter alone chooses."""

    language: str = "zh"
    company_name: str = ""
    company_name_en: str = ""
    logo: bytes | None = None
    desk_contact: str = ""
    desk_phone: str = ""
    with_sample: bool = True


class FirstRun:
    """Whether a desk is new, and how it begins."""

    def __init__(self, database: Database, company: Company, sample_data: SampleData) -> None:
        self._database, self._company, self._sample_data = database, company, sample_data

    def is_wanted(self) -> bool:
        """Whether nobody has gone through the pages, and nothing is there that tells of use."""
        with self._database.reading() as work:
            return work.settings.is_empty() and not Sample(work.session).has_visits()

    def take(self, answers: Answers, now: datetime) -> None:
        """Keep the answers; from now on nothing is asked again."""
        said = {
            "company_name": answers.company_name.strip(),
            "company_name_en": answers.company_name_en.strip(),
            "logo_png": base64.b64encode(answers.logo).decode() if answers.logo else "",
            "desk_contact": answers.desk_contact.strip(),
            "desk_phone": answers.desk_phone.strip(),
        }
        use_language(answers.language)
        given = {field: value for field, value in said.items() if value}
        self._company.change(now, language=answers.language, **given)
        self._company.change(now, is_set_up=True)
        if answers.with_sample:
            self._sample_data.put_in(now)


def has_desk(folder: Path) -> bool:
    """Whether data lie in a folder already."""
    return (folder / DATABASE_NAME).exists()

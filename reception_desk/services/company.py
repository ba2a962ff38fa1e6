"""Our own company and this desk: names, logo, who is here, language, theme."""

from __future__ import annotations

import base64
import io
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from reception_desk.domain.employee import Employee
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _
from reception_desk.repository.database import Database
from reception_desk.repository.journal import Said
from reception_desk.settings import PREFERENCES, Settings

LOGO_PIXELS: Final = 1200
LOGO_BYTES: Final = 10_000_000


class Company:
    """The settings, read and changed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def settings(self) -> Settings:
        """All settings as they stand."""
        with self._database.reading() as work:
            return work.settings.read()

    def change(self, now: datetime, **values: Any) -> Settings:
        """Change settings; the person at the desk is the one in the journal from now on."""
        said = Said(N_("Changed the settings"))
        with self._database.unit_of_work(said, now) as work:
            for key, value in values.items():
                work.settings.put(key, value)
        settings = self.settings()
        if PREFERENCES & set(values):
            self.attend(settings)
        return settings

    def attend(self, settings: Settings) -> None:
        """Let what is done from now on stand under the name of who is at the desk."""
        self._database.attendant.person = settings.attendant
        self._database.attendant.desk = settings.desk_name

    def take_logo(self, file: Path, now: datetime) -> Settings:
        """Take a picture as the company's logo; it is made smaller where it is large."""
        return self.change(now, logo_png=base64.b64encode(logo_of(file)).decode())

    def employees(self) -> list[Employee]:
        """Our own people."""
        with self._database.reading() as work:
            return work.companies.employees()

    def add_employee(self, now: datetime, **facts: Any) -> None:
        """Add one of us."""
        with self._database.unit_of_work(Said(N_("Added {name}"), name=facts["name"]), now) as work:
            work.add(Employee(**facts))

    def attendants(self) -> list[str]:
        """The names of those who are at this desk at times."""
        with self._database.reading() as work:
            return work.companies.attendants()

    def remember_attendant(self, name: str, now: datetime) -> None:
        """Offer this name at the desk from now on; who is not one of us yet becomes it."""
        known = next((employee for employee in self.employees() if employee.name == name), None)
        if known is None:
            self.add_employee(now, name=name, at_desk=True)
        else:
            self._put_at_desk(known, now, at_desk=True)

    def forget_attendant(self, name: str, now: datetime) -> None:
        """No longer offer this name at the desk; the employee stays."""
        for employee in self.employees():
            if employee.name == name and employee.at_desk:
                self._put_at_desk(employee, now, at_desk=False)

    def _put_at_desk(self, employee: Employee, now: datetime, *, at_desk: bool) -> None:
        said = Said(
            N_("At the desk: {name}") if at_desk else N_("No longer at the desk: {name}"), name=employee.name
        )
        with self._database.unit_of_work(said, now) as work:
            work.change(work.get(Employee, employee.id), at_desk=at_desk)


def logo_of(file: Path) -> bytes:
    """A picture as PNG, made smaller where it is large; a sentence for what is none."""
    from PIL import Image, UnidentifiedImageError

    try:
        if file.stat().st_size > LOGO_BYTES:
            raise ReceptionError(_("The picture is too large; a logo of up to 10 MB is enough."))
        with Image.open(file) as picture:
            picture.thumbnail((LOGO_PIXELS, LOGO_PIXELS))
            out = io.BytesIO()
            picture.convert("RGBA").save(out, "PNG", optimize=True)
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError) as trouble:
        raise ReceptionError(
            _("{file} is not a picture that can be read.").format(file=file.name)
        ) from trouble
    return out.getvalue()

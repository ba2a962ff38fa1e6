"""Words of welcome handed over to the people of a sign: the files and the note that they know, as one act (A6.2b)."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reception_desk.domain.sign import Sign
from reception_desk.domain.visit import Visit
from reception_desk.domain.welcome import WelcomeMessage
from reception_desk.domain.welcome_state import standing, told_fingerprint
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _
from reception_desk.repository.database import Database
from reception_desk.repository.journal import Said
from reception_desk.repository.unit_of_work import UnitOfWork
from reception_desk.services.procedure import Procedure
from reception_desk.services.sign_queues import manners_of, queued
from reception_desk.signs.resolve import Page, page_of

if TYPE_CHECKING:  # what draws is imported when something is drawn
    from reception_desk.signs.parcel import Parcel


class HandOver:
    """What is given to IT."""

    def __init__(self, database: Database, procedure: Procedure) -> None:
        self._database, self._procedure = database, procedure

    def give(self, message_id: int, folder: Path | None, now: datetime) -> tuple[Path, tuple[str, ...]]:
        """Put pictures, texts and slide where IT finds them, and note that they are told: both or neither.

        Without a folder it is the sign's own. The folder that was made, and what must be said about the files.
        """
        from reception_desk.signs.parcel import hand_over

        said = Said(N_("Handed the words of welcome over to IT"))
        with self._database.unit_of_work(said, now) as work:
            message = work.get(WelcomeMessage, message_id)
            said.visit_id = message.visit_id
            message.refuse_to_tell()
            sign = work.get(Sign, message.sign_id)
            visit = _visit_of(work, message)
            place = (folder or _own_folder(sign)) / _stem(message, visit, now)
            made = self._parcel(work, message, visit, sign, now)
            told = told_fingerprint(message, visit, sign.name)
            message.tell_it(self._database.attendant.person, now, told, how=str(place))
            work.flush()
            hand_over(place, made.files)
        return place, made.notes

    def page(self, message_id: int, now: datetime) -> Page:
        """The words as others may have them: without names where the visit is confidential."""
        with self._database.reading() as work:
            message = work.get(WelcomeMessage, message_id)
            sign = work.get(Sign, message.sign_id)
            return self._page(work, message, _visit_of(work, message), sign, now)

    def _page(
        self, work: UnitOfWork, message: WelcomeMessage, visit: Visit | None, sign: Sign, now: datetime
    ) -> Page:
        entry = standing(message, visit, self._procedure.lead_times(), now, sign=sign, on_sign=False)
        manners = manners_of(work, self._procedure.wording())
        for one in queued([entry], sign):
            return page_of(one, manners)
        raise ReceptionError(_("This visit is cancelled; its words are not shown."))

    def _parcel(
        self, work: UnitOfWork, message: WelcomeMessage, visit: Visit | None, sign: Sign, now: datetime
    ) -> Parcel:
        from reception_desk.signs.parcel import parcel

        page = self._page(work, message, visit, sign, now)
        company = work.settings.read().company_in("zh")
        return parcel([page], sign, stem=_stem(message, visit, now), company=company)


def _visit_of(work: UnitOfWork, message: WelcomeMessage) -> Visit | None:
    found = message.visit_id
    return work.welcome.visits([found]).get(found) if found else None


def _own_folder(sign: Sign) -> Path:
    if not sign.address.strip():
        raise ReceptionError(_("Choose the folder where IT finds the files."))
    return Path(sign.address).expanduser()


def _stem(message: WelcomeMessage, visit: Visit | None, now: datetime) -> str:
    """The day and whose words they are: a confidential visit by its number only."""
    from reception_desk.signs.parcel import file_name

    if visit is None:
        return file_name(f"{message.starts_at or now:%m-%d} {message.checked_text}")
    day = visit.local(visit.arrival_at) or now
    whose = visit.number if visit.is_confidential or not visit.company else visit.company.name_in("zh")
    return file_name(f"{day:%m-%d} {whose}")

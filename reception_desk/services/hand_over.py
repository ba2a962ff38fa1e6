"""Words of welcome handed over to the people of a sign: the files and the note that they know, as one act (A6.2b)."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from reception_desk.domain.sign import Sign
from reception_desk.domain.visit import Visit
from reception_desk.domain.welcome import WelcomeMessage
from reception_desk.domain.welcome_state import standing, told_fingerprint
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _
from reception_desk.repository.database import Database
from reception_desk.repository.journal import Said
from reception_desk.repository.unit_of_work import UnitOfWork
from reception_desk.services.discretion import discreet
from reception_desk.services.procedure import Procedure
from reception_desk.services.sign_queues import manners_of, queued
from reception_desk.signs.resolve import Page, page_of


class HandOver:
    """What is given to IT."""

    def __init__(self, database: Database, procedure: Procedure) -> None:
        self._database, self._procedure = database, procedure

    def give(self, message_id: int, folder: Path | None, now: datetime) -> tuple[Path, tuple[str, ...]]:
        """Put pictures, texts and slide where IT finds them, and note that they are told: both or neither.

        Without a folder it is the sign's own. The folder that was made, and what must be said about the files.
        """
        from reception_desk.signs.parcel import hand_over, parcel

        said = Said(N_("Handed the words of welcome over to IT"))
        with self._database.unit_of_work(said, now) as work:
            message = work.get(WelcomeMessage, message_id)
            said.visit_id = message.visit_id
            message.refuse_to_tell()
            sign = work.get(Sign, message.sign_id)
            visit = _visit_of(work, message)
            hidden = self._is_hidden(work, message, visit)
            stem = _stem(message, visit, now, hidden=hidden)
            place = (folder or _own_folder(sign)) / stem
            page = self._page(work, message, visit, sign, now)
            made = parcel([page], sign, stem=stem, company=work.settings.read().company_in("zh"))
            told = told_fingerprint(message, visit, sign.name, discreet=hidden)
            message.tell_it(self._database.attendant.person, now, told, how=str(place))
            work.flush()
            hand_over(place, made.files)
        return place, made.notes

    def page(self, message_id: int, now: datetime) -> Page:
        """The words as others may have them: without names where the visit is confidential, or a rival reads them."""
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
            return page_of(one, manners, discreet=self._is_hidden(work, message, visit))
        raise ReceptionError(_("This visit is cancelled; its words are not shown."))

    def _is_hidden(self, work: UnitOfWork, message: WelcomeMessage, visit: Visit | None) -> bool:
        return message.id in discreet(work, [(message, visit)], self._procedure.lead_times())


def _visit_of(work: UnitOfWork, message: WelcomeMessage) -> Visit | None:
    found = message.visit_id
    return work.welcome.visits([found]).get(found) if found else None


def _own_folder(sign: Sign) -> Path:
    if not sign.address.strip():
        raise ReceptionError(_("Choose the folder where IT finds the files."))
    return Path(sign.address).expanduser()


def _stem(message: WelcomeMessage, visit: Visit | None, now: datetime, *, hidden: bool) -> str:
    """The day and whose words they are: a visit that is confidential, or met by a rival, by its number only."""
    from reception_desk.signs.parcel import file_name

    if visit is None:
        return file_name(f"{message.starts_at or now:%m-%d} {message.checked_text}")
    day = visit.local(visit.arrival_at) or now
    whose = (
        visit.number if hidden or visit.is_confidential or not visit.company else visit.company.name_in("zh")
    )
    return file_name(f"{day:%m-%d} {whose}")

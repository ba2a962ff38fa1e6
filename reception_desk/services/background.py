"""What our side should know before the guests come: dossier, questions, talks beforehand, material (A2, A5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from reception_desk.domain.briefing import Briefing
from reception_desk.domain.company import DOSSIER_FIELDS, Company
from reception_desk.domain.dossier import EarlierText
from reception_desk.domain.host import Host
from reception_desk.domain.in_order import put_at
from reception_desk.domain.material import Material, MaterialKind, MaterialLanguage
from reception_desk.domain.question import Question
from reception_desk.domain.talks_beforehand import ITEM, talks_beforehand
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _
from reception_desk.repository.database import Database
from reception_desk.repository.journal import Said
from reception_desk.repository.unit_of_work import UnitOfWork
from reception_desk.services.preparation import Preparation
from reception_desk.services.visits import changed_in

MOST_OFFERED: Final = 5


@dataclass(frozen=True, kw_only=True)
class AskedBefore:
    """A question of an earlier visit; `by_them`: this very company asked it."""

    id: int
    question: str
    answer: str
    owner: str
    day: date | None
    by_them: bool


class Background:
    """What is asked and done about what is known of the guests, and about who of us knows it."""

    def __init__(self, database: Database, preparation: Preparation) -> None:
        self._database, self._preparation = database, preparation

    def still_true(self, visit_id: int, now: datetime) -> None:
        """Note that the dossier was looked through and holds (5.14)."""
        said = Said(N_("Found the dossier still true"), visit_id=visit_id)
        with self._database.unit_of_work(said, now) as work:
            visit = work.visits.get(visit_id)
            if visit.company is None:
                raise ReceptionError(_("Say first which company comes."))
            work.change(visit.company, dossier_as_of=_today(visit, now))

    def earlier_texts(self, company_id: int) -> list[EarlierText]:
        """What stood in the dossier before, field by field, the latest first (A2.1)."""
        with self._database.reading() as work:
            return work.background.earlier_texts(work.get(Company, company_id), DOSSIER_FIELDS)

    def questions_before(self, visit_id: int) -> list[AskedBefore]:
        """Questions of earlier visits that this one does not have yet, this company's first (A5.3)."""
        with self._database.reading() as work:
            visit = work.visits.get(visit_id)
            known = {_plain(one.question) for one in visit.questions}
            offered: list[AskedBefore] = []
            for question, asked_at in work.background.questions_before(visit):
                if _plain(question.question) in known:
                    continue
                known.add(_plain(question.question))
                offered.append(_asked(question, asked_at, visit))
        return offered[:MOST_OFFERED]

    def take_question(self, visit_id: int, question_id: int, now: datetime) -> int:
        """Take a question of an earlier visit over, with its answer and who gives it. The new one's id."""
        said = Said(N_("Took over a question of an earlier visit"), visit_id=visit_id)
        with self._database.unit_of_work(said, now) as work:
            visit, asked = work.visits.get(visit_id), work.get(Question, question_id)
            taken = Question(
                visit_id=visit_id,
                position=_last(visit) + 1,
                question=asked.question,
                answer=asked.answer,
                owner=asked.owner,
            )
            return work.add(taken).id

    def move_question(self, question_id: int, position: int, now: datetime) -> None:
        """Put a question at a place, 1 first; the others close up."""
        said = Said(N_("Put the questions into another order"))
        with self._database.unit_of_work(said, now) as work:
            moved = work.get(Question, question_id)
            said.visit_id = moved.visit_id
            put_at(work.visits.get(moved.visit_id).questions, question_id, position)

    def has_read(self, host_id: int, now: datetime, *, read: bool = True) -> None:
        """Note that one of us has read what there is to know, or has not after all (A5.1)."""
        said = Said(N_("{name} has read the material") if read else N_("{name} has not read the material"))
        with self._database.unit_of_work(said, now) as work:
            host = work.get(Host, host_id)
            said.visit_id = host.visit_id
            visit = work.visits.get(host.visit_id)
            said.details["name"] = next(one for one in visit.hosts if one.id == host_id).name_in("zh")
            person = self._database.attendant.person
            work.change(host, briefed_at=now if read else None, briefed_by=person if read else "")

    def write_talk(self, visit_id: int, leader: str, now: datetime, /, **facts: Any) -> None:
        """Write down a fact of the talk with a leader; the talk begins with the first one."""
        said = changed_in(visit_id, "briefing", next(iter(facts)))
        with self._database.unit_of_work(said, now) as work:
            work.change(_talk(work, visit_id, leader), **facts)

    def talked_over(self, visit_id: int, leader: str, now: datetime, *, done: bool = True) -> None:
        """Note that the points were talked over; with the last of these talks its item is ticked too (A5.4)."""
        words = N_("Talked over with {leader}") if done else N_("Not yet talked over with {leader}")
        said = Said(words, visit_id=visit_id, leader=leader or "…")
        with self._database.unit_of_work(said, now) as work:
            person = self._database.attendant.person
            work.change(
                _talk(work, visit_id, leader), done_at=now if done else None, done_by=person if done else ""
            )
            all_done = all(talk.is_noted for talk in talks_beforehand(work.visits.get(visit_id)))
            self._preparation.settle(work, visit_id, ITEM, now, done=all_done)

    def place_material(self, visit_id: int, kind: MaterialKind, place: str, now: datetime) -> None:
        """Say where the English material of a kind is; blank takes it back (A5.2)."""
        said = changed_in(visit_id, "material", "place")
        with self._database.unit_of_work(said, now) as work:
            visit = work.visits.get(visit_id)
            there = english_material(visit, kind)
            if there is not None:
                work.change(there, place=place.strip())
            elif place.strip():
                position = max((one.position for one in visit.materials), default=0) + 1
                language = MaterialLanguage.ENGLISH
                work.add(
                    Material(
                        visit_id=visit_id,
                        position=position,
                        kind=kind,
                        language=language,
                        place=place.strip(),
                    )
                )


def english_material(visit: Visit, kind: MaterialKind) -> Material | None:
    """The English material of a kind: where several are listed, one of which it is known where it is."""
    fitting = [
        one for one in visit.materials if one.kind is kind and one.language is MaterialLanguage.ENGLISH
    ]
    return next((one for one in fitting if one.place.strip()), fitting[0] if fitting else None)


def _asked(question: Question, asked_at: Visit, visit: Visit) -> AskedBefore:
    arrived = asked_at.local(asked_at.arrival_at)
    return AskedBefore(
        id=question.id,
        question=question.question,
        answer=question.answer,
        owner=question.owner,
        day=arrived.date() if arrived else None,
        by_them=visit.company_id is not None and asked_at.company_id == visit.company_id,
    )


def _plain(question: str) -> str:
    return "".join(question.casefold().split()).rstrip("?？。.")


def _last(visit: Visit) -> int:
    return max((one.position for one in visit.questions), default=0)


def _talk(work: UnitOfWork, visit_id: int, leader: str) -> Briefing:
    found = [one for one in work.visits.get(visit_id).briefings if one.leader.strip() == leader.strip()]
    return found[0] if found else work.add(Briefing(visit_id=visit_id, leader=leader.strip()))


def _today(visit: Visit, now: datetime) -> date:
    return (visit.local(now) or now).date()

"""The same company or person written down twice: found, compared and made one again."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from reception_desk.domain.company import DOSSIER_FIELDS, Company
from reception_desk.domain.distinct_pair import DistinctPair
from reception_desk.domain.duplicate import COMPANY_FIELDS, PERSON_FIELDS, Pair
from reception_desk.domain.person import Person
from reception_desk.domain.rivalry import Rivalry
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _
from reception_desk.repository.database import Database
from reception_desk.repository.journal import Said
from reception_desk.repository.unit_of_work import UnitOfWork
from reception_desk.sealing.seal import Seal
from reception_desk.services.seals import LockedError, Seals


class Duplicates:
    """What is asked and done about records that may be one."""

    def __init__(self, database: Database, seals: Seals) -> None:
        self._database, self._seals = database, seals

    def pairs(self) -> list[Pair]:
        """Companies first, then people; the most likely first."""
        with self._database.reading() as work:
            return [*work.duplicates.companies(), *work.duplicates.people()]

    def merge(self, pair: Pair, kept_id: int, taken: Collection[str], now: datetime) -> None:
        """Make two one: `kept_id` stays, the fields of `taken` get the other's value. One step, to be undone."""
        gone_id = pair.other.id if kept_id == pair.one.id else pair.one.id
        if pair.is_of_companies:
            self.merge_companies(kept_id, gone_id, taken, now)
        else:
            self.merge_people(kept_id, gone_id, taken, now)

    def tell_apart(self, pair: Pair, now: datetime) -> None:
        """Note that they are two, so that the pair is not asked about again; undo takes that back."""
        said = Said(
            N_("{name}: two entries that are not the same"), name=pair.one.name or pair.one.name_latin
        )
        with self._database.unit_of_work(said, now) as work:
            kind = type(pair.one).__tablename__
            work.add(DistinctPair(kind=kind, one_id=pair.one.id, other_id=pair.other.id))

    def merge_companies(self, kept_id: int, gone_id: int, taken: Collection[str], now: datetime) -> None:
        """The visits, people and rivals of the other become those of the one; its names go to “also called”."""
        said = Said(N_("Merged two entries of {name}"))
        with self._database.unit_of_work(said, now) as work:
            kept, gone = work.get(Company, kept_id), work.get(Company, gone_id)
            said.details["name"] = kept.name or kept.name_latin
            lost = {kept.name, kept.name_latin, gone.name, gone.name_latin, *_split(gone.aliases)}
            for record in work.duplicates.naming_company(gone_id):
                record.company_id = kept_id
            _move_rivalries(work, kept_id, gone_id)
            for field in set(taken) & set(COMPANY_FIELDS):
                setattr(kept, field, getattr(gone, field))
            if not kept.dossier_as_of or set(taken) & set(DOSSIER_FIELDS):
                ages = [as_of for as_of in (kept.dossier_as_of, gone.dossier_as_of) if as_of]
                kept.dossier_as_of = min(
                    ages, default=None
                )  # put together of both, it is as old as the older
            spare = lost - {kept.name, kept.name_latin, "", *_split(kept.aliases)}
            kept.aliases = _("; ").join([*_split(kept.aliases), *sorted(spare)])
            work.flush()
            work.delete(gone)

    def merge_people(self, kept_id: int, gone_id: int, taken: Collection[str], now: datetime) -> None:
        """The visits and register entries of the other become those of the one.

        Refused where both stand on the list of one visit: which of the two lines stays, somebody must say there.
        """
        said = Said(N_("Merged two entries of {name}"))
        with self._database.reading() as work:
            is_moved = work.passports.of_person(gone_id) is not None
        seal = self._seals.found() if is_moved else None
        with self._database.unit_of_work(said, now) as work:
            kept, gone = work.get(Person, kept_id), work.get(Person, gone_id)
            said.details["name"] = kept.name or kept.name_latin
            if (visit := work.duplicates.visit_of_both(kept_id, gone_id)) is not None:
                sentence = _(
                    "Both stand on the guest list of visit {number}. Remove one of them there first."
                )
                raise ReceptionError(sentence.format(number=visit.number))
            for record in work.duplicates.naming_person(gone_id):
                record.person_id = kept_id
            _keep_passport(work, kept_id, gone_id, seal)
            for field in set(taken) & set(PERSON_FIELDS):
                setattr(kept, field, getattr(gone, field))
            if "phone" in taken:
                kept.phone_extension = gone.phone_extension
            work.flush()
            work.delete(gone)


def proposed(pair: Pair) -> tuple[int, set[str]]:
    """Which of the two stays, and what it takes of the other: the one that came oftener, and what it lacks."""
    first_stays = pair.visits[0] >= pair.visits[1]
    kept, gone = (pair.one, pair.other) if first_stays else (pair.other, pair.one)
    taken = {field for field in pair.differing if is_blank(getattr(kept, field))}
    return kept.id, taken - {field for field in taken if is_blank(getattr(gone, field))}


def is_blank(value: object) -> bool:
    """Whether a field says nothing."""
    return value in (None, "", "unknown")


def _split(aliases: str) -> list[str]:
    for mark in ("；", "、", "，"):  # a plain comma belongs to a name: “Hengyi Precision Co., Ltd.”
        aliases = aliases.replace(mark, ";")
    return [alias.strip() for alias in aliases.split(";") if alias.strip()]


def _move_rivalries(work: UnitOfWork, kept_id: int, gone_id: int) -> None:
    """The rivals of the one that goes become the other's; nobody is their own rival, and none twice."""
    have = {(rivalry.company_id, rivalry.rival_id) for rivalry in work.duplicates.rivalries(kept_id)}
    for rivalry in work.duplicates.rivalries(gone_id):
        rival = rivalry.rival_id if rivalry.company_id == gone_id else rivalry.company_id
        pair = (min(kept_id, rival), max(kept_id, rival))
        work.delete(rivalry)
        if rival != kept_id and pair not in have:
            have.add(pair)
            work.add(Rivalry(company_id=pair[0], rival_id=pair[1]))


def _keep_passport(work: UnitOfWork, kept_id: int, gone_id: int, seal: Seal | None) -> None:
    """The one passport there is stays; of two that differ somebody must say which, so that none is lost."""
    kept, gone = work.passports.of_person(kept_id), work.passports.of_person(gone_id)
    if gone is None:
        return
    if kept is None:
        if seal is None:
            raise LockedError
        gone.move_to(kept_id, seal)
        work.flush()
        return
    if kept.mark != gone.mark:
        raise ReceptionError(
            _(
                "Both have a passport, and the two are not the same. Remove one of them at the invitation letter "
                "of a visit first. Nothing was changed."
            )
        )
    work.delete(gone)

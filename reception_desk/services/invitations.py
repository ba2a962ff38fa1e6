"""Letters of invitation: passports written sealed, the client's confirmation, the letter sent (A1.3)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Final

from reception_desk.documents.hand_out import PaperFacts
from reception_desk.documents.invitation import AS_AGREED, Invitation
from reception_desk.domain.edition import Choice, EditionNow, EditionState, Medium
from reception_desk.domain.guest import Guest
from reception_desk.domain.invitation import AGREED, SENT, InvitationState, Lacking, gets_letter, lacking
from reception_desk.domain.passport import (
    OpenPassport,
    Passport,
    is_unusual,
    read_name,
    read_number,
)
from reception_desk.domain.person import Gender, Person
from reception_desk.errors import ReceptionError
from reception_desk.exchange.mrz import MachineReadable, read_mrz
from reception_desk.i18n import N_, _
from reception_desk.repository.database import Database
from reception_desk.repository.journal import Said
from reception_desk.repository.unit_of_work import UnitOfWork
from reception_desk.sealing.seal import BrokenSealError, Seal
from reception_desk.services.invitation_texts import asking, confirming
from reception_desk.services.seals import LockedError, Seals
from reception_desk.services.tellings import noted, standing
from reception_desk.services.visit_facts import VisitFacts

LETTER: Final = Invitation()


@dataclass(frozen=True, kw_only=True)
class Letter:
    """How the letter to one guest stands.

    `plain` is what stands in the passport, `None` where there is none or it is locked; screens show it masked.
    `agreed` and `sent` are the last ones noted, whatever they are worth now; `lacks` is what is still to be asked.
    """

    guest: Guest
    is_wanted: bool
    has_passport: bool
    is_locked: bool
    plain: OpenPassport | None = field(default=None, repr=False)
    lacks: tuple[Lacking, ...] = ()
    agreed: EditionNow | None = None
    sent: EditionNow | None = None
    is_unusual: bool = False

    @property
    def state(self) -> InvitationState:
        """收集, 草稿, 客户确认 or 已发, by what holds now."""
        if self.lacks:
            return InvitationState.COLLECTING
        if _holds(self.sent):
            return InvitationState.SENT
        return InvitationState.AGREED if _holds(self.agreed) else InvitationState.DRAFT

    @property
    def has_fallen(self) -> bool:
        """Whether the client confirmed, or was sent, something that the letter says no more."""
        return any(one is not None and one.state is EditionState.STALE for one in (self.agreed, self.sent))


class Invitations:
    """What is asked and done about letters of invitation."""

    def __init__(self, database: Database, facts: VisitFacts, seals: Seals) -> None:
        self._database, self._facts, self._seals = database, facts, seals

    def letters(self, visit_id: int) -> list[Letter]:
        """Every guest of the visit in their order, those without a letter too."""
        with self._database.reading() as work:
            facts = self._facts.of(work, visit_id)
            made = [one for one in work.editions.of_visit(visit_id) if one.document in (AGREED, SENT)]
        told = [standing(one, facts) for one in made if one.withdrawn_at is None]
        return [self._letter(guest, facts, told) for guest in facts.visit.guests]

    def _letter(self, guest: Guest, facts: PaperFacts, told: list[EditionNow]) -> Letter:
        passport = facts.passports.get(guest.person_id)
        plain, is_locked = _opened(passport, facts)
        last = {
            number: next(
                (
                    one
                    for one in told
                    if one.edition.document == number and one.edition.choice == choice_of(guest).as_json()
                ),
                None,
            )
            for number in (AGREED, SENT)
        }
        return Letter(
            guest=guest,
            is_wanted=gets_letter(guest, facts.visit),
            has_passport=passport is not None,
            is_locked=is_locked,
            plain=plain,
            lacks=tuple(lacking(facts.visit, passport)),
            agreed=last[AGREED],
            sent=last[SENT],
            is_unusual=plain is not None and is_unusual(plain.number, guest.person.nationality),
        )

    def want(self, guest_id: int, now: datetime, *, wanted: bool) -> None:
        """Say whether a letter is written for a guest."""
        sentence = (
            N_("A letter of invitation for {name}") if wanted else N_("No letter of invitation for {name}")
        )
        said = Said(sentence)
        with self._database.unit_of_work(said, now) as work:
            guest, person = _whose(work, guest_id, said)
            said.details["name"] = person.name or person.name_latin
            work.change(guest, is_invited=wanted)

    def write(
        self,
        guest_id: int,
        now: datetime,
        *,
        name: str | None = None,
        number: str | None = None,
        birth: date | str | None = "",
    ) -> None:
        """Write what stands in a guest's passport; what is not given stays as it is. `birth` None takes it out."""
        given = {
            "name": None if name is None else read_name(name),
            "number": None if number is None else read_number(number),
        }
        born = birth if isinstance(birth, str) else _past(birth, now)
        said, seal = Said(N_("Changed the passport of {name}")), self._seals.ready(now)
        with self._database.unit_of_work(said, now) as work:
            _guest, person = _whose(work, guest_id, said)
            said.details["name"] = person.name or person.name_latin
            passport = work.passports.of_person(person.id)
            before = _before(passport, seal)
            plain = OpenPassport(
                name=before.name if given["name"] is None else given["name"],
                number=before.number if given["number"] is None else given["number"],
                birth=before.birth if isinstance(born, str) else born,
            )
            _keep(work, person, passport, plain, seal)

    def take_mrz(self, guest_id: int, read: MachineReadable, now: datetime) -> None:
        """Take what was read from a passport's two lines: passport, gender, nationality, in one step.

        The caller has shown what was `wrong`; nothing is taken before somebody has said so.
        """
        said, seal = Said(N_("Took over the passport of {name}")), self._seals.ready(now)
        with self._database.unit_of_work(said, now) as work:
            _guest, person = _whose(work, guest_id, said)
            said.details["name"] = person.name or person.name_latin
            _keep(work, person, work.passports.of_person(person.id), read.passport, seal)
            if read.gender is not Gender.UNKNOWN:
                person.gender = read.gender
            if read.nationality:
                person.nationality = read.nationality
            work.flush()

    @staticmethod
    def read(text: str, now: datetime) -> MachineReadable:
        """The two lines at the foot of a passport, read; nothing is stored."""
        return read_mrz(text, now.date())

    def remove(self, guest_id: int, now: datetime) -> None:
        """Take a passport out of the data; undo brings it back."""
        said = Said(N_("Removed the passport of {name}"))
        with self._database.unit_of_work(said, now) as work:
            _guest, person = _whose(work, guest_id, said)
            said.details["name"] = person.name or person.name_latin
            passport = work.passports.of_person(person.id)
            if passport is not None:
                work.delete(passport)

    def look(self, guest_id: int, now: datetime) -> OpenPassport:
        """What stands in a passport, in full; the journal says who looked, and nothing of what they saw."""
        said = Said(N_("Looked at the passport of {name}"))
        self._seals.found()  # before the step: a keyring may take its time
        with self._database.unit_of_work(said, now) as work:
            _guest, person = _whose(work, guest_id, said)
            said.details["name"] = person.name or person.name_latin
            passport = work.passports.of_person(person.id)
            if passport is None:
                raise ReceptionError(_("No passport is known of this guest."))
            plain = self._seals.opened(work.settings.read().seal, passport)
            work.note()
        return plain

    def agreed(self, guest_id: int, now: datetime, *, medium: Medium = Medium.MAIL, holder: str = "") -> int:
        """Note that the client has found the letter right as it is now; the edition's id."""
        return self._noted(guest_id, AGREED, now, medium, holder)

    def sent(self, guest_id: int, now: datetime, *, medium: Medium = Medium.MAIL, holder: str = "") -> int:
        """Note that the letter was sent; refused unless the client has confirmed it as it is now (A1.3)."""
        return self._noted(guest_id, SENT, now, medium, holder)

    def _noted(self, guest_id: int, number: str, now: datetime, medium: Medium, holder: str) -> int:
        said = Said(
            N_("The invitation letter to {name} was sent")
            if number == SENT
            else N_("The client confirmed the invitation letter to {name}")
        )
        self._seals.found()  # before the step: a keyring may take its time
        with self._database.unit_of_work(said, now) as work:
            guest, person = _whose(work, guest_id, said)
            said.details["name"] = person.name or person.name_latin
            facts = self._facts.of(work, guest.visit_id)
            passport = facts.passports.get(person.id)
            if lacks := list(lacking(facts.visit, passport)):
                raise ReceptionError(
                    _("The letter still lacks: {facts}.").format(
                        facts=_(", ").join(_(one.word) for one in lacks)
                    )
                )
            if number == SENT and not _is_agreed(guest, facts):
                raise ReceptionError(
                    _(
                        "The client has not confirmed this letter as it is now. "
                        "Note the confirmation first; nothing was changed."
                    )
                )
            by = self._database.attendant.person
            edition = noted(
                work, facts, number, choice_of(guest), now, by, medium, holder or person.name_in("zh")
            )
            work.note()
            return edition.id

    def asking(self, visit_id: int, language: str) -> str:
        """Words that ask the client for the passports that are lacking, ready to be copied."""
        letters = [letter for letter in self.letters(visit_id) if letter.is_wanted]
        if not letters:
            raise ReceptionError(_("No guest of this visit gets a letter: there is nobody to ask."))
        return asking(
            [letter for letter in letters if letter.state is InvitationState.COLLECTING] or letters, language
        )

    def confirming(self, guest_id: int, visit_id: int, language: str) -> str:
        """Words that ask the client to confirm the letter that goes along; the number is masked in them."""
        letter = next((one for one in self.letters(visit_id) if one.guest.id == guest_id), None)
        if letter is None:
            raise ReceptionError(_("This entry is no longer there; somebody has deleted it."))
        return confirming(letter.guest, letter.plain, language)


def choice_of(guest: Guest) -> Choice:
    """Under which the client is asked, and the letter goes out."""
    return Choice(language=AS_AGREED, guest_id=guest.id)


def _holds(told: EditionNow | None) -> bool:
    return told is not None and told.state is EditionState.CURRENT


def _is_agreed(guest: Guest, facts: PaperFacts) -> bool:
    return bool(LETTER.marks(facts, replace(choice_of(guest))))


def _opened(passport: Passport | None, facts: PaperFacts) -> tuple[OpenPassport | None, bool]:
    """What stands in it, and whether it is locked."""
    if passport is None:
        return None, False
    try:
        return facts.opened(passport), False
    except LockedError:
        return None, True
    except ReceptionError:  # damaged: it is written anew
        return None, False


def _whose(work: UnitOfWork, guest_id: int, said: Said) -> tuple[Guest, Person]:
    guest = work.get(Guest, guest_id)
    said.visit_id = guest.visit_id
    return guest, work.get(Person, guest.person_id)


def _keep(
    work: UnitOfWork, person: Person, passport: Passport | None, plain: OpenPassport, seal: Seal
) -> None:
    _before(passport, seal)
    if passport is None:
        passport = Passport(person_id=person.id)
        passport.seal(seal, plain)
        work.add(passport)
    else:
        passport.seal(seal, plain)
        work.flush()


def _before(passport: Passport | None, seal: Seal) -> OpenPassport:
    """What stands in it so far; of one that is damaged nothing, and it is sealed anew."""
    if passport is None:
        return OpenPassport()
    try:
        return passport.opened(seal)
    except BrokenSealError:
        passport.mark = ""
        return OpenPassport()


def _past(birth: date | None, now: datetime) -> date | None:
    if birth is not None and birth > now.date():
        raise ReceptionError(_("A date of birth lies in the past. Nothing was changed."))
    return birth

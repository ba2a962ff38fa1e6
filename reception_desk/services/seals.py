"""The seal of this desk's passports: made when the first one is written, found again by its code (A1.3)."""

from __future__ import annotations

import secrets
from datetime import datetime
from enum import StrEnum

from reception_desk.domain.passport import OpenPassport, Passport
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from reception_desk.repository.database import Database
from reception_desk.repository.journal import Said
from reception_desk.sealing.keys import keep_key, kept_key
from reception_desk.sealing.recovery_code import key_of, recovery_code
from reception_desk.sealing.seal import BrokenSealError, Seal, new_key

Stored = dict[str, str]
"""The setting `seal`."""


class SealState(StrEnum):
    """Whether the passports can be read here."""

    NONE = "none"
    OPEN = "open"
    LOCKED = "locked"


class LockedError(ReceptionError):
    """The passports were sealed under a key that is not on this computer."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "The passports are locked on this computer: enter the recovery code in Settings, Data and backups."
            )
        )


class Seals:
    """Looks for the key when it is first wanted, and never while it holds up those who write.

    The system's keyring may take its time. A key that was found is remembered; one that was not may come.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._found: dict[str, Seal] = {}

    def state(self) -> SealState:
        """Whether there is a key, and whether it is here."""
        with self._database.reading() as work:
            stored = work.settings.read().seal
        if not stored:
            return SealState.NONE
        return SealState.OPEN if self._seal(stored) else SealState.LOCKED

    def printed(self) -> str:
        """The day on which the recovery code was last printed (ISO), if ever."""
        with self._database.reading() as work:
            return work.settings.read().seal.get("printed", "")

    def opened(self, stored: Stored, passport: Passport) -> OpenPassport:
        """What stands in a passport; a sentence where it is locked."""
        seal = self._seal(stored)
        if seal is None:
            raise LockedError
        try:
            return passport.opened(seal)
        except BrokenSealError as trouble:
            raise ReceptionError(
                _("This passport is damaged in the data; please write it again.")
            ) from trouble

    def ready(self, now: datetime) -> Seal:
        """The seal to write with, made where there is none; a sentence where it is locked. Ask before a step begins.

        Where nothing is sealed under a key that is gone, and no undo can bring such a thing back, nobody misses it:
        a new one takes its place.
        """
        seal = self.found()
        if seal is not None:
            return seal
        with self._database.reading() as work:
            stored, is_missed = work.settings.read().seal, work.passports.were_ever()
        if is_missed:
            raise LockedError
        seal, identity = Seal(new_key()), secrets.token_hex(8)
        keep_key(identity, seal.key)
        with self._database.unit_of_work(Said(""), now) as work:
            if work.settings.read().seal == stored and not work.passports.were_ever():
                work.settings.put("seal", {"id": identity, "check": seal.check})
                self._found[identity] = seal
                return seal
        return self.ready(now)  # somebody else has made one meanwhile

    def found(self) -> Seal | None:
        """The seal, if its key is here; asked before a step begins, so that nobody waits for a keyring in one."""
        with self._database.reading() as work:
            stored = work.settings.read().seal
        return self._seal(stored)

    def code(self) -> str:
        """The recovery code; a sentence where there is no key here."""
        with self._database.reading() as work:
            stored = work.settings.read().seal
        if not stored:
            raise ReceptionError(
                _("No passport is kept yet, so there is no recovery code. The first one brings it.")
            )
        seal = self._seal(stored)
        if seal is None:
            raise LockedError
        return recovery_code(seal.key)

    def sheet(self, now: datetime) -> bytes:
        """The recovery code on an A4 sheet in both languages, to be locked away; it is no edition, and in no log."""
        from reception_desk.documents.pages import recovery_sheet

        code = self.code()
        with self._database.reading() as work:
            settings = work.settings.read()
        return recovery_sheet.draw(code, settings, now)

    def note_printed(self, now: datetime) -> None:
        """Remember that the sheet was printed."""
        with self._database.unit_of_work(Said(""), now) as work:
            stored = work.settings.read().seal
            work.settings.put("seal", stored | {"printed": now.date().isoformat()})

    def recover(self, code: str) -> None:
        """Take the key from its code and keep it on this computer; refused where it is that of other data."""
        with self._database.reading() as work:
            stored = work.settings.read().seal
        key, identity = fitting(code, stored), stored.get("id", "")
        keep_key(identity, key)
        self._found[identity] = Seal(key)

    def _seal(self, stored: Stored) -> Seal | None:
        identity = stored.get("id", "")
        if identity and identity not in self._found:
            key = kept_key(identity, stored.get("check", ""))
            if key is not None:
                self._found[identity] = Seal(key)
        return self._found.get(identity)


def fitting(code: str, stored: Stored) -> bytes:
    """The key that a code stands for, if it is the one that sealed; `stored` is of the data that it is for."""
    if not stored:
        raise ReceptionError(_("No passport is kept in these data, so no recovery code is wanted."))
    key = key_of(code)
    if Seal(key).check != stored.get("check"):
        raise ReceptionError(_("This is the recovery code of other data: it does not open these passports."))
    return key

"""Who may drive a sign: one program at a time, over all computers that share a data folder (led 6, rule 7)."""

from __future__ import annotations

import os
import platform
import secrets
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol

BEAT: Final = 10.0
"""So often (seconds) the owner of a sign says that it is still there."""

MAKE_WAY: Final = 60.0
"""A sign that was out of reach for so long (seconds) is left to another for so long, if one waits for it."""

QUIET: Final = 900.0

DEAD_AFTER: Final = 3.5 * BEAT
"""After three beats that did not come another program takes the sign over."""


@dataclass(frozen=True)
class Lease:
    """Who drives a sign. `token` grows with every owner and stands in all that is sent: an older one is refused."""

    owner: str = ""
    token: int = 0
    beat_at: datetime | None = None

    @property
    def computer(self) -> str:
        """The computer of the owner, unlike any other."""
        return self.owner.split("/", maxsplit=1)[0]

    @property
    def computer_name(self) -> str:
        """What people call that computer."""
        return self.computer.rpartition("-")[0] or self.computer


@dataclass(frozen=True)
class Sending:
    """What was sent to a sign, for the record: what it must show, for whom, under which token."""

    sign_id: int
    token: int
    digest: str
    words: str
    message_ids: tuple[int, ...]


class Books(Protocol):
    """What is kept of the signs beyond the life of a program: who drives them, what was sent, what came of it."""

    def take(
        self, sign_id: int, owner: str, now: datetime, *, over: Lease | None = None, above: int = 0
    ) -> Lease:
        """Take a lease that is free, or still `over`; say whose it is then."""

    def lease(self, sign_id: int) -> Lease:
        """Who drives a sign."""

    def beat(self, sign_id: int, owner: str, now: datetime) -> None:
        """Say that the owner of a lease is still there."""

    def wish(self, sign_id: int, owner: str, now: datetime) -> None:
        """Say that another program would drive the sign."""

    def wished(self, sign_id: int) -> str:
        """The last wish, whose and when; nothing if there is none."""

    def give_back(self, sign_id: int, owner: str) -> None:
        """Let go of a lease, if it is ours."""

    def sent(self, sending: Sending, state: str, reason: str, now: datetime) -> int:
        """Put a sending on record; its number."""

    def answered(self, number: int, state: str, reason: str, now: datetime) -> None:
        """Put on record what came of it."""


class Claim:
    """One program's claim on one sign. `hold` says whether it may send now, and under which token.

    Clocks of different computers differ: an owner is dead when its beat did not change for as long as *we* count.
    """

    def __init__(self, books: Books, sign_id: int, owner: str) -> None:
        self._books, self._sign_id, self._owner = books, sign_id, owner
        self.lease = Lease()
        self._next_beat = 0.0
        self._since = 0.0
        self._wish = ""
        self._lost_at: float | None = None
        self._pause_until = self._quiet_until = 0.0

    @property
    def is_ours(self) -> bool:
        """Whether the sign was ours when we last looked."""
        return self.lease.owner == self._owner

    def hold(self, now: datetime, seconds: float, *, above: int = 0) -> bool:
        """Whether we drive the sign now: looked up each time, for we may have slept while another took it."""
        if seconds < self._pause_until and self._books.lease(self._sign_id).owner in {"", self._owner}:
            return False  # another one may try
        self._look(now, seconds, above)
        if not self.is_ours and self._dead(seconds):
            self._look(now, seconds, above)
        self.beat(now, seconds)
        if not self.is_ours and seconds >= self._quiet_until:
            self._books.wish(self._sign_id, self._owner, now)
        return self.is_ours

    def make_way(self, seconds: float, *, is_lost: bool) -> bool:
        """Leave a sign that we cannot reach to a program that waits for it: the monitor may be there, not here.

        Whoever has made way asks for nothing for a while, or two that both cannot would pass it to and fro.
        """
        if not (self.is_ours and is_lost):
            self._lost_at = None
            return False
        self._lost_at = seconds if self._lost_at is None else self._lost_at
        before, self._wish = self._wish, self._books.wished(self._sign_id)
        somebody_waits = bool(before) and before != self._wish
        if not somebody_waits or seconds - self._lost_at < MAKE_WAY:
            return False
        self.give_back()
        self._lost_at, self._wish = None, ""
        self._pause_until, self._quiet_until = seconds + MAKE_WAY, seconds + QUIET
        return True

    def _look(self, now: datetime, seconds: float, above: int) -> None:
        found = self._books.take(self._sign_id, self._owner, now, over=self._dead(seconds), above=above)
        if found != self.lease:
            self._since = seconds
        self.lease = found

    def beat(self, now: datetime, seconds: float) -> None:
        """Say that we are still there, if it is ours and time to say so."""
        if self.is_ours and seconds >= self._next_beat:
            self._next_beat = seconds + BEAT
            self._books.beat(self._sign_id, self._owner, now)

    def give_back(self) -> None:
        """Let go, so that nobody has to wait for beats that do not come."""
        if self.is_ours:
            self._books.give_back(self._sign_id, self._owner)
        self.lease = Lease()

    def _dead(self, seconds: float) -> Lease | None:
        """The lease of an owner that is no more, as it stood when we saw that."""
        if self.is_ours or not self.lease.owner:
            return None
        # We hold the system's lock of this sign: whoever of this computer had it before is gone.
        is_from_here = self.lease.computer == self._owner.split("/", maxsplit=1)[0]
        return self.lease if is_from_here or seconds - self._since >= DEAD_AFTER else None


def this_program() -> str:
    """A name for this run of the program on this computer, unlike any other."""
    computer = f"{platform.node() or 'computer'}-{uuid.getnode() & 0xFFFFFF:06x}"
    return f"{computer}/{os.getpid()}/{secrets.token_hex(4)}"


def words_of(texts: Sequence[tuple[str, str]]) -> str:
    """The words of pages on one line, for the record."""
    return " / ".join(" ".join(f"{text} {text_en}".split()) for text, text_en in texts)

"""What every kind of sign can be asked, and the list of the kinds that this program can drive."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Protocol

from reception_desk.domain.sign import Sign, SignKind
from reception_desk.i18n import _
from reception_desk.signs.resolve import Desired


class Answer(StrEnum):
    """How sure we are that a sign does what it was asked: seen, only sent, or refused."""

    CONFIRMED = "confirmed"
    SENT = "sent"
    FAILED = "failed"


@dataclass(frozen=True)
class Ack:
    """A sign's answer; a failure has its reason as a sentence.

    `newer`: the sign listens to this token, which is higher than ours: somebody else drives it, or did.
    """

    answer: Answer
    reason: str = ""
    newer: int = 0


@dataclass(frozen=True)
class Health:
    """Whether a sign can be reached, and the fingerprint of what it shows as far as it can tell."""

    is_up: bool
    shows: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Capabilities:
    """What the rest of the program must know of a kind of sign.

    `blocks`: a call may take its time, so it is made in a worker thread; others are made where the loop runs.
    `draws`: it is sent pictures, so its own character set does not matter.
    """

    blocks: bool
    draws: bool


class SignDriver(Protocol):
    """One sign's driver. It is made with the sign; whatever changes about the sign, a new one is made.

    `token` is the lease's: the sign listens to the highest that it has heard, an older one is refused.
    """

    def capabilities(self) -> Capabilities:
        """Say what this kind of sign can do."""

    def validate(self, desired: Desired) -> list[str]:
        """Say in sentences why this cannot be shown; nothing if it can."""

    def show(self, desired: Desired, token: int = 0) -> Ack:
        """Show this instead of whatever is there; showing the same again does no harm."""

    def clear(self, desired: Desired, token: int = 0) -> Ack:
        """Make the sign dark; `desired` is the blank that was resolved."""

    def probe(self) -> Health:
        """Look how the sign is."""

    def close(self) -> None:
        """Let go of the sign."""


class Fence:
    """Keeps those out who drove a sign before: for signs that are in this program, and cannot tell by themselves."""

    def __init__(self) -> None:
        self._highest = 0

    def refusal(self, token: int) -> Ack | None:
        """Why a token is refused; nothing if it is the highest so far."""
        if token < self._highest:
            reason = _("This sign is driven by another program now.")
            return Ack(Answer.FAILED, reason, newer=self._highest)
        self._highest = token
        return None


DriverFor = Callable[[Sign], SignDriver]


def _web(sign: Sign) -> SignDriver:
    from reception_desk.signs.web import WebSign

    return WebSign(sign)


def _hand_over(sign: Sign) -> SignDriver:
    from reception_desk.signs.hand_over import HandOverSign

    return HandOverSign(sign)


DRIVERS: Final[dict[SignKind, DriverFor]] = {SignKind.WEB: _web, SignKind.HAND_OVER: _hand_over}
"""One line per kind of sign. The screen's driver needs Qt, so `ui` hands it over at its start."""

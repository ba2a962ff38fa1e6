"""Whom a letter of invitation is for, what it still lacks, and how far it is (A1.3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from reception_desk.domain.entity import Answer
from reception_desk.domain.guest import Guest
from reception_desk.domain.passport import Passport
from reception_desk.domain.visit import Visit
from reception_desk.i18n import N_

AGREED, SENT = "D17-agreed", "D17-sent"
"""The tellings: the client has found the letter right; the letter has gone out."""


class InvitationState(StrEnum):
    """收集 → 草稿 → 客户确认 → 已发: derived from the passport and from what was told, never set."""

    COLLECTING = "collecting"
    DRAFT = "draft"
    AGREED = "agreed"
    SENT = "sent"


@dataclass(frozen=True)
class Lacking:
    """A fact that the letter lacks: its name (a msgid), and where it is written (`section/field`)."""

    word: str
    place: str


def is_wanted(visit: Visit) -> bool:
    """Whether letters are written, as far as is known: said so, or guests from abroad and nobody said no."""
    if visit.invitation is Answer.UNCONFIRMED:
        return visit.is_foreign
    return visit.invitation is Answer.YES


def has_to_do_with(visit: Visit) -> bool:
    """Whether letters are a matter of this visit at all."""
    return visit.is_foreign or visit.invitation is Answer.YES


def gets_letter(guest: Guest, visit: Visit) -> bool:
    """Whether a letter is written for a guest: as somebody said, else for those from abroad.

    Somebody of a foreign company whose nationality nobody knows counts as from abroad, so that none is missed.
    """
    if guest.is_invited is not None:
        return guest.is_invited
    if guest.person.nationality:
        return guest.person.is_foreign
    return bool(visit.company and visit.company.is_foreign) and not guest.is_agent


def invitees(visit: Visit) -> list[Guest]:
    """The guests for whom a letter is written, in their order."""
    return [guest for guest in visit.guests if gets_letter(guest, visit)]


def lacking(visit: Visit, passport: Passport | None) -> Iterator[Lacking]:
    """What must be there before the client can be asked to confirm the letter (A1.3, A1.2)."""
    if passport is None or not passport.sealed_name:
        yield Lacking(N_("Name in the passport"), "invitation/name")
    if passport is None or not passport.sealed_number:
        yield Lacking(N_("Passport number"), "invitation/number")
    if visit.arrival_at is None:
        yield Lacking(N_("Arrival"), "overview/arrival_at")
    if visit.departure_at is None:
        yield Lacking(N_("Departure"), "overview/departure_at")
    if not visit.purpose.strip():
        yield Lacking(N_("Purpose"), "overview/purpose")

"""What a change touches: all that was told and is no longer so, in one ordered list (5.3, 5.4, B7)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from reception_desk.i18n import _, ngettext


class Concern(StrEnum):
    """What is to be done about a line, in the order in which it presses."""

    BOOKING = "booking"
    PAPER = "paper"
    PERSON = "person"
    SIGN = "sign"
    CONFIRMATION = "confirmation"


@dataclass(frozen=True, kw_only=True)
class Consequence:
    """One line of the list.

    `what` it is about, `who` has it, `changes` what it tells otherwise, in the language of the screen; `texts` is the
    same to be copied and sent, by language. `edition_ids`: the editions that it stands for; `message_id`: the words of
    a sign. `section` and `field` are where it is put right. `is_done`: told already what holds now.
    """

    concern: Concern
    key: str
    what: str
    who: str = ""
    changes: tuple[str, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    edition_ids: tuple[int, ...] = ()
    message_id: int | None = None
    section: str = "paper"
    field: str = ""
    document: str = ""
    copies: int = 0
    is_done: bool = False
    can_tell: bool = False
    can_collect: bool = False
    can_reprint: bool = False


def still_open(lines: Iterable[Consequence]) -> list[Consequence]:
    """Those that somebody must still see to."""
    return [line for line in lines if not line.is_done]


def touched_words(lines: Iterable[Consequence]) -> str:
    """What is said at once after a change that touches something."""
    return _("Touched: {what} — Ctrl+J shows them").format(what=counted(lines))


def counted(lines: Iterable[Consequence]) -> str:
    """How many of each kind are open, in words: `3 papers, 2 people, 1 booking`."""
    found = still_open(lines)
    numbers = {concern: sum(line.concern is concern for line in found) for concern in Concern}
    said = {
        Concern.BOOKING: ngettext("{count} booking", "{count} bookings", numbers[Concern.BOOKING]),
        Concern.PAPER: ngettext("{count} paper", "{count} papers", numbers[Concern.PAPER]),
        Concern.PERSON: ngettext("{count} person", "{count} people", numbers[Concern.PERSON]),
        Concern.SIGN: ngettext("{count} sign", "{count} signs", numbers[Concern.SIGN]),
        Concern.CONFIRMATION: ngettext(
            "{count} confirmation", "{count} confirmations", numbers[Concern.CONFIRMATION]
        ),
    }
    return _(", ").join(said[one].format(count=number) for one, number in numbers.items() if number)

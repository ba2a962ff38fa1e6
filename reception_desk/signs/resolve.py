"""What must be on a sign now: a pure function of the clock, the queue and the sign. Nothing is remembered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from reception_desk.domain.sign import Sign
from reception_desk.domain.welcome import Effect, WelcomeMessage, digest
from reception_desk.domain.welcome_state import Window


class Showing(StrEnum):
    """What kind of thing a sign shows: it always shows exactly one of these."""

    WELCOME = "welcome"
    IDLE = "idle"
    BLANK = "blank"


@dataclass(frozen=True)
class Queued:
    """A message with the window that it has today, and the names that must not be broken across lines."""

    message: WelcomeMessage
    window: Window
    names: tuple[str, ...] = ()

    @property
    def may_show(self) -> bool:
        """Whether its words are checked and nobody has ended it."""
        return self.message.is_checked and not self.message.is_over


@dataclass(frozen=True)
class Page:
    """One text, in one or two languages, that fills the sign; what is `whole` is not broken across lines.

    A sign that cannot be reached any more takes it off by itself at `until`, if it can.
    """

    text: str
    text_en: str = ""
    effect: Effect = Effect.AUTO
    whole: tuple[str, ...] = ()
    until: datetime | None = None


@dataclass(frozen=True)
class Desired:
    """What must be on the sign: pages to rotate (none: blank), for which messages, until when at the latest.

    Two of them with the same fingerprint look the same on the sign; how long they may is no part of that.
    `at` is when it was resolved, by the desk's clock: not every desk has today's.
    """

    showing: Showing
    pages: tuple[Page, ...]
    message_ids: tuple[int, ...]
    valid_until: datetime | None
    fingerprint: str
    at: datetime | None = field(default=None, compare=False)


def resolve(now: datetime, messages: Iterable[Queued], sign: Sign) -> Desired:
    """Say what must be on the sign at `now`, whatever the order of the messages and whatever was on it before."""
    waiting = [queued for queued in messages if queued.may_show and now < queued.window.ends]
    moments = {moment for queued in waiting for moment in (queued.window.starts, queued.window.ends)}
    valid_until = min((moment for moment in moments if moment > now), default=None)
    winners = _winners([queued for queued in waiting if now in queued.window]) if sign.is_on else []
    showing = Showing.BLANK
    pages: tuple[Page, ...] = ()
    if winners:
        showing, pages = Showing.WELCOME, _pages(winners)
    elif sign.is_on and sign.idle_text.strip():
        showing, pages = Showing.IDLE, (Page(sign.idle_text),)
    ids = tuple(queued.message.id for queued in winners)
    return Desired(showing, pages, ids, valid_until, _fingerprint(pages, sign), at=now)


def _winners(open_now: Sequence[Queued]) -> list[Queued]:
    """Those of the highest priority, in the order in which they rotate."""
    highest = max((queued.message.priority for queued in open_now), default=0)
    winners = (queued for queued in open_now if queued.message.priority == highest)
    return sorted(winners, key=lambda queued: (queued.window.starts, queued.message.id))


def _pages(winners: Sequence[Queued]) -> tuple[Page, ...]:
    pages: dict[tuple[str, str], Page] = {}
    for queued in winners:
        message = queued.message
        words = (message.checked_text, message.checked_text_en)
        page = pages.get(words)  # two visits with the same words are one page
        if page is None:
            pages[words] = Page(*words, message.effect, queued.names, queued.window.ends)
        elif page.until is not None:
            pages[words] = replace(page, until=max(page.until, queued.window.ends))
    return tuple(pages.values())


def place_and_look(sign: Sign) -> tuple[object, ...]:
    """What of a sign decides about its pixels: where they are, how many, in what colours, how fast they move."""
    place = (sign.monitor, sign.left, sign.top, sign.address, sign.port, sign.width, sign.height)
    return (*place, sign.colours, sign.text_colour, sign.scroll_speed)


def _fingerprint(pages: Sequence[Page], sign: Sign) -> str:
    words = (word for page in pages for word in (page.text, page.text_en, page.effect, *page.whole))
    return digest(sign.kind, *map(str, place_and_look(sign)), *words)

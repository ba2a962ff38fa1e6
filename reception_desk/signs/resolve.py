"""What must be on a sign now: a pure function of the clock, the queue and the sign. Nothing is remembered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from reception_desk.domain.sign import Sign
from reception_desk.domain.sign_order import OrderKind, SignOrder
from reception_desk.domain.welcome import Effect, WelcomeMessage, digest
from reception_desk.domain.welcome_state import Window
from reception_desk.domain.wording import NEUTRAL, TOGETHER, BilingualText


class Showing(StrEnum):
    """What kind of thing a sign shows: it always shows exactly one of these."""

    WELCOME = "welcome"
    IDLE = "idle"
    BLANK = "blank"
    PATTERN = "pattern"


@dataclass(frozen=True)
class Queued:
    """A message with the window that it has today, and the names that must not be broken across lines.

    `party`: whom it welcomes, in a word; `company_id`: whose rivals must not read it. What is confidential
    never stands there with its names. Without a window it is shown only where somebody orders it.
    """

    message: WelcomeMessage
    window: Window | None
    names: tuple[str, ...] = ()
    party: BilingualText | None = None
    company_id: int | None = None
    is_confidential: bool = False

    @property
    def may_show(self) -> bool:
        """Whether its words are checked and nobody has ended it."""
        return self.message.is_checked and not self.message.is_over


@dataclass(frozen=True)
class Manners:
    """What stands on a sign instead of names, the words for several delegations, and who are rivals."""

    neutral: BilingualText = NEUTRAL
    together: BilingualText = TOGETHER
    rivals: frozenset[tuple[int, int]] = frozenset()

    def are_rivals(self, one: int | None, other: int | None) -> bool:
        """Whether two companies must not read each other's name."""
        pair = (min(one or 0, other or 0), max(one or 0, other or 0))
        return pair in self.rivals


PLAIN: Final = Manners()


@dataclass(frozen=True)
class Page:
    """One text, in one or two languages, that fills the sign; what is `whole` is not broken across lines.

    A pattern has a frame at the outermost lamps and bars of its colours besides.
    A sign that cannot be reached any more takes it off by itself at `until`, if it can.
    """

    text: str
    text_en: str = ""
    effect: Effect = Effect.AUTO
    whole: tuple[str, ...] = ()
    until: datetime | None = None
    is_pattern: bool = False


@dataclass(frozen=True)
class Desired:
    """What must be on the sign: pages to rotate (none: blank), for which messages, until when at the latest.

    Two of them with the same fingerprint look the same on the sign; how long they may is no part of that.
    `at` is when it was resolved, by the desk's clock: not every desk has today's. `order_id`: who ordered it.
    """

    showing: Showing
    pages: tuple[Page, ...]
    message_ids: tuple[int, ...]
    valid_until: datetime | None
    fingerprint: str
    at: datetime | None = field(default=None, compare=False)
    order_id: int | None = field(default=None, compare=False)


@dataclass(frozen=True)
class SignQueue:
    """A sign and everything that is queued and ordered for it."""

    sign: Sign
    messages: tuple[Queued, ...]
    orders: tuple[SignOrder, ...] = ()
    manners: Manners = PLAIN

    def desired(self, now: datetime) -> Desired:
        """What must be on it."""
        return resolve(now, self.messages, self.sign, self.orders, self.manners)


def resolve(
    now: datetime,
    messages: Iterable[Queued],
    sign: Sign,
    orders: Iterable[SignOrder] = (),
    manners: Manners = PLAIN,
) -> Desired:
    """Say what must be on the sign at `now`, whatever the order of the messages and whatever was on it before.

    Blank beats all; then what was last ordered to be shown; then the highest priority; then the idle words.
    """
    able = [queued for queued in messages if queued.may_show]
    orders = [order for order in orders if order.lifted_at is None]
    order = _ruling(now, able, orders) if sign.is_on else None
    waiting = [(queued, window) for queued in able if (window := queued.window) and now < window.ends]
    open_now = [queued for queued, window in waiting if window.starts <= now]
    shown: list[Queued] = []
    pages: tuple[Page, ...] = ()
    if order is not None and order.kind is OrderKind.SHOW_NOW:
        shown = [queued for queued in able if queued.message.id == order.message_id]
        pages = tuple(
            replace(page_of(queued, manners, discreet=False), until=order.ends_at) for queued in shown
        )
    elif order is None and sign.is_on:
        shown = _winners(open_now)
        pages = _pages(shown, open_now, sign, manners)
    showing = Showing.WELCOME if pages else Showing.BLANK
    if order is not None and order.kind is OrderKind.TEST:
        showing, pages = Showing.PATTERN, (_pattern(sign, order.ends_at),)
    elif not pages and order is None and sign.is_on and sign.idle_text.strip():
        showing, pages = Showing.IDLE, (Page(sign.idle_text),)
    return Desired(
        showing=showing,
        pages=pages,
        message_ids=tuple(queued.message.id for queued in shown),
        valid_until=_next_change(now, waiting, orders),
        fingerprint=_fingerprint(pages, sign),
        at=now,
        order_id=order.id if order else None,
    )


def _pattern(sign: Sign, until: datetime) -> Page:
    return Page(f"{sign.name} {sign.width}×{sign.height}", until=until, is_pattern=True)


def _ruling(now: datetime, able: Sequence[Queued], orders: Iterable[SignOrder]) -> SignOrder | None:
    """The order that holds now: blank, else a test, else the last; words that may not be shown are no order."""
    showable = {queued.message.id for queued in able}
    holding = [
        order
        for order in orders
        if order.starts_at <= now < order.ends_at
        and (order.kind is not OrderKind.SHOW_NOW or order.message_id in showable)
    ]
    return max(holding, key=_rank, default=None)


def _rank(order: SignOrder) -> tuple[bool, bool, datetime, int]:
    return order.kind is OrderKind.BLANK, order.kind is OrderKind.TEST, order.starts_at, order.id


def _next_change(
    now: datetime, waiting: Iterable[tuple[Queued, Window]], orders: Iterable[SignOrder]
) -> datetime | None:
    moments = {moment for _queued, window in waiting for moment in (window.starts, window.ends)}
    moments |= {moment for order in orders for moment in (order.starts_at, order.ends_at)}
    return min((moment for moment in moments if moment > now), default=None)


def _winners(open_now: Sequence[Queued]) -> list[Queued]:
    """Those of the highest priority, in the order in which they rotate."""
    highest = max((queued.message.priority for queued in open_now), default=0)
    winners = (queued for queued in open_now if queued.message.priority == highest)
    return sorted(winners, key=lambda queued: (queued.window and queued.window.starts, queued.message.id))


def _pages(
    winners: Sequence[Queued], open_now: Sequence[Queued], sign: Sign, manners: Manners
) -> tuple[Page, ...]:
    """The pages that take turns: rivals stand there without their names, whoever else may be on one line is."""
    discreet = {queued.message.id for queued in winners if _has_rival(queued, open_now, manners)}
    named = [
        queued
        for queued in winners
        if _names_its_party(queued) and not queued.is_confidential and queued.message.id not in discreet
    ]
    together = named if sign.merges and len({queued.party for queued in named}) > 1 else []
    pages: dict[tuple[str, str], Page] = {}
    for queued in winners:
        if queued in together:
            page = _together(together, manners)
            pages.setdefault((page.text, page.text_en), page)
            continue
        page = page_of(queued, manners, discreet=queued.message.id in discreet)
        words = (page.text, page.text_en)
        before = pages.get(words)  # two visits with the same words are one page
        if before is None or not before.until or not page.until:
            pages[words] = before or page
        else:
            pages[words] = replace(before, until=max(before.until, page.until))
    return tuple(pages.values())


def _names_its_party(queued: Queued) -> bool:
    """Whether the company's name stands in words that somebody has checked: only such a name goes on a merged line."""
    checked = "".join(f"{queued.message.checked_text}{queued.message.checked_text_en}".split())
    return queued.party is not None and "".join(queued.party.zh.split()) in checked


def _has_rival(queued: Queued, open_now: Iterable[Queued], manners: Manners) -> bool:
    """Whether a rival is in the house at the same time, outranked or not: both would read it."""
    return any(manners.are_rivals(queued.company_id, other.company_id) for other in open_now)


def page_of(queued: Queued, manners: Manners, *, discreet: bool = False) -> Page:
    """The page of one message; without any name where it must be discreet or is confidential."""
    message, until = queued.message, queued.window.ends if queued.window else None
    if discreet or queued.is_confidential:
        return Page(manners.neutral.zh, manners.neutral.en if message.checked_text_en else "", until=until)
    return Page(message.checked_text, message.checked_text_en, message.effect, queued.names, until)


def _together(several: Sequence[Queued], manners: Manners) -> Page:
    """One line for several delegations; it is not true any more when the first of them leaves."""
    parties = list(dict.fromkeys(queued.party for queued in several if queued.party))
    chinese = manners.together.zh.format(units="、".join(party.zh for party in parties))
    english = ""
    if any(queued.message.checked_text_en for queued in several):
        *first, last = [party.en or party.zh for party in parties]
        english = manners.together.en.format(units=f"{', '.join(first)} and {last}")
    whole = tuple(dict.fromkeys(name for queued in several for name in queued.names))
    return Page(
        chinese, english, whole=whole, until=min(queued.window.ends for queued in several if queued.window)
    )


def place_and_look(sign: Sign) -> tuple[object, ...]:
    """What of a sign decides about its pixels: where they are, how many, in what colours, how fast they move."""
    place = (sign.monitor, sign.left, sign.top, sign.address, sign.port, sign.width, sign.height)
    return (*place, sign.colours, sign.text_colour, sign.scroll_speed)


def _fingerprint(pages: Sequence[Page], sign: Sign) -> str:
    words = (word for page in pages for word in (page.text, page.text_en, page.effect, *page.whole))
    patterns = ("pattern" for page in pages if page.is_pattern)
    return digest(sign.kind, *map(str, place_and_look(sign)), *words, *patterns)

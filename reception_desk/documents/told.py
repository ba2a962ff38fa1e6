"""Facts as a content holds them: moments, lines of a text, needs of three states, people, and what is cut short."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import TypeVar

from reception_desk.documents.clean import clean
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.guest import Guest
from reception_desk.domain.host import Host
from reception_desk.domain.meal import Meal
from reception_desk.domain.ranks import RankScale
from reception_desk.domain.visit import Visit

Pairs = Iterator[tuple[str, str]]
Row = TypeVar("Row")

MORE = "…"


def stored(moment: datetime | date | None) -> str:
    """A moment or a day as it stands in a content."""
    if moment is None:
        return ""
    return moment.strftime("%Y-%m-%dT%H:%M") if isinstance(moment, datetime) else moment.isoformat()


def number(value: int | None) -> str:
    """A number, nothing where it is not known."""
    return "" if value is None else str(value)


def lines(text: str) -> list[str]:
    """The lines of a longer text, as they are printed."""
    return [line for line in map(clean, text.splitlines()) if line]


def shortened(text: str, most: int) -> str:
    """A text on one line of up to `most` characters; what is too much is cut off, and it shows."""
    plain = " ".join(lines(text))
    return plain if len(plain) <= most else plain[: most - 1].rstrip() + MORE


def first_of(rows: Sequence[Row], most: int) -> tuple[Sequence[Row], int]:
    """As many as there is room for, and how many more there are."""
    return (rows, 0) if len(rows) <= most else (rows[: most - 1], len(rows) - most + 1)


def share(room: int, rows: int, least: int) -> int:
    """How many characters each of so many rows may take of the room that all have together."""
    return max(least, room // max(rows, 1))


def numbered(about: str, rows: Iterable[Iterable[tuple[str, str]]]) -> Pairs:
    """Rows of a content: `guest 1/name` and so on."""
    for place, row in enumerate(rows, 1):
        yield from ((f"{about} {place}/{part}", value) for part, value in row)


def each(part: str, tongue: Tongue, say: Iterable[str]) -> Pairs:
    """A fact in each language: `name/zh`, `name/en`."""
    yield from ((f"{part}/{language}", value) for language, value in zip(tongue.languages, say, strict=True))


def need(part: str, value: str | None, most: int = 80) -> Pairs:
    """A need: what was said, and whether anybody has asked; not asked is never taken for none (A1.1e)."""
    yield part, shortened(value or "", most)
    yield f"{part} asked", "" if value is None else "yes"


def guest_name(guest: Guest, tongue: Tongue) -> Pairs:
    """Name and title."""
    yield from each("name", tongue, [guest.person.name_in(one) for one in tongue.languages])
    yield from each("title", tongue, [guest.title_in(one) for one in tongue.languages])


def guest_parts(guest: Guest) -> Pairs:
    """What a guest is besides a guest."""
    for part in ("is_main", "is_contact", "is_interpreter", "is_agent"):
        yield part, "yes" if getattr(guest, part) else ""


def rank_words(rank: int | None, scale: RankScale | None, tongue: Tongue) -> list[str]:
    """What a rank is called in the company's scale; its number where the scale does not have it."""
    known = scale.rank(rank) if scale else None
    return [known.text(one) if known else number(rank) for one in tongue.languages]


def host_name(host: Host, tongue: Tongue) -> Pairs:
    """Name, title and department of one of us."""
    yield from each("name", tongue, [host.name_in(one) for one in tongue.languages])
    yield from each("title", tongue, [host.title_in(one) for one in tongue.languages])
    yield "department", host.who.department


def meal_heads(meal: Meal | None, visit: Visit) -> tuple[int | None, int | None, int | None]:
    """At a meal: how many guests, how many of us, how many in all; what is not known is None."""
    heads, ours = (meal.heads, meal.our_heads) if meal else (None, None)
    if heads is not None:
        return (None if ours is None else max(heads - ours, 0)), ours, heads
    guests = visit.head_count
    return guests, ours, None if guests is None or ours is None else guests + ours

"""Random schedules of a sign against an oracle that knows the rules and nothing of our code.

`python -m tests.signs.schedules 100000` tries so many; a second number is the first seed. A failure names its seed.
"""

from __future__ import annotations

import random
import sys
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from reception_desk.domain.sign import SignKind
from reception_desk.domain.sign_order import OrderKind, SignOrder
from reception_desk.domain.welcome_state import Window
from reception_desk.domain.wording import BilingualText
from reception_desk.signs.driver import Ack, Answer, Capabilities, Health
from reception_desk.signs.reconciler import REPEAT, Reconciler, SignState
from reception_desk.signs.resolve import Desired, Manners, Queued, SignQueue, resolve
from tests.signs.queue import NOON, a_message, a_sign

SPAN = 600
"""Minutes in which everything happens."""

SECOND = timedelta(seconds=1)
COMPANIES = ("恒屹", "启明", "江南", "远大")
NOBODY = "热烈欢迎各位来宾"
IDLE = "欢迎光临"


@dataclass(frozen=True)
class Row:
    """One message, in minutes; `fate`: draft, or ended by somebody."""

    number: int
    text: str
    start: int | None
    end: int | None
    rank: int
    fate: str
    company: int
    secret: bool


@dataclass(frozen=True)
class Order:
    """Show a row (or nothing: dark) for some minutes."""

    number: int
    start: int
    end: int
    row: int | None
    lifted: bool


@dataclass(frozen=True)
class Schedule:
    """All that decides what a sign shows."""

    rows: tuple[Row, ...]
    orders: tuple[Order, ...]
    rivals: frozenset[tuple[int, int]]
    is_on: bool
    has_idle: bool
    merges: bool
    chance: random.Random = field(compare=False)

    def moments(self) -> list[float]:
        """Every boundary, a second before and after it, and some moments between, in minutes."""
        edges = {m for r in self.rows if r.start is not None and r.end is not None for m in (r.start, r.end)}
        edges |= {m for o in self.orders for m in (o.start, o.end)}
        near = {edge + step for edge in edges for step in (-1 / 60, 0, 1 / 60)}
        return sorted(near | {self.chance.uniform(-30, SPAN + 30) for _ in range(8)})


def schedule(seed: int) -> Schedule:
    """A schedule as wild as they come: nested, touching, equal windows; secrets, rivals, orders over orders."""
    chance = random.Random(seed)
    grid = chance.choice([1, 5, 30])

    def span() -> tuple[int, int]:
        start = chance.randrange(0, SPAN, grid)
        return start, start + chance.randrange(grid, SPAN // 2, grid)

    rows = []
    for number in range(1, chance.randint(0, 8) + 1):
        company = chance.randrange(0, len(COMPANIES) + 1)  # 0: no visit
        start, end = span() if chance.random() < 0.93 else (None, None)
        text = f"热烈欢迎{COMPANIES[company - 1]}一行" if company else chance.choice(["请走东门", "年会"])
        fate = chance.choice(["", "", "", "", "", "draft", "cancelled_at", "taken_down_at"])
        secret = bool(company) and chance.random() < 0.2
        rows.append(Row(number, text, start, end, chance.choice([0, 0, 0, 1, 2]), fate, company, secret))
    orders = []
    for number in range(1, chance.choice([0, 0, 1, 2, 3]) + 1):
        row = chance.choice([None, *(row.number for row in rows)])
        orders.append(Order(number, *span(), row, chance.random() < 0.2))
    pairs = [(one, other) for one in range(1, 5) for other in range(one + 1, 5)]
    rivals = frozenset(pair for pair in pairs if chance.random() < 0.25)
    switches = (chance.random() < 0.95, chance.random() < 0.8, chance.random() < 0.5)
    return Schedule(tuple(rows), tuple(orders), rivals, *switches, chance)


def at(minute: float) -> datetime:
    """A minute of the schedule as a moment, on a whole second."""
    return NOON + timedelta(seconds=round(minute * 60))


def queue_of(it: Schedule) -> SignQueue:
    """The schedule in the program's own words."""
    orders = []
    for row in it.orders:
        kind = OrderKind.BLANK if row.row is None else OrderKind.SHOW_NOW
        order = SignOrder(
            sign_id=1, kind=kind, message_id=row.row, starts_at=at(row.start), ends_at=at(row.end)
        )
        order.id = row.number
        order.lifted_at = NOON if row.lifted else None
        orders.append(order)
    sign = a_sign(is_on=it.is_on, idle_text=IDLE if it.has_idle else "", merges=it.merges)
    for name in sign.__mapper__.column_attrs.keys():  # noqa: SIM118 - it is no dictionary
        setattr(sign, name, getattr(sign, name))
    return SignQueue(sign, tuple(map(_queued, it.rows)), tuple(orders), Manners(rivals=it.rivals))


def _queued(row: Row) -> Queued:
    message = a_message(row.number, checked=row.fate != "draft", text=row.text, priority=row.rank)
    for end in ("cancelled_at", "taken_down_at"):
        setattr(message, end, NOON if row.fate == end else None)
    for default in ("text_en", "effect", "checked_at", "checked_text_en"):  # read once, it is found faster
        setattr(message, default, getattr(message, default))
    window = None
    if row.start is not None and row.end is not None:
        window = Window(at(row.start), at(row.end), at(row.start))
    name = COMPANIES[row.company - 1] if row.company else ""
    party = BilingualText(name, name) if row.company and not row.secret else None
    names = (name,) if party else ()
    return Queued(message, window, names, party, row.company or None, row.secret)


def oracle(it: Schedule, moment: datetime) -> tuple[list[str], list[int]]:
    """The texts and the numbers of the messages on the sign, told from the rules (led 2 and 6) and the bare rows."""
    if not it.is_on:
        return [], []
    now = (moment - NOON).total_seconds() / 60
    alive = {row.number: row for row in it.rows if row.fate == ""}
    held = [o for o in it.orders if not o.lifted and o.start <= now < o.end]
    if [o for o in held if o.row is None]:
        return [], []
    for order in sorted(held, key=lambda o: (-o.start, -o.number)):
        if order.row in alive:
            row = alive[order.row]
            return [NOBODY if row.secret else row.text], [row.number]
    here = [r for r in alive.values() if r.start is not None and r.end is not None and r.start <= now < r.end]
    here.sort(key=lambda r: (r.start, r.number))
    first = [r for r in here if all(other.rank <= r.rank for other in here)]
    if not first:
        return [IDLE] if it.has_idle else [], []
    companies = {r.company for r in here}
    hated = {one for pair in it.rivals for one in pair if set(pair) <= companies}
    hidden = {r.number for r in first if r.secret or r.company in hated}
    open_names = [COMPANIES[r.company - 1] for r in first if r.company and r.number not in hidden]
    shared = list(dict.fromkeys(open_names)) if it.merges and len(set(open_names)) > 1 else []
    texts = []
    for row in first:
        if row.number in hidden:
            texts.append(NOBODY)
        elif shared and row.company:
            texts.append(f"热烈欢迎{'、'.join(shared)}来宾")
        else:
            texts.append(row.text)
    return list(dict.fromkeys(texts)), [row.number for row in first]


class Panel:
    """A sign that does what it is told, and keeps it when the program dies."""

    def __init__(self) -> None:
        self.on: Desired | None = None

    def __call__(self, _sign: object) -> Panel:
        return self

    def capabilities(self) -> Capabilities:
        return Capabilities(blocks=False, draws=True)

    def validate(self, _desired: Desired) -> list[str]:
        return []

    def show(self, desired: Desired, token: int = 0) -> Ack:
        self.on = desired
        return Ack(Answer.CONFIRMED)

    clear = show

    def probe(self) -> Health:
        return Health(is_up=True, shows=self.on.fingerprint if self.on else "")

    def close(self) -> None:
        """It stays as it is."""


class Program:
    """A run of the program that drives the panel."""

    def __init__(self, queue: SignQueue) -> None:
        self.queue, self.panel, self.seconds = queue, Panel(), 0.0
        self.reconciler = Reconciler({SignKind.SCREEN: self.panel})

    def look(self, moment: datetime) -> list[str]:
        """What stands on the sign once the loop has come by."""
        self.seconds += REPEAT
        self.reconciler.reconcile(self.queue, moment, self.seconds)
        if self.reconciler.status.state is SignState.OFF:
            return []
        assert self.panel.on is not None
        return [page.text for page in self.panel.on.pages]

    def restart(self) -> None:
        """Die, and begin again with nothing in mind; the sign keeps what it shows."""
        self.reconciler = Reconciler({SignKind.SCREEN: self.panel})


def prove(seed: int) -> None:
    """Hold one schedule against the oracle: by the clock, shuffled, restarted, with a clock that jumps."""
    it = schedule(seed)
    queue, moments = queue_of(it), [at(minute) for minute in it.moments()]
    program = Program(queue)
    before: Desired | None = None
    for moment in moments:
        texts, numbers = oracle(it, moment)
        desired = queue.desired(moment)
        assert ([page.text for page in desired.pages], list(desired.message_ids)) == (texts, numbers)
        assert all(page.until is None or page.until > moment for page in desired.pages)
        if before is not None and (before.valid_until is None or moment < before.valid_until):
            assert before.fingerprint == desired.fingerprint
        before = desired
        if it.chance.random() < 0.3:
            program.restart()
            _is_the_same_shuffled(queue, desired, moment, it.chance)
        if it.chance.random() < 0.1:
            program.look(it.chance.choice(moments))  # the clock was wrong for a while
        assert program.look(moment) == texts


def _is_the_same_shuffled(
    queue: SignQueue, desired: Desired, moment: datetime, chance: random.Random
) -> None:
    messages, orders = list(queue.messages), list(queue.orders)
    chance.shuffle(messages)
    chance.shuffle(orders)
    assert resolve(moment, messages, queue.sign, orders, queue.manners) == desired


def main(count: int, first: int = 0) -> None:
    """Try so many; says where it stands, and stops at the first that fails."""
    for seed in range(first, first + count):
        try:
            prove(seed)
        except AssertionError:
            sys.stderr.write(f"schedule {seed} fails: {schedule(seed)}\n")
            raise
        if seed % 5000 == 4999:
            sys.stdout.write(f"{seed + 1 - first} of {count} hold\n")
            sys.stdout.flush()
    sys.stdout.write(f"{count} schedules hold\n")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3] or ["2000"]))

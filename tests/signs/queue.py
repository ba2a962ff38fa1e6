"""Signs, visits and messages for the tests of the welcome queue, built by hand or by Hypothesis."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from reception_desk.domain.lead_times import parse_lead_times
from reception_desk.domain.sign import Sign
from reception_desk.domain.visit import Visit
from reception_desk.domain.welcome import Effect, WelcomeMessage
from reception_desk.domain.welcome_state import Window
from reception_desk.resources import resource
from reception_desk.signs.resolve import Queued

NOON = datetime(2026, 12, 8, 12, tzinfo=UTC)
TIMES = parse_lead_times(resource("templates", "lead_times.toml").read_text(encoding="utf-8"))


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def a_sign(**facts) -> Sign:
    given: dict[str, Any] = {"name": "Lobby", "idle_text": "欢迎光临"} | facts
    sign = Sign(**given)
    sign.id = 1
    return sign


def a_message(number: int = 1, *, checked: bool = True, **facts) -> WelcomeMessage:
    usual: dict[str, Any] = {"sign_id": 1, "text": f"欢迎{number}"}
    message = WelcomeMessage(**(usual | {"starts_at": NOON, "ends_at": NOON + minutes(60)} | facts))
    message.id = number
    if checked:
        message.mark_checked("Li", NOON - timedelta(days=1))
    return message


def queued(number: int = 1, start: float = 0, end: float = 60, **facts) -> Queued:
    window = Window(NOON + minutes(start), NOON + minutes(end), NOON + minutes(start))
    return Queued(a_message(number, **facts), window)


def a_visit(**facts) -> Visit:
    given: dict[str, Any] = {"number": "2026-0001", "checklist_id": 1} | facts
    return Visit(**given)


@st.composite
def queues(draw) -> list[Queued]:
    """Any queue: overlapping, touching, nested windows; drafts, cancelled ones, priorities, equal words."""
    found = []
    for number in range(1, draw(st.integers(0, 7)) + 1):
        start = draw(st.integers(-120, 120))
        end = start + draw(st.integers(1, 120))
        words = draw(st.sampled_from(["欢迎张总", "欢迎李总", "热烈欢迎"]))
        priority, checked = draw(st.integers(0, 2)), draw(st.booleans())
        entry = queued(
            number, start, end, text=words, priority=priority, checked=checked,
            effect=draw(st.sampled_from(Effect)),
        )  # fmt: skip
        fate = draw(st.sampled_from(["", "", "", "cancelled_at", "taken_down_at"]))
        if fate:
            setattr(entry.message, fate, NOON)
        found.append(entry)
    return found


moments = st.integers(-150 * 60, 270 * 60).map(lambda seconds: NOON + timedelta(seconds=seconds))

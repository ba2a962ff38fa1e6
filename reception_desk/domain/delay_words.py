"""How late something was, in words: as exactly as it matters."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Final

from reception_desk.i18n import N_, _

MINUTE: Final = timedelta(minutes=1)
HOUR: Final = timedelta(hours=1)
DAY: Final = timedelta(days=1)


def delay_words(delay: timedelta, say: Callable[[str], str] = _) -> str:
    """How late: minutes, rounded up; below a day hours and minutes; from a day on whole hours."""
    minutes = -(-delay // MINUTE)
    if delay >= DAY:
        return say(N_("{hours} h")).format(hours=delay // HOUR)
    hours, minutes = divmod(minutes, 60)
    if not hours:
        return say(N_("{minutes} min")).format(minutes=minutes)
    if not minutes:
        return say(N_("{hours} h")).format(hours=hours)
    return say(N_("{hours} h {minutes} min")).format(hours=hours, minutes=minutes)

"""What time it is for the program: the computer's, or a clock that was set for a demonstration or a test."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

Clock = Callable[[], datetime]


def computer_clock() -> datetime:
    """The moment, aware, in UTC."""
    return datetime.now(UTC)


def running_clock(start: datetime) -> Clock:
    """A clock that stood at `start` when it was made and goes on from there."""
    began = time.monotonic()
    return lambda: start + timedelta(seconds=time.monotonic() - began)

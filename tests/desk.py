"""A real desk on a temporary file, and a clock that stands still until it is told to move."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from reception_desk.desk import ReceptionDesk, open_desk
from reception_desk.paths import DATABASE_NAME

NOW = datetime(2026, 12, 1, 1, 0, tzinfo=UTC)  # 09:00 at the company
ARRIVAL = datetime(2026, 12, 8, 2, 30, tzinfo=UTC)
DEPARTURE = datetime(2026, 12, 9, 8, 0, tzinfo=UTC)


class StoppedClock:
    """Says `now`; moves only when told to."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **by: float) -> None:
        """Move on."""
        self.now += timedelta(**by)


@cache
def _empty_store() -> Path:
    """The file of a desk that was just made: made once, copied for each test."""
    folder = Path(tempfile.mkdtemp(prefix="empty-desk-")) / "data"
    atexit.register(shutil.rmtree, folder.parent, ignore_errors=True)
    open_desk(folder, NOW).close()
    return folder / DATABASE_NAME


def new_desk(folder: Path, person: str = "李静") -> ReceptionDesk:
    """A desk on a fresh folder, with somebody at it."""
    if not (folder / DATABASE_NAME).exists():
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(_empty_store(), folder / DATABASE_NAME)
    desk = open_desk(folder, NOW)
    desk.company.change(NOW, at_desk=person, desk_name="1")
    return desk


def plain_visit(desk: ReceptionDesk, **facts) -> int:
    """A visit of a sample company at level 1; its id."""
    given: dict[str, Any] = {"arrival_at": ARRIVAL, "departure_at": DEPARTURE, "level": 1} | facts
    visit = desk.visits.new(
        NOW, company="苏州恒屹精密机械有限公司", main_guest="顾翀", title="董事长", **given
    )
    return visit.id

"""All of it, as a table of ratios; what misses its promise ends with 1."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import check_off, placard, search, start, store
from benchmarks.ratio import Ratio, show
from reception_desk.desk import open_desk

HEAD = "| measured | ours | bare | ratio | promised | |\n|---|---|---|---|---|---|\n"


def main() -> int:
    """Measure and print; 1 where something misses."""
    sys.stdout.write(HEAD)
    found: list[Ratio] = []
    with tempfile.TemporaryDirectory(prefix="reception-desk-bench-") as scratch:
        for ratio in _all(Path(scratch)):
            show([ratio])
            found.append(ratio)
    return 0 if all(ratio.holds for ratio in found) else 1


def _all(scratch: Path) -> Iterator[Ratio]:
    today = scratch / "today"
    _set_up(today)
    yield from start.measure(today)
    yield check_off.measure(scratch / "ticks")
    yield placard.measure(scratch / "placard")
    stores = Path(os.environ.get("BENCH_STORES", scratch))
    few, many = stores / str(search.SMALL), stores / str(search.LARGE)
    with (
        closing(search.Store(few, search.SMALL)) as small,
        closing(search.Store(many, search.LARGE)) as large,
    ):
        yield from search.measure(small, large)
    store.fill(scratch / "thousand", 1_000)
    yield start.flatness(_set_up(scratch / "thousand"), _set_up(many))


def _set_up(folder: Path) -> Path:
    """Past the pages of the first start."""
    desk = open_desk(folder, datetime.now(UTC))
    desk.company.change(datetime.now(UTC), is_set_up=True)
    desk.close()
    return folder


if __name__ == "__main__":
    sys.exit(main())

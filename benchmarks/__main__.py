"""All of it, as a table of ratios; what misses its promise ends with 1."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import check_off, placard, start
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
    open_desk(today, datetime.now(UTC)).close()
    yield from start.measure(today)
    yield check_off.measure(scratch / "ticks")
    yield placard.measure(scratch / "placard")


if __name__ == "__main__":
    sys.exit(main())

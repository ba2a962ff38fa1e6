"""First paint, Today's list, memory: the program beside a bare window of PySide6."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from benchmarks.ratio import Ratio

TIMES = 9
Reached = dict[str, float]


def started(kind: str, folder: Path, screen: str = "today") -> Reached:
    """Start one of the two in a process of its own; when it reached what, in ms, and its memory in MB."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-P", "-m", "benchmarks.window", kind, str(folder), screen]
    environment["PYTHONPATH"] = str(Path(__file__).parents[1])
    began = perf_counter()
    reached: Reached = {}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        for line in process.stdout:
            name, _, value = line.strip().partition(" ")
            reached.setdefault(name, float(value) if value else (perf_counter() - began) * 1000)
        process.wait(timeout=120)
    return reached


def measure(folder: Path) -> Iterator[Ratio]:
    """The ratios of a start on this data folder."""
    started("program", folder)  # the first one makes what later ones find
    pairs = [(started("program", folder), started("bare", folder)) for _turn in range(TIMES)]

    def medians(name: str) -> tuple[float, float]:
        ours = statistics.median(one[name] for one, _other in pairs)
        return ours, statistics.median(other[name] for _one, other in pairs)

    ours, bare = medians("painted")
    yield Ratio(name="first paint ÷ bare window", ours=ours, bare=bare, limit=1.35)
    ours, bare = medians("usable")
    yield Ratio(name="usable with today's list ÷ bare window", ours=ours, bare=bare, limit=4)
    lists = memory_with_list(folder)
    _, bare = medians("memory")
    yield Ratio(name="memory with the list ÷ bare window", ours=lists, bare=bare, limit=2.2, unit="MB")


def memory_with_list(folder: Path) -> float:
    """The memory of the program with the list of visits shown, in MB."""
    return statistics.median(started("program", folder, "visits")["memory"] for _turn in range(3))


def flatness(few: Path, many: Path) -> Ratio:
    """The memory with a list of 1,000,000 beside that with a list of 1,000."""
    ours, bare = memory_with_list(many), memory_with_list(few)
    return Ratio(name="memory, 1,000,000 ÷ 1,000 visits", ours=ours, bare=bare, limit=1.1, unit="MB")

"""One measured ratio, and how a set of them is printed."""

from __future__ import annotations

import statistics
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter


@dataclass(frozen=True, kw_only=True)
class Ratio:
    """What was measured over what it is compared with (medians, `unit`), and the most that was promised."""

    name: str
    ours: float
    bare: float
    limit: float
    unit: str = "ms"

    @property
    def value(self) -> float:
        """How many times the bare one."""
        return self.ours / self.bare

    @property
    def holds(self) -> bool:
        """Whether the promise is kept."""
        return self.value <= self.limit

    def line(self) -> str:
        """One row of the table."""
        mark = "ok" if self.holds else "MISSED"
        return (
            f"| {self.name} | {self.ours:.2f} {self.unit} | {self.bare:.2f} {self.unit} "
            f"| {self.value:.2f} | ≤ {self.limit:g} | {mark} |"
        )


def in_turns(first: Callable[[], float], second: Callable[[], float], times: int) -> tuple[float, float]:
    """The medians of two measurements that take turns, so that a noisy machine is noisy for both."""
    pairs = [(first(), second()) for _turn in range(times)]
    return statistics.median(one for one, _other in pairs), statistics.median(other for _one, other in pairs)


def milliseconds(work: Callable[[], object]) -> float:
    """How long it takes, once."""
    began = perf_counter()
    work()
    return (perf_counter() - began) * 1000


def show(ratios: Sequence[Ratio]) -> None:
    """Print rows of the table as they are known."""
    for ratio in ratios:
        sys.stdout.write(ratio.line() + "\n")
    sys.stdout.flush()

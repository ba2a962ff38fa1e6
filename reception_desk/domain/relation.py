"""Whether our lead host ranks with the main guest, above or below: 对等, 高格, 低格 (A3.1)."""

from __future__ import annotations

from enum import StrEnum


class Relation(StrEnum):
    """How our side receives, seen from the ranks of the two who lead."""

    EQUAL = "equal"
    HIGH = "high"
    LOW = "low"

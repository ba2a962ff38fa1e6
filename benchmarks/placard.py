"""A warm placard beside the same page, operation by operation, on a bare canvas of ReportLab."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from benchmarks.ratio import Ratio, in_turns, milliseconds
from reception_desk.desk import open_desk
from reception_desk.domain.edition import Choice

NOW = datetime(2026, 12, 1, 1, 0, tzinfo=UTC)
ARRIVAL = datetime(2026, 12, 8, 2, 30, tzinfo=UTC)
TIMES = 30
Operation = tuple[str, tuple[Any, ...], dict[str, Any]]


def measure(folder: Path) -> Ratio:
    """The ratio for a placard with a company and a name of three characters."""
    desk = open_desk(folder, NOW)
    visit = desk.visits.new(
        NOW, company="苏州恒屹精密机械有限公司", main_guest="欧阳顾翀", title="董事长", arrival_at=ARRIVAL
    )

    drawing = desk.papers.drawing(visit.id, "D5", Choice(language="zh"), NOW)

    def ours() -> bytes:
        return drawing.pdf()

    ours()
    with _heard() as (operations, made):
        ours()

    def bare() -> bytes:
        out = io.BytesIO()
        canvas = Canvas(out, **made)
        for name, arguments, words in operations:
            getattr(canvas, name)(*arguments, **words)
        return out.getvalue()

    assert len(bare()) > len(ours()) / 2, "the bare page lacks something"
    of_ours, of_bare = in_turns(lambda: milliseconds(ours), lambda: milliseconds(bare), TIMES)
    desk.close()
    return Ratio(name="warm placard ÷ the page on a bare canvas", ours=of_ours, bare=of_bare, limit=1.3)


@contextmanager
def _heard() -> Iterator[tuple[list[Operation], dict[str, Any]]]:
    """Every call on a canvas from outside it, in order, and what the canvas was made with."""
    heard: list[Operation] = []
    made: dict[str, Any] = {}
    inside = [0]
    kept = {name: work for name, work in vars(Canvas).items() if _is_of_the_page(name, work)}

    def listening(name: str) -> Any:
        original = kept[name]

        def call(self: Canvas, *arguments: Any, **words: Any) -> Any:
            if not inside[0]:
                if name == "__init__":
                    made.update(words)
                else:
                    heard.append((name, arguments, words))
            inside[0] += 1
            try:
                return original(self, *arguments, **words)
            finally:
                inside[0] -= 1

        return call

    for name in kept:
        setattr(Canvas, name, listening(name))
    try:
        yield heard, made
    finally:
        for name, original in kept.items():
            setattr(Canvas, name, original)


def _is_of_the_page(name: str, work: object) -> bool:
    return callable(work) and (name == "__init__" or not name.startswith("_"))

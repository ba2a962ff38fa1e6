"""How the headings look that tasks stand under: what, how many; late in word and colour."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from reception_desk.domain.tasks import TaskGroup
from ui.screens.visit.preparation_rows import ItemDelegate
from ui.theme import SPACE, TYPE, face, theme

MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class TaskDelegate(ItemDelegate):
    """Items as in the preparation of a visit, under headings of their own."""

    def _paint_heading(self, painter: QPainter, area: QRect, line: Any) -> None:
        if not isinstance(line, TaskGroup):
            return
        painter.setFont(face(strong=True))
        painter.setPen(theme().colour("late" if line.is_late else "text"))
        room = area.adjusted(SPACE.hair, 0, -SPACE.small, 0)
        count = str(len(line.tasks))
        shown = painter.fontMetrics().elidedText(
            line.words, Qt.TextElideMode.ElideRight, max(room.width() - SPACE.huge * 2, 0)
        )
        painter.drawText(room, MIDDLE, shown)
        room = room.adjusted(painter.fontMetrics().horizontalAdvance(shown) + SPACE.medium, 0, 0, 0)
        painter.setFont(face(TYPE.caption, tabular=True))
        painter.setPen(theme().colour("muted"))
        painter.drawText(room, MIDDLE, count)

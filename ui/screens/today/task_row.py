"""How a task looks in the list: box, what, for whom; when it is due at the right, late in word and colour."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionButton, QStyleOptionViewItem

from reception_desk.domain.tasks import Task
from reception_desk.i18n import _, current_language
from ui.icons import paint_icon
from ui.models.tasks import TASK
from ui.moments import day_as_seen
from ui.theme import SIZE, SPACE, TYPE, face, theme

ROW = 52
BOX = 18
DUE_WIDTH = 96


class TaskDelegate(QStyledItemDelegate):
    """Paints tasks; the list knows from `box_of` where a click ticks."""

    def __init__(self, was_missed: Callable[[int, datetime | None], bool]) -> None:
        super().__init__()
        self._was_missed = was_missed
        self._here = datetime.fromtimestamp(0).astimezone()

    def show_moment(self, here: datetime) -> None:
        """The moment, on the company's clock, that due times are told from."""
        self._here = here

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        task: Task = index.data(TASK)
        area: QRect = option.rect
        painter.save()
        self._paint_ground(painter, option, area)
        self._paint_box(painter, option, box_of(area), done=not task.planned.is_open)
        self._paint_words(painter, area, task)
        self._paint_due(painter, area, task)
        painter.restore()

    @staticmethod
    def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, area: QRect) -> None:
        state: QStyle.StateFlag = option.state
        inner = area.adjusted(0, 1, 0, -1)
        if state & QStyle.StateFlag.State_Selected and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme().colour("primary"))
            painter.setBrush(theme().colour("primary_soft"))
            painter.drawRoundedRect(inner.adjusted(1, 1, -1, -1), SIZE.radius, SIZE.radius)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("hover"))
            painter.drawRoundedRect(inner, SIZE.radius, SIZE.radius)

    @staticmethod
    def _paint_box(painter: QPainter, option: QStyleOptionViewItem, area: QRect, *, done: bool) -> None:
        box = QStyleOptionButton()
        box.rect = area
        box.state = QStyle.StateFlag.State_Enabled | (
            QStyle.StateFlag.State_On if done else QStyle.StateFlag.State_Off
        )
        widget = option.widget
        widget.style().drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorCheckBox, box, painter, widget)

    @staticmethod
    def _paint_words(painter: QPainter, area: QRect, task: Task) -> None:
        language = current_language()
        left = area.left() + SPACE.small + BOX + SPACE.medium
        room = QRect(left, area.top() + 6, area.right() - DUE_WIDTH - left, ROW // 2 - 4)
        font = QFont(face(TYPE.body))
        font.setStrikeOut(not task.planned.is_open)
        painter.setFont(font)
        painter.setPen(theme().colour("text" if task.planned.is_open else "muted"))
        _draw(painter, room, task.planned.text(language))
        painter.setFont(face(TYPE.caption))
        painter.setPen(theme().colour("muted"))
        below = QRect(left, area.top() + ROW // 2, area.right() - left - SPACE.small, ROW // 2 - 6)
        _draw(painter, below, f"{task.visit.heading(language)} · {task.planned.whose()}")

    def _paint_due(self, painter: QPainter, area: QRect, task: Task) -> None:
        right = QRect(area.right() - DUE_WIDTH, area.top() + 6, DUE_WIDTH - SPACE.small, ROW // 2 - 4)
        words, colour, mark = self._due(task)
        painter.setFont(face(TYPE.caption, strong=task.is_late, tabular=True))
        painter.setPen(theme().colour(colour))
        painter.drawText(right, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        if mark:
            width = painter.fontMetrics().horizontalAdvance(words)
            place = QRect(right.right() - width - TYPE.body - SPACE.hair, 0, TYPE.body, TYPE.body)
            place.moveTop(right.center().y() - TYPE.body // 2)
            paint_icon(painter, place, mark, colour)

    def _due(self, task: Task) -> tuple[str, str, str]:
        """Words, colour and icon for when it is due."""
        if not task.planned.is_open:
            return _("Done"), "done", "check"
        due = (task.planned.due or self._here).astimezone(self._here.tzinfo)
        if due.date() == self._here.date() and self._was_missed(task.visit.id, task.planned.due):
            return _("Missed {time}").format(time=f"{due:%H:%M}"), "late", "warning"
        if due.date() == self._here.date():
            return f"{due:%H:%M}", "late" if task.is_late else "text", "warning" if task.is_late else ""
        return day_as_seen(due.date(), self._here.date()), "late", "warning"


def box_of(area: QRect) -> QRect:
    """Where the box lies in a row."""
    return QRect(area.left() + SPACE.small, area.top() + (ROW - BOX) // 2, BOX, BOX)


def _draw(painter: QPainter, room: QRect, words: str) -> None:
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

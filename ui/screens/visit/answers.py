"""The ten questions as a calm grid: a word each, which becomes a choice under the hand."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reception_desk.domain.entity import Answer
from reception_desk.domain.visit import ANSWERS
from reception_desk.i18n import _
from ui.icons import paint_icon
from ui.models.answers import QUESTION, AnswersModel, answer_word
from ui.theme import SIZE, SPACE, TYPE, face, restyle, theme

Index = QModelIndex | QPersistentModelIndex
LOOK = {
    Answer.YES: ("check", "done", "done_soft"),
    Answer.NO: ("close", "muted", "pressed"),
    Answer.UNCONFIRMED: ("help", "soon", "soon_soft"),
}
KEYS = {
    Qt.Key.Key_1: Answer.YES,
    Qt.Key.Key_2: Answer.NO,
    Qt.Key.Key_3: Answer.UNCONFIRMED,
    Qt.Key.Key_Y: Answer.YES,
    Qt.Key.Key_N: Answer.NO,
    Qt.Key.Key_U: Answer.UNCONFIRMED,
}
NEXT = {Answer.UNCONFIRMED: Answer.YES, Answer.YES: Answer.NO, Answer.NO: Answer.UNCONFIRMED}
PILL = 24


class AnswerDelegate(QStyledItemDelegate):
    """Paints a question and its answer; under hand or focus, all three answers."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme().colour("primary"), SIZE.ring))
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), SIZE.radius, SIZE.radius)
        open_ = focused or bool(option.state & QStyle.StateFlag.State_MouseOver)
        answer = Answer(index.data(Qt.ItemDataRole.EditRole))
        room = option.rect.adjusted(SPACE.small, 0, 0, 0)
        if open_:
            room.setRight(min(area.left() for _choice, area in places(option.rect)) - SPACE.hair)
        painter.setFont(face())
        painter.setPen(theme().colour("muted"))
        question = painter.fontMetrics().elidedText(
            str(index.data(QUESTION)), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, question)
        if open_:
            for choice, area in places(option.rect):
                _paint_choice(painter, area, choice, chosen=choice is answer)
        else:
            _paint_answer(painter, option.rect, answer)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(cell_width(), SIZE.control)


def places(cell: QRect) -> Iterator[tuple[Answer, QRect]]:
    """Where the three answers lie in a cell."""
    metrics = QFontMetrics(face(TYPE.caption))
    right = cell.right() - SPACE.hair
    for choice in (Answer.UNCONFIRMED, Answer.NO, Answer.YES):
        width = metrics.horizontalAdvance(answer_word(choice)) + SPACE.medium + SPACE.hair
        yield choice, QRect(right - width, cell.center().y() - PILL // 2 + 1, width, PILL)
        right -= width + 2


def cell_width() -> int:
    """How much room the longest question with its longest answer needs."""
    questions = QFontMetrics(face())
    answers = QFontMetrics(face(TYPE.caption))
    question = max(questions.horizontalAdvance(_(words)) for words in ANSWERS.values())
    answer = max(answers.horizontalAdvance(answer_word(answer)) for answer in Answer)
    return question + answer + TYPE.body + SPACE.wide + SPACE.huge


def _paint_choice(painter: QPainter, area: QRect, choice: Answer, *, chosen: bool) -> None:
    _icon, ink, ground = LOOK[choice]
    painter.setPen(theme().colour("line") if not chosen else Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour(ground if chosen else "surface"))
    painter.drawRoundedRect(area, SIZE.radius, SIZE.radius)
    painter.setFont(face(TYPE.caption, strong=chosen))
    painter.setPen(theme().colour(ink if chosen else "text"))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, answer_word(choice))


def _paint_answer(painter: QPainter, cell: QRect, answer: Answer) -> None:
    mark, ink, ground = LOOK[answer]
    painter.setFont(face(TYPE.caption))
    words = answer_word(answer)
    width = painter.fontMetrics().horizontalAdvance(words) + TYPE.body + SPACE.large + SPACE.hair
    area = QRect(cell.right() - SPACE.hair - width, cell.center().y() - PILL // 2 + 1, width, PILL)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour(ground))
    painter.drawRoundedRect(area, PILL / 2, PILL / 2)
    picture = QRect(area.left() + SPACE.small, area.center().y() - TYPE.body // 2 + 1, TYPE.body, TYPE.body)
    paint_icon(painter, picture, mark, ink)
    painter.setPen(theme().colour(ink))
    painter.drawText(
        area.adjusted(SPACE.small + TYPE.body + SPACE.hair, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words
    )


class AnswersView(QListView):
    """Two columns where there is room. Space goes round, 1 2 3 choose, Enter goes on, a click on a word chooses it."""

    def __init__(self, model: AnswersModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.answers = model
        self.setModel(model)
        self.setItemDelegate(AnswerDelegate(self))
        restyle(self, bare="true")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFlow(QListView.Flow.TopToBottom)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fit()

    def go_to(self, name: str) -> None:
        """Put the focus on a question."""
        self.setCurrentIndex(self.answers.index_of(name))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def answer(self, index: QModelIndex, answer: Answer) -> None:
        """Store an answer."""
        self.answers.setData(index, answer)

    def _fit(self) -> None:
        columns = 2 if self.viewport().width() >= 2 * cell_width() + SPACE.large else 1
        rows = -(-self.answers.rowCount() // columns)
        width = (self.viewport().width() - (SPACE.large if columns > 1 else 0)) // columns
        self.setGridSize(QSize(max(width, 1), SIZE.control))
        self.setFixedHeight(rows * SIZE.control + 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            self._press(index, place)

    def _press(self, index: QModelIndex, place: QPoint) -> None:
        for answer, area in places(self.visualRect(index)):
            if area.contains(place):
                self.answer(index, answer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, key = self.currentIndex(), Qt.Key(event.key())
        if not index.isValid() or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif key in KEYS:
            self.answer(index, KEYS[key])
        elif key == Qt.Key.Key_Space:
            self.answer(index, NEXT[self.answers.answer_at(index.row())])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            following = self.answers.index(index.row() + 1)
            self.setCurrentIndex(following) if following.isValid() else self.focusNextPrevChild(True)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.answers.index(0))

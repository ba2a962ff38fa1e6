"""What the guests want of us: ten questions with 要, 否 or 未确认 (A1.2e)."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.entity import Answer
from reception_desk.domain.visit import ANSWERS, Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _
from ui.clock import Clock

Index = QModelIndex | QPersistentModelIndex
QUESTION: Final = Qt.ItemDataRole.UserRole
WORDS: Final = {Answer.YES: N_("Yes"), Answer.NO: N_("No"), Answer.UNCONFIRMED: N_("Not confirmed")}


def answer_word(answer: Answer) -> str:
    """The answer in the language of the moment."""
    return _(WORDS[answer])


class AnswersModel(QAbstractListModel):
    """The questions in their fixed order; `setData` with an `Answer` asks the desk.

    Signals:
        answered(): an answer was stored.
        refused(sentence): one was not.
    """

    answered = Signal()
    refused = Signal(str)

    def __init__(self, desk: ReceptionDesk, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._clock = desk, clock
        self._visit_id = 0
        self._answers = dict.fromkeys(ANSWERS, Answer.UNCONFIRMED)

    def show_visit(self, visit: Visit) -> None:
        """Show the answers of a visit as read."""
        self._visit_id = visit.id
        self._answers = dict(visit.answers())
        self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    def name_at(self, row: int) -> str:
        """Which question stands there."""
        return list(ANSWERS)[row]

    def answer_at(self, row: int) -> Answer:
        """What was answered."""
        return self._answers[self.name_at(row)]

    def index_of(self, name: str) -> QModelIndex:
        """Where a question stands."""
        return self.index(list(ANSWERS).index(name))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(ANSWERS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return (
            super().flags(index) | Qt.ItemFlag.ItemIsEditable if index.isValid() else Qt.ItemFlag.NoItemFlags
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        question, answer = _(ANSWERS[self.name_at(index.row())]), self.answer_at(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{question}: {answer_word(answer)}"
        if role == QUESTION:
            return question
        return answer if role == Qt.ItemDataRole.EditRole else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.EditRole or value not in list(Answer):
            return False
        name, answer = self.name_at(index.row()), Answer(str(value))
        if answer is self._answers[name]:
            return False
        try:
            self._desk.visits.change(self._visit_id, self._clock(), **{name: answer})
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
            return False
        self._answers[name] = answer
        self.dataChanged.emit(self.index(index.row()), self.index(index.row()))
        self.answered.emit()
        return True

"""The questions of a visit in their order; dragging one, or Alt+Up and Alt+Down, changes it (A5.3)."""

from __future__ import annotations

from reception_desk.domain.question import Question
from reception_desk.domain.visit import Visit
from reception_desk.i18n import _
from ui.models.guests import GuestsModel
from ui.models.rows import Row


class QuestionsModel(GuestsModel):
    """Questions as rows."""

    def put(self, key: int, position: int) -> None:
        """Have the desk put one at a place, 1 first."""
        self._desk.background.move_question(key, position, self._clock())


def question_row(question: Question, visit: Visit) -> Row:
    """A question: its place, the answer below, who answers at the end."""
    place = next((number for number, one in enumerate(visit.questions, 1) if one is question), 0)
    return Row(
        key=question.id,
        lead=str(place),
        lead_room="22",
        first=_in_a_line(question.question) or _("Question"),
        below=_in_a_line(question.answer) or _("No answer yet"),
        end=question.owner or _("Who answers?"),
        tone="muted" if question.owner else "soon",
    )


def _in_a_line(text: str) -> str:
    return " ".join(text.split())

"""Undo, redo and what was done, out of the journal: by whom, when, from what to what."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from reception_desk.domain.journal import Step, StepKind
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from reception_desk.repository.database import Database
from reception_desk.repository.journal import Said
from reception_desk.repository.unit_of_work import UnitOfWork
from reception_desk.services.booking_gate import taken_back_alone
from reception_desk.services.history_words import said, sentences
from reception_desk.services.tellings import follow_undo

PAGE: Final = 60
READ_AT_ONCE: Final = 200
READ_AT_MOST: Final = 1_000  # steps looked through for words before a page ends where it is


@dataclass(frozen=True, kw_only=True)
class Told:
    """A step in sentences. `counts`: nobody has taken it back; `at` is on the company's clock."""

    step: Step
    at: datetime
    said: str
    changes: list[str] = field(default_factory=list)
    counts: bool = True
    visit_number: str = ""

    def has(self, words: str) -> bool:
        """Whether each of the words is part of what is told."""
        text = " ".join((self.said, self.step.person, self.visit_number, *self.changes)).casefold()
        return all(word in text for word in words.casefold().split())


@dataclass(frozen=True, kw_only=True)
class HistoryPage:
    """Some steps, newest first; `before` asks for the next page, nothing where there is none."""

    told: list[Told]
    before: int | None


class History:
    """The journal as the person at this desk may use it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def undoable(self) -> Step | None:
        """What Ctrl+Z would take back: this person's last step at this desk."""
        return self._stacks()[0]

    def redoable(self) -> Step | None:
        """What Ctrl+Y would do again."""
        return self._stacks()[1]

    def next_steps(self) -> tuple[Step | None, Step | None]:
        """What Ctrl+Z would take back, and what Ctrl+Y would do again."""
        return self._stacks()

    def _stacks(self) -> tuple[Step | None, Step | None]:
        attendant = self._database.attendant
        with self._database.reading() as work:
            undo, redo = work.steps.stacks(attendant.person, attendant.desk)
        return (undo[-1] if undo else None), (redo[-1] if redo else None)

    def undo(self, now: datetime) -> Step:
        """Take the last step back; refused where somebody has changed a value since."""
        step = self.undoable()
        if step is None:
            raise ReceptionError(_("There is nothing to undo."))
        self._invert(step, StepKind.UNDO, now)
        return step

    def redo(self, now: datetime) -> Step:
        """Do the undone step again."""
        step = self.redoable()
        if step is None:
            raise ReceptionError(_("There is nothing to do again."))
        self._invert(step, StepKind.REDO, now)
        return step

    def undo_step(self, step_id: int, now: datetime) -> Step:
        """Take one step back, whoever made it and whatever came after it; refused where that touched the same."""
        with self._database.reading() as work:
            step = work.steps.get(step_id)
            is_over = bool(work.steps.taken_back([step_id]))
        if is_over or step.kind is StepKind.UNDO:
            raise ReceptionError(_("This was taken back already. Nothing was changed."))
        self._invert(step, StepKind.UNDO, now)
        return step

    def _invert(self, step: Step, kind: StepKind, now: datetime) -> None:
        sentence = Said(step.sentence, visit_id=step.visit_id, **step.details)
        with self._database.unit_of_work(sentence, now, kind=kind, of_step_id=step.id) as work:
            whole = work.steps.get(step.id)
            work.steps.apply_inverse(whole)
            taken_back_alone(work, whole)
            follow_undo(work, whole, kind, now, self._database.attendant.person)

    def told(
        self,
        *,
        visit_id: int | None = None,
        person: str = "",
        words: str = "",
        before: int | None = None,
    ) -> HistoryPage:
        """What was done, in sentences, newest first: about one visit or all, by one person, with these words in it."""
        found: list[Told] = []
        read = 0
        with self._database.reading() as work:
            zone = ZoneInfo(work.settings.read().zone)
            while len(found) < PAGE and read < READ_AT_MOST:
                limit = READ_AT_ONCE if words else PAGE - len(found)
                steps = work.steps.listed(limit, before=before, visit_id=visit_id, person=person)
                read += len(steps)
                for told in _told(work, steps, zone):
                    before = told.step.id
                    if told.has(words):
                        found.append(told)
                        if len(found) == PAGE:
                            break
                else:
                    if len(steps) < limit:
                        return HistoryPage(told=found, before=None)
        return HistoryPage(told=found, before=before)

    def of_visit(self, visit_id: int) -> list[Step]:
        """The last steps about a visit, newest first, with their rows."""
        with self._database.reading() as work:
            return work.steps.listed(READ_AT_ONCE, visit_id=visit_id)

    def newest(self) -> int:
        """A number that grows with every change, whoever makes it, here or beside."""
        with self._database.reading() as work:
            return work.steps.newest_id()


def _told(work: UnitOfWork, steps: list[Step], zone: ZoneInfo) -> list[Told]:
    over = work.steps.taken_back([step.id for step in steps])
    return [
        Told(
            step=step,
            at=step.at.astimezone(zone),
            said=said(step),
            changes=sentences(step, work.steps, zone),
            counts=step.kind is not StepKind.UNDO and step.id not in over,
            visit_number=work.steps.name_of("visit", step.visit_id) if step.visit_id else "",
        )
        for step in steps
        if step.sentence
    ]

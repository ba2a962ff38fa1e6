"""Undo, redo and what was done, out of the journal."""

from __future__ import annotations

from datetime import datetime

from reception_desk.domain.journal import Step, StepKind
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from reception_desk.repository.database import Database
from reception_desk.repository.journal import Said


class History:
    """The journal as the person at this desk may use it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def undoable(self) -> Step | None:
        """What Ctrl+Z would take back: this person's last step at this desk."""
        return self._last(0)

    def redoable(self) -> Step | None:
        """What Ctrl+Y would do again."""
        return self._last(1)

    def _last(self, stack: int) -> Step | None:
        attendant = self._database.attendant
        with self._database.reading() as work:
            steps = work.steps.stacks(attendant.person, attendant.desk)[stack]
        return steps[-1] if steps else None

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

    def _invert(self, step: Step, kind: StepKind, now: datetime) -> None:
        said = Said(step.sentence, visit_id=step.visit_id, **step.details)
        with self._database.unit_of_work(said, now, kind=kind, of_step_id=step.id) as work:
            work.steps.apply_inverse(work.steps.get(step.id))

    def of_visit(self, visit_id: int) -> list[Step]:
        """What was done about a visit, newest first."""
        with self._database.reading() as work:
            return work.steps.of_visit(visit_id)

    def newest(self) -> int:
        """A number that grows with every change, whoever makes it, here or beside."""
        with self._database.reading() as work:
            return work.steps.newest_id()

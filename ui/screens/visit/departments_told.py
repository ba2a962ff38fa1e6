"""Which departments are told, what each has to do, and what it says (A4.2, A6.7)."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.choice_words import choice_word
from reception_desk.domain.department_notice import DepartmentNotice, NoticeState
from reception_desk.domain.departments_told import items_of, own_tasks, unanswered_departments
from reception_desk.domain.plan import PlannedItem
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _, current_language, ngettext
from ui.models.rows import Row, RowsModel
from ui.screens.screen import Clock
from ui.screens.visit.choices import known_people, options_of
from ui.screens.visit.details import DetailCard
from ui.screens.visit.fact_flags import FlagsFact
from ui.screens.visit.fact_form import FactForm, Kind, Spec
from ui.screens.visit.fact_suggest import SuggestFact
from ui.screens.visit.part_rows import short_moment
from ui.screens.visit.saving import save_fact
from ui.theme import SPACE
from ui.widgets.buttons import Button
from ui.widgets.fact_choice import Options
from ui.widgets.text import Text

KINDS: Final = {NoticeState.UNREAD: "soon", NoticeState.NOTED: "done", NoticeState.OBJECTS: "late"}


def _states() -> Options:
    return options_of(NoticeState)


SPECS: Final = (
    Spec(field="state", kind=Kind.CHOICE, options=_states),
    Spec(field="objection", kind=Kind.LONG, prompt=N_("What do they object to?")),
    Spec(field="answered_by", kind=Kind.SUGGEST, prompt=N_("Who answered?")),
    Spec(field="told_at", kind=Kind.MOMENT, prompt=N_("When were they told?")),
    Spec(field="tasks", kind=Kind.LONG, prompt=N_("Add tasks, one a line")),
)


def notice_row(
    notice: DepartmentNotice, visit: Visit, plan: list[PlannedItem], *, is_outdated: bool = False
) -> Row:
    """How a department reads in the list: what it says, how much it has to do, when it was told."""
    count = len(items_of(visit, notice.department, plan)) + len(own_tasks(notice))
    tasks = ngettext("{count} task", "{count} tasks", count).format(count=count) if count else _("No task")
    told = visit.local(notice.told_at)
    marks = [(choice_word(notice.state), KINDS[notice.state])]
    if is_outdated:
        marks.append((_("Changed since"), "late"))
    return Row(
        key=notice.id,
        first=notice.department,
        marks=tuple(marks),
        second=tasks,
        below=notice.objection,
        end=short_moment(told) if told else _("Not told yet"),
        tone="muted" if told else "soon",
    )


class NoticeSheet(QWidget):
    """What a department has to do and what it said.

    Signals:
        changed(): a fact was saved.
    """

    changed = Signal()

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__()
        self._desk, self._clock = desk, clock
        self._visit: Visit | None = None
        self._notice: DepartmentNotice | None = None
        self._notice_id = 0
        self._objects = False
        self.form = FactForm("department_notice", SPECS, clock)
        self.form.wanted.connect(self._on_wanted)
        by = self.form.fact("answered_by")
        assert isinstance(by, SuggestFact)
        by.set_suggest(partial(known_people, desk))
        self.items = Text("", "muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, SPACE.medium, SPACE.large)
        column.setSpacing(SPACE.medium)
        column.addWidget(self.form)
        column.addWidget(self.items)
        column.addStretch(1)

    def open(self, visit: Visit, notice_id: int) -> bool:
        """Show one of the visit; whether it is there."""
        if notice_id != self._notice_id:
            self.form.reset({})
            self._objects = False
        self._notice_id = notice_id
        return self.show_visit(visit)

    def show_visit(self, visit: Visit) -> bool:
        """Show the same one as read anew; False where it is no longer there."""
        self._visit = visit
        if not self._notice_id:
            return True
        found = (one for one in visit.department_notices if one.id == self._notice_id)
        self._notice = next(found, None)
        if self._notice is None:
            return False
        values = {spec.field: getattr(self._notice, spec.field) for spec in SPECS}
        values["told_at"] = visit.local(self._notice.told_at)
        if self._objects:
            values["state"] = NoticeState.OBJECTS
        self.form.show_values(values)
        items = items_of(visit, self._notice.department, self._desk.preparation.plan(visit))
        lines = [f"{item.code}  {item.text(current_language())}" for item in items]
        self.items.setText("\n".join([_("From the preparation:"), *lines]) if lines else "")
        return True

    def heading(self) -> str:
        """What the sheet is called."""
        return self._notice.department if self._notice else ""

    def go_to(self, field: str = "") -> None:
        """Put the focus on a fact."""
        self.form.go_to(field or "state")

    def flush(self) -> None:
        """Save what is half-written."""
        self.form.flush()

    def _on_wanted(self, field: str, value: object) -> None:
        if (
            field == "state"
            and value is NoticeState.OBJECTS
            and not (self._notice and self._notice.objection)
        ):
            self._objects = True  # kept until the words are there
            self.form.go_to("objection")
            return
        if save_fact(self.form, field, partial(self._save, field, value)):
            self._objects = False
            self.changed.emit()

    def _save(self, field: str, value: Any) -> None:
        now, notices, at = self._clock(), self._desk.department_notices, self._notice_id
        if field == "state":
            notices.answer(at, value, now)
        elif field == "objection" and str(value).strip():
            notices.answer(at, NoticeState.OBJECTS, now, objection=str(value))
        elif field == "objection":
            notices.answer(at, NoticeState.UNREAD, now)
        elif field == "told_at":
            notices.told(at, value, now)
        else:
            self._desk.parts.change(DepartmentNotice, at, now, **{field: value})

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.form.retranslate()


class DepartmentsCard(DetailCard):
    """The departments on the list; Space notes that one has taken note.

    Signals:
        paper_wanted(): somebody wants the notices on paper.
    """

    paper_wanted = Signal()

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        self._model = RowsModel()
        super().__init__(desk, clock, self._model)
        self._sheet: NoticeSheet | None = None
        self.rows.has_states = True
        self.rows.advanced.connect(self.advance_one)
        self.unmatched = Text("", "muted", wrap=True)
        self.tell, self.propose = Button("", kind="link", icon_name="check"), Button("", kind="link")
        self.tell.clicked.connect(self.tell_all)
        self.propose.clicked.connect(self.propose_all)
        self.add_action(self.tell)
        self.body.insertWidget(1, self.unmatched)
        self.paper = Button("", kind="link", icon_name="print")
        self.paper.clicked.connect(self.paper_wanted)
        self.body.insertWidget(3, self.propose)
        self.body.insertWidget(4, self.paper)

    @property
    def sheet(self) -> NoticeSheet:
        """The sheet of one department, made when it is first wanted."""
        if self._sheet is None:
            self._sheet = NoticeSheet(self.desk, self.clock)
            self._sheet.changed.connect(self.changed)
        return self._sheet

    def show_visit(self, visit: Visit) -> None:
        """Show the departments of a visit as read, and the one in the sheet."""
        self.visit = visit
        plan = self.desk.preparation.plan(visit)
        outdated = self.desk.department_notices.outdated(visit.id) if visit.department_notices else []
        self._model.show_rows(
            [
                notice_row(one, visit, plan, is_outdated=one.department in outdated)
                for one in visit.department_notices
            ]
        )
        count = len(unanswered_departments(visit))
        words = ngettext("{count} has not answered", "{count} have not answered", count)
        self.set_note(words.format(count=count) if count else "")
        untold = any(one.told_at is None for one in visit.department_notices)
        self.tell.setVisible(untold or bool(outdated))
        self.paper.setVisible(bool(visit.department_notices))
        owners = self.desk.department_notices.unmatched(visit) if visit.department_notices else []
        names = _(", ").join(owner.words() for owner in owners)
        self.unmatched.setText(_("No department is found by its name for: {owners}").format(owners=names))
        self.unmatched.setVisible(bool(owners))
        if self._sheet is not None and not self._sheet.show_visit(visit):
            self.details_over.emit()

    def open_new(self) -> None:
        """Show all departments to tick."""
        if self.visit is not None:
            self.details_wanted.emit(_("Which departments are told?"), self._ticks(self.visit))

    def _ticks(self, visit: Visit) -> QWidget:
        there = [one.department for one in visit.department_notices]
        names = self.desk.department_notices.named(there)
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, SPACE.medium, SPACE.large)
        if not names:
            column.addWidget(Text(_("List the departments in the settings first."), "muted", wrap=True))
        flags = FlagsFact(_("Departments"))
        flags.set_options([(name, name) for name in names])
        flags.set_value({name: name in there for name in names})
        flags.changed.connect(self._tick)
        flags.setVisible(bool(names))
        column.addWidget(flags)
        column.addStretch(1)
        return sheet

    def _tick(self, value: tuple[str, bool]) -> None:
        if self.visit is not None:
            name, on = value
            self.desk.department_notices.tick(self.visit.id, name, self.clock(), is_told=on)
            self.changed.emit()

    def go_to_open(self) -> None:
        """Put the focus on the first department that has not taken note; on the line that adds where there is none."""
        notices = self.visit.department_notices if self.visit else []
        unsettled = next((one.id for one in notices if one.state is not NoticeState.NOTED), None)
        if unsettled is not None:
            self.rows.go_to(unsettled)
        else:
            self.go_to("")

    def open_one(self, key: int, field: str = "") -> None:
        """Show the sheet of a department."""
        if self.visit is not None and self.sheet.open(self.visit, key):
            self.details_wanted.emit(self.sheet.heading(), self.sheet)
            self.sheet.go_to(field)

    def advance_one(self, key: int) -> None:
        """Taken note."""
        self._attempt(lambda: self.desk.department_notices.answer(key, NoticeState.NOTED, self.clock()))

    def propose_all(self) -> None:
        """Put in the owner department, and those that the preparation calls for."""
        if self.visit is None:
            return
        added = self.desk.department_notices.propose(self.visit.id, self.clock())
        if not added:
            self.said.emit(_("Nothing to propose: those that are known by their names are listed already."))
            return
        self.said.emit(_("Added: {names}").format(names=_(", ").join(added)))
        self.changed.emit()

    def tell_all(self) -> None:
        """Note that all of them were told."""
        visit = self.visit
        if visit is not None:
            self._attempt(lambda: self.desk.department_notices.tell_all(visit.id, self.clock()))

    def remove_one(self, key: int) -> None:
        """Take a department off the list."""
        self._attempt(lambda: self.desk.parts.remove(DepartmentNotice, key, self.clock()))

    def _attempt(self, act: Any) -> None:
        try:
            act()
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
            return
        self.changed.emit()

    def flush(self) -> None:
        """Save what is half-written in the sheet."""
        if self._sheet is not None:
            self._sheet.flush()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(_("Departments"))
        self.rows.setAccessibleName(_("Departments"))
        self.add.setText(_("Tick which are told"))
        self.propose.setText(_("Propose from the preparation"))
        self.tell.setText(_("All told"))
        self.paper.setText(_("Print the notices"))
        if self._sheet is not None:
            self._sheet.retranslate()

"""The sheet of one of us: who it is, which role it fills, what it does at this visit."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.employee import Employee
from reception_desk.domain.field_words import field_word
from reception_desk.domain.host import Host
from reception_desk.domain.levels import Role
from reception_desk.domain.visit import Visit
from reception_desk.i18n import N_, _, current_language
from ui.models.hosts import flag_word
from ui.screens.screen import Clock
from ui.screens.visit.fact_form import FactForm, Kind, Spec
from ui.screens.visit.fact_suggest import SuggestFact
from ui.screens.visit.saving import save_fact
from ui.theme import SPACE
from ui.widgets.fact_choice import ChoiceFact, Options
from ui.widgets.text import Text

FLAGS: Final = (
    "is_lead",
    "is_escort",
    "is_welcomer",
    "sees_off",
    "introduces",
    "explains",
    "is_interpreter",
)
OF_THE_LIST: Final = ("title", "department", "rank", "phone", "name_latin", "title_latin")
MOST: Final = 5


def _flag_options() -> Options:
    return [(flag, flag_word(flag)) for flag in FLAGS]


PART: Final = (
    Spec(field="name", kind=Kind.SUGGEST, prompt=N_("Name, pinyin or initials")),
    Spec(field="role", kind=Kind.CHOICE, word=N_("Role at this level")),
    Spec(field="duties", kind=Kind.FLAGS, word=N_("What they do"), options=_flag_options),
    Spec(field="note", kind=Kind.LONG, prompt=N_("Add a note")),
)
PERSON: Final = (
    Spec(field="title", prompt=N_("Add the title")),
    Spec(field="department", prompt=N_("Add the department")),
    Spec(field="rank", kind=Kind.NUMBER, prompt=N_("1 is the highest")),
    Spec(field="phone", kind=Kind.PHONE, prompt=N_("Add a phone number")),
    Spec(field="name_latin", prompt=N_("Add the Latin name")),
    Spec(field="title_latin", prompt=N_("Add the English title")),
)


class HostSheet(QWidget):
    """All facts of one of us; a new one begins with the name.

    Signals:
        changed(): a fact was saved.
    """

    changed = Signal()

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__()
        self._desk, self._clock = desk, clock
        self._visit: Visit | None = None
        self._host: Host | None = None
        self._host_id = 0
        self._role: Role | None = None
        self._pending: dict[str, Any] = {}
        self._offered: dict[str, int] = {}
        self.part, self.person = FactForm("host", PART, clock), FactForm("host", PERSON, clock)
        for form in (self.part, self.person):
            form.wanted.connect(partial(self._on_wanted, form))
        name = self.part.fact("name")
        assert isinstance(name, SuggestFact)
        name.set_suggest(self._people)
        self.from_list = Text("", "muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, SPACE.medium, SPACE.large)
        column.setSpacing(SPACE.small)
        for widget in (self.part, self.from_list, self.person):
            column.addWidget(widget)
        column.addStretch(1)
        self.retranslate()

    def begin(self, visit: Visit, role: Role | None = None) -> None:
        """Begin a new one, perhaps for a role that is empty."""
        self._visit, self._host, self._host_id, self._role = visit, None, 0, role
        self._pending, self._offered = {}, {}
        for form in (self.part, self.person):
            form.reset(_blank())
        if role is not None:
            self._pending["role"] = role.code
            self.part.show_values({"role": role.code})
        self._show_person()

    def open(self, visit: Visit, host_id: int) -> bool:
        """Show one of the visit; whether it is there."""
        if host_id != self._host_id or self._visit is None or self._visit.id != visit.id:
            for form in (self.part, self.person):
                form.reset({})
        self._visit, self._host_id, self._role, self._pending = visit, host_id, None, {}
        return self.show_visit(visit)

    def show_visit(self, visit: Visit) -> bool:
        """Show the same one as read anew; False where it is no longer there."""
        if self._visit is None or self._visit.id != visit.id:
            return False
        self._visit = visit
        if not self._host_id:
            return True
        self._host = next((host for host in visit.hosts if host.id == self._host_id), None)
        if self._host is not None:
            values = _values(self._host)
            for form in (self.part, self.person):
                form.show_values({field: values[field] for field in form.fields()})
            self._show_person()
        return self._host is not None

    def _show_person(self) -> None:
        """Who is on our list of people is written there, and only shown here; a rank that is lacking is asked for."""
        employee = self._host.employee if self._host else None
        for field in self.person.fields():
            is_asked = field == "rank" and employee is not None and employee.rank is None
            self.person.fact(field).setVisible(employee is None or is_asked)
        self.from_list.setVisible(employee is not None)
        if employee is not None:
            language = current_language()
            rank = self._desk.procedure.ranks().rank(employee.rank)
            facts = (employee.department, employee.title, rank.text(language) if rank else "", employee.phone)
            said = " · ".join(fact for fact in facts if fact)
            self.from_list.setText(_("From our list of people: {facts}").format(facts=said or "–"))

    def heading(self) -> str:
        """What the sheet is called."""
        if self._host is not None:
            return self._host.name_in(current_language())
        if self._role is not None:
            return _("Who is {role}?").format(role=self._role.text(current_language()))
        return _("Somebody of us")

    def go_to(self, field: str = "") -> None:
        """Put the focus on a fact, the name where none is said."""
        field = "duties" if field in FLAGS else field or "name"
        for form in (self.part, self.person):
            if form.go_to(field) and field == "name" and self._role is not None:
                name = form.fact("name")
                assert isinstance(name, SuggestFact)
                name.offer()

    def flush(self) -> None:
        """Save what is half-written."""
        self.part.flush()
        self.person.flush()

    def _people(self, words: str) -> list[tuple[str, str]]:
        """Our people that fit, as (name, what goes with it); those who could fill the role, before a word is typed."""
        if not words and self._role is not None and self._visit is not None:
            found = self._desk.hosts.candidates(self._visit, self._role)
        else:
            found = self._desk.hosts.people_like(words)
        there = {host.employee_id for host in self._visit.hosts} if self._visit else set()
        offered = [one for one in found if one.id not in there][:MOST]
        names = [one.name for one in offered]
        self._offered |= {_apart(one, names): one.id for one in offered}
        language = current_language()
        return [(_apart(one, names), f"{one.department} {_title(one, language)}".strip()) for one in offered]

    def _on_wanted(self, form: FactForm, field: str, value: object) -> None:
        facts = dict([value]) if field == "duties" and isinstance(value, tuple) else {field: value}
        if not self._host_id:
            self._pending |= facts
        is_somebody = self._host_id or str(self._pending.get("name", "")).strip()
        if is_somebody and save_fact(form, field, partial(self._save, facts)):
            self.changed.emit()

    def _save(self, facts: dict[str, Any]) -> None:
        now = self._clock()
        employee = self._host.employee if self._host else None
        if employee is not None and "rank" in facts:
            self._desk.house.change(Employee, employee.id, now, rank=facts["rank"])
            return
        if self._host_id:
            name = facts.get("name")
            if name in self._offered:
                facts = {"name": self._desk.house.get(Employee, self._offered[str(name)]).name}
            self._desk.hosts.change(self._host_id, now, **facts)
            return
        assert self._visit is not None
        name = str(self._pending["name"]).strip()
        rest = {field: value for field, value in self._pending.items() if field != "name"}
        employee_id = self._offered.get(name)
        if employee_id is not None:
            rest = {field: value for field, value in rest.items() if field not in OF_THE_LIST}
        self._host_id = self._desk.hosts.add(self._visit.id, now, name=name, employee_id=employee_id, **rest)
        self._pending, self._role = {}, None

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        role = self.part.fact("role")
        assert isinstance(role, ChoiceFact)
        for form in (self.part, self.person):
            form.retranslate()
        levels = self._desk.procedure.levels()
        roles = [(one.code, one.text(current_language())) for one in levels.roles]
        role.set_options([*roles, ("", _("No role"))])
        self.part.line_up_with([self.person])
        self.person.line_up_with([self.part])
        self.from_list.setAccessibleName(_(field_word("host", "employee_id")))


def _title(employee: Employee, language: str) -> str:
    return employee.title_latin or employee.title if language == "en" else employee.title


def _apart(employee: Employee, names: list[str]) -> str:
    """A name; with the department where two of those offered have it."""
    return employee.name if names.count(employee.name) == 1 else f"{employee.name} {employee.department}"


def _blank() -> dict[str, object]:
    fields = [spec.field for spec in (*PART, *PERSON)]
    return dict.fromkeys(fields, "") | {"rank": None, "duties": dict.fromkeys(FLAGS, False)}


def _values(host: Host) -> dict[str, object]:
    """The facts of a host as they are written."""
    facts = {field: getattr(host.who, field) for field in OF_THE_LIST}
    duties = {flag: getattr(host, flag) for flag in FLAGS}
    return facts | {"name": host.who.name, "role": host.role, "duties": duties, "note": host.note}

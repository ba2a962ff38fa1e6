"""The facts of a register entry: six lines for everybody, the rest where it is wanted."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.acquaintance import Acquaintance
from reception_desk.domain.walk_in import WalkIn
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _
from ui.screens.screen import Clock
from ui.screens.visit.choices import known_companies
from ui.screens.visit.fact_form import FactForm, Kind, Spec
from ui.screens.visit.fact_known import KnownFact
from ui.screens.visit.saving import save_fact
from ui.theme import SPACE
from ui.widgets.buttons import Button
from ui.widgets.text import Text

RECOGNISED: Final = ("company", "phone", "plate", "host")


def known_hosts(desk: ReceptionDesk, words: str) -> list[str]:
    """Our own people whose name holds what was typed."""
    return [name for name in desk.house.people() if words.casefold() in name.casefold()]


class EntryForm(QWidget):
    """Short form, and a second one behind “more”.

    Signals:
        wanted(form, field, value): a fact was written.
    """

    wanted = Signal(object, str, object)

    def __init__(self, desk: ReceptionDesk, clock: Clock, *, with_times: bool = False) -> None:
        super().__init__()
        self._desk, self._clock = desk, clock
        self.short = FactForm("walk_in", self._short_specs(), self._here)
        self.more = FactForm("walk_in", self._more_specs(with_times=with_times), self._here)
        self.open_more = Button("", kind="link")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.small)
        for widget in (self.short, self.open_more, self.more):
            column.addWidget(widget)
        for form in self.forms():
            form.wanted.connect(partial(self.wanted.emit, form))
        name = self.short.fact("name")
        if isinstance(name, KnownFact):
            name.set_ask(desk.acquaintances.visitors_like)
            name.recognised.connect(self._recognise)
        self.open_more.clicked.connect(self.show_more)
        self.show_less()

    def _here(self) -> datetime:
        return self._clock().astimezone(ZoneInfo(self._desk.company.settings().zone))

    def _short_specs(self) -> tuple[Spec, ...]:
        desk = self._desk
        return (
            Spec(field="name", kind=Kind.KNOWN, prompt=N_("Who comes? Name, initials or phone")),
            Spec(
                field="company",
                kind=Kind.SUGGEST,
                prompt=N_("From where?"),
                suggest=partial(known_companies, desk),
            ),
            Spec(
                field="host", kind=Kind.SUGGEST, prompt=N_("Whom to see?"), suggest=partial(known_hosts, desk)
            ),
            Spec(field="purpose", prompt=N_("On what errand?")),
            Spec(field="card", prompt=N_("Number of the visitor card")),
            Spec(field="heads", kind=Kind.NUMBER, prompt=N_("How many are they?")),
        )

    @staticmethod
    def _more_specs(*, with_times: bool) -> tuple[Spec, ...]:
        times = (Spec(field="arrived_at", kind=Kind.MOMENT), Spec(field="left_at", kind=Kind.MOMENT))
        return (
            Spec(field="phone", kind=Kind.PHONE, prompt=N_("Add a phone number")),
            Spec(field="plate", prompt=N_("Add the plate")),
            Spec(field="goods", prompt=N_("What do they bring?")),
            Spec(field="note", prompt=N_("Add a note")),
            *(times if with_times else ()),
        )

    def forms(self) -> tuple[FactForm, FactForm]:
        """Both forms, top to bottom."""
        return (self.short, self.more)

    def show_more(self) -> None:
        """Open what is seldom needed."""
        self.more.show()
        self.open_more.hide()
        for form in self.forms():
            form.line_up_with(self.forms())
        if self.isVisible():
            self.more.go_to("phone")

    def show_less(self) -> None:
        """Close it again."""
        self.more.hide()
        self.open_more.show()

    def values(self) -> dict[str, object]:
        """What stands in both."""
        return self.short.values() | self.more.values()

    def reset(self, values: dict[str, object]) -> None:
        """Give up what is half-written and show these."""
        for form in self.forms():
            form.reset(values)

    def show_values(self, values: dict[str, object]) -> None:
        """Show what is stored."""
        for form in self.forms():
            form.show_values(values)

    def flush(self) -> None:
        """Take what is half-written."""
        for form in self.forms():
            form.flush()

    def refused(self) -> tuple[FactForm, str] | None:
        """The first fact that is not understood."""
        found = ((form, field) for form in self.forms() for field in form.fields())
        return next(((form, field) for form, field in found if form.fact(field).refusal()), None)

    def _recognise(self, known: Acquaintance) -> None:
        """Fill what is blank with what was written last time, and tell all of it."""
        self.wanted.emit(self.short, "name", known.name)
        for form in self.forms():
            for field in RECOGNISED:
                value = getattr(known, field)
                if field in form.fields() and value and not form.values()[field]:
                    form.show_values({field: value})
                    self.wanted.emit(form, field, value)
        self.short.go_to("host" if not self.short.values()["host"] else "purpose")

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.open_more.setText(_("More: phone, plate, goods"))
        for form in self.forms():
            form.retranslate()
        for form in self.forms():
            form.line_up_with(self.forms())


class NewEntrySheet(QWidget):
    """F9: who has come. Ctrl+Enter writes it down; what is refused stays to be mended.

    Signals:
        created(entry_id): the visitor stands in the register.
    """

    created = Signal(int)

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__()
        self._desk, self._clock = desk, clock
        self._person_id: int | None = None
        self.entry = EntryForm(desk, clock)
        self.save = Button("", kind="primary", icon_name="check")
        self._refusal, self._hint = Text("", "refusal", wrap=True), Text("", "caption", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.small, SPACE.medium, SPACE.large)
        column.setSpacing(SPACE.large)
        for widget in (self.entry, self._refusal, self.save, self._hint):
            column.addWidget(widget)
        column.addStretch(1)
        self.save.clicked.connect(self.check_in)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.check_in)
        self.entry.wanted.connect(lambda form, field, value: form.show_values({field: value}))
        name = self.entry.short.fact("name")
        if isinstance(name, KnownFact):
            name.recognised.connect(self._remember)
        self.retranslate()
        self.begin()

    def _remember(self, known: Acquaintance) -> None:
        self._person_id = known.person_id

    def begin(self) -> None:
        """Empty the sheet for the next visitor."""
        self._person_id = None
        blank: dict[str, object] = dict.fromkeys(self.entry.values(), "")
        self.entry.reset(blank | {"heads": 1})
        self.entry.show_less()
        self._show_refusal("")

    def is_dirty(self) -> bool:
        """Whether something stands in it."""
        return any(value for field, value in self.entry.values().items() if field != "heads")

    def check_in(self) -> None:
        """Write it down; a fact that is not understood is gone to, and nothing is lost."""
        self.entry.flush()
        if (refused := self.entry.refused()) is not None:
            refused[0].go_to(refused[1])
            return
        facts = {field: value for field, value in self.entry.values().items() if value not in ("", None)}
        name = str(facts.pop("name", ""))
        try:
            made = self._desk.register.check_in(name, self._clock(), person_id=self._person_id, **facts)
        except ReceptionError as refusal:
            self._show_refusal(str(refusal))
            return
        self.begin()
        self.created.emit(made)

    def _show_refusal(self, sentence: str) -> None:
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))

    def title(self) -> str:
        """What the sheet is called."""
        return _("Walk-in visitor")

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.entry.retranslate()
        self.save.setText(_("Check in  Ctrl+Enter"))
        self._hint.setText(_("The time is noted by itself. Only the name is obligatory."))


class EntrySheet(QWidget):
    """An entry that is there: each fact saves by itself.

    Signals:
        changed(): a fact was saved.
    """

    changed = Signal()

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__()
        self._desk, self._clock = desk, clock
        self.entry_id = 0
        self.entry = EntryForm(desk, clock, with_times=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.small, SPACE.medium, SPACE.large)
        column.addWidget(self.entry)
        column.addStretch(1)
        self.entry.wanted.connect(self._on_wanted)
        self.retranslate()

    def show_entry(self, entry: WalkIn) -> None:
        """Show an entry as read."""
        zone = ZoneInfo(self._desk.company.settings().zone)
        values = {field: getattr(entry, field) for field in self.entry.values()}
        for field in ("arrived_at", "left_at"):
            values[field] = values[field] and values[field].astimezone(zone)
        if entry.id != self.entry_id:
            self.entry.reset(values)
        self.entry.show_values(values)
        self.entry.show_more()
        self.entry_id = entry.id

    def _on_wanted(self, form: FactForm, field: str, value: object) -> None:
        save = partial(self._desk.register.change, self.entry_id, self._clock(), **{field: value})
        if save_fact(form, field, save):
            self.changed.emit()

    def flush(self) -> None:
        """Save what is half-written."""
        self.entry.flush()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.entry.retranslate()

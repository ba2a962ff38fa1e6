"""The visit screen: head, sections as tabs, what matters at the right, details in a side sheet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.consequences import Consequence, still_open, touched_words
from reception_desk.domain.invitation import has_to_do_with
from reception_desk.domain.plan import progress
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from ui.models.standing import progress_of
from ui.screens.screen import Clock, Screen
from ui.screens.visit.arrangements import ArrangementsSection
from ui.screens.visit.background import BackgroundSection
from ui.screens.visit.head import VisitHead
from ui.screens.visit.history import HistorySection
from ui.screens.visit.invitation import InvitationSection
from ui.screens.visit.itinerary import ItinerarySection
from ui.screens.visit.matters import Matters
from ui.screens.visit.overview import OverviewSection
from ui.screens.visit.paper import PaperSection
from ui.screens.visit.plan import PlanSection
from ui.screens.visit.preparation import PreparationSection
from ui.screens.visit.section import Section
from ui.screens.visit.supplies import SuppliesSection
from ui.screens.visit.touched import TouchedSection
from ui.screens.visit.welcome import WelcomeSection
from ui.theme import SPACE
from ui.widgets.side_sheet import SideSheet

# The sections, in the order of the tabs. A new section is a module and a line here.
SECTIONS: Final[tuple[type[Section], ...]] = (
    OverviewSection,
    PlanSection,
    ItinerarySection,
    BackgroundSection,
    InvitationSection,
    ArrangementsSection,
    PreparationSection,
    SuppliesSection,
    WelcomeSection,
    PaperSection,
    TouchedSection,
    HistorySection,
)

CARD: Final = "read_back"  # the field that what is still to be repeated leads to

# Acts on the whole visit: the frame asks in a sheet, or has more to say of them than done or refused.
ASKED_FIRST: Final = frozenset({"delay", "reschedule", "copy", "cancel", "take_up_again", "delete"})


class VisitScreen(Screen):
    """One visit. `show_visit(visit_id, place)` with place `section` or `section/field`.

    Signals:
        went_back(): somebody wants the list again.
        compliance_wanted(visit_id): somebody wants to see how the procedure was kept.
        card_wanted(): somebody wants to read the facts back on the phone.
        elsewhere_wanted(where): somebody wants another screen, perhaps at a place of it.
    """

    went_back = Signal()
    card_wanted = Signal()
    compliance_wanted = Signal(int)
    elsewhere_wanted = Signal(str)

    name, within = "visit", "visits"

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self.visit_id = 0
        self.head, self.tabs, self.matters = VisitHead(), QTabBar(), Matters()
        self.sections: dict[str, Section] = {}
        self._fresh: set[str] = set()
        self._as_read: Visit | None = None
        self._touched: list[Consequence] = []
        self._stack = QStackedWidget()
        self._build()
        self.sheet = SideSheet(self)
        self.setFocusProxy(self.tabs)
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for _kind in SECTIONS:
            self.tabs.addTab("")
        self._stack.addWidget(QWidget())
        body = QHBoxLayout()
        body.setSpacing(SPACE.large)
        body.addWidget(self._stack, 1)
        body.addWidget(self.matters)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.wide, SPACE.medium, SPACE.wide, SPACE.large)
        column.setSpacing(SPACE.small)
        column.addWidget(self.head)
        column.addWidget(self.tabs)
        column.addLayout(body, 1)

    def _connect(self) -> None:
        self.head.went_back.connect(self.went_back)
        self.head.act_wanted.connect(self.act)
        self.tabs.currentChanged.connect(self._on_tab)
        self.matters.wanted.connect(self.go_to)
        self.sheet.closed.connect(self.flush)
        self._shortcut("Ctrl+PgDown", lambda: self._step(1))
        self._shortcut("Ctrl+PgUp", lambda: self._step(-1))
        self._shortcut("Alt+Left", self.went_back.emit)

    def _shortcut(self, keys: str, do: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(do)

    def title(self) -> str:
        """What stands above the screen."""
        return _("Visits")

    def visit_at_hand(self) -> int | None:
        """The visit that is shown."""
        return self.visit_id or None

    def show_visit(self, visit_id: int, place: str = "") -> None:
        """Show a visit, perhaps at a section and a field of it."""
        if visit_id != self.visit_id:
            self.flush()
            self.sheet.close_sheet()
        self.visit_id = visit_id
        section, _slash, field = place.partition("/")
        names = [kind.name for kind in SECTIONS]
        self.tabs.setCurrentIndex(names.index(section) if section in names else 0)
        self.refresh()
        self._go_to_field(field)

    def _go_to_field(self, field: str) -> None:
        """Bring a field of the section to the hand; what is to be repeated has a card of its own."""
        if field == CARD:
            self.card_wanted.emit()
        elif field:
            self.section().go_to(field)

    def place(self) -> str:
        return f"{self.name}/{self.section().name}"

    def section(self) -> Section:
        """The section that is shown, built when it is first wanted."""
        kind = SECTIONS[max(self.tabs.currentIndex(), 0)]
        if kind.name not in self.sections:
            self.sections[kind.name] = self._built(kind)
        return self.sections[kind.name]

    def _built(self, kind: type[Section]) -> Section:
        section = kind(self.desk, self.clock)
        section.changed.connect(self._on_changed)
        section.said.connect(self.said)
        section.refused.connect(self.refused)
        section.visit_wanted.connect(self._on_visit_wanted)
        section.elsewhere_wanted.connect(self.elsewhere_wanted)
        section.details_wanted.connect(self.sheet.open)
        section.details_named.connect(self.sheet.set_title)
        section.details_over.connect(self.sheet.close_sheet)
        self._stack.addWidget(section)
        return section

    def refresh(self) -> None:
        """Read the visit again: head, what matters, and the section that is shown; the others when they come up."""
        self._fresh.clear()
        if not self.visit_id:
            return
        visit, now = self.desk.visits.get(self.visit_id), self.clock()
        self._as_read = visit
        items = self.desk.preparation.plan(visit)
        self.head.show_visit(visit, progress_of(visit, items, now), self.desk.procedure.levels(), now)
        self.head.show_urgency(self.desk.procedure.missed_notice(visit))
        self.matters.show_gaps(self.desk.gaps.of(visit, items, now))
        self._touched = self.desk.consequences.of(self.visit_id)
        self._name_tabs(progress(items, now).done, progress(items, now).applicable)
        invites = [kind.name for kind in SECTIONS].index(InvitationSection.name)
        self.tabs.setTabVisible(invites, has_to_do_with(visit))
        if not self.tabs.isTabVisible(self.tabs.currentIndex()):
            self.tabs.setCurrentIndex(0)
        self._show_section()
        self._as_read = None

    def _show_section(self) -> None:
        section = self.section()
        if section.name not in self._fresh:
            self._show_in(section)
            self._fresh.add(section.name)
        self._stack.setCurrentWidget(section)
        self.head.set_quiet(quiet=section.has_primary)

    def _show_in(self, section: Section) -> None:
        """Let a section show what was just read, or read it where the tab came up later."""
        if self._as_read is not None:
            section.show_read(self._as_read)
        else:
            section.show_visit(self.visit_id)

    def go_to(self, section: str, field: str) -> None:
        """Show a section, at a field."""
        self.tabs.setCurrentIndex([kind.name for kind in SECTIONS].index(section))
        self._go_to_field(field)

    def act(self, name: str) -> None:
        """Do what a button or the menu of the head says."""
        if name == "papers":
            self.show_visit(self.visit_id, "paper")
            return
        self.flush()
        if name == "card":
            self.card_wanted.emit()
            return
        if name == "compliance":
            self.compliance_wanted.emit(self.visit_id)
            return
        if name in ASKED_FIRST:
            self.act_wanted.emit(name, self.visit_id)
            return
        acts: dict[str, Callable[[int, datetime], None]] = {
            "submit": self.desk.visits.submit,
            "arrived": self.desk.visits.arrived,
            "left": self.desk.visits.left,
        }
        try:
            acts[name](self.visit_id, self.clock())
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
            return
        self._on_changed()

    def flush(self) -> None:
        """Save what is half-written."""
        for section in self.sections.values():
            section.flush()

    def _on_changed(self) -> None:
        before = {line.key: line.changes for line in still_open(self._touched)}
        self.refresh()
        self.changed.emit()
        newly = [line for line in still_open(self._touched) if before.get(line.key) != line.changes]
        if newly and self.section().name != TouchedSection.name:
            self.said.emit(touched_words(self._touched))

    def _on_tab(self, _index: int) -> None:
        if self.visit_id:
            self.sheet.close_sheet()
            self._show_section()

    def _on_visit_wanted(self, visit_id: int, place: str) -> None:
        if visit_id == self.visit_id:
            self.show_visit(visit_id, place)
        else:
            self.visit_wanted.emit(visit_id, place)

    def _step(self, by: int) -> None:
        shown = [place for place in range(self.tabs.count()) if self.tabs.isTabVisible(place)]
        self.tabs.setCurrentIndex(shown[(shown.index(self.tabs.currentIndex()) + by) % len(shown)])

    def _name_tabs(self, done: int, applicable: int) -> None:
        touched = len(still_open(self._touched))
        numbers = {"preparation": f"{done}/{applicable}", "touched": str(touched or "")}
        for place, kind in enumerate(SECTIONS):
            words = f"{_(kind.word)} {numbers.get(kind.name, '')}".strip()
            self.tabs.setTabText(place, words)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.tabs.setAccessibleName(_("Sections of the visit"))
        self.sheet.set_close_words(_("Close"))
        self.head.retranslate()
        self.matters.retranslate()
        for section in self.sections.values():
            section.retranslate()
        self.refresh()

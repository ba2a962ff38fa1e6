"""The head of the visit screen: who comes, when, how it stands, and what can be done with the visit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu, QWidget

from reception_desk.domain.levels import Levels
from reception_desk.domain.plan import Progress
from reception_desk.domain.visit import Visit, VisitState
from reception_desk.i18n import _, current_language
from ui.icons import icon
from ui.models.standing import standing
from ui.moments import day_of_month
from ui.screens.visit_acts import acts_for
from ui.widgets.buttons import Button, IconButton
from ui.widgets.headline import Headline
from ui.widgets.pill import Pill

PILL_KINDS = {"muted": "plain", "text": "plain"}


@dataclass(frozen=True)
class Act:
    """Something that can be done with the visit: its name, its words, the icon and key that go with it."""

    name: str
    words: str
    icon: str = ""
    key: str = ""


def acts(visit: Visit, now: datetime) -> list[Act]:
    """What can be done now, the most likely first."""
    submit = Act("submit", _("Submit the application"), "check")
    arrived = Act("arrived", _("They are here"), "door", "F8")
    left = Act("left", _("They have left"), "forward", "F8")
    card = Act("card", _("Read back on the phone"), "phone", "F6")
    papers = Act("papers", _("Papers"), "print", "Ctrl+P")
    kept = Act("compliance", _("Compliance"), "checklist")
    whole = [Act(act.name, _(act.msgid), act.icon) for act in acts_for(visit.state)]
    if visit.state is VisitState.CANCELLED:
        return whole
    if visit.actual_departure_at is not None:
        return [papers, kept, *(act for act in whole if act.name != "reschedule")]
    if visit.actual_arrival_at is not None:
        return [left, papers, card, kept, *(act for act in whole if act.name in ("copy", "cancel"))]
    is_day = visit.arrival_at is not None and visit.local(visit.arrival_at).date() == visit.local(now).date()  # type: ignore[union-attr]  # both are given
    if is_day:
        return [arrived, papers, card, *([submit] if visit.state is VisitState.DRAFT else []), kept, *whole]
    if visit.state is VisitState.DRAFT:
        return [submit, papers, card, arrived, kept, *whole]
    return [papers, card, arrived, kept, *whole]


class VisitHead(Headline):
    """Heading, dates, pills, one primary action, the rest in a menu.

    Signals:
        act_wanted(name): somebody wants one of `acts` done.
    """

    act_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(back=" ", parent=parent)
        self.urgent, self.level, self.standing = Pill(""), Pill(""), Pill("")
        self.primary, self.more = Button("", kind="primary"), IconButton("more", "")
        self._acts: list[Act] = []
        self.urgent.hide()
        for widget in (self.urgent, self.level, self.standing, self.primary, self.more):
            self.add(widget)
        self.primary.clicked.connect(self._on_primary)
        self.more.clicked.connect(self.open_menu)
        self.retranslate()

    def show_visit(self, visit: Visit, progress: Progress, levels: Levels, now: datetime) -> None:
        """Show a visit as read."""
        self.set_title(visit.heading(current_language()))
        self.set_subtitle(subtitle(visit))
        level = levels.level(visit.level)
        if level is None:
            self.level.show_status(_("Level not decided"), "soon", "warning")
        else:
            self.level.show_status(level.text(current_language()), "primary")
        mark = standing(visit, progress, now)
        self.standing.show_status(mark.words, PILL_KINDS.get(mark.tone, mark.tone), mark.icon)
        self._acts = acts(visit, now)
        first = self._acts[0]
        self.primary.setText(f"{first.words}  {first.key}".strip())
        self._show_icon()

    def show_urgency(self, latest: date | None) -> None:
        """Say that notice for the leadership came too late: it was due by this day (P5)."""
        self.urgent.setVisible(latest is not None)
        if latest is not None:
            self.urgent.show_status(_("Urgent"), "late", "warning")
            words = _("The leadership was to be told by {day}; notice came later.")
            self.urgent.setToolTip(words.format(day=day_of_month(latest)))
            self.urgent.setAccessibleName(self.urgent.toolTip())

    def set_quiet(self, *, quiet: bool) -> None:
        """Whether the section shown has the primary button of the screen."""
        self.primary.set_kind("quiet" if quiet else "primary")
        self._show_icon()

    def _show_icon(self) -> None:
        name = self._acts[0].icon if self._acts else ""
        ink = "on_primary" if self.primary.property("kind") == "primary" else "text"
        self.primary.setIcon(icon(name, ink) if name else QIcon())

    def menu(self) -> QMenu:
        """What else can be done; it goes when it closes."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for act in self._acts[1:]:
            if act.name in ("reschedule", "delete") and menu.actions():
                menu.addSeparator()
            action = QAction(f"{act.words}\t{act.key}" if act.key else act.words, menu)
            action.triggered.connect(self._teller(act.name))
            menu.addAction(action)
        return menu

    def open_menu(self) -> None:
        """Show the menu below its button."""
        self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _teller(self, name: str) -> Callable[[], None]:
        return lambda: self.act_wanted.emit(name)

    def _on_primary(self) -> None:
        if self._acts:
            self.act_wanted.emit(self._acts[0].name)

    def retranslate(self) -> None:
        """Say what does not depend on the visit in the language of the moment."""
        self.set_back(_("Back to the visits"))
        self.more.set_words(_("More"))


def subtitle(visit: Visit) -> str:
    """When they come and go, whose guests they are, the visit's number."""
    owner = " ".join(part for part in (visit.owner_department, visit.applicant) if part)
    reason = _("cancelled: {reason}").format(reason=visit.cancel_reason) if visit.cancel_reason else ""
    return " · ".join(part for part in (_dates(visit), owner, visit.number, reason) if part)


def _dates(visit: Visit) -> str:
    arrival, departure = visit.local(visit.arrival_at), visit.local(visit.departure_at)
    if arrival is None:
        return _("The day is not known yet")
    start = f"{day_of_month(arrival.date())} {arrival:%H:%M}"
    if departure is None:
        return start
    end = (
        f"{departure:%H:%M}"
        if departure.date() == arrival.date()
        else f"{day_of_month(departure.date())} {departure:%H:%M}"
    )
    return f"{start} → {end}"

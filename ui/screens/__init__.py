"""The screens, in the order of the rail. A new screen is a module and a line here.

A screen's module is imported, and the screen made, when it is first shown: the window is usable with the first one.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from reception_desk.i18n import N_

if TYPE_CHECKING:
    from ui.screens.screen import Screen


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a screen is found before it is there; `within`: the screen it opens out of, without a line in the rail."""

    name: str
    module: str
    kind: str
    icon: str = ""
    words: str = ""
    within: str = ""

    def load(self) -> type[Screen]:
        """The screen's class."""
        kind: type[Screen] = getattr(import_module(f"ui.screens.{self.module}"), self.kind)
        return kind


SCREENS: tuple[Place, ...] = (
    Place(name="today", module="today.today", kind="TodayScreen", icon="today", words=N_("Today")),
    Place(name="tasks", module="tasks.tasks", kind="TasksScreen", icon="checklist", words=N_("To do")),
    Place(name="visits", module="visits", kind="VisitsScreen", icon="visits", words=N_("Visits")),
    Place(name="visit", module="visit.visit", kind="VisitScreen", within="visits"),
    Place(name="read_back", module="read_back.read_back", kind="ReadBackScreen", within="visits"),
    Place(name="history", module="history", kind="HistoryScreen", within="visits"),
    Place(name="compliance", module="compliance.compliance", kind="ComplianceScreen", within="visits"),
    Place(name="gifts", module="gifts", kind="GiftsScreen", within="visits"),
    Place(name="intake", module="intake.intake", kind="IntakeScreen", within="visits"),
    Place(
        name="bookings",
        module="bookings.bookings",
        kind="BookingsScreen",
        icon="bookings",
        words=N_("Bookings"),
    ),
    Place(
        name="register",
        module="register.register",
        kind="RegisterScreen",
        icon="badge",
        words=N_("Register"),
    ),
    Place(
        name="welcome", module="welcome.welcome", kind="WelcomeScreen", icon="sign", words=N_("Welcome sign")
    ),
    Place(
        name="settings",
        module="settings.settings",
        kind="SettingsScreen",
        icon="settings",
        words=N_("Settings"),
    ),
)

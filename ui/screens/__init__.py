"""The screens, in the order of the rail. A new screen is a module and a line here."""

from __future__ import annotations

from ui.screens.intake.intake import IntakeScreen
from ui.screens.screen import Screen
from ui.screens.settings.settings import SettingsScreen
from ui.screens.today.today import TodayScreen
from ui.screens.visit.visit import VisitScreen
from ui.screens.visits import VisitsScreen
from ui.screens.welcome.welcome import WelcomeScreen

SCREENS: tuple[type[Screen], ...] = (
    TodayScreen,
    VisitsScreen,
    VisitScreen,
    IntakeScreen,
    WelcomeScreen,
    SettingsScreen,
)

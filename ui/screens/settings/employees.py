"""Our own people: the list, and whole lists taken over from Excel."""

from __future__ import annotations

from ui.screens.settings.house_kinds import EMPLOYEES
from ui.screens.settings.house_section import HouseSection


class EmployeesSection(HouseSection):
    """The employees."""

    listed = EMPLOYEES

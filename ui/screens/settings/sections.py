"""The sections of the settings, in the order of the list at the left: a new one is a module and ONE line here.

The class that a line names is one of two, imported and made when it is first shown as `Kind(desk, clock)`:

* a `SettingsCard` (settings_card.py): facts under a heading. The screen lays it into a column that scrolls; it needs
  `show_settings(settings)`, `retranslate()` and, where it has more than facts, `flush()`.
* a `SettingsSection` (settings_section.py): has the whole room to itself, for lists and editors; it needs
  `refresh()`, `retranslate()`, `flush()`, and `go_to(place)` where something in it can be opened from outside.

Both tell `changed()` after every step they took, `refused(sentence)` where no place of theirs says it better, and
`said(sentence)`. Signals named `language_chosen`, `theme_chosen`, `backup_wanted` are passed on to the frame.
`words` and `icon` of the line are what the list and the command palette show; `frame.go("settings/NAME")` opens it.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Final

from reception_desk.i18n import N_

if TYPE_CHECKING:
    from ui.screens.settings.settings_card import SettingsCard
    from ui.screens.settings.settings_section import SettingsSection


@dataclass(frozen=True)
class SectionPlace:
    """Where a section is found before it is there: `module` in ui.screens.settings, and the `kind` in it."""

    name: str
    words: str
    icon: str
    module: str
    kind: str

    def load(self) -> type[SettingsCard | SettingsSection]:
        """The section's class."""
        found: type[SettingsCard | SettingsSection] = getattr(
            import_module(f"ui.screens.settings.{self.module}"), self.kind
        )
        return found


SECTIONS: Final[tuple[SectionPlace, ...]] = (
    SectionPlace("company", N_("Our company"), "company", "our_company", "OurCompany"),
    SectionPlace("desk", N_("This desk"), "monitor", "this_desk", "ThisDesk"),
    SectionPlace("employees", N_("Employees"), "badge", "employees", "EmployeesSection"),
    SectionPlace("departments", N_("Departments"), "group", "house_section", "DepartmentsSection"),
    SectionPlace("cars", N_("Our cars"), "car", "house_section", "CarsSection"),
    SectionPlace("drivers", N_("Drivers"), "person", "house_section", "DriversSection"),
    SectionPlace("hotels", N_("Hotels"), "hotel", "house_section", "HotelsSection"),
    SectionPlace("rooms", N_("Our rooms"), "meeting", "house_section", "RoomsSection"),
    SectionPlace("nearby", N_("Nearby places"), "place", "nearby", "NearbySection"),
    SectionPlace("signs", N_("Welcome signs"), "sign", "signs", "SignsSection"),
    SectionPlace("levels", N_("Levels"), "star", "levels", "LevelsSection"),
    SectionPlace("ranks", N_("Ranks"), "arrow-up", "ranks", "RanksSection"),
    SectionPlace("customs", N_("Customs of countries"), "tour", "customs", "CustomsSection"),
    SectionPlace("checklist", N_("Checklist"), "checklist", "checklist", "ChecklistSection"),
    SectionPlace("lists", N_("Supplies, zones, presentation"), "paper", "lists", "ListsSection"),
    SectionPlace("lead_times", N_("Lead times"), "clock", "lead_times", "LeadTimesSection"),
    SectionPlace("wording", N_("Welcome texts"), "message", "wording", "WordingSection"),
    SectionPlace("paper_words", N_("Texts on paper"), "paper", "paper_words", "PaperWordsSection"),
    SectionPlace("working_days", N_("Working days"), "calendar", "working_days", "WorkingDaysSection"),
    SectionPlace("duplicates", N_("Written down twice"), "group", "duplicates", "DuplicatesSection"),
    SectionPlace("bin", N_("Bin"), "delete", "bin", "BinSection"),
    SectionPlace("fonts", N_("Fonts"), "translate", "fonts", "Fonts"),
    SectionPlace("printers", N_("Printers"), "print", "printers", "Printers"),
    SectionPlace("data", N_("Data and backups"), "backup", "data", "DataSection"),
)

"""This desk: who is at it, which language and theme its screen has."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, Signal

from reception_desk.desk import ReceptionDesk
from reception_desk.i18n import _
from reception_desk.settings import Settings
from ui.clock import Clock
from ui.screens.settings.fact_people import PeopleFact
from ui.screens.settings.fact_segments import SegmentsFact
from ui.screens.settings.settings_card import SettingsCard
from ui.widgets.fact import TextFact
from ui.widgets.fact_group import FactGroup

LANGUAGES = ("zh", "en")
WHO = "who"
THEMES = ("light", "dark", "system")


class ThisDesk(SettingsCard):
    """Preferences of this desk: no facts, so nothing of it is undone.

    Signals:
        language_chosen(language), theme_chosen(theme): the frame puts it on.
    """

    language_chosen = Signal(str)
    theme_chosen = Signal(str)

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self.at_desk, self.desk_name = TextFact(""), TextFact("")
        self.language = SegmentsFact("", [("zh", "中文"), ("en", "English")])
        self.theme = SegmentsFact("", [(name, name) for name in THEMES])
        self.people = PeopleFact()
        self._group = FactGroup()
        for fact in (self.at_desk, self.people, self.desk_name, self.language, self.theme):
            self._group.add(fact)
        self.at_desk.changed.connect(partial(self.store, self.at_desk, "at_desk"))
        self.people.changed.connect(partial(self.store, self.at_desk, "at_desk"))
        self.people.remembered.connect(self._remember)
        self.people.forgotten.connect(self._forget)
        self.desk_name.changed.connect(partial(self.store, self.desk_name, "desk_name"))
        self.language.changed.connect(lambda value: self.language_chosen.emit(str(value)))
        self.theme.changed.connect(lambda value: self.theme_chosen.emit(str(value)))
        self.body.addWidget(self._group)
        self.retranslate()

    def retranslate(self) -> None:
        self.set_title(_("This desk"))
        self.at_desk.set_label(_("Who is here"))
        self.at_desk.set_prompt(_("Say who is at the desk"))
        self.desk_name.set_label(_("Name of this desk"))
        self.language.set_label(_("Language"))
        self.theme.set_label(_("Theme"))
        self.theme.set_words([_("Light"), _("Dark"), _("As the system")])
        self._group.line_up()
        self.people.retranslate()

    def show_settings(self, settings: Settings) -> None:
        self.at_desk.set_value(settings.at_desk)
        self.desk_name.set_value(settings.desk_name)
        self.language.set_value(settings.language)
        self.theme.set_value(settings.theme if settings.theme in THEMES else "system")
        self.people.set_value((settings.at_desk, tuple(self.desk.company.attendants())))

    def go_to(self, place: str) -> None:
        if place == WHO:  # the hand comes to the list of sections first
            QTimer.singleShot(0, self.at_desk, self.at_desk.edit)

    def _remember(self, name: str) -> None:
        self.attempt(lambda: self.desk.company.remember_attendant(name, self.clock()))

    def _forget(self, name: str) -> None:
        self.attempt(lambda: self.desk.company.forget_attendant(name, self.clock()))

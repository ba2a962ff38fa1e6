"""The life of the window: which screen is shown, what the keys do, what the bottom line says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Qt, Signal

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.nearby_place import NearbyPlace
from reception_desk.domain.nearby_words import in_brief
from reception_desk.domain.visit_line import VisitLine
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _, current_language
from reception_desk.services.backups import Backup
from ui.application import the_application
from ui.background import wait_for_background
from ui.commands import Keys, commands_of, found
from ui.composing import ComposingGuard
from ui.gestures import Gestures
from ui.main_window import MainWindow
from ui.palette import Entry, Palette
from ui.reminding import Reminding
from ui.rounds import Rounds
from ui.screens import Place
from ui.screens.screen import Screen
from ui.screens.visit_acts import VisitActs
from ui.screens_made import ScreensMade
from ui.sign_keeper import SignKeeper
from ui.taking_in import TakingIn
from ui.undo_guard import UndoGuard
from ui.walking_in import WalkingIn

if TYPE_CHECKING:  # a screen is imported when it is first shown
    from ui.manual import Manual
    from ui.screens.compliance.compliance import ComplianceScreen
    from ui.screens.intake.intake import IntakeScreen
    from ui.screens.read_back.read_back import ReadBackScreen
    from ui.screens.register.register import RegisterScreen
    from ui.screens.settings.settings import SettingsScreen
    from ui.screens.today.today import TodayScreen
    from ui.screens.visit.visit import VisitScreen
    from ui.screens.visits import VisitsScreen
    from ui.screens.welcome.welcome import WelcomeScreen

MOST_VISITS: Final = 8
MOST_PLACES: Final = 8


class Frame(QObject):
    """Brings together window, screens, keys, palette and rounds.

    Signals:
        restore_wanted(file): somebody wants to go back to a backup; the program does it, for the frame ends with it.
    """

    restore_wanted = Signal(object)

    def __init__(self, window: MainWindow, desk: ReceptionDesk, places: Sequence[Place]) -> None:
        super().__init__(window)
        self.window, self.desk, self.clock = window, desk, window.clock
        self.screens = ScreensMade(places, self._make)
        self._shown = self._came_from = self._called_from = ""
        self._manual: Manual | None = None
        self.gestures = Gestures(desk, self.clock, self)
        self.taking_in = TakingIn(self)
        self.walking_in = WalkingIn(self)
        self.acts = VisitActs(desk, self.clock, window.stack, self)
        self.reminding = Reminding(desk, self.clock, window)
        self.commands = commands_of(self)
        self.palette = Palette(window.whole, self._find)
        self.keys = Keys(window, self.commands)
        self.rounds = Rounds(desk, self.clock, self)
        self.keeper = SignKeeper(desk, self.clock, self)
        self._guards = ComposingGuard(the_application()), UndoGuard(the_application())
        self._fill_rail()
        self._connect()
        self.retranslate()
        self.go(next(iter(self.screens)))
        self.rounds.back_up()

    def _fill_rail(self) -> None:
        for name, place in self.screens.places.items():
            if not place.within:
                self.window.rail.add_page(name, _(place.words), place.icon)

    def _make(self, kind: type[Screen]) -> Screen:
        screen = kind(self.desk, self.clock)
        self.window.stack.addWidget(screen)
        screen.visit_wanted.connect(self.show_visit)
        screen.said.connect(self.say)
        screen.refused.connect(self.refuse)
        screen.changed.connect(self._on_changed)
        screen.act_wanted.connect(self.acts.do)
        self._connect_what_is_its_own(screen)
        return screen

    def _connect_what_is_its_own(self, screen: Screen) -> None:
        connect = {
            "settings": self._connect_settings,
            "visit": self._connect_visit,
            "today": self._connect_today,
            "welcome": self._connect_welcome,
            "intake": self._connect_intake,
            "visits": self._connect_visits,
            "register": self._connect_register,
            "read_back": self._connect_read_back,
            "compliance": self._connect_compliance,
        }.get(screen.name)
        if connect is not None:
            connect(screen)

    def _connect_settings(self, made: Screen) -> None:
        screen = cast("SettingsScreen", made)
        screen.language_chosen.connect(self.gestures.speak)
        screen.theme_chosen.connect(self.gestures.dress)
        screen.backup_wanted.connect(self.rounds.back_up_now)
        screen.restore_wanted.connect(self.restore_wanted)

    def _connect_visit(self, made: Screen) -> None:
        screen = cast("VisitScreen", made)
        screen.went_back.connect(self.back)
        screen.card_wanted.connect(self.show_card)
        screen.compliance_wanted.connect(lambda visit_id: self.go(f"compliance/visit:{visit_id}"))
        screen.elsewhere_wanted.connect(self.go)

    def _connect_today(self, made: Screen) -> None:
        screen = cast("TodayScreen", made)
        screen.watch(self.keeper)
        screen.signs_wanted.connect(lambda: self.go("welcome"))
        screen.register_wanted.connect(lambda: self.go("register"))
        screen.next.card_wanted.connect(self.show_card)

    def _connect_welcome(self, made: Screen) -> None:
        cast("WelcomeScreen", made).watch(self.keeper)

    def _connect_intake(self, made: Screen) -> None:
        screen = cast("IntakeScreen", made)
        screen.went_back.connect(self.back)
        screen.form_wanted.connect(self.taking_in.choose_form)

    def _connect_visits(self, made: Screen) -> None:
        screen = cast("VisitsScreen", made)
        screen.new_visit_wanted.connect(self.taking_in.open_sheet)
        screen.menu_wanted.connect(self.acts.show_menu)
        screen.compliance_wanted.connect(lambda: self.go("compliance/month"))
        self.acts.offer_delete(screen.table, screen.visit_at_hand)

    def _connect_register(self, made: Screen) -> None:
        cast("RegisterScreen", made).new_entry_wanted.connect(self.walking_in.open_sheet)

    def _connect_read_back(self, made: Screen) -> None:
        screen = cast("ReadBackScreen", made)
        screen.went_back.connect(self.leave_card)
        screen.settings_wanted.connect(lambda: self.go("settings/company"))
        screen.undo_wanted.connect(self.gestures.undo)

    def _connect_compliance(self, made: Screen) -> None:
        cast("ComplianceScreen", made).went_back.connect(self._show_visit_again)

    def _connect(self) -> None:
        window, gestures, rounds = self.window, self.gestures, self.rounds
        window.rail.chosen.connect(self.go)
        window.header.search_wanted.connect(self.palette.open)
        window.bottom.undo_wanted.connect(gestures.undo)
        window.bottom.redo_wanted.connect(gestures.redo)
        window.bottom.history_wanted.connect(lambda: self.go("history"))
        window.attendant.chosen.connect(gestures.attend)
        window.attendant.settings_wanted.connect(lambda: self.go("settings/desk/who"))
        gestures.done.connect(self._on_done)
        self.acts.done.connect(self._on_done)
        self.acts.refused.connect(self.refuse)
        self.acts.visit_wanted.connect(self.show_visit)
        gestures.refused.connect(self.refuse)
        gestures.language_chosen.connect(self.retranslate)
        rounds.minute_began.connect(self.refresh)
        rounds.minute_began.connect(self.reminding.look)
        self.reminding.visit_wanted.connect(self.show_visit)
        self.reminding.refused.connect(self.refuse)
        rounds.changed_beside.connect(self.refresh)
        rounds.backup_made.connect(self._on_backup)
        rounds.backup_failed.connect(self._on_backup_failed)
        rounds.trouble.connect(self.refuse)
        rounds.changed_beside.connect(self.keeper.wake)
        self.keeper.changed.connect(self._show_sign)
        window.bottom.state_chosen.connect(self._on_state_chosen)

    def current(self) -> Screen:
        """The screen that is shown."""
        return self.screens[self._shown]

    def here(self) -> datetime:
        """The moment on the company's clock."""
        return self.clock().astimezone(ZoneInfo(self.desk.company.settings().zone))

    def go(self, where: str) -> None:
        """Show a screen, read anew, perhaps (after a slash) at a place of it: `settings/cars`."""
        name, _slash, place = where.partition("/")
        screen = self.screens[name]
        if self._shown and name != self._shown:
            self.current().flush()
        self._shown = name
        self.window.rail.set_current(screen.within or name)
        self.keys.let_go_of(screen.keys)
        self.window.show_alone(alone=screen.fills_window)
        self.window.stack.setCurrentWidget(screen)
        if place:
            screen.open_place(place)
        self.refresh()
        if "/" not in place:  # further in, the place itself has taken the hand
            screen.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_visit(self, visit_id: int, place: str = "") -> None:
        """Show a visit; `place` is a section, perhaps with a field after a slash."""
        self.remember_origin()
        self._show_visit_again(visit_id, place)

    def _show_visit_again(self, visit_id: int, place: str) -> None:
        """Show a visit that one has looked at from beside: the way back from it stays the same."""
        screen = cast("VisitScreen", self.screens["visit"])
        screen.visit_id = visit_id
        self.go("visit")
        screen.show_visit(visit_id, place)

    def remember_origin(self) -> None:
        """A form becomes a visit: the way back from either leads to where both came from."""
        if self._shown not in {"intake", "visit"}:
            self._came_from = self._shown

    def back(self) -> None:
        """Go where one came from."""
        self.go(self._came_from or "visits")

    def refresh(self) -> None:
        """Read again what is shown."""
        screen = self.current()
        try:
            screen.refresh()
        except ReceptionError as trouble:
            self.refuse(str(trouble))
            if screen.within:  # the visit is gone: undone here, or beside
                self.go(screen.within)
            return
        self.window.header.show_title(screen.title())
        self.window.header.show_moment(self.here())
        self._show_attendant()
        self._show_undo()
        self.reminding.refresh()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.window.retranslate()
        self.palette.retranslate()
        self.taking_in.retranslate()
        self.acts.retranslate()
        self.walking_in.retranslate()
        self.reminding.retranslate()
        for screen in self.screens.made():
            screen.retranslate()
        for name, place in self.screens.places.items():
            if not place.within:
                self.window.rail.set_words(name, _(place.words))
        self.window.bottom.say("")
        self.window.bottom.name_history(_("History of the desk"))
        self._show_backup()
        self._show_sign()
        if self._shown:
            self.refresh()
        self.window.language_changed.emit()

    def say(self, sentence: str) -> None:
        """Say at the bottom what was done, and when."""
        self.window.bottom.say(f"{sentence}  {self.here():%H:%M}")

    def refuse(self, sentence: str) -> None:
        """Say at the bottom what was refused, and why."""
        self.window.bottom.say(sentence, "late")

    def open_palette(self) -> None:
        """Ctrl+K: the way to everything."""
        self.palette.open()

    def open_manual(self) -> None:
        """F1: the manual, at the chapter about what is shown."""
        from ui.manual import Manual

        if self._manual is None:
            self._manual = Manual(self.window)
        try:
            self._manual.open(self.current().place())
        except ReceptionError as missing:
            self.refuse(str(missing))

    def back_up_now(self) -> None:
        """Make a backup now, changed or not."""
        self.rounds.back_up_now()

    def flip_visit(self) -> None:
        """F8: the guests at hand are here; pressed again, they have left."""
        self.gestures.come_or_gone(self.current().visit_at_hand())

    def act(self, name: str) -> None:
        """Do an act on the visit at hand: move, copy, cancel, delete."""
        self.current().flush()
        self.acts.do(name, self.current().visit_at_hand())

    def show_papers(self) -> None:
        """Ctrl+P: the paper of the visit at hand."""
        visit_id = self.current().visit_at_hand()
        if visit_id is None:
            self.refuse(_("Open a visit first, then press Ctrl+P for its papers."))
        else:
            self.show_visit(visit_id, "paper")

    def show_touched(self) -> None:
        """Ctrl+J: what the changes of the visit at hand touch."""
        visit_id = self.current().visit_at_hand()
        if visit_id is None:
            self.refuse(_("Open a visit first, then press Ctrl+J for what its changes touch."))
        else:
            self.current().flush()
            self.show_visit(visit_id, "touched/first")

    def show_confirmation(self) -> None:
        """The walk through people, place and vehicle of the visit at hand (A8)."""
        visit_id = self.current().visit_at_hand()
        if visit_id is None:
            self.refuse(_("Open a visit first, then its people, place and vehicle are confirmed."))
        else:
            self.current().flush()
            self.show_visit(visit_id, "preparation/confirmation")

    def show_card(self) -> None:
        """F6: the card for the phone, of the visit at hand; pressed again, back."""
        if self._shown == "read_back":
            self.leave_card()
            return
        visit_id = self.current().visit_to_call_about()
        if visit_id is None:
            self.refuse(_("Open a visit first, then press F6 for its card on the phone."))
            return
        screen, self._called_from = cast("ReadBackScreen", self.screens["read_back"]), self._shown
        screen.visit_id = visit_id
        self.go("read_back")
        screen.show_visit(visit_id)

    def leave_card(self) -> None:
        """The call is over: back to where it was begun."""
        self.go(self._called_from or "visits")

    def take_in(self, form: Path) -> None:
        """Review an application form, to be saved as a visit."""
        self.taking_in.take_in(form)

    def end(self) -> None:
        """Save what is half-written and let what is under way come to its end."""
        self.current().flush()
        self.rounds.end()
        self.keeper.close()
        wait_for_background()

    def _find(self, asked: str) -> list[Entry]:
        lines = self.desk.visits.page(asked, limit=MOST_VISITS) if asked else []
        visits = [self._visit_entry(line) for line in lines]
        commands = [
            Entry(icon=command.icon, words=command.words, note=command.beside, run=command.run)
            for command in found(self.commands, asked)
        ]
        return [*self._sheets(asked), *visits, *self._places(asked), *commands]

    def _places(self, asked: str) -> list[Entry]:
        """The places nearby that guests ask for: how far, when and the phone at once, the rest with Enter (A6.8)."""
        return [
            Entry(
                icon="place",
                words=place.said("name", current_language()),
                note=in_brief(place, current_language()),
                run=partial(self.go, f"settings/nearby/{place.id}"),
            )
            for place in self.desk.house.find(NearbyPlace, asked)[:MOST_PLACES]
        ]

    def _sheets(self, asked: str) -> list[Entry]:
        """The sheet of paper whose short code was typed, and whether it still holds (5.4)."""
        answer = self.desk.short_codes.find(asked)
        if answer is None:
            return []
        edition = answer.edition
        place = f"paper/{edition.document}" if answer.is_good else f"touched/paper:{edition.id}"
        return [
            Entry(
                icon="check-circle" if answer.is_good else "error",
                words=answer.words,
                note=answer.visit.number,
                run=lambda: self.show_visit(edition.visit_id, place),
            )
        ]

    def _visit_entry(self, line: VisitLine) -> Entry:
        who = " · ".join(part for part in (line.company, f"{line.main_guest} {line.title}".strip()) if part)
        return Entry(
            icon="visits", words=who or line.number, note=line.number, run=lambda: self.show_visit(line.id)
        )

    def _on_changed(self) -> None:
        self.note_change(_("Saved"))

    def note_change(self, sentence: str) -> None:
        """Facts were changed here, and what is shown shows them already."""
        self.rounds.note_own_change()
        self.keeper.wake()
        self.reminding.refresh()
        self._show_undo()
        self.say(sentence)

    def _on_done(self, sentence: str) -> None:
        """A gesture may have changed anything."""
        self.rounds.note_own_change()
        self.keeper.wake()
        self.refresh()
        self.say(sentence)

    def _show_undo(self) -> None:
        self.window.bottom.show_undo(*self.gestures.undo_and_redo())

    def _show_attendant(self) -> None:
        settings = self.desk.company.settings()
        self.window.attendant.show_people(settings.at_desk, self.desk.company.attendants())

    def _on_backup(self, made: Backup | None) -> None:
        self._show_backup()
        if made is not None:
            self.current().refresh()

    def _show_backup(self) -> None:
        """When the last backup was made, on another day with that day."""
        listed, here = self.desk.backups.listed(), self.here()
        if listed:
            local = listed[0].made_at.astimezone(here.tzinfo)
            day = "" if local.date() == here.date() else f"{local:%m-%d} "
            self.window.bottom.show_state("backup", _("Backup {time}").format(time=f"{day}{local:%H:%M}"))

    def _on_backup_failed(self, sentence: str) -> None:
        self.window.bottom.show_state("backup", _("Backup failed"), "late")
        self.refuse(sentence)

    def _show_sign(self) -> None:
        words, tone = self.keeper.words()
        self.window.bottom.show_state("sign", words, tone or "plain")

    def _on_state_chosen(self, key: str) -> None:
        """A lamp leads to where one can do something about it."""
        self.go("settings/data" if key == "backup" else "welcome")

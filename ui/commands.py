"""The commands of the frame: words, perhaps keys, one thing to do. The palette and the keys read this list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from reception_desk.i18n import LANGUAGES, N_, _, words
from ui.screens.settings.sections import SECTIONS
from ui.screens.visit_acts import CANCEL, COPY, DELAY, DELETE, RESCHEDULE

if TYPE_CHECKING:
    from ui.frame import Frame


@dataclass(frozen=True, kw_only=True)
class Command:
    """One thing that can be done from everywhere; `msgid` are its English words, said in the language of the moment."""

    name: str
    msgid: str
    icon: str
    run: Callable[[], None]
    keys: tuple[str, ...] = ()
    within: str = ""
    """Where it leads to, a msgid; such a command is offered only to somebody who types."""

    @property
    def beside(self) -> str:
        """What stands beside it: where it leads to, or its key."""
        return _(self.within) if self.within else " ".join(self.keys[:1])

    @property
    def words(self) -> str:
        """What it is called now."""
        return _(self.msgid)

    def answers_to(self, asked: str) -> bool:
        """Whether what was typed is part of its words, in either language."""
        if not asked:
            return not self.within
        said = (self.msgid, self.within) if self.within else (self.msgid,)
        return any(
            asked.casefold() in words(language)(msgid).casefold() for language in LANGUAGES for msgid in said
        )


def found(commands: Sequence[Command], asked: str) -> list[Command]:
    """The commands that fit what was typed; all of them for nothing."""
    return [command for command in commands if command.answers_to(asked.strip())]


def commands_of(frame: Frame) -> list[Command]:
    """What can be done from everywhere in the frame."""
    at, own = frame.gestures, _command
    sections = [
        Command(
            name=f"settings/{place.name}",
            msgid=place.words,
            icon=place.icon,
            run=partial(frame.go, f"settings/{place.name}"),
            within=N_("Settings"),
        )
        for place in SECTIONS
    ]
    return [
        own("tasks", N_("To do, over all visits"), "checklist", partial(frame.go, "tasks")),
        own("flip", N_("They are here / they have left"), "door", frame.flip_visit, "F8"),
        own("new", N_("New visit"), "add", frame.taking_in.open_sheet, "Ctrl+N"),
        own("walk_in", N_("Walk-in visitor"), "badge", frame.walking_in.open_sheet, "F9"),
        own("form", N_("Take in a form…"), "download", frame.taking_in.choose_form),
        own("card", N_("Read back on the phone"), "phone", frame.show_card, "F6"),
        own("papers", N_("Papers of the visit"), "print", frame.show_papers, "Ctrl+P"),
        own("touched", N_("What the changes touch"), "warning", frame.show_touched, "Ctrl+J"),
        own("confirm", N_("Second confirmation"), "checklist", frame.show_confirmation),
        own(DELAY.name, DELAY.msgid, DELAY.icon, partial(frame.act, DELAY.name), "F7"),
        *(
            own(act.name, act.msgid, act.icon, partial(frame.act, act.name))
            for act in (RESCHEDULE, COPY, CANCEL, DELETE)
        ),
        own("undo", N_("Undo"), "undo", at.undo, "Ctrl+Z"),
        own("redo", N_("Redo"), "redo", at.redo, "Ctrl+Y", "Ctrl+Shift+Z"),
        own("history", N_("History of the desk"), "history", partial(frame.go, "history")),
        own("compliance", N_("Compliance of the month"), "checklist", partial(frame.go, "compliance/month")),
        own("gifts", N_("Gift ledger"), "gift", partial(frame.go, "gifts")),
        own("find", N_("Search or command"), "search", frame.open_palette, "Ctrl+K", "F3"),
        own("reminder", N_("Show the reminder"), "clock", frame.reminding.show_first, "Ctrl+M"),
        own("remind_later", N_("Remind again in 10 minutes"), "clock", frame.reminding.put_off),
        own("reminder_away", N_("Put the reminder away"), "close", frame.reminding.put_away),
        own("manual", N_("Manual"), "help", frame.open_manual, "F1"),
        own("refresh", N_("Read again"), "refresh", frame.refresh, "F5"),
        own("back_up", N_("Back up now"), "backup", frame.back_up_now),
        own("folder", N_("Open the data folder"), "folder", at.open_folder),
        own("zh", N_("Speak Chinese"), "translate", partial(at.speak, "zh")),
        own("en", N_("Speak English"), "translate", partial(at.speak, "en")),
        own("light", N_("Light theme"), "light", partial(at.dress, "light")),
        own("dark", N_("Dark theme"), "dark", partial(at.dress, "dark")),
        own("system", N_("Theme of the system"), "monitor", partial(at.dress, "system")),
        *sections,
    ]


def _command(name: str, msgid: str, icon: str, run: Callable[[], None], *keys: str) -> Command:
    return Command(name=name, msgid=msgid, icon=icon, run=run, keys=keys)


class Keys:
    """The keys of the commands on a window; a screen may take some for itself."""

    def __init__(self, window: QWidget, commands: Sequence[Command]) -> None:
        self._shortcuts: dict[str, QShortcut] = {}
        for command in commands:
            for key in command.keys:
                shortcut = QShortcut(QKeySequence(key), window)
                shortcut.setAutoRepeat(False)  # a key held down is pressed once
                shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
                shortcut.activated.connect(command.run)
                self._shortcuts[key] = shortcut

    def let_go_of(self, keys: Sequence[str]) -> None:
        """Answer all keys but these."""
        for key, shortcut in self._shortcuts.items():
            shortcut.setEnabled(key not in keys)

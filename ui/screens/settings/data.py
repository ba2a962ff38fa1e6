"""Where the data lie, the backups there are, and how one goes back to one."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout

from reception_desk.desk import ReceptionDesk
from reception_desk.i18n import _
from reception_desk.services.backups import Backup
from reception_desk.settings import Settings
from ui.clock import Clock
from ui.moments import day_as_seen, until
from ui.screens.settings.settings_card import SettingsCard
from ui.theme import SPACE
from ui.widgets.buttons import Button
from ui.widgets.lines import Line, Lines
from ui.widgets.text import Text

MOST_SHOWN = 5


class Data(SettingsCard):
    """Folder and backups.

    Signals:
        backup_wanted(): make one now.
    """

    backup_wanted = Signal()

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self.folder = Text(str(desk.folder), wrap=True)
        self.folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._open = Button("", icon_name="folder")
        self._heading, self._how = Text("", "strong"), Text("", "muted", wrap=True)
        self.backups = Lines()
        self._back_up = Button("", icon_name="backup")
        self._open.clicked.connect(self._open_folder)
        self._back_up.clicked.connect(self.backup_wanted)
        self._build()
        self.retranslate()

    def _build(self) -> None:
        place, head = QHBoxLayout(), QHBoxLayout()
        place.addWidget(self.folder, 1)
        place.addWidget(self._open)
        head.addWidget(self._heading, 1)
        head.addWidget(self._back_up)
        self.body.addLayout(place)
        self.body.addSpacing(SPACE.small)
        self.body.addLayout(head)
        self.body.addWidget(self.backups)
        self.body.addWidget(self._how)

    def retranslate(self) -> None:
        self.set_title(_("Data"))
        self._open.setText(_("Open the folder"))
        self._heading.setText(_("Backups"))
        self._back_up.setText(_("Back up now"))
        self._how.setText(
            _(
                "To go back to a backup, close this window and have IT run “reception-desk restore FILE”. "
                "The file is checked first, and what it replaces is kept beside it."
            )
        )

    def show_settings(self, settings: Settings) -> None:
        here = self.clock().astimezone(ZoneInfo(settings.zone))
        listed = self.desk.backups.listed()
        lines = [_line(backup, here) for backup in listed[:MOST_SHOWN]]
        if len(listed) > MOST_SHOWN:
            more = _("{count} older ones in {folder}").format(
                count=len(listed) - MOST_SHOWN, folder=self.desk.backups.folder.name
            )
            lines.append(Line("more", more))
        self.backups.show_lines(lines or [Line("info", _("There is none yet."))])

    def _open_folder(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(self.desk.folder)):
            self.refused.emit(_("The folder cannot be opened here: {folder}").format(folder=self.desk.folder))


def _line(backup: Backup, here: datetime) -> Line:
    made = backup.made_at.astimezone(here.tzinfo)
    words = _("{day} {time}, {ago} – verified").format(
        day=day_as_seen(made.date(), here.date()), time=f"{made:%H:%M}", ago=until(made, here)
    )
    return Line("check-circle", words, "done")

"""Where the data lie, the sample data, the backups there are, and the way back to one."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QLocale, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.documents.moments import plain_day
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _, current_language
from reception_desk.services.backups import Backup
from reception_desk.services.seals import SealState
from reception_desk.settings import Settings
from ui.background import run_in_background
from ui.clock import Clock
from ui.moments import day_as_seen, until
from ui.recovery import UnlockBox, put_out
from ui.screens.settings.restore_sheet import RestoreSheet
from ui.screens.settings.settings_card import SettingsCard
from ui.screens.settings.settings_section import CardSection
from ui.theme import SPACE
from ui.widgets.buttons import Button
from ui.widgets.lines import Line, Lines
from ui.widgets.side_sheet import SideSheet
from ui.widgets.text import Text

MOST_SHOWN = 5
ALL = "all"


class Data(SettingsCard):
    """Folder, sample data and backups.

    Signals:
        backup_wanted(): make one now.
        look_wanted(file): show what going back to this backup would change.
        said(sentence): something was done.
    """

    backup_wanted = Signal()
    look_wanted = Signal(object)
    said = Signal(str)

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self._most = MOST_SHOWN
        self.folder = Text(str(desk.folder), wrap=True)
        self.folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._open, self.check = Button("", icon_name="folder"), Button("", icon_name="check-circle")
        self._sample, self.remove = QWidget(), Button("", icon_name="delete")
        self._sample_word = Text("", wrap=True)
        self._heading, self._how = Text("", "strong"), Text("", "muted", wrap=True)
        self.backups = Lines()
        self._sealed, self._state = Text("", "strong"), Text("", "muted", wrap=True)
        self.print_code, self.unlock = Button("", icon_name="print"), UnlockBox(desk, clock)
        self._back_up, self._from_file = Button("", icon_name="backup"), Button("", kind="link")
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        place, sample = QHBoxLayout(), QHBoxLayout(self._sample)
        sample.setContentsMargins(0, 0, 0, 0)
        place.addWidget(self.folder, 1)
        for button in (self._open, self.check):
            place.addWidget(button)
        sample.addWidget(self._sample_word, 1)
        sample.addWidget(self.remove)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self._back_up)
        foot.addWidget(self._from_file)
        foot.addStretch(1)
        self.body.addLayout(place)
        self.body.addWidget(self._sample)
        self.body.addSpacing(SPACE.small)
        self.body.addLayout(head)
        self.body.addWidget(self.backups)
        self.body.addLayout(foot)
        self.body.addWidget(self._how)
        sealed = QHBoxLayout()
        sealed.addWidget(self._state, 1)
        sealed.addWidget(self.print_code)
        self.body.addSpacing(SPACE.small)
        self.body.addWidget(self._sealed)
        self.body.addLayout(sealed)
        self.body.addWidget(self.unlock)

    def _connect(self) -> None:
        self._open.clicked.connect(self._open_folder)
        self.check.clicked.connect(self._check)
        self.remove.clicked.connect(self._remove_sample)
        self._back_up.clicked.connect(self.backup_wanted)
        self._from_file.clicked.connect(self._choose_file)
        self.backups.chosen.connect(self._on_chosen)
        self.print_code.clicked.connect(self._print_code)
        self.unlock.said.connect(self.said)
        self.unlock.changed.connect(self._on_unlocked)

    def retranslate(self) -> None:
        self.set_title(_("Data"))
        self._open.setText(_("Open the folder"))
        self.check.setText(_("Check the data"))
        self.remove.setText(_("Remove sample data"))
        self._sample_word.setText(_("The invented visits of the first day are still in here."))
        self._heading.setText(_("Backups"))
        self._back_up.setText(_("Back up now"))
        self._from_file.setText(_("Go back to a backup from another place…"))
        self._sealed.setText(_("Passports"))
        self.print_code.setText(_("Print the recovery code …"))
        self.unlock.retranslate()
        self._how.setText(
            _(
                "Press a backup to see what going back to it would change. "
                "They are made by themselves every 30 minutes, and checked."
            )
        )

    def show_settings(self, settings: Settings) -> None:
        here = self.clock().astimezone(ZoneInfo(settings.zone))
        self._sample.setVisible(bool(settings.sample_data))
        listed = self.desk.backups.listed()
        lines = [_line(backup, here) for backup in listed[: self._most]]
        if len(listed) > self._most:
            more = _("{count} older ones in {folder}").format(
                count=len(listed) - self._most, folder=self.desk.backups.folder.name
            )
            lines.append(Line("more", more, place=ALL))
        self._show_seal(settings)
        self.backups.show_lines(lines or [Line("info", _("There is none yet."))])

    def _show_seal(self, settings: Settings) -> None:
        """Whether passports are kept here, can be read, and whether their code lies in a safe."""
        state = self.desk.seals.state()
        self.print_code.setVisible(state is SealState.OPEN)
        self.unlock.setVisible(state is SealState.LOCKED)
        self._state.setVisible(state is not SealState.LOCKED)
        printed = settings.seal.get("printed")
        if state is SealState.NONE:
            self._state.setText(_("None is kept yet. They are encrypted; the first one makes the key."))
        elif printed:
            day = plain_day(date.fromisoformat(printed), current_language())
            self._state.setText(
                _("They are encrypted. The recovery code was printed on {day}.").format(day=day)
            )
        else:
            self._state.setText(
                _(
                    "They are encrypted. Without the recovery code they cannot be read on another computer: print it."
                )
            )

    def _print_code(self) -> None:
        try:
            said = put_out(self.desk, self.clock, self)
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
            return
        if said:
            self.show_settings(self.desk.company.settings())
            self.said.emit(said)

    def _on_unlocked(self) -> None:
        self.show_settings(self.desk.company.settings())
        self.changed.emit()

    def made(self, file: Path) -> str:
        """When a backup was made, in words; its name where it is none of the list."""
        here = self.clock().astimezone(ZoneInfo(self.desk.company.settings().zone))
        found = next((backup for backup in self.desk.backups.listed() if backup.file == file), None)
        return file.name if found is None else words_of(found, here)

    def _on_chosen(self, place: str) -> None:
        if place == ALL:
            self._most = len(self.desk.backups.listed())
            self.show_settings(self.desk.company.settings())
        else:
            self.look_wanted.emit(Path(place))

    def _choose_file(self) -> None:
        title, kinds = _("Choose a backup"), _("Backups (*.sqlite);;All files (*)")
        chosen, _kind = QFileDialog.getOpenFileName(self, title, str(self.desk.backups.folder), kinds)
        if chosen:
            self.look_wanted.emit(Path(chosen))

    def _remove_sample(self) -> None:
        try:
            removed = self.desk.sample_data.remove(self.clock())
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
            return
        self.show_settings(self.desk.company.settings())
        self.changed.emit()
        self.said.emit(removed.sentence)

    def _check(self) -> None:
        self.check.setEnabled(False)
        run_in_background(self.desk.backups.check, done=self._on_checked, failed=self._on_not_checked)

    def _on_checked(self, wrong: list[str]) -> None:
        self.check.setEnabled(True)
        if wrong:
            self.refused.emit(" ".join(wrong))
        else:
            self.said.emit(_("The data are sound."))

    def _on_not_checked(self, trouble: ReceptionError) -> None:
        self.check.setEnabled(True)
        self.refused.emit(str(trouble))

    def _open_folder(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(self.desk.folder)):
            self.refused.emit(_("The folder cannot be opened here: {folder}").format(folder=self.desk.folder))


class DataSection(CardSection):
    """The card, and the sheet of the backup that is looked at.

    Signals:
        backup_wanted(): make one now.
        restore_wanted(file): go back to this backup.
    """

    backup_wanted = Signal()
    restore_wanted = Signal(object)
    card: Data

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(Data(desk, clock))
        self.sheet, self.content = SideSheet(self), RestoreSheet(desk)
        self.card.backup_wanted.connect(self.backup_wanted)
        self.card.said.connect(self.said)
        self.card.look_wanted.connect(self.look)
        self.content.restore_wanted.connect(self.restore_wanted)
        self.sheet.set_close_words(_("Close"))

    def look(self, file: Path) -> None:
        """Show what going back to a backup would change."""
        self.content.open(file, self.card.made(file))
        self.sheet.open(_("Go back to a backup"), self.content)

    def retranslate(self) -> None:
        super().retranslate()
        self.sheet.set_close_words(_("Close"))
        self.sheet.set_title(_("Go back to a backup"))
        self.content.retranslate()


def words_of(backup: Backup, here: datetime) -> str:
    """When a backup was made, and how large it is."""
    made = backup.made_at.astimezone(here.tzinfo)
    size = QLocale().formattedDataSize(backup.file.stat().st_size, 1) if backup.file.exists() else ""
    words = _("{day} {time}, {ago} – verified").format(
        day=day_as_seen(made.date(), here.date()), time=f"{made:%H:%M}", ago=until(made, here)
    )
    return f"{words} · {size}" if size else words


def _line(backup: Backup, here: datetime) -> Line:
    return Line("check-circle", words_of(backup, here), "done", str(backup.file))

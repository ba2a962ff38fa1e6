"""What going back to a backup would change, and the button that does it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from reception_desk.services.backups import Count, has_locked_passports
from ui.theme import SPACE
from ui.widgets.buttons import Button
from ui.widgets.text import Text


class RestoreSheet(QWidget):
    """One backup, looked at before one goes back to it.

    Signals:
        restore_wanted(file): go back to this one.
    """

    restore_wanted = Signal(object)

    def __init__(self, desk: ReceptionDesk) -> None:
        super().__init__()
        self._desk, self.file, self._counts = desk, Path(), list[Count]()
        self.made, self._place = Text("", "strong", wrap=True), Text("", "muted", wrap=True)
        self.refusal, self._note = Text("", "refusal", wrap=True), Text("", "muted", wrap=True)
        self._locked = Text("", "body", tone="soon", wrap=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE.large)
        self.restore = Button("", kind="danger", icon_name="restore")
        self.restore.clicked.connect(lambda: self.restore_wanted.emit(self.file))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.small, SPACE.medium, SPACE.large)
        column.setSpacing(SPACE.medium)
        column.addWidget(self.made)
        column.addWidget(self._place)
        column.addLayout(self._grid)
        for widget in (self.refusal, self._locked, self._note, self.restore):
            column.addWidget(widget)
        column.addStretch(1)

    def open(self, file: Path, made: str) -> None:
        """Show a backup; one that is not sound is said, and cannot be gone back to."""
        self.file, self._counts = file, []
        self.made.setText(made)
        self._place.setText(str(file))
        try:
            self._counts = self._desk.backups.change_to(file)
        except ReceptionError as refusal:
            self.refusal.setText(str(refusal))
        else:
            self.refusal.setText("")
        self.refusal.setVisible(bool(self.refusal.text()))
        self._locked.setVisible(not self.refusal.text() and has_locked_passports(file))
        self.restore.setVisible(not self.refusal.text())
        self._note.setVisible(not self.refusal.text())
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.restore.setText(_("Go back to this backup"))
        self._locked.setText(
            _(
                "The passports in it are locked on this computer: have their recovery code at hand. "
                "Without it all else comes back."
            )
        )
        self._note.setText(
            _(
                "What is here now is backed up first, so that you can go back to it in the same way. "
                "The window then comes up again with the data of the backup."
            )
        )
        while (old := self._grid.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if self._counts:
            self._row(0, "", _("Now"), _("Then"))
            for number, count in enumerate(self._counts, 1):
                self._row(
                    number, _(count.word), str(count.now), str(count.then), differs=count.now != count.then
                )

    def _row(self, number: int, word: str, now: str, then: str, *, differs: bool = False) -> None:
        self._grid.addWidget(Text(word, "muted"), number, 0)
        self._grid.addWidget(Text(now), number, 1)
        self._grid.addWidget(Text(then, "strong" if differs else "body"), number, 2)
        self._grid.setColumnStretch(3, 1)

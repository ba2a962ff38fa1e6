"""The last page: where data and backups lie, and another place for them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from reception_desk.paths import portable_folder, refuse_unusable
from reception_desk.services.first_run import has_desk
from ui.first_run.page import Page
from ui.theme import SPACE, restyle
from ui.widgets.buttons import Button
from ui.widgets.text import Text

OWN_NAME = "reception-desk"


class PlacePage(Page):
    """The folder as it is, with ways to another; where IT has named it, it is only shown."""

    icon = "folder"

    def __init__(self, folder: Path, *, is_named: bool) -> None:
        super().__init__(folder)
        self._usual, self._is_named = folder, is_named
        self._data_word, self._backup_word = Text("", "muted"), Text("", "muted")
        self.data, self.backups = Text("", "strong", wrap=True), Text("", "strong", wrap=True)
        self._note, self._why = Text("", "muted", wrap=True), Text("", "refusal", wrap=True)
        self._open = Button("", icon_name="folder")
        self.other, self.beside, self.back = Button(""), Button(""), Button("", kind="link")
        self._open.clicked.connect(self._open_folder)
        self.other.clicked.connect(self._choose)
        self.beside.clicked.connect(lambda: self.take(portable_folder()))
        self.back.clicked.connect(lambda: self.take(self._usual))
        for text in (self.data, self.backups):
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            restyle(text, role="strong")
        self._build()
        self.take(folder)

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(SPACE.small)
        for button in (self._open, self.other, self.beside, self.back):
            row.addWidget(button)
        row.addStretch(1)
        for word, value in ((self._data_word, self.data), (self._backup_word, self.backups)):
            self.column.addWidget(word)
            self.column.addWidget(value)
            self.column.addSpacing(SPACE.small)
        self.column.addLayout(row)
        self.column.addWidget(self._note)
        self.column.addWidget(self._why)

    def title(self) -> str:
        return _("Where data and backups lie")

    def hint(self) -> str:
        return _(
            "Everything stays on this computer. A backup is made every 30 minutes when something has changed."
        )

    def retranslate(self) -> None:
        self._data_word.setText(_("Data"))
        self._backup_word.setText(_("Backups"))
        self._open.setText(_("Open the folder"))
        self.other.setText(_("Another place…"))
        self.beside.setText(_("Beside the program (portable)"))
        self.back.setText(_("Back to the usual place"))
        self._show()

    def refusal(self) -> str:
        return self._why.text()

    def take(self, folder: Path) -> None:
        """Let the data lie there, or say why they cannot."""
        try:
            refuse_unusable(folder)
        except ReceptionError as refusal:
            self.refuse(str(refusal))
            return
        self.folder = folder
        self.refuse("")
        self._show()

    def refuse(self, sentence: str) -> None:
        """Say why the data cannot lie where somebody wanted them; they stay where they were."""
        self._why.setText(sentence)
        self._why.setVisible(bool(sentence))

    def _show(self) -> None:
        self.data.setText(str(self.folder))
        self.backups.setText(str(self.folder / "backups"))
        self.other.setVisible(not self._is_named)
        self.beside.setVisible(not self._is_named and self.folder != portable_folder())
        self.back.setVisible(self.folder != self._usual)
        note = ""
        if self._is_named:
            note = _("The folder was named when the program was started; nobody needs to choose.")
        elif has_desk(self.folder):
            note = _("There is a desk in this folder already: it is opened, and your answers are not needed.")
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("Another place…"), str(self.folder.parent))
        if chosen:
            self.take(own_folder(Path(chosen)))

    def _open_folder(self) -> None:
        there = next(place for place in (self.folder, *self.folder.parents) if place.exists())
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(there))):
            self.refuse(_("The folder cannot be opened here: {folder}").format(folder=there))


def own_folder(chosen: Path) -> Path:
    """The folder itself where it is empty or has a desk; else a new one in it, so that nothing is mixed."""
    try:
        is_free = has_desk(chosen) or not any(chosen.iterdir())
    except OSError:
        is_free = True  # `refuse_unusable` says what is wrong with it
    return chosen if is_free else chosen / OWN_NAME

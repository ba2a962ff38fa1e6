"""What the frame does at a key or a command: undo, redo, guests come or gone, backup, language, theme."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from reception_desk.desk import ReceptionDesk
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _, use_language
from ui.application import the_application
from ui.clock import Clock
from ui.theme import apply_theme


class Gestures(QObject):
    """Done through the desk, told to the frame.

    Signals:
        done(sentence): something was done, and facts may be others now.
        refused(sentence): it was refused.
        language_chosen(): the program speaks another language from now on.
    """

    done = Signal(str)
    refused = Signal(str)
    language_chosen = Signal()

    def __init__(self, desk: ReceptionDesk, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._clock = desk, clock

    def _try(self, act: Callable[[], str]) -> None:
        try:
            sentence = act()
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
        else:
            self.done.emit(sentence)

    def undo(self) -> None:
        """Take back the last step of the person at the desk."""
        self._try(lambda: _("Undone: {what}").format(what=self._desk.history.undo(self._clock()).said))

    def redo(self) -> None:
        """Do again what was undone."""
        self._try(lambda: _("Done again: {what}").format(what=self._desk.history.redo(self._clock()).said))

    def undo_and_redo(self) -> tuple[str, str]:
        """What Ctrl+Z would take back, and what Ctrl+Y would do again; nothing where there is none."""
        undo, redo = self._desk.history.next_steps()
        return (
            _("Undo: {what}  Ctrl+Z").format(what=undo.said) if undo else "",
            _("Redo: {what}  Ctrl+Y").format(what=redo.said) if redo else "",
        )

    def come_or_gone(self, visit_id: int | None) -> None:
        """Note that the guests are here; where they are, that they have left."""
        if visit_id is None:
            self.refused.emit(_("Nobody is expected today. Open a visit first, then press F8."))
            return
        self._try(lambda: self._desk.today.come_or_gone(visit_id, self._clock()))

    def attend(self, name: str) -> None:
        """Somebody else is at the desk; what is done from now on stands under that name."""
        self._desk.company.change(self._clock(), at_desk=name.strip())
        self.done.emit(_("At the desk: {name}").format(name=self._desk.company.settings().attendant))

    def speak(self, language: str) -> None:
        """Speak `zh` or `en` from now on."""
        self._desk.company.change(self._clock(), language=language)
        use_language(language)
        self.language_chosen.emit()

    def dress(self, theme: str) -> None:
        """Put on `light`, `dark` or `system`."""
        self._desk.company.change(self._clock(), theme=theme)
        apply_theme(the_application(), theme)

    def open_folder(self) -> None:
        """Show the data folder in the system's own file manager."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(self._desk.folder)):
            self.refused.emit(
                _("The folder cannot be opened here: {folder}").format(folder=self._desk.folder)
            )

"""The program around the window: puts it up, opens the data behind it, new ones and old ones."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from reception_desk.errors import ReceptionError
from reception_desk.i18n import _, current_language, use_language
from reception_desk.paths import DATABASE_NAME, refuse_missing, refuse_unsafe, remember_folder
from ui.application import QtWords, log_what_qt_says, make_application
from ui.clock import Clock
from ui.last_look import LastLook, enlarge, read_last_look, remember_look
from ui.main_window import MainWindow
from ui.single_instance import SingleWindow
from ui.theme import apply_theme, look
from ui.watch import Watch

if TYPE_CHECKING:
    from reception_desk.desk import ReceptionDesk
    from reception_desk.services.first_run import Answers
    from ui.first_run.first_run import FirstRun
    from ui.frame import Frame

REFUSED: Final = 2
SEEN_MS: Final = 40  # so that what was said is painted before the work begins
DISPLAYS: Final = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")


def run_window(folder: Path, clock: Clock, *, smoke: bool = False, is_named: bool = True) -> int:
    """Show the window and stay until it is closed; at once 0 where another window has the folder.

    `smoke`: nobody looks, so trouble is raised or ends with 2; else it is a page that says what to do.
    `is_named`: the folder was named from outside, so that the first run does not offer another.
    """
    refuse_without_display()
    log_what_qt_says()
    enlarge(folder)
    app = make_application()
    seat = SingleWindow(folder, app)
    trouble = ""
    try:
        refuse_missing(folder)
        refuse_unsafe(folder)
        if not seat.claim():
            return 0
    except ReceptionError as refusal:
        if smoke:
            raise
        trouble = str(refusal)
    program = Program(app, folder, clock, seat, is_named=is_named)
    program.show(trouble, smoke=smoke)
    done = app.exec()
    return program.exit_code or done


def refuse_without_display() -> None:
    """Say in a sentence what Qt would say with a crash."""
    if sys.platform == "linux" and not any(map(os.environ.get, DISPLAYS)):
        raise ReceptionError(_("There is no display to show a window on. Nothing was started."))


class Program(QObject):
    """One window on one data folder, from its first pixel to its end."""

    def __init__(
        self, app: QApplication, folder: Path, clock: Clock, seat: SingleWindow, *, is_named: bool = True
    ) -> None:
        super().__init__(app)
        self._app, self._folder, self._clock, self._seat = app, folder, clock, seat
        self._is_named = is_named
        self.exit_code = 0
        self.pages: FirstRun | None = None
        self._qt_words = QtWords(app)
        self.watch = Watch(lambda: self.window, self)
        self._smoke = False
        before = read_last_look(folder)
        use_language(before.language)
        self._qt_words.follow()
        apply_theme(app, before.theme)
        self.window = self._make_window(before.place)

    def _make_window(self, place: str) -> MainWindow:
        window = MainWindow(self._clock)
        window.show_place(place)
        window.closing.connect(self._end)
        window.language_changed.connect(self._qt_words.follow)
        self._seat.raise_wanted.connect(window.come_to_front)
        return window

    def show(self, trouble: str, *, smoke: bool) -> None:
        """Show the window and open the data as soon as it is on the screen, or say what is in the way."""
        self._smoke = smoke
        if trouble:
            self.window.show_trouble(trouble)
            self.window.painted.connect(self._quit_if_smoke)
        else:
            self.watch.begin()
            self.window.painted.connect(self._open_soon)
        self.window.show()

    def _open_soon(self) -> None:
        QTimer.singleShot(0, self, self._open)

    def _open(self) -> None:
        """Open the data: importing the store takes three times as long as the window took."""
        self.watch.keep_log(self._folder)
        self._seat.listen()
        self._open_desk()
        gc.freeze()
        gc.enable()  # `main` has stopped it for the start
        self._quit_if_smoke()

    def _open_desk(self, answers: Answers | None = None) -> None:
        """Open the desk, new with these answers, and show it; a new one without answers asks for them first."""
        from reception_desk.desk import open_desk

        is_new = not (self._folder / DATABASE_NAME).exists()
        if is_new and answers is None and not self._smoke:
            self._begin()
            return
        try:
            desk = open_desk(self._folder, self._clock())
            wanted = not self._smoke and desk.first_run.is_wanted()
            if wanted and answers is not None:
                desk.first_run.take(answers, self._clock())
        except ReceptionError as refusal:
            self._tell_trouble(str(refusal))
            return
        if wanted and answers is None:
            desk.close()
            self._begin()
        else:
            self._show_desk(desk)

    def _show_desk(self, desk: ReceptionDesk) -> Frame:
        from ui.screens import SCREENS

        apply_theme(self._app, desk.company.settings().theme)
        frame = self.window.take_desk(desk, SCREENS)
        frame.restore_wanted.connect(self._restore)
        return frame

    def _tell_trouble(self, sentence: str) -> None:
        self.window.show_trouble(sentence)
        if self._smoke:
            self.exit_code = REFUSED
            sys.stderr.write(f"{sentence}\n")

    def _begin(self) -> None:
        """Show the pages that a new desk begins with."""
        from ui.first_run.first_run import FirstRun

        self.pages = FirstRun(self._folder, is_named=self._is_named)
        self.pages.language_chosen.connect(self._speak)
        self.pages.finished.connect(self._on_told)
        self.window.show_first_run(self.pages)

    def _speak(self, language: str) -> None:
        use_language(language)
        self.window.retranslate()
        self._qt_words.follow()
        if self.pages is not None:
            self.pages.retranslate()

    def _on_told(self, answers: Answers, folder: Path) -> None:
        """The last page is done with: begin, in this folder."""
        assert self.pages is not None, "it is the pages that tell"
        try:
            if folder != self._folder:
                self._move(folder)
        except ReceptionError as refusal:
            self.pages.place.refuse(str(refusal))
            return
        self.window.end_first_run(self.pages)
        self.pages = None
        QTimer.singleShot(SEEN_MS, self, lambda: self._open_desk(answers))

    def _move(self, folder: Path) -> None:
        """Have the data in another folder from now on; in the one before lies nothing yet."""
        seat = SingleWindow(folder, self._app)
        if not seat.claim():
            raise ReceptionError(_("The reception desk is open on that folder already."))
        try:
            remember_folder(folder)
        except ReceptionError:
            seat.release()
            raise
        self._seat.release()
        self.watch.end_log()
        self._folder, self._seat = folder, seat
        seat.raise_wanted.connect(self.window.come_to_front)
        seat.listen()
        self.watch.keep_log(folder)

    def _restore(self, file: Path) -> None:
        """Go back to a backup: what is here now is backed up first, then the window comes anew on the old data."""
        from ui.going_back import exchange, keep_before

        before, frame = self.window, self.window.frame
        assert frame is not None, "only a frame asks for it"
        try:
            kept = keep_before(frame, file, self._clock)
        except ReceptionError as refusal:
            frame.refuse(str(refusal))
            return
        self._seat.raise_wanted.disconnect(before.come_to_front)
        before.closing.disconnect(self._end)
        before.frame = None
        self.window = self._make_window(before.place())
        try:
            desk, sentence, is_refusal = exchange(self._folder, file, kept, self._clock)
        except ReceptionError as trouble:
            self.window.show_trouble(str(trouble))
        else:
            frame = self._show_desk(desk)
            frame.go("settings/data")
            (frame.refuse if is_refusal else frame.say)(sentence)
        self.window.show()
        before.close()
        before.deleteLater()

    def _quit_if_smoke(self) -> None:
        if self._smoke:
            QTimer.singleShot(0, self, self._close)

    def _close(self) -> None:
        self.window.close()

    def _end(self) -> None:
        if self.window.frame is not None:
            remember_look(
                self._folder,
                LastLook(
                    language=current_language(),
                    theme=look().choice,
                    place=self.window.place(),
                    scale=read_last_look(self._folder).scale,
                ),
            )
            self.window.frame.desk.close()
        self._seat.release()
        self.watch.end_log()
        self._app.quit()

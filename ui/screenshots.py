"""Pictures of every screen of the real window, in both languages and both themes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEventLoop, QTimer

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.invitation import has_to_do_with
from reception_desk.i18n import LANGUAGES, use_language
from ui.application import make_application
from ui.demo_desk import SECOND_FORM, form
from ui.frame import Frame
from ui.main_window import MainWindow
from ui.screens import SCREENS
from ui.screens.intake.intake import IntakeScreen
from ui.screens.read_back.read_back import ReadBackScreen
from ui.screens.visit.visit import SECTIONS
from ui.theme import THEMES, apply_theme

SIZE = (1366, 768)
SETTLE_MS = 150
PATIENCE_MS = 20_000


def every_screen(desk: ReceptionDesk, visit_id: int, now: datetime, out: Path) -> Iterator[Path]:
    """Write a picture of every screen into `out`, named by screen, language and theme."""
    apply_theme(make_application(), desk.company.settings().theme)
    with _window(desk, now) as frame:
        yield from _pictures(frame, _places(frame, visit_id), out)


def first_screen(desk: ReceptionDesk, now: datetime, out: Path) -> Iterator[Path]:
    """Write a picture of the first screen at another moment."""
    with _window(desk, now) as frame:
        yield from _pictures(frame, {"today-arrival": _going(frame, "today")}, out)


@contextmanager
def _window(desk: ReceptionDesk, now: datetime) -> Iterator[Frame]:
    """The real window at a moment that stands still; the desk's language and theme are afterwards as before."""
    before = desk.company.settings()
    window = MainWindow(lambda: now)
    frame = window.take_desk(desk, SCREENS)
    window.resize(*SIZE)
    window.show()
    _wait(lambda: frame.keeper.words()[1] == "done")
    yield frame
    window.close()
    use_language(before.language)
    desk.company.change(now, language=before.language, theme=before.theme)


def _pictures(frame: Frame, places: dict[str, Callable[[], None]], out: Path) -> Iterator[Path]:
    """Themes without, languages within: another theme costs a second, another language nothing."""
    out.mkdir(parents=True, exist_ok=True)
    for theme in THEMES:
        frame.gestures.dress(theme)
        for language in LANGUAGES:
            frame.gestures.speak(language)
            for name, go in places.items():
                go()
                _settle()
                file = out / f"{name}-{language}-{theme}.png"
                frame.window.grab().save(str(file))
                yield file


def _places(frame: Frame, visit_id: int) -> dict[str, Callable[[], None]]:
    """Where to go for each picture."""
    places: dict[str, Callable[[], None]] = {
        name: _going(frame, name) for name, place in frame.screens.places.items() if not place.within
    }
    for section in SECTIONS:
        shown = _invited(frame, visit_id) if section.name == "invitation" else visit_id
        places[f"visit-{section.name}"] = _showing(frame, shown, section.name)
    places["compliance"] = _going(frame, "compliance/month")
    places["gifts"] = _going(frame, "gifts")
    places["read_back"] = lambda: _call(frame, visit_id)
    places["intake"] = lambda: _review(frame)
    places["new_visit"] = lambda: _open_sheet(frame)
    places["palette"] = lambda: _open_palette(frame)
    return places


def _invited(frame: Frame, visit_id: int) -> int:
    """A visit that has to do with letters of invitation; that one where none has."""
    visits = (frame.desk.visits.get(line.id) for line in frame.desk.visits.page())
    return next((visit.id for visit in visits if has_to_do_with(visit)), visit_id)


def _going(frame: Frame, name: str) -> Callable[[], None]:
    def go() -> None:
        frame.palette.put_away()
        frame.go(name)

    return go


def _showing(frame: Frame, visit_id: int, section: str) -> Callable[[], None]:
    return lambda: frame.show_visit(visit_id, section)


def _call(frame: Frame, visit_id: int) -> None:
    """The card for the phone, at the main guest's name."""
    frame.show_visit(visit_id)
    frame.show_card()
    cast("ReadBackScreen", frame.current()).list.choose(1)


def _review(frame: Frame) -> None:
    """A form that has been read; the reading is another process."""
    frame.take_in(form(SECOND_FORM))
    _wait(cast("IntakeScreen", frame.screens["intake"]).save.isVisible)


def _open_sheet(frame: Frame) -> None:
    frame.go("visits")
    frame.taking_in.open_sheet()


def _open_palette(frame: Frame) -> None:
    frame.taking_in.sheet.close_sheet()
    frame.go("visits")
    frame.palette.open()
    frame.palette.field.setText("szhy")


def _wait(until: Callable[[], bool]) -> None:
    """Give what works in the background time, but not for ever."""
    waited = 0
    while not until() and waited < PATIENCE_MS:
        _settle()
        waited += SETTLE_MS


def _settle() -> None:
    """Let what moves come to rest and what is new be painted."""
    loop = QEventLoop()
    QTimer.singleShot(SETTLE_MS, loop.quit)
    loop.exec()

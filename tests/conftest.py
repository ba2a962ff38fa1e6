"""What every test may rely on: no screen, its own data folder, no dialog left open, a quiet log."""

from __future__ import annotations

import logging
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before the first Qt import, by whomever

import hypothesis
import pytest

from reception_desk.i18n import use_language
from tests.desk import StoppedClock, new_desk
from tests.statements import share_compiled_statements
from tests.x_server import XServer

hypothesis.settings.register_profile("house", deadline=None, print_blob=True)
hypothesis.settings.load_profile("house")
share_compiled_statements()


def pytest_collection_modifyitems(items):
    """Mark what needs an X server, so that `-m "not xvfb"` leaves it out."""
    for item in items:
        if "xvfb" in getattr(item, "fixturenames", ()):
            item.add_marker("xvfb")


@pytest.fixture(scope="session")
def xvfb():
    """A private X server of 1920x1080; start the program on it with `env=xvfb.environment()`."""
    reason = os.environ.get("RECEPTION_DESK_NO_XVFB")  # from run.py, which has tried to install it
    if reason or not XServer.is_installed():
        pytest.skip(f"no X server: {reason or 'apt-get install xvfb'}")
    with XServer() as server:
        yield server


@pytest.fixture(autouse=True)
def _own_data_folder(monkeypatch, tmp_path):
    """Never the user's: whoever names no data folder gets the test's own."""
    monkeypatch.setenv("RECEPTION_DESK_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("RECEPTION_DESK_KEYS", str(tmp_path / "keys"))  # nor the user's keyring


@pytest.fixture(autouse=True)
def _chinese_first():
    """Every test begins in the language of the users, whatever the one before has switched to."""
    use_language("zh")


@pytest.fixture
def desk(tmp_path):
    """A reception desk on a real, temporary file."""
    opened = new_desk(tmp_path / "desk")
    yield opened
    opened.close()


@pytest.fixture
def clock():
    """A clock that stands still at 1 December 2026, 09:00 at the company."""
    return StoppedClock()


class _Amiss(logging.Handler):
    """Keeps what the log says at its level and above."""

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _nothing_amiss_in_the_log(request):
    """Fail on a warning that was not foreseen; a test that asks for `caplog` looks for itself."""
    if "caplog" in request.fixturenames:
        yield
        return
    amiss = _Amiss(logging.WARNING)
    logging.getLogger().addHandler(amiss)
    yield
    logging.getLogger().removeHandler(amiss)
    assert not amiss.lines, "; ".join(amiss.lines)


@pytest.fixture(autouse=True)
def _no_modal_left_open(request):
    """End a dialog or menu that nobody answers for 5 s: its own event loop would hold the run for ever."""
    if not {"qtbot", "qapp"} & set(request.fixturenames):
        yield
        return
    app = request.getfixturevalue("qapp")
    from PySide6.QtCore import QTimer

    seen: list[object] = []

    def look() -> None:
        waiting = app.activePopupWidget() or app.activeModalWidget()
        if waiting is None or waiting not in seen:
            seen[:] = [] if waiting is None else [waiting]
            return
        seen.append(waiting)
        if len(seen) > 5:
            waiting.close()
            raise TimeoutError(f"{type(waiting).__name__} {waiting.windowTitle()!r} stayed open")

    timer = QTimer()
    timer.setInterval(1000)
    timer.timeout.connect(look)
    timer.start()
    yield
    timer.stop()

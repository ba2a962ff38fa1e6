"""Work in the background, told in the window's thread."""

import sys
import threading

from PySide6.QtCore import QObject

from reception_desk.errors import ReceptionError
from ui.background import run_in_background, wait_for_background


class Owner(QObject):
    """Hears of its work."""

    def __init__(self):
        super().__init__()
        self.heard = []
        self.threads = []

    def done(self, result):
        self.heard.append(result)
        self.threads.append(threading.current_thread())

    def failed(self, trouble):
        self.heard.append(str(trouble))


def test_the_result_comes_in_the_window_s_thread(qtbot):
    owner = Owner()

    run_in_background(lambda: threading.current_thread().name, done=owner.done)

    qtbot.waitUntil(lambda: bool(owner.heard), timeout=5000)
    assert owner.heard != [threading.current_thread().name]
    assert owner.threads == [threading.current_thread()]


def test_a_refusal_comes_as_what_failed(qtbot):
    owner = Owner()

    def refuse():
        raise ReceptionError("The disk is full.")

    run_in_background(refuse, done=owner.done, failed=owner.failed)

    qtbot.waitUntil(lambda: owner.heard == ["The disk is full."], timeout=5000)


def test_what_nobody_foresaw_reaches_the_handler_of_last_resort(qtbot, monkeypatch):
    seen = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_rest: seen.append(kind))

    run_in_background(lambda: 1 / 0)

    qtbot.waitUntil(lambda: seen == [ZeroDivisionError], timeout=5000)


def test_an_owner_that_is_gone_is_not_called(qtbot):
    owner = Owner()
    heard = owner.heard
    gate = threading.Event()
    run_in_background(gate.wait, done=owner.done)

    owner.deleteLater()
    qtbot.wait(50)
    gate.set()
    assert wait_for_background(5000)
    qtbot.wait(50)

    assert heard == []

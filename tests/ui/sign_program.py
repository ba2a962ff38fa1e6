"""A program for the tests: drives one screen sign as it is told, line by line, and answers with JSON lines."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime

from PySide6.QtCore import QSocketNotifier, QTimer
from PySide6.QtGui import QGuiApplication

from reception_desk.domain.sign import Sign
from reception_desk.signs.resolve import resolve
from tests.signs.queue import queued
from ui.sign_screen import ScreenDriver


class SignProgram:
    """Reads an order a line: `show` a text, `probe` until painted, `monitors`, `end`."""

    def __init__(self, app):
        self._app = app
        self._driver = self._desired = None
        self._notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._read)

    def _read(self):
        line = sys.stdin.readline()
        order = json.loads(line) if line else {"do": "end"}
        getattr(self, order.pop("do"))(**order)

    def _say(self, **answer):
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()

    def show(self, text, text_en="", **facts):
        sign = Sign(**({"name": "test", "idle_text": ""} | facts))
        sign.id = 1
        if self._driver:
            self._driver.close()
        self._driver = ScreenDriver(sign)
        now = datetime.now(UTC)
        message = queued(text=text, text_en=text_en)
        desired = resolve(message.window.starts, [message] if text else [], sign)
        problems = self._driver.validate(desired)
        if problems:
            self._say(problems=problems, at=now.isoformat())
            return
        self._desired = desired
        self._driver.show(desired)
        self._wait_for(desired.fingerprint, 200)

    def _wait_for(self, fingerprint, left):
        health = self._driver.probe()
        if health.shows == fingerprint or not left:
            self._say(painted=health.shows == fingerprint, up=health.is_up, reason=health.reason)
        else:
            QTimer.singleShot(25, lambda: self._wait_for(fingerprint, left - 1))

    def probe(self):
        health = self._driver.probe()
        self._say(up=health.is_up, reason=health.reason, shows=bool(health.shows))

    def again(self):
        """Show the same once more, as a sign that is right is told every so often."""
        self._driver.show(self._desired)
        self._wait_for(self._desired.fingerprint, 200)

    def monitors(self):
        self._say(monitors=[screen.name() for screen in QGuiApplication.screens()])

    def end(self):
        if self._driver:
            self._driver.close()
        self._app.quit()


if __name__ == "__main__":
    application = QGuiApplication(sys.argv[:1])
    program = SignProgram(application)
    application.exec()

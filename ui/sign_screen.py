"""The driver of signs that are a rectangle of a monitor; the only one that needs Qt."""

from __future__ import annotations

import sys
from typing import Final, cast

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QScreen

from reception_desk.domain.sign import Sign
from reception_desk.i18n import _
from reception_desk.signs.driver import Ack, Answer, Capabilities, Fence, Health
from reception_desk.signs.renderer import problems, render
from reception_desk.signs.resolve import Desired
from ui.sign_window import SignWindow, physical_size

_CONTINUOUS, _SYSTEM, _DISPLAY = 0x80000000, 0x1, 0x2
_awake: Final[set[int]] = set()


def monitor_named(name: str) -> QScreen | None:
    """The monitor of that name; without a name the first one."""
    if not name:
        return QGuiApplication.primaryScreen()
    return next((screen for screen in QGuiApplication.screens() if screen.name() == name), None)


class ScreenDriver:
    """Puts one sign's pictures on its monitor; lives where Qt's loop runs."""

    def __init__(self, sign: Sign) -> None:
        self._sign = sign
        self._window: SignWindow | None = None
        self._fence = Fence()
        self._app = cast("QGuiApplication", QGuiApplication.instance())
        self._app.screenRemoved.connect(self._on_screen_removed)

    def capabilities(self) -> Capabilities:
        """It draws, and a call returns at once."""
        return Capabilities(blocks=False, draws=True)

    def validate(self, desired: Desired) -> list[str]:
        """Say whether the monitor is there and has room for the sign, and which characters cannot be drawn."""
        sign, screen = self._sign, monitor_named(self._sign.monitor)
        if screen is None:
            return [_("The monitor {monitor} is not connected.").format(monitor=sign.monitor)]
        size = physical_size(screen)
        if sign.left + sign.width > size.width() or sign.top + sign.height > size.height():
            sentence = _("The sign lies partly outside its monitor, which has {width} × {height} pixels.")
            return [sentence.format(width=size.width(), height=size.height())]
        found = (wrong for page in desired.pages for wrong in problems(f"{page.text}\n{page.text_en}", sign))
        return list(dict.fromkeys(found))

    def show(self, desired: Desired, token: int = 0) -> Ack:
        """Draw it on the monitor; confirmed once it has been painted there. The same again goes on as it moves."""
        if refusal := self._fence.refusal(token):
            return refusal
        screen = monitor_named(self._sign.monitor)
        if screen is None:
            return Ack(Answer.FAILED, " ".join(self.validate(desired)))
        if self._window is None:
            sign = self._sign
            self._window = SignWindow(screen, QRect(sign.left, sign.top, sign.width, sign.height))
            _stay_awake(id(self))
        self._window.show_programme(render(desired, self._sign))
        return Ack(Answer.SENT)

    def clear(self, desired: Desired, token: int = 0) -> Ack:
        """Make the rectangle black: what lies under it is nobody's welcome."""
        if problems := self.validate(desired):
            self._drop()
            return Ack(Answer.FAILED, " ".join(problems))
        return self.show(desired, token)

    def probe(self) -> Health:
        """Say what was painted last; move back where something has moved the window."""
        if monitor_named(self._sign.monitor) is None:
            self._drop()
            return Health(is_up=False, reason=_("The monitor {monitor} is not connected.").format(
                monitor=self._sign.monitor))  # fmt: skip
        window = self._window
        if window is None:
            return Health(is_up=True)
        if not window.is_in_place():
            window.place()
            return Health(is_up=True)
        return Health(is_up=True, shows=window.painted)

    def close(self) -> None:
        """Take the window away."""
        self._app.screenRemoved.disconnect(self._on_screen_removed)
        self._drop()

    def _on_screen_removed(self, screen: QScreen) -> None:
        # Qt would move the window to a monitor where somebody works.
        if self._window is not None and self._window.monitor is screen:
            self._drop()

    def _drop(self) -> None:
        if self._window is not None:
            self._window.finish()
            self._window = None
            _may_sleep(id(self))


def _stay_awake(holder: int) -> None:
    """Keep the display on while a sign is shown. Only Windows can be asked so; elsewhere it is the system's setting."""
    _awake.add(holder)
    _tell_windows(_CONTINUOUS | _SYSTEM | _DISPLAY)


def _may_sleep(holder: int) -> None:
    _awake.discard(holder)
    if not _awake:
        _tell_windows(_CONTINUOUS)


def _tell_windows(state: int) -> None:
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.SetThreadExecutionState(state)

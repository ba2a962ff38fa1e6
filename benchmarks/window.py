"""One start, told to whoever measures: `python -m benchmarks.window bare|program DIR` prints what it has reached.

`painted` when the window is on the screen, `usable` when Today's list is, `memory N` in MB just then.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path


def main() -> None:
    """Be one of the two."""
    kind, folder = sys.argv[1], Path(sys.argv[2])
    if kind == "bare":
        _bare()
    else:
        _program(folder, sys.argv[3] if len(sys.argv) > 3 else "today")  # noqa: PLR2004


def _bare() -> None:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Window(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            _say("painted")
            _say("usable")
            _after(_end)

    app = QApplication(sys.argv[:1])
    window = Window()
    window.resize(1366, 768)
    window.show()
    app.exec()


def _program(folder: Path, screen: str) -> None:
    from ui import app as ours

    programs: list[ours.Program] = []

    class Watched(ours.Program):
        """The program itself, which tells how far it is."""

        def show(self, trouble: str, *, smoke: bool) -> None:
            programs.append(self)
            self.window.painted.connect(lambda: _say("painted"))
            self.window.painted.connect(lambda: _after(look))
            super().show(trouble, smoke=smoke)

    ours.Program = Watched  # type: ignore[misc]

    def look() -> None:
        frame = programs[0].window.frame
        if frame is None:
            _after(look)
            return
        if screen != "today":
            frame.go(screen)
        the_application().processEvents()
        _say("usable")
        _after(_end)

    from ui.__main__ import main as start
    from ui.application import the_application

    start(["--data", str(folder)])


def _after(work: Callable[[], None]) -> None:
    from PySide6.QtCore import QTimer

    QTimer.singleShot(0, work)


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


def _end() -> None:
    import os

    _say(f"memory {resident():.1f}")
    os._exit(0)


def resident() -> float:
    """The memory of this process in MB."""
    if sys.platform == "win32":
        import ctypes
        from ctypes import wintypes

        class Counters(ctypes.Structure):
            _fields_ = (
                ("cb", wintypes.DWORD),
                ("faults", wintypes.DWORD),
                *((name, ctypes.c_size_t) for name in ("peak", "now", "a", "b", "c", "d", "e", "f")),
            )

        counters = Counters(cb=ctypes.sizeof(Counters))
        handle = ctypes.windll.kernel32.GetCurrentProcess()
        ctypes.windll.psapi.GetProcessMemoryInfo(handle, ctypes.byref(counters), counters.cb)
        return float(counters.now) / 2**20
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 2**20


if __name__ == "__main__":
    main()

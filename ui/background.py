"""Work that takes longer than a moment: the sign, the printer, backups. SQLite for the screens does not come here."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from reception_desk.errors import ReceptionError

_running: set[_Work] = set()


class _News(QObject):
    """Lives in the window's thread; Qt brings what the worker tells over to it.

    Signals:
        done(result): the work is finished.
        failed(trouble): it was refused, with a ReceptionError.
    """

    done = Signal(object)
    failed = Signal(object)
    broke = Signal(object)
    over = Signal()


class _Work(QRunnable):
    """One piece of work on a thread of the pool."""

    def __init__(self, work: Callable[[], object]) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self.news = _News()
        self._work = work
        self.news.broke.connect(_raise_here)
        self.news.over.connect(self._forget)

    def run(self) -> None:
        try:
            self.news.done.emit(self._work())
        except ReceptionError as trouble:
            self.news.failed.emit(trouble)
        except Exception as trouble:  # noqa: BLE001 - told in the window's thread, or nobody would hear of it
            self.news.broke.emit(trouble)
        self.news.over.emit()

    def _forget(self) -> None:
        _running.discard(self)


@Slot(object)
def _raise_here(trouble: BaseException) -> None:
    sys.excepthook(type(trouble), trouble, trouble.__traceback__)


def run_in_background(
    work: Callable[[], object],
    *,
    done: Callable[[Any], None] | None = None,
    failed: Callable[[ReceptionError], None] | None = None,
) -> None:
    """Do `work` on another thread; `done` or `failed` is called in the window's.

    Give methods of a widget, not lambdas: Qt forgets the methods of a widget that is gone.
    """
    piece = _Work(work)
    _running.add(piece)
    if done is not None:
        piece.news.done.connect(done)
    if failed is not None:
        piece.news.failed.connect(failed)
    QThreadPool.globalInstance().start(piece)


def wait_for_background(milliseconds: int = 30_000) -> bool:
    """Let what is under way come to its end (the window closes); whether it did in time."""
    return QThreadPool.globalInstance().waitForDone(milliseconds)

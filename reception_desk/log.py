"""The log file of a data folder: what went wrong and where, never with whose data."""

from __future__ import annotations

import logging
from pathlib import Path
from types import TracebackType
from typing import Final

OURS: Final = ("reception_desk", "ui")
NAME: Final = "reception.log"
SIZE: Final = 500_000
KEPT: Final = 3

_handlers: dict[Path, logging.Handler] = {}


class _Discreet(logging.Formatter):
    """Types and places of exceptions without their messages; of strangers' lines the pattern without its values."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        plain = logging.makeLogRecord(record.__dict__)
        if record.name.split(".")[0] not in OURS:
            plain.msg, plain.args = str(record.msg), None
        plain.exc_text, plain.exc_info = None, None
        said = super().format(plain)
        if record.exc_info and record.exc_info[1] is not None:
            said += "\n" + places(record.exc_info[1])
        return said


def keep_log(folder: Path) -> Path:
    """Write the log into `logs` of a data folder from now on; where it lies."""
    file = folder / "logs" / NAME
    if file not in _handlers:
        from logging.handlers import RotatingFileHandler  # brings the network along, and the window waits

        file.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(file, maxBytes=SIZE, backupCount=KEPT, encoding="utf-8", delay=True)
        handler.setFormatter(_Discreet())
        handler.setLevel(logging.INFO)
        logging.getLogger().addHandler(handler)
        _handlers[file] = handler
    return file


def end_log() -> None:
    """Let go of every log file."""
    for file in list(_handlers):
        handler = _handlers.pop(file)
        logging.getLogger().removeHandler(handler)
        handler.close()


def places(trouble: BaseException) -> str:
    """The types of an exception and its causes, and the places they passed; no message, for it may quote a guest."""
    lines = []
    here: BaseException | None = trouble
    while here is not None:
        lines.append(f"{type(here).__module__}.{type(here).__qualname__}")
        lines += _frames(here.__traceback__)
        here = here.__cause__ or (None if here.__suppress_context__ else here.__context__)
    return "\n".join(lines)


def _frames(tail: TracebackType | None) -> list[str]:
    import traceback

    frames = traceback.extract_tb(tail)
    return [f"  {_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]


def _short(filename: str) -> str:
    """The end of a path: its beginning names the user."""
    return "/".join(Path(filename).parts[-3:])

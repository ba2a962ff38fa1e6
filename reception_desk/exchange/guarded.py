"""Read a stranger's workbook in a child process with limits (trust 5: hostile imports).

The child is this very program, started once more. From source it is `python -P reading_child.py`, which
imports neither SQLAlchemy nor Qt. A frozen program has no interpreter to start, so it starts itself with
READ_WORKBOOK as only argument: every entry point calls `serve_child(sys.argv[1:])` before it imports anything heavy.
On Windows size, rows, text and time are limited, memory is not (there is no `resource` module).
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

from reception_desk.errors import ReceptionError
from reception_desk.exchange import reading_child
from reception_desk.i18n import N_, _

READ_WORKBOOK: Final = "--read-workbook-from-stdin"
READ_TABLE: Final = "--read-table-from-stdin"
SENTENCES: Final = {
    "too_big": N_("{file} is larger than 20 MB. That is no application form; nothing was read."),
    "swells": N_("{file} would swell beyond all measure when opened. Nothing was read."),
    "word": N_("{file} is a Word document. Forms are read from Excel workbooks (.xlsx, .xls)."),
    "not_a_workbook": N_("{file} is not an Excel workbook, whatever its name says."),
    "password": N_(
        "{file} is protected by a password. Open it in Excel, save it without one, and try again."
    ),
    "damaged": N_("{file} is damaged and cannot be read. Ask for it to be sent again."),
    "too_many_rows": N_("Sheet {sheet} of {file} has more than {limit} rows. That is no application form."),
    "too_many_columns": N_(
        "Sheet {sheet} of {file} has more than {limit} columns. That is no application form."
    ),
    "too_much_text": N_("{file} holds more text than an application form can. Nothing was read."),
    "too_slow": N_("{file} took longer than 20 seconds to read and was given up."),
}
TABLE_SENTENCES: Final = SENTENCES | {
    "too_big": N_("{file} is larger than 20 MB. Nothing was read."),
    "word": N_("{file} is a Word document. Lists are read from Excel workbooks (.xlsx, .xls) and from .csv."),
    "not_a_workbook": N_("{file} is neither an Excel workbook nor a list in text (.csv)."),
    "too_many_rows": N_("Sheet {sheet} of {file} has more than {limit} rows. Nothing was read."),
    "too_many_columns": N_("Sheet {sheet} of {file} has more than {limit} columns. Nothing was read."),
    "too_much_text": N_("{file} holds more text than a list of people can. Nothing was read."),
}


def serve_child(arguments: list[str]) -> None:
    """Be the reading child, and end, where the arguments ask for it; else give back at once."""
    if arguments in ([READ_WORKBOOK], [READ_TABLE]):
        sys.exit(reading_child.main(as_table=arguments == [READ_TABLE]))


def read_cells(path: Path, *, as_table: bool = False) -> dict[str, Any]:
    """What the child says of a workbook, or of a list (`as_table`: longer, and CSV too).

    Refused with a sentence where it cannot or must not be read.
    """
    sentences = TABLE_SENTENCES if as_table else SENTENCES
    answer = _ask_child(_bytes_of(path, sentences), path.name, as_table=as_table)
    if reason := answer.get("refused"):
        raise _refusal(sentences, reason, path.name, **answer["details"])
    return answer


def _refusal(sentences: dict[str, str], reason: str, file: str, **details: object) -> ReceptionError:
    return ReceptionError(_(sentences[reason]).format(file=file, **details))


def _bytes_of(path: Path, sentences: dict[str, str]) -> bytes:
    try:
        with path.open("rb") as stream:
            data = stream.read(reading_child.MAX_BYTES + 1)
    except OSError as error:
        raise ReceptionError(
            _("{file} cannot be opened: {reason}").format(file=path, reason=error.strerror or error)
        ) from error
    if len(data) > reading_child.MAX_BYTES:
        raise _refusal(sentences, "too_big", path.name)
    return data


def _ask_child(data: bytes, file: str, *, as_table: bool) -> dict[str, Any]:
    try:
        done = subprocess.run(
            _table_command() if as_table else _command(),
            input=data,
            capture_output=True,
            timeout=reading_child.MAX_SECONDS,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # Windows only
        )
    except subprocess.TimeoutExpired as error:
        raise _refusal(SENTENCES, "too_slow", file) from error
    if done.returncode != 0:  # the memory limit ends the child in mid-word; its last words may quote cells
        raise _refusal(SENTENCES, "damaged", file)
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, READ_WORKBOOK]
    return [sys.executable, "-P", reading_child.__file__]


def _table_command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, READ_TABLE]
    return [sys.executable, "-P", reading_child.__file__, reading_child.AS_TABLE]

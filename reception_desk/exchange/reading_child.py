"""The program in the child process: workbook bytes on standard input, its cells as JSON on standard output.

It needs nothing but the standard library and calamine, so that it starts fast and can do no harm.
"""

from __future__ import annotations

import csv
import io
import json
import sys
import zipfile
from datetime import date, datetime, time, timedelta
from typing import Any, Final

MAX_BYTES: Final = 20 * 1024 * 1024
MAX_MEMBERS: Final = 2_000
MAX_INFLATED: Final = 256 * 1024 * 1024
MAX_RATIO: Final = 150
MAX_MEMORY: Final = 1024 * 1024 * 1024
MAX_SECONDS: Final = 20
MAX_ROWS: Final = 5_000
MAX_TABLE_ROWS: Final = 20_000
MAX_COLUMNS: Final = 60
MAX_CELL_LENGTH: Final = 2_000
MAX_TEXT: Final = 4_000_000
AS_TABLE: Final = "--as-table"
ENCODINGS: Final = ("utf-8", "gb18030")
ZIP_MAGIC: Final = b"PK\x03\x04"
OLE_MAGIC: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CHUNK: Final = 1 << 20
_ERROR_CELL: Final = b' t="e"'
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")


class Refused(Exception):  # noqa: N818 - the parent makes a sentence of the reason
    """The file will not be read; `reason` is one of the parent's SENTENCES."""

    def __init__(self, reason: str, **details: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.details = details


def limit_memory() -> None:
    """Let this process take no more than MAX_MEMORY and leave no core; Windows has no such limit."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (MAX_SECONDS, MAX_SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def read(data: bytes, *, as_table: bool = False) -> dict[str, Any]:
    """The cells of every visible sheet, and what was left out; a table may be longer than a form, and CSV."""
    if len(data) > MAX_BYTES:
        raise Refused("too_big")
    errors, most_rows = 0, MAX_TABLE_ROWS if as_table else MAX_ROWS
    if data.startswith(ZIP_MAGIC):
        errors = _inflate(data)
    elif as_table and not data.startswith(OLE_MAGIC):
        return {"sheets": [_csv_sheet(_decoded(data))], "hidden": [], "errors": 0}
    elif not data.startswith(OLE_MAGIC):
        raise Refused("not_a_workbook")
    elif _ENCRYPTED in data:
        raise Refused("password")
    return {**_sheets(data, most_rows), "errors": errors}


def _decoded(data: bytes) -> str:
    """Text as Chinese Excel writes it: with a mark at its beginning, else UTF-8, else GBK."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if b"\0" in data:
        raise Refused("not_a_workbook")
    for encoding in ENCODINGS:
        try:
            return data.decode(encoding).removeprefix("\ufeff")
        except UnicodeDecodeError:
            continue
    raise Refused("not_a_workbook")


def _csv_sheet(text: str) -> dict[str, Any]:
    if len(text) > MAX_TEXT:
        raise Refused("too_much_text")
    first = text.lstrip().partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    cells, cut = [], []
    try:
        for row, values in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)):
            if row >= MAX_TABLE_ROWS:
                raise Refused("too_many_rows", sheet="CSV", limit=MAX_TABLE_ROWS)
            if len(values) > MAX_COLUMNS:
                raise Refused("too_many_columns", sheet="CSV", limit=MAX_COLUMNS)
            for column, value in enumerate(values):
                if len(value) > MAX_CELL_LENGTH:
                    cut.append([row, column])
                if value.strip():
                    cells.append([row, column, "text", value[:MAX_CELL_LENGTH]])
    except csv.Error as error:
        raise Refused("damaged") from error
    return {"name": "CSV", "cells": cells, "merged": [], "cut": cut}


def _inflate(data: bytes) -> int:
    """Refuse a zip that would swell; count cells that hold an Excel error, for calamine gives them as empty."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            _trust_headers(members, len(data))
            return sum(_count_errors(archive, member) for member in members)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        raise Refused("damaged") from error


def _trust_headers(members: list[zipfile.ZipInfo], size: int) -> None:
    names = {member.filename for member in members}
    declared = sum(member.file_size for member in members)
    if len(members) > MAX_MEMBERS or declared > MAX_INFLATED or declared > MAX_RATIO * size:
        raise Refused("swells")
    if "word/document.xml" in names:
        raise Refused("word")
    if "content.xml" not in names and not any(name.startswith("xl/") for name in names):
        raise Refused("not_a_workbook")


def _count_errors(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> int:
    """Inflate one member: a header that lies about its size fails here."""
    errors, tail = 0, b""
    is_sheet = member.filename.startswith("xl/worksheets/")
    with archive.open(member) as stream:
        while chunk := stream.read(_CHUNK):
            if is_sheet:
                errors += (tail + chunk).count(_ERROR_CELL)
                tail = chunk[1 - len(_ERROR_CELL) :]
    return errors


def _sheets(data: bytes, most_rows: int) -> dict[str, Any]:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            sheets, hidden, room = [], [], MAX_TEXT
            for meta in book.sheets_metadata:
                if meta.visible is not SheetVisibleEnum.Visible:
                    hidden.append(meta.name)
                    continue
                sheet = _sheet(book.get_sheet_by_name(meta.name), most_rows)
                room -= sum(len(str(cell[3])) for cell in sheet["cells"])
                if room < 0:
                    raise Refused("too_much_text")
                sheets.append(sheet)
    except PasswordError as error:
        raise Refused("password") from error
    except (CalamineError, OSError, ValueError) as error:
        raise Refused("damaged") from error
    return {"sheets": sheets, "hidden": hidden}


def _sheet(sheet: Any, most_rows: int) -> dict[str, Any]:
    last_row, last_column = sheet.end or (0, 0)
    if last_row >= most_rows:
        raise Refused("too_many_rows", sheet=sheet.name, limit=most_rows)
    if last_column >= MAX_COLUMNS:
        raise Refused("too_many_columns", sheet=sheet.name, limit=MAX_COLUMNS)
    cells, cut = [], []
    for row, values in enumerate(sheet.to_python(skip_empty_area=False)):
        for column, value in enumerate(values):
            kind, content = _neutral(value)
            if isinstance(content, str) and len(content) > MAX_CELL_LENGTH:
                content = content[:MAX_CELL_LENGTH]
                cut.append([row, column])
            if content != "":
                cells.append([row, column, kind, content])
    merged = [
        [top, left, min(bottom, most_rows), min(right, MAX_COLUMNS)]
        for (top, left), (bottom, right) in (sheet.merged_cell_ranges or [])[:most_rows]
        if top < most_rows and left < MAX_COLUMNS
    ]
    return {"name": sheet.name, "cells": cells, "merged": merged, "cut": cut}


def _neutral(value: object) -> tuple[str, object]:
    for kind, name in ((bool, "bool"), (datetime, "datetime"), (date, "date"), (time, "time")):
        if isinstance(value, kind):
            return name, value if isinstance(value, bool) else value.isoformat()
    if isinstance(value, timedelta):
        return "number", value.total_seconds() / 86_400
    if isinstance(value, int | float):
        return "number", value
    return "text", str(value) if str(value).strip() else ""


def main(*, as_table: bool = False) -> int:
    """Read standard input to its end, write the answer, give 0."""
    limit_memory()
    with open(0, "rb", closefd=False) as stream:  # sys.stdin is None in a windowed program
        data = stream.read(MAX_BYTES + 1)
    try:
        answer = read(data, as_table=as_table)
    except Refused as refused:
        answer = {"refused": refused.reason, "details": refused.details}
    except MemoryError:
        answer = {"refused": "swells", "details": {}}
    with open(1, "wb", closefd=False) as stream:
        stream.write(json.dumps(answer).encode())
    return 0


if __name__ == "__main__":
    sys.exit(main(as_table=sys.argv[1:] == [AS_TABLE]))

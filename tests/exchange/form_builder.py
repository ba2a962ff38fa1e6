"""Application forms for tests, made with XlsxWriter as a department would make them in Excel."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import xlsxwriter

from reception_desk.exchange.application import Application
from reception_desk.exchange.application_form import read_application

Rows = Sequence[Sequence[object]]
SHANGHAI = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=SHANGHAI)
DATA = Path(__file__).parents[1] / "data"
DOMESTIC = DATA / "application_domestic.xlsx"
FOREIGN = DATA / "application_foreign.xlsx"
HEAD = [
    ["申请部门", "华东销售部", "申请人", "陆文昊"],
    ["来访单位", "苏州恒屹精密机械有限公司"],
    ["来访时间", "2026年12月8日 10:30", "离开时间", "2026年12月9日 16:00"],
]


def workbook(path: Path, rows: Rows, *, merged: tuple[str, ...] = (), **sheets: Rows) -> Path:
    """Write rows of values into a workbook; `merged` names ranges, filled from their first cell."""
    with xlsxwriter.Workbook(str(path)) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for name, lines in {"接待申请表": rows, **sheets}.items():
            sheet = book.add_worksheet(name)
            for row, line in enumerate(lines):
                for column, value in enumerate(line):
                    if isinstance(value, date):
                        sheet.write_datetime(row, column, value, day)
                    elif value != "":
                        sheet.write(row, column, value)
            for stretch in merged if name == "接待申请表" else ():
                sheet.merge_range(stretch, "")
                row, column = _corner(stretch)
                sheet.write(row, column, lines[row][column] if column < len(lines[row]) else "")
    return path


def _corner(stretch: str) -> tuple[int, int]:
    first = stretch.partition(":")[0]
    return int(first[1:]) - 1, ord(first[0]) - ord("A")


def read(path: Path) -> Application:
    """Read a form as the desk in Shanghai does on 24 November 2026."""
    return read_application(path, NOW, SHANGHAI)


def form(tmp_path: Path, rows: Rows, **options) -> Application:
    """Write a form and read it."""
    return read(workbook(tmp_path / "form.xlsx", rows, **options))


def at(year: int, month: int, day: int, hour: int, minute: int) -> datetime:
    """A moment in Shanghai."""
    return datetime(year, month, day, hour, minute, tzinfo=SHANGHAI)

"""The list of visits on paper, as it is seen: its columns, its order, what it is narrowed to."""

from __future__ import annotations

from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.documents.list_sheet import ListSheet
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _, current_language
from ui.clock import Clock
from ui.models.visits import VisitsModel
from ui.screens.visit_list.list_table import ListTable

MOST_LINES: Final = 1000


def list_sheet(desk: ReceptionDesk, clock: Clock, table: ListTable, narrowed: str) -> ListSheet:
    """What is to be printed; more lines than anybody reads are refused."""
    model = table.model()
    assert isinstance(model, VisitsModel)
    if model.total > MOST_LINES:
        sentence = _("That would be more than {count} lines. Narrow the list first; nothing was printed.")
        raise ReceptionError(sentence.format(count=f"{MOST_LINES:,}"))
    sections = range(model.columnCount())
    return ListSheet(
        title=_("Visits"),
        headings=[
            str(model.headerData(section, table.horizontalHeader().orientation())) for section in sections
        ],
        lines=[
            [str(model.index(row, section).data() or "") for section in sections]
            for row in range(model.total)
        ],
        shares=[table.columnWidth(section) for section in sections],
        narrowed=narrowed,
        language=current_language(),
        printed=clock().astimezone(ZoneInfo(desk.company.settings().zone)),
    )


def put_out(sheet: ListSheet, parent: QWidget) -> str:
    """Print it where there is a printer, else save it as a PDF; what was done, or nothing."""
    from ui.printing import ask_for_printer, ask_where_to_save, has_printer, print_pdf, save_pdf

    pdf = sheet.draw()
    if has_printer():
        if (printer := ask_for_printer(pdf, sheet.title, parent)) is None:
            return ""
        print_pdf(pdf, printer)
        return _("Printed the list.")
    if (file := ask_where_to_save(f"{sheet.title}.pdf", parent)) is None:
        return ""
    save_pdf(pdf, file)
    return _("Saved the list as {file}.").format(file=file.name)

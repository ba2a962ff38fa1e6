"""An application form (接待申请表) is read: every filled cell becomes a fact or is listed, none is dropped."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from reception_desk.errors import ReceptionError
from reception_desk.exchange import guest_rows
from reception_desk.exchange.application import Application
from reception_desk.exchange.draft import Draft
from reception_desk.exchange.form_fields import read_value
from reception_desk.exchange.identity import without_numbers
from reception_desk.exchange.labels import DOCUMENT, NO_FIELD, is_document
from reception_desk.exchange.layout import Entry, Layout, known_labels, lay_out
from reception_desk.exchange.moments import Calendar
from reception_desk.exchange.notebook import Notebook
from reception_desk.exchange.workbook import Cell, Sheet, Workbook, read_workbook
from reception_desk.i18n import _, ngettext

_MIN_LABELS: Final = 3
_MOMENTS: Final = ("arrival", "departure")  # the arrival first: it gives the year to all other dates
_HAVE_PHONES: Final = ("applicant", "company", "contact")


def read_application(path: Path, now: datetime, zone: ZoneInfo) -> Application:
    """The application at `path`; dates without a year are near `now`."""
    return understand(read_workbook(path), now.astimezone(zone).date(), zone)


def understand(book: Workbook, today: date, zone: ZoneInfo) -> Application:
    """Make facts of a workbook's cells."""
    form = max(book.sheets, key=known_labels, default=None)
    if form is None or known_labels(form) < _MIN_LABELS:
        raise ReceptionError(
            _("No application form was found in this workbook: the usual labels are missing.")
        )
    notes = Notebook(form.name)
    draft = Draft(notes=notes, calendar=Calendar(today, zone))
    sheets = {sheet.name: _without_document_numbers(sheet, notes) for sheet in book.sheets}
    _read(lay_out(sheets[form.name]), draft)
    _tell_of_the_rest(replace(book, sheets=tuple(sheets.values())), form.name, notes)
    return replace(
        draft.finished(),
        understood=notes.understood,
        not_understood=notes.not_understood,
        not_taken=notes.not_taken,
        warnings=tuple(notes.warnings),
    )


def _without_document_numbers(sheet: Sheet, notes: Notebook) -> Sheet:
    """The sheet with every number of an identity document hidden, before anybody reads it."""
    for place, cell in sheet.cells.items():
        shown = without_numbers(cell.text)
        if shown != cell.text:
            sheet = sheet.with_value(*place, shown)
            notes.refused(cell)
    return sheet


def _read(layout: Layout, draft: Draft) -> None:
    notes = draft.notes
    if layout.title:
        draft.text("form_title", layout.title.text)
        notes.took(layout.title, "", "form_title")
    for cell in layout.furniture:
        notes.took(cell, "", "label")
    for field in _MOMENTS:
        for entry in layout.entries:
            for cell in entry.values if entry.field == field else ():
                _read_value(draft, entry, cell)
    draft.guests.extend(guest_rows.guest(row, order, notes) for order, row in enumerate(layout.guests, 1))
    for entry in layout.entries:
        for cell in entry.values if entry.field not in _MOMENTS else ():
            _read_value(draft, entry, cell)
    for label, cell in layout.strays:
        (notes.refused if is_document(label) else notes.left)(cell, label)


def _read_value(draft: Draft, entry: Entry, cell: Cell) -> None:
    """One value of a label: taken, refused, or left for somebody to read."""
    if entry.field in _HAVE_PHONES:
        draft.phone_of = entry.field
    if entry.field == DOCUMENT:
        draft.notes.refused(cell, entry.label)
    elif not draft.notes.looked_at(cell, entry.label):
        return
    elif entry.field != NO_FIELD and read_value(draft, entry.field, cell, entry.label):
        draft.notes.took(cell, entry.label, entry.field)
    else:
        draft.notes.left(cell, entry.label)


def _tell_of_the_rest(book: Workbook, form: str, notes: Notebook) -> None:
    """Other sheets, hidden sheets, cells that were cut or hold an error."""
    for sheet in book.sheets:
        for place in sheet.cut:
            notes.warn(_("{cell} is very long; only its first 2000 characters were read.").format(cell=place))
        if sheet.name != form:
            for cell in sheet.cells.values():
                notes.left(cell)
    for name in book.hidden:
        notes.warn(_("The hidden sheet {sheet} was not read.").format(sheet=name))
    if book.errors:
        notes.warn(
            ngettext(
                "{count} cell holds an Excel error (#…) and could not be read.",
                "{count} cells hold an Excel error (#…) and could not be read.",
                book.errors,
            ).format(count=book.errors)
        )

"""What a line of the list of visits says in each of its columns."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from reception_desk.domain.choice_words import choice_word
from reception_desk.domain.levels import Levels
from reception_desk.domain.phone_words import phone_words
from reception_desk.domain.visit import VisitState
from reception_desk.domain.visit_line import VisitLine
from reception_desk.i18n import _, current_language
from ui.models.visit_columns import Column
from ui.widgets.moment_text import moment_words

QUIET: Final = frozenset(Column) - {Column.ARRIVAL, Column.COMPANY, Column.MAIN_GUEST, Column.STANDING}


def words_of(line: VisitLine, column: Column, levels: Levels) -> str:
    """The words of one cell; how it stands is said by `ui.models.standing`."""
    match column:
        case Column.ARRIVAL:
            words = _moment(line, line.arrival_at) or _("Not known yet")
        case Column.DEPARTURE:
            words = _moment(line, line.departure_at)
        case Column.COMPANY:
            words = line.company or _("Visit {number}").format(number=line.number)
        case Column.MAIN_GUEST:
            words = f"{line.main_guest} {line.title}".strip()
        case Column.PHONE:
            words = phone_words(line.contact, current_language()) if line.contact else ""
        case Column.HEADS:
            words = "" if line.heads is None else str(line.heads)
        case Column.LEVEL:
            level = levels.level(line.level)
            words = level.text(current_language()) if level else ""
        case Column.PURPOSE:
            words = " ".join(line.purpose.split())
        case Column.PICK_UP | Column.HOTEL:
            words = choice_word(line.pick_up if column is Column.PICK_UP else line.hotel)
        case _:
            words = {
                Column.NUMBER: line.number,
                Column.DEPARTMENT: line.owner_department,
                Column.APPLICANT: line.applicant,
            }[column]
    return words


def _moment(line: VisitLine, moment: datetime | None) -> str:
    return moment_words(moment.astimezone(ZoneInfo(line.zone))) if moment else ""


def colour_of(line: VisitLine, column: Column) -> str:
    """The colour role of one cell."""
    return "muted" if line.state is VisitState.CANCELLED or column in QUIET else "text"

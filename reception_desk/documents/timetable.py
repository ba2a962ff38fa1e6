"""The timetable, for paper: see `domain.timetable`."""

from reception_desk.domain.timetable import Entry, Kind, has_programme, timetable

__all__ = ["Entry", "Kind", "has_programme", "timetable"]

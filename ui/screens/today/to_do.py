"""What is to be done now, over all visits: the late first; ticked in place, opened with a click."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStackedLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.gaps import item_field
from reception_desk.domain.visit import Visit
from reception_desk.i18n import _, current_language, ngettext
from reception_desk.services.bookings import BookingLine
from reception_desk.services.today import Day, LeftOpen, StalePaper
from ui.clock import Clock
from ui.models.tasks import TASK, TaskModel
from ui.screens.today.task_row import TaskDelegate, box_of
from ui.theme import SPACE, restyle
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.lines import Line, Lines

MOST_LEFT_OPEN, MOST_STALE, MOST_UNBOOKED, LONGEST_NAME = 3, 4, 2, 16


class ToDo(Card):
    """The list of tasks.

    Signals:
        task_wanted(visit_id, place): somebody wants to see the item in its visit.
        ticked(sentence), refused(sentence): as the model tells.
    """

    task_wanted = Signal(int, str)
    ticked = Signal(str)
    refused = Signal(str)

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(" ")
        self._day: Day | None = None
        self.model = TaskModel(desk, clock)
        self.list = _Tasks()
        self._delegate = TaskDelegate(desk.reminders.was_missed)
        self._nothing = EmptyState("check-circle", "")
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._delegate)
        self.list.opened.connect(self._on_opened)
        self.list.toggled.connect(self.model.toggle)
        self.model.ticked.connect(self._on_ticked)
        self.model.refused.connect(self.refused)
        self.stale = Lines()
        self.stale.chosen.connect(self._on_stale)
        self.unbooked = Lines()
        self.unbooked.chosen.connect(self._on_stale)
        self.left_open = Lines()
        self.left_open.chosen.connect(self._on_stale)
        either = QWidget()
        self._either = QStackedLayout(either)
        self._either.addWidget(self.list)
        self._either.addWidget(self._nothing)
        self.body.addWidget(self.stale)
        self.body.addWidget(self.unbooked)
        self.body.addWidget(either, 1)
        self.body.addWidget(self.left_open)

    def show_day(self, day: Day) -> None:
        """Show the tasks of the day."""
        self._day = day
        self._delegate.show_moment(day.here)
        self.model.show_tasks(day.tasks)
        self._either.setCurrentIndex(0 if day.tasks else 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language of the moment."""
        self.set_title(_("To do now"))
        self.list.setAccessibleName(_("To do now"))
        self._nothing.say(_("Nothing is due today"))
        late = sum(self.model.task(row).is_late for row in range(self.model.rowCount()))
        count = self.model.open_count()
        note = ngettext("{count} item", "{count} items", count).format(count=count) if count else ""
        late_words = ngettext("{count} late", "{count} late", late).format(count=late) if late else ""
        self.set_note(" · ".join(words for words in (late_words, note) if words))
        self.list.viewport().update()
        if self._day:
            self.stale.show_lines(_stale_lines(self._day.stale_papers))
            self.unbooked.show_lines(_unbooked_lines(self._day.unbooked))
            self.left_open.show_lines(_left_open_lines(self._day.left_open))

    def _on_stale(self, place: str) -> None:
        visit_id, _slash, section = place.partition("/")
        self.task_wanted.emit(int(visit_id), section)

    def _on_ticked(self, sentence: str) -> None:
        self.retranslate()
        self.ticked.emit(sentence)

    def _on_opened(self, index: QModelIndex) -> None:
        task = index.data(TASK)
        self.task_wanted.emit(task.visit.id, f"preparation/{item_field(task.planned)}")


def _stale_lines(papers: list[StalePaper]) -> list[Line]:
    lines = [_stale_line(paper) for paper in papers[:MOST_STALE]]
    if (more := len(papers) - MOST_STALE) > 0:
        words = ngettext("… and {count} more paper", "… and {count} more papers", more).format(count=more)
        lines.append(Line("warning", words, "late"))
    return lines


def _stale_line(paper: StalePaper) -> Line:
    """One paper to be printed again, and where that is done."""
    language = current_language()
    sentence = (
        _("The old {paper} for {visit} is still about: collect it")
        if paper.is_replaced
        else _("{paper} for {visit} is out of date: print it again")
    )
    words = sentence.format(paper=paper.name(language), visit=_short(paper.visit))
    if paper.edition.holder:
        words += _(" ({name} has it)").format(name=paper.edition.holder)
    return Line("warning", words, "late", f"{paper.visit.id}/paper/{paper.edition.document}")


def _short(visit: Visit) -> str:
    """The company that comes, as far as a line beside other words has room; else the visit's number."""
    name = visit.company.name_in(current_language()) if visit.company else ""
    return (name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…") or visit.number


def _unbooked_lines(unbooked: list[BookingLine]) -> list[Line]:
    """What has still to be booked within a day, a line for each of the next visits; it leads to the first of them."""
    of_visit: dict[int, list[BookingLine]] = {}
    for one in unbooked:
        of_visit.setdefault(one.visit.id, []).append(one)
    lines = []
    for visit_id, found in list(of_visit.items())[:MOST_UNBOOKED]:
        first = found[0]
        words = ngettext(
            "{count} booking for {visit} is still to be made",
            "{count} bookings for {visit} are still to be made",
            len(found),
        ).format(count=len(found), visit=_short(first.visit))
        place = f"{visit_id}/arrangements/{first.booking.__tablename__}:{first.booking.id}"
        lines.append(Line("bookings", words, "late", place))
    return lines


def _left_open_lines(left_open: list[LeftOpen]) -> list[Line]:
    """What is still open of visits that are over, a quiet line for each of the latest ones."""
    lines = []
    for left in left_open[:MOST_LEFT_OPEN]:
        words = ngettext(
            "{visit} is over; {count} item is still open",
            "{visit} is over; {count} items are still open",
            left.count,
        ).format(count=left.count, visit=_short(left.visit))
        lines.append(Line("clock", words, "muted", f"{left.visit.id}/preparation"))
    if (more := len(left_open) - MOST_LEFT_OPEN) > 0:
        words = ngettext("… and of {count} more visit", "… and of {count} more visits", more)
        lines.append(Line("clock", words.format(count=more)))
    return lines


class _Tasks(QListView):
    """A calm list: Enter and a click open, Space and a click on the box tick."""

    opened = Signal(QModelIndex)
    toggled = Signal(QModelIndex)

    def __init__(self) -> None:
        super().__init__()
        restyle(self, plain="true")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self.opened)

    def _box_under(self, event: QMouseEvent) -> QModelIndex:
        """The task whose box lies under the mouse; a hand's breadth around it counts."""
        place = event.position().toPoint()
        index = self.indexAt(place)
        around = box_of(self.visualRect(index)).adjusted(
            -SPACE.small, -SPACE.medium, SPACE.small, SPACE.medium
        )
        is_meant = index.isValid() and around.contains(place) and event.button() is Qt.MouseButton.LeftButton
        return index if is_meant else QModelIndex()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._box_under(event)
        if index.isValid():
            self.setCurrentIndex(index)
            self.toggled.emit(index)
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._box_under(event).isValid():
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.opened.emit(index)
        elif event.key() == Qt.Key.Key_Space and index.isValid():
            self.toggled.emit(index)
        else:
            super().keyPressEvent(event)

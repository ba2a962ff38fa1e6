"""What was done, day by day: found by person and words, told in full, taken back where that is possible."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from reception_desk.desk import ReceptionDesk
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _, current_language
from reception_desk.services.history import Told
from ui.clock import Clock
from ui.models.history import history_rows
from ui.models.rows import RowsModel
from ui.screens.visit.paper_list import ChosenDelegate
from ui.theme import SIZE, SPACE, restyle
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.fact_choice import ChoiceFact
from ui.widgets.search_field import SearchField
from ui.widgets.text import Text

MOST_SENTENCES = 12


class HistoryPane(QWidget):
    """The history of one visit (`show_visit`), or of the whole desk (`show_all`).

    Signals:
        undone(sentence): a step was taken back.
        refused(sentence): it was not, and why.
        visit_wanted(visit_id): somebody wants to see the visit that a step is about.
    """

    undone = Signal(str)
    refused = Signal(str)
    visit_wanted = Signal(int)

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__()
        self._desk, self._clock = desk, clock
        self._visit_id: int | None = None
        self._shown: tuple[int | None, int, str] | None = None
        self._told: list[Told] = []
        self._before: int | None = None
        self.search, self.who = SearchField(""), ChoiceFact("")
        self.model = RowsModel(self)
        self.list = QListView()
        self.older = Button("", kind="link")
        self.said, self.when = Text("", "strong", wrap=True), Text("", "muted", wrap=True)
        self.changes = Text("", wrap=True)
        self.undo, self.open = Button("", icon_name="undo"), Button("", kind="link")
        self._details, self._nothing = Card(), EmptyState("history", "")
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(ChosenDelegate(self.list))
        restyle(self.list, bare="true")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        top = QHBoxLayout()
        top.setSpacing(SPACE.large)
        top.addWidget(self.search)
        top.addWidget(self.who)
        top.addStretch(1)
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list, 1)
        column.addWidget(self.older)
        layered = QWidget(self)
        self._layers = QStackedLayout(layered)
        self._layers.addWidget(listed)
        self._layers.addWidget(self._nothing)
        for widget in (self.said, self.when, self.changes):
            self._details.body.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.addWidget(self.undo)
        buttons.addWidget(self.open)
        buttons.addStretch(1)
        self._details.body.addLayout(buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SPACE.medium)
        whole.addLayout(top)
        whole.addWidget(layered, 1)
        whole.addWidget(self._details)

    def _connect(self) -> None:
        self.search.searched.connect(lambda _words: self._read_anew())
        self.search.moved_down.connect(self.list.setFocus)
        self.who.changed.connect(self._on_who)
        self.list.selectionModel().currentChanged.connect(lambda *_indexes: self._show_chosen())
        self.older.clicked.connect(self.show_older)
        self.undo.clicked.connect(self._undo)
        self.open.clicked.connect(self._open)

    def show_visit(self, visit_id: int) -> None:
        """Show what was done about one visit."""
        self._show(visit_id)

    def show_all(self) -> None:
        """Show what was done at the whole desk."""
        self._show(None)

    def _show(self, visit_id: int | None) -> None:
        """Read anew where something was done since; else what is shown, and how far one has read on, stays."""
        state = (visit_id, self._desk.history.newest(), current_language())
        if state != self._shown:
            self._visit_id, self._shown = visit_id, state
            self._read_anew()

    def _on_who(self, person: object) -> None:
        self.who.set_value(person)
        self._read_anew()

    def _read_anew(self) -> None:
        self._told, self._before = [], None
        self.show_older()

    def show_older(self) -> None:
        """Read on."""
        page = self._desk.history.told(
            visit_id=self._visit_id,
            person=str(self.who.value() or ""),
            words=self.search.text().strip(),
            before=self._before,
        )
        self._told += page.told
        self._before = page.before
        today = self._clock().astimezone(page.told[0].at.tzinfo).date() if page.told else self._clock().date()
        kept = self._chosen_key()
        rows = list(history_rows(self._told, today, of_all_visits=self._visit_id is None))
        self.model.show_rows(rows)
        self._choose(kept)
        self._offer_people()
        self.older.setVisible(page.before is not None)
        self._layers.setCurrentIndex(0 if self._told or page.before is not None else 1)
        self._nothing.say(
            _("Nothing found") if self.search.text() or self.who.value() else _("Nothing was done yet")
        )
        self._show_chosen()

    def _offer_people(self) -> None:
        people = [*self._desk.company.attendants(), *(told.step.person for told in self._told)]
        if person := self.who.value():
            people.append(str(person))
        self.who.set_options(
            [("", _("Everybody")), *((name, name) for name in dict.fromkeys(people) if name)]
        )
        self.who.set_value(self.who.value() or "")

    def _chosen_key(self) -> int | None:
        row = self.model.row_at(self.list.currentIndex())
        return row.key if row else None

    def _choose(self, key: int | None) -> None:
        place = None if key is None else self.model.place_of(key)
        if place is None:
            place = 1 if self.model.rowCount() > 1 else None
        if place is not None:
            self.list.setCurrentIndex(self.model.index(place))

    def chosen(self) -> Told | None:
        """The step that is chosen."""
        key = self._chosen_key()
        return next((told for told in self._told if told.step.id == key), None)

    def _show_chosen(self) -> None:
        told = self.chosen()
        self._details.setVisible(told is not None)
        if told is None:
            return
        self.said.setText(told.said)
        self.when.setText(
            _("{person}, {when}").format(person=told.step.person, when=f"{told.at:%Y-%m-%d %H:%M}")
        )
        shown = told.changes[:MOST_SENTENCES]
        self.changes.setText("\n".join([*shown, "…"] if len(told.changes) > MOST_SENTENCES else shown))
        self.changes.setVisible(bool(shown))
        self.undo.setVisible(told.counts and bool(told.step.rows))
        self.open.setVisible(self._visit_id is None and bool(told.visit_number))

    def _undo(self) -> None:
        told = self.chosen()
        if told is None:
            return
        try:
            step = self._desk.history.undo_step(told.step.id, self._clock())
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
            return
        self.undone.emit(_("Undone: {what}").format(what=step.said))

    def _open(self) -> None:
        told = self.chosen()
        if told is not None and told.step.visit_id is not None:
            self.visit_wanted.emit(told.step.visit_id)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.search.set_prompt(_("A field, a name, a value"), clear_words=_("Clear"))
        self.search.setFixedWidth(SIZE.sheet - SPACE.huge)
        self.who.set_label(_("Who"))
        self.who.set_label_width(self.who.label_hint())
        self.list.setAccessibleName(_("History"))
        self.older.setText(_("Older ones"))
        self.undo.setText(_("Undo this step"))
        self.open.setText(_("Open the visit"))

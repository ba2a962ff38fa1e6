"""Companies and people that were written down twice: side by side, and made one."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.choice_words import choice_word
from reception_desk.domain.company import Company
from reception_desk.domain.duplicate import Pair
from reception_desk.domain.field_words import field_word
from reception_desk.domain.person import Person
from reception_desk.i18n import N_, _, ngettext
from reception_desk.services.duplicates import is_blank, proposed
from ui.background import run_in_background
from ui.clock import Clock
from ui.models.rows import Row, RowsModel
from ui.screens.settings.settings_section import SettingsSection
from ui.screens.visit.rows import RowsView
from ui.theme import SIZE, SPACE
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.scroll import Scroll
from ui.widgets.text import Text

OWN_WORDS = {"company_id": N_("Company")}


class Comparison(Card):
    """Two records side by side: which stays, and of each field which value.

    Signals:
        merge_wanted(pair, kept_id, taken): make them one.
        apart_wanted(pair): they are two; do not ask again.
    """

    merge_wanted = Signal(object, int, object)
    apart_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(" ")
        self.pair: Pair | None = None
        self.merge, self._hint = Button("", kind="primary", icon_name="check"), Text("", "caption", wrap=True)
        self.apart = Button("")
        self._grid_room = QVBoxLayout()
        self._table: QWidget | None = None
        self._groups: dict[str, QButtonGroup] = {}
        self.body.addLayout(self._grid_room)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE.small)
        buttons.addWidget(self.merge)
        buttons.addWidget(self.apart)
        buttons.addStretch(1)
        self.body.addLayout(buttons)
        self.body.addWidget(self._hint)
        self.merge.clicked.connect(self._merge)
        self.apart.clicked.connect(lambda: self.apart_wanted.emit(self.pair))

    def show_pair(self, pair: Pair) -> None:
        """Show a pair, the likelier choices made."""
        self.pair = pair
        self.set_title(_(pair.alike.words))
        if self._table is not None:
            self._table.hide()
            self._table.deleteLater()
        self._table, self._groups = QWidget(), {}
        grid = QGridLayout(self._table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE.medium)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        self._add_row(grid, "", _("Stays"), [_came(pair, place) for place in (0, 1)])
        for field in pair.differing:
            values = [_words(record, field) for record in (pair.one, pair.other)]
            table = type(pair.one).__tablename__
            self._add_row(grid, field, _(OWN_WORDS.get(field) or field_word(table, field)), values)
        self._grid_room.addWidget(self._table)
        self._groups[""].idClicked.connect(lambda _place: self._propose(self.kept_id()))
        self._choose("", int(proposed(pair)[0] != pair.one.id))
        self._propose(self.kept_id())

    def _add_row(self, grid: QGridLayout, field: str, label: str, values: Sequence[str]) -> None:
        row, group = grid.rowCount(), QButtonGroup(self._table)
        self._groups[field] = group
        grid.addWidget(Text(label, "muted", wrap=True), row, 0)
        for place, value in enumerate(values):
            button = QRadioButton(value.replace("&", "&&") or "–")
            button.setToolTip(value)
            button.setAccessibleName(f"{label}: {value or '–'}")
            button.setMinimumWidth(SIZE.rail_narrow)
            group.addButton(button, place)
            grid.addWidget(button, row, place + 1)

    def _choose(self, field: str, place: int) -> None:
        self._groups[field].button(place).setChecked(True)

    def choose(self, field: str, place: int) -> None:
        """Take the value of the left (0) or the right (1) record; of no field: that record stays."""
        self._groups[field].button(place).click()

    def kept_id(self) -> int:
        """Which record stays."""
        if self.pair is None:
            return 0
        return self.pair.one.id if self._groups[""].checkedId() == 0 else self.pair.other.id

    def taken(self) -> set[str]:
        """The fields of which the value of the record that goes wins."""
        stays = self._groups[""].checkedId()
        return {field for field, group in self._groups.items() if field and group.checkedId() != stays}

    def _propose(self, kept_id: int) -> None:
        """Of each field the value of the one that stays, unless it has none."""
        if self.pair is None:
            return
        stays = 0 if kept_id == self.pair.one.id else 1
        records = (self.pair.one, self.pair.other)
        for field in self.pair.differing:
            lacks = is_blank(getattr(records[stays], field))
            self._choose(field, 1 - stays if lacks else stays)

    def _merge(self) -> None:
        if self.pair is not None:
            self.merge_wanted.emit(self.pair, self.kept_id(), self.taken())

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.merge.setText(_("Make them one"))
        self.apart.setText(_("These are two"))
        self._hint.setText(
            _("Every visit and entry of the other then belongs to the one that stays. Ctrl+Z takes it back.")
        )
        if self.pair is not None:
            self.show_pair(self.pair)


class DuplicatesSection(SettingsSection):
    """The pairs at the left, the one chosen at the right. Looked for in the background."""

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self.rows = RowsModel()
        self.list, self.comparison = RowsView(self.rows), Comparison()
        self.pairs: list[Pair] = []
        self._title, self._count = Text("", "lead"), Text("", "muted")
        self._nothing, self._stack = EmptyState("group", ""), QStackedWidget()
        self._seen, self._is_looking, self._at = -1, False, 0
        self._build()
        self.comparison.merge_wanted.connect(self._merge)
        self.comparison.apart_wanted.connect(self._tell_apart)
        self.list.selectionModel().currentRowChanged.connect(lambda now, _before: self._show(now.row()))
        self.retranslate()

    def _build(self) -> None:
        head, both, whole = QHBoxLayout(), QHBoxLayout(), QWidget()
        head.addWidget(self._title)
        head.addWidget(self._count)
        head.addStretch(1)
        left = QVBoxLayout()
        left.addWidget(self.list)
        left.addStretch(1)
        right = QVBoxLayout()
        right.addWidget(self.comparison)
        right.addStretch(1)
        both.setSpacing(SPACE.large)
        both.addLayout(left, 2)
        both.addLayout(right, 3)
        whole.setLayout(both)
        self._stack.addWidget(Scroll(whole))
        self._stack.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.large, SPACE.wide, SPACE.medium)
        column.setSpacing(SPACE.medium)
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    def refresh(self) -> None:
        """Look again where anything has changed since it was looked last."""
        newest = self.desk.history.newest()
        if newest == self._seen or self._is_looking:
            return
        self._seen, self._is_looking = newest, True
        run_in_background(self.desk.duplicates.pairs, done=self._on_found, failed=self._on_failed)

    def _on_failed(self, trouble: Exception) -> None:
        self._is_looking = False
        self.refused.emit(str(trouble))

    def _on_found(self, pairs: object) -> None:
        self._is_looking = False
        self.show_pairs(list(pairs))  # type: ignore[call-overload]  # what the background hands over has no type

    def show_pairs(self, pairs: Sequence[Pair]) -> None:
        """Show these."""
        self.pairs = list(pairs)
        self.rows.show_rows([_row(place, pair) for place, pair in enumerate(self.pairs)])
        count = len(self.pairs)
        self._count.setText(
            ngettext("{count} pair", "{count} pairs", count).format(count=count) if count else ""
        )
        self._stack.setCurrentIndex(0 if self.pairs else 1)
        if self.pairs:
            self.list.setCurrentIndex(self.rows.index(min(self._at, count - 1)))
            self._show(self.list.currentIndex().row())

    def _show(self, place: int) -> None:
        if 0 <= place < len(self.pairs):
            self._at = place
            self.comparison.show_pair(self.pairs[place])

    def _merge(self, pair: Pair, kept_id: int, taken: set[str]) -> None:
        if self.attempt(lambda: self.desk.duplicates.merge(pair, kept_id, taken, self.clock())):
            self.said.emit(
                _("Merged two entries of {name}").format(name=pair.one.name or pair.one.name_latin)
            )
            self.refresh()

    def _tell_apart(self, pair: Pair) -> None:
        if self.attempt(lambda: self.desk.duplicates.tell_apart(pair, self.clock())):
            self.refresh()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._title.setText(_("Written down twice"))
        self.list.setAccessibleName(_("Pairs that may be one"))
        self._nothing.say(
            _("Nothing is written down twice"),
            hint=_("Companies and people with the same name or phone would stand here, to be made one."),
        )
        self.comparison.retranslate()
        self.rows.show_rows([_row(place, pair) for place, pair in enumerate(self.pairs)])


def _row(place: int, pair: Pair) -> Row:
    names = [record.name or record.name_latin for record in (pair.one, pair.other)]
    icon = "company" if pair.is_of_companies else "person"
    return Row(key=place, icon=icon, first=names[0], below=f"{names[1]} · {_(pair.alike.words)}")


def _came(pair: Pair, place: int) -> str:
    """How often a record came, and when last."""
    count, last = pair.visits[place], pair.last[place]
    words = ngettext("{count} visit", "{count} visits", count).format(count=count)
    return f"{words} · {last:%Y-%m-%d}" if last else words


def _words(record: Company | Person, field: str) -> str:
    value = getattr(record, field)
    if field == "company_id" and isinstance(record, Person):
        return record.company.name or record.company.name_latin if record.company else ""
    if is_blank(value):
        return ""
    return choice_word(value) if isinstance(value, StrEnum) else str(value)

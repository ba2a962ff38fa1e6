"""A list of our people from Excel or CSV, looked at before anything is written."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.errors import ReceptionError
from reception_desk.exchange.roster import Roster
from reception_desk.i18n import _, ngettext
from reception_desk.services.rosters import Comparison, Standing
from ui.background import run_in_background
from ui.clock import Clock
from ui.models.roster import WORDS, Column, RosterModel
from ui.theme import SIZE, SPACE
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.fact_group import FactGroup
from ui.widgets.fact_number import NumberFact
from ui.widgets.headline import Headline
from ui.widgets.scroll import Scroll
from ui.widgets.segmented import Segmented
from ui.widgets.table import Table
from ui.widgets.text import Text

RANKS_WIDTH: Final = SIZE.sheet - 4 * SPACE.huge
MOST_TITLES: Final = 200
FILTERS: Final = (Standing.NEW, Standing.CHANGED, Standing.SAME, Standing.NOT_UNDERSTOOD, None)


class EmployeesImport(QWidget):
    """The preview of a list; nothing is written until `take` is pressed.

    Signals:
        taken(sentence): the list was taken over.
        went_back(): the list is given up.
        refused(sentence): it could not be read or taken.
    """

    taken = Signal(str)
    went_back = Signal()
    refused = Signal(str)

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__()
        self._desk, self._clock = desk, clock
        self._file = Path()
        self._roster: Roster | None = None
        self.comparison: Comparison | None = None
        self.ranks: dict[str, int | None] = {}
        self.model, self.table = RosterModel(self), Table()
        self.head, self.filter = Headline("", back=" "), Segmented([(each, "") for each in FILTERS])
        self.take_button, self.remarks = Button("", kind="primary"), Text("", "muted", wrap=True)
        self.titles, self.rank_facts, self._scroll = Card(" "), FactGroup(), Scroll()
        self.state, self._stack = EmptyState("clock", ""), QStackedWidget()
        self._build()
        self.head.went_back.connect(self.went_back)
        self.filter.chosen.connect(self.model.show_only)
        self.take_button.clicked.connect(self.take)
        self.state.acted.connect(self.went_back)
        self.retranslate()

    def _build(self) -> None:
        self.table.setModel(self.model)
        self.table.stretch(Column.WHAT)
        self.titles.setFixedWidth(RANKS_WIDTH)
        self._hint = Text("", "muted", wrap=True)
        self.titles.body.addWidget(self._hint)
        self.titles.body.addWidget(self._scroll, 1)
        tools, body = QHBoxLayout(), QHBoxLayout()
        tools.addWidget(self.filter)
        tools.addStretch(1)
        tools.addWidget(self.take_button)
        body.setSpacing(SPACE.large)
        body.addWidget(self.table, 1)
        body.addWidget(self.titles)
        preview = QWidget()
        inner = QVBoxLayout(preview)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(SPACE.medium)
        inner.addLayout(tools)
        inner.addLayout(body, 1)
        inner.addWidget(self.remarks)
        self._stack.addWidget(self.state)
        self._stack.addWidget(preview)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.medium)
        column.addWidget(self.head)
        column.addWidget(self._stack, 1)

    def read(self, file: Path) -> None:
        """Read a list beside the window's own work; the preview comes up when it is there."""
        self._file, self._roster, self.comparison = file, None, None
        self._stack.setCurrentIndex(0)
        self._say_state()
        run_in_background(partial(self._desk.rosters.read, file), done=self._on_read, failed=self._on_failed)

    def _on_read(self, roster: Roster) -> None:
        self._roster = roster
        self.ranks = self._desk.rosters.titles(roster)
        self._show_titles()
        self.compare()
        self.filter.set_value(None)
        self.model.show_only(None)
        self._stack.setCurrentIndex(1)
        self.take_button.setFocus()

    def _on_failed(self, trouble: ReceptionError) -> None:
        self.state.say(str(trouble), action=_("Back to the list"), icon_name="error")
        self.refused.emit(str(trouble))

    def compare(self) -> None:
        """Set the list beside ours as it is now."""
        if self._roster is None:
            return
        self.comparison = self._desk.rosters.compare(self._roster, self.ranks)
        self.model.show_comparison(self.comparison)
        self._say_counts(self.comparison)

    def _show_titles(self) -> None:
        """One number a title, to be put straight before anything is written."""
        self.rank_facts = FactGroup()
        for title, rank in list(self.ranks.items())[:MOST_TITLES]:
            fact = NumberFact(title, least=1, most=99, prompt=_("No rank"))
            fact.set_value(rank)
            fact.changed.connect(partial(self._on_rank, fact, title))
            self.rank_facts.add(fact)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, SPACE.hair, 0)
        column.addWidget(self.rank_facts)
        column.addStretch(1)
        if (before := self._scroll.show_content(inside)) is not None:
            before.deleteLater()
        self.titles.setVisible(bool(self.ranks))

    def _on_rank(self, fact: NumberFact, title: str, rank: int | None) -> None:
        self.ranks[title] = rank
        fact.set_value(rank)
        self.compare()

    def take(self) -> None:
        """Write what is new and changed, in one step."""
        self.rank_facts.flush()
        if self.comparison is None:
            return
        self.compare()  # ours may have changed since
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)  # thousands take a second or two
        try:
            count = self._desk.rosters.take(self.comparison, self._clock())
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
            return
        finally:
            QGuiApplication.restoreOverrideCursor()
        sentence = ngettext("{count} employee taken over", "{count} employees taken over", count)
        self.taken.emit(sentence.format(count=count))

    def _say_counts(self, comparison: Comparison) -> None:
        words = [
            f"{_(WORDS[each])} {comparison.count(each)}"
            if each is not None
            else _("All {count}").format(count=len(comparison.rows))
            for each in FILTERS
        ]
        self.filter.set_words(words)
        self.filter.set_name(_("Rows shown"))
        count = comparison.to_take
        self.take_button.setText(
            ngettext("Take over {count} employee", "Take over {count} employees", count).format(count=count)
        )
        self.take_button.setEnabled(bool(count))
        said = []
        if comparison.left_alone:
            columns = _(", ").join(comparison.left_alone)
            said.append(_("Columns that are not taken over: {columns}.").format(columns=columns))
        if comparison.missing:
            sentence = ngettext(
                "{count} of our employees is not on this list; nothing is changed about them.",
                "{count} of our employees are not on this list; nothing is changed about them.",
                comparison.missing,
            )
            said.append(sentence.format(count=comparison.missing))
        self.remarks.setText(" ".join(said))
        self.remarks.setVisible(bool(said))

    def _say_state(self) -> None:
        self.head.set_title(self._file.name)
        self.state.say(_("Reading {file}…").format(file=self._file.name), icon_name="clock")

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.head.set_back(_("Back to the list"))
        self.table.setAccessibleName(_("The list beside ours"))
        self.titles.set_title(_("Ranks by title"))
        self._hint.setText(_("For rows without a rank. 1 is the highest; change what does not fit."))
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        if self.comparison is not None:
            self._say_counts(self.comparison)

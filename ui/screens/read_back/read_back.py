"""The read-back card: alone in the window, for one hand, while the other holds the phone (5.2, A1.4, A1.5)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStackedLayout, QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.edition import Medium
from reception_desk.domain.read_back import FactNow, Reading
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _, current_language
from reception_desk.services.read_back import MEDIA, REPEATED, TOLD, Card
from ui.clock import Clock
from ui.models.read_back import MEDIA as MEDIA_WORDS
from ui.models.read_back import fact_row
from ui.screens.read_back.all_read import AllRead
from ui.screens.read_back.fact_list import FactList
from ui.screens.read_back.large_fact import LargeFact
from ui.screens.read_back.our_contact import OurContact
from ui.screens.screen import Screen
from ui.theme import SIZE, SPACE
from ui.widgets import card as cards
from ui.widgets.empty_state import EmptyState
from ui.widgets.headline import Headline
from ui.widgets.segmented import Segmented
from ui.widgets.text import Text


class ReadBackScreen(Screen):
    """The card of one visit: `show_visit(visit_id)`.

    Signals:
        went_back(): Esc, the call is over.
        settings_wanted(): somebody wants to say who our contact is.
        undo_wanted(): the last thing done here was a change of facts, and is to be taken back.
    """

    went_back = Signal()
    settings_wanted = Signal()
    undo_wanted = Signal()

    name, within, keys = "read_back", "visits", ("Ctrl+Z",)
    fills_window = True

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self.visit_id = 0
        self._card: Card | None = None
        self._key = ""
        self._done: list[str] = []
        self.head = Headline(back=" ")
        self.medium = Segmented([(medium, "") for medium in MEDIA])
        self.medium.set_value(Medium.PHONE)
        self.counted, self.bar = Text("", "title"), QProgressBar()
        self.list, self.large, self.contact = FactList(), LargeFact(desk, clock), OurContact()
        self.all_read = AllRead()
        self._empty = EmptyState("phone", "")
        self._build()
        self._connect()
        self.setFocusProxy(self.list)
        self.retranslate()

    def _build(self) -> None:
        self.bar.setFixedWidth(SIZE.fact_label)
        self.bar.setTextVisible(False)
        for widget in (self.medium, self.bar, self.counted):
            self.head.add(widget)
        listed, right = cards.Card(), QVBoxLayout()
        listed.setFixedWidth(SIZE.spoken_list)
        listed.body.addWidget(self.list, 1)
        right.setSpacing(SPACE.large)
        right.addWidget(self.contact)
        right.addWidget(self.all_read)
        right.addStretch(1)
        for card in (self.contact, self.all_read):
            card.setFixedWidth(SIZE.beside)
        facts = QWidget()
        row = QHBoxLayout(facts)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.large)
        row.addWidget(listed)
        row.addWidget(self.large, 1)
        row.addLayout(right)
        self._either = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.wide, SPACE.large, SPACE.wide, SPACE.large)
        column.setSpacing(SPACE.large)
        column.addWidget(self.head)
        column.addLayout(self._either, 1)
        self._either.addWidget(facts)
        self._either.addWidget(self._empty)

    def _connect(self) -> None:
        self.head.went_back.connect(self.went_back)
        self.list.chosen.connect(self._on_chosen)
        self.medium.chosen.connect(lambda _medium: self.list.setFocus())
        for source in (self.list, self.large):
            source.repeated.connect(self.confirm)
            source.skipped.connect(self.skip)
            source.taken_back.connect(self.take_back)
        self.list.correction_wanted.connect(self.large.begin_correction)
        self.large.corrected.connect(lambda: self._changed("changed"))
        self.large.correction_over.connect(self.list.setFocus)
        self.contact.copied.connect(self.said)
        self.contact.ticked.connect(lambda done: self._tick(TOLD, done=done))
        self.contact.settings_wanted.connect(self.settings_wanted)
        self.all_read.ticked.connect(lambda: self._tick(REPEATED, done=True))
        undo = QShortcut(QKeySequence("Ctrl+Z"), self)
        undo.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        undo.activated.connect(self.undo)

    def title(self) -> str:
        return _("Read-back card")

    def visit_at_hand(self) -> int | None:
        return self.visit_id or None

    def flush(self) -> None:
        self.large.correction.flush()

    def show_visit(self, visit_id: int) -> None:
        """Begin a call about a visit, at the first fact that is not confirmed."""
        self.visit_id, self._key = visit_id, ""
        self._done.clear()
        self.refresh()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        if not self.visit_id:
            return
        card = self._card = self.desk.read_back.card(self.visit_id)
        self.head.set_title(_("Read back on the phone"))
        self.head.set_subtitle(f"{card.visit.heading(current_language())} · {card.visit.number}")
        self.counted.setText(_("{read} of {all}").format(read=card.read, all=len(card.facts)))
        self.bar.setRange(0, max(len(card.facts), 1))
        self.bar.setValue(card.read)
        self.bar.setAccessibleName(self.counted.text())
        self._either.setCurrentIndex(0 if card.facts else 1)
        self.contact.show_card(card)
        self.all_read.show_card(card)
        if card.facts:
            place = self._place()
            self.list.show_rows([fact_row(key, one) for key, one in enumerate(card.facts)], place)
            self._show(place)

    def fact(self) -> FactNow | None:
        """The fact that is shown large."""
        facts = self._card.facts if self._card is not None else []
        return next((one for one in facts if one.fact.key == self._key), None)

    def confirm(self) -> None:
        """The fact was repeated and is right: note it, and go on."""
        one = self.fact()
        if one is None:
            return
        if one.reading is not Reading.CONFIRMED:
            medium = self.medium.value()
            assert isinstance(medium, Medium)
            if not self._do(
                lambda: self.desk.read_back.confirm(self.visit_id, self._key, self.clock(), medium)
            ):
                return
            self._changed(self._key)
            self.said.emit(_("Noted: repeated and right"))
        self.skip()

    def skip(self) -> None:
        """Go on to the next fact that is to be repeated; from the last one to the first that was left out."""
        facts = self._card.facts if self._card is not None else []
        here = next((place for place, one in enumerate(facts) if one.fact.key == self._key), 0)
        after = [*range(here + 1, len(facts)), *range(here)]
        after = [place for place in after if facts[place].reading is not Reading.CONFIRMED] or after
        if after:
            self.list.choose(after[0])
        self.list.setFocus()

    def take_back(self) -> None:
        """The fact was not repeated after all."""
        one = self.fact()
        if one is not None and one.reading is not Reading.NOT_YET:
            self._take_back(self._key)

    def _take_back(self, key: str) -> None:
        if self._do(lambda: self.desk.read_back.take_back(self.visit_id, key, self.clock())):
            self._done = [done for done in self._done if done != key]
            self._key = key
            self.refresh()
            self.changed.emit()
            self.said.emit(_("Taken back: it is to be repeated"))
        self.list.setFocus()

    def undo(self) -> None:
        """Ctrl+Z: take back the last thing that was done on this card."""
        last = self._done.pop() if self._done else ""
        if last == "changed":
            self.undo_wanted.emit()
        elif last:
            self._take_back(last)
        else:
            self.said.emit(_("Nothing was done on this card yet."))

    def _tick(self, clause: str, *, done: bool) -> None:
        self._do(lambda: self.desk.read_back.tick(self.visit_id, clause, self.clock(), done=done))
        self._changed("changed")
        self.list.setFocus()

    def _do(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except ReceptionError as refusal:
            self.refresh()
            self.refused.emit(str(refusal))
            return False
        return True

    def _changed(self, what: str) -> None:
        self._done.append(what)
        self.refresh()
        self.changed.emit()

    def _place(self) -> int:
        """Where the fact stands that is shown; where it is gone, the first that is to be repeated."""
        facts = self._card.facts if self._card is not None else []
        places = [place for place, one in enumerate(facts) if one.fact.key == self._key]
        places += [place for place, one in enumerate(facts) if one.reading is not Reading.CONFIRMED]
        return places[0] if places else 0

    def _on_chosen(self, place: int) -> None:
        if self._card is not None and place < len(self._card.facts):
            self._show(place)

    def _show(self, place: int) -> None:
        assert self._card is not None
        one = self._card.facts[place]
        self._key = one.fact.key
        self.large.show_fact(one, self._card.visit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that nothing inside wanted ends the call."""
        if event.key() == Qt.Key.Key_Escape:
            self.went_back.emit()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        self.head.set_back(_("Back  Esc"))
        self.medium.set_words([_(MEDIA_WORDS[medium]) for medium in MEDIA])
        self.medium.set_name(_("How it is repeated"))
        self.list.setAccessibleName(_("Facts to repeat"))
        self._empty.say(
            _("Nothing to repeat yet"),
            hint=_("Names, phones, times and flights appear here once they are known."),
        )
        self.large.retranslate()
        self.contact.retranslate()
        self.all_read.retranslate()
        self.refresh()

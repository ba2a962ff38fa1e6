"""The welcome sign: what shows now, what is queued, whom words are still to be written for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.welcome import WelcomeMessage
from reception_desk.domain.welcome_state import Standing
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _, ngettext
from reception_desk.services.welcome import was_seen
from reception_desk.signs.reconciler import SignStatus
from reception_desk.signs.resolve import SignQueue
from ui.models.welcome import Column, WelcomeModel
from ui.screens.screen import Clock, Screen
from ui.screens.welcome.message_editor import MessageEditor
from ui.screens.welcome.offers import Offers
from ui.screens.welcome.sign_now import SignNow
from ui.screens.welcome.sign_record import SignRecord
from ui.screens.welcome.sign_sheet import SignSheet
from ui.sign_keeper import SignKeeper
from ui.theme import SIZE, SPACE
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.scroll import Scroll
from ui.widgets.side_sheet import SideSheet
from ui.widgets.table import Table


class WelcomeScreen(Screen):
    """Signs above, the queue below, the chosen message at the right. `watch` the keeper to know what is shown."""

    name = "welcome"

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self._keeper: SignKeeper | None = None
        self._message_id = 0
        self.model, self.table = WelcomeModel(self), Table(plain=True)
        self.offers, self.editor = Offers(), MessageEditor(desk, clock)
        self.signs: list[SignNow] = []
        self.now_card, self.queue_card, self.editor_card = Card(" "), Card(" "), Card("")
        self.add_sign = Button("", kind="flat", icon_name="add")
        self.add_words = Button("", kind="flat", icon_name="add")
        self._no_words, self._no_sign = EmptyState("message", ""), EmptyState("sign", "")
        self._none_chosen = EmptyState("edit", "")
        self._queue, self._right, self._whole = QStackedWidget(), QStackedWidget(), QStackedWidget()
        self.sign_sheet, self.sign_record = SignSheet(desk, clock), SignRecord()
        self._build()
        self.sheet = SideSheet(self)
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self.table.setModel(self.model)
        self.table.stretch(Column.WORDS)
        self._signs_row = QHBoxLayout()
        self._signs_row.setSpacing(SPACE.large)
        self._signs_row.addStretch(1)
        self.now_card.add_action(self.add_sign)
        self.now_card.body.addLayout(self._signs_row)
        self.queue_card.add_action(self.add_words)
        self._queue.addWidget(self.table)
        self._queue.addWidget(self._no_words)
        self.queue_card.body.addWidget(self._queue, 1)
        self._right.addWidget(Scroll(self.editor))
        self._right.addWidget(self._none_chosen)
        self.editor_card.body.addWidget(self._right, 1)
        self.editor_card.setFixedWidth(SIZE.sheet)
        left = QVBoxLayout()
        left.setSpacing(SPACE.medium)
        left.addWidget(self.now_card)
        left.addWidget(self.offers)
        left.addWidget(self.queue_card, 1)
        working = QWidget()
        row = QHBoxLayout(working)
        row.setContentsMargins(SPACE.wide, SPACE.large, SPACE.wide, SPACE.large)
        row.setSpacing(SPACE.large)
        row.addLayout(left, 1)
        row.addWidget(self.editor_card)
        self._whole.addWidget(working)
        self._whole.addWidget(self._no_sign)
        over = QVBoxLayout(self)
        over.setContentsMargins(0, 0, 0, 0)
        over.addWidget(self._whole)

    def _connect(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(self._on_chosen)
        self.editor.changed.connect(self._on_changed)
        self.editor.visit_wanted.connect(lambda visit_id: self.visit_wanted.emit(visit_id, ""))
        self.offers.wanted.connect(self.propose)
        self.offers.visit_wanted.connect(lambda visit_id: self.visit_wanted.emit(visit_id, ""))
        self.add_sign.clicked.connect(self.set_up_sign)
        self._no_sign.acted.connect(self.set_up_sign)
        self.add_words.clicked.connect(self._add_words)
        self.sign_sheet.changed.connect(self._on_changed)
        self.sign_sheet.removed.connect(self._on_sign_removed)
        self.sheet.closed.connect(self.sign_sheet.flush)

    def watch(self, keeper: SignKeeper) -> None:
        """Know from now on what the signs really show."""
        self._keeper = keeper
        keeper.changed.connect(self._on_signs)
        self.refresh()

    def title(self) -> str:
        return _("Welcome sign")

    def refresh(self) -> None:
        """Read the queue again; the chosen message stays chosen."""
        now = self.clock()
        queues = self.desk.welcome.sign_queues(now)
        self._whole.setCurrentIndex(0 if queues else 1)
        self._show_signs(queues, now)
        self.offers.show_visits(self.desk.welcome.without_message(now), now)
        entries = self.desk.welcome.queue(now, self._is_on_sign)
        self.model.show_entries(entries, now)
        self.table.setColumnHidden(Column.SIGN, len(queues) < 2)  # noqa: PLR2004 - with one sign it says nothing
        self._queue.setCurrentIndex(0 if entries else 1)
        late = sum(entry.state.value in {"late", "missed"} for entry in entries)
        self.queue_card.set_note(
            ngettext("{count} late", "{count} late", late).format(count=late) if late else ""
        )
        self._choose(self._message_id or (entries[0].message.id if entries else 0))

    def _show_signs(self, queues: Sequence[SignQueue], now: datetime) -> None:
        while len(self.signs) < len(queues):
            self.signs.append(self._new_sign_now())
            self._signs_row.insertWidget(len(self.signs) - 1, self.signs[-1], 4)
        here = now.astimezone(ZoneInfo(self.desk.company.settings().zone))
        for place, widget in enumerate(self.signs):
            widget.setVisible(place < len(queues))
            if place < len(queues):
                status = self._keeper.status(queues[place].sign.id) if self._keeper else SignStatus()
                widget.show_sign(queues[place], status, now, here)

    def _new_sign_now(self) -> SignNow:
        made = SignNow(acts=True)
        made.setup_wanted.connect(self._open_sign)
        made.record_wanted.connect(self._open_record)
        orders = self.desk.sign_orders
        made.dark_wanted.connect(lambda sign_id, until: self._order(orders.blank, sign_id, until))
        made.queue_wanted.connect(lambda sign_id: self._order(orders.lift, sign_id))
        return made

    def _order(self, act: Callable[..., object], *about: object) -> None:
        try:
            act(*about, self.clock())
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
        self._on_changed()

    def _open_record(self, sign_id: int) -> None:
        here = self.clock().astimezone(ZoneInfo(self.desk.company.settings().zone))
        self.sign_record.show_sendings(self.desk.sign_books.history(sign_id), here)
        title = _("Sent to “{sign}”").format(sign=self.desk.signs.get(sign_id).name)
        self.sheet.open(title, self.sign_record)

    def _is_on_sign(self, message: WelcomeMessage) -> bool:
        return self._keeper.is_on_sign(message) if self._keeper else was_seen(message)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.now_card.set_title(_("On the signs now"))
        self.queue_card.set_title(_("Queue"))
        self.add_sign.setText(_("Another sign"))
        self.add_words.setText(_("Other words"))
        self.table.setAccessibleName(_("Queue"))
        self._no_words.say(_("Nothing is queued"), hint=_("Words for a visit are proposed with one press."))
        self._no_sign.say(
            _("No sign is set up yet"),
            hint=_(
                "A sign is a part of a monitor: an LED wall that mirrors it, or a television in the lobby."
            ),
            action=_("Set up a sign"),
        )
        self._none_chosen.say(_("Choose words on the left"))
        self.sheet.set_close_words(_("Close"))
        self.editor.retranslate()
        self.sign_sheet.retranslate()
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        self.refresh()

    def flush(self) -> None:
        """Save what is half-written."""
        self.editor.flush()
        self.sign_sheet.flush()

    def visit_at_hand(self) -> int | None:
        """The visit of the chosen message."""
        entry = self._chosen()
        return entry.visit.id if entry and entry.visit else None

    def propose(self, visit_id: int) -> None:
        """Put the proposed words of a visit in the queue and show them."""
        try:
            self._message_id = self.desk.welcome.propose(visit_id, self.clock())
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
            return
        self._on_changed()
        self.editor.facts["text"].setFocus(Qt.FocusReason.OtherFocusReason)

    def set_up_sign(self) -> None:
        """Begin a new sign."""
        self.sign_sheet.begin()
        self.sheet.open(_("New sign"), self.sign_sheet)
        self.sign_sheet.go_to_first()

    def _open_sign(self, sign_id: int) -> None:
        sign = self.desk.signs.get(sign_id)
        self.sign_sheet.open(sign)
        self.sheet.open(sign.name, self.sign_sheet)

    def _add_words(self) -> None:
        try:
            self._message_id = self.desk.welcome.add_neutral(self.clock())
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
            return
        self._on_changed()
        self.editor.facts["text"].edit()

    def _choose(self, message_id: int) -> None:
        row = self.model.row_of(message_id)
        if row is None:
            self._message_id = 0
            self._right.setCurrentIndex(1)
            return
        if self.table.currentIndex().row() != row:
            self.table.selectRow(row)
        self._show_entry(row)

    def _chosen(self) -> Standing | None:
        return self.model.entry(self.table.currentIndex().row())

    def _on_chosen(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            self._show_entry(index.row())

    def _show_entry(self, row: int) -> None:
        entry = self.model.entry(row)
        if entry is None:
            return
        self._message_id = entry.message.id
        self.editor.show_entry(entry)
        self._right.setCurrentIndex(0)

    def _on_changed(self) -> None:
        self.refresh()
        self.changed.emit()

    def _on_sign_removed(self) -> None:
        self.sheet.close_sheet()
        self._on_changed()

    def _on_signs(self) -> None:
        if self.isVisible():
            self.refresh()

    def sizeHint(self) -> QSize:
        """As wide as the frame gives."""
        return QSize(0, 0)

"""The words of welcome of a visit: proposed with one press, then written, checked and told in place."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.welcome_state import Standing
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _
from ui.models.rows import Row, RowsModel
from ui.models.welcome import mark_of
from ui.screens.screen import Clock
from ui.screens.visit.rows import RowsView
from ui.screens.visit.section import Section
from ui.screens.welcome.message_editor import MessageEditor
from ui.theme import SIZE, SPACE
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.scroll import Scroll

PILL_KINDS = {"muted": "plain", "text": "plain"}


class WelcomeSection(Section):
    """One message in the editor; a list beside it where the visit has several."""

    name, word, has_primary = "welcome", N_("Welcome"), True

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self._entries: list[Standing] = []
        self._model = RowsModel(self)
        self.editor, self.list = MessageEditor(desk, clock), RowsView(self._model)
        self.nothing = EmptyState("message", "")
        self._list_card, self._layers = Card(), QStackedLayout(self)
        self._build()
        self.editor.changed.connect(self.changed)
        self.list.opened.connect(self._on_chosen)
        self.nothing.acted.connect(self.propose)
        self.retranslate()

    def _build(self) -> None:
        self._list_card.body.addWidget(self.list)
        self._list_card.body.addStretch(1)
        self._list_card.setFixedWidth(SIZE.sheet * 3 // 4)
        card = Card()
        card.body.addWidget(self.editor)
        card.setMaximumWidth(SIZE.prose + SIZE.rail_wide)
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, SPACE.hair, SPACE.large)
        row.setSpacing(SPACE.large)
        beside = QVBoxLayout()
        beside.addWidget(card)
        beside.addStretch(1)
        row.addWidget(self._list_card)
        row.addLayout(beside, 100)  # as wide as its card may be; what is left stays free
        row.addStretch(1)
        self._layers.setContentsMargins(0, 0, 0, 0)
        self._layers.addWidget(Scroll(page))
        self._layers.addWidget(self.nothing)

    def show_visit(self, visit_id: int) -> None:
        """Read the messages of this visit; the one in the editor stays there."""
        if visit_id != self.visit_id:
            self.flush()
        self.visit_id = visit_id
        self._entries = self.desk.welcome.of_visit(visit_id, self.clock())
        self._model.show_rows([_row(entry) for entry in self._entries])
        self._list_card.setVisible(len(self._entries) > 1)
        self._layers.setCurrentIndex(0 if self._entries else 1)
        if not self._entries:
            self._say_nothing()
            return
        chosen = [entry for entry in self._entries if entry.message.id == self.editor.message_id()]
        self._show(
            (chosen or [entry for entry in self._entries if not entry.message.is_over] or self._entries)[0]
        )

    def _show(self, entry: Standing) -> None:
        self.editor.show_entry(entry)
        self.editor.to_visit.hide()

    def _on_chosen(self, message_id: int) -> None:
        self._show(next(entry for entry in self._entries if entry.message.id == message_id))

    def propose(self) -> None:
        """Put the proposed words in the queue; to be checked."""
        try:
            self.desk.welcome.propose(self.visit_id, self.clock())
        except ReceptionError as refusal:
            self.nothing.say(
                str(refusal), hint=_("Set up a sign on the screen “Welcome sign”."), action=_("Try again")
            )
            self.refused.emit(str(refusal))
            return
        self.changed.emit()

    def _say_nothing(self) -> None:
        words = self.desk.welcome.proposal(self.visit_id)
        proposed = "\n".join(part for part in (words.zh, words.en) if part)
        self.nothing.say(_("No words of welcome yet"), hint=proposed, action=_("Take these words"))

    def go_to(self, field: str) -> None:
        """Go to the words."""
        if self._entries:
            self.editor.text.edit()

    def flush(self) -> None:
        """Save what is half-written."""
        self.editor.flush()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._list_card.set_title(_("Words of welcome"))
        self.list.setAccessibleName(_("Words of welcome"))
        self.editor.retranslate()
        self.editor.to_visit.hide()
        if self.visit_id and not self._entries:
            self._say_nothing()


def _row(entry: Standing) -> Row:
    mark = mark_of(entry)
    return Row(
        key=entry.message.id,
        first=entry.message.words,
        marks=((mark.words, PILL_KINDS.get(mark.tone, mark.tone)),),
        end=entry.sign.name,
    )

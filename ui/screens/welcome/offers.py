"""Visits that come without words of welcome: one press proposes them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reception_desk.domain.visit import Visit
from reception_desk.i18n import _, current_language, ngettext
from ui.moments import day_as_seen
from ui.theme import SIZE, SPACE
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.text import Text

MOST: Final = 3


class Offers(Card):
    """The next visits without a message; no visit hides the card.

    Signals:
        wanted(visit_id): propose words for this visit.
        visit_wanted(visit_id): show the visit.
    """

    wanted = Signal(int)
    visit_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__(" ")
        self._visits: list[Visit] = []
        self._rows: list[QWidget] = []
        self._shown: list[tuple[int, str, str]] = []
        self._more = Text("", "caption")
        self.body.setSpacing(0)
        self.body.addWidget(self._more)

    def show_visits(self, visits: Sequence[Visit], now: datetime) -> None:
        """Show these, the next first."""
        self._visits = list(visits)
        self.set_title(_("Without words of welcome"))
        self.set_note(str(len(visits)) if visits else "")
        rest = len(visits) - MOST
        self._more.setText(
            ngettext("and {count} more", "and {count} more", rest).format(count=rest) if rest > 0 else ""
        )
        self._more.setVisible(rest > 0)
        wanted = [(v.id, _when(v, now), v.heading(current_language())) for v in visits[:MOST]]
        if wanted != self._shown:
            self._shown = wanted
            self._fill(wanted)
        self.setVisible(bool(visits))

    def _fill(self, wanted: Sequence[tuple[int, str, str]]) -> None:
        for row in self._rows:
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(*line) for line in wanted]
        for place, row in enumerate(self._rows):
            self.body.insertWidget(place, row)

    def _row(self, visit_id: int, when: str, name: str) -> QWidget:
        whole = QWidget()
        whole.setMinimumHeight(SIZE.row)
        line = QHBoxLayout(whole)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE.medium)
        visit = Button(name, kind="link")
        visit.clicked.connect(lambda: self.visit_wanted.emit(visit_id))
        propose = Button(_("Propose words"), icon_name="add")
        propose.setAccessibleName(_("Propose words for {visit}").format(visit=name))
        propose.clicked.connect(lambda: self.wanted.emit(visit_id))
        line.addWidget(Text(when, "muted"))
        line.addWidget(visit)
        line.addStretch(1)
        line.addWidget(propose)
        return whole


def _when(visit: Visit, now: datetime) -> str:
    arrival = visit.local(visit.arrival_at)
    if arrival is None:
        return ""
    return f"{day_as_seen(arrival.date(), now.astimezone(arrival.tzinfo).date())} {arrival:%H:%M}"

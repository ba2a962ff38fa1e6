"""The bin: visits that were deleted, each with the way back."""

from __future__ import annotations

from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.i18n import _, current_language
from reception_desk.services.bin import Deleted, days_left
from ui.clock import Clock
from ui.screens.settings.settings_section import SettingsSection
from ui.theme import SPACE, restyle
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.scroll import Scroll
from ui.widgets.text import Text

MOST: int = 100


class BinSection(SettingsSection):
    """What lies in the bin, the latest first."""

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self.buttons: list[Button] = []
        self._hint, self._nothing = Text("", "caption", wrap=True), EmptyState("delete", "")
        self._title, whole = Text("", "lead"), QWidget()
        self._column = QVBoxLayout(whole)
        self._column.setContentsMargins(0, SPACE.large, SPACE.wide, SPACE.large)
        self._column.setSpacing(SPACE.medium)
        for widget in (self._title, self._hint, self._nothing):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        over = QVBoxLayout(self)
        over.setContentsMargins(0, 0, 0, 0)
        over.addWidget(Scroll(whole))
        self._shown: list[QWidget] = []
        self.retranslate()

    def refresh(self) -> None:
        """Read the bin again."""
        for widget in self._shown:
            widget.hide()
            widget.deleteLater()
        self._shown, self.buttons = [], []
        listed = self.desk.bin.listed()[:MOST]
        for place, deleted in enumerate(listed):
            self._shown.append(self._row(deleted))
            self._column.insertWidget(place + 2, self._shown[-1])
        self._nothing.setVisible(not listed)
        self._hint.setVisible(bool(listed))

    def _row(self, deleted: Deleted) -> QWidget:
        visit = deleted.visit
        row = QFrame()
        restyle(row, card="true")
        when = deleted.deleted_at.astimezone(ZoneInfo(visit.zone))
        by = f"{deleted.deleted_by} {when:%m-%d %H:%M}".strip()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(visit.heading(current_language()), "strong", wrap=True))
        words.addWidget(
            Text(" · ".join((visit.number, by, days_left(deleted, self.clock()))), "muted", wrap=True)
        )
        back = Button(_("Restore"), icon_name="restore")
        back.setAccessibleName(_("Restore {number}").format(number=visit.number))
        back.clicked.connect(partial(self.restore, visit.id))
        self.buttons.append(back)
        line = QHBoxLayout(row)
        line.setContentsMargins(SPACE.medium, SPACE.small, SPACE.small, SPACE.small)
        line.addLayout(words, 1)
        line.addWidget(back)
        return row

    def restore(self, visit_id: int) -> None:
        """Take a visit out of the bin."""
        clashes: list[str] = []
        if self.attempt(lambda: clashes.extend(self.desk.bin.restore(visit_id, self.clock()))):
            number = self.desk.visits.get(visit_id).number
            self.refresh()
            self.said.emit(_("Took visit {number} out of the bin").format(number=number))
            if clashes:
                self.refused.emit(" ".join(clashes))

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._title.setText(_("Bin"))
        self._hint.setText(
            _("Deleted visits stay here for 30 days; then they are gone for good, papers included.")
        )
        self._nothing.say(_("The bin is empty"), hint=_("Deleted visits stay here for 30 days."))
        self.refresh()

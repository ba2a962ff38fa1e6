"""The places nearby that guests ask for; each can be copied for a message, in Chinese or in English (A6.8)."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.nearby_words import told
from reception_desk.i18n import _, current_language
from ui.clock import Clock
from ui.screens.settings.house_kinds import PLACES, ListKind
from ui.screens.settings.house_panel import HousePanel
from ui.screens.settings.house_section import HouseSection
from ui.theme import SPACE
from ui.widgets.buttons import Button


class NearbyPanel(HousePanel):
    """A place, and beneath it what a guest is told of it.

    Signals:
        copied(sentence): a text is in the clipboard.
    """

    copied = Signal(str)

    def __init__(self, desk: ReceptionDesk, clock: Clock, listed: ListKind) -> None:
        self._texts = QWidget()
        self.copies = {language: Button("", icon_name="copy") for language in ("zh", "en")}
        super().__init__(desk, clock, listed)

    def _build(self) -> None:
        super()._build()
        row = QHBoxLayout(self._texts)
        row.setContentsMargins(0, SPACE.small, 0, 0)
        row.setSpacing(SPACE.small)
        for language, button in self.copies.items():
            button.clicked.connect(self._copier(language))
            row.addWidget(button)
        row.addStretch(1)
        self.body.addWidget(self._texts)

    def retranslate(self) -> None:
        self.copies["zh"].setText(_("Copy in Chinese"))
        self.copies["en"].setText(_("Copy in English"))
        super().retranslate()

    def go_to_texts(self) -> None:
        """Put the hand at the text in the language of the moment: Enter copies it."""
        self.copies[current_language()].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        super()._show()
        self._texts.setVisible(self.entry is not None)

    def _copier(self, language: str) -> Callable[[], None]:
        def copy() -> None:
            self.flush()
            if self.entry is not None:
                QGuiApplication.clipboard().setText(told(self.entry, language))
                self.copied.emit(_("Copied: {name}").format(name=self.entry.said("name", language)))

        return copy


class NearbySection(HouseSection):
    """The local guide of the desk."""

    listed = PLACES
    panel_kind: ClassVar[type[HousePanel]] = NearbyPanel
    panel: NearbyPanel

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self.panel.copied.connect(self.said)

    def go_to(self, place: str) -> None:
        """A place that was looked for: shown whatever stood in the search field, its text at hand."""
        self.search.clear()
        self.model.search("")
        super().go_to(place)
        if place.isdecimal() and self.panel.entry_id:
            self.panel.go_to_texts()

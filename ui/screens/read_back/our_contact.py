"""Whom of us the client may call, to be copied into a message, and the tick that they were told (A1.4)."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox

from reception_desk.domain.plan import PlannedItem
from reception_desk.i18n import _
from reception_desk.services.read_back import Card as ReadBackCard
from ui.models.read_back import when
from ui.theme import SPACE
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.text import Text


class OurContact(Card):
    """The text in each language with its button, and the tick of the checklist.

    Signals:
        copied(sentence): a text is in the clipboard.
        ticked(done): the tick was set or taken off.
        settings_wanted(): our contact is not known yet.
    """

    copied = Signal(str)
    ticked = Signal(bool)
    settings_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.texts = {language: Text("", "body", wrap=True) for language in ("zh", "en")}
        self.buttons = {language: Button("", icon_name="copy") for language in ("zh", "en")}
        self.lacking = Text("", "muted", wrap=True)
        self.settings = Button("", kind="link")
        self.told, self.by = QCheckBox(), Text("", "muted", wrap=True)
        for language, text in self.texts.items():
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.body.addWidget(text)
            self.body.addWidget(self.buttons[language])
            self.body.addSpacing(SPACE.small)
            self.buttons[language].clicked.connect(self._copier(language))
        for widget in (self.lacking, self.settings, self.told, self.by):
            self.body.addWidget(widget)
        self.settings.clicked.connect(self.settings_wanted)
        self.told.clicked.connect(self.ticked)

    def show_card(self, card: ReadBackCard) -> None:
        """Show the texts, and whether they were told."""
        for language, text in (("zh", card.contact.zh), ("en", card.contact.en)):
            self.texts[language].setText(text)
            self.texts[language].setVisible(bool(text))
            self.buttons[language].setVisible(bool(text))
        self.lacking.setVisible(not card.contact.zh)
        self.settings.setVisible(not card.contact.zh)
        self._show_told(card.told, card.visit.zone)

    def _show_told(self, told: PlannedItem | None, zone: str) -> None:
        self.told.setVisible(told is not None)
        item = told.item if told is not None else None
        is_told = item is not None and told is not None and not told.is_open
        self.told.setChecked(is_told)
        by = ""
        if is_told and item is not None and item.done_at is not None:
            by = f"{item.done_by} · {when(item.done_at.astimezone(ZoneInfo(zone)))}"
        self.by.setText(by)
        self.by.setVisible(bool(by))

    def _copier(self, language: str) -> Callable[[], None]:
        def copy() -> None:
            QGuiApplication.clipboard().setText(self.texts[language].text())
            self.copied.emit(_("Copied: our contact"))

        return copy

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(_("Our contact, for the client"))
        self.buttons["zh"].setText(_("Copy in Chinese"))
        self.buttons["en"].setText(_("Copy in English"))
        self.lacking.setText(_("Nobody of us is named yet whom the client may call."))
        self.settings.setText(_("Name our contact"))
        self.told.setText(_("The client has been told"))

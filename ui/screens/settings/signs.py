"""The welcome signs of the house: a line each, opened in the side sheet."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.sign import Sign
from reception_desk.i18n import _
from reception_desk.settings import Settings
from ui.clock import Clock
from ui.screens.settings.settings_card import SettingsCard
from ui.screens.settings.settings_section import CardSection
from ui.screens.welcome.sign_sheet import SignSheet
from ui.widgets.buttons import Button
from ui.widgets.lines import Line, Lines
from ui.widgets.side_sheet import SideSheet

NEW = 0


class SignsCard(SettingsCard):
    """Signs, set up here.

    Signals:
        sheet_wanted(sign_id): somebody wants to see a sign, or (0) to set one up.
    """

    sheet_wanted = Signal(int)

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self.lines = Lines()
        self._add = Button("", icon_name="add")
        self.lines.chosen.connect(lambda place: self.sheet_wanted.emit(int(place)))
        self._add.clicked.connect(lambda: self.sheet_wanted.emit(NEW))
        row = QHBoxLayout()
        row.addWidget(self._add)
        row.addStretch(1)
        self.body.addWidget(self.lines)
        self.body.addLayout(row)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.set_title(_("Welcome signs"))
        self._add.setText(_("Add a sign"))

    def show_settings(self, settings: Settings) -> None:
        """Show the signs there are."""
        lines = [_line(sign) for sign in self.desk.signs.all()]
        self.lines.show_lines(lines or [Line("info", _("There is no sign yet."))])


class SignSheets(QObject):
    """The side sheet of the settings, with one sign in it."""

    def __init__(self, sheet: SideSheet, card: SignsCard) -> None:
        super().__init__(card)
        self._sheet, self._card, self._sign_id = sheet, card, NEW
        self.content = SignSheet(card.desk, card.clock)
        card.sheet_wanted.connect(self.open)
        self.content.changed.connect(self._on_changed)
        self.content.removed.connect(self._on_removed)
        sheet.closed.connect(self.content.flush)

    def open(self, sign_id: int) -> None:
        """Show a sign, or begin a new one."""
        self._sign_id = sign_id
        if sign_id == NEW:
            self.content.begin()
            self._sheet.open(_("New sign"), self.content)
            self.content.go_to_first()
            return
        sign = self._card.desk.signs.get(sign_id)
        self.content.open(sign)
        self._sheet.open(sign.name, self.content)

    def refresh(self) -> None:
        """Show the sign as it is now; one that is gone takes its sheet with it."""
        if not self._sheet.isVisible() or self._sign_id == NEW:
            return
        sign = next((sign for sign in self._card.desk.signs.all() if sign.id == self._sign_id), None)
        if sign is None:
            self._sheet.close_sheet()
        else:
            self.content.open(sign)
            self._sheet.set_title(sign.name)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._sheet.set_close_words(_("Close"))
        self.refresh()
        self.content.retranslate()

    def _on_changed(self) -> None:
        if self._sign_id == NEW:  # its name was written: now it is one
            self._sign_id = max(sign.id for sign in self._card.desk.signs.all())
        self._card.show_settings(self._card.desk.company.settings())
        self.refresh()
        self._card.changed.emit()

    def _on_removed(self) -> None:
        self._sign_id = NEW
        self._sheet.close_sheet()
        self._card.show_settings(self._card.desk.company.settings())
        self._card.changed.emit()


class SignsSection(CardSection):
    """The signs, and the sheet of the one that is opened; `go_to("3")` opens the sign with that id."""

    card: SignsCard

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(SignsCard(desk, clock))
        self.sheets = SignSheets(SideSheet(self), self.card)
        self.sheets.retranslate()

    def refresh(self) -> None:
        super().refresh()
        self.sheets.refresh()

    def retranslate(self) -> None:
        super().retranslate()
        self.sheets.retranslate()

    def go_to(self, place: str) -> None:
        if place.isdecimal():
            self.card.sheet_wanted.emit(int(place))


def _line(sign: Sign) -> Line:
    words = _("{name}: {width} × {height} pixels").format(
        name=sign.name, width=sign.width, height=sign.height
    )
    state = _("On") if sign.is_on else _("Off")
    return Line("sign", f"{words} · {state}", "done" if sign.is_on else "muted", str(sign.id))

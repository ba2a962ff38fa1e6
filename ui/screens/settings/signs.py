"""The welcome signs of the house: a line each, opened in the side sheet."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.sign import Sign
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from reception_desk.settings import Settings
from ui.clock import Clock
from ui.screens.settings.settings_card import SettingsCard
from ui.screens.settings.sign_sheet import SignSheet
from ui.widgets.buttons import Button
from ui.widgets.lines import Line, Lines
from ui.widgets.side_sheet import SideSheet


class SignsCard(SettingsCard):
    """Signs, set up here.

    Signals:
        sheet_wanted(sign_id): somebody wants to see a sign.
    """

    sheet_wanted = Signal(int)

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self.lines = Lines()
        self._add = Button("", icon_name="add")
        self.lines.chosen.connect(lambda place: self.sheet_wanted.emit(int(place)))
        self._add.clicked.connect(self.add_sign)
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

    def add_sign(self) -> None:
        """Set a sign up, on the last monitor: the first is the desk's own; its sheet opens for the rest."""
        monitor = QGuiApplication.screens()[-1].name()
        try:
            sign_id = self.desk.signs.add(_("Lobby sign"), self.clock(), monitor=monitor)
        except ReceptionError as refusal:
            self.refused.emit(str(refusal))
            return
        self.show_settings(self.desk.company.settings())
        self.changed.emit()
        self.sheet_wanted.emit(sign_id)


class SignSheets:
    """The side sheet of the settings, with one sign in it."""

    def __init__(self, sheet: SideSheet, card: SignsCard) -> None:
        self._sheet, self._card = sheet, card
        self.content = SignSheet(card.desk, card.clock)
        card.sheet_wanted.connect(self.open)
        self.content.changed.connect(self._on_changed)
        self.content.removed.connect(self._on_removed)
        sheet.closed.connect(self.content.form.flush)

    def open(self, sign_id: int) -> None:
        """Show a sign."""
        sign = self._card.desk.signs.get(sign_id)
        self.content.show_sign(sign)
        self._sheet.open(sign.name, self.content)

    def refresh(self) -> None:
        """Show the sign as it is now; one that is gone takes its sheet with it."""
        sign = next((sign for sign in self._card.desk.signs.all() if sign.id == self.content.sign_id), None)
        if sign is not None:
            self.content.show_sign(sign)
            self._sheet.set_title(sign.name)
        elif self._sheet.isVisible():
            self._sheet.close_sheet()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._sheet.set_close_words(_("Close"))
        self.content.retranslate()
        self.refresh()

    def _on_changed(self) -> None:
        self._card.show_settings(self._card.desk.company.settings())
        self.refresh()
        self._card.changed.emit()

    def _on_removed(self) -> None:
        self._sheet.close_sheet()
        self._on_changed()


def _line(sign: Sign) -> Line:
    words = _("{name}: {width} × {height} pixels at {left}, {top}").format(
        name=sign.name, width=sign.width, height=sign.height, left=sign.left, top=sign.top
    )
    state = _("On") if sign.is_on else _("Off")
    return Line("sign", f"{words} · {state}", "done" if sign.is_on else "muted", str(sign.id))

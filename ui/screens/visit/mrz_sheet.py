"""The two lines at the foot of a passport, pasted: what they say, and what is wrong with them (A1.3)."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.choice_words import choice_msgid
from reception_desk.domain.person import Gender
from reception_desk.errors import ReceptionError
from reception_desk.exchange.countries import country_word
from reception_desk.exchange.mrz import MachineReadable
from reception_desk.i18n import _, current_language
from ui.screens.screen import Clock
from ui.theme import SIZE, SPACE
from ui.widgets.buttons import Button
from ui.widgets.text import Text

LINES_HIGH: Final = SIZE.row * 3


class MrzSheet(QWidget):
    """Shows what was read before anything is taken.

    Signals:
        done(sentence): it was taken over.
    """

    done = Signal(str)

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__()
        self._desk, self._clock, self._guest_id = desk, clock, 0
        self._read: MachineReadable | None = None
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(LINES_HIGH)
        self._how = Text("", "muted", wrap=True)
        self.found, self.warning = Text("", wrap=True), Text("", "refusal", wrap=True)
        self.take = Button("", kind="primary", icon_name="check")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.small, SPACE.medium, SPACE.large)
        column.setSpacing(SPACE.medium)
        for widget in (self._how, self.text, self.found, self.warning, self.take):
            column.addWidget(widget)
        column.addStretch(1)
        self.text.textChanged.connect(self._on_text)
        self.take.clicked.connect(self._take)
        self.retranslate()

    def begin(self, guest_id: int) -> None:
        """Begin anew, for this guest."""
        self._guest_id = guest_id
        self.text.clear()
        self._on_text()
        self.text.setFocus()

    def _on_text(self) -> None:
        text, self._read = self.text.toPlainText(), None
        sentence = ""
        if text.strip():
            try:
                self._read = self._desk.invitations.read(text, self._clock())
            except ReceptionError as refusal:
                sentence = str(refusal)
        self._say(sentence)

    def _say(self, refusal: str) -> None:
        read = self._read
        self.found.setText(_told(read) if read else "")
        warnings = [refusal] if refusal else []
        if read and read.wrong:
            sentence = _("Misread: {fields}. The check digit does not agree; compare it with the passport.")
            warnings.append(sentence.format(fields=_(", ").join(_(field) for field in read.wrong)))
        if read and read.is_cut:
            warnings.append(_("The name may be longer than these lines have room for."))
        self.warning.setText("\n".join(warnings))
        self.found.setVisible(read is not None)
        self.warning.setVisible(bool(warnings))
        self.take.setEnabled(read is not None)
        self.take.setText(_("Take over all the same") if read and read.wrong else _("Take over"))
        self.take.set_kind("quiet" if read and read.wrong else "primary")

    def _take(self) -> None:
        if self._read is None:
            return
        try:
            self._desk.invitations.take_mrz(self._guest_id, self._read, self._clock())
        except ReceptionError as refusal:
            self._say(str(refusal))
            return
        self.text.clear()
        self.done.emit(_("The passport is taken over."))

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self._how.setText(
            _(
                "The two lines at the foot of the passport's page, as the client sent them. "
                "They have no accents: compare the name with the line above them."
            )
        )
        self.text.setAccessibleName(_("The two lines of the passport"))
        self.text.setPlaceholderText("P<…")
        self._on_text()


def _told(read: MachineReadable) -> str:
    """What was read, for comparing; it is gone with the sheet."""
    language, plain = current_language(), read.passport
    gender = choice_msgid(read.gender) if read.gender is not Gender.UNKNOWN else ""
    parts = (
        plain.name,
        plain.number,
        plain.birth.isoformat() if plain.birth else "",
        country_word(read.nationality, language) if read.nationality else "",
        _(gender) if gender else "",
    )
    return "\n".join(filter(None, parts))

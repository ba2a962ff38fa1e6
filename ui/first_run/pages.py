"""The first three pages: language, our company, sample data or nothing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from reception_desk.services.first_run import logo_of
from ui.first_run.page import Choices, Page
from ui.theme import SIZE, SPACE, restyle
from ui.widgets.buttons import Button
from ui.widgets.text import Text

LANGUAGES = ("zh", "en")
LOGO = (160, 64)
FIELDS = ("company_name", "company_name_en", "desk_contact", "desk_phone")


class LanguagePage(Page):
    """Chinese or English.

    Signals:
        language_chosen(language): speak it from now on.
    """

    language_chosen = Signal(str)
    icon = "translate"

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.choices = Choices(LANGUAGES)
        self.choices.chosen.connect(lambda value: self.language_chosen.emit(str(value)))
        self.column.addWidget(self.choices)
        self.setFocusProxy(self.choices.buttons[0])

    def title(self) -> str:
        return "语言 · Language"

    def hint(self) -> str:
        return _("The language of this program. Papers and the sign are made in the language of the guests.")

    def retranslate(self) -> None:
        self.choices.set_words([("中文", ""), ("English", "")])
        self.setFocusProxy(self.choices.buttons[LANGUAGES.index(str(self.choices.value()))])


class CompanyPage(Page):
    """Names, logo, whom guests may call: all of it may stay empty."""

    icon = "company"

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.lines = {field: QLineEdit() for field in FIELDS}
        self._labels = {field: Text("", "muted") for field in FIELDS}
        self.logo: bytes | None = None
        self._picture, self._why = QLabel(), Text("", "refusal", wrap=True)
        self._choose, self._remove = Button("", icon_name="upload"), Button("", kind="flat")
        self._choose.clicked.connect(self._choose_logo)
        self._remove.clicked.connect(lambda: self.show_logo(None))
        form = QFormLayout()
        form.setHorizontalSpacing(SPACE.large)
        form.setVerticalSpacing(SPACE.small)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for field, line in self.lines.items():
            self._labels[field].setMinimumHeight(SIZE.control)
            form.addRow(self._labels[field], line)
        self.column.addLayout(form)
        self.column.addWidget(self._logo_row())
        self.column.addWidget(self._why)
        self.setFocusProxy(self.lines["company_name"])
        self._why.hide()
        self.show_logo(None)

    def _logo_row(self) -> QWidget:
        self._picture.setFixedSize(*LOGO)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        restyle(self._picture, card="true", role="muted")
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.medium)
        for widget in (self._picture, self._choose, self._remove):
            row.addWidget(widget)
        row.addStretch(1)
        return whole

    def title(self) -> str:
        return _("Our company")

    def hint(self) -> str:
        return _(
            "This stands on papers and on the sign. You may leave it open and write it later, in the settings."
        )

    def retranslate(self) -> None:
        words = (_("Name in Chinese"), _("Name in English"), _("Contact for guests"), _("Phone of the desk"))
        for field, word in zip(FIELDS, words, strict=True):
            self._labels[field].setText(word)
            self.lines[field].setAccessibleName(word)
        self._choose.setText(_("Choose a logo…"))
        self._remove.setText(_("Remove"))
        self._picture.setAccessibleName(_("Logo"))
        self.show_logo(self.logo)

    def _choose_logo(self) -> None:
        kinds = _("Pictures (*.png *.jpg *.jpeg *.bmp *.gif *.webp)")
        chosen, _kind = QFileDialog.getOpenFileName(self, _("Choose a logo…"), "", kinds)
        if chosen:
            self.take_logo(Path(chosen))

    def take_logo(self, file: Path) -> None:
        """Show a picture as our logo; what is none is said."""
        try:
            self.show_logo(logo_of(file))
        except ReceptionError as refusal:
            self._why.setText(str(refusal))
            self._why.show()

    def show_logo(self, logo: bytes | None) -> None:
        """Show the logo, or that there is none."""
        self.logo = logo
        self._why.hide()
        self._remove.setVisible(logo is not None)
        picture = QPixmap()
        if logo is not None and picture.loadFromData(logo):
            room = self._picture.size() * self.devicePixelRatioF()
            picture = picture.scaled(
                room - room / 8,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            picture.setDevicePixelRatio(self.devicePixelRatioF())
            self._picture.setPixmap(picture)
        else:
            self._picture.clear()
            self._picture.setText(_("No logo yet"))


class SamplePage(Page):
    """Something to look around in, or an empty desk."""

    icon = "visits"

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.choices = Choices((True, False))
        self.column.addWidget(self.choices)
        self.setFocusProxy(self.choices.buttons[0])

    def title(self) -> str:
        return _("How shall it begin?")

    def hint(self) -> str:
        return _("You can begin with your own visits at once, either way.")

    def retranslate(self) -> None:
        self.choices.set_words(
            [
                (
                    _("With sample data"),
                    _(
                        "Three invented visits to look around in; one press in the settings removes them again."
                    ),
                ),
                (_("Empty"), _("Nothing but your own visits.")),
            ]
        )

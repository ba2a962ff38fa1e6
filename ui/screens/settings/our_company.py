"""Our own company: its names, its logo, whom guests may call."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.introduction import HostsFirst
from reception_desk.i18n import _
from reception_desk.settings import Settings
from ui.clock import Clock
from ui.screens.settings.fact_segments import SegmentsFact
from ui.screens.settings.settings_card import SettingsCard
from ui.theme import SPACE, restyle
from ui.widgets.buttons import Button
from ui.widgets.fact import TextFact
from ui.widgets.fact_group import FactGroup

LOGO = (200, 88)
LETTERS = (
    "company_address",
    "company_address_en",
    "inviter_name",
    "inviter_name_latin",
    "inviter_title",
    "inviter_title_latin",
    "letter_place",
    "letter_place_en",
)
"""What our letters of invitation say of us (A1.3)."""


class OurCompany(SettingsCard):
    """Names and logo, as they stand on paper and sign."""

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self.facts = {
            field: TextFact("")
            for field in (
                "company_name",
                "company_name_en",
                "desk_contact",
                "desk_phone",
                "admin_name",
                "admin_phone",
                "coordinator",
            )
        }
        self.facts |= {field: TextFact("") for field in LETTERS}
        self.hosts_first = SegmentsFact("", [(rule.value, "") for rule in HostsFirst])
        self.hosts_first.changed.connect(partial(self.store, self.hosts_first, "hosts_first"))
        self._group, self._letters = FactGroup(), FactGroup(" ")
        self.logo = QLabel()
        self.logo.setFixedSize(*LOGO)
        self.logo.setAlignment(Qt.AlignmentFlag.AlignCenter)
        restyle(self.logo, card="true", role="muted")
        self._choose, self._remove = Button("", icon_name="upload"), Button("", kind="flat")
        self._choose.clicked.connect(self._choose_logo)
        self._remove.clicked.connect(lambda: self.attempt(self._take_logo_off))
        for field, fact in self.facts.items():
            fact.changed.connect(partial(self.store, fact, field))
            (self._letters if field in LETTERS else self._group).add(fact)
        self._group.add(self.hosts_first)
        self._build()
        self.retranslate()

    def _build(self) -> None:
        buttons = QVBoxLayout()
        buttons.setSpacing(SPACE.hair)
        buttons.addWidget(self._choose)
        buttons.addWidget(self._remove)
        buttons.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(SPACE.medium)
        row.addWidget(self.logo)
        row.addLayout(buttons)
        row.addStretch(1)
        self.body.addWidget(self._group)
        self.body.addSpacing(SPACE.small)
        self.body.addLayout(row)
        self.body.addSpacing(SPACE.small)
        self.body.addWidget(self._letters)

    def retranslate(self) -> None:
        self.set_title(_("Our company"))
        said = {
            "company_name": (_("Name in Chinese"), _("Add our name")),
            "company_name_en": (_("Name in English"), _("Add our English name")),
            "desk_contact": (_("Contact for guests"), _("Add a name")),
            "desk_phone": (_("Phone of the desk"), _("Add a number")),
            "admin_name": (_("Admin supervisor"), _("Add a name")),
            "admin_phone": (_("Supervisor's phone"), _("Add a number")),
            "coordinator": (_("Coordinates receptions"), _("Who is at the desk, or write a name")),
            "company_address": (_("Our address"), _("Add our address")),
            "company_address_en": (_("Our address in English"), _("Add our address in English")),
            "inviter_name": (_("Who signs"), _("Add a name")),
            "inviter_name_latin": (_("In Latin letters"), _("Add the name in Latin letters")),
            "inviter_title": (_("Title"), _("Add the title")),
            "inviter_title_latin": (_("English title"), _("Add the English title")),
            "letter_place": (_("Place of issue"), _("Add our city")),
            "letter_place_en": (_("Place in English"), _("Add our city in English")),
        }
        self._letters.set_title(_("On letters of invitation"))
        for field, (label, prompt) in said.items():
            self.facts[field].set_label(label)
            self.facts[field].set_prompt(prompt)
        self.hosts_first.set_label(_("Our side is introduced first"))
        self.hosts_first.set_words([_("Always"), _("To guests from abroad")])
        self._group.line_up()
        self._letters.line_up()
        self._choose.setText(_("Choose a logo…"))
        self._remove.setText(_("Remove"))
        self.logo.setAccessibleName(_("Logo"))
        if self.logo.pixmap().isNull():
            self.logo.setText(_("No logo yet"))

    def show_settings(self, settings: Settings) -> None:
        for field, fact in self.facts.items():
            fact.set_value(getattr(settings, field))
        self.hosts_first.set_value(settings.hosts_first)
        picture = QPixmap()
        if settings.logo is not None and picture.loadFromData(settings.logo):
            ratio = self.devicePixelRatioF()
            small = picture.scaled(
                int((LOGO[0] - SPACE.large) * ratio),
                int((LOGO[1] - SPACE.large) * ratio),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            small.setDevicePixelRatio(ratio)
            self.logo.setPixmap(small)
        else:
            self.logo.setText(_("No logo yet"))
        self._remove.setVisible(settings.logo is not None)

    def _choose_logo(self) -> None:
        title, kinds = _("Choose a logo"), _("Pictures (*.png *.jpg *.jpeg *.bmp *.gif *.webp)")
        chosen, _kind = QFileDialog.getOpenFileName(self, title, "", kinds)
        if chosen:
            self.take_logo(Path(chosen))

    def take_logo(self, file: Path) -> None:
        """Take a picture file as the logo."""
        self.attempt(lambda: self.desk.company.take_logo(file, self.clock()))

    def _take_logo_off(self) -> None:
        self.desk.company.change(self.clock(), logo_png="")

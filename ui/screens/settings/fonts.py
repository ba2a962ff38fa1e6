"""The fonts of screen and paper, seen with the characters that are rare; and how large the screen is."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from reception_desk.desk import ReceptionDesk
from reception_desk.i18n import N_, _
from reception_desk.settings import Settings
from ui.clock import Clock
from ui.last_look import SCALES, remember_scale, scale_of
from ui.main_window import SMALLEST
from ui.screens.settings.fact_segments import SegmentsFact
from ui.screens.settings.settings_card import SettingsCard
from ui.theme import SPACE, load_fonts
from ui.widgets.text import Text

PERCENT: Final = 100
RARE: Final = "𠮷 㛃 镕 喆 · Łukasz Dvořák"


@dataclass(frozen=True)
class BundledFont:
    """A font that comes with the program: what it is for, under which licence."""

    family: str
    words: str
    licence: str
    sample: str


BUNDLED: Final = (
    BundledFont("Noto Sans SC", N_("Chinese on screen and paper"), "SIL Open Font License 1.1", "接待 镕 喆 Aa 123"),
    BundledFont("Reception Western Names", N_("Names from the West"), "SIL Open Font License 1.1", "Łukasz Dvořák"),
    BundledFont("Reception Rare Names", N_("Rare names of identity cards"), "Arphic Public License", "㛃"),
    BundledFont("Reception Rare Han", N_("Further rare characters"), "Hanazono Font License", "𠮷"),
)  # fmt: skip


class Fonts(SettingsCard):
    """Shows which fonts are used; the size of the screen's type is this desk's to choose.

    Paper has the bundled fonts alone: it looks the same on every computer, and every name can be printed.
    """

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(desk, clock)
        self._screen_word, self._paper_word = Text("", "strong"), Text("", "strong")
        self.on_screen, self._paper = Text("", "muted", wrap=True), Text("", "muted", wrap=True)
        self.sample = Text(RARE, "lead")
        self._uses = [Text("", "caption") for _font in BUNDLED]
        self.scale = SegmentsFact("", [(scale, f"{scale} %") for scale in SCALES])
        self._next_start = Text("", "muted", wrap=True)
        self.scale.changed.connect(self._keep_scale)
        self._build()
        self.retranslate()

    def _build(self) -> None:
        for widget in (self._screen_word, self.on_screen, self.sample):
            self.body.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(self.scale)
        self.body.addLayout(row)
        self.body.addWidget(self._next_start)
        self.body.addSpacing(SPACE.medium)
        self.body.addWidget(self._paper_word)
        self.body.addWidget(self._paper)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.large)
        for line, (bundled, use) in enumerate(zip(BUNDLED, self._uses, strict=True)):
            sample = Text(bundled.sample, "lead")
            font = QFont(sample.font())
            font.setFamilies([bundled.family])
            sample.setFont(font)
            grid.addWidget(Text(bundled.family, "strong"), 2 * line, 0)
            grid.addWidget(use, 2 * line + 1, 0)
            grid.addWidget(sample, 2 * line, 1, 2, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)

    def retranslate(self) -> None:
        self.set_title(_("Fonts"))
        self._screen_word.setText(_("Screen"))
        self._paper_word.setText(_("Paper"))
        first, *rest = load_fonts() or (
            QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family(),
        )
        words = _("{font}; what it lacks is taken from {others}.") if rest else "{font}"
        self.on_screen.setText(words.format(font=first, others=_(", ").join(rest)))
        self._paper.setText(
            _(
                "Paper has the fonts that come with the program, and no others: it looks the same on every computer, "
                "and a rare name is never an empty box. Another Chinese face cannot be chosen."
            )
        )
        for bundled, use in zip(BUNDLED, self._uses, strict=True):
            use.setText(_("{use} · {licence}").format(use=_(bundled.words), licence=bundled.licence))
        self.scale.set_label(_("Size of the screen"))
        self._next_start.setText(_("The size holds from the next start of the program."))

    def show_settings(self, settings: Settings) -> None:
        now = scale_of(self.desk.folder)
        self.scale.set_value(now)
        self.scale.set_offered([scale for scale in SCALES if scale == now or self._has_room(scale)])
        self._next_start.setVisible(False)

    def _has_room(self, scale: int) -> bool:
        """Whether the smallest window fits on the screen at that size."""
        large = float(os.environ.get("QT_SCALE_FACTOR", "1")) * PERCENT
        room = self.screen().availableSize() * (large / scale)
        return room.width() >= SMALLEST[0] and room.height() >= SMALLEST[1]

    def _keep_scale(self, scale: object) -> None:
        remember_scale(self.desk.folder, int(str(scale)))
        self.scale.set_value(scale)
        self._next_start.setVisible(True)

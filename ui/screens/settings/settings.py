"""Settings: the sections in a list at the left, one of them at a time at the right."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.i18n import _
from ui.clock import Clock
from ui.icons import icon
from ui.screens.screen import Screen
from ui.screens.settings.sections import SECTIONS, SectionPlace
from ui.screens.settings.settings_card import SettingsCard
from ui.screens.settings.settings_section import CardSection, SettingsSection
from ui.theme import SIZE, SPACE, restyle

ROW_HEIGHT: Final = SIZE.target - 3 * SPACE.hair // 2
NARROWEST: Final = SIZE.rail_wide
AROUND_WORDS: Final = SIZE.icon + 2 * SPACE.wide  # icon, and the room that the style sheet leaves
PASSED_ON: Final = ("language_chosen", "theme_chosen", "backup_wanted", "restore_wanted", "said")


class SettingsScreen(Screen):
    """One section at a time, made when it is first wanted; `open_place("cars")` opens one.

    Signals:
        language_chosen(language), theme_chosen(theme): the frame puts it on.
        backup_wanted(): make a backup now.
        restore_wanted(file): go back to a backup.
    """

    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    backup_wanted = Signal()
    restore_wanted = Signal(object)

    name = "settings"

    def __init__(
        self, desk: ReceptionDesk, clock: Clock, places: tuple[SectionPlace, ...] = SECTIONS
    ) -> None:
        super().__init__(desk, clock)
        self.places = {place.name: place for place in places}
        self._made: dict[str, SettingsSection] = {}
        self.list, self._stack = _SectionList(), QStackedWidget()
        for place in places:
            item = QListWidgetItem(icon(place.icon, "muted"), "")
            item.setSizeHint(QSize(0, ROW_HEIGHT))  # all of them at 1366×768
            self.list.addItem(item)
        self._stack.addWidget(QWidget())
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.medium, 0, 0, 0)
        row.setSpacing(SPACE.wide)
        row.addWidget(self.list)
        row.addWidget(self._stack, 1)
        self.setFocusProxy(self.list)
        self.retranslate()
        self.list.setCurrentRow(0)
        self.list.currentRowChanged.connect(self._on_chosen)

    def current(self) -> str:
        """The name of the section that is shown."""
        return list(self.places)[max(self.list.currentRow(), 0)]

    def section(self, name: str = "") -> SettingsSection:
        """A section, the one that is shown where none is named; made when it is first wanted."""
        name = name or self.current()
        if name not in self._made:
            self._made[name] = self._make(self.places[name])
        return self._made[name]

    def card(self, name: str) -> SettingsCard:
        """The card of a section that is one."""
        section = self.section(name)
        assert isinstance(section, CardSection)
        return section.card

    def _make(self, place: SectionPlace) -> SettingsSection:
        made = place.load()(self.desk, self.clock)
        section = CardSection(made) if isinstance(made, SettingsCard) else made
        section.changed.connect(self.changed)
        section.refused.connect(self.refused)
        for signal in PASSED_ON:
            told = getattr(made, signal, None)
            if isinstance(told, SignalInstance):
                told.connect(getattr(self, signal))
        self._stack.addWidget(section)
        return section

    def open_place(self, place: str) -> None:
        """Show a section, perhaps (after a slash) something in it."""
        name, _slash, inside = place.partition("/")
        if name in self.places:
            self.list.setCurrentRow(list(self.places).index(name))
            if inside:
                self.section(name).go_to(inside)

    def place(self) -> str:
        return f"{self.name}/{self.current()}"

    def title(self) -> str:
        return _("Settings")

    def refresh(self) -> None:
        section = self.section()
        self._stack.setCurrentWidget(section)
        section.refresh()

    def retranslate(self) -> None:
        self.list.setAccessibleName(_("Sections of the settings"))
        for row, place in enumerate(self.places.values()):
            item = self.list.item(row)
            item.setText(_(place.words))
            item.setToolTip(_(place.words))
        self.list.fit()
        for section in self._made.values():
            section.retranslate()

    def flush(self) -> None:
        for section in self._made.values():
            section.flush()

    def _on_chosen(self, _row: int) -> None:
        self.flush()
        self.refresh()


class _SectionList(QListWidget):
    """The sections one below the other: arrows choose, a letter jumps, Enter and Right go into the section."""

    def __init__(self) -> None:
        super().__init__()
        restyle(self, plain="true")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIconSize(QSize(SIZE.icon, SIZE.icon))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContentsMargins(0, SPACE.medium, 0, SPACE.medium)
        self.setViewportMargins(0, SPACE.medium, 0, SPACE.medium)

    def fit(self) -> None:
        """As wide as its longest word."""
        self.ensurePolished()
        words = (self.item(row).text() for row in range(self.count()))
        widest = max(map(self.fontMetrics().horizontalAdvance, words), default=0)
        self.setFixedWidth(max(widest + AROUND_WORDS, NARROWEST))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self.focusNextPrevChild(True)
            return
        super().keyPressEvent(event)

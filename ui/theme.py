"""How the program looks: the only place with colours and pixels, and the switch between light and dark.

`theme()` gives the colours of the moment, `SPACE`, `SIZE` and `TYPE` the measures; `apply_theme` puts a theme on, at
start and at run time alike. The style sheets in resources/theme are generated from these values by
tools/build_theme.py; whoever changes a value here runs that tool.
"""

from __future__ import annotations

import logging
import sys
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QDir, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from reception_desk.resources import resource

log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Theme:
    """The colours of one theme; every pair that meets on the screen is checked for contrast by a test."""

    name: str
    dark: bool
    ground: str
    surface: str
    raised: str
    line: str
    border: str
    text: str
    muted: str
    disabled: str
    disabled_ground: str
    hover: str
    pressed: str
    handle: str
    trough: str
    thumb: str
    primary: str
    on_primary: str
    primary_soft: str
    primary_hover: str
    primary_pressed: str
    done: str
    done_soft: str
    soon: str
    soon_soft: str
    late: str
    late_soft: str

    def colour(self, role: str) -> QColor:
        """One of the colours by its name, as Qt wants it."""
        return QColor(getattr(self, role))


LIGHT = Theme(
    name="light",
    dark=False,
    ground="#f5f7fa",
    surface="#ffffff",
    raised="#ffffff",
    line="#dde3ea",
    border="#7c8896",
    text="#1f2933",
    muted="#52606d",
    disabled="#5f6b77",
    disabled_ground="#eef1f5",
    hover="#f0f3f7",
    pressed="#e4e9f0",
    handle="#b4bec9",
    trough="#e4e9f0",
    thumb="#ffffff",
    primary="#1565c0",
    on_primary="#ffffff",
    primary_soft="#e8f1fc",
    primary_hover="#0f56a8",
    primary_pressed="#0c4788",
    done="#1b7f4b",
    done_soft="#e9f6ef",
    soon="#a15c00",
    soon_soft="#fdf3e3",
    late="#c62828",
    late_soft="#fdecea",
)

DARK = Theme(
    name="dark",
    dark=True,
    ground="#1b1f24",
    surface="#242a31",
    raised="#2c333b",
    line="#39424d",
    border="#7b8692",
    text="#e8eaed",
    muted="#aeb8c2",
    disabled="#9aa5b1",
    disabled_ground="#2a3037",
    hover="#2d343c",
    pressed="#363f49",
    handle="#566270",
    trough="#1b1f24",
    thumb="#3b4550",
    primary="#90caf9",
    on_primary="#0b1b2b",
    primary_soft="#1f3347",
    primary_hover="#a9d6fb",
    primary_pressed="#7bb8ec",
    done="#7bd3a1",
    done_soft="#1d3a2b",
    soon="#f2b866",
    soon_soft="#3b2f1a",
    late="#ff9a92",
    late_soft="#452628",
)

THEMES = {theme.name: theme for theme in (LIGHT, DARK)}


@dataclass(frozen=True)
class Space:
    """Distances, in logical pixels."""

    hair: int = 4
    small: int = 8
    medium: int = 12
    large: int = 16
    wide: int = 24
    huge: int = 32


@dataclass(frozen=True)
class Size:
    """Measures of controls, in logical pixels."""

    control: int = 34
    row: int = 38
    target: int = 32
    icon: int = 20
    radius: int = 6
    card_radius: int = 10
    ring: int = 2
    rail_wide: int = 168
    rail_narrow: int = 56
    rail_words_from: int = 1440
    bottom_line: int = 34
    sheet: int = 440
    fact_label: int = 104
    prose: int = 560
    lane: int = 44
    lane_label: int = 132
    large_target: int = 48
    spoken_list: int = 340
    beside: int = 300


@dataclass(frozen=True)
class Type:
    """Sizes of letters, in logical pixels."""

    caption: int = 12
    body: int = 14
    lead: int = 16
    title: int = 20
    clock: int = 32
    spoken_long: int = 36
    spoken: int = 56
    spoken_huge: int = 84
    strong: int = 600


SPACE, SIZE, TYPE = Space(), Size(), Type()
MOTION_MS = 120
SILENCE_MS = 800

# The system's own face first where it is a good Chinese one; the bundled faces follow and end with the rare characters.
FAMILIES = (
    "Microsoft YaHei UI",
    "Noto Sans SC",
    "Reception Western Names",
    "Reception Rare Names",
    "Reception Rare Han",
)
FONT_FILES = (
    "NotoSansSC-Regular.ttf",
    "NotoSansSC-Bold.ttf",
    "WesternNames-Regular.ttf",
    "WesternNames-Bold.ttf",
    "RareNames.ttf",
    "RareHan.ttf",
)


class _Look(QObject):
    """Which theme is on, and whether it follows the system."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.theme = LIGHT
        self.choice = "light"
        self.watching = False


@cache
def look() -> _Look:
    """The one look of the program; its signal `changed` tells those who keep colours."""
    return _Look()


def theme() -> Theme:
    """The colours of the moment."""
    return look().theme


def apply_theme(app: QApplication, choice: str) -> None:
    """Put on `light`, `dark` or `system`; never fails: without its files the program starts in plain Fusion."""
    state = look()
    state.choice = choice if choice in THEMES else "system"
    _follow_system(app)
    hints = app.styleHints()
    if state.choice == "system":
        hints.unsetColorScheme()
        state.theme = DARK if hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT
    else:
        state.theme = THEMES[choice]
        hints.setColorScheme(Qt.ColorScheme.Dark if state.theme.dark else Qt.ColorScheme.Light)
    _dress(app, state.theme)
    state.changed.emit()


def _dress(app: QApplication, chosen: Theme) -> None:
    if not app.styleSheet():
        app.setStyle("Fusion")
        app.setFont(body_font())
        # windows that are open already hear of the font now: under a style sheet their children never would
        app.sendPostedEvents(None, QEvent.Type.ApplicationFontChange)
    app.setPalette(palette(chosen))
    QDir.setSearchPaths("theme", [str(resource("theme"))])
    sheet = style_sheet(chosen.name)
    if app.styleSheet() != sheet:
        app.setStyleSheet(sheet)


def style_sheet(name: str) -> str:
    """The generated style sheet of a theme, or nothing where it is missing."""
    try:
        return resource("theme", f"{name}.qss").read_text(encoding="utf-8")
    except OSError as trouble:
        log.warning("theme %s is not usable, going on in plain Fusion: %s", name, trouble.strerror)
        return ""


def _follow_system(app: QApplication) -> None:
    if look().watching:
        return
    look().watching = True
    app.styleHints().colorSchemeChanged.connect(_system_changed)


def _system_changed() -> None:
    app = QApplication.instance()
    if isinstance(app, QApplication) and look().choice == "system":
        apply_theme(app, "system")


@cache
def load_fonts() -> tuple[str, ...]:
    """Make the bundled fonts known to Qt, once; gives the families that are really there, best first."""
    for name in FONT_FILES:
        if QFontDatabase.addApplicationFont(str(resource("fonts", name))) < 0:
            log.warning("font %s is not usable", name)
    return tuple(family for family in FAMILIES if QFontDatabase.hasFamily(family))


def body_font() -> QFont:
    """The face that everything is written in."""
    font = QFont(QApplication.font())
    font.setFamilies(list(load_fonts()) or [font.family()])
    font.setPixelSize(TYPE.body)
    font.setWeight(QFont.Weight.Normal)
    if sys.platform != "win32":
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def face(size: int = TYPE.body, *, strong: bool = False, tabular: bool = False) -> QFont:
    """A font for painting: a size of `TYPE`, 400 or 600, figures of one width for times."""
    font = body_font()
    font.setPixelSize(size)
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return with_even_figures(font) if tabular else font


def fixed_face() -> QFont:
    """The face for text that is written in columns, with ours behind it for Chinese."""
    font = body_font()
    fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setFamilies([fixed.family(), *font.families()])
    return font


def paper_face(points: int) -> QFont:
    """A font for what Qt itself prints, in points."""
    font = QFont()
    font.setFamilies(list(load_fonts()))
    font.setPointSize(points)
    return font


def with_even_figures(font: QFont) -> QFont:
    """The same font with figures of one width, so that a clock does not tremble."""
    even = QFont(font)
    even.setFeature(QFont.Tag("tnum"), 1)
    return even


def palette(chosen: Theme) -> QPalette:
    """Qt's own palette in our colours; what no style sheet reaches is drawn from it."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    made = QPalette()
    colours = {
        role.Window: chosen.ground,
        role.WindowText: chosen.text,
        role.Base: chosen.surface,
        role.AlternateBase: chosen.hover,
        role.Text: chosen.text,
        role.PlaceholderText: chosen.muted,
        role.Button: chosen.surface,
        role.ButtonText: chosen.text,
        role.BrightText: chosen.late,
        role.Highlight: chosen.primary,
        role.HighlightedText: chosen.on_primary,
        role.Link: chosen.primary,
        role.LinkVisited: chosen.primary,
        role.ToolTipBase: chosen.text,
        role.ToolTipText: chosen.surface,
        role.Light: chosen.raised,
        role.Midlight: chosen.line,
        role.Mid: chosen.border,
        role.Dark: chosen.border,
        role.Shadow: chosen.line,
        role.Accent: chosen.primary,
    }
    for which, colour in colours.items():
        made.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText, role.PlaceholderText):
        made.setColor(group.Disabled, which, QColor(chosen.disabled))
    return made


def restyle(widget: QWidget, **properties: object) -> None:
    """Set style properties (`kind`, `pill`, `role`, …) and let the style sheet look at the widget again."""
    if all(widget.property(name) == value for name, value in properties.items()):
        return
    for name, value in properties.items():
        widget.setProperty(name, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    QApplication.sendEvent(
        widget, QEvent(QEvent.Type.StyleChange)
    )  # labels keep the size of their old look else
    widget.updateGeometry()
    widget.update()


def motion_ms() -> int:
    """How long a movement may take: nothing at all where the system asks for less motion."""
    return MOTION_MS if QApplication.isEffectEnabled(Qt.UIEffect.UI_AnimateMenu) else 0

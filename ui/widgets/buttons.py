"""Buttons: one filled `primary` per screen, quiet ones otherwise, `danger`, `flat` and `link`; and the icon button."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton, QWidget

from ui.icons import icon
from ui.theme import SIZE, restyle, theme

INK = {"primary": "on_primary", "danger": "late", "link": "primary"}


class Button(QPushButton):
    """A button with words; `kind` is `primary`, `quiet`, `danger`, `flat` or `link`; an icon may stand before them."""

    def __init__(
        self, text: str, *, kind: str = "quiet", icon_name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setText(text)
        self._icon_name = icon_name
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.set_kind(kind)

    def setText(self, text: str) -> None:
        """Say something else; an ampersand is one, as in “Brückner & Söhne”, and no mark for a key."""
        super().setText(text.replace("&", "&&"))

    def text(self) -> str:
        """What it says."""
        return super().text().replace("&&", "&")

    def set_kind(self, kind: str) -> None:
        """Change what the button is."""
        restyle(self, kind=kind)
        if self._icon_name:
            self.setIcon(icon(self._icon_name, INK.get(kind, "text")))
            self.setIconSize(QSize(SIZE.icon + 2, SIZE.icon - 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ring inside the filled button: outside it would be the button's own colour."""
        super().paintEvent(event)
        if self.hasFocus() and self.property("kind") == "primary":
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme().colour("on_primary"), SIZE.ring))
            inset = SIZE.ring + 2
            painter.drawRoundedRect(
                self.rect().adjusted(inset, inset, -inset, -inset), SIZE.radius - 3, SIZE.radius - 3
            )
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it too, not only Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)


class IconButton(QToolButton):
    """A button with a picture alone; its words are its tooltip and its name for those who hear the screen."""

    def __init__(
        self, icon_name: str, words: str, *, colour: str = "muted", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setIcon(icon(icon_name, colour))
        self.setIconSize(QSize(SIZE.icon, SIZE.icon))
        self.setFixedSize(SIZE.control, SIZE.control)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_words(words)

    def set_words(self, words: str) -> None:
        """What the button does, in the reader's language."""
        self.setToolTip(words)
        self.setAccessibleName(words)

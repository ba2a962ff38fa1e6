"""What the signs must show now, in their own pixels, by the signs' own renderer."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reception_desk.desk import ReceptionDesk
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from reception_desk.signs.reconciler import SignQueue
from reception_desk.signs.renderer import render
from reception_desk.signs.resolve import Desired, Showing, resolve
from ui.clock import Clock
from ui.sign_window import as_qimage
from ui.theme import SPACE
from ui.widgets.card import Card
from ui.widgets.text import Text

MOST_SIGNS = 2
HIGHEST = 72
BLACK = Qt.GlobalColor.black


class SignNow(Card):
    """A picture for each of the first signs; no sign hides the card."""

    def __init__(self, desk: ReceptionDesk, clock: Clock) -> None:
        super().__init__(" ")
        self._desk, self._clock = desk, clock
        self.pictures = [SignPicture() for _number in range(MOST_SIGNS)]
        self._captions = [Text("", "caption") for _number in range(MOST_SIGNS)]
        for picture, caption in zip(self.pictures, self._captions, strict=True):
            self.body.addWidget(picture)
            self.body.addWidget(caption)

    def refresh(self) -> None:
        """Ask anew what must be shown."""
        now = self._clock()
        queues = self._desk.welcome.sign_queues(now)
        self.setVisible(bool(queues))
        self.set_title(_("Welcome sign now"))
        for number, (picture, caption) in enumerate(zip(self.pictures, self._captions, strict=True)):
            there = number < len(queues)
            picture.setVisible(there)
            caption.setVisible(there)
            if there:
                self._show(queues[number], now, picture, caption)

    @staticmethod
    def _show(queue: SignQueue, now: datetime, picture: SignPicture, caption: Text) -> None:
        desired = resolve(now, queue.messages, queue.sign)
        words = f"{queue.sign.name} · {_words(desired, is_on=queue.sign.is_on)}"
        try:
            picture.show_image(as_qimage(render(desired, queue.sign).picture_at(0)))
        except ReceptionError as refusal:  # a character that no font has
            words = f"{queue.sign.name} · {refusal}"
        caption.setText(words)
        picture.setAccessibleName(words)


def _words(desired: Desired, *, is_on: bool) -> str:
    if not is_on:
        return _("Off")
    return {
        Showing.WELCOME: _("words of welcome"),
        Showing.IDLE: _("words when nobody comes"),
        Showing.BLANK: _("dark"),
    }[desired.showing]


class SignPicture(QWidget):
    """The lamps of a sign, enlarged without smoothing, on black."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_image(self, image: QImage) -> None:
        """Show another picture."""
        if image != self._image:
            self._image = image
            self.updateGeometry()
            self.update()

    def image(self) -> QImage:
        """What is shown, a pixel a lamp."""
        return self._image

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._fitting(width).height() + 2 * SPACE.small

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(320))

    def _fitting(self, width: int) -> QSize:
        room = QSize(max(width - 2 * SPACE.small, 1), HIGHEST)
        return self._image.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), BLACK)
        size = self._fitting(self.width())
        area = QRect((self.width() - size.width()) // 2, (self.height() - size.height()) // 2, 0, 0)
        area.setSize(size)
        painter.drawImage(area, self._image)
        painter.end()

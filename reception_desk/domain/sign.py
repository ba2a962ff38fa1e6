"""A sign in the lobby: where its pixels are, what it can show, what it shows when nobody comes."""

from __future__ import annotations

import re
from datetime import datetime
from enum import StrEnum
from typing import Final

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from reception_desk.domain.entity import NO_REUSE, Entity, choice_of
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _

WIDTHS: Final = range(8, 8193)
HEIGHTS: Final = range(8, 4097)
SPEEDS: Final = range(10, 401)
PORTS: Final = range(1024, 65536)
RED, AMBER, GREEN, WHITE, BLUE = (
    "#ff4030",
    "#ffb000",
    "#30e060",
    "#ffffff",
    "#40c0ff",
)  # lamps as they are made


class SignKind(StrEnum):
    """How a sign is driven; DRIVERS in `reception_desk.signs` has one driver for each."""

    SCREEN = "screen"
    WEB = "web"
    HAND_OVER = "hand_over"

    @property
    def starts_on(self) -> bool:
        """Whether a new sign of this kind is on at once: what others on the network can see is not."""
        return self is not SignKind.WEB


class Colours(StrEnum):
    """What a sign's lamps can do."""

    MONO = "mono"
    DUAL = "dual"
    FULL = "full"


class Charset(StrEnum):
    """Which characters the sign has; `any` where pictures are sent."""

    GB2312 = "gb2312"
    GBK = "gbk"
    GB18030 = "gb18030"
    ANY = "any"

    def lacks(self, text: str) -> list[str]:
        """The characters of a text that it does not have, each once, in their order."""
        return [character for character in dict.fromkeys(text) if not self._has(character)]

    def _has(self, character: str) -> bool:
        if self is Charset.ANY or character == "\n":
            return True
        try:
            character.encode(self.value)
        except UnicodeEncodeError:
            return False
        return True


class Sign(Entity, kw_only=True, eq=False):
    """A sign: a rectangle of physical pixels on a monitor (`left`, `top` from that monitor's corner).

    `address` is where another kind of sign is reached: the page's own address (and `port`), IT's folder.
    `merges`: equal messages of several delegations stand on one line instead of taking turns; `at_exit`: what
    stays on a page or in a folder when the program ends, `leave` (nothing) or `idle`; a window of ours goes.
    `tested_at`: when somebody saw its test pattern.
    """

    __tablename__ = "sign"
    __table_args__ = (
        CheckConstraint("width BETWEEN 8 AND 8192 AND height BETWEEN 8 AND 4096", name="size"),
        NO_REUSE,
    )

    name: Mapped[str]
    kind: Mapped[SignKind] = mapped_column(choice_of(SignKind, "kind"), default=SignKind.SCREEN)
    monitor: Mapped[str] = mapped_column(default="")
    left: Mapped[int] = mapped_column(default=0)
    top: Mapped[int] = mapped_column(default=0)
    address: Mapped[str] = mapped_column(default="")
    port: Mapped[int] = mapped_column(default=8420)
    width: Mapped[int] = mapped_column(default=192)
    height: Mapped[int] = mapped_column(default=32)
    colours: Mapped[Colours] = mapped_column(choice_of(Colours, "colours"), default=Colours.FULL)
    charset: Mapped[Charset] = mapped_column(choice_of(Charset, "charset"), default=Charset.ANY)
    text_colour: Mapped[str] = mapped_column(default=RED)
    scroll_speed: Mapped[int] = mapped_column(default=60)
    idle_text: Mapped[str] = mapped_column(default="")
    is_on: Mapped[bool] = mapped_column(default=True)
    merges: Mapped[bool] = mapped_column(default=False)
    at_exit: Mapped[str] = mapped_column(default="leave")
    tested_at: Mapped[datetime | None] = mapped_column(default=None)
    tested_by: Mapped[str] = mapped_column(default="")

    def check(self) -> None:
        """Refuse a sign without a name, without room for a character, or of a colour that is none."""
        if not self.name.strip():
            raise ReceptionError(_("Give the sign a name, such as “Lobby”."))
        if self.width not in WIDTHS or self.height not in HEIGHTS:
            raise ReceptionError(_("A sign is 8 to 8192 pixels wide and 8 to 4096 high."))
        if self.left < 0 or self.top < 0:
            raise ReceptionError(_("The sign would begin outside its monitor."))
        if not re.fullmatch("#[0-9a-fA-F]{6}", self.text_colour):
            raise ReceptionError(
                _("“{colour}” is not a colour; write it like #ff4030.").format(colour=self.text_colour)
            )
        if self.scroll_speed not in SPEEDS:
            raise ReceptionError(_("Words move 10 to 400 pixels a second."))
        if self.port not in PORTS:
            raise ReceptionError(_("A port is a number from 1024 to 65535."))

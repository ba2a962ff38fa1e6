"""Words to lamps: the same pixels for the sign, for the preview and for a picture that IT is given."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PIL import Image, ImageColor, ImageDraw

from reception_desk.domain.sign import Charset, Colours, Sign, SignKind
from reception_desk.domain.welcome import Effect
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from reception_desk.signs.clean import clean, dropped
from reception_desk.signs.fonts import advance, font_name_for, runs
from reception_desk.signs.frame import Band, Frame, Programme
from reception_desk.signs.layout import Setting, fit, one_line
from reception_desk.signs.resolve import Desired, Page

TWO_LINES_FROM: Final = 32
MARGIN_FROM: Final = 64
"""A sign so high has a margin: a strip of lamps ends where its frame begins, a wall does not."""

READING_SECONDS: Final = 6.0
SECONDS_PER_CHARACTER: Final = 0.35
FULL_LAMPS: Final = ((255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255))
DUAL_LAMPS: Final = ((255, 0, 0), (0, 255, 0), (255, 255, 0))

RGB = tuple[int, int, int]


@dataclass(frozen=True, kw_only=True)
class Look:
    """How a sign looks: its size, its lamps, the colour of its words, how fast they move (pixels a second)."""

    width: int
    height: int
    colours: Colours = Colours.FULL
    text_colour: str = "#ff4030"
    speed: int = 60

    @classmethod
    def of(cls, sign: Sign) -> Look:
        """The look of a sign that is set up."""
        return cls(
            width=sign.width,
            height=sign.height,
            colours=sign.colours,
            text_colour=sign.text_colour,
            speed=sign.scroll_speed,
        )

    @property
    def margin(self) -> int:
        """Pixels that stay dark at the edges."""
        return self.height // 24 if self.height >= MARGIN_FROM else 0

    @property
    def mode(self) -> str:
        """`1` where a lamp is on or off, `L` where it can be dimmed."""
        return "L" if self.colours is Colours.FULL else "1"

    @property
    def lamp(self) -> RGB:
        """The colour of a lit lamp."""
        try:
            red, green, blue = ImageColor.getrgb(self.text_colour)[:3]
        except ValueError:
            raise ReceptionError(
                _("“{colour}” is not a colour; write it like #ff4030.").format(colour=self.text_colour)
            ) from None
        if self.colours is Colours.DUAL:
            return min(DUAL_LAMPS, key=lambda lamp: (lamp[0] - red) ** 2 + (lamp[1] - green) ** 2)
        return red, green, blue


def render(desired: Desired, sign: Sign) -> Programme:
    """Draw what must be on a sign."""
    return draw(desired.pages, Look.of(sign), fingerprint=desired.fingerprint)


def draw(pages: Sequence[Page], look: Look, *, fingerprint: str = "") -> Programme:
    """Draw pages, one after the other; no page is a dark sign."""
    frames = tuple(frame for page in pages for frame in _frames(page, look))
    return Programme(frames or (Frame(look.width, look.height, (), READING_SECONDS),), fingerprint)


def render_text(
    text: str, width: int, height: int, *, text_en: str = "", names: Sequence[str] = ()
) -> Programme:
    """Draw words for a full-colour sign of a size, without any sign being set up."""
    return draw([Page(text, text_en, whole=tuple(names))], Look(width=width, height=height))


def preview(desired: Desired, sign: Sign) -> bytes:
    """What the sign shows first, as a PNG of exactly its size."""
    return png(render(desired, sign).picture_at(0))


def png(picture: Image.Image) -> bytes:
    """A picture as PNG; the same pixels give the same bytes."""
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def problems(text: str, sign: Sign) -> list[str]:
    """What of the words cannot be shown on this sign, each as a sentence that names the characters.

    Where people look after the sign, characters that it does not have go the way of the picture: `only_as_picture`.
    """
    shown = clean(text)
    undrawable = [c for c in dict.fromkeys(shown) if font_name_for(c, bold=False) is None]
    found = []
    if unknown := [*dropped(text), *undrawable]:
        found.append(_("No font has {characters}.").format(characters=named(unknown)))
    missing = [c for c in Charset(sign.charset).lacks(shown) if c not in unknown]
    if missing and sign.kind is not SignKind.HAND_OVER:
        charset = sign.charset.upper()
        found.append(
            _("{charset} does not have {characters}.").format(charset=charset, characters=named(missing))
        )
    return found


def only_as_picture(text: str, sign: Sign) -> str:
    """Which characters IT cannot type on its sign, as a sentence; nothing if it can type all of them."""
    missing = Charset(sign.charset).lacks(clean(text)) if sign.kind is SignKind.HAND_OVER else []
    if not missing:
        return ""
    sentence = _("{charset} does not have {characters}: IT must take the picture, not the text.")
    return sentence.format(charset=sign.charset.upper(), characters=named(missing))


def named(characters: Sequence[str]) -> str:
    """Characters as a sentence speaks of them, with their numbers: some cannot be seen."""
    return " ".join(f"{c if c.isprintable() else ''}(U+{ord(c):04X})" for c in characters)


def _frames(page: Page, look: Look) -> Iterator[Frame]:
    if page.is_pattern:
        yield _pattern(clean(page.text), look)
        return
    texts = [text for text in (clean(page.text), clean(page.text_en)) if text]
    inner = look.height - 2 * look.margin
    if len(texts) > 1 and look.height >= TWO_LINES_FROM:
        upper = round(inner * (0.5 if look.height < TWO_LINES_FROM * 1.5 else 0.6))
        yield _frame(texts, [upper, inner - upper - look.margin], page, look)
    else:
        for text in texts:
            yield _frame([text], [inner], page, look)


def _pattern(text: str, look: Look) -> Frame:
    """What shows whether a sign is where it should be: a line along its outermost lamps, its name, its colours."""
    bar = max(2, look.width // 24)
    lamps = {Colours.FULL: FULL_LAMPS, Colours.DUAL: DUAL_LAMPS}.get(look.colours, ())
    picture = Image.new("RGB", (look.width, look.height))
    pen = ImageDraw.Draw(picture)
    for number, lamp in enumerate(lamps):
        left = look.width - 2 - bar * (len(lamps) - number)
        pen.rectangle((left, 2, left + bar - 1, look.height - 3), fill=lamp)
    room = look.width - 4 - bar * len(lamps)
    setting = fit(text, room, look.height - 4, look.mode, still=True)
    words = _drawn(setting, room, look.height - 4, look)
    picture.paste(words.crop((0, 0, room, look.height - 4)), (2, 2))
    pen.rectangle((0, 0, look.width - 1, look.height - 1), outline=look.lamp)
    return Frame(look.width, look.height, (Band(picture, 0, look.width),), READING_SECONDS)


def _frame(texts: Sequence[str], heights: Sequence[int], page: Page, look: Look) -> Frame:
    bands, top = [], look.margin
    for text, height in zip(texts, heights, strict=True):
        bands.append(_band(text, top, height, page, look))
        top += height + look.margin
    reading = SECONDS_PER_CHARACTER * max(map(len, texts))
    dwell = max(READING_SECONDS, reading, *(band.full_scroll for band in bands))
    return Frame(look.width, look.height, tuple(bands), dwell)


def _band(text: str, top: int, height: int, page: Page, look: Look) -> Band:
    if page.effect is Effect.SCROLL:
        setting = one_line(text, height, look.mode, look.width)
    else:
        still = page.effect is Effect.STATIC
        room = look.width - 2 * look.margin
        setting = fit(text, room, height, look.mode, whole=page.whole, still=still)
    if setting.stands:
        return Band(_drawn(setting, look.width, height, look), top, look.width)
    length = advance(setting.lines[0], setting.size, look.mode)
    strip = _drawn(setting, length, height, look, room=look.width)
    return Band(strip, top, look.width, max(1, look.speed))


def _drawn(setting: Setting, width: int, height: int, look: Look, *, room: int = 0) -> Image.Image:
    """The lines centred in `width`, with empty `room` behind them."""
    lit = Image.new("L", (width + room, height))
    pen = ImageDraw.Draw(lit)
    pen.fontmode = look.mode
    baseline = (height - setting.height) // 2 + setting.above
    for line in setting.lines:
        left = (width - advance(line, setting.size, look.mode)) // 2
        for face, stretch in runs(line, setting.size, look.mode):
            pen.text((left, baseline), stretch, fill=255, font=face, anchor="ls")
            left += round(face.getlength(stretch, mode=look.mode))
        baseline += setting.above + setting.below + setting.gap
    picture = Image.new("RGB", lit.size)
    picture.paste(look.lamp, mask=lit)
    return picture

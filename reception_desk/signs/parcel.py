"""What the people of a sign are given, each file ready to be used: picture, animation, text, slide."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from reception_desk.domain.sign import Charset, Sign
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from reception_desk.signs.animation import gif
from reception_desk.signs.clean import clean
from reception_desk.signs.frame import Programme
from reception_desk.signs.renderer import Look, draw, named, only_as_picture, png
from reception_desk.signs.resolve import Page
from reception_desk.signs.slide import presentation

_NEVER_IN_A_NAME: Final = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_DEVICES: Final = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
_LONGEST: Final = 60


@dataclass(frozen=True)
class Parcel:
    """Files by their names, and what must be said about them."""

    files: Mapping[str, bytes]
    notes: tuple[str, ...] = ()


def parcel(pages: Sequence[Page], sign: Sign, *, stem: str, company: str = "") -> Parcel:
    """Make every form of the words of these pages; `stem` begins the names of the files.

    A form that would lack a character is left out and named, so nobody loads a text with a hole in it.
    """
    look = Look.of(sign)
    programme = draw(pages, look)
    files, notes = dict(_pictures(programme, stem)), []
    animation = gif(programme, look)
    if animation is not None:
        files[f"{stem}.gif"] = animation
    text = plain_text(pages)
    if text:
        files[f"{stem}-utf8.txt"] = text.encode()
        files[f"{stem}.pptx"] = presentation(pages, company)
    if hint := only_as_picture(text, sign):
        notes.append(hint)
    lacking = Charset.GBK.lacks(text)
    if lacking:
        sentence = _("GBK does not have {characters}, so there is no GBK text: use the picture.")
        notes.append(sentence.format(characters=named(lacking)))
    elif text:
        files[f"{stem}-gbk.txt"] = text.encode("gbk")
    return Parcel(files, tuple(notes))


def plain_text(pages: Sequence[Page]) -> str:
    """The words to be copied, as Windows writes its lines; nothing else is in it."""
    texts = ["\n".join(filter(None, (clean(page.text), clean(page.text_en)))) for page in pages]
    return "\n\n".join(filter(None, texts)).replace("\n", "\r\n")


def put(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Write files into a folder, each whole or not at all; an OSError says what hinders."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / name for name in files]
    for path, content in zip(paths, files.values(), strict=True):
        unfinished = path.with_name(f"{path.name}.part")
        unfinished.write_bytes(content)
        os.replace(unfinished, path)  # noqa: PTH105 - Path.replace says the same, but not that it is atomic
    return paths


def hand_over(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Put a parcel where its people find it; refused with the reason."""
    try:
        return put(folder, files)
    except OSError as trouble:
        sentence = _("{folder} cannot be written: {reason}. Nobody has been told anything.")
        reason = trouble.strerror or str(trouble)
        raise ReceptionError(sentence.format(folder=folder, reason=reason)) from trouble


def file_name(text: str) -> str:
    """Words as the name of a file or folder that every system takes."""
    name = " ".join(_NEVER_IN_A_NAME.sub(" ", clean(text)).split())[:_LONGEST].strip(" .")
    return f"_{name}" if not name or _DEVICES.fullmatch(name) else name


def _pictures(programme: Programme, stem: str) -> Iterator[tuple[str, bytes]]:
    """Each frame at exactly the sign's pixels, and what moves through it as a strip of its own."""
    several = len(programme.frames) > 1
    strips = [band for frame in programme.frames for band in frame.bands if band.moves]
    for number, frame in enumerate(programme.frames, 1):
        yield f"{stem}-{number}.png" if several else f"{stem}.png", png(frame.picture_at(0))
    for number, band in enumerate(strips, 1):
        text = band.image.crop((0, 0, band.image.width - band.window, band.image.height))
        yield f"{stem}-strip-{number}.png" if len(strips) > 1 else f"{stem}-strip.png", png(text)

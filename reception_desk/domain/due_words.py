"""Due times in words: `2 days before`, `当时`; read as people type them, or as the code that stands in a template."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from reception_desk.domain.due import Offset, Unit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import _, ngettext

_AT_ONCE: Final = ("", "0", "at that time", "at the time", "then", "当时", "届时", "准时")
_HALF: Final = ("half", "半天", "半日")
_BEFORE: Final = ("before", "ahead", "earlier", "in advance", "前", "提早", "-", "−")
_AFTER: Final = ("after", "later", "后", "+")
_UNITS: Final = (  # the longer name first: a working day is a day too
    (Unit.WORKING_DAYS, ("working", "workday", "工作日", "wd")),
    (Unit.MINUTES, ("min", "分", "m")),
    (Unit.HOURS, ("hour", "小时", "钟头", "h")),
    (Unit.DAYS, ("day", "天", "日", "d")),
)
MOST: Final = 9999


def offset_words(offset: Offset) -> str:
    """How far before or after, in the language of the screen."""
    if offset.unit is Unit.HALF_DAY:
        return _("half a day before")
    if not offset.amount:
        return _("at that time")
    count = abs(offset.amount)
    match offset.unit, offset.amount < 0:
        case Unit.MINUTES, True:
            words = ngettext("{count} minute before", "{count} minutes before", count)
        case Unit.MINUTES, False:
            words = ngettext("{count} minute after", "{count} minutes after", count)
        case Unit.HOURS, True:
            words = ngettext("{count} hour before", "{count} hours before", count)
        case Unit.HOURS, False:
            words = ngettext("{count} hour after", "{count} hours after", count)
        case Unit.DAYS, True:
            words = ngettext("{count} day before", "{count} days before", count)
        case Unit.DAYS, False:
            words = ngettext("{count} day after", "{count} days after", count)
        case _, True:
            words = ngettext("{count} working day before", "{count} working days before", count)
        case _:
            words = ngettext("{count} working day after", "{count} working days after", count)
    return words.format(count=count)


def read_offset(text: str) -> Offset:
    """The offset that was typed; a ReceptionError says how one is written."""
    plain = unicodedata.normalize("NFKC", text).strip().lower()
    if plain in _AT_ONCE:
        return Offset()
    try:
        return Offset.parse(text.strip())
    except ValueError:
        offset = _read(plain)
    if offset is None:
        sentence = _("“{text}” is not understood; write it like “2 days before” or “30 minutes after”.")
        raise ReceptionError(sentence.format(text=text.strip()))
    return offset


def _read(plain: str) -> Offset | None:
    before, after = (any(word in plain for word in words) for words in (_BEFORE, _AFTER))
    if before is after:
        return None
    if any(word in plain for word in _HALF):
        return Offset(-1, Unit.HALF_DAY) if before else None
    numbers = re.findall(r"\d+", plain)
    unit = next((unit for unit, names in _UNITS if any(name in plain for name in names)), None)
    if len(numbers) != 1 or unit is None or not 0 < int(numbers[0]) <= MOST:
        return None
    return Offset(-int(numbers[0]) if before else int(numbers[0]), unit)

"""The sheet with the recovery code: to be locked away, in both languages; no edition of any visit (A1.3)."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Table

from reception_desk.documents import house_style as style
from reception_desk.documents import table_looks as looks
from reception_desk.documents.house_style import fitted, prose
from reception_desk.documents.letterhead import gap
from reception_desk.documents.moments import plain_day
from reception_desk.documents.sheets import Ruled, flowing_sheets
from reception_desk.i18n import LANGUAGES, N_, words
from reception_desk.settings import Settings

_TITLE: Final = N_("Recovery code for the passports")
_WHAT: Final = N_(
    "The passport data in the reception desk are encrypted. The key lies on this computer alone. "
    "After the data were restored on another computer, or this one was set up anew, type in this code "
    "under Settings, Data and backups, or behind “restore … --recovery”. Without it all else comes back, "
    "and the passports stay locked."
)
_KEEP: Final = N_(
    "Whoever has this code and the data can read the passports: keep this sheet in a safe, away from the computer, "
    "and make no picture of it."
)
_READ: Final = N_(
    "There is no letter O, I, L or U in the code: a round sign is always zero, an upright one always one. "
    "Capitals, blanks and dashes do not matter. The last sign of each group checks the others."
)


def draw(code: str, settings: Settings, now: datetime) -> bytes:
    """One A4 sheet."""
    printed = now.astimezone(ZoneInfo(settings.zone))
    tongues = [(language, words(language)) for language in LANGUAGES]
    # Letter by letter: two V beside each other look like a W.
    groups = [[fitted("  ".join(group), "title", looks.CODE[0])] for group in code.split("-")]
    numbered = [[prose(str(number), "code"), *group] for number, group in enumerate(groups, 1)]
    story: list[Flowable] = [
        prose("  ".join(w(_TITLE) for _language, w in tongues), "title"),
        *(prose(settings.company_in(language), "second") for language, _w in tongues[:1]),
        Ruled(style.INK, style.RULE),
        gap(),
        Table(numbered, colWidths=(looks.CODE[1], looks.CODE[0]), style=looks.CODE_LOOK, hAlign="LEFT"),
        gap(1.5),
    ]
    for language, w in tongues:
        story += [prose(w(text), "value") for text in (_WHAT, _READ, _KEEP)]
        said = w(N_("Printed on {day}")).format(day=plain_day(printed, language))
        story += [prose(said, "second"), gap(1.5)]
    title = " ".join(w(_TITLE) for _language, w in tongues)
    return flowing_sheets(story, paper="A4", title=title, language="both", foot=_no_foot)


def _no_foot(_canvas: Canvas, _page: int, _pages: int) -> None:
    """Nothing says whose key it is: the sheet alone opens nothing."""

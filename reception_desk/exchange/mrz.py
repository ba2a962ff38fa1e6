"""The machine-readable zone of a passport (ICAO 9303, TD3): two lines of 44, pasted or scanned (A1.3)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from reception_desk.domain.passport import OpenPassport
from reception_desk.domain.person import Gender
from reception_desk.errors import ReceptionError
from reception_desk.exchange.alpha3 import alpha2
from reception_desk.i18n import N_, _

LINE: Final = 44
_ALLOWED: Final = re.compile(r"[A-Z0-9<]+")
_WEIGHTS: Final = (7, 3, 1)
_NAME: Final = slice(5, LINE)
_FILLERS: Final = str.maketrans("«‹＜〈《", "<<<<<")
_CHECKED: Final = (  # where it stands, where its check digit stands, what it is called
    (slice(0, 9), 9, N_("Passport number")),
    (slice(13, 19), 19, N_("Date of birth")),
    (slice(21, 27), 27, N_("Date of expiry")),
    (slice(28, 42), 42, N_("Personal number")),
)
_WHOLE: Final = (slice(0, 10), slice(13, 20), slice(21, 43))
_GENDERS: Final = {"M": Gender.MALE, "F": Gender.FEMALE}


@dataclass(frozen=True, kw_only=True)
class MachineReadable:
    """What the two lines say. `wrong`: the fields (msgids) whose check digit says that they were misread.

    `nationality` is ISO 3166 alpha-2, blank where the code is none; `is_cut`: the name may be longer than its room.
    """

    passport: OpenPassport = field(repr=False)
    gender: Gender
    nationality: str
    wrong: tuple[str, ...] = ()
    is_cut: bool = False


def read_mrz(text: str, today: date) -> MachineReadable:
    """Read the two lines, however they were broken and spaced; a sentence where they are none.

    A wrong check digit is told in `wrong`: who asked decides, nothing is taken in silence. `today` says the century.
    """
    first, second = _lines(text)
    surname, _gap, given = first[_NAME].rstrip("<").partition("<<")
    wrong = [word for part, digit, word in _CHECKED if not _agrees(second[part], second[digit])]
    whole = "".join(second[part] for part in _WHOLE)
    if not wrong and not _agrees(whole, second[43]):
        wrong.append(N_("The line as a whole"))
    birth = _birth(second[13:19], today)
    if birth is None and N_("Date of birth") not in wrong:
        wrong.append(N_("Date of birth"))
    return MachineReadable(
        passport=OpenPassport(
            name=" ".join(" ".join(filter(None, part.split("<"))) for part in (surname, given)).strip(),
            number=second[:9].rstrip("<"),
            birth=birth,
        ),
        gender=_GENDERS.get(second[20], Gender.UNKNOWN),
        nationality=alpha2(second[10:13].rstrip("<")),
        wrong=tuple(wrong),
        is_cut=not first.endswith("<"),
    )


def _lines(text: str) -> tuple[str, str]:
    plain = unicodedata.normalize("NFKC", text).translate(_FILLERS).upper()
    run = "".join(plain.split())
    start = run.find("P")
    found = run[start : start + 2 * LINE] if start >= 0 else ""
    if len(found) != 2 * LINE or len(run) - start != 2 * LINE or not _ALLOWED.fullmatch(found):
        raise ReceptionError(
            _(
                "These are not the two lines at the foot of a passport: each has 44 letters, figures and “<”, "
                "the first begins with P. Nothing was taken."
            )
        )
    return found[:LINE], found[LINE:]


def _agrees(part: str, digit: str) -> bool:
    """Whether a check digit is that of the part; a personal number that is blank may have none."""
    if digit == "<":
        return not part.strip("<")
    return digit.isdigit() and _check(part) == int(digit)


def _check(part: str) -> int:
    return sum(_value(letter) * _WEIGHTS[place % 3] for place, letter in enumerate(part)) % 10


def _value(letter: str) -> int:
    if letter == "<":
        return 0
    return int(letter) if letter.isdigit() else ord(letter) - ord("A") + 10


def _birth(part: str, today: date) -> date | None:
    """A date of two figures a year, never in the future."""
    if not part.isdigit():
        return None
    year, month, day = int(part[:2]), int(part[2:4]), int(part[4:])
    century = today.year // 100 * 100
    for whole in (century + year, century - 100 + year):
        try:
            found = date(whole, month, day)
        except ValueError:
            continue
        if found <= today:
            return found
    return None

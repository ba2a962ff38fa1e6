"""A key as groups of letters that are easy to read, to write down and to type in again."""

from __future__ import annotations

import hashlib
import unicodedata
from typing import Final

from reception_desk.errors import ReceptionError
from reception_desk.i18n import _
from reception_desk.sealing.seal import KEY_BYTES

LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O, U
GROUPS: Final = 7
_IN_GROUP: Final = 4  # and a check letter behind them
_BITS, _SUM_BITS, _MODULUS = 5, 12, 31
_READ_AS: Final = str.maketrans("OIL", "011")
_BETWEEN: Final = " -–—_.·\t\r\n"


def recovery_code(key: bytes) -> str:
    """Seven groups of five: four letters of the key, and one by which a slip in the group is seen."""
    number = int.from_bytes(key) << _SUM_BITS | _sum(key)
    letters = [LETTERS[number >> _BITS * place & 31] for place in reversed(range(GROUPS * _IN_GROUP))]
    groups = ["".join(letters[start : start + _IN_GROUP]) for start in range(0, len(letters), _IN_GROUP)]
    return "-".join(group + _check(group) for group in groups)


def key_of(code: str) -> bytes:
    """The key that a code stands for; refused, naming the group, where it was mistyped."""
    typed = unicodedata.normalize("NFKC", code).upper().translate(_READ_AS)
    letters = "".join(letter for letter in typed if letter not in _BETWEEN)
    if strange := sorted({letter for letter in letters if letter not in LETTERS}):
        raise ReceptionError(
            _("A recovery code has no “{letters}” in it. Please look at the sheet again.").format(
                letters=" ".join(strange)
            )
        )
    long = _IN_GROUP + 1
    if len(letters) != GROUPS * long:
        raise ReceptionError(
            _("A recovery code has {count} letters and figures; this one has {typed}.").format(
                count=GROUPS * long, typed=len(letters)
            )
        )
    groups = [letters[start : start + long] for start in range(0, len(letters), long)]
    if wrong := [number for number, group in enumerate(groups, 1) if _check(group[:-1]) != group[-1]]:
        raise ReceptionError(
            _("Group {number} of the recovery code is mistyped: {group}.").format(
                number=wrong[0], group=groups[wrong[0] - 1]
            )
        )
    return _key("".join(group[:-1] for group in groups))


def _key(letters: str) -> bytes:
    number = 0
    for letter in letters:
        number = number << _BITS | LETTERS.index(letter)
    key = (number >> _SUM_BITS).to_bytes(KEY_BYTES)
    if number & (1 << _SUM_BITS) - 1 != _sum(key):
        raise ReceptionError(_("This is no recovery code: its groups do not belong together."))
    return key


def _check(group: str) -> str:
    """A letter that changes with any one letter of the group, and where two beside each other are swapped."""
    return LETTERS[
        sum(weight * LETTERS.index(letter) for weight, letter in zip((2, 3, 5, 7), group, strict=True))
        % _MODULUS
    ]


def _sum(key: bytes) -> int:
    return int.from_bytes(hashlib.sha256(b"recovery code " + key).digest()[:2]) >> 16 - _SUM_BITS

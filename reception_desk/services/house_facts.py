"""What is written about people, cars, hotels and rooms of the house, brought into its stored form or refused."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Any, Final

from reception_desk.domain.booking import Car, Driver, Hotel
from reception_desk.domain.department import Department
from reception_desk.domain.employee import Employee
from reception_desk.domain.field_words import field_word
from reception_desk.domain.nearby_place import NearbyPlace
from reception_desk.domain.room import Room
from reception_desk.errors import ReceptionError
from reception_desk.exchange.phones import phone
from reception_desk.i18n import N_, _

Thing = Employee | Department | Car | Driver | Hotel | Room | NearbyPlace
LISTS: Final[dict[type[Thing], str]] = {
    Employee: N_("Employees"),
    Department: N_("Departments"),
    Car: N_("Our cars"),
    Driver: N_("Drivers"),
    Hotel: N_("Hotels"),
    Room: N_("Our rooms"),
    NearbyPlace: N_("Nearby places"),
}
KEY_FIELD: Final[dict[type[Thing], str]] = {Car: "plate"}
LIMITS: Final = {"rank": (1, 99), "seats": (0, 99), "price": (0, 99_999)}
LONGEST: Final = 80
LONGEST_NOTE: Final = 2_000
read_phone = lru_cache(maxsize=20_000)(phone)  # a list of thousands is compared again with every changed rank
LONG: Final = frozenset({"note", "note_en", "equipment", "address", "address_en"})


def key_field(kind: type[Thing]) -> str:
    """The field that an entry is known by, and that is never empty."""
    return KEY_FIELD.get(kind, "name")


def name_of(thing: Any) -> str:
    """What an entry is called."""
    return str(getattr(thing, key_field(type(thing))))


def plain_plate(text: str) -> str:
    """A plate as it is compared: upper case, half width, without blanks, dots and dashes (`苏e·7001h` → `苏E7001H`)."""
    narrow = unicodedata.normalize("NFKC", text).upper()
    return "".join(sign for sign in narrow if sign.isalnum())


def as_stored(kind: type[Thing], facts: dict[str, Any]) -> dict[str, Any]:
    """The facts in their stored form; a sentence for the first that cannot be taken."""
    taken: dict[str, Any] = {}
    for field, value in facts.items():
        if field == "phone":
            taken |= _phone(kind, str(value or ""))
        elif field == "plate":
            taken[field] = plain_plate(str(value or ""))
        elif field in LIMITS:
            taken[field] = _number(kind, field, value)
        elif isinstance(value, str) and field != "kind":
            taken[field] = _text(kind, field, value)
        else:
            taken[field] = value
    key = key_field(kind)
    if key in taken and not taken[key]:
        raise ReceptionError(_("{field} cannot be empty.").format(field=_(field_word(table_of(kind), key))))
    return taken


def table_of(kind: type[Thing]) -> str:
    """The name under which fields of a kind have their words."""
    return kind.__tablename__


def _text(kind: type[Thing], field: str, value: str) -> str:
    text = value.strip() if field in LONG else " ".join(value.split())
    longest = LONGEST_NOTE if field in LONG else LONGEST
    if len(text) > longest:
        word = _(field_word(table_of(kind), field))
        raise ReceptionError(
            _("{field} may have at most {count} characters.").format(field=word, count=longest)
        )
    return text


def _number(kind: type[Thing], field: str, value: Any) -> int | None:
    if value is None:
        return 0 if field == "seats" else None
    least, most = LIMITS[field]
    if not least <= int(value) <= most:
        raise ReceptionError(
            _("{field} must lie between {least} and {most}.").format(
                field=_(field_word(table_of(kind), field)), least=least, most=most
            )
        )
    return int(value)


def _phone(kind: type[Thing], text: str) -> dict[str, Any]:
    """The phone with its extension apart; a short internal number stays as it was written."""
    read = read_phone(text)
    number = _text(kind, "phone", read.number)
    if not read.extension:
        return {"phone": number}
    if kind is Employee:
        return {"phone": number, "phone_extension": read.extension}
    return {"phone": f"{number} {read.extension}"}

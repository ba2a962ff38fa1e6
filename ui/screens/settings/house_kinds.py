"""The lists of the house, each described once: its columns, its facts, its words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.booking import Car, Driver, Hotel
from reception_desk.domain.choice_words import choice_word
from reception_desk.domain.department import Department
from reception_desk.domain.employee import Employee
from reception_desk.domain.field_words import field_word
from reception_desk.domain.nearby_place import NearbyPlace, PlaceKind
from reception_desk.domain.phone_words import phone_words
from reception_desk.domain.room import Room, RoomKind
from reception_desk.i18n import N_, _, current_language
from reception_desk.services.house_facts import LISTS, Thing, table_of
from ui.models.house import Column
from ui.screens.visit.choices import known_departments, options_of
from ui.screens.visit.fact_form import Kind, Spec
from ui.widgets.fact_choice import Options


@dataclass(frozen=True, kw_only=True)
class ListKind:
    """One list: `specs` are the facts of an entry, the first one its name; the columns `stretch` share the room."""

    kind: type[Thing]
    icon: str
    specs: tuple[Spec, ...]
    columns: tuple[Column, ...]
    add: str
    new: str
    none: str
    stretch: tuple[int, ...]

    @property
    def title(self) -> str:
        """What the list is called: a msgid."""
        return LISTS[self.kind]

    def empty(self) -> Any:
        """An entry in which nothing is written yet; it is never stored."""
        kind: Any = self.kind
        return kind(**{self.specs[0].field: ""})

    def values(self, entry: Any) -> dict[str, object]:
        """The facts of an entry as its form shows them."""
        return {spec.field: self._value(entry, spec) for spec in self.specs}

    def _value(self, entry: Any, spec: Spec) -> object:
        if spec.kind is Kind.FLAGS:
            return {field: getattr(entry, str(field)) for field, _words in spec.options()}
        value: object = getattr(entry, spec.field)
        return None if spec.field == "seats" and not value else value

    def for_desk(self, desk: ReceptionDesk) -> tuple[Spec, ...]:
        """The facts, with what this desk knows to choose from."""
        return tuple(
            replace(spec, suggest=partial(known_departments, desk)) if spec.field == "department" else spec
            for spec in self.specs
        )


def _shown(kind: type[Thing], field: str) -> Column:
    return Column(heading=field_word(table_of(kind), field), words=lambda entry: str(getattr(entry, field)))


def _number(kind: type[Thing], field: str) -> Column:
    return Column(
        heading=field_word(table_of(kind), field),
        words=lambda entry: str(getattr(entry, field) or ""),
        sorted_by=lambda entry: getattr(entry, field) or None,
        is_number=True,
    )


def _phone(entry: Any) -> str:
    number, _space, extension = str(entry.phone).partition(" ")
    extension = getattr(entry, "phone_extension", "") or extension
    said = phone_words(number, current_language())
    return f"{said} – {extension}" if extension and said else said or extension


def _standing(entry: Any) -> str:
    if not entry.is_active:
        return _("Not offered")
    return _("At the desk") if getattr(entry, "at_desk", False) else ""


PHONE: Final = Column(heading=N_("Phone"), words=_phone, is_number=True)
STANDING: Final = Column(heading=N_("Standing"), words=_standing)
NOTE: Final = Spec(field="note", kind=Kind.LONG, prompt=N_("Add a note"))


def _desk_flag() -> Options:
    return [("at_desk", _("Name to choose at the desk"))]


def _room_kinds() -> Options:
    return options_of(RoomKind)


def _place_kinds() -> Options:
    return options_of(PlaceKind)


def _kind_word(entry: Any) -> str:
    return choice_word(entry.kind)


EMPLOYEES: Final = ListKind(
    kind=Employee,
    icon="badge",
    add=N_("Add an employee"),
    new=N_("New employee"),
    none=N_("Hosts, escorts and who is at the desk are chosen from this list."),
    stretch=(1, 2),
    columns=(
        _shown(Employee, "name"),
        _shown(Employee, "department"),
        _shown(Employee, "title"),
        _number(Employee, "rank"),
        PHONE,
        STANDING,
    ),
    specs=(
        Spec(field="name", prompt=N_("Add a name")),
        Spec(field="name_latin", prompt=N_("Add the name in Latin letters")),
        Spec(field="department", kind=Kind.SUGGEST, prompt=N_("Add the department")),
        Spec(field="title", prompt=N_("Add the title")),
        Spec(field="title_latin", prompt=N_("Add the English title")),
        Spec(field="rank", kind=Kind.NUMBER, prompt=N_("1 highest, 99 lowest")),
        Spec(field="phone", kind=Kind.PHONE, prompt=N_("Add a number")),
        Spec(field="phone_extension", prompt=N_("Add the extension")),
        Spec(field="at_desk", kind=Kind.FLAGS, word=N_("Reception"), options=_desk_flag),
        NOTE,
    ),
)
DEPARTMENTS: Final = ListKind(
    kind=Department,
    icon="group",
    add=N_("Add a department"),
    new=N_("New department"),
    none=N_("The department that a visit belongs to is chosen from this list."),
    stretch=(0, 1),
    columns=(
        _shown(Department, "name"),
        _shown(Department, "name_latin"),
        _shown(Department, "contact"),
        PHONE,
        STANDING,
    ),
    specs=(
        Spec(field="name", prompt=N_("Add a name")),
        Spec(field="name_latin", prompt=N_("Add the English name")),
        Spec(field="contact", prompt=N_("Add whom to ask there")),
        Spec(field="phone", kind=Kind.PHONE, prompt=N_("Add a number")),
        NOTE,
    ),
)
CARS: Final = ListKind(
    kind=Car,
    icon="car",
    add=N_("Add a car"),
    new=N_("New car"),
    none=N_("The car that fetches guests is chosen from this list."),
    stretch=(1, 4),
    columns=(
        _shown(Car, "plate"),
        _shown(Car, "model"),
        _shown(Car, "colour"),
        _number(Car, "seats"),
        _shown(Car, "note"),
        STANDING,
    ),
    specs=(
        Spec(field="plate", prompt=N_("Add the plate")),
        Spec(field="model", prompt=N_("Add the model")),
        Spec(field="colour", prompt=N_("Add the colour")),
        Spec(field="seats", kind=Kind.NUMBER, prompt=N_("How many guests fit in?")),
        NOTE,
    ),
)
DRIVERS: Final = ListKind(
    kind=Driver,
    icon="person",
    add=N_("Add a driver"),
    new=N_("New driver"),
    none=N_("Who fetches the guests is chosen from this list."),
    stretch=(2,),
    columns=(_shown(Driver, "name"), PHONE, _shown(Driver, "note"), STANDING),
    specs=(
        Spec(field="name", prompt=N_("Add a name")),
        Spec(field="phone", kind=Kind.PHONE, prompt=N_("Add a number")),
        NOTE,
    ),
)
HOTELS: Final = ListKind(
    kind=Hotel,
    icon="hotel",
    add=N_("Add a hotel"),
    new=N_("New hotel"),
    none=N_("Where guests stay is chosen from this list, at the price agreed."),
    stretch=(0, 1),
    columns=(
        _shown(Hotel, "name"),
        _shown(Hotel, "address"),
        PHONE,
        _number(Hotel, "price"),
        STANDING,
    ),
    specs=(
        Spec(field="name", prompt=N_("Add a name")),
        Spec(field="name_latin", prompt=N_("Add the English name")),
        Spec(field="address", prompt=N_("Add the address")),
        Spec(field="phone", kind=Kind.PHONE, prompt=N_("Add a number")),
        Spec(field="contact", prompt=N_("Add whom to ask there")),
        Spec(field="price", kind=Kind.NUMBER, prompt=N_("Yuan for a room and night")),
        NOTE,
    ),
)
ROOMS: Final = ListKind(
    kind=Room,
    icon="meeting",
    add=N_("Add a room"),
    new=N_("New room"),
    none=N_("Where talks and meals take place is chosen from this list."),
    stretch=(0, 4),
    columns=(
        _shown(Room, "name"),
        Column(heading=N_("Kind"), words=_kind_word),
        _shown(Room, "place"),
        _number(Room, "seats"),
        _shown(Room, "equipment"),
        STANDING,
    ),
    specs=(
        Spec(field="name", prompt=N_("Add a name")),
        Spec(field="name_latin", prompt=N_("Add the English name")),
        Spec(field="kind", kind=Kind.CHOICE, options=_room_kinds),
        Spec(field="place", prompt=N_("Such as building 2, floor 3")),
        Spec(field="seats", kind=Kind.NUMBER, prompt=N_("How many can sit there?")),
        Spec(field="equipment", kind=Kind.LONG, prompt=N_("Screen, video calls, whiteboard…")),
        NOTE,
    ),
)
PLACES: Final = ListKind(
    kind=NearbyPlace,
    icon="place",
    add=N_("Add a place"),
    new=N_("New place"),
    none=N_(
        "What guests ask for: sights, shopping, leisure, food. Ctrl+K finds it, and it is printed for them."
    ),
    stretch=(0, 2),
    columns=(
        _shown(NearbyPlace, "name"),
        Column(heading=N_("Kind"), words=_kind_word),
        _shown(NearbyPlace, "distance"),
        _shown(NearbyPlace, "hours"),
        STANDING,
    ),
    specs=(
        Spec(field="name", prompt=N_("Add a name")),
        Spec(field="name_latin", prompt=N_("Add the English name")),
        Spec(field="kind", kind=Kind.CHOICE, options=_place_kinds),
        Spec(field="distance", prompt=N_("Such as 10 minutes on foot")),
        Spec(field="distance_en", prompt=N_("The same in English")),
        Spec(field="hours", prompt=N_("Such as 9:00-21:00")),
        Spec(field="phone", kind=Kind.PHONE, prompt=N_("Add a number")),
        Spec(field="address", prompt=N_("Add the address")),
        Spec(field="address_en", prompt=N_("The same in English")),
        NOTE,
        Spec(field="note_en", kind=Kind.LONG, prompt=N_("The same in English")),
    ),
)

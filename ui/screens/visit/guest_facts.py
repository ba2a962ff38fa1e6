"""The facts of one guest as the sheet groups them: who, which position, what they need, what else."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from reception_desk.desk import ReceptionDesk
from reception_desk.domain import name_explained, pronunciation, salutation
from reception_desk.domain.field_words import WORDS, field_word
from reception_desk.domain.guest import Guest
from reception_desk.domain.guest_memory import NEEDS
from reception_desk.domain.person import Gender
from reception_desk.i18n import N_, _, current_language
from ui.screens.visit.choices import options_of
from ui.screens.visit.fact_form import Kind, Spec
from ui.widgets.fact_choice import Options

ROLES: Final = ("is_main", "is_contact", "is_interpreter", "is_agent")


def _role_options() -> Options:
    return [(role, _(field_word("guest", role))) for role in ROLES]


def _gender_options() -> Options:
    return options_of(Gender)


def _spec(field: str, kind: Kind = Kind.TEXT, prompt: str = "") -> Spec:
    table = "person" if field in WORDS["person"] else "guest"
    options = _gender_options if field == "gender" else _role_options if field == "roles" else None
    word = N_("Role") if field == "roles" else field_word(table, field)
    if options is None:
        return Spec(field=field, kind=kind, prompt=prompt, word=word)
    return Spec(field=field, kind=kind, prompt=prompt, word=word, options=options)


GROUPS: Final[tuple[tuple[str, tuple[Spec, ...]], ...]] = (
    (
        N_("Name"),
        (
            _spec("name", Kind.KNOWN, prompt=N_("The name as it is written")),
            _spec("name_latin", prompt=N_("Add the name in Latin letters")),
            _spec("gender", Kind.CHOICE),
            _spec("pronunciation", Kind.PROPOSED, N_("How is it spoken?")),
            _spec("name_explained", Kind.PROPOSED, N_("Said on the phone as …")),
        ),
    ),
    (
        N_("Position"),
        (
            _spec("title", prompt=N_("Add the title")),
            _spec("title_latin", prompt=N_("Add the English title")),
            _spec("rank", Kind.CHOICE, N_("Choose the rank")),
            _spec("salutation", Kind.PROPOSED, N_("How do we address them?")),
            _spec("roles", Kind.FLAGS),
            _spec("phone", Kind.PHONE, prompt=N_("Add a phone number")),
        ),
    ),
    (
        N_("What they need"),
        (
            _spec("diet", Kind.NEED, N_("Not asked about food")),
            _spec("drink", Kind.NEED, N_("Not asked about drinks")),
            _spec("lodging", Kind.NEED, N_("Not asked about the room")),
            _spec("preferences", Kind.NEED, N_("Not asked what they like")),
            _spec("customs", Kind.NEED, N_("Not asked about customs")),
        ),
    ),
    (
        N_("Besides"),
        (
            _spec("nationality", Kind.COUNTRY, N_("Add the nationality")),
            _spec("ethnicity", prompt=N_("Add the ethnicity")),
            _spec("note", Kind.LONG, N_("Add a note")),
        ),
    ),
)


def rank_options(desk: ReceptionDesk, held: int | None = None) -> Options:
    """The ranks of our scale by their words; one that a guest holds and the scale no longer has is said as a number."""
    language = current_language()
    scale = desk.procedure.ranks()
    options: list[tuple[object, str]] = [(rank.number, rank.text(language)) for rank in scale.ranks]
    if held is not None and scale.rank(held) is None:
        options.append((held, _("Rank {number}, no longer on our scale").format(number=held)))
    return [*options, (None, _("No rank"))]


def _fields() -> Iterable[str]:
    return (spec.field for _title, specs in GROUPS for spec in specs)


def values_of(guest: Guest | None) -> dict[str, object]:
    """The facts of a guest as they are written; those of nobody are blank."""
    if guest is None:
        blank: dict[str, object] = dict.fromkeys(_fields(), "")
        asked = dict.fromkeys(("rank", *NEEDS))
        return blank | asked | {"gender": Gender.UNKNOWN, "roles": dict.fromkeys(ROLES, False)}
    person = guest.person
    values = {
        field: getattr(person if field in WORDS["person"] else guest, field)
        for field in _fields()
        if field != "roles"
    }
    if person.phone_extension:
        values["phone"] = " ".join((person.phone, _("ext."), person.phone_extension))
    return values | {"roles": {role: getattr(guest, role) for role in ROLES}}


def proposals_of(guest: Guest | None) -> dict[str, str]:
    """What is proposed for the facts that nobody has written."""
    if guest is None:
        return dict.fromkeys(("pronunciation", "name_explained", "salutation"), "")
    person = guest.person
    return {
        "pronunciation": pronunciation.spoken(person),
        "name_explained": name_explained.explained(person.name),
        "salutation": salutation.proposed(guest, salutation.own_language(guest)),
    }

"""What our sheets have in common above and around their lists: title, whose it is, facts, lines to write on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportlab.platypus import Flowable, Spacer, Table

from reception_desk.documents import house_style as style
from reception_desk.documents import table_looks as looks
from reception_desk.documents.hand_out import House
from reception_desk.documents.house_style import bilingual, fitted, prose
from reception_desk.documents.sheets import Logo, WriteLine
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.phone_words import phone_words
from reception_desk.i18n import N_

Cells = Mapping[str, str]


def letterhead(
    title: str, house: House, tongue: Tongue, room: float = style.TEXT, *, beside: str = ""
) -> Flowable:
    """The title of a sheet with what stands `beside` it, and our logo or else our name."""
    return Table(
        [[prose("  ".join(filter(None, (*tongue(title), beside))), "title"), ours(house, tongue)]],
        colWidths=[room - style.OURS, style.OURS],
        style=style.HEADING,
    )


def ours(house: House, tongue: Tongue) -> list[Flowable]:
    """Our logo or else our name."""
    name = house.name_in(tongue.languages[0])
    if house.logo:
        return [Logo(house.logo)]
    return [fitted(name, "ours", style.OURS)] if name else []


def company_heading(names: Sequence[str], tongue: Tongue) -> list[Flowable]:
    """The visiting company large, in the other language beneath it."""
    unknown = tongue(N_("Company not named yet"))
    first, *others = dict.fromkeys(name or other for name, other in zip(names, unknown, strict=True))
    return [
        fitted(first, "company", style.TEXT),
        *(fitted(other, "company second", style.TEXT) for other in others),
    ]


def with_titles(names: Cells, titles: Cells, tongue: Tongue) -> list[str]:
    """Names with their titles: `顾翀 董事长`, `Gu Chong, Chairman`."""
    return [
        (", " if one == "en" else " ").join(filter(None, (names[one], titles[one])))
        for one in tongue.languages
    ]


def fact(label: Sequence[str], values: Sequence[str], *, whole: bool = True) -> list[Flowable]:
    """A fact under its label; one that is not known is a line to write it on. What is `whole` is not broken."""
    shown = [value for value in values if value]
    value = bilingual(shown, "value", whole=whole) if shown else [WriteLine()]
    return [prose(" ".join(label), "label"), *value]


def contact(name: str, phone: str, tongue: Tongue, label: str = N_("Your contact with us")) -> Flowable:
    """Whom of us to call: a quiet box, with room to write where the settings do not say."""
    phones = [phone_words(phone, language) for language in tongue.languages][-1:] if phone else []
    cells = [[fact(tongue(label), [name]), fact(tongue(N_("Telephone")), phones)]]
    return Table(cells, colWidths=looks.CONTACT, style=looks.CONTACT_LOOK)


def gap(share: float = 1.0) -> Flowable:
    """The usual air between the parts of a sheet."""
    return Spacer(0, style.GAP * share)

"""Journeys, bookings and costs of a visit as lines of a working paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from reportlab.lib.units import mm

from reception_desk.documents.house_style import prose
from reception_desk.documents.pages.blocks import Cells, Groups, joined, rows_of, said, when, word
from reception_desk.documents.tongue import Tongue
from reception_desk.domain.choice_words import choice_msgid
from reception_desk.domain.journey import Carrier, Direction
from reception_desk.domain.meal import MealKind
from reception_desk.i18n import N_

LEGS: Final = tuple(part * mm for part in (22, 50, 46, 64))
LINES: Final = tuple(part * mm for part in (26, 156))


def leg(cells: Cells, tongue: Tongue) -> list[object]:
    """A journey: which way, when, by what, from where to where."""
    w = tongue
    by = joined(word(choice_msgid(Carrier(cells["carrier"])), w), cells["number"], cells["plate"])
    way = " → ".join(filter(None, (cells["from"], cells["to"])))
    return [
        prose(word(choice_msgid(Direction(cells["direction"])), w), "beside"),
        prose(when(cells["at"], w), "beside"),
        prose(by, "beside"),
        prose(joined(way, cells["terminal"]), "beside"),
    ]


def lines(groups: Groups, tongue: Tongue) -> list[list[object]]:
    """What is booked or planned, a line each."""
    kinds: tuple[tuple[str, str, Callable[[Cells, Tongue], str]], ...] = (
        ("trip", N_("Car"), _trip),
        ("stay", N_("Hotel"), _stay),
        ("meeting", N_("Meeting"), _meeting),
        ("meal", N_("Meal"), _meal),
        ("ticket", N_("Ticket"), _ticket),
        ("gift", N_("Gift"), _gift),
    )
    return [
        [prose(word(message, tongue), "label"), prose(tell(cells, tongue), "beside")]
        for about, message, tell in kinds
        for cells in rows_of(groups, about)
    ]


def _counted(message: str, number: str, tongue: Tongue) -> str:
    return word(message, tongue).format(number=number) if number else ""


def _trip(cells: Cells, tongue: Tongue) -> str:
    return joined(when(cells["out"], tongue), cells["purpose"], cells["plate"], cells["driver"])


def _stay(cells: Cells, tongue: Tongue) -> str:
    days = " – ".join(filter(None, (when(cells["in"], tongue), when(cells["out"], tongue))))
    return joined(
        cells["hotel"],
        cells["kind"],
        _counted(N_("{number} rooms"), cells["rooms"], tongue),
        days,
        _counted(N_("{number} yuan a night"), cells["price"], tongue),
    )


def _meeting(cells: Cells, tongue: Tongue) -> str:
    return joined(
        when(cells["starts"], tongue),
        cells["topic"],
        cells["place"],
        _counted(N_("{number} of us"), cells["ours"], tongue),
        cells["needs"],
    )


def _meal(cells: Cells, tongue: Tongue) -> str:
    return joined(
        when(cells["starts"], tongue),
        word(choice_msgid(MealKind(cells["kind"])), tongue),
        cells["place"],
        _counted(N_("{number} people"), cells["heads"], tongue),
        _counted(N_("{number} yuan a head"), cells["standard"], tongue),
    )


def _ticket(cells: Cells, tongue: Tongue) -> str:
    return joined(
        cells["number"],
        cells["holder"],
        when(cells["leaves"], tongue),
        _counted(N_("{number} yuan"), cells["price"], tongue),
    )


def _gift(cells: Cells, tongue: Tongue) -> str:
    pieces = f"{cells['name']} × {cells['quantity']}"
    return joined(pieces, said(cells, "whom", tongue), _counted(N_("{number} yuan"), cells["price"], tongue))


def over(cells: Cells, tongue: Tongue) -> str:
    """A line above the standard, with its mark and its reason (P1)."""
    price = N_("{number} yuan a night") if cells["what"] == "hotel" else N_("{number} yuan a head")
    above = _counted(N_("standard {number} yuan"), cells["standard"], tongue)
    why = cells["reason"] or word(N_("no reason given yet"), tongue)
    return "⚠ " + joined(
        word(N_("Above the standard"), tongue),
        cells["name"],
        _counted(price, cells["price"], tongue),
        above,
        why,
    )

"""How a line of the material kit reads as a row: how many, what, how far it is, with whom and where (A6.1)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from reception_desk.domain.house_lists import HouseLists
from reception_desk.domain.material import Material
from reception_desk.domain.supplies import KitState, name_of, owner_of, state_of
from reception_desk.domain.visit import Visit
from reception_desk.i18n import N_, _, current_language
from ui.models.rows import Row

STATES = {
    KitState.LISTED: (N_("Not out yet"), "plain"),
    KitState.OUT: (N_("Out"), "primary"),
    KitState.BACK: (N_("Back again"), "done"),
    KitState.STAYS: (N_("Given out"), "done"),
}


def kit_row(
    line: Material,
    visit: Visit,
    lists: HouseLists | None = None,
    wanted: Mapping[int, int] | None = None,
    now: datetime | None = None,
) -> Row:
    """A line; `wanted`: how many it would be by the lists where that is another number, by id."""
    words, kind = STATES[state_of(line)]
    left = visit.actual_departure_at or visit.departure_at
    if state_of(line) is KitState.OUT and now and left and left < now:
        words, kind = N_("Not back yet"), "late"
    by_rule = (wanted or {}).get(line.id)
    mark = (_(words), kind)
    if by_rule is not None:  # of a line that is not out yet
        mark = (_("now ×{count}").format(count=by_rule), "soon")
    return Row(
        key=line.id,
        lead=f"×{line.quantity}",
        lead_room="×100",
        first=name_of(line, lists, current_language()) or _("Line without a name"),
        marks=(mark,),
        below=" · ".join(
            filter(
                None,
                (owner_of(line, lists, current_language()), line.place, line.edition, _when(line, visit)),
            )
        ),
    )


def _when(line: Material, visit: Visit) -> str:
    at, by = (line.in_at, line.in_by) if line.in_at else (line.out_at, line.out_by)
    moment = visit.local(at)
    return f"{moment:%m-%d %H:%M} {by}".strip() if moment else ""

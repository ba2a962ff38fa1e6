"""What is done with items that somebody has chosen, of one visit or of many: one step of the desk."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from PySide6.QtCore import Qt

from reception_desk.domain.plan import PlannedItem
from reception_desk.i18n import _, current_language
from reception_desk.services.preparation import ItemKey, Preparation
from ui.busy import busy

ITEM: Final = Qt.ItemDataRole.UserRole
PHASE: Final = Qt.ItemDataRole.UserRole + 1
NOTE: Final = Qt.ItemDataRole.UserRole + 2
REASON: Final = Qt.ItemDataRole.UserRole + 3
ASSIGNEE: Final = Qt.ItemDataRole.UserRole + 4
DUE: Final = Qt.ItemDataRole.UserRole + 5
HURRY: Final = Qt.ItemDataRole.UserRole + 6
TICK: Final = Qt.ItemDataRole.CheckStateRole
WRITTEN: Final = (TICK, NOTE, REASON, ASSIGNEE, DUE, HURRY)
BESIDE_ONE: Final = (NOTE, DUE, HURRY)
MANY: Final = 200
"""So many at once take long enough for an hourglass."""

Chosen = tuple[ItemKey, PlannedItem]


def meant(chosen: Sequence[Chosen], role: int) -> list[Chosen]:
    """Those that an act would change: of settled and open ones the open ones; some are done with one alone."""
    if role in BESIDE_ONE:
        return list(chosen[:1])
    still_open = [one for one in chosen if one[1].is_open]
    return still_open or (list(chosen) if role == TICK else [])


def stored(
    desk: Preparation, chosen: Sequence[Chosen], value: Any, role: int, now: datetime
) -> dict[ItemKey, PlannedItem]:
    """Tick (or open again), note, leave out or delegate these; they as they are then, by their keys."""
    with busy(is_long=len(chosen) > MANY):
        return _stored(desk, chosen, value, role, now)


def _stored(
    desk: Preparation, chosen: Sequence[Chosen], value: Any, role: int, now: datetime
) -> dict[ItemKey, PlannedItem]:
    keys = [key for key, _item in chosen]
    if role == NOTE:
        return {keys[0]: desk.note(*keys[0], str(value), now)}
    if role == DUE:
        return {keys[0]: desk.set_due(*keys[0], value, now)}
    if role == HURRY:
        return {keys[0]: desk.hurry(*keys[0], str(value), now)}
    if role == REASON:
        items = desk.leave_out_all(keys, str(value), now)
    elif role == ASSIGNEE:
        items = desk.delegate(keys, str(value), now)
    elif chosen[0][1].is_open:
        items = desk.check_off_all(keys, now)
    else:
        items = desk.reopen_all(keys, now)
    return dict(zip(keys, items, strict=True))


def written(item: PlannedItem, role: int) -> str:
    """What stands beside an item: its note, its reason, why it is hurried, to whom it was delegated."""
    if item.item is None:
        return ""
    return {
        NOTE: item.item.note,
        REASON: item.item.reason,
        HURRY: item.hurried,
        ASSIGNEE: item.item.assignee,
    }[role]


def said(chosen: Sequence[Chosen], value: Any, role: int) -> str:
    """The sentence for what was done with these: one is named, many are counted."""
    name = str(value).strip()
    if role == NOTE:
        one = many = _("Noted something beside “{item}”")
    elif role == REASON:
        one, many = _("Left out “{item}”"), _("Left out {count} items")
    elif role == ASSIGNEE and name:
        one, many = _("Delegated “{item}” to {name}"), _("Delegated {count} items to {name}")
    elif role == ASSIGNEE:
        one, many = _("Delegated “{item}” no longer"), _("Delegated {count} items no longer")
    elif chosen[0][1].is_open:
        one, many = _("Ticked off “{item}”"), _("Ticked off {count} items")
    else:
        one, many = _("Opened “{item}” again"), _("Opened {count} items again")
    item = chosen[0][1].text(current_language())
    return (one if len(chosen) == 1 else many).format(item=item, count=len(chosen), name=name)

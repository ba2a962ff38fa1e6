"""Which departments have a part in a visit, what each has to do, and who has not answered (A4.2, A6.7)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from reception_desk.domain.checklist import Owner
from reception_desk.domain.department_notice import DepartmentNotice, NoticeState
from reception_desk.domain.plan import PlannedItem
from reception_desk.domain.preparation import ItemState
from reception_desk.domain.visit import Visit

KNOWN_BY: Final[dict[Owner, tuple[str, ...]]] = {
    Owner.HR_ADMIN: ("人事行政", "行政", "人事", "人力资源", "综合管理", "hr", "admin", "human resources"),
    Owner.CLEANING: ("保洁", "清洁", "物业", "后勤", "cleaning", "facilit"),
    Owner.GATE: ("保安", "门岗", "安保", "保卫", "警卫", "gate", "security", "guard"),
    Owner.IT: ("信息", "网络", "it", "information"),
    Owner.DRIVER: ("车队", "小车", "司机", "车辆", "driver", "fleet", "motor"),
}
"""Words in the name of a department by which the owners of the checklist are found."""


def unanswered_departments(visit: Visit) -> list[str]:
    """The departments that have not taken note yet (未读)."""
    return [one.department for one in visit.department_notices if one.state is NoticeState.UNREAD]


def untold_departments(visit: Visit) -> list[str]:
    """The departments on the list that nobody has told yet."""
    return [one.department for one in visit.department_notices if one.told_at is None]


def objecting_departments(visit: Visit) -> list[DepartmentNotice]:
    """The departments that object (有异议)."""
    return [one for one in visit.department_notices if one.state is NoticeState.OBJECTS]


def department_of(owner: Owner, visit: Visit, names: Sequence[str]) -> str:
    """Which of these departments an owner of the checklist is in; blank where no name says so.

    `Owner.DEPARTMENT` is the one that the visit belongs to. The desk itself and the escorts are told otherwise.
    """
    if owner is Owner.DEPARTMENT:
        return visit.owner_department
    for word in KNOWN_BY.get(owner, ()):
        for name in names:
            if _is_named(name, word):
                return name
    return ""


def _is_named(name: str, word: str) -> bool:
    plain = name.casefold()
    return word in plain.split() if word in ("it", "hr") and not plain.startswith(word) else word in plain


def proposed_departments(visit: Visit, plan: Sequence[PlannedItem], names: Sequence[str]) -> list[str]:
    """The departments that are to be told: the owner's, and those in which the owners of open items are."""
    owners = dict.fromkeys((Owner.DEPARTMENT, *(item.owner for item in _counting(plan))))
    return [name for name in dict.fromkeys(department_of(owner, visit, names) for owner in owners) if name]


def owners_without_department(visit: Visit, plan: Sequence[PlannedItem], names: Sequence[str]) -> list[Owner]:
    """Owners of items for whom no department was found by its name: a person says who does it."""
    owners = dict.fromkeys(item.owner for item in _counting(plan))
    asked = [owner for owner in owners if owner is Owner.DEPARTMENT or owner in KNOWN_BY]
    return [owner for owner in asked if not department_of(owner, visit, names)]


def items_of(visit: Visit, department: str, plan: Sequence[PlannedItem]) -> list[PlannedItem]:
    """The items of the preparation that fall to a department on the visit's list (P3)."""
    names = [notice.department for notice in visit.department_notices]
    mine = {owner for owner in Owner if department_of(owner, visit, names) == department}
    return [item for item in _counting(plan) if item.owner in mine]


def own_tasks(notice: DepartmentNotice) -> list[str]:
    """What was written for a department beside the items of the checklist."""
    return [line.strip() for line in notice.tasks.splitlines() if line.strip()]


def _counting(plan: Iterable[PlannedItem]) -> list[PlannedItem]:
    return [item for item in plan if item.state is not ItemState.NOT_APPLICABLE]

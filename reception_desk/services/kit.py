"""The material kit of a visit: proposed from the company's lists, taken along and brought back (A6.1, A6.3b, A6.3c)."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from reception_desk.domain.house_lists import Supply
from reception_desk.domain.material import Material, MaterialKind, MaterialLanguage
from reception_desk.domain.supplies import (
    POINT,
    KitState,
    by_rule,
    cannot_be_shown_yet,
    kit,
    lacking,
    name_of,
    points_done,
    presentation,
    presentation_wanted,
    shown_codes,
    state_of,
)
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _
from reception_desk.repository.database import Database
from reception_desk.repository.journal import Said
from reception_desk.repository.unit_of_work import UnitOfWork
from reception_desk.services.list_ticks import put_down
from reception_desk.services.preparation import Preparation
from reception_desk.services.procedure import Procedure
from reception_desk.services.visits import changed_in

PRESENTATION_ITEM: Final = "128"
"""The item of the checklist that the presentation, found complete and tried, ticks off."""
OF_THE_FILE: Final = ("place", "edition")
"""Another file or version has not been tried yet."""


class Kit:
    """What is asked and done about the lines of a kit; they are added by hand and removed as parts of the visit."""

    def __init__(self, database: Database, procedure: Procedure, preparation: Preparation) -> None:
        self._database, self._procedure, self._preparation = database, procedure, preparation

    def propose(self, visit_id: int, now: datetime) -> int:
        """Add what the lists have and the kit has not; what is there already stays as it is. How many were added."""
        lists = self._procedure.lists()
        said = Said(N_("Put the material kit together from the lists"), visit_id=visit_id)
        with self._database.unit_of_work(said, now) as work:
            visit = work.visits.get(visit_id)
            missing = lacking(visit, lists)
            for place, needed in enumerate(missing, _last(visit) + 1):
                work.add(_line(visit, needed.supply, place, needed.quantity or 1))
        return len(missing)

    def take_quantities(self, visit_id: int, now: datetime) -> None:
        """Let the lines have the quantities that the lists say now; what is out already keeps its own."""
        said = Said(N_("Took the quantities of the lists"), visit_id=visit_id)
        with self._database.unit_of_work(said, now) as work:
            visit = work.visits.get(visit_id)
            wanted = by_rule(visit, self._procedure.lists())
            for line in kit(visit):
                if line.id in wanted:
                    work.change(line, quantity=wanted[line.id])

    def add(self, visit_id: int, now: datetime, /, **facts: Any) -> int:
        """Add a line that no list has; its id."""
        said = Said(N_("Added a line to the material kit"), visit_id=visit_id)
        with self._database.unit_of_work(said, now) as work:
            place = _last(work.visits.get(visit_id)) + 1
            return work.add(_blank(visit_id, place, **facts)).id

    def write(self, material_id: int, now: datetime, /, **facts: Any) -> None:
        """Change facts of a line; with another file or version its trial no longer holds (A6.3b)."""
        said = changed_in(0, "material", next(iter(facts)))
        with self._database.unit_of_work(said, now) as work:
            line = work.get(Material, material_id)
            said.visit_id = line.visit_id
            self._write(work, line, now, facts)

    def write_presentation(self, visit_id: int, now: datetime, /, **facts: Any) -> None:
        """Write a fact of the company presentation; with the first one it is a line of the kit."""
        said = changed_in(visit_id, "material", next(iter(facts)))
        with self._database.unit_of_work(said, now) as work:
            self._write(work, self._presentation(work, visit_id), now, facts)

    def hand_out(self, material_id: int, now: datetime, *, out: bool = True) -> None:
        """Note that a line is ready and taken along (已备), or is not after all."""
        self._tick(material_id, now, N_("“{item}” is out") if out else N_("“{item}” is not out"), out=out)

    def bring_back(self, material_id: int, now: datetime, *, back: bool = True) -> None:
        """Note that a line has come back (已收回), or has not after all."""
        self._tick(
            material_id, now, N_("“{item}” is back") if back else N_("“{item}” is not back"), back=back
        )

    def advance(self, material_id: int, now: datetime) -> None:
        """One state further: out, then back; one that is through stays as it is."""
        with self._database.reading() as work:
            state = state_of(work.get(Material, material_id))
        if state is KitState.LISTED:
            self.hand_out(material_id, now)
        elif state is KitState.OUT:
            self.bring_back(material_id, now)

    def all_out(self, visit_id: int, now: datetime) -> int:
        """Note that every line is ready and taken along. How many were not yet."""
        said = Said(N_("The whole material kit is out"), visit_id=visit_id)
        return self._tick_all(said, now, KitState.LISTED)

    def all_back(self, visit_id: int, now: datetime) -> int:
        """Note that every line that was out has come back. How many had not."""
        said = Said(N_("The whole material kit is back"), visit_id=visit_id)
        return self._tick_all(said, now, KitState.OUT)

    def tried(self, visit_id: int, now: datetime, *, done: bool = True) -> None:
        """Note that the presentation was played on the room's own computer, or was not after all (A6.3b)."""
        said = Said(
            N_("The presentation was tried on the room's computer")
            if done
            else N_("The presentation is not tried yet"),
            visit_id=visit_id,
        )
        with self._database.unit_of_work(said, now) as work:
            line = self._presentation(work, visit_id)
            if done and not (line.place.strip() and line.edition.strip()):
                raise ReceptionError(_("Say first which file in which version was tried."))
            work.change(line, tried_at=now if done else None, tried_by=self._person() if done else "")
            self._settle(work, visit_id, now)

    def tick_point(self, visit_id: int, code: str, now: datetime, *, done: bool = True) -> None:
        """Note that the presentation covers a point, or does not after all (A6.3c)."""
        point = next((one for one in self._procedure.lists().points if one.code == code), None)
        if point is None:
            raise ReceptionError(_("This point is no longer on the list."))
        said = Said(
            N_("The presentation covers “{item}”") if done else N_("The presentation lacks “{item}”"),
            visit_id=visit_id,
            item_zh=point.zh,
            item_en=point.en,
        )
        with self._database.unit_of_work(said, now) as work:
            visit = work.visits.get(visit_id)
            put_down(work, visit, (POINT, code, ""), self._person(), now, done=done)
            self._settle(work, visit_id, now)

    def _tick(
        self,
        material_id: int,
        now: datetime,
        sentence: str,
        *,
        out: bool | None = None,
        back: bool | None = None,
    ) -> None:
        said = Said(sentence)
        with self._database.unit_of_work(said, now) as work:
            line = work.get(Material, material_id)
            said.visit_id = line.visit_id
            said.details |= self._called(line)
            if out is False and line.in_at is not None:
                raise ReceptionError(_("It has come back already: take that tick off first."))
            if back and line.out_at is None:
                raise ReceptionError(_("It is not out yet: what has not gone out cannot come back."))
            if back and not line.is_returned:
                raise ReceptionError(_("It stays with the guests: nothing comes back."))
            field, done = ("out", bool(out)) if out is not None else ("in", bool(back))
            work.change(line, **_ticked(field, done, now, self._person()))

    def _tick_all(self, said: Said, now: datetime, state: KitState) -> int:
        with self._database.unit_of_work(said, now) as work:
            assert said.visit_id is not None
            lines = [one for one in kit(work.visits.get(said.visit_id)) if state_of(one) is state]
            field = "out" if state is KitState.LISTED else "in"
            for line in lines:
                work.change(line, **_ticked(field, True, now, self._person()))
        return len(lines)

    def _write(self, work: UnitOfWork, line: Material, now: datetime, facts: dict[str, Any]) -> None:
        was = {field: getattr(line, field) for field in OF_THE_FILE}
        work.change(line, **facts)
        if was != {field: getattr(line, field) for field in OF_THE_FILE} and line.tried_at is not None:
            work.change(line, tried_at=None, tried_by="")
        if line.code in shown_codes(self._procedure.lists()):
            self._settle(work, line.visit_id, now)

    def _presentation(self, work: UnitOfWork, visit_id: int) -> Material:
        """The line of the presentation; made where there is none yet."""
        visit, lists = work.visits.get(visit_id), self._procedure.lists()
        there = presentation(visit, lists)
        if there is not None:
            return there
        supply = presentation_wanted(visit, lists)
        if supply is None:
            raise ReceptionError(_("The lists have no presentation for this visit."))
        return work.add(_line(visit, supply, _last(visit) + 1, 1))

    def _settle(self, work: UnitOfWork, visit_id: int, now: datetime) -> None:
        """Let the item of the checklist say what the presentation is: found complete, and tried."""
        visit, lists = work.visits.get(visit_id), self._procedure.lists()
        covered = {one.code for one in lists.points} <= set(points_done(visit))
        done = covered and presentation(visit, lists) is not None and not cannot_be_shown_yet(visit, lists)
        self._preparation.settle(work, visit_id, PRESENTATION_ITEM, now, done=done)

    def _person(self) -> str:
        return self._database.attendant.person

    def _called(self, line: Material) -> dict[str, str]:
        lists = self._procedure.lists()
        return {f"item_{language}": name_of(line, lists, language) for language in ("zh", "en")}


def _blank(visit_id: int, position: int, **facts: Any) -> Material:
    return Material(
        visit_id=visit_id,
        position=position,
        kind=MaterialKind.OTHER,
        language=MaterialLanguage.OTHER,
        **facts,
    )


def _line(visit: Visit, supply: Supply, position: int, quantity: int) -> Material:
    return _blank(
        visit.id,
        position,
        code=supply.code,
        name=supply.zh,
        quantity=quantity,
        owner="",
        is_returned=supply.returned,
    )


def _ticked(field: str, done: bool, now: datetime, person: str) -> dict[str, object]:  # noqa: FBT001
    return {f"{field}_at": now if done else None, f"{field}_by": person if done else ""}


def _last(visit: Visit) -> int:
    return max((one.position for one in visit.materials), default=0)

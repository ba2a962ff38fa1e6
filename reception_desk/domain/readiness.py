"""How far a visit is, from the first facts to ready, and what is missing for the next step (A0)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

from reception_desk.domain.checklist import Phase
from reception_desk.domain.departments_told import objecting_departments, unanswered_departments
from reception_desk.domain.entity import Answer
from reception_desk.domain.gap import Gap, Urgency
from reception_desk.domain.guest import Guest
from reception_desk.domain.journey import Carrier
from reception_desk.domain.levels import Level
from reception_desk.domain.our_side import lacking
from reception_desk.domain.plan import PlannedItem
from reception_desk.domain.ranks import RankScale
from reception_desk.domain.relation import lacking_ranks, relation_of
from reception_desk.domain.second_confirmation import FIELD, WORDS, Confirmation
from reception_desk.domain.visit import Interpreter, Visit
from reception_desk.i18n import _, current_language, ngettext


class Stage(StrEnum):
    """信息确认 → 规格 → 方案 → 准备 → 就绪."""

    FACTS = "facts"
    STANDING = "standing"
    PLAN = "plan"
    PREPARATION = "preparation"
    READY = "ready"


@dataclass(frozen=True, kw_only=True)
class Missing:
    """One thing that is missing: what, in a few words, and where it is put right."""

    stage: Stage
    what: str
    section: str
    field: str = ""


@dataclass(frozen=True, kw_only=True)
class Readiness:
    """The stage that a visit is in, and all that is still missing, in the order of the stages."""

    stage: Stage
    missing: tuple[Missing, ...]
    reason: str = ""
    """Why it counts as ready all the same: what is missing, or goes missing later, stands beside it."""

    @property
    def next(self) -> tuple[Missing, ...]:
        """What is missing for the next stage."""
        return tuple(one for one in self.missing if one.stage is self._first)

    @property
    def _first(self) -> Stage:
        return self.missing[0].stage if self.missing else Stage.READY

    @property
    def is_by_word(self) -> bool:
        """Whether it is ready only because somebody said so."""
        return self.stage is Stage.READY and bool(self.missing)


def readiness(
    visit: Visit,
    level: Level | None,
    ranks: RankScale,
    plan: Sequence[PlannedItem],
    gaps: Sequence[Gap] = (),
    confirmations: Sequence[Confirmation] = (),
) -> Readiness:
    """How far a visit is; a reason given makes it ready whatever is missing, and hides none of it.

    While the gap finder finds anything (`gaps`), the visit is not ready (A7); nor while one of the three
    `confirmations` of the last round is not fresh (A8).
    """
    prepared = (*_preparation(visit, plan), *_confirmed(confirmations))
    known = (*_facts(visit), *_standing(visit), *_plan(visit, level, ranks), *prepared)
    missing = (*known, *_gaps(gaps, {(one.section, one.field.partition(":")[0]) for one in known}))
    stage = missing[0].stage if missing and not visit.ready_reason else Stage.READY
    return Readiness(stage=stage, missing=missing, reason=visit.ready_reason)


def _facts(visit: Visit) -> Iterator[Missing]:
    """What A1 and A2 ask for: who, when, what for, what they want, what we know of them."""
    wanted: tuple[tuple[object, str, str], ...] = (
        (visit.company, _("visiting company"), "company_id"),
        (visit.purpose.strip(), _("purpose of the visit"), "purpose"),
        (visit.owner_department, _("owner department"), "owner_department"),
        (visit.applicant, _("applicant"), "applicant"),
        (visit.arrival_at, _("time of arrival"), "arrival_at"),
        (visit.departure_at, _("time of departure"), "departure_at"),
        (visit.head_count, _("head count"), "heads"),
        (visit.main_guest, _("main guest"), "guests"),
    )
    for value, what, field in wanted:
        if not value:
            yield Missing(stage=Stage.FACTS, what=what, section="overview", field=field)
    yield from _people(visit)
    yield from _answers(visit)
    if visit.needs_dossier:
        words = _("client's dossier")
        yield Missing(stage=Stage.FACTS, what=words, section="background", field="background")


def _people(visit: Visit) -> Iterator[Missing]:
    """Whom we call, and what nobody has asked the guests (A1.1e-A1.1f)."""
    is_met = visit.pick_up is Answer.YES or any(leg.carrier is Carrier.OWN_CAR for leg in visit.legs)
    if is_met and (visit.contact is None or not visit.contact.person.phone):
        yield Missing(
            stage=Stage.FACTS, what=_("contact with a phone number"), section="overview", field="guests"
        )
    unasked = [guest for guest in visit.guests if guest.diet is None] if visit.meal.counts else []
    if unasked:
        words = ngettext("food of {count} guest", "food of {count} guests", len(unasked))
        yield _need(words.format(count=len(unasked)), unasked[0], "diet")
    unasked = [guest for guest in visit.guests if guest.lodging is None] if visit.hotel is Answer.YES else []
    if unasked:
        words = ngettext("room of {count} guest", "rooms of {count} guests", len(unasked))
        yield _need(words.format(count=len(unasked)), unasked[0], "lodging")


def _need(what: str, guest: Guest, field: str) -> Missing:
    return Missing(stage=Stage.FACTS, what=what, section="overview", field=f"guest:{guest.id}:{field}")


def _answers(visit: Visit) -> Iterator[Missing]:
    """What nobody has confirmed; of guests from abroad also their agent and interpreter (A1.1g, A1.1h, A1.2e)."""
    names = [name for name, answer in visit.answers() if answer is Answer.UNCONFIRMED]
    if names:
        words = ngettext("{count} answer on what they want", "{count} answers on what they want", len(names))
        yield Missing(
            stage=Stage.FACTS, what=words.format(count=len(names)), section="overview", field=names[0]
        )
    if visit.is_foreign and visit.agent is Answer.UNCONFIRMED:
        yield Missing(stage=Stage.FACTS, what=_("domestic agent or none"), section="overview", field="agent")
    if visit.is_foreign and visit.interpreter is Interpreter.UNCONFIRMED:
        words = _("interpreter or none")
        yield Missing(stage=Stage.FACTS, what=words, section="overview", field="interpreter")


def _standing(visit: Visit) -> Iterator[Missing]:
    """The level, and how our side ranks with theirs (A3.1)."""
    if visit.level is None:
        yield Missing(stage=Stage.STANDING, what=_("level"), section="plan", field="level")
    if relation_of(visit) is None:
        both = {"host": _("rank of our lead host"), "guest": _("rank of the main guest")}
        for leader in lacking_ranks(visit):
            yield Missing(
                stage=Stage.STANDING,
                what=both[leader.value],
                section="plan",
                field=f"relation:{leader.value}",
            )


def _plan(visit: Visit, level: Level | None, ranks: RankScale) -> Iterator[Missing]:
    """Who receives (A3.2)."""
    for lack in lacking(visit, level, ranks):
        if lack.host is None:
            words = lack.role.text(current_language())
            yield Missing(stage=Stage.PLAN, what=words, section="plan", field=f"role:{lack.role.code}")


def _gaps(gaps: Sequence[Gap], known: AbstractSet[tuple[str, str]]) -> Iterator[Missing]:
    """What else is lacking; what is late on the list is counted there, and what is told already is not told twice."""
    for gap in gaps:
        is_told = (gap.section, gap.field.partition(":")[0]) in known
        if gap.urgency is Urgency.SOON and not is_told:
            what = gap.sentence.rstrip("。.")
            yield Missing(stage=Stage.PREPARATION, what=what, section=gap.section, field=gap.field)


def _confirmed(confirmations: Sequence[Confirmation]) -> Iterator[Missing]:
    """What of people, place and vehicle is not confirmed in the last round, or was changed since (A8)."""
    lacking = [one for one in confirmations if not one.is_fresh]
    if lacking:
        changed = _("{what} (changed since)")
        names = [
            changed.format(what=_(WORDS[one.aspect])) if one.edition else _(WORDS[one.aspect])
            for one in lacking
        ]
        words = _("second confirmation: {what}").format(what=_(", ").join(names))
        field = f"{FIELD}:{lacking[0].aspect.value}"
        yield Missing(stage=Stage.PREPARATION, what=words, section="preparation", field=field)


def _preparation(visit: Visit, plan: Sequence[PlannedItem]) -> Iterator[Missing]:
    """The items up to the arrival, the last confirmation among them, and what the departments say (A4.2)."""
    for name in unanswered_departments(visit):
        words = _("answer of {department}").format(department=name)
        yield Missing(stage=Stage.PREPARATION, what=words, section="plan", field="departments")
    for notice in objecting_departments(visit):
        words = _("agreement of {department}").format(department=notice.department)
        yield Missing(stage=Stage.PREPARATION, what=words, section="plan", field="departments")
    open_items = [item for item in plan if item.phase is Phase.PREPARATION and item.is_open]
    if open_items:
        words = ngettext(
            "{count} item of the preparation", "{count} items of the preparation", len(open_items)
        )
        field = f"{open_items[0].code}/{open_items[0].subject}"
        yield Missing(
            stage=Stage.PREPARATION,
            what=words.format(count=len(open_items)),
            section="preparation",
            field=field,
        )

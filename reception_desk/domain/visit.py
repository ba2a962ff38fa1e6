"""The visit: who comes, when, what for, and what they want of us (A1)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from reception_desk.domain.booking import CarBooking, HotelBooking
from reception_desk.domain.briefing import Briefing
from reception_desk.domain.company import Company
from reception_desk.domain.department_notice import DepartmentNotice
from reception_desk.domain.entity import NO_REUSE, PK, Answer, Entity, choice_of
from reception_desk.domain.gift import Gift
from reception_desk.domain.guest import Guest
from reception_desk.domain.host import Host
from reception_desk.domain.itinerary import ItineraryRow
from reception_desk.domain.journey import Leg
from reception_desk.domain.list_tick import ListTick
from reception_desk.domain.material import Material
from reception_desk.domain.meal import Meal
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.opinion import Opinion
from reception_desk.domain.preparation import PreparationItem
from reception_desk.domain.question import Question
from reception_desk.domain.relation import Relation
from reception_desk.domain.ticket import Ticket
from reception_desk.domain.tour import TourStop
from reception_desk.domain.welcome import WelcomeMessage
from reception_desk.errors import ReceptionError
from reception_desk.i18n import N_, _, words

ANSWERS: Final = {
    "pick_up": N_("Pick-up"),
    "hotel": N_("Hotel"),
    "ticket": N_("Tickets"),
    "invitation": N_("Invitation letter"),
    "meal": N_("Meals"),
    "meeting": N_("Meeting"),
    "tour": N_("Tour"),
    "gift": N_("Gifts"),
    "sign": N_("Welcome sign"),
    "leadership": N_("Leadership takes part"),
}

HIGHEST_LEVEL: Final = 1

OF_THE_LIST: Final = (  # by these the list is put in order and narrowed; the index alone answers, no row is looked at
    "arrival_at",
    "id",
    "departure_at",
    "state",
    "level",
    "owner_department",
    "actual_arrival_at",
    "actual_departure_at",
    "deleted_at",
)


class VisitState(StrEnum):
    """What people decided about a visit; how far preparation is, is derived."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    CANCELLED = "cancelled"


class Interpreter(StrEnum):
    """Who interprets (A1.1h): theirs, ours, nobody, or nobody has asked yet."""

    THEIRS = "theirs"
    OURS = "ours"
    NONE = "none"
    UNCONFIRMED = "unconfirmed"


class Visit(Entity, kw_only=True, eq=False):
    """One reception. Times are the company's local time in `zone`; a draft may lack anything.

    `relation` is set only where a person decides otherwise than the ranks say (A3.1), with `relation_reason`;
    `notice_reason`: why notice came late (P5). `ready_reason`: why it counts as ready though facts are lacking
    (A0). `coordinator`: who of HR-Admin sees to it (P3). `kind`: of what kind the reception is (P2). `agent`:
    whether a domestic agent comes along (A1.1g). `station_send_off`: whether somebody goes along to the airport
    or station (B11c). `wants_quiet`: no talk in the car (B5b). `guest_hint` stands on the guests' itinerary,
    `contingency` and `budget` on the plan alone.
    """

    __tablename__ = "visit"
    __table_args__ = (
        UniqueConstraint("number"),
        CheckConstraint(
            "departure_at IS NULL OR arrival_at IS NULL OR departure_at >= arrival_at", name="order"
        ),
        CheckConstraint("level IS NULL OR level BETWEEN 1 AND 9", name="level"),
        CheckConstraint("men IS NULL OR men >= 0", name="men"),
        CheckConstraint("women IS NULL OR women >= 0", name="women"),
        CheckConstraint("heads IS NULL OR heads >= 0", name="heads"),
        Index("ix_visit_list", *OF_THE_LIST, sqlite_where=text("deleted_at IS NULL")),
        Index("ix_visit_departure_at", "departure_at", "arrival_at"),
        Index("ix_visit_owner_department", "owner_department", "arrival_at"),
        Index("ix_visit_deleted_at", "deleted_at", sqlite_where=text("deleted_at IS NOT NULL")),
        NO_REUSE,
    )

    number: Mapped[str]
    state: Mapped[VisitState] = mapped_column(choice_of(VisitState, "state"), default=VisitState.DRAFT)
    company_id: Mapped[int | None] = mapped_column(
        PK, ForeignKey("company.id", ondelete="RESTRICT"), default=None, index=True
    )
    checklist_id: Mapped[int] = mapped_column(PK, ForeignKey("template.id", ondelete="RESTRICT"))
    purpose: Mapped[str] = mapped_column(default="")
    level: Mapped[int | None] = mapped_column(default=None)
    owner_department: Mapped[str] = mapped_column(default="")
    applicant: Mapped[str] = mapped_column(default="")
    applicant_phone: Mapped[str] = mapped_column(default="")
    applicant_phone_extension: Mapped[str] = mapped_column(default="")
    applied_on: Mapped[date | None] = mapped_column(default=None)
    received_at: Mapped[datetime | None] = mapped_column(default=None)
    arrival_at: Mapped[datetime | None] = mapped_column(default=None)
    departure_at: Mapped[datetime | None] = mapped_column(default=None)
    zone: Mapped[str] = mapped_column(default="Asia/Shanghai")
    heads: Mapped[int | None] = mapped_column(default=None)
    men: Mapped[int | None] = mapped_column(default=None)
    women: Mapped[int | None] = mapped_column(default=None)
    drop_off: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    not_understood: Mapped[str] = mapped_column(default="")
    actual_arrival_at: Mapped[datetime | None] = mapped_column(default=None)
    actual_departure_at: Mapped[datetime | None] = mapped_column(default=None)
    is_confidential: Mapped[bool] = mapped_column(default=False)
    cancel_reason: Mapped[str] = mapped_column(default="")
    deleted_at: Mapped[datetime | None] = mapped_column(default=None)
    deleted_by: Mapped[str] = mapped_column(default="")
    relation: Mapped[Relation | None] = mapped_column(choice_of(Relation, "relation"), default=None)
    relation_reason: Mapped[str] = mapped_column(default="")
    notice_reason: Mapped[str] = mapped_column(default="")
    ready_reason: Mapped[str] = mapped_column(default="")
    coordinator: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(default="")
    budget: Mapped[str] = mapped_column(default="")
    contingency: Mapped[str] = mapped_column(default="")
    parking: Mapped[str] = mapped_column(default="")
    guest_hint: Mapped[str] = mapped_column(default="")
    invitation_costs: Mapped[str] = mapped_column(default="")
    agent: Mapped[Answer] = mapped_column(choice_of(Answer, "agent"), default=Answer.UNCONFIRMED)
    agent_company: Mapped[str] = mapped_column(default="")
    interpreter: Mapped[Interpreter] = mapped_column(
        choice_of(Interpreter, "interpreter"), default=Interpreter.UNCONFIRMED
    )
    interpreter_language: Mapped[str] = mapped_column(default="")
    station_send_off: Mapped[Answer] = mapped_column(
        choice_of(Answer, "station_send_off"), default=Answer.UNCONFIRMED
    )
    station_send_off_by: Mapped[str] = mapped_column(default="")
    wants_quiet: Mapped[bool] = mapped_column(default=False)
    pick_up: Mapped[Answer] = mapped_column(choice_of(Answer, "pick_up"), default=Answer.UNCONFIRMED)
    hotel: Mapped[Answer] = mapped_column(choice_of(Answer, "hotel"), default=Answer.UNCONFIRMED)
    ticket: Mapped[Answer] = mapped_column(choice_of(Answer, "ticket"), default=Answer.UNCONFIRMED)
    invitation: Mapped[Answer] = mapped_column(choice_of(Answer, "invitation"), default=Answer.UNCONFIRMED)
    meal: Mapped[Answer] = mapped_column(choice_of(Answer, "meal"), default=Answer.UNCONFIRMED)
    meeting: Mapped[Answer] = mapped_column(choice_of(Answer, "meeting"), default=Answer.UNCONFIRMED)
    tour: Mapped[Answer] = mapped_column(choice_of(Answer, "tour"), default=Answer.UNCONFIRMED)
    gift: Mapped[Answer] = mapped_column(choice_of(Answer, "gift"), default=Answer.UNCONFIRMED)
    sign: Mapped[Answer] = mapped_column(choice_of(Answer, "sign"), default=Answer.UNCONFIRMED)
    leadership: Mapped[Answer] = mapped_column(choice_of(Answer, "leadership"), default=Answer.UNCONFIRMED)

    company: Mapped[Company | None] = relationship(lazy="raise", repr=False, init=False)
    guests: Mapped[list[Guest]] = relationship(
        lazy="raise", repr=False, init=False, order_by=Guest.position, passive_deletes="all"
    )
    legs: Mapped[list[Leg]] = relationship(
        lazy="raise", repr=False, init=False, order_by=Leg.at, passive_deletes="all"
    )
    meetings: Mapped[list[Meeting]] = relationship(
        lazy="raise", repr=False, init=False, order_by=Meeting.starts_at, passive_deletes="all"
    )
    meals: Mapped[list[Meal]] = relationship(
        lazy="raise", repr=False, init=False, order_by=Meal.starts_at, passive_deletes="all"
    )
    itinerary: Mapped[list[ItineraryRow]] = relationship(
        lazy="raise", repr=False, init=False, order_by=ItineraryRow.starts_at, passive_deletes="all"
    )
    car_bookings: Mapped[list[CarBooking]] = relationship(
        lazy="raise", repr=False, init=False, order_by=CarBooking.starts_at, passive_deletes="all"
    )
    hotel_bookings: Mapped[list[HotelBooking]] = relationship(
        lazy="raise", repr=False, init=False, order_by=HotelBooking.check_in, passive_deletes="all"
    )
    items: Mapped[list[PreparationItem]] = relationship(
        lazy="raise", repr=False, init=False, passive_deletes="all"
    )
    tickets: Mapped[list[Ticket]] = relationship(
        lazy="raise", repr=False, init=False, order_by=Ticket.id, passive_deletes="all"
    )
    hosts: Mapped[list[Host]] = relationship(
        lazy="raise", repr=False, init=False, order_by=Host.position, passive_deletes="all"
    )
    tour_stops: Mapped[list[TourStop]] = relationship(
        lazy="raise", repr=False, init=False, order_by=TourStop.position, passive_deletes="all"
    )
    questions: Mapped[list[Question]] = relationship(
        lazy="raise", repr=False, init=False, order_by=Question.position, passive_deletes="all"
    )
    briefings: Mapped[list[Briefing]] = relationship(
        lazy="raise", repr=False, init=False, order_by=Briefing.id, passive_deletes="all"
    )
    opinions: Mapped[list[Opinion]] = relationship(
        lazy="raise", repr=False, init=False, order_by=Opinion.id, passive_deletes="all"
    )
    department_notices: Mapped[list[DepartmentNotice]] = relationship(
        lazy="raise", repr=False, init=False, order_by=DepartmentNotice.id, passive_deletes="all"
    )
    materials: Mapped[list[Material]] = relationship(
        lazy="raise", repr=False, init=False, order_by=Material.position, passive_deletes="all"
    )
    list_ticks: Mapped[list[ListTick]] = relationship(
        lazy="raise", repr=False, init=False, order_by=ListTick.id, passive_deletes="all"
    )
    gifts: Mapped[list[Gift]] = relationship(
        lazy="raise", repr=False, init=False, order_by=Gift.id, passive_deletes="all"
    )
    messages: Mapped[list[WelcomeMessage]] = relationship(
        lazy="raise", repr=False, init=False, order_by=WelcomeMessage.starts_at, passive_deletes="all"
    )

    def check(self) -> None:
        """Refuse a departure before the arrival (A1.2c), and a relation decided without a reason (A3.1)."""
        if self.arrival_at and self.departure_at and self.departure_at < self.arrival_at:
            raise ReceptionError(_("The departure is before the arrival. Nothing was changed."))
        if self.relation is not None and not self.relation_reason.strip():
            raise ReceptionError(_("Say in a few words why we receive otherwise than the ranks say."))

    @property
    def main_guest(self) -> Guest | None:
        """The main guest (主宾), if one is named (A1.1b)."""
        return next((guest for guest in self.guests if guest.is_main), None)

    @property
    def lead_host(self) -> Host | None:
        """Who of us leads: the one named so, else the escort of the highest rank (A3.1)."""
        named = next((host for host in self.hosts if host.is_lead), None)
        escorts = [host for host in self.hosts if host.is_escort and host.who.rank is not None]
        return named or min(escorts, key=lambda host: host.standing, default=None)

    @property
    def contact(self) -> Guest | None:
        """The guest whom we call (随行联系人, A1.1f)."""
        return next((guest for guest in self.guests if guest.is_contact), None)

    def heading(self, language: str) -> str:
        """What the visit is called at the desk: company, main guest with title, how many."""
        w = words(language)
        company = self.company.name_in(language) if self.company else ""
        main = self.main_guest
        name = f"{main.person.name_in(language)} {main.title_in(language)}".strip() if main else ""
        party = w("{name} and party").format(name=name) if name and (self.head_count or 0) > 1 else name
        return " · ".join(part for part in (company, party) if part) or w("Visit {number}").format(
            number=self.number
        )

    @property
    def head_count(self) -> int | None:
        """How many come: as told, else as many as are named (A1.1a)."""
        return self.heads if self.heads is not None else (len(self.guests) or None)

    @property
    def named_counts(self) -> frozenset[int]:
        """How many names are on the list: with the domestic agent and without, as either may have been told."""
        return frozenset({len(self.guests), sum(not guest.is_agent for guest in self.guests)})

    @property
    def is_foreign(self) -> bool:
        """Whether the company or any guest is from abroad."""
        return bool(self.company and self.company.is_foreign) or any(g.person.is_foreign for g in self.guests)

    def local(self, moment: datetime | None) -> datetime | None:
        """A moment on the clock of the company that is visited."""
        return None if moment is None else moment.astimezone(ZoneInfo(self.zone))

    def answers(self) -> Iterator[tuple[str, Answer]]:
        """The three-state answers by name."""
        return ((name, getattr(self, name)) for name in ANSWERS)

    @property
    def needs_dossier(self) -> bool:
        """Whether the client's dossier is asked for and lacking: at level 1 and for guests from abroad (A2.4)."""
        is_asked_for = self.level == HIGHEST_LEVEL or self.is_foreign
        return is_asked_for and self.company is not None and not self.company.has_dossier

    def lacking(self) -> list[str]:
        """What must be filled in before the visit may be submitted (P1, P4, A1.1a, A1.1b, A1.2a, A1.2b, A2.4)."""
        wanted = {
            _("owner department"): self.owner_department,
            _("applicant"): self.applicant,
            _("visiting company"): self.company,
            _("purpose of the visit"): self.purpose.strip(),
            _("time of arrival"): self.arrival_at,
            _("head count"): self.head_count,
            _("main guest"): self.main_guest,
            _("client's dossier"): not self.needs_dossier,
        }
        return [name for name, value in wanted.items() if not value]

    def submit(self) -> None:
        """Hand the application in; refused with what is still lacking, or where it was called off (P1, P4)."""
        if self.state is VisitState.CANCELLED:
            raise ReceptionError(_("This visit is cancelled: take it up again first."))
        if lacking := self.lacking():
            raise ReceptionError(_("Still to be filled in: {facts}.").format(facts=_(", ").join(lacking)))
        self.state = VisitState.SUBMITTED

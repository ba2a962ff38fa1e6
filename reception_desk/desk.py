"""The reception desk: a bundle of services, put together by hand, each made when it is first asked for."""

from __future__ import annotations

from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from reception_desk.i18n import use_language
from reception_desk.repository.database import Database

if TYPE_CHECKING:
    from reception_desk.services.acquaintances import Acquaintances
    from reception_desk.services.background import Background
    from reception_desk.services.backups import Backups
    from reception_desk.services.bin import Bin
    from reception_desk.services.booking_notes import BookingNotes
    from reception_desk.services.bookings import Bookings
    from reception_desk.services.cars import Cars
    from reception_desk.services.checklists import Checklists
    from reception_desk.services.cleaning import Cleaning
    from reception_desk.services.company import Company
    from reception_desk.services.compliance import ComplianceBook
    from reception_desk.services.consequences import Consequences
    from reception_desk.services.customs import CustomsBook
    from reception_desk.services.delays import Delays
    from reception_desk.services.department_notices import DepartmentNotices
    from reception_desk.services.duplicates import Duplicates
    from reception_desk.services.first_run import FirstRun
    from reception_desk.services.gap_finder import GapFinder
    from reception_desk.services.gifts import Gifts
    from reception_desk.services.guest_memory import GuestMemory
    from reception_desk.services.guests import Guests
    from reception_desk.services.hand_over import HandOver
    from reception_desk.services.history import History
    from reception_desk.services.hosts import Hosts
    from reception_desk.services.house import House
    from reception_desk.services.intake import Intake
    from reception_desk.services.invitations import Invitations
    from reception_desk.services.itineraries import Itineraries
    from reception_desk.services.kit import Kit
    from reception_desk.services.lead_times import LeadTimeBook
    from reception_desk.services.levels import LevelBook
    from reception_desk.services.paper_words import PaperWordBook
    from reception_desk.services.papers import Papers
    from reception_desk.services.parts import Parts
    from reception_desk.services.preparation import Preparation
    from reception_desk.services.procedure import Procedure
    from reception_desk.services.ranks import RankBook
    from reception_desk.services.read_back import ReadBackBook
    from reception_desk.services.register import Register
    from reception_desk.services.reminders import Reminders
    from reception_desk.services.rescheduling import Rescheduling
    from reception_desk.services.rivals import Rivals
    from reception_desk.services.room_ready import RoomsReady
    from reception_desk.services.rosters import Rosters
    from reception_desk.services.sample_data import SampleData
    from reception_desk.services.seals import Seals
    from reception_desk.services.second_confirmation import SecondConfirmations
    from reception_desk.services.short_codes import ShortCodes
    from reception_desk.services.sign_books import SignBooks
    from reception_desk.services.sign_orders import SignOrders
    from reception_desk.services.signs import Signs
    from reception_desk.services.tasks import Tasks
    from reception_desk.services.tellings import Tellings
    from reception_desk.services.templates import TemplateBook
    from reception_desk.services.today import Today
    from reception_desk.services.visit_facts import VisitFacts
    from reception_desk.services.visits import Visits
    from reception_desk.services.welcome import Welcome
    from reception_desk.services.wording import WordingBook
    from reception_desk.services.working_days import WorkingDayBook

Made = TypeVar("Made")


class Service(Generic[Made]):
    """A service of the desk: where its class stands, and which others it is made of.

    It is imported and made when it is first asked for: a window shows its first screen with a few of them.
    """

    def __init__(self, place: str, *needs: str) -> None:
        self._module, _dot, self._kind = place.partition(".")
        self._needs = needs
        self._name = ""

    def __set_name__(self, _owner: type, name: str) -> None:
        self._name = name

    def __get__(self, desk: Any, _owner: type | None = None) -> Made:
        if desk is None:
            raise AttributeError(self._name)
        kind = getattr(import_module(f"reception_desk.services.{self._module}"), self._kind)
        made: Made = kind(*(getattr(desk, need) for need in self._needs))
        # From now on the desk itself has it under this name, and this is not asked again.
        return desk.__dict__.setdefault(self._name, made)  # type: ignore[no-any-return]


class ReceptionDesk:
    """All that a window or a script may ask for; `close` it when done."""

    _facts: Service[VisitFacts] = Service("visit_facts.VisitFacts", "preparation", "procedure", "seals")
    _notes: Service[BookingNotes] = Service("booking_notes.BookingNotes", "database", "_facts")
    procedure: Service[Procedure] = Service("procedure.Procedure", "database")
    templates: Service[TemplateBook] = Service("templates.TemplateBook", "database")
    checklists: Service[Checklists] = Service("checklists.Checklists", "database", "templates")
    levels: Service[LevelBook] = Service("levels.LevelBook", "templates")
    ranks: Service[RankBook] = Service("ranks.RankBook", "database", "templates")
    customs: Service[CustomsBook] = Service("customs.CustomsBook", "templates")
    lead_times: Service[LeadTimeBook] = Service("lead_times.LeadTimeBook", "templates")
    wording: Service[WordingBook] = Service("wording.WordingBook", "templates")
    paper_words: Service[PaperWordBook] = Service("paper_words.PaperWordBook", "database")
    working_days: Service[WorkingDayBook] = Service("working_days.WorkingDayBook", "database")
    visits: Service[Visits] = Service("visits.Visits", "database", "procedure")
    rescheduling: Service[Rescheduling] = Service("rescheduling.Rescheduling", "database", "procedure")
    bin: Service[Bin] = Service("bin.Bin", "database")
    acquaintances: Service[Acquaintances] = Service("acquaintances.Acquaintances", "database")
    register: Service[Register] = Service("register.Register", "database")
    duplicates: Service[Duplicates] = Service("duplicates.Duplicates", "database", "seals")
    guests: Service[Guests] = Service("guests.Guests", "database")
    memory: Service[GuestMemory] = Service("guest_memory.GuestMemory", "database")
    gifts: Service[Gifts] = Service("gifts.Gifts", "database")
    hosts: Service[Hosts] = Service("hosts.Hosts", "database", "house", "procedure")
    department_notices: Service[DepartmentNotices] = Service(
        "department_notices.DepartmentNotices", "database", "_facts", "house", "preparation"
    )
    parts: Service[Parts] = Service("parts.Parts", "database", "_notes")
    bookings: Service[Bookings] = Service("bookings.Bookings", "database", "_notes")
    cars: Service[Cars] = Service("cars.Cars", "database")
    preparation: Service[Preparation] = Service("preparation.Preparation", "database", "procedure")
    compliance: Service[ComplianceBook] = Service(
        "compliance.ComplianceBook", "database", "procedure", "preparation"
    )
    background: Service[Background] = Service("background.Background", "database", "preparation")
    kit: Service[Kit] = Service("kit.Kit", "database", "procedure", "preparation")
    cleaning: Service[Cleaning] = Service("cleaning.Cleaning", "database", "procedure", "preparation")
    rooms_ready: Service[RoomsReady] = Service(
        "room_ready.RoomsReady", "database", "procedure", "preparation"
    )
    papers: Service[Papers] = Service("papers.Papers", "database", "_facts")
    gaps: Service[GapFinder] = Service("gap_finder.GapFinder", "database", "procedure", "_facts")
    tellings: Service[Tellings] = Service("tellings.Tellings", "database", "_facts")
    consequences: Service[Consequences] = Service(
        "consequences.Consequences", "database", "_facts", "procedure"
    )
    delays: Service[Delays] = Service("delays.Delays", "database", "consequences")
    short_codes: Service[ShortCodes] = Service("short_codes.ShortCodes", "database", "_facts")
    read_back: Service[ReadBackBook] = Service(
        "read_back.ReadBackBook", "database", "_facts", "tellings", "preparation"
    )
    second_confirmation: Service[SecondConfirmations] = Service(
        "second_confirmation.SecondConfirmations", "database", "_facts", "procedure", "preparation"
    )
    itineraries: Service[Itineraries] = Service(
        "itineraries.Itineraries", "database", "_facts", "tellings", "papers", "preparation"
    )
    intake: Service[Intake] = Service("intake.Intake", "database", "procedure")
    history: Service[History] = Service("history.History", "database")
    today: Service[Today] = Service("today.Today", "database", "visits", "preparation", "papers", "gaps")
    reminders: Service[Reminders] = Service("reminders.Reminders", "today")
    tasks: Service[Tasks] = Service("tasks.Tasks", "database", "preparation", "house")
    welcome: Service[Welcome] = Service("welcome.Welcome", "database", "procedure")
    signs: Service[Signs] = Service("signs.Signs", "database", "procedure")
    sign_orders: Service[SignOrders] = Service("sign_orders.SignOrders", "database")
    hand_over: Service[HandOver] = Service("hand_over.HandOver", "database", "procedure")
    sign_books: Service[SignBooks] = Service("sign_books.SignBooks", "database")
    rivals: Service[Rivals] = Service("rivals.Rivals", "database")
    company: Service[Company] = Service("company.Company", "database")
    house: Service[House] = Service("house.House", "database")
    rosters: Service[Rosters] = Service("rosters.Rosters", "database", "procedure")
    sample_data: Service[SampleData] = Service(
        "sample_data.SampleData", "database", "visits", "guests", "parts", "cars", "preparation", "hosts"
    )
    first_run: Service[FirstRun] = Service("first_run.FirstRun", "database", "company", "sample_data")
    backups: Service[Backups] = Service("backups.Backups", "database")
    seals: Service[Seals] = Service("seals.Seals", "database")
    invitations: Service[Invitations] = Service("invitations.Invitations", "database", "_facts", "seals")

    def __init__(self, folder: Path, database: Database) -> None:
        self.folder, self.database = folder, database

    def close(self) -> None:
        """Let go of the data."""
        self.database.close()


def open_desk(folder: Path, now: datetime) -> ReceptionDesk:
    """Open the desk on a data folder, new or old, in the language and under the name last chosen there."""
    desk = ReceptionDesk(folder, Database.open(folder, now))
    settings = desk.company.settings()
    desk.company.attend(settings)
    use_language(settings.language)
    desk.procedure.take_over_shipped(now)
    return desk

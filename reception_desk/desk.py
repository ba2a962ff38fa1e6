"""The reception desk: a bundle of services, put together by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from reception_desk.i18n import use_language
from reception_desk.repository.database import Database
from reception_desk.services.acquaintances import Acquaintances
from reception_desk.services.background import Background
from reception_desk.services.backups import Backups
from reception_desk.services.bin import Bin
from reception_desk.services.booking_notes import BookingNotes
from reception_desk.services.bookings import Bookings
from reception_desk.services.cars import Cars
from reception_desk.services.checklists import Checklists
from reception_desk.services.company import Company
from reception_desk.services.consequences import Consequences
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
from reception_desk.services.rescheduling import Rescheduling
from reception_desk.services.rivals import Rivals
from reception_desk.services.rosters import Rosters
from reception_desk.services.sample_data import SampleData
from reception_desk.services.seals import Seals
from reception_desk.services.short_codes import ShortCodes
from reception_desk.services.sign_books import SignBooks
from reception_desk.services.sign_orders import SignOrders
from reception_desk.services.signs import Signs
from reception_desk.services.tellings import Tellings
from reception_desk.services.templates import TemplateBook
from reception_desk.services.today import Today
from reception_desk.services.visit_facts import VisitFacts
from reception_desk.services.visits import Visits
from reception_desk.services.welcome import Welcome
from reception_desk.services.wording import WordingBook
from reception_desk.services.working_days import WorkingDayBook


@dataclass(frozen=True, kw_only=True)
class ReceptionDesk:
    """All that a window or a script may ask for; `close` it when done."""

    folder: Path
    procedure: Procedure
    templates: TemplateBook
    checklists: Checklists
    levels: LevelBook
    ranks: RankBook
    lead_times: LeadTimeBook
    wording: WordingBook
    paper_words: PaperWordBook
    working_days: WorkingDayBook
    visits: Visits
    rescheduling: Rescheduling
    bin: Bin
    acquaintances: Acquaintances
    register: Register
    duplicates: Duplicates
    guests: Guests
    memory: GuestMemory
    gifts: Gifts
    hosts: Hosts
    department_notices: DepartmentNotices
    parts: Parts
    bookings: Bookings
    cars: Cars
    preparation: Preparation
    background: Background
    papers: Papers
    gaps: GapFinder
    tellings: Tellings
    consequences: Consequences
    delays: Delays
    short_codes: ShortCodes
    read_back: ReadBackBook
    intake: Intake
    history: History
    today: Today
    welcome: Welcome
    signs: Signs
    sign_orders: SignOrders
    hand_over: HandOver
    sign_books: SignBooks
    rivals: Rivals
    company: Company
    house: House
    rosters: Rosters
    sample_data: SampleData
    first_run: FirstRun
    backups: Backups
    seals: Seals
    invitations: Invitations
    database: Database

    def close(self) -> None:
        """Let go of the data."""
        self.database.close()


def open_desk(folder: Path, now: datetime) -> ReceptionDesk:
    """Open the desk on a data folder, new or old, in the language and under the name last chosen there."""
    database = Database.open(folder, now)
    procedure, templates = Procedure(database), TemplateBook(database)
    company = Company(database)
    settings = company.settings()
    company.attend(settings)
    use_language(settings.language)
    procedure.take_over_shipped(now)
    visits, preparation = Visits(database, procedure), Preparation(database, procedure)
    seals = Seals(database)
    facts = VisitFacts(preparation, procedure, seals)
    papers, tellings = Papers(database, facts), Tellings(database, facts)
    gaps = GapFinder(database, procedure, facts)
    notes, consequences = BookingNotes(database, facts), Consequences(database, facts, procedure)
    guests, parts, cars, house = Guests(database), Parts(database, notes), Cars(database), House(database)
    hosts = Hosts(database, house, procedure)
    sample_data = SampleData(database, visits, guests, parts, cars, preparation, hosts)
    return ReceptionDesk(
        folder=folder,
        procedure=procedure,
        templates=templates,
        checklists=Checklists(database, templates),
        levels=LevelBook(templates),
        ranks=RankBook(database, templates),
        lead_times=LeadTimeBook(templates),
        wording=WordingBook(templates),
        paper_words=PaperWordBook(database),
        working_days=WorkingDayBook(database),
        visits=visits,
        rescheduling=Rescheduling(database, procedure),
        bin=Bin(database),
        acquaintances=Acquaintances(database),
        register=Register(database),
        duplicates=Duplicates(database, seals),
        guests=guests,
        memory=GuestMemory(database),
        gifts=Gifts(database),
        hosts=hosts,
        department_notices=DepartmentNotices(database, facts, house, preparation),
        parts=parts,
        bookings=Bookings(database, notes),
        cars=cars,
        preparation=preparation,
        background=Background(database, preparation),
        papers=papers,
        gaps=gaps,
        tellings=tellings,
        consequences=consequences,
        delays=Delays(database, consequences),
        short_codes=ShortCodes(database, facts),
        read_back=ReadBackBook(database, facts, tellings, preparation),
        intake=Intake(database, procedure),
        history=History(database),
        today=Today(database, visits, preparation, papers, gaps),
        welcome=Welcome(database, procedure),
        signs=Signs(database, procedure),
        sign_orders=SignOrders(database),
        hand_over=HandOver(database, procedure),
        sign_books=SignBooks(database),
        rivals=Rivals(database),
        company=company,
        house=house,
        rosters=Rosters(database, procedure),
        sample_data=sample_data,
        first_run=FirstRun(database, company, sample_data),
        backups=Backups(database),
        seals=seals,
        invitations=Invitations(database, facts, seals),
        database=database,
    )

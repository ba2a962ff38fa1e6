"""What every hand-out is: facts in, content first, then ink (idea 3: editions)."""

from __future__ import annotations

import hashlib
import json
from abc import abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import ClassVar, Final

from reception_desk.documents.notices import Notice
from reception_desk.documents.own_words import PaperWords, Speaker, speaker
from reception_desk.documents.telling import Telling
from reception_desk.domain.confirmed_facts import Aspect
from reception_desk.domain.customs import CustomsCard
from reception_desk.domain.edition import Choice, Content, Stamp
from reception_desk.domain.gift import GivenBefore
from reception_desk.domain.house_lists import HouseLists
from reception_desk.domain.introduction import HostsFirst
from reception_desk.domain.lead_times import LeadTimes
from reception_desk.domain.levels import Level
from reception_desk.domain.nearby_place import NearbyPlace
from reception_desk.domain.passport import OpenPassport, Passport
from reception_desk.domain.plan import PlannedItem
from reception_desk.domain.preparation import ItemState
from reception_desk.domain.ranks import RankScale
from reception_desk.domain.read_back import Unread
from reception_desk.domain.visit import Visit
from reception_desk.i18n import words

ALL_LANGUAGES: Final = ("zh", "en", "both")


@dataclass(frozen=True, kw_only=True)
class Inviter:
    """Who signs our letters, and from where they are sent: in Chinese and in Latin letters."""

    name: str = ""
    name_en: str = ""
    title: str = ""
    title_en: str = ""
    address: str = ""
    address_en: str = ""
    place: str = ""
    place_en: str = ""

    def said(self, part: str, language: str) -> str:
        """A part for a reader of `zh` or `en`; the other one where that is blank."""
        ours, theirs = getattr(self, part), getattr(self, f"{part}_en")
        return str((theirs or ours) if language == "en" else (ours or theirs))


@dataclass(frozen=True, kw_only=True)
class House:
    """Our own company, as far as paper shows it."""

    name: str = ""
    name_en: str = ""
    logo: bytes | None = field(default=None, repr=False)
    contact: str = ""
    phone: str = ""
    admin_contact: str = ""
    admin_phone: str = ""
    hosts_first: HostsFirst = HostsFirst.ALWAYS
    words: PaperWords = field(default_factory=dict, repr=False, hash=False)
    inviter: Inviter = field(default_factory=Inviter)

    def name_in(self, language: str) -> str:
        """The name for a reader of `zh` or `en`; the other one where that is blank."""
        preferred, other = (self.name_en, self.name) if language == "en" else (self.name, self.name_en)
        return preferred or other

    def says(self, paper: str) -> Speaker:
        """How our company words that paper."""
        return speaker(self.words.get(paper, {}))


@dataclass(frozen=True, kw_only=True)
class Mark:
    """How far one item is: drawn on a sheet, and no part of its content."""

    state: ItemState
    by: str = ""
    at: datetime | None = None
    reason: str = ""


Marks = Mapping[str, Mark]
Agreed = tuple[datetime, str]


def closed(_passport: Passport) -> OpenPassport:
    """What a passport says where nobody may open it: nothing."""
    return OpenPassport()


@dataclass(frozen=True, kw_only=True)
class PaperFacts:
    """All that a hand-out may tell of: the visit loaded whole, what is derived from it, and our company.

    Of the company's procedure what holds of this visit: its level, the customs cards of the guests' countries.
    """

    visit: Visit
    plan: Sequence[PlannedItem] = ()
    notices: Sequence[Notice] = ()
    house: House = field(default_factory=House)
    level: Level | None = None
    ranks: RankScale | None = None
    lead_times: LeadTimes | None = None
    lists: HouseLists | None = None
    missed_notice: date | None = None
    """The last day on which notice would have been in time, where it came later (P5)."""
    cards: Sequence[CustomsCard] = ()
    """Of the countries that they come from, the company's first (A2.3)."""
    earlier: Sequence[Visit] = ()
    """When the company was here before, the latest first, with guests and hosts."""
    nearby: Sequence[NearbyPlace] = ()
    """The places near the company that guests are told of (A6.8)."""
    given_before: Mapping[int, GivenBefore] = field(default_factory=dict)
    """When the same was given to the same person before, by the id of the gift (A6.6)."""
    unread: tuple[Unread, ...] = ()
    """The values that nobody has confirmed to us as they are now (A1.5)."""

    passports: Mapping[int, Passport] = field(default_factory=dict)
    """The guests' passports as they are sealed, by person (A1.3)."""
    opened: Callable[[Passport], OpenPassport] = field(default=closed, repr=False)
    """What stands in a passport: asked for by the letter of invitation alone, and only when it is drawn."""
    agreed: Mapping[str, Agreed] = field(default_factory=dict)
    """When the client found a letter of invitation right, and who noted it, by the fingerprint of what it told."""

    confirmed: Mapping[Aspect, Agreed] = field(default_factory=dict)
    """When people, place and vehicle were confirmed in the last round, as they are now, and who noted it (A8)."""

    def marks(self) -> Marks:
        """The progress of the items that somebody has touched."""
        return {
            item_key(planned): Mark(
                state=planned.state,
                by=planned.item.done_by,
                at=self.visit.local(planned.item.done_at),
                reason=planned.item.reason,
            )
            for planned in self.plan
            if planned.item is not None
        }


def item_key(planned: PlannedItem) -> str:
    """What an item is called in a content: its code, and its subject where it comes once for each."""
    return f"item {planned.code} {planned.subject}".strip()


def grouped(content: Content) -> dict[str, dict[str, str]]:
    """A content by what its fields are about: `visit/number` stands under `visit`, in its order."""
    groups: dict[str, dict[str, str]] = {}
    for name, value in content:
        about, _, part = name.partition("/")
        groups.setdefault(about, {})[part] = value
    return groups


def spoken(language: str) -> tuple[str, ...]:
    """The languages that a choice asks for, the first one first."""
    return ("zh", "en") if language == "both" else (language,)


class HandOut(Telling):
    """One kind of paper. Pure: no queries, no state, no clock."""

    template_version: ClassVar[str]
    languages: ClassVar[tuple[str, ...]] = ALL_LANGUAGES
    papers: ClassVar[tuple[str, ...]] = ("A4",)
    stamped: ClassVar[bool] = True
    about_a_guest: ClassVar[bool] = False
    about: ClassVar[str] = (
        ""  # the part of a choice that picks one of several: `guest_id`, `car_booking_id` …
    )
    can_show_day: ClassVar[bool] = False
    wants_names_read: ClassVar[bool] = False
    """Whether a name on it that nobody has confirmed to us needs a reason to be printed (A1.5)."""

    def name(self, language: str) -> str:
        """What it is called, in `zh`, `en` or both."""
        return " ".join(words(one)(self.title) for one in spoken(language))

    def wording(self, house: House) -> str:
        """Which wording it is drawn with: another one makes no other content, but can be told (idea 3)."""
        own = house.words.get(self.number, {})
        if not own:
            return self.template_version
        spelled = json.dumps(own, sort_keys=True, ensure_ascii=False).encode()
        return f"{self.template_version}+{hashlib.sha256(spelled).hexdigest()[:8]}"

    @abstractmethod
    def is_needed(self, facts: PaperFacts) -> bool:
        """Whether the visit calls for it, as far as is known."""

    @abstractmethod
    def reason(self, facts: PaperFacts) -> str:
        """Why it is needed, or why not: a msgid."""

    def usual_holder(self, facts: PaperFacts, choice: Choice) -> str:
        """Who gets it, as far as the facts say."""
        return ""

    def usual_choice(self, facts: PaperFacts, language: str, guest_id: int | None = None) -> Choice:
        """How it is made unless somebody says otherwise; `language` is that of our people."""
        return Choice(language=language)

    def lacks(self, facts: PaperFacts) -> str:
        """What it is printed without only for a reason; nothing where it has all that it cannot do without."""
        return ""

    def marks(self, facts: PaperFacts, choice: Choice) -> Marks:
        """What has been done already, by item; a paper may add marks of its own."""
        return facts.marks()

    def beside_content(self, house: House, marks: Marks) -> Iterable[str]:
        """Texts from outside that it draws besides its content, to be looked through before printing."""
        return ()

    def unsealed(self, content: Content, facts: PaperFacts) -> Content:
        """The content as the ink shows it; another one than is kept only where what is kept must not be read."""
        return content

    @abstractmethod
    def draw(self, content: Content, choice: Choice, house: House, stamp: Stamp, marks: Marks) -> bytes:
        """The PDF of a content; the same arguments give the same bytes."""

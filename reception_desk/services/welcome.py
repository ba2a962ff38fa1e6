"""The welcome queue: words proposed, checked, told to IT, shown and taken down; what each sign must show now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any, Final

from reception_desk.domain.sign import Sign
from reception_desk.domain.typo_guard import Doubt, doubts, names_to_keep_whole
from reception_desk.domain.visit import Visit
from reception_desk.domain.welcome import WelcomeMessage
from reception_desk.domain.welcome_state import Standing, standing, told_fingerprint
from reception_desk.domain.welcome_words import proposed_words, wording_phrases
from reception_desk.domain.wording import BilingualText
from reception_desk.errors import ReceptionError
from reception_desk.exchange.welcome_json import standing_json
from reception_desk.i18n import N_, _
from reception_desk.repository.database import Database
from reception_desk.repository.journal import Said
from reception_desk.repository.unit_of_work import UnitOfWork
from reception_desk.services.discretion import discreet
from reception_desk.services.procedure import Procedure
from reception_desk.services.sign_queues import manners_of, queued
from reception_desk.signs.resolve import SignQueue

AHEAD: Final = timedelta(days=14)
"""Visits that come within this time are offered a message."""

NEUTRAL: Final = timedelta(hours=2)

IsOnSign = Callable[[WelcomeMessage], bool]


def was_seen(message: WelcomeMessage) -> bool:
    """Take it for shown if it ever was: for those who do not drive the signs themselves."""
    return message.seen_at is not None


class Welcome:
    """What is asked and done about welcome messages."""

    def __init__(self, database: Database, procedure: Procedure) -> None:
        self._database, self._procedure = database, procedure

    def queue(self, now: datetime, on_sign: IsOnSign = was_seen) -> list[Standing]:
        """Every message that is not long over, by its window; `on_sign` says whether its sign shows it now."""
        with self._database.reading() as work:
            return self._standings(work, work.welcome.not_over(now), now, on_sign)

    def of_visit(self, visit_id: int, now: datetime, on_sign: IsOnSign = was_seen) -> list[Standing]:
        """The messages of one visit, by their window."""
        with self._database.reading() as work:
            return self._standings(work, work.welcome.of_visit(visit_id), now, on_sign)

    def get(self, message_id: int, now: datetime, on_sign: IsOnSign = was_seen) -> Standing:
        """One message as it stands."""
        with self._database.reading() as work:
            return self._standings(work, [work.get(WelcomeMessage, message_id)], now, on_sign)[0]

    def alarms(self, now: datetime, on_sign: IsOnSign = was_seen) -> list[Standing]:
        """What somebody must see to now: not on the sign, never shown, to be taken down, IT not told (A6.2b)."""
        return [entry for entry in self.queue(now, on_sign) if entry.wants_somebody(now)]

    def beside(self, entry: Standing, now: datetime) -> list[Standing]:
        """Other companies' messages that have the same sign at the same time."""
        mine = entry.visit.company_id if entry.visit else None
        return [other for other in self.queue(now) if mine and _meet(entry, other, mine)]

    def sign_queues(self, now: datetime) -> list[SignQueue]:
        """Every sign with all that may have to be shown on it: what the signs are driven by."""
        with self._database.reading() as work:
            entries = self._standings(work, work.welcome.not_over(now), now, was_seen)
            orders, manners = work.welcome.orders(now), manners_of(work, self._procedure.wording())
            return [
                SignQueue(
                    sign,
                    queued(entries, sign),
                    tuple(order for order in orders if order.sign_id == sign.id),
                    manners,
                )
                for sign in work.welcome.signs()
            ]

    def without_message(self, now: datetime) -> list[Visit]:
        """Visits of the next days that want a sign and have no message yet, the next first."""
        with self._database.reading() as work:
            coming = work.welcome.coming(now, now + AHEAD)
            taken = {m.visit_id for m in work.welcome.not_over(now) if m.cancelled_at is None}
        return [visit for visit in coming if visit.sign.counts and visit.id not in taken]

    def proposal(self, visit_id: int) -> BilingualText:
        """The words that the company's wording makes of a visit (A6.2a)."""
        with self._database.reading() as work:
            return proposed_words(_visit(work, visit_id), self._procedure.wording())

    def doubts(self, text: str, visit: Visit) -> list[Doubt]:
        """Names in a text that the visit does not have, or has a little differently."""
        return doubts(text, visit, wording_phrases(self._procedure.wording()))

    def propose(self, visit_id: int, now: datetime, sign_id: int | None = None) -> int:
        """Put the proposed words of a visit in the queue, as a draft that follows the visit; the message's id."""
        said = Said(N_("Proposed the words of welcome"), visit_id=visit_id)
        with self._database.unit_of_work(said, now) as work:
            sign = _sign(work, sign_id)
            visit = _visit(work, visit_id)
            if any(m.sign_id == sign.id and not m.is_over for m in work.welcome.of_visit(visit_id)):
                raise ReceptionError(_("This visit already has a message on {sign}.").format(sign=sign.name))
            words = proposed_words(visit, self._procedure.wording())
            message = WelcomeMessage(
                visit_id=visit_id, sign_id=sign.id, text=words.zh, text_en=words.en, zone=visit.zone
            )
            return work.add(message).id

    def add(
        self, sign_id: int, text: str, starts_at: datetime, ends_at: datetime, now: datetime, **facts: Any
    ) -> int:
        """Put words in the queue that belong to no visit; the message's id."""
        with self._database.unit_of_work(
            Said(N_("Added words of welcome: {words}"), words=text), now
        ) as work:
            message = WelcomeMessage(
                sign_id=sign_id, text=text, starts_at=starts_at, ends_at=ends_at, **facts
            )
            return work.add(message).id

    def add_neutral(self, now: datetime) -> int:
        """Put words that name nobody in the queue, from now for two hours, to be changed; the message's id."""
        with self._database.reading() as work:
            sign_id = _sign(work, None).id
        starts = now.replace(second=0, microsecond=0)
        text = self._procedure.wording().unnamed.zh
        return self.add(sign_id, text, starts, starts + NEUTRAL, now)

    def change(self, message_id: int, now: datetime, **facts: Any) -> None:
        """Change words, window, sign, priority or effect; new words are shown only once they are checked."""
        said = Said(N_("Changed the words of welcome") if "text" in facts or "text_en" in facts
                    else N_("Changed when or where the words of welcome are shown"))  # fmt: skip
        with self._database.unit_of_work(said, now) as work:
            message = work.get(WelcomeMessage, message_id)
            said.visit_id = message.visit_id
            work.change(message, **facts)

    def propose_again(self, message_id: int, now: datetime) -> None:
        """Take the words that would be proposed today."""
        said = Said(N_("Proposed the words of welcome again"))
        with self._database.unit_of_work(said, now) as work:
            message = work.get(WelcomeMessage, message_id)
            if message.visit_id is None:
                raise ReceptionError(_("This message belongs to no visit; nothing can be proposed."))
            said.visit_id = message.visit_id
            words = proposed_words(_visit(work, message.visit_id), self._procedure.wording())
            work.change(message, text=words.zh, text_en=words.en)

    def check(self, message_id: int, now: datetime) -> None:
        """Note that the words were read and are right: from now on they may be shown.

        Refused where the sign cannot show a character of them: a name would stand there wrong.
        """
        from reception_desk.signs.renderer import problems

        with self._acting(message_id, N_("Checked the words of welcome"), now) as (work, message, by):
            sign = work.get(Sign, message.sign_id)
            if wrong := problems(f"{message.text}\n{message.text_en}", sign):
                raise ReceptionError(" ".join(wrong))
            message.mark_checked(by, now)

    def tell_it(self, message_id: int, now: datetime) -> None:
        """Note that IT was told what to show, where and when (A6.2b)."""
        with self._acting(message_id, N_("Told IT about the words of welcome"), now) as (work, message, by):
            sign = work.get(Sign, message.sign_id)
            visit = work.find(Visit, message.visit_id) if message.visit_id else None
            hidden = message.id in discreet(work, [(message, visit)], self._procedure.lead_times())
            message.tell_it(by, now, told_fingerprint(message, visit, sign.name, discreet=hidden))

    def see(self, message_id: int, now: datetime) -> None:
        """Note that the person at the desk has seen the words on the sign: where people look after it."""
        with self._acting(message_id, N_("Saw the words of welcome on the sign"), now) as (_w, message, by):
            message.refuse_if_over()
            message.mark_seen(by, now)

    def take_down(self, message_id: int, now: datetime) -> None:
        """Take words off the sign, whatever their window says."""
        with self._acting(message_id, N_("Took the words of welcome down"), now) as (_work, message, by):
            message.take_down(by, now)

    def cancel(self, message_id: int, now: datetime) -> None:
        """Call words off; undo brings them back."""
        with self._acting(message_id, N_("Cancelled the words of welcome"), now) as (_work, message, by):
            message.cancel(by, now)

    def note_seen(self, sign: Sign, message_ids: Sequence[int], now: datetime) -> None:
        """Note the first time that a sign itself says that it shows these messages."""
        with self._database.reading() as work:
            news = [m.id for m in work.welcome.of_sign(sign.id) if m.id in message_ids and m.seen_at is None]
        for message_id in news:
            said = Said(N_("The words of welcome are on the sign “{sign}”"), sign=sign.name)
            with self._database.unit_of_work(said, now, person=sign.name) as work:
                message = work.get(WelcomeMessage, message_id)
                said.visit_id = message.visit_id
                message.mark_seen(sign.name, now)

    def as_json(self, visit_id: int, now: datetime) -> list[dict[str, Any]]:
        """The messages of a visit for scripts."""
        return [standing_json(entry) for entry in self.of_visit(visit_id, now)]

    def preview(self, visit_id: int, width: int, height: int, now: datetime) -> bytes:
        """A PNG of what a sign of that size shows first for a visit: its message, else the proposal.

        Refused where a character of it cannot be drawn.
        """
        from reception_desk.signs.renderer import png, problems, render_text

        with self._database.reading() as work:
            visit = _visit(work, visit_id)
            live = [message for message in work.welcome.of_visit(visit_id) if not message.is_over]
        words = BilingualText(live[0].text, live[0].text_en) if live else self.proposal(visit_id)
        sign = Sign(name="", width=width, height=height)
        if wrong := problems(f"{words.zh}\n{words.en}", sign):
            raise ReceptionError(" ".join(wrong))
        programme = render_text(words.zh, width, height, text_en=words.en, names=names_to_keep_whole(visit))
        return png(programme.picture_at(0))

    @contextmanager
    def _acting(
        self, message_id: int, sentence: str, now: datetime
    ) -> Iterator[tuple[UnitOfWork, WelcomeMessage, str]]:
        """One act of the person at the desk on one message, all of it or nothing."""
        said = Said(sentence)
        with self._database.unit_of_work(said, now) as work:
            message = work.get(WelcomeMessage, message_id)
            said.visit_id = message.visit_id
            yield work, message, self._database.attendant.person

    def _standings(
        self, work: UnitOfWork, messages: Iterable[WelcomeMessage], now: datetime, on_sign: IsOnSign
    ) -> list[Standing]:
        messages = list(messages)
        visits = work.welcome.visits({m.visit_id for m in messages if m.visit_id})
        signs = {sign.id: sign for sign in work.welcome.signs()}
        times = self._procedure.lead_times()
        beside = [(message, visits.get(message.visit_id or 0)) for message in messages]
        hidden = discreet(work, beside, times)
        found = [
            standing(
                message,
                visit,
                times,
                now,
                sign=signs[message.sign_id],
                on_sign=on_sign(message),
                discreet=message.id in hidden,
            )
            for message, visit in beside
        ]
        return sorted(found, key=_by_window)


def _meet(one: Standing, other: Standing, company_id: int) -> bool:
    theirs = other.visit.company_id if other.visit else None
    if theirs in {None, company_id} or one.message.sign_id != other.message.sign_id or other.message.is_over:
        return False
    mine, its = one.window, other.window
    return bool(mine and its and mine.starts < its.ends and its.starts < mine.ends)


def _by_window(entry: Standing) -> tuple[bool, float, int]:
    starts = entry.window.starts.timestamp() if entry.window else 0.0
    return entry.window is None, starts, entry.message.id


def _sign(work: UnitOfWork, sign_id: int | None) -> Sign:
    if sign_id is not None:
        return work.get(Sign, sign_id)
    signs = work.welcome.signs()
    if not signs:
        raise ReceptionError(_("Set up a sign first, then words can be proposed for it."))
    return next((sign for sign in signs if sign.is_on), signs[0])


def _visit(work: UnitOfWork, visit_id: int) -> Visit:
    visit = work.welcome.visits([visit_id]).get(visit_id)
    if visit is None:
        raise ReceptionError(_("This visit is no longer there."))
    return visit

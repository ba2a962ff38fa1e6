"""Where a welcome message stands: derived from people's acts, the visit, the clock and what the sign confirmed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from reception_desk.domain.lead_times import LeadTimes
from reception_desk.domain.sign import Sign, SignKind
from reception_desk.domain.visit import Visit, VisitState
from reception_desk.domain.welcome import WelcomeMessage, digest

HEAD_START: Final = timedelta(minutes=5)
"""Shown this much before it must stand, so that there is time to go and look."""


@dataclass(frozen=True)
class Window:
    """From `starts` until just before `ends`; by `due` it must stand on the sign."""

    starts: datetime
    ends: datetime
    due: datetime

    def __contains__(self, moment: datetime) -> bool:
        return self.starts <= moment < self.ends


class MessageState(StrEnum):
    """One word for where a message stands."""

    DRAFT = "draft"
    CHECKED = "checked"
    TOLD_IT = "told_it"
    DUE = "due"
    SHOWING = "showing"
    TAKE_DOWN = "take_down"
    LATE = "late"
    EXPIRED = "expired"
    MISSED = "missed"
    TAKEN_DOWN = "taken_down"
    CANCELLED = "cancelled"


def window_of(message: WelcomeMessage, visit: Visit | None, times: LeadTimes) -> Window | None:
    """When it is shown: as set by hand, else from before the arrival until after the departure (A6.2b).

    It never outlives its visit by more than the grace; without an arrival, or once the visit is cancelled,
    there is no window.
    """
    if visit is None:
        starts, ends, due = message.starts_at, message.ends_at, message.starts_at
    elif visit.state is VisitState.CANCELLED:
        return None
    else:
        due = _must_stand(visit, times) or message.starts_at
        starts = message.starts_at or _first(visit.actual_arrival_at, due and due - HEAD_START)
        ends = _first(message.ends_at, _last_moment(visit, times, by_hand=message.ends_at is not None))
    if starts is None or ends is None or due is None or ends <= starts:
        return None
    return Window(starts, ends, due)


def _must_stand(visit: Visit, times: LeadTimes) -> datetime | None:
    return visit.arrival_at and visit.arrival_at - timedelta(minutes=times.sign_lead_minutes)


def _last_moment(visit: Visit, times: LeadTimes, *, by_hand: bool) -> datetime | None:
    grace = timedelta(minutes=times.sign_grace_minutes)
    if visit.actual_departure_at:
        return visit.actual_departure_at + (grace if by_hand else timedelta())
    if visit.departure_at:
        return visit.departure_at + grace
    if visit.arrival_at is None or by_hand:
        return None
    zone = ZoneInfo(visit.zone)
    day_after = visit.arrival_at.astimezone(zone).date() + timedelta(days=1)
    return datetime.combine(day_after, time(), zone)  # nobody knows when they leave: the day of arrival only


def _first(*moments: datetime | None) -> datetime | None:
    return min((moment for moment in moments if moment), default=None)


def told_fingerprint(
    message: WelcomeMessage, visit: Visit | None, sign_name: str, *, discreet: bool = False
) -> str:
    """The fingerprint of what IT is told: words, sign, and the plan, not what came of it on the day.

    `discreet`: a rival would read it, so IT is told the words that name nobody.
    """
    starts = message.starts_at or (visit and visit.arrival_at)
    ends = message.ends_at or (visit and visit.departure_at)
    moments = (moment.astimezone(UTC).isoformat() if moment else "" for moment in (starts, ends))
    hidden = ["confidential"] if discreet or (visit and visit.is_confidential) else []
    return digest(message.checked_text, message.checked_text_en, message.effect, sign_name, *moments, *hidden)


@dataclass(frozen=True)
class Standing:
    """All that can be said of one message at one moment."""

    message: WelcomeMessage
    visit: Visit | None
    sign: Sign
    window: Window | None
    state: MessageState
    knows_it: bool
    tell_it_by: datetime | None
    is_told_old_words: bool

    def is_telling_late(self, now: datetime) -> bool:
        """Whether IT should have been told by now (A6.2b) and was not, or was told something else."""
        waiting = self.state in {MessageState.DRAFT, MessageState.CHECKED}
        return waiting and self.tell_it_by is not None and now >= self.tell_it_by

    def wants_somebody(self, now: datetime) -> bool:
        """Whether it is late, was missed, must be taken down, or IT must be told now."""
        alarming = {MessageState.LATE, MessageState.MISSED, MessageState.TAKE_DOWN}
        may_still_tell = self.is_told_old_words and self.state in {MessageState.DRAFT, MessageState.CHECKED}
        return self.state in alarming or self.is_telling_late(now) or may_still_tell


def standing(
    message: WelcomeMessage,
    visit: Visit | None,
    times: LeadTimes,
    now: datetime,
    *,
    sign: Sign,
    on_sign: bool,
    discreet: bool = False,
) -> Standing:
    """Say where a message stands; `on_sign` is whether the sign has confirmed that it shows it now.

    Where people look after the sign, it is what they said: seen, and not yet taken down.
    """
    by_people = sign.kind is SignKind.HAND_OVER
    if by_people:
        on_sign = message.seen_at is not None and message.taken_down_at is None
    window = window_of(message, visit, times)
    told = message.told_it_at is not None
    knows = told and message.told_it_of == told_fingerprint(message, visit, sign.name, discreet=discreet)
    arrival = visit.arrival_at if visit else None
    return Standing(
        message=message,
        visit=visit,
        sign=sign,
        window=window,
        state=_state(message, visit, window, now, knows_it=knows, on_sign=on_sign, by_people=by_people),
        knows_it=knows,
        tell_it_by=arrival and arrival - timedelta(days=times.sign_told_days),
        is_told_old_words=told and not knows and not message.is_over,
    )


def _state(
    message: WelcomeMessage,
    visit: Visit | None,
    window: Window | None,
    now: datetime,
    *,
    knows_it: bool,
    on_sign: bool,
    by_people: bool,
) -> MessageState:
    if message.cancelled_at or (visit is not None and visit.state is VisitState.CANCELLED):
        return MessageState.TAKE_DOWN if on_sign and by_people else MessageState.CANCELLED
    if message.taken_down_at:
        return MessageState.TAKEN_DOWN
    if window is not None and (now >= window.starts or (on_sign and by_people)):
        return _state_in_time(message, visit, window, now, on_sign=on_sign, by_people=by_people)
    if not message.is_checked:
        return MessageState.DRAFT
    return MessageState.TOLD_IT if knows_it else MessageState.CHECKED


def _state_in_time(
    message: WelcomeMessage,
    visit: Visit | None,
    window: Window,
    now: datetime,
    *,
    on_sign: bool,
    by_people: bool,
) -> MessageState:
    """What people have put on their own sign stays there after its time: until they say that it is gone."""
    if now >= window.ends:
        if on_sign and by_people:
            return MessageState.TAKE_DOWN
        return MessageState.EXPIRED if message.seen_at else MessageState.MISSED
    if on_sign:
        left = visit and (visit.actual_departure_at or visit.departure_at)
        return MessageState.TAKE_DOWN if left and now >= left else MessageState.SHOWING
    return MessageState.LATE if now >= window.due else MessageState.DUE

"""How a sign is by the record, for those who do not drive it: scripts, and whoever watches over the house."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from reception_desk.domain.sign import Sign
from reception_desk.domain.sign_lease import SignSending
from reception_desk.exchange.visit_json import local
from reception_desk.signs.lease import Lease
from reception_desk.signs.reconciler import SignState
from reception_desk.signs.resolve import Desired, SignQueue

ALIVE: Final = timedelta(minutes=1)
"""Who has beaten within this time is taken for alive by those who only look."""

UNDRIVEN: Final = "undriven"
"""A sign that is switched on, but no program drives it."""

_SHOWN: Final = (SignState.CONFIRMED, SignState.SENT)


@dataclass(frozen=True)
class SignReport:
    """A sign: its state, who drives it, what it must show, what it shows, what went wrong last."""

    sign: Sign
    state: SignState
    is_driven: bool
    lease: Lease
    desired: Desired
    shown: SignSending | None
    last_error: SignSending | None


def report_of(
    queue: SignQueue, lease: Lease, newest: SignSending | None, error: SignSending | None, now: datetime
) -> SignReport:
    """Say how a sign is: shown is only what was sent last, and not taken back by what came of it."""
    sign, desired = queue.sign, queue.desired(now)
    is_driven = bool(lease.owner) and lease.beat_at is not None and abs(now - lease.beat_at) <= ALIVE
    state = SignState.OFF
    if sign.is_on and is_driven:
        is_news = newest is None or newest.digest != desired.fingerprint
        state = SignState.WAITING if is_news or newest is None else SignState(newest.state)
    shown = newest if state in _SHOWN else None
    return SignReport(sign, state, is_driven, lease, desired, shown, error)


def report_json(report: SignReport, zone: str) -> dict[str, Any]:
    """One sign as JSON: local times, never more than it has confirmed."""
    desired, shown, error = report.desired, report.shown, report.last_error
    return {
        "sign": report.sign.name,
        "kind": report.sign.kind.value,
        "state": UNDRIVEN if report.sign.is_on and not report.is_driven else report.state.value,
        "driven": report.is_driven,
        "owner": report.lease.owner or None,
        "token": report.lease.token,
        "beat": local(report.lease.beat_at, zone),
        "desired": {
            "showing": desired.showing.value,
            "pages": [{"text": page.text, "text_en": page.text_en} for page in desired.pages],
            "messages": list(desired.message_ids),
            "digest": desired.fingerprint,
        },
        "shown": _sending_json(shown) if shown else None,
        "since": local(shown.answered_at or shown.at, zone) if shown else None,
        "last_error": {"at": local(error.at, zone), "reason": error.reason} if error else None,
        "next_change": local(desired.valid_until, zone),
    }


def report_line(report: SignReport, zone: str) -> str:
    """One sign on one line, for people at a terminal."""
    facts = report_json(report, zone)
    words = report.shown.words if report.shown else ""
    error = report.last_error.reason if report.last_error and report.state is SignState.OFFLINE else ""
    parts = (report.sign.name, facts["state"], words, error, facts["next_change"] or "")
    return " · ".join(part for part in parts if part)


def _sending_json(shown: SignSending) -> dict[str, Any]:
    return {"words": shown.words, "digest": shown.digest, "confirmed": shown.state == SignState.CONFIRMED}

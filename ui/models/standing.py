"""How a visit stands, as a word, an icon and a colour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from reception_desk.domain.checklist import Phase
from reception_desk.domain.plan import PlannedItem, Progress, progress
from reception_desk.domain.visit import VisitState
from reception_desk.domain.visit_filter import Timed, VisitStanding, standing_of
from reception_desk.i18n import _, ngettext


@dataclass(frozen=True)
class Standing:
    """A word, the colour that supports it, the icon before it."""

    words: str
    tone: str = "muted"
    icon: str = ""


def progress_of(visit: Timed, items: list[PlannedItem], now: datetime) -> Progress:
    """The progress that matters now: of a visit that is over, what follows it; else all of it."""
    return progress(items, now, Phase.FOLLOW_UP if _is_over(visit, now) else None)


def _is_over(visit: Timed, now: datetime) -> bool:
    return standing_of(visit, now) is VisitStanding.OVER


def standing(visit: Timed, progress: Progress | None, now: datetime) -> Standing:
    """Where a visit stands now; without `progress` (not worked out yet) only what its times say."""
    if visit.state is VisitState.CANCELLED:
        return Standing(_("Cancelled"), "muted", "close")
    words, tone, mark = _of_the_moment(visit, progress, now)
    if progress is not None and progress.late:
        late = ngettext("{count} late", "{count} late", progress.late).format(count=progress.late)
        return Standing(f"{words} · {late}", "late", "warning")
    return Standing(words, tone, mark)


def _of_the_moment(visit: Timed, progress: Progress | None, now: datetime) -> tuple[str, str, str]:
    stands = standing_of(visit, now)
    if stands is VisitStanding.OVER:
        return _("Over"), "muted", "check"
    if stands is VisitStanding.HERE:
        return _("Here now"), "primary", "door"
    if progress is not None and progress.applicable and progress.done == progress.applicable:
        return _("All prepared"), "done", "check-circle"
    word = _("Draft") if visit.state is VisitState.DRAFT else _("Preparing")
    if progress is None or not progress.done:
        return word, "muted", "edit" if visit.state is VisitState.DRAFT else "checklist"
    return f"{word} {progress.done}/{progress.applicable}", "text", "checklist"

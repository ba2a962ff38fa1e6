"""What to look at twice in words of welcome, the worst first; and who has done what with them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from reception_desk.desk import ReceptionDesk
from reception_desk.domain.welcome_state import Standing
from reception_desk.i18n import _, current_language
from reception_desk.signs.renderer import only_as_picture, problems
from ui.models.welcome import zone_of
from ui.widgets.lines import Line


def lines_of(desk: ReceptionDesk, entry: Standing, now: datetime) -> list[Line]:
    """The lines under the picture; one whose place is a company asks whether they are rivals."""
    return [*_wrong(desk, entry), *_hidden(desk, entry, now), *_told(entry, now)]


def _wrong(desk: ReceptionDesk, entry: Standing) -> Iterator[Line]:
    message = entry.message
    for text in (message.text, message.text_en):
        for problem in problems(text, entry.sign):
            yield Line("error", problem, "late")
        if hint := only_as_picture(text, entry.sign):
            yield Line("info", hint, "soon")
        for doubt in desk.welcome.doubts(text, entry.visit) if entry.visit else ():
            words = (
                _("“{found}”: the visit has “{meant}”.")
                if doubt.meant
                else _("“{found}” is not in the visit.")
            )
            yield Line("warning", words.format(found=doubt.found, meant=doubt.meant), "soon")
    if message.has_new_words and not message.is_over:
        words = _("Until these words are checked the sign goes on with: {words}")
        checked = f"{message.checked_text} {message.checked_text_en}".strip()
        yield Line("info", words.format(words=checked), "soon")


def _hidden(desk: ReceptionDesk, entry: Standing, now: datetime) -> Iterator[Line]:
    visit = entry.visit
    if visit is None or entry.message.is_over:
        return
    if visit.is_confidential:
        yield Line("lock", _("Confidential: the sign names nobody."), "primary")
        return
    pairs = desk.rivals.pairs()
    for other in desk.welcome.beside(entry, now):
        theirs, mine = other.visit.company_id if other.visit else None, visit.company_id
        company = other.visit.company if other.visit else None
        if theirs is None or mine is None or company is None:
            continue
        is_rival = (min(mine, theirs), max(mine, theirs)) in pairs
        words = (
            _("Rival at the same time: {company}") if is_rival else _("At the same time: {company}. Rivals?")
        )
        name = company.name_in(current_language())
        yield Line("lock" if is_rival else "group", words.format(company=name), "primary", str(theirs))


def _told(entry: Standing, now: datetime) -> Iterator[Line]:
    if entry.is_told_old_words:
        yield Line("refresh", _("IT was told something else: words, sign or time have changed."), "soon")
    elif entry.is_telling_late(now) and entry.tell_it_by:
        by = f"{entry.tell_it_by.astimezone(zone_of(entry)):%m-%d %H:%M}"
        yield Line("warning", _("IT should have been told by {moment}.").format(moment=by), "late")


def acts_of(entry: Standing) -> list[str]:
    """Who did what, when, and how."""
    message, zone = entry.message, zone_of(entry)
    acts = (
        (message.checked_at, _("{moment} checked by {person}"), message.checked_by),
        (message.told_it_at, _("{moment} IT told by {person}"), message.told_it_by),
        (message.seen_at, _("{moment} on the sign, says {person}"), message.seen_by),
        (message.taken_down_at, _("{moment} taken down by {person}"), message.taken_down_by),
        (message.cancelled_at, _("{moment} cancelled by {person}"), message.cancelled_by),
    )
    said = [
        words.format(moment=f"{at.astimezone(zone):%m-%d %H:%M}", person=person)
        for at, words, person in acts
        if at is not None
    ]
    if message.told_it_how:
        said.append(_("The files lie in {folder}.").format(folder=message.told_it_how))
    return said

"""How papers and their editions are called on the screen."""

from __future__ import annotations

from typing import Final
from zoneinfo import ZoneInfo

from reception_desk.domain.edition import Choice, EditionNow, EditionState, Medium
from reception_desk.domain.visit import Visit
from reception_desk.i18n import N_, _, current_language
from reception_desk.services.papers import PaperLine
from ui.models.rows import Row
from ui.widgets.fact_choice import Options

STATES: Final = {
    EditionState.CURRENT: (N_("Up to date"), "done", "check-circle"),
    EditionState.STALE: (N_("Old version"), "late", "warning"),
    EditionState.REPLACED: (N_("Replaced"), "muted", "forward"),
    EditionState.RECALLED: (N_("Recalled"), "muted", "undo"),
    EditionState.WITHDRAWN: (N_("Withdrawn"), "muted", "close"),
}
LANGUAGES: Final = {"zh": N_("Chinese"), "en": N_("English"), "both": N_("Both languages")}


def paper_name(line: PaperLine) -> str:
    """The number and the name of a paper."""
    return f"{line.hand_out.number} {line.hand_out.name(current_language())}"


def paper_row(key: int, line: PaperLine) -> Row:
    """A paper of the visit, and whether it is still to be printed."""
    if line.last is not None:
        words, tone, icon = STATES[line.last.state]
    elif line.is_needed:
        words, tone, icon = N_("Not printed yet"), "soon", "print"
    else:
        words, tone, icon = N_("Not needed"), "muted", "skip"
    return Row(key=key, first=paper_name(line), end=_(words), tone=tone, icon=icon)


def edition_row(made: EditionNow, visit: Visit) -> Row:
    """One edition: which, when, by whom, how it left, and what it is worth now."""
    edition = made.edition
    words, tone, icon = STATES[made.state]
    how = (
        _("PDF")
        if edition.medium == Medium.PDF.value
        else _("{number} printed").format(number=edition.copies)
    )
    made_at = edition.made_at.astimezone(ZoneInfo(visit.zone))
    when = f"{made_at.month}/{made_at.day} {made_at:%H:%M}"
    wording = ((_("Newer wording"), "plain"),) if made.newer_wording else ()
    return Row(
        key=edition.id,
        first=_("Rev. {number}").format(number=edition.revision),
        marks=wording,
        second=" · ".join([_choice_words(edition.choice, visit), when, how, edition.made_by]),
        end=_(words),
        tone=tone,
        icon=icon,
    )


def _choice_words(choice: dict[str, object], visit: Visit) -> str:
    guest = next(
        (g.person.name_in(current_language()) for g in visit.guests if g.id == choice.get("guest_id")), ""
    )
    language = _(LANGUAGES[str(choice.get("language", "zh"))])
    size = str(choice.get("paper", ""))
    return " ".join(part for part in (guest, language, "" if size == Choice().paper else size) if part)


def guest_options(visit: Visit) -> Options:
    """Whose name can be on a paper: the main guest's, whoever that is, or another's."""
    main = visit.main_guest
    first = main.person.name_in(current_language()) if main else ""
    others = [
        (guest.id, guest.person.name_in(current_language())) for guest in visit.guests if guest is not main
    ]
    return [(None, first or _("The visiting company")), *others]

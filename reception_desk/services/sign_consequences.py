"""Words of welcome that a change touches: IT was told other ones, or they were changed since they were checked."""

from __future__ import annotations

from collections.abc import Iterator

from reception_desk.domain.consequences import Concern, Consequence
from reception_desk.domain.visit import Visit
from reception_desk.domain.welcome import WelcomeMessage
from reception_desk.domain.welcome_state import told_fingerprint
from reception_desk.i18n import LANGUAGES, N_, _, words
from reception_desk.repository.unit_of_work import UnitOfWork
from reception_desk.services.change_words import message_about
from reception_desk.services.discretion import discreet
from reception_desk.services.procedure import Procedure


def of_signs(work: UnitOfWork, visit_id: int, procedure: Procedure) -> list[Consequence]:
    """A line for each text of the visit that somebody must see to, and one for IT."""
    messages = [one for one in work.welcome.of_visit(visit_id) if one.is_checked and not one.is_over]
    if not messages:
        return []
    visit = work.visits.whole(visit_id)
    if visit is None:
        return []
    hidden = discreet(work, [(one, visit) for one in messages], procedure.lead_times())
    signs = {sign.id: sign.name for sign in work.welcome.signs()}
    return [
        line
        for message in messages
        for line in _lines(message, visit, signs.get(message.sign_id, ""), is_hidden=message.id in hidden)
    ]


def _lines(message: WelcomeMessage, visit: Visit, sign: str, *, is_hidden: bool) -> Iterator[Consequence]:
    told = told_fingerprint(message, visit, sign, discreet=is_hidden)
    if message.has_new_words:
        change = _("The words were changed since they were checked.")
        yield _line(message, sign, change, visit, can_tell=False)
    elif message.told_it_at is not None and message.told_it_of != told:
        yield _line(message, sign, _("IT was told otherwise."), visit, can_tell=True)


def _line(message: WelcomeMessage, sign: str, change: str, visit: Visit, *, can_tell: bool) -> Consequence:
    return Consequence(
        concern=Concern.SIGN,
        key=f"sign:{message.id}",
        what=_("Sign: {name}").format(name=sign),
        who=_("IT") if can_tell else "",
        changes=(change,),
        texts={one: _text(message, sign, visit, one) for one in LANGUAGES} if can_tell else {},
        message_id=message.id,
        section="welcome",
        can_tell=can_tell,
    )


def _text(message: WelcomeMessage, sign: str, visit: Visit, language: str) -> str:
    """What IT is to show now; the words themselves stay on the notice, where a rival might read along."""
    say, shown = words(language), " / ".join(message.checked_text.split("\n"))
    changes = [say(N_("Sign: {name}")).format(name=sign)]
    if not visit.is_confidential:
        changes.append(say(N_("Words")) + say(N_(": ")) + shown)
    starts = message.starts_at or visit.arrival_at
    ends = message.ends_at or visit.departure_at
    moments = [f"{local:%m-%d %H:%M}" for one in (starts, ends) if (local := visit.local(one)) is not None]
    changes.append(" – ".join(moments))
    return message_about(visit, changes, language)

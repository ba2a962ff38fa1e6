"""The words in which a change is told, ready to be copied and sent."""

from __future__ import annotations

from collections.abc import Sequence

from reception_desk.documents.change_told import GONE
from reception_desk.documents.differences import differences
from reception_desk.domain.edition import Content
from reception_desk.domain.visit import Visit
from reception_desk.i18n import N_, current_language, words


def changes_between(then: Content, now: Content | None, language: str = "") -> tuple[str, ...]:
    """What is told otherwise, a sentence each, in the language of the screen unless another one is asked for."""
    say = words(language or current_language())
    if now is None or now == GONE:
        return (say(N_("It is no longer wanted.")),)
    if then == GONE:
        return (say(N_("It is wanted again.")),)
    return tuple(difference.words for difference in differences(then, now, language))


def message_about(visit: Visit, changes: Sequence[str], language: str) -> str:
    """A message to whoever must know: which visit, what is otherwise, and to say that it was read."""
    say = words(language)
    called = "" if visit.is_confidential else visit.heading(language)
    which = " ".join(filter(None, (visit.number, called)))
    lines = [say(N_("Change to visit {which}:")).format(which=which)]
    lines += [f"· {change}" for change in changes]
    lines.append(say(N_("Please go by this from now on, and reply once you have read it.")))
    return "\n".join(lines)

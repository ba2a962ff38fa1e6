"""The words of welcome of a visit that may be told to the people of a sign: checked, and not called off."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass

from reception_desk.domain.lead_times import LeadTimes
from reception_desk.domain.sign import Sign
from reception_desk.domain.visit import Visit
from reception_desk.domain.welcome import WelcomeMessage
from reception_desk.domain.welcome_state import Window, window_of
from reception_desk.domain.wording import NEUTRAL, BilingualText


@dataclass(frozen=True, kw_only=True)
class Notice:
    """Words, their sign, and when they are shown; `names_nobody`: they are the neutral ones."""

    message: WelcomeMessage
    sign: Sign
    window: Window
    text: str
    text_en: str
    names_nobody: bool = False


def notices_of(
    visit: Visit,
    signs: Iterable[Sign],
    times: LeadTimes,
    neutral: BilingualText = NEUTRAL,
    discreet: Container[int] = (),
) -> tuple[Notice, ...]:
    """What IT can be told of a visit, the first to be shown first.

    A confidential one, and the messages of the ids in `discreet`, by the words that name nobody.
    """
    by_id = {sign.id: sign for sign in signs}
    found = []
    for message in visit.messages:
        window = window_of(message, visit, times)
        sign = by_id.get(message.sign_id)
        if window and sign and message.is_checked and not message.is_over:
            text, text_en = message.checked_text, message.checked_text_en
            hidden = visit.is_confidential or message.id in discreet
            if hidden:
                text, text_en = neutral.zh, neutral.en if text_en else ""
            found.append(
                Notice(
                    message=message, sign=sign, window=window, text=text, text_en=text_en, names_nobody=hidden
                )
            )
    return tuple(sorted(found, key=lambda notice: (notice.window.starts, notice.message.id)))

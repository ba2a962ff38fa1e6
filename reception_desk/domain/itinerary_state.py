"""How far an itinerary is: derived from what was told to the client, never set (A4.1)."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from reception_desk.domain.edition import EditionNow, EditionState

SENT: Final = "D4-sent"
AGREED: Final = "D4-agreed"


class ItineraryState(StrEnum):
    """草稿 → 已发 → 客户已确认; after a change of what was confirmed 待重新确认, of what was only sent 已发旧版."""

    DRAFT = "draft"
    SENT = "sent"
    SENT_OLD = "sent_old"
    AGREED = "agreed"
    AGREED_OLD = "agreed_old"


def state_of(sent: EditionNow | None, agreed: EditionNow | None) -> ItineraryState:
    """Where it stands by the last that was sent and the last that was confirmed; withdrawn ones are not given.

    What was confirmed and is so again is not enough where the client was sent something else since.
    """
    holds_other = sent is not None and agreed is not None and sent.edition.id > agreed.edition.id
    holds_other = holds_other and sent is not None and sent.state is not EditionState.CURRENT
    if agreed is not None and agreed.state is EditionState.CURRENT and not holds_other:
        return ItineraryState.AGREED
    if sent is not None and sent.state is EditionState.CURRENT:
        return ItineraryState.SENT
    if agreed is not None:
        return ItineraryState.AGREED_OLD
    return ItineraryState.DRAFT if sent is None else ItineraryState.SENT_OLD

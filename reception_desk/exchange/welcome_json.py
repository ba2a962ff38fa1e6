"""A welcome message as JSON for scripts: local ISO times, keys in the trade's words."""

from __future__ import annotations

from typing import Any

from reception_desk.domain.welcome_state import Standing
from reception_desk.exchange.visit_json import local


def standing_json(entry: Standing) -> dict[str, Any]:
    """One message as it stands."""
    message = entry.message
    zone = entry.visit.zone if entry.visit else message.zone
    window = entry.window
    return {
        "id": message.id,
        "sign": entry.sign.name,
        "state": entry.state.value,
        "text": message.text,
        "text_en": message.text_en,
        "from": local(window.starts, zone) if window else None,
        "until": local(window.ends, zone) if window else None,
        "on_the_sign_by": local(window.due, zone) if window else None,
        "priority": message.priority,
        "checked": local(message.checked_at, zone),
        "checked_by": message.checked_by,
        "changed_since_checked": message.has_new_words,
        "told_it": local(message.told_it_at, zone),
        "told_it_by": message.told_it_by,
        "it_knows": entry.knows_it,
        "tell_it_by": local(entry.tell_it_by, zone),
        "seen": local(message.seen_at, zone),
        "seen_by": message.seen_by,
        "taken_down": local(message.taken_down_at, zone),
        "cancelled": local(message.cancelled_at, zone),
    }

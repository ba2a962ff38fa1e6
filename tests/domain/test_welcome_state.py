"""Where a welcome message stands: derived from people's acts, the visit, the clock and the sign's own word."""

from datetime import UTC, datetime, timedelta

import pytest

from reception_desk.domain.visit import VisitState
from reception_desk.domain.welcome_state import (
    HEAD_START,
    MessageState,
    standing,
    told_fingerprint,
    window_of,
)
from reception_desk.errors import ReceptionError
from tests.signs.queue import NOON, TIMES, a_message, a_sign, a_visit, minutes

ARRIVAL, DEPARTURE = NOON, NOON + timedelta(hours=4)
LEAD, GRACE = minutes(TIMES.sign_lead_minutes), minutes(TIMES.sign_grace_minutes)


def following(**facts):
    """A checked message that follows its visit."""
    return a_message(visit_id=1, starts_at=None, ends_at=None, **facts)


def coming(**facts):
    return a_visit(**({"arrival_at": ARRIVAL, "departure_at": DEPARTURE} | facts))


def state(message, visit, now, *, on_sign=False):
    return standing(message, visit, TIMES, now, sign=a_sign(), on_sign=on_sign).state


def test_the_window_opens_before_the_lead_and_closes_after_the_grace():
    window = window_of(following(), coming(), TIMES)
    assert window.starts == ARRIVAL - LEAD - HEAD_START
    assert (window.due, window.ends) == (ARRIVAL - LEAD, DEPARTURE + GRACE)


def test_the_window_moves_with_the_visit():
    moved = timedelta(hours=3)
    window = window_of(following(), coming(arrival_at=ARRIVAL + moved, departure_at=DEPARTURE + moved), TIMES)
    assert (window.starts, window.ends) == (ARRIVAL + moved - LEAD - HEAD_START, DEPARTURE + moved + GRACE)


def test_guests_who_are_early_are_welcomed_at_once_and_the_words_end_when_they_leave():
    early, left = ARRIVAL - timedelta(hours=1), DEPARTURE - timedelta(hours=1)
    window = window_of(following(), coming(actual_arrival_at=early, actual_departure_at=left), TIMES)
    assert (window.starts, window.ends) == (early, left)


def test_a_window_set_by_hand_never_outlives_the_visit_by_more_than_the_grace():
    by_hand = a_message(visit_id=1, starts_at=ARRIVAL - minutes(90), ends_at=DEPARTURE + timedelta(days=2))
    window = window_of(by_hand, coming(), TIMES)
    assert (window.starts, window.ends) == (ARRIVAL - minutes(90), DEPARTURE + GRACE)


def test_without_a_departure_the_words_stand_on_the_day_of_arrival_only():
    window = window_of(following(), coming(departure_at=None), TIMES)
    assert window.ends == datetime(2026, 12, 8, 16, tzinfo=UTC)  # midnight in Shanghai


def test_without_an_arrival_and_after_a_cancellation_there_is_no_window():
    assert window_of(following(), coming(arrival_at=None, departure_at=None), TIMES) is None
    assert window_of(following(), coming(state=VisitState.CANCELLED), TIMES) is None


def test_a_message_goes_from_draft_to_checked_to_told_to_showing_to_expired():
    message, visit, day_before = following(checked=False), coming(), ARRIVAL - timedelta(days=1)
    seen = [state(message, visit, day_before)]
    message.mark_checked("Li", day_before)
    seen.append(state(message, visit, day_before))
    message.tell_it("Li", day_before, told_fingerprint(message, visit, "Lobby"))
    seen.append(state(message, visit, day_before))
    seen.append(state(message, visit, ARRIVAL - LEAD - HEAD_START))
    seen.append(state(message, visit, ARRIVAL - LEAD, on_sign=True))
    message.mark_seen("Lobby", ARRIVAL - LEAD)
    seen.append(state(message, visit, DEPARTURE, on_sign=True))
    seen.append(state(message, visit, DEPARTURE + GRACE))
    assert seen == [
        MessageState.DRAFT, MessageState.CHECKED, MessageState.TOLD_IT, MessageState.DUE,
        MessageState.SHOWING, MessageState.TAKE_DOWN, MessageState.EXPIRED,
    ]  # fmt: skip


def test_what_is_not_on_the_sign_when_it_must_be_is_late_whether_checked_or_not():
    for message in (following(), following(checked=False)):
        assert state(message, coming(), ARRIVAL - LEAD) is MessageState.LATE


def test_what_was_never_on_the_sign_in_its_window_was_missed():
    assert state(following(), coming(), DEPARTURE + GRACE) is MessageState.MISSED


def test_it_learns_of_a_change_after_it_was_told():
    message, visit = following(), coming()
    message.tell_it("Li", NOON, told_fingerprint(message, visit, "Lobby"))
    before = ARRIVAL - timedelta(hours=5)
    assert state(message, visit, before) is MessageState.TOLD_IT
    visit.arrival_at = ARRIVAL + timedelta(hours=1)
    known = standing(message, visit, TIMES, before, sign=a_sign(), on_sign=False)
    assert (known.state, known.is_told_old_words) == (MessageState.CHECKED, True)
    visit.arrival_at = ARRIVAL
    visit.actual_arrival_at = ARRIVAL - minutes(10)  # what comes of it on the day is no news for IT
    assert standing(message, visit, TIMES, before, sign=a_sign(), on_sign=False).knows_it


def test_a_change_of_the_words_leaves_the_checked_ones_in_force():
    message = following(text="欢迎李总")
    message.text = "欢迎王总"
    assert state(message, coming(), ARRIVAL - timedelta(days=1)) is MessageState.CHECKED
    assert message.has_new_words
    with pytest.raises(ReceptionError):
        message.tell_it("Li", NOON, "")


def test_an_end_is_an_end():
    cancelled, down = following(), following()
    cancelled.cancel("Li", NOON)
    down.take_down("Li", NOON)
    assert state(cancelled, coming(), NOON) is MessageState.CANCELLED
    assert state(down, coming(), NOON) is MessageState.TAKEN_DOWN
    for act in (cancelled.cancel, cancelled.mark_checked, down.take_down, down.cancel):
        with pytest.raises(ReceptionError):
            act("Li", NOON)


def test_it_is_told_only_what_somebody_has_checked():
    with pytest.raises(ReceptionError):
        following(checked=False).tell_it("Li", NOON, "")


def test_the_first_time_it_was_seen_is_kept():
    message = following()
    message.mark_seen("Lobby", NOON)
    message.mark_seen("Li", NOON + minutes(5))
    assert (message.seen_at, message.seen_by) == (NOON, "Lobby")


@pytest.mark.parametrize(
    "facts",
    [
        {"text": " ", "text_en": ""},
        {"starts_at": NOON, "ends_at": NOON},
        {"visit_id": None, "starts_at": None},
    ],
)
def test_a_message_that_would_harm_is_refused(facts):
    with pytest.raises(ReceptionError):
        a_message(checked=False, **facts).check()

"""What must be on a sign: half-open windows, priority, rotation, and nothing that depends on the past."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from reception_desk.signs.resolve import Showing, resolve
from tests.signs.queue import NOON, a_sign, minutes, moments, queued, queues

SECOND = timedelta(seconds=1)


def shown(now, messages, sign=None):
    return resolve(now, messages, sign or a_sign()).message_ids


def test_a_message_is_shown_from_its_start_until_just_before_its_end():
    messages = [queued(1, 0, 60)]
    assert shown(NOON - SECOND, messages) == ()
    assert shown(NOON, messages) == (1,)
    assert shown(NOON + minutes(60) - SECOND, messages) == (1,)
    assert shown(NOON + minutes(60), messages) == ()


def test_the_highest_priority_wins_alone():
    assert shown(NOON, [queued(1), queued(2, priority=5), queued(3, priority=1)]) == (2,)


def test_equal_priorities_rotate_by_start_then_by_number():
    messages = [queued(3, -10), queued(1, -5), queued(2, -10)]
    assert shown(NOON, messages) == (2, 3, 1)


def test_a_draft_a_cancelled_and_a_taken_down_message_are_never_shown():
    draft, cancelled, taken_down = queued(1, checked=False), queued(2), queued(3)
    cancelled.message.cancel("Li", NOON)
    taken_down.message.take_down("Li", NOON)
    assert shown(NOON, [draft, cancelled, taken_down]) == ()


def test_words_that_are_being_changed_are_not_shown_before_they_are_checked():
    changed = queued(1, text="欢迎李总")
    changed.message.text = "欢迎王"
    assert resolve(NOON, [changed], a_sign()).pages[0].text == "欢迎李总"
    changed.message.text = "欢迎王总"
    changed.message.mark_checked("Li", NOON)
    assert resolve(NOON, [changed], a_sign()).pages[0].text == "欢迎王总"


def test_the_idle_text_stands_when_nobody_comes():
    desired = resolve(NOON, [], a_sign())
    assert (desired.showing, [page.text for page in desired.pages]) == (Showing.IDLE, ["欢迎光临"])


def test_without_an_idle_text_the_sign_is_dark_on_purpose():
    desired = resolve(NOON, [], a_sign(idle_text=" "))
    assert (desired.showing, desired.pages) == (Showing.BLANK, ())


def test_a_sign_that_is_switched_off_shows_nothing():
    desired = resolve(NOON, [queued(1)], a_sign(is_on=False))
    assert (desired.showing, desired.message_ids) == (Showing.BLANK, ())


def test_two_visits_with_the_same_words_are_one_page():
    desired = resolve(NOON, [queued(1, text="热烈欢迎"), queued(2, text="热烈欢迎")], a_sign())
    assert len(desired.pages) == 1
    assert desired.message_ids == (1, 2)


def test_the_same_pixels_have_the_same_fingerprint_whenever_they_are_asked_for():
    sign = a_sign()
    first, later = (
        resolve(NOON, [queued(1)], sign),
        resolve(NOON + minutes(10), [queued(1), queued(2, 30)], sign),
    )
    assert first.fingerprint == later.fingerprint
    assert first.fingerprint != resolve(NOON, [queued(1)], a_sign(text_colour="#00ff00")).fingerprint
    assert first.fingerprint != resolve(NOON, [queued(1, text="欢迎")], sign).fingerprint


@given(queues(), moments)
def test_there_is_always_exactly_one_thing_to_show(messages, now):
    desired = resolve(now, messages, a_sign())
    assert desired.showing in {Showing.WELCOME, Showing.IDLE}
    assert bool(desired.message_ids) == (desired.showing is Showing.WELCOME)
    assert desired.pages


@given(queues(), moments)
def test_nothing_is_shown_outside_its_window_or_against_a_decision(messages, now):
    by_id = {entry.message.id: entry for entry in messages}
    for number in shown(now, messages):
        entry = by_id[number]
        assert entry.window.starts <= now < entry.window.ends
        assert entry.message.is_checked
        assert entry.message.cancelled_at is None
        assert entry.message.taken_down_at is None


@given(queues(), moments)
def test_whoever_may_be_shown_is_shown_unless_somebody_outranks_him(messages, now):
    on = set(shown(now, messages))
    for entry in messages:
        if entry.may_show and now in entry.window and entry.message.id not in on:
            assert any(e.message.priority > entry.message.priority for e in messages if e.message.id in on)


@given(queues(), moments, st.randoms(use_true_random=False))
def test_the_order_of_entry_changes_nothing(messages, now, random):
    shuffled = messages.copy()
    random.shuffle(shuffled)
    assert resolve(now, shuffled, a_sign()) == resolve(now, messages, a_sign())


@given(queues(), moments, moments)
def test_nothing_changes_before_the_moment_it_is_valid_until(messages, one, other):
    now, later = min(one, other), max(one, other)
    desired = resolve(now, messages, a_sign())
    if desired.valid_until is None or later < desired.valid_until:
        assert resolve(later, messages, a_sign()).fingerprint == desired.fingerprint
    if desired.valid_until is not None:
        assert desired.valid_until > now


@given(queues(), moments)
def test_a_page_stays_no_longer_than_the_last_message_with_its_words(messages, now):
    desired = resolve(now, messages, a_sign())
    ends = {entry.message.id: entry.window.ends for entry in messages}
    latest = max((ends[number] for number in desired.message_ids), default=None)
    assert max((page.until for page in desired.pages if page.until), default=None) == latest
    assert all(page.until is None or page.until > now for page in desired.pages)


@given(queues(), moments)
def test_what_was_slept_through_is_never_shown_late(messages, now):
    over = [entry for entry in messages if entry.window.ends <= now]
    assert not {entry.message.id for entry in over} & set(shown(now, messages))
    rest = [entry for entry in messages if entry not in over]
    assert resolve(now, rest, a_sign()) == resolve(now, messages, a_sign())

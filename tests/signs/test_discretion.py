"""What a sign does with several guests at once, with secret ones, with rivals, and with orders."""

from datetime import timedelta

from reception_desk.domain.sign_order import OrderKind, SignOrder
from reception_desk.domain.wording import BilingualText
from reception_desk.signs.resolve import Manners, Queued, Showing, resolve
from tests.signs.queue import NOON, a_sign, minutes, queued

NEUTRAL = Manners().neutral
SECOND = timedelta(seconds=1)


def of(number, company, *, secret=False, start=0, end=60, **facts):
    entry = queued(number, start, end, text=f"热烈欢迎{company}张总", **facts)
    party = BilingualText(company, f"{company} Ltd")
    return Queued(entry.message, entry.window, (company,), party, number, secret)


def order(number, kind, start, end, message_id=None):
    made = SignOrder(
        sign_id=1,
        kind=kind,
        message_id=message_id,
        starts_at=NOON + minutes(start),
        ends_at=NOON + minutes(end),
    )
    made.id = number
    return made


def texts(messages, now=NOON, *, orders=(), rivals=(), **sign):
    desired = resolve(now, messages, a_sign(**sign), orders, Manners(rivals=frozenset(rivals)))
    return [page.text for page in desired.pages]


def test_two_delegations_take_turns_unless_the_sign_merges_them():
    both = [of(1, "恒屹"), of(2, "启明")]
    assert texts(both) == ["热烈欢迎恒屹张总", "热烈欢迎启明张总"]
    assert texts(both, merges=True) == ["热烈欢迎恒屹、启明来宾"]


def test_a_merged_line_ends_with_the_first_who_leaves():
    desired = resolve(NOON, [of(1, "恒屹", end=30), of(2, "启明")], a_sign(merges=True))
    assert [page.until for page in desired.pages] == [NOON + minutes(30)]
    assert desired.valid_until == NOON + minutes(30)
    assert texts([of(1, "恒屹", end=30), of(2, "启明")], NOON + minutes(30), merges=True) == [
        "热烈欢迎启明张总"
    ]


def test_the_merged_line_has_english_where_any_of_them_has():
    both = [of(1, "恒屹", text_en="Welcome, Mr. Zhang"), of(2, "启明")]
    page = resolve(NOON, both, a_sign(merges=True)).pages[0]
    assert page.text_en == "A warm welcome to our guests from 恒屹 Ltd and 启明 Ltd"


def test_what_belongs_to_no_visit_is_not_merged_but_takes_its_turn():
    assert texts([of(1, "恒屹"), of(2, "启明"), queued(3, text="请走东门")], merges=True) == [
        "热烈欢迎恒屹、启明来宾",
        "请走东门",
    ]


def test_a_confidential_visit_never_stands_there_with_its_name():
    secret = of(1, "恒屹", secret=True)
    assert texts([secret]) == [NEUTRAL.zh]
    assert texts([secret, of(2, "启明"), of(3, "江南")], merges=True) == [
        NEUTRAL.zh,
        "热烈欢迎启明、江南来宾",
    ]
    ordered = [order(1, OrderKind.SHOW_NOW, 0, 10, 1)]
    assert texts([secret], orders=ordered) == [NEUTRAL.zh]


def test_rivals_neither_take_turns_nor_share_a_line():
    both = [of(1, "恒屹"), of(2, "启明")]
    assert texts(both, rivals=[(1, 2)]) == [NEUTRAL.zh]
    assert texts(both, rivals=[(1, 2)], merges=True) == [NEUTRAL.zh]
    assert texts([*both, of(3, "江南")], rivals=[(1, 2)]) == [NEUTRAL.zh, "热烈欢迎江南张总"]


def test_a_higher_rank_does_not_show_a_rival_to_the_one_in_the_house():
    assert texts([of(1, "恒屹", priority=1), of(2, "启明")], rivals=[(1, 2)]) == [NEUTRAL.zh]


def test_rivals_have_their_names_while_the_other_is_away():
    one, other = of(1, "恒屹", end=30), of(2, "启明", start=30)
    assert texts([one, other], NOON, rivals=[(1, 2)]) == ["热烈欢迎恒屹张总"]
    assert texts([one, other], NOON + minutes(30), rivals=[(1, 2)]) == ["热烈欢迎启明张总"]


def test_an_order_shows_words_outside_their_window_until_its_end_and_not_a_second_longer():
    waiting = [of(1, "恒屹", start=300, end=400), of(2, "启明", priority=1)]
    now = [order(1, OrderKind.SHOW_NOW, 0, 10, 1)]
    assert texts(waiting, orders=now) == ["热烈欢迎恒屹张总"]
    assert texts(waiting, NOON + minutes(10) - SECOND, orders=now) == ["热烈欢迎恒屹张总"]
    assert texts(waiting, NOON + minutes(10), orders=now) == ["热烈欢迎启明张总"]
    desired = resolve(NOON, waiting, a_sign(), now)
    assert (desired.valid_until, desired.pages[0].until) == (NOON + minutes(10), NOON + minutes(10))


def test_words_without_any_window_can_be_ordered():
    bare = Queued(of(1, "恒屹").message, None)
    assert texts([bare]) == ["欢迎光临"]
    assert texts([bare], orders=[order(1, OrderKind.SHOW_NOW, 0, 10, 1)]) == ["热烈欢迎恒屹张总"]


def test_blank_beats_all_and_the_last_order_beats_the_ones_before():
    both = [of(1, "恒屹"), of(2, "启明")]
    shown = [order(1, OrderKind.SHOW_NOW, -5, 10, 1), order(2, OrderKind.SHOW_NOW, -1, 10, 2)]
    assert texts(both, orders=shown) == ["热烈欢迎启明张总"]
    dark = [*shown, order(3, OrderKind.BLANK, -9, 10)]
    desired = resolve(NOON, both, a_sign(), dark)
    assert (desired.showing, desired.pages, desired.order_id) == (Showing.BLANK, (), 3)


def test_an_order_that_was_lifted_or_whose_words_are_over_is_none():
    both = [of(1, "恒屹"), of(2, "启明")]
    lifted = order(1, OrderKind.BLANK, -5, 10)
    lifted.lifted_at = NOON
    assert len(texts(both, orders=[lifted])) == 2
    both[0].message.take_down("Li", NOON)
    assert texts(both, orders=[order(1, OrderKind.SHOW_NOW, -5, 10, 1)]) == ["热烈欢迎启明张总"]


def test_only_a_name_that_stands_in_checked_words_goes_on_the_merged_line():
    unread = Queued(
        queued(2, text="热烈欢迎各位来宾").message, of(2, "启明").window, (), of(2, "启明").party, 2
    )
    assert texts([of(1, "恒屹"), unread], merges=True) == ["热烈欢迎恒屹张总", "热烈欢迎各位来宾"]

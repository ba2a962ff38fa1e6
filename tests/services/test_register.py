"""The register of visitors without a plan."""

from __future__ import annotations

from datetime import timedelta

import pytest

from reception_desk.errors import ReceptionError
from tests.desk import NOW

HOUR = timedelta(hours=1)


def test_a_visitor_comes_now_unless_told_otherwise(desk):
    entry = desk.register.get(desk.register.check_in("周海", NOW, company="宁波远帆物流"))

    assert (entry.arrived_at, entry.left_at, entry.heads) == (NOW, None, 1)


def test_an_entry_needs_a_name(desk):
    with pytest.raises(ReceptionError):
        desk.register.check_in("  ", NOW)

    assert desk.register.in_house() == []


def test_whoever_is_in_the_house_stands_first(desk):
    gone = desk.register.check_in("甲", NOW)
    here = desk.register.check_in("乙", NOW - HOUR)
    desk.register.check_out(gone, NOW)

    assert [entry.id for entry in desk.register.on_day(NOW.date())] == [here, gone]


def test_a_day_is_the_companys_day(desk):
    late_in_the_evening_before = NOW.replace(hour=0) - timedelta(hours=9)  # 23:00 at the company
    desk.register.check_in("甲", late_in_the_evening_before)

    assert desk.register.on_day(NOW.date()) == []
    assert len(desk.register.on_day(NOW.date() - timedelta(days=1))) == 1


def test_a_card_that_is_out_is_not_given_again(desk):
    first = desk.register.check_in("甲", NOW, card="12")
    with pytest.raises(ReceptionError, match=r"12.*甲"):
        desk.register.check_in("乙", NOW, card="12")

    desk.register.check_out(first, NOW)
    assert desk.register.check_in("乙", NOW, card="12")


def test_one_may_leave_without_the_card_and_it_is_said(desk):
    entry = desk.register.check_in("甲", NOW, card="12")

    sentence = desk.register.check_out(entry, NOW, card_returned=False)

    assert "12" in sentence
    assert not desk.register.get(entry).card_returned
    with pytest.raises(ReceptionError):
        desk.register.check_in("乙", NOW, card="12")


def test_a_card_comes_back_later(desk):
    entry = desk.register.check_in("甲", NOW, card="12")
    desk.register.check_out(entry, NOW, card_returned=False)

    desk.register.take_card(entry, NOW + HOUR)

    assert desk.register.check_in("乙", NOW + HOUR, card="12")


def test_nobody_leaves_twice(desk):
    entry = desk.register.check_in("甲", NOW)
    desk.register.check_out(entry, NOW)

    with pytest.raises(ReceptionError):
        desk.register.check_out(entry, NOW)


def test_leaving_is_undone(desk):
    entry = desk.register.check_in("甲", NOW)
    desk.register.check_out(entry, NOW)

    assert "甲" in desk.history.undo(NOW).said
    assert desk.register.get(entry).left_at is None


@pytest.mark.parametrize("words", ["周", "远帆", "0005", "B12", "陆文"])
def test_an_entry_is_found_by_name_company_phone_plate_and_host(desk, words):
    entry = desk.register.check_in(
        "周海", NOW, company="宁波远帆物流", phone="138 0000 0005", plate="浙B12345", host="陆文昊"
    )
    desk.register.check_in("别人", NOW)

    assert [found.id for found in desk.register.found(words)] == [entry]


def test_heads_in_the_house_count_everybody(desk):
    desk.register.check_in("甲", NOW, heads=3)
    gone = desk.register.check_in("乙", NOW)
    desk.register.check_out(gone, NOW)

    assert desk.register.heads_in_house() == 3

"""What the print centre knows: needed and why, about and old in what, collected, and what one key prints."""

from datetime import timedelta

import pytest

from reception_desk.domain.edition import Choice, EditionState, Medium
from reception_desk.domain.entity import Answer
from reception_desk.domain.itinerary import ItineraryRow
from reception_desk.services.paper_lines import told_otherwise
from tests.desk import ARRIVAL, NOW, plain_visit

PRINTER = Medium.PRINTER


@pytest.fixture
def visit(desk):
    return plain_visit(desk, pick_up=Answer.YES, sign=Answer.NO, hotel=Answer.NO)


def line(desk, visit, number):
    return next(one for one in desk.papers.lines(visit, NOW) if one.hand_out.number == number)


def numbers(desk, visit):
    return [one.number for one in desk.papers.to_print(visit, NOW)]


def test_it_says_why_a_paper_is_needed_and_why_another_is_not(desk, visit):
    assert (line(desk, visit, "D5").is_needed, line(desk, visit, "D5").why) == (True, "来宾要接站")
    assert (line(desk, visit, "D8").is_needed, line(desk, visit, "D8").why) == (False, "没有人住酒店")


def test_with_one_key_all_is_printed_that_is_needed_and_not_up_to_date(desk, visit):
    kit = ["D2", "D3", "D5", "D6", "D7", "D11", "D12", "D20", "D21", "D25"]
    assert numbers(desk, visit) == kit

    desk.papers.make(visit, "D6", Choice(), NOW)

    assert numbers(desk, visit) == [number for number in kit if number != "D6"]


def test_what_is_old_is_printed_again_as_it_was_for_the_same_hands(desk, visit):
    desk.papers.make(
        visit, "D5", Choice(paper="A3"), NOW, medium=PRINTER, copies=2, holder="司机王", reason="催得急"
    )
    desk.guests.change(desk.visits.get(visit).guests[0].id, NOW, name="顾翀之")

    [again] = [one for one in desk.papers.to_print(visit, NOW) if one.number == "D5"]

    assert (again.choice.paper, again.copies, again.holder) == ("A3", 2, "司机王")


def test_what_was_replaced_is_to_be_collected_until_it_is(desk, visit):
    old = desk.papers.make(
        visit, "D5", Choice(), NOW, medium=PRINTER, holder="司机王", reason="催得急"
    ).edition
    desk.guests.change(desk.visits.get(visit).guests[0].id, NOW, name="顾翀之")
    desk.papers.make(visit, "D5", Choice(), NOW, medium=PRINTER, holder="司机王", reason="催得急")
    d5 = line(desk, visit, "D5")
    assert (d5.state, [made.edition.id for made in d5.to_collect]) == (EditionState.CURRENT, [old.id])

    desk.papers.recall(old.id, NOW)

    assert line(desk, visit, "D5").to_collect == []


def test_a_copy_that_tells_the_same_as_the_new_one_may_stay_where_it_is(desk, visit):
    for _time in range(2):
        desk.papers.make(visit, "D5", Choice(), NOW, medium=PRINTER, reason="催得急")

    assert line(desk, visit, "D5").to_collect == []


def test_one_of_two_placards_that_is_old_makes_the_paper_old(desk, visit):
    other = desk.guests.add(visit, "单镕", NOW)
    desk.papers.make(visit, "D5", Choice(guest_id=other), NOW, reason="催得急")
    desk.papers.make(visit, "D5", Choice(), NOW, reason="催得急")
    desk.guests.change(other, NOW, name="单榕")

    assert line(desk, visit, "D5").state is EditionState.STALE


def test_the_holder_is_noted_later_as_well(desk, visit):
    made = desk.papers.make(visit, "D25", Choice(), NOW).edition

    desk.papers.hand_to(made.id, " 门岗 ", NOW)

    [now] = desk.papers.editions(visit, NOW)
    assert now.edition.holder == "门岗"


def test_what_cannot_be_made_is_named_and_keeps_nothing_back(desk, visit):
    desk.guests.change(desk.visits.get(visit).guests[0].id, NOW, title="董事长😀")

    done = desk.papers.make_all(visit, desk.papers.to_print(visit, NOW), NOW)

    assert [paper.edition.document for paper in done.made] == ["D11", "D20", "D21"]
    refused = [one.partition(":")[0] for one in done.refused]
    assert refused == ["D2", "D3", "D5", "D6", "D7", "D12", "D25"]


def test_what_differs_is_told_field_by_field(desk, visit):
    desk.papers.make(visit, "D5", Choice(), NOW, reason="催得急")
    desk.guests.change(desk.visits.get(visit).guests[0].id, NOW, name="顾翀之")

    [now] = desk.papers.editions(visit, NOW)

    assert [one.words for one in told_otherwise(now)] == ["姓名：顾翀 → 顾翀之"]


def test_a_row_put_in_is_one_difference_and_not_the_shift_of_all(desk, visit):
    rows = [
        desk.parts.add(ItineraryRow, visit, NOW, starts_at=ARRIVAL + timedelta(hours=hours), activity=what)
        for hours, what in ((1, "参观车间"), (3, "会谈"))
    ]
    assert rows
    desk.papers.make(visit, "D4", Choice(), NOW)
    desk.parts.add(ItineraryRow, visit, NOW, starts_at=ARRIVAL + timedelta(hours=2), activity="茶歇")

    [now] = desk.papers.editions(visit, NOW)

    assert [one.words for one in told_otherwise(now)] == ["日程已加：12月8日 12:30 茶歇"]

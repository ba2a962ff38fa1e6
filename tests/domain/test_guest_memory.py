"""What is remembered of guests, and when it is old; the order of protocol; who comes along."""

from datetime import UTC, date, datetime

import pytest

from reception_desk.domain.companions import agent_answer, interpreter_answer, refuse_against_the_list
from reception_desk.domain.entity import Answer
from reception_desk.domain.gift import is_same_gift
from reception_desk.domain.guest import Guest
from reception_desk.domain.guest_memory import Remembered, needs_to_confirm
from reception_desk.domain.person import Person
from reception_desk.domain.protocol_order import by_rank
from reception_desk.domain.visit import Interpreter, Visit
from reception_desk.errors import ReceptionError

TODAY = date(2026, 12, 1)


def guest(name="", **facts):
    made = Guest(visit_id=1, person_id=1, **facts)
    made.person = Person(name=name)
    return made


def visit(*guests, arrival=None, **facts):
    made = Visit(number="2026-0001", checklist_id=1, arrival_at=arrival, **facts)
    made.guests, made.hosts, made.company = list(guests), [], None
    return made


@pytest.mark.parametrize(
    ("as_of", "arrival", "is_old"),
    [
        (date(2025, 12, 1), None, False),
        (date(2025, 11, 30), None, True),
        (date(2025, 12, 8), datetime(2026, 12, 8, 2, tzinfo=UTC), False),
        (date(2025, 12, 7), datetime(2026, 12, 8, 2, tzinfo=UTC), True),
        (date(2024, 2, 29), datetime(2025, 2, 28, 2, tzinfo=UTC), False),
        (None, None, False),
    ],
)
def test_needs_are_old_a_year_before_the_arrival_else_before_today(as_of, arrival, is_old):
    asked = visit(guest(diet="素食", needs_as_of=as_of), arrival=arrival)

    assert bool(needs_to_confirm(asked, TODAY)) is is_old


def test_only_what_was_answered_is_asked_again():
    known = visit(guest(diet="", preferences="靠窗", needs_as_of=date(2020, 1, 1)))
    nothing = visit(guest(needs_as_of=date(2020, 1, 1)))

    assert [old.fields for old in needs_to_confirm(known, TODAY)] == [("diet", "preferences")]
    assert needs_to_confirm(nothing, TODAY) == []


def test_nobody_known_is_no_sentence():
    assert Remembered().sentence() == ""


def test_of_one_rank_they_stay_as_they_stood_and_unknown_ranks_come_last():
    listed = [guest("甲"), guest("乙", rank=3), guest("丙", rank=1), guest("丁", rank=3)]

    assert [one.person.name for one in by_rank(listed)] == ["丙", "乙", "丁", "甲"]


def test_the_main_guest_stands_first_of_the_rank():
    listed = [guest("甲", rank=2), guest("乙", rank=2, is_main=True)]

    assert [one.person.name for one in by_rank(listed)] == ["乙", "甲"]


def test_agent_and_interpreter_stand_behind_the_delegates():
    listed = [guest("代", rank=1, is_agent=True), guest("译", is_interpreter=True), guest("甲")]

    assert [one.person.name for one in by_rank(listed)] == ["甲", "代", "译"]


def test_a_guest_so_marked_answers_whatever_was_answered_before():
    marked = visit(guest("仇晓", is_agent=True), guest("李思慕", is_interpreter=True), agent=Answer.NO)

    assert agent_answer(marked) is Answer.YES
    assert interpreter_answer(marked) is Interpreter.THEIRS
    with pytest.raises(ReceptionError, match="李思慕"):
        refuse_against_the_list(marked, "interpreter", Interpreter.NONE)


def test_ours_stays_ours_beside_an_interpreter_of_theirs():
    both = visit(guest("李思慕", is_interpreter=True), interpreter=Interpreter.OURS)

    assert interpreter_answer(both) is Interpreter.OURS


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("紫砂壶", "紫砂 壶", True), ("Tea Set", "tea set", True), ("", "", False), ("茶", "茶具", False)],
)
def test_a_gift_is_the_same_but_for_blanks_and_case(one, other, same):
    assert is_same_gift(one, other) is same

"""What was told follows undo and redo, and what is taken back leaves nothing behind."""

from datetime import timedelta

import pytest

from reception_desk.domain.department_notice import DepartmentNotice, NoticeState
from reception_desk.domain.edition import EditionState, Medium
from reception_desk.domain.itinerary import ItineraryRow
from reception_desk.domain.itinerary_state import SENT, ItineraryState
from reception_desk.domain.preparation import ItemState
from tests.desk import ARRIVAL, NOW, plain_visit

LATER = timedelta(hours=3)


@pytest.fixture
def visit(desk):
    made = plain_visit(desk)
    desk.parts.add(ItineraryRow, made, NOW, starts_at=ARRIVAL, activity="座谈", place="一楼")
    desk.department_notices.tick(made, "行政部", NOW, is_told=True)
    return made


def notice(desk, visit):
    return desk.visits.get(visit).department_notices[0]


def item(desk, visit):
    return next(one.state for one in desk.preparation.of(visit) if one.code == "112")


def people(desk, visit):
    return [line.what for line in desk.consequences.of(visit)]


def agree(desk, visit):
    desk.itineraries.sent(visit, NOW, Medium.MAIL)
    return desk.itineraries.agreed(visit, NOW, Medium.PHONE)


def test_undo_of_a_confirmation_leaves_it_sent_and_redo_brings_it_back(desk, visit):
    agree(desk, visit)

    desk.history.undo(NOW)
    assert desk.itineraries.now(visit).state is ItineraryState.SENT
    desk.history.redo(NOW)
    assert desk.itineraries.now(visit).state is ItineraryState.AGREED
    assert item(desk, visit) is ItemState.DONE
    desk.history.undo(NOW)
    assert desk.itineraries.now(visit).state is ItineraryState.SENT


def test_a_department_whose_telling_was_undone_need_not_hear_of_a_change(desk, visit):
    desk.department_notices.told(notice(desk, visit).id, NOW, NOW)
    desk.history.undo(NOW)

    desk.visits.change(visit, NOW, arrival_at=ARRIVAL + LATER)

    assert people(desk, visit) == []


def test_undo_of_noting_that_a_department_was_not_told_has_it_told(desk, visit):
    desk.department_notices.told(notice(desk, visit).id, NOW, NOW)
    desk.department_notices.told(notice(desk, visit).id, None, NOW)
    desk.history.undo(NOW)

    desk.visits.change(visit, NOW, arrival_at=ARRIVAL + LATER)

    assert people(desk, visit) == ["行政部"]


def test_taking_a_confirmation_back_opens_its_item(desk, visit):
    desk.itineraries.take_back(agree(desk, visit), NOW)

    assert item(desk, visit) is ItemState.OPEN
    assert desk.itineraries.now(visit).state is ItineraryState.SENT
    desk.history.undo(NOW)
    assert desk.itineraries.now(visit).state is ItineraryState.AGREED


def test_a_department_told_from_the_list_of_changes_has_to_read_it_again(desk, visit):
    desk.department_notices.told(notice(desk, visit).id, NOW, NOW)
    desk.department_notices.answer(notice(desk, visit).id, NoticeState.NOTED, NOW)
    desk.visits.change(visit, NOW, arrival_at=ARRIVAL + LATER)
    (line,) = [line for line in desk.consequences.of(visit) if line.what == "行政部"]

    desk.consequences.tell(visit, line.edition_ids, NOW + LATER)

    assert (notice(desk, visit).state, notice(desk, visit).told_at) == (NoticeState.UNREAD, NOW + LATER)


def test_a_department_put_in_place_of_one_that_was_told_was_told_nothing(desk, visit):
    desk.department_notices.told(notice(desk, visit).id, NOW, NOW)

    desk.parts.change(DepartmentNotice, notice(desk, visit).id, NOW, department="综合部 ")

    assert (notice(desk, visit).department, notice(desk, visit).told_at) == ("综合部", None)
    assert people(desk, visit) == ["行政部"]


def test_what_is_taken_back_between_two_others_brings_no_old_one_back(desk, visit):
    first, second, third = (desk.itineraries.sent(visit, NOW, Medium.MAIL) for _ in range(3))

    desk.tellings.take_back(second, NOW)

    states = {one.edition.id: one.state for one in desk.tellings.standing(visit, SENT)}
    assert (states[first], states[third]) == (EditionState.REPLACED, EditionState.CURRENT)


def test_the_history_says_that_the_itinerary_was_sent(desk, visit):
    desk.itineraries.sent(visit, NOW, Medium.MAIL)

    with desk.database.reading() as work:
        assert work.steps.listed(1)[0].sentence == "The itinerary was sent to the client"


def test_a_department_with_blanks_around_its_name_is_the_same(desk, visit):
    desk.department_notices.tick(visit, " 行政部", NOW, is_told=True)

    assert len(desk.visits.get(visit).department_notices) == 1

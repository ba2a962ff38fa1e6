"""The history in sentences, and steps taken back out of the middle of it."""

from datetime import timedelta

import pytest

from reception_desk.domain.booking import Car, CarBooking
from reception_desk.domain.entity import Answer
from reception_desk.domain.meeting import Meeting
from reception_desk.errors import ReceptionError
from reception_desk.i18n import use_language
from reception_desk.repository.journal import Said
from reception_desk.services import history as module
from tests.desk import ARRIVAL, NOW, plain_visit


@pytest.fixture
def visit(desk):
    return plain_visit(desk, purpose="参观")


def newest(desk, **asked):
    return desk.history.told(**asked).told[0]


def test_old_and_new_values_are_told_in_words(desk, visit):
    desk.visits.change(visit, NOW, arrival_at=ARRIVAL + timedelta(hours=1))
    assert newest(desk).changes == ["到访时间：12月8日 10:30 → 12月8日 11:30"]

    desk.visits.change(visit, NOW, pick_up=Answer.YES)
    assert newest(desk).changes == ["接站：未确认 → 要"]

    desk.visits.cancel(visit, NOW)
    assert newest(desk).changes == ["状态：草稿 → 已取消"]


def test_a_guests_change_names_the_guest(desk, visit):
    guest = desk.visits.get(visit).guests[0].id
    desk.guests.change(guest, NOW, title="总经理")

    assert newest(desk).changes == ["来宾 顾翀 职务：董事长 → 总经理", "来宾 顾翀 职级：1 → 2"]


def test_what_was_added_and_taken_out_is_named_even_when_it_is_gone(desk, visit):
    guest = desk.guests.add(visit, "欧阳喆", NOW, title="总经理")
    desk.guests.remove(guest, NOW)

    gone, come = desk.history.told(visit_id=visit).told[:2]

    assert any(sentence.startswith("去掉：来宾 欧阳喆") for sentence in gone.changes)
    assert any(sentence.startswith("加上：来宾 欧阳喆 · 职务 总经理") for sentence in come.changes)


def test_a_car_is_told_by_its_plate(desk, visit):
    booking = desk.parts.add(CarBooking, visit, NOW)
    with desk.database.unit_of_work(Said("Changed {field_word}", field_word="Car"), NOW) as work:
        car = work.add(Car(plate="苏E·00001"))
    desk.parts.change(CarBooking, booking, NOW, car_id=car.id)

    assert newest(desk).changes == ["用车 苏E·00001 车辆：– → 苏E·00001"]


def test_it_speaks_english_where_the_screen_does(desk, visit):
    desk.visits.change(visit, NOW, arrival_at=ARRIVAL + timedelta(hours=1))
    use_language("en")
    try:
        assert newest(desk).changes == ["Arrival: 8 Dec 10:30 → 8 Dec 11:30"]
    finally:
        use_language("zh")


def test_one_person_is_picked_out_of_the_whole_desks_history(desk, visit):
    desk.company.change(NOW, at_desk="王敏")
    desk.visits.change(visit, NOW, heads=9)
    desk.company.change(NOW, at_desk="李静")
    desk.visits.change(visit, NOW, heads=8)

    assert [told.step.person for told in desk.history.told(person="王敏").told] == ["王敏"]
    assert newest(desk).visit_number == "2026-0001"


def test_words_find_fields_and_values(desk, visit):
    desk.visits.change(visit, NOW, purpose="洽谈")
    desk.visits.change(visit, NOW, heads=9)

    assert [told.changes for told in desk.history.told(words="洽谈").told] == [["来访目的：参观 → 洽谈"]]
    assert len(desk.history.told(words="来访人数").told) == 1


def test_pages_follow_each_other_without_a_gap(desk, visit, monkeypatch):
    monkeypatch.setattr(module, "PAGE", 3)
    for heads in range(1, 8):
        desk.visits.change(visit, NOW, heads=heads)

    seen, before = [], None
    while True:
        page = desk.history.told(before=before)
        seen += [told.step.id for told in page.told]
        before = page.before
        if before is None:
            break

    assert seen == [step.id for step in desk.history.of_visit(visit)]


def test_an_older_step_is_taken_back_where_nothing_since_touched_the_same(desk, visit):
    desk.visits.change(visit, NOW, purpose="洽谈")
    older = newest(desk).step.id
    desk.visits.change(visit, NOW, heads=9)

    desk.history.undo_step(older, NOW)

    now = desk.visits.get(visit)
    assert (now.purpose, now.heads) == ("参观", 9)
    assert newest(desk).said.startswith("撤销")
    assert not next(told for told in desk.history.told().told if told.step.id == older).counts


def test_it_is_refused_with_a_sentence_where_something_since_did(desk, visit):
    desk.visits.change(visit, NOW, purpose="洽谈")
    older = newest(desk).step.id
    desk.visits.change(visit, NOW, purpose="验厂")

    with pytest.raises(ReceptionError):
        desk.history.undo_step(older, NOW)

    assert desk.visits.get(visit).purpose == "验厂"


def test_it_is_refused_where_something_since_rests_on_it(desk, visit):
    created = desk.history.of_visit(visit)[-1].id if desk.history.of_visit(visit) else newest(desk).step.id
    desk.parts.add(Meeting, visit, NOW, starts_at=ARRIVAL)

    with pytest.raises(ReceptionError):
        desk.history.undo_step(created, NOW)

    assert desk.visits.get(visit).meetings


def test_what_was_taken_back_is_not_taken_back_twice(desk, visit):
    desk.visits.change(visit, NOW, purpose="洽谈")
    step = newest(desk).step.id
    desk.history.undo_step(step, NOW)

    with pytest.raises(ReceptionError):
        desk.history.undo_step(step, NOW)


def test_a_step_that_somebody_else_took_back_no_longer_blocks_ctrl_z(desk, visit):
    desk.visits.change(visit, NOW, heads=9)
    desk.visits.change(visit, NOW, purpose="洽谈")
    step = newest(desk).step.id
    desk.company.change(NOW, at_desk="王敏")
    desk.history.undo_step(step, NOW)
    desk.company.change(NOW, at_desk="李静")

    desk.history.undo(NOW)

    assert desk.visits.get(visit).heads is None


def test_after_a_step_out_of_the_middle_ctrl_y_does_it_again(desk, visit):
    desk.visits.change(visit, NOW, purpose="洽谈")
    step = newest(desk).step.id
    desk.visits.change(visit, NOW, heads=9)
    desk.history.undo_step(step, NOW)

    desk.history.redo(NOW)

    assert (desk.visits.get(visit).purpose, desk.visits.get(visit).heads) == ("洽谈", 9)

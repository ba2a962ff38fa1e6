"""The bin: deleted visits vanish, come back for 30 days, then are gone with all that is theirs."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import text

from reception_desk.domain.booking import Car, CarBooking
from reception_desk.domain.edition import Choice
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.sign import SignKind
from reception_desk.errors import ReceptionError
from reception_desk.services.bin import KEPT
from tests.desk import ARRIVAL, NOW, plain_visit

MONTH_LATER = NOW + KEPT + timedelta(minutes=1)


def test_a_deleted_visit_vanishes_from_every_list(desk):
    visit_id = plain_visit(desk)
    company_id = desk.visits.get(visit_id).company_id

    desk.bin.delete(visit_id, NOW)

    day = desk.today.at(NOW)
    with desk.database.reading() as work:
        of_company = work.visits.of_company(company_id)
    assert desk.visits.on_day(ARRIVAL) == of_company == day.ahead == []
    assert day.next is None
    with pytest.raises(ReceptionError):
        desk.visits.numbered("2026-0001")


def test_a_deleted_visit_lies_in_the_bin_under_the_name_of_who_put_it_there(desk):
    visit_id = plain_visit(desk)

    desk.bin.delete(visit_id, NOW)

    (deleted,) = desk.bin.listed()
    assert (deleted.visit.id, deleted.deleted_by, deleted.gone_at) == (visit_id, "李静", NOW + KEPT)


@pytest.mark.parametrize("way", ["restore", "undo"])
def test_a_deleted_visit_comes_back(desk, way):
    visit_id = plain_visit(desk)
    desk.bin.delete(visit_id, NOW)

    desk.bin.restore(visit_id, NOW) if way == "restore" else desk.history.undo(NOW)

    assert desk.visits.get(visit_id).main_guest.person.name == "顾翀"
    assert desk.bin.listed() == []


def test_a_number_in_the_bin_is_not_given_again(desk):
    desk.bin.delete(plain_visit(desk), NOW)

    assert desk.visits.new(NOW).number == "2026-0002"


def test_guests_in_the_house_keep_their_visit(desk):
    visit_id = plain_visit(desk)
    desk.visits.arrived(visit_id, ARRIVAL)

    with pytest.raises(ReceptionError):
        desk.bin.delete(visit_id, ARRIVAL)


def test_a_visit_that_undo_puts_back_into_the_bin_lies_there_for_thirty_days_more(desk):
    visit_id = plain_visit(desk)
    desk.bin.delete(visit_id, NOW)
    desk.bin.restore(visit_id, NOW + KEPT)
    desk.history.undo(MONTH_LATER)

    assert desk.bin.empty_old(MONTH_LATER) == 0
    assert desk.bin.empty_old(MONTH_LATER + KEPT + timedelta(minutes=1)) == 1


def test_what_lies_in_the_bin_for_thirty_days_stays_and_a_minute_later_goes(desk):
    visit_id = plain_visit(desk)
    desk.bin.delete(visit_id, NOW)

    assert desk.bin.empty_old(NOW + KEPT) == 0
    assert desk.bin.empty_old(MONTH_LATER) == 1
    assert desk.bin.listed() == []


def test_emptying_leaves_nothing_of_the_visit_and_everything_of_the_others(desk, tmp_path):
    gone, kept = plain_visit(desk), plain_visit(desk)
    sign_id = desk.signs.add("大堂屏", NOW)
    for visit_id in (gone, kept):
        desk.parts.add(Meeting, visit_id, NOW, starts_at=ARRIVAL, topic=f"秘密{visit_id}")
        desk.preparation.check_off(visit_id, "101", "", NOW)
        desk.welcome.propose(visit_id, NOW, sign_id)
        for _ in range(2):
            desk.papers.make(visit_id, "D25", Choice(), NOW)
    before = _whole(desk, kept)
    desk.bin.delete(gone, NOW)

    desk.bin.empty_old(MONTH_LATER)

    assert _whole(desk, gone) == _whole(desk, 0)
    assert _whole(desk, kept) == before
    with desk.database.connection() as connection:
        rows = connection.execute(
            text("SELECT count(*) FROM journal_row WHERE new LIKE :it"), {"it": f'"秘密{gone}"'}
        )
        assert rows.scalar_one() == 0
        assert connection.execute(text("PRAGMA foreign_key_check")).all() == []


def _whole(desk, visit_id):
    """How many rows each table has of a visit."""
    with desk.database.connection() as connection:
        tables = connection.execute(
            text(
                "SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c "
                "WHERE m.type = 'table' AND c.name = 'visit_id'"
            )
        ).scalars()
        return {
            name: connection.execute(
                text(f"SELECT count(*) FROM {name} WHERE visit_id = :id"), {"id": visit_id}
            ).scalar_one()
            for name in tables.all()
        }


def test_emptying_cannot_be_undone(desk):
    desk.bin.delete(plain_visit(desk), NOW)
    desk.bin.empty_old(MONTH_LATER)

    assert desk.history.undoable() is None or "2026-0001" not in desk.history.undoable().said


def test_a_visit_whose_words_people_have_put_up_is_not_deleted_in_silence(desk):
    visit_id = plain_visit(desk)
    sign_id = desk.signs.add("大堂屏", NOW, kind=SignKind.HAND_OVER)
    message = desk.welcome.propose(visit_id, NOW, sign_id)
    desk.welcome.check(message, NOW)
    desk.welcome.see(message, NOW)

    with pytest.raises(ReceptionError, match="大堂屏"):
        desk.bin.delete(visit_id, NOW)
    desk.welcome.take_down(message, NOW)
    desk.bin.delete(visit_id, NOW)


@pytest.mark.parametrize("way", ["bin", "cancelled"])
def test_what_was_booked_by_others_meanwhile_is_named_when_a_visit_comes_back(desk, way):
    car = desk.house.add(Car, NOW, plate="沪A12345", seats=5)
    visit_id, other = plain_visit(desk), desk.visits.new(NOW, company="别家公司").id
    times = {"car_id": car, "starts_at": ARRIVAL, "ends_at": ARRIVAL + timedelta(hours=1)}
    desk.parts.add(CarBooking, visit_id, NOW, **times)
    desk.bin.delete(visit_id, NOW) if way == "bin" else desk.visits.cancel(visit_id, NOW)
    desk.parts.add(CarBooking, other, NOW, **times)

    back = desk.bin.restore if way == "bin" else desk.visits.take_up_again
    (sentence,) = back(visit_id, NOW)

    assert "沪A12345" in sentence
    assert "别家公司" in sentence

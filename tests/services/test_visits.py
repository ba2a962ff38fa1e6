"""Visits and guests as the desk handles them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from reception_desk.domain.booking import HotelBooking
from reception_desk.domain.entity import Answer
from reception_desk.domain.journey import Carrier, Direction, Leg
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.ticket import Ticket
from reception_desk.domain.visit import VisitState
from reception_desk.errors import ReceptionError
from tests.desk import ARRIVAL, DEPARTURE, NOW, plain_visit


def test_numbers_count_up_within_the_year(desk):
    numbers = [desk.visits.new(NOW).number for _ in range(3)]

    assert numbers == ["2026-0001", "2026-0002", "2026-0003"]


def test_the_year_of_a_number_is_the_year_at_the_company(desk):
    new_years_eve_in_utc = NOW.replace(month=12, day=31, hour=17)

    assert desk.visits.new(new_years_eve_in_utc).number == "2027-0001"


def test_a_company_that_came_before_is_taken_again(desk):
    first, second = (desk.visits.new(NOW, company="苏州恒屹精密机械有限公司") for _ in range(2))

    assert first.company_id == second.company_id


def test_a_person_that_came_before_is_taken_again(desk):
    first, second = (desk.visits.new(NOW, company="某公司", main_guest="顾翀") for _ in range(2))

    assert first.main_guest.person_id == second.main_guest.person_id


def test_two_people_of_one_name_in_two_companies_are_two(desk):
    first = desk.visits.new(NOW, company="甲公司", main_guest="张伟")
    second = desk.visits.new(NOW, company="乙公司", main_guest="张伟")

    assert first.main_guest.person_id != second.main_guest.person_id


def test_the_first_guest_is_the_main_guest(desk):
    visit_id = desk.visits.new(NOW).id

    desk.guests.add(visit_id, "顾翀", NOW)
    desk.guests.add(visit_id, "欧阳喆", NOW)

    assert [guest.is_main for guest in desk.visits.get(visit_id).guests] == [True, False]


def test_moving_a_guest_renumbers_the_others(desk):
    visit_id = plain_visit(desk)
    for name in ("欧阳喆", "马珺"):
        desk.guests.add(visit_id, name, NOW)
    last = desk.visits.get(visit_id).guests[-1]

    desk.guests.move(last.id, 1, NOW)

    order = [(guest.position, guest.person.name) for guest in desk.visits.get(visit_id).guests]
    assert order == [(1, "马珺"), (2, "顾翀"), (3, "欧阳喆")]


def test_a_phone_is_kept_as_the_world_writes_it(desk):
    visit_id = plain_visit(desk)
    guest = desk.visits.get(visit_id).guests[0]

    desk.guests.change(guest.id, NOW, phone="021-5555 0123 转 806")

    person = desk.visits.get(visit_id).guests[0].person
    assert (person.phone, person.phone_extension) == ("+862155550123", "806")


def test_parts_are_added_changed_and_removed(desk):
    visit_id = plain_visit(desk)
    leg_id = desk.parts.add(Leg, visit_id, NOW, direction=Direction.ARRIVAL, carrier=Carrier.TRAIN)
    desk.parts.change(Leg, leg_id, NOW, number="G7012")

    assert desk.visits.get(visit_id).legs[0].number == "G7012"
    desk.parts.remove(Leg, leg_id, NOW)
    assert desk.visits.get(visit_id).legs == []


@pytest.mark.parametrize(
    ("kind", "facts"),
    [
        (Meeting, {"starts_at": ARRIVAL, "ends_at": ARRIVAL - timedelta(hours=1)}),
        (HotelBooking, {"check_in": ARRIVAL.date(), "check_out": (ARRIVAL - timedelta(days=1)).date()}),
    ],
    ids=["meeting", "hotel"],
)
def test_what_ends_before_it_starts_is_refused_and_not_stored(desk, kind, facts):
    visit_id = plain_visit(desk)

    with pytest.raises(ReceptionError):
        desk.parts.add(kind, visit_id, NOW, **facts)

    visit = desk.visits.get(visit_id)
    assert visit.meetings == visit.hotel_bookings == []


@pytest.mark.parametrize("whose", ["guest", "leg"])
def test_what_a_ticket_is_for_stays_and_the_refusal_names_the_ticket(desk, whose):
    visit_id = plain_visit(desk)
    guest = desk.visits.get(visit_id).guests[0].id
    leg = desk.parts.add(Leg, visit_id, NOW, direction=Direction.DEPARTURE, carrier=Carrier.TRAIN)
    ids = {"guest": {"guest_id": guest}, "leg": {"leg_id": leg}}[whose]
    desk.parts.add(Ticket, visit_id, NOW, number="G7012", **ids)

    with pytest.raises(ReceptionError, match="G7012"):
        desk.guests.remove(guest, NOW) if whose == "guest" else desk.parts.remove(Leg, leg, NOW)


def test_submitting_names_what_is_lacking_and_then_goes_through(desk):
    visit_id = plain_visit(desk, level=2)
    with pytest.raises(ReceptionError, match="来访目的"):
        desk.visits.submit(visit_id, NOW)

    desk.visits.change(visit_id, NOW, purpose="洽谈", owner_department="华东销售部", applicant="陆文昊")
    desk.visits.submit(visit_id, NOW)

    assert desk.visits.get(visit_id).state is VisitState.SUBMITTED


def test_a_cancelled_visit_can_be_taken_up_again(desk):
    visit_id = plain_visit(desk)

    desk.visits.cancel(visit_id, NOW)
    assert desk.visits.on_day(ARRIVAL) == []
    desk.visits.take_up_again(visit_id, NOW)

    assert [visit.id for visit in desk.visits.on_day(ARRIVAL)] == [visit_id]


def test_a_cancelled_visit_is_not_handed_in_before_it_is_taken_up_again(desk):
    visit_id = plain_visit(desk, owner_department="市场部", applicant="赵敏", purpose="年度合作", heads=2)
    desk.visits.cancel(visit_id, NOW)

    with pytest.raises(ReceptionError):
        desk.visits.submit(visit_id, NOW)

    assert desk.visits.get(visit_id).state is VisitState.CANCELLED


def test_a_visit_that_is_not_cancelled_is_not_taken_up_again(desk):
    visit_id = plain_visit(
        desk, owner_department="市场部", applicant="赵敏", purpose="年度合作", heads=2, level=2
    )
    desk.visits.submit(visit_id, NOW)

    with pytest.raises(ReceptionError):
        desk.visits.take_up_again(visit_id, NOW)

    assert desk.visits.get(visit_id).state is VisitState.SUBMITTED


def test_arrival_and_leaving_are_noted_once_and_in_order(desk):
    visit_id = plain_visit(desk)
    with pytest.raises(ReceptionError):
        desk.visits.left(visit_id, ARRIVAL)

    desk.visits.arrived(visit_id, ARRIVAL)
    with pytest.raises(ReceptionError):
        desk.visits.arrived(visit_id, ARRIVAL)
    desk.visits.left(visit_id, DEPARTURE)

    visit = desk.visits.get(visit_id)
    assert (visit.actual_arrival_at, visit.actual_departure_at) == (ARRIVAL, DEPARTURE)


def test_a_visit_of_two_days_is_here_on_both(desk):
    plain_visit(desk)

    assert [len(desk.visits.on_day(ARRIVAL + timedelta(days=day))) for day in (-1, 0, 1, 2)] == [0, 1, 1, 0]


def test_answers_start_unconfirmed(desk):
    visit = desk.visits.get(plain_visit(desk))

    assert {answer for _, answer in visit.answers()} == {Answer.UNCONFIRMED}


def test_asking_for_a_visit_that_is_not_there_is_a_sentence(desk):
    with pytest.raises(ReceptionError, match="2026-0099"):
        desk.visits.numbered("2026-0099")

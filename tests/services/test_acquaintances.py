"""Returning people and companies, recognised while somebody types."""

from __future__ import annotations

from datetime import timedelta

import pytest

from reception_desk.errors import ReceptionError
from tests.desk import ARRIVAL, NOW, plain_visit


@pytest.fixture
def known(desk):
    """A visit of last year with a guest of whom much is known, and another guest."""
    visit_id = plain_visit(desk, arrival_at=ARRIVAL - timedelta(days=365), departure_at=None)
    guest = desk.visits.get(visit_id).guests[0]
    desk.guests.change(guest.id, NOW, phone="138 0000 0005", name_latin="Gu Chong", diet="不吃牛羊肉")
    desk.guests.add(visit_id, "沈砚秋", NOW, title="副总经理")
    return visit_id


@pytest.mark.parametrize("words", ["顾", "顾翀", "guchong", "gc", "Gu Ch", "0005"])
def test_a_person_is_found_by_name_pinyin_initials_latin_name_and_phone(desk, known, words):
    found = desk.acquaintances.people_like(words)

    assert [(one.name, one.title, one.company) for one in found] == [
        ("顾翀", "董事长", "苏州恒屹精密机械有限公司")
    ]


def test_a_company_in_the_words_brings_no_people(desk, known):
    assert desk.acquaintances.people_like("恒屹") == []


def test_a_person_is_named_with_the_last_visit(desk, known):
    later = plain_visit(desk)
    desk.guests.change(desk.visits.get(later).guests[0].id, NOW, title="名誉董事长")

    (found,) = desk.acquaintances.people_like("顾翀")

    assert (found.title, found.last_here) == ("名誉董事长", ARRIVAL)


def test_a_deleted_visit_tells_of_nobody(desk, known):
    desk.bin.delete(known, NOW)

    assert desk.acquaintances.people_like("顾翀") == []


@pytest.mark.parametrize("words", ["恒屹", "szhy", "suzhouhengyi"])
def test_a_company_is_found_by_part_pinyin_and_initials(desk, known, words):
    assert [company.name for company in desk.acquaintances.companies_like(words)] == [
        "苏州恒屹精密机械有限公司"
    ]


def test_a_recognised_guest_brings_title_phone_and_diet_along(desk, known):
    new = desk.visits.new(NOW, company="某公司").id
    guest = desk.guests.add(new, "顾", NOW)
    (found,) = desk.acquaintances.people_like("gc")

    desk.guests.recognise(guest, found, NOW)

    (guest_now,) = desk.visits.get(new).guests
    assert (guest_now.title, guest_now.diet, guest_now.person.phone) == (
        "董事长",
        "不吃牛羊肉",
        "+8613800000005",
    )


def test_what_is_written_of_a_guest_already_stays(desk, known):
    new = desk.visits.new(NOW).id
    guest = desk.guests.add(new, "顾", NOW, title="顾问", diet="")

    desk.guests.recognise(guest, desk.acquaintances.people_like("gc")[0], NOW)

    (guest_now,) = desk.visits.get(new).guests
    assert (guest_now.title, guest_now.diet) == ("顾问", "")


def test_recognising_is_one_step_that_can_be_undone(desk, known):
    new = desk.visits.new(NOW).id
    guest = desk.guests.add(new, "顾", NOW)
    desk.guests.recognise(guest, desk.acquaintances.people_like("gc")[0], NOW)

    desk.history.undo(NOW)

    (guest_now,) = desk.visits.get(new).guests
    assert (guest_now.person.name, guest_now.title) == ("顾", "")


def test_a_visitor_of_the_register_is_recognised(desk, known):
    desk.register.check_in("周海", NOW, company="宁波远帆物流", plate="浙B12345", host="陆文昊")

    (found,) = desk.acquaintances.visitors_like("远帆")

    assert (found.name, found.plate, found.host) == ("周海", "浙B12345", "陆文昊")
    assert [one.name for one in desk.acquaintances.visitors_like("gc")] == ["顾翀"]


def test_somebody_known_is_added_with_what_was_known(desk, known):
    new = desk.visits.new(NOW).id

    desk.guests.add_known(new, desk.acquaintances.people_like("gc")[0], NOW)

    (guest,) = desk.visits.get(new).guests
    assert (guest.title, guest.is_main, guest.person.name) == ("董事长", True, "顾翀")


def test_nobody_stands_on_a_list_twice(desk, known):
    found = desk.acquaintances.people_like("gc")[0]
    with pytest.raises(ReceptionError, match="顾翀"):
        desk.guests.add_known(known, found, NOW)

    other = desk.visits.get(known).guests[1]
    with pytest.raises(ReceptionError, match="顾翀"):
        desk.guests.recognise(other.id, found, NOW)


def test_a_new_visit_takes_the_recognised_main_guest(desk, known):
    found = desk.acquaintances.people_like("gc")[0]

    visit = desk.visits.new(NOW, company="另一家公司", main_guest="顾翀", known=found)

    assert visit.main_guest.person_id == found.person_id
    assert (visit.main_guest.title, visit.main_guest.diet) == ("董事长", "不吃牛羊肉")


def test_a_name_changed_after_recognising_is_another_person(desk, known):
    found = desk.acquaintances.people_like("gc")[0]

    visit = desk.visits.new(NOW, main_guest="顾冲", known=found)

    assert visit.main_guest.person_id != found.person_id

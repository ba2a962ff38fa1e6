"""Companies and people written down twice: found, and made one."""

from __future__ import annotations

from datetime import timedelta

import pytest

from reception_desk.domain.company import Company
from reception_desk.domain.duplicate import Alike, plain_company
from reception_desk.domain.gift import Gift
from reception_desk.domain.person import Person
from reception_desk.domain.rivalry import Rivalry
from reception_desk.errors import ReceptionError
from reception_desk.repository.journal import Said
from reception_desk.services.duplicates import proposed
from tests.desk import ARRIVAL, NOW


def add(desk, entity):
    """Put a record in; its id."""
    with desk.database.unit_of_work(Said("put in"), NOW) as work:
        return work.add(entity).id


def company(desk, visit):
    """The company of a visit, as stored now."""
    return desk.visits.get(visit.id).company


@pytest.fixture
def twice(desk):
    """Two visits of one company that was written down in two ways."""
    one = desk.visits.new(NOW, company="苏州恒屹精密机械有限公司", main_guest="顾翀", arrival_at=ARRIVAL)
    other = desk.visits.new(NOW, company="苏州恒屹精密机械", main_guest="沈砚秋")
    return one, other


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("苏州恒屹精密机械有限公司", "苏州恒屹 精密机械"),
        ("Hartmann Antriebstechnik GmbH", "HARTMANN Antriebstechnik"),
        ("Ｂｒａｎｄｔ Co., Ltd.", "brandt"),
    ],
)
def test_names_are_compared_without_spaces_width_case_and_legal_form(one, other):
    assert plain_company(one) == plain_company(other)


def test_a_name_that_is_nothing_but_a_legal_form_stays():
    assert plain_company("公司") == "公司"


def test_two_spellings_of_a_company_are_found(desk, twice):
    desk.visits.new(NOW, company="宁波远帆物流有限公司")

    (pair,) = desk.duplicates.pairs()

    assert (pair.alike, pair.visits) == (Alike.NAME, (1, 1))
    assert {pair.one.name, pair.other.name} == {"苏州恒屹精密机械有限公司", "苏州恒屹精密机械"}


def test_people_are_found_by_phone_and_by_name_at_one_company(desk):
    add(desk, Person(name="顾翀", phone="+8613800000005"))
    add(desk, Person(name="顾冲", phone="+8613800000005"))
    add(desk, Person(name="张 伟"))
    add(desk, Person(name="张伟"))
    add(desk, Person(name="张伟", company_id=add(desk, Company(name="甲"))))

    assert sorted((pair.alike, pair.one.name) for pair in desk.duplicates.pairs()) == [
        (Alike.NAME, "张 伟"),
        (Alike.PHONE, "顾翀"),
    ]


def test_merged_companies_are_one_with_all_visits_and_people(desk, twice):
    (pair,) = desk.duplicates.pairs()

    desk.duplicates.merge(pair, pair.one.id, [], NOW)

    assert company(desk, twice[0]).id == company(desk, twice[1]).id
    assert desk.visits.get(twice[1].id).main_guest.person.company_id == pair.one.id
    assert desk.duplicates.pairs() == []


def test_the_lost_name_is_still_found(desk, twice):
    (pair,) = desk.duplicates.pairs()
    desk.duplicates.merge(pair, pair.one.id, [], NOW)

    assert company(desk, twice[0]).aliases == "苏州恒屹精密机械"
    assert desk.visits.count("恒屹精密") == 2


def test_a_lost_english_name_keeps_its_comma_through_the_next_merge(desk):
    kept, gone, third = (
        add(desk, Company(name=name, name_latin=latin))
        for name, latin in (("恒屹", "Hengyi"), ("恒屹精密", "Hengyi Precision Co., Ltd."), ("恒屹机械", ""))
    )
    desk.duplicates.merge_companies(kept, gone, (), NOW)

    desk.duplicates.merge_companies(kept, third, (), NOW)

    with desk.database.reading() as work:
        assert "Hengyi Precision Co., Ltd." in work.get(Company, kept).aliases


def test_the_chosen_value_wins(desk, twice):
    desk.visits.change_company(twice[1].id, NOW, country="DE")
    (pair,) = desk.duplicates.pairs()

    desk.duplicates.merge(pair, pair.one.id, ["country", "name"], NOW)

    kept = company(desk, twice[0])
    assert (kept.country, kept.name, kept.aliases) == ("DE", "苏州恒屹精密机械", "苏州恒屹精密机械有限公司")


def test_merging_is_one_step_that_can_be_undone(desk, twice):
    before = [company(desk, visit).name for visit in twice]
    (pair,) = desk.duplicates.pairs()
    desk.duplicates.merge(pair, pair.one.id, ["name"], NOW)

    desk.history.undo(NOW)

    assert [company(desk, visit).name for visit in twice] == before


def test_rivals_go_along_and_nobody_is_their_own_rival(desk, twice):
    (pair,) = desk.duplicates.pairs()
    rival = add(desk, Company(name="对头"))
    add(desk, Rivalry(company_id=pair.one.id, rival_id=pair.other.id))
    for known in (pair.one.id, pair.other.id):
        add(desk, Rivalry(company_id=known, rival_id=rival))

    desk.duplicates.merge(pair, pair.one.id, [], NOW)
    with desk.database.reading() as work:
        left = [(one.company_id, one.rival_id) for one in work.duplicates.rivalries(pair.one.id)]
    assert left == [(pair.one.id, rival)]

    desk.history.undo(NOW)
    with desk.database.reading() as work:
        assert len(work.duplicates.rivalries(pair.other.id)) == 2


def test_merged_people_keep_visits_and_register(desk):
    visits = [desk.visits.new(NOW, company=name, main_guest="顾翀") for name in ("甲", "乙")]
    for visit in visits:
        desk.guests.change(visit.main_guest.id, NOW, phone="13800000005")
    gone = visits[1].main_guest.person_id
    entry = desk.register.check_in("顾翀", NOW, person_id=gone)
    (pair,) = desk.duplicates.pairs()

    desk.duplicates.merge(pair, visits[0].main_guest.person_id, [], NOW)

    people = {desk.visits.get(visit.id).main_guest.person_id for visit in visits}
    assert people == {desk.register.get(entry).person_id}


def test_two_on_one_list_are_not_merged_in_silence(desk):
    visit = desk.visits.new(NOW, main_guest="顾翀")
    desk.guests.add(visit.id, "顾冲", NOW, phone="13800000005")
    desk.guests.change(visit.main_guest.id, NOW, phone="13800000005")
    (pair,) = desk.duplicates.pairs()

    with pytest.raises(ReceptionError, match=visit.number):
        desk.duplicates.merge(pair, pair.one.id, [], NOW)

    assert len(desk.visits.get(visit.id).guests) == 2


def test_two_on_a_list_in_the_bin_are_merged_and_the_visit_comes_back(desk):
    visit = desk.visits.new(NOW, main_guest="顾翀")
    desk.guests.add(visit.id, "顾冲", NOW, phone="13800000005")
    desk.guests.change(visit.main_guest.id, NOW, phone="13800000005")
    (pair,) = desk.duplicates.pairs()
    desk.bin.delete(visit.id, NOW)

    desk.duplicates.merge(pair, pair.one.id, [], NOW)
    desk.bin.restore(visit.id, NOW)

    assert [guest.person_id for guest in desk.visits.get(visit.id).guests] == [pair.one.id] * 2


def test_A6_6_gifts_go_along_so_that_nobody_gets_the_same_twice(desk):
    earlier = desk.visits.new(NOW, company="甲", main_guest="顾翀", arrival_at=ARRIVAL)
    later = desk.visits.new(NOW, company="乙", main_guest="顾翀", arrival_at=ARRIVAL + timedelta(days=90))
    for visit in (earlier, later):
        person = visit.main_guest.person_id
        desk.guests.change(visit.main_guest.id, NOW, phone="13800000005")
        desk.parts.add(Gift, visit.id, NOW, person_id=person, name="紫砂壶")
    gifts = desk.visits.get(later.id).gifts
    assert desk.gifts.repeated(gifts) == {}
    (pair,) = desk.duplicates.pairs()

    desk.duplicates.merge(pair, later.main_guest.person_id, [], NOW)

    assert desk.gifts.repeated(desk.visits.get(later.id).gifts)[gifts[0].id].number == earlier.number
    assert [one.gifts for one in desk.memory.history(later.main_guest.id)] == [("紫砂壶",)]


def test_whoever_came_oftener_is_proposed_to_stay_and_takes_what_it_lacks(desk, twice):
    desk.visits.new(NOW, company="苏州恒屹精密机械")
    desk.visits.change_company(twice[0].id, NOW, country="CN")
    (pair,) = desk.duplicates.pairs()

    kept, taken = proposed(pair)

    assert (kept, taken) == (twice[1].company_id, {"country"})


def test_a_pair_that_is_two_is_not_asked_about_again(desk, twice):
    (pair,) = desk.duplicates.pairs()

    desk.duplicates.tell_apart(pair, NOW)
    assert desk.duplicates.pairs() == []

    desk.history.undo(NOW)
    assert len(desk.duplicates.pairs()) == 1


def test_a_dossier_put_together_of_two_is_as_old_as_the_older(desk):
    first = desk.visits.new(NOW, company="晟川电子").id
    second = desk.visits.new(NOW, company="晟川电子有限公司").id
    desk.visits.change_company(first, NOW, background="三个工厂")
    desk.visits.change_company(second, NOW - timedelta(days=30), strength="员工300人")
    kept, gone = (desk.visits.get(one).company_id for one in (first, second))

    desk.duplicates.merge_companies(kept, gone, ["strength"], NOW)

    assert desk.visits.get(first).company.dossier_as_of == (NOW - timedelta(days=30)).date()

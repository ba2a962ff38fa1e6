"""A1.4 and A1.5: our contact is told, and names, phones, dates and flights are repeated to the other side (5.2)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from reception_desk.domain.edition import Choice, Medium
from reception_desk.domain.journey import Carrier, Direction, Leg
from reception_desk.domain.preparation import ItemState
from reception_desk.domain.read_aloud import aloud, beside
from reception_desk.domain.read_back import Reading
from reception_desk.errors import ReceptionError
from reception_desk.i18n import use_language
from tests.desk import ARRIVAL, NOW, plain_visit
from tests.documents.paper_facts import bare, pages_of


@pytest.fixture
def visit(desk):
    """A visit by air, with a contact who has a phone."""
    visit_id = plain_visit(desk, applicant="陆文昊", applicant_phone="13812345678")
    desk.guests.add(visit_id, "单镕", NOW, title="总经理助理", phone="13900001111", is_contact=True)
    desk.parts.add(
        Leg,
        visit_id,
        NOW,
        direction=Direction.ARRIVAL,
        carrier=Carrier.FLIGHT,
        number="CA1234",
        at=ARRIVAL - timedelta(hours=1),
    )
    return visit_id


def facts(desk, visit_id):
    """The facts by key."""
    return {one.fact.key: one for one in desk.read_back.facts(visit_id)}


def read_all(desk, visit_id, medium=Medium.PHONE):
    for key in facts(desk, visit_id):
        desk.read_back.confirm(visit_id, key, NOW, medium)


def fallen(desk, visit_id):
    return [key for key, one in facts(desk, visit_id).items() if one.reading is not Reading.CONFIRMED]


def key_of(desk, visit_id, end):
    return next(key for key in facts(desk, visit_id) if key.endswith(end))


def test_A1_5_names_phones_dates_and_flights_are_to_be_repeated(desk, visit):
    main, contact = desk.visits.get(visit).guests
    (leg,) = desk.visits.get(visit).legs
    assert list(facts(desk, visit)) == [
        "company:name",
        f"guest:{main.id}:name",
        f"guest:{contact.id}:name",
        f"guest:{contact.id}:phone",
        "visit:arrival_at",
        "visit:departure_at",
        f"leg:{leg.id}:number",
        f"leg:{leg.id}:time",
        "visit:applicant_phone",
    ]


def test_A1_5_only_facts_that_have_a_value_are_asked_for(desk):
    bare_visit = desk.visits.new(NOW, company="恒屹").id
    assert list(facts(desk, bare_visit)) == ["company:name"]


def test_A1_5_who_when_and_how_a_fact_was_confirmed_is_kept(desk, visit):
    desk.read_back.confirm(visit, "visit:arrival_at", NOW, Medium.MAIL)
    edition = facts(desk, visit)["visit:arrival_at"].edition
    assert (edition.made_by, edition.made_at, edition.medium) == ("李静", NOW, "mail")


def test_A1_5_editing_a_flight_number_drops_only_that_mark(desk, visit):
    read_all(desk, visit)
    (leg,) = desk.visits.get(visit).legs
    desk.parts.change(Leg, leg.id, NOW, number="CA5678")
    assert fallen(desk, visit) == [f"leg:{leg.id}:number"]
    assert facts(desk, visit)[f"leg:{leg.id}:number"].reading is Reading.FELL


@pytest.mark.parametrize(
    ("end", "change"),
    [
        (":phone", lambda desk, visit, guest: desk.guests.change(guest, NOW, phone="13900002222")),
        ("arrival_at", lambda desk, visit, guest: desk.visits.change(visit, NOW, arrival_at=ARRIVAL)),
        ("applicant_phone", lambda desk, visit, guest: desk.visits.change(visit, NOW, applicant_phone="")),
    ],
)
def test_A1_5_another_value_drops_only_its_own_mark(desk, visit, end, change):
    desk.visits.change(visit, NOW, arrival_at=ARRIVAL - timedelta(minutes=30))
    read_all(desk, visit)
    change(desk, visit, desk.visits.get(visit).guests[1].id)
    assert [key for key in fallen(desk, visit) if not key.endswith(end)] == []


def test_A1_5_a_changed_flight_that_is_changed_back_is_confirmed_as_it_was(desk, visit):
    read_all(desk, visit)
    (leg,) = desk.visits.get(visit).legs
    desk.parts.change(Leg, leg.id, NOW, number="CA5678")
    desk.parts.change(Leg, leg.id, NOW, number="CA1234")
    assert fallen(desk, visit) == []


def test_A1_5_a_confirmation_can_be_taken_back(desk, visit):
    desk.read_back.confirm(visit, "visit:arrival_at", NOW)
    desk.read_back.take_back(visit, "visit:arrival_at", NOW)
    assert facts(desk, visit)["visit:arrival_at"].reading is Reading.NOT_YET
    with pytest.raises(ReceptionError, match="没有复述"):
        desk.read_back.take_back(visit, "visit:arrival_at", NOW)


def test_A1_5_flights_are_spoken_letter_by_letter_phones_3_4_4_and_days_with_their_weekday(desk, visit):
    said = {key.rpartition(":")[2]: aloud(one.fact, "zh") for key, one in facts(desk, visit).items()}
    assert said["number"] == "C A 1 2 3 4"
    assert said["phone"] == "139 0000 1111"
    assert said["arrival_at"] == "12月8日 星期二 上午10:30"


@pytest.mark.parametrize(
    ("clock", "zh", "en"),
    [
        ("00:05", "凌晨0:05", "12:05 am"),
        ("12:30", "中午12:30", "12:30 pm"),
        ("14:30", "下午2:30", "2:30 pm"),
        ("21:00", "晚上9:00", "9:00 pm"),
    ],
)
def test_A1_5_the_part_of_the_day_is_said(desk, visit, clock, zh, en):
    hour, minute = map(int, clock.split(":"))
    moment = datetime(2026, 12, 8, hour, minute, tzinfo=UTC) - timedelta(hours=8)
    desk.visits.change(visit, NOW, arrival_at=moment, departure_at=None)
    fact = facts(desk, visit)["visit:arrival_at"].fact
    assert aloud(fact, "zh").endswith(zh)
    assert aloud(fact, "en").endswith(en)


def test_A1_5_a_name_comes_with_its_pronunciation_and_its_characters(desk, visit):
    main = desk.visits.get(visit).main_guest
    desk.guests.change(main.id, NOW, pronunciation="gù chōng")
    fact = facts(desk, visit)[f"guest:{main.id}:name"].fact
    assert aloud(fact, "zh") == "顾翀"
    assert beside(fact, "zh")[0] == "董事长"
    assert "gù chōng" in beside(fact, "zh")


def test_A1_5_a_latin_name_is_spelled(desk):
    visit_id = desk.visits.new(NOW, main_guest="Jürgen Brückner").id
    (fact,) = (one.fact for one in facts(desk, visit_id).values())
    assert beside(fact, "en")[-1] == "J Ü R G E N · B R Ü C K N E R"


@pytest.mark.parametrize("number", ["D1", "D5"])
def test_A1_5_an_unconfirmed_name_on_a_sign_or_placard_needs_a_reason(desk, visit, number):
    choice = desk.papers.usual_choice(visit, number)
    with pytest.raises(ReceptionError, match="顾翀"):
        desk.papers.make(visit, number, choice, NOW)
    assert desk.papers.editions(visit, NOW) == []
    made = desk.papers.make(visit, number, choice, NOW, reason="客人已到楼下")
    assert made.edition.reason == "客人已到楼下"
    assert "客人已到楼下" in desk.history.of_visit(visit)[0].said


@pytest.mark.parametrize("number", ["D1", "D5"])
def test_A1_5_a_sign_or_placard_whose_names_are_confirmed_asks_nothing(desk, visit, number):
    read_all(desk, visit)
    made = desk.papers.make(visit, number, desk.papers.usual_choice(visit, number), NOW, reason="多余")
    assert made.edition.reason == ""


def test_A1_5_only_the_names_on_that_paper_are_asked_for(desk, visit):
    main = desk.visits.get(visit).main_guest
    desk.read_back.confirm(visit, f"guest:{main.id}:name", NOW)
    desk.papers.make(visit, "D5", Choice(), NOW)
    with pytest.raises(ReceptionError, match="苏州恒屹精密机械有限公司"):
        desk.papers.make(visit, "D1", Choice(), NOW)


def test_A1_5_a_name_within_another_name_asks_nothing(desk):
    visit_id = desk.visits.new(NOW, main_guest="Marta Lindqvist").id
    desk.read_back.confirm(visit_id, desk.read_back.facts(visit_id)[0].fact.key, NOW)
    desk.guests.add(visit_id, "Li", NOW)
    desk.papers.make(visit_id, "D5", desk.papers.usual_choice(visit_id, "D5"), NOW)
    assert fallen(desk, visit_id) != []


def test_A1_5_what_was_read_back_is_no_paper_and_stands_in_nobody_s_hands(desk, visit):
    read_all(desk, visit)
    (leg,) = desk.visits.get(visit).legs
    desk.parts.change(Leg, leg.id, NOW, number="CA5678")
    assert desk.papers.editions(visit, NOW) == []
    assert desk.today.at(ARRIVAL).stale_papers == []


def test_A1_5_a_changed_title_asks_nothing_of_the_placard(desk, visit):
    read_all(desk, visit)
    desk.guests.change(desk.visits.get(visit).main_guest.id, NOW, title="总裁")
    desk.papers.make(visit, "D5", Choice(), NOW)
    assert fallen(desk, visit) == [f"guest:{desk.visits.get(visit).main_guest.id}:name"]


def test_A1_5_unconfirmed_facts_are_flagged_on_an_internal_paper(desk, visit):
    main = desk.visits.get(visit).main_guest
    text = bare(pages_of(desk.papers.preview(visit, "D6", Choice(), NOW))[0])
    assert "未复述" in text
    assert "顾翀(姓名)" in text
    assert "CA1234(班次)" in text
    desk.read_back.confirm(visit, f"guest:{main.id}:name", NOW)
    desk.read_back.confirm(visit, key_of(desk, visit, ":number"), NOW)
    text = bare(pages_of(desk.papers.preview(visit, "D6", Choice(), NOW))[0])
    assert "顾翀(姓名)" not in text
    assert "CA1234(班次)" not in text


def test_A1_5_the_mark_makes_no_paper_old(desk, visit):
    desk.papers.make(visit, "D6", Choice(), NOW)
    read_all(desk, visit)
    assert [one.state.value for one in desk.papers.editions(visit, NOW)] == ["current"]


@pytest.mark.parametrize("number", ["D1", "D4", "D5", "D8"])
def test_A1_5_no_paper_for_guests_or_passers_by_carries_the_mark(desk, visit, number):
    choice = desk.papers.usual_choice(visit, number)
    pages = pages_of(desk.papers.preview(visit, number, choice, NOW))
    assert not any("复述" in page or "Not read back" in page for page in pages)


def test_A1_4_the_text_tells_name_and_phone_of_our_receptionist_in_both_languages(desk, visit):
    desk.company.change(
        NOW, company_name="海川", company_name_en="Haichuan", desk_contact="李静", desk_phone="+862155550100"
    )
    contact = desk.read_back.card(visit).contact
    assert "李静" in contact.zh
    assert "021 5555 0100" in contact.zh
    assert "海川" in contact.zh
    assert "李静" in contact.en
    assert "+86 21 5555 0100" in contact.en
    assert "Haichuan" in contact.en


def test_A1_4_without_a_contact_of_ours_there_is_no_text(desk, visit):
    desk.company.change(NOW, desk_contact="", desk_phone="")
    assert desk.read_back.card(visit).contact.zh == ""


def test_A1_4_the_tick_records_when_and_by_whom_on_the_checklist(desk, visit):
    desk.read_back.tick(visit, "A1.4", NOW)
    told = desk.read_back.card(visit).told
    assert (told.code, told.state, told.item.done_by, told.item.done_at) == (
        "107",
        ItemState.DONE,
        "李静",
        NOW,
    )
    desk.read_back.tick(visit, "A1.4", NOW, done=False)
    assert desk.read_back.card(visit).told.is_open


def test_A1_5_reading_all_back_ticks_nothing_by_itself(desk, visit):
    read_all(desk, visit)
    card = desk.read_back.card(visit)
    assert card.is_whole
    assert card.repeated.code == "108"
    assert card.repeated.is_open


def test_A1_5_the_journal_says_what_was_read_back_in_the_language_of_the_desk(desk, visit):
    use_language("zh")
    desk.read_back.confirm(visit, key_of(desk, visit, ":number"), NOW)
    assert desk.history.of_visit(visit)[0].said == "已复述：C A 1 2 3 4"

"""An application form becomes a visit; one that comes again tells what has changed."""

import dataclasses
import random
from datetime import date, timedelta

import pytest

from reception_desk.domain.booking import HotelBooking
from reception_desk.domain.companions import interpreter_answer
from reception_desk.domain.entity import Answer
from reception_desk.domain.meal import Meal, MealKind
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.room import Room
from reception_desk.domain.sign import Sign
from reception_desk.domain.visit import Interpreter, VisitState
from reception_desk.errors import ReceptionError
from reception_desk.exchange.application import FormGuest
from reception_desk.repository.journal import Said
from tests.desk import NOW
from tests.exchange.form_builder import DOMESTIC, FOREIGN


@pytest.fixture
def domestic(desk):
    return desk.intake.read(DOMESTIC, NOW)


@pytest.fixture
def foreign(desk):
    return desk.intake.read(FOREIGN, NOW)


def local(visit, moment):
    return f"{visit.local(moment):%Y-%m-%dT%H:%M}"


def test_the_domestic_form_becomes_a_visit_with_everything_it_says(desk, domestic):
    visit = desk.intake.save(domestic, NOW)
    assert visit.number == "2026-0001"
    assert visit.state is VisitState.DRAFT
    assert visit.company.name == "苏州恒屹精密机械有限公司"
    assert visit.company.background.startswith("恒屹精密成立于2009年")
    assert (visit.level, visit.heads, visit.men, visit.women) == (1, 5, 3, 2)
    assert (visit.owner_department, visit.applicant, visit.applicant_phone) == (
        "华东销售部",
        "陆文昊",
        "+8613812345678",
    )
    assert visit.applied_on == date(2026, 12, 1)
    assert visit.received_at == NOW
    assert local(visit, visit.arrival_at) == "2026-12-08T10:30"
    assert visit.pick_up is Answer.YES
    assert visit.ticket is Answer.NO
    assert visit.tour is Answer.UNCONFIRMED
    assert visit.not_understood == ""
    assert visit.lacking() == []


def test_its_guests_stand_in_their_order_with_their_needs(desk, domestic):
    visit = desk.intake.save(domestic, NOW)
    assert [guest.person.name for guest in visit.guests] == ["顾翀", "欧阳喆", "马玥", "单镕", "陈䶮"]
    assert [guest.position for guest in visit.guests] == [1, 2, 3, 4, 5]
    assert [guest.diet for guest in visit.guests] == ["不吃辣", None, "清真", None, "海鲜过敏"]
    assert visit.main_guest.person.name == "顾翀"
    assert visit.contact.person.phone == "+8613900005555"


def test_its_journeys_rooms_meetings_and_meals_are_there(desk, domestic):
    visit = desk.intake.save(domestic, NOW)
    assert [(leg.number, local(visit, leg.at)) for leg in visit.legs] == [
        ("G7012", "2026-12-08T09:42"),
        ("G7349", "2026-12-09T17:25"),
    ]
    (room,) = visit.hotel_bookings
    assert (room.check_in, room.check_out, room.rooms, room.room_kind) == (
        date(2026, 12, 8),
        date(2026, 12, 9),
        5,
        "单间",
    )
    assert [meeting.room for meeting in visit.meetings] == ["第一会议室"]
    assert [meal.kind for meal in visit.meals] == [MealKind.WORKING, MealKind.BANQUET]


def test_the_foreign_form_brings_its_agent_with_a_company_of_his_own(desk, foreign):
    visit = desk.intake.save(foreign, NOW)
    agent = visit.guests[-1]
    assert (agent.person.name, agent.is_agent) == ("仇晓", True)
    assert agent.person.company_id != visit.company_id
    assert visit.is_foreign
    assert visit.note.startswith("12月22日上午参观二号车间")


def test_A1_1g_the_foreign_form_answers_who_comes_along(desk, foreign):
    visit = desk.intake.save(foreign, NOW)

    assert (visit.agent, visit.agent_company) == (Answer.YES, "上海瑞合贸易有限公司")
    assert interpreter_answer(visit) is Interpreter.THEIRS


def test_A1_1c_the_titles_of_a_form_propose_the_ranks(desk, domestic):
    visit = desk.intake.save(domestic, NOW)
    assert [guest.rank for guest in visit.guests] == [1, 2, 4, 5, 7]

    desk.guests.change(visit.guests[2].id, NOW, rank=3)
    other = dataclasses.replace(
        domestic, guests=[dataclasses.replace(guest, title="部门经理") for guest in domestic.guests]
    )
    visit = desk.intake.update(visit.number, other, None, NOW)

    assert [guest.rank for guest in visit.guests] == [6, 6, 3, 6, 6]


def test_5_14_needs_on_a_form_are_asked_for_on_that_day(desk, domestic):
    visit = desk.intake.save(domestic, NOW)

    assert [bool(guest.needs_as_of) for guest in visit.guests] == [g.diet is not None for g in visit.guests]
    assert visit.guests[0].needs_as_of == NOW.date()


def test_taking_in_is_one_step_and_undone_as_one(desk, domestic):
    number = desk.intake.save(domestic, NOW).number
    assert desk.history.undo(NOW).sentence == "Took in the application of {company}"
    with pytest.raises(ReceptionError):
        desk.visits.numbered(number)
    desk.history.redo(NOW)
    assert len(desk.visits.numbered(number).guests) == 5


def test_a_form_whose_visit_exists_is_refused_and_names_it(desk, domestic):
    number = desk.intake.save(domestic, NOW).number
    assert desk.intake.existing(domestic) == number
    with pytest.raises(ReceptionError, match=number):
        desk.intake.save(domestic, NOW)
    assert desk.visits.count() == 1


def test_the_same_stay_moved_by_a_day_is_still_the_same_visit(desk, domestic):
    number = desk.intake.save(domestic, NOW).number
    later = dataclasses.replace(domestic, arrival=domestic.arrival + timedelta(days=1))
    assert desk.intake.existing(later) == number


def test_the_next_visit_of_the_same_company_is_another(desk, domestic):
    desk.intake.save(domestic, NOW)
    year = timedelta(days=90)
    next_visit = dataclasses.replace(
        domestic, arrival=domestic.arrival + year, departure=domestic.departure + year
    )
    assert desk.intake.existing(next_visit) is None
    second = desk.intake.save(next_visit, NOW)
    assert second.number == "2026-0002"


def test_people_and_company_that_came_before_are_found_again(desk, domestic):
    first = desk.intake.save(domestic, NOW)
    year = timedelta(days=90)
    second = desk.intake.save(
        dataclasses.replace(domestic, arrival=domestic.arrival + year, departure=domestic.departure + year),
        NOW,
    )
    assert second.company_id == first.company_id
    assert [guest.person_id for guest in second.guests] == [guest.person_id for guest in first.guests]
    assert second.company.background == domestic.dossier["background"]  # the same words do not come twice


def test_a_cancelled_visit_does_not_stand_in_the_way(desk, domestic):
    visit = desk.intake.save(domestic, NOW)
    desk.visits.cancel(visit.id, NOW)
    assert desk.intake.existing(domestic) is None
    with pytest.raises(ReceptionError):
        desk.intake.update(visit.number, domestic, None, NOW)


@pytest.mark.parametrize("path", [DOMESTIC, FOREIGN], ids=["domestic", "foreign"])
def test_a_form_just_taken_in_tells_nothing_new(desk, path):
    application = desk.intake.read(path, NOW)
    assert desk.intake.differences(application, desk.intake.save(application, NOW).number) == []


def test_the_differences_are_told_field_by_field(desk, domestic):
    number = desk.intake.save(domestic, NOW).number
    changed = dataclasses.replace(
        domestic,
        arrival=domestic.arrival + timedelta(minutes=30),
        heads=6,
        guests=(
            dataclasses.replace(domestic.guests[0], title="总裁"),
            *domestic.guests[1:],
            FormGuest(name="周宁"),
        ),
    )
    told = [(d.label, d.old, d.new) for d in desk.intake.differences(changed, number)]
    assert told == [
        ("到访时间", "2026-12-08 10:30", "2026-12-08 11:00"),
        ("来访人数", "5", "6"),
        ("顾翀 · 职务", "董事长", "总裁"),
        ("新来宾", "", "周宁"),
    ]


def test_only_the_chosen_differences_are_taken_over(desk, domestic):
    number = desk.intake.save(domestic, NOW).number
    changed = dataclasses.replace(domestic, heads=6, purpose="签约")
    visit = desk.intake.update(number, changed, ["purpose"], NOW)
    assert (visit.purpose, visit.heads) == ("签约", 5)
    assert [d.field for d in desk.intake.differences(changed, number)] == ["heads"]


def test_all_differences_are_taken_over_in_one_step(desk, foreign, domestic):
    number = desk.intake.save(domestic, NOW).number
    mixed = dataclasses.replace(foreign, arrival=domestic.arrival, departure=domestic.departure)
    desk.intake.update(number, mixed, None, NOW)
    assert desk.intake.differences(mixed, number) == []
    desk.history.undo(NOW)
    assert desk.intake.differences(domestic, number) == []


def test_both_ends_of_a_stay_move_as_one(desk, domestic):
    number = desk.intake.save(domestic, NOW).number
    week = timedelta(days=7)
    later = dataclasses.replace(
        domestic, arrival=domestic.arrival + week, departure=domestic.departure + week
    )
    visit = desk.intake.update(number, later, None, NOW)
    assert local(visit, visit.arrival_at) == "2026-12-15T10:30"


def test_a_silent_form_takes_nothing_away(desk, domestic):
    number = desk.intake.save(domestic, NOW).number
    silent = dataclasses.replace(
        domestic,
        guests=(),
        meals=(),
        legs=(),
        meetings=(),
        hotel=None,
        purpose="",
        departure=None,
        heads=None,
        answers={},
    )
    assert desk.intake.differences(silent, number) == []


def test_a_guest_who_is_no_longer_on_the_form_is_a_difference(desk, domestic):
    number = desk.intake.save(domestic, NOW).number
    fewer = dataclasses.replace(domestic, guests=domestic.guests[:-1])
    (difference,) = desk.intake.differences(fewer, number)
    assert (difference.old, difference.new) == ("陈䶮", "")
    assert len(desk.intake.update(number, fewer, None, NOW).guests) == 4


def test_a_name_that_was_misspelt_is_corrected_where_the_phone_agrees(desk, domestic):
    number = desk.intake.save(domestic, NOW).number
    guests = (*domestic.guests[:-1], dataclasses.replace(domestic.guests[-1], name="陈龑"))
    visit = desk.intake.update(number, dataclasses.replace(domestic, guests=guests), None, NOW)
    assert [guest.person.name for guest in visit.guests][-1] == "陈龑"
    assert len(visit.guests) == 5


def test_another_main_guest_takes_the_place_of_the_first(desk, domestic):
    number = desk.intake.save(domestic, NOW).number
    first, second, *others = domestic.guests
    guests = (dataclasses.replace(first, is_main=False), dataclasses.replace(second, is_main=True), *others)
    visit = desk.intake.update(number, dataclasses.replace(domestic, guests=guests), None, NOW)
    assert [guest.person.name for guest in visit.guests if guest.is_main] == ["欧阳喆"]


def test_a_meal_added_at_the_desk_stays(desk, domestic):
    visit = desk.intake.save(domestic, NOW)
    desk.parts.add(Meal, visit.id, NOW, kind=MealKind.OTHER, starts_at=domestic.arrival + timedelta(days=1))
    assert desk.intake.differences(domestic, visit.number) == []


def test_a_booking_of_the_form_goes_into_the_booking_that_is_there(desk, domestic):
    visit = desk.intake.save(domestic, NOW)
    (booking,) = visit.hotel_bookings
    desk.parts.change(HotelBooking, booking.id, NOW, hotel="全季酒店", note="已问过前台")
    more = dataclasses.replace(domestic, hotel=dataclasses.replace(domestic.hotel, rooms=6))
    (room,) = desk.intake.update(visit.number, more, None, NOW).hotel_bookings
    assert (room.hotel, room.rooms, room.note) == ("全季酒店", 6, "已问过前台\n无烟")


def test_without_a_sign_the_welcome_text_is_kept_in_the_note(desk, domestic):
    visit = desk.intake.save(domestic, NOW)
    assert visit.note == f"欢迎词：{domestic.welcome_text}"
    assert visit.messages == []


def test_with_a_sign_the_welcome_text_becomes_a_draft_message(desk, domestic):
    with desk.database.unit_of_work(Said("A sign"), NOW) as work:
        work.add(Sign(name="大堂屏"))
    visit = desk.intake.save(domestic, NOW)
    (message,) = visit.messages
    assert message.text == domestic.welcome_text
    assert message.checked_at is None
    assert visit.note == ""


def test_what_was_not_understood_is_kept_with_the_visit(desk, tmp_path):
    from tests.exchange.form_builder import HEAD, workbook

    path = workbook(tmp_path / "form.xlsx", [*HEAD, ["接站标牌颜色", "红色"]])
    visit = desk.intake.save(desk.intake.read(path, NOW), NOW)
    assert visit.not_understood == "B4 接站标牌颜色：红色"


def test_passport_numbers_are_nowhere_in_the_data_folder(desk, foreign):
    desk.intake.save(foreign, NOW)
    for file in desk.folder.rglob("*"):
        if file.is_file():
            data = file.read_bytes()
            assert not any(secret in data for secret in (b"C01X00T47", b"19FV12345", b"BRUECKNER"))


def test_there_is_no_visit_of_that_number(desk, domestic):
    with pytest.raises(ReceptionError, match="2026-0099"):
        desk.intake.update("2026-0099", domestic, None, NOW)


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_chosen_the_rest_can_be_taken_later(desk, domestic, foreign, seed):
    number = desk.intake.save(domestic, NOW).number
    other = dataclasses.replace(foreign, arrival=domestic.arrival, departure=domestic.departure, hotel=None)
    offered = [difference.field for difference in desk.intake.differences(other, number)]
    chosen = random.Random(seed).sample(offered, len(offered) // 2)
    desk.intake.update(number, other, chosen, NOW)
    assert set(chosen).isdisjoint(
        {d.field for d in desk.intake.differences(other, number) if "+" not in d.field}
    )
    desk.intake.update(number, other, None, NOW)
    assert desk.intake.differences(other, number) == []


@pytest.fixture
def talk(desk, domestic):
    """The first meeting of the form, in a room of ours."""
    visit = desk.intake.save(domestic, NOW)
    desk.house.add(Room, NOW, name="一号会议室", seats=20)
    desk.house.add(Room, NOW, name="二号会议室", seats=20)
    desk.bookings.take_room(Meeting, visit.meetings[0].id, "一号会议室", NOW)
    return desk.visits.get(visit.id).meetings[0]


def told_again(form, **facts):
    return dataclasses.replace(
        form, meetings=[dataclasses.replace(form.meetings[0], **facts), *form.meetings[1:]]
    )


def test_B2a_a_form_moves_no_meeting_over_another_one(desk, domestic, talk):
    later = talk.starts_at + timedelta(days=1)
    other = desk.visits.new(NOW, company="晟川电子", arrival_at=later)
    held = desk.parts.add(Meeting, other.id, NOW, starts_at=later, ends_at=later + timedelta(hours=9))
    desk.bookings.take_room(Meeting, held, "一号会议室", NOW)
    form = told_again(domestic, room="一号会议室", starts_at=later, ends_at=later + timedelta(hours=1))

    with pytest.raises(ReceptionError, match="晟川电子"):
        desk.intake.update("2026-0001", form, None, NOW)

    assert desk.visits.numbered("2026-0001").meetings[0].starts_at == talk.starts_at


def test_a_form_that_names_another_room_lets_go_of_the_first(desk, domestic, talk):
    desk.intake.update("2026-0001", told_again(domestic, room="二号会议室"), None, NOW)

    again = desk.visits.numbered("2026-0001").meetings[0]
    assert (again.room, again.room_id) == ("二号会议室", talk.room_id + 1)


def test_what_a_form_says_of_a_company_is_known_as_of_that_day(desk, domestic):
    visit = desk.intake.save(domestic, NOW)

    assert visit.company.dossier_as_of == visit.local(NOW).date()

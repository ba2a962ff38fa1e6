"""Section 6.1 and (三): cleaning, gifts with their ledger, the room restored (A6.4b, A6.4c, A6.6, C1, C2, C10, G3)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from reception_desk.documents.cleaning_sheet import CleaningSheet
from reception_desk.documents.dispatch_slip import DispatchSlip
from reception_desk.documents.gift_slip import GiftSlip
from reception_desk.documents.restore_sheet import RestoreSheet
from reception_desk.domain.booking import CarBooking
from reception_desk.domain.edition import Choice
from reception_desk.domain.entity import Answer
from reception_desk.domain.gift import Gift
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.template import TemplateKind
from reception_desk.errors import ReceptionError
from tests.desk import ARRIVAL, DEPARTURE, NOW, plain_visit
from tests.documents.paper_facts import pages_of, stamp_of

LATER = NOW + timedelta(days=6)


@pytest.fixture
def visit_id(desk):
    """A visit with a meeting half an hour after the arrival."""
    made = plain_visit(desk, heads=6, meeting=Answer.YES)
    starts = ARRIVAL + timedelta(minutes=30)
    desk.parts.add(Meeting, made, NOW, room="一号会议室", topic="技术交流", starts_at=starts)
    return made


def zones(desk, visit_id):
    """The zones by code and what their tick is about."""
    rounds = desk.cleaning.rounds(desk.visits.get(visit_id))
    return {(zone.code, zone.subject): zone for one in rounds for zone in one.zones}


def item(desk, visit_id, code, subject=""):
    items = desk.preparation.of(visit_id)
    return next(one for one in items if (one.code, one.subject) == (code, subject))


def meeting_of(desk, visit_id):
    return f"meeting:{desk.visits.get(visit_id).meetings[0].id}"


# A6.4c, C1, C2


def test_A6_4c_C2_gate_lobby_corridor_meeting_room_and_washroom_are_all_to_be_clean(desk, visit_id):
    talks = meeting_of(desk, visit_id)

    assert list(zones(desk, visit_id)) == [
        ("Z1", "131"), ("Z2", "131"), ("Z4", "131"),
        ("Z3", f"301 {talks}"), ("Z4", f"302 {talks}"), ("Z5", f"303 {talks}"),
    ]  # fmt: skip


def test_A6_4c_a_zone_is_due_with_its_item_and_looked_at_again_as_the_list_says(desk, visit_id):
    gate = zones(desk, visit_id)["Z1", "131"]

    assert gate.due == item(desk, visit_id, "131").due
    assert gate.again == ARRIVAL - timedelta(minutes=120)


def test_C2_rooms_are_due_sixty_minutes_before_the_meeting_and_washrooms_looked_at_at_thirty(desk, visit_id):
    washrooms = zones(desk, visit_id)["Z5", f"303 {meeting_of(desk, visit_id)}"]

    starts = ARRIVAL + timedelta(minutes=30)
    assert (starts - washrooms.due, starts - washrooms.again) == (timedelta(hours=1), timedelta(minutes=30))


def test_A6_4c_who_ticked_a_zone_is_kept_and_the_last_one_ticks_the_item(desk, visit_id):
    for code in ("Z1", "Z2"):
        desk.cleaning.tick(visit_id, code, "131", LATER)
    assert item(desk, visit_id, "131").is_open

    desk.cleaning.tick(visit_id, "Z4", "131", LATER)

    tick = zones(desk, visit_id)["Z4", "131"].tick
    assert (tick.done_by, tick.done_at) == ("李静", LATER)
    assert item(desk, visit_id, "131").item.done_by == "李静"


def test_A6_4c_a_tick_taken_off_opens_the_item_again(desk, visit_id):
    for code in ("Z1", "Z2", "Z4"):
        desk.cleaning.tick(visit_id, code, "131", LATER)

    desk.cleaning.tick(visit_id, "Z2", "131", LATER, done=False)

    assert item(desk, visit_id, "131").is_open
    assert not zones(desk, visit_id)["Z2", "131"].is_clean


def test_A6_4c_an_item_ticked_by_hand_stays_ticked_while_its_zones_follow(desk, visit_id):
    desk.preparation.check_off(visit_id, "131", "", NOW)

    desk.cleaning.tick(visit_id, "Z1", "131", LATER)

    assert not item(desk, visit_id, "131").is_open


def test_C2_each_meeting_has_its_own_zones_and_its_own_items(desk, visit_id):
    desk.parts.add(Meeting, visit_id, NOW, room="二号会议室", starts_at=ARRIVAL + timedelta(hours=5))
    first, second = (f"meeting:{one.id}" for one in desk.visits.get(visit_id).meetings)

    desk.cleaning.tick(visit_id, "Z5", f"303 {first}", LATER)

    assert not item(desk, visit_id, "303", first).is_open
    assert item(desk, visit_id, "303", second).is_open


def test_A6_4c_a_tick_is_one_step_to_undo_together_with_its_item(desk, visit_id):
    talks = meeting_of(desk, visit_id)
    desk.cleaning.tick(visit_id, "Z3", f"301 {talks}", LATER)

    desk.history.undo(LATER)

    assert item(desk, visit_id, "301", talks).is_open
    assert not zones(desk, visit_id)["Z3", f"301 {talks}"].is_clean


def test_A6_4c_the_zones_are_edited_and_visits_follow_at_once(desk, visit_id):
    text = desk.templates.text(TemplateKind.LISTS)
    zone = '[[zone]]\ncode = "Z6"\nzh = "电梯"\nen = "Lift"\nminutes = 45\n\n'
    desk.templates.save(TemplateKind.LISTS, text.replace("\n[[point]]", f"\n{zone}[[point]]", 1), NOW)

    assert zones(desk, visit_id)["Z6", ""].due == ARRIVAL - timedelta(minutes=45)


def test_A6_4c_a_zone_that_is_no_longer_asked_for_is_refused(desk, visit_id):
    with pytest.raises(ReceptionError, match="区域"):
        desk.cleaning.tick(visit_id, "Z9", "131", NOW)


# A6.6, G3


def given(desk, visit_id, name="真丝围巾", **facts):
    """A gift for the main guest; its id."""
    person = desk.visits.get(visit_id).guests[0].person_id
    return desk.parts.add(Gift, visit_id, NOW, person_id=person, name=name, **facts)


def ledger(desk, asked=""):
    """The lines of the ledger around the visit."""
    return desk.gifts.ledger(date(2026, 1, 1), date(2026, 12, 31), asked)


def test_G3_who_handed_a_gift_out_and_when_is_kept(desk, visit_id):
    gift = given(desk, visit_id, price=480, quantity=2)

    desk.gifts.issue(gift, LATER)

    [line] = ledger(desk)
    assert (line.gift.issued_by, line.gift.issued_at, line.gift.sum) == ("李静", LATER, 960)
    assert line.day == date(2026, 12, 7)


def test_G3_a_gift_that_was_not_handed_out_after_all_is_planned_again(desk, visit_id):
    gift = given(desk, visit_id)
    desk.gifts.issue(gift, LATER)

    desk.gifts.issue(gift, LATER, issued=False)

    assert ledger(desk)[0].gift.issued_at is None
    assert ledger(desk)[0].day == date(2026, 12, 8)


def test_A6_6_the_ledger_is_found_by_gift_receiver_sound_of_a_name_and_visit(desk, visit_id):
    given(desk, visit_id)

    for asked in ("围巾", "顾翀", "guchong", "恒屹", desk.visits.get(visit_id).number, "真丝 顾翀"):
        assert len(ledger(desk, asked)) == 1, asked
    assert ledger(desk, "紫砂壶") == []


def test_A6_6_the_same_to_the_same_person_again_is_marked_in_the_ledger(desk, visit_id):
    earlier = plain_visit(desk, arrival_at=ARRIVAL - timedelta(days=200))
    person = desk.visits.get(visit_id).guests[0].person_id
    desk.parts.add(Gift, earlier, NOW, person_id=person, name="真丝 围巾")
    given(desk, visit_id)

    marks = {line.visit.id: line.before.visit_id if line.before else None for line in ledger(desk)}

    assert marks == {visit_id: earlier, earlier: None}


def test_A6_6_what_was_thrown_away_or_called_off_was_not_given(desk, visit_id):
    given(desk, visit_id)
    desk.visits.cancel(visit_id, NOW, "改期")
    assert ledger(desk) == []


def test_A6_6_the_ledger_shows_only_the_days_that_are_asked_for(desk, visit_id):
    given(desk, visit_id)

    assert desk.gifts.ledger(date(2026, 12, 9), date(2026, 12, 31)) == []
    assert len(desk.gifts.ledger(date(2026, 12, 8), date(2026, 12, 8))) == 1


def test_A6_6_the_gift_slip_tells_of_the_gift_given_before(desk, visit_id):
    earlier = plain_visit(desk, arrival_at=ARRIVAL - timedelta(days=200))
    person = desk.visits.get(visit_id).guests[0].person_id
    desk.parts.add(Gift, earlier, NOW, person_id=person, name="真丝围巾")
    given(desk, visit_id, price=480, repeat_reason="客人喜欢")

    told = dict(content(desk, visit_id, GiftSlip()))

    assert (told["gift 1/name"], told["gift 1/receiver"], told["gift 1/price"]) == ("真丝围巾", "顾翀", "480")
    assert told["gift 1/before number"] == desk.visits.get(earlier).number
    assert told["gift 1/reason"] == "客人喜欢"


# C10, G3


def content(desk, visit_id, paper):
    """What a paper tells of a visit."""
    with desk.database.reading() as work:
        return paper.content(desk._facts.of(work, visit_id), Choice())


def test_C10_the_restore_sheet_has_each_room_once_and_what_has_to_come_back(desk, visit_id):
    desk.parts.add(
        Meeting, visit_id, NOW, room="一号会议室", topic="签字", starts_at=ARRIVAL + timedelta(hours=5)
    )
    desk.kit.propose(visit_id, NOW)

    told = dict(content(desk, visit_id, RestoreSheet()))

    assert [value for name, value in told.items() if name.endswith("/room")] == ["一号会议室"]
    assert told["room 1/topic"] == "签字"
    names = [value for name, value in told.items() if name.startswith("line ") and name.endswith("/name")]
    assert "投影仪（含演示内容）" in names
    assert "针对性报价单" not in names


def test_C10_its_time_is_that_of_the_item_two_hours_after_they_leave(desk, visit_id):
    told = dict(content(desk, visit_id, RestoreSheet()))

    due = item(desk, visit_id, "501").due
    assert due - DEPARTURE == timedelta(hours=2)
    assert told["visit/due"] == f"{desk.visits.get(visit_id).local(due):%Y-%m-%dT%H:%M}"


def test_G3_what_is_back_is_ticked_on_the_restore_sheet_and_the_rest_is_open(desk, visit_id):
    desk.kit.propose(visit_id, NOW)
    desk.kit.all_out(visit_id, NOW)
    projector = next(one for one in desk.visits.get(visit_id).materials if one.code == "S01")
    desk.kit.bring_back(projector.id, LATER)

    with desk.database.reading() as work:
        marks = RestoreSheet().marks(desk._facts.of(work, visit_id), Choice())

    assert {name: mark.by for name, mark in marks.items()} == {"投影仪（含演示内容）": "李静"}


def test_A6_4c_G3_the_papers_are_offered_only_where_they_are_needed(desk, asked):
    nothing = asked()
    with desk.database.reading() as work:
        facts = desk._facts.of(work, nothing.id)

    assert [paper.is_needed(facts) for paper in (CleaningSheet(), GiftSlip(), RestoreSheet())] == [
        True, False, False,
    ]  # fmt: skip


# A6.4b, B2c


def test_A6_4b_the_dispatch_slip_calls_a_car_ready_only_with_all_three_checks(desk, visit_id):
    booking = desk.parts.add(CarBooking, visit_id, NOW, purpose="接机")
    for check in ("is_clean", "is_reliable"):
        desk.bookings.check(booking, check, NOW, done=True)
    assert "已备" not in printed(desk, visit_id, DispatchSlip())

    desk.bookings.check(booking, "is_fuelled", NOW, done=True)

    assert "已备" in printed(desk, visit_id, DispatchSlip())


def printed(desk, visit_id, paper):
    """The text of a paper as a reader would copy it."""
    with desk.database.reading() as work:
        facts = desk._facts.of(work, visit_id)
    choice = Choice()
    told, marks = paper.content(facts, choice), paper.marks(facts, choice)
    return "".join(pages_of(paper.draw(told, choice, facts.house, stamp_of(paper.number), marks)))

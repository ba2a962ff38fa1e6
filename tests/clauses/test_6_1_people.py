"""6.1 Preparation: who comes and how, as far as it is asked for and shown on the screen (A1.1, A1.2)."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from sqlalchemy.exc import IntegrityError

from reception_desk.domain.companions import (
    interpreter_answer,
    is_agent_unanswered,
    is_interpreter_unanswered,
    lacks_our_interpreter,
)
from reception_desk.domain.entity import Answer
from reception_desk.domain.gaps import gaps
from reception_desk.domain.gift import Gift
from reception_desk.domain.guest import Guest
from reception_desk.domain.guest_memory import needs_to_confirm
from reception_desk.domain.host import Host
from reception_desk.domain.journey import Carrier, Direction, Leg
from reception_desk.domain.person import Gender
from reception_desk.domain.visit import Interpreter
from reception_desk.errors import ReceptionError
from reception_desk.exchange.application import Application, FormGuest
from reception_desk.repository.journal import Said
from tests.desk import ARRIVAL, DEPARTURE, NOW, plain_visit
from ui.screens.visit.visit import VisitScreen


@pytest.fixture
def visit_id(desk):
    """A visit with the guests 顾翀 (main guest), 沈砚秋 and 叶知行."""
    made = plain_visit(desk)
    for name in ("沈砚秋", "叶知行"):
        desk.guests.add(made, name, NOW)
    return made


def shown_overview(qtbot, desk, clock, visit_id):
    screen = VisitScreen(desk, clock)
    qtbot.addWidget(screen)
    screen.resize(1310, 678)
    screen.show()
    screen.show_visit(visit_id)
    return screen.section()


@pytest.fixture
def overview(qtbot, desk, clock, visit_id):
    """The overview of the visit."""
    return shown_overview(qtbot, desk, clock, visit_id)


def fact(overview, field):
    """A fact of the sheet of the guest that is open."""
    return next(form.fact(field) for form in overview.guests.sheet.forms if field in form.fields())


def names(desk, visit_id):
    return [guest.person.name for guest in desk.visits.get(visit_id).guests]


def found(desk, visit_id):
    """The sentences of what matters."""
    visit = desk.visits.get(visit_id)
    return [gap.sentence for gap in gaps(visit, (), NOW)]


def test_A1_1a_a_number_that_differs_from_the_rows_is_shown(desk, overview, visit_id):
    assert not overview.mismatch.isVisible()

    desk.visits.change(visit_id, NOW, heads=5)
    overview.show_visit(visit_id)

    assert overview.mismatch.isVisible()
    assert "5" in overview.mismatch.text()
    assert "3" in overview.mismatch.text()


def test_A1_1a_without_a_number_the_rows_count(desk, visit_id):
    assert desk.visits.get(visit_id).head_count == 3


def test_A1_1b_naming_another_main_guest_takes_it_from_the_first(desk, visit_id):
    guests = desk.visits.get(visit_id).guests

    desk.guests.make_main(guests[2].id, NOW)

    assert [guest.is_main for guest in desk.visits.get(visit_id).guests] == [False, False, True]


def test_A1_1b_the_store_itself_refuses_a_second_main_guest(desk, visit_id):
    second = desk.visits.get(visit_id).guests[1].id

    with pytest.raises((ReceptionError, IntegrityError)), desk.database.unit_of_work(Said(""), NOW) as work:
        work.change(work.get(Guest, second), is_main=True)
    assert sum(guest.is_main for guest in desk.visits.get(visit_id).guests) == 1


def test_A1_1b_the_mark_of_the_main_guest_cannot_be_taken_off_alone(desk, overview, visit_id):
    overview.guests.open_one(desk.visits.get(visit_id).guests[0].id)
    roles = next(form.fact("roles") for form in overview.guests.sheet.forms if "roles" in form.fields())

    roles.button("is_main").click()

    assert roles.refusal()
    assert roles.button("is_main").isChecked()
    assert desk.visits.get(visit_id).main_guest is not None


def test_A1_1b_a_name_that_stands_twice_is_warned_of(desk, visit_id):
    desk.guests.add(visit_id, "沈砚秋", NOW)

    assert any("沈砚秋" in sentence for sentence in found(desk, visit_id))


def test_A1_1c_dragging_is_the_order_in_protocol(desk, overview, visit_id):
    from PySide6.QtCore import QModelIndex

    overview.guests.rows.guests.moveRows(QModelIndex(), 2, 1, QModelIndex(), 0)

    assert names(desk, visit_id) == ["叶知行", "顾翀", "沈砚秋"]


def test_A1_1c_alt_and_the_arrows_do_what_dragging_does(qtbot, desk, overview, visit_id):
    rows = overview.guests.rows
    rows.go_to(desk.visits.get(visit_id).guests[0].id)

    qtbot.keyClick(rows, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)

    assert names(desk, visit_id) == ["沈砚秋", "顾翀", "叶知行"]


def test_A1_1e_not_asked_is_not_none(desk, visit_id):
    guests = desk.visits.get(visit_id).guests
    assert [guest.diet for guest in guests] == [None, None, None]

    desk.guests.change(guests[0].id, NOW, diet="")
    desk.guests.change(guests[1].id, NOW, diet="不吃牛羊肉")

    assert [guest.diet for guest in desk.visits.get(visit_id).guests] == ["", "不吃牛羊肉", None]
    assert "1 位来宾还没问忌口" in found(desk, visit_id)


def test_A1_1e_the_sheet_tells_asked_none_from_not_asked(desk, overview, visit_id):
    guest = desk.visits.get(visit_id).guests[0]
    overview.guests.open_one(guest.id, "diet")
    diet = next(form.fact("diet") for form in overview.guests.sheet.forms if "diet" in form.fields())
    assert diet.focusProxy().text() == ""

    diet._none.trigger()

    assert desk.visits.get(visit_id).guests[0].diet == ""
    assert diet.focusProxy().text() == "无"


def test_A1_1e_the_list_says_whom_nobody_asked(desk, overview, visit_id):
    guests = desk.visits.get(visit_id).guests
    desk.guests.change(guests[0].id, NOW, diet="", lodging="")
    desk.guests.change(guests[1].id, NOW, lodging="")
    overview.show_visit(visit_id)

    model = overview.guests.rows.rows
    ends = [(model.row_at(model.index(row)).end, model.row_at(model.index(row)).tone) for row in range(3)]

    assert ends == [("", "muted"), ("忌口未问", "soon"), ("食宿未问", "soon")]


def test_A1_1b_a_pronunciation_is_proposed_greyed_and_one_key_takes_it(qtbot, desk, overview, visit_id):
    guest = desk.guests.add(visit_id, "单雄", NOW)
    overview.show_visit(visit_id)
    overview.guests.open_one(guest, "pronunciation")
    spoken = fact(overview, "pronunciation")
    assert (spoken.value(), spoken.proposal()) == ("", "Shàn Xióng")

    qtbot.keyClick(spoken.focusProxy(), Qt.Key.Key_Return)

    assert desk.visits.get(visit_id).guests[-1].person.pronunciation == "Shàn Xióng"


def test_A1_1b_a_proposal_never_overwrites_what_is_written(desk, overview, visit_id):
    guest = desk.guests.add(visit_id, "单雄", NOW, pronunciation="Dān Xióng", name_explained="单：简单的单")
    overview.show_visit(visit_id)
    overview.guests.open_one(guest)

    assert fact(overview, "pronunciation").proposal() == ""
    fact(overview, "name_explained").take()
    person = desk.visits.get(visit_id).guests[-1].person
    assert (person.pronunciation, person.name_explained) == ("Dān Xióng", "单：简单的单")


def test_A1_1b_the_sheet_bears_the_name_once_it_is_saved(desk, overview, visit_id):
    said: list[str] = []
    overview.details_named.connect(said.append)
    overview.guests.open_new()

    overview.guests.sheet.forms[0].wanted.emit("name", "宋知远")
    overview.show_visit(visit_id)

    assert said[-1] == "宋知远"


def test_A1_1c_a_rank_is_proposed_from_the_title(desk, visit_id):
    first, second = desk.visits.get(visit_id).guests[:2]
    assert first.rank == 1

    desk.guests.change(second.id, NOW, title="采购总监")
    assert desk.visits.get(visit_id).guests[1].rank == 4
    desk.guests.change(second.id, NOW, title="采购副总监")
    assert desk.visits.get(visit_id).guests[1].rank == 5


def test_A1_1c_a_rank_that_a_person_set_stays(desk, visit_id):
    second = desk.visits.get(visit_id).guests[1]
    desk.guests.change(second.id, NOW, title="采购总监")
    desk.guests.change(second.id, NOW, rank=2)

    desk.guests.change(second.id, NOW, title="采购部经理")

    assert desk.visits.get(visit_id).guests[1].rank == 2


def test_A1_1c_a_rank_that_the_scale_does_not_have_is_refused(desk, visit_id):
    second = desk.visits.get(visit_id).guests[1]

    with pytest.raises(ReceptionError, match="42"):
        desk.guests.change(second.id, NOW, rank=42)

    assert desk.visits.get(visit_id).guests[1].rank is None


def test_A1_1c_the_sheet_says_the_rank_in_words(desk, overview, visit_id):
    overview.guests.open_one(desk.visits.get(visit_id).guests[0].id)

    assert [action.text() for action in fact(overview, "rank").menu().actions() if action.isChecked()] == [
        "董事长级"
    ]


def test_A1_1c_one_act_puts_all_in_the_order_of_their_ranks(desk, overview, visit_id):
    agent = desk.guests.add(visit_id, "仇晓", NOW, title="总经理", is_agent=True)
    desk.guests.add(visit_id, "汪海", NOW, title="副总经理")
    desk.guests.change(desk.visits.get(visit_id).guests[2].id, NOW, title="总经理")
    overview.show_visit(visit_id)
    assert not overview.guests.by_rank.isHidden()

    overview.guests.by_rank.click()

    assert names(desk, visit_id) == ["顾翀", "叶知行", "汪海", "沈砚秋", "仇晓"]
    assert desk.visits.get(visit_id).guests[-1].id == agent
    desk.history.undo(NOW)
    assert names(desk, visit_id) == ["顾翀", "沈砚秋", "叶知行", "仇晓", "汪海"]


def test_A1_1d_the_salutation_bears_the_full_title_and_no_gender_is_guessed(desk, overview, visit_id):
    guest = desk.guests.add(visit_id, "Anna Weber", NOW, title_latin="Chief Technology Officer")
    overview.show_visit(visit_id)
    overview.guests.open_one(guest)
    assert fact(overview, "salutation").proposal() == "Anna Weber, Chief Technology Officer"

    desk.guests.change(guest, NOW, gender=Gender.FEMALE)
    overview.show_visit(visit_id)

    assert fact(overview, "salutation").proposal() == "Ms. Weber, Chief Technology Officer"


def test_A1_1e_a_drink_is_asked_for_like_food(desk, overview, visit_id):
    guest = desk.visits.get(visit_id).guests[0]
    overview.guests.open_one(guest.id, "drink")

    fact(overview, "drink")._none.trigger()

    assert desk.visits.get(visit_id).guests[0].drink == ""
    assert desk.visits.get(visit_id).guests[0].needs_as_of == NOW.date()


def test_A1_1f_the_contact_is_marked_in_the_sheet(desk, overview, visit_id):
    overview.guests.open_one(desk.visits.get(visit_id).guests[1].id)

    fact(overview, "roles").button("is_contact").click()

    assert desk.visits.get(visit_id).contact.person.name == "沈砚秋"


def test_A1_1g_a_foreign_visit_asks_for_the_agent_and_a_guest_so_marked_answers(desk, overview, visit_id):
    assert not is_agent_unanswered(desk.visits.get(visit_id))
    guest = desk.guests.add(visit_id, "Anna Weber", NOW, nationality="DE")
    assert is_agent_unanswered(desk.visits.get(visit_id))

    desk.guests.change(guest, NOW, is_agent=True)
    overview.show_visit(visit_id)

    assert not is_agent_unanswered(desk.visits.get(visit_id))
    assert overview.fact("agent").value() is Answer.YES
    overview.companions.form.wanted.emit("agent", Answer.NO)
    assert "Anna Weber" in overview.fact("agent").refusal()


def test_A1_1g_an_answer_without_an_agent_is_an_answer(desk, overview, visit_id):
    desk.guests.add(visit_id, "Anna Weber", NOW, nationality="DE")
    overview.show_visit(visit_id)

    overview.companions.form.wanted.emit("agent", Answer.NO)

    assert desk.visits.get(visit_id).agent is Answer.NO
    assert not is_agent_unanswered(desk.visits.get(visit_id))


def test_A1_1h_theirs_ours_or_none_answers_who_interprets(desk, visit_id):
    desk.guests.add(visit_id, "Anna Weber", NOW, nationality="DE")
    assert is_interpreter_unanswered(desk.visits.get(visit_id))

    for answer in (Interpreter.THEIRS, Interpreter.OURS, Interpreter.NONE):
        desk.visits.change(visit_id, NOW, interpreter=answer)
        assert not is_interpreter_unanswered(desk.visits.get(visit_id))


def test_A1_1h_ours_points_to_one_of_us(desk, overview, visit_id):
    desk.guests.add(visit_id, "Anna Weber", NOW, nationality="DE")
    desk.visits.change(visit_id, NOW, interpreter=Interpreter.OURS, interpreter_language="德语")
    assert lacks_our_interpreter(desk.visits.get(visit_id))

    desk.parts.add(Host, visit_id, NOW, name="陆文昊", is_interpreter=True)
    overview.show_visit(visit_id)

    assert not lacks_our_interpreter(desk.visits.get(visit_id))
    assert "陆文昊" in overview.companions.our_interpreter.text()


def test_A1_1h_an_interpreter_on_the_list_answers_by_himself(desk, visit_id):
    desk.guests.add(visit_id, "Anna Weber", NOW, nationality="DE")
    desk.guests.add(visit_id, "李思慕", NOW, is_interpreter=True)

    assert interpreter_answer(desk.visits.get(visit_id)) is Interpreter.THEIRS


YEARS_AGO = NOW - timedelta(days=500)


@pytest.fixture
def again(desk):
    """顾翀 and 沈砚秋 come again after 500 days; what was written of 顾翀 then is known."""
    first = plain_visit(desk, arrival_at=ARRIVAL - timedelta(days=500), departure_at=None)
    guest = desk.visits.get(first).guests[0]
    known = {"diet": "不吃辣", "drink": "龙井", "preferences": "喜靠窗"}
    desk.guests.change(guest.id, YEARS_AGO, **known)
    desk.guests.add(first, "沈砚秋", YEARS_AGO, title="副总经理")
    desk.parts.add(Gift, first, YEARS_AGO, person_id=guest.person_id, name="紫砂壶")
    desk.parts.add(Host, first, YEARS_AGO, name="何亦凡", is_welcomer=True)
    made = plain_visit(desk)
    desk.guests.add(made, "沈砚秋", NOW)
    return made


def test_5_14_a_returning_guest_brings_needs_drinks_and_the_day_of_the_asking_along(desk, again):
    guest, other = desk.visits.get(again).guests

    assert (guest.diet, guest.drink, guest.preferences) == ("不吃辣", "龙井", "喜靠窗")
    assert guest.needs_as_of == YEARS_AGO.date()
    assert (other.title, other.rank, other.needs_as_of) == ("副总经理", 3, None)


def test_5_14_one_sentence_says_who_was_here_and_what_is_old(desk, again):
    assert desk.memory.remembered(desk.visits.get(again), NOW).sentence() == (
        "2 位来宾以前来过；已带出以往记录；3 项已超过一年，请再确认"
    )


def test_5_14_still_so_is_one_click_in_the_list_and_undone_in_one_step(qtbot, desk, clock, again):
    section = shown_overview(qtbot, desk, clock, again)
    rows = section.guests.rows.rows
    assert rows.row_at(rows.index(0)).end == "不吃辣 · 请再问一次"

    section.guests.still_so.click()

    assert needs_to_confirm(desk.visits.get(again), NOW.date()) == []
    desk.history.undo(NOW)
    assert [old.fields for old in needs_to_confirm(desk.visits.get(again), NOW.date())] == [
        ("diet", "drink", "preferences")
    ]


def test_5_14_the_sheet_tells_of_earlier_visits_and_asks_again(qtbot, desk, clock, again):
    section = shown_overview(qtbot, desk, clock, again)
    section.guests.open_one(desk.visits.get(again).guests[0].id)
    sheet = section.guests.sheet
    assert all(word in sheet.before.words() for word in ("2025-07", "一级", "何亦凡", "紫砂壶"))
    assert not sheet.still_so.isHidden()

    sheet.still_so.click()
    section.show_visit(again)

    assert sheet.still_so.isHidden()
    assert desk.visits.get(again).guests[0].needs_as_of == NOW.date()


def test_5_14_a_returning_company_brings_its_dossier_along(desk, again):
    first = desk.visits.numbered("2026-0001")
    desk.visits.change_company(first.id, YEARS_AGO, background="数控主轴")

    made = desk.visits.get(plain_visit(desk))

    assert made.company.background == "数控主轴"
    assert desk.memory.remembered(made, NOW).is_dossier_old


def test_5_14_a_copied_visit_keeps_the_day_of_the_asking(desk, again):
    copied = desk.visits.get(desk.rescheduling.copy(again, NOW))

    assert copied.guests[0].needs_as_of == YEARS_AGO.date()


def test_5_14_another_title_leaves_the_old_salutation_and_rank_behind(desk, again):
    guest = desk.visits.get(again).guests[0]
    desk.guests.change(guest.id, NOW, salutation="顾董")

    later = desk.visits.new(NOW, company="苏州恒屹精密机械有限公司", main_guest="顾翀", title="顾问").guests[
        0
    ]

    assert (later.title, later.rank, later.salutation, later.drink) == ("顾问", None, "", "龙井")


def test_5_14_a_form_brings_what_was_known_along(desk, again):
    application = Application(
        company="苏州恒屹精密机械有限公司",
        guests=(FormGuest(name="顾翀", title="董事长", is_main=True, diet="素食"),),
    )
    guest = desk.intake.save(application, NOW + timedelta(days=60)).guests[0]

    assert (guest.diet, guest.drink, guest.rank) == ("素食", "龙井", 1)
    assert guest.needs_as_of == YEARS_AGO.date()


def test_A6_6_the_same_gift_to_the_same_person_warns_with_when_and_keeps_a_reason(qtbot, desk, clock, again):
    section = shown_overview(qtbot, desk, clock, again)
    section.guests.open_one(desk.visits.get(again).guests[0].id)
    gifts = section.guests.sheet.gifts
    gifts.open_new()

    gifts.form.wanted.emit("name", "紫砂 壶")
    section.show_visit(again)

    assert "2025-07-26" in gifts.warning.text()
    gifts.form.wanted.emit("repeat_reason", "一对，补一只")
    assert [gift.repeat_reason for gift in desk.visits.get(again).gifts] == ["一对，补一只"]


def test_A6_6_what_another_person_got_or_what_is_in_the_bin_does_not_warn(desk, again):
    guest, other = desk.visits.get(again).guests
    for person in (guest.person_id, other.person_id):
        desk.parts.add(Gift, again, NOW, person_id=person, name="紫砂壶")
    gifts = desk.visits.get(again).gifts
    assert list(desk.gifts.repeated(gifts)) == [gifts[0].id]

    desk.bin.delete(1, NOW)

    assert desk.gifts.repeated(gifts) == {}


def test_A1_2c_a_departure_before_the_arrival_is_refused_beside_it(desk, overview, visit_id):
    overview.forms["time"].wanted.emit("departure_at", ARRIVAL.replace(day=1))

    assert overview.fact("departure_at").refusal()
    assert desk.visits.get(visit_id).departure_at == DEPARTURE


def test_A1_2d_an_unusual_number_warns_and_is_stored(desk, visit_id):
    facts = {"direction": Direction.ARRIVAL, "carrier": Carrier.FLIGHT}
    leg_id = desk.parts.add(Leg, visit_id, NOW, number="LH 728", **facts)

    leg = desk.visits.get(visit_id).legs[0]
    assert (leg.id, leg.number) == (leg_id, "LH 728")
    assert any("LH 728" in sentence for sentence in found(desk, visit_id))

    desk.parts.change(Leg, leg_id, NOW, number="LH728")
    assert not any("LH728" in sentence for sentence in found(desk, visit_id))


def test_A1_2d_both_ways_are_wanted_of_those_who_travel(desk, visit_id):
    desk.parts.add(Leg, visit_id, NOW, direction=Direction.ARRIVAL, carrier=Carrier.TRAIN, number="G7012")
    assert "还没有返程班次" in found(desk, visit_id)

    desk.parts.add(Leg, visit_id, NOW, direction=Direction.DEPARTURE, carrier=Carrier.TRAIN, number="G7033")
    assert "还没有返程班次" not in found(desk, visit_id)


def test_A1_2e_an_answer_nobody_gave_is_a_gap_and_an_answer_closes_it(desk, overview, visit_id):
    model = overview.answers.answers
    assert all(answer is Answer.UNCONFIRMED for _name, answer in desk.visits.get(visit_id).answers())

    for row in range(model.rowCount()):
        model.setData(model.index(row), Answer.NO)

    assert not any("未确认" in sentence for sentence in found(desk, visit_id))


def test_A1_2e_the_answer_creates_and_removes_items(desk, visit_id):
    codes = {item.code for item in desk.preparation.of(visit_id)}
    desk.visits.change(visit_id, NOW, gift=Answer.NO)

    assert {item.code for item in desk.preparation.of(visit_id)} < codes

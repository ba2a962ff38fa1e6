"""6.1 Preparation: who comes and how, as far as it is asked for and shown on the screen (A1.1, A1.2)."""

import pytest
from PySide6.QtCore import Qt
from sqlalchemy.exc import IntegrityError

from reception_desk.domain.entity import Answer
from reception_desk.domain.gaps import gaps
from reception_desk.domain.guest import Guest
from reception_desk.domain.journey import Carrier, Direction, Leg
from reception_desk.errors import ReceptionError
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


@pytest.fixture
def overview(qtbot, desk, clock, visit_id):
    """The overview of the visit."""
    screen = VisitScreen(desk, clock)
    qtbot.addWidget(screen)
    screen.resize(1310, 678)
    screen.show()
    screen.show_visit(visit_id)
    return screen.section()


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

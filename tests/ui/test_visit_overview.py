"""The overview: facts written in place, questions answered, guests put in order; everything saves by itself."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from reception_desk.domain.booking import CarBooking
from reception_desk.domain.entity import Answer
from reception_desk.domain.journey import Carrier
from reception_desk.i18n import current_language, use_language
from tests.ui.sample_desk import ARRIVAL, NOW, filled_desk, now
from tests.ui.sample_screens import visit_screen, write
from ui.models.answers import AnswersModel
from ui.models.guests import GuestsModel
from ui.models.history import history_rows
from ui.models.rows import RowsModel

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def desk(tmp_path):
    opened, _visit_id = filled_desk(tmp_path / "desk")
    yield opened
    opened.close()


@pytest.fixture
def visit_id(desk):
    return desk.visits.numbered("2026-0001").id


@pytest.fixture
def screen(qtbot, desk, visit_id):
    return visit_screen(qtbot, desk, visit_id)


@pytest.fixture
def overview(screen):
    return screen.section()


def rewrite(qtbot, fact, text):
    """Write over a fact, and press Enter."""
    line = fact.focusProxy()
    line.setFocus()
    line.selectAll()
    write(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_the_models_are_as_qt_wants_them(qapp, desk, visit_id):
    visit = desk.visits.get(visit_id)
    answers, guests, history = AnswersModel(desk, now), GuestsModel(desk, now), RowsModel()
    testers = [QAbstractItemModelTester(model, FATAL) for model in (answers, guests, history)]

    answers.show_visit(visit)
    answers.setData(answers.index(1), Answer.NO)
    guests.show_visit(visit)
    guests.move(visit.guests[1].id, 1)
    guests.show_rows([])
    told = desk.history.told(visit_id=visit_id).told
    history.show_rows(list(history_rows(told, NOW.date(), of_all_visits=False)))

    assert len(testers) == 3


def test_a_fact_saves_on_enter_and_enter_goes_on(qtbot, overview, desk, visit_id):
    rewrite(qtbot, overview.fact("heads"), "7")

    assert desk.visits.get(visit_id).heads == 7
    assert overview.fact("men").focusProxy().hasFocus()


def test_a_moment_is_written_freely_and_meant_on_the_companys_clock(qtbot, overview, desk, visit_id):
    rewrite(qtbot, overview.fact("arrival_at"), "明天 9:30")

    assert desk.visits.get(visit_id).arrival_at == ARRIVAL.replace(hour=9)


def test_a_departure_before_the_arrival_is_refused_beside_it_and_nothing_is_lost(
    qtbot, overview, desk, visit_id
):
    before = desk.visits.get(visit_id).departure_at
    rewrite(qtbot, overview.fact("departure_at"), "12-07 16:00")

    assert "到访" in overview.fact("departure_at").refusal()
    assert overview.fact("departure_at").focusProxy().text() == "12-07 16:00"
    assert desk.visits.get(visit_id).departure_at == before


def test_a_company_that_came_before_is_offered_while_one_types(qtbot, overview, desk, visit_id):
    desk.visits.new(NOW, company="恒大包装")
    fact = overview.fact("company_id")
    line = fact.focusProxy()
    line.setFocus()
    line.selectAll()
    write(line, "恒")

    assert (
        set(fact.suggestions()) == {"苏州恒屹精密机械有限公司", "恒大包装"}
        or "恒大包装" in fact.suggestions()
    )
    qtbot.keyClick(line, Qt.Key.Key_Down)
    fact.list.setCurrentIndex(fact.list.model().index(fact.suggestions().index("恒大包装"), 0))
    qtbot.keyClick(fact.list, Qt.Key.Key_Return)
    assert desk.visits.get(visit_id).company.name == "恒大包装"


def test_the_phone_reads_as_people_read_it(overview):
    assert overview.fact("applicant_phone").focusProxy().text() == "139 0000 1111"


def test_space_goes_round_the_answers_and_saves(qtbot, overview, desk, visit_id):
    overview.go_to("ticket")

    qtbot.keyClick(overview.answers, Qt.Key.Key_Space)
    assert desk.visits.get(visit_id).ticket is Answer.YES
    qtbot.keyClick(overview.answers, Qt.Key.Key_Space)
    assert desk.visits.get(visit_id).ticket is Answer.NO
    qtbot.keyClick(overview.answers, Qt.Key.Key_3)
    assert desk.visits.get(visit_id).ticket is Answer.UNCONFIRMED


def test_a_click_on_a_word_answers(qtbot, overview, desk, visit_id):
    from ui.screens.visit.answers import places

    index = overview.answers.answers.index_of("gift")
    area = dict(places(overview.answers.visualRect(index)))[Answer.YES]
    qtbot.mouseClick(overview.answers.viewport(), Qt.MouseButton.LeftButton, pos=area.center())

    assert desk.visits.get(visit_id).gift is Answer.YES


def names(desk, visit_id):
    return [guest.person.name for guest in desk.visits.get(visit_id).guests]


def test_alt_up_and_down_change_the_order_of_protocol(qtbot, overview, desk, visit_id):
    rows = overview.guests.rows
    third = desk.visits.get(visit_id).guests[2].id
    rows.go_to(third)

    qtbot.keyClick(rows, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names(desk, visit_id)[:3] == ["顾翀", "叶知行", "沈砚秋"]
    assert rows.chosen() == third

    qtbot.keyClick(rows, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert names(desk, visit_id)[:3] == ["顾翀", "沈砚秋", "叶知行"]


def test_dragging_is_the_same_piece_of_work(overview, desk, visit_id):
    root = QModelIndex()

    assert overview.guests.rows.guests.moveRows(root, 4, 1, root, 1)
    assert names(desk, visit_id)[1] == "Katharina Brandt"


def test_enter_opens_a_guest_and_esc_closes(qtbot, screen, overview):
    overview.guests.rows.setFocus()
    qtbot.keyClick(overview.guests.rows, Qt.Key.Key_Return)
    assert screen.sheet.accessibleName() == "顾翀"

    qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Escape)
    assert not screen.sheet.isVisible()
    assert overview.guests.rows.hasFocus()


def guest_fact(overview, field):
    return next(form.fact(field) for form in overview.guests.sheet.forms if field in form.fields())


def test_facts_of_a_guest_save_by_themselves(qtbot, overview, desk, visit_id):
    guest = desk.visits.get(visit_id).guests[3]
    overview.guests.open_one(guest.id, "pronunciation")

    rewrite(qtbot, guest_fact(overview, "pronunciation"), "shàn yǔ fēi")
    rewrite(qtbot, guest_fact(overview, "nationality"), "德国")
    rewrite(qtbot, guest_fact(overview, "phone"), "137 0000 3333 转 12")

    person = desk.visits.get(visit_id).guests[3].person
    assert (person.pronunciation, person.nationality) == ("shàn yǔ fēi", "DE")
    assert (person.phone, person.phone_extension) == ("+8613700003333", "12")
    assert guest_fact(overview, "phone").focusProxy().text() == "137 0000 3333 转 12"


def test_an_empty_name_is_refused_beside_it(qtbot, overview, desk, visit_id):
    overview.guests.open_one(desk.visits.get(visit_id).guests[1].id, "name")
    rewrite(qtbot, guest_fact(overview, "name"), " ")

    assert "姓名" in guest_fact(overview, "name").refusal()
    assert names(desk, visit_id)[1] == "沈砚秋"


def test_a_new_guest_begins_with_the_name_and_keeps_what_was_written_before(
    qtbot, screen, overview, desk, visit_id
):
    overview.guests.open_new()
    rewrite(qtbot, guest_fact(overview, "title"), "工艺工程师")
    assert len(names(desk, visit_id)) == 5

    rewrite(qtbot, guest_fact(overview, "name"), "凌昭")

    guest = desk.visits.get(visit_id).guests[-1]
    assert (guest.person.name, guest.title) == ("凌昭", "工艺工程师")
    assert guest_fact(overview, "title").value() == "工艺工程师"


def test_del_takes_a_guest_off_and_undo_brings_them_back(qtbot, screen, overview, desk, visit_id):
    overview.guests.rows.go_to(desk.visits.get(visit_id).guests[4].id)
    qtbot.keyClick(overview.guests.rows, Qt.Key.Key_Delete)
    assert len(names(desk, visit_id)) == 4

    desk.history.undo(NOW)
    screen.refresh()
    assert overview.guests.rows.rows.rowCount() == 5


def test_a_guest_who_is_gone_closes_the_sheet(screen, overview, desk, visit_id):
    guest = desk.visits.get(visit_id).guests[4]
    overview.guests.open_one(guest.id)
    desk.guests.remove(guest.id, NOW)

    screen.refresh()

    assert not screen.sheet.isVisible()


def test_a_journey_begins_with_the_first_fact(qtbot, overview, desk, visit_id):
    overview.legs.open_new()
    assert len(desk.visits.get(visit_id).legs) == 2

    rewrite(qtbot, overview.legs.sheet.form.fact("number"), "G7033")
    rewrite(qtbot, overview.legs.sheet.form.fact("to_place"), "苏州北")

    leg = next(leg for leg in desk.visits.get(visit_id).legs if leg.number == "G7033")
    assert leg.to_place == "苏州北"


def test_a_journey_in_another_zone_keeps_its_time_on_the_clock_there(overview, desk, visit_id):
    leg = next(leg for leg in desk.visits.get(visit_id).legs if leg.carrier is Carrier.FLIGHT)
    overview.legs.open_one(leg.id)
    overview.legs.sheet.form.wanted.emit("zone", "Europe/Berlin")

    moved = next(other for other in desk.visits.get(visit_id).legs if other.id == leg.id)
    assert (moved.zone, f"{moved.local_at:%H:%M}") == ("Europe/Berlin", "08:05")
    rows = overview.legs.rows.rows
    assert "柏林" in rows.row_at(rows.index(rows.place_of(leg.id))).end


def test_a_car_and_its_driver_are_written_by_plate_and_name(qtbot, screen, desk, visit_id):
    screen.show_visit(visit_id, "arrangements")
    card = screen.section().cards[CarBooking]
    card.open_one(desk.visits.get(visit_id).car_bookings[0].id)

    rewrite(qtbot, card.sheet.form.fact("car_id"), "苏a 8888k")
    rewrite(qtbot, card.sheet.form.fact("driver_id"), "王师傅 13600004444")

    booking = desk.visits.get(visit_id).car_bookings[0]
    assert (booking.car.plate, booking.driver.name) == ("苏A8888K", "王师傅")
    assert booking.driver.phone == "+8613600004444"


def test_a_row_that_ends_before_it_starts_is_refused_beside_its_end(qtbot, screen, desk, visit_id):
    screen.show_visit(visit_id, "itinerary")
    card = screen.section().days
    card.open_one(desk.visits.get(visit_id).itinerary[0].id)

    rewrite(qtbot, card.sheet.form.fact("ends_at"), "12-08 9:00")

    assert card.sheet.form.fact("ends_at").refusal()


def test_removing_a_part_is_undone_with_the_journal(screen, desk, visit_id):
    overview = screen.section()
    overview.legs.remove_one(desk.visits.get(visit_id).legs[0].id)
    assert len(desk.visits.get(visit_id).legs) == 1

    desk.history.undo(NOW)
    assert len(desk.visits.get(visit_id).legs) == 2


def test_the_day_of_the_application_is_a_day(qtbot, overview, desk, visit_id):
    rewrite(qtbot, overview.fact("applied_on"), "12-01")

    assert desk.visits.get(visit_id).applied_on == date(2026, 12, 1)


def test_half_written_facts_are_saved_when_the_screen_is_left(overview, screen, desk, visit_id):
    line = overview.fact("drop_off").focusProxy()
    line.setFocus()
    write(line, "南门")

    screen.flush()

    assert desk.visits.get(visit_id).drop_off == "南门"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_sheet_is_wider_than_its_place(screen, overview, visit_id, language):
    use_language(language)
    try:
        screen.retranslate()
        screen.show_visit(visit_id, "arrangements")
        arrangements = screen.section()
        cards = [overview.guests, overview.legs, *arrangements.cards.values()]
        for card in cards:
            card.open_one(card.rows.rows.key_at(0))
            place = card.sheet.parentWidget()
            assert card.sheet.minimumSizeHint().width() <= place.width(), type(card).__name__
    finally:
        use_language("zh")


def test_the_dossier_opens_beside_the_visit_and_saves_by_itself(qtbot, screen, overview, desk, visit_id):
    overview.dossier.click()
    assert screen.sheet.accessibleName() == "苏州恒屹精密机械有限公司"

    names, dossier = overview.company.forms
    rewrite(qtbot, names.fact("country"), "德国")
    line = dossier.fact("interests").focusProxy()
    line.setFocus()
    write(line, "焊接机器人")
    screen.flush()

    company = desk.visits.get(visit_id).company
    assert (company.country, company.interests) == ("DE", "焊接机器人")


def test_an_unknown_country_is_refused_beside_it(qtbot, overview, desk, visit_id):
    overview.open_company()
    names, _dossier = overview.company.forms
    rewrite(qtbot, names.fact("country"), "亚特兰蒂斯")

    assert "亚特兰蒂斯" in names.fact("country").refusal()
    assert desk.visits.get(visit_id).company.country == ""


def test_B8_1_the_level_says_who_accompanies_and_who_welcomes(screen, desk):
    overview = screen.section()
    visit_id = overview.visit_id
    desk.visits.change(visit_id, NOW, level=3)
    desk.levels.put_in_roster(3, "welcomers", "director", NOW, takes_part=True)
    overview.show_visit(visit_id)

    director = next(role for role in desk.procedure.levels().roles if role.code == "director")
    assert director.text(current_language()) in overview.roster.text()

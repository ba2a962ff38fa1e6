"""The lists of the house in the settings: added, written, found, retired, removed, all by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from reception_desk.domain.booking import Car, CarBooking, Driver
from reception_desk.domain.department import Department
from reception_desk.domain.employee import Employee
from reception_desk.domain.itinerary import ItineraryRow
from reception_desk.domain.room import Room, RoomKind
from tests.desk import NOW, plain_visit
from tests.ui.sample_desk import now
from tests.ui.sample_screens import in_front, visit_screen, write
from ui.screens.settings.employees import EmployeesSection
from ui.screens.settings.house_section import CarsSection, DriversSection, RoomsSection
from ui.screens.visit.fact_suggest import SuggestFact
from ui.screens.visit.part_sheet import PartSheet

ENTER = Qt.Key.Key_Return


def shown(qtbot, desk, clock, kind=CarsSection):
    """A section alone, in front."""
    section = in_front(qtbot, kind(desk, clock), 1050, 660)
    section.refresh()
    return section


def written(qtbot, section, field, words):
    """Write a fact as a person does, with Enter behind it."""
    fact = section.panel.form.fact(field)
    fact.edit()
    line = fact.focusProxy()
    line.clear()
    write(line, words)
    qtbot.keyClick(line, ENTER)
    return fact


def names(section):
    return [section.model.index(row, 0).data() for row in range(section.model.rowCount())]


def test_an_entry_is_added_with_a_key_and_its_name(qtbot, desk, clock):
    section = shown(qtbot, desk, clock)

    qtbot.keyClick(section, Qt.Key.Key_Insert)
    written(qtbot, section, "plate", "苏e 7001h")
    written(qtbot, section, "seats", "7")

    assert [(car.plate, car.seats) for car in desk.house.all(Car)] == [("苏E7001H", 7)]
    assert names(section) == ["苏E7001H"]
    assert section.panel.form.fact("plate").value() == "苏E7001H"


def test_an_empty_list_says_what_it_is_for_and_how_to_begin(qtbot, desk, clock):
    section = shown(qtbot, desk, clock)
    assert section.stack.currentWidget() is section.none

    section.none.acted.emit()

    assert section.panel.isVisible()


def test_another_fact_than_the_name_cannot_come_first(qtbot, desk, clock):
    section = shown(qtbot, desk, clock, DriversSection)
    section.begin()

    phone = written(qtbot, section, "phone", "13600004444")
    assert "姓名" in phone.refusal()

    written(qtbot, section, "name", "王师傅")
    assert [(d.name, d.phone) for d in desk.house.all(Driver)] == [("王师傅", "+8613600004444")]


def test_what_has_no_name_yet_is_not_lost_in_silence(qtbot, desk, clock):
    section = shown(qtbot, desk, clock, DriversSection)
    section.begin()
    written(qtbot, section, "phone", "13600004444")

    section.panel.close_button.click()
    assert section.panel.isVisible()
    assert section.panel.form.fact("name").refusal()

    section.panel.close_button.click()
    assert not section.panel.isVisible()
    section.begin()
    assert section.panel.form.fact("phone").focusProxy().text() == ""


def test_a_duplicate_is_refused_beside_its_fact(qtbot, desk, clock):
    desk.house.add(Car, NOW, plate="苏E7001H")
    section = shown(qtbot, desk, clock)
    section.begin()

    fact = written(qtbot, section, "plate", "苏E7001H")

    assert "苏E7001H" in fact.refusal()
    assert len(desk.house.all(Car)) == 1


def test_a_list_is_found_in_by_initials_while_one_types(qtbot, desk, clock):
    for name in ("陈刚", "王芳"):
        desk.house.add(Employee, NOW, name=name)
    section = shown(qtbot, desk, clock, EmployeesSection)

    section.search.setText("cg")

    assert names(section) == ["陈刚"]


def test_the_retired_stand_at_the_end_whatever_it_is_sorted_by(qtbot, desk, clock):
    for plate in ("苏E1", "苏E2", "苏E3"):
        desk.house.add(Car, NOW, plate=plate)
    desk.house.retire(Car, desk.house.all(Car)[2].id, NOW)
    section = shown(qtbot, desk, clock)

    section.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)

    assert names(section) == ["苏E2", "苏E1", "苏E3"]


def test_arrows_bring_up_the_facts_and_enter_writes_them(qtbot, desk, clock):
    for plate in ("苏E1", "苏E2"):
        desk.house.add(Car, NOW, plate=plate)
    section = shown(qtbot, desk, clock)
    section.typing.go_to_table()

    qtbot.keyClick(section.table, Qt.Key.Key_Down)
    assert section.panel.form.fact("plate").value() == "苏E2"

    qtbot.keyClick(section.table, ENTER)
    assert section.panel.form.fact("plate").focusProxy().hasFocus()


def test_delete_takes_an_entry_out_and_the_next_one_comes_up(qtbot, desk, clock):
    for plate in ("苏E1", "苏E2"):
        desk.house.add(Car, NOW, plate=plate)
    section = shown(qtbot, desk, clock)
    section.typing.go_to_table()

    qtbot.keyClick(section.table, Qt.Key.Key_Delete)

    assert names(section) == ["苏E2"]
    assert section.panel.form.fact("plate").value() == "苏E2"


def test_what_is_booked_is_not_removed_and_the_panel_says_where(qtbot, desk, clock):
    visit_id = plain_visit(desk)
    desk.cars.take_car(desk.parts.add(CarBooking, visit_id, NOW), "苏E70001", NOW)
    section = shown(qtbot, desk, clock)
    section.typing.go_to_table()

    qtbot.keyClick(section.table, Qt.Key.Key_Delete)

    assert desk.visits.get(visit_id).number in section.panel.refusal.text()
    assert len(desk.house.all(Car)) == 1


def test_retiring_and_offering_again_are_one_button(qtbot, desk, clock):
    desk.house.add(Car, NOW, plate="苏E1")
    section = shown(qtbot, desk, clock)
    section.typing.go_to_table()

    section.panel.retire.click()
    assert not desk.house.all(Car)[0].is_active
    section.panel.retire.click()
    assert desk.house.all(Car)[0].is_active


def test_undo_takes_the_added_entry_out_of_the_list(qtbot, desk, clock):
    section = shown(qtbot, desk, clock)
    section.begin()
    written(qtbot, section, "plate", "苏E1")

    desk.history.undo(NOW)
    section.refresh()

    assert names(section) == []
    assert not section.panel.isVisible()


def test_what_is_half_written_is_saved_when_another_entry_is_chosen(qtbot, desk, clock):
    for plate in ("苏E1", "苏E2"):
        desk.house.add(Car, NOW, plate=plate)
    section = shown(qtbot, desk, clock)
    section.typing.go_to_table()
    fact = section.panel.form.fact("model")
    fact.edit()
    write(fact.focusProxy(), "GL8")

    section.table.selectRow(1)

    assert [car.model for car in desk.house.all(Car)] == ["GL8", ""]


def test_an_entry_that_is_no_longer_found_stays_while_it_is_written(qtbot, desk, clock):
    desk.house.add(Car, NOW, plate="苏E1", model="GL8")
    section = shown(qtbot, desk, clock)
    section.search.setText("gl8")
    section.typing.go_to_table()

    written(qtbot, section, "model", "A6")

    assert names(section) == []
    assert section.panel.isVisible()
    assert section.panel.form.fact("model").value() == "A6"


def test_a_room_gets_its_kind_by_choice(qtbot, desk, clock):
    desk.house.add(Room, NOW, name="牡丹厅")
    section = shown(qtbot, desk, clock, RoomsSection)
    section.typing.go_to_table()

    section.panel.form.fact("kind")._choose(RoomKind.DINING)

    assert desk.house.all(Room)[0].kind is RoomKind.DINING


def test_who_is_at_the_desk_is_switched_on_in_the_list(qtbot, desk, clock):
    desk.house.add(Employee, NOW, name="王芳")
    section = shown(qtbot, desk, clock, EmployeesSection)
    section.typing.go_to_table()

    section.panel.form.fact("at_desk").button("at_desk").click()

    assert desk.company.attendants() == ["王芳"]


def test_a_visit_chooses_applicant_host_and_department_out_of_the_lists(qtbot, desk):
    desk.house.add(Employee, NOW, name="陆文昊", rank=4)
    gone = desk.house.add(Employee, NOW, name="陆平")
    desk.house.retire(Employee, gone, NOW)
    desk.house.add(Department, NOW, name="华东销售部")
    screen = visit_screen(qtbot, desk, plain_visit(desk))
    host = PartSheet(ItineraryRow, desk, now).form.fact("host")

    forms = screen.section().forms.values()
    facts = {field: form.fact(field) for form in forms for field in form.fields()}

    assert facts["applicant"]._suggest("陆") == ["陆文昊"]
    assert facts["owner_department"]._suggest("华东") == ["华东销售部"]
    assert isinstance(host, SuggestFact)
    assert host._suggest("") == ["陆文昊"]


@pytest.mark.parametrize("kind", [EmployeesSection, CarsSection])
def test_the_table_is_a_sound_model(qtbot, desk, clock, kind):
    section = shown(qtbot, desk, clock, kind)
    QAbstractItemModelTester(section.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    desk.house.add(section.listed.kind, NOW, **{section.listed.specs[0].field: "甲1"})

    section.refresh()
    section.search.setText("乙")
    section.search.setText("")

    assert section.model.rowCount() == 1


def test_a_command_opens_a_list_with_the_hand_at_a_new_entry(frame):
    frame.go("settings/drivers/new")

    assert frame.current().section().panel.form.fact("name").focusProxy().hasFocus()


def test_every_section_of_the_settings_is_seen_without_scrolling_on_a_small_screen(frame):
    frame.go("settings")
    sections = frame.current().list

    assert sections.verticalScrollBar().maximum() == 0
    assert not [
        sections.item(row).text()
        for row in range(sections.count())
        if sections.sizeHintForIndex(sections.indexFromItem(sections.item(row))).width()
        > sections.viewport().width()
    ]


def test_a_figure_of_the_keypad_begins_a_search_in_the_list(qtbot, desk, clock):
    for plate in ("苏E70001", "苏E80002"):
        desk.house.add(Car, NOW, plate=plate)
    section = shown(qtbot, desk, clock)
    section.typing.go_to_table()

    qtbot.keyClick(section.table, Qt.Key.Key_8, Qt.KeyboardModifier.KeypadModifier)

    assert names(section) == ["苏E80002"]

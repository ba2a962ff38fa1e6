"""What the house has: added, changed, retired and removed, each undone as it was done."""

import pytest

from reception_desk.domain.booking import Car, CarBooking, Driver, Hotel
from reception_desk.domain.department import Department
from reception_desk.domain.employee import Employee
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.room import Room, RoomKind
from reception_desk.errors import ReceptionError
from tests.desk import NOW, plain_visit


def test_a_plate_is_kept_in_one_form(desk):
    desk.house.add(Car, NOW, plate=" 苏e·7001h ", seats=7)

    assert [car.plate for car in desk.house.all(Car)] == ["苏E7001H"]


def test_a_second_car_with_the_same_plate_is_refused_by_name(desk):
    desk.house.add(Car, NOW, plate="苏E7001H")

    with pytest.raises(ReceptionError, match="苏E7001H"):
        desk.house.add(Car, NOW, plate="苏e 7001h")

    assert len(desk.house.all(Car)) == 1


def test_a_car_cannot_take_the_plate_of_another(desk):
    desk.house.add(Car, NOW, plate="苏E7001H")
    other = desk.house.add(Car, NOW, plate="苏E7002H")

    with pytest.raises(ReceptionError, match="苏E7001H"):
        desk.house.change(Car, other, NOW, plate="苏E7001H")


def test_an_entry_without_its_name_is_refused(desk):
    with pytest.raises(ReceptionError, match="姓名"):
        desk.house.add(Driver, NOW, phone="13600004444")


@pytest.mark.parametrize(
    ("kind", "facts"),
    [
        (Car, {"plate": "苏E7001H", "seats": 100}),
        (Room, {"name": "302", "seats": -1}),
        (Employee, {"name": "王芳", "rank": 0}),
        (Employee, {"name": "王芳", "rank": 100}),
        (Hotel, {"name": "湖滨", "price": -1}),
    ],
)
def test_a_number_beyond_its_limits_is_refused(desk, kind, facts):
    with pytest.raises(ReceptionError):
        desk.house.add(kind, NOW, **facts)


def test_a_phone_is_read_with_its_extension(desk):
    desk.house.add(Employee, NOW, name="王芳", phone="021-62339999 转 801")

    employee = desk.house.all(Employee)[0]
    assert (employee.phone, employee.phone_extension) == ("+862162339999", "801")


def test_an_internal_number_stays_as_it_is_written(desk):
    desk.house.add(Driver, NOW, name="王师傅", phone="8012")

    assert desk.house.all(Driver)[0].phone == "8012"


def test_two_people_of_one_name_are_told_apart_by_their_department(desk):
    desk.house.add(Employee, NOW, name="张伟", department="销售部")
    desk.house.add(Employee, NOW, name="张伟", department="物流部")

    with pytest.raises(ReceptionError, match="张伟（物流部）"):
        desk.house.add(Employee, NOW, name="张伟", department="物流部")


def test_a_retired_car_is_offered_no_longer_and_its_bookings_stay(desk):
    visit_id = plain_visit(desk)
    booking = desk.parts.add(CarBooking, visit_id, NOW)
    desk.cars.take_car(booking, "苏E7001H", NOW)
    car = desk.house.all(Car)[0]

    desk.house.retire(Car, car.id, NOW)

    assert list(desk.cars.cars()) == []
    assert desk.visits.get(visit_id).car_bookings[0].car.plate == "苏E7001H"


def test_what_a_visit_holds_cannot_be_removed_and_the_visit_is_named(desk):
    visit_id = plain_visit(desk)
    desk.cars.take_driver(desk.parts.add(CarBooking, visit_id, NOW), "王师傅", NOW)

    with pytest.raises(ReceptionError, match=desk.visits.get(visit_id).number):
        desk.house.remove(Driver, desk.house.all(Driver)[0].id, NOW)


def test_a_room_that_is_booked_cannot_be_removed(desk):
    room = desk.house.add(Room, NOW, name="302", kind=RoomKind.MEETING)
    desk.parts.add(Meeting, plain_visit(desk), NOW, room_id=room)

    with pytest.raises(ReceptionError, match="302"):
        desk.house.remove(Room, room, NOW)


def test_a_department_with_people_in_it_cannot_be_removed(desk):
    department = desk.house.add(Department, NOW, name="销售部")
    desk.house.add(Employee, NOW, name="张伟", department="销售部")

    with pytest.raises(ReceptionError, match="张伟"):
        desk.house.remove(Department, department, NOW)


def test_the_people_follow_when_their_department_is_renamed(desk):
    department = desk.house.add(Department, NOW, name="销售部")
    desk.house.add(Employee, NOW, name="张伟", department="销售部")

    desk.house.change(Department, department, NOW, name="华东销售部")
    assert desk.house.all(Employee)[0].department == "华东销售部"

    desk.history.undo(NOW)
    assert desk.house.all(Employee)[0].department == "销售部"


def test_removing_is_undone_under_the_same_id(desk):
    hotel = desk.house.add(Hotel, NOW, name="湖滨大酒店", price=480)

    desk.house.remove(Hotel, hotel, NOW)
    assert desk.house.all(Hotel) == []

    desk.history.undo(NOW)
    assert [(found.id, found.price) for found in desk.house.all(Hotel)] == [(hotel, 480)]


def test_every_step_has_its_sentence(desk):
    car = desk.house.add(Car, NOW, plate="苏E7001H")
    assert desk.history.undoable().said == "添加到车辆：苏E7001H"
    desk.house.change(Car, car, NOW, seats=7)
    assert desk.history.undoable().said == "苏E7001H：修改座位"
    desk.house.retire(Car, car, NOW)
    assert desk.history.undoable().said == "不再提供选择：苏E7001H"


def test_departments_to_choose_from_are_the_listed_and_the_used_but_not_the_retired(desk):
    desk.house.add(Department, NOW, name="研发中心")
    gone = desk.house.add(Department, NOW, name="筹备组")
    desk.house.retire(Department, gone, NOW)
    plain_visit(desk, owner_department="华东销售部")
    plain_visit(desk, owner_department="筹备组")

    assert desk.house.departments() == ["研发中心", "华东销售部"]


def test_hosts_are_the_active_employees_by_rank(desk):
    desk.house.add(Employee, NOW, name="王芳", rank=8)
    desk.house.add(Employee, NOW, name="陈刚", rank=1)
    left = desk.house.add(Employee, NOW, name="李雷", rank=2)
    desk.house.retire(Employee, left, NOW)

    assert desk.house.people() == ["陈刚", "王芳"]

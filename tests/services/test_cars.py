"""Cars and drivers: chosen by plate and name, known from then on."""

import pytest

from reception_desk.domain.booking import Car, CarBooking
from reception_desk.errors import ReceptionError
from tests.desk import NOW, plain_visit


@pytest.fixture
def booking(desk):
    """The id of an empty car booking."""
    return desk.parts.add(CarBooking, plain_visit(desk), NOW)


def only(desk):
    return desk.visits.get(1).car_bookings[0]


def test_a_plate_makes_a_car_that_is_known_from_then_on(desk, booking):
    desk.cars.take_car(booking, " 苏e 7001h ", NOW)
    desk.cars.take_car(booking, "苏E7001H", NOW)

    assert only(desk).car.plate == "苏E7001H"
    assert [car.plate for car in desk.cars.cars()] == ["苏E7001H"]


def test_a_driver_is_written_with_the_phone_and_keeps_it(desk, booking):
    desk.cars.take_driver(booking, "王师傅 13600004444", NOW)
    desk.cars.take_driver(booking, "王师傅", NOW)

    assert [(driver.name, driver.phone) for driver in desk.cars.drivers()] == [("王师傅", "+8613600004444")]
    assert only(desk).driver.name == "王师傅"


def test_an_empty_line_takes_car_and_driver_off_again(desk, booking):
    desk.cars.take_car(booking, "苏E7001H", NOW)
    desk.cars.take_driver(booking, "王师傅", NOW)

    desk.cars.take_car(booking, "", NOW)
    desk.cars.take_driver(booking, " ", NOW)

    assert (only(desk).car, only(desk).driver) == (None, None)


def test_taking_a_car_is_one_step_of_the_visit_and_undone_whole(desk, booking):
    desk.cars.take_car(booking, "苏E7001H", NOW)
    assert desk.history.of_visit(1)[0].said == "修改车辆"

    desk.history.undo(NOW)
    assert only(desk).car is None
    assert list(desk.cars.cars()) == []


def test_a_car_of_the_list_is_found_however_its_plate_is_written(desk, booking):
    desk.house.add(Car, NOW, plate="苏E7001H", model="GL8")

    desk.cars.take_car(booking, "苏e·7001h", NOW)

    assert only(desk).car.model == "GL8"


def test_a_part_of_a_plate_means_the_car_that_has_it(desk, booking):
    desk.house.add(Car, NOW, plate="苏E7002H")

    desk.cars.take_car(booking, "7002", NOW)

    assert [car.plate for car in desk.cars.cars()] == ["苏E7002H"]


def test_a_part_of_a_plate_that_no_car_has_makes_no_car(desk, booking):
    with pytest.raises(ReceptionError, match="7002"):
        desk.cars.take_car(booking, "7002", NOW)

    assert desk.cars.cars() == []


def test_a_part_of_two_plates_asks_which_is_meant(desk, booking):
    desk.house.add(Car, NOW, plate="苏E7002H")
    desk.house.add(Car, NOW, plate="苏E7003H")

    with pytest.raises(ReceptionError, match="苏E7003H"):
        desk.cars.take_car(booking, "苏E700", NOW)

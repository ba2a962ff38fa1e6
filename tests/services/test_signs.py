"""Setting signs up: what others on the network could see is off until somebody switches it on."""

import pytest

from reception_desk.domain.sign import SignKind
from reception_desk.errors import ReceptionError
from tests.desk import NOW


def test_a_sign_on_a_monitor_is_on_at_once(desk):
    assert desk.signs.get(desk.signs.add("大堂", NOW)).is_on


def test_a_page_is_off_until_it_is_switched_on(desk):
    sign_id = desk.signs.add("电视", NOW, kind=SignKind.WEB)
    assert not desk.signs.get(sign_id).is_on
    desk.signs.change(sign_id, NOW, is_on=True)
    assert desk.signs.get(sign_id).is_on
    desk.signs.change(sign_id, NOW, port=8500)
    assert desk.signs.get(sign_id).is_on


def test_a_sign_that_becomes_a_page_is_off_until_it_is_switched_on(desk):
    sign_id = desk.signs.add("大堂", NOW)
    desk.signs.change(sign_id, NOW, kind=SignKind.WEB)
    assert not desk.signs.get(sign_id).is_on


@pytest.mark.parametrize("port", [0, 80, 65536])
def test_a_port_that_no_page_can_have_is_refused(desk, port):
    sign_id = desk.signs.add("电视", NOW, kind=SignKind.WEB)
    with pytest.raises(ReceptionError):
        desk.signs.change(sign_id, NOW, port=port)
    assert desk.signs.get(sign_id).port == 8420

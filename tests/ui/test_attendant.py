"""Who is at the desk: said, chosen and named in the frame, and written into the journal."""

import pytest

from reception_desk.i18n import _
from tests.desk import NOW, plain_visit


@pytest.fixture
def nobody(desk):
    """A desk at which nobody is named."""
    desk.company.change(NOW, at_desk="")
    return desk


def test_it_says_that_nobody_is_named(nobody, frame):
    assert _("nobody named") in frame.window.attendant.toolTip()
    assert frame.window.attendant.accessibleName() == frame.window.attendant.toolTip()


def test_a_press_leads_to_where_a_name_is_written(qtbot, nobody, frame):
    frame.window.attendant.click()
    fact = frame.current().card("desk").at_desk

    qtbot.waitUntil(fact.focusProxy().hasFocus, timeout=5000)
    qtbot.keyClicks(fact.focusProxy(), "Wang Fang")
    frame.current().flush()

    assert nobody.company.settings().at_desk == "Wang Fang"


def test_who_is_chosen_stands_in_every_row_from_then_on(desk, frame):
    desk.company.remember_attendant("王芳", NOW)
    frame.refresh()

    menu = frame.window.attendant.menu_of_people()
    next(action for action in menu.actions() if action.text() == "王芳").trigger()
    plain_visit(desk)

    assert desk.history.undoable().person == "王芳"
    assert "王芳" in frame.window.attendant.toolTip()


def test_where_the_rail_has_no_room_for_words_the_name_is_in_its_tool_tip_alone(frame):
    frame.window.resize(1366, 768)

    assert frame.window.rail.is_narrow()
    assert frame.window.attendant.text() == ""
    assert "李静" in frame.window.attendant.toolTip()

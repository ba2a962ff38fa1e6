"""The words of welcome in the visit: proposed with one press, written and checked in place."""

from __future__ import annotations

import pytest

from tests.ui.sample_desk import NOW, filled_desk
from tests.ui.sample_screens import visit_screen


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
    return visit_screen(qtbot, desk, visit_id, "welcome")


def test_without_words_the_proposed_ones_are_shown_and_taken_with_one_press(screen, desk, visit_id):
    desk.signs.add("大堂", NOW)
    section = screen.section()
    assert section.nothing.isVisible()

    section.nothing.acted.emit()

    assert section.editor.isVisible()
    assert section.editor.text.value() == desk.welcome.proposal(visit_id).zh


def test_without_a_sign_the_refusal_says_what_to_do(qtbot, screen):
    section = screen.section()

    with qtbot.waitSignal(screen.refused) as said:
        section.nothing.acted.emit()

    assert section.nothing.accessibleName() == said.args[0]


def test_checking_is_one_press_and_stands_in_the_history(screen, desk, visit_id):
    desk.signs.add("大堂", NOW)
    desk.welcome.propose(visit_id, NOW)
    screen.refresh()

    screen.section().editor.check.click()

    assert desk.welcome.of_visit(visit_id, NOW)[0].message.is_checked
    assert "欢迎词" in desk.history.of_visit(visit_id)[0].said


def test_there_is_one_primary_button(screen):
    assert screen.head.primary.property("kind") == "quiet"

    screen.tabs.setCurrentIndex(0)
    assert screen.head.primary.property("kind") == "primary"


def test_two_signs_make_a_list_to_choose_from(screen, desk, visit_id):
    for name in ("大堂", "二楼"):
        desk.welcome.propose(visit_id, NOW, desk.signs.add(name, NOW))
    screen.refresh()

    section = screen.section()
    assert section.list.isVisible()
    section.list.opened.emit(desk.welcome.of_visit(visit_id, NOW)[1].message.id)
    assert section.editor.message_id() == desk.welcome.of_visit(visit_id, NOW)[1].message.id

"""The second confirmation on the screen: the card, the walk by keyboard alone, problems, what fell (A8, 5.18)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from reception_desk.domain.confirmed_facts import Aspect
from reception_desk.domain.meeting import Meeting
from reception_desk.domain.second_confirmation import Standing
from tests.ui.sample_desk import NOW, filled_desk, now
from tests.ui.sample_screens import visit_screen, write
from tests.window import open_window
from ui.commands import commands_of

PEOPLE, PLACE, VEHICLE = Aspect


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
    return visit_screen(qtbot, desk, visit_id, "preparation/confirmation")


@pytest.fixture
def walk(screen):
    return screen.section().walk


def standing(desk, visit_id):
    return [one.standing for one in desk.second_confirmation.round(visit_id, NOW).confirmations]


def press(qtbot, screen, key):
    """Press a key where the focus is."""
    qtbot.keyClick(screen.window().focusWidget(), key)


def words_of(walk):
    rows = walk.facts.rows
    return [rows.data(rows.index(place)) for place in range(rows.rowCount())]


def test_a_place_opens_the_walk_at_the_first_that_is_open(screen, walk):
    assert screen.sheet.isVisible()
    assert walk.steps.value() == PEOPLE
    assert walk.act.hasFocus()


def test_a_place_may_name_one_of_the_three(screen, walk):
    screen.go_to("preparation", "confirmation:vehicle")
    assert walk.steps.value() == VEHICLE


def test_three_times_enter_confirms_all_and_leaves(qtbot, screen, walk, desk, visit_id):
    said: list[str] = []
    screen.section().said.connect(said.append)
    for _aspect in range(3):
        press(qtbot, screen, Qt.Key.Key_Return)

    item = next(one for one in desk.preparation.of(visit_id) if one.code == "189")
    assert not item.is_open
    assert not screen.sheet.isVisible()
    assert said == ["人员、地点、车辆均已落实。"]


def test_esc_leaves_and_confirms_nothing(qtbot, screen, desk, visit_id):
    press(qtbot, screen, Qt.Key.Key_Escape)
    assert not screen.sheet.isVisible()
    assert standing(desk, visit_id) == [Standing.OPEN] * 3


def test_people_stand_there_with_the_phone_of_their_contact(walk):
    said = "\n".join(words_of(walk))
    assert "顾翀 · 主宾 · 董事长" in said
    assert "138 0000 2222" in said


def test_the_place_is_told_in_the_order_of_the_day(screen, walk):
    screen.go_to("preparation", "confirmation:place")
    times = [words.partition(" · ")[0] for words in words_of(walk) if words[:2].isdigit() and words[2] == ":"]
    assert times == sorted(times)
    assert len(times) > 2


def test_cars_and_journeys_are_told(screen, walk):
    screen.go_to("preparation", "confirmation:vehicle")
    assert any("G7012" in words for words in words_of(walk))


def test_a_problem_is_noted_by_keyboard_and_the_walk_goes_on(qtbot, screen, walk, desk, visit_id):
    walk.problem.setFocus()
    write(walk.problem, "董事长可能不来")
    press(qtbot, screen, Qt.Key.Key_Return)

    item = next(one for one in desk.preparation.of(visit_id) if one.code == "190")
    assert item.item.note == "人员：董事长可能不来"
    assert walk.steps.value() == PLACE
    assert standing(desk, visit_id)[0] is Standing.OPEN


def test_an_empty_problem_is_refused_in_words(qtbot, walk, screen):
    with qtbot.waitSignal(screen.refused):
        walk.note_it.click()
    assert walk.steps.value() == PEOPLE


def test_what_is_confirmed_is_passed_by_enter_and_taken_back_by_its_button(
    qtbot, screen, walk, desk, visit_id
):
    desk.second_confirmation.confirm(visit_id, PEOPLE, NOW)
    screen.go_to("preparation", "confirmation:people")
    before = len(desk.tellings.standing(visit_id))
    press(qtbot, screen, Qt.Key.Key_Return)
    assert len(desk.tellings.standing(visit_id)) == before

    screen.go_to("preparation", "confirmation:people")
    walk.back.click()
    assert standing(desk, visit_id)[0] is Standing.OPEN
    assert not walk.back.isVisible()


def test_the_card_says_who_confirmed_and_what_fell(screen, desk, visit_id):
    for aspect in (PEOPLE, PLACE):
        desk.second_confirmation.confirm(visit_id, aspect, NOW)
    talk = desk.visits.get(visit_id).meetings[0]
    desk.parts.change(Meeting, talk.id, NOW, room="305")
    screen.section().show_visit(visit_id)

    card = screen.section().confirmation
    words = {aspect: pill.text() for aspect, pill in card.pills.items()}
    assert words == {
        PEOPLE: "人员 · 李静 12/7 09:41",
        PLACE: "地点 · 有变动，请重新落实",
        VEHICLE: "车辆 · 待落实",
    }
    assert "305" in card.pills[PLACE].toolTip()


def test_the_walk_shows_what_is_otherwise_than_was_confirmed(screen, walk, desk, visit_id):
    desk.second_confirmation.confirm(visit_id, PLACE, NOW)
    talk = desk.visits.get(visit_id).meetings[0]
    desk.parts.change(Meeting, talk.id, NOW, room="305")
    screen.go_to("preparation", "confirmation:place")
    assert "→ 305" in walk.changes.text()


def test_the_card_names_the_round_and_its_time(screen):
    assert screen.section().confirmation._note.text() == "第 1 轮，共 2 轮 · 至 12-07 周一 10:30"


def test_the_button_of_the_card_opens_the_walk(qtbot, screen, walk):
    press(qtbot, screen, Qt.Key.Key_Escape)
    screen.section().confirmation.begin.click()
    assert screen.sheet.isVisible()
    assert walk.act.hasFocus()


def test_the_tick_that_makes_a_round_ends_the_walk_before_the_next_round(qtbot, screen, walk, desk, visit_id):
    for aspect in (PLACE, VEHICLE):
        desk.second_confirmation.confirm(visit_id, aspect, NOW)
    screen.go_to("preparation", "confirmation:people")
    press(qtbot, screen, Qt.Key.Key_Return)

    assert not screen.sheet.isVisible()
    assert desk.second_confirmation.round(visit_id, NOW).number == 2
    assert standing(desk, visit_id) == [Standing.OPEN] * 3


def test_the_palette_leads_to_the_walk_of_the_visit_at_hand(qtbot, desk, visit_id):
    frame = open_window(qtbot, desk, now)
    command = next(one for one in commands_of(frame) if one.answers_to("二次落实"))
    frame.show_visit(visit_id, "overview")
    command.run()
    assert frame.screens["visit"].sheet.isVisible()
    assert frame.screens["visit"].section().walk.act.hasFocus()


def test_without_a_visit_at_hand_the_command_says_what_to_do(qtbot, desk):
    frame = open_window(qtbot, desk, now)
    frame.go("settings")
    frame.show_confirmation()
    assert "请先打开一个来访" in frame.window.bottom.words()

"""Somebody who came before, recognised in the sheets while a name is typed."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.desk import NOW, plain_visit
from tests.window import press


def test_a_returning_main_guest_brings_company_and_title_along(qtbot, desk, frame):
    before = plain_visit(desk)
    guest = desk.visits.get(before).guests[0]
    desk.guests.change(guest.id, NOW, diet="不吃牛羊肉")
    press(qtbot, frame, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    sheet = frame.taking_in.new_visit
    sheet.form.go_to("main_guest")

    qtbot.keyClicks(frame.window.focusWidget(), "gc")
    qtbot.keyClick(frame.window.focusWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(frame.window.focusWidget(), Qt.Key.Key_Return)
    sheet.create_visit()

    made = desk.visits.numbered("2026-0002")
    assert made.company_id == desk.visits.get(before).company_id
    assert made.main_guest.person_id == guest.person_id
    assert (made.main_guest.title, made.main_guest.diet) == ("董事长", "不吃牛羊肉")


def test_a_returning_guest_is_taken_in_the_sheet_of_guests(qtbot, desk, frame):
    plain_visit(desk)
    new = desk.visits.new(NOW).id
    frame.show_visit(new, "overview")
    card = frame.screens["visit"].section().guests
    card.open_new()

    qtbot.keyClicks(frame.window.focusWidget(), "gc")
    card.sheet.forms[0].fact("name").take(0)

    (guest,) = desk.visits.get(new).guests
    assert (guest.person.name, guest.title) == ("顾翀", "董事长")
    assert desk.acquaintances.people_like("gc")[0].person_id == guest.person_id

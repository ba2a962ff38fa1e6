"""The gift ledger in the window, and handing a gift out at the guest (A6.6, G3)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from reception_desk.domain.gift import Gift
from tests.desk import ARRIVAL, NOW, plain_visit
from ui.models.gifts import Column
from ui.screens.gifts import GiftsScreen


@pytest.fixture
def visit_id(desk):
    """A visit whose main guest gets what they got before, and something new."""
    earlier, made = plain_visit(desk, arrival_at=ARRIVAL - timedelta(days=200)), plain_visit(desk)
    person = desk.visits.get(made).guests[0].person_id
    desk.parts.add(Gift, earlier, NOW, person_id=person, name="真丝围巾", price=480)
    for name, price in (("真丝围巾", 480), ("紫砂壶", 800)):
        desk.parts.add(Gift, made, NOW, person_id=person, name=name, price=price, quantity=2)
    return made


@pytest.fixture
def screen(frame, visit_id):
    """The ledger."""
    frame.go("gifts")
    shown = frame.screens["gifts"]
    assert isinstance(shown, GiftsScreen)
    return shown


def column(screen, which):
    """What stands in a column, top to bottom."""
    return [screen.model.index(row, which).data() for row in range(screen.model.rowCount())]


def test_G3_the_ledger_has_every_gift_of_the_days_with_what_they_cost(screen):
    assert column(screen, Column.GIFT) == ["紫砂壶", "真丝围巾（2026-05-22 曾赠送）", "真丝围巾"]
    assert screen._count.text() == "3 项礼品 · 共 3,040 元"


def test_A6_6_it_is_found_while_one_types_and_by_its_days(screen):
    screen.search.setText("zishahu")
    assert column(screen, Column.GIFT) == ["紫砂壶"]

    screen.search.clear()
    screen.last.set_day((ARRIVAL - timedelta(days=100)).date())
    assert column(screen, Column.GIFT) == ["真丝围巾"]


def test_G3_space_hands_a_gift_out_and_once_more_takes_it_back(qtbot, desk, screen, visit_id):
    screen.table.selectRow(0)

    qtbot.keyClick(screen.table, Qt.Key.Key_Space)
    assert "李静" in column(screen, Column.ISSUED)[screen.table.currentIndex().row()]

    qtbot.keyClick(screen.table, Qt.Key.Key_Space)
    assert {one.issued_at for one in desk.visits.get(visit_id).gifts} == {None}


def test_A6_6_enter_opens_the_guest_who_gets_it(qtbot, frame, screen, visit_id):
    screen.table.selectRow(0)

    qtbot.keyClick(screen.table, Qt.Key.Key_Return)

    assert (frame.current().name, frame.current().visit_id) == ("visit", visit_id)


def test_G3_the_ledger_is_printed_as_it_is_seen(screen):
    screen.search.setText("紫砂")

    sheet = screen.sheet()

    assert [line[Column.GIFT] for line in sheet.lines] == ["紫砂壶"]
    assert "紫砂" in sheet.narrowed
    assert sheet.draw().startswith(b"%PDF")


def test_G3_the_ledger_is_found_in_the_palette(frame):
    assert [one.name for one in frame.commands if one.answers_to("礼品台账")] == ["gifts"]


def test_G3_a_gift_is_handed_out_in_the_sheet_of_its_guest(frame, desk, visit_id):
    frame.show_visit(visit_id, "overview")
    section, visit = frame.current().section(), desk.visits.get(visit_id)
    section.guests.open_one(visit.guests[0].id)
    gifts = section.guests.sheet.gifts
    gifts.open_one(visit.gifts[0].id)

    gifts.issued.click()

    assert desk.visits.get(visit_id).gifts[0].issued_by == "李静"
    assert gifts.issued.isChecked()


def test_A6_6_from_a_guest_the_ledger_opens_at_what_that_person_was_given(frame, desk, visit_id):
    frame.show_visit(visit_id, "overview")
    section = frame.current().section()
    section.guests.open_one(desk.visits.get(visit_id).guests[0].id)

    section.guests.sheet.gifts.ledger.click()

    assert frame.current().name == "gifts"
    assert frame.current().search.text() == "顾翀"
    assert len(column(frame.current(), Column.GIFT)) == 3

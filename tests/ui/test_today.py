"""Today: who comes next, what is to be done now, how the day runs."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from reception_desk.domain.entity import Answer
from reception_desk.domain.itinerary import ItineraryRow
from reception_desk.domain.journey import Carrier, Direction, Leg
from reception_desk.i18n import _
from tests.desk import ARRIVAL, DEPARTURE, NOW, plain_visit
from ui.models.tasks import TASK, TaskModel
from ui.screens.today.task_row import box_of
from ui.screens.today.today import TodayScreen
from ui.theme import SIZE, apply_theme
from ui.widgets.lines import Lines

WIDE = (1240, 640)


@pytest.fixture
def screen(qtbot, qapp, desk, clock):
    """The screen alone, dressed as in the program, on the morning of the sample visit."""
    apply_theme(qapp, "light")
    clock.now = ARRIVAL - timedelta(minutes=49)
    made = TodayScreen(desk, clock)
    qtbot.addWidget(made)
    made.resize(*WIDE)
    made.show()
    return made


def texts(widget):
    """What can be read on it now."""
    QApplication.processEvents()  # what is new in a layout comes up with the next event
    kinds = (QLabel, QPushButton)
    return [w.text() for kind in kinds for w in widget.findChildren(kind) if w.isVisible() and w.text()]


def test_it_says_who_comes_next_and_in_how_many_minutes(screen, desk):
    plain_visit(desk, heads=5)

    screen.refresh()

    said = texts(screen.next)
    assert {"10:30", "49 分钟后", "苏州恒屹精密机械有限公司", "顾翀 董事长一行 5 人", "一级"} <= set(said)


def test_it_says_how_they_come_and_whom_to_call(screen, desk):
    visit_id = plain_visit(desk)
    desk.parts.add(
        Leg, visit_id, NOW, direction=Direction.ARRIVAL, carrier=Carrier.TRAIN, number="G7012",
        to_place="虹桥站", at=ARRIVAL - timedelta(minutes=48),
    )  # fmt: skip
    desk.guests.add(visit_id, "王敏", NOW, phone="13900001111", is_contact=True)

    screen.refresh()

    assert {"G7012 · 09:42 · 虹桥站", "王敏 139 0000 1111"} <= set(texts(screen.next))


def test_who_is_late_is_still_the_next(screen, desk, clock):
    plain_visit(desk)
    clock.now = ARRIVAL + timedelta(minutes=12)

    screen.refresh()

    assert "12 分钟前" in texts(screen.next)
    assert screen.visit_at_hand() is not None


def test_a_visit_of_another_day_is_not_at_hand(screen, desk, clock):
    plain_visit(desk)
    clock.now = NOW

    screen.refresh()

    assert screen.visit_at_hand() is None
    assert "12月8日 周二" in texts(screen.next)
    assert _("They are here  F8") not in texts(screen.next)


def test_the_button_notes_that_they_are_here_and_they_are_in_the_house(qtbot, screen, desk):
    visit_id = plain_visit(desk)
    screen.refresh()

    qtbot.mouseClick(_button(screen.next, _("They are here  F8")), Qt.MouseButton.LeftButton)

    assert desk.visits.get(visit_id).actual_arrival_at == screen.clock()
    assert "09:41 到达" in texts(screen.in_house)


def test_the_button_beside_who_is_here_notes_that_they_left(qtbot, screen, desk, clock):
    visit_id = plain_visit(desk)
    desk.visits.arrived(visit_id, clock())
    screen.refresh()
    clock.forward(hours=2)

    qtbot.mouseClick(_button(screen.in_house, _("They have left  F8")), Qt.MouseButton.LeftButton)

    assert desk.visits.get(visit_id).actual_departure_at == clock()


def test_what_is_lacking_leads_to_where_it_is_filled_in(qtbot, screen, desk):
    visit_id = plain_visit(desk)
    screen.refresh()
    lacking = screen.next._lacking.findChildren(QPushButton)[0]

    with qtbot.waitSignal(screen.visit_wanted) as wanted:
        qtbot.mouseClick(lacking, Qt.MouseButton.LeftButton)

    assert wanted.args == [visit_id, "overview/owner_department"]


def test_tasks_are_sorted_late_first_and_then_by_due_time(screen, desk):
    plain_visit(desk, pick_up=Answer.YES)
    screen.refresh()

    tasks = [screen.to_do.model.task(row) for row in range(screen.to_do.model.rowCount())]

    assert tasks == sorted(tasks, key=lambda task: task.planned.due)
    assert [task.is_late for task in tasks] == sorted((task.is_late for task in tasks), reverse=True)


def test_only_what_is_due_by_tonight_is_shown(screen, desk):
    plain_visit(desk)
    screen.refresh()

    tasks = [screen.to_do.model.task(row) for row in range(screen.to_do.model.rowCount())]

    assert max(task.planned.due for task in tasks) < ARRIVAL.replace(hour=16, minute=0)


def test_a_click_on_the_box_ticks_and_the_row_stays(qtbot, screen, desk):
    visit_id = plain_visit(desk)
    screen.refresh()
    tasks, first = screen.to_do.list, screen.to_do.model.index(0)
    code, before = first.data(TASK).planned.code, screen.to_do.model.rowCount()

    with qtbot.waitSignal(screen.said):
        qtbot.mouseClick(
            tasks.viewport(), Qt.MouseButton.LeftButton, pos=box_of(tasks.visualRect(first)).center()
        )

    assert not next(item for item in desk.preparation.of(visit_id) if item.code == code).is_open
    assert screen.to_do.model.rowCount() == before
    assert first.data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Checked


def test_a_ticked_task_is_gone_when_the_day_is_read_again(screen, desk):
    plain_visit(desk)
    screen.refresh()
    before = screen.to_do.model.rowCount()

    screen.to_do.model.toggle(screen.to_do.model.index(0))
    screen.refresh()

    assert screen.to_do.model.rowCount() == before - 1


def test_space_ticks_and_enter_opens_the_item_in_its_visit(qtbot, screen, desk):
    visit_id = plain_visit(desk)
    screen.refresh()
    qtbot.keyClick(screen, Qt.Key.Key_Down)
    tasks = screen.to_do.list

    qtbot.keyClick(tasks, Qt.Key.Key_Space)
    with qtbot.waitSignal(screen.visit_wanted) as wanted:
        qtbot.keyClick(tasks, Qt.Key.Key_Return)

    task = screen.to_do.model.task(0)
    assert not task.planned.is_open
    assert wanted.args == [visit_id, f"preparation/{task.planned.code}/{task.planned.subject}"]


def test_a_click_beside_the_box_opens_and_does_not_tick(qtbot, screen, desk):
    plain_visit(desk)
    screen.refresh()
    tasks, first = screen.to_do.list, screen.to_do.model.index(0)

    with qtbot.waitSignal(screen.visit_wanted):
        qtbot.mouseClick(tasks.viewport(), Qt.MouseButton.LeftButton, pos=tasks.visualRect(first).center())

    assert screen.to_do.model.task(0).planned.is_open


def test_a_tick_that_somebody_else_has_made_is_refused_with_who(qtbot, screen, desk, clock):
    visit_id = plain_visit(desk)
    screen.refresh()
    task = screen.to_do.model.task(0)
    desk.preparation.check_off(visit_id, task.planned.code, task.planned.subject, clock())

    with qtbot.waitSignal(screen.refused) as refused:
        screen.to_do.model.toggle(screen.to_do.model.index(0))

    assert "李静" in refused.args[0]


def test_the_tasks_are_a_sound_model(desk, clock, qapp):
    model = TaskModel(desk, clock)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    plain_visit(desk)
    clock.now = ARRIVAL

    model.show_tasks(desk.today.at(clock()).tasks)
    model.toggle(model.index(1))
    model.toggle(model.index(1))
    model.show_tasks(desk.today.at(clock()).tasks)
    model.show_tasks([])

    assert model.rowCount() == 0


def test_the_day_has_a_lane_for_each_visit_with_what_happens_on_it(screen, desk):
    visit_id = plain_visit(desk)
    desk.parts.add(
        ItineraryRow,
        visit_id,
        NOW,
        starts_at=ARRIVAL,
        ends_at=ARRIVAL + timedelta(hours=1),
        activity="参观车间",
    )
    desk.visits.new(NOW, company="宁波远帆物流", arrival_at=ARRIVAL + timedelta(hours=3))

    screen.refresh()

    spoken = screen.axis.timeline.accessibleDescription()
    assert "10:30–11:30 参观车间" in spoken
    assert "宁波远帆物流" in spoken


def test_a_lane_leads_to_its_visit(qtbot, screen, desk):
    visit_id = plain_visit(desk)
    screen.refresh()

    with qtbot.waitSignal(screen.visit_wanted) as wanted:
        qtbot.keyClick(screen.axis.timeline, Qt.Key.Key_Return)

    assert wanted.args == [visit_id, ""]


def test_on_a_day_without_visits_the_next_ones_are_listed(screen, desk, clock):
    plain_visit(desk)
    clock.now = NOW

    screen.refresh()

    assert any(words.startswith("12月8日 周二 10:30") for words in texts(screen.axis))


def test_an_empty_desk_says_what_to_do(screen):
    screen.refresh()

    assert {
        _("No visits yet"),
        _("New visit with Ctrl+N, or drop an application form on this window."),
    } <= set(texts(screen))


def test_the_visit_that_stays_over_night_is_in_the_house_on_both_days(screen, desk, clock):
    visit_id = plain_visit(desk)
    desk.visits.arrived(visit_id, ARRIVAL)
    clock.now = DEPARTURE - timedelta(hours=6)

    screen.refresh()

    assert screen.visit_at_hand() == visit_id
    assert "苏州恒屹" in screen.axis.timeline.accessibleDescription()


def _button(card, words):
    QApplication.processEvents()
    return next(b for b in card.findChildren(QPushButton) if b.text() == words and b.isVisible())


def test_a_paper_that_is_no_longer_true_leads_to_where_it_is_printed_again(
    qtbot, screen, desk, clock, tmp_path
):
    visit_id = plain_visit(desk, pick_up=Answer.YES)
    desk.papers.write(visit_id, ["D5"], tmp_path / "out", clock(), reason="催得急")
    guest = desk.visits.get(visit_id).guests[0]
    desk.guests.change(guest.id, clock(), name="顾翀之")

    screen.refresh()
    QApplication.processEvents()
    (line,) = screen.to_do.stale.findChildren(QPushButton)
    with qtbot.waitSignal(screen.visit_wanted) as wanted:
        qtbot.mouseClick(line, Qt.MouseButton.LeftButton)

    assert "D5" in line.text()
    assert wanted.args == [visit_id, "paper/D5"]


def test_the_sign_is_shown_as_it_must_be_now(screen, desk, clock):
    desk.signs.add("大厅", clock(), width=192, height=32, idle_text="欢迎光临")

    screen.refresh()

    image = screen.signs.signs[0].picture.image()
    assert (image.width(), image.height()) == (192, 32)
    assert any(image.pixelColor(x, 16).red() > 200 for x in range(192))


def test_without_a_sign_there_is_no_card_for_it(screen):
    screen.refresh()

    assert not screen.signs.isVisible()


@pytest.mark.parametrize("height", [590, 678, 980])
def test_nothing_is_squeezed_or_cut_however_low_the_window(qtbot, screen, desk, clock, height):
    visit_id = plain_visit(desk, applicant="陆文昊", heads=5)
    desk.guests.add(visit_id, "王敏", NOW, phone="13900001111", is_contact=True)
    other = desk.visits.new(NOW, company="宁波远帆物流", arrival_at=ARRIVAL - timedelta(hours=2)).id
    desk.visits.arrived(other, ARRIVAL - timedelta(hours=2))
    screen.setMinimumSize(1224, 590)  # as the window sets it
    screen.resize(1224, height)
    screen.refresh()
    heights: list[int] = []

    def are_there():
        rows = [
            row for lines in screen.next.findChildren(Lines) for row in lines.children() if row.isWidgetType()
        ]
        heights[:] = [row.height() for row in rows if row.isVisible()]
        return bool(heights)

    qtbot.waitUntil(are_there, timeout=5000)
    assert min(heights) >= SIZE.target
    assert screen.next.geometry().bottom() < screen.axis.geometry().top()
    assert screen.axis.geometry().bottom() <= height

"""The department has sent its form: the receptionist drops it on the window."""

import dataclasses

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from tests.desk import NOW
from tests.exchange.form_builder import DOMESTIC
from tests.window import press


def drop(window, form):
    """Drag a file over the window and let go of it."""
    what = QMimeData()
    what.setUrls([QUrl.fromLocalFile(str(form))])
    middle, copy = window.rect().center(), Qt.DropAction.CopyAction
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(middle, copy, what, button, none))
    QApplication.sendEvent(window, QDropEvent(QPointF(middle), copy, what, button, none))


def wait_for_review(qtbot, frame):
    """The form has been read when its one button is there and has the keyboard."""
    review = frame.screens["intake"]
    qtbot.waitUntil(lambda: review.save.isVisible() and review.save.hasFocus(), timeout=20_000)
    return review


def test_a_dropped_form_is_read_and_saved_with_one_key(qtbot, frame, desk):
    drop(frame.window, DOMESTIC)
    wait_for_review(qtbot, frame)
    press(qtbot, frame, Qt.Key.Key_Return)

    visit = desk.visits.numbered("2026-0001")
    assert [guest.person.name for guest in visit.guests] == ["顾翀", "欧阳喆", "马玥", "单镕", "陈䶮"]
    assert frame.current().name == "visit"
    assert "2026-0001" in frame.window.bottom.words()
    frame.back()
    assert frame.current().name == "today"


def test_the_form_comes_again_and_only_the_new_hour_is_taken(qtbot, frame, desk):
    application = desk.intake.read(DOMESTIC, NOW)
    before = dataclasses.replace(application, arrival=application.arrival.replace(hour=9))
    number = desk.intake.save(before, NOW).number

    drop(frame.window, DOMESTIC)
    review = wait_for_review(qtbot, frame)
    assert review.save.text() == "更新 1 项"
    press(qtbot, frame, Qt.Key.Key_Return)

    visit = desk.visits.numbered(number)
    assert f"{visit.local(visit.arrival_at):%H:%M}" == "10:30"
    assert desk.visits.count() == 1


def test_taking_a_form_in_is_undone_with_ctrl_z(qtbot, frame, desk):
    drop(frame.window, DOMESTIC)
    wait_for_review(qtbot, frame)
    press(qtbot, frame, Qt.Key.Key_Return)
    assert desk.visits.count() == 1
    frame.back()

    press(qtbot, frame, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert desk.visits.count() == 0

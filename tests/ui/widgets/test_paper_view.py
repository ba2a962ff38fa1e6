"""A paper on the screen: pages, sizes, keys."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from reception_desk.documents.placard import Placard
from reception_desk.documents.preparation_sheet import PreparationSheet
from reception_desk.domain.edition import Choice
from tests.documents.paper_facts import HOUSE, facts_of, sample_visit, stamp_of
from tests.ui.looking import shown
from ui.widgets.paper_view import PaperView, Zoom

PLACARD, SHEET = Placard(), PreparationSheet()


@pytest.fixture(scope="module")
def sheet():
    facts, choice = facts_of(sample_visit()), Choice()
    return SHEET.draw(SHEET.content(facts, choice), choice, HOUSE, stamp_of(), {})


@pytest.fixture
def view(qtbot, sheet):
    paper = shown(qtbot, PaperView("D25"), 500, 600)
    paper.show_pdf(sheet)
    paper.setFocus()
    return paper


def test_the_first_page_is_shown_whole(view):
    picture = view.grab().toImage()
    corner = picture.pixelColor(picture.width() // 2, 2).name()
    middle = picture.pixelColor(picture.width() // 2, 20).name()
    assert corner != "#ffffff" == middle
    assert view.verticalScrollBar().maximum() == 0


def test_page_keys_turn_pages(qtbot, view):
    for key, page in (
        ("PageDown", 2),
        ("End", view.pages),
        ("PageDown", view.pages),
        ("Home", 1),
        ("PageUp", 1),
    ):
        qtbot.keyClick(view, getattr(Qt.Key, f"Key_{key}"))
        assert view.page == page


def test_turning_a_page_is_told(qtbot, view):
    with qtbot.waitSignal(view.page_shown) as turned:
        view.turn(1)
    assert turned.args == [2, view.pages]
    assert view.accessibleName() == f"D25, 第 2 页，共 {view.pages} 页"


def test_keys_zoom_and_go_back_to_the_whole_page(qtbot, view):
    whole = view.factor()
    qtbot.keyClick(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.factor() == pytest.approx(whole * 1.25)
    assert view.verticalScrollBar().maximum() > 0
    qtbot.keyClick(view, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert view.factor() == pytest.approx(whole)
    qtbot.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom() is Zoom.PAGE


def test_the_width_of_the_page_fills_the_width_of_the_view(view):
    view.set_zoom(Zoom.WIDTH)
    assert view.horizontalScrollBar().maximum() == 0
    assert view.factor() * 595 * 96 / 72 == pytest.approx(500, abs=40)


def test_in_its_own_size_a_page_is_as_large_as_on_paper(view):
    view.set_zoom(Zoom.FULL)
    assert view.factor() == 1


def test_a_size_beyond_all_measure_is_held_back(view):
    view.set_zoom(100.0)
    assert view.factor() == 4


def test_the_wheel_turns_the_page_where_nothing_is_left_to_scroll(view):
    def wheel(by):
        event = QWheelEvent(
            QPointF(10, 10), view.mapToGlobal(QPointF(10, 10)), QPoint(), QPoint(0, by), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(view.viewport(), event)

    wheel(-120)
    assert view.page == 2
    wheel(120)
    assert view.page == 1


def test_another_paper_of_fewer_pages_is_shown_from_a_page_it_has(view):
    view.turn(2)
    facts, choice = facts_of(sample_visit()), Choice()
    view.show_pdf(PLACARD.draw(PLACARD.content(facts, choice), choice, HOUSE, stamp_of(), {}))
    assert (view.page, view.pages) == (1, 1)


def test_without_a_paper_nothing_is_shown_and_no_key_harms(qtbot, view):
    view.show_pdf(b"")
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_End):
        qtbot.keyClick(view, key)
    qtbot.keyClick(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    view.grab()
    assert (view.page, view.pages) == (0, 0)

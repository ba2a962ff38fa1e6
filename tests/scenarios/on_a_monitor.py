"""What needs a real monitor; run by test_under_x.py."""

from ui.main_window import MainWindow


def test_the_window_comes_up_where_it_was(qtbot, clock):
    first, second = MainWindow(clock), MainWindow(clock)
    for window in (first, second):
        qtbot.addWidget(window)
    first.setGeometry(40, 30, 1300, 700)
    first.show()
    qtbot.waitExposed(first)

    second.show_place(first.place())

    assert second.geometry() == first.geometry()


def test_a_second_start_brings_a_minimised_window_back(qtbot, frame):
    frame.window.showMinimized()

    frame.window.come_to_front()

    assert not frame.window.isMinimized()
    qtbot.waitUntil(frame.window.isActiveWindow, timeout=5000)

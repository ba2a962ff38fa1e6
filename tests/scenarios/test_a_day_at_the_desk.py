"""A receptionist's day, through the real window: what she presses, and what is stored."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from tests.desk import ARRIVAL, new_desk, plain_visit
from tests.window import open_window, press
from ui.screens.visit.visit import SECTIONS

CTRL = Qt.KeyboardModifier.ControlModifier


def write(qtbot, frame, words):
    """Write where the hand is, and press Enter."""
    qtbot.keyClicks(frame.window.focusWidget(), words)
    press(qtbot, frame, Qt.Key.Key_Return)


def test_a_visit_is_taken_in_by_keyboard_alone(qtbot, frame, desk):
    press(qtbot, frame, Qt.Key.Key_N, CTRL)
    for words in ("Hengyi Precision", "Gu Chong", "Chairman", "12-8 10:30"):
        write(qtbot, frame, words)
    press(qtbot, frame, Qt.Key.Key_Return, CTRL)

    (line,) = desk.visits.page()
    visit = desk.visits.get(line.id)
    assert (visit.company.name, visit.main_guest.person.name, visit.main_guest.title) == (
        "Hengyi Precision",
        "Gu Chong",
        "Chairman",
    )
    assert visit.arrival_at == ARRIVAL
    assert frame.current().visit_at_hand() == visit.id


def test_what_stands_half_written_in_the_sheet_is_there_again(qtbot, frame):
    press(qtbot, frame, Qt.Key.Key_N, CTRL)
    write(qtbot, frame, "Hengyi Precision")
    press(qtbot, frame, Qt.Key.Key_Escape)
    press(qtbot, frame, Qt.Key.Key_N, CTRL)

    assert frame.taking_in.new_visit.form.values()["company"] == "Hengyi Precision"


def test_the_visit_that_is_shown_is_undone_and_the_list_comes_up(qtbot, frame, desk):
    press(qtbot, frame, Qt.Key.Key_N, CTRL)
    write(qtbot, frame, "Hengyi Precision")
    press(qtbot, frame, Qt.Key.Key_Return, CTRL)

    press(qtbot, frame, Qt.Key.Key_Z, CTRL)

    assert desk.visits.count() == 0
    assert frame.current().name == "visits"


def test_what_was_done_yesterday_can_be_undone_today(qtbot, clock, tmp_path):
    desk = new_desk(tmp_path / "desk")
    visit_id = plain_visit(desk)
    frame = open_window(qtbot, desk, clock)
    clock.now = ARRIVAL
    frame.refresh()
    press(qtbot, frame, Qt.Key.Key_F8)
    frame.window.close()
    desk.close()

    again = new_desk(tmp_path / "desk")
    frame = open_window(qtbot, again, clock)
    assert "恒屹" not in frame.window.bottom.words()
    press(qtbot, frame, Qt.Key.Key_Z, CTRL)

    assert again.visits.get(visit_id).actual_arrival_at is None
    frame.window.close()
    again.close()


def test_the_guests_come_and_go_by_one_key_and_the_next_are_shown(qtbot, frame, desk, clock):
    first = plain_visit(desk, departure_at=ARRIVAL + timedelta(hours=2))
    second = desk.visits.new(
        clock(), company="宁波远帆物流有限公司", main_guest="周海", arrival_at=ARRIVAL + timedelta(hours=4)
    ).id
    clock.now = ARRIVAL + timedelta(minutes=3)
    frame.refresh()

    press(qtbot, frame, Qt.Key.Key_F8)

    assert desk.visits.get(first).actual_arrival_at == clock.now
    assert frame.current().visit_at_hand() == second
    assert [visit.id for visit in desk.today.at(clock()).in_house] == [first]


def test_a_task_is_ticked_from_the_first_screen_and_taken_back_with_ctrl_z(qtbot, frame, desk, clock):
    visit_id = plain_visit(desk)
    clock.now = ARRIVAL - timedelta(hours=1)
    frame.refresh()
    open_before = sum(item.is_open for item in desk.preparation.of(visit_id))

    press(qtbot, frame, Qt.Key.Key_Down)
    press(qtbot, frame, Qt.Key.Key_Space)
    assert sum(item.is_open for item in desk.preparation.of(visit_id)) == open_before - 1
    press(qtbot, frame, Qt.Key.Key_Z, CTRL)

    assert sum(item.is_open for item in desk.preparation.of(visit_id)) == open_before


def shown_words(window):
    """Every word that can be read, told or hovered on the window now."""
    QApplication.processEvents()
    found = []
    for widget in window.findChildren(QWidget):
        if widget.isVisible():
            found += [widget.toolTip(), widget.accessibleName()]
            found += [widget.text()] if isinstance(widget, QLabel | QAbstractButton) else []
    return [text for text in found if text]


def every_place(frame, visit_id):
    """Go to every screen and every section, and name them."""
    for name, place in frame.screens.places.items():
        if not place.within:
            frame.go(name)
            yield name
    for kind in SECTIONS:
        frame.show_visit(visit_id, kind.name)
        yield f"visit/{kind.name}"
    frame.taking_in.open_sheet()
    yield "new visit"
    frame.taking_in.sheet.close_sheet()
    frame.palette.open()
    yield "palette"
    frame.palette.put_away()


def _has_chinese(text):
    return any("\u4e00" <= character <= "\u9fff" for character in text)


def _is_chinese_in_english(text):
    """But for a language in its own words, and what is to stand on the sign for a guest."""
    return _has_chinese(text.removesuffix("中文")) and "Marta Lind" not in text


def _is_english_sentence(text):
    return " " in text.strip() and any(character.isalpha() for character in text) and not _has_chinese(text)


def test_in_english_no_chinese_is_left_but_in_the_facts(frame, desk, clock):
    desk.company.change(clock(), at_desk="Li Jing")
    visit_id = desk.visits.new(clock(), company="Nordwind AG", main_guest="Marta Lind", title="CEO").id
    frame.gestures.speak("en")

    left = {
        place: chinese
        for place in every_place(frame, visit_id)
        if (chinese := [text for text in shown_words(frame.window) if _is_chinese_in_english(text)])
    }

    frame.gestures.speak("zh")
    assert left == {}


def test_in_chinese_no_english_sentence_is_left(frame, desk, clock):
    visit_id = desk.visits.new(clock(), company="苏州恒屹", main_guest="顾翀", title="董事长").id
    frame.gestures.speak("en")
    frame.gestures.speak("zh")

    left = {
        place: english
        for place in every_place(frame, visit_id)
        if (english := [text for text in shown_words(frame.window) if _is_english_sentence(text)])
    }

    assert left == {}

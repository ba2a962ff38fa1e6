"""A receptionist's day, through the real window: what she presses, and what is stored."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from reception_desk.i18n import LANGUAGES, use_language
from tests.desk import ARRIVAL, new_desk, plain_visit
from tests.window import open_window, press

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
    """Every word that can be read, told or hovered on the window now, by the widget that says it."""
    words = {}
    for widget in window.findChildren(QWidget):
        said = [widget.toolTip(), widget.accessibleName()]
        if isinstance(widget, QLabel | QAbstractButton):
            said.append(widget.text())
        if any(said):
            words[id(widget)] = [text for text in said if text]
    return words


def _has_chinese(text):
    return any("\u4e00" <= character <= "\u9fff" for character in text)


def test_in_english_no_chinese_is_left_on_any_screen_but_in_the_facts(frame, desk, clock):
    frame.desk.company.change(clock(), at_desk="Li Jing")
    frame.gestures.speak("en")
    left = {}
    for name in frame.screens:
        frame.go(name)
        chinese = [
            text
            for said in shown_words(frame.window).values()
            for text in said
            if _has_chinese(text.removesuffix("中文"))  # what the language is called in its own words
        ]
        left |= {name: chinese} if chinese else {}
    use_language("zh")

    assert left == {}


def test_in_chinese_no_english_sentence_is_left_on_any_screen(frame):
    frame.gestures.speak("zh")
    left = {}
    for name in frame.screens:
        frame.go(name)
        english = [
            text
            for said in shown_words(frame.window).values()
            for text in said
            if " " in text.strip() and not _has_chinese(text) and any(c.isalpha() for c in text)
        ]
        left |= {name: english} if english else {}

    assert left == {}
    assert set(LANGUAGES) == {"zh", "en"}

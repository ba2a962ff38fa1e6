"""The frame: where one is, what the keys do, what the bottom line says."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QUrl
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from reception_desk.i18n import _, current_language, use_language
from tests.desk import ARRIVAL, plain_visit
from tests.window import open_window, press
from ui.drop_zone import form_in
from ui.main_window import MainWindow
from ui.screens import SCREENS
from ui.theme import SIZE, look

CTRL = Qt.KeyboardModifier.ControlModifier
RAIL = [kind.name for kind in SCREENS if not kind.within]


class _NewWindows(QObject):
    """Remembers every widget that came up as a window of its own."""

    def __init__(self):
        super().__init__()
        self.kinds = []

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Show and watched.isWidgetType() and watched.isWindow():
            self.kinds.append(type(watched))
        return False


def test_nothing_but_the_window_flashes_up_when_it_starts(qtbot, qapp, desk, clock):
    seen = _NewWindows()
    qapp.installEventFilter(seen)

    frame = open_window(qtbot, desk, clock)
    for name in frame.screens:
        frame.go(name)
    qapp.removeEventFilter(seen)

    assert seen.kinds == [MainWindow]
    frame.window.close()


def test_the_first_screen_is_today(frame):
    assert frame.current().name == "today"
    assert frame.window.rail.current() == "today"


@pytest.mark.parametrize(("number", "name"), list(enumerate(RAIL, 1)))
def test_ctrl_and_a_number_lead_to_a_screen(qtbot, frame, number, name):
    press(qtbot, frame, getattr(Qt.Key, f"Key_{number}"), CTRL)

    assert frame.current().name == name


def test_the_header_tells_the_day_and_time_of_the_company(frame):
    texts = {label.text() for label in frame.window.header.findChildren(QLabel)}

    assert {"今日", "12月1日 周二", "09:00"} <= texts


def test_the_clock_goes_on_with_the_minute(frame, clock):
    clock.forward(minutes=1)
    frame.rounds.look()

    assert "09:01" in {label.text() for label in frame.window.header.findChildren(QLabel)}


def test_ctrl_z_takes_back_and_says_what(qtbot, frame, desk):
    visit_id = plain_visit(desk)
    desk.visits.change(visit_id, frame.clock(), level=2)

    press(qtbot, frame, Qt.Key.Key_Z, CTRL)

    assert desk.visits.get(visit_id).level == 1
    assert _("Undone: {what}").format(what="") in frame.window.bottom.words()


def test_ctrl_y_does_it_again(qtbot, frame, desk):
    visit_id = plain_visit(desk)
    desk.visits.change(visit_id, frame.clock(), level=2)
    press(qtbot, frame, Qt.Key.Key_Z, CTRL)

    press(qtbot, frame, Qt.Key.Key_Y, CTRL)

    assert desk.visits.get(visit_id).level == 2


def test_with_nothing_to_undo_it_says_so(qtbot, frame):
    press(qtbot, frame, Qt.Key.Key_Z, CTRL)

    assert frame.window.bottom.words() == _("There is nothing to undo.")


def test_the_undo_line_tells_what_ctrl_z_would_take_back(frame, desk):
    plain_visit(desk)

    frame.rounds.look()

    assert "恒屹" in frame.gestures.undo_and_redo()[0]


def test_a_dirty_editor_keeps_ctrl_z_for_itself(qtbot, frame, desk):
    visit_id = plain_visit(desk)
    frame.go("settings")
    fact = frame.current().card("company").facts["company_name"]
    fact.edit()
    qtbot.keyClicks(frame.window.focusWidget(), "abc")

    press(qtbot, frame, Qt.Key.Key_Z, CTRL)

    assert frame.window.focusWidget().text() == ""
    assert desk.visits.get(visit_id).number


def test_f8_notes_the_arrival_and_pressed_again_the_leaving(qtbot, frame, desk, clock):
    visit_id = plain_visit(desk)
    clock.now = ARRIVAL - timedelta(minutes=2)
    frame.refresh()

    press(qtbot, frame, Qt.Key.Key_F8)
    clock.forward(hours=3)
    press(qtbot, frame, Qt.Key.Key_F8)

    visit = desk.visits.get(visit_id)
    assert (visit.actual_arrival_at, visit.actual_departure_at) == (
        ARRIVAL - timedelta(minutes=2),
        ARRIVAL + timedelta(hours=3, minutes=-2),
    )


def test_f8_says_who_came(qtbot, frame, desk, clock):
    plain_visit(desk)
    clock.now = ARRIVAL
    frame.refresh()

    press(qtbot, frame, Qt.Key.Key_F8)

    assert "恒屹" in frame.window.bottom.words()


def test_f8_with_nobody_expected_says_so_and_notes_nothing(qtbot, frame, desk):
    visit_id = plain_visit(desk)
    frame.refresh()

    press(qtbot, frame, Qt.Key.Key_F8)

    assert frame.window.bottom.words() == _("Nobody is expected today. Open a visit first, then press F8.")
    assert desk.visits.get(visit_id).actual_arrival_at is None


def test_f8_on_a_visit_means_that_visit(qtbot, frame, desk):
    visit_id = plain_visit(desk)
    frame.show_visit(visit_id)

    press(qtbot, frame, Qt.Key.Key_F8)

    assert desk.visits.get(visit_id).actual_arrival_at == frame.clock()


def test_f6_opens_the_card_alone_in_the_window_and_esc_leads_back(qtbot, frame, desk):
    visit = plain_visit(desk)
    frame.show_visit(visit, "paper")

    press(qtbot, frame, Qt.Key.Key_F6)
    assert (frame.current().name, frame.current().visit_id) == ("read_back", visit)
    assert not frame.window.rail.isVisible()

    press(qtbot, frame, Qt.Key.Key_Escape)
    assert frame.current().place() == "visit/paper"
    assert frame.window.rail.isVisible()


def test_f6_on_today_is_the_card_of_the_next_visit_and_pressed_again_leads_back(qtbot, frame, desk, clock):
    visit = plain_visit(desk)
    clock.now = ARRIVAL - timedelta(hours=1)
    frame.refresh()

    press(qtbot, frame, Qt.Key.Key_F6)
    assert (frame.current().name, frame.current().visit_id) == ("read_back", visit)

    press(qtbot, frame, Qt.Key.Key_F6)
    assert frame.current().name == "today"


def test_f6_on_today_is_the_next_visit_however_far_off(qtbot, frame, desk):
    visit = plain_visit(desk)
    frame.refresh()

    press(qtbot, frame, Qt.Key.Key_F6)

    assert (frame.current().name, frame.current().visit_id) == ("read_back", visit)


def test_what_is_not_repeated_yet_leads_to_the_card(qtbot, frame, desk):
    visit = plain_visit(desk)
    frame.show_visit(visit)

    frame.current().matters.wanted.emit("overview", "read_back")

    assert (frame.current().name, frame.current().visit_id) == ("read_back", visit)


def test_ctrl_z_on_the_card_takes_back_the_confirmation_and_no_fact(qtbot, frame, desk):
    visit = plain_visit(desk)
    frame.show_visit(visit)
    press(qtbot, frame, Qt.Key.Key_F6)
    press(qtbot, frame, Qt.Key.Key_Return)
    assert len(desk.read_back.unread(visit)) == 3

    press(qtbot, frame, Qt.Key.Key_Z, CTRL)
    assert len(desk.read_back.unread(visit)) == 4
    assert desk.visits.get(visit).main_guest is not None


def test_while_pinyin_is_composed_no_key_is_a_command(qtbot, frame, desk):
    visit_id = plain_visit(desk)
    frame.go("settings")
    frame.current().card("company").facts["company_name"].edit()
    field = frame.window.focusWidget()
    QApplication.sendEvent(field, QInputMethodEvent("heng", []))

    press(qtbot, frame, Qt.Key.Key_F8)
    press(qtbot, frame, Qt.Key.Key_K, CTRL)

    assert not frame.palette.isVisible()
    assert desk.visits.get(visit_id).actual_arrival_at is None
    QApplication.sendEvent(field, QInputMethodEvent())


def test_what_a_sub_command_changes_beside_the_window_appears(frame, desk):
    frame.go("today")
    plain_visit(desk, arrival_at=frame.clock() + timedelta(minutes=30), departure_at=None)

    frame.rounds.look()

    assert frame.current().visit_at_hand() is not None


def test_the_rail_has_words_from_1440_pixels_on(frame):
    frame.window.resize(1366, 768)
    assert frame.window.rail.width() == SIZE.rail_narrow

    frame.window.resize(1600, 900)
    assert frame.window.rail.width() == SIZE.rail_wide


def test_the_language_changes_every_word_at_once(frame, desk):
    plain_visit(desk)
    frame.refresh()

    frame.gestures.speak("en")

    assert current_language() == "en"
    assert frame.window.windowTitle() == "Reception desk"
    assert "Today" in {label.text() for label in frame.window.header.findChildren(QLabel)}
    use_language("zh")


def test_a_theme_is_put_on_at_once_and_remembered(frame, desk):
    frame.gestures.dress("dark")

    assert look().theme.dark
    assert desk.company.settings().theme == "dark"
    frame.gestures.dress("light")


def _says(frame, words):
    """Whether a lamp of the bottom line has these words."""
    return any(words in button.text() for button in frame.window.bottom.findChildren(QPushButton))


def test_a_backup_is_made_at_the_start_and_the_bottom_line_tells(qtbot, frame, desk):
    qtbot.waitUntil(lambda: _says(frame, _("Backup {time}").format(time="09:00")), timeout=10_000)

    assert len(desk.backups.listed()) == 1


def test_a_backup_that_fails_is_told(qtbot, frame, desk):
    qtbot.waitUntil(lambda: bool(desk.backups.listed()), timeout=10_000)
    for file in desk.backups.folder.iterdir():
        file.unlink()
    desk.backups.folder.rmdir()
    desk.backups.folder.write_text("in the way")

    frame.rounds.back_up_now()

    qtbot.waitUntil(lambda: _says(frame, _("Backup failed")), timeout=5000)


def test_the_palette_finds_a_visit_by_initials_and_opens_it(qtbot, frame, desk):
    visit_id = plain_visit(desk)
    press(qtbot, frame, Qt.Key.Key_K, CTRL)

    qtbot.keyClicks(frame.palette.field, "szhy")
    qtbot.keyClick(frame.palette.field, Qt.Key.Key_Return)

    assert not frame.palette.isVisible()
    assert frame.current().visit_at_hand() == visit_id


def test_f3_opens_the_palette_and_esc_puts_it_away(qtbot, frame):
    press(qtbot, frame, Qt.Key.Key_F3)
    assert frame.palette.isVisible()

    qtbot.keyClick(frame.palette.field, Qt.Key.Key_Escape)

    assert not frame.palette.isVisible()


def test_the_palette_finds_commands_in_both_languages(frame):
    assert [entry.words for entry in frame._find("theme")] == [
        _("Light theme"),
        _("Dark theme"),
        _("Theme of the system"),
    ]
    assert frame._find("深色")[0].words == _("Dark theme")


def test_the_palette_s_list_is_a_sound_model(qtbot, frame):
    tester = QAbstractItemModelTester(
        frame.palette.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )

    frame.palette.open()
    frame.palette._show("备份")

    assert tester.model().rowCount() == 2  # the command, and the section of the settings
    frame.palette.put_away()


def test_every_key_is_given_out_once(frame):
    keys = [key for command in frame.commands for key in command.keys]

    assert len(keys) == len(set(keys))


def test_everything_that_takes_the_keyboard_has_a_name(frame, desk):
    plain_visit(desk)
    nameless = []
    for name in frame.screens:
        frame.go(name)
        nameless += [
            f"{name}: {type(widget).__name__}"
            for widget in frame.window.findChildren(QLineEdit)
            if widget.isVisible() and not widget.accessibleName()
        ]

    assert nameless == []


def _dropped(*files):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return data


def test_one_form_may_be_dropped_and_nothing_else(tmp_path):
    assert form_in(_dropped(tmp_path / "来访申请.xlsx")) == tmp_path / "来访申请.xlsx"
    assert form_in(_dropped(tmp_path / "letter.pdf")) is None
    assert form_in(_dropped(tmp_path / "a.xlsx", tmp_path / "b.xlsx")) is None


def test_trouble_with_the_data_is_a_page_not_a_traceback(qtbot, clock):
    window = MainWindow(clock)
    qtbot.addWidget(window)
    window.show()

    window.show_trouble("The disk is full.")

    assert "The disk is full." in {label.text() for label in window.findChildren(QLabel) if label.isVisible()}


def test_a_place_that_makes_no_sense_is_ignored(qtbot, clock):
    window = MainWindow(clock)
    qtbot.addWidget(window)
    before = window.geometry()

    window.show_place("zz not a place")

    assert window.geometry() == before


def test_f3_on_the_visits_belongs_to_their_own_search(qtbot, frame, desk):
    plain_visit(desk)
    frame.go("visits")

    press(qtbot, frame, Qt.Key.Key_F3)

    assert not frame.palette.isVisible()
    assert frame.current().search.hasFocus()


def test_an_ampersand_in_a_name_is_shown_as_one(frame, desk, clock):
    desk.visits.new(clock(), company="Brückner & Söhne")

    frame.refresh()

    shown = [button.text() for button in frame.window.bottom.findChildren(QPushButton)]
    assert any("Brückner && Söhne" in text for text in shown)

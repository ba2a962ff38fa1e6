"""The first run: four times Enter lead to Today, with data stored; nothing is asked twice."""

import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from reception_desk.desk import open_desk
from reception_desk.i18n import current_language, use_language
from reception_desk.paths import DATABASE_NAME
from tests.desk import NOW
from tests.ui.cut_text import cut_words
from ui.app import Program
from ui.application import make_application
from ui.background import wait_for_background
from ui.first_run.first_run import FirstRun
from ui.first_run.place_page import own_folder
from ui.main_window import MainWindow
from ui.single_instance import SingleWindow


@pytest.fixture
def start(qtbot, clock, monkeypatch):
    """Start the program on a folder, as `run_window` does; all that were started are closed at the end."""
    started = []

    def begin(folder, *, is_named=False):
        app = make_application()
        seat = SingleWindow(folder, app)
        assert seat.claim()
        program = Program(app, folder, clock, seat, is_named=is_named)
        monkeypatch.setattr(program.watch, "begin", lambda: None)  # a test keeps its own hooks
        program.show("", smoke=False)
        qtbot.waitUntil(lambda: program.pages is not None or program.window.frame is not None, timeout=10_000)
        started.append(program)
        return program

    yield begin
    for program in started:
        program.window.close()
    use_language("zh")


def _enter(qtbot, program, times=1):
    for _time in range(times):
        program.window.activateWindow()
        qtbot.waitUntil(program.window.isActiveWindow, timeout=5000)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    if program.pages is None:
        qtbot.waitUntil(lambda: program.window.frame is not None, timeout=30_000)


def test_four_times_enter_lead_to_today_with_data_stored(qtbot, start, tmp_path):
    program = start(tmp_path / "new")
    assert not (tmp_path / "new" / DATABASE_NAME).exists()

    _enter(qtbot, program, 4)

    frame = program.window.frame
    assert frame.current().name == "today"
    assert frame.desk.visits.count() == 3
    assert frame.desk.company.settings().is_set_up
    assert program.window.rail.isVisible()


def test_nothing_is_asked_again(qtbot, start, tmp_path):
    first = start(tmp_path / "new")
    _enter(qtbot, first, 4)
    first.window.close()

    assert start(tmp_path / "new").pages is None


def test_a_start_that_only_looked_does_not_take_the_pages_away(start, tmp_path):
    open_desk(tmp_path / "new", NOW).close()

    assert start(tmp_path / "new").pages is not None


def test_closed_half_way_nothing_is_stored(qtbot, start, tmp_path):
    program = start(tmp_path / "new")
    _enter(qtbot, program, 2)

    program.window.close()

    assert not (tmp_path / "new" / DATABASE_NAME).exists()


def test_esc_goes_back_and_keeps_what_was_written(qtbot, start, tmp_path):
    program = start(tmp_path / "new")
    _enter(qtbot, program)
    qtbot.keyClicks(QApplication.focusWidget(), "Huachen")
    _enter(qtbot, program)

    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)

    assert program.pages.page() is program.pages.company
    assert program.pages.answers().company_name == "Huachen"


def test_the_language_changes_at_once(qtbot, start, tmp_path):
    program = start(tmp_path / "new")

    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)

    assert current_language() == "en"
    assert program.pages.next.text() == "Continue"
    assert program.window.windowTitle() == "Reception desk"


def test_what_was_answered_is_what_the_desk_begins_with(qtbot, start, tmp_path):
    program = start(tmp_path / "new")
    _enter(qtbot, program)
    program.pages.company.lines["desk_contact"].setText("李静")
    _enter(qtbot, program)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    _enter(qtbot, program, 2)

    desk = program.window.frame.desk
    assert desk.company.settings().desk_contact == "李静"
    assert desk.visits.count() == 0


def test_a_folder_of_a_sync_program_is_refused_with_the_reason(qtbot, start, tmp_path):
    program = start(tmp_path / "new")
    _enter(qtbot, program, 3)

    program.pages.place.take(tmp_path / "OneDrive" / "desk")

    said = [label.text() for label in program.pages.place.findChildren(QLabel) if label.isVisible()]
    assert any("OneDrive" in text for text in said)
    assert program.pages.place.folder == tmp_path / "new"


def test_another_place_is_taken_and_remembered(qtbot, start, tmp_path, monkeypatch):
    monkeypatch.setattr("platformdirs.user_config_dir", lambda *_a, **_k: str(tmp_path / "config"))
    program = start(tmp_path / "new")
    _enter(qtbot, program, 3)
    program.pages.place.take(tmp_path / "elsewhere")

    _enter(qtbot, program)

    assert program.window.frame.desk.folder == tmp_path / "elsewhere"
    assert (tmp_path / "config" / "data-folder.txt").read_text().strip() == str(tmp_path / "elsewhere")
    assert not (tmp_path / "new" / DATABASE_NAME).exists()


def test_a_folder_that_was_named_is_shown_and_not_asked_for(start, tmp_path):
    program = start(tmp_path / "new", is_named=True)

    assert program.pages.place.other.isHidden()


def test_data_do_not_lie_among_other_files(tmp_path):
    (tmp_path / "letter.txt").write_text("mine")

    assert own_folder(tmp_path) == tmp_path / "reception-desk"


def test_going_back_to_a_backup_brings_the_window_anew_on_the_old_data(qtbot, start, tmp_path):
    program = start(tmp_path / "new")
    _enter(qtbot, program, 4)
    wait_for_background()  # the first backup
    desk = program.window.frame.desk
    backup = desk.backups.make(NOW)
    desk.sample_data.remove(NOW)

    program.window.frame.restore_wanted.emit(backup.file)

    frame = program.window.frame
    assert frame.desk is not desk
    assert frame.desk.visits.count() == 3
    assert frame.current().name == "settings"
    assert program.window.isVisible()
    newest = frame.desk.backups.listed()
    assert any(made.rows["visit"] == 0 for made in newest)


def test_a_backup_of_a_newer_program_is_refused_and_the_data_are_as_they_were(qtbot, start, tmp_path):
    program = start(tmp_path / "new")
    _enter(qtbot, program, 4)
    wait_for_background()
    backup = program.window.frame.desk.backups.make(NOW)
    newer = tmp_path / "newer.sqlite"
    newer.write_bytes(backup.file.read_bytes())
    with closing(sqlite3.connect(newer)) as copy:
        copy.execute("UPDATE alembic_version SET version_num = '9999'")
        copy.commit()

    program.window.frame.restore_wanted.emit(newer)

    assert program.window.frame.desk.visits.count() == 3
    assert program.window.isVisible()


def test_what_is_no_backup_changes_nothing_and_is_said(qtbot, start, tmp_path):
    program = start(tmp_path / "new")
    _enter(qtbot, program, 4)
    frame = program.window.frame
    (tmp_path / "letter.sqlite").write_text("no backup")

    frame.restore_wanted.emit(tmp_path / "letter.sqlite")

    assert program.window.frame is frame
    assert frame.desk.visits.count() == 3
    assert any("letter.sqlite" in label.text() for label in program.window.bottom.findChildren(QLabel))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_word_of_the_pages_is_cut_and_every_field_has_a_name(qtbot, clock, tmp_path, language):
    use_language(language)
    window = MainWindow(clock)
    qtbot.addWidget(window)
    folder = tmp_path / "a-company-with-a-very-long-name" / "and-another-folder-in-it" / "reception_desk"
    pages = FirstRun(folder, is_named=False)
    window.show_first_run(pages)
    window.resize(1280, 680)
    window.show()
    pages.place.refuse("x" * 40)

    for _page in pages.pages:
        assert cut_words(window) == []
        focusable = [
            w
            for w in pages.findChildren(QWidget)
            if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(w, QScrollArea)
        ]
        assert [w for w in focusable if not (w.accessibleName() or getattr(w, "text", str)())] == []
        pages._go_to(min(pages.pages.index(pages.page()) + 1, 3))
    use_language("zh")


def test_tab_alone_reaches_all_that_the_company_page_asks(qtbot, start, tmp_path):
    program = start(tmp_path / "new")
    _enter(qtbot, program)
    reached = set()
    for _press in range(10):
        reached.add(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)

    assert set(program.pages.company.lines.values()) <= reached
    assert {program.pages.next, program.pages.back} <= reached

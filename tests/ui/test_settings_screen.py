"""Settings: facts in place that save themselves."""

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from reception_desk.i18n import _
from tests.desk import NOW, plain_visit
from ui.screens.settings.settings import SettingsScreen


@pytest.fixture
def screen(qtbot, desk, clock):
    """The screen alone."""
    made = SettingsScreen(desk, clock)
    qtbot.addWidget(made)
    made.resize(1280, 640)
    made.show()
    made.refresh()
    return made


def _write(qtbot, fact, words):
    fact.edit()
    qtbot.keyClicks(fact.focusProxy(), words)
    qtbot.keyClick(fact.focusProxy(), Qt.Key.Key_Return)


def test_our_name_is_stored_with_enter(qtbot, screen, desk):
    _write(qtbot, screen.card("company").facts["company_name_en"], "Deyou Instruments")

    assert desk.company.settings().company_name_en == "Deyou Instruments"


def test_a_setting_of_the_company_can_be_undone(qtbot, screen, desk):
    _write(qtbot, screen.card("company").facts["company_name_en"], "Deyou Instruments")

    desk.history.undo(NOW)
    screen.refresh()

    assert screen.card("company").facts["company_name_en"].value() == ""


def test_who_is_at_the_desk_stands_in_the_journal_from_then_on(qtbot, screen, desk):
    screen.card("desk").at_desk.set_value("")
    _write(qtbot, screen.card("desk").at_desk, "Wang Fang")

    desk.visits.new(NOW, company="宁波远帆物流")

    assert desk.history.undoable().person == "Wang Fang"


def test_a_new_name_can_be_remembered_and_chosen_with_one_press(qtbot, screen, desk):
    screen.open_place("desk")
    qtbot.mouseClick(_button(screen, _("Remember {name}").format(name="李静")), Qt.MouseButton.LeftButton)
    desk.company.change(NOW, at_desk="王芳")
    screen.refresh()

    qtbot.mouseClick(_button(screen, "李静"), Qt.MouseButton.LeftButton)

    assert desk.company.settings().at_desk == "李静"


def test_a_remembered_name_can_be_forgotten(screen, desk):
    desk.company.remember_attendant("王芳", NOW)

    desk.company.forget_attendant("王芳", NOW)

    assert desk.company.attendants() == []
    assert [employee.name for employee in desk.company.employees()] == ["王芳"]


def test_a_logo_is_taken_and_shown(screen, desk, tmp_path):
    Image.new("RGB", (300, 100), "navy").save(tmp_path / "logo.png")

    screen.card("company").take_logo(tmp_path / "logo.png")

    assert desk.company.settings().logo is not None
    assert not screen.card("company").logo.pixmap().isNull()


def test_what_is_no_picture_is_refused_with_its_name(qtbot, screen, tmp_path):
    (tmp_path / "logo.png").write_text("no picture")

    with qtbot.waitSignal(screen.refused) as refused:
        screen.card("company").take_logo(tmp_path / "logo.png")

    assert "logo.png" in refused.args[0]


def test_choosing_a_language_asks_the_frame_for_it(qtbot, screen):
    screen.open_place("desk")
    with qtbot.waitSignal(screen.language_chosen) as chosen:
        qtbot.mouseClick(_button(screen, "English"), Qt.MouseButton.LeftButton)

    assert chosen.args == ["en"]


def test_backups_are_listed_with_their_times(screen, desk):
    screen.open_place("data")
    desk.backups.make(NOW)

    screen.refresh()

    shown = [button.text() for button in screen.card("data").findChildren(QPushButton)]
    assert any(words.startswith("今日 09:00，现在，已校验 · ") for words in shown)


def test_the_data_folder_is_named(screen, desk):
    assert screen.card("data").folder.text() == str(desk.folder)


def test_pressing_a_backup_shows_what_would_change_and_asks_for_it(qtbot, screen, desk):
    screen.open_place("data")
    made = desk.backups.make(NOW)
    plain_visit(desk)
    screen.refresh()

    qtbot.mouseClick(
        next(b for b in screen.card("data").findChildren(QPushButton) if "09:00" in b.text()),
        Qt.MouseButton.LeftButton,
    )

    sheet = screen.section("data").content
    counts = {count.word: (count.now, count.then) for count in desk.backups.change_to(made.file)}
    assert counts["Visits"] == (1, 0)
    assert sheet.isVisible()
    with qtbot.waitSignal(screen.restore_wanted) as wanted:
        sheet.restore.click()
    assert wanted.args == [made.file]


def test_a_file_that_is_no_backup_is_said_and_cannot_be_gone_back_to(screen, desk):
    screen.open_place("data")
    made = desk.backups.make(NOW)

    screen.section("data").look(made.file.with_suffix(".json"))

    sheet = screen.section("data").content
    assert made.file.name in sheet.refusal.text()
    assert not sheet.restore.isVisible()


def test_the_sample_is_removed_with_one_press_and_comes_back_with_undo(qtbot, screen, desk):
    desk.sample_data.put_in(NOW)
    screen.open_place("data")

    with qtbot.waitSignal(screen.said):
        screen.card("data").remove.click()

    assert desk.visits.count() == 0
    assert not screen.card("data").remove.isVisible()
    desk.history.undo(NOW)
    screen.refresh()
    assert screen.card("data").remove.isVisible()


def test_what_is_half_written_is_saved_when_one_leaves(qtbot, screen, desk):
    fact = screen.card("company").facts["desk_contact"]
    fact.edit()
    qtbot.keyClicks(fact.focusProxy(), "Chen")

    screen.flush()

    assert desk.company.settings().desk_contact == "Chen"


def _button(screen, words):
    QApplication.processEvents()  # what is new in a layout comes up with the next event
    return next(b for b in screen.findChildren(QPushButton) if b.text() == words and b.isVisible())


def test_a_sign_is_set_up_by_its_name(qtbot, screen, desk):
    screen.open_place("signs")
    qtbot.mouseClick(_button(screen, _("Add a sign")), Qt.MouseButton.LeftButton)
    name = screen.section("signs").sheets.content.facts["name"]

    qtbot.keyClicks(name.focusProxy(), "Lobby")
    qtbot.keyClick(name.focusProxy(), Qt.Key.Key_Return)

    assert [sign.name for sign in desk.signs.all()] == ["Lobby"]
    assert any(button.text().startswith("Lobby") for button in screen.card("signs").findChildren(QPushButton))


def test_a_sign_opens_in_the_sheet_and_is_changed_there(qtbot, screen, desk):
    screen.open_place("signs")
    desk.signs.add("大厅", NOW)
    screen.refresh()

    qtbot.mouseClick(
        _button(
            screen, _("{name}: {width} × {height} pixels").format(name="大厅", width=192, height=32) + " · 开"
        ),
        Qt.MouseButton.LeftButton,
    )
    width = screen.section("signs").sheets.content.facts["width"]
    width.edit()
    width.focusProxy().clear()
    qtbot.keyClicks(width.focusProxy(), "384")
    qtbot.keyClick(width.focusProxy(), Qt.Key.Key_Return)

    assert desk.signs.all()[0].width == 384


def test_a_sign_that_is_undone_takes_its_sheet_with_it(screen, desk):
    screen.open_place("signs")
    sign_id = desk.signs.add("大厅", NOW)
    screen.refresh()
    screen.card("signs").sheet_wanted.emit(sign_id)
    assert screen.section("signs").sheets.content.isVisible()

    desk.history.undo(NOW)
    screen.refresh()

    assert not screen.section("signs").sheets.content.isVisible()


def test_a_section_is_made_when_it_is_first_shown(screen):
    assert list(screen._made) == ["company"]

    screen.open_place("signs")

    assert list(screen._made) == ["company", "signs"]


def test_an_arrow_goes_to_the_next_section(qtbot, screen):
    qtbot.keyClick(screen.list, Qt.Key.Key_Down)

    assert screen.current() == "desk"
    assert screen.section("desk").isVisible()


def test_a_place_that_nobody_knows_changes_nothing(screen):
    screen.open_place("moon")

    assert screen.current() == "company"


def test_every_section_can_be_made_and_speaks_both_languages(screen):
    for name in screen.places:
        screen.open_place(name)
        screen.retranslate()

    assert all(screen.list.item(row).text() for row in range(screen.list.count()))


def test_the_frame_opens_a_section_and_the_palette_finds_it(frame):
    frame.go("settings/signs")
    assert frame.current().current() == "signs"

    found = {entry.words: entry for entry in frame._find("备份")}
    found["数据和备份"].run()

    assert frame.current().current() == "data"


def test_sections_are_no_commands_for_somebody_who_has_typed_nothing(frame):
    assert "欢迎屏设置" not in {entry.words for entry in frame._find("")}
    assert not [entry for entry in frame._find("") if entry.note == "设置"]


def test_enter_goes_from_the_list_of_sections_into_the_section(qtbot, screen):
    screen.activateWindow()
    screen.list.setFocus()

    qtbot.keyClick(screen.list, Qt.Key.Key_Return)

    assert screen.section("company").isAncestorOf(QApplication.focusWidget())

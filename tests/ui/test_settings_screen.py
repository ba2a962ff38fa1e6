"""Settings: facts in place that save themselves."""

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from reception_desk.i18n import _
from tests.desk import NOW
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
    _write(qtbot, screen.company.facts["company_name_en"], "Deyou Instruments")

    assert desk.company.settings().company_name_en == "Deyou Instruments"


def test_a_setting_of_the_company_can_be_undone(qtbot, screen, desk):
    _write(qtbot, screen.company.facts["company_name_en"], "Deyou Instruments")

    desk.history.undo(NOW)
    screen.refresh()

    assert screen.company.facts["company_name_en"].value() == ""


def test_who_is_at_the_desk_stands_in_the_journal_from_then_on(qtbot, screen, desk):
    screen.this_desk.at_desk.set_value("")
    _write(qtbot, screen.this_desk.at_desk, "Wang Fang")

    desk.visits.new(NOW, company="宁波远帆物流")

    assert desk.history.undoable().person == "Wang Fang"


def test_a_new_name_can_be_remembered_and_chosen_with_one_press(qtbot, screen, desk):
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

    screen.company.take_logo(tmp_path / "logo.png")

    assert desk.company.settings().logo is not None
    assert not screen.company.logo.pixmap().isNull()


def test_what_is_no_picture_is_refused_with_its_name(qtbot, screen, tmp_path):
    (tmp_path / "logo.png").write_text("no picture")

    with qtbot.waitSignal(screen.refused) as refused:
        screen.company.take_logo(tmp_path / "logo.png")

    assert "logo.png" in refused.args[0]


def test_choosing_a_language_asks_the_frame_for_it(qtbot, screen):
    with qtbot.waitSignal(screen.language_chosen) as chosen:
        qtbot.mouseClick(_button(screen, "English"), Qt.MouseButton.LeftButton)

    assert chosen.args == ["en"]


def test_backups_are_listed_with_their_times(screen, desk):
    desk.backups.make(NOW)

    screen.refresh()

    assert "今日 09:00，现在，已校验" in {label.text() for label in screen.data.findChildren(QLabel)}


def test_the_data_folder_is_named(screen, desk):
    assert screen.data.folder.text() == str(desk.folder)


def test_what_is_half_written_is_saved_when_one_leaves(qtbot, screen, desk):
    fact = screen.company.facts["desk_contact"]
    fact.edit()
    qtbot.keyClicks(fact.focusProxy(), "Chen")

    screen.flush()

    assert desk.company.settings().desk_contact == "Chen"


def _button(screen, words):
    QApplication.processEvents()  # what is new in a layout comes up with the next event
    return next(b for b in screen.findChildren(QPushButton) if b.text() == words and b.isVisible())


def test_a_sign_is_set_up_by_its_name(qtbot, screen, desk):
    qtbot.mouseClick(_button(screen, _("Add a sign")), Qt.MouseButton.LeftButton)
    name = screen._sheets.content.facts["name"]

    qtbot.keyClicks(name.focusProxy(), "Lobby")
    qtbot.keyClick(name.focusProxy(), Qt.Key.Key_Return)

    assert [sign.name for sign in desk.signs.all()] == ["Lobby"]
    assert any(button.text().startswith("Lobby") for button in screen.signs.findChildren(QPushButton))


def test_a_sign_opens_in_the_sheet_and_is_changed_there(qtbot, screen, desk):
    desk.signs.add("大厅", NOW)
    screen.refresh()

    qtbot.mouseClick(
        _button(
            screen, _("{name}: {width} × {height} pixels").format(name="大厅", width=192, height=32) + " · 开"
        ),
        Qt.MouseButton.LeftButton,
    )
    width = screen._sheets.content.facts["width"]
    width.edit()
    width.focusProxy().clear()
    qtbot.keyClicks(width.focusProxy(), "384")
    qtbot.keyClick(width.focusProxy(), Qt.Key.Key_Return)

    assert desk.signs.all()[0].width == 384


def test_a_sign_that_is_undone_takes_its_sheet_with_it(screen, desk):
    sign_id = desk.signs.add("大厅", NOW)
    screen.refresh()
    screen.signs.sheet_wanted.emit(sign_id)
    assert screen._sheets.content.isVisible()

    desk.history.undo(NOW)
    screen.refresh()

    assert not screen._sheets.content.isVisible()

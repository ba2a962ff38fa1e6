"""The places nearby at the desk: found with a key, shown with Enter, copied with Enter."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from reception_desk.domain.nearby_place import NearbyPlace, PlaceKind
from tests.desk import NOW
from tests.ui.sample_screens import in_front
from tests.window import press
from ui.screens.settings.nearby import NearbySection

ENTER = Qt.Key.Key_Return


@pytest.fixture
def garden(desk):
    for name in ("半塘小馆", "云帆广场"):
        desk.house.add(NearbyPlace, NOW, name=name)
    facts = {"name_latin": "Pine Garden", "distance": "车程 15 分钟", "hours": "7:30-17:00"}
    return desk.house.add(
        NearbyPlace, NOW, name="听松园", kind=PlaceKind.SIGHT, phone="0512-55500131", **facts
    )


def test_a_place_is_found_by_its_initials_with_distance_hours_and_phone(frame, garden):
    [entry] = frame._find("tsy")
    assert entry.words == "听松园"
    assert entry.note == "车程 15 分钟 · 7:30-17:00 · 0512 5550 0131"


def test_enter_brings_it_up_and_enter_again_copies_it(qtbot, frame, garden):
    press(qtbot, frame, Qt.Key.Key_F3)
    qtbot.keyClicks(frame.palette.field, "tsy")
    qtbot.keyClick(frame.palette.field, ENTER)
    panel = frame.screens["settings"].section("nearby").panel
    assert frame.window.focusWidget() is panel.copies["zh"]
    assert panel.entry_id == garden

    qtbot.keyClick(panel.copies["zh"], ENTER)

    assert QGuiApplication.clipboard().text().startswith("听松园 · Pine Garden\n类型：景点\n")


def test_a_place_comes_up_although_something_else_was_searched_for(frame, garden):
    frame.go("settings/nearby")
    section = frame.screens["settings"].section("nearby")
    section.search.setText("半塘")

    frame.go(f"settings/nearby/{garden}")

    assert section.panel.entry_id == garden


def test_the_english_text_is_copied_with_its_own_button(qtbot, desk, clock, garden):
    section = in_front(qtbot, NearbySection(desk, clock), 1050, 660)
    section.refresh()
    section.go_to(str(garden))

    section.panel.copies["en"].click()

    assert QGuiApplication.clipboard().text().splitlines()[:2] == ["Pine Garden · 听松园", "Kind: Sights"]


def test_nothing_can_be_copied_of_a_place_that_is_being_added(qtbot, desk, clock):
    section = in_front(qtbot, NearbySection(desk, clock), 1050, 660)
    section.refresh()
    section.begin()
    assert not section.panel.copies["zh"].isVisible()

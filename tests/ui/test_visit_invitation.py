"""The invitation page of a visit: there only where it is wanted, masked, one act for the next step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from reception_desk.domain.entity import Answer
from reception_desk.domain.invitation import InvitationState
from tests.desk import NOW, new_desk, plain_visit
from tests.ui.sample_screens import in_front
from ui.screens.settings.data import DataSection
from ui.screens.visit import passport_card
from ui.screens.visit.visit import SECTIONS, VisitScreen

PLACE = [kind.name for kind in SECTIONS].index("invitation")
NUMBER = "C01X00T47"
MRZ = "P<D<<ERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36D<<7408122F1204159ZE184226B<<<<<10"


@pytest.fixture
def invited(desk):
    """A visit of one guest from abroad."""
    visit_id = plain_visit(desk, purpose="技术交流", invitation=Answer.YES)
    guest_id = desk.visits.get(visit_id).guests[0].id
    desk.guests.change(guest_id, NOW, nationality="DE", name_latin="Jonas Brückner")
    return visit_id, guest_id


@pytest.fixture
def screen(qtbot, desk, clock, invited):
    shown = in_front(qtbot, VisitScreen(desk, clock))
    shown.show_visit(invited[0], "invitation")
    return shown


def with_passport(desk, guest_id):
    desk.invitations.write(guest_id, NOW, name="BRUECKNER JONAS", number=NUMBER)


def test_the_tab_is_there_only_where_a_letter_is_a_matter(qtbot, desk, clock):
    at_home = plain_visit(desk)
    screen = in_front(qtbot, VisitScreen(desk, clock))
    screen.show_visit(at_home)
    assert not screen.tabs.isTabVisible(PLACE)
    desk.visits.change(at_home, NOW, invitation=Answer.YES)
    screen.refresh()
    assert screen.tabs.isTabVisible(PLACE)


def test_what_is_lacking_leads_to_its_fact(qtbot, screen):
    section = screen.section()
    section.letter.place_wanted.emit("invitation/number")
    line = section.passport.facts["number"].focusProxy()
    qtbot.waitUntil(line.hasFocus, timeout=5000)


def test_a_typed_passport_is_kept_and_shown_masked(qtbot, desk, screen):
    section = screen.section()
    for field, text in (("name", "Brueckner Jonas"), ("number", NUMBER.lower())):
        section.passport.go_to(field)
        qtbot.keyClicks(section.passport.facts[field].focusProxy(), text)
        section.flush()
    assert section.passport.facts["number"].value() == "C01***T47"
    assert section.chosen().plain.number == NUMBER
    assert section.chosen().state is InvitationState.DRAFT


def test_a_masked_number_that_was_mended_is_refused(desk, screen, invited):
    with_passport(desk, invited[1])
    screen.refresh()
    card = screen.section().passport
    card._store("number", "C02***T47")
    assert "*" in card.facts["number"].refusal()
    assert screen.section().chosen().plain.number == NUMBER


def test_the_whole_number_is_seen_as_long_as_the_button_is_held(qtbot, desk, screen, invited):
    with_passport(desk, invited[1])
    screen.refresh()
    card = screen.section().passport
    card.hold.pressed.emit()
    assert card.facts["number"].value() == NUMBER
    card.hold.released.emit()
    assert card.facts["number"].value() == "C01***T47"
    assert desk.history.told(visit_id=invited[0]).told[0].said.startswith("查看了")


def test_nobody_sees_it_longer_than_ten_seconds(qtbot, desk, screen, invited):
    with_passport(desk, invited[1])
    screen.refresh()
    card = screen.section().passport
    assert passport_card.SHOWN <= 10_000
    card._hide.setInterval(50)
    card.hold.pressed.emit()
    qtbot.waitUntil(lambda: card.facts["number"].value() == "C01***T47", timeout=5000)


def test_one_button_leads_from_the_draft_to_the_letter_that_is_sent(desk, screen, invited):
    with_passport(desk, invited[1])
    screen.refresh()
    section = screen.section()
    for state in (InvitationState.AGREED, InvitationState.SENT):
        section.letter.act.click()
        assert section.chosen().state is state
    assert not section.letter.act.isVisible()
    section.letter.lacks.chosen.emit("tick/106")
    assert all(item.item.done_at for item in desk.preparation.of(invited[0]) if item.code == "106")
    section.letter.back.click()
    assert section.chosen().state is InvitationState.AGREED


def test_the_request_to_the_client_is_copied_in_the_chosen_language(screen):
    letter = screen.section().letter
    letter.language.set_value("en")
    letter.act.click()
    assert QGuiApplication.clipboard().text().startswith("Dear Jonas Brückner")
    letter.language.set_value("zh")
    letter.act.click()
    assert "护照号码" in QGuiApplication.clipboard().text()


def test_pasted_lines_are_looked_at_before_they_are_taken(screen):
    section = screen.section()
    section.passport.paste.click()
    section.lines.text.setPlainText(MRZ.replace("L898902C3", "L898902C4"))
    assert "护照号码" in section.lines.warning.text()
    assert not section.chosen().has_passport
    section.lines.text.setPlainText(MRZ)
    assert not section.lines.warning.isVisible()
    section.lines.take.click()
    assert section.chosen().plain.name == "ERIKSSON ANNA MARIA"
    assert section.lines.text.toPlainText() == ""


@pytest.fixture
def locked(monkeypatch, tmp_path):
    """A desk whose passports were written on another computer, and their code."""
    first = new_desk(tmp_path / "moved")
    visit_id = plain_visit(first, purpose="技术交流", invitation=Answer.YES)
    with_passport(first, first.visits.get(visit_id).guests[0].id)
    code = first.seals.code()
    first.close()
    monkeypatch.setenv("RECEPTION_DESK_KEYS", str(tmp_path / "other keys"))
    desk = new_desk(tmp_path / "moved")
    yield desk, visit_id, code
    desk.close()


def test_where_passports_are_locked_the_page_asks_for_the_code(qtbot, clock, locked):
    desk, visit_id, code = locked
    screen = in_front(qtbot, VisitScreen(desk, clock))
    screen.show_visit(visit_id, "invitation")
    section = screen.section()
    assert section.unlock.isVisible()
    assert section.passport.facts["number"].value() == "已锁定"
    section.unlock.code.setText(code[:-1] + ("A" if code[-1] != "A" else "B"))
    section.unlock.unlock.click()
    assert "第 7 组" in section.unlock.refusal.text()
    section.unlock.code.setText(code)
    qtbot.keyClick(section.unlock.code, Qt.Key.Key_Return)
    assert not section.unlock.isVisible()
    assert section.passport.facts["number"].value() == "C01***T47"


def test_the_settings_ask_for_the_code_too(qtbot, clock, locked):
    desk, _visit_id, code = locked
    section = in_front(qtbot, DataSection(desk, clock))
    section.refresh()
    assert section.card.unlock.isVisible()
    section.card.unlock.code.setText(code)
    section.card.unlock.unlock.click()
    assert not section.card.unlock.isVisible()
    assert section.card.print_code.isVisible()

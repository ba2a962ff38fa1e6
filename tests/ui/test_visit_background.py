"""The background of a visit in the window: the dossier, its earlier texts, questions, talks, readers, material."""

import pytest
from PySide6.QtCore import Qt

from reception_desk.domain.entity import Answer
from reception_desk.domain.host import Host
from reception_desk.domain.material import MaterialKind, missing_material
from reception_desk.domain.question import Question
from tests.desk import ARRIVAL, NOW, plain_visit
from tests.ui.cut_text import cut_words
from tests.window import open_window
from ui.screens.visit.background import BackgroundSection
from ui.screens.visit.visit import VisitScreen


@pytest.fixture
def visit_id(desk):
    """A visit from abroad with the general manager on our side, and an earlier one with a question."""
    earlier = plain_visit(desk, arrival_at=ARRIVAL.replace(year=2025), departure_at=None)
    desk.parts.add(Question, earlier, NOW, question="交期多久？", answer="六周", owner="何亦凡")
    made = plain_visit(desk, purpose="样机评审")
    desk.visits.change_company(made, NOW, country="DE", strength="员工300人")
    desk.visits.change_company(made, NOW, strength="员工520人")
    desk.visits.change_company(made, NOW, interests="伺服主轴，交货期\n特别关心量产交期。")
    desk.parts.add(Host, made, NOW, name="陈启明", title="总经理", rank=2, is_escort=True)
    return made


@pytest.fixture
def section(qtbot, desk, clock, visit_id):
    """The section as the visit screen shows it."""
    screen = VisitScreen(desk, clock)
    qtbot.addWidget(screen)
    screen.show_visit(visit_id, "background")
    found = screen.section()
    assert isinstance(found, BackgroundSection)
    section_screen[found] = screen
    return found


section_screen: dict[BackgroundSection, VisitScreen] = {}


def test_what_is_written_in_the_dossier_is_the_companys(desk, section, visit_id):
    section.dossier.form.fact("business_scope").changed.emit("减速机")

    assert desk.visits.get(visit_id).company.business_scope == "减速机"


def test_an_earlier_text_comes_back_with_one_click(desk, section, visit_id):
    section.dossier.open_earlier()
    sheet = section.dossier._texts
    [button] = sheet.buttons

    button.click()

    assert desk.visits.get(visit_id).company.strength == "员工300人"
    assert [one.text for one in sheet._shown] == ["员工520人"]


def test_a_dossier_that_is_old_asks_and_still_true_answers(desk, section, visit_id, clock):
    assert section.dossier.true.isHidden()

    desk.visits.change(visit_id, NOW, departure_at=None)
    desk.visits.change(visit_id, NOW, arrival_at=ARRIVAL.replace(year=2028))
    section_screen[section].refresh()
    assert not section.dossier.true.isHidden()

    clock.now = NOW.replace(year=2028)
    section.dossier.true.click()
    assert section.dossier.true.isHidden()


def test_a_question_of_an_earlier_visit_is_taken_over(desk, section, visit_id):
    assert section.questions.offers.rows.rowCount() == 1
    section.questions.take(section.questions.offers.rows.key_at(0))

    assert [one.answer for one in desk.visits.get(visit_id).questions] == ["六周"]
    assert section.questions.offers.rows.rowCount() == 0


def test_alt_down_moves_a_question(qtbot, desk, section, visit_id):
    for text in ("甲？", "乙？"):
        desk.parts.add(Question, visit_id, NOW, question=text)
    section_screen[section].refresh()
    rows = section.questions.rows
    rows.go_to(rows.rows.key_at(0))

    qtbot.keyClick(rows, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)

    assert [one.question for one in desk.visits.get(visit_id).questions] == ["乙？", "甲？"]


def test_a_talk_is_shown_for_the_general_manager_and_kept_once_something_is_written(desk, section, visit_id):
    talk = section.talks.forms["陈启明"]
    assert desk.visits.get(visit_id).briefings == []

    talk.form.fact("points").changed.emit("不谈独家供应")
    talk.done.click()

    [kept] = desk.visits.get(visit_id).briefings
    assert (kept.leader, kept.points, kept.done_at is not None) == ("陈启明", "不谈独家供应", True)


def test_without_a_leader_there_is_no_card_of_talks(desk, section, visit_id):
    host = desk.visits.get(visit_id).hosts[0]
    desk.parts.change(Host, host.id, NOW, rank=5)
    desk.visits.change(visit_id, NOW, leadership=Answer.NO)
    section_screen[section].refresh()

    assert section.talks.isHidden()


def test_a_tick_says_who_has_read_and_the_card_counts_the_others(desk, section, visit_id):
    [line] = section.readers.lines.values()
    assert section.readers._note.text() == "1人未阅"

    line.box.click()

    assert desk.visits.get(visit_id).hosts[0].briefed_at is not None
    assert section.readers._note.text() == "全部已阅"


def test_english_material_is_asked_of_guests_from_abroad_only(desk, section, visit_id):
    section.material.facts[MaterialKind.COMPANY].changed.emit("展厅资料柜")
    assert MaterialKind.COMPANY not in missing_material(desk.visits.get(visit_id))

    desk.visits.change_company(visit_id, NOW, country="CN")
    section_screen[section].refresh()
    assert section.material.isHidden()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", [(1366, 768), (1280, 720)])
def test_no_word_is_cut(qtbot, desk, clock, visit_id, language, size):
    frame = open_window(qtbot, desk, clock)
    frame.window.resize(*size)
    frame.gestures.speak(language)
    frame.show_visit(visit_id, "background")

    assert cut_words(frame.window) == []
    frame.go("settings/customs")
    assert cut_words(frame.window) == []
    frame.gestures.speak("zh")
    frame.window.close()

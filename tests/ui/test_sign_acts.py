"""What is done to signs in the window: shown now, made dark, tested, handed over, seen, looked up."""

from datetime import timedelta

import pytest
from PySide6.QtGui import QGuiApplication

from reception_desk.domain.welcome_state import MessageState
from reception_desk.i18n import use_language
from reception_desk.signs.lease import Sending
from tests.desk import ARRIVAL, DEPARTURE, NOW, plain_visit
from ui.screens.today.signs import Signs
from ui.screens.welcome.sign_sheet import SignSheet
from ui.screens.welcome.welcome import WelcomeScreen

HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def _in_chinese():
    yield
    use_language("zh")


@pytest.fixture
def sign(desk):
    return desk.signs.add("大堂", NOW, width=256, height=32, idle_text="欢迎光临")


@pytest.fixture
def screen(qtbot, desk, clock):
    made = WelcomeScreen(desk, clock)
    qtbot.addWidget(made)
    made.resize(1310, 680)
    made.show()
    return made


def checked(desk, **facts):
    message_id = desk.welcome.propose(plain_visit(desk, **facts), NOW)
    desk.welcome.check(message_id, NOW)
    return message_id


def on_sign(desk):
    return [page.text for page in desk.welcome.sign_queues(NOW)[0].desired(NOW).pages]


def test_words_are_shown_now_and_the_sign_goes_back_to_its_queue_with_one_press(screen, desk, sign):
    checked(desk)
    screen.refresh()
    assert screen.editor.acts.show_now.isVisible()
    screen.editor.acts.show_until(NOW + HOUR)
    assert on_sign(desk) == ["热烈欢迎苏州恒屹精密机械有限公司顾翀董事长一行莅临指导"]
    assert "李静" in screen.signs[0].note.text()
    assert screen.signs[0].lift.isVisible()
    screen.signs[0].lift.click()
    assert on_sign(desk) == ["欢迎光临"]
    assert not screen.signs[0].lift.isVisible()


def test_a_sign_is_made_dark(screen, desk, sign):
    screen.refresh()
    screen.signs[0].make_dark(NOW + HOUR)
    assert on_sign(desk) == []
    assert "屏幕全黑" in screen.signs[0].note.text()


def test_the_test_asks_whether_the_pattern_was_seen_and_keeps_who_saw_it(qtbot, desk, clock, sign):
    sheet = SignSheet(desk, clock)
    qtbot.addWidget(sheet)
    sheet.open(desk.signs.get(sign))
    sheet.show()
    trial = sheet.trial
    assert trial.begin.isVisible()
    assert not trial.seen.isVisible()
    trial.begin.click()
    assert on_sign(desk) == ["大堂 256×32"]
    trial.not_seen.click()
    assert "显示器" in trial.words.text()
    assert desk.signs.get(sign).tested_at is None
    trial.begin.click()
    trial.seen.click()
    assert on_sign(desk) == ["欢迎光临"]
    assert desk.signs.get(sign).tested_by == "李静"
    assert "李静" in trial.words.text()


def test_a_sign_of_it_is_told_seen_and_taken_down_step_by_step(screen, desk, clock, sign, tmp_path):
    desk.signs.change(sign, NOW, kind="hand_over")
    message_id = checked(desk)
    screen.refresh()
    acts = screen.editor.acts
    acts.ask_for_folder = lambda: None
    acts.give.click()
    assert desk.welcome.get(message_id, NOW).message.told_it_at is None
    acts.ask_for_folder = lambda: tmp_path / "IT"
    acts.give.click()
    assert any((tmp_path / "IT").rglob("*.png"))
    assert str(tmp_path / "IT") in screen.editor.note.text()
    assert not acts.give.isVisible()
    clock.now = ARRIVAL
    screen.refresh()
    acts.see.click()
    assert desk.welcome.get(message_id, ARRIVAL).state is MessageState.SHOWING
    clock.now = DEPARTURE + HOUR * 5
    screen.refresh()
    assert acts.down.property("kind") == "primary"
    acts.down.click()
    assert desk.welcome.get(message_id, clock.now).state is MessageState.TAKEN_DOWN


def test_a_confidential_visit_is_previewed_as_the_sign_shows_it(screen, desk, sign):
    message_id = checked(desk)
    visit = desk.welcome.get(message_id, NOW).visit
    before = screen.editor.picture
    screen.refresh()
    named = before.image().copy()
    desk.visits.change(visit.id, NOW, is_confidential=True)
    screen.refresh()
    assert screen.editor.picture.image() != named
    assert any(line.icon == "lock" for line in screen.editor.lines._shown)


def test_two_companies_at_the_same_time_are_marked_as_rivals_with_one_press(screen, desk, sign):
    checked(desk)
    other = desk.visits.new(
        NOW, company="无锡启明电子有限公司", arrival_at=ARRIVAL, departure_at=DEPARTURE, level=2
    )
    desk.welcome.propose(other.id, NOW)
    screen.refresh()
    line = next(line for line in screen.editor.lines._shown if line.place)
    assert "无锡启明" in line.words
    screen.editor.lines.chosen.emit(line.place)
    assert len(desk.rivals.pairs()) == 1
    line = next(line for line in screen.editor.lines._shown if line.place)
    assert line.icon == "lock"
    screen.editor.lines.chosen.emit(line.place)
    assert not desk.rivals.pairs()


def test_the_record_of_a_sign_lists_what_was_sent_the_last_first(screen, desk, sign):
    for number, (state, reason) in enumerate([("confirmed", ""), ("offline", "没有连接")]):
        sending = Sending(sign, 1, str(number), f"欢迎{number}", ())
        desk.sign_books.sent(sending, state, reason, NOW + number * HOUR)
    screen.refresh()
    screen.signs[0].record.click()
    assert screen.sheet.isVisible()
    assert screen.sign_record.lines == ["10:00 欢迎1 没有连接", "09:00 欢迎0 已确认显示"]


def test_today_says_what_is_not_on_the_sign_and_what_must_be_taken_down(qtbot, desk, clock, sign):
    desk.signs.change(sign, NOW, kind="hand_over")
    message_id = checked(desk)
    card = Signs(desk, clock)
    qtbot.addWidget(card)
    clock.now = ARRIVAL
    card.refresh()
    assert [line.words for line in card.alarms._shown] == ["未上屏 · 苏州恒屹精密机械有限公司"]
    desk.welcome.see(message_id, ARRIVAL)
    clock.now = DEPARTURE + HOUR
    card.refresh()
    assert card.alarms._shown[0].words.startswith("该撤下") or card.alarms._shown[0].words.startswith("撤下")


def test_names_are_kept_off_and_the_copied_words_have_none(screen, desk, sign):
    desk.signs.change(sign, NOW, kind="hand_over")
    message_id = checked(desk)
    screen.refresh()
    screen.editor.acts.copy.click()
    assert "顾翀" in QGuiApplication.clipboard().text()
    screen.editor.names.changed.emit(True)
    assert desk.welcome.get(message_id, NOW).visit.is_confidential
    screen.editor.acts.copy.click()
    assert QGuiApplication.clipboard().text() == "热烈欢迎各位来宾"

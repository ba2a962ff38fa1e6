"""What others are told while rivals are in the house: on IT's own sign a name would stand for both to read."""

from datetime import timedelta

import pytest

from reception_desk.domain.edition import Choice
from tests.desk import ARRIVAL, DEPARTURE, NOW, new_desk, plain_visit

NEUTRAL = "热烈欢迎各位来宾"


@pytest.fixture
def desk(tmp_path):
    made = new_desk(tmp_path / "data")
    made.signs.add("大堂", NOW, width=256, height=32)
    yield made
    made.close()


def checked(desk, visit_id):
    message_id = desk.welcome.propose(visit_id, NOW)
    desk.welcome.check(message_id, NOW)
    return message_id


def rival_of(desk, visit_id, **facts):
    given = {"arrival_at": ARRIVAL, "departure_at": DEPARTURE, "level": 1} | facts
    other = desk.visits.new(NOW, company="无锡启明电子有限公司", main_guest="沈岚", title="总经理", **given)
    desk.rivals.mark(desk.visits.get(visit_id).company_id, other.company_id, NOW)
    return other.id


def test_the_parcel_for_IT_names_nobody_while_a_rival_is_there(desk, tmp_path):
    visit = plain_visit(desk)
    message = checked(desk, visit)
    checked(desk, rival_of(desk, visit))

    place, _notes = desk.hand_over.give(message, tmp_path, NOW)

    texts = "".join(file.read_text(encoding="utf-8") for file in place.glob("*utf8.txt"))
    assert NEUTRAL in texts
    assert not [file.name for file in [place, *place.iterdir()] if "恒屹" in file.name or "顾翀" in file.name]


def test_the_notice_to_IT_names_nobody_while_a_rival_is_there(desk):
    visit = plain_visit(desk)
    checked(desk, visit)
    checked(desk, rival_of(desk, visit))

    content = dict(desk.papers.drawing(visit, "D18", Choice(paper="A5"), NOW).content)

    assert content["message 1/text"] == NEUTRAL
    assert not [value for value in content.values() if "恒屹" in value or "顾翀" in value]


def test_a_rival_on_another_day_hides_nobody(desk):
    visit = plain_visit(desk)
    message = checked(desk, visit)
    later = {"arrival_at": DEPARTURE + timedelta(days=2), "departure_at": DEPARTURE + timedelta(days=3)}
    checked(desk, rival_of(desk, visit, **later))

    assert "恒屹" in desk.hand_over.page(message, NOW).text


def test_IT_was_told_old_words_once_a_rival_is_announced(desk):
    visit = plain_visit(desk)
    message = checked(desk, visit)
    desk.welcome.tell_it(message, NOW)
    assert desk.welcome.get(message, NOW).knows_it

    checked(desk, rival_of(desk, visit))

    assert desk.welcome.get(message, NOW).is_told_old_words

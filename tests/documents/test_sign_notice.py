"""D18: IT gets the words as approved, on which sign, from when until when, and lines to confirm (A6.2b)."""

from datetime import timedelta

import pytest

from reception_desk.documents.hand_out import House
from reception_desk.documents.notices import notices_of
from reception_desk.documents.sign_notice import SignNotice
from reception_desk.domain.edition import Choice
from reception_desk.domain.visit import VisitState
from reception_desk.errors import ReceptionError
from tests.documents.paper_facts import (
    HOUSE,
    PRINTED,
    bare,
    facts_of,
    lead_times,
    lobby_sign,
    pages_of,
    sample_visit,
    stamp_of,
    words_of_welcome,
)

paper = SignNotice()


def told_of(*messages, **chosen):
    visit = sample_visit()
    visit.messages = list(messages)
    return dict(paper.content(facts_of(visit), Choice(**chosen)))


def made(*messages, language="zh", house=HOUSE):
    visit = sample_visit()
    visit.messages = list(messages)
    facts, choice = facts_of(visit), Choice(language=language, paper="A5")
    return paper.draw(paper.content(facts, choice), choice, house, stamp_of("D18"), {})


def test_A6_2b_it_says_what_to_show_where_and_when():
    told = told_of(words_of_welcome("热烈欢迎顾翀董事长", "Welcome"))
    assert (told["message 1/text"], told["message 1/text_en"]) == ("热烈欢迎顾翀董事长", "Welcome")
    assert told["message 1/sign"] == "一楼大堂条屏"
    assert told["message 1/from"] == "2026-12-08T10:10"
    assert told["message 1/due"] == "2026-12-08T10:15"
    assert told["message 1/until"] == "2026-12-09T16:30"
    assert (told["message 1/approved by"], told["message 1/approved at"]) == ("李敏", "2026-12-05T10:00")


def test_the_words_are_those_that_were_approved_not_those_being_written():
    message = words_of_welcome("热烈欢迎顾翀董事长")
    message.text = "热烈欢迎顾冲"
    assert told_of(message)["message 1/text"] == "热烈欢迎顾翀董事长"


def test_it_counts_characters_and_columns():
    told = told_of(words_of_welcome("欢迎 XX\n公司", "Hi"))
    assert (told["message 1/characters"], told["message 1/columns"]) == ("8", "13")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("热烈欢迎", "GB2312全部收录"),
        ("欢迎朱镕基", "GBK全部收录；GB2312缺镕(U+9555)"),
        ("欢迎𠮷田㛃", "GBK缺𠮷(U+20BB7)㛃(U+36C3)：请用图片"),
    ],
)
def test_it_names_the_characters_that_a_card_may_lack(text, said):
    assert said in bare(pages_of(made(words_of_welcome(text)))[0])


def test_every_text_has_a_page_of_its_own_with_lines_to_confirm():
    pages = pages_of(made(words_of_welcome("欢迎一", id_=1), words_of_welcome("欢迎二", id_=2)))
    assert ["欢迎一" in page for page in pages] == [True, False]
    assert ["欢迎二" in page for page in pages] == [False, True]
    for page in pages:
        assert all(act in bare(page) for act in ("已告知IT", "已上屏", "已撤下"))


def test_one_text_can_be_chosen():
    two = (words_of_welcome("欢迎一", id_=1), words_of_welcome("欢迎二", id_=2))
    assert told_of(*two, message_id=2)["message 1/text"] == "欢迎二"
    with pytest.raises(ReceptionError):
        told_of(*two, message_id=3)


@pytest.mark.parametrize("fate", ["", "cancelled_at", "taken_down_at", "checked_at"])
def test_only_words_that_are_checked_and_still_wanted_are_told(fate):
    message = words_of_welcome()
    if fate:
        setattr(message, fate, None if fate == "checked_at" else PRINTED)
    visit = sample_visit()
    visit.messages = [message]
    assert paper.is_needed(facts_of(visit)) is (fate == "")
    assert bool(notices_of(visit, [lobby_sign()], lead_times())) is (fate == "")


def test_a_visit_that_is_called_off_has_nothing_to_tell():
    visit = sample_visit()
    visit.state = VisitState.CANCELLED
    with pytest.raises(ReceptionError):
        paper.content(facts_of(visit), Choice())


def test_an_arrival_that_moves_makes_the_notice_another():
    visit = sample_visit()
    before = paper.content(facts_of(visit), Choice())
    visit.arrival_at += timedelta(minutes=30)
    assert paper.content(facts_of(visit), Choice()) != before


def test_what_people_have_done_since_is_no_part_of_it():
    message = words_of_welcome()
    before = told_of(message)
    message.tell_it("李敏", PRINTED, "x")
    message.mark_seen("王强", PRINTED)
    assert told_of(message) == before


def test_nothing_overlaps_the_code_at_the_foot():
    page = pages_of(made(words_of_welcome()))[0]
    assert "K7QF2M" in page
    assert "接待 2026-0001" in page


def test_the_companys_own_words_stand_on_it():
    house = House(words={"D18": {"zh": {"Sign notice": "上屏单", "It is on the sign": "已经上屏"}}})
    [page] = pages_of(made(words_of_welcome("欢迎一"), house=house))
    assert all(said in bare(page) for said in ("上屏单", "已经上屏", "D18上屏单", "已撤下"))


def test_a_confidential_visit_can_be_told_and_names_nobody():
    visit = sample_visit()
    visit.is_confidential = True
    facts, choice = facts_of(visit), Choice(paper="A5")
    text = "".join(pages_of(paper.draw(paper.content(facts, choice), choice, HOUSE, stamp_of("D18"), {})))
    assert "恒屹" not in text
    assert "顾翀" not in text

import pytest

from reception_desk.documents.hand_out import House
from reception_desk.documents.placard import Placard
from reception_desk.domain.edition import Choice
from reception_desk.domain.entity import Answer
from reception_desk.errors import ReceptionError
from tests.documents.paper_facts import (
    FLIGHT,
    HOUSE,
    PHONE,
    bare,
    facts_of,
    guest_of,
    ink_of,
    logo,
    pages_of,
    sample_visit,
    stamp_of,
)

placard = Placard()


def made(visit, house=HOUSE, **chosen):
    choice = Choice(**chosen)
    content = placard.content(facts_of(visit), choice)
    return placard.draw(content, choice, house, stamp_of("D5"), {})


def told(visit, **choice):
    return placard.content(facts_of(visit), Choice(**choice))


@pytest.mark.parametrize("name", ["顾翀", "欧阳喆", "单镕", "䶮㛃", "王𬭊𬸦", "欧阳修文"])
def test_a_name_of_up_to_four_characters_stands_60_mm_high_on_a4(name):
    _left, top, _right, bottom = ink_of(made(sample_visit(name)))
    assert bottom - top >= 60


@pytest.mark.parametrize("paper", [("A3", 420, 297), ("A4", 297, 210), ("A5", 210, 148)])
def test_a_name_fills_the_width_and_keeps_clear_of_the_printers_margin(paper):
    left, top, right, bottom = ink_of(made(sample_visit("欧阳喆"), paper=paper[0]))
    assert left > 5
    assert right < paper[1] - 5
    assert right - left > 0.9 * paper[1]
    assert abs((top + bottom) / 2 - paper[2] / 2) < 0.02 * paper[2]


@pytest.mark.parametrize(
    "name",
    [
        "Li",
        "Dr. Anne-Sophie Lefèvre",
        "Hubert Blaine Wolfeschlegelsteinhausenbergerdorff Sr.",
        "让-雅克·卢梭",
        "一",
        "W" * 300,
    ],
)
def test_any_name_stays_on_the_page(name):
    left, top, right, bottom = ink_of(made(sample_visit(name)))
    assert 5 < left < right < 292
    assert 5 < top < bottom < 205


def test_a_latin_name_breaks_between_words_and_not_behind_an_honorific():
    visit = sample_visit("", "Dr. Anne-Sophie Lefèvre", nationality="FR")
    assert pages_of(made(visit, language="en"))[0].splitlines()[:2] == ["Dr. Anne-Sophie", "Lefèvre"]


def test_a_company_name_keeps_its_last_words_together():
    visit = sample_visit()
    visit.guests = []
    assert pages_of(made(visit))[0].split() == ["苏州恒屹", "精密机械", "有限公司"]


def test_nothing_but_the_name_is_on_it():
    assert bare(pages_of(made(sample_visit()))[0]) == "顾翀"


def test_the_logo_stands_below_the_name():
    without, with_logo = (
        ink_of(made(sample_visit("欧阳喆"))),
        ink_of(made(sample_visit("欧阳喆"), House(logo=logo()))),
    )
    assert with_logo[3] > without[3]
    assert with_logo[3] < 205
    assert bare(pages_of(made(sample_visit("欧阳喆"), House(logo=logo())))[0]) == "欧阳喆"


@pytest.mark.parametrize("language", ["zh", "en", "both"])
def test_neither_phone_nor_flight_nor_time_is_on_it(language):
    text = bare(pages_of(made(sample_visit(nationality="FR"), language=language))[0])
    assert not any(
        secret in text for secret in (PHONE, PHONE[3:], FLIGHT, "10:30", "2026", "董事长", "Chairman")
    )


def test_both_languages_show_both_names():
    assert told(sample_visit(), language="both") == (("name/zh", "顾翀"), ("name/en", "Gu Chong"))


def test_a_guest_from_abroad_is_met_by_the_latin_name_and_the_company():
    visit = sample_visit("安妮", "Anne Lefèvre", nationality="FR")
    assert told(visit, language="en") == (
        ("name/en", "Anne Lefèvre"),
        ("company/en", "Suzhou Hengyi Precision Machinery Co., Ltd."),
    )


def test_a_placard_for_a_guest_from_abroad_is_in_english_unless_told_otherwise():
    assert placard.usual_choice(facts_of(sample_visit(nationality="FR")), "zh").language == "en"
    assert placard.usual_choice(facts_of(sample_visit()), "en").language == "zh"


def test_another_guest_may_be_chosen():
    visit = sample_visit()
    guest_of(visit, "单镕", id_=7)
    assert told(visit, guest_id=7) == (("name/zh", "单镕"),)


def test_a_guest_who_no_longer_comes_is_refused():
    with pytest.raises(ReceptionError):
        told(sample_visit(), guest_id=99)


def test_without_a_name_there_is_no_placard():
    visit = sample_visit()
    visit.guests, visit.company = [], None
    with pytest.raises(ReceptionError):
        told(visit)


@pytest.mark.parametrize(
    ("answer", "needed"), [(Answer.YES, True), (Answer.UNCONFIRMED, True), (Answer.NO, False)]
)
def test_it_is_needed_while_a_pick_up_counts(answer, needed):
    visit = sample_visit()
    visit.pick_up = answer
    assert placard.is_needed(facts_of(visit)) is needed


@pytest.mark.parametrize("paper", [("A5", 210, 148), ("A4", 297, 210), ("A3", 420, 297)])
def test_a_single_rare_character_keeps_clear_of_the_printers_margin_too(paper):
    left, top, right, bottom = ink_of(made(sample_visit("𠮷", ""), paper=paper[0]))
    assert min(left, top, paper[1] - right, paper[2] - bottom) > 6

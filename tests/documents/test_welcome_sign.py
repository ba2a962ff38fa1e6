import pypdfium2
import pytest

from reception_desk.documents.hand_out import House
from reception_desk.documents.welcome_sign import WelcomeSign
from reception_desk.domain.edition import Choice
from reception_desk.domain.entity import Answer
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

sign = WelcomeSign()


def made(visit, house=HOUSE, **chosen):
    choice = Choice(**chosen)
    return sign.draw(sign.content(facts_of(visit), choice), choice, house, stamp_of("D1"), {})


def lines(visit, **chosen):
    [page] = pages_of(made(visit, **chosen))
    return page.strip().split("\n")


def from_abroad():
    visit = sample_visit("Jürgen Brückner", "Jürgen Brückner", company="Brückner GmbH", nationality="DE")
    visit.company.name_latin = "Brückner GmbH"
    visit.guests[0].title = visit.guests[0].title_latin = "CEO"
    return visit


def test_company_and_main_guest_are_welcomed_with_the_full_title():
    assert lines(sample_visit()) == ["热烈欢迎", "苏州恒屹精密机械有限公司", "顾翀董事长一行"]


def test_in_english():
    assert lines(sample_visit(), language="en") == [
        "A warm welcome to",
        "Gu Chong, Chairman",
        "and the delegation from",
        "Suzhou Hengyi Precision",
        "Machinery Co., Ltd.",
    ]


def test_both_languages_stand_beneath_each_other():
    both = lines(sample_visit(), language="both")
    assert both[:3] == ["热烈欢迎", "苏州恒屹精密机械有限公司", "顾翀董事长一行"]
    assert both[3:5] == ["A warm welcome to", "Gu Chong, Chairman"]


def test_names_that_are_the_same_in_both_languages_stand_once():
    assert lines(from_abroad(), language="both") == [
        "热烈欢迎",
        "A warm welcome to",
        "Jürgen Brückner, CEO",
        "and the delegation from",
        "Brückner GmbH",
    ]


def test_latin_letters_keep_a_space_from_chinese_ones():
    assert lines(from_abroad())[-2:] == ["Jürgen Brückner", "CEO 一行"]


def test_somebody_who_comes_alone_has_no_party():
    visit = sample_visit()
    visit.heads = 1
    assert lines(visit)[-1] == "顾翀董事长"
    assert "and the delegation from" not in lines(visit, language="en")


def test_a_long_title_stands_in_full_on_lines_that_part_at_its_commas():
    visit = sample_visit()
    visit.guests[0].title = "党委书记、董事长兼首席执行官、中国机床工具工业协会副理事长"
    assert lines(visit)[2:] == ["顾翀", "党委书记、董事长兼首席执行官、", "中国机床工具工业协会副理事长一行"]


def test_guests_whom_nobody_has_named_are_welcomed_too():
    visit = sample_visit()
    visit.guests = []
    assert lines(visit) == ["热烈欢迎", "苏州恒屹精密机械有限公司", "各位来宾"]
    visit.company = None
    assert lines(visit) == ["热烈欢迎", "各位来宾"]
    assert lines(visit, language="en") == ["A warm welcome to", "our guests"]


@pytest.mark.parametrize("language", ["zh", "en", "both"])
def test_neither_phone_nor_time_nor_flight_nor_number_is_on_it(language):
    text = bare(pages_of(made(sample_visit(), language=language))[0])
    assert not any(secret in text for secret in (PHONE[3:], FLIGHT, "10:30", "2026", "K7QF2M"))


def test_the_day_stands_on_it_only_where_it_is_asked_for():
    assert lines(sample_visit(), with_date=True)[-1] == "2026年12月8日"
    assert lines(sample_visit(), language="en", with_date=True)[-1] == "8 Dec 2026"


def test_a_greeting_is_smaller_than_the_names():
    visit = sample_visit("让-雅克·" * 8 + "卢梭")
    visit.company = None
    greeting, *names = _sizes(made(visit))
    assert greeting < min(names)


def _sizes(pdf):
    """The heights of the lines, from top to bottom."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[0].get_textpage()
        boxes = [page.get_rect(number) for number in range(page.count_rects())]
    finally:
        document.close()
    return [top - bottom for _left, bottom, _right, top in sorted(boxes, key=lambda box: -box[3])]


@pytest.mark.parametrize("paper", [("A3", 420, 297), ("A4", 297, 210)])
@pytest.mark.parametrize(
    "name", ["顾翀", "王𬭊𬸦", "W" * 300, "Hubert Blaine Wolfeschlegelsteinhausenbergerdorff Sr."]
)
@pytest.mark.parametrize("language", ["zh", "both"])
def test_whatever_the_name_it_stays_clear_of_the_edges(paper, name, language):
    visit = sample_visit(name, "Abdul Rahman " * 6, company="天山精密机械制造集团股份有限公司" * 4)
    pdf = made(visit, House(logo=logo()), paper=paper[0], language=language, with_date=True)
    assert len(pages_of(pdf)) == 1
    left, top, right, bottom = ink_of(pdf)
    assert 10 < left < right < paper[1] - 10
    assert 10 < top < bottom < paper[2] - 10


def test_without_an_a3_printer_it_comes_on_two_sheets_of_a4_to_be_put_together():
    pdf = made(sample_visit(), paper="A4×2")

    document = pypdfium2.PdfDocument(pdf)
    try:
        sizes = [tuple(round(side * 25.4 / 72) for side in page.get_size()) for page in document]
    finally:
        document.close()
    left, top, _right, bottom = ink_of(pdf)
    assert sizes == [(210, 297), (210, 297)]
    assert left > 10
    assert 20 < top < bottom <= 297 - 6


def test_guests_from_abroad_are_welcomed_in_both_languages():
    assert sign.usual_choice(facts_of(sample_visit()), "en").language == "zh"
    assert sign.usual_choice(facts_of(from_abroad()), "zh").language == "both"


def test_it_is_needed_as_soon_as_there_is_a_name_unless_no_welcome_is_wanted():
    visit = sample_visit()
    assert sign.is_needed(facts_of(visit))
    visit.sign = Answer.NO
    assert not sign.is_needed(facts_of(visit))
    visit.sign, visit.company, visit.guests = Answer.YES, None, []
    assert not sign.is_needed(facts_of(visit))
    guest_of(visit, "顾翀", main=True)
    assert sign.is_needed(facts_of(visit))

from dataclasses import replace
from typing import Any

import pytest

from reception_desk.documents.differences import differences
from reception_desk.documents.hand_out import House
from reception_desk.documents.local_guide import LocalGuide
from reception_desk.domain.edition import Choice
from reception_desk.domain.entity import Answer
from reception_desk.domain.nearby_place import NearbyPlace, PlaceKind
from reception_desk.errors import ReceptionError
from tests.documents.paper_facts import HOUSE, bare, facts_of, pages_of, places, sample_visit, stamp_of

paper = LocalGuide()
OURS = House(name=HOUSE.name, name_en=HOUSE.name_en, contact="李静", phone="+862155550100")


def facts(*nearby, visit=None):
    return replace(facts_of(visit or sample_visit(), OURS), nearby=nearby)


def made(told, language="zh"):
    choice = Choice(language=language)
    return pages_of(paper.draw(paper.content(told, choice), choice, OURS, stamp_of("D24"), {}))


def passing_by(**more):
    visit = sample_visit()
    visit.departure_at = visit.arrival_at.replace(hour=15)
    for field, value in more.items():
        setattr(visit, field, value)
    return visit


def test_the_places_stand_under_their_kinds():
    [page] = made(facts(*places(), NearbyPlace(name="听松园", kind=PlaceKind.SIGHT)))
    words = ("休闲娱乐", "湖滨步道", "购物", "云帆购物中心", "景点", "听松园")
    assert [page.index(word) for word in words] == sorted(page.index(word) for word in words)


def test_a_kind_without_a_place_has_no_heading():
    assert "餐饮" not in made(facts(*places()))[0]


@pytest.mark.parametrize("language", ["zh", "en", "both"])
def test_the_chinese_name_and_address_are_there_for_whoever_drives(language):
    text = bare(made(facts(*places()), language)[0])
    assert "云帆购物中心" in text
    assert "湖滨路60号" in text


def test_in_english_what_is_written_in_chinese_alone_is_told_so():
    [page] = made(facts(NearbyPlace(name="湖滨步道", distance="步行 5 分钟")), "en")
    assert "步行 5 分钟" in page
    assert page.count("湖滨步道") == 1


@pytest.mark.parametrize("field", ["name", "distance", "address", "note"])
def test_english_words_alone_and_the_same_words_twice_tell_the_same(field):
    latin = "name_latin" if field == "name" else f"{field}_en"
    blank: dict[str, Any] = {"name": ""}
    ours, theirs = (
        NearbyPlace(**blank | {field: "Lakeside", latin: "Lakeside"}),
        NearbyPlace(**blank | {latin: "Lakeside"}),
    )
    both = Choice(language="both")
    assert paper.content(facts(ours), both) == paper.content(facts(theirs), both)


@pytest.mark.parametrize("language", ["zh", "en", "both"])
def test_nothing_of_the_visit_and_of_the_house_is_on_it(language):
    text = bare("".join(made(facts(*places()), language)))
    for secret in ("顾翀", "恒屹", "技术交流", "内部", "Internal"):
        assert secret not in text


def test_our_contact_is_to_be_called():
    assert bare("李静021 5555 0100") in bare(made(facts(*places()))[0]).replace("电话", "")


def test_many_places_go_on_to_a_page_with_the_heads_again():
    many = [NearbyPlace(name=f"小馆{n}", kind=PlaceKind.FOOD, note="本地菜") for n in range(60)]
    pages = made(facts(*many))
    assert len(pages) > 1
    assert all("营业时间" in page for page in pages)


def test_without_places_there_is_no_guide():
    with pytest.raises(ReceptionError, match="周边"):
        made(facts())
    assert not paper.is_needed(facts())
    assert "empty" in paper.reason(facts())


@pytest.mark.parametrize(
    ("visit", "needed"),
    [
        (passing_by(), False),
        (passing_by(meal=Answer.YES), True),
        (passing_by(hotel=Answer.YES), True),
        (sample_visit(), True),
    ],
    ids=["a few hours", "a meal", "a hotel", "over night"],
)
def test_it_is_for_guests_who_eat_or_sleep_here(visit, needed):
    assert paper.is_needed(facts(*places(), visit=visit)) is needed


def test_guests_from_abroad_read_it_in_both_languages():
    assert paper.usual_choice(facts(visit=sample_visit(nationality="DE")), "zh").language == "both"
    assert paper.usual_choice(facts(), "en").language == "zh"


def test_what_differs_is_told_by_the_name_of_the_place():
    then, now = (
        paper.content(facts(NearbyPlace(name="听松园", kind=kind, hours=hours)), Choice())
        for kind, hours in ((PlaceKind.OTHER, "8:00-17:00"), (PlaceKind.SIGHT, "7:30-17:00"))
    )
    assert [one.words for one in differences(then, now, "zh")] == [
        "周边去处 听松园 类型：其他去处 → 景点",
        "周边去处 听松园 营业时间：8:00-17:00 → 7:30-17:00",
    ]

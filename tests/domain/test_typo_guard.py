"""The typo guard of the welcome words: names that the visit does not know, or knows a little differently."""

import pytest

from reception_desk.domain.company import Company
from reception_desk.domain.guest import Guest
from reception_desk.domain.person import Person
from reception_desk.domain.typo_guard import Doubt, doubts, names_to_keep_whole
from reception_desk.domain.visit import Visit


def a_guest(name, title="", **facts):
    guest = Guest(visit_id=1, person_id=1, title=title)
    guest.person = Person(name=name, **facts)
    return guest


@pytest.fixture
def visit():
    visit = Visit(number="2026-0001", checklist_id=1)
    visit.company = Company(
        name="苏州恒屹精密机械有限公司", name_latin="Hengyi Precision", aliases="恒屹精机"
    )
    visit.guests = [
        a_guest("顾翀", "董事长", name_latin="Gu Chong"),
        a_guest("单雨霏", "技术部经理"),
        a_guest("Katharina Brandt", "翻译", name_latin="Katharina Brandt"),
    ]
    return visit


@pytest.mark.parametrize(
    "text",
    [
        "热烈欢迎苏州恒屹精密机械有限公司顾翀董事长一行莅临指导",
        "热烈欢迎恒屹精密顾翀董事长一行",
        "热烈欢迎恒屹精机顾总一行莅临参观",
        "欢迎单雨霏女士、Katharina Brandt 女士来访",
        "热烈欢迎各位来宾",
        "A warm welcome to Mr. Gu Chong, Hengyi Precision",
        "Welcome, Ms. Brandt",
        "",
    ],
)
def test_right_words_raise_no_doubt(visit, text):
    assert doubts(text, visit) == []


@pytest.mark.parametrize(
    ("text", "found", "meant"),
    [
        ("热烈欢迎顾羽董事长一行", "顾羽", "顾翀"),
        ("热烈欢迎单雨菲经理", "单雨菲", "单雨霏"),
        ("热烈欢迎苏州恒屹精蜜机械有限公司", "苏州恒屹精蜜机械有限公司", "苏州恒屹精密机械有限公司"),
        ("热烈欢迎顾翀董事", "董事", "董事长"),
        ("Welcome, Ms. Katharina Brant", "Brant", "Brandt"),
        ("Welcome, Mr. Gu Chnog", "Chnog", "Chong"),
    ],
)
def test_a_name_that_differs_by_one_character_is_named_with_the_right_one(visit, text, found, meant):
    assert doubts(text, visit) == [Doubt(found, meant)]


def test_a_name_that_the_visit_does_not_have_is_named(visit):
    assert doubts("热烈欢迎欧阳晓云董事长一行", visit) == [Doubt("欧阳晓云")]
    assert doubts("Welcome, Mr. Weber", visit) == [Doubt("Weber")]


def test_the_words_of_the_company_itself_are_no_names(visit):
    assert doubts("喜迎顾翀董事长", visit, ["喜迎"]) == []


def test_names_stay_whole_with_their_titles(visit):
    whole = names_to_keep_whole(visit)
    assert "顾翀董事长" in whole
    assert "苏州恒屹精密机械有限公司" in whole
    assert "" not in whole

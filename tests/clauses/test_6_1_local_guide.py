"""Clause A6.8: what there is around the company, for guests who ask."""

import socket

import pytest

from reception_desk.documents.differences import differences
from reception_desk.domain.edition import Choice, EditionState
from reception_desk.domain.nearby_place import NearbyPlace, PlaceKind
from reception_desk.domain.nearby_words import in_brief, told
from tests.desk import NOW, plain_visit
from tests.documents.paper_facts import bare, pages_of

GARDEN = {
    "name": "听松园",
    "name_latin": "Pine Garden",
    "kind": PlaceKind.SIGHT,
    "distance": "车程 15 分钟",
    "distance_en": "15 minutes by car",
    "hours": "7:30-17:00",
    "phone": "0512-55500131",
    "address": "松风路 9 号",
    "note": "门票 40 元",
    "note_en": "Admission 40 yuan",
}


@pytest.fixture
def garden(desk):
    desk.house.add(NearbyPlace, NOW, name="半塘小馆", kind=PlaceKind.FOOD)
    return desk.house.add(NearbyPlace, NOW, **GARDEN)


def found(desk, asked):
    return [place.name for place in desk.house.find(NearbyPlace, asked)]


@pytest.mark.parametrize(
    "asked", ["听松", "tsy", "tingsong", "pine", "景点", "sights", "0131", "门票", "15 分钟", "听松 景点"]
)
def test_A6_8_a_place_is_found_by_name_sound_initials_kind_phone_and_note(desk, garden, asked):
    assert found(desk, asked) == ["听松园"]


@pytest.mark.parametrize("asked", ["", " ", "t", "听松 购物", "tsq"])
def test_A6_8_what_says_nothing_or_something_else_finds_none(desk, garden, asked):
    assert found(desk, asked) == []


def test_A6_8_it_is_found_without_any_network(desk, garden, monkeypatch):
    def refuse(*_args, **_more):
        raise AssertionError

    monkeypatch.setattr(socket, "socket", refuse)
    assert found(desk, "tsy") == ["听松园"]


def test_A6_8_a_place_that_is_no_longer_offered_is_neither_found_nor_printed(desk, garden):
    desk.house.retire(NearbyPlace, garden, NOW)
    assert found(desk, "tsy") == []
    page = pages_of(desk.papers.preview(plain_visit(desk), "D24", Choice(), NOW))[0]
    assert "半塘小馆" in page
    assert "听松园" not in page


def test_A6_8_it_is_told_in_chinese_and_in_english(desk, garden):
    place = desk.house.get(NearbyPlace, garden)
    assert in_brief(place, "zh") == "车程 15 分钟 · 7:30-17:00 · 0512 5550 0131"
    assert told(place, "en").splitlines() == [
        "Pine Garden · 听松园",
        "Kind: Sights",
        "How far: 15 minutes by car",
        "Opening hours: 7:30-17:00",
        "Phone: +86 512 5550 0131",
        "Address: 松风路 9 号",
        "Note: Admission 40 yuan",
    ]


def test_A6_8_everything_of_it_is_printed_in_both_languages(desk, garden):
    [page] = pages_of(desk.papers.preview(plain_visit(desk), "D24", Choice(language="both"), NOW))
    text = bare(page)
    for words in (
        "周边指南Localguide", "景点Sights", "听松园", "PineGarden", "车程15分钟", "15minutesbycar",
        "7:30-17:00", "+8651255500131", "松风路9号", "门票40元", "Admission40yuan",
    ):  # fmt: skip
        assert words in text


def test_A6_8_a_printed_guide_is_old_as_soon_as_a_place_is_told_otherwise(desk, garden):
    visit = plain_visit(desk)
    desk.papers.make(visit, "D24", Choice(), NOW)
    desk.house.change(NearbyPlace, garden, NOW, hours="8:00-16:30")
    [made] = desk.papers.editions(visit, NOW)
    found_otherwise = differences(made.content_then, made.content_now, "zh")
    assert made.state is EditionState.STALE
    assert [one.words for one in found_otherwise] == ["周边去处 听松园 营业时间：7:30-17:00 → 8:00-16:30"]


def test_A6_8_one_undo_brings_a_removed_place_back(desk, garden):
    desk.house.remove(NearbyPlace, garden, NOW)
    desk.history.undo(NOW)
    assert found(desk, "tsy") == ["听松园"]

"""Finding a visit by what a receptionist would type."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_desk.repository import search
from tests.desk import NOW, plain_visit


@pytest.mark.parametrize(
    "typed",
    [
        "顾翀",
        "顾",
        "恒屹",
        "苏州恒屹精密",
        "gc",
        "guchong",
        "hy",
        "hengyi",
        "szhy",
        "SZHY",
        "ｇｃ",
        "2026-0001",
        "0001",
        "1111",
        "13900001111",
        "139 0000",
        "董事长",
    ],
)
def test_a_visit_is_found_by(desk, typed):
    visit_id = plain_visit(desk)
    guest = desk.visits.get(visit_id).guests[0]
    desk.guests.change(guest.id, NOW, phone="13900001111")

    assert [line.id for line in desk.visits.page(typed)] == [visit_id]
    assert desk.visits.count(typed) == 1


@pytest.mark.parametrize("reading", ["shanrong", "danrong", "sr", "dr"])
def test_every_reading_of_a_surname_finds_it(desk, reading):
    visit_id = desk.visits.new(NOW, company="某公司", main_guest="单镕").id

    assert [line.id for line in desk.visits.page(reading)] == [visit_id]


@pytest.mark.parametrize("typed", ["张伟", "zw", "顾伟", "18", "qq"])
def test_what_does_not_fit_is_not_found(desk, typed):
    plain_visit(desk)

    assert desk.visits.page(typed) == []


@pytest.mark.parametrize("typed", ["", "  ", "·", '"', "*", "AND", "NEAR(", "-", "𬭊"])
def test_nothing_that_is_typed_is_an_error(desk, typed):
    plain_visit(desk)

    assert desk.visits.count(typed) in (0, 1)


@given(st.text(max_size=30))
def test_no_text_breaks_the_question(typed):
    search.match_expression(typed)


def test_rare_characters_are_found(desk):
    visit_id = desk.visits.new(NOW, company="某公司", main_guest="王𬭊𬸦").id

    assert [line.id for line in desk.visits.page("𬭊𬸦")] == [visit_id]


def test_a_renamed_person_is_found_by_the_new_name_only(desk):
    visit_id = plain_visit(desk)
    guest = desk.visits.get(visit_id).guests[0]

    desk.guests.change(guest.id, NOW, name="顾冲")

    assert desk.visits.count("顾翀") == 0
    assert desk.visits.count("顾冲") == 1


def test_check_names_a_visit_whose_index_is_wrong_and_rebuilding_mends_it(desk):
    plain_visit(desk)
    with desk.database.connection() as connection:
        connection.exec_driver_sql("UPDATE visit_search_words SET words = 'x'")

    assert any("2026-0001" in sentence for sentence in desk.backups.check())

    desk.backups.mend_index(NOW)
    assert desk.backups.check() == []


def test_a_page_is_read_from_where_it_is_asked(desk):
    for _ in range(5):
        desk.visits.new(NOW, company="某公司")

    assert len(desk.visits.page(limit=2)) == 2
    assert desk.visits.page(limit=2, offset=4)[0].number == "2026-0001"

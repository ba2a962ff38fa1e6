from datetime import timedelta

import pytest

from reception_desk.documents.preparation_sheet import PreparationSheet
from reception_desk.domain.edition import Choice
from tests.documents.paper_facts import (
    HOUSE,
    bare,
    facts_of,
    left_out,
    pages_of,
    sample_visit,
    stamp_of,
    ticked,
)

sheet = PreparationSheet()


def made(visit, language="zh", house=HOUSE):
    facts, choice = facts_of(visit, house), Choice(language=language)
    return pages_of(sheet.draw(sheet.content(facts, choice), choice, house, stamp_of(), facts.marks()))


def told(visit, language="zh"):
    return dict(sheet.content(facts_of(visit), Choice(language=language)))


@pytest.mark.parametrize("language", ["zh", "en", "both"])
def test_every_item_is_on_it_once(language):
    visit = sample_visit()
    text = "".join(made(visit, language)).split()
    for planned in facts_of(visit).plan:
        assert planned.code in text


def test_the_heading_names_the_visit():
    first = made(sample_visit())[0]
    for fact in (
        "2026-0001",
        "苏州恒屹精密机械有限公司",
        "顾翀 董事长",
        "5人",
        "一级",
        "2026年12月8日(周二) 10:30",
    ):
        assert fact in first


def test_the_english_sheet_speaks_english():
    first = made(sample_visit(), "en")[0]
    for fact in ("Preparation sheet", "Gu Chong, Chairman", "5 people", "Level 1", "Tue 8 Dec 2026, 10:30"):
        assert fact in first
    assert "准备" not in first


def test_each_page_repeats_the_heads_of_the_columns_and_counts_itself():
    pages = made(sample_visit())
    assert len(pages) > 1
    for number, page in enumerate(pages, 1):
        assert f"{number} / {len(pages)}" in page
        assert "完成时间、签名" in page
        assert "D25 准备检查表" in page
        assert "内部资料" in page
        assert "K7QF2M" in page


def test_a_draft_without_facts_prints():
    visit = sample_visit()
    visit.company, visit.guests, visit.level, visit.heads = None, [], None, None
    visit.arrival_at = visit.departure_at = None
    visit.meetings = []
    assert "来访单位待定" in made(visit)[0]


def test_a_tick_shows_who_and_when():
    visit = sample_visit()
    visit.items = [ticked("101", by="李敏")]
    assert "12/5 10:00李敏" in bare(made(visit)[0]).replace("12/510", "12/5 10")


def test_what_does_not_apply_shows_the_reason():
    visit = sample_visit()
    visit.items = [left_out("120", "客户自带")]
    assert "不适用：客户自带" in bare("".join(made(visit)))


def test_a_tick_is_no_part_of_the_content():
    visit = sample_visit()
    before = told(visit)
    due = next(planned.due for planned in facts_of(visit).plan if planned.code == "120")
    item = ticked("120")
    item.due_then = due
    visit.items = [item]
    assert told(visit) == before


def test_a_new_time_of_arrival_changes_the_content():
    visit = sample_visit()
    before = told(visit)
    visit.arrival_at += timedelta(minutes=30)
    after = told(visit)
    assert after["visit/arrival"] == "2026-12-08T11:00"
    assert after["item 209/due"] != before["item 209/due"]


def test_items_of_two_meetings_stand_apart():
    assert {"item 301 meeting:1/due", "item 301 meeting:2/due"} <= set(told(sample_visit()))


def test_three_confirmations_close_the_sheet():
    last = bare(made(sample_visit())[-1])
    assert (
        last.index("二次落实")
        < last.index("人员已落实")
        < last.index("地点已落实")
        < last.index("车辆已落实")
    )
    assert last.count("签名") >= 3


def test_a_name_longer_than_its_room_is_printed_whole():
    visit = sample_visit(company="苏州恒屹精密机械有限公司" * 30)
    assert "苏州恒屹精密机械有限公司" * 30 in bare(made(visit)[0])

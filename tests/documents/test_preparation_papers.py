"""D20, D23 and D25b as they are read: clean zones, gifts, the rooms put right."""

from dataclasses import replace
from datetime import datetime

import pytest

from reception_desk.documents.cleaning_sheet import CleaningSheet
from reception_desk.documents.gift_slip import GiftSlip
from reception_desk.documents.restore_sheet import RestoreSheet
from reception_desk.domain.edition import Choice
from reception_desk.domain.gift import Gift, GivenBefore
from reception_desk.domain.host import Host
from reception_desk.domain.list_tick import ListTick
from reception_desk.domain.material import Material, MaterialKind
from tests.documents.paper_facts import (
    HOUSE,
    PRINTED,
    SHANGHAI,
    bare,
    facts_of,
    guest_of,
    pages_of,
    sample_visit,
    stamp_of,
)
from tests.reference.reference import same_as_reference

PAPERS = (CleaningSheet(), GiftSlip(), RestoreSheet())
BEFORE = GivenBefore(
    gift_id=9,
    visit_id=9,
    number="2025-0031",
    when=datetime(2025, 4, 8, 10, 0, tzinfo=SHANGHAI),
    name="真丝围巾",
)


@pytest.fixture
def visit():
    """Two guests who get three gifts, two rooms, three things in the kit."""
    made = sample_visit()
    made.purpose, made.owner_department = "二期合作洽谈", "华东销售部"
    guest_of(made, "单立", "Shan Li", title="副总经理", id_=2).person_id = 2
    made.hosts = [Host(visit_id=1, name="陈启明")]
    made.meetings[0].room, made.meetings[1].room = "一号会议室", "贵宾室"
    gifts = (
        (1, "真丝围巾", 1, 480, "客人上次很喜欢"),
        (2, "紫砂壶", 2, 800, ""),
        (2, "公司画册", 1, None, ""),
    )
    made.gifts = [
        Gift(visit_id=1, person_id=person, name=name, quantity=many, price=price, repeat_reason=why)
        for person, name, many, price, why in gifts
    ]
    lines = (("S01", "投影仪（含演示内容）", True), ("S04", "产品图册", False), ("", "激光笔", True))
    made.materials = [
        Material(visit_id=1, kind=MaterialKind.OTHER, code=code, name=name, is_returned=back)
        for code, name, back in lines
    ]
    for rows in (made.gifts, made.materials):
        for number, row in enumerate(rows, 1):
            row.id = number
    return made


def facts(visit):
    return replace(facts_of(visit), given_before={1: BEFORE})


def pages(paper, visit, language="zh"):
    choice = paper.usual_choice(facts(visit), language)
    content, marks = paper.content(facts(visit), choice), paper.marks(facts(visit), choice)
    return pages_of(paper.draw(content, choice, HOUSE, stamp_of(paper.number), marks))


def progressed(visit):
    """Something of everything is done."""
    visit.list_ticks = [
        ListTick(visit_id=1, part="zone", code="Z1", subject="131", done_at=PRINTED, done_by="周阿姨"),
        ListTick(visit_id=1, part="point", code="Z2", done_at=PRINTED, done_by="周阿姨"),
    ]
    visit.gifts[1].issued_at, visit.gifts[1].issued_by = PRINTED, "李静"
    visit.materials[0].out_at = visit.materials[0].in_at = PRINTED
    visit.materials[0].in_by = "王敏"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.number)
def test_it_reads_as_it_should(paper, language, visit):
    progressed(visit)
    same_as_reference(f"full-{paper.number}-{language}", pages(paper, visit, language))


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.number)
def test_a_tick_is_a_mark_and_no_content(paper, visit):
    choice = Choice()
    before = paper.content(facts(visit), choice)
    assert paper.marks(facts(visit), choice) == {}

    progressed(visit)

    assert paper.content(facts(visit), choice) == before
    assert len(paper.marks(facts(visit), choice)) == 1


@pytest.mark.parametrize(("paper", "who"), list(zip(PAPERS, ("周阿姨", "李静", "王敏"), strict=True)))
def test_who_did_it_stands_on_the_paper(paper, who, visit):
    assert who not in "".join(pages(paper, visit))

    progressed(visit)

    assert who in "".join(pages(paper, visit))


def test_of_two_gifts_that_read_alike_none_is_ticked(visit):
    progressed(visit)
    visit.gifts[2].name = visit.gifts[1].name

    assert GiftSlip().marks(facts(visit), Choice()) == {}


def test_a_zone_is_marked_for_its_own_meeting_alone(visit):
    visit.list_ticks = [
        ListTick(
            visit_id=1, part="zone", code="Z5", subject="303 meeting:2", done_at=PRINTED, done_by="周阿姨"
        )
    ]

    assert list(CleaningSheet().marks(facts(visit), Choice())) == ["2026-12-09T15:00 洗手间"]


def test_a_gift_of_somebody_who_no_longer_comes_says_so(visit):
    visit.guests = visit.guests[:1]

    assert "已不在来宾名单" in bare(pages(GiftSlip(), visit)[0])


def test_a_meeting_without_a_time_or_a_room_leaves_room_to_write(visit):
    visit.meetings[0].starts_at, visit.meetings[0].room = None, ""

    assert "____" in pages(RestoreSheet(), visit)[0]
    assert "时间待定" in pages(CleaningSheet(), visit)[0]


def test_many_gifts_go_on_to_another_sheet_and_more_than_fit_are_counted(visit):
    visit.gifts = [
        Gift(visit_id=1, person_id=1, name=f"礼品{number}", quantity=1, price=10) for number in range(45)
    ]
    for number, gift in enumerate(visit.gifts):
        gift.id = number

    sheets = pages(GiftSlip(), visit)

    assert len(sheets) > 1
    assert "另有6项" in "".join(sheets)
    assert "合计 450 元" in "".join(sheets)

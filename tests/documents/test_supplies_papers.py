"""D15 and D16 as they are read: the kit out and back, the room as it is set up."""

import pytest

from reception_desk.documents.material_kit import MaterialKit
from reception_desk.documents.room_set_up import RoomSetUp
from reception_desk.domain.edition import Choice
from reception_desk.domain.host import Host
from reception_desk.domain.material import Material, MaterialKind
from tests.documents.paper_facts import HOUSE, PRINTED, bare, facts_of, pages_of, sample_visit, stamp_of
from tests.reference.reference import same_as_reference


@pytest.fixture
def visit():
    """A visit with three lines in its kit, and three of us at its two meetings."""
    made = sample_visit()
    lines = (
        ("S01", "投影仪（含演示内容）", 1, True),
        ("S04", "产品图册", 5, False),
        ("", "激光笔", 2, True),
    )
    made.materials = [
        Material(visit_id=1, kind=MaterialKind.OTHER, code=code, name=name, quantity=many, is_returned=back)
        for code, name, many, back in lines
    ]
    made.materials[0].place, made.materials[0].edition = "三楼设备柜", "3.2"
    for number, line in enumerate(made.materials, 1):
        line.id = number
    made.hosts = [Host(visit_id=1, name="陈启明")]
    made.meetings[0].our_heads, made.meetings[0].room = 3, "一号会议室"
    return made


def pages(paper, visit, **chosen):
    choice = Choice(**({"language": "zh"} | chosen))
    content = paper.content(facts_of(visit), choice)
    marks = paper.marks(facts_of(visit), choice)
    return pages_of(paper.draw(content, choice, HOUSE, stamp_of(paper.number), marks))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("paper", [MaterialKit(), RoomSetUp()], ids=["D15", "D16"])
def test_it_reads_as_it_should(paper, language, visit):
    same_as_reference(f"full-{paper.number}-{language}", pages(paper, visit, language=language))


def test_the_kit_reads_in_the_readers_language_but_for_what_was_named_by_hand(visit):
    [page] = pages(MaterialKit(), visit, language="en")
    assert "Product brochures" in page
    assert "激光笔" in page


def test_a_tick_is_a_mark_and_no_content(visit):
    paper, choice = MaterialKit(), Choice()
    before = paper.content(facts_of(visit), choice)
    visit.materials[0].out_at = visit.materials[0].in_at = visit.materials[1].out_at = PRINTED

    assert paper.content(facts_of(visit), choice) == before
    assert set(paper.marks(facts_of(visit), choice)) == {
        "out 投影仪（含演示内容）",
        "back 投影仪（含演示内容）",
        "out 产品图册",
    }


def test_each_meeting_is_a_page_with_its_own_seats(visit):
    first, second = (bare(page) for page in pages(RoomSetUp(), visit))
    assert "便笺纸（张）×64" in first
    assert "便笺纸（张）×48" in second


def test_one_meeting_can_be_printed_alone(visit):
    assert len(pages(RoomSetUp(), visit, meeting_id=2)) == 1


def test_how_many_is_written_by_hand_while_nobody_knows_who_comes(visit):
    visit.heads, visit.guests = None, []

    assert "便笺纸（张）×____" in bare(pages(RoomSetUp(), visit, meeting_id=1)[0])

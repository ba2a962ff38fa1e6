"""Section 6.1 of the clauses, as far as paper carries it out."""

from datetime import timedelta

import pytest

from reception_desk.domain.edition import Choice, EditionState
from reception_desk.domain.entity import Answer
from tests.desk import ARRIVAL, NOW, plain_visit
from tests.documents.paper_facts import bare, ink_of, pages_of


@pytest.mark.parametrize(("paper", "height"), [("A4", 60), ("A3", 85)])
@pytest.mark.parametrize("name", ["顾翀", "欧阳喆", "欧阳修文", "王𬭊𬸦"])
def test_A6_4a_a_name_of_up_to_four_characters_is_at_least_60_mm_high(desk, name, paper, height):
    visit = plain_visit(desk)
    desk.guests.change(desk.visits.get(visit).guests[0].id, NOW, name=name)
    _left, top, _right, bottom = ink_of(desk.papers.preview(visit, "D5", Choice(paper=paper), NOW))
    assert bottom - top >= height


def test_A6_4a_a_longer_or_latin_name_is_as_large_as_fits(desk):
    visit = plain_visit(desk)
    desk.guests.change(desk.visits.get(visit).guests[0].id, NOW, name="Dr. Anne-Sophie Lefèvre")
    left, _top, right, _bottom = ink_of(desk.papers.preview(visit, "D5", Choice(), NOW))
    assert right - left > 270


def test_A6_4a_nothing_else_is_on_the_placard(desk):
    visit = plain_visit(desk)
    desk.guests.change(desk.visits.get(visit).guests[0].id, NOW, phone="13900001111")
    assert bare(pages_of(desk.papers.preview(visit, "D5", Choice(), NOW))[0]) == "顾翀"


def test_A6_4a_a_placard_is_needed_while_a_pick_up_is_wanted_or_not_denied(desk):
    visit = plain_visit(desk)
    for answer, needed in ((Answer.YES, True), (Answer.UNCONFIRMED, True), (Answer.NO, False)):
        desk.visits.change(visit, NOW, pick_up=answer)
        assert ("D5" in [line.hand_out.number for line in desk.papers.kit(visit, NOW)]) is needed


def test_A6_4a_a_guest_from_abroad_is_met_in_latin_letters_with_the_company(desk):
    visit = plain_visit(desk)
    guest = desk.visits.get(visit).guests[0].id
    desk.guests.change(guest, NOW, name="安妮", name_latin="Anne Lefèvre", nationality="FR")
    choice = desk.papers.usual_choice(visit, "D5")
    text = bare(pages_of(desk.papers.preview(visit, "D5", choice, NOW))[0])
    assert text.startswith("AnneLefèvre")
    assert "苏州恒屹" in text


def test_A7_the_preparation_sheet_lists_every_item_with_due_time_and_owner(desk):
    visit = plain_visit(desk)
    text = bare("".join(pages_of(desk.papers.preview(visit, "D25", Choice(), NOW))))
    for planned in desk.preparation.of(visit):
        assert planned.code in text
    assert "2026年12月7日(周一)10:30" in text
    assert "前台" in text


def test_A8_the_preparation_sheet_ends_with_people_place_and_vehicle_to_be_signed(desk):
    last = bare(pages_of(desk.papers.preview(plain_visit(desk), "D25", Choice(), NOW))[-1])
    assert (
        last.index("二次落实")
        < last.index("人员已落实")
        < last.index("地点已落实")
        < last.index("车辆已落实")
    )


def test_A8_a_sheet_printed_before_a_change_is_told_to_be_old(desk):
    visit = plain_visit(desk)
    desk.papers.make(visit, "D25", Choice(), NOW)
    desk.visits.change(visit, NOW, arrival_at=ARRIVAL + timedelta(hours=1))
    assert [made.state for made in desk.papers.editions(visit, NOW)] == [EditionState.STALE]

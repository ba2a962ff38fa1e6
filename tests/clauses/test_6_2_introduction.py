"""Section 6.2: who is introduced in which order, and how hands are shaken (B8.1b, B8.1c)."""

from __future__ import annotations

import pytest

from reception_desk.domain.edition import Choice
from reception_desk.domain.host import Host
from reception_desk.domain.introduction import HostsFirst, introduction
from reception_desk.errors import ReceptionError
from tests.desk import NOW, plain_visit
from tests.documents.paper_facts import bare, pages_of


@pytest.fixture
def visit_id(desk):
    """Three of us and three guests, neither side written down in the order of its ranks."""
    made = plain_visit(desk)
    for name, rank in (("何亦凡", 6), ("陈启明", 2), ("沈若兰", 3)):
        desk.parts.add(Host, made, NOW, name=name, title=f"职务{rank}", rank=rank, is_escort=True)
    desk.guests.change(desk.visits.get(made).guests[0].id, NOW, rank=1)
    for name, title, rank in (("王敏", "主任", 6), ("单雄", "总监", 4)):
        desk.guests.add(made, name, NOW, title=title, rank=rank)
    return made


def order(desk, visit_id, rule=HostsFirst.ALWAYS):
    return [one.name_in("zh") for one in introduction(desk.visits.get(visit_id), rule)]


def script(desk, visit_id, language="zh"):
    return "\n".join(pages_of(desk.papers.preview(visit_id, "D9", Choice(language=language), NOW)))


def test_B8_1b_hosts_first_then_guests_each_by_rank_descending(desk, visit_id):
    assert order(desk, visit_id) == ["陈启明", "沈若兰", "何亦凡", "顾翀", "单雄", "王敏"]


def test_B8_1b_the_order_that_a_person_gave_the_guests_holds(desk, visit_id):
    last = desk.visits.get(visit_id).guests[-1]
    desk.guests.move(last.id, 1, NOW)

    assert order(desk, visit_id)[3] == last.person.name


def test_B8_1b_somebody_who_stands_on_both_our_lists_is_introduced_once(desk, visit_id):
    desk.parts.add(Host, visit_id, NOW, name="陈启明", rank=2, is_welcomer=True)

    assert order(desk, visit_id).count("陈启明") == 1


def test_B8_1b_by_the_setting_guests_of_the_country_come_first(desk, visit_id):
    assert order(desk, visit_id, HostsFirst.FOREIGN)[0] == "顾翀"

    desk.visits.change_company(visit_id, NOW, country="DE")
    assert order(desk, visit_id, HostsFirst.FOREIGN)[0] == "陈启明"


def test_B8_1b_the_setting_of_the_company_holds_on_the_paper(desk, visit_id):
    desk.company.change(NOW, hosts_first="foreign")

    text = script(desk, visit_id)
    assert text.index("顾翀") < text.index("陈启明")


def test_B8_1b_the_script_gives_order_title_and_pronunciation(desk, visit_id):
    text = script(desk, visit_id)

    places = [text.index(name) for name in ("陈启明", "沈若兰", "何亦凡", "顾翀", "单雄", "王敏")]
    assert places == sorted(places)
    assert "Shàn Xióng" in text
    assert "总监" in text


def test_B8_1b_a_guest_from_abroad_is_named_in_latin_letters_too(desk, visit_id):
    guest = desk.visits.get(visit_id).guests[0]
    desk.guests.change(guest.id, NOW, name="于尔根·哈特曼", name_latin="Jürgen Hartmann", nationality="DE")

    assert "Jürgen Hartmann" in script(desk, visit_id)


def test_B8_1b_two_cards_stand_on_a_sheet_and_long_lists_go_on(desk, visit_id):
    for number in range(9):
        desk.guests.add(visit_id, f"来宾{number}", NOW, title="工程师")

    pages = pages_of(desk.papers.preview(visit_id, "D9", Choice(language="zh"), NOW))
    assert len(pages) == 2
    assert all(f"来宾{number}" in "".join(pages) for number in range(9))


def test_B8_1b_changing_a_guests_title_makes_the_script_stale_and_not_the_placard(desk, visit_id):
    for number in ("D9", "D5"):
        desk.papers.make(visit_id, number, desk.papers.usual_choice(visit_id, number), NOW, reason="试印")

    guest = next(one for one in desk.visits.get(visit_id).guests if not one.is_main)
    desk.guests.change(guest.id, NOW, title="执行总监")

    states = {one.edition.document: one.state.value for one in desk.papers.editions(visit_id, NOW)}
    assert states == {"D9": "stale", "D5": "current"}


def test_B8_1b_with_nobody_to_introduce_there_is_no_script(desk):
    empty = desk.visits.new(NOW, company="长沙启明电子").id

    with pytest.raises(ReceptionError):
        desk.papers.preview(empty, "D9", Choice(), NOW)


def test_B8_1c_who_offers_the_hand_first_and_for_how_long_is_printed(desk, visit_id):
    text = bare(script(desk, visit_id, "both"))

    assert "迎接时主人先伸手，送别时客人先伸手；初次见面不超过3秒" in text
    assert bare("on arrival the host offers the hand first, on leaving the guest does") in text
    assert bare("no longer than 3 seconds") in text

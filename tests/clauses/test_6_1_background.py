"""Section 6.1: what our side knows before the guests come (A2.1-A2.4, A5.1-A5.4)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from reception_desk.domain.dossier import dossier_to_confirm, interests_of
from reception_desk.domain.edition import Choice
from reception_desk.domain.entity import Answer
from reception_desk.domain.host import Host
from reception_desk.domain.material import MaterialKind, missing_material
from reception_desk.domain.question import Question
from reception_desk.domain.talks_beforehand import ITEM, talks_beforehand
from tests.desk import ARRIVAL, NOW, plain_visit
from tests.documents.paper_facts import bare, pages_of

LATER = NOW + timedelta(days=1)
NEXT_YEAR = ARRIVAL.replace(year=2028)


@pytest.fixture
def visit_id(desk):
    """A visit of a sample company."""
    return plain_visit(desk)


def brief(desk, visit_id, language="zh"):
    """The text of the leader's brief."""
    return pages_of(desk.papers.preview(visit_id, "D14", Choice(language=language), NOW))


def host(desk, visit_id, name="陈启明", rank=2, **facts):
    return desk.parts.add(Host, visit_id, NOW, name=name, rank=rank, is_escort=True, **facts)


def from_abroad(desk, visit_id, country="DE"):
    desk.visits.change_company(visit_id, NOW, country=country)


# A2.1


def test_A2_1_the_dossier_is_the_companys_and_there_at_the_next_visit(desk, visit_id):
    desk.visits.change_company(visit_id, NOW, background="1998年成立，三个工厂")

    again = desk.visits.get(plain_visit(desk, arrival_at=NEXT_YEAR, departure_at=None))

    assert again.company.background == "1998年成立，三个工厂"


def test_A2_1_an_earlier_text_is_kept_with_who_and_when_and_can_be_taken_back(desk, visit_id):
    desk.visits.change_company(visit_id, NOW, strength="员工300人")
    desk.visits.change_company(visit_id, LATER, strength="员工520人")
    company = desk.visits.get(visit_id).company

    [earlier] = desk.background.earlier_texts(company.id)
    assert (earlier.field, earlier.text, earlier.since, earlier.person) == (
        "strength",
        "员工300人",
        NOW,
        "李静",
    )

    desk.visits.change_company(visit_id, LATER, **{earlier.field: earlier.text})
    assert desk.visits.get(visit_id).company.strength == "员工300人"
    assert [one.text for one in desk.background.earlier_texts(company.id)] == ["员工520人"]


def test_A2_1_writing_in_the_dossier_makes_it_one_of_today(desk, visit_id):
    desk.visits.change_company(visit_id, NOW, phone="021-5555")
    assert desk.visits.get(visit_id).company.dossier_as_of is None

    desk.visits.change_company(visit_id, NOW, business_scope="减速机")
    assert desk.visits.get(visit_id).company.dossier_as_of == date(2026, 12, 1)


def test_A2_1_a_dossier_older_than_a_year_at_the_arrival_asks_to_be_confirmed(desk, visit_id):
    desk.visits.change_company(visit_id, NOW, business_scope="减速机")
    later = plain_visit(desk, arrival_at=NEXT_YEAR, departure_at=None)

    assert not dossier_to_confirm(desk.visits.get(visit_id), NOW.date())
    assert dossier_to_confirm(desk.visits.get(later), NOW.date())

    desk.background.still_true(later, NEXT_YEAR - timedelta(days=10))
    assert not dossier_to_confirm(desk.visits.get(later), NOW.date())
    desk.history.undo(LATER)
    assert dossier_to_confirm(desk.visits.get(later), NOW.date())


# A2.2


def test_A2_2_interests_are_tags_and_text():
    written = interests_of("伺服主轴，柔性产线、交货期\n他们特别关心量产交期能否缩短到六周。")

    assert written.tags == ("伺服主轴", "柔性产线", "交货期")
    assert written.text == "他们特别关心量产交期能否缩短到六周。"


def test_A2_2_purpose_and_main_interest_stand_on_the_leaders_brief(desk, visit_id):
    desk.visits.change(visit_id, NOW, purpose="样机评审")
    desk.visits.change_company(visit_id, NOW, interests="伺服主轴，交货期")

    text = bare("".join(brief(desk, visit_id)))
    assert "样机评审" in text
    assert "伺服主轴·交货期" in text


# A2.3


def test_A2_3_the_card_of_their_country_prints_with_the_leaders_brief(desk, visit_id):
    from_abroad(desk, visit_id)
    guest = desk.visits.get(visit_id).guests[0]
    desk.guests.change(guest.id, NOW, nationality="JP", diet="不吃生冷")

    text = bare("".join(brief(desk, visit_id)))
    for country in ("DE", "JP"):
        card = desk.procedure.customs().card(country)
        assert card.zh in text
        assert all(bare(point) in text for point in card.points_zh)
    assert "不吃生冷" in text


def test_A2_3_countries_that_visit_a_manufacturer_have_a_card_in_both_languages(desk):
    cards = desk.procedure.customs()
    for country in ("DE", "JP", "KR", "US", "GB", "FR", "IT", "IN", "VN", "TH", "MY", "SG", "RU", "SA", "AE"):
        card = cards.card(country)
        assert card.points_zh
        assert len(card.points_zh) == len(card.points_en)


# A2.4 (data): the dossier is there for the application's annex


def test_A2_4_whether_a_dossier_is_there_is_known(desk, visit_id):
    assert not desk.visits.get(visit_id).company.has_dossier
    desk.visits.change_company(visit_id, NOW, business_model="年度框架合同")
    assert desk.visits.get(visit_id).company.has_dossier


# A5.1


def test_A5_1_who_of_us_has_not_read_is_known(desk, visit_id):
    read, unread = host(desk, visit_id), host(desk, visit_id, "沈若兰", 3)

    desk.background.has_read(read, NOW)

    hosts = {one.id: one for one in desk.visits.get(visit_id).hosts}
    assert (hosts[read].briefed_at, hosts[read].briefed_by) == (NOW, "李静")
    assert hosts[unread].briefed_at is None

    desk.background.has_read(read, NOW, read=False)
    assert desk.visits.get(visit_id).hosts[0].briefed_at is None


# A5.2


def test_A5_2_guests_from_abroad_need_three_kinds_of_english_material(desk, visit_id):
    assert missing_material(desk.visits.get(visit_id)) == []

    from_abroad(desk, visit_id)
    assert missing_material(desk.visits.get(visit_id)) == [
        MaterialKind.COMPANY,
        MaterialKind.PRODUCT,
        MaterialKind.PROCESS,
    ]

    desk.background.place_material(visit_id, MaterialKind.PRODUCT, "展厅资料柜 B2", NOW)
    assert MaterialKind.PRODUCT not in missing_material(desk.visits.get(visit_id))

    desk.background.place_material(visit_id, MaterialKind.PRODUCT, "", NOW)
    assert MaterialKind.PRODUCT in missing_material(desk.visits.get(visit_id))


# A5.3


def test_A5_3_questions_and_answers_print_on_the_leaders_brief_in_their_order(desk, visit_id):
    ask = [
        desk.parts.add(Question, visit_id, NOW, question=text, answer="六周", owner="何亦凡", position=place)
        for place, text in enumerate(("交期多久？", "能否追溯？", "价格？"), 1)
    ]
    desk.background.move_question(ask[2], 1, NOW)

    text = bare("".join(brief(desk, visit_id)))
    places = [text.index(words) for words in ("1.价格？", "2.交期多久？", "3.能否追溯？")]
    assert places == sorted(places)
    assert "六周答复人何亦凡" in text


def test_A5_3_what_this_company_asked_before_is_offered_first(desk, visit_id):
    other = desk.visits.new(NOW, company="宁波远帆物流有限公司", arrival_at=ARRIVAL - timedelta(days=2)).id
    secret = desk.visits.new(NOW, company="长沙启明电子", arrival_at=ARRIVAL).id
    desk.visits.change(secret, NOW, is_confidential=True)
    earlier = plain_visit(desk, arrival_at=ARRIVAL - timedelta(days=400), departure_at=None)
    for asked_at, text in ((other, "装箱方式？"), (secret, "秘密？"), (earlier, "交期多久？")):
        desk.parts.add(Question, asked_at, NOW, question=text, answer="见附件")

    offered = desk.background.questions_before(visit_id)
    assert [(one.question, one.by_them) for one in offered] == [("交期多久？", True), ("装箱方式？", False)]

    desk.background.take_question(visit_id, offered[0].id, NOW)
    assert [one.answer for one in desk.visits.get(visit_id).questions] == ["见附件"]
    assert [one.question for one in desk.background.questions_before(visit_id)] == ["装箱方式？"]


# A5.4


def item(desk, visit_id):
    return next((one for one in desk.preparation.of(visit_id) if one.code == ITEM), None)


def test_A5_4_a_talk_beforehand_appears_only_with_a_chairman_or_general_manager(desk):
    visit_id = plain_visit(desk, leadership=Answer.NO)
    host(desk, visit_id, "沈若兰", 3)
    assert talks_beforehand(desk.visits.get(visit_id)) == []
    assert item(desk, visit_id) is None

    host(desk, visit_id, "陈启明", 2)
    [talk] = talks_beforehand(desk.visits.get(visit_id))
    assert (talk.leader, talk.briefing) == ("陈启明", None)
    assert item(desk, visit_id) is not None


def test_A5_4_the_last_talk_that_is_done_ticks_the_item_of_the_list(desk, visit_id):
    host(desk, visit_id, "顾总", 1)
    host(desk, visit_id, "陈启明", 2)

    desk.background.talked_over(visit_id, "顾总", NOW)
    assert item(desk, visit_id).is_open
    desk.background.talked_over(visit_id, "陈启明", NOW)
    assert not item(desk, visit_id).is_open

    desk.background.talked_over(visit_id, "顾总", NOW, done=False)
    assert item(desk, visit_id).is_open


def test_A5_4_the_tick_on_the_list_settles_the_talks_too(desk, visit_id):
    host(desk, visit_id)

    desk.preparation.check_off(visit_id, ITEM, "", NOW)
    assert [talk.is_done for talk in talks_beforehand(desk.visits.get(visit_id))] == [True]

    desk.background.talked_over(visit_id, "陈启明", NOW, done=False)
    assert item(desk, visit_id).is_open


def test_A5_4_what_was_agreed_stands_on_the_leaders_brief(desk, visit_id):
    host(desk, visit_id)
    desk.background.write_talk(visit_id, "陈启明", NOW, points="目标价下浮不超过3%\n不谈独家供应")
    desk.background.write_talk(visit_id, "陈启明", NOW, at=datetime(2026, 12, 7, 8, 0, tzinfo=UTC))

    text = "".join(brief(desk, visit_id))
    assert "• 不谈独家供应" in text
    assert "2026年12月7日(周一) 16:00" in text
    assert len(desk.visits.get(visit_id).briefings) == 1

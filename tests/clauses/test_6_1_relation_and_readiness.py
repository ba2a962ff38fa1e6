"""6.1 Preparation: how we receive by the ranks, and how far a visit is (A3.1, A0)."""

import pytest

from reception_desk.domain.employee import Employee
from reception_desk.domain.entity import Answer
from reception_desk.domain.gap import Urgency
from reception_desk.domain.readiness import Stage, readiness
from reception_desk.domain.relation import Leader, Relation, lacking_ranks, ranks_say, relation_of
from reception_desk.domain.visit import ANSWERS
from reception_desk.errors import ReceptionError
from tests.desk import NOW, plain_visit

EQUAL, HIGH, LOW = Relation


@pytest.fixture
def led(desk):
    """A visit whose main guest and lead host have ranks: `led(ours=2, theirs=3)`; its id."""

    def made(ours, theirs):
        visit_id = plain_visit(desk, level=2)
        host_id = desk.hosts.add(visit_id, NOW, name="周明远", rank=ours, is_lead=True)
        desk.guests.change(desk.visits.get(visit_id).main_guest.id, NOW, rank=theirs)
        assert host_id
        return visit_id

    return made


@pytest.mark.parametrize(("ours", "theirs", "said"), [(3, 3, EQUAL), (2, 3, HIGH), (4, 3, LOW)])
def test_A3_1_the_ranks_of_the_two_who_lead_say_how_we_receive(desk, led, ours, theirs, said):
    assert relation_of(desk.visits.get(led(ours, theirs))) is said


def test_A3_1_another_main_guest_makes_another_relation(desk, led):
    visit_id = led(3, 3)
    other = desk.guests.add(visit_id, "沈砚秋", NOW, title="工程师", rank=9)

    desk.guests.make_main(other, NOW)

    assert relation_of(desk.visits.get(visit_id)) is HIGH


def test_A3_1_another_lead_host_makes_another_relation(desk, led):
    visit_id = led(3, 3)
    desk.house.add(Employee, NOW, name="何亦凡", title="专员", rank=9)

    desk.hosts.add(visit_id, NOW, name="何亦凡", is_lead=True)

    assert relation_of(desk.visits.get(visit_id)) is LOW


def test_A3_1_without_a_rank_nothing_is_said_but_whose_is_lacking(desk, led):
    visit = desk.visits.get(led(None, 3))

    assert relation_of(visit) is None
    assert lacking_ranks(visit) == [Leader.HOST]


def test_A3_1_deciding_otherwise_needs_a_reason_which_is_kept(desk, led):
    visit_id = led(3, 3)
    with pytest.raises(ReceptionError, match="职级"):
        desk.visits.change(visit_id, NOW, relation=HIGH)

    desk.visits.change(visit_id, NOW, relation=HIGH, relation_reason="长期战略客户")

    visit = desk.visits.get(visit_id)
    assert (relation_of(visit), ranks_say(visit), visit.relation_reason) == (HIGH, EQUAL, "长期战略客户")


def test_A3_1_a_decision_is_taken_back_and_the_ranks_count_again(desk, led):
    visit_id = led(3, 3)
    desk.visits.change(visit_id, NOW, relation=HIGH, relation_reason="长期战略客户")

    desk.visits.change(visit_id, NOW, relation=None, relation_reason="")

    assert relation_of(desk.visits.get(visit_id)) is EQUAL


def found(desk, visit_id):
    """How far a visit is."""
    visit = desk.visits.get(visit_id)
    level = desk.procedure.levels().level(visit.level)
    return readiness(visit, level, desk.procedure.ranks(), desk.preparation.plan(visit))


def missing(desk, visit_id):
    return [one.what for one in found(desk, visit_id).missing]


@pytest.fixture
def complete(desk):
    """A visit at level 3 of which nothing is missing but the preparation; its id."""
    facts = dict.fromkeys(ANSWERS, Answer.NO) | {
        "owner_department": "华东销售部", "applicant": "陆文昊", "purpose": "洽谈", "heads": 1, "level": 3,
    }  # fmt: skip
    visit_id = plain_visit(desk, **facts)
    desk.guests.change(desk.visits.get(visit_id).main_guest.id, NOW, rank=1)
    for name, title, rank in (("陆文昊", "销售经理", 6), ("何亦凡", "专员", 9)):
        desk.house.add(Employee, NOW, name=name, department="华东销售部", title=title, rank=rank)
    desk.hosts.propose(visit_id, NOW)
    return visit_id


def prepared(desk, visit_id):
    for item in desk.preparation.of(visit_id):
        if item.is_open:
            desk.preparation.check_off(visit_id, item.code, item.subject, NOW)


def test_A0_a_visit_goes_from_the_facts_to_ready(desk, complete):
    stages = []
    for changes in ({"purpose": ""}, {"purpose": "洽谈", "level": None}, {"level": 2}, {"level": 3}):
        desk.visits.change(complete, NOW, **changes)
        stages.append(found(desk, complete).stage)
    prepared(desk, complete)

    assert [*stages, found(desk, complete).stage] == list(Stage)


def test_A0_what_is_missing_is_listed_each_with_its_place(desk, complete):
    desk.visits.change(complete, NOW, purpose="", level=None)

    listed = [(one.what, one.section, one.field) for one in found(desk, complete).missing[:2]]

    assert listed == [("来访目的", "overview", "purpose"), ("接待级别", "plan", "level")]


@pytest.mark.parametrize(
    ("lacking", "word"),
    [
        ({"purpose": ""}, "来访目的"),
        ({"level": None}, "接待级别"),
        ({"hotel": Answer.UNCONFIRMED}, "1项需求未确认"),
    ],
)
def test_A0_a_visit_that_lacks_a_fact_is_not_ready_however_far_the_list(desk, complete, lacking, word):
    prepared(desk, complete)
    assert found(desk, complete).stage is Stage.READY

    desk.visits.change(complete, NOW, **lacking)

    assert found(desk, complete).stage is not Stage.READY
    assert word in missing(desk, complete)


def test_A0_with_a_reason_it_is_ready_and_what_goes_missing_later_stands_beside_it(desk, complete):
    desk.visits.change(complete, NOW, ready_reason="领导同意先行")
    assert found(desk, complete).stage is Stage.READY

    desk.visits.change(complete, NOW, purpose="")

    after = found(desk, complete)
    assert (after.stage, after.is_by_word, after.reason) == (Stage.READY, True, "领导同意先行")
    assert "来访目的" in missing(desk, complete)


def test_A0_the_reason_is_taken_back(desk, complete):
    desk.visits.change(complete, NOW, ready_reason="领导同意先行")

    desk.visits.change(complete, NOW, ready_reason="")

    assert found(desk, complete).stage is Stage.PREPARATION


def test_A7_while_the_gap_finder_finds_anything_the_visit_is_not_ready(desk, complete):
    prepared(desk, complete)
    visit, plan = desk.visits.get(complete), desk.preparation.of(complete)
    level, ranks = desk.procedure.levels().level(visit.level), desk.procedure.ranks()
    lacking = desk.gaps.of(visit, plan, NOW)

    assert any("复述" in gap.sentence for gap in lacking)
    assert readiness(visit, level, ranks, plan, lacking).stage is Stage.PREPARATION
    assert readiness(visit, level, ranks, plan).stage is Stage.READY


def test_A7_gaps_are_in_the_order_in_which_they_hurt_each_with_its_place(desk, complete):
    desk.visits.change(complete, NOW, departure_at=None, owner_department="")

    found = desk.gaps.of(desk.visits.get(complete), desk.preparation.of(complete), NOW)

    moments = [gap.hurts_at for gap in found if gap.urgency is Urgency.SOON and gap.hurts_at]
    assert moments == sorted(moments)
    assert all(gap.section for gap in found)


def test_A1_2a_an_empty_purpose_cannot_be_submitted(desk, complete):
    desk.visits.change(complete, NOW, purpose="  ")

    with pytest.raises(ReceptionError, match="来访目的"):
        desk.visits.submit(complete, NOW)

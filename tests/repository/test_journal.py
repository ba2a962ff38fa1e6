"""The journal sees every change, and nothing goes past it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import delete, insert, update

from reception_desk.domain.company import Company
from reception_desk.domain.guest import Guest
from reception_desk.domain.journal import RowKind, Step
from reception_desk.domain.visit import Visit
from reception_desk.errors import ReceptionError
from reception_desk.repository.journal import PastTheJournalError, Said
from tests.desk import ARRIVAL, NOW, plain_visit


def rows_of_last_step(desk):
    with desk.database.reading() as work:
        return work.steps.get(work.steps.newest_id()).rows


def test_a_changed_field_is_one_row_with_old_and_new_value(desk):
    visit_id = plain_visit(desk)

    desk.visits.change(visit_id, NOW, arrival_at=datetime(2026, 12, 8, 5, 30, tzinfo=UTC))

    (row,) = rows_of_last_step(desk)
    assert (row.kind, row.entity, row.field) == (RowKind.UPDATE, "visit", "arrival_at")
    assert (row.old, row.new) == ("2026-12-08T02:30:00+00:00", "2026-12-08T05:30:00+00:00")


def test_a_step_names_who_did_it_where_and_when(desk):
    visit_id = plain_visit(desk)

    desk.visits.change(visit_id, NOW, purpose="考察产线")

    step = desk.history.of_visit(visit_id)[0]
    assert (step.person, step.desk, step.at) == ("李静", "1", NOW)


def test_setting_a_field_to_what_it_was_writes_no_step(desk):
    visit_id = plain_visit(desk)
    before = desk.history.newest()

    desk.visits.change(visit_id, NOW, level=1)

    assert desk.history.newest() == before


def test_a_refused_change_leaves_neither_value_nor_row(desk):
    visit_id = plain_visit(desk)
    before = desk.history.newest()

    with pytest.raises(ReceptionError):
        desk.visits.change(visit_id, NOW, level=77)

    assert desk.visits.get(visit_id).level == 1
    assert desk.history.newest() == before


@pytest.mark.parametrize(
    "statement",
    [
        update(Visit).values(level=2),
        delete(Guest),
        insert(Company).values(name="x"),
    ],
    ids=["update", "delete", "insert"],
)
def test_bulk_statements_on_facts_are_refused(desk, statement):
    plain_visit(desk)

    with desk.database.reading() as work, pytest.raises(PastTheJournalError):
        work.session.execute(statement)


@pytest.mark.parametrize("name", ["bulk_save_objects", "bulk_insert_mappings", "bulk_update_mappings"])
def test_the_old_bulk_methods_are_refused_too(desk, name):
    with desk.database.reading() as work, pytest.raises(PastTheJournalError):
        getattr(work.session, name)(Company, [])


def test_facts_changed_without_a_sentence_are_a_bug(desk):
    with desk.database.reading() as work, pytest.raises(AssertionError, match="sentence"):
        work.add(Company(name="某公司"))


def test_an_expired_value_is_still_known_as_the_old_one(desk):
    visit_id = plain_visit(desk, purpose="参观")
    with desk.database.unit_of_work(Said("x"), NOW) as work:
        visit = work.get(Visit, visit_id)
        work.session.expire(visit)
        visit.purpose = "洽谈"

    (row,) = rows_of_last_step(desk)
    assert row.old == "参观"


def test_deleting_writes_down_every_field_that_was_there(desk):
    visit_id = plain_visit(desk)
    guest = desk.visits.get(visit_id).guests[0]

    desk.guests.remove(guest.id, NOW)

    gone = {row.field: row.old for row in rows_of_last_step(desk)}
    assert gone["title"] == "董事长"
    assert gone["is_main"] is True


def test_the_sentence_of_a_step_follows_the_language(desk):
    from reception_desk.i18n import use_language

    visit_id = plain_visit(desk)
    desk.visits.change(visit_id, NOW, arrival_at=ARRIVAL.replace(hour=6))
    step: Step = desk.history.of_visit(visit_id)[0]

    use_language("en")
    in_english = step.said
    use_language("zh")

    assert in_english == "Changed Arrival"
    assert step.said != in_english


def test_a_ticked_item_is_named_in_the_language_of_the_reader(desk):
    from reception_desk.i18n import use_language

    visit_id = plain_visit(desk)
    desk.preparation.check_off(visit_id, "129", "", NOW)
    step = desk.history.of_visit(visit_id)[0]

    in_chinese = step.said
    use_language("en")
    in_english = step.said
    use_language("zh")

    assert "接机牌打印" in in_chinese
    assert "Placard printed" in in_english

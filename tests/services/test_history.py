"""Undo and redo: this person's last step, across restarts, refused where somebody changed it since."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reception_desk.desk import open_desk
from reception_desk.domain.entity import Entity
from reception_desk.domain.meeting import Meeting
from reception_desk.errors import ReceptionError
from tests.desk import ARRIVAL, NOW, new_desk, plain_visit


def facts_of(desk):
    """Every journalled row of the store, by table."""
    with desk.database.connection() as connection:
        return {
            table.name: sorted(map(tuple, connection.execute(table.select())))
            for table in Entity.metadata.sorted_tables
            if table.name not in ("step", "journal_row", "edition", "template", "preference")
        }


def test_undo_brings_the_old_value_back(desk):
    visit_id = plain_visit(desk, purpose="参观")
    desk.visits.change(visit_id, NOW, purpose="洽谈")

    desk.history.undo(NOW)

    assert desk.visits.get(visit_id).purpose == "参观"


def test_redo_does_it_again(desk):
    visit_id = plain_visit(desk, purpose="参观")
    desk.visits.change(visit_id, NOW, purpose="洽谈")
    desk.history.undo(NOW)

    desk.history.redo(NOW)

    assert desk.visits.get(visit_id).purpose == "洽谈"


def test_a_deleted_guest_comes_back_under_the_same_number(desk):
    visit_id = plain_visit(desk)
    guest_id = desk.guests.add(visit_id, "欧阳喆", NOW, title="总经理")
    desk.guests.remove(guest_id, NOW)

    desk.history.undo(NOW)

    back = desk.visits.get(visit_id).guests[-1]
    assert (back.id, back.person.name, back.title) == (guest_id, "欧阳喆", "总经理")


def test_undoing_a_new_visit_takes_all_of_it_back(desk):
    empty = facts_of(desk)
    plain_visit(desk)

    desk.history.undo(NOW)

    assert facts_of(desk) == empty


def test_undo_works_after_a_restart(tmp_path):
    first = new_desk(tmp_path)
    visit_id = plain_visit(first, purpose="参观")
    first.visits.change(visit_id, NOW, purpose="洽谈")
    first.close()

    again = open_desk(tmp_path, NOW)
    again.history.undo(NOW)

    assert again.visits.get(visit_id).purpose == "参观"
    again.close()


def test_another_persons_step_is_not_undone_for_them(desk):
    visit_id = plain_visit(desk)
    desk.visits.change(visit_id, NOW, purpose="洽谈")

    desk.company.change(NOW, at_desk="王敏")

    assert desk.history.undoable() is None


def test_undo_is_refused_with_the_name_of_who_changed_it_since(desk):
    visit_id = plain_visit(desk, purpose="参观")
    desk.visits.change(visit_id, NOW, purpose="洽谈")
    desk.company.change(NOW, at_desk="王敏")
    desk.visits.change(visit_id, NOW, purpose="验厂")
    desk.company.change(NOW, at_desk="李静")

    with pytest.raises(ReceptionError, match="王敏"):
        desk.history.undo(NOW)

    assert desk.visits.get(visit_id).purpose == "验厂"


def test_a_new_step_after_an_undo_leaves_nothing_to_redo(desk):
    visit_id = plain_visit(desk)
    desk.visits.change(visit_id, NOW, purpose="洽谈")
    desk.history.undo(NOW)

    desk.visits.change(visit_id, NOW, purpose="验厂")

    assert desk.history.redoable() is None


def test_naming_another_main_guest_is_undone_in_one_step(desk):
    visit_id = plain_visit(desk)
    other = desk.guests.add(visit_id, "欧阳喆", NOW)
    desk.guests.make_main(other, NOW)

    desk.history.undo(NOW)

    assert desk.visits.get(visit_id).main_guest.person.name == "顾翀"


def test_with_nothing_done_there_is_nothing_to_undo(desk):
    with pytest.raises(ReceptionError):
        desk.history.undo(NOW)


def _walk(desk, visit_id, what):
    verb, number = what
    guests = desk.visits.get(visit_id).guests
    item = desk.preparation.of(visit_id)[number]
    match verb:
        case "purpose":
            desk.visits.change(visit_id, NOW, purpose=f"目的{number}")
        case "add":
            desk.guests.add(visit_id, f"客人{number}", NOW)
        case "remove" if len(guests) > 1:
            desk.guests.remove(guests[number % len(guests)].id, NOW)
        case "main" if guests:
            desk.guests.make_main(guests[number % len(guests)].id, NOW)
        case "move" if guests:
            desk.guests.move(guests[number % len(guests)].id, 1 + number % 3, NOW)
        case "tick" if item.is_open:
            desk.preparation.check_off(visit_id, item.code, item.subject, NOW)
        case "meeting":
            desk.parts.add(Meeting, visit_id, NOW, starts_at=ARRIVAL, room=f"{number}号会议室")


WALKS = st.lists(
    st.tuples(
        st.sampled_from(["purpose", "add", "remove", "main", "move", "tick", "meeting"]), st.integers(0, 9)
    ),
    max_size=8,
)


@pytest.mark.timeout(240)  # every step is on the disk before the next one
@given(walk=WALKS)
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_undoing_any_walk_step_by_step_is_as_if_nothing_had_been_done(tmp_path_factory, walk):
    desk = new_desk(tmp_path_factory.mktemp("desk"))
    visit_id = plain_visit(desk)
    before, first = facts_of(desk), desk.history.undoable().id

    for what in walk:
        _walk(desk, visit_id, what)
    after = facts_of(desk)
    undone = 0
    while desk.history.undoable().id != first:
        desk.history.undo(NOW)
        undone += 1
    assert facts_of(desk) == before
    for _ in range(undone):
        desk.history.redo(NOW)

    assert facts_of(desk) == after
    assert desk.backups.check() == []
    desk.close()

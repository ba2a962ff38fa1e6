"""Backups: verified, thinned, restored."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_desk.desk import open_desk
from reception_desk.errors import ReceptionError
from reception_desk.repository import backups
from reception_desk.repository.backups import Backup
from reception_desk.services.backups import desk_lock, restore
from tests.desk import NOW, plain_visit


def test_a_backup_is_made_only_if_something_was_changed(desk):
    first = desk.backups.make_if_changed(NOW)

    assert first is not None
    assert desk.backups.make_if_changed(NOW) is None
    plain_visit(desk)
    assert desk.backups.make_if_changed(NOW + timedelta(minutes=30)) is not None


def test_another_start_on_unchanged_data_makes_no_second_backup(desk):
    desk.backups.make_if_changed(NOW)
    folder = desk.folder
    desk.close()

    again = open_desk(folder, NOW)

    assert again.backups.make_if_changed(NOW + timedelta(hours=1)) is None
    again.close()


def test_a_changed_preference_is_a_change_too(desk):
    desk.backups.make_if_changed(NOW)

    desk.company.change(NOW, language="en")

    assert desk.backups.make_if_changed(NOW + timedelta(hours=1)) is not None


def test_a_backup_has_every_row(desk):
    plain_visit(desk)

    made = desk.backups.make(NOW)

    assert made.rows["visit"] == 1
    assert backups.verify(made.file) == made.rows


def test_a_backup_that_was_altered_is_not_used(desk):
    made = desk.backups.make(NOW)
    data = bytearray(made.file.read_bytes())
    data[-10] ^= 1
    made.file.write_bytes(data)

    with pytest.raises(ReceptionError):
        backups.verify(made.file)


def test_restore_brings_back_what_was_there_and_keeps_what_it_replaced(desk, tmp_path):
    visit_id = plain_visit(desk, purpose="参观")
    made = desk.backups.make(NOW)
    desk.visits.change(visit_id, NOW, purpose="洽谈")
    desk.close()

    kept = restore(made.file, desk.folder, NOW)

    again = open_desk(desk.folder, NOW)
    assert again.visits.get(visit_id).purpose == "参观"
    assert kept is not None
    assert backups.verify(kept)["visit"] == 1
    again.close()


def test_restore_refuses_while_the_desk_is_open(desk):
    made = desk.backups.make(NOW)
    window = desk_lock(desk.folder)
    assert window.take()

    with pytest.raises(ReceptionError):
        restore(made.file, desk.folder, NOW)
    window.release()


def test_restore_of_something_else_changes_nothing(desk, tmp_path):
    plain_visit(desk)
    desk.close()
    other = tmp_path / "letter.txt"
    other.write_text("dear sir")

    with pytest.raises(ReceptionError):
        restore(other, desk.folder, NOW)

    again = open_desk(desk.folder, NOW)
    assert again.visits.count() == 1
    again.close()


def test_a_backup_is_restored_into_an_empty_folder_too(desk, tmp_path):
    plain_visit(desk)
    made = desk.backups.make(NOW, tmp_path / "elsewhere")

    restore(made.file, tmp_path / "new", NOW)

    again = open_desk(tmp_path / "new", NOW)
    assert again.visits.count() == 1
    again.close()


def aged(*hours):
    return [Backup(file=Path(f"{h}"), made_at=NOW - timedelta(hours=h), rows={}) for h in hours]


def test_everything_of_the_last_two_days_is_kept():
    recent = aged(*range(48))

    assert backups.kept_of(recent, NOW) == recent


def test_older_ones_are_thinned_to_days_weeks_and_months():
    old = aged(*range(0, 24 * 400, 3))

    kept = backups.kept_of(old, NOW)

    older = [backup for backup in kept if NOW - backup.made_at > timedelta(days=2)]
    assert len(older) <= 12 + 10 + 9
    assert max(NOW - backup.made_at for backup in older) > timedelta(days=200)


@given(st.lists(st.integers(0, 24 * 500), unique=True, max_size=60))
def test_thinning_again_deletes_nothing_more(hours):
    once = backups.kept_of(aged(*hours), NOW)

    assert len(backups.kept_of(once, NOW)) == len(once)


def test_what_describes_a_backup_is_no_backup_and_names_the_one_it_describes(desk):
    made = desk.backups.make(NOW)

    with pytest.raises(ReceptionError, match=made.file.name):
        backups.verify(made.file.with_suffix(".json"))


def test_a_damaged_description_beside_a_backup_hides_only_that_backup(desk):
    made = desk.backups.make(NOW)
    made.file.with_suffix(".json").write_text("{")

    assert desk.backups.listed() == []
    assert backups.verify(made.file)["visit"] == 0

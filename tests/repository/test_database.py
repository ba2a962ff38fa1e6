"""The store as it is opened: settings that were measured to lose nothing, and its troubles in sentences."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from reception_desk import paths
from reception_desk.desk import open_desk
from reception_desk.errors import ReceptionError
from reception_desk.repository.database import Database
from tests.desk import NOW, plain_visit


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "delete"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("secure_delete", 1),
    ],
)
def test_every_connection_is_set_for_safety(desk, pragma, value):
    with desk.database.connection() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one() == value


def test_a_writer_has_the_lock_from_its_first_moment(desk):
    with desk.database.unit_of_work(None, NOW):
        other = sqlite3.connect(desk.database.file, timeout=0, isolation_level=None)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        other.close()


def test_a_reader_that_is_done_keeps_no_writer_out(desk):
    with desk.database.reading() as work:
        work.visits.count()

    other = sqlite3.connect(desk.database.file, timeout=0, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    other.close()


def test_a_busy_store_is_said_in_a_sentence(desk):
    plain_visit(desk)
    with desk.database.connection() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 50")
    other = sqlite3.connect(desk.database.file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(ReceptionError):
        desk.visits.change(1, NOW, purpose="x")
    other.close()


def test_a_full_disk_leaves_everything_as_it_was(desk):
    visit_id = plain_visit(desk, purpose="参观")
    with desk.database.connection() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    with pytest.raises(ReceptionError):
        desk.visits.change(visit_id, NOW, note="很长" * 40_000)

    assert desk.visits.get(visit_id).note == ""
    assert desk.backups.check() == []


def test_a_damaged_file_is_refused_and_left_alone(tmp_path):
    file = tmp_path / paths.DATABASE_NAME
    file.write_bytes(b"this is not a database" * 500)

    with pytest.raises(ReceptionError):
        open_desk(tmp_path, NOW)

    assert file.read_bytes().startswith(b"this is not a database")


def test_a_file_of_another_program_is_refused(tmp_path):
    other = sqlite3.connect(tmp_path / paths.DATABASE_NAME)
    other.execute("CREATE TABLE something (x)")
    other.close()

    with pytest.raises(ReceptionError):
        open_desk(tmp_path, NOW)


@pytest.mark.parametrize("name", ["OneDrive", "Dropbox", "坚果云", "OneDrive - 某公司"])
def test_a_folder_of_a_sync_client_is_refused_before_anything_is_made(tmp_path, name):
    folder = tmp_path / name / "desk"

    with pytest.raises(ReceptionError, match=name):
        Database.open(folder, NOW)

    assert not folder.exists()


def test_a_network_share_is_refused(monkeypatch, tmp_path):
    mounts = tmp_path / "mounts"
    mounts.write_text(f"server:/share {tmp_path} nfs4 rw 0 0\n/dev/sda / ext4 rw 0 0\n")
    monkeypatch.setattr(paths._file_system, "__defaults__", (mounts,))

    with pytest.raises(ReceptionError):
        paths.refuse_unsafe(tmp_path / "desk")


def test_a_windows_share_is_refused():
    with pytest.raises(ReceptionError):
        paths.refuse_unsafe(Path("//server/share/desk"))


def test_the_store_refuses_a_second_main_guest_whoever_writes(desk):
    visit_id = plain_visit(desk)
    desk.guests.add(visit_id, "欧阳喆", NOW)

    with desk.database.connection() as connection, pytest.raises(Exception, match="UNIQUE"):
        connection.execute(text("UPDATE guest SET is_main = 1"))


WRITER = """
    import sys
    from pathlib import Path
    from tests.desk import NOW
    from reception_desk.desk import open_desk
    desk = open_desk(Path(sys.argv[1]), NOW)
    while True:
        visit = desk.visits.new(NOW, company="某某公司", main_guest="张三")
        desk.preparation.check_off(visit.id, "101", "", NOW)
        print(visit.number, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_what_was_said_to_be_saved_survives_kill_9(tmp_path):
    acknowledged = []
    for _ in range(4):
        process = subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(WRITER), str(tmp_path)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
            env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
        )
        acknowledged += [process.stdout.readline().strip() for _ in range(3)]
        os.kill(process.pid, signal.SIGKILL)
        rest, _ = process.communicate(timeout=20)
        acknowledged += rest.split()

    desk = open_desk(tmp_path, NOW)
    stored = {line.number: line.id for line in desk.visits.page(limit=1000)}
    assert set(acknowledged) <= set(stored)
    for number in acknowledged:
        done = [item for item in desk.preparation.of(stored[number]) if not item.is_open]
        assert [item.code for item in done] == ["101"]
    assert desk.backups.check() == []
    desk.close()


@pytest.mark.skipif(sys.platform == "win32", reason="slow there")
def test_programs_side_by_side_wait_for_each_other(tmp_path):
    code = textwrap.dedent("""
        import sys
        from pathlib import Path
        from tests.desk import NOW
        from reception_desk.desk import open_desk
        desk = open_desk(Path(sys.argv[1]), NOW)
        for _ in range(15):
            desk.visits.new(NOW, company="某某公司")
    """)
    open_desk(tmp_path, NOW).close()
    root = Path(__file__).parents[2]

    running = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(tmp_path)], cwd=root, env=os.environ | {"PYTHONPATH": str(root)}
        )
        for _ in range(3)
    ]

    assert [process.wait(timeout=50) for process in running] == [0, 0, 0]
    desk = open_desk(tmp_path, NOW)
    assert desk.visits.count() == 45
    desk.close()


def test_a_look_within_a_look_does_not_wait_for_a_writer_that_waits_for_the_first(desk):
    file = desk.database.file

    def write():
        with closing(sqlite3.connect(file, timeout=30)) as raw:
            raw.execute("BEGIN IMMEDIATE")
            raw.execute("INSERT INTO preference (key, value) VALUES ('beside', '1')")
            raw.commit()  # waits for the reader

    def is_waiting():
        with closing(sqlite3.connect(file, timeout=0)) as probe:
            try:
                probe.execute("SELECT count(*) FROM preference").fetchone()
            except sqlite3.OperationalError:
                return True
        return False

    writer = threading.Thread(target=write)
    with desk.database.reading() as work:
        work.settings.read()
        writer.start()
        deadline = time.monotonic() + 20
        while not is_waiting() and time.monotonic() < deadline:
            time.sleep(0.01)
        assert is_waiting()
        assert desk.procedure.levels().levels
    writer.join(timeout=30)

    assert not writer.is_alive()

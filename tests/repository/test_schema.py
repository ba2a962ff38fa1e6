"""The schema: made whole, migrated without losing a row, refused where it is newer."""

from __future__ import annotations

import os
import re
import signal
import sqlite3
import subprocess
import sys
import textwrap
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from reception_desk.desk import open_desk
from reception_desk.domain.entity import Entity
from reception_desk.domain.meeting import Meeting
from reception_desk.errors import ReceptionError
from reception_desk.paths import DATABASE_NAME
from reception_desk.repository import migrate, schema
from reception_desk.repository.database import connect
from tests.desk import NOW, new_desk, plain_visit

ROOT = Path(__file__).parents[2]
VERSIONS = migrate.SCRIPTS / "versions"
LATER = textwrap.dedent('''
    """A migration as a later version might bring it: it rebuilds the table of visits."""

    import sqlalchemy as sa
    from alembic import op

    revision = "later"
    down_revision = "NOW"


    def upgrade():
        kept = {"sqlite_autoincrement": True}
        with op.batch_alter_table("visit", recreate="always", table_kwargs=kept) as batch:
            batch.add_column(sa.Column("later", sa.Boolean(), nullable=False, server_default="0"))
            batch.alter_column("purpose", new_column_name="reason")
''').replace("NOW", schema.VERSION)


@pytest.fixture
def scripts(tmp_path):
    """The migrations of a later version."""
    folder = tmp_path / "migrations"
    (folder / "versions").mkdir(parents=True)
    for name in ("env.py", "script.py.mako", *(f"versions/{file.name}" for file in VERSIONS.glob("v*.py"))):
        (folder / name).write_text((migrate.SCRIPTS / name).read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "versions" / "vlater.py").write_text(LATER, encoding="utf-8")
    return folder


@pytest.fixture
def old_file(tmp_path):
    """A closed data file of the first version, with a visit and its items."""
    desk = new_desk(tmp_path / "old")
    visit_id = plain_visit(desk)
    desk.preparation.check_off(visit_id, "101", "", NOW)
    desk.close()
    return tmp_path / "old" / DATABASE_NAME


def counts(file):
    with closing(sqlite3.connect(file)) as raw:
        names = [name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: raw.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}


def test_a_new_file_is_what_the_entities_say(desk):
    with desk.database.connection() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "include_name": lambda name, kind, _: (
                    kind != "table" or not name.startswith(("visit_search", "sqlite_"))
                )
            },
        )
        differences = compare_metadata(context, Entity.metadata)

    assert [one for one in differences if one[1].name != "alembic_version"] == []


def test_the_version_in_the_code_is_the_newest_migration():
    assert ScriptDirectory.from_config(migrate.config()).get_current_head() == schema.VERSION


def test_opening_an_up_to_date_file_does_not_import_alembic(old_file):
    code = (
        "import sys; from pathlib import Path; from tests.desk import NOW; from reception_desk.desk import open_desk;"
        "open_desk(Path(sys.argv[1]), NOW).close(); sys.exit('alembic' in sys.modules)"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT)}

    done = subprocess.run(
        [sys.executable, "-c", code, str(old_file.parent)], env=environment, timeout=50, check=False
    )

    assert done.returncode == 0


def test_a_migration_that_rebuilds_a_table_keeps_every_child(old_file, scripts):
    before = counts(old_file)

    migrate.migrate(connect(old_file), old_file, schema.VERSION, NOW, scripts)

    assert counts(old_file) == before


def test_the_file_is_copied_before_it_is_migrated(old_file, scripts):
    before = counts(old_file)

    migrate.migrate(connect(old_file), old_file, schema.VERSION, NOW, scripts)

    (copy,) = (old_file.parent / "backups").glob(f"before-{schema.VERSION}-*.sqlite")
    assert counts(copy) == before
    with closing(sqlite3.connect(copy)) as raw:
        assert raw.execute("SELECT version_num FROM alembic_version").fetchone() == (schema.VERSION,)


def test_a_migration_that_would_let_numbers_come_twice_is_refused_and_taken_back(old_file, scripts):
    forgetful = LATER.replace(", table_kwargs=kept", "")
    (scripts / "versions" / "vlater.py").write_text(forgetful, encoding="utf-8")

    with pytest.raises(RuntimeError, match="AUTOINCREMENT"):
        migrate.migrate(connect(old_file), old_file, schema.VERSION, NOW, scripts)

    with closing(sqlite3.connect(old_file)) as raw:
        assert raw.execute("SELECT version_num FROM alembic_version").fetchone() == (schema.VERSION,)


def test_foreign_keys_are_on_again_after_a_migration(old_file, scripts):
    engine = connect(old_file)

    migrate.migrate(engine, old_file, schema.VERSION, NOW, scripts)

    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1


def test_a_file_of_a_newer_version_is_refused_and_left_alone(old_file):
    with closing(sqlite3.connect(old_file)) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
        raw.commit()

    with pytest.raises(ReceptionError):
        open_desk(old_file.parent, NOW)

    assert counts(old_file)["visit"] == 1


MIGRATING = """
    import sys
    from pathlib import Path
    from tests.desk import NOW
    from reception_desk.repository import migrate, schema
    from reception_desk.repository.database import connect
    file = Path(sys.argv[1])
    print("go", flush=True)
    migrate.migrate(connect(file), file, schema.VERSION, NOW, Path(sys.argv[2]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
@pytest.mark.parametrize("milliseconds", [0, 20, 60, 120, 200, 300])
def test_a_migration_that_is_killed_leaves_the_old_file_or_the_new(old_file, scripts, milliseconds):
    before = counts(old_file)
    command = [sys.executable, "-c", textwrap.dedent(MIGRATING), str(old_file), str(scripts)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, env=environment)
    process.stdout.readline()

    try:
        process.wait(timeout=milliseconds / 1000)
    except subprocess.TimeoutExpired:
        os.kill(process.pid, signal.SIGKILL)
    process.communicate(timeout=20)

    with closing(sqlite3.connect(old_file)) as raw:
        (version,) = raw.execute("SELECT version_num FROM alembic_version").fetchone()
        columns = {row[1] for row in raw.execute("PRAGMA table_info(visit)")}
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert ("later" in columns) == (version == "later")
    assert counts(old_file) == before


OLD = Path(__file__).parents[1] / "data"


def left_by(version, folder):
    """A data file as that version of the program left it."""
    file = folder / version / DATABASE_NAME
    file.parent.mkdir()
    with closing(sqlite3.connect(file)) as raw:
        raw.executescript((OLD / f"store_{version}.sql").read_text(encoding="utf-8"))
    return file


@pytest.fixture
def first_file(tmp_path):
    """A data file as the first version of the program left it."""
    return left_by("0001", tmp_path)


@pytest.fixture(params=sorted(file.stem.removeprefix("store_") for file in OLD.glob("store_*.sql")))
def older_file(request, tmp_path):
    """A data file as each older version of the program left it."""
    return left_by(request.param, tmp_path)


def made(file):
    """What a file is made of: columns, indexes and the names of constraints of every table."""
    with closing(sqlite3.connect(file)) as raw:
        objects = raw.execute(
            "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"
        ).fetchall()
        columns = {
            name: {column[1:4] for column in raw.execute(f'PRAGMA table_info("{name}")')}
            for kind, name, _sql in objects
            if kind == "table"
        }
    checks = {name: set(re.findall(r"CONSTRAINT \"?(\w+)", sql or "")) for _kind, name, sql in objects}
    return columns, checks


def test_a_file_of_an_older_version_becomes_what_a_new_one_is(older_file, tmp_path):
    new_desk(tmp_path / "new").close()

    open_desk(older_file.parent, NOW).close()

    assert made(older_file) == made(tmp_path / "new" / DATABASE_NAME)


def test_a_file_of_an_older_version_keeps_its_facts(older_file):
    before = counts(older_file)

    desk = open_desk(older_file.parent, NOW)

    (line,) = desk.visits.page("顾翀")
    visit = desk.visits.get(line.id)
    desk.close()
    assert (visit.number, len(visit.car_bookings), len(visit.items)) == ("2026-0001", 1, 1)
    after = counts(older_file)
    own = {name for name in before if not name.startswith(("visit_search", "sqlite_", "template"))}
    assert {name: after[name] for name in own} == {name: before[name] for name in own}


def test_a_number_that_was_given_before_a_migration_is_not_given_again(first_file):
    with closing(sqlite3.connect(first_file)) as raw, raw:
        raw.execute("UPDATE sqlite_sequence SET seq = 50 WHERE name = 'visit'")  # 2 to 50 were deleted
        raw.execute("INSERT INTO sqlite_sequence VALUES ('meeting', 50)")  # all were

    desk = open_desk(first_file.parent, NOW)

    visit = desk.visits.new(NOW)
    meeting = desk.parts.add(Meeting, visit.id, NOW)
    desk.close()
    assert (visit.id, meeting) == (51, 51)


def test_the_company_s_own_templates_of_an_older_version_are_still_read(older_file):
    desk = open_desk(older_file.parent, NOW)

    procedure = desk.procedure
    for read in (
        procedure.levels,
        procedure.lead_times,
        procedure.wording,
        procedure.ranks,
        procedure.customs,
    ):
        assert read().name
    assert procedure.checklist(procedure.newest_checklist_id()).lines
    desk.close()

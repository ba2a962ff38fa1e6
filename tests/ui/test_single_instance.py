"""One window for each data folder, with real processes."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reception_desk.errors import ReceptionError
from reception_desk.services.backups import restore
from tests.desk import NOW
from ui.single_instance import SingleWindow, server_name

ROOT = Path(__file__).resolve().parents[2]
FIRST = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from ui.single_instance import SingleWindow
app = QCoreApplication([])
seat = SingleWindow(Path(sys.argv[1]))
ours = seat.claim()
if ours:
    seat.listen()
print("ours" if ours else "theirs", flush=True)
seat.raise_wanted.connect(lambda: print("raised", flush=True))
app.exec()
"""


@pytest.fixture
def first(tmp_path):
    """Another process that has the folder."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    process = subprocess.Popen(
        [sys.executable, "-c", FIRST, str(tmp_path / "desk")],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
        cwd=tmp_path,
    )
    assert process.stdout.readline() == "ours\n"
    yield process
    process.kill()
    process.wait(10)
    process.stdout.close()


def _program(folder, *arguments):
    environment = os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [sys.executable, "-P", "-m", "ui", "--data", str(folder), *arguments],
        capture_output=True,
        text=True,
        env=environment,
        timeout=50,
        check=False,
    )


def test_the_second_window_raises_the_first_and_ends(qtbot, first, tmp_path):
    second = SingleWindow(tmp_path / "desk")

    assert not second.claim()
    assert first.stdout.readline() == "raised\n"


def test_the_program_started_twice_ends_at_once_with_0(first, tmp_path):
    done = _program(tmp_path / "desk")

    assert (done.returncode, done.stderr) == (0, "")
    assert first.stdout.readline() == "raised\n"


def test_another_folder_has_a_window_of_its_own(qtbot, first, tmp_path):
    other = SingleWindow(tmp_path / "other desk")

    assert other.claim()
    other.release()


def test_after_a_crash_the_folder_is_free_and_the_dead_socket_is_swept_away(qtbot, first, tmp_path):
    first.send_signal(signal.SIGKILL)
    first.wait(10)

    again = SingleWindow(tmp_path / "desk")
    assert again.claim()
    again.listen()

    third = SingleWindow(tmp_path / "desk")
    with qtbot.waitSignal(again.raise_wanted, timeout=5000):
        third._call_the_first()
    again.release()


def test_restore_refuses_while_the_window_is_open(first, desk, tmp_path):
    backup = desk.backups.make(NOW)

    with pytest.raises(ReceptionError):
        restore(backup.file, tmp_path / "desk", NOW)


def test_two_names_of_one_folder_are_one_folder(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")

    assert server_name(tmp_path / "link") == server_name(tmp_path / "real")


def test_a_folder_that_cannot_be_made_is_refused_with_a_sentence(qtbot, tmp_path):
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(ReceptionError, match="file"):
        SingleWindow(tmp_path / "file" / "desk").claim()


def test_the_program_starts_and_ends_with_0(tmp_path):
    done = _program(tmp_path / "desk", "--smoke")

    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "desk" / "reception.sqlite").exists()


def test_a_wrong_argument_is_refused_in_one_sentence_with_2(tmp_path):
    done = _program(tmp_path / "desk", "--now", "yesterday")

    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "desk").exists()

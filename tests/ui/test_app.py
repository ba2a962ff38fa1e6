"""The program around the window: trouble that was foreseen is a page, trouble that was not is an apology."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from reception_desk.paths import DATABASE_NAME
from ui.bug_report import BugReport, report_of
from ui.last_look import LastLook, read_last_look, remember_look

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
import ui.app
from ui.clock import computer_clock

folder, awaited, what = sys.argv[1:]

def said():
    shown = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    labels = [label for window in shown for label in window.findChildren(QLabel)]
    return [label.text() for label in labels if label.isVisible() and label.text()]

def look():
    if any(awaited in text for text in said()):
        print(*said(), sep="\\n", flush=True)
        app.quit()

def boom():
    raise KeyError("guest 顾翀")

app = ui.app.make_application()
looking = QTimer(interval=200)
looking.timeout.connect(look)
looking.start()
if what == "boom":
    QTimer.singleShot(1000, boom)
sys.exit(ui.app.run_window(Path(folder), computer_clock))
"""


def _run_until(awaited, folder, what=""):
    """Run the program until these words can be read; everything that could be read then."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(folder), awaited, what],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        timeout=50,
        check=False,
    )
    assert done.returncode == 0
    return done


def test_what_nobody_foresaw_is_logged_apologised_for_and_survived(tmp_path):
    done = _run_until("抱歉，程序出错了。", tmp_path / "desk", "boom")

    said = (tmp_path / "desk" / "logs" / "reception.log").read_text(encoding="utf-8")
    assert "Traceback" not in done.stderr
    assert "builtins.KeyError" in said
    assert "boom" in said
    assert "顾翀" not in said


def test_a_damaged_file_is_a_page_with_what_to_do_and_is_left_as_it_is(tmp_path):
    (tmp_path / "desk").mkdir()
    file = tmp_path / "desk" / DATABASE_NAME
    file.write_bytes(b"this is no database" * 100)

    done = _run_until(DATABASE_NAME, tmp_path / "desk")

    assert "backups" in done.stdout
    assert "Traceback" not in done.stderr
    assert file.read_bytes() == b"this is no database" * 100


def test_a_folder_of_a_sync_program_is_a_page_too_and_nothing_is_made_in_it(tmp_path):
    _run_until("OneDrive", tmp_path / "OneDrive" / "desk")

    assert not (tmp_path / "OneDrive").exists()


def _start(folder, *arguments, **environment):
    """Start the program as nobody looks at it; how it ended."""
    names = {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"} | environment
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "QT_QPA_PLATFORM")}
    return subprocess.run(
        [sys.executable, "-m", "ui", "--data", str(folder), *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=kept | names,
        timeout=50,
        check=False,
    )


def test_nobody_looks_so_a_refused_folder_ends_the_start_with_2(tmp_path):
    done = _start(tmp_path / "OneDrive" / "desk", "--smoke", QT_QPA_PLATFORM="offscreen")

    assert done.returncode == 2
    assert "OneDrive" in done.stderr


def test_nobody_looks_so_a_damaged_file_ends_the_start_with_2(tmp_path):
    (tmp_path / DATABASE_NAME).write_bytes(b"this is no database" * 100)

    done = _start(tmp_path, "--smoke", QT_QPA_PLATFORM="offscreen")

    assert done.returncode == 2
    assert DATABASE_NAME in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="a display is always there")
def test_without_a_display_it_says_so_and_ends_with_2(tmp_path):
    done = _start(tmp_path / "desk")

    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "desk").exists()


def test_the_report_names_versions_and_places_but_no_guest():
    report = report_of(ValueError("顾翀"))

    assert "builtins.ValueError" in report
    assert "Qt 6" in report
    assert "顾翀" not in report


def test_the_report_can_be_copied(qtbot):
    window = BugReport("report 1")
    qtbot.addWidget(window)

    window.copy_report()

    assert QGuiApplication.clipboard().text() == "report 1"


def test_the_same_again_is_counted_and_not_shown_twice(qtbot):
    window = BugReport("report 1")
    qtbot.addWidget(window)

    for report in ("report 1", "report 2", "report 1"):
        window.add(report)

    assert window.text() == "report 1\n\nreport 2"


def test_the_next_start_looks_like_the_last(tmp_path):
    remember_look(tmp_path, LastLook(language="en", theme="dark", place="01ff"))

    assert read_last_look(tmp_path) == LastLook(language="en", theme="dark", place="01ff")


@pytest.mark.parametrize("stored", ["", "not json", "[1]", json.dumps({"theme": 7, "unknown": "x"})])
def test_a_memory_that_makes_no_sense_is_no_reason_not_to_start(tmp_path, stored):
    (tmp_path / "window.json").write_text(stored)

    assert read_last_look(tmp_path) == LastLook()

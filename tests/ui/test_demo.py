"""`demo`: everything with a sample company, in a fresh folder, without a display."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

ROOT = Path(__file__).resolve().parents[2]


def _demo(out, *arguments):
    environment = {
        name: value for name, value in os.environ.items() if name not in {"DISPLAY", "QT_QPA_PLATFORM"}
    }
    return subprocess.run(
        [sys.executable, "-m", "ui", "demo", "--out", str(out), *arguments],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )


@pytest.mark.timeout(300)
def test_the_demo_shows_every_screen_the_papers_and_the_sign(tmp_path):
    done = _demo(tmp_path / "out", "--data", str(tmp_path / "data"))

    assert (done.returncode, done.stderr) == (0, "")
    names = {file.name for file in (tmp_path / "out").rglob("*") if file.is_file()}
    for screen in (
        "today",
        "visits",
        "visit-overview",
        "visit-preparation",
        "intake",
        "settings",
        "today-arrival",
    ):
        assert {
            f"{screen}-{tongue}-{theme}.png" for tongue in ("zh", "en") for theme in ("light", "dark")
        } <= names
    assert {"D5 接机牌 2026-0005 顾翀.pdf", "D5 接机牌 2026-0005 顾翀-1.png", "sign.png"} <= names
    with Image.open(tmp_path / "out" / "sign.png") as sign:
        assert sign.size == (192, 32)
    assert str(tmp_path / "data") in done.stdout


def test_a_folder_with_something_in_it_is_refused_and_left_alone(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "letter.txt").write_text("mine")

    done = _demo(tmp_path / "out", "--data", str(tmp_path / "data"))

    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    assert [file.name for file in (tmp_path / "data").iterdir()] == ["letter.txt"]
    assert not (tmp_path / "out").exists()


def test_what_it_makes_does_not_go_among_other_files(tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "letter.txt").write_text("mine")

    done = _demo(tmp_path / "out", "--data", str(tmp_path / "data"))

    assert done.returncode == 2
    assert str(tmp_path / "out") in done.stderr
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["letter.txt"]
    assert not (tmp_path / "data").exists()

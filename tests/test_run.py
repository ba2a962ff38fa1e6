"""The two commands, on a copy of the checkout whose environment only says what it was called with."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import run

ROOT = Path(run.HERE)
FILES = (
    "run.py",
    "tools/set_up.py",
    "tools/machine.py",
    "requirements.txt",
    "requirements-dev.txt",
    "pyproject.toml",
)
SAYS_HOW_IT_WAS_CALLED = """#!/bin/sh
echo "arguments: $*"
echo "folder: $(pwd)"
env
exit 7
"""
pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-in for Python is a shell script")


class Checkout:
    """A copy of what the commands are made of, and a way to call them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in FILES:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)

    def make_environment(self, *purposes: str) -> None:
        """A `.venv` as after a set-up, with a stand-in for Python."""
        python = self.folder / ".venv" / "bin" / "python"
        python.parent.mkdir(parents=True)
        python.write_text(SAYS_HOW_IT_WAS_CALLED)
        python.chmod(0o755)
        stamps = "".join(f"set_up._write_stamp({purpose!r});" for purpose in purposes)
        self.python("-c", f"from tools import set_up; {stamps}").check_returncode()

    def run(
        self, *arguments: str, cwd: Path | None = None, **variables: str
    ) -> subprocess.CompletedProcess[str]:
        """`python3 run.py …` with just these variables."""
        return self.python(str(self.folder / "run.py"), *arguments, cwd=cwd, **variables)

    def python(
        self, *arguments: str, cwd: Path | None = None, **variables: str
    ) -> subprocess.CompletedProcess[str]:
        """This Python, in a nearly empty environment."""
        return subprocess.run(
            [getattr(sys, "_base_executable", sys.executable), *arguments],
            cwd=cwd or self.folder,
            env={"HOME": str(self.folder / "home"), "PATH": "/usr/bin:/bin", **variables},
            capture_output=True,
            encoding="utf-8",
            timeout=50,
            check=False,
        )


@pytest.fixture
def checkout(tmp_path):
    return Checkout(tmp_path / "checkout 接待")


@pytest.fixture
def ready(checkout):
    checkout.make_environment("run", "test")
    return checkout


def test_a_python_3_6_can_read_run_py():
    ast.parse((ROOT / "run.py").read_text("utf-8"), feature_version=(3, 6))


@pytest.mark.parametrize("version", [(3, 6, 9), (3, 10, 14), (3, 15, 0)])
def test_a_python_that_does_not_fit_gets_a_sentence(checkout, version):
    result = checkout.python(
        "-c", f"import sys; sys.version_info = {version}; import run; sys.exit(run.main([]))"
    )
    assert result.returncode == 2
    assert f"this is {version[0]}.{version[1]}" in result.stdout
    assert not (checkout.folder / ".venv").exists()


def test_a_command_goes_to_the_program_as_it_is(ready, tmp_path):
    result = ready.run("print", "J-1", "placard of today", "--out", "a b", cwd=tmp_path)
    assert "arguments: -P -m ui print J-1 placard of today --out a b\n" in result.stdout
    assert f"folder: {tmp_path}\n" in result.stdout
    assert result.returncode == 7


def test_the_second_start_is_silent_and_imports_nothing_heavy(ready):
    bare = ready.python("-X", "importtime", "-c", "pass").stderr.splitlines()
    second = ready.python("-X", "importtime", str(ready.folder / "run.py"), "visits").stderr.splitlines()
    imported = {line.rpartition("|")[2].strip() for line in second} - {
        line.rpartition("|")[2].strip() for line in bare
    }
    assert not imported
    assert all(line.startswith("import time:") for line in second)


def test_variables_that_lead_python_elsewhere_do_not_reach_the_program(ready):
    result = ready.run("visits", PYTHONPATH="/nowhere", PYTHONSAFEPATH="1", PIP_TARGET="/nowhere")
    assert "arguments: -P -m ui visits\n" in result.stdout
    assert "/nowhere" not in result.stdout


def test_help_names_the_test_command_too(ready):
    result = ready.run("--help")
    assert result.stdout.startswith("python3 run.py test")
    assert "arguments: -P -m ui --help\n" in result.stdout


@pytest.mark.parametrize("variables", [{}, {"DISPLAY": ":65000"}, {"WAYLAND_DISPLAY": "wayland-0"}])
def test_without_a_display_that_answers_the_demo_runs_in_a_fresh_folder(ready, tmp_path, variables):
    result = ready.run("--data", "mine", TMPDIR=str(tmp_path), **variables)
    assert result.stderr.startswith("There is no display here")
    (fresh,) = tmp_path.glob("reception-desk-demo-*")
    assert f"arguments: -P -m ui demo --out {fresh}/out --data {fresh}/data\n" in result.stdout
    assert "QT_QPA_PLATFORM=offscreen\n" in result.stdout
    assert result.returncode == 7


def test_after_the_demo_it_says_where_the_pictures_lie(ready, tmp_path):
    python = ready.folder / ".venv" / "bin" / "python"
    python.write_text(python.read_text().replace("exit 7", "exit 0"))
    result = ready.run(TMPDIR=str(tmp_path), LANG="zh_CN.UTF-8", PYTHONUTF8="1")
    (fresh,) = tmp_path.glob("reception-desk-demo-*")
    assert result.stderr.startswith("此处没有显示器")
    assert result.stdout.endswith(f"图片和 PDF 在 {fresh}/out\n")


def test_the_running_sign_needs_a_display(ready):
    result = ready.run("sign", "run")
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1


def test_on_a_display_the_window_opens(ready, xvfb):
    result = ready.run("--data", "mine", DISPLAY=xvfb.display)
    assert "arguments: -P -m ui --data mine\n" in result.stdout
    assert "QT_QPA_PLATFORM" not in result.stdout


def test_the_platform_that_somebody_has_chosen_stays(ready):
    result = ready.run(QT_QPA_PLATFORM="vnc")
    assert "arguments: -P -m ui\n" in result.stdout
    assert "QT_QPA_PLATFORM=vnc\n" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "command"),
    [
        ("", []),
        ("--data D --now 2026-12-05T09:00 --smoke", []),
        ("--data=D", []),
        ("--data visits", []),
        ("--data D visits --json", ["visits"]),
        ("sign --data D run", ["sign", "run"]),
        ("--help", ["--help"]),
    ],
)
def test_the_command_is_told_from_options_and_their_values(arguments, command):
    assert run.commands(arguments.split()) == command


def test_the_tests_run_offscreen_in_the_checkout_with_the_arguments_given(ready, tmp_path):
    result = ready.run("test", "-x", "-k", "sign", cwd=tmp_path)
    assert "arguments: -m pytest -x -k sign\n" in result.stdout
    assert f"folder: {ready.folder}\n" in result.stdout
    assert "QT_QPA_PLATFORM=offscreen\n" in result.stdout
    assert result.returncode == 7


@pytest.mark.parametrize("name", ["requirements.txt", "pyproject.toml"])
def test_a_changed_file_asks_for_a_new_set_up(ready, name):
    asked = ("-c", "import run; print(run.is_set_up('run'))")
    assert ready.python(*asked).stdout == "True\n"
    with (ready.folder / name).open("a") as file:
        file.write("\n")
    assert ready.python(*asked).stdout == "False\n"


def test_a_moved_checkout_asks_for_a_new_set_up(ready, tmp_path):
    shutil.copytree(ready.folder, tmp_path / "moved")
    asked = ("-c", "import run; print(run.is_set_up('run'))")
    assert ready.python(*asked, cwd=tmp_path / "moved").stdout == "False\n"


def test_a_failed_set_up_leaves_the_environment_of_before(ready):
    (ready.folder / "requirements.txt").write_text(f"no-such-package==1.0 --hash=sha256:{'0' * 64}\n")
    result = ready.run("visits", PIP_NO_INDEX="1")
    assert result.returncode == 2
    assert result.stderr.endswith("What was installed before is untouched.\n")
    assert (ready.folder / ".venv/bin/python").read_text() == SAYS_HOW_IT_WAS_CALLED
    assert not (ready.folder / ".venv-before").exists()


def test_a_folder_that_cannot_be_written_is_named_in_a_sentence(checkout):
    (checkout.folder / ".venv.lock").mkdir()  # read-only folders do not stop root
    result = checkout.run("visits")
    assert result.returncode == 2
    assert result.stderr.startswith("The set-up cannot write here:")
    assert result.stderr.count("\n") == 1


def test_a_set_up_that_was_killed_half_way_brings_back_the_environment_of_before(ready):
    (ready.folder / ".venv").rename(ready.folder / ".venv-before")
    (ready.folder / ".venv/bin").mkdir(parents=True)
    result = ready.run("visits")
    assert "arguments: -P -m ui visits\n" in result.stdout
    assert not (ready.folder / ".venv-before").exists()


def test_a_set_up_that_was_killed_at_its_very_end_keeps_the_new_environment(ready):
    shutil.copytree(ready.folder / ".venv", ready.folder / ".venv-before")
    (ready.folder / ".venv/new").touch()
    (ready.folder / ".venv/set-up-to-test").unlink()
    ready.run("test", PIP_NO_INDEX="1")  # cannot be finished without a network: what stands stays
    assert (ready.folder / ".venv/new").exists()
    assert not (ready.folder / ".venv-before").exists()

"""The same day on a real X server: what depends on focus and keys is true there as well."""

import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]


@pytest.mark.timeout(240)
def test_the_day_at_the_desk_runs_on_an_x_server(xvfb):
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", "-p", "no:cacheprovider"]
    tests = (HERE / "test_a_day_at_the_desk.py", HERE / "on_a_monitor.py")
    done = subprocess.run(
        [*command, *map(str, tests)],
        env=xvfb.environment(),
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=220,
        check=False,
    )

    assert done.returncode == 0, done.stdout[-3000:]
    assert "skipped" not in done.stdout


def test_the_program_starts_on_an_x_server_and_ends_with_0(xvfb, tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "ui", "--data", str(tmp_path / "desk"), "--smoke"],
        env=xvfb.environment(),
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=50,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")

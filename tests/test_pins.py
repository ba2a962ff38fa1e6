"""Why the pins are where they are: a pin goes when its test passes without it."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QTableView, QWidget

ROOT = Path(__file__).resolve().parent.parent


class _Blank(QAbstractTableModel):
    """200 x 20 cells that answer None to every role."""

    def rowCount(self, parent=QModelIndex()):  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else 200

    def columnCount(self, parent=QModelIndex()):  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else 20

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        return None


def test_a_qt_call_that_returns_nothing_leaves_the_references_to_none_alone(qapp):
    """PySide6 6.12.0 on CPython 3.11 drops one per call until the interpreter dies."""
    widget = QWidget()
    widget.setWindowTitle("1")
    before = sys.getrefcount(None)
    for number in range(500):
        widget.setWindowTitle(str(number))
        widget.update()
    assert sys.getrefcount(None) > before - 50


def test_a_model_that_returns_none_leaves_the_references_to_none_alone(qtbot):
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(_Blank())
    view.resize(1000, 700)
    view.render(QPixmap(view.size()))
    before = sys.getrefcount(None)
    for _ in range(50):
        view.render(QPixmap(view.size()))
    assert sys.getrefcount(None) > before - 50


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_locked_package_has_hashes_and_no_address(name):
    text = (ROOT / name).read_text("utf-8")
    packages = re.split(r"\n(?=\S)", text.strip())[1:]
    assert packages
    assert all("--hash=sha256:" in package for package in packages)
    assert "://" not in text
    assert not re.search(r"^\s*-(?!-hash=)", text, re.MULTILINE)


def test_both_locks_name_the_same_versions():
    everything = _locked("requirements-dev.txt")
    assert _locked("requirements.txt").items() <= everything.items()


def test_the_lock_fits_the_project():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups = project["dependency-groups"]
    needs = [*project["project"]["dependencies"], *groups["build"], *groups["dev"]]
    locked = _locked("requirements-dev.txt")
    for need in map(Requirement, needs):
        assert need.specifier.contains(locked[canonicalize_name(need.name)]), need
    assert project["build-system"]["requires"] == groups["build"]


def _locked(name: str) -> dict[str, str]:
    return dict(re.findall(r"^(\S+)==(\S+)", (ROOT / name).read_text("utf-8"), re.MULTILINE))

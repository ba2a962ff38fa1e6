"""The log of a data folder: what and where, never whose."""

import logging

import pytest

from reception_desk.log import end_log, keep_log, places


@pytest.fixture
def log_file(tmp_path):
    """A log that is kept for this test."""
    file = keep_log(tmp_path)
    yield file
    end_log()


def _trouble():
    try:
        int("顾翀 13900001111")
    except ValueError as trouble:
        raise RuntimeError("passport E12345678") from trouble


def test_an_exception_is_told_by_type_and_place_without_its_message(log_file, caplog):
    try:
        _trouble()
    except RuntimeError:
        logging.getLogger("ui.app").exception("unforeseen")

    said = log_file.read_text(encoding="utf-8")
    assert "builtins.RuntimeError" in said
    assert "builtins.ValueError" in said
    assert "test_log.py" in said
    assert "顾翀" not in said
    assert "E12345678" not in said


def test_a_stranger_s_line_is_told_without_its_values(log_file, caplog):
    logging.getLogger("sqlalchemy.pool").warning("bad value %s", "顾翀")

    said = log_file.read_text(encoding="utf-8")
    assert "bad value %s" in said
    assert "顾翀" not in said


def test_our_own_lines_are_told_whole(log_file, caplog):
    logging.getLogger("ui.theme").warning("theme %s is not usable", "dark")

    assert "theme dark is not usable" in log_file.read_text(encoding="utf-8")


def test_places_name_no_folder_of_the_user():
    try:
        _trouble()
    except RuntimeError as trouble:
        said = places(trouble)

    assert str(__file__) not in said
    assert "/".join(str(__file__).split("/")[-3:]) in said

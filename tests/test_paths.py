"""Where the data lie: named, beside the program, chosen, the user's own; and which places are refused."""

import pytest

from reception_desk import paths
from reception_desk.errors import ReceptionError


@pytest.fixture
def at_home(monkeypatch, tmp_path):
    """A computer of its own, on which nobody has named a folder."""
    monkeypatch.delenv(paths.ENVIRONMENT)
    monkeypatch.setattr("platformdirs.user_data_dir", lambda *_a, **_k: str(tmp_path / "share"))
    monkeypatch.setattr("platformdirs.user_config_dir", lambda *_a, **_k: str(tmp_path / "config"))
    monkeypatch.setattr(paths, "portable_folder", lambda: tmp_path / "program" / paths.PORTABLE_NAME)
    (tmp_path / "program").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    "name",
    ["OneDrive", "OneDrive - Huachen", "Dropbox (Personal)", "iCloudDrive", "Google Drive", "坚果云同步"],
)
def test_a_folder_of_a_sync_program_is_refused(tmp_path, name):
    with pytest.raises(ReceptionError):
        paths.refuse_unsafe(tmp_path / name / "desk")


@pytest.mark.parametrize("name", ["onedrive2", "dropbox-like", "My Drives", "wpsdriver"])
def test_a_folder_that_only_begins_like_one_is_taken(tmp_path, name):
    paths.refuse_unsafe(tmp_path / name / "desk")


def test_without_a_word_the_data_lie_in_the_users_own_folder(at_home):
    assert paths.data_folder() == at_home / "share"


def test_a_chosen_folder_is_found_again(at_home):
    paths.remember_folder(at_home / "elsewhere")

    assert paths.data_folder() == at_home / "elsewhere"


def test_a_chosen_folder_can_be_given_up_again(at_home):
    paths.remember_folder(at_home / "elsewhere")
    paths.remember_folder(at_home / "share")

    assert paths.data_folder() == at_home / "share"


def test_the_folder_beside_the_program_comes_first(at_home):
    paths.remember_folder(at_home / "elsewhere")
    paths.remember_folder(paths.portable_folder())

    assert paths.data_folder() == at_home / "program" / paths.PORTABLE_NAME


def test_a_chosen_folder_that_is_gone_is_not_begun_anew(at_home):
    paths.remember_folder(at_home / "stick")

    with pytest.raises(ReceptionError, match="stick"):
        paths.refuse_missing(paths.data_folder())


def test_a_folder_that_was_never_chosen_may_be_missing(at_home):
    paths.refuse_missing(paths.data_folder())


def test_what_cannot_be_written_is_refused(tmp_path):
    (tmp_path / "file").write_text("no folder")

    with pytest.raises(ReceptionError):
        paths.refuse_unusable(tmp_path / "file")

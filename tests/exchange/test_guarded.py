"""Hostile and broken files: refused with a sentence, in a child process, never a crash (trust R11)."""

import subprocess
import sys
import time
import zipfile

import pytest

from reception_desk.errors import ReceptionError
from reception_desk.exchange import guarded, reading_child
from reception_desk.exchange.workbook import read_workbook
from reception_desk.i18n import use_language
from tests.exchange.form_builder import DOMESTIC, workbook


@pytest.fixture(autouse=True)
def _english():
    use_language("en")
    yield
    use_language("zh")


def refusal(path):
    with pytest.raises(ReceptionError) as refused:
        read_workbook(path)
    return str(refused.value)


def test_a_text_renamed_to_xlsx_is_refused(tmp_path):
    path = tmp_path / "form.xlsx"
    path.write_text("来访单位: 苏州恒屹", encoding="utf-8")
    assert refusal(path) == "form.xlsx is not an Excel workbook, whatever its name says."


def test_a_file_that_is_not_there_is_refused(tmp_path):
    assert "cannot be opened" in refusal(tmp_path / "nothing.xlsx")


def test_a_folder_is_refused(tmp_path):
    assert "cannot be opened" in refusal(tmp_path)


def test_a_word_document_is_called_one(tmp_path):
    path = tmp_path / "form.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")
    assert "Word document" in refusal(path)


def test_any_other_archive_is_refused(tmp_path):
    path = tmp_path / "form.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("holiday.txt", "sand")
    assert "not an Excel workbook" in refusal(path)


@pytest.mark.parametrize("keep", [10, 500, 4000, -1])
def test_a_truncated_workbook_is_refused(tmp_path, keep):
    path = tmp_path / "form.xlsx"
    path.write_bytes(DOMESTIC.read_bytes()[:keep])
    assert "damaged" in refusal(path)


def test_a_workbook_with_a_flipped_byte_never_crashes(tmp_path):
    data = bytearray(DOMESTIC.read_bytes())
    for place in range(40, len(data), 997):
        data[place] ^= 0x55
    path = tmp_path / "form.xlsx"
    path.write_bytes(bytes(data))
    assert "damaged" in refusal(path)


def test_an_encrypted_workbook_says_what_to_do(tmp_path):
    path = tmp_path / "form.xlsx"
    path.write_bytes(
        reading_child.OLE_MAGIC + bytes(1000) + "EncryptedPackage".encode("utf-16-le") + bytes(3000)
    )
    assert "password" in refusal(path)


def test_a_zip_bomb_is_refused_before_it_swells(tmp_path):
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(4):
            archive.writestr(f"xl/worksheets/sheet{number}.xml", bytes(30 * 1024 * 1024))
    begin = time.monotonic()
    assert "swell" in refusal(path)
    assert time.monotonic() - begin < reading_child.MAX_SECONDS


def test_a_zip_that_lies_about_its_size_is_refused(tmp_path):
    path = tmp_path / "liar.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 5_000_000)
    data = path.read_bytes().replace((5_000_000).to_bytes(4, "little"), (100_000).to_bytes(4, "little"))
    path.write_bytes(data)
    assert "damaged" in refusal(path)


def test_more_members_than_a_workbook_has_are_refused(tmp_path):
    path = tmp_path / "many.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(reading_child.MAX_MEMBERS + 1):
            archive.writestr(f"xl/{number}", "")
    assert "swell" in refusal(path)


def test_more_than_twenty_megabytes_are_not_even_read(tmp_path):
    path = tmp_path / "big.xlsx"
    with path.open("wb") as stream:
        stream.truncate(reading_child.MAX_BYTES + 1)
    assert "20 MB" in refusal(path)


def test_too_many_rows_are_refused(tmp_path):
    rows = [["来访单位", "x"], *[[""]] * (reading_child.MAX_ROWS - 1), ["备注", "y"]]
    assert "more than 5000 rows" in refusal(workbook(tmp_path / "long.xlsx", rows))


def test_as_many_rows_and_columns_as_are_allowed_are_read(tmp_path):
    rows = [["x"] * 60, *[[""]] * (reading_child.MAX_ROWS - 2), ["y"]]
    assert len(read_workbook(workbook(tmp_path / "full.xlsx", rows)).sheets[0].cells) == 61


def test_too_many_columns_are_refused(tmp_path):
    assert "more than 60 columns" in refusal(workbook(tmp_path / "wide.xlsx", [["x"] * 61]))


def test_a_cell_in_the_last_corner_of_the_sheet_is_refused(tmp_path):
    path = workbook(tmp_path / "far.xlsx", [["x"], ["y"]])
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    members[sheet] = (
        members[sheet].replace(b'r="A2"', b'r="XFD1048576"').replace(b'<row r="2"', b'<row r="1048576"')
    )
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    assert refusal(path)


def test_more_text_than_a_form_holds_is_refused(tmp_path):
    rows = [["字" * 1500] * 30] * 100
    assert "more text" in refusal(workbook(tmp_path / "novel.xlsx", rows))


def test_entities_that_multiply_are_not_expanded(tmp_path):
    path = workbook(tmp_path / "lol.xlsx", [["来访单位", "x"]])
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol"}">' for n in range(10))
    members["xl/sharedStrings.xml"] = (
        f'<?xml version="1.0"?><!DOCTYPE sst [{entities}]><sst count="1" uniqueCount="1" '
        f'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>&l9;</t></si></sst>'
    ).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    try:
        book = read_workbook(path)
    except ReceptionError:
        return
    assert all(len(cell.text) < 100 for sheet in book.sheets for cell in sheet.cells.values())


def test_the_child_imports_neither_the_store_nor_qt():
    code = (
        "import runpy, sys, io; sys.argv=['child'];"
        f"module = runpy.run_path({reading_child.__file__!r});"
        f"module['read'](open({str(DOMESTIC)!r}, 'rb').read());"
        "print([name for name in ('sqlalchemy', 'PySide6', 'reception_desk') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-P", "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no memory limit for a child here")
def test_the_child_cannot_take_more_than_its_memory():
    code = (
        f"import runpy; module = runpy.run_path({reading_child.__file__!r}); module['limit_memory']();"
        "bytearray(2 * module['MAX_MEMORY'])"
    )
    done = subprocess.run([sys.executable, "-P", "-c", code], capture_output=True, text=True, check=False)
    assert "MemoryError" in done.stderr


def test_a_child_that_ends_in_mid_word_is_a_damaged_file(monkeypatch):
    monkeypatch.setattr(guarded, "_command", lambda: [sys.executable, "-c", "import os; os.abort()"])
    assert "damaged" in refusal(DOMESTIC)


def test_a_child_that_never_answers_is_given_up(monkeypatch):
    monkeypatch.setattr(reading_child, "MAX_SECONDS", 0.2)
    monkeypatch.setattr(guarded, "_command", lambda: [sys.executable, "-c", "import time; time.sleep(60)"])
    assert "given up" in refusal(DOMESTIC)


def test_a_frozen_program_starts_itself_as_the_child(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert guarded._command() == [sys.executable, guarded.READ_WORKBOOK]
    assert guarded._table_command() == [sys.executable, guarded.READ_TABLE]


def test_the_entry_point_serves_the_child_and_ends():
    argument = guarded.READ_WORKBOOK
    code = f"from reception_desk.exchange.guarded import serve_child; serve_child([{argument!r}])"
    root = str(reading_child.__file__).rsplit("reception_desk", 1)[0]
    done = subprocess.run(
        [sys.executable, "-c", code], input=DOMESTIC.read_bytes(), capture_output=True, check=True, cwd=root
    )
    assert done.stdout.startswith(b'{"sheets"')


def test_the_entry_point_reads_a_list_too():
    code = f"from reception_desk.exchange.guarded import serve_child; serve_child([{guarded.READ_TABLE!r}])"
    root = str(reading_child.__file__).rsplit("reception_desk", 1)[0]
    done = subprocess.run(
        [sys.executable, "-c", code],
        input="姓名\n张伟\n".encode("gbk"),
        capture_output=True,
        check=True,
        cwd=root,
    )
    assert done.stdout.startswith(b'{"sheets"')


def test_other_arguments_are_not_for_the_child():
    guarded.serve_child(["visits", "--json"])  # comes back

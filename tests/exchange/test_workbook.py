"""Cells as the forms need them: whoever typed them, and however."""

from datetime import date

from reception_desk.exchange.workbook import address, clean, read_workbook
from tests.exchange.form_builder import DOMESTIC, workbook


def cells(tmp_path, *line):
    sheet = read_workbook(workbook(tmp_path / "cells.xlsx", [list(line)])).sheets[0]
    return [sheet.cells[0, column] for column in range(len(line)) if (0, column) in sheet.cells]


def test_a_phone_that_excel_took_for_a_number_has_its_digits(tmp_path):
    (cell,) = cells(tmp_path, 13812345678.0)
    assert cell.text == "13812345678"


def test_a_number_with_a_fraction_keeps_it(tmp_path):
    (cell,) = cells(tmp_path, 6.2)
    assert cell.text == "6.2"


def test_an_id_typed_as_a_number_is_known_to_be_rounded(tmp_path):
    id_number, phone = cells(tmp_path, 110105194912310000, 13812345678)
    assert id_number.is_rounded
    assert not phone.is_rounded


def test_dates_and_times_come_as_such(tmp_path):
    day, moment = cells(tmp_path, date(2026, 12, 1), "2026-12-01")
    assert day.text == "2026-12-01"
    assert moment.text == "2026-12-01"
    assert not isinstance(moment.value, date)


def test_blank_cells_are_no_cells(tmp_path):
    assert [cell.text for cell in cells(tmp_path, "a", "   ", "\u3000", "b")] == ["a", "b"]


def test_text_loses_control_characters_and_nothing_else():
    assert clean("\ufeff 陈䶮\x00\r\n𠮷 e\u0301 \t") == "陈䶮\n𠮷 e\u0301"


def test_addresses_are_those_of_excel():
    assert [address(0, 0), address(6, 1), address(9, 26), address(0, 59)] == ["A1", "B7", "AA10", "BH1"]


def test_merged_stretches_are_known():
    sheet = read_workbook(DOMESTIC).sheets[0]
    assert sheet.cells[3, 1].right == 7
    assert sheet.end_of(1, 5) == (1, 7)


def test_hidden_sheets_are_named_and_not_read(tmp_path):
    import xlsxwriter

    path = tmp_path / "hidden.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet("表").write(0, 0, "x")
        lists = book.add_worksheet("选项")
        lists.write(0, 0, "一级")
        lists.hide()
    found = read_workbook(path)
    assert [sheet.name for sheet in found.sheets] == ["表"]
    assert found.hidden == ("选项",)


def test_cells_with_an_excel_error_are_counted(tmp_path):
    import xlsxwriter

    path = tmp_path / "error.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet().write_formula(0, 0, "=1/0", value="#DIV/0!")
    assert read_workbook(path).errors == 1


def test_a_very_long_cell_is_cut_and_named(tmp_path):
    sheet = read_workbook(workbook(tmp_path / "long.xlsx", [["长" * 3000]])).sheets[0]
    assert len(sheet.cells[0, 0].text) == 2000
    assert sheet.cut == ("A1",)


def test_a_sheet_of_libreoffice_is_read_too(tmp_path):
    import zipfile

    names = "urn:oasis:names:tc:opendocument:xmlns"
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    content = (
        f'<office:document-content xmlns:office="{names}:office:1.0" xmlns:table="{names}:table:1.0" '
        f'xmlns:text="{names}:text:1.0" office:version="1.3"><office:body><office:spreadsheet>'
        f'<table:table table:name="表"><table:table-row>{cell.format("来访单位")}{cell.format("恒屹精密")}'
        "</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
    )
    path = tmp_path / "form.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "META-INF/manifest.xml", '<manifest xmlns="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
        )
        archive.writestr("content.xml", content)
    sheet = read_workbook(path).sheets[0]
    assert [cell.text for cell in sheet.cells.values()] == ["来访单位", "恒屹精密"]

"""The sub-commands: 0, or 2 with one sentence and nothing changed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

from reception_desk import cli
from reception_desk.paths import DATABASE_NAME
from reception_desk.services.backups import desk_lock

DATA = Path(__file__).parent / "data"
DOMESTIC = DATA / "application_domestic.xlsx"
FOREIGN = DATA / "application_foreign.xlsx"
NOW = "2026-12-05T09:41"
ALL_THE_SAME = ("--reason", "客人已到楼下")


@pytest.fixture
def run(tmp_path, capsys):
    """Run a command on the test's own data folder: exit code, lines, complaints."""

    def _run(*arguments):
        code = cli.main([*map(str, arguments), "--data", str(tmp_path / "data"), "--now", NOW])
        said = capsys.readouterr()
        return code, said.out.splitlines(), said.err.splitlines()

    return _run


def read(run, *arguments):
    code, lines, _ = run(*arguments)
    assert code == 0
    return json.loads("\n".join(lines))


@pytest.fixture
def number(run):
    """The number of the domestic sample, taken in."""
    code, lines, _ = run("intake", DOMESTIC, "--save")
    assert code == 0
    return lines[-1]


def test_intake_without_save_stores_nothing(run):
    assert run("intake", DOMESTIC)[0] == 0

    assert read(run, "visits", "--json") == []


def test_save_prints_the_number_alone_on_the_last_line(number):
    assert number == "2026-0001"


def test_save_with_json_still_ends_with_the_number(run):
    _, lines, _ = run("intake", DOMESTIC, "--save", "--json")

    assert lines[-1] == "2026-0001"
    assert json.loads("\n".join(lines[:-1]))["purpose"] == "考察产线并洽谈2027年度框架采购"


def test_the_saved_visit_says_what_the_form_said(run, number):
    facts = read(run, "show", number, "--json")

    assert facts["company"] == "苏州恒屹精密机械有限公司"
    assert (facts["arrival"], facts["departure"]) == ("2026-12-08T10:30", "2026-12-09T16:00")
    assert [guest["name"] for guest in facts["guests"]] == ["顾翀", "欧阳喆", "马玥", "单镕", "陈䶮"]
    assert facts["guests"][0] | {"phone": "+8613900001111", "main": True} == facts["guests"][0]
    assert facts["applicant"]["phone"] == "+8613812345678"


def test_a_need_that_was_not_asked_is_null_in_json(run, number):
    guests = read(run, "show", number, "--json")["guests"]

    assert [guest["diet"] for guest in guests] == ["不吃辣", None, "清真", None, "海鲜过敏"]


def test_an_extension_stands_apart_from_its_number(run):
    _, lines, _ = run("intake", FOREIGN, "--save")

    applicant = read(run, "show", lines[-1], "--json")["applicant"]

    assert (applicant["phone"], applicant["extension"]) == ("+862155550123", "806")


@pytest.mark.parametrize("value", ["C01X00T47", "19FV12345", "BRUECKNER JUERGEN", "LEFEVRE ANNE SOPHIE"])
def test_passport_values_are_neither_printed_nor_stored(run, tmp_path, value):
    _, lines, complaints = run("intake", FOREIGN, "--save", "--json")
    run("show", lines[-1], "--json")

    assert value not in "\n".join(lines + complaints)
    stored = b"".join(file.read_bytes() for file in (tmp_path / "data").rglob("*") if file.is_file())
    assert value.encode() not in stored


def test_a_form_whose_visit_exists_is_refused_with_its_number(run, number):
    code, _, complaints = run("intake", DOMESTIC, "--save")

    assert code == 2
    assert number in complaints[0]
    assert len(read(run, "visits", "--json")) == 1


def test_update_takes_the_differences(run, number):
    assert run("intake", DOMESTIC, "--update", number)[0] == 0


def test_items_come_with_code_clause_due_and_state(run, number):
    items = {item["code"]: item for item in read(run, "show", number, "--json")["items"]}

    assert items["129"]["clauses"] == ["A6.4a", "B3b"]
    assert items["129"]["due"] == "2026-12-07T09:42"
    assert items["129"]["state"] == "open"


def test_print_writes_a_placard_with_the_name_in_it(run, number, tmp_path):
    code, lines, _ = run("print", number, "D5", *ALL_THE_SAME, "--out", tmp_path / "out")

    with pypdfium2.PdfDocument(lines[-1]) as pdf:
        text = pdf[0].get_textpage().get_text_bounded()
    assert code == 0
    assert "顾翀" in text


@pytest.mark.parametrize("name", ["D5", "d5", "接机牌", "placard", "Pick-up placard"])
def test_a_paper_is_named_by_its_number_or_its_name(run, number, tmp_path, name):
    code, lines, _ = run("print", number, name, *ALL_THE_SAME, "--out", tmp_path / "out")

    assert (code, Path(lines[0]).name.split()[0], len(lines)) == (0, "D5", 1)


def test_a_paper_that_is_named_twice_is_printed_once(run, number, tmp_path):
    _, lines, _ = run("print", number, "D5", "placard", *ALL_THE_SAME, "--out", tmp_path / "out")

    assert len(lines) == 1


def test_a_kit_is_all_that_the_visit_needs(run, number, tmp_path):
    code, lines, _ = run("print", number, "--kit", *ALL_THE_SAME, "--out", tmp_path / "out")

    assert code == 0
    kit = ["D1", "D2", "D3", "D4", "D5", "D6", "D7", "D8", "D11", "D12", "D16", "D20", "D21", "D25", "D25b"]
    assert [Path(line).name.split()[0] for line in lines] == kit


@pytest.mark.parametrize("wanted", [["D1"], ["D5"], ["D5", "D25"], ["--kit"]])
def test_a_sign_or_placard_with_an_unconfirmed_name_asks_for_a_reason(run, number, tmp_path, wanted):
    code, lines, complaints = run("print", number, *wanted, "--out", tmp_path / "out")

    assert (code, lines, len(complaints)) == (2, [], 1)
    assert "--reason" in complaints[0]
    assert "顾翀" in complaints[0] or "恒屹" in complaints[0]
    assert list(tmp_path.glob("out/*")) == []
    assert read(run, "show", number, "--json")["editions"] == []


def test_the_reason_is_kept_with_the_paper_that_asked_for_it(run, number, tmp_path):
    code, lines, _ = run("print", number, "D5", "D25", *ALL_THE_SAME, "--out", tmp_path / "out")
    editions = read(run, "show", number, "--json")["editions"]

    assert (code, len(lines)) == (0, 2)
    assert {one["document"]: one["reason"] for one in editions} == {"D5": "客人已到楼下", "D25": ""}


def test_other_papers_ask_for_no_reason(run, number, tmp_path):
    assert run("print", number, "D25", "D6", "D4", "--out", tmp_path / "out")[0] == 0


def test_a_driver_s_sheet_without_a_phone_to_call_asks_for_none_here_either(run, tmp_path):
    _, lines, _ = run("intake", FOREIGN, "--save")

    assert run("print", lines[-1], "D7", "--out", tmp_path / "out")[0] == 0


def test_what_is_printed_is_an_edition(run, number, tmp_path):
    run("print", number, "D25", "--out", tmp_path / "out")

    (edition,) = read(run, "show", number, "--json")["editions"]

    assert (edition["document"], edition["revision"], edition["state"]) == ("D25", 1, "current")


def test_a_paper_that_does_not_exist_is_refused_and_nothing_is_written(run, number, tmp_path):
    code, _, complaints = run("print", number, "D5", "D99", "--out", tmp_path / "out")

    assert (code, len(complaints)) == (2, 1)
    assert list((tmp_path / "out").glob("*")) == []
    assert read(run, "show", number, "--json")["editions"] == []


def test_the_sign_preview_has_exactly_the_size_asked_for(run, number, tmp_path):
    from PIL import Image

    assert run("sign", "preview", number, "--size", "192x32", "--out", tmp_path / "sign.png")[0] == 0

    with Image.open(tmp_path / "sign.png") as picture:
        assert picture.size == (192, 32)


def test_a_preview_that_cannot_be_written_is_one_sentence(run, number, tmp_path):
    code, _, complaints = run(
        "sign", "preview", number, "--size", "192x32", "--out", tmp_path / "no" / "x.png"
    )

    assert (code, len(complaints)) == (2, 1)


@pytest.mark.parametrize("command", [["demo", "--out", "x"], ["sign", "run"]])
def test_what_needs_qt_is_refused_here_in_one_sentence(run, command):
    code, _, complaints = run(*command)

    assert (code, len(complaints)) == (2, 1)


def test_backup_and_restore_bring_a_visit_back(run, number, tmp_path):
    _, lines, _ = run("backup", tmp_path / "safe")
    run("intake", FOREIGN, "--save")

    assert run("restore", lines[-1])[0] == 0

    assert [visit["number"] for visit in read(run, "visits", "--json")] == [number]


def test_restore_refuses_while_the_window_is_open(run, number, tmp_path):
    _, lines, _ = run("backup", tmp_path / "safe")
    lock = desk_lock(tmp_path / "data")
    assert lock.take()

    code, _, complaints = run("restore", lines[-1])

    lock.release()
    assert (code, len(complaints)) == (2, 1)


def test_check_says_that_the_data_are_sound(run, number):
    assert run("check")[0] == 0


def test_check_fails_with_a_sentence_on_a_damaged_file(run, number, tmp_path):
    file = tmp_path / "data" / DATABASE_NAME
    data = bytearray(file.read_bytes())
    data[4096:8192] = bytes(4096)
    file.write_bytes(data)

    code, _, complaints = run("check")

    assert code == 2
    assert complaints


@pytest.mark.parametrize(
    "arguments",
    [
        ["show"],
        ["show", "2026-0099"],
        ["bogus"],
        ["visits", "--nonsense"],
        ["intake", "no-such-file.xlsx"],
        ["intake", __file__],
        ["intake", DOMESTIC, "--update", "2026-0099"],
        ["print", "2026-0099", "--kit", "--out", "x"],
        ["sign", "preview", "2026-0099", "--size", "192x32", "--out", "x.png"],
        ["sign", "preview", "2026-0099", "--size", "huge", "--out", "x.png"],
        ["restore", "no-such-file.sqlite"],
        ["sign"],
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_a_2(run, arguments):
    code, lines, complaints = run(*arguments)

    assert (code, lines, len(complaints)) == (2, [], 1)


def test_a_time_that_is_none_is_refused(capsys):
    assert cli.main(["visits", "--now", "soon"]) == 2
    assert "soon" in capsys.readouterr().err


def test_options_may_stand_before_the_command(run, number, tmp_path, capsys):
    assert cli.main(["--data", str(tmp_path / "data"), "visits", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 1


def test_visits_are_found_by_what_is_typed(run, number):
    assert [visit["number"] for visit in read(run, "visits", "gc", "--json")] == [number]
    assert read(run, "visits", "nobody", "--json") == []


def test_no_command_imports_qt(tmp_path):
    code = (
        "import sys; from reception_desk import cli; cli.main(['visits']); sys.exit('PySide6' in sys.modules)"
    )
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])}

    done = subprocess.run([sys.executable, "-c", code], env=environment, timeout=50, check=False)

    assert done.returncode == 0


def test_named_papers_and_the_whole_kit_at_once_are_refused(run, number, tmp_path):
    code, lines, trouble = run("print", number, "D5", "--kit", "--out", tmp_path / "out")

    assert (code, lines) == (2, [])
    assert "--kit" in trouble[0]
    assert not (tmp_path / "out").exists()


def test_show_tells_the_plan_of_a_visit(run, number):
    facts = read(run, "show", number, "--json")

    assert facts["relation"]["value"] is None
    assert [one["zh"] for one in facts["rosters"]["missing"]] == ["总经理", "副总经理", "总监", "部门经理"]
    assert [one["name"] for one in facts["introductions"]] == ["顾翀", "欧阳喆", "马玥", "单镕", "陈䶮"]
    assert facts["stale_editions"] == []


def test_show_lists_the_gaps_by_how_soon_they_hurt(run, number):
    gaps = read(run, "show", number, "--json")["gaps"]

    moments = [gap["hurts_at"] for gap in gaps if gap["urgency"] == "soon" and gap["hurts_at"]]
    assert moments
    assert moments == sorted(moments)
    assert "108" in {gap["item"] for gap in gaps}


def test_update_says_which_facts_it_took(run, number):
    run("show", number)
    _, lines, _ = run("intake", FOREIGN, "--update", number)

    assert any(line.startswith("已采用：") for line in lines)

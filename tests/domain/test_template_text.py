"""Templates written as text: what is read again is the same, and the shipped files are written so."""

import pytest

from reception_desk.domain.checklist import parse_checklist
from reception_desk.domain.lead_times import parse_lead_times
from reception_desk.domain.levels import parse_levels
from reception_desk.domain.ranks import parse_ranks
from reception_desk.domain.template_text import (
    numbered,
    with_value,
    written_checklist,
    written_levels,
    written_ranks,
    written_wording,
)
from reception_desk.domain.wording import parse_wording
from reception_desk.resources import resource


def shipped(*parts):
    return resource("templates", *parts).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("parts", "parse", "write"),
    [
        (("checklists", "standard.toml"), parse_checklist, written_checklist),
        (("levels.toml",), parse_levels, written_levels),
        (("ranks.toml",), parse_ranks, written_ranks),
        (("wording.toml",), parse_wording, written_wording),
    ],
)
def test_a_shipped_template_written_anew_is_the_same_text(parts, parse, write):
    text = shipped(*parts)
    assert write(parse(text), text) == text


def test_quotation_marks_and_backslashes_come_back():
    text = shipped("checklists", "standard.toml").replace("受理来访信息", r"受理\"来访\"\\信息")
    checklist = parse_checklist(text)

    assert checklist.lines[0].zh.startswith('受理"来访"\\信息')
    assert parse_checklist(written_checklist(checklist, text)) == checklist


def test_a_value_is_changed_and_the_notes_stay_in_their_column():
    text = shipped("lead_times.toml")
    changed = with_value(text, "sign_grace_minutes", 5)

    assert parse_lead_times(changed).sign_grace_minutes == 5
    assert {line.find("#") for line in changed.splitlines() if "_minutes = " in line} == {36}


def test_the_number_of_a_version_is_written_at_its_head():
    assert parse_levels(numbered(shipped("levels.toml"), 7)).version == 7

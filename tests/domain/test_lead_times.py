import re
from datetime import date

import pytest

from reception_desk.domain.checklist import parse_checklist
from reception_desk.domain.lead_times import parse_lead_times
from reception_desk.domain.levels import parse_levels
from reception_desk.domain.working_days import WorkingDays
from reception_desk.errors import ReceptionError
from reception_desk.i18n import use_language
from reception_desk.resources import resource


def shipped(*parts):
    return resource("templates", *parts).read_text(encoding="utf-8")


TEXT = shipped("lead_times.toml")
TIMES = parse_lead_times(TEXT)
WORKING = parse_lead_times(TEXT.replace('notice_counts = "calendar"', 'notice_counts = "working"'))


@pytest.fixture(autouse=True)
def _in_english():
    use_language("en")
    yield
    use_language("zh")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("notice_days", 2),
        ("notice_counts", "calendar"),
        ("sign_told_days", 1),
        ("sign_lead_minutes", 15),
        ("sign_grace_minutes", 30),
        ("fountain_minutes", 15),
        ("welcomers_in_position_minutes", 10),
        ("driver_early_minutes", 30),
        ("self_drive_call_minutes", 60),
        ("car_at_door_minutes", 10),
        ("car_at_door_latest_minutes", 5),
    ],
)
def test_the_shipped_numbers_are_those_of_the_specification(name, value):
    assert getattr(TIMES, name) == value


def test_P5_notice_of_a_thursday_s_visit_is_in_time_on_tuesday_and_late_on_wednesday():
    thursday = date(2026, 12, 10)
    assert TIMES.latest_notice(thursday, WorkingDays()) == date(2026, 12, 8)


@pytest.mark.parametrize(
    ("arrival", "calendar_days", "working_days"),
    [
        (date(2026, 12, 7), date(2026, 12, 5), date(2026, 12, 3)),  # a Monday
        (date(2026, 10, 8), date(2026, 10, 6), date(2026, 9, 29)),  # after the National Day
        (date(2026, 9, 22), date(2026, 9, 20), date(2026, 9, 20)),  # over a Sunday that is worked
    ],
)
def test_P5_the_two_days_are_calendar_or_working_days_as_the_company_sets(
    arrival, calendar_days, working_days
):
    assert TIMES.latest_notice(arrival, WorkingDays()) == calendar_days
    assert WORKING.latest_notice(arrival, WorkingDays()) == working_days


@pytest.mark.parametrize(
    ("code", "minutes"),
    [
        ("203", TIMES.driver_early_minutes),
        ("206", TIMES.self_drive_call_minutes),
        ("208", TIMES.welcomers_in_position_minutes),
        ("209", TIMES.fountain_minutes),
        ("210", TIMES.sign_lead_minutes),
        ("214", TIMES.car_at_door_minutes),
        ("215", TIMES.car_at_door_latest_minutes),
    ],
)
def test_the_shipped_checklist_says_the_same(code, minutes):
    line = parse_checklist(shipped("checklists", "standard.toml")).line(code)
    assert str(line.offset) == f"-{minutes}m"


def test_the_shipped_levels_say_the_same():
    levels = parse_levels(shipped("levels.toml")).levels
    wait = {level.in_position_minutes for level in levels if level.welcomes_in_lobby}
    assert wait == {TIMES.welcomers_in_position_minutes}


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("notice_days = 2 ", "notice_days = -1 ", "“notice_days” must be from 0 to 90."),
        ("notice_days = 2 ", "notice_days = 2.0 ", "“notice_days” must be a whole number."),
        ("notice_days = 2 ", "#", "“notice_days” is missing."),
        ('"calendar"', '"days"', "“days” is not known as “notice_counts”; known are: calendar working."),
        ("sign_lead_minutes = 15", "sign_lead_minutes = 1441", "“sign_lead_minutes” must be from 0 to 1440."),
        ("sign_lead_minutes = 15", "sign_lead_hours = 1", "“sign_lead_minutes” is missing."),
        ("version = 1", "version = 0", "“version” must be from 1 to 1000000000."),
        ("version = 1", "version = 1\nsign_hours = 2", "“sign_hours” is not a known key."),
        ("latest_minutes = 5", "latest_minutes = 11", "must not be more than “car_at_door_minutes”."),
        ('name = "standard"', 'name = "standard', "Line 6: this is not TOML"),
    ],
)
def test_a_wrong_file_is_refused_with_a_reason(old, new, reason):
    assert old in TEXT
    with pytest.raises(ReceptionError, match=re.escape(reason)):
        parse_lead_times(TEXT.replace(old, new, 1))
